"""A workbook of lists to read, sort and filter: nothing in it is filled in."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO

from attrs import frozen
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from .book import PlainSheet
from .measure import row_height
from .pen import LONGEST_TEXT, Pen, Style, Styles
from .writer import OPTIONS, UNDATED

__all__ = ["ListSheet", "list_book"]

HEADER_ROW = 2
Cell = str | float | None


@frozen
class ListSheet:
    """One list.

    Args:
        name: of the sheet.
        intent: what it is for, in a sentence or two.
        columns: each heading with its width in characters.
        rows: a cell for each column; figures are shown to two decimals, and
            whole numbers as counts.
    """

    name: str
    intent: str
    columns: Sequence[tuple[str, float]]
    rows: Sequence[Sequence[Cell]]


def list_book(title: str, sheets: Sequence[ListSheet]) -> bytes:
    """A workbook of lists: the same lists give the same bytes.

    Args:
        title: of the file.
        sheets: in their order.
    """
    buffer = BytesIO()
    # XlsxWriter writes into the options that it is given.
    book = Workbook(buffer, deepcopy(OPTIONS))
    day = datetime.datetime.combine(UNDATED, datetime.time.min)
    book.set_properties({"title": title, "created": day})
    formats: dict[Style, Format] = {}
    for number, sheet in enumerate(sheets, 1):
        pen = Pen(book, book.add_worksheet(sheet.name, PlainSheet), formats)
        _write(pen, sheet, f"List{number}")
    book.close()
    return buffer.getvalue()


def _write(pen: Pen, sheet: ListSheet, name: str) -> None:
    headers, widths = zip(*sheet.columns, strict=True)
    pen.page(widths, HEADER_ROW, is_form=False)
    pen.text(0, 0, sheet.name, Styles.title)
    pen.height(0, 26)
    pen.text(1, 0, sheet.intent, Style())
    # A table has a row, even where there is nothing to list.
    pen.table(name, HEADER_ROW, headers, HEADER_ROW + max(1, len(sheet.rows)), filters=True)
    pen.height(HEADER_ROW, row_height(sheet.columns) + 6)
    for row, cells in enumerate(sheet.rows, HEADER_ROW + 1):
        texts = list(map(_cut, cells))
        for column, text in enumerate(texts):
            _cell(pen, row, column, text)
        pen.height(row, row_height(zip(map(_shown, texts), widths, strict=True)))
    pen.sheet.freeze_panes(HEADER_ROW + 1, 1)


def _cut(value: Cell) -> Cell:
    """Text that no cell could hold, up to where it can."""
    if isinstance(value, str) and len(value.encode("utf-16-le")) // 2 > LONGEST_TEXT:
        return value[: LONGEST_TEXT // 2] + "…"
    return value


def _shown(value: Cell) -> str:
    """What decides how tall a row is: figures stand on one line."""
    return value if isinstance(value, str) else ""


def _cell(pen: Pen, row: int, column: int, value: Cell) -> None:
    if value is None or isinstance(value, str):
        pen.text(row, column, value or "", Styles.cell)
    else:
        pen.number(row, column, value, Styles.count if isinstance(value, int) else Styles.figure)
