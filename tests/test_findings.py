"""What a peer team read, heard and saw: in its workbook, and beside the council's own view."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.comparing.findings import describe_findings
from commissioning_standards.comparing.tables import comparison_document, comparison_table
from commissioning_standards.workbook.layout.names import ABOUT
from tests.desk import Desk, desk, needs_libreoffice

__all__ = ["desk"]

READ, HEARD, SEEN = cs.KnownBy.READ, cs.KnownBy.HEARD, cs.KnownBy.SEEN
FOUND = (
    cs.Finding("Minutes show who took part", ("4",), READ),
    cs.Finding("People are paid late", ("4.3", "6"), HEARD, "Said in two groups"),
    cs.Finding("A warm welcome"),
    cs.Finding("Easy Read is on the shelf", ("6.3",), None),
)
PEERS = cs.Respondent("Peer team", cs.Voice.PEER_TEAM)
SHEET = "Findings"


def run(*arguments: object) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def peers(example: cs.Assessment) -> cs.Assessment:
    """A peer team's view of the invented council, with findings."""
    return evolve(example, respondent=PEERS, evidence=(), actions=(), findings=FOUND)


def sheets_of(path: Path) -> list[str]:
    """The names of a workbook's sheets."""
    return openpyxl.load_workbook(path, read_only=True).sheetnames


def test_a_peer_teams_workbook_has_a_sheet_for_findings(tmp_path: Path) -> None:
    """The workbook is the same as the council's, with one more list and its choices."""
    path = tmp_path / "peers.xlsx"
    assert run("new", "--voice", "Peer team", "-o", path).exit_code == 0
    sheet = openpyxl.load_workbook(path)[SHEET]

    assert [cell.value for cell in sheet[3]] == [
        "Finding",
        "Standard or criterion",
        "Read, heard or seen",
        "Notes",
    ]
    assert "KnownByChoices" in {each.formula1 for each in sheet.data_validations.dataValidation}


@pytest.mark.parametrize("voice", ["", "Providers"])
def test_other_workbooks_have_none(tmp_path: Path, voice: str) -> None:
    """Nobody else is asked for findings."""
    path = tmp_path / "own.xlsx"
    run("new", "--voice", voice, "-o", path)

    assert SHEET not in sheets_of(path)


def test_findings_come_back_whole(tmp_path: Path, peers: cs.Assessment) -> None:
    """Through the workbook and through JSON, findings stay what they are."""
    path = tmp_path / "peers.xlsx"
    cs.write_workbook(peers, path)

    assert cs.read_workbook(path) == peers
    assert cs.from_json(cs.to_json(peers)) == peers


@needs_libreoffice
def test_findings_typed_in_libreoffice_are_read(desk: Desk, tmp_path: Path) -> None:
    """A peer team with LibreOffice types its findings, and they are read as typed."""
    blank, filled = tmp_path / "blank.xlsx", tmp_path / "filled.xlsx"
    run("new", "--voice", "Peer team", "-o", blank)
    typed = {"A4": "People are paid late", "B4": "4.3, 6", "C4": "Heard", "D4": "In two groups"}
    desk.fill_in(blank, filled, {(SHEET, cell): text for cell, text in typed.items()})

    assert cs.read_workbook(filled).findings == (
        cs.Finding("People are paid late", ("4.3", "6"), HEARD, "In two groups"),
    )


def test_findings_in_anybodys_return_are_kept(tmp_path: Path, peers: cs.Assessment) -> None:
    """Where a return holds findings, its workbook has a sheet for them whoever answered."""
    path = tmp_path / "agreed.xlsx"
    agreed = evolve(peers, respondent=cs.Respondent("All of us"))
    cs.write_workbook(agreed, path)

    assert cs.read_workbook(path) == agreed


def test_a_peer_teams_workbook_of_old_is_read(tmp_path: Path, peers: cs.Assessment) -> None:
    """A workbook made before there was such a sheet is read as before."""
    path = tmp_path / "old.xlsx"
    cs.write_workbook(evolve(peers, findings=()), path)
    book = openpyxl.load_workbook(path)
    del book[SHEET]
    (heading,) = (each for each in book[ABOUT][1] if each.value == "KnownByChoices")
    heading.value = None
    book.save(path)

    assert cs.read_workbook(path) == evolve(peers, findings=())


def test_json_of_old_is_read(peers: cs.Assessment) -> None:
    """An assessment saved before there were findings has none."""
    document = json.loads(cs.to_json(peers))
    del document["findings"]

    assert cs.from_json(json.dumps(document)).findings == ()


def test_a_finding_on_nothing_known_is_told(peers: cs.Assessment) -> None:
    """A finding needs its words, and may be about standards and criteria only."""
    with pytest.raises(cs.AssessmentError) as refusal:
        evolve(peers, findings=[cs.Finding("", "99")])

    assert [(each.code, each.place.item) for each in refusal.value.problems] == [
        ("title-missing", "findings[0]"),
        ("unknown-reference", "findings[0]"),
    ]


def test_a_slip_in_a_finding_is_told_with_its_cell(tmp_path: Path, peers: cs.Assessment) -> None:
    """A word that is none of the choices is a problem where it stands."""
    path = tmp_path / "peers.xlsx"
    cs.write_workbook(peers, path)
    book = openpyxl.load_workbook(path)
    book[SHEET]["C4"] = "Smelt"
    book.save(path)

    with pytest.raises(cs.WorkbookError, match="sheet Findings, cell C4"):
        cs.read_workbook(path)


def test_findings_are_gathered_by_standard(peers: cs.Assessment) -> None:
    """Each standard has what was found on it or its criteria, by how it is known."""
    four, six = cs.findings_by_standard(peers)

    assert (four.standard.number, four.known_by(READ), four.known_by(HEARD)) == (
        4,
        FOUND[:1],
        FOUND[1:2],
    )
    assert (four.ways, six.ways) == ((READ, HEARD), (HEARD,))
    assert six.known_by(None) == FOUND[3:]


def test_what_is_borne_out_is_told_apart(peers: cs.Assessment) -> None:
    """What is known in more ways than one is named apart from what is known in one only."""
    said = list(describe_findings(peers))

    assert said[:3] == [
        "The peer team lists 4 findings.",
        "Known in more than one way: standard 4.",
        "Known in one way only: standard 6.",
    ]
    assert said[3] == (
        "4 Coproduced with people, their carers and communities: Minutes show who took part (read)."
    )
    assert said[-1] == "About no standard: A warm welcome (not said how)."


def test_a_lone_finding_is_told_so(peers: cs.Assessment) -> None:
    """One finding is one finding; and where there is none, nothing is said."""
    one = evolve(peers, findings=FOUND[2:3])
    both = evolve(peers, findings=[FOUND[0], cs.Finding("Seen", ("4",), SEEN)])

    assert next(describe_findings(one)) == "The peer team lists 1 finding."
    assert list(describe_findings(evolve(peers, findings=()))) == []
    assert "one way only" not in " ".join(describe_findings(both))


def test_both_views_stand_side_by_side(card: cs.Scorecard, peers: cs.Assessment) -> None:
    """Every standard has both scores, how they stand, and what was read, heard and seen."""
    view = cs.peer_view(card, cs.score(evolve(peers, ratings=peers.ratings[:20])))
    (table,) = view.tables
    fourth = table.rows[3]

    assert [row[0].split()[0] for row in table.rows] == [str(number) for number in range(1, 13)]
    assert {len(row) for row in table.rows} == {len(table.headers)}
    assert fourth[4:6] == ("Minutes show who took part", "People are paid late")
    assert table.rows[5][7] == "Easy Read is on the shelf"
    assert "a peer team gives a council no rating" in " ".join(view.sentences)
    assert table.rows[11][3] == "not compared"


def test_a_standard_that_the_team_was_not_asked_about_has_no_score(
    card: cs.Scorecard, peers: cs.Assessment
) -> None:
    """Where the team's edition lacks a standard, its column says so."""
    framework = peers.framework
    fewer = evolve(framework, standards=framework.standards[:11])
    kept = {criterion.id for criterion in fewer.criteria}
    ratings = [each for each in peers.ratings if each.criterion in kept]
    theirs = cs.Assessment(fewer, ratings, respondent=PEERS)

    assert cs.peer_view(card, cs.score(theirs)).tables[0].rows[11][2] == "no score"


def test_compare_tells_the_findings(
    tmp_path: Path, example: cs.Assessment, peers: cs.Assessment
) -> None:
    """Beside the peer team's return, the table and the JSON hold what the team found."""
    own, theirs = tmp_path / "own.json", tmp_path / "peers.json"
    own.write_text(cs.to_json(example), "utf-8")
    theirs.write_text(cs.to_json(peers), "utf-8")
    text = run("compare", own, theirs).stdout
    document = json.loads(run("compare", own, theirs, "--format", "json").stdout)

    assert "Known in more than one way: standard 4." in text
    assert [each["known_by"] for each in document["findings"]] == ["Read", "Heard", None, None]


@pytest.mark.parametrize("voice", [None, cs.Voice.LEADERS])
def test_findings_of_nobody_else_are_told_as_the_peer_teams(
    example: cs.Assessment, peers: cs.Assessment, voice: cs.Voice | None
) -> None:
    """Last round's own return may list findings, and no peer team is made of it."""
    last = evolve(peers, respondent=cs.Respondent("Ann", voice), period="2025-26")
    comparison = cs.compare(cs.score(example), cs.score(last))

    assert "peer team" not in comparison_table(comparison).lower()
    assert comparison_document(comparison)["findings"] == []


def test_a_meetings_workbook_keeps_findings(
    tmp_path: Path, example: cs.Assessment, peers: cs.Assessment
) -> None:
    """Findings of a return go into the meeting's workbook, and come back from it."""
    path = tmp_path / "meeting.xlsx"
    moderation = cs.moderate([example, peers])
    cs.write_meeting(moderation, path)

    assert SHEET in sheets_of(path)
    assert cs.agree(moderation, cs.read_workbook(path)).findings == FOUND


def test_the_councils_workbook_is_as_it_was(tmp_path: Path, example: cs.Assessment) -> None:
    """A workbook without findings has no trace of them, not even a hidden list."""
    path = tmp_path / "own.xlsx"
    cs.write_workbook(example, path)
    book = openpyxl.load_workbook(path)

    assert "KnownByChoices" not in book.defined_names
    assert "StatusChoices" in book.defined_names
