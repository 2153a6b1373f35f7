"""A workbook filled in and saved by LibreOffice, as by a person with no Python."""

from __future__ import annotations

import tempfile
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

import commissioning_standards as cs
from commissioning_standards.answers import written
from commissioning_standards.workbook.layout.names import (
    ABOUT,
    CHECK,
    COMMENT,
    FIRST_RATING_ROW,
    RATING,
    RESULTS,
)
from commissioning_standards.workbook.layout.plan import Plan
from tests.desk import Desk, desk, needs_libreoffice
from tests.strategies import fills, frameworks
from tests.workbook.results import PASTED, by_reader, expected, shown

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
def test_odd_answers_are_taken_or_left_alike(
    desk: Desk, route_map: cs.Framework, tmp_path: Path
) -> None:
    """LibreOffice takes no answer that the reader leaves, and leaves none that it takes."""
    odd = (*PASTED, "3\u2003Established", "\u2003")
    plan = Plan(route_map)
    places = [
        (sheet.name, row)
        for sheet in plan.rating_sheets
        for row, _ in enumerate(sheet.lines, FIRST_RATING_ROW + 1)
    ][: len(odd)]
    cs.write_workbook(route_map, tmp_path / "blank.xlsx")
    book = openpyxl.load_workbook(tmp_path / "blank.xlsx")
    for (sheet, row), content in zip(places, odd, strict=True):
        book[sheet].cell(row, plan.column(RATING) + 1).value = content
    book.save(tmp_path / "pasted.xlsx")

    saved = desk.fill_in(tmp_path / "pasted.xlsx", tmp_path / "saved.xlsx", {})

    back = openpyxl.load_workbook(saved, data_only=True)
    said = [back[sheet].cell(row, plan.column(CHECK) + 1).value for sheet, row in places]
    assert said == [by_reader(each, route_map.scale) for each in odd]


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


@needs_libreoffice
@pytest.mark.parametrize("form", ["full", "quick", "region"])
def test_no_text_is_cut_off(desk: Desk, example: cs.Assessment, tmp_path: Path, form: str) -> None:
    """Every row is as tall as LibreOffice would make it, and the sheets not half as tall again."""
    quick = cs.Assessment(cs.quick_form(example.framework))
    asked = evolve(example, helping=cs.Helping())
    made = {"full": example, "quick": quick, "region": asked}[form]
    cs.write_workbook(made, tmp_path / "book.xlsx")

    heights = desk.measure(tmp_path / "book.xlsx")

    seen = {place: each for place, each in heights.items() if place[0] != ABOUT}
    assert [place for place, (given, best) in seen.items() if given < best] == []
    assert sum(given for given, _ in seen.values()) < 1.5 * sum(best for _, best in seen.values())


@needs_libreoffice
def test_a_return_is_read_after_a_persons_work_on_it(
    desk: Desk, route_map: cs.Framework, tmp_path: Path
) -> None:
    """Ratings typed, lines sorted, rows and columns put in and a sheet renamed: all is read."""
    answers = {criterion.id: 2 + index % 3 for index, criterion in enumerate(route_map.criteria)}
    assessment = cs.assess(route_map, answers)
    cs.write_workbook(route_map, tmp_path / "blank.xlsx")
    steps = [
        *(("type", sheet, cell, text) for (sheet, cell), text in typed(assessment).items()),
        *(("unlock", sheet.name) for sheet in Plan(route_map).rating_sheets),
        ("sort", "Inclusive", "A6:K17", 1),
        ("insert row", "Well led", 8),
        ("insert column", "Market", 3),
        ("type", "Market", "C5", "Our own column"),
        ("rename", "Person-centred", "People first"),
    ]

    worked = desk.work(tmp_path / "blank.xlsx", tmp_path / "worked.xlsx", steps)

    back = cs.read_workbook(worked)
    book = openpyxl.load_workbook(worked, data_only=True)
    results = book[RESULTS]
    assert book["Well led"]["J1"].value == "All done"
    assert back.ratings == assessment.ratings
    assert expected(cs.score(assessment)) == shown(
        cs.score(back), lambda row, column: results.cell(row, column).value
    )
    assert desk.convert(worked, "pdf").read_bytes().startswith(b"%PDF")


@needs_libreoffice
def test_a_wrong_answer_typed_is_told_and_counts_for_nothing(
    desk: Desk, route_map: cs.Framework, tmp_path: Path
) -> None:
    """What a person types past the list is shown as wrong, is not scored, and is refused."""
    cs.write_workbook(route_map, tmp_path / "blank.xlsx")
    steps = [
        ("type", "Inclusive", "H6", "Quite good"),
        ("type", "Inclusive", "H7", "Not applicable"),
        ("type", "Inclusive", "H8", "3 Established"),
    ]

    worked = desk.work(tmp_path / "blank.xlsx", tmp_path / "worked.xlsx", steps)

    sheet = openpyxl.load_workbook(worked, data_only=True)["Inclusive"]
    with pytest.raises(cs.WorkbookError) as caught:
        cs.read_workbook(worked)
    assert [sheet[f"K{row}"].value for row in (6, 7, 8)] == [
        "Choose from the list",
        "Say why in Comment",
        "Done",
    ]
    assert (sheet["H1"].value, sheet["J1"].value) == ("1 of 12 done", "Next: 4.1")
    assert [each.code for each in caught.value.problems] == ["answer-not-allowed", "reason-missing"]


@needs_libreoffice
def test_what_is_next_is_found_after_rows_and_columns_are_put_in(
    desk: Desk, route_map: cs.Framework, tmp_path: Path
) -> None:
    """The link to the next line follows it, and so does what the first sheet says."""
    cs.write_workbook(route_map, tmp_path / "blank.xlsx")
    steps = [
        ("type", "Inclusive", "H6", "3 Established"),
        ("unlock", "Inclusive"),
        ("insert row", "Inclusive", 3),
        ("insert row", "Inclusive", 8),
        ("insert column", "Inclusive", 2),
    ]

    worked = desk.work(tmp_path / "blank.xlsx", tmp_path / "worked.xlsx", steps)

    book = openpyxl.load_workbook(worked, data_only=True)
    front = {row[0].value: row[2].value for row in book["Start here"].iter_rows(max_col=3)}
    assert (book["Inclusive"]["I1"].value, book["Inclusive"]["K1"].value) == (
        "1 of 12 done",
        "Next: 4.2",
    )
    assert front["Inclusive"] == "Next: 4.2"
