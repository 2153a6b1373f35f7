"""The cells of every sheet, each with its place, as their file has them.

What a program would have to guess at is damage: a row or cell that stands
twice, one that says it is elsewhere, a number that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from xml.etree.ElementTree import Element

from attrs import frozen
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import from_excel

from ...problems import Place, Problem, problem, quoted
from .book import Book, Sheet
from .intake import told_plainly
from .parts import CELL, MAIN, Allowance
from .strings import text_of, unescaped

__all__ = ["CELL", "FORMULA", "ROW", "Cell", "Row", "read_sheets"]

MOST_ROWS = 20_000
MOST_CHARACTERS = 3_000_000
MOST_MERGES = 1_000
LONGEST_TEXT = 32_767
LONGEST_NAME = 100
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

ROW, MERGE = f"{MAIN}row", f"{MAIN}mergeCell"
VALUE, FORMULA, INLINE = (f"{MAIN}{tag}" for tag in ("v", "f", "is"))
NUMBER = re.compile(r"\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([Ee][-+]?[0-9]+)?\s*")
BOOLEANS = {"0": False, "1": True, "false": False, "true": True}

Merge = tuple[int, int, int, int]
Content = tuple[object, str]


@frozen
class Cell:
    """What one cell holds.

    Args:
        value: text, a number, a date, true or false; None where it is empty.
        kind: ``"f"`` for a formula, ``"e"`` for an error, ``"m"`` where it is
            hidden under the cell it is merged with; others can be read.
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
        if self.kind == "m":
            return problem("merged", self.place)
        if len(self.text) > LONGEST_TEXT:
            found, allowed = f"{len(self.text):,}", f"{LONGEST_TEXT:,}"
            return problem("too-long", self.place, found=found, allowed=allowed)
        return None


@frozen
class Row:
    """One row of a sheet that holds something.

    Args:
        sheet: its name.
        number: of the row.
        cells: those that hold something, by column, counted from 1.
        merges: the cells that are merged across it, by left, top, right and bottom.
    """

    sheet: str
    number: int
    cells: Mapping[int, Cell]
    merges: tuple[Merge, ...] = ()

    def cell(self, column: int) -> Cell:
        """The cell in a column, empty where nothing stands."""
        where = f"{get_column_letter(column)}{self.number}"
        cell = self.cells.get(column) or Cell(None, "n", Place(sheet=self.sheet, cell=where))
        return Cell(cell.value, "m", cell.place) if self._is_covered(column) else cell

    def _is_covered(self, column: int) -> bool:
        """Whether a cell is merged with others of which it is not the first."""
        return any(
            left <= column <= right and (left, top) != (column, self.number)
            for left, top, right, _ in self.merges
        )


def read_sheets(book: Book, file: str) -> dict[str, tuple[Row, ...]]:
    """Every sheet's rows that hold something.

    Raises:
        WorkbookError: a sheet is damaged, or they are far too big.
    """
    with told_plainly(file):
        reader = _Reader(book)
        return {sheet.name: reader.rows(sheet) for sheet in book.sheets}


class _Reader:
    """Reads one sheet after the other, and counts what they hold together."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._rows = Allowance(MOST_ROWS, "rows")
        self._merges = Allowance(MOST_MERGES, "merged cells")
        self._characters = Allowance(MOST_CHARACTERS, "characters")

    def rows(self, sheet: Sheet) -> tuple[Row, ...]:
        """The rows of one sheet that hold something."""
        name = sheet.name[:LONGEST_NAME]
        held: dict[int, dict[int, Cell]] = {}
        merges: list[Merge] = []
        last = 0
        for node in self._book.parts.elements(sheet.part):
            if node.tag == ROW:
                last = _number_of(node, last)
                held[last] = dict(self._cells(node, last, name))
                node.clear()
            elif node.tag == MERGE:
                self._merges.spend(1)
                merges.append(_merge(node))
        filled = {number: cells for number, cells in held.items() if cells}
        self._rows.spend(len(filled))
        return tuple(Row(name, each, filled[each], _across(each, merges)) for each in filled)

    def _cells(self, row: Element, number: int, sheet: str) -> Iterator[tuple[int, Cell]]:
        """The cells of a row that hold something, by column."""
        last = 0
        for node in row.iterfind(CELL):
            last = _column_of(node, number, last)
            value, kind = self._content(node)
            if isinstance(value, str):
                self._characters.spend(len(value))
            if value is not None:
                where = f"{get_column_letter(last)}{number}"
                yield last, Cell(value, kind, Place(sheet=sheet, cell=where))

    def _content(self, node: Element) -> Content:
        """What a cell holds, and a letter for its kind."""
        formula, inline = node.find(FORMULA), node.find(INLINE)
        if formula is not None and not self._book.values:
            return f"={formula.text or ''}", "f"
        kind, text = node.get("t", "n"), node.findtext(VALUE)
        if kind == "inlineStr":
            return (None if inline is None else text_of(inline)), "s"
        return self._typed(kind, text, int(node.get("s", 0))) if text else (None, "n")

    def _typed(self, kind: str, text: str, style: int) -> Content:
        """What a cell's text means by the type it is given."""
        match kind:
            case "n":
                return self._number(text, style)
            case "s":
                return self._book.texts[int(text)], "s"
            case "str":
                return unescaped(text), "s"
            case "b":
                return BOOLEANS[text.strip()], "b"
            case "d":
                return _date_or_error(text)
            case "e":
                return text, "e"
        raise ValueError(f"not a type of cell: {kind}")

    def _number(self, text: str, style: int) -> Content:
        if not NUMBER.fullmatch(text):
            raise ValueError("not a number")
        number = float(text) if set(".eE") & set(text) else int(text)
        if style not in self._book.dates:
            return number, "n"
        try:
            return from_excel(number, self._book.epoch, timedelta=self._book.dates[style]), "d"
        except (OverflowError, ValueError):
            return text, "e"


def _date_or_error(text: str) -> Content:
    try:
        return datetime.fromisoformat(text), "d"
    except ValueError:
        return text, "e"


def _number_of(row: Element, last: int) -> int:
    """A row's number; rows rise, and one that says none follows the one before."""
    number = int(row.get("r", last + 1))
    if not last < number <= LAST_ROW:
        raise ValueError("a row out of its place")
    return number


def _column_of(cell: Element, row: int, last: int) -> int:
    """A cell's column; columns rise too, and a cell stands in the row it is in."""
    place = cell.get("r")
    number, column = coordinate_to_tuple(place) if place else (row, last + 1)
    if number != row or not last < column <= LAST_COLUMN:
        raise ValueError("a cell out of its place")
    return column


def _across(row: int, merges: list[Merge]) -> tuple[Merge, ...]:
    return tuple(merge for merge in merges if merge[1] <= row <= merge[3])


def _merge(node: Element) -> Merge:
    left, top, right, bottom = range_boundaries(node.get("ref", ""))
    if left is None or top is None or right is None or bottom is None:
        raise ValueError("cells merged without bounds")
    return left, top, right, bottom
