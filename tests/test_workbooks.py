"""The kept workbooks and pictures are those that the code makes now."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest

import commissioning_standards as cs
from commissioning_standards.demo import BLANK, FILLED, QUICK, blanks
from commissioning_standards.workbook.writing.writer import workbook_bytes

ROOT = Path(__file__).parents[1]
REMEDY = "run python workbooks/make.py"
Cells = dict[tuple[str, str], object]


def cells(content: bytes, *, values: bool) -> Cells:
    """Every cell that holds something: formulas, or the values they carry."""
    book = openpyxl.load_workbook(BytesIO(content), data_only=values)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


@pytest.mark.parametrize("values", [False, True])
@pytest.mark.parametrize("name", [BLANK, QUICK, FILLED])
def test_the_kept_workbooks_are_current(example: cs.Assessment, name: str, *, values: bool) -> None:
    """Each kept workbook holds what would be written today, formulas and values."""
    made = {**blanks(example.framework), FILLED: workbook_bytes(example)}[name]
    kept = (ROOT / "workbooks" / name).read_bytes()

    assert cells(made, values=values) == cells(kept, values=values), REMEDY


def test_the_kept_picture_is_current(card: cs.Scorecard) -> None:
    """The README's picture shows the scores that the filled example has today."""
    root = ET.parse(ROOT / "docs" / "images" / "radar.svg").getroot()  # noqa: S314 - our own
    described = [each.text for each in root][1]

    assert cs.radar(card).alt_text == described, REMEDY
