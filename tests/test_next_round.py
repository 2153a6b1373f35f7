"""Last round's answers as a start for this round's, marked as last round's."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.returns import next_round

RATING, LAST_TIME, CHECK = "Rating", "Last time", "Check"


def run(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def last(tmp_path: Path, example: cs.Assessment) -> Path:
    """Last round's return."""
    path = tmp_path / "last-year.xlsx"
    cs.write_workbook(example, path)
    return path


@pytest.fixture
def this(last: Path) -> Path:
    """This round's workbook, made from last round's return."""
    path = last.with_name("this-year.xlsx")
    assert run("new", "--from", last, "--period", "2027-28", "-o", path).exit_code == 0
    return path


def line(path: Path, criterion: str) -> dict[str, object]:
    """A criterion's line as it stands on its sheet, by header."""
    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        headers = next((row for row in rows if RATING in row and "ID" in row), None)
        found = next((row for row in rows if row[0] == criterion), None)
        if headers and found:
            return dict(zip(map(str, headers), found, strict=True))
    raise AssertionError(criterion)


def test_answers_evidence_and_actions_are_carried_over(this: Path, example: cs.Assessment) -> None:
    """Everything that was said last time is there to be changed; round and date are not."""
    assessment = cs.read_workbook(this)

    assert assessment == evolve(example, period="2027-28", date=None)


def test_a_return_that_nobody_opened_says_so(this: Path, example: cs.Assessment) -> None:
    """Whoever checks it learns how many answers are still last time's."""
    said = sum(not each.is_open for each in example.ratings)
    result = run("check", this)

    assert f"Of {said} answers, {said} are as last time." in result.stdout


def test_last_rounds_answers_stand_beside_this_rounds(this: Path) -> None:
    """Each line says what was answered last time, and that nothing has changed yet."""
    carried = line(this, "4.1")

    assert carried[LAST_TIME] == carried[RATING] == "3 Established"
    assert carried[CHECK] == "As last time"


def test_what_was_blank_is_still_to_do(this: Path, example: cs.Assessment) -> None:
    """A blank of last time is a blank of this time."""
    blank = next(each.criterion for each in example.ratings if each.answer is cs.Answer.BLANK)

    assert (line(this, blank)[LAST_TIME], line(this, blank)[CHECK]) == (None, "To do")


def test_a_changed_answer_leaves_last_times_as_it_was(tmp_path: Path, last: Path) -> None:
    """A rating that differs from last time's is done, and last time's still stands beside it."""
    before = cs.read_workbook(last)
    first = before.framework.scale.levels[0]
    changed = [
        evolve(each, answer=first) if each.criterion == "4.1" else each for each in before.ratings
    ]
    path = tmp_path / "changed.xlsx"
    cs.write_workbook(evolve(next_round(before), ratings=changed), path, last=before)

    assert line(path, "4.1")[RATING] == "1 Starting"
    assert line(path, "4.1")[LAST_TIME] == "3 Established"
    assert line(path, "4.1")[CHECK] == "Done"


def test_the_front_sheet_says_whose_answers_they_are(this: Path) -> None:
    """The first sheet names the round and the file that the answers were carried over from."""
    sheet = openpyxl.load_workbook(this)["Start here"]
    texts = [str(row[0].value) for row in sheet.iter_rows(max_col=1)]

    assert any("answers are those of 2026-27 (last-year.xlsx)" in each for each in texts)


def test_the_council_and_respondent_can_be_told_anew(last: Path) -> None:
    """Another respondent may answer this time."""
    path = last.with_name("other.xlsx")
    run("new", "--from", last, "--respondent", "A. Carer", "--voice", "Unpaid carers", "-o", path)

    assert cs.read_workbook(path).respondent == cs.Respondent("A. Carer", cs.Voice.CARERS)
    assert cs.read_workbook(path).council == cs.read_workbook(last).council


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("--respondent", "Ann"), cs.Respondent("Ann", cs.Voice.LEADERS)),
        (("--voice", "Providers"), cs.Respondent("The team", cs.Voice.PROVIDERS)),
        ((), cs.Respondent("The team", cs.Voice.LEADERS)),
    ],
)
def test_what_is_not_told_anew_stays(
    last: Path, example: cs.Assessment, given: tuple[str, ...], expected: cs.Respondent
) -> None:
    """Another name leaves the voice as it was, and another voice the name."""
    who = cs.Respondent("The team", cs.Voice.LEADERS)
    cs.write_workbook(evolve(example, respondent=who), last, overwrite=True)
    path = last.with_name("other.xlsx")
    run("new", "--from", last, *given, "-o", path)

    assert cs.read_workbook(path).respondent == expected


def test_last_rounds_return_is_never_replaced(last: Path) -> None:
    """The workbook cannot be written over the return that it starts from, even by force."""
    before = last.read_bytes()

    result = run("new", "--from", last, "-o", last, "--force")

    assert (result.exit_code, last.read_bytes()) == (2, before)


def test_the_form_is_last_rounds(last: Path) -> None:
    """A form cannot be asked for as well: the answers fit the one they were given in."""
    result = run("new", "--from", last, "--form", "quick", "-o", last.with_name("x.xlsx"))

    assert result.exit_code == 2
    assert "leave out --form" in result.stderr


def test_what_was_tidied_in_last_rounds_return_is_told(last: Path) -> None:
    """Whoever carries answers over learns how they were read."""
    book = openpyxl.load_workbook(last)
    book["Inclusive"]["H6"] = " established "
    book.save(last)

    result = run("new", "--from", last, "-o", last.with_name("x.xlsx"))

    assert result.exit_code == 0
    assert "4.1" in result.stderr


def test_who_answered_last_time_answers_this_time(example: cs.Assessment) -> None:
    """The same person is asked again, unless another is named."""
    assert next_round(example).respondent == example.respondent


def test_what_was_agreed_last_time_is_not_agreed_this_time(example: cs.Assessment) -> None:
    """Nobody has met about the next round, so it is left open who answers."""
    other = evolve(example, respondent=cs.Respondent("Another"))
    agreed = cs.agree(cs.moderate([example, other]), {})

    assert next_round(agreed).respondent == cs.Respondent()
