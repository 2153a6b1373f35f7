"""Formulas that programs have rewritten mean the same; those that people changed do not."""

from __future__ import annotations

from collections.abc import Callable

import openpyxl
import pytest

import commissioning_standards as cs
from commissioning_standards.workbook.verify.tokens import LONGEST_FORMULA, tokens
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.workbook.returned import changed_by_script, put, told, verified, with_text

WORKBOOK = "xl/workbook.xml"
SCORE, ANSWER = "D49", "L71"
Change = Callable[[openpyxl.Workbook], object]


@pytest.fixture(scope="module")
def sent(example: cs.Assessment) -> bytes:
    """The filled example's workbook."""
    return workbook_bytes(example)


def shared(number: str = "0", area: str | None = None) -> dict[str, str]:
    """How a formula says that it is shared."""
    return {"t": "shared", "si": number} | ({"ref": area} if area else {})


def meant(formula: str) -> list[object]:
    """What a formula's tokens mean."""
    return [token.value for token in tokens(formula)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("='Market'!$A$6:$A$17", "Market!A6:A17"),
        ("='Our market''s care'!A1", "='OUR MARKET''S CARE'!a1"),
        ('=IF(A1="","x",SUM(B1:B2))', '=if( A1 = "" , "x" , _xlfn.SUM($B$1:B$2) )'),
        ("=1.0+.5", "=1+0.5"),
        ("=1E3", "=1000"),
        ("=B2:A1", "=A1:B2"),
        ("=AcceptedAnswers", "=ACCEPTEDANSWERS"),
    ],
)
def test_spellings_of_one_formula_mean_the_same(one: str, other: str) -> None:
    """Capitals, spaces, quotes, dollar signs and prefixes are the programs' own affair."""
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('="a"', '="A"'),
        ('="a  b"', '="a b"'),
        ("=A1", "=A11"),
        ("=A1", "=Market!A1"),
        ("=LOG10(2)", "=LOG1(2)"),
        ("=A1+1", "=A1-1"),
        ("=A1:B2", "=A1:B3"),
        ("='a'", "='b'"),
        ("=[1]Market!A1", "=Market!A1"),
    ],
)
def test_formulas_that_mean_something_else_differ(one: str, other: str) -> None:
    """Words to the letter, cells, figures and signs are what a formula says."""
    assert meant(one) != meant(other)


@pytest.mark.parametrize("start", ["'", '"', "'a", "A1:", "a.", "((", "1e", "A1!"])
def test_a_hostile_formula_takes_no_longer_than_its_length(start: str) -> None:
    """However odd it is, a formula is gone through once, and an endless one not at all."""
    assert tokens(start * (LONGEST_FORMULA // len(start)))
    assert len(tokens(start * LONGEST_FORMULA * 2)) == 1


@pytest.mark.parametrize(
    "rewritten",
    [
        'iferror(trim(index(Inclusive!H6:H17,match(B71,Inclusive!A6:A17,0))&""),"")',
        'IFERROR( TRIM(INDEX(Inclusive!$H$6:$H$17, MATCH($B$71, Inclusive!$A$6:$A$17, 0))&""), "")',
        '_xlfn.IFERROR(TRIM(INDEX(INCLUSIVE!H$6:H17,MATCH(Results!B71,inclusive!A6:A17,0.0))&""),"")',
    ],
)
def test_a_formula_that_a_program_rewrote_verifies(sent: bytes, rewritten: str) -> None:
    """However it is spelt, a formula that looks where it did is the same."""
    content = put(sent, "Results", ANSWER, formula=rewritten, value="2 Developing", kind="str")

    assert verified(content).agrees


@pytest.mark.parametrize(
    "changed",
    [
        'IFERROR(TRIM(INDEX(Inclusive!H6:H17,MATCH(B71,Inclusive!A5:A16,0))&""),"")',
        'IFERROR(TRIM(INDEX(Inclusive!H6:H17,MATCH(B71,Inclusive!A6:A18,0))&""),"")',
        'IFERROR(TRIM(INDEX(Market!H6:H17,MATCH(B71,Market!A6:A17,0))&""),"")',
        'IFERROR(TRIM(INDEX(Inclusive!H6:H17,MATCH(B72,Inclusive!A6:A17,0))&""),"")',
        'IFERROR(TRIM(INDEX(Inclusive!H6:H17,MATCH(B71,Inclusive!A6:A17,1))&""),"")',
        'IFERROR(TRIM(INDEX(Inclusive!H6:H17,MATCH(Market!B71,Inclusive!A6:A17,0))&""),"")',
        '"2 Developing"',
        "",
        "SUM(" * 3000,
    ],
)
def test_a_formula_that_looks_elsewhere_is_found(sent: bytes, changed: str) -> None:
    """A range a row too high, another sheet, another cell: each is told, whatever it shows."""
    content = put(sent, "Results", ANSWER, formula=changed, value="2 Developing", kind="str")

    assert told(verified(content)) == [("formula-changed", "Results", ANSWER)]


def test_a_formula_is_said_as_it_should_be_where_its_cells_are_now(sent: bytes) -> None:
    """After a column was put in, the formula that went out is told with the new letters."""

    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Inclusive"]
        sheet.title = "Us & you"
        sheet.insert_cols(1)

    found = verified(changed_by_script(sent, change))
    (answer,) = [each for each in found.differences if each.place.cell == ANSWER]

    assert answer.found.startswith("“…(INDEX('Inclusive'!$H$6:$H$17,MATCH(")
    assert answer.allowed.startswith("“…(INDEX('Us & you'!I6:I17,MATCH(B71")
    assert "and should read “…(INDEX('Us & you'!I6" in answer.message


def test_what_has_not_moved_is_said_as_it_is_written(sent: bytes) -> None:
    """Dollar signs stay in what a formula should read where its cells are where they were."""
    changed = "INDEX('Inclusive'!$H$6:$H$17,MATCH(B72,'Inclusive'!$A$6:$A$17,0))"
    written = f'IFERROR(TRIM({changed}&""),"")'
    content = put(sent, "Results", ANSWER, formula=written, value="2 Developing", kind="str")

    (found,) = verified(content).differences

    assert "should read" in found.message
    assert ",MATCH(B71,'Inclusive'!$A$6:$A$17" in found.allowed


def test_formulas_that_cells_share_are_compared(sent: bytes) -> None:
    """A formula saved once for a run of cells, as Excel does it, counts in each of them."""
    content = sent
    for row, count in zip(range(70, 74), (1, 1, 1, 0), strict=True):
        written = f"1-H{row}-J{row}" if row == 70 else None
        options = shared("0", "I70:I73" if written else None)
        value = str(1 - count)
        content = put(
            content, "Results", f"I{row}", formula=written or "", value=value, shared=options
        )

    found = verified(content)

    assert [each for each in told(found) if each[0] == "formula-changed"] == []
    assert found.tally.same == found.tally.formulas


@pytest.mark.parametrize("first", ["1-H70-K70", "1-#REF!-'", "(" * 9000, "A1" * 99 + "))"])
def test_a_formula_that_cells_share_can_be_changed(sent: bytes, first: str) -> None:
    """Where it is not the one that went out, every cell that shares it is told."""
    content = put(sent, "Results", "I70", formula=first, value="0", shared=shared("7", "I70:I71"))
    content = put(content, "Results", "I71", formula="", value="0", shared=shared("7"))

    changed = [cell for code, _, cell in told(verified(content)) if code == "formula-changed"]

    assert changed == ["I70", "I71"]


def test_a_shared_formula_that_stands_nowhere_is_found(sent: bytes) -> None:
    """A number that leads to no formula is a changed formula, and no crash."""
    content = put(sent, "Results", "I71", formula="", value="0", shared=shared("99"))

    assert told(verified(content)) == [("formula-changed", "Results", "I71")]


@pytest.mark.parametrize(
    ("new", "stands_for"),
    [
        ("'About this file'!$L$3:$L$24", "“'About this file'!$L$3:$L$24”"),
        ("'About this file'!$M$2:$M$5", "“'About this file'!$M$2:$M$5”"),
        ("{1,2,3,4}", "“{1,2,3,4}”"),
        ("", "nothing"),
    ],
)
def test_a_name_that_leads_elsewhere_is_found(sent: bytes, new: str, stands_for: str) -> None:
    """The names that formulas use must stand for the lists that they did."""
    old = "'About this file'!$L$2:$L$23"

    found = verified(with_text(sent, WORKBOOK, old, new))

    (difference,) = found.differences
    assert (difference.code, difference.place.item) == ("name-changed", "AcceptedValues")
    assert (difference.found, difference.allowed) == (stands_for, "“'About this file'!$L$2:$L$23”")


def test_a_name_that_is_gone_is_found(sent: bytes) -> None:
    """A name that no longer is stands for nothing."""
    found = verified(with_text(sent, WORKBOOK, '"AcceptedValues"', '"OtherValues"'))

    assert [each.found for each in found.differences] == ["nothing"]


def test_a_name_of_a_sheets_own_is_found(sent: bytes) -> None:
    """A second name of the same spelling, for one sheet, would be used there in secret."""
    second = '<definedName name="ACCEPTEDVALUES" localSheetId="7">Results!$K$41:$K$63</definedName>'

    found = verified(with_text(sent, WORKBOOK, "</definedNames>", f"{second}</definedNames>"))

    assert [each.found for each in found.differences] == ["“Results!$K$41:$K$63”"]


def test_a_copy_of_the_results_is_checked_too(sent: bytes) -> None:
    """A copied sheet verifies while it is like the first, and is named where it is not."""

    def change(book: openpyxl.Workbook) -> None:
        copy = book.copy_worksheet(book["Results"])
        copy.title = "Results for the board"
        copy["D49"] = 4

    found = verified(changed_by_script(sent, change))

    assert told(found) == [
        ("shown-differs", "Results for the board", "D49"),
        ("formula-typed-over", "Results for the board", "D49"),
    ]


def test_a_row_that_stands_twice_is_checked_twice(sent: bytes) -> None:
    """A second row of the same part below the table is not passed over."""

    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Results"]
        row = sheet.max_row + 2
        sheet.cell(row, 1).value, sheet.cell(row, 2).value = "Standard", "4"
        sheet.cell(row, 4).value = 4

    found = verified(changed_by_script(sent, change))

    assert {each.place.item.partition(",")[0] for each in found.differences} == {"Standard 4"}
    assert found.differences[0].found == "4"


@pytest.mark.parametrize(
    ("change", "table"),
    [
        (lambda book: book.remove(book["Results"]), "Results"),
        (lambda book: book["Results"].delete_cols(7), "Results"),
        (lambda book: book["Market"].delete_cols(11), "Market"),
        (lambda book: book["Start here"].delete_rows(18), "Start here"),
    ],
)
def test_a_table_that_is_gone_is_told_once(sent: bytes, change: Change, table: str) -> None:
    """Where a sheet or heading is gone its cells cannot be found, and are not blamed one by one."""
    found = verified(changed_by_script(sent, change))

    lost = [each for each in found.differences if each.code == "table-missing"]
    assert [each.found for each in lost] == [f"“{table}”"]
    assert found.tally.missing > 0


def test_a_row_that_is_gone_is_told(sent: bytes) -> None:
    """A line taken out of the results is named by its part."""
    content = put(sent, "Results", "A49", value="Our standard", kind="str")

    (difference,) = verified(content).differences

    assert (difference.code, difference.found) == ("row-lost", "“Standard 4”")


def test_a_hidden_sheet_that_has_moved_is_found(sent: bytes) -> None:
    """Rows and columns put in before the hidden lists leave them what they were."""

    def change(book: openpyxl.Workbook) -> None:
        book["About this file"].insert_rows(1, 2)
        book["About this file"].insert_cols(1)

    codes = {each.code for each in verified(changed_by_script(sent, change)).differences}

    # The script moves cells without what leads to them, as no spreadsheet program does.
    assert codes == {"name-changed"}
