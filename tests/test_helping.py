"""What a council says of helping others: asked where a region wants it, and shown nowhere."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.returns import next_round
from commissioning_standards.workbook.markup import mark_up_workbook
from commissioning_standards.workbook.reading.reader import read_content
from commissioning_standards.workbook.writing.meeting.writer import meeting_bytes
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.desk import Desk, desk, needs_libreoffice

__all__ = ["desk"]

SHEET = "Helping each other"
COUNTY = cs.CouncilType.COUNTY
SAID = cs.Helping(named=True, asks=("4", "10"), most=2, kind=COUNTY, population=312_000)
LEADERS = cs.Respondent("Leaders", cs.Voice.LEADERS)
HIDDEN = ("312000", "312,000", "Helping each other", "helping")


def run(*arguments: object) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def opened(content: bytes) -> Any:
    """A workbook, to look into."""
    return openpyxl.load_workbook(BytesIO(content))


def saved(book: Any) -> bytes:
    """The workbook as a program saves it."""
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def notes_of(assessment: cs.Assessment) -> list[str]:
    """The codes of what was told on the way in."""
    assert assessment.source
    return [each.code for each in assessment.source.notes]


@pytest.fixture
def saying(example: cs.Assessment) -> cs.Assessment:
    """The invented council, that has said what it says of helping others."""
    return evolve(example, helping=SAID)


def two(example: cs.Assessment, other: cs.Helping | None) -> cs.Moderation:
    """Two returns of one council, of which the first says all."""
    return cs.moderate(
        [evolve(example, helping=SAID), evolve(example, respondent=LEADERS, helping=other)]
    )


def test_a_region_asks_for_it(tmp_path: Path) -> None:
    """With --region the workbook has the form, with its choices and its limits."""
    path = tmp_path / "region.xlsx"
    assert run("new", "--region", "-o", path).exit_code == 0
    sheet = openpyxl.load_workbook(path)[SHEET]
    offered = {str(each.sqref): each for each in sheet.data_validations.dataValidation}

    assert [sheet.cell(row, 1).value for row in range(5, 11)] == [
        "Helping each other",
        "May be named",
        "Asks for help with",
        "Can help at once",
        "Type of council",
        "Population",
    ]
    assert (offered["B6"].formula1, offered["B9"].formula1) == (
        "YesNoChoices",
        "CouncilTypeChoices",
    )
    assert (offered["B10"].type, offered["B10"].formula1) == ("whole", "1")
    assert cs.read_workbook(path).helping == cs.Helping()


def test_start_here_leads_to_it(saying: cs.Assessment) -> None:
    """Whoever fills in the workbook is told that there is such a sheet."""
    start = opened(workbook_bytes(saying))["Start here"]
    peers = evolve(saying, respondent=cs.Respondent("P", cs.Voice.PEER_TEAM))
    theirs = opened(workbook_bytes(peers))["Start here"]

    for sheet in (start, theirs):
        assert f"say so in {SHEET}." in " ".join(
            str(cell.value) for row in sheet.iter_rows() for cell in row
        )


@pytest.mark.parametrize("arguments", [(), ("--form", "quick"), ("--voice", "Unpaid carers")])
def test_nobody_else_is_asked(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Other workbooks have no trace of it, not even a hidden list."""
    path = tmp_path / "own.xlsx"
    run("new", *arguments, "-o", path)
    book = openpyxl.load_workbook(path)

    assert SHEET not in book.sheetnames
    assert "CouncilTypeChoices" not in book.defined_names
    assert cs.read_workbook(path).helping is None


def test_only_those_who_speak_for_the_council_are_asked(tmp_path: Path) -> None:
    """A carer is not asked how many people live in the area; the leaders may be."""
    path = tmp_path / "x.xlsx"
    refused = run("new", "--region", "--voice", "Unpaid carers", "-o", path)
    asked = run("new", "--region", "--voice", cs.Voice.LEADERS.value, "-o", path)

    assert (refused.exit_code, asked.exit_code) == (2, 0)
    assert "speaks for the council" in refused.stderr


def test_it_comes_back_whole(saying: cs.Assessment) -> None:
    """Through the workbook and through JSON, it stays what it is."""
    assert read_content(workbook_bytes(saying), "return.xlsx") == saying
    assert cs.from_json(cs.to_json(saying)) == saying


def test_json_of_old_is_read(example: cs.Assessment) -> None:
    """An assessment saved before this was asked has said nothing."""
    document = json.loads(cs.to_json(example))
    del document["helping"]

    assert cs.from_json(json.dumps(document)).helping is None


@needs_libreoffice
def test_what_is_typed_in_libreoffice_is_read(desk: Desk, tmp_path: Path) -> None:
    """A council with LibreOffice types its answers, and they are read as typed."""
    blank, filled = tmp_path / "blank.xlsx", tmp_path / "filled.xlsx"
    run("new", "--region", "-o", blank)
    typed = {"B6": "Yes", "B7": "4, 10", "B8": "2", "B9": "County", "B10": "312,000"}
    desk.fill_in(blank, filled, {(SHEET, cell): text for cell, text in typed.items()})

    assert cs.read_workbook(filled).helping == SAID


def test_a_copy_of_the_sheet_that_says_the_same_is_no_problem(saying: cs.Assessment) -> None:
    """Somebody keeps a copy; what it says is said once."""
    book = opened(workbook_bytes(saying))
    book.copy_worksheet(book[SHEET])

    assert read_content(saved(book), "return.xlsx").helping == SAID


def test_a_workbook_without_its_sheet_is_read(saying: cs.Assessment) -> None:
    """Whoever deletes the sheet has said nothing, and is told that it is gone."""
    book = opened(workbook_bytes(saying))
    del book[SHEET]
    without = read_content(saved(book), "return.xlsx")

    assert without.helping is None
    assert notes_of(without) == ["helping-missing"]


def test_a_sheet_without_its_headings_is_told(saying: cs.Assessment) -> None:
    """What stands below headings that nobody knows is not read, and that is no secret."""
    book = opened(workbook_bytes(saying))
    book[SHEET]["A5"], book[SHEET]["B5"] = "Helping", "Our answer"
    unread = read_content(saved(book), "return.xlsx")

    assert unread.helping is None
    assert notes_of(unread) == ["helping-missing"]


def test_nothing_is_told_of_a_sheet_that_never_was(saying: cs.Assessment) -> None:
    """A workbook that went out without the sheet lacks nothing."""
    content = workbook_bytes(evolve(saying, helping=None))

    assert notes_of(read_content(content, "return.xlsx")) == []


def test_it_is_carried_over(tmp_path: Path, saying: cs.Assessment) -> None:
    """Next round starts with what was said last round, whether or not it is asked for again."""
    last, now = tmp_path / "last.xlsx", tmp_path / "now.xlsx"
    cs.write_workbook(saying, last)
    run("new", "--from", last, "-o", now)
    again = run("new", "--from", last, "--region", "-o", now, "--force")

    assert next_round(saying).helping == SAID
    assert again.exit_code == 0
    assert cs.read_workbook(now).helping == SAID


def test_a_standard_that_is_gone_is_a_note(saying: cs.Assessment) -> None:
    """In a return of an earlier edition, help asked with a standard that is gone is left out."""
    before = saying.framework
    kept = tuple(each for each in before.standards if each.number != 10)
    fewer = evolve(before, edition="2030", standards=kept)
    read = read_content(workbook_bytes(saying), "return.xlsx", fewer)

    assert read.helping == evolve(SAID, asks=("4",))
    assert read.source is not None
    assert "standard-dropped" in {each.code for each in read.source.notes}


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (cs.Helping(asks=("99", "4.1")), ["unknown-standard", "unknown-standard"]),
        (cs.Helping(most=-1), ["wrong-type"]),
        (cs.Helping(population=0), ["wrong-type"]),
    ],
)
def test_what_cannot_be_meant_is_told(
    example: cs.Assessment, said: cs.Helping, codes: list[str]
) -> None:
    """Help is asked with standards that there are, and counts are counts."""
    with pytest.raises(cs.AssessmentError) as refusal:
        evolve(example, helping=said)

    assert [each.code for each in refusal.value.problems] == codes


def test_a_standard_named_twice_is_asked_once() -> None:
    """What is asked stands once, in the order in which it was written."""
    assert cs.Helping(asks=["10", "4", "10"]).asks == ("10", "4")


def test_a_slip_is_marked_where_it_is(tmp_path: Path, saying: cs.Assessment) -> None:
    """A workbook marked up shows the bad cell of this sheet too."""
    path, copy = tmp_path / "return.xlsx", tmp_path / "marked.xlsx"
    book = opened(workbook_bytes(saying))
    book[SHEET]["B9"] = "Shire"
    book.save(path)
    mark_up_workbook(path, copy)
    cell = openpyxl.load_workbook(copy)[SHEET]["B9"]

    assert cell.comment is not None
    assert "County" in cell.comment.text


def test_a_workbook_with_it_verifies(tmp_path: Path, saying: cs.Assessment) -> None:
    """The sheet has no formula, and disturbs none."""
    path = tmp_path / "return.xlsx"
    cs.write_workbook(saying, path)

    assert cs.verify_workbook(path).differences == ()


def test_returns_that_do_not_differ_are_taken_together(example: cs.Assessment) -> None:
    """A line that one leaves open is that of the other; the order of standards is no matter."""
    other = cs.Helping(asks=("10", "4"), kind=COUNTY)
    moderation = two(example, other)

    assert set(_settled(moderation).asks) == {"4", "10"}
    assert evolve(_settled(moderation), asks=SAID.asks) == SAID
    assert _settled(two(example, None)) == SAID


def _settled(moderation: cs.Moderation) -> cs.Helping:
    found = read_content(meeting_bytes(moderation), "meeting.xlsx").helping
    assert found is not None
    return found


def test_where_returns_differ_it_is_open_and_told(tmp_path: Path, example: cs.Assessment) -> None:
    """Nobody is named on the word of one alone; who said what stands beside the line."""
    files = [tmp_path / f"{name}.json" for name in ("one", "other")]
    other = cs.Helping(named=False, asks=("4",), most=3, kind=cs.CouncilType.UNITARY, population=5)
    moderation = two(example, other)
    for path, who in zip(files, moderation.participants, strict=True):
        path.write_text(cs.to_json(who.assessment), "utf-8")
    book = tmp_path / "meeting.xlsx"
    told = run("moderate", *files, "-o", book)
    lines = openpyxl.load_workbook(book)[SHEET]

    assert cs.read_workbook(book).helping == cs.Helping()
    assert "May be named: The returns do not say the same" in told.stderr
    assert "No (Leaders)" in str(lines["C6"].value)
    assert "County" in str(lines["C9"].value)
    assert "What the council says of helping others" in {
        cell.value for row in openpyxl.load_workbook(book)["Start here"].iter_rows() for cell in row
    }


def test_what_the_meeting_decided_is_agreed(example: cs.Assessment) -> None:
    """The agreed assessment says what the meeting's workbook says."""
    moderation = two(example, cs.Helping(named=False))
    met = read_content(meeting_bytes(moderation), "meeting.xlsx")
    decided = evolve(met, helping=evolve(SAID, named=True))

    assert cs.agree(moderation, decided).helping == SAID
    assert cs.agree(moderation, {}).helping == evolve(SAID, named=None)


def test_returns_that_were_not_asked_say_nothing(example: cs.Assessment) -> None:
    """A meeting of returns without the sheet has none either."""
    moderation = cs.moderate([example, evolve(example, respondent=LEADERS)])

    assert SHEET not in opened(meeting_bytes(moderation)).sheetnames
    assert cs.agree(moderation, {}).helping is None


def test_neither_pack_nor_account_shows_it(tmp_path: Path, saying: cs.Assessment) -> None:
    """Not in the pages, not in the data, not in the preview of what is published."""
    path = tmp_path / "return.json"
    path.write_text(cs.to_json(saying), "utf-8")
    day = ("--on", "2027-03-31")
    assert run("pack", path, "-o", tmp_path / "pack", "--web-only", *day).exit_code == 0
    assert run("account", path, "-o", tmp_path / "account", *day).exit_code == 0
    made = [each for name in ("pack", "account") for each in (tmp_path / name).rglob("*.*")]
    texts = [each.read_text("utf-8") for each in made if each.suffix in {".html", ".json", ".csv"}]

    assert len(texts) > 4
    assert [word for word in HIDDEN for text in texts if word in text] == []
    assert "What the council says of helping others" in run("account", path, "--preview").stdout
