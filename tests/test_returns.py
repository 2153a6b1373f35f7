"""Returns from files, many at once."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.returns import (
    Outcome,
    others_left,
    outcome_in_words,
    outcomes_as_json,
    read_return,
    read_returns,
    remarks,
)
from tests.small import one_standard

NOTE = cs.Problem("tidied", cs.Place("a.xlsx", "Inclusive", "H7"), "“3”", "“3 Established”")


@pytest.fixture
def workbook(tmp_path: Path, example: cs.Assessment) -> Path:
    """The invented council's return as a workbook."""
    path = tmp_path / "return.xlsx"
    cs.write_workbook(example, path)
    return path


@pytest.fixture
def saved(tmp_path: Path, example: cs.Assessment) -> Path:
    """The invented council's return as JSON."""
    path = tmp_path / "return.json"
    path.write_text(cs.to_json(example), "utf-8")
    return path


def broken(folder: Path, **changes: Any) -> Path:
    """A return as JSON with something wrong in it."""
    path = folder / "broken.json"
    document = {"schema": "commissioning-standards/assessment/1", "framework": "route-map"}
    path.write_text(json.dumps(document | changes))
    return path


def problems_of(path: Path | str) -> list[str]:
    """What is told of a file that cannot be read."""
    with pytest.raises(cs.CommissioningError) as caught:
        read_return(path)
    return [str(each) for each in caught.value.problems]


def test_a_workbook_is_read(workbook: Path, example: cs.Assessment) -> None:
    """A return in a workbook is the assessment that was written into it."""
    assert read_return(workbook) == example


def test_json_is_read(saved: Path, example: cs.Assessment) -> None:
    """A return saved as JSON is the assessment that was saved."""
    assert read_return(saved) == example


def test_json_is_known_by_its_ending_in_capitals_too(saved: Path, example: cs.Assessment) -> None:
    """A file called RETURN.JSON is read as JSON."""
    assert read_return(saved.rename(saved.with_name("RETURN.JSON"))) == example


def test_json_with_a_byte_order_mark_is_read(saved: Path, example: cs.Assessment) -> None:
    """A file that a Windows editor has saved reads like any other."""
    saved.write_text(cs.to_json(example), "utf-8-sig")

    assert read_return(str(saved)) == example


def test_json_of_another_wording_is_told(saved: Path, example: cs.Assessment) -> None:
    """A return saved before the wording changed is read, with a note that names its file."""
    saved.write_text(saved.read_text("utf-8").replace(example.framework.digest, "0" * 64), "utf-8")
    (outcome,) = read_returns([saved])

    assert [(each.code, each.place.file) for each in outcome.notes] == [
        ("other-wording", "return.json")
    ]


def test_json_of_this_wording_has_no_notes(saved: Path) -> None:
    """Where nothing has changed there is nothing to tell."""
    (outcome,) = read_returns([saved])

    assert outcome.notes == ()


def test_a_workbook_called_json_is_told_in_plain_words(saved: Path, workbook: Path) -> None:
    """What is no text at all is told as that, and in no codec's words."""
    saved.write_bytes(workbook.read_bytes())

    with pytest.raises(cs.AssessmentError, match="not valid JSON: it is no text in UTF-8"):
        read_return(saved)


def test_a_framework_of_ones_own_is_used(tmp_path: Path) -> None:
    """A return against a council's own framework is read with that framework."""
    assessment = cs.assess(one_standard(), {"1.1": 3})
    path = tmp_path / "own.json"
    path.write_text(cs.to_json(assessment))

    assert read_return(path, one_standard()) == assessment


def test_scores_of_json_name_the_file_they_were_made_from(saved: Path) -> None:
    """Name and sha256 of a JSON return stand in its scores, as those of a workbook do."""
    scores = json.loads(cs.to_json(cs.score(read_return(saved))))["assessment"]
    digest = hashlib.sha256(saved.read_bytes()).hexdigest()

    assert (scores["file"], scores["sha256"]) == ("return.json", digest)


@pytest.mark.parametrize("name", ["nothing.xlsx", "nothing.json"])
def test_a_missing_file_is_told_by_its_name(tmp_path: Path, name: str) -> None:
    """A file that is not there is told as that, whatever its kind."""
    assert problems_of(tmp_path / name) == [
        f"{name}: There is no such file or folder. Check the name and the folder."
    ]


def test_a_folder_is_no_return(tmp_path: Path) -> None:
    """A folder given as a file is told, and no crash."""
    assert len(problems_of(tmp_path)) == 1


def test_json_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """A file that is not in UTF-8 is told as that, with its name."""
    path = tmp_path / "return.json"
    path.write_bytes("{}".encode("utf-16"))

    assert [each.split(": ")[:2] for each in problems_of(path)] == [
        ["return.json", "This is not valid JSON"]
    ]


def test_faults_of_json_are_told_with_file_and_path(tmp_path: Path) -> None:
    """Each fault in a JSON return names the file and where in it the fault stands."""
    path = broken(tmp_path, council=1, ratings=[{"criterion": "1.1", "answer": 9}])

    assert [each.split(": ")[0] for each in problems_of(path)] == [
        "broken.json (ratings[0].answer)",
        "broken.json (council)",
    ]


def test_good_returns_are_kept_and_bad_ones_told(
    tmp_path: Path, workbook: Path, saved: Path
) -> None:
    """One bad file among many spoils none of the others."""
    paths = [workbook, tmp_path / "nothing.xlsx", broken(tmp_path, council=1), saved]
    outcomes = read_returns(paths)

    assert [str(each) for each in paths] == [each.file for each in outcomes]
    assert [each.assessment is not None for each in outcomes] == [True, False, False, True]
    assert [len(each.problems) for each in outcomes] == [0, 1, 1, 0]


def test_files_of_one_name_are_told_apart(tmp_path: Path, saved: Path) -> None:
    """Where two have one name, the folder says which it is, and only there."""
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "return.json").write_text("{}", "utf-8")
    paths = [*tmp_path.glob("?/return.json"), tmp_path / "none.json", saved]
    outcomes = read_returns(paths)
    places = [each.problems[0].place.file for each in outcomes if each.problems]
    (left,) = others_left(outcomes)

    assert places == [str(paths[0]), str(paths[1]), "none.json"]
    assert left.found == " and ".join(places)


def test_no_files_are_no_outcomes() -> None:
    """Nothing to read is nothing read."""
    assert read_returns([]) == []


def test_a_good_return_is_told_in_words(workbook: Path) -> None:
    """Whose return it is and how much was answered is said in one line."""
    assert outcome_in_words(read_returns([workbook])[0]) == (
        f"{workbook}: can be read. Self-assessment of Borsetshire County Council 2026-27, "
        "seen by leaders and commissioners: 40 rated, 7 open, 1 not applicable."
    )


def test_what_was_tidied_is_told(example: cs.Assessment) -> None:
    """A note stands under its file, with sheet and cell, and without the file's name again."""
    source = cs.Source("a.xlsx", "", (NOTE,))
    lines = outcome_in_words(Outcome("a.xlsx", evolve(example, source=source))).splitlines()

    assert lines[1:] == [
        "  sheet Inclusive, cell H7: “3” was read as “3 Established”. Nothing needs doing."
    ]


def test_one_problem_is_told_as_one(tmp_path: Path) -> None:
    """A single problem is counted in the singular, and stands under its file."""
    path = tmp_path / "nothing.xlsx"

    assert outcome_in_words(read_returns([path])[0]).splitlines() == [
        f"{path}: 1 problem",
        "  There is no such file or folder. Check the name and the folder.",
    ]


def test_several_problems_are_all_told(tmp_path: Path) -> None:
    """Every problem has a line of its own under the count."""
    lines = outcome_in_words(read_returns([broken(tmp_path, council=1, period=2)])[0]).splitlines()

    assert lines[0].endswith("broken.json: 2 problems")
    assert [line.split(":")[0] for line in lines[1:]] == ["  council", "  period"]


def test_scripts_get_every_outcome(tmp_path: Path, workbook: Path) -> None:
    """Scripts learn of each file whether it can be read, and every problem and note in full."""
    missing = tmp_path / "nothing.xlsx"
    good, bad = json.loads(outcomes_as_json(read_returns([workbook, missing])))

    assert good == {"file": str(workbook), "ok": True, "problems": [], "notes": []}
    assert bad == {
        "file": str(missing),
        "ok": False,
        "problems": [
            {
                "code": "file-missing",
                "file": "nothing.xlsx",
                "sheet": "",
                "cell": "",
                "item": "",
                "found": "",
                "allowed": "",
                "message": "There is no such file or folder.",
                "remedy": "Check the name and the folder.",
            }
        ],
        "notes": [],
    }


def test_scripts_get_notes(example: cs.Assessment) -> None:
    """What was tidied is told to scripts with its place."""
    source = cs.Source("a.xlsx", "", (NOTE,))
    (told,) = json.loads(outcomes_as_json([Outcome("a.xlsx", evolve(example, source=source))]))

    assert [(note["sheet"], note["cell"]) for note in told["notes"]] == [("Inclusive", "H7")]


def test_a_workbook_renamed_to_json_is_refused(workbook: Path) -> None:
    """A workbook with the wrong ending is told to be no JSON."""
    renamed = workbook.rename(workbook.with_suffix(".json"))

    assert ["This is not valid JSON" in each for each in problems_of(renamed)] == [True]


def test_json_renamed_to_a_workbook_is_refused(saved: Path) -> None:
    """JSON with a workbook's ending is told to be JSON."""
    renamed = saved.rename(saved.with_suffix(".xlsx"))

    assert ["This is JSON" in each for each in problems_of(renamed)] == [True]


def test_nothing_that_controls_a_terminal_is_told(tmp_path: Path) -> None:
    """Control characters in somebody's file do not reach the reader's terminal."""
    rating = {"criterion": "\x1b[31mred", "answer": 3}
    told = outcome_in_words(read_returns([broken(tmp_path, ratings=[rating, rating])])[0])

    assert "\x1b" not in told


def test_what_was_told_can_be_written_to_a_file(tmp_path: Path) -> None:
    """Half a character in somebody's file does not spoil the JSON that tells of it."""
    rating = {"criterion": "\ud800", "answer": 3}
    told = outcomes_as_json(read_returns([broken(tmp_path, ratings=[rating, rating])]))

    assert json.loads(told.encode())[0]["ok"] is False


def test_scores_of_a_strange_source_can_be_written_to_a_file(tmp_path: Path) -> None:
    """Half a character in a source's name does not spoil the JSON of its scores."""
    path = broken(tmp_path, source={"file": "\ud800.xlsx", "sha256": ""})
    scores = cs.to_json(cs.score(read_return(path)))

    assert json.loads(scores.encode())["scoring"] == {"rule": "mean", "version": 1}


def test_a_note_with_an_unknown_code_does_no_harm(tmp_path: Path) -> None:
    """Notes in somebody's JSON that are none of ours are refused or passed over."""
    notes = [{"code": "nonsense"}]
    path = broken(tmp_path, source={"file": "a.xlsx", "sha256": "", "notes": notes})

    assert outcome_in_words(read_returns([path])[0])


def test_what_others_will_ask_for_is_told_and_no_fault(example: cs.Assessment) -> None:
    """No council or period, and evidence without date or standard, are noted with a remedy."""
    bare = evolve(
        example,
        council="",
        period="",
        evidence=[cs.Evidence("Survey"), cs.Evidence("Report", ("1",)), *example.evidence],
    )
    told = [(each.code, each.place.sheet, each.found, each.is_note) for each in remarks(bare)]

    assert told == [
        ("about-missing", "Start here", "the council and the period", True),
        ("evidence-undated", "Evidence", "2", True),
        ("evidence-unplaced", "Evidence", "1", True),
    ]
    assert "Not given: the council and the period." in outcome_in_words(Outcome("a.xlsx", bare))


def test_of_a_whole_or_a_blank_return_nothing_is_remarked(example: cs.Assessment) -> None:
    """A return with all of it, and one that nobody has begun, are as they should be."""
    assert list(remarks(example)) == list(remarks(cs.Assessment(example.framework))) == []
