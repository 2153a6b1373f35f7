"""The workbook of a moderation meeting: written, filled in, and read back as one assessment."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.answers import written
from commissioning_standards.cli import main
from commissioning_standards.moderation.agreeing import settled
from commissioning_standards.workbook.reading.reader import read_content
from commissioning_standards.workbook.writing.meeting.writer import meeting_bytes
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.desk import Desk, desk, needs_libreoffice
from tests.small import one_standard
from tests.strategies import HOSTILE, assessments, fills, frameworks

__all__ = ["desk"]

ROUND: dict[str, Any] = {"council": "Borsetshire", "period": "2026-27"}
LONG = "We heard this from families in every district, and from two providers. " * 8


def returned(
    framework: cs.Framework,
    name: str,
    voice: cs.Voice | None,
    answers: Mapping[str, object],
    comment: str = "",
) -> cs.Assessment:
    """A return that answers some criteria so, with one comment on each."""
    comments = dict.fromkeys(answers, comment) if comment else None
    who = cs.Respondent(name, voice)
    return cs.assess(framework, answers, comments=comments, respondent=who, **ROUND)


@pytest.fixture(scope="module")
def returns(example: cs.Assessment) -> list[cs.Assessment]:
    """The invented council's return, one that differs in places, and a quick one."""
    full, quick = example.framework, cs.quick_form(example.framework)
    given = {each.criterion: written(each.answer) for each in example.ratings}
    said = {each.criterion: each.comment for each in example.ratings}
    staff = cs.assess(full, given | {"1.1": 1, "4.2": "n/a"}, comments=said | {"4.2": "Not us"})
    about: dict[str, Any] = {"council": example.council, "period": example.period}
    people = cs.assess(quick, {"Q7": 1, "Q8": 3})
    return [
        example,
        evolve(staff, respondent=cs.Respondent("Teams", cs.Voice.STAFF), **about),
        evolve(people, respondent=cs.Respondent("Ann", cs.Voice.PEOPLE), **about),
    ]


@pytest.fixture(scope="module")
def moderation(returns: list[cs.Assessment]) -> cs.Moderation:
    """These three side by side."""
    return cs.moderate(returns)


@pytest.fixture(scope="module")
def content(moderation: cs.Moderation) -> bytes:
    """Their meeting's workbook."""
    return meeting_bytes(moderation)


@pytest.fixture(scope="module")
def book(content: bytes) -> openpyxl.Workbook:
    """The same, opened, with what its formulas show."""
    return openpyxl.load_workbook(BytesIO(content), data_only=True)


def lines(book: openpyxl.Workbook) -> dict[str, dict[str, Any]]:
    """The lines of the sheet Agreed by ID, each by header."""
    sheet = book["Agreed"]
    headers = [str(cell.value) for cell in sheet[4]]
    rows: Iterator[dict[str, Any]] = (
        dict(zip(headers, row, strict=True)) for row in sheet.iter_rows(min_row=5)
    )
    return {str(row["ID"].value): row for row in rows}


def filled_in(content: bytes, answers: Mapping[str, tuple[str, str]]) -> bytes:
    """The workbook with ratings and comments typed in, by criterion."""
    book = openpyxl.load_workbook(BytesIO(content))
    for key, (rating, comment) in answers.items():
        line = lines(book)[key]
        line["Rating"].value, line["Comment"].value = rating, comment
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_the_sheets_stand_in_order(book: openpyxl.Workbook) -> None:
    """What to talk about comes first, then where it is decided; the last sheet is hidden."""
    expected = ["Start here", "Agenda", "Agreed", "Levels", "Standards", "Evidence"]

    assert book.sheetnames == [*expected, "Actions", "How this works", "About this file"]
    assert book["About this file"].sheet_state == "veryHidden"


def test_what_people_agree_on_is_filled_in_and_nothing_else(
    book: openpyxl.Workbook, moderation: cs.Moderation
) -> None:
    """A line is blank wherever people differ, on it or on its standard."""
    for view in moderation.criteria:
        line = lines(book)[view.id]
        shared = written(settled(moderation).rating(view.id).answer)

        assert (line["Rating"].value or "") == shared
        assert not (moderation.differs(view) and shared)
        assert line["Check"].value == ("Done" if shared else "To do")


def test_everyones_ratings_stand_side_by_side_by_voice(book: openpyxl.Workbook) -> None:
    """A voice has a column, also for what the quick form says of the whole standard."""
    line = lines(book)["7.1"]

    assert line["People who draw on care and support"].value == (
        "1 Starting for the whole standard: Ann"
    )
    assert str(line["Staff"].value).endswith(": Teams")
    assert line["How far apart"].value == "All agree\nStandard: 2 steps"
    assert lines(book)["1.1"]["How far apart"].value == "2 steps"


def test_the_agenda_leads_to_the_lines(
    content: bytes, book: openpyxl.Workbook, moderation: cs.Moderation
) -> None:
    """Each item has its place, a link to its line, the reason, and who said what."""
    sheet = openpyxl.load_workbook(BytesIO(content))["Agenda"]
    items = cs.agenda(moderation)
    rows: dict[str, Any] = {str(row[0].value): row for row in sheet.iter_rows(min_row=5)}

    assert len(rows) == len(items)
    for item in items:
        _, link, _, why, said = rows[str(item.rank)]
        name, cell = link.hyperlink.location.replace("'", "").split("!")
        shown = str(book[name][cell].value)

        assert shown == item.view.id or shown.startswith(f"{item.view.id} ")
        assert item.reason in str(why.value)
        assert item.flag in str(why.value)
        assert str(said.value).splitlines()[0] == item.said[0].splitlines()[0]


def test_unanimous_returns_have_nothing_to_talk_about() -> None:
    """The agenda says so, and every line is filled in."""
    framework = one_standard(2)
    same = [returned(framework, name, None, {"1.1": 3, "1.2": 2}) for name in ("Ann", "Bob")]
    book = openpyxl.load_workbook(BytesIO(meeting_bytes(cs.moderate(same))), data_only=True)

    assert str(book["Agenda"]["A2"].value).startswith("Nobody differs")
    assert "Standards" not in book.sheetnames
    assert [line["Rating"].value for line in lines(book).values()] == ["3 Level C", "2 Level B"]
    assert "2 of 2 done" in {cell.value for cell in book["Agreed"][1]}


def test_a_long_list_of_answers_goes_on_in_another_row() -> None:
    """Nothing is cut off: a row of a sheet can only be so tall."""
    framework = one_standard(1)
    many = [
        returned(framework, f"R{number}", cs.Voice.STAFF, {"1.1": 1 + number % 3}, LONG)
        for number in range(12)
    ]
    sheet = openpyxl.load_workbook(BytesIO(meeting_bytes(cs.moderate(many))))["Agenda"]
    rows = list(sheet.iter_rows(min_row=5, values_only=True))

    assert len(rows) > 1
    assert {row[0] for row in rows} == {"1"}
    assert [bool(row[3]) for row in rows] == [True, *[False] * (len(rows) - 1)]
    assert all(f"R{number} " in "\n".join(str(row[4]) for row in rows) for number in range(12))
    assert all((sheet.row_dimensions[row].height or 0) < 409 for row in range(5, 5 + len(rows)))


def test_what_was_written_is_read_back_as_one_assessment(
    content: bytes, moderation: cs.Moderation, returns: list[cs.Assessment]
) -> None:
    """Before anybody meets, it holds what all agree on, with the evidence and actions of all."""
    back = read_content(content, "meeting.xlsx")

    assert back == settled(moderation)
    assert (back.evidence, back.actions) == (returns[0].evidence, returns[0].actions)


@settings(max_examples=20)
@given(st.data())
def test_any_round_comes_back_as_it_was_agreed(data: st.DataObject) -> None:
    """Any decisions, typed into the workbook, come back as the agreed assessment."""
    framework = data.draw(frameworks())
    forms = [framework]
    if framework.form is cs.Form.FULL:
        forms.append(cs.quick_form(framework))
    chosen = [data.draw(st.sampled_from(forms)) for _ in range(3)]
    voices = st.sampled_from([None, *cs.Voice])
    returns = [
        evolve(
            data.draw(fills(each)),
            respondent=cs.Respondent(f"R{number}", data.draw(voices)),
            evidence=[cs.Evidence("Survey"), cs.Evidence(f"Notes {number}", ("1",))],
            **ROUND,
        )
        for number, each in enumerate(chosen)
    ]
    moderation = cs.moderate(returns)
    answers = [written(level) for level in moderation.framework.scale]
    decided = {
        each.id: (data.draw(st.sampled_from([*answers, "Don't know"])), "As we said")
        for each in moderation.criteria
    }
    content = filled_in(meeting_bytes(moderation), decided)
    back = read_content(content, "meeting.xlsx", _whole(moderation, framework))
    agreed = cs.agree(moderation, back)
    by_hand = {key: cs.Decision(*each) for key, each in decided.items()}
    expected = cs.agree(moderation, by_hand)

    assert agreed == back
    assert [(each.answer, each.comment) for each in agreed.ratings] == [
        (each.answer, each.comment) for each in expected.ratings
    ]
    assert (agreed.evidence, agreed.actions) == (expected.evidence, expected.actions)
    assert all(each.origin and each.origin.sheet == "Agreed" for each in agreed.ratings)


def _whole(moderation: cs.Moderation, framework: cs.Framework) -> cs.Framework:
    """The framework to read with: of a full form, when only quick ones came, the quick one."""
    return moderation.framework if moderation.framework.form is cs.Form.QUICK else framework


def test_the_same_returns_give_the_same_bytes(content: bytes, returns: list[cs.Assessment]) -> None:
    """The order of returns makes no difference to the file."""
    assert meeting_bytes(cs.moderate(reversed(returns))) == content


def test_text_is_never_a_formula() -> None:
    """Names and comments that look like formulas are shown as they are."""
    framework = one_standard(1)
    odd = [
        returned(framework, each, None, {"1.1": 1 + number % 2}, each)
        for number, each in enumerate(HOSTILE)
    ]
    book = openpyxl.load_workbook(BytesIO(meeting_bytes(cs.moderate(odd))))
    formulas = {
        cell.coordinate
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }

    assert len(formulas) == 3


def test_every_sheet_prints_on_a4_one_page_wide(book: openpyxl.Workbook) -> None:
    """What people see fits the paper that they have."""
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            setup, properties = sheet.page_setup, sheet.sheet_properties.pageSetUpPr

            assert (setup.orientation, int(setup.paperSize or 0)) == ("landscape", 9)
            assert properties
            assert (int(setup.fitToWidth or 1), properties.fitToPage) == (1, True)


def test_the_tables_can_be_read_out(book: openpyxl.Workbook) -> None:
    """Tables begin in column A, have different headers, stand apart and have no empty row."""
    for sheet in book.worksheets:
        ordered = sorted(sheet.tables.values(), key=lambda each: sheet[each.ref][0][0].row)
        for table in ordered:
            top, *rest = sheet[table.ref]
            headers = [str(cell.value).casefold() for cell in top]

            assert top[0].column == 1
            assert len(set(headers)) == len(headers)
            if sheet.title not in {"Evidence", "Actions"}:
                assert all(any(cell.value for cell in row) for row in rest)
        for one, other in pairwise(ordered):
            assert sheet[one.ref][-1][0].row + 1 < sheet[other.ref][0][0].row


def test_the_files_date_is_that_of_the_last_return() -> None:
    """The properties hold no time of writing, so that bytes repeat."""
    framework = one_standard(1)
    made = [returned(framework, name, None, {"1.1": 1}) for name in ("Ann", "Bob")]
    dated = [evolve(made[0], date=date(2027, 3, 1)), made[1]]
    blank = [evolve(each, council="", period="") for each in dated]
    properties = openpyxl.load_workbook(BytesIO(meeting_bytes(cs.moderate(blank)))).properties

    assert str(properties.created).startswith("2027-03-01")
    assert properties.title == "Moderation: A small framework (1)"


def test_a_return_is_never_replaced(tmp_path: Path, example: cs.Assessment) -> None:
    """Neither by its name nor by a copy of it, whatever that is called."""
    cs.write_workbook(example, tmp_path / "a.xlsx")
    read = cs.read_workbook(tmp_path / "a.xlsx")
    other = evolve(read, respondent=cs.Respondent("Other"))
    (tmp_path / "copy.xlsx").write_bytes((tmp_path / "a.xlsx").read_bytes())
    moderation = cs.moderate([read, other])

    for name, code in (
        ("copy.xlsx", "output-is-input"),
        ("meeting.ods", "output-format"),
        ("meeting", "output-no-ending"),
    ):
        with pytest.raises(cs.OutputError) as caught:
            cs.write_meeting(moderation, tmp_path / name, overwrite=True)
        assert [each.code for each in caught.value.problems] == [code]


def test_a_file_that_is_there_is_left_unless_it_may_be_replaced(
    tmp_path: Path, moderation: cs.Moderation, content: bytes
) -> None:
    """Nothing is written over by accident."""
    path = tmp_path / "meeting.xlsx"
    path.write_bytes(b"mine")

    with pytest.raises(cs.OutputError):
        cs.write_meeting(moderation, path)
    cs.write_meeting(moderation, path, overwrite=True)

    assert path.read_bytes() == content


def test_more_records_than_are_read_back_are_refused(route_map: cs.Framework) -> None:
    """What all returns list together may be too much for the workbook of their meeting."""
    both = [
        cs.Assessment(
            route_map,
            respondent=cs.Respondent(name),
            evidence=[cs.Evidence(f"{name} {each}") for each in range(1_001)],
        )
        for name in ("Ann", "Bob")
    ]

    with pytest.raises(cs.WorkbookError, match="2,002 together"):
        meeting_bytes(cs.moderate(both))


def test_every_level_can_be_read_in_the_meeting(
    book: openpyxl.Workbook, route_map: cs.Framework
) -> None:
    """Levels has each criterion's levels in words, and the ID on Agreed leads there."""
    sheet = book["Levels"]
    rows = {str(row[0].value): row for row in sheet.iter_rows(min_row=4)}

    for each in route_map.criteria:
        link = lines(book)[each.id]["ID"].hyperlink.location
        assert [cell.value for cell in rows[each.id][3:]] == [
            each.description(level) for level in route_map.scale
        ]
        assert link == f"'Levels'!A{rows[each.id][0].row}"


@needs_libreoffice
def test_the_check_column_asks_for_reasons(
    tmp_path: Path, desk: Desk, content: bytes, moderation: cs.Moderation
) -> None:
    """In a spreadsheet program, a rating that is not what all said is done with its reason."""
    source = tmp_path / "meeting.xlsx"
    source.write_bytes(content)
    book = openpyxl.load_workbook(source)
    line, other = (lines(book)[each] for each in ("1.1", "4.2"))
    (settled, *_) = [each.id for each in moderation.criteria if not each.differs and each.rated]
    turned = lines(book)[settled]
    other_level = "4 Leading" if turned["Rating"].value != "4 Leading" else "1 Starting"
    typed = {
        ("Agreed", turned["Rating"].coordinate): other_level,
        ("Agreed", turned["Comment"].coordinate): "",
        ("Agreed", line["Rating"].coordinate): "2 Developing",
        ("Agreed", other["Rating"].coordinate): "2 Developing",
        ("Agreed", other["Comment"].coordinate): "As the records show",
    }
    after = openpyxl.load_workbook(
        desk.fill_in(source, tmp_path / "after.xlsx", typed), data_only=True
    )
    checks = {key: row["Check"].value for key, row in lines(after).items()}

    assert (checks["1.1"], checks["4.2"]) == ("Say why in Comment", "Done")
    assert checks[settled] == "Say why in Comment"
    assert all(
        checks[each.id] == ("To do" if moderation.differs(each) else checks[each.id])
        for each in moderation.criteria
        if each.id not in {"1.1", "4.2", settled}
    )


def run(*arguments: object) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, returns: list[cs.Assessment]) -> Path:
    """A folder with the three returns in it."""
    for name, each in zip("abc", returns, strict=True):
        (tmp_path / f"{name}.xlsx").write_bytes(workbook_bytes(each))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_writes_the_workbook_and_says_what_to_talk_about(folder: Path) -> None:
    """The agenda's first items are printed, and the workbook can be read."""
    result = run("moderate", "a.xlsx", "b.xlsx", "c.xlsx", "-o", "meeting.xlsx")

    assert result.exit_code == 0
    assert result.stdout.startswith("To talk about: ")
    assert result.stdout.endswith("Made meeting.xlsx\n")
    assert cs.read_workbook(folder / "meeting.xlsx").council == "Borsetshire County Council"


@pytest.mark.usefixtures("folder")
def test_the_command_prints_json_alone() -> None:
    """With --format json, standard output is one document and the rest goes elsewhere."""
    result = run("moderate", "a.xlsx", "b.xlsx", "-o", "meeting.xlsx", "--format", "json")

    assert json.loads(result.stdout)["schema"] == "commissioning-standards/moderation/1"
    assert result.stderr.endswith("Made meeting.xlsx\n")


def test_the_command_needs_no_output(folder: Path) -> None:
    """Without --output it only tells, and writes nothing."""
    before = sorted(folder.iterdir())

    assert run("moderate", "a.xlsx", "b.xlsx").exit_code == 0
    assert sorted(folder.iterdir()) == before


@pytest.mark.usefixtures("folder")
def test_the_command_tells_every_problem_and_ends_with_1() -> None:
    """The same return twice, or a file that is not there, is told with its file."""
    twice = run("moderate", "a.xlsx", "a.xlsx", "-o", "meeting.xlsx")
    missing = run("moderate", "a.xlsx", "none.xlsx")
    alone = run("moderate", "a.xlsx")

    assert [each.exit_code for each in (twice, missing, alone)] == [1, 1, 1]
    assert twice.stderr.startswith("a.xlsx: It is the same file as one given before.")
    assert "none.xlsx: There is no such file" in missing.stderr
    assert "Give two or more" in alone.stderr
    assert not Path("meeting.xlsx").exists()


@pytest.mark.parametrize("options", [["-o", "a.xlsx", "--force"], ["-o", "there.xlsx"]])
def test_the_command_replaces_nothing(folder: Path, options: list[str]) -> None:
    """A return is never replaced, and another file only with --force."""
    (folder / "there.xlsx").write_bytes(b"mine")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    result = run("moderate", "a.xlsx", "b.xlsx", *options)

    assert result.exit_code == 2
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_meeting_has_no_scores_to_verify(folder: Path) -> None:
    """Verifying its workbook is one sentence that says what to do, and no list of differences."""
    run("moderate", "a.xlsx", "b.xlsx", "-o", "meeting.xlsx")
    result = run("verify", folder / "meeting.xlsx")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "1 problem" in result.stderr
    assert "the workbook of a meeting, which shows no scores" in result.stderr


def test_the_command_says_what_a_meeting_left_open(folder: Path) -> None:
    """With the meeting's workbook it tells each line that is undecided, and makes the return."""
    run("moderate", "a.xlsx", "b.xlsx", "c.xlsx", "-o", "meeting.xlsx")
    command = ("moderate", "a.xlsx", "b.xlsx", "c.xlsx", "--agreed", "meeting.xlsx")
    told, made = run(*command), run(*command, "-o", "agreed.xlsx")
    left = int(told.stdout.rpartition("Left open where people differ: ")[2].rstrip(".\n"))
    agreed = cs.read_workbook(folder / "agreed.xlsx")

    assert (told.exit_code, made.exit_code) == (0, 0)
    assert len(told.stderr.splitlines()) == left > 0
    assert "nothing is decided, so it stays open" in told.stderr
    assert agreed.respondent == cs.Respondent("Agreed in moderation")
    assert made.stdout.endswith("Made agreed.xlsx\n")
    assert run(*command, "--format", "json").exit_code == 2
    assert run(*command, "-o", "meeting.xlsx", "--force").exit_code == 2


@settings(max_examples=20)
@given(st.data())
def test_what_everyone_agrees_on_goes_through_the_meeting_unchanged(data: st.DataObject) -> None:
    """What two returns share comes back as it was: answers, evidence and actions, any text."""
    one = evolve(
        data.draw(assessments(data.draw(frameworks()))),
        council="Borsetshire",
        period="2026-27",
        respondent=cs.Respondent("Ann", cs.Voice.STAFF),
    )
    other = evolve(one, respondent=cs.Respondent("Bob", cs.Voice.CARERS))

    back = read_content(meeting_bytes(cs.moderate([one, other])), "meeting.xlsx", one.framework)

    answered = [each.criterion for each in one.ratings if not each.is_open]
    assert [back.rating(each).answer for each in answered] == [
        one.rating(each).answer for each in answered
    ]
    assert back.evidence == tuple(dict.fromkeys(one.evidence))
    assert back.actions == tuple(dict.fromkeys(one.actions))


def refused(*arguments: object) -> str:
    """What is said of a command that fails, without the notes on what was read."""
    result = run(*arguments)
    assert result.exit_code == 1, result.output
    return result.stderr


def test_a_meetings_decisions_stay_with_the_returns_that_it_had(folder: Path) -> None:
    """Whoever is missing or was not there is named; nothing is said to be agreed by others."""
    run("moderate", "a.xlsx", "b.xlsx", "-o", "ab.xlsx")
    run("moderate", "a.xlsx", "b.xlsx", "c.xlsx", "-o", "abc.xlsx")

    assert (folder / "abc.xlsx").is_file()
    assert (
        "The meeting had 3 returns, and these of them are not given: Ann. "
        "Give all the returns that the meeting had."
    ) in refused("moderate", "a.xlsx", "b.xlsx", "--agreed", "abc.xlsx")
    assert "The meeting had 2 returns, and these were not among them: Ann." in refused(
        "moderate", "a.xlsx", "b.xlsx", "c.xlsx", "--agreed", "ab.xlsx"
    )
    assert run("moderate", "a.xlsx", "b.xlsx", "--agreed", "ab.xlsx").exit_code == 0


def test_a_return_is_known_by_its_file_or_its_name(returns: list[cs.Assessment]) -> None:
    """One that was renamed or mended since the meeting is still one that it had."""
    ann = evolve(returns[0], respondent=cs.Respondent("Ann"), source=cs.Source("a.xlsx", "a1"))
    bob = evolve(ann, respondent=cs.Respondent("Bob"), source=cs.Source("b.xlsx", "b2"))
    met = read_content(meeting_bytes(cs.moderate([ann, bob])), "meeting.xlsx")
    renamed = evolve(ann, respondent=cs.Respondent("Ann Smith"))
    mended = evolve(bob, source=cs.Source("b.xlsx", "b3"))

    assert cs.agree(cs.moderate([renamed, mended]), met).council == ann.council


def test_a_workbook_of_before_is_held_to_no_returns(
    returns: list[cs.Assessment], content: bytes
) -> None:
    """Where a meeting's workbook does not say what it was made of, it is still known as one."""
    book = openpyxl.load_workbook(BytesIO(content))
    for row in book["About this file"].iter_rows(max_col=2):
        if str(row[0].value).startswith("Return "):
            row[0].value = row[1].value = None
    book.save(saved := BytesIO())
    met = read_content(saved.getvalue(), "meeting.xlsx")

    assert met.source is not None
    assert met.source.meeting == ()
    assert cs.agree(cs.moderate(returns[:2]), met).respondent.name == "Agreed in moderation"


def test_a_meetings_workbook_is_no_return_of_its_own(folder: Path) -> None:
    """Without --agreed it is not a further view beside those it was made of."""
    run("moderate", "a.xlsx", "b.xlsx", "-o", "meeting.xlsx")
    told = refused("moderate", "a.xlsx", "b.xlsx", "meeting.xlsx", "-o", "x.xlsx")

    assert "meeting.xlsx: It is the workbook of a meeting, and no return of its own. " in told
    assert "--agreed" in told
    assert not (folder / "x.xlsx").exists()


@pytest.mark.usefixtures("folder")
def test_a_return_is_no_meetings_workbook() -> None:
    """It is said once, and not for each rating that has no reason."""
    told = refused("moderate", "a.xlsx", "b.xlsx", "--agreed", "b.xlsx")

    assert "b.xlsx: It is not the workbook of a meeting, so nothing was agreed in it." in told
    assert "no reason" not in told


@pytest.mark.usefixtures("folder")
def test_the_agreed_return_can_stand_for_the_meeting() -> None:
    """What moderate wrote of the decisions holds the same ratings with their reasons."""
    run("moderate", "a.xlsx", "b.xlsx", "-o", "meeting.xlsx")
    run("moderate", "a.xlsx", "b.xlsx", "--agreed", "meeting.xlsx", "-o", "agreed.xlsx")

    assert run("moderate", "a.xlsx", "b.xlsx", "--agreed", "agreed.xlsx").exit_code == 0


@pytest.mark.usefixtures("folder")
def test_checking_says_that_it_is_a_meetings_workbook() -> None:
    """What is agreed may need reasons that only its returns can tell."""
    run("moderate", "a.xlsx", "b.xlsx", "-o", "meeting.xlsx")
    told = run("check", "meeting.xlsx").stdout

    assert "It is the workbook of a meeting. Ratings without a comment: " in told
    assert "It is the workbook of a meeting" not in run("check", "a.xlsx").stdout


def test_a_voice_in_a_meetings_workbook_is_told_and_left_out(content: bytes) -> None:
    """What is agreed is nobody's own view, whatever was chosen."""
    book = openpyxl.load_workbook(BytesIO(content))
    (cell,) = (row[1] for row in book["Start here"].iter_rows() if row[0].value == "Voice")
    cell.value = "Staff"
    book.save(saved := BytesIO())
    met = read_content(saved.getvalue(), "meeting.xlsx")

    assert met.respondent == cs.Respondent("Agreed in moderation")
    assert met.source is not None
    assert "The voice “Staff” was left out" in " ".join(map(str, met.source.notes))
