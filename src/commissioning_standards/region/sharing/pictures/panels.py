"""Small multiples: one small picture of bars for each part, all on the same scale."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from attrs import frozen

from ....charts.chart import Chart
from ....charts.key import key_of
from ....charts.letters import line_height, wrapped
from ....charts.palette import Palette, palette_of
from ....charts.pen import Pen
from ....charts.roster import roster_of
from ....charts.sheet import MARGIN, Size, inner_width, plan
from ....charts.style import SMALL
from ....figures import plain
from ..table import SharedRow, SharedTable
from ..telling import HELD_BACK, made_from
from .common import caption, drawable, figures, words
from .track import Track

__all__ = ["region_panels"]

KIND = "Small bar charts"
HOW = (
    "A bar's height, and the number over it, say how many councils are in the group. The group "
    "has the scores from the bar's left edge up to its right edge."
)
COLUMNS = 3
BETWEEN, UNDER, TICK = 16.0, 4.0, 3.0
PICTURE = 74.0
BAR_SHARE = 0.45
NONE = "–"


def region_panels(
    table: SharedTable,
    rows: Sequence[SharedRow],
    *,
    title: str = "",
    size: Size | None = None,
    colours: Sequence[str] | None = None,
) -> Chart:
    """Draw one small histogram for each row, side by side.

    A group over several cells is as wide as they are. Its height is its number
    of councils, however wide it is: ten stand higher than nine.

    Args:
        table: what the region shares.
        rows: those to draw, of levels.
        title: above the chart; made from the round unless given.
        size: width and height in inches; 8 wide and as high as needed unless given.
        colours: a colour of the region's own, as ``#RRGGBB``; only the first is used.

    Returns:
        A matplotlib figure with ``alt_text`` and ``rows``.

    Raises:
        ValueError: there is no row; the size is too small; or a colour is none.

    Warns:
        ContrastWarning: colours that were given are hard to tell apart.
    """
    drawing = _Drawing(
        table, drawable("region_panels", rows), palette_of(colours, 1), inner_width(size)
    )
    return drawing.chart(title, size)


@frozen
class _Drawing:
    """What is drawn."""

    table: SharedTable
    rows: tuple[SharedRow, ...]
    palette: Palette
    inner: float

    @property
    def width(self) -> float:
        """Of one panel, in points."""
        return (self.inner - BETWEEN * (COLUMNS - 1)) / COLUMNS

    @property
    def names(self) -> list[list[str]]:
        """The lines over each panel."""
        return [wrapped(each.question.title, self.width, SMALL, bold=True) for each in self.rows]

    @property
    def named(self) -> float:
        """What they take down, in points, with the figures over the bars."""
        return (max(map(len, self.names)) + 1) * line_height(SMALL) + 2 * UNDER

    @property
    def panel(self) -> float:
        """From the top of one panel to that of the one under it, in points."""
        return self.named + PICTURE + line_height(SMALL) + BETWEEN

    @property
    def tallest(self) -> int:
        """The greatest number of councils in a group."""
        return max((run.count for row in self.rows for run in row.runs), default=1)

    def chart(self, title: str, size: Size | None) -> Chart:
        question = self.rows[0].question
        none, *levels = (each.name for each in question.blocks)
        roster = roster_of([f"{NONE} {none}", *levels], self.inner)
        about = caption(KIND, question.measure, self.table, title, [HOW])
        page = plan(about, size)
        down = math.ceil(len(self.rows) / COLUMNS)
        pen = page.open(
            page.body(down * self.panel + roster.height),
            alt_text=words(about, self.rows, key_of([], self.inner)),
            rows=figures(self.rows),
            provenance=made_from(self.table),
        )
        for index, row in enumerate(self.rows):
            at, along = divmod(index, COLUMNS)
            left = MARGIN + along * (self.width + BETWEEN)
            self._panel(pen, row, index, (left, page.top + at * self.panel))
        roster.draw(pen, MARGIN, page.top + down * self.panel)
        return pen.chart

    def _panel(self, pen: Pen, row: SharedRow, index: int, corner: tuple[float, float]) -> None:
        left, top = corner
        pen.lines(left, top, self.names[index], size=SMALL, bold=True)
        base = top + self.named + PICTURE
        track = Track(row.question, left, self.width)
        for run in row.runs:
            start, end = track.edges(run.first, run.last)
            high = PICTURE * run.count / self.tallest
            fill = self.palette.tint(BAR_SHARE)
            pen.box(start + 1, base - high, end - start - 2, high, fill, zorder=1.7)
            middle = (start + end) / 2
            pen.text(
                middle,
                base - high - UNDER,
                str(run.count),
                size=SMALL,
                across="center",
                up="bottom",
            )
        if row.is_held_back:
            pen.text(track.middle, base - PICTURE / 2, HELD_BACK, size=SMALL, across="center")
        pen.line([left, left + self.width], [base, base])
        for x, name in _names(row, track):
            pen.text(x, base + UNDER, name, size=SMALL, across="center", up="top")
        for cell in _edges(row):
            x, _ = track.edges(cell, cell)
            pen.line([x, x], [base, base + TICK])


def _edges(row: SharedRow) -> list[int]:
    """The cells at whose start a score is written: where a level or a group begins."""
    question = row.question
    starts = {*question.cuts, *(run.first for run in row.runs)} - {0}
    return sorted(starts) if question.starts else []


def _names(row: SharedRow, track: Track) -> Iterator[tuple[float, str]]:
    """What stands under a panel, and where: scores at edges; without any, a name in each middle."""
    question = row.question
    named = question.blocks[:1] if question.starts else question.blocks
    for block in named:
        start, end = track.edges(block.first, block.last)
        yield (start + end) / 2, block.name.split()[0] if block.first else NONE
    for cell in _edges(row):
        yield track.edges(cell, cell)[0], plain(question.starts[cell - 1])
