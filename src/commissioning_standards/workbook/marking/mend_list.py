"""The sheet that lists everything to mend, written as a workbook of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from attrs import define, evolve
from openpyxl.utils.cell import quote_sheetname
from xlsxwriter import Workbook

from ...problems import Place, Problem
from ..writing.measure import row_height
from ..writing.pen import Pen, Style, Styles
from .looks import MARK

__all__ = ["HEADERS", "MARK_CELL", "TABLE", "TITLE", "list_workbook"]

TITLE, TABLE = "Please mend", "PleaseMend"
HEADERS = ("No.", "Sheet", "Cell", "Criterion", "What is wrong", "What is allowed", "What to do")
WIDTHS = (5.0, 19.0, 8.0, 10.0, 41.0, 33.0, 34.0)
MARK_ROW, MARK_COLUMN, MARK_CELL = 5, 1, "B6"
HEADER_ROW = 7
TEXT = evolve(Styles.cell, number_format="@")


@define
class ListPen(Pen):
    """A pen that also writes what only this sheet has."""

    def jump(self, row: int, column: int, text: str, target: str) -> None:
        """Write a text that jumps to a cell when it is clicked."""
        look = self.book.add_format({**TEXT.properties(), "font_color": "#0B4F9E", "underline": 1})
        self._checked(self.sheet.write_url(row, column, f"internal:{target}", look, string=text))

    def sample(self, row: int, column: int, text: str, look: Mapping[str, Any]) -> None:
        """Write text with a look that no other cell has."""
        plain = Style(valign="vcenter").properties()
        style = self.book.add_format({**plain, **look})
        self._checked(self.sheet.write_string(row, column, text, style))


def list_workbook(problems: Sequence[Problem], sheets: Mapping[str, str], table: str) -> bytes:
    """A workbook of one sheet that lists problems, and notes below them.

    Args:
        problems: what to list, in order.
        sheets: the name of each sheet that can be linked to, by what problems call it.
        table: a name for its table, which no other of the return has.
    """
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True, "default_row_height": 17})
    pen = ListPen(book, book.add_worksheet(TITLE))
    pen.page(WIDTHS, HEADER_ROW)
    faults = [each for each in problems if not each.is_note]
    _write_top(pen, len(faults))
    pen.table(table, HEADER_ROW, HEADERS, HEADER_ROW + len(faults))
    pen.height(HEADER_ROW, 20)
    row = _write_lines(pen, HEADER_ROW + 1, faults, sheets)
    _write_notes(pen, row, [each for each in problems if each.is_note], sheets)
    book.close()
    return buffer.getvalue()


def _write_notes(
    pen: ListPen, row: int, notes: Sequence[Problem], sheets: Mapping[str, str]
) -> None:
    if notes:
        pen.text(row, 0, "Notes: nothing needs doing about these", Styles.heading)
        pen.height(row, 30)
        _write_lines(pen, row + 1, notes, sheets)


def _write_top(pen: ListPen, count: int) -> None:
    things = "1 thing" if count == 1 else f"{count} things"
    lines = (
        (
            f"The check found {things} to mend in this return. Every answer stands here as it "
            "was sent."
        ),
        (
            "1. Click a cell in the list to go there. Its comment says what is wrong and what to "
            "do. A line without a cell is about a whole sheet or the whole file."
        ),
        "2. Mend it there. Come back to this sheet for the next.",
        (
            "3. Save the file and send it back. This sheet, the red borders and the comments may "
            "stay: they are not read."
        ),
    )
    pen.text(0, 0, TITLE, Styles.title)
    pen.height(0, 26)
    for row, line in enumerate(lines, 1):
        pen.prose(row, line, Styles.prose, WIDTHS)
    says = "is pale red, with a red border and a comment."
    pen.sample(MARK_ROW, MARK_COLUMN, "A cell to mend", MARK)
    pen.sample(MARK_ROW, MARK_COLUMN + 1, says, {"indent": 1})
    pen.height(MARK_ROW, 20)


def _write_lines(
    pen: ListPen, first: int, problems: Sequence[Problem], sheets: Mapping[str, str]
) -> int:
    """Write one problem a row, and say which row is free next."""
    for row, each in enumerate(problems, first):
        place = each.place
        texts = (place.sheet, place.cell, place.item, each.message, each.allowed, each.remedy)
        pen.number(row, 0, row - first + 1, Styles.count)
        for column, text in enumerate(texts, 1):
            pen.text(row, column, text, TEXT)
        if place.sheet in sheets:
            column = HEADERS.index("Cell" if place.cell else "Sheet")
            pen.jump(row, column, texts[column - 1], _target(place, sheets[place.sheet]))
        pen.height(row, row_height(zip(texts, WIDTHS[1:], strict=True)))
    return first + len(problems)


def _target(place: Place, sheet: str) -> str:
    """Where a link jumps to: the cell, the first cell of a row, or the top of the sheet."""
    cell = place.cell.replace("row ", "A") or "A1"
    return f"{quote_sheetname(sheet)}!{cell}"
