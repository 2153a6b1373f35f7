"""The list under a chart of what its numbers stand for."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from .letters import line_height, wrapped
from .sheet import Pen
from .style import SMALL

__all__ = ["Roster", "roster_of"]

COLUMNS, BETWEEN = 2, 14.0


@frozen
class Roster:
    """A list in columns, read downwards.

    Args:
        columns: the lines of each.
        step: from one column to the next, in points.
    """

    columns: tuple[tuple[str, ...], ...]
    step: float

    @property
    def height(self) -> float:
        """What it takes down, in points."""
        return max(map(len, self.columns)) * line_height(SMALL)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Write it with its top left corner there."""
        for index, lines in enumerate(self.columns):
            pen.lines(x + index * self.step, y, lines, size=SMALL)


def roster_of(items: Sequence[str], width: float) -> Roster:
    """Put items into two columns that are together no wider than so many points."""
    each = (width - BETWEEN * (COLUMNS - 1)) / COLUMNS
    long = -(-len(items) // COLUMNS)
    parts = [items[start : start + long] for start in range(0, len(items), long)]
    columns = (
        tuple(line for item in part for line in wrapped(item, each, SMALL)) for part in parts
    )
    return Roster(tuple(columns), each + BETWEEN)
