"""The command collate, as a regional lead types it."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.region.collating.lock import at_work

from .made import broken, workbook, write_returns

PROGRAM = "from commissioning_standards.cli import main; main()"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a folder of returns in it, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    write_returns(tmp_path / "returns")
    return tmp_path


def run(*arguments: str) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, ["collate", *arguments], catch_exceptions=False)


def test_good_returns_make_a_table(folder: Path) -> None:
    """It says what there is and what it made, and ends with 0."""
    result = run("returns", "-o", "out", "--jobs", "1", "--parquet")

    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.splitlines()[:8] == [
        "3 files: 3 returns, 0 refused, 0 copies, 0 left out. 0 remembered from before.",
        "3 councils in 1 round. 2026-27: 3 councils, 3 with a view of their own.",
        *(
            f"Made out/confidential/{name}"
            for name in (
                "summary.xlsx",
                "table.csv",
                "table.parquet",
                "problems.txt",
                "problems.csv",
                "manifest.json",
            )
        ),
    ]
    assert (folder / "out" / "confidential" / "table.parquet").is_file()


def test_bad_returns_are_told_and_the_good_ones_kept(folder: Path) -> None:
    """What was refused is on standard error, and the command ends with 1."""
    broken(folder / "returns")
    (folder / "returns" / "good.xlsx").write_bytes(workbook(3))
    result = run("returns", "-o", "out")

    assert result.exit_code == 1
    assert "10 files: 4 returns, 6 refused" in result.stdout
    assert result.stderr.startswith("Refused: 6 files.\n  damaged.xlsx: The workbook is damaged")


def test_a_second_run_reads_nothing_and_writes_the_same(folder: Path) -> None:
    """Files of an earlier run are replaced only where that is said."""
    run("returns", "-o", "out")
    table = (folder / "out" / "confidential" / "table.csv").read_bytes()
    refused = run("returns", "-o", "out")
    again = run("returns", "-o", "out", "--force")

    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert "3 remembered from before" in again.stdout
    assert (folder / "out" / "confidential" / "table.csv").read_bytes() == table


def test_a_fresh_run_reads_all_again() -> None:
    """Nothing is remembered where somebody wants it so."""
    run("returns", "-o", "out")

    assert "0 remembered from before" in run("returns", "-o", "out", "--force", "--fresh").stdout


def test_a_cache_that_is_no_use_is_told_and_no_fault(folder: Path) -> None:
    """The command does its work and ends with 0."""
    (folder / "out" / "confidential").mkdir(parents=True)
    (folder / "out" / "confidential" / "cache.sqlite").write_bytes(b"no database" * 1_000)
    result = run("returns", "-o", "out")

    assert result.exit_code == 0
    assert "cache.sqlite: What was read before is not remembered" in result.stderr


def test_rule_and_framework_are_those_asked_for(folder: Path) -> None:
    """Both stand in the manifest; a framework that is not there is wrong usage."""
    run("returns", "-o", "out", "--rule", "gated", "--framework", "route-map")
    manifest = json.loads((folder / "out" / "confidential" / "manifest.json").read_text("utf-8"))

    assert manifest["scoring"] == {"rule": "gated", "version": 1}
    assert run("returns", "-o", "other", "--framework", "none").exit_code == 2
    assert not (folder / "other").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["returns"],
        ["-o", "out"],
        ["returns", "-o", "out", "--jobs", "0"],
        ["returns", "-o", "out", "--time-limit", "0"],
        ["returns", "-o", "out", "--time-limit", "inf"],
        ["returns", "-o", "out", "--time-limit", "nan"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    """Nothing is made up where something is not said."""
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(("missing", "extra"), [("pebble", "region"), ("pyarrow", "parquet")])
def test_a_missing_extra_is_told_before_anything_is_done(
    missing: str, extra: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says what to install."""
    monkeypatch.setattr(
        "commissioning_standards.region.extras.find_spec",
        lambda name: None if name == missing else name,
    )
    result = run("returns", "-o", "out", "--parquet")

    assert (result.exit_code, (folder / "out").exists()) == (2, False)
    assert f'pip install "commissioning-standards[{extra}]"' in result.stderr


def test_a_stop_by_the_keyboard_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops is told that nothing is lost."""

    def stopped(*_: object, **__: object) -> cs.Collation:
        raise KeyboardInterrupt

    monkeypatch.setattr("commissioning_standards.region.collating.collation.collate", stopped)
    result = run("returns", "-o", "out")

    assert result.exit_code == 1
    assert "give the same command again to go on" in result.stderr


def test_a_terminal_sees_how_far_it_is(folder: Path) -> None:
    """A bar with a rate and the time left is drawn on standard error, and only there."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "collate", "returns", "-o", "out"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        check=True,
    )
    drawn = os.read(ours, 100_000).decode()
    os.close(theirs)
    os.close(ours)

    assert "/3 [" in drawn
    assert "files/s]" in drawn
    assert done.stdout.startswith("3 files: 3 returns")


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the cache, with what is in it."""
    return {
        str(each): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and each.name != "cache.sqlite"
    }


@pytest.mark.parametrize("wrong", ["retruns", "empty", "others"])
def test_a_wrong_folder_replaces_nothing(folder: Path, wrong: str) -> None:
    """A slip in a name leaves good tables as they are, also with --force."""
    (folder / "empty").mkdir()
    (folder / "others").mkdir()
    (folder / "others" / "list.xlsx").write_bytes(b"no return")
    run("returns", "-o", "out")
    before = everything(folder / "out")
    forced = run(wrong, "-o", "out", "--force")
    new = run(wrong, "-o", "new")

    assert (forced.exit_code, new.exit_code) == (1, 1)
    assert wrong in forced.stderr or "list.xlsx" in forced.stderr
    assert everything(folder / "out") == before
    assert not (folder / "new").exists()


def test_a_name_that_is_near_is_suggested() -> None:
    """Whoever mistyped a folder reads which one it may have been."""
    result = run("retruns", "-o", "out")

    assert "retruns: There is no such file or folder, so nothing was written." in result.stderr
    assert "Did you mean returns?" in result.stderr


def test_one_name_of_several_that_is_wrong_stops_all() -> None:
    """Half of a region in the place of the whole would look as if it were all."""
    result = run("returns", "late", "nowhere/late", "-o", "out")

    assert result.exit_code == 1
    assert "late: There is no such file or folder" in result.stderr
    assert "nowhere/late: There is no such file or folder" in result.stderr


@pytest.mark.parametrize("output", ["returns", "returns/", "out/../returns"])
def test_nothing_is_written_among_the_returns(folder: Path, output: str) -> None:
    """However the folder is named, nothing in it is changed, and nothing in it is made."""
    (folder / "out").mkdir()
    before = everything(folder)
    result = run("returns", "-o", output)

    assert result.exit_code == 2
    assert "a folder of returns that are read" in result.stderr
    assert everything(folder) == before


def test_two_runs_into_one_folder_do_not_mix(folder: Path) -> None:
    """The second is refused while the first is at work."""
    with at_work(folder / "out", "confidential"):
        result = run("returns", "-o", "out", "--force")

    assert result.exit_code == 2
    assert result.stderr.startswith("out: Another run is writing into this folder.")
    assert not (folder / "out").exists()


@pytest.mark.parametrize(("count", "told"), [(5, "e4.txt."), (7, "And 2 more, in out/")])
def test_what_was_left_out_is_named(folder: Path, count: int, told: str) -> None:
    """Up to five names are shown, and where the others stand."""
    for number in range(count):
        (folder / "returns" / f"note{number}.txt").write_text("note")
    lines = run("returns", "-o", "out").stdout.splitlines()

    assert lines[1].startswith("Left out: note0.txt, note1.txt, note2.txt, note3.txt, note4.txt.")
    assert told in lines[1]
    assert f"note{count - 1}.txt" in (folder / "out/confidential/problems.txt").read_text("utf-8")


def test_the_file_with_the_plainer_name_is_the_original(folder: Path) -> None:
    """Whatever comes first by its name, a copy is told as the copy."""
    original = folder / "returns" / "0000.json"
    for name in ("0000 (2).json", "0000 - Copy.json", "Copy of 0000.json"):
        shutil.copy(original, folder / "returns" / name)
    told = run("returns", "-o", "out").stdout

    assert told.count("It is a copy of 0000.json") == 3
    assert "returns, 0 refused, 3 copies" in told


def test_the_folder_of_pictures_is_told(folder: Path) -> None:
    """It is in the list of what was made, once."""
    write_returns(folder / "returns", 11)
    told = run("returns", "-o", "out", "--mine", "returns/0003.json").stdout.splitlines()

    assert told.count("Made out/to-share/charts") == 1
    assert told.count("Made out/for-one-council/charts") == 1
    assert (folder / "out/to-share/charts").is_dir()
