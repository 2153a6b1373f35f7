"""What people do to headings, labels, the hidden sheet and other things that are read by name."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.comments import Comment

import commissioning_standards as cs
from commissioning_standards.workbook.layout.names import (
    ABOUT,
    COMMENT,
    CONFIDENCE,
    ID,
    RATING,
    START,
)
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.workbook.corpus_edits import (
    ALL_HERE,
    CELL,
    HEADERS,
    ROW,
    SHEET,
    Change,
    column,
    keeper,
)
from tests.workbook.corpus_tools import (
    Kind,
    commented,
    edited,
    filled,
    place,
)

__all__ = ["RENAMED"]

RENAMED: list[Kind] = []
returned = keeper(RENAMED)


@returned("ratings merged down two rows", "merged")
def _(book: Any) -> None:
    book[SHEET].merge_cells(CELL + ":" + place(RATING, "4.3")[1])


@returned("ratings and confidence merged", "merged")
def _(book: Any) -> None:
    book[SHEET].merge_cells(f"{CELL}:{place(CONFIDENCE)[1]}")


@returned("a comment merged with the column after it")
def _(book: Any) -> None:
    at = book[SHEET].cell(ROW, column(COMMENT) + 1).coordinate
    book[SHEET].merge_cells(f"{place(COMMENT)[1]}:{at}")


@returned("a heading merged with the one after it", "column-missing")
def _(book: Any) -> None:
    book[SHEET].merge_cells(
        start_row=HEADERS,
        end_row=HEADERS,
        start_column=column(RATING),
        end_column=column(CONFIDENCE),
    )


@returned("a heading in capitals, with odd spaces")
def _(book: Any) -> None:
    book[SHEET].cell(HEADERS, column(RATING)).value = "  RATING\u00a0\n"


@returned("a heading renamed", "column-missing")
def _(book: Any) -> None:
    book[SHEET].cell(HEADERS, column(RATING)).value = "Our rating"


@returned("a heading wiped out", "column-missing")
def _(book: Any) -> None:
    book[SHEET].cell(HEADERS, column(ID)).value = None


@returned("a heading of a column that is not read given twice")
def _(book: Any) -> None:
    book[SHEET].cell(HEADERS, column(COMMENT) + 3).value = "Standard"
    book[SHEET].cell(ROW, column(COMMENT) + 3).value = "British"


@returned("a workbook of another edition")
def _(book: Any) -> None:
    book[ABOUT]["B4"] = "2029"


@returned("a workbook of another wording")
def _(book: Any) -> None:
    book[ABOUT]["B6"] = "0" * 64


@returned("the line of the form taken out of the hidden sheet", "unknown-form")
def _(book: Any) -> None:
    book[ABOUT].delete_rows(5)


@returned(
    "the whole form said to be the quick one",
    *["unknown-criterion"] * 48,
    *["row-missing"] * 12,
)
def _(book: Any) -> None:
    book[ABOUT]["B5"] = "quick"


@returned("a heading given twice", "column-twice")
def _(book: Any) -> None:
    book[SHEET].cell(HEADERS, column(COMMENT) + 3).value = "Rating "


@returned("the row of headings deleted", *["row-missing"] * len(ALL_HERE))
def _(book: Any) -> None:
    book[SHEET].delete_rows(HEADERS)


@returned("IDs turned into numbers")
def _(book: Any) -> None:
    for row in ALL_HERE:
        cell = book[SHEET].cell(row, column(ID))
        cell.value, cell.number_format = float(cell.value), "0.00"


@returned("IDs with spaces and line breaks around them")
def _(book: Any) -> None:
    for row in ALL_HERE:
        cell = book[SHEET].cell(row, column(ID))
        cell.value = f"\u00a0{cell.value} \n"


@returned("comments, links and colours on cells")
def _(book: Any) -> None:
    book[SHEET][CELL].comment = Comment("3 Established?", "A reader")
    book[SHEET][CELL].hyperlink = "https://example.org/3"
    book[SHEET][CELL].value = "2 Developing"
    book[SHEET].sheet_properties.tabColor = "FF0000"


@returned("lists and protection taken away")
def _(book: Any) -> None:
    for sheet in book.worksheets:
        sheet.data_validations.dataValidation = []
        sheet.protection.sheet = False


@returned("a chart on a sheet of its own")
def _(book: Any) -> None:
    book.create_chartsheet("Our chart", 0)


@returned("something in the last cell of a sheet")
def _(book: Any) -> None:
    book[SHEET]["XFD1048576"] = "here"


@returned("the hidden sheet shown")
def _(book: Any) -> None:
    book[ABOUT].sheet_state = "visible"


@returned("the hidden sheet deleted", "not-a-return")
def _(book: Any) -> None:
    book.remove(book[ABOUT])


@returned("the hidden sheet duplicated")
def _(book: Any) -> None:
    book.copy_worksheet(book[ABOUT])


@returned("the label Council typed over", "field-missing")
def _(book: Any) -> None:
    book[START]["A6"].value = "Our council"


@returned("every line of the first table deleted", *["field-missing"] * 5)
def _(book: Any) -> None:
    book[START].delete_rows(6, 100)


@returned("the first table's Council given twice", "field-twice")
def _(book: Any) -> None:
    book[START].insert_rows(7)
    book[START]["A7"], book[START]["B7"] = "council", "Elsewhere"


@returned("evidence without a title, its type tidied", "title-missing")
def _(book: Any) -> None:
    book["Evidence"]["C9"] = "outcomes"


@returned("evidence about what is not there", "unknown-reference")
def _(book: Any) -> None:
    book["Evidence"]["B4"] = "4 and 4.2;  99 / 99"


@returned("a date of evidence in words", "date-not-read")
def _(book: Any) -> None:
    book["Evidence"]["D4"] = "last spring"


@returned("a date of evidence that could be two days", "date-two-ways")
def _(book: Any) -> None:
    book["Evidence"]["D4"] = "03/04/2026"


@returned("a date of evidence as a bare number", "date-not-read")
def _(book: Any) -> None:
    book["Evidence"]["D4"].number_format = "General"


@returned("days counted from 1904")
def _(book: Any) -> None:
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904


@returned("a comment changed", expected=commented("We found more"))
def _(book: Any) -> None:
    book[SHEET][place(COMMENT)[1]] = "We found more"


def copied_into(book: Any, other: bytes, *names: str) -> None:
    """Copy the cells of another workbook's sheets into new sheets."""
    source = openpyxl.load_workbook(BytesIO(other))
    for name in names or source.sheetnames:
        sheet = book.create_sheet(f"{name[:20]} (2)")
        for row in source[name].values:
            sheet.append(row)


@returned("two returns in one workbook that agree")
def _(book: Any) -> None:
    copied_into(book, workbook_bytes(filled()))


@returned("another council's sheet in the workbook", *["row-twice"] * 12)
def _(book: Any) -> None:
    blank = cs.assess(filled().framework, {})
    copied_into(book, workbook_bytes(blank), SHEET)


@returned("a return in the quick form copied into this one", "two-returns")
def _(book: Any) -> None:
    quick = cs.assess(cs.quick_form(filled().framework), {"Q4": 3})
    copied_into(book, workbook_bytes(quick))


def put(sheet: str, where: str, value: object) -> Change:
    """Type a value into a cell."""

    def change(book: Any) -> None:
        book[sheet][where] = value

    return change


STAMPS = (
    ("B1", "something else", "not-a-return"),
    ("B2", 2, "newer-workbook"),
    ("B2", "9" * 5_000, "newer-workbook"),
    ("B2", None, "newer-workbook"),
    ("B3", "no-such-framework", "wrong-framework"),
    ("B3", "../../../etc", "wrong-framework"),
    ("B5", "long", "unknown-form"),
    ("B7", "1 Bad, 2 Good\x85" + "." * 900, "other-scale"),
)
RENAMED += [
    Kind(
        f"{str(value)[:20]} in {where} of the hidden sheet",
        edited(put(ABOUT, where, value)),
        (code,),
    )
    for where, value, code in STAMPS
]
