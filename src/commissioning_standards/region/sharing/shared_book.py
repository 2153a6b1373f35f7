"""The region's shared table as a workbook to read: one sheet for each thing that is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...workbook.writing.list_book import Cell, ListSheet, list_book
from .questions import Measure
from .table import SharedRow, SharedTable
from .telling import (
    HELD_BACK,
    NOT_PROTECTED,
    PROTECTED,
    counted_in_words,
    made_from,
    middle_as_cell,
    minimum_in_words,
)

__all__ = ["shared_workbook"]

COLUMNS = (("Part", 44), ("Group", 44), ("Councils", 11), ("Where the middle council is", 44))
WIDE = 100
SHEETS = (
    (Measure.LEVEL, "domain", "Domains"),
    (Measure.LEVEL, "standard", "Standards"),
    (Measure.LEVEL, "criterion", "Criteria"),
    (Measure.SPREAD, "standard", "Voices"),
    (Measure.AWARENESS, "standard", "Self-awareness"),
    (Measure.CHANGE, "domain", "Change, domains"),
    (Measure.CHANGE, "standard", "Change, standards"),
    (Measure.CHANGE, "criterion", "Change, criteria"),
)


def shared_workbook(tables: Sequence[SharedTable]) -> bytes:
    """Write a round's shared tables into a workbook.

    Args:
        tables: what is counted in the round; then the change, if there is one.
    """
    title = f"Commissioning in the region, {tables[0].period}"
    return list_book(title, [_about(tables), *_sheets(tables), _protection()])


def _about(tables: Sequence[SharedTable]) -> ListSheet:
    levels = tables[0]
    said = (counted_in_words(levels), minimum_in_words(levels), levels.framework.note)
    lines = [each for each in (*said, *dict.fromkeys(map(made_from, tables))) if each]
    return ListSheet(
        "Read me", levels.period, (("What this is", WIDE),), [[each] for each in lines]
    )


def _sheets(tables: Sequence[SharedTable]) -> Iterator[ListSheet]:
    for measure, part, name in SHEETS:
        for table in tables:
            rows = table.of(measure, part)
            if rows:
                said = (measure.value, counted_in_words(table), minimum_in_words(table))
                intent = f"{said[0]}, {table.period}. {said[1]} {said[2]}"
                yield ListSheet(name, intent, COLUMNS, list(_lines(rows)))


def _lines(rows: Iterable[SharedRow]) -> Iterator[list[Cell]]:
    for row in rows:
        title, middle = row.question.title, middle_as_cell(row)
        if row.is_held_back:
            yield [title, HELD_BACK, None, None]
        for run in row.runs:
            yield [title, row.label(run), run.count, middle]


def _protection() -> ListSheet:
    lines = [["Protected", each] for each in PROTECTED]
    lines += [["Not protected", each] for each in NOT_PROTECTED]
    columns = (("Whether", 16), ("How", WIDE))
    return ListSheet("Protection", "How councils are protected, and how not.", columns, lines)
