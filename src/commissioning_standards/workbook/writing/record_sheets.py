"""The sheets that are lists: *Evidence*, *Actions* and, for a peer team, *Findings*."""

from __future__ import annotations

from collections.abc import Sequence

from ...assessment import Assessment
from ...problems import WorkbookError, problem
from ...records import Action, Evidence, Finding
from ..layout.columns import Column
from ..layout.lists import RECORD_SHEETS, RecordSheet
from ..layout.names import MOST_LINES, SPARE_RECORD_ROWS
from .inputs import as_text, offer_input, write_input
from .measure import row_height
from .pen import Pen, Styles

__all__ = ["check_records", "write_record_sheet"]

HEADER_ROW = 2


def check_records(assessment: Assessment) -> None:
    """Refuse more records than are read back.

    Raises:
        WorkbookError: there are more.
    """
    count = sum(len(getattr(assessment, each.attribute)) for each in RECORD_SHEETS)
    if count > MOST_LINES:
        found, allowed = f"{count:,}", f"{MOST_LINES:,}"
        raise WorkbookError([problem("too-many-records", found=found, allowed=allowed)])


def write_record_sheet(pen: Pen, sheet: RecordSheet, assessment: Assessment) -> None:
    """Write the records there are, and rows for more."""
    widths = [column.width for column in sheet.columns]
    records = getattr(assessment, sheet.attribute)
    last_row = HEADER_ROW + len(records) + SPARE_RECORD_ROWS
    pen.page(widths, HEADER_ROW)
    pen.text(0, 0, sheet.name, Styles.title)
    pen.height(0, 26)
    pen.prose(1, sheet.intent, Styles.prose, widths)
    pen.table(sheet.name, HEADER_ROW, sheet.headers, last_row, filters=True)
    pen.height(HEADER_ROW, 30)
    spare: list[None] = [None] * SPARE_RECORD_ROWS
    for row, record in enumerate([*records, *spare], HEADER_ROW + 1):
        _write_record(pen, row, sheet.columns, record)
    for position, column in enumerate(sheet.columns):
        offer_input(pen, (HEADER_ROW + 1, last_row), position, column)
    pen.sheet.freeze_panes(HEADER_ROW + 1, 0)
    pen.sheet.set_selection(HEADER_ROW + 1, 0, HEADER_ROW + 1, 0)


def _write_record(
    pen: Pen, row: int, columns: Sequence[Column], record: Evidence | Action | Finding | None
) -> None:
    texts = []
    for position, column in enumerate(columns):
        value = getattr(record, column.name, None)
        write_input(pen, row, position, column, value)
        texts.append((as_text(value), float(column.width)))
    pen.height(row, row_height(texts))
