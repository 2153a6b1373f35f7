"""A workbook opened twice: for its formulas, and for what they showed when it was saved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import evolve, field, frozen
from openpyxl.utils import get_column_letter

from ..layout.names import MADE_BY, MARKER
from ..reading.cells import Cell, Row, read_sheets
from ..reading.intake import open_workbook
from .blocks import LISTS, Block, Key, find_blocks
from .shared import SHARED, Shared, shared_formulas

__all__ = ["CHART", "FORMULA", "Opened", "lists_of", "open_twice"]

FORMULA = "f"
CHART = "chart list"
STAMP_COLUMNS = 2


@frozen
class Opened:
    """A workbook, read twice: what was typed, and what was shown.

    Args:
        content: the whole file.
        typed: each sheet's rows with their formulas.
        shown: the same with the values that the formulas had when it was saved.
        names: each defined name as it is written, with what it stands for, by
            the name in small letters; several where sheets have one of their own.
    """

    content: bytes = field(repr=False)
    typed: Mapping[str, tuple[Row, ...]]
    shown: Mapping[str, tuple[Row, ...]]
    names: Mapping[str, tuple[tuple[str, str], ...]]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Its tables, the results first."""
        return tuple(find_blocks(self.shown.values()))

    @cached_property
    def stamp(self) -> Row:
        """The row with which the hidden sheet's lists begin."""
        return next(row for rows in self.typed.values() for row in rows if _is_stamp(row))

    def stamped(self, label: str) -> str:
        """What the hidden sheet says beside a label; ``""`` where it does not say."""
        left = min(self.stamp.cells)
        rows = self.typed[self.stamp.sheet]
        return {row.cell(left).text: row.cell(left + 1).text for row in rows}.get(label, "")

    def cell(self, sheet: str, place: tuple[int, int]) -> tuple[Cell, Cell]:
        """What was typed into a cell, by row and column counted from 1, and what it showed."""
        row, column = place
        typed, shown = (
            rows.get((sheet, row), Row(sheet, row, {})).cell(column)
            for rows in (self._typed, self._shown)
        )
        if typed.kind == FORMULA and typed.value == SHARED:
            shared = self._shared.get((sheet, typed.place.cell))
            typed = evolve(typed, value=shared.at(typed.place.cell) if shared else SHARED)
        return typed, shown

    @cached_property
    def _typed(self) -> Mapping[tuple[str, int], Row]:
        return _by_number(self.typed)

    @cached_property
    def _shown(self) -> Mapping[tuple[str, int], Row]:
        return _by_number(self.shown)

    @cached_property
    def _shared(self) -> Mapping[tuple[str, str], Shared]:
        return shared_formulas(self.content)


def open_twice(content: bytes, file: str) -> Opened:
    """Read a workbook's formulas and the values they had.

    Args:
        content: the whole workbook.
        file: its name, for messages.

    Raises:
        WorkbookError: it cannot be read.
    """
    book = open_workbook(content, file)
    values = open_workbook(content, file, values=True)
    return Opened(content, read_sheets(book, file), read_sheets(values, file), book.names)


def _by_number(sheets: Mapping[str, tuple[Row, ...]]) -> dict[tuple[str, int], Row]:
    return {(sheet, row.number): row for sheet, rows in sheets.items() for row in rows}


def _is_stamp(row: Row) -> bool:
    return [cell.text for cell in row.cells.values()][:STAMP_COLUMNS] == [MADE_BY, MARKER]


def lists_of(book: Opened, model: Opened) -> Block:
    """The lists of the hidden sheet, as far from its stamp as they are in a model of it."""
    down = book.stamp.number - model.stamp.number
    right = min(book.stamp.cells) - min(model.stamp.cells)
    first = min(model.stamp.cells) + STAMP_COLUMNS
    cells = {
        Key(LISTS, f"row {row.number}", _list_name(model, column)): (
            row.number + down,
            column + right,
        )
        for row in model.shown[model.stamp.sheet]
        for column in row.cells
        if column >= first
    }
    return Block(book.stamp.sheet, cells)


def _list_name(model: Opened, column: int) -> str:
    """A list's name; those behind the chart have none."""
    header = model.stamp.cell(column).text
    named = header.casefold() in model.names
    return header if named else f"{CHART} {get_column_letter(column)}"
