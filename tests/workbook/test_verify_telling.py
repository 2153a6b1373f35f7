"""What the command says of verified workbooks, to a service manager and to a script."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.problems import problem
from commissioning_standards.wordings import WORDINGS
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.folders import ABOUT_MONEY, ABOUT_PEOPLE, DOMAINS, HEADING, LEVELS
from tests.workbook.returned import put, recalculated_by_nobody


def run(*arguments: str | Path) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, ["verify", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def sent(example: cs.Assessment) -> bytes:
    """The filled example's workbook."""
    return workbook_bytes(example)


@pytest.fixture
def sound(folder: Path, sent: bytes) -> Path:
    """A return in which nothing differs."""
    path = folder / "sound.xlsx"
    path.write_bytes(sent)
    return path


@pytest.fixture
def typed_over(folder: Path, sent: bytes) -> Path:
    """A return with a score typed over its formula."""
    path = folder / "typed.xlsx"
    path.write_bytes(put(sent, "Results", "D49", value="3.5"))
    return path


@pytest.fixture
def unread(folder: Path, sent: bytes) -> Path:
    """A return with an answer that is none."""
    path = folder / "unread.xlsx"
    path.write_bytes(put(sent, "Inclusive", "H7", value="Great", kind="str"))
    return path


def test_agreement_is_told_in_a_sentence(sound: Path) -> None:
    """Where all agrees that is said in plain words, and the status is 0."""
    result = run(sound)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(
        f"{sound}: The scores shown are those that its ratings give. Its 566 formulas mean what "
        "they did when it went out.\n"
    )
    assert len(result.stdout.splitlines()) == 1


def test_differences_are_listed_cell_by_cell(typed_over: Path) -> None:
    """Each difference has its cell, what is shown and what should be; what to do comes last."""
    place = "sheet Results, cell D49 (Standard 4, Score)"

    result = run(typed_over)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        f"{typed_over}: 2 differences.",
        f"  {place}: It shows 3.5, and the ratings give 2.67.",
        f"  {place}: The value “3.5” was typed over the formula.",
        f"  {WORDINGS['shown-differs'].remedy}",
        "  Ask the sender why, or copy the answers into a new workbook.",
    ]


def test_a_difference_without_a_cell_is_told_too(folder: Path, sent: bytes) -> None:
    """A table that is gone has no place to name."""
    (folder / "gone.xlsx").write_bytes(put(sent, "Results", "D40", value="Mark", kind="str"))
    result = run("gone.xlsx")

    assert result.stderr.splitlines()[:2] == [
        "gone.xlsx: 1 difference.",
        "  The table of the sheet “Results” is not in the workbook.",
    ]


def test_values_never_worked_out_are_told_as_such(folder: Path, sent: bytes) -> None:
    """A return without values is called neither right nor wrong, and does not pass."""
    (folder / "script.xlsx").write_bytes(recalculated_by_nobody(sent))
    result = run("script.xlsx")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "script.xlsx: Its 566 formulas mean what they did when it went out.",
        f"  {problem('not-calculated')}",
    ]


def test_every_file_is_told_on_its_own(unread: Path, typed_over: Path, sound: Path) -> None:
    """What is wrong goes to standard error, and stops none of the files after it."""
    result = run(unread, "nothing.xlsx", typed_over, sound)

    assert result.exit_code == 1
    assert result.stdout.startswith(f"{sound}: The scores shown are those")
    assert [line for line in result.stderr.splitlines() if line[0] != " "] == [
        f"{unread}: 1 problem",
        "nothing.xlsx: 1 problem",
        f"{typed_over}: 2 differences.",
    ]
    assert "  sheet Inclusive, cell H7 (4.2): “Great” is not an answer" in result.stderr


def test_scripts_get_json_and_nothing_else(unread: Path, typed_over: Path, sound: Path) -> None:
    """With --format json each file is one object of one shape, in the order they were named."""
    result = run(sound, typed_over, unread, "--format", "json")
    documents = json.loads(result.stdout)

    assert (result.exit_code, result.stderr) == (1, "")
    assert [each["agrees"] for each in documents] == [True, False, False]
    assert [each["calculated"] for each in documents] == [True, True, None]
    assert [len(each["differences"]) for each in documents] == [0, 2, 0]
    assert [each["code"] for each in documents[2]["problems"]] == ["answer-not-allowed"]
    assert documents[1]["differences"][0]["cell"] == "D49"
    assert documents[1]["compared"]["typed_over"] == 1
    assert len({frozenset(each) for each in documents}) == 1


def test_agreement_in_json_is_done(sound: Path) -> None:
    """Where nothing differs the status is 0 in JSON too."""
    assert run(sound, "--format", "json").exit_code == 0


@pytest.mark.parametrize(
    "arguments", [(), ("a.xlsx", "--format", "csv"), ("--framework", "x", "a")]
)
def test_wrong_usage_has_a_status_of_its_own(arguments: tuple[str, ...]) -> None:
    """No file, another format or an unknown framework is wrong usage."""
    assert run(*arguments).exit_code == 2


def test_a_framework_of_our_own_is_named(folder: Path) -> None:
    """A return made with a council's own framework is verified with its folder."""
    own = folder / "ours"
    own.mkdir()
    (own / "framework.toml").write_text(HEADING + LEVELS + DOMAINS, "utf-8")
    (own / "1.toml").write_text(ABOUT_PEOPLE, "utf-8")
    (own / "2.toml").write_text(ABOUT_MONEY, "utf-8")
    cs.write_workbook(cs.load_framework(own), folder / "ours.xlsx")

    assert (run("ours.xlsx").exit_code, run("ours.xlsx", "--framework", own).exit_code) == (1, 0)


def test_verifying_changes_nothing(folder: Path, sound: Path, typed_over: Path) -> None:
    """Verified files are the same as before, and no others are made."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    run(sound, typed_over)

    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}
