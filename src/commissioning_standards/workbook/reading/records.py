"""Evidence and actions out of a return: one record a row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from ...assessment import references
from ...framework import Framework
from ...problems import Problem, problem, quoted
from ...records import Action, Evidence
from ..layout import RECORD_SHEETS, RecordSheet
from .grid import Line, Row, Table, find_tables
from .values import read_value

__all__ = ["read_records"]

Record = Evidence | Action


def read_records(
    sheets: Iterable[Sequence[Row]], framework: Framework
) -> tuple[dict[str, Any], list[Problem]]:
    """Read every evidence and action table.

    Returns:
        The records by the assessment's attribute, and all problems and notes.
    """
    known = references(framework)
    every = tuple(sheets)
    records: dict[str, list[Record]] = {}
    found: list[Problem] = []
    for sheet in RECORD_SHEETS:
        kept = records.setdefault(sheet.attribute, [])
        tables = tuple(_tables(every, sheet))
        if not tables:
            found.append(problem("table-missing", found=quoted(sheet.name)))
        for table in tables:
            found += table.problems
            earlier = tuple(kept)
            for line in _filled(table):
                record, problems = _record(line, sheet, known)
                found += problems
                if record is not None and record not in earlier:
                    kept.append(record)
    return records, found


def _tables(sheets: Iterable[Sequence[Row]], sheet: RecordSheet) -> Iterator[Table]:
    """The sheet's table, and that of any copy of the sheet."""
    others = {header for each in RECORD_SHEETS if each is not sheet for header in each.headers}
    anchors = [header for header in sheet.headers if header not in others]
    for rows in sheets:
        yield from find_tables(rows, anchors, sheet.headers)


def _filled(table: Table) -> Iterator[Line]:
    return (line for line in table.lines if not line.is_blank)


def _record(
    line: Line, sheet: RecordSheet, known: Collection[str]
) -> tuple[Record | None, list[Problem]]:
    values: dict[str, Any] = {}
    found: list[Problem] = []
    for column in sheet.columns:
        values[column.name], problems = read_value(line[column.header], column, known)
        found += problems
    if not values["title"] and not found:
        found.append(problem("title-missing", line[sheet.headers[0]].place))
    if any(not each.is_note for each in found):
        return None, found
    return sheet.model(**values), found
