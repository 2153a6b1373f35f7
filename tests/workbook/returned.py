"""A returned workbook changed in its file, as no program that recalculates would change it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree as ET

import openpyxl

from commissioning_standards.workbook.verify.verifier import Verification, verify_content

__all__ = [
    "changed_by_script",
    "formula_in",
    "put",
    "recalculated_by_nobody",
    "told",
    "verified",
    "with_text",
]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ET.register_namespace("", MAIN)

Edit = Callable[[ET.Element], object]


def verified(content: bytes) -> Verification:
    """What comes of verifying a workbook."""
    return verify_content(content, "return.xlsx")


def told(found: Verification) -> list[tuple[str, str, str]]:
    """Every difference by its code, sheet and cell."""
    return [(each.code, each.place.sheet, each.place.cell) for each in found.differences]


def formula_in(content: bytes, cell: str, sheet: str = "Results") -> str:
    """A cell's formula, without its ``=``."""
    return str(openpyxl.load_workbook(BytesIO(content))[sheet][cell].value)[1:]


def changed_by_script(content: bytes, change: Callable[[openpyxl.Workbook], object]) -> bytes:
    """The workbook as a script changes and saves it: the values that formulas had are dropped."""
    book = openpyxl.load_workbook(BytesIO(content))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def recalculated_by_nobody(content: bytes) -> bytes:
    """The workbook as a script saves it that changes nothing."""
    return changed_by_script(content, lambda _: None)


def edited(content: bytes, part: str, edit: Edit) -> bytes:
    """The workbook with one part of its archive changed."""

    def change(old: bytes) -> bytes:
        root = ET.fromstring(old)  # noqa: S314 - our own
        edit(root)
        return ET.tostring(root)

    return _replaced(content, part, change)


def with_text(content: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with a text of one part replaced by another."""
    return _replaced(content, part, lambda found: found.replace(old.encode(), new.encode()))


def _replaced(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as archive,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in archive.namelist():
            old = archive.read(name)
            target.writestr(name, change(old) if name == part else old)
    return buffer.getvalue()


def part_of(content: bytes, sheet: str) -> str:
    """The part of the archive that holds a sheet; ours stand in their order."""
    names = openpyxl.load_workbook(BytesIO(content), read_only=True).sheetnames
    return f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"


def put(
    content: bytes,
    sheet: str,
    cell: str,
    *,
    formula: str | None = None,
    value: str | None = None,
    kind: str = "n",
    shared: dict[str, str] | None = None,
) -> bytes:
    """The workbook with another formula and value in a cell, and nothing recalculated.

    Args:
        content: the workbook.
        sheet: the cell's sheet.
        cell: such as ``"D41"``.
        formula: without its ``=``; None for none.
        value: as it stands in the file; None for none.
        kind: of the value, as the file has it.
        shared: how the formula is shared with other cells.
    """

    def change(root: ET.Element) -> None:
        node = root.find(f".//{{{MAIN}}}c[@r='{cell}']")
        assert node is not None
        for each in list(node):
            node.remove(each)
        node.set("t", kind)
        if formula is not None:
            ET.SubElement(node, f"{{{MAIN}}}f", shared or {}).text = formula
        if value is not None:
            ET.SubElement(node, f"{{{MAIN}}}v").text = value

    return edited(content, part_of(content, sheet), change)
