"""The cells of one sheet: found, or made where nothing stands yet."""

from __future__ import annotations

from openpyxl.utils.cell import (
    column_index_from_string,
    coordinate_from_string,
    get_column_letter,
)
from openpyxl.worksheet.cell_range import CellRange

from .package import Package
from .trees import Element, child

__all__ = ["cell_at", "open_sheet", "seen_at"]


def open_sheet(package: Package, part: str) -> Element:
    """A sheet as a tree in which rows and cells that leave out their place have it."""
    sheet = package.tree(part)
    number = 0
    for row in sheet.iterfind("sheetData/row"):
        number = int(row.get("r", number + 1))
        row.set("r", str(number))
        column = 0
        for cell in row.iterfind("c"):
            column = _column(cell) or column + 1
            cell.set("r", f"{get_column_letter(column)}{number}")
    return sheet


def cell_at(sheet: Element, place: str) -> Element:
    """The cell at a place, made where nothing stands there, in a row that is shown.

    Args:
        sheet: from :func:`open_sheet`.
        place: such as ``"H7"``.
    """
    letters, number = coordinate_from_string(place)
    row = _row(sheet, number)
    row.attrib.pop("hidden", None)
    found = next((each for each in row.iterfind("c") if each.get("r") == place), None)
    if found is None:
        found = Element("c", {"r": place})
        column = column_index_from_string(letters)
        row.insert(sum(_column(each) < column for each in row.iterfind("c")), found)
        # It says which columns the row's cells span, and need not be said.
        row.attrib.pop("spans", None)
    return found


def seen_at(sheet: Element, place: str) -> str:
    """Where a place is seen: of merged cells only the first is."""
    for each in sheet.iterfind("mergeCells/mergeCell"):
        merged = CellRange(each.get("ref", ""))
        if place in merged:
            return merged.coord.partition(":")[0]
    return place


def _row(sheet: Element, number: int) -> Element:
    data = child(sheet, "sheetData")
    found = next((each for each in data if each.get("r") == str(number)), None)
    if found is None:
        found = Element("row", {"r": str(number)})
        data.insert(sum(int(each.get("r", 0)) < number for each in data), found)
    return found


def _column(cell: Element) -> int:
    """The column of a cell, counted from 1; 0 where it does not say."""
    place = cell.get("r")
    return column_index_from_string(coordinate_from_string(place)[0]) if place else 0
