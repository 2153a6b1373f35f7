"""The region's shared table as a workbook to read: one sheet for each thing that is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..workbook.writing.tables_book import TableSheet, tables_workbook
from .questions import Measure
from .sharing import SharedRow, SharedTable
from .telling import (
    HELD_BACK,
    NOT_PROTECTED,
    PROTECTED,
    counted_in_words,
    made_from,
    middle_in_words,
    minimum_in_words,
)

__all__ = ["summary_workbook"]

HEADERS = ("Part", "Group", "Councils", "Where the middle council is")
WIDTHS = (44.0, 44.0, 11.0, 44.0)
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


def summary_workbook(tables: Sequence[SharedTable]) -> bytes:
    """Write a round's shared tables into a workbook.

    Args:
        tables: levels with spread and awareness; then the change, if there is one.
    """
    return tables_workbook(tuple(_sheets(tables)), _title(tables[0]))


def _title(table: SharedTable) -> str:
    return f"Commissioning in the region, {table.period}"


def _sheets(tables: Sequence[SharedTable]) -> Iterator[TableSheet]:
    levels = tables[0]
    about = (counted_in_words(levels), minimum_in_words(levels), levels.framework.note)
    made = tuple(dict.fromkeys(map(made_from, tables)))
    yield TableSheet("Read me", _title(levels), tuple(filter(None, (*about, *made))))
    for measure, part, name in SHEETS:
        for table in tables:
            rows = table.of(measure, part)
            if rows:
                notes = (counted_in_words(table), minimum_in_words(table))
                title = f"{measure.value}, {table.period}"
                yield TableSheet(name, title, notes, HEADERS, tuple(_lines(rows)), WIDTHS)
    yield TableSheet("Protection", "How councils are protected", _protection())


def _lines(rows: Iterable[SharedRow]) -> Iterator[tuple[str | int | None, ...]]:
    for row in rows:
        title, middle = row.question.title, middle_in_words(row)
        if row.is_held_back:
            yield title, HELD_BACK, None, ""
        for run in row.runs:
            yield title, row.label(run), run.count, middle


def _protection() -> tuple[str, ...]:
    return (*PROTECTED, "What this does not protect against:", *NOT_PROTECTED)
