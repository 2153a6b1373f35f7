"""A return marked up: what is shown and listed, what stays as it was, and what comes back."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from xml.parsers.expat import ExpatError

import openpyxl
import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from openpyxl.comments import Comment

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.workbook.marking.looks import Looks
from commissioning_standards.workbook.marking.trees import child, parse, serialised
from commissioning_standards.workbook.markup import mark_up, mark_up_workbook
from commissioning_standards.workbook.reading.reader import read_content
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.desk import Desk, desk, needs_libreoffice

__all__ = ["desk"]

Edit = Callable[[bytes], bytes]
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
START, INCLUSIVE, MARKET = (f"xl/worksheets/sheet{number}.xml" for number in (1, 3, 5))
BOOK, TYPES = "xl/workbook.xml", "[Content_Types].xml"
SLIPS = {"H7": "Establised", "H10": "=1+2"}
FIRST_LINE = 9


def parts_of(content: bytes) -> dict[str, bytes]:
    """Every part of a workbook, by name."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook of these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def edited(content: bytes, edits: Mapping[str, Edit]) -> bytes:
    """A workbook with some of its parts changed, and no other byte."""
    parts = parts_of(content)
    return packed(parts | {name: edit(parts[name]) for name, edit in edits.items()})


def swap(old: str, new: str) -> Edit:
    """Put one text for another, which must be there."""

    def edit(part: bytes) -> bytes:
        assert old.encode() in part
        return part.replace(old.encode(), new.encode())

    return edit


def typed(cells: Mapping[str, str]) -> Edit:
    """Type text into cells, as text whatever it begins with."""

    def edit(part: bytes) -> bytes:
        for cell, text in cells.items():
            found = rb'<c r="%s"( s="\d+")[^>]*?(?:/>|>.*?</c>)' % cell.encode()
            put = rf'<c r="{cell}"\1 t="inlineStr"><is><t>{text}</t></is></c>'.encode()
            part, count = re.subn(found, put, part)
            assert count == 1
        return part

    return edit


def changed(content: bytes, change: Callable[[openpyxl.Workbook], object]) -> bytes:
    """A workbook as openpyxl saves it after a change."""
    book = openpyxl.load_workbook(BytesIO(content))
    change(book)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def opened(content: bytes) -> Any:
    """A workbook as openpyxl sees it."""
    return openpyxl.load_workbook(BytesIO(content))


def problems(content: bytes) -> tuple[cs.Problem, ...]:
    """What is wrong with a return."""
    with pytest.raises(cs.WorkbookError) as caught:
        read_content(content, "return.xlsx")
    return caught.value.problems


def marked(content: bytes) -> bytes:
    """A return marked up with all that is wrong with it."""
    return mark_up(content, problems(content))


def lines(content: bytes) -> list[tuple[Any, ...]]:
    """The lines of the list of a marked-up return, without their numbers."""
    sheet = opened(content)["Please mend"]
    rows = sheet.iter_rows(min_row=FIRST_LINE, values_only=True)
    return [tuple(value or "" for value in row[1:]) for row in rows]


def links(content: bytes) -> dict[str, str]:
    """Where the links of the list lead, by cell."""
    sheet = opened(content)["Please mend"]
    return {cell: str(link.location) for cell, link in _links(sheet)}


def _links(sheet: Any) -> list[tuple[str, Any]]:
    every = [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    return [(cell.coordinate, cell.hyperlink) for cell in every]


def is_marked(cell: Any) -> bool:
    """Whether a cell is pale red with a bold red border."""
    sides = [getattr(cell.border, side) for side in ("left", "right", "top", "bottom")]
    looks = {(side.style, side.color and side.color.rgb) for side in sides}
    return cell.fill.fgColor.rgb == "FFFBE3E1" and looks == {("medium", "FFB3261E")}


def run(*arguments: str | Path) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture(scope="module")
def sent(example: cs.Assessment) -> bytes:
    """The invented council's workbook."""
    return workbook_bytes(example)


@pytest.fixture(scope="module")
def bad(sent: bytes) -> bytes:
    """The same with two ratings that are no answers, changed in nothing else."""
    return edited(sent, {INCLUSIVE: typed(SLIPS)})


@pytest.fixture(scope="module")
def made(bad: bytes) -> bytes:
    """That return marked up."""
    return marked(bad)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bad: bytes) -> Path:
    """A folder with the bad return, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "return.xlsx").write_bytes(bad)
    return tmp_path


def test_a_return_goes_round_and_comes_back_clean(sent: bytes, made: bytes) -> None:
    """Marked up, mended where it is marked and sent back, a return reads with all its answers."""
    assert [problem.code for problem in problems(made)] == ["answer-not-allowed"] * 2

    def mend(book: openpyxl.Workbook) -> None:
        before = opened(sent)["Inclusive"]
        for row in book["Inclusive"].iter_rows():
            for cell in filter(is_marked, row):
                cell.value = before[cell.coordinate].value

    assert read_content(changed(made, mend), "r.xlsx") == read_content(sent, "r.xlsx")


@needs_libreoffice
def test_a_return_mended_in_libreoffice_comes_back_clean(
    desk: Desk, tmp_path: Path, sent: bytes, made: bytes
) -> None:
    """Mended and saved by another program, the marked-up copy reads with all its answers."""
    (tmp_path / "marked.xlsx").write_bytes(made)
    right = {("Inclusive", cell): opened(sent)["Inclusive"][cell].value for cell in SLIPS}
    mended = desk.fill_in(tmp_path / "marked.xlsx", tmp_path / "mended.xlsx", right)

    assert cs.read_workbook(mended) == read_content(sent, "r.xlsx")


@needs_libreoffice
def test_a_return_still_bad_after_libreoffice_is_marked_anew(
    desk: Desk, tmp_path: Path, made: bytes
) -> None:
    """Half mended and saved by another program, only what is still bad is marked, once."""
    (tmp_path / "marked.xlsx").write_bytes(made)
    half = {("Inclusive", "H7"): "2 Developing"}
    content = desk.fill_in(tmp_path / "marked.xlsx", tmp_path / "half.xlsx", half).read_bytes()
    book = opened(marked(content))
    cells = [cell for row in book["Inclusive"].iter_rows() for cell in row]

    assert book.sheetnames.count("Please mend") == 1
    assert [cell.coordinate for cell in cells if is_marked(cell)] == ["H10"]
    assert [cell.coordinate for cell in cells if cell.comment] == ["H10"]


def test_all_else_stays_byte_for_byte(bad: bytes, made: bytes) -> None:
    """Charts with their alt texts, tables, texts and other sheets are what they were."""
    before, after = parts_of(bad), parts_of(made)
    touched = {name for name, content in before.items() if after[name] != content}

    assert touched == {
        BOOK,
        TYPES,
        START,
        INCLUSIVE,
        "xl/styles.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/_rels/sheet3.xml.rels",
    }


def test_values_of_formulas_stay(sent: bytes, made: bytes) -> None:
    """Scores that were worked out can be seen in the copy without working them out anew."""
    before, after = (
        openpyxl.load_workbook(BytesIO(content), data_only=True) for content in (sent, made)
    )
    scores = [cell.value for cell in before["Results"]["D"]]

    assert [cell.value for cell in after["Results"]["D"]] == scores
    assert 2.25 in scores


def test_what_a_sheet_allows_and_how_it_prints_stays(bad: bytes, made: bytes) -> None:
    """A marked sheet keeps its lists, rules, merged cells, widths, protection and print setup."""
    before, after = (parse(parts_of(content)[INCLUSIVE]) for content in (bad, made))
    kept = [each for each in after if each.tag not in {"sheetData", "legacyDrawing"}]

    assert list(map(ET.tostring, kept)) == [
        ET.tostring(each) for each in before if each.tag != "sheetData"
    ]


def test_bad_cells_are_marked_and_no_others(made: bytes) -> None:
    """A cell to mend is pale red with a bold red border and has a comment; others are not."""
    book = opened(made)
    cells = [cell for sheet in book.worksheets[1:] for row in sheet.iter_rows() for cell in row]

    assert [cell.coordinate for cell in cells if is_marked(cell)] == list(SLIPS)
    assert [cell.coordinate for cell in cells if cell.comment] == list(SLIPS)


def test_a_comment_says_what_is_wrong_allowed_and_to_do(made: bytes) -> None:
    """Whoever rests on a bad cell needs no other paper."""
    assert opened(made)["Inclusive"]["H7"].comment.text == (
        "From the check:\n"
        "“Establised” is not an answer for this criterion. Did you mean 3 Established?\n"
        "Allowed: 1 Starting, 2 Developing, 3 Established, 4 Leading, Not applicable, Don't know.\n"
        "Choose one of the allowed answers, or leave it blank."
    )


def test_several_problems_of_a_cell_share_a_comment(sent: bytes) -> None:
    """Each thing that is wrong with a cell is said there."""
    evidence = typed({"A14": "Survey", "B14": "99, 98"})
    text = opened(marked(edited(sent, {"xl/worksheets/sheet6.xml": evidence})))["Evidence"]["B14"]

    assert text.comment.text.count("is neither a standard nor a criterion") == 2
    assert text.comment.text.count("From the check:") == 1


def test_marked_cells_keep_the_rest_of_their_look(sent: bytes, made: bytes) -> None:
    """Font, alignment and number format stay, so that text typed into a bad cell stays text."""
    before, after = (opened(content)["Inclusive"]["H7"] for content in (sent, made))

    assert (repr(after.font), repr(after.alignment)) == (repr(before.font), repr(before.alignment))
    assert after.number_format == before.number_format == "@"


def test_a_bad_cell_that_is_locked_is_unlocked(sent: bytes) -> None:
    """A changed ID stands in a locked cell of a locked sheet, and can be mended in the copy."""
    cell = opened(marked(edited(sent, {INCLUSIVE: typed({"A7": "4.22"})})))["Inclusive"]["A7"]

    assert is_marked(cell)
    assert not cell.protection.locked


def test_comments_of_the_council_stay(bad: bytes) -> None:
    """What people said at a cell stands above what the check says, and elsewhere as it was."""

    def comment(book: openpyxl.Workbook) -> None:
        for cell in ("H7", "H12"):
            book["Inclusive"][cell].comment = Comment("We were not sure", "Ann")

    sheet = opened(marked(changed(bad, comment)))["Inclusive"]

    assert sheet["H7"].comment.text.startswith("We were not sure\n\nFrom the check:\n“Establ")
    assert sheet["H7"].comment.author == "Ann"
    assert sheet["H12"].comment.text == "We were not sure"


def test_every_comment_has_one_box(bad: bytes) -> None:
    """Boxes are drawn for our comments beside those there are, in a drawing that can be read."""

    def comment(book: openpyxl.Workbook) -> None:
        for cell in ("H7", "H12"):
            book["Inclusive"][cell].comment = Comment("We were not sure", "Ann")

    drawing = parts_of(marked(changed(bad, comment)))["xl/drawings/commentsDrawing1.vml"]
    (sheet,) = [each for each in parts_of(marked(bad)) if each.endswith(".vml")]

    assert parse(drawing).tag == "xml"
    assert drawing.count(b'"Note"') == 3
    assert len(set(re.findall(rb"_x0000_s\d+", drawing))) == 3
    assert parts_of(marked(bad))[sheet].count(b'"Note"') == 2


def test_a_second_marking_adds_boxes_to_our_own_drawing(made: bytes) -> None:
    """A drawing that writes prefixes as ours does gets boxes without saying them again."""
    again = parts_of(marked(made))["xl/drawings/vmlDrawing1.vml"]

    assert again.count(b'"Note"') == 2
    assert again.count(b"xmlns:v=") == 1


def test_the_list_comes_first_and_alone_is_open(made: bytes) -> None:
    """The copy opens on the list; no other sheet is open with it, or would be typed into too."""
    book = opened(made)

    assert book.sheetnames[0] == "Please mend"
    assert book.active.title == "Please mend"
    assert [s.title for s in book.worksheets if s.sheet_view.tabSelected] == ["Please mend"]


def test_the_list_tells_everything(bad: bytes, made: bytes) -> None:
    """Each problem is a line: sheet, cell, criterion, what is wrong, allowed and to do."""
    told = [
        (each.place.sheet, each.place.cell, each.place.item, *_sentences(each))
        for each in problems(bad)
    ]

    assert lines(made) == told


def _sentences(problem: cs.Problem) -> tuple[str, str, str]:
    return problem.message, problem.allowed, problem.remedy


def test_the_list_is_a_real_table(made: bytes) -> None:
    """Screen readers and sorting need a table with headers, and print needs them on every page."""
    sheet = opened(made)["Please mend"]
    (table,) = sheet.tables.values()

    assert (table.name, table.ref) == ("PleaseMend", "A8:G10")
    assert [column.name for column in table.tableColumns][:3] == ["No.", "Sheet", "Cell"]
    assert sheet.print_title_rows == "$8:$8"


def test_the_list_prints_on_one_page_across(made: bytes) -> None:
    """It is printed on A4, across, and as wide as the page."""
    sheet = opened(made)["Please mend"]

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)


def test_cells_in_the_list_are_links(made: bytes) -> None:
    """A click on a cell in the list jumps there."""
    assert links(made) == {"C9": "'Inclusive'!H7", "C10": "'Inclusive'!H10"}


def test_text_that_looks_like_a_formula_stays_text(sent: bytes) -> None:
    """What somebody typed is never worked out in the list, whatever it begins with."""
    slips = {"H6": "=1+2", "H7": "+44", "H8": "-3", "H9": "@SUM(1)"}
    found = [*problems(edited(sent, {INCLUSIVE: typed(slips)}))]
    odd = [evolve(each, found="", hint="", allowed=each.found[1:-1]) for each in found]
    sheet = opened(mark_up(edited(sent, {INCLUSIVE: typed(slips)}), odd))["Please mend"]
    cells = [sheet.cell(row, 6) for row in range(FIRST_LINE, FIRST_LINE + 4)]

    assert [(cell.value, cell.data_type) for cell in cells] == [
        (text, "s") for text in slips.values()
    ]


def test_problems_without_a_cell_lead_to_their_sheet(sent: bytes) -> None:
    """A missing row leads to the sheet it belongs on, a missing heading to its row."""
    gone = {MARKET: typed({"A6": ""}), INCLUSIVE: typed({"H5": "Marks"})}
    content = edited(sent, gone)
    found = [(line[:3]) for line in lines(marked(content))]

    assert found[0] == ("Inclusive", "row 5", "")
    assert links(marked(content))["C9"] == "'Inclusive'!A5"
    no_row = cs.Problem("row-missing", cs.Place(sheet="Market", item="10.1"))
    assert links(mark_up(sent, [no_row])) == {"B9": "'Market'!A1"}


@pytest.mark.parametrize("place", [cs.Place(), cs.Place(sheet="Gone", cell="H7")])
def test_problems_of_no_sheet_are_listed_without_a_link(sent: bytes, place: cs.Place) -> None:
    """A problem of the whole file, or of a sheet that is gone, is told all the same."""
    content = mark_up(sent, [cs.Problem("not-a-return", place)])

    assert lines(content)[0][:2] == (place.sheet, place.cell)
    assert links(content) == {}


def test_notes_are_listed_as_notes_and_not_marked(bad: bytes) -> None:
    """What was tidied needs no mending: it stands below the table, and its cell is as it was."""
    place = cs.Place(sheet="Inclusive", cell="H8")
    note = cs.Problem("tidied", place, "“3”", "“3 Established”")
    content = mark_up(bad, [note, *problems(bad)])
    told = lines(content)

    assert [line[1] for line in told] == ["H7", "H10", "", "H8"]
    assert opened(content)["Please mend"]["A11"].value.startswith("Notes: nothing needs doing")
    assert not is_marked(opened(content)["Inclusive"]["H8"])


@pytest.mark.parametrize("notes", [[], [cs.Problem("other-wording")]])
def test_a_return_without_problems_is_left_as_it_is(sent: bytes, notes: list[cs.Problem]) -> None:
    """Where nothing is to be mended nothing is marked."""
    assert mark_up(sent, notes) == sent


def test_one_problem_is_one_thing(sent: bytes) -> None:
    """The words count as people do."""
    content = mark_up(sent, [cs.Problem("not-a-return")])

    assert "found 1 thing to mend" in opened(content)["Please mend"]["A2"].value


def test_the_same_return_gives_the_same_bytes(bad: bytes, made: bytes) -> None:
    """A copy can be made again, and compared."""
    assert marked(bad) == made


def test_marking_again_starts_afresh(made: bytes) -> None:
    """Mended cells lose their mark, what is still bad keeps one, and there is one list."""
    half = edited(made, {INCLUSIVE: typed({"H7": "2 Developing"})})
    book = opened(marked(half))
    sheet = book["Inclusive"]

    assert [name for name in book.sheetnames if name.startswith("Please")] == ["Please mend"]
    assert [each for each in SLIPS if is_marked(sheet[each])] == ["H10"]
    assert [each for each in SLIPS if sheet[each].comment] == ["H10"]
    assert repr(sheet["H7"].fill) == repr(sheet["H6"].fill)
    assert [line[1] for line in lines(marked(half))] == ["H10"]


def test_marking_again_keeps_what_the_council_said(bad: bytes) -> None:
    """A comment of theirs loses only what an earlier round of the check added below it."""

    def comment(book: openpyxl.Workbook) -> None:
        book["Inclusive"]["H7"].comment = Comment("We were not sure", "Ann")

    def mend(book: openpyxl.Workbook) -> None:
        book["Inclusive"]["H7"] = "2 Developing"

    content = changed(marked(changed(bad, comment)), mend)

    assert opened(marked(content))["Inclusive"]["H7"].comment.text == "We were not sure"


def test_marking_again_says_a_thing_once(bad: bytes) -> None:
    """What is still wrong is said once below what the council said, however often it is marked."""

    def comment(book: openpyxl.Workbook) -> None:
        book["Inclusive"]["H7"].comment = Comment("We were not sure", "Ann")

    once = marked(changed(bad, comment))
    said = [opened(each)["Inclusive"]["H7"].comment.text for each in (once, marked(once))]

    assert said[0] == said[1]


def test_marking_again_leaves_one_set_of_everything(made: bytes) -> None:
    """However often it is marked up, the file has the same parts and names."""
    twice = marked(made)

    assert sorted(parts_of(twice)) == sorted(parts_of(made))
    assert parts_of(twice)[BOOK].count(b"Print_Titles") == parts_of(made)[BOOK].count(
        b"Print_Titles"
    )


def test_marks_without_their_list_are_taken_back_too(made: bytes) -> None:
    """Where the council took the list out, the marks of mended cells go all the same."""

    def mend(book: openpyxl.Workbook) -> None:
        book.remove(book["Please mend"])
        book["Inclusive"]["H7"] = "2 Developing"

    sheet = opened(marked(changed(made, mend)))["Inclusive"]

    assert [each for each in SLIPS if is_marked(sheet[each])] == ["H10"]


def test_a_mark_of_unknown_origin_stays(made: bytes) -> None:
    """A marked cell like which no other looks cannot be put back, and is left as it is."""
    styles = parse(parts_of(made)["xl/styles.xml"])
    formats = child(styles, "cellXfs")
    marks = Looks(styles).earlier_marks()
    for each in formats:
        each.set("numFmtId", "14")
    formats[int(max(marks))].set("numFmtId", "17")

    assert list(Looks(styles).earlier_marks()) == [each for each in marks if each != max(marks)]


def test_a_sheet_of_theirs_with_the_same_name_stays(bad: bytes) -> None:
    """Our list is known by its table, not by its name: theirs is kept, and ours gets another."""

    def add(book: openpyxl.Workbook) -> None:
        book.create_sheet("please mend")["A1"] = "Please mend the roof"
        book.create_sheet("Names")["A1"] = "x"
        book.defined_names["PleaseMend"] = openpyxl.workbook.defined_name.DefinedName(
            "PleaseMend", attr_text="Names!$A$1"
        )

    book = opened(marked(changed(bad, add)))

    assert book.sheetnames[0] == "Please mend 2"
    assert book["please mend"]["A1"].value == "Please mend the roof"
    assert list(book["Please mend 2"].tables) == ["PleaseMend2"]
    assert book["Please mend 2"].print_title_rows == "$8:$8"


def test_names_of_single_sheets_follow_their_sheets(bad: bytes, made: bytes) -> None:
    """The rows that are repeated in print are still those of each sheet."""
    before, after = opened(bad), opened(made)

    for name in before.sheetnames:
        assert after[name].print_title_rows == before[name].print_title_rows


def test_a_workbook_without_names_gets_its_first(bad: bytes) -> None:
    """A file that defines no names is marked up as well."""
    no_names = re.compile(rb"<definedNames>.*</definedNames>")
    content = edited(bad, {BOOK: lambda part: no_names.sub(b"", part)})

    assert opened(marked(content))["Please mend"].print_title_rows == "$8:$8"


def test_hidden_sheets_and_rows_with_something_to_mend_are_shown(bad: bytes) -> None:
    """On a locked workbook nobody could show them; the sheet of lists stays hidden."""
    hidden = edited(
        bad,
        {
            BOOK: swap(
                'name="Inclusive" sheetId="3"', 'name="Inclusive" sheetId="3" state="hidden"'
            ),
            INCLUSIVE: swap('<row r="7"', '<row r="7" hidden="1"'),
        },
    )
    book = opened(marked(hidden))

    assert book["Inclusive"].sheet_state == "visible"
    assert not book["Inclusive"].row_dimensions[7].hidden
    assert book["About this file"].sheet_state == "veryHidden"


def test_under_merged_cells_the_one_that_is_seen_is_marked(bad: bytes) -> None:
    """A cell that another hides cannot be seen, so the one on top is marked for it."""
    merged = swap('<mergeCell ref="A2:K2"/>', '<mergeCell ref="A2:K2"/><mergeCell ref="H7:H8"/>')
    place = cs.Place(sheet="Inclusive", cell="H8")
    found = [cs.Problem("reason-missing", place)]

    sheet = opened(mark_up(edited(bad, {INCLUSIVE: merged}), found))["Inclusive"]

    assert is_marked(sheet["H7"])
    assert sheet["H7"].comment


@pytest.mark.parametrize("place", ["M7", "B40", "C1"])
def test_a_cell_where_nothing_stands_is_made(bad: bytes, place: str) -> None:
    """A bad cell that the file does not write at all is marked, in its place among the others."""
    found = cs.Problem("reason-missing", cs.Place(sheet="Inclusive", cell=place))
    content = mark_up(bad, [found])
    written = re.findall(rb'<c r="([A-Z]+)(\d+)"', parts_of(content)[INCLUSIVE])

    assert is_marked(opened(content)["Inclusive"][place])
    assert written == sorted(written, key=lambda cell: (int(cell[1]), len(cell[0]), cell[0]))


def test_cells_that_do_not_say_where_they_are_are_found(bad: bytes) -> None:
    """Some programs leave out the places of cells, which then follow each other."""
    bare = edited(bad, {INCLUSIVE: lambda part: re.sub(rb'<(row|c) r="\w+"', rb"<\1", part)})
    found = [cs.Problem("reason-missing", cs.Place(sheet="Inclusive", cell="B3"))]
    sheet = opened(mark_up(bare, found))["Inclusive"]

    assert sheet["A3"].value == opened(bad)["Inclusive"]["A3"].value


def test_a_workbook_that_writes_prefixes_is_marked_up(bad: bytes) -> None:
    """Some programs put a prefix before every element."""

    def prefix(part: bytes) -> bytes:
        part = re.sub(rb"<(/?)(\w+)(?=[ />])", rb"<\1x:\2", part)
        return part.replace(b"xmlns=", b"xmlns:x=")

    content = edited(bad, dict.fromkeys([INCLUSIVE, BOOK, "xl/styles.xml"], prefix))

    assert is_marked(opened(marked(content))["Inclusive"]["H7"])


def test_prefixes_that_nothing_uses_are_kept(bad: bytes) -> None:
    """Excel names prefixes in an attribute, and calls a file damaged that does not define them."""
    names = 'xmlns:mc="urn:mc" mc:Ignorable="xr2" xmlns:xr2="urn:xr2" '
    content = edited(bad, {INCLUSIVE: swap("<worksheet ", f"<worksheet {names}")})

    assert names.strip().encode() in parts_of(marked(content))[INCLUSIVE]


def test_a_strict_workbook_stays_strict(bad: bytes) -> None:
    """A file saved under the other names of the same words gets our parts under those names."""
    strict = {MAIN: b"http://purl.oclc.org/ooxml/spreadsheetml/main"}
    strict |= {RELATIONS: b"http://purl.oclc.org/ooxml/officeDocument/relationships"}

    def renamed(part: bytes) -> bytes:
        for old, new in strict.items():
            part = part.replace(old, new)
        return part

    content = packed({name: renamed(part) for name, part in parts_of(bad).items()})
    parts = parts_of(mark_up(content, problems(bad)))

    assert [name for name, part in parts.items() if MAIN in part or RELATIONS in part] == []


def test_parts_are_found_whatever_their_capitals(bad: bytes) -> None:
    """Names of parts are the same in large and small letters."""
    parts = parts_of(bad)
    parts["xl/Worksheets/Sheet3.xml"] = parts.pop(INCLUSIVE)

    assert b"<legacyDrawing" in parts_of(marked(packed(parts)))["xl/Worksheets/Sheet3.xml"]


def test_returns_in_text_keep_their_line_ends() -> None:
    """A carriage return in a part comes out as one, and not as a line feed."""
    tree = parse(b"<t a='1&#10;2'>One&#13;&#10;Two</t>")

    assert parse(serialised(tree)).text == "One\r\nTwo"
    assert parse(serialised(tree)).get("a") == "1\n2"


def test_parts_with_definitions_are_refused() -> None:
    """A few definitions unfold to gigabytes; no workbook has any."""
    with pytest.raises(ExpatError):
        parse(b'<!DOCTYPE t [<!ENTITY a "b">]><t>&a;</t>')


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"{}", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_is_no_workbook_cannot_be_marked_up(content: bytes) -> None:
    """A file that cannot be opened is refused as it is when it is read."""
    with pytest.raises(cs.WorkbookError) as caught:
        mark_up(content, [cs.Problem("not-a-return")])

    assert caught.value.problems[0].code in {"not-a-workbook", "encrypted"}


@pytest.mark.parametrize("code", ["too-big", "damaged"])
def test_what_cannot_be_read_whole_is_not_marked_up(sent: bytes, code: str) -> None:
    """A workbook of which the reader found that it is damaged or too big is left alone."""
    with pytest.raises(cs.WorkbookError, match=cs.Problem(code).message[:20]):
        mark_up(sent, [cs.Problem(code)])


def test_parts_packed_in_an_unusual_way_are_refused(bad: bytes) -> None:
    """Methods that expand without bounds are not unpacked, in parts the reader passes over too."""
    parts = parts_of(bad)
    buffer = BytesIO(packed(parts))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("xl/media/image1.png", b"x" * 99, zipfile.ZIP_LZMA)

    with pytest.raises(cs.WorkbookError, match="damaged"):
        mark_up(buffer.getvalue(), problems(bad))


def test_damage_where_marks_go_is_told(bad: bytes) -> None:
    """A part that only marking up needs, and that is damaged, is told as damage."""
    content = edited(bad, {"xl/styles.xml": swap("fonts", "funts")})

    with pytest.raises(cs.WorkbookError, match="damaged"):
        mark_up(content, problems(bad))


def test_from_python_a_copy_is_written_and_the_problems_are_told(folder: Path) -> None:
    """One call checks a return and writes the copy, with the file's name in every problem."""
    found = mark_up_workbook("return.xlsx", "mend.xlsx")

    assert [each.place.cell for each in found] == list(SLIPS)
    assert (folder / "mend.xlsx").read_bytes() == mark_up(
        (folder / "return.xlsx").read_bytes(), found
    )


def test_from_python_a_clean_return_makes_nothing(folder: Path, sent: bytes) -> None:
    """Without problems there is no copy."""
    (folder / "clean.xlsx").write_bytes(sent)

    assert mark_up_workbook("clean.xlsx", "mend.xlsx") == ()
    assert not (folder / "mend.xlsx").exists()


def test_the_command_marks_up(folder: Path) -> None:
    """Problems are told as without it, the copy is named, and the status is that of problems."""
    plain = run("check", "return.xlsx")
    result = run("check", "return.xlsx", "--mark-up", "mend.xlsx")

    assert (result.exit_code, result.stderr) == (1, plain.stderr)
    assert result.stdout == "Made mend.xlsx\n"
    assert opened((folder / "mend.xlsx").read_bytes()).sheetnames[0] == "Please mend"


@pytest.mark.usefixtures("folder")
def test_the_command_keeps_json_apart() -> None:
    """Standard output is JSON alone where that was asked for."""
    plain = run("check", "return.xlsx", "--format", "json")
    result = run("check", "return.xlsx", "--format", "json", "--mark-up", "mend.xlsx")

    assert (result.exit_code, result.stdout) == (1, plain.stdout)
    assert result.stderr == "Made mend.xlsx\n"


def test_the_command_makes_nothing_of_a_clean_return(folder: Path, sent: bytes) -> None:
    """Without problems it says so, writes nothing, and is done."""
    (folder / "clean.xlsx").write_bytes(sent)
    result = run("check", "clean.xlsx", "--mark-up", "mend.xlsx")

    assert result.exit_code == 0
    assert result.stdout.endswith("nothing to mark up in clean.xlsx: it has no problems.\n")
    assert not (folder / "mend.xlsx").exists()


@pytest.mark.parametrize("name", ["gone.xlsx", "report.pdf", "return.json"])
def test_the_command_says_what_cannot_be_marked_up(folder: Path, name: str) -> None:
    """A file that cannot be opened has its problem told, and one sentence says the rest."""
    (folder / "report.pdf").write_bytes(b"%PDF-1.7")
    (folder / "return.json").write_text("{}")
    plain = run("check", name)
    result = run("check", name, "--mark-up", "mend.xlsx")

    assert (result.exit_code, result.stderr) == (1, plain.stderr)
    assert result.stdout == (
        f"There is nothing to mark up in {name}: it cannot be opened as a workbook.\n"
    )
    assert not (folder / "mend.xlsx").exists()


def test_the_command_marks_up_one_file(folder: Path) -> None:
    """Two files and one name for the copy is wrong usage."""
    result = run("check", "return.xlsx", "return.xlsx", "--mark-up", "mend.xlsx")

    assert result.exit_code == 2
    assert "--mark-up needs exactly one FILE" in result.stderr
    assert not (folder / "mend.xlsx").exists()


@pytest.mark.parametrize("name", ["return.xlsx", "./return.xlsx", "link.xlsx"])
def test_the_command_never_replaces_the_return(folder: Path, bad: bytes, name: str) -> None:
    """The copy cannot be the return, with force and by another spelling as well."""
    (folder / "link.xlsx").symlink_to("return.xlsx")
    result = run("check", "return.xlsx", "--mark-up", name, "--force")

    assert result.exit_code == 2
    assert "never replaced" in result.stderr
    assert (folder / "return.xlsx").read_bytes() == bad


def test_the_command_does_not_overwrite(folder: Path) -> None:
    """A file that is there is left, unless --force is given."""
    (folder / "mend.xlsx").write_bytes(b"mine")
    refused = run("check", "return.xlsx", "--mark-up", "mend.xlsx")
    left = (folder / "mend.xlsx").read_bytes()
    forced = run("check", "return.xlsx", "--mark-up", "mend.xlsx", "--force")

    assert (refused.exit_code, left, forced.exit_code) == (2, b"mine", 1)
    assert (folder / "mend.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", ["mend", "mend.xls", "mend.pdf", "mend.xlsm"])
def test_the_command_gives_the_copy_the_ending_of_the_return(folder: Path, name: str) -> None:
    """A file with another ending would not open, and is refused before anything is read."""
    result = run("check", "return.xlsx", "--mark-up", name)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Allowed: .xlsx." in result.stderr
    assert not (folder / name).exists()


def test_a_workbook_with_macros_keeps_its_ending(folder: Path) -> None:
    """Excel opens a workbook with macros by its own ending only."""
    (folder / "return.xlsx").rename(folder / "return.xlsm")

    assert run("check", "return.xlsm", "--mark-up", "mend.xlsm").stdout == "Made mend.xlsm\n"
