"""Which charts stand in which paper; each drawn once, as SVG and as PNG."""

from __future__ import annotations

from collections.abc import Iterator

from ..charts.chart import Chart
from ..charts.output import chart_bytes
from ..charts.radar import radar
from .document import Picture
from .material import Material

__all__ = ["account_pictures", "pack_pictures"]


def pack_pictures(material: Material) -> dict[str, tuple[Picture, ...]]:
    """The pictures of the pack, by the section they stand in."""
    return {
        "overview": tuple(_overview(material)),
        "awareness": tuple(_awareness(material)),
    }


def _overview(material: Material) -> Iterator[Picture]:
    against = material.last or material.target
    yield _picture("radar", radar(material.card, against=against))


def _awareness(material: Material) -> Iterator[Picture]:
    if material.peers:
        chart = radar(
            material.card, name="Council", against=material.peers, against_name="Peer team"
        )
        yield _picture("radar-peers", chart)


def account_pictures(material: Material) -> tuple[Picture, ...]:
    """The pictures of the local account."""
    return (_picture("radar", radar(material.card, against=material.last)),)


def _picture(name: str, chart: Chart) -> Picture:
    svg, png = (chart_bytes(chart, f"{name}.{kind}") for kind in ("svg", "png"))
    return Picture(name, chart.title, chart.alt_text, svg, png)
