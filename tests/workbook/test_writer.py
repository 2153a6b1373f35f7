"""What the workbook holds when it goes out."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.figures import plain
from commissioning_standards.workbook.layout.names import (
    ABOUT,
    FIRST_RATING_ROW,
    FIRST_RESULT_ROW,
    RESULTS,
)
from commissioning_standards.workbook.layout.plan import Plan
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.strategies import HOSTILE

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def content(example: cs.Assessment) -> bytes:
    """The filled example's workbook."""
    return workbook_bytes(example)


@pytest.fixture(scope="module")
def book(content: bytes) -> openpyxl.Workbook:
    """The same, opened."""
    return openpyxl.load_workbook(BytesIO(content))


def parts(content: bytes, start: str) -> list[ET.Element]:
    """The XML parts of a workbook whose names begin so."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith(start))
        return [ET.fromstring(archive.read(name)) for name in names]  # noqa: S314 - our own


def test_sheets_stand_in_order(book: openpyxl.Workbook) -> None:
    """The sheets are those of the design, one for each domain, the last one hidden for good."""
    expected = ["Start here", "Person-centred", "Inclusive", "Well led", "Market", "Evidence"]
    expected += ["Actions", "Results", "How scores work", "About this file"]

    assert expected == book.sheetnames
    assert book[ABOUT].sheet_state == "veryHidden"


def test_a_peer_teams_workbook_is_called_its_view(route_map: cs.Framework) -> None:
    """Peers look at another council, and do not assess themselves."""
    peers = cs.Assessment(route_map, respondent=cs.Respondent("", cs.Voice.PEER_TEAM))
    seen = openpyxl.load_workbook(BytesIO(workbook_bytes(peers)))

    assert seen["Start here"]["A1"].value.startswith("Peer team's view: ")
    assert seen.properties.title.startswith("Peer team's view: ")


def test_the_hidden_sheet_says_what_it_was_made_from(
    book: openpyxl.Workbook, route_map: cs.Framework
) -> None:
    """Framework, edition, digest, workbook version and rule stand there."""
    stamp = {
        row[0]: row[1] for row in book[ABOUT].iter_rows(max_col=2, max_row=9, values_only=True)
    }

    assert stamp["Framework"] == route_map.id
    assert stamp["Edition"] == route_map.edition
    assert stamp["Form"] == "full"
    assert stamp["Digest"] == route_map.digest
    assert stamp["Workbook version"] == "1"
    assert (stamp["Scoring rule"], stamp["Rule version"]) == ("mean", "1")


def test_each_domain_sheet_is_one_table_of_its_criteria(
    book: openpyxl.Workbook, route_map: cs.Framework
) -> None:
    """A domain's sheet is one Excel table: ID, rating, confidence and comment in each row."""
    sheet = book["Inclusive"]
    (table,) = sheet.tables.values()
    ids = [row[0].value for row in sheet[table.ref]][1:]

    assert {"ID", "Rating", "Confidence", "Comment"} <= set(table.column_names)
    assert len(table.column_names) == len(set(table.column_names))
    assert [each.id for each in route_map.criteria if each.id[0] in "456"] == ids


def test_the_levels_stand_beside_the_rating(
    book: openpyxl.Workbook, route_map: cs.Framework
) -> None:
    """Each line shows what every level looks like for its criterion."""
    row = next(row for row in book["Inclusive"].iter_rows(values_only=True) if row[0] == "4.1")
    criterion = next(each for each in route_map.criteria if each.id == "4.1")

    assert [criterion.description(level) for level in route_map.scale] == list(row[3:7])


def test_ratings_are_chosen_from_a_list_that_explains(book: openpyxl.Workbook) -> None:
    """The rating cells offer the six answers, stop any other, and say what is allowed."""
    rules = book["Inclusive"].data_validations.dataValidation
    rule = next(each for each in rules if "H6" in each.sqref)
    name = rule.formula1.lstrip("=")
    sheet, cells = next(iter(book.defined_names[name].destinations))
    offered = [cell.value for (cell,) in book[sheet][cells.replace("$", "")]]

    assert offered[:2] == ["1 Starting", "2 Developing"]
    assert offered[2:] == ["3 Established", "4 Leading", "Not applicable", "Don't know"]
    assert (rule.type, rule.errorStyle or "stop", rule.showErrorMessage) == ("list", "stop", True)
    assert "3 Established" in rule.error
    assert "Don't know" in rule.error


def test_only_inputs_can_be_changed(book: openpyxl.Workbook) -> None:
    """Ratings, confidence and comments are unlocked; everything else on every sheet is locked."""
    sheet = book["Inclusive"]
    unlocked = {
        cell.coordinate[0]
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }

    assert unlocked == {"H", "I", "J"}
    assert all(each.protection.sheet for each in book.worksheets)
    assert not any(
        cell.protection.locked is False for row in book[RESULTS].iter_rows() for cell in row
    )


def test_filtering_and_resizing_still_work(book: openpyxl.Workbook) -> None:
    """Protection leaves filters, sorting and sizes to the user, and asks for no password."""
    protection = book["Evidence"].protection

    assert protection.autoFilter is False
    assert protection.sort is False
    assert protection.formatColumns is False
    assert protection.formatRows is False
    assert protection.password is None


def test_every_sheet_prints_on_a4(book: openpyxl.Workbook) -> None:
    """Sheets print on A4 landscape, one page wide, with page numbers and repeated headers."""
    visible = [each for each in book.worksheets if each.sheet_state == "visible"]

    for sheet in visible:
        assert (str(sheet.page_setup.paperSize), sheet.page_setup.orientation) == ("9", "landscape")
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
        footer: Any = sheet.oddFooter
        assert footer.right.text == "Page &P of &N"
    assert book["Inclusive"].print_title_rows == f"${FIRST_RATING_ROW}:${FIRST_RATING_ROW}"
    assert book[RESULTS].print_title_rows == f"${FIRST_RESULT_ROW}:${FIRST_RESULT_ROW}"


def test_every_row_with_text_has_a_height(book: openpyxl.Workbook) -> None:
    """Rows of wrapped text have a height of their own, tall enough for their longest cell."""
    sheet = book["Market"]

    for row in range(FIRST_RATING_ROW + 1, sheet.max_row + 1):
        longest = max(len(str(sheet.cell(row, column).value or "")) for column in range(3, 8))
        assert sheet.row_dimensions[row].height >= 12 * longest / 25


def test_results_have_a_native_radar_and_bars_with_alt_text(content: bytes) -> None:
    """A radar and bars show the standards, described in words, on the framework's scale."""
    (drawing,) = parts(content, "xl/drawings/drawing")
    kinds = {each.tag for chart in parts(content, "xl/charts/chart") for each in chart.iter()}
    described = [str(each.get("descr")) for each in drawing.iter(f"{DRAWING}cNvPr")]

    assert {f"{CHART}radarChart", f"{CHART}barChart"} <= kinds
    assert [each.partition(":")[0] for each in described] == ["Radar chart", "Bar chart"]
    assert all("12 standards" in each for each in described)
    assert all("1 Starting to 4 Leading" in each for each in described)


def test_a_standard_without_a_score_is_a_gap_in_the_charts(content: bytes) -> None:
    """Standard 3, which nobody rated, has no point in either chart, and is not drawn as zero."""
    for chart in parts(content, "xl/charts/chart"):
        values = next(chart.iter(f"{CHART}val"))
        points = [each.get("idx") for each in values.iter(f"{CHART}pt")]

        assert "2" not in points
        assert len(points) == 11


def test_the_bars_name_every_standard_and_the_radar_numbers_them(
    content: bytes, route_map: cs.Framework
) -> None:
    """Whoever sees a number on the radar finds its name at the bars beside it."""
    drawn = {
        chart.find(f".//{CHART}radarChart") is not None: [
            str(each.text) for each in next(chart.iter(f"{CHART}cat")).iter(f"{CHART}v")
        ]
        for chart in parts(content, "xl/charts/chart")
    }

    assert drawn[True] == [str(each.number) for each in route_map.standards]
    assert drawn[False] == [each.heading for each in route_map.standards]


def test_the_structure_of_the_workbook_is_locked(content: bytes) -> None:
    """Sheets cannot be renamed, moved or deleted by accident, and no password is asked for."""
    (book,) = parts(content, "xl/workbook.xml")
    (lock,) = book.iter(f"{MAIN}workbookProtection")
    order = [each.tag.removeprefix(MAIN) for each in book]

    assert dict(lock.attrib) == {"lockStructure": "1"}
    assert order.index("workbookPr") < order.index("workbookProtection") < order.index("bookViews")


def test_each_sheet_tells_what_is_left(book: openpyxl.Workbook, content: bytes) -> None:
    """A sheet says how many lines are done, and links to the next one."""
    shown = openpyxl.load_workbook(BytesIO(content), data_only=True)["Inclusive"]

    assert (shown["H1"].value, shown["J1"].value) == ("11 of 12 done", "Next: 4.4")
    assert "HYPERLINK" in book["Inclusive"]["J1"].value


def test_a_finished_sheet_says_so(route_map: cs.Framework) -> None:
    """Where every line is answered there is no next one."""
    answers = {each.id: 2 for each in route_map.criteria}
    done = openpyxl.load_workbook(
        BytesIO(workbook_bytes(cs.assess(route_map, answers))), data_only=True
    )

    assert (done["Inclusive"]["H1"].value, done["Inclusive"]["J1"].value) == (
        "12 of 12 done",
        "All done",
    )


def test_the_same_input_gives_the_same_bytes(example: cs.Assessment, content: bytes) -> None:
    """Writing twice makes no difference."""
    assert content == workbook_bytes(example)


def test_formulas_are_those_of_excel_2010(content: bytes) -> None:
    """No formula is volatile, indirect, from outside, or newer than Excel 2010."""
    sheets = parts(content, "xl/worksheets/sheet")
    formulas = [each.text or "" for sheet in sheets for each in sheet.iter(f"{MAIN}f")]
    forbidden = ("INDIRECT", "OFFSET", "NOW(", "TODAY(", "RAND", "_xlfn", "[", "IFS(", "XLOOKUP")

    assert formulas
    assert not [each for each in formulas if any(name in each for name in forbidden)]


def test_text_is_never_a_formula(route_map: cs.Framework) -> None:
    """Comments that begin like formulas are written as text."""
    said = dict(zip((each.id for each in route_map.criteria), HOSTILE, strict=False))
    content = workbook_bytes(cs.assess(route_map, {}, comments=said, council="=1+1"))
    book = openpyxl.load_workbook(BytesIO(content))
    cells = [book["Person-centred"]["J6"], book["Start here"]["B6"]]

    assert [(cell.value, cell.data_type) for cell in cells] == [("=1+1", "s"), ("=1+1", "s")]


def test_the_scale_is_called_ours_wherever_it_is_explained(
    book: openpyxl.Workbook, route_map: cs.Framework
) -> None:
    """Every sheet that shows the levels says that they are this software's own."""
    for name in ("Start here", "Inclusive", "Results", "How scores work"):
        texts = {cell.value for row in book[name].iter_rows() for cell in row}
        assert route_map.note in texts


def test_the_worked_example_is_in_the_scale_of_the_framework(example: cs.Assessment) -> None:
    """The example of a score uses the levels of the framework's own scale."""
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(example)))
    texts = [row[0] for row in book["How scores work"].iter_rows(max_col=1, values_only=True)]
    expected = "Example: a standard rated 3, 2, 3 and blank has 8 ÷ 3 = 2.67."

    assert any(str(text).startswith(expected) for text in texts)


def test_council_and_period_can_be_filled_in(route_map: cs.Framework, tmp_path: Path) -> None:
    """A blank workbook made for a council and period names them."""
    path = tmp_path / "return.xlsx"
    cs.write_workbook(route_map, path, council="Borsetshire", period="2026-27")

    back = cs.read_workbook(path)

    assert (back.council, back.period) == ("Borsetshire", "2026-27")


def test_what_an_assessment_says_is_not_replaced(example: cs.Assessment, tmp_path: Path) -> None:
    """A council given beside an assessment does not replace the assessment's own."""
    cs.write_workbook(example, tmp_path / "return.xlsx", council="Elsewhere")

    assert cs.read_workbook(tmp_path / "return.xlsx").council == example.council


def test_an_existing_file_is_left_alone(example: cs.Assessment, tmp_path: Path) -> None:
    """A file of that name is not replaced unless that is asked for."""
    path = tmp_path / "return.xlsx"
    path.write_text("precious")

    with pytest.raises(cs.OutputError):
        cs.write_workbook(example, path)

    assert path.read_text() == "precious"


def test_text_too_long_for_a_cell_is_refused(route_map: cs.Framework, tmp_path: Path) -> None:
    """A comment longer than a cell holds is a problem, and no file is made."""
    long = cs.assess(route_map, {}, comments={"4.1": "x" * 32_768})

    with pytest.raises(cs.WorkbookError, match="32,768 characters") as caught:
        cs.write_workbook(long, tmp_path / "return.xlsx")

    assert [each.code for each in caught.value.problems] == ["too-long"]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "text",
    [
        "_x0041_",
        "_x005F_x0041_",
        "_x005F_x005F_x005f_",
        "__x0041__x0042_x0043_",
        "_x005F_ & <_x0041_>\t_x00G1_",
    ],
)
def test_text_that_looks_escaped_comes_back(
    route_map: cs.Framework, tmp_path: Path, text: str
) -> None:
    """What reads like a character written by its number is text like any other."""
    said = cs.assess(route_map, {}, comments={"4.1": text})
    cs.write_workbook(said, tmp_path / "return.xlsx")

    assert cs.read_workbook(tmp_path / "return.xlsx") == said


def test_as_many_records_as_are_written_are_read(route_map: cs.Framework, tmp_path: Path) -> None:
    """What can be written can be read back, and one more is a problem when it is written."""
    records = [cs.Evidence(f"Report {each}", ("4",)) for each in range(2_000)]
    most, path = cs.Assessment(route_map, evidence=records), tmp_path / "return.xlsx"
    cs.write_workbook(most, path)

    assert cs.read_workbook(path) == most
    with pytest.raises(cs.WorkbookError, match="2,001 together") as caught:
        workbook_bytes(evolve(most, actions=[cs.Action("Ask again")]))
    assert [each.code for each in caught.value.problems] == ["too-many-records"]


def test_sheet_names_are_allowed_and_different() -> None:
    """Domains with awkward, long or repeated titles get sheet names that Excel allows."""
    titles = ("History", "a/b:c", "'quoted'", "x" * 40, "x" * 41, "Evidence", "???")
    domains = tuple(cs.Domain(f"d{index}", title) for index, title in enumerate(titles))
    scale = cs.Scale((cs.Level("no", 0, "No"), cs.Level("yes", 1, "Yes")))
    standards = tuple(
        cs.Standard(index, f"s{index}", f"d{index}", "T", "S", "W", (_criterion(index, scale),))
        for index in range(len(titles))
    )
    plan = Plan(cs.Framework("own", "1", "Own", scale, domains, standards))

    names = [sheet.name for sheet in plan.rating_sheets]

    assert names[:3] == ["History 2", "a b c", "quoted"]
    assert names[3:5] == ["x" * 31, "x" * 29 + " 2"]
    assert names[5:] == ["Evidence 2", "Domain"]


def _criterion(index: int, scale: cs.Scale) -> cs.Criterion:
    described = tuple(cs.parts.Described(level.id, plain(level.value)) for level in scale)
    return cs.Criterion(f"{index}.1", "Name", "Question?", described)


@pytest.mark.parametrize("name", ["return.docx", "return", "return.xlsm"])
def test_a_workbook_is_called_xlsx(route_map: cs.Framework, tmp_path: Path, name: str) -> None:
    """Another file ending is refused, and no file is made."""
    with pytest.raises(cs.OutputError, match=r"Allowed: \.xlsx\."):
        cs.write_workbook(route_map, tmp_path / name)

    assert not list(tmp_path.iterdir())


def test_the_return_that_was_read_is_never_replaced(example: cs.Assessment, tmp_path: Path) -> None:
    """Writing an assessment over the file it came from is refused, even where told to replace."""
    path = tmp_path / "return.xlsx"
    cs.write_workbook(example, path)
    before = path.read_bytes()

    with pytest.raises(cs.OutputError, match="one of the files that are read"):
        cs.write_workbook(cs.read_workbook(path), path, overwrite=True)

    assert path.read_bytes() == before


def test_another_workbook_may_be_replaced(
    example: cs.Assessment, route_map: cs.Framework, tmp_path: Path
) -> None:
    """A copy under another name is replaced where that is asked for."""
    cs.write_workbook(example, tmp_path / "return.xlsx")
    cs.write_workbook(route_map, tmp_path / "copy.xlsx")
    back = cs.read_workbook(tmp_path / "return.xlsx")

    cs.write_workbook(back, tmp_path / "copy.xlsx", overwrite=True)

    assert cs.read_workbook(tmp_path / "copy.xlsx") == back


@pytest.mark.parametrize("name", ["Evidence", "Actions"])
def test_a_sheet_that_is_all_input_can_be_sorted(book: openpyxl.Workbook, name: str) -> None:
    """No line below the headers holds a locked cell, which is all that stops Excel sorting."""
    sheet = book[name]
    (table,) = sheet.tables.values()
    _, *lines = sheet[table.ref]

    assert not [cell.coordinate for line in lines for cell in line if cell.protection.locked]
