"""What comes back, as people and programs leave it: read rightly, or told in full."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import commissioning_standards as cs
from commissioning_standards.answers import written
from commissioning_standards.workbook.layout.names import ABOUT
from commissioning_standards.workbook.reading import cells, intake
from commissioning_standards.workbook.reading.reader import read_content
from commissioning_standards.workbook.writing.writer import workbook_bytes

Change = Callable[[openpyxl.Workbook], object]


@pytest.fixture(scope="module")
def sent(route_map: cs.Framework) -> bytes:
    """A workbook with one rating, sent out for Borsetshire."""
    return workbook_bytes(cs.assess(route_map, {"4.1": 3}, council="Borsetshire"))


def returned(sent: bytes, change: Change) -> bytes:
    """The workbook as it comes back after somebody changed it."""
    book = openpyxl.load_workbook(BytesIO(sent))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(sent: bytes, change: Change) -> cs.Assessment:
    """What we make of the changed workbook."""
    return read_content(returned(sent, change), "return.xlsx")


def problems(sent: bytes, change: Change) -> list[cs.Problem]:
    """What is wrong with the changed workbook."""
    with pytest.raises(cs.WorkbookError) as caught:
        read(sent, change)
    return list(caught.value.problems)


def put(cell: str, value: Any, sheet: str = "Inclusive") -> Change:
    """Type a value into a cell."""

    def change(book: openpyxl.Workbook) -> None:
        book[sheet][cell] = value

    return change


def told(problem: cs.Problem) -> tuple[str, str, str, str]:
    """A problem's code, sheet, cell and criterion."""
    return problem.code, problem.place.sheet, problem.place.cell, problem.place.item


@pytest.mark.parametrize(
    "value", [3, 3.0, "3", " 3 – established ", "established", "3  Established\u00a0", "“3”"]
)
def test_what_is_plainly_meant_is_read_and_noted(sent: bytes, value: object) -> None:
    """A level written in another way is read as that level, and the tidying is noted."""
    assessment = read(sent, put("H7", value))

    assert written(assessment.rating("4.2").answer) == "3 Established"
    assert assessment.source is not None
    assert [told(note) for note in assessment.source.notes] == [
        ("tidied", "Inclusive", "H7", "4.2")
    ]


@pytest.mark.parametrize("value", ["n/a", "N/A", "not applicable "])
def test_not_applicable_is_read_with_its_reason(sent: bytes, value: str) -> None:
    """Forms of not applicable are read as such where a reason stands beside them."""

    def change(book: openpyxl.Workbook) -> None:
        book["Inclusive"]["H7"], book["Inclusive"]["J7"] = value, "No such service here"

    rating = read(sent, change).rating("4.2")

    assert rating.is_not_applicable
    assert rating.comment == "No such service here"


@pytest.mark.parametrize(
    "value", ["Fairly good", "3.5", 5, "Establised", True, date(2026, 3, 4), "3 Leading", "x" * 900]
)
def test_what_is_no_answer_is_a_problem_and_never_a_guess(sent: bytes, value: object) -> None:
    """Anything else is a problem that names its sheet, cell and criterion and what is allowed."""
    (found,) = problems(sent, put("H7", value))

    assert told(found) == ("answer-not-allowed", "Inclusive", "H7", "4.2")
    assert found.allowed.startswith("1 Starting, 2 Developing, 3 Established, 4 Leading")
    assert found.place.file == "return.xlsx"


def test_a_near_miss_is_suggested(sent: bytes) -> None:
    """A slip of the finger is met with the answer that was probably meant."""
    (found,) = problems(sent, put("H7", "3 Establised"))

    assert found.hint == "Did you mean 3 Established?"


def test_not_applicable_without_a_reason_points_at_the_comment(sent: bytes) -> None:
    """The problem stands at the comment, where the reason goes."""
    (found,) = problems(sent, put("H7", "Not applicable"))

    assert told(found) == ("reason-missing", "Inclusive", "J7", "4.2")


@pytest.mark.parametrize(
    ("value", "code"), [("=1+2", "formula"), ("#DIV/0!", "error-value"), ("#N/A", "error-value")]
)
def test_formulas_and_errors_in_answers_are_problems(sent: bytes, value: str, code: str) -> None:
    """A formula or an error value is not an answer, in a rating, a comment or a field."""
    everywhere: list[tuple[str, str]] = [("Inclusive", "H7"), ("Inclusive", "J7")]

    for sheet, cell in [*everywhere, ("Inclusive", "I7"), ("Start here", "B6")]:
        (found,) = problems(sent, put(cell, value, sheet))
        assert (found.code, found.place.sheet, found.place.cell) == (code, sheet, cell)


def test_all_problems_are_told_at_once_structure_first(sent: bytes) -> None:
    """One reading finds every fault: missing rows first, then cells in their order."""

    def change(book: openpyxl.Workbook) -> None:
        book["Market"].delete_rows(6)
        book["Inclusive"]["H7"] = "Great"
        book["Inclusive"]["I8"] = "Certain"
        book["Evidence"]["A4"], book["Evidence"]["B4"] = "Survey", "99"
        book["Evidence"]["D4"] = "last year"
        book["Actions"]["B4"] = "4"

    found = [(each.code, each.place.cell or each.place.item) for each in problems(sent, change)]

    assert found == [
        ("row-missing", "10.1"),
        ("answer-not-allowed", "H7"),
        ("choice-not-allowed", "I8"),
        ("unknown-reference", "B4"),
        ("date-not-read", "D4"),
        ("title-missing", "A4"),
    ]


def insert_rows_and_columns(book: openpyxl.Workbook) -> None:
    """Push the table down and to the right."""
    book["Inclusive"].insert_rows(1, 3)
    book["Inclusive"].insert_cols(1, 2)


def rename_and_move(book: openpyxl.Workbook) -> None:
    """Give a sheet another name and place, and add one."""
    book["Inclusive"].title = "How inclusive we are"
    book.move_sheet("How inclusive we are", offset=5)
    book.create_sheet("Notes", 0)["A1"] = "Our own notes"


def swap_columns(book: openpyxl.Workbook) -> None:
    """Move the ratings in front of everything else."""
    sheet = book["Inclusive"]
    for row in range(5, sheet.max_row + 1):
        sheet.cell(row, 20).value = sheet.cell(row, 8).value
        sheet.cell(row, 8).value = None


def duplicate_sheet(book: openpyxl.Workbook) -> None:
    """Copy a sheet and leave the copy as it is."""
    book.copy_worksheet(book["Inclusive"])


def add_notes_below(book: openpyxl.Workbook) -> None:
    """Write something under the table."""
    book["Inclusive"]["C40"] = "We talked about this for an hour"


def numbers_for_ids(book: openpyxl.Workbook) -> None:
    """Turn the IDs into numbers, as some programs do."""
    sheet = book["Inclusive"]
    for row in range(6, 18):
        sheet.cell(row, 1).value = float(str(sheet.cell(row, 1).value))


@pytest.mark.parametrize(
    "change",
    [
        insert_rows_and_columns,
        rename_and_move,
        swap_columns,
        duplicate_sheet,
        add_notes_below,
        numbers_for_ids,
    ],
)
def test_moving_things_does_no_harm(sent: bytes, change: Change) -> None:
    """Inserted, moved, renamed, added and copied things leave the answers as they were."""
    before = read_content(sent, "return.xlsx")

    assert before == read(sent, change)


def test_a_row_given_twice_with_two_answers_is_a_problem(sent: bytes) -> None:
    """Two rows for one criterion that do not agree are told, and neither is chosen."""

    def change(book: openpyxl.Workbook) -> None:
        sheet = book.copy_worksheet(book["Inclusive"])
        sheet["H6"] = "1 Starting"

    (found,) = problems(sent, change)

    assert (found.code, found.place.cell) == ("row-twice", "A6")


def test_a_row_of_our_own_is_told(sent: bytes) -> None:
    """A criterion that the framework does not have is a problem, with the nearest ID."""
    (found,) = problems(sent, put("A18", "4.11"))

    assert told(found) == ("unknown-criterion", "Inclusive", "A18", "")


@pytest.mark.parametrize("cell", ["H20", "J20"])
def test_an_answer_without_an_id_is_told(sent: bytes, cell: str) -> None:
    """A rating or comment in a row with no ID is not passed over."""
    (found,) = problems(sent, put(cell, "3 Established"))

    assert told(found) == ("no-id", "Inclusive", cell, "")


@pytest.mark.parametrize("sheet", ["Start here", "Evidence", "Actions"])
def test_a_missing_sheet_is_told(sent: bytes, sheet: str) -> None:
    """A sheet that was deleted is a problem: nothing it held is lost in silence."""
    (found,) = problems(sent, lambda book: book.remove(book[sheet]))

    assert (found.code, found.found) == ("table-missing", f"“{sheet}”")


def test_missing_rows_name_their_sheet(sent: bytes) -> None:
    """Where the rows of a domain are gone, each is told with the sheet it belongs on."""
    found = problems(sent, lambda book: book.remove(book["Market"]))

    assert {(each.code, each.place.sheet) for each in found} == {("row-missing", "Market")}
    assert len(found) == 12


def test_a_missing_line_of_the_form_is_told(sent: bytes) -> None:
    """A label that somebody changed is told, and its answer is not dropped."""
    (found,) = problems(sent, put("A6", "Our council", "Start here"))

    assert told(found) == ("field-missing", "Start here", "", "")
    assert found.found == "“Council”"


def test_two_forms_that_disagree_are_told(sent: bytes) -> None:
    """A copy of the first sheet with another council is told, and neither is chosen."""

    def change(book: openpyxl.Workbook) -> None:
        book.copy_worksheet(book["Start here"])["B6"] = "Elsewhere"

    (found,) = problems(sent, change)

    assert (found.code, found.found) == ("field-twice", "“Council”")


def test_another_scale_is_refused(sent: bytes) -> None:
    """Answers on another scale are never scored on this one."""
    (found,) = problems(sent, put("B7", "2029", ABOUT))

    assert found.code == "other-scale"


def test_a_renamed_heading_is_told_with_what_stands_there(sent: bytes) -> None:
    """A missing column is a problem of structure, with the nearest heading."""
    (found,) = problems(sent, put("H5", "Ratings"))

    assert found.code == "column-missing"
    assert found.hint == "Did you mean Ratings?"


def test_a_heading_that_stands_twice_is_told(sent: bytes) -> None:
    """Two columns called Rating are not chosen between."""
    (found,) = problems(sent, put("L5", "rating"))

    assert (found.code, found.place.cell) == ("column-twice", "L5")


def test_each_rating_knows_its_cell(sent: bytes) -> None:
    """A rating remembers the file, sheet and cell it was read from."""
    origin = read_content(sent, "return.xlsx").rating("4.1").origin

    assert cs.Place("return.xlsx", "Inclusive", "H6") == origin


def test_dates_are_read_in_the_forms_that_cannot_be_confused(sent: bytes) -> None:
    """ISO text, a month in words, and day/month/year that can be nothing else, are dates."""
    wordy = ("31 March 2026", "31st  mar. 2026", "31 MARCH, 2026")
    for value in ("2026-03-31", "31/03/2026", "31.3.2026", *wordy, date(2026, 3, 31)):
        assert read(sent, put("B10", value, "Start here")).date == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("03/04/2026", "date-two-ways"),
        ("31/02/2026", "date-not-read"),
        ("00/04/2026", "date-not-read"),
        ("spring", "date-not-read"),
        ("31 Floreal 2026", "date-not-read"),
        ("31 February 2026", "date-not-read"),
        (True, "date-not-read"),
    ],
)
def test_dates_that_could_mean_two_days_or_none_are_problems(
    sent: bytes, value: object, code: str
) -> None:
    """Text that could be two days is told as such, and text that is no day as that."""
    (found,) = problems(sent, put("B10", value, "Start here"))

    assert found.code == code


def test_a_bare_number_is_not_a_date(sent: bytes) -> None:
    """A number in a cell that somebody formatted as a number is told, not converted."""

    def change(book: openpyxl.Workbook) -> None:
        cell = book["Start here"]["B10"]
        cell.value, cell.number_format = 46112, "General"

    (found,) = problems(sent, change)

    assert (found.code, found.found) == ("date-not-read", "“46112”")


def fill_row(sheet: Worksheet, row: int, values: list[object]) -> None:
    """Type a row from its first column on."""
    for column, value in enumerate(values, 1):
        sheet.cell(row, column).value = value  # type: ignore[assignment]


def test_evidence_is_read_as_people_write_it(sent: bytes) -> None:
    """References may be numbers or lists, choices in any case, and gaps between rows are fine."""

    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Evidence"]
        fill_row(sheet, 4, ["Survey", 4, "outcomes", None, None, None, "yes", None])
        fill_row(sheet, 9, ["Minutes", "4; 5 and 6.1", None, None, 7, None, False, None])

    survey, minutes = read(sent, change).evidence

    assert survey == cs.Evidence("Survey", ("4",), cs.EvidenceCategory.OUTCOMES, public=True)
    assert minutes == cs.Evidence("Minutes", ("4", "5", "6.1"), owner="7", public=False)


def test_a_yes_or_no_is_nothing_else(sent: bytes) -> None:
    """An answer to a yes-or-no question that is neither is told."""

    def change(book: openpyxl.Workbook) -> None:
        fill_row(book["Evidence"], 4, ["Survey", 4, None, None, None, None, "Perhaps"])

    (found,) = problems(sent, change)

    assert (found.code, found.allowed) == ("choice-not-allowed", "Yes, No")


def test_a_date_in_a_text_column_stays_readable(sent: bytes) -> None:
    """A comment that a program turned into a date is kept as the date in text."""
    assert read(sent, put("J7", date(2026, 3, 4))).rating("4.2").comment == "2026-03-04"


def test_line_ends_pasted_from_elsewhere_become_plain(sent: bytes) -> None:
    """The carriage returns that Excel writes as _x000D_ are line ends again."""
    assessment = read(sent, put("J7", "One_x000D_\nTwo"))

    assert assessment.rating("4.2").comment == "One\nTwo"


def test_another_wording_of_the_framework_is_noted(sent: bytes) -> None:
    """A workbook made from an earlier wording is read by ID, and that is noted."""
    assessment = read(sent, put("B6", "0" * 64, ABOUT))

    assert assessment.source is not None
    assert [note.code for note in assessment.source.notes] == ["other-wording"]
    assert written(assessment.rating("4.1").answer) == "3 Established"


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("B1", "something else", "not-a-return"),
        ("B2", "2", "newer-workbook"),
        ("B2", "two", "newer-workbook"),
        ("B3", "no-such-framework", "wrong-framework"),
    ],
)
def test_what_we_cannot_know_we_refuse(sent: bytes, cell: str, value: str, code: str) -> None:
    """A workbook of another kind, of a newer layout or framework is refused in one sentence."""
    (found,) = problems(sent, put(cell, value, ABOUT))

    assert found.code == code


def test_a_framework_of_the_wrong_id_is_refused(sent: bytes) -> None:
    """Reading with another framework than the workbook's own is refused."""
    scale = cs.Scale((cs.Level("no", 0, "No"), cs.Level("yes", 1, "Yes")))
    described = tuple(cs.parts.Described(level.id, level.label) for level in scale)
    criterion = cs.Criterion("1.1", "Name", "Question?", described)
    standard = cs.Standard(1, "s", "d", "T", "S", "W", (criterion,))
    other = cs.Framework("own", "1", "Own", scale, (cs.Domain("d", "D"),), (standard,))

    with pytest.raises(cs.WorkbookError, match="made with the framework “route-map”"):
        read_content(sent, "return.xlsx", other)


def archive(*names: str, content: bytes = b"") -> bytes:
    """A zip file with these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", "not-a-workbook", "an empty file"),
        (b"%PDF-1.7", "not-a-workbook", "a PDF"),
        (b"\x89PNG\r\n", "not-a-workbook", "a picture"),
        (b"  <html></html>", "not-a-workbook", "a web page"),
        (b"council,score", "not-a-workbook", "another file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "encrypted", "password"),
        (b"PK\x03\x04 torn", "damaged", "damaged"),
        (archive("word/document.xml"), "not-a-workbook", "another kind of archive"),
        (archive("mimetype", content=intake.OPENDOCUMENT), "not-a-workbook", "OpenDocument"),
        (archive("xl/workbook.xml", content=b"<"), "damaged", "damaged"),
        (archive(*map(str, range(2_100))), "too-big", "far larger"),
        (b"PK" + bytes(intake.LARGEST_FILE), "too-big", "far larger"),
    ],
    ids=[
        "empty",
        "pdf",
        "picture",
        "html",
        "csv",
        "ole2",
        "torn",
        "docx",
        "ods",
        "xml",
        "parts",
        "size",
    ],
)
def test_what_is_no_workbook_gets_one_polite_sentence(content: bytes, code: str, said: str) -> None:
    """A file of another kind is refused with what it is and what to do."""
    with pytest.raises(cs.WorkbookError, match=said) as caught:
        read_content(content, "return.xlsx")

    assert [each.code for each in caught.value.problems] == [code]
    assert caught.value.problems[0].place.file == "return.xlsx"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    """A small file that would unpack to hundreds of megabytes is refused."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", bytes(intake.LARGEST_CONTENT + 1))

    with pytest.raises(cs.WorkbookError, match="200 MB unpacked"):
        read_content(buffer.getvalue(), "bomb.xlsx")


def test_a_damaged_sheet_is_refused(sent: bytes) -> None:
    """A workbook that opens, but whose sheet is broken, is refused in the same words."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(sent)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            broken = name == "xl/worksheets/sheet3.xml"
            target.writestr(name, content[:500] if broken else content)

    with pytest.raises(cs.WorkbookError, match="damaged"):
        read_content(buffer.getvalue(), "return.xlsx")


def test_a_document_type_in_the_xml_is_refused(sent: bytes) -> None:
    """XML that declares entities is never expanded."""
    declared = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(sent)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            target.writestr(name, declared if "sharedStrings" in name else source.read(name))

    with pytest.raises(cs.WorkbookError, match="damaged"):
        read_content(buffer.getvalue(), "return.xlsx")


def test_more_than_any_return_could_hold_is_refused(
    sent: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sheet with far too many rows is refused by its name."""
    monkeypatch.setattr(cells, "MOST_ROWS", 20)

    with pytest.raises(cs.WorkbookError, match="far larger than a return can be"):
        read(sent, put("A30", "Filled to the brim", "Evidence"))


def test_a_cell_at_the_far_corner_does_no_harm(sent: bytes) -> None:
    """Something typed in the last cell of a sheet is passed over."""
    before = read_content(sent, "return.xlsx")

    assert before == read(sent, put("XFD1048576", "here"))


def test_the_file_is_only_ever_read(sent: bytes, tmp_path: Path) -> None:
    """Reading leaves the file's bytes and times as they were."""
    path = tmp_path / "return.xlsx"
    path.write_bytes(sent)
    before = path.stat().st_mtime_ns

    assessment = cs.read_workbook(path)

    assert (path.read_bytes(), path.stat().st_mtime_ns) == (sent, before)
    assert assessment.source is not None
    assert assessment.source.file == "return.xlsx"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A name that leads nowhere is one sentence."""
    with pytest.raises(cs.WorkbookError, match=r"gone.xlsx: There is no such file or folder\."):
        cs.read_workbook(tmp_path / "gone.xlsx")
