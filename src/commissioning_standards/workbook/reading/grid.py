"""Worksheets as plain cells, and the tables found in them by their headers.

People insert rows and columns, move tables and rename sheets: nothing here
depends on where a table stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from attrs import frozen
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from ...problems import Place, Problem, WorkbookError, did_you_mean, problem, quoted
from .strings import unescaped

__all__ = ["Cell", "Line", "Row", "Table", "find_tables", "read_sheets"]

MOST_ROWS = 20_000
MOST_CELLS_A_ROW = 500
LEAST_ANCHORS = 2


@frozen
class Cell:
    """What one cell holds.

    Args:
        value: text, a number, a date, true or false; None where it is empty.
        kind: openpyxl's letter for it: ``"f"`` is a formula, ``"e"`` an error.
        place: where it is.
    """

    value: object
    kind: str
    place: Place

    @property
    def text(self) -> str:
        """Its content as text, without spaces at its ends."""
        if self.value is None:
            return ""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        return str(self.value).strip()

    @property
    def fault(self) -> Problem | None:
        """Why its content cannot be taken as typed, if it cannot."""
        if self.kind == "f":
            return problem("formula", self.place)
        if self.kind == "e":
            return problem("error-value", self.place, found=quoted(self.value))
        return None


@frozen
class Row:
    """One row of a sheet that holds something: its cells by column, counted from 1."""

    sheet: str
    number: int
    cells: Mapping[int, Cell]

    def cell(self, column: int) -> Cell:
        """The cell in a column, empty where nothing stands."""
        if column in self.cells:
            return self.cells[column]
        where = f"{get_column_letter(column)}{self.number}"
        return Cell(None, "n", Place(sheet=self.sheet, cell=where))


@frozen
class Line:
    """One row of a table, by header."""

    row: Row
    columns: Mapping[str, int]

    def __getitem__(self, header: str) -> Cell:
        return self.row.cell(self.columns[header])

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in any of the columns that matter."""
        return not any(self[header].text for header in self.columns)


@frozen
class Table:
    """What stands below a row of headers.

    Args:
        lines: the rows, by header; none where a header is missing.
        problems: with its headers.
    """

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]


def read_sheets(book: Workbook, file: str) -> dict[str, tuple[Row, ...]]:
    """Every sheet's rows that hold something.

    Raises:
        WorkbookError: a sheet is damaged, or far too big.
    """
    try:
        return {sheet.title: tuple(_rows(sheet)) for sheet in book.worksheets}
    except _TooBigError as size:
        raise WorkbookError([problem("too-big", Place(file), found=size)]) from None
    except Exception:  # noqa: BLE001 - damage raises a dozen unrelated types
        raise WorkbookError([problem("damaged", Place(file))]) from None


class _TooBigError(Exception):
    """A sheet holds more than any return could."""


def _rows(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()
    found = 0
    for cells in sheet.iter_rows():
        held = {cell.column: cell for cell in cells if cell.value is not None}
        if not held:
            continue
        found += 1
        if found > MOST_ROWS or len(held) > MOST_CELLS_A_ROW:
            raise _TooBigError(f"sheet {sheet.title}")
        number = next(iter(held.values())).row
        yield Row(sheet.title, number, {each: _cell(sheet, held[each]) for each in held})


def _cell(sheet: Any, cell: Any) -> Cell:
    value = cell.value
    if isinstance(value, str) and cell.data_type != "f":
        value = unescaped(value)
    return Cell(value, cell.data_type, Place(sheet=sheet.title, cell=cell.coordinate))


def find_tables(
    rows: Sequence[Row], anchors: Collection[str], headers: Sequence[str]
) -> Iterator[Table]:
    """Find every table of one kind on a sheet.

    Args:
        rows: of the sheet.
        anchors: headers of which two on one row mark the first table.
        headers: the columns that are read; others are passed over.
    """
    wanted = {_folded(header): header for header in headers}
    starts = _starts(rows, set(map(_folded, anchors)), set(wanted))
    for start, end in pairwise([*starts, len(rows)]):
        yield _table(rows[start], rows[start + 1 : end], wanted)


def _starts(rows: Sequence[Row], anchors: set[str], wanted: set[str]) -> list[int]:
    """Where tables begin: a few headers mark the first, and only all of them a second."""
    starts: list[int] = []
    for index, row in enumerate(rows):
        headers = set(_headers_of(row))
        if wanted <= headers or (not starts and len(anchors & headers) >= LEAST_ANCHORS):
            starts.append(index)
    return starts


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _headers_of(row: Row) -> list[str]:
    return [_folded(cell.text) for cell in row.cells.values()]


def _table(top: Row, below: Sequence[Row], wanted: Mapping[str, str]) -> Table:
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    for column, cell in top.cells.items():
        header = wanted.get(_folded(cell.text))
        if header in columns:
            problems.append(problem("column-twice", cell.place, found=quoted(header)))
        elif header:
            columns[header] = column
    spare = [cell.text for cell in top.cells.values()]
    for header in wanted.values():
        if header not in columns:
            place = Place(sheet=top.sheet, cell=f"row {top.number}")
            hint = did_you_mean(header, spare)
            problems.append(problem("column-missing", place, found=quoted(header), hint=hint))
    lines = () if problems else tuple(Line(row, columns) for row in below)
    return Table(lines, tuple(problems))
