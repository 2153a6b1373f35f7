"""Formulas that a program has saved once for many cells.

Excel may write a formula into the first of a run of cells, and only a number
into the rest.
"""

from __future__ import annotations

from attrs import frozen
from openpyxl.formula.translate import Translator

from ..reading.cells import CELL, FORMULA, ROW
from ..reading.intake import open_workbook
from .tokens import LONGEST_FORMULA

__all__ = ["SHARED", "Shared", "shared_formulas"]

# What a cell holds whose formula stands in another.
SHARED = "="


@frozen
class Shared:
    """A formula where it is written out.

    Args:
        formula: the whole of it.
        cell: where it stands.
    """

    formula: str
    cell: str

    def at(self, cell: str) -> str:
        """The formula as it reads in another cell; ``"="`` where it cannot be moved there."""
        if len(self.formula) > LONGEST_FORMULA:
            return SHARED
        try:
            return str(Translator(self.formula, self.cell).translate_formula(cell))
        except Exception:  # noqa: BLE001 - damage raises several unrelated types
            return SHARED


def shared_formulas(content: bytes) -> dict[tuple[str, str], Shared]:
    """The formulas of cells that have only a number for one, by sheet and cell.

    Args:
        content: a whole workbook that has been read before.

    Raises:
        WorkbookError: it cannot be read.
    """
    book = open_workbook(content, "")
    found: dict[tuple[str, str], Shared] = {}
    for sheet in book.sheets:
        written: dict[str, Shared] = {}
        for node in book.parts.elements(sheet.part):
            formula = node.find(FORMULA) if node.tag == CELL else None
            if formula is not None and formula.get("t") == "shared":
                number, cell = formula.get("si", ""), node.get("r", "")
                if formula.text:
                    written[number] = Shared(f"={formula.text}", cell)
                elif number in written:
                    found[sheet.name, cell] = written[number]
            if node.tag == ROW:
                node.clear()
    return found
