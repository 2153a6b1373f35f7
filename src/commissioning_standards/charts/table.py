"""A chart that is a table: standards down the side, and a grid of cells beside them."""

from __future__ import annotations

from attrs import frozen

from ..framework import Framework
from .cells import Grid
from .chart import Chart
from .key import Entry, Key, key_of
from .lanes import Lane, Lanes, by_domain, lane_of, lanes_of
from .palette import Palette
from .sheet import MARGIN, Caption, Size, inner_width, plan
from .told import alt_text, domain_notes

__all__ = ["Table", "draw_table"]

NAMES_SHARE = 0.22
GAP = 10.0


@frozen
class Table:
    """What such a chart shows.

    Args:
        caption: what stands round it.
        framework: whose standards stand down its side.
        grid: the cells, a row for each standard.
        entries: its key.
        sentences: all that the cells say.
        rows: the figures, one flat dict each.
        provenance: what it was made from.
    """

    caption: Caption
    framework: Framework
    grid: Grid
    entries: tuple[Entry, ...]
    sentences: tuple[str, ...]
    rows: list[dict[str, object]]
    provenance: str

    def words(self, key: Key) -> str:
        """All that it shows, for those who do not see it."""
        extra = [key.words, domain_notes(self.framework)]
        return alt_text(self.caption, self.sentences, extra)


def draw_table(table: Table, size: Size | None, palette: Palette) -> Chart:
    """Draw it.

    Raises:
        ValueError: the size is too small.
    """
    inner = inner_width(size)
    names = inner * NAMES_SHARE
    room = inner - names - GAP
    key = key_of(table.entries, inner)
    lanes = _lanes(table, names, room)
    head = key.height + GAP + table.grid.head(room)
    page = plan(table.caption, size)
    pen = page.open(
        page.body(head + lanes.height),
        alt_text=table.words(key),
        rows=table.rows,
        provenance=table.provenance,
    )
    key.draw(pen, MARGIN, page.top)
    top = page.top + head
    spread = lanes.within(top, pen.height - page.foot - top)
    spread.draw(pen, page)
    table.grid.draw(pen, (MARGIN + names + GAP, top), room, spread, palette)
    return pen.chart


def _lanes(table: Table, names: float, room: float) -> Lanes:
    rows: list[Lane] = [
        lane_of(place, each.heading, names, least=table.grid.row(place, room))
        for place, each in enumerate(table.framework.standards)
    ]
    return lanes_of(rows, by_domain(table.framework))
