"""A strip of dots: one dot for each council, in the group of levels that it is in."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from attrs import frozen

from ....charts.chart import Chart
from ....charts.key import Entry, Sort, key_of
from ....charts.lanes import Lane, Lanes
from ....charts.palette import DARK_PINK, Palette, palette_of
from ....charts.pen import Pen
from ....charts.sheet import MARGIN, Plan, Size, inner_width, plan
from ....charts.style import SMALL, Line
from ..protecting import Run
from ..questions import Question
from ..table import SharedRow, SharedTable
from ..telling import HELD_BACK, made_from
from .common import caption, drawable, figures, lanes, words
from .track import Track

__all__ = ["region_strip"]

KIND = "Strip of dots"
NAMES_SHARE, GAP, BETWEEN = 0.27, 10.0, 3.0
DOT, STEP, PADDING = 4.6, 7.0, 6.0
COUNT = 26.0
MOST_DOTS = 60
BOX_SHARE = 0.16
OWN = Line("Triangle", "none", "^", 8.0, filled=True)
DOTS = Line("Dot", "none", "o", DOT, filled=True)


def region_strip(
    table: SharedTable,
    rows: Sequence[SharedRow],
    *,
    own: Mapping[str, int] | None = None,
    title: str = "",
    size: Size | None = None,
    colours: Sequence[str] | None = None,
) -> Chart:
    """Draw a dot for each council, in the group that it is in.

    Within a group dots stand evenly: where in it a council is, the table does
    not say.

    Args:
        table: what the region shares.
        rows: those to draw, of one measure.
        own: for one council that asks, the place of its own cell by the part's ID.
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
    palette = palette_of(colours, 1)
    drawing = _Drawing(table, drawable("region_strip", rows), own or {}, palette)
    return drawing.chart(title, size)


@frozen
class _Drawing:
    """What is drawn."""

    table: SharedTable
    rows: tuple[SharedRow, ...]
    own: Mapping[str, int]
    palette: Palette

    @property
    def question(self) -> Question:
        return self.rows[0].question

    @property
    def foot(self) -> float:
        """What the mark of one's own council takes under the dots, in points."""
        return OWN.size + PADDING if self.own else 0.0

    @property
    def runs(self) -> list[Run]:
        return [run for row in self.rows for run in row.runs]

    @property
    def each_dot(self) -> int:
        """How many councils one dot stands for."""
        return math.ceil(max((run.count for run in self.runs), default=1) / MOST_DOTS)

    def chart(self, title: str, size: Size | None) -> Chart:
        inner = inner_width(size)
        names = inner * NAMES_SHARE
        track = Track(self.question, MARGIN + names + GAP, inner - names - GAP)
        key = key_of(self._entries(), inner)
        rows = self._lanes(names, track)
        head = key.height + GAP + track.head
        about = caption(KIND, self.question.measure, self.table, title, self._notes())
        page = plan(about, size)
        pen = page.open(
            page.body(head + rows.height),
            alt_text=words(about, self.rows, key, self._own_in_words()),
            rows=figures(self.rows),
            provenance=made_from(self.table),
        )
        key.draw(pen, MARGIN, page.top)
        top = page.top + head
        track.draw_names(pen, top)
        self._draw(pen, page, track, rows.within(top, pen.height - page.foot - top))
        return pen.chart

    def _notes(self) -> list[str]:
        many = f"Each dot stands for up to {self.each_dot} councils."
        even = "Within a group dots stand evenly: where in it a council is, nobody is told."
        halves = "A level has two halves: a group may end halfway to the next level."
        halved = any(not each.is_whole for each in self.rows)
        return [*[many] * (self.each_dot > 1), even, *[halves] * halved]

    def _entries(self) -> list[Entry]:
        dot = Entry("A council", DOTS.name, Sort.MARK, self.palette.main, DOTS)
        group = Entry("A group", "Light box", Sort.SHADE, self.palette.tint(BOX_SHARE))
        own = Entry("Your council", OWN.name, Sort.MARK, DARK_PINK, OWN)
        return [dot, group, *[own] * bool(self.own)]

    def _own_in_words(self) -> list[str]:
        told = (
            f"{each.question.title}: {each.question.block_of(self.own[each.question.id]).name}"
            for each in self.rows
            if each.question.id in self.own
        )
        return [f"Your council. {'; '.join(told)}."] if self.own else []

    def _lanes(self, names: float, track: Track) -> Lanes:
        most = max((self._deep(run, track) for run in self.runs), default=1)
        least = most * STEP + 2 * PADDING + self.foot
        return lanes(self.rows, self.table.framework, names, least)

    def _across(self, run: Run, track: Track) -> int:
        """How many dots stand side by side in a group."""
        start, end = track.edges(run.first, run.last)
        return max(1, int((end - start - 2 * BETWEEN - COUNT - PADDING) // STEP))

    def _deep(self, run: Run, track: Track) -> int:
        return math.ceil(self._dots(run) / self._across(run, track))

    def _dots(self, run: Run) -> int:
        return math.ceil(run.count / self.each_dot)

    def _draw(self, pen: Pen, page: Plan, track: Track, spread: Lanes) -> None:
        spread.draw(pen, page)
        for lane in spread.rows:
            row = self.rows[lane.place or 0]
            for run in row.runs:
                self._group(pen, run, lane, track)
            if row.is_held_back:
                pen.text(
                    track.middle,
                    lane.middle - self.foot / 2,
                    HELD_BACK,
                    size=SMALL,
                    across="center",
                )
            if row.question.id in self.own:
                x = track.at(self.own[row.question.id])
                y = lane.top + lane.height - OWN.size / 2 - PADDING
                pen.mark(x, y, OWN.marker, DARK_PINK, size=OWN.size)

    def _group(self, pen: Pen, run: Run, lane: Lane, track: Track) -> None:
        start, end = track.edges(run.first, run.last)
        left, fill = start + BETWEEN, self.palette.tint(BOX_SHARE)
        pen.box(left, lane.top + 2, end - start - 2 * BETWEEN, lane.height - 4, fill, zorder=1.7)
        middle = lane.middle - self.foot / 2
        pen.text(left + COUNT - PADDING, middle, str(run.count), bold=True, across="right")
        across, dots = self._across(run, track), self._dots(run)
        deep = math.ceil(dots / across)
        top = middle - (deep - 1) * STEP / 2
        for index in range(dots):
            down, along = divmod(index, across)
            x, y = left + COUNT + STEP * (along + 0.5), top + down * STEP
            pen.mark(x, y, DOTS.marker, self.palette.main, size=DOT, edge=0.0)
