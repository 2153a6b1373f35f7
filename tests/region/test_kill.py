"""The command, killed as a machine that runs out of memory or power kills it."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards.region.collating.lock import LOCK

from .made import broken, write_returns

PROGRAM = "from commissioning_standards.cli import main; main()"
ONLY = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0})); "
PATIENCE = 60
CACHE = "cache.sqlite"


def started(folder: Path, *options: str) -> subprocess.Popen[str]:
    """The real command at work, in a process group of its own."""
    command = [sys.executable, "-c", PROGRAM, "collate", "returns", "-o", "out", *options]
    return subprocess.Popen(
        command,
        cwd=folder,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """What the command says when it is done."""
    told, faults = process.communicate(timeout=PATIENCE)
    return process.returncode, told, faults


def killed(process: subprocess.Popen[str], when: Callable[[], bool], after: float = 0) -> None:
    """Kill the command and all that it started as soon as something is so."""
    limit = time.monotonic() + PATIENCE
    while process.poll() is None and not when():
        assert time.monotonic() < limit
        time.sleep(0.001)
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=PATIENCE)


def remembered(folder: Path) -> int:
    """How many files the cache knows."""
    path = folder / "out" / "confidential" / CACHE
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as base:
            (count,) = base.execute("SELECT count(*) FROM records").fetchone()
            return int(count)
    except sqlite3.OperationalError:
        return 0


def writes(folder: Path) -> bool:
    """Whether the command has begun to write."""
    return any((folder / "out").glob(".*.part"))


def outputs(folder: Path) -> dict[str, bytes]:
    """Every file of the output but the cache and the lock, hidden ones too."""
    out = folder / "out"
    return {
        str(each.relative_to(out)): each.read_bytes()
        for each in out.rglob("*")
        if each.is_file() and each.name not in {CACHE, LOCK}
    }


def untroubled(folder: Path, count: int) -> dict[str, bytes]:
    """What a run gives that nobody disturbs."""
    folder.mkdir()
    write_returns(folder / "returns", count)
    broken(folder / "returns")
    status, _, _ = ended(started(folder))

    assert status == 1
    return outputs(folder)


def test_a_run_killed_while_reading_goes_on_where_it_was(tmp_path: Path) -> None:
    """The next run reads only the rest, and what it writes is the same to the byte."""
    expected = untroubled(tmp_path / "whole", 150)
    folder = tmp_path / "killed"
    folder.mkdir()
    write_returns(folder / "returns", 150)
    broken(folder / "returns")
    killed(started(folder), lambda: remembered(folder) >= 20)
    before = remembered(folder)

    assert outputs(folder) == {}
    assert 20 <= before < 156
    _, told, _ = ended(started(folder))
    assert f"{before} remembered from before" in told
    assert outputs(folder) == expected


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], Path]:
    """What a second run of 60 councils gives, and a folder with a first run of 40 of them."""
    place = tmp_path_factory.mktemp("writing")
    untroubled(place / "earlier", 40)
    write_returns(place / "earlier" / "returns", 60)
    whole = shutil.copytree(place / "earlier", place / "whole")
    ended(started(whole, "--force"))
    return outputs(whole), place / "earlier"


@pytest.mark.parametrize("after", [0, 0.005, 0.01, 0.02, 1, 2])
def test_a_run_killed_while_writing_leaves_whole_files_only(
    after: float, scene: tuple[dict[str, bytes], Path], tmp_path: Path
) -> None:
    """Each file is the old one or the new one; the next run makes all of them new."""
    expected, earlier = scene
    folder = shutil.copytree(earlier, tmp_path / "killed")
    old = outputs(folder)
    killed(started(folder, "--force"), lambda: writes(folder), after)
    whole = {name: it for name, it in outputs(folder).items() if not name.startswith(".")}

    assert set(whole) == set(expected)
    assert all(content in (old[name], expected[name]) for name, content in whole.items())
    ended(started(folder, "--force"))
    assert outputs(folder) == expected


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    """Where only the command itself is killed, its workers end by themselves."""
    write_returns(tmp_path / "returns", 150)
    process = started(tmp_path)
    while not remembered(tmp_path):
        time.sleep(0.001)
    process.kill()
    # Standard output stays open for as long as one of them lives.
    process.communicate(timeout=PATIENCE)

    assert process.returncode == -signal.SIGKILL


def test_a_stop_by_the_keyboard_says_how_to_go_on(tmp_path: Path) -> None:
    """Control and C ends it at once; nothing that was read is lost."""
    # So many that a busy machine has not read them all by the time that it is stopped.
    write_returns(tmp_path / "returns", 150, (None, cs.Voice.STAFF, cs.Voice.CARERS))
    process = started(tmp_path, "--jobs", "1")
    while not remembered(tmp_path):
        time.sleep(0.001)
    os.killpg(process.pid, signal.SIGINT)
    status, _, faults = ended(process)

    assert status == 1
    assert "give the same command again to go on" in faults
    assert "Traceback" not in faults
    assert outputs(tmp_path) == {}


def test_a_full_disk_is_told_and_leaves_nothing_half_made(tmp_path: Path) -> None:
    """Table and cache are told with what to do, and no part of a file stays."""
    write_returns(tmp_path / "returns", 10)
    program = ONLY.format(30_000) + PROGRAM
    done = subprocess.run(
        [sys.executable, "-c", program, "collate", "returns", "-o", "out"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "could not be written: File too large. Check the folder's permissions" in done.stderr
    assert "not remembered" in done.stderr
    assert "Traceback" not in done.stderr
    assert outputs(tmp_path) == {}
    assert not writes(tmp_path)
