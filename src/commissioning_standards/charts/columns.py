"""Columns of words at the right of rows: the figures beside what is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from .lanes import Lanes
from .letters import line_height, width, wrapped
from .sheet import Pen
from .style import LABEL, SMALL

__all__ = ["Column", "Columns", "with_words"]

HEADING_WIDTH = 66.0
BETWEEN = 12.0


@frozen
class Column:
    """Words for each row, under a heading.

    Args:
        heading: what they are.
        cells: one for each part, in the framework's order.
        bold: whether they are heavy.
    """

    heading: str
    cells: tuple[str, ...]
    bold: bool = False

    @property
    def lines(self) -> list[str]:
        """The lines of the heading."""
        return wrapped(self.heading, max(HEADING_WIDTH, self._widest_cell), SMALL)

    @property
    def width(self) -> float:
        """What it takes across, in points."""
        return max(self._widest_cell, *(width(each, SMALL) for each in self.lines))

    @property
    def _widest_cell(self) -> float:
        return max(width(each, LABEL, bold=self.bold) for each in self.cells)

    def draw(self, pen: Pen, left: float, top: float, lanes: Lanes) -> None:
        """Write its heading above a height, and a cell beside each row."""
        start = top - len(self.lines) * line_height(SMALL) - BETWEEN / 3
        pen.lines(left, start, self.lines, size=SMALL)
        for lane in lanes.rows:
            cell = self.cells[lane.place or 0]
            pen.lines(left, lane.middle - line_height(LABEL) / 2, [cell], bold=self.bold)


@frozen
class Columns:
    """Columns side by side.

    Args:
        every: from left to right; those without a word are left out.
    """

    every: tuple[Column, ...]

    @property
    def width(self) -> float:
        """What they take across, with the gap before each, in points."""
        return sum(each.width + BETWEEN for each in self.every)

    @property
    def height(self) -> float:
        """What the headings take down, in points."""
        return max(len(each.lines) for each in self.every) * line_height(SMALL) + BETWEEN / 3

    @property
    def words(self) -> str:
        """The headings as a sentence."""
        return f"Columns: {'; '.join(each.heading for each in self.every)}."

    def draw(self, pen: Pen, right: float, top: float, lanes: Lanes) -> None:
        """Draw them so that the last ends at a place, in points from the left."""
        left = right - self.width
        for each in self.every:
            left += BETWEEN
            each.draw(pen, left, top, lanes)
            left += each.width


def with_words(columns: Sequence[Column], most: float) -> Columns:
    """The columns that say anything, as far as there is room; the first always.

    Args:
        columns: from left to right.
        most: how wide they may be together, in points.
    """
    first, *rest = (each for each in columns if any(each.cells))
    found = Columns((first,))
    for each in rest:
        wider = Columns((*found.every, each))
        found = wider if wider.width <= most else found
    return found
