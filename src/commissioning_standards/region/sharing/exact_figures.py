"""What only the region itself may read: exact figures, and what was held back and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ...scoring import as_float
from .placing import Placings
from .protecting import protected
from .quartiles import Quartiles
from .table import SharedTable
from .trend import Trend

__all__ = [
    "HELD_BACK_COLUMNS",
    "MEAN_COLUMNS",
    "MOVE_COLUMNS",
    "QUARTILE_COLUMNS",
    "held_back_rows",
    "mean_rows",
    "move_rows",
    "quartile_rows",
]

QUARTILE_COLUMNS = (
    "part",
    "id",
    "title",
    "councils",
    "lowest",
    "lower_quartile",
    "median",
    "upper_quartile",
    "highest",
)
MEAN_COLUMNS = (
    "part",
    "id",
    "title",
    "before",
    "before_of_those_in_both",
    "after_of_those_in_both",
    "after",
    "change_of_those_in_both",
    "by_joiners",
    "by_leavers",
)
MOVE_COLUMNS = ("council", "moved")
HELD_BACK_COLUMNS = ("measure", "part", "id", "title", "cells", "counts", "shown_as", "why")

TOO_SMALL = "A group of fewer councils than the minimum went together with its neighbours."
ALL_ALIKE = "All councils are alike."
NO_TWO = "No two groups are large enough."
EARLIER = "An earlier edition was shared, and the two could be subtracted."


def quartile_rows(found: Iterable[Quartiles]) -> list[dict[str, object]]:
    """Quartiles as flat rows."""
    return [
        {
            "part": each.question.part,
            "id": each.question.id,
            "title": each.question.title,
            "councils": each.councils,
            "lowest": as_float(each.lowest),
            "lower_quartile": as_float(each.lower),
            "median": as_float(each.median),
            "upper_quartile": as_float(each.upper),
            "highest": as_float(each.highest),
        }
        for each in found
    ]


def mean_rows(trend: Trend) -> list[dict[str, object]]:
    """Means of two rounds as flat rows, with the effect of those who joined and left."""
    return [
        {
            "part": each.question.part,
            "id": each.question.id,
            "title": each.question.title,
            **_floats(
                before=each.before,
                before_of_those_in_both=each.before_both,
                after_of_those_in_both=each.after_both,
                after=each.after,
                change_of_those_in_both=each.change,
                by_joiners=each.by_joiners,
                by_leavers=each.by_leavers,
            ),
        }
        for each in trend.means
    ]


def move_rows(trend: Trend) -> list[dict[str, object]]:
    """Every council that joined or left since the round before, by its name made alike."""
    moved = [*((each, "joined") for each in trend.joined), *((each, "left") for each in trend.left)]
    return [{"council": council, "moved": how} for council, how in moved]


def _floats(**values: Fraction | None) -> dict[str, object]:
    return {name: as_float(value) for name, value in values.items()}


def held_back_rows(placings: Placings, table: SharedTable) -> Iterator[dict[str, object]]:
    """Every row that was not shown cell by cell: its counts, how it is shown, and why.

    Args:
        placings: what the shared table was made of.
        table: as it is shared.
    """
    for row, counts in zip(table.rows, placings.counts, strict=True):
        if row.is_held_back or not all(run.is_single for run in row.runs):
            question = row.question
            whole = not question.starts
            names = [question.name(each, each, whole=whole) for each in range(question.cells)]
            yield {
                "measure": question.measure.value,
                "part": question.part,
                "id": question.id,
                "title": question.title,
                "cells": "; ".join(names),
                "counts": "; ".join(map(str, counts)),
                "shown_as": "; ".join(f"{row.label(run)}: {run.count}" for run in row.runs),
                "why": TOO_SMALL if row.runs else _why(counts, table.minimum, question.cuts),
            }


def _why(counts: tuple[int, ...], minimum: int, cuts: frozenset[int]) -> str:
    if protected(counts, minimum, cuts):
        return EARLIER
    return ALL_ALIKE if sum(map(bool, counts)) == 1 else NO_TWO
