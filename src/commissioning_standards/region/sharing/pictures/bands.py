"""Bands: each row as one bar of all councils, so that quarters and halves can be read off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from ....charts.chart import Chart
from ....charts.key import Entry, Sort, key_of
from ....charts.lanes import Lane, Lanes
from ....charts.letters import line_height, widest_word, wrapped
from ....charts.palette import TEXT, Palette, palette_of, text_on
from ....charts.pen import Pen
from ....charts.sheet import MARGIN, Plan, Size, inner_width, plan
from ....charts.style import SMALL, Line
from ..protecting import Run
from ..table import SharedRow, SharedTable
from ..telling import HELD_BACK, made_from, middle_in_words
from .common import caption, drawable, figures, lanes, words

__all__ = ["region_bands"]

KIND = "Bands of councils"
NAMES_SHARE, GAP = 0.27, 10.0
PADDING, EDGE = 5.0, 1.5
UNDER = 4.0
NARROW = "A group too narrow for its name shows its count alone, or nothing: see the table."
LIGHTEST, DARKEST = 0.12, 1.0
QUARTERS = ((1, "A quarter"), (2, "Half"), (3, "Three quarters"))
RULE = Line("Dashed line", "--", "none", 0.0, filled=True)


def region_bands(
    table: SharedTable,
    rows: Sequence[SharedRow],
    *,
    title: str = "",
    size: Size | None = None,
    colours: Sequence[str] | None = None,
) -> Chart:
    """Draw each row as a bar of all councils, the lowest group at the left.

    Dashed lines stand at a quarter, half and three quarters of the councils:
    the group that a line crosses is the one that quartile is in.

    Args:
        table: what the region shares.
        rows: those to draw, of one measure.
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
    drawing = _Drawing(table, drawable("region_bands", rows), palette_of(colours, 1))
    return drawing.chart(title, size)


@frozen
class _Drawing:
    """What is drawn."""

    table: SharedTable
    rows: tuple[SharedRow, ...]
    palette: Palette

    def chart(self, title: str, size: Size | None) -> Chart:
        inner = inner_width(size)
        names = inner * NAMES_SHARE
        left, width = MARGIN + names + GAP, inner - names - GAP
        rule = Entry("So many of the councils", RULE.name, Sort.LINE, TEXT, RULE)
        key = key_of([rule], inner)
        most = max(
            (self._high(row, run, width) for row in self.rows for run in row.runs), default=0
        )
        rows = lanes(self.rows, self.table.framework, names, most + 2 * PADDING)
        head = key.height + GAP + line_height(SMALL) + UNDER
        measure = self.rows[0].question.measure
        about = caption(KIND, measure, self.table, title, self._notes(width))
        page = plan(about, size)
        pen = page.open(
            page.body(head + rows.height),
            alt_text=words(about, self.rows, key, list(self._middles())),
            rows=figures(self.rows),
            provenance=made_from(self.table),
        )
        key.draw(pen, MARGIN, page.top)
        top = page.top + head
        spread = rows.within(top, pen.height - page.foot - top)
        self._draw(pen, page, spread, (left, width))
        self._rules(pen, spread, (left, width), top)
        return pen.chart

    def _middles(self) -> Iterator[str]:
        for row in self.rows:
            if not row.is_held_back:
                yield f"{row.question.title}: the middle council is {middle_in_words(row)}."

    def _lines(self, row: SharedRow, run: Run, width: float) -> list[str]:
        """What stands in a group: its name and count; where it is too narrow, its count or nothing.

        Args:
            row: the row it is in.
            run: the group.
            width: of the whole bar, in points.
        """
        room = width * run.count / self.table.councils - 2 * PADDING
        for text in (f"{row.label(run)}: {run.count}", str(run.count)):
            if widest_word(text, SMALL) <= room:
                return wrapped(text, room, SMALL)
        return []

    def _high(self, row: SharedRow, run: Run, width: float) -> float:
        return len(self._lines(row, run, width)) * line_height(SMALL)

    def _notes(self, width: float) -> list[str]:
        texts = ("".join(self._lines(row, run, width)) for row in self.rows for run in row.runs)
        return [NARROW] * any(not each or each.isdigit() for each in texts)

    def _draw(self, pen: Pen, page: Plan, spread: Lanes, place: tuple[float, float]) -> None:
        spread.draw(pen, page)
        left, width = place
        for lane in spread.rows:
            row = self.rows[lane.place or 0]
            start = left
            for run in row.runs:
                across = width * run.count / self.table.councils
                self._band(
                    pen, lane, self._lines(row, run, width), (start, across), self._shade(row, run)
                )
                start += across
            if row.is_held_back:
                pen.text(left + width / 2, lane.middle, HELD_BACK, size=SMALL, across="center")

    def _band(
        self, pen: Pen, lane: Lane, lines: list[str], place: tuple[float, float], share: float
    ) -> None:
        start, across = place
        fill = self.palette.tint(share)
        pen.box(start + EDGE, lane.top + 2, across - 2 * EDGE, lane.height - 4, fill, zorder=1.7)
        top = lane.middle - len(lines) * line_height(SMALL) / 2
        pen.lines(start + PADDING, top, lines, size=SMALL, colour=text_on(fill), on=fill)

    def _shade(self, row: SharedRow, run: Run) -> float:
        """Light for the lowest cells of a row, dark for the highest."""
        share = (run.first + run.last) / 2 / (row.question.cells - 1)
        return LIGHTEST + (DARKEST - LIGHTEST) * share

    def _rules(self, pen: Pen, spread: Lanes, place: tuple[float, float], top: float) -> None:
        left, width = place
        for quarter, name in QUARTERS:
            x = left + width * quarter / (len(QUARTERS) + 1)
            pen.text(x, top - UNDER, name, size=SMALL, across="center", up="bottom")
            for lane in spread.rows:
                if not self.rows[lane.place or 0].is_held_back:
                    ys = [lane.top, lane.top + lane.height]
                    pen.line([x, x], ys, colour=TEXT, dash="--", width=0.8, zorder=2.2)
