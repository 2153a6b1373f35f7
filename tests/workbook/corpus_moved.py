"""What people do to rows, columns, sheets and whole workbooks."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.utils import column_index_from_string

import commissioning_standards as cs
from commissioning_standards.workbook.layout import (
    ABOUT,
    COMMENT,
    CONFIDENCE,
    ID,
    RATING,
    STANDARD,
    START,
)
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.workbook.corpus_tools import (
    RATED,
    Expected,
    Kind,
    commented,
    edited,
    filled,
    place,
)

__all__ = ["MOVED"]

SHEET, CELL = place(RATING)
ROW = int(re.sub(r"\D", "", CELL))
FIRST, LAST = (int(re.sub(r"\D", "", place(ID, each)[1])) for each in ("4.1", "6.4"))
HEADERS = FIRST - 1
ALL_HERE = tuple(range(FIRST, LAST + 1))
MOVED: list[Kind] = []

Change = Callable[[Any], object]


def column(header: str) -> int:
    """Where a column of a rating sheet stands."""
    return column_index_from_string(re.sub(r"\d", "", place(header)[1]))


def returned(
    name: str, *codes: str, expected: Expected = lambda whole: whole
) -> Callable[[Change], Change]:
    """Keep a change that people make to a workbook, and what must come of it."""

    def keep(change: Change) -> Change:
        MOVED.append(Kind(name, edited(change), codes, expected))
        return change

    return keep


def rows_of(sheet: Any) -> list[list[Any]]:
    """What the lines of a rating sheet hold."""
    return [[each.value for each in cells] for cells in sheet.iter_rows(FIRST, LAST)]


def fill(sheet: Any, rows: list[list[Any]]) -> None:
    """Put other lines in the place of a rating sheet's own."""
    for number, values in enumerate(rows, FIRST):
        for at, value in enumerate(values, 1):
            sheet.cell(number, at).value = value


@returned("rows and columns inserted above and before a table")
def _(book: Any) -> None:
    book[SHEET].insert_rows(1, 3)
    book[SHEET].insert_cols(1, 2)


@returned("a column inserted within a table")
def _(book: Any) -> None:
    book[SHEET].insert_cols(column(RATING))
    book[SHEET].cell(HEADERS, column(RATING)).value = "What we said at first"
    book[SHEET].cell(ROW, column(RATING)).value = "1 Starting"


@returned("blank rows inserted within a table")
def _(book: Any) -> None:
    book[SHEET].insert_rows(ROW, 5)


@returned("a table moved down by 100 rows")
def _(book: Any) -> None:
    book[SHEET].insert_rows(1, 100)


@returned("a table sorted by its ratings")
def _(book: Any) -> None:
    rows = rows_of(book[SHEET])
    fill(book[SHEET], sorted(rows, key=lambda row: str(row[column(RATING) - 1])))


@returned("a table sorted backwards by its standards")
def _(book: Any) -> None:
    rows = rows_of(book[SHEET])
    fill(book[SHEET], sorted(rows, key=lambda row: str(row[column(STANDARD) - 1]), reverse=True))


@returned("a table filtered, with rows hidden")
def _(book: Any) -> None:
    book[SHEET].auto_filter.ref = f"A{HEADERS}:K{LAST}"
    book[SHEET].auto_filter.add_filter_column(0, ["4.1"])
    for row in range(FIRST + 1, LAST + 1):
        book[SHEET].row_dimensions[row].hidden = True


@returned("columns hidden, grouped and made narrow")
def _(book: Any) -> None:
    book[SHEET].column_dimensions.group("A", "C", hidden=True)
    book[SHEET].column_dimensions["H"].width = 0


@returned("a sheet hidden")
def _(book: Any) -> None:
    book[SHEET].sheet_state = "hidden"


@returned("a sheet renamed, moved to the end and another added in front")
def _(book: Any) -> None:
    book[SHEET].title = "How “inclusive” we are"
    book.move_sheet(book[book.sheetnames[2]], offset=6)
    book.create_sheet("Notes", 0)["A1"] = "Our own notes"


@returned("every sheet named by a number")
def _(book: Any) -> None:
    for index, sheet in enumerate(book.worksheets):
        sheet.title = str(index)


@returned("a sheet duplicated")
def _(book: Any) -> None:
    book.copy_worksheet(book[SHEET])


@returned("a sheet duplicated, and another answer given in the copy", "row-twice")
def _(book: Any) -> None:
    book.copy_worksheet(book[SHEET])[CELL] = "4 Leading"


@returned("a sheet duplicated, and an answer wiped out in the copy", "row-twice")
def _(book: Any) -> None:
    book.copy_worksheet(book[SHEET])[CELL] = None


@returned("a sheet of ratings deleted", *["row-missing"] * len(ALL_HERE))
def _(book: Any) -> None:
    book.remove(book[SHEET])


@returned("the sheets of evidence and actions deleted", "table-missing", "table-missing")
def _(book: Any) -> None:
    book.remove(book["Evidence"])
    book.remove(book["Actions"])


@returned("a row deleted", "row-missing")
def _(book: Any) -> None:
    book[SHEET].delete_rows(ROW)


@returned("a row duplicated")
def _(book: Any) -> None:
    for at in (ID, RATING, CONFIDENCE, COMMENT):
        book[SHEET].cell(LAST + 1, column(at)).value = book[SHEET].cell(ROW, column(at)).value


@returned("a row duplicated, with another rating", "row-twice")
def _(book: Any) -> None:
    book[SHEET].cell(LAST + 1, column(ID)).value = RATED
    book[SHEET].cell(LAST + 1, column(RATING)).value = "4 Leading"


@returned("a row of their own", "unknown-criterion")
def _(book: Any) -> None:
    book[SHEET].cell(LAST + 1, column(ID)).value = "4.11"
    book[SHEET].cell(LAST + 1, column(RATING)).value = "Fairly good"


@returned("an answer below a table, in a row without an ID", "no-id")
def _(book: Any) -> None:
    book[SHEET].cell(LAST + 3, column(RATING)).value = "3 Established"


@returned("a note below a table")
def _(book: Any) -> None:
    book[SHEET].cell(LAST + 3, column(STANDARD)).value = "We talked about this for an hour"


@returned("a second table, of their own, below the first", "no-id", "no-id")
def _(book: Any) -> None:
    for at, value in enumerate(("Rating", "How many"), column(RATING)):
        book[SHEET].cell(LAST + 3, at).value = value
        book[SHEET].cell(LAST + 4, at).value = 3


@returned("values pasted over all formulas")
def _(book: Any) -> None:
    for sheet in book.worksheets:
        for cells in sheet.iter_rows():
            for each in cells:
                if each.data_type == "f":
                    each.value = 0


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
MOVED += [
    Kind(
        f"{str(value)[:20]} in {where} of the hidden sheet",
        edited(put(ABOUT, where, value)),
        (code,),
    )
    for where, value, code in STAMPS
]
