"""The cells of a row laid out along a sheet, with their blocks named at the top."""

from __future__ import annotations

from attrs import frozen

from ....charts.letters import line_height, wrapped
from ....charts.pen import Pen
from ....charts.style import SMALL
from ..questions import Question

__all__ = ["Track"]

BETWEEN, UNDER = 3.0, 4.0


@frozen
class Track:
    """Blocks as wide as each other, from left to right; the cells of a block share its width.

    Args:
        question: whose cells they are.
        left: where they begin, in points from the left of the sheet.
        width: of all of them, in points.
    """

    question: Question
    left: float
    width: float

    @property
    def step(self) -> float:
        """The width of a block, in points."""
        return self.width / len(self.question.blocks)

    @property
    def middle(self) -> float:
        """The middle of them all, in points from the left of the sheet."""
        return self.left + self.width / 2

    def edges(self, first: int, last: int) -> tuple[float, float]:
        """Where neighbouring cells begin and end, in points from the left of the sheet."""
        return self._start(first), self._start(last + 1)

    def at(self, cell: int) -> float:
        """The middle of a cell, in points from the left of the sheet."""
        start, end = self.edges(cell, cell)
        return (start + end) / 2

    def _start(self, cell: int) -> float:
        blocks = self.question.blocks
        if cell == self.question.cells:
            return self.left + self.width
        block = self.question.block_of(cell)
        within = (cell - block.first) / (block.last - block.first + 1)
        return self.left + (blocks.index(block) + within) * self.step

    @property
    def head(self) -> float:
        """What the names take down, in points."""
        return max(map(len, self._names())) * line_height(SMALL) + UNDER

    def _names(self) -> list[list[str]]:
        room = self.step - 2 * BETWEEN
        return [wrapped(each.name, room, SMALL) for each in self.question.blocks]

    def draw_names(self, pen: Pen, top: float) -> None:
        """Write the names of the blocks above a height."""
        for place, lines in enumerate(self._names()):
            start = top - len(lines) * line_height(SMALL) - UNDER
            middle = self.left + (place + 0.5) * self.step
            pen.lines(middle, start, lines, size=SMALL, across="center")
