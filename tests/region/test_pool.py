"""Processes of our own: one may hang, die or fail without harm to the others."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures import wait
from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards.examples.region import invented_region
from commissioning_standards.region.collating.pool import Pool
from commissioning_standards.region.collating.records import read_record

from .made import hanging


def test_a_pool_that_was_never_used_starts_no_process() -> None:
    """A run that remembers everything waits for nothing."""
    with Pool(2, 60) as pool:
        pool.shutdown()

    assert pool.started is False


def test_work_is_done_elsewhere() -> None:
    """It is done by another process, and its result comes back."""
    with Pool(1, 60) as pool:
        future = pool.submit(os.getpid)

    assert future.result() != os.getpid()


def test_an_end_without_waiting_stops_what_was_handed_in() -> None:
    """Whoever stops does not wait for the rest."""
    pool = Pool(1, 60)
    futures = [pool.submit(hanging, b"Ambersetshire", "a.json", None, "mean") for _ in range(2)]
    pool.shutdown(cancel_futures=True)

    assert all(each.cancelled() for each in futures)


def test_what_hangs_is_stopped() -> None:
    """A task has its time, and the next one starts in a new process."""
    with Pool(1, 2) as pool:
        hung = pool.submit(hanging, b"Ambersetshire", "a.json", None, "mean")
        other = pool.submit(read_record, b"", "a.json", None, "mean")

        assert "not-json" in other.result()
    with pytest.raises(TimeoutError):
        hung.result()


def test_an_end_need_not_be_waited_for() -> None:
    """Whoever ends it may go on at once."""
    pool = Pool(1, 60)
    future = pool.submit(os.getpid)
    pool.shutdown(wait=False)

    assert future.result() != os.getpid()
    pool.shutdown()


def test_a_pool_that_was_lost_is_started_anew() -> None:
    """Processes that the system ends while they wait for work are replaced."""
    with Pool(1, 60) as pool:
        first = pool.submit(os.getpid).result()
        os.kill(first, signal.SIGKILL)
        lost = pool.submit(os.getpid)
        wait([lost], timeout=30)

        assert pool.submit(os.getpid).result() != first


def script(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    """A script of somebody who collates, run in a folder with one return."""
    made = next(invented_region(cs.load_framework("route-map"), seed=1, councils=1))
    (folder / "a.json").write_text(cs.to_json(made), encoding="utf-8")
    path = folder / "script.py"
    path.write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, path.name], cwd=folder, check=False, capture_output=True, text=True
    )


UNGUARDED = """
import commissioning_standards as cs
try:
    print(len(cs.collate("a.json", jobs=2).summaries))
except cs.CommissioningError as error:
    print(error.problems[0].code)
"""


def test_a_script_without_a_guard_is_told_once(tmp_path: Path) -> None:
    """Its processes would run it again: they end at once, and whoever wrote it learns why."""
    done = script(tmp_path, UNGUARDED)

    assert (done.stdout, done.stderr) == ("processes-do-not-start\n", "")


def test_a_script_that_is_no_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that was piped in cannot be begun again, so no process is started in vain."""
    monkeypatch.setattr(sys.modules["__main__"], "__file__", "<stdin>", raising=False)
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None)
    with Pool(1, 60) as pool, pytest.raises(cs.OutputError) as caught:
        pool.submit(os.getpid)

    assert [each.code for each in caught.value.problems] == ["processes-do-not-start"]


def test_a_process_that_ends_as_it_starts_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no process comes to its first task, nothing is handed in."""
    (tmp_path / "ends.py").write_text("raise SystemExit(1)")
    monkeypatch.setattr(
        sys.modules["__main__"], "__file__", str(tmp_path / "ends.py"), raising=False
    )
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None)
    with pytest.raises(cs.OutputError) as caught:
        cs.collate(Path(__file__).parents[2] / "workbooks", jobs=1)

    assert [each.code for each in caught.value.problems] == ["processes-do-not-start"]


def test_a_process_that_only_starts_collates_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run again by a process of its own, a script stops where it would collate."""
    monkeypatch.setattr(multiprocessing.current_process(), "_inheriting", True, raising=False)
    with pytest.raises(SystemExit):
        cs.collate("nothing")


def test_a_guarded_script_reads(tmp_path: Path) -> None:
    """With the usual guard the same script does its work."""
    lines = UNGUARDED.strip().splitlines()
    body = "\n    ".join(lines[1:])
    done = script(tmp_path, f'{lines[0]}\nif __name__ == "__main__":\n    {body}\n')

    assert done.stdout == "1\n"
