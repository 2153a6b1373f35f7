"""The verbs buddies and support, as a region runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.examples.region import invented_region
from commissioning_standards.region import extras

SHOWN = {"buddies": "Askings for help that are met: ", "support": "Councils looked at: "}


def run(*arguments: object) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A folder with the returns of six invented councils, and other files."""
    folder = tmp_path / "region"
    folder.mkdir()
    for each in invented_region(cs.load_framework("route-map"), seed=2, councils=6):
        (folder / f"{each.council}.json").write_text(cs.to_json(each), "utf-8")
    (folder / "~$open.xlsx").write_bytes(b"lock")
    (folder / "read me.txt").write_text("Returns of the region", "utf-8")
    return folder


def test_buddies_writes_letters_and_a_list(region: Path, tmp_path: Path) -> None:
    """All of it in a folder called confidential."""
    result = run("buddies", region, "-o", tmp_path / "out")
    made = {each.relative_to(tmp_path / "out").as_posix() for each in tmp_path.glob("out/**/*.*")}
    document = json.loads((tmp_path / "out/confidential/buddies.json").read_text("utf-8"))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-3:] == [
        "Askings for help that are met: 2 of 7",
        f"Letters: 4, in {tmp_path}/out/confidential/buddies",
        f"Made {tmp_path}/out/confidential. Open first: {tmp_path}/out/confidential/buddies.txt",
    ]
    assert {"confidential/buddies.txt", "confidential/buddies.json"} < made
    assert len([each for each in made if each.startswith("confidential/buddies/")]) == 4
    assert len(document["returns"]) == 6


@pytest.fixture
def mistyped(region: Path) -> Path:
    """The same region, with the period of one return mistyped."""
    first = min(region.glob("*.json"))
    document = json.loads(first.read_text("utf-8"))
    document["period"] = "2062-63"
    first.write_text(json.dumps(document), "utf-8")
    return region


@pytest.mark.parametrize("verb", SHOWN)
def test_a_period_that_was_mistyped_does_not_take_over(
    mistyped: Path, tmp_path: Path, verb: str
) -> None:
    """The round that most answered is looked at, and the slip is told."""
    result = run(verb, mistyped, "-o", tmp_path / "out")
    document = json.loads((tmp_path / f"out/confidential/{verb}.json").read_text("utf-8"))

    assert (result.exit_code, document["period"]) == (1, "2026-27")
    assert "have a view of their own: “2062-63” (1). Look for a period that" in result.stderr


@pytest.mark.parametrize("verb", SHOWN)
def test_a_small_round_that_is_asked_for_is_looked_at(
    mistyped: Path, tmp_path: Path, verb: str
) -> None:
    """Who names a round means it."""
    result = run(verb, mistyped, "-o", tmp_path / "out", "--period", "2062/63")
    document = json.loads((tmp_path / f"out/confidential/{verb}.json").read_text("utf-8"))

    assert (document["period"], "Passed over" in result.stderr) == ("2062-63", False)


def test_without_scipy_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has to be installed is said before any work is done."""
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    result = run("buddies", tmp_path / "none", "-o", tmp_path / "out")

    assert result.exit_code == 2
    assert "standards[region]" in result.stderr


def test_without_a_match_there_is_no_letter(region: Path, tmp_path: Path) -> None:
    """No folder is named that is not there."""
    result = run("buddies", region, "-o", tmp_path / "out", "--most", "0")
    letters = (tmp_path / "out/confidential/buddies").exists()

    assert (letters, "Letters: 0\n" in result.stdout) == (False, True)


def test_how_many_a_council_helps_can_be_said(region: Path, tmp_path: Path) -> None:
    """Where councils do not say it, the region may."""
    run("buddies", region, "-o", tmp_path / "out", "--most", "5")
    document = json.loads((tmp_path / "out/confidential/buddies.json").read_text("utf-8"))

    assert document["most_at_once"] == 5


def test_letters_of_an_earlier_matching_are_told(region: Path, tmp_path: Path) -> None:
    """A letter that stays where it is would be sent by mistake."""
    old = tmp_path / "out/confidential/buddies/ash/elm.txt"
    old.parent.mkdir(parents=True)
    old.write_text("Dear Ash", "utf-8")
    first = run("buddies", region, "-o", tmp_path / "out")
    again = run("buddies", region, "-o", tmp_path / "out", "--force")

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert again.stderr.count("earlier matching") == 1
    assert "elm.txt" in first.stderr


def test_support_writes_three_lists(region: Path, tmp_path: Path) -> None:
    """Text, CSV and JSON; the councils that are expected may be listed in a file."""
    names = tmp_path / "councils.txt"
    names.write_text("Aldersetshire\nZenithshire\n", "utf-8")
    out, on = tmp_path / "out", ("--on", "2027-06-30")
    result = run("support", region, "-o", out, *on, "--councils", names)
    document = json.loads((out / "confidential/support.json").read_text("utf-8"))

    assert result.exit_code == 0
    assert "Councils looked at: 7. With a signal: 6" in result.stdout
    assert document["signals"][-1]["rule"] == "no-return"
    assert sorted(each.suffix for each in (out / "confidential").iterdir()) == [
        ".csv",
        ".json",
        ".lock",
        ".sqlite",
        ".txt",
    ]


def test_rules_of_ones_own_take_the_place_of_ours(region: Path, tmp_path: Path) -> None:
    """A region sets its own limits."""
    rules = tmp_path / "own.toml"
    rules.write_text(
        'kind = "signals"\n[[rules]]\nid = "some-left-open"\nlooks_at = "open answers"\nlimit = 1\n'
        'says = "Open: {open}."\noffer = "Ask."\n',
        "utf-8",
    )
    run("support", region, "-o", tmp_path / "out", "--signals", rules)
    document = json.loads((tmp_path / "out/confidential/support.json").read_text("utf-8"))

    assert {each["rule"] for each in document["signals"]} == {"some-left-open"}


@pytest.mark.parametrize("verb", SHOWN)
def test_a_bad_return_is_told_and_the_others_kept(verb: str, region: Path, tmp_path: Path) -> None:
    """What can be read is used; the status says that something has to be looked at."""
    (region / "bad.json").write_text("{", "utf-8")
    result = run(verb, region, "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert "bad.json" in result.stderr
    assert SHOWN[verb] in result.stdout
    assert (tmp_path / "out/confidential" / f"{verb}.json").is_file()


@pytest.mark.parametrize("verb", SHOWN)
def test_a_bad_return_stands_in_the_list(verb: str, region: Path, tmp_path: Path) -> None:
    """Who reads the list alone sees that there was one more."""
    (region / "bad.json").write_text("{", "utf-8")
    run(verb, region, "-o", tmp_path / "out")
    lists = tmp_path / "out/confidential"

    assert "  bad.json\n" in (lists / f"{verb}.txt").read_text("utf-8")
    assert json.loads((lists / f"{verb}.json").read_text("utf-8"))["uncounted"] == ["bad.json"]


@pytest.mark.parametrize("verb", SHOWN)
def test_two_own_views_of_one_council_are_told(verb: str, region: Path, tmp_path: Path) -> None:
    """Neither speaks for the council until somebody decides."""
    content = next(iter(sorted(region.glob("*.json")))).read_text("utf-8")
    again = tmp_path / "again.json"
    again.write_text(content.replace("Agreed in moderation", ""), "utf-8")
    last = json.loads(content)
    last["respondent"]["name"] = "Agreed in moderation"
    (region / "twice.json").write_text(json.dumps(last), "utf-8")
    result = run(verb, region, again, "-o", tmp_path / "out")

    document = json.loads((tmp_path / "out/confidential" / f"{verb}.json").read_text("utf-8"))
    (undecided,) = document["undecided"]

    assert result.exit_code == 1
    assert "could each speak for the council" in result.stderr
    assert len(undecided["files"]) == 2
    assert undecided["council"] in result.stderr


@pytest.mark.parametrize("verb", SHOWN)
def test_a_file_that_is_there_is_left(verb: str, region: Path, tmp_path: Path) -> None:
    """Nothing is written over unless that is said."""
    kept = tmp_path / "out/confidential" / f"{verb}.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("Mine", "utf-8")
    result = run(verb, region, "-o", tmp_path / "out")

    assert result.exit_code == 2
    assert kept.read_text("utf-8") == "Mine"
    assert [each.name for each in kept.parent.iterdir()] == [kept.name]


@pytest.mark.parametrize("verb", SHOWN)
def test_a_round_that_is_not_there_is_told(verb: str, region: Path, tmp_path: Path) -> None:
    """Nothing is written for a round of which there is no return."""
    result = run(verb, region, "-o", tmp_path / "out", "--period", "2030-31")

    assert result.exit_code == 2
    assert "There is nothing to look at in the round “2030-31”" in result.stderr
    assert {each.name for each in tmp_path.glob("out/**/*.*")} == {"cache.sqlite", "in-use.lock"}


@pytest.mark.parametrize("verb", SHOWN)
def test_a_folder_that_is_not_there_is_told(verb: str, tmp_path: Path) -> None:
    """A slip in the folder's name is no region without councils: nothing is written."""
    result = run(verb, tmp_path / "none", "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert not (tmp_path / "out").exists()
    assert "no such file or folder" in result.stderr


@pytest.mark.parametrize("verb", SHOWN)
def test_lists_do_not_go_among_the_returns(verb: str, region: Path) -> None:
    """The folder of returns stays as it is."""
    result = run(verb, region, "-o", region)

    assert result.exit_code == 2
    assert "Choose another folder for the output." in result.stderr
    assert not (region / "confidential").exists()


@pytest.mark.parametrize("verb", SHOWN)
def test_a_folder_without_returns_is_told(verb: str, tmp_path: Path) -> None:
    """A folder in which there is nothing to read is told, and nothing is made of it."""
    (tmp_path / "empty").mkdir()
    result = run(verb, tmp_path / "empty", "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert "There is no return in this folder" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("verb", SHOWN)
def test_where_no_return_can_be_read_nothing_is_left(verb: str, tmp_path: Path) -> None:
    """Every problem is told, and no folder is made."""
    (tmp_path / "bad").mkdir()
    for name in ("one.json", "two.json"):
        (tmp_path / "bad" / name).write_text("{" + name, "utf-8")
    result = run(verb, tmp_path / "bad", "-o", tmp_path / "out")

    assert result.exit_code == 1
    assert "one.json" in result.stderr
    assert "two.json" in result.stderr
    assert not (tmp_path / "out").exists()
