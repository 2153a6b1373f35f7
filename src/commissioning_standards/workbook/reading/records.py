"""Evidence, actions and findings out of a return: one record a row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from ...fitting import references
from ...framework import Framework
from ...problems import Problem, problem, quoted
from ...records import Action, Evidence, Finding
from ..layout.lists import RECORD_SHEETS, RecordSheet
from ..layout.names import MOST_LINES
from .carried import as_notes
from .cells import Row
from .grid import Line, Table, find_tables
from .parts import Allowance
from .values import read_value

__all__ = ["read_records"]

Record = Evidence | Action | Finding


def read_records(
    sheets: Iterable[Sequence[Row]],
    framework: Framework,
    *,
    same_words: bool = True,
    has_findings: bool = False,
) -> tuple[dict[str, Any], list[Problem]]:
    """Read every table of evidence, actions and findings.

    Args:
        sheets: the rows of each.
        framework: what is asked.
        same_words: whether the return was made from this very wording; where it
            was not, what is about nothing now is about less, and that is a note.
        has_findings: whether it went out with a sheet for a peer team's findings.

    Returns:
        The records by the assessment's attribute, and all problems and notes.
    """
    known = frozenset(references(framework))
    every = tuple(sheets)
    records: dict[str, list[Record]] = {}
    found: list[Problem] = []
    for sheet in RECORD_SHEETS:
        kept = records.setdefault(sheet.attribute, [])
        tables = tuple(_tables(every, sheet))
        if not tables and (has_findings or not sheet.is_for_peers):
            found.append(problem("table-missing", found=quoted(sheet.name)))
        allowance = Allowance(MOST_LINES, "records")
        for table in tables:
            allowance.spend(len(table.lines))
            found += table.problems
            earlier = tuple(kept)
            for line in table.lines:
                record, problems = _record(line, sheet, known, same_words=same_words)
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


def _record(
    line: Line, sheet: RecordSheet, known: Collection[str], *, same_words: bool
) -> tuple[Record | None, list[Problem]]:
    values: dict[str, Any] = {}
    found: list[Problem] = []
    for column in sheet.columns:
        values[column.name], problems = read_value(line[column.header], column, known)
        found += problems
    if not same_words:
        found = as_notes(found)
        values["about"] = tuple(each for each in values["about"] or () if each in known)
    faults = [each for each in found if not each.is_note]
    if not values["title"] and not faults:
        faults.append(problem("title-missing", line[sheet.headers[0]].place))
        found.append(faults[0])
    if faults:
        return None, found
    return sheet.model(**values), found
