"""Which charts stand in which paper; each drawn once, as SVG and as PNG."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from attrs import evolve

from ..charts.chart import Chart
from ..charts.dots import dots
from ..charts.evidence import evidence_chart
from ..charts.heat_map import heat_map
from ..charts.output import chart_bytes
from ..charts.radar import radar
from ..charts.spread import spread
from ..scoring import Scorecard
from .document import Picture
from .look import series_colours
from .material import Material

__all__ = ["account_pictures", "pack_pictures"]

# In inches: as wide as a page, so that the words in it can be read on paper, and low
# enough that both pictures of the overview stand on one.
WIDE, HEIGHTS = 10.0, (4.6, 5.0, 5.4, 5.8, 6.4, 7.0, 8.0, 9.0)
# Lower, a radar of twelve standards has no room for its figures.
LEAST_RADAR = 5.0
FEWEST_SPOKES, LONGEST_NAME = 3, 80

Draw = Callable[..., Chart]


def pack_pictures(material: Material) -> Mapping[str, tuple[Picture, ...]]:
    """The pictures of the pack, by the section they stand in."""
    drawn = _drawable(material)
    coverage = evolve(drawn.coverage, assessment=drawn.assessment)
    return {
        "overview": tuple(_profile(drawn, is_wide=True)),
        "voices": tuple(_voices(drawn)),
        "awareness": tuple(_awareness(drawn)),
        "evidence": (_picture("evidence", evidence_chart(coverage, **_colours(drawn))),),
        "ratings": (_picture("heat-map", heat_map(drawn.card, **_colours(drawn))),),
    }


def account_pictures(material: Material) -> tuple[Picture, ...]:
    """The pictures of the local account."""
    return tuple(_profile(_drawable(material), is_wide=False))


def _drawable(material: Material) -> Material:
    """The same under the paper's name for the council, where that fits above a picture.

    Names are cut where they do not; the paper around it has them whole.
    """
    council, moderation = _short(material.council), material.moderation
    return evolve(
        material,
        card=_named(material.card, council),
        last=material.last and _named(material.last, council),
        peers=material.peers and _named(material.peers, council),
        moderation=moderation
        and evolve(moderation, council=council, period=_short(moderation.period)),
    )


def _named(card: Scorecard, council: str) -> Scorecard:
    own = card.assessment
    return evolve(card, assessment=evolve(own, council=council, period=_short(own.period)))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _profile(material: Material, *, is_wide: bool) -> Iterator[Picture]:
    """The scores as dots, which are read more exactly, and as the radar that people expect."""
    against = [each for each in (material.last, material.target) if each is not None]
    given = {"against": against, **_colours(material)}
    draw = _low if is_wide else _high
    yield _twice("dots", draw, dots, material.card, order="score", **given)
    if len(material.card.standards) >= FEWEST_SPOKES:
        yield _twice("radar", _roomy if is_wide else _high, radar, material.card, **given)


def _voices(material: Material) -> Iterator[Picture]:
    if material.moderation:
        colours = series_colours(material.settings.council.colour)[:2]
        yield _picture("spread", spread(material.moderation, colours=colours))


def _awareness(material: Material) -> Iterator[Picture]:
    if material.peers:
        names = {"name": "Council", "against": material.peers, "against_name": "Peer team"}
        yield _twice("dots-peer-team", _low, dots, material.card, **names, **_colours(material))


def _low(draw: Draw, card: Scorecard, **options: Any) -> Chart:
    """A wide chart that is as low as it can be; where none will do, of its own size."""
    return _of_height(HEIGHTS, draw, card, **options)


def _roomy(draw: Draw, card: Scorecard, **options: Any) -> Chart:
    """The same, with room for figures round it."""
    heights = (each for each in HEIGHTS if each >= LEAST_RADAR)
    return _of_height(heights, draw, card, **options)


def _of_height(heights: Iterable[float], draw: Draw, card: Scorecard, **options: Any) -> Chart:
    for height in heights:
        with suppress(ValueError):
            return draw(card, size=(WIDE, height), **options)
    return draw(card, **options)


def _high(draw: Draw, card: Scorecard, **options: Any) -> Chart:
    """A chart with room for all its figures, and large letters: for screens."""
    return draw(card, **options)


def _colours(material: Material) -> dict[str, Any]:
    """The council's colour for its own line, and two that can be told from it."""
    return {"colours": series_colours(material.settings.council.colour)}


def _twice(
    name: str, size: Callable[..., Chart], draw: Draw, card: Scorecard, /, **options: Any
) -> Picture:
    """A chart as it stands alone, and as it stands in a page that has its title."""
    alone = _picture(name, draw(card, **options))
    within = _picture(name, size(draw, card, in_text=True, **options))
    return evolve(alone, within=(within.svg, within.png))


def _picture(name: str, chart: Chart) -> Picture:
    svg, png = (chart_bytes(chart, f"{name}.{kind}") for kind in ("svg", "png"))
    return Picture(name, chart.title, chart.alt_text, svg, png)
