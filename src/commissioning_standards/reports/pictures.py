"""Which charts stand in which paper; each drawn once, as SVG and as PNG."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import evolve

from ..charts.chart import Chart
from ..charts.dots import dots
from ..charts.evidence import evidence_chart
from ..charts.heat_map import heat_map
from ..charts.output import chart_bytes
from ..charts.palette import SERIES_COLOURS, Palette
from ..charts.radar import radar
from ..charts.spread import spread
from ..scoring import Scorecard
from .document import Picture
from .material import Material

__all__ = ["account_pictures", "pack_pictures"]

# In inches: as wide as a page, so that the words in it can be read on paper.
WIDE, WIDEST = (10.0, 5.8), (10.0, 8.5)
FEWEST_SPOKES, LONGEST_NAME = 3, 80


def pack_pictures(material: Material) -> Mapping[str, tuple[Picture, ...]]:
    """The pictures of the pack, by the section they stand in."""
    drawn = _drawable(material)
    coverage = evolve(drawn.coverage, assessment=drawn.assessment)
    return {
        "overview": tuple(_profile(drawn)),
        "voices": tuple(_voices(drawn)),
        "awareness": tuple(_awareness(drawn)),
        "evidence": (_picture("evidence", evidence_chart(coverage)),),
        "ratings": (_picture("heat-map", heat_map(drawn.card, **_colours(drawn))),),
    }


def account_pictures(material: Material) -> tuple[Picture, ...]:
    """The pictures of the local account."""
    return tuple(_profile(_drawable(material)))


def _drawable(material: Material) -> Material:
    """The same with names that fit above a picture; the paper around it has them whole."""
    moderation = material.moderation
    return evolve(
        material,
        card=_named(material.card),
        last=material.last and _named(material.last),
        peers=material.peers and _named(material.peers),
        moderation=moderation
        and evolve(
            moderation, council=_short(moderation.council), period=_short(moderation.period)
        ),
    )


def _named(card: Scorecard) -> Scorecard:
    own = card.assessment
    return evolve(
        card, assessment=evolve(own, council=_short(own.council), period=_short(own.period))
    )


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _profile(material: Material) -> Iterator[Picture]:
    """The scores as dots, which are read more exactly, and as the radar that people expect."""
    against = [each for each in (material.last, material.target) if each is not None]
    given = {"against": against, **_colours(material)}
    yield _picture("dots", _fitted(dots, WIDEST, material.card, order="score", **given))
    if len(material.card.standards) >= FEWEST_SPOKES:
        yield _picture("radar", _fitted(radar, WIDE, material.card, **given))


def _voices(material: Material) -> Iterator[Picture]:
    if material.moderation:
        yield _picture("spread", spread(material.moderation))


def _awareness(material: Material) -> Iterator[Picture]:
    if material.peers:
        names = {"name": "Council", "against": material.peers, "against_name": "Peer team"}
        chart = _fitted(dots, WIDEST, material.card, **names, **_colours(material))
        yield _picture("dots-peer-team", chart)


def _fitted(
    draw: Callable[..., Chart], size: tuple[float, float], *drawn: Any, **options: Any
) -> Chart:
    """A chart of one size, or as high as it needs to be where that is too small for it."""
    try:
        return draw(*drawn, size=size, **options)
    except ValueError:
        return draw(*drawn, **options)


def _colours(material: Material) -> dict[str, Any]:
    """The council's colour for its own line, where it can be told from the others."""
    own = (material.settings.council.colour, *SERIES_COLOURS[1:])
    return {} if Palette(own).faults() else {"colours": own[:1]}


def _picture(name: str, chart: Chart) -> Picture:
    svg, png = (chart_bytes(chart, f"{name}.{kind}") for kind in ("svg", "png"))
    return Picture(name, chart.title, chart.alt_text, svg, png)
