"""What people do to rows, columns, sheets and whole workbooks."""

from __future__ import annotations

from typing import Any

from commissioning_standards.workbook.layout.names import COMMENT, CONFIDENCE, ID, RATING, STANDARD
from tests.workbook.corpus_edits import (
    ALL_HERE,
    CELL,
    FIRST,
    HEADERS,
    LAST,
    ROW,
    SHEET,
    column,
    keeper,
)
from tests.workbook.corpus_tools import (
    RATED,
    Kind,
)

__all__ = ["MOVED"]

MOVED: list[Kind] = []
returned = keeper(MOVED)


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
