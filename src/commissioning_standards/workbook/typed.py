"""Text typed into cells of a workbook, whatever it says; every other cell stays as it was."""

from __future__ import annotations

from collections.abc import Mapping

from .marking.cells import cell_at, open_sheet
from .marking.front import sheet_parts
from .marking.package import Package
from .marking.trees import Element

__all__ = ["typed_into"]


def typed_into(content: bytes, entries: Mapping[tuple[str, str], str]) -> bytes:
    """A workbook into which somebody has typed: the same entries give the same bytes.

    Args:
        content: the whole workbook, as this software wrote it.
        entries: what is typed, by the sheet's name and the cell, such as ``"H7"``.
    """
    package = Package.read(content)
    parts = sheet_parts(package)
    for (name, place), text in entries.items():
        sheet = open_sheet(package, parts[name])
        _type(cell_at(sheet, place), text)
        package.store(parts[name], sheet)
    return package.packed()


def _type(cell: Element, text: str) -> None:
    cell.set("t", "inlineStr")
    cell[:] = [Element("is")]
    cell[0].append(Element("t"))
    cell[0][0].text = text
