"""Tables in a workbook to read, not to fill in: one sheet for each, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from attrs import frozen
from xlsxwriter import Workbook

from .measure import row_height
from .pen import Pen, Styles

__all__ = ["TableSheet", "tables_workbook"]

# So that the same tables give the same bytes.
UNDATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


@frozen
class TableSheet:
    """One sheet: a title, what to know when reading it, and a table.

    Args:
        name: of the sheet, as Excel allows it.
        title: above the table.
        notes: under the title, a line each.
        headers: one for each column.
        rows: text or numbers, one for each header; None where there is none.
        widths: of the columns, in characters.
    """

    name: str
    title: str
    notes: tuple[str, ...]
    headers: tuple[str, ...] = ()
    rows: tuple[tuple[str | int | float | None, ...], ...] = ()
    widths: tuple[float, ...] = (40.0, 40.0, 40.0)


def tables_workbook(sheets: Sequence[TableSheet], title: str) -> bytes:
    """Write tables into a workbook.

    Args:
        sheets: in order.
        title: of the whole, in the file's properties.

    Raises:
        WorkbookError: Excel could not hold what is written.
    """
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": title, "created": UNDATED})
    for number, sheet in enumerate(sheets, 1):
        _write(Pen(book, book.add_worksheet(sheet.name)), sheet, f"table_{number}")
    book.close()
    return buffer.getvalue()


def _write(pen: Pen, sheet: TableSheet, name: str) -> None:
    header_row = len(sheet.notes) + 2
    pen.page(sheet.widths, header_row if sheet.headers else None)
    pen.text(0, 0, sheet.title, Styles.title)
    pen.height(0, 24)
    for row, note in enumerate(sheet.notes, 1):
        pen.prose(row, note, Styles.prose, sheet.widths)
    if sheet.headers:
        _table(pen, sheet, header_row, name)


def _table(pen: Pen, sheet: TableSheet, top: int, name: str) -> None:
    pen.table(name, top, sheet.headers, top + max(1, len(sheet.rows)), filters=True)
    pen.height(top, row_height(zip(sheet.headers, sheet.widths, strict=True)))
    for row, cells in enumerate(sheet.rows, top + 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, int | float):
                pen.number(row, column, cell, Styles.weight)
            else:
                pen.text(row, column, cell or "", Styles.cell)
        texts = ("" if cell is None else str(cell) for cell in cells)
        pen.height(row, row_height(zip(texts, sheet.widths, strict=True)))
    pen.sheet.freeze_panes(top + 1, 0)
