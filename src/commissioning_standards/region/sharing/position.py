"""Where one council stands in a region's table: for that council alone.

It is made of the shared table and the council's own return, so that it tells
nobody more of the others than the table does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import frozen

from ...framework import Framework
from ...names import council_key
from ..summary import Summary
from .placing import Placed, by_part, level_cells, score_cell
from .protecting import Run
from .questions import Measure, Question
from .table import SharedRow, SharedTable

__all__ = ["Counted", "Position", "counted_by", "positions"]


class Counted(Enum):
    """Whether a table counts a council by the return that it gave."""

    SO = "It is counted as this return has it."
    OTHERWISE = "It is counted as another of its returns has it."
    NOT = "It is not counted."


def counted_by(councils: Iterable[Placed], own: Summary, framework: Framework) -> Counted:
    """Whether a table counts a council as its return has it.

    A return that was sent again with the same levels is counted so too.

    Args:
        councils: whom the table counts.
        own: the council's own return.
        framework: what they answered.
    """
    cells = {each.council: each.cells for each in councils}.get(council_key(own.council))
    if cells is None:
        return Counted.NOT
    return Counted.SO if cells.startswith(level_cells(own, framework)) else Counted.OTHERWISE


@frozen
class Position:
    """One council in one row of levels.

    Args:
        row: the row as it is shared.
        cell: the place of the council's own cell.
        run: the group it is counted in; None where the row is held back, or it is not counted.
    """

    row: SharedRow
    cell: int
    run: Run | None

    @property
    def question(self) -> Question:
        """What the row counts."""
        return self.row.question

    @property
    def own(self) -> str:
        """What the council's own level is called, such as ``"2 Developing"``."""
        return self.question.block_of(self.cell).name

    @property
    def below(self) -> int | None:
        """How many councils are in lower groups; None where the row is held back."""
        return self._beside(above=False)

    @property
    def above(self) -> int | None:
        """How many councils are in higher groups; None where the row is held back."""
        return self._beside(above=True)

    def _beside(self, *, above: bool) -> int | None:
        if self.run is None:
            return None
        others = (each for each in self.row.runs if each != self.run)
        return sum(each.count for each in others if (each.first > self.cell) is above)


def positions(
    table: SharedTable, own: Summary, counted: Counted = Counted.SO
) -> tuple[Position, ...]:
    """Where a council stands on every domain, standard and criterion.

    Args:
        table: what the region shares.
        own: the council's own return, of the same framework, edition and form.
        counted: whether the table counts the council by it; if not, it is in no group.
    """
    return tuple(_positions(table, own, counted))


def _positions(table: SharedTable, own: Summary, counted: Counted) -> Iterator[Position]:
    results = by_part(own)
    for row in table.of(Measure.LEVEL):
        cell = score_cell(results[row.question.part, row.question.id].score, row.question)
        runs = row.runs if counted is Counted.SO else ()
        run = next((each for each in runs if each.first <= cell <= each.last), None)
        yield Position(row, cell, run)
