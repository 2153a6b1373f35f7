"""A workbook filled in and saved by LibreOffice, as by a person with no Python."""

from __future__ import annotations

import tempfile
from pathlib import Path

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

import commissioning_standards as cs
from commissioning_standards.answers import written
from commissioning_standards.workbook.layout import (
    COMMENT,
    FIRST_RATING_ROW,
    RATING,
    RESULTS,
    Plan,
)
from tests.desk import Desk, desk, needs_libreoffice
from tests.strategies import fills, frameworks
from tests.workbook.results import expected, shown

__all__ = ["desk"]

Typed = dict[tuple[str, str], str]


def typed(assessment: cs.Assessment) -> Typed:
    """What a person would type into a blank workbook, by sheet and cell."""
    plan = Plan(assessment.framework)
    rating, comment = (get_column_letter(plan.column(each) + 1) for each in (RATING, COMMENT))
    cells: Typed = {}
    for sheet in plan.rating_sheets:
        for row, (_, criterion) in enumerate(sheet.lines, FIRST_RATING_ROW + 1):
            said = assessment.rating(criterion.id)
            cells[sheet.name, f"{rating}{row}"] = written(said.answer)
            cells[sheet.name, f"{comment}{row}"] = said.comment
    return {place: text for place, text in cells.items() if text}


@needs_libreoffice
@settings(
    max_examples=6,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_typed_ratings_are_read_and_recalculated(desk: Desk, data: st.DataObject) -> None:
    """Ratings typed in LibreOffice are read as typed, and recalculate to Python's scores."""
    assessment = data.draw(fills(data.draw(frameworks())))
    folder = Path(tempfile.mkdtemp(dir=desk.profile))
    cs.write_workbook(assessment.framework, folder / "blank.xlsx")

    filled = desk.fill_in(folder / "blank.xlsx", folder / "filled.xlsx", typed(assessment))

    back = cs.read_workbook(filled, assessment.framework)
    results = openpyxl.load_workbook(filled, data_only=True)[RESULTS]
    card = cs.score(assessment)
    assert assessment.ratings == back.ratings
    assert expected(card) == shown(card, lambda row, column: results.cell(row, column).value)


@needs_libreoffice
def test_pasted_answers_count_alike(desk: Desk, route_map: cs.Framework, tmp_path: Path) -> None:
    """Answers with dashes, quotes and odd spaces count the same in LibreOffice and in Python."""
    forms = (" 3 – established ", "3.0", "“3 Established”", "3-Established", "3\u00a0Established")
    cells = {("Inclusive", f"H{row}"): form for row, form in enumerate(forms, 6)}
    cells["Inclusive", "H11"] = "Don’t know"
    cs.write_workbook(route_map, tmp_path / "blank.xlsx")

    filled = desk.fill_in(tmp_path / "blank.xlsx", tmp_path / "filled.xlsx", cells)

    results = openpyxl.load_workbook(filled, data_only=True)[RESULTS]
    card = cs.score(cs.read_workbook(filled))
    assert card["inclusive"].rated == len(forms)
    assert expected(card) == shown(card, lambda row, column: results.cell(row, column).value)


@needs_libreoffice
def test_the_example_saved_by_libreoffice_is_the_same(
    desk: Desk, example: cs.Assessment, tmp_path: Path
) -> None:
    """Opening the filled example in LibreOffice and saving it changes no answer."""
    cs.write_workbook(example, tmp_path / "example.xlsx")

    saved = desk.fill_in(tmp_path / "example.xlsx", tmp_path / "saved.xlsx", {})

    assert example == cs.read_workbook(saved)


@needs_libreoffice
def test_the_workbook_prints(desk: Desk, example: cs.Assessment, tmp_path: Path) -> None:
    """LibreOffice makes a PDF of the workbook, with pages to look at."""
    cs.write_workbook(example, tmp_path / "example.xlsx")

    pages = desk.convert(tmp_path / "example.xlsx", "pdf").read_bytes()

    assert pages.startswith(b"%PDF")
    assert pages.count(b"/Type/Page\n") + pages.count(b"/Type/Page/") > len(
        Plan(example.framework).rating_sheets
    )
