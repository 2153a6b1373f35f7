"""One run at a time writes into a folder."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

import commissioning_standards as cs
from commissioning_standards.region.collating.lock import LOCK, at_work

HOLDING = (
    "import sys, time\n"
    "from commissioning_standards.region.collating.lock import at_work\n"
    "with at_work(sys.argv[1], 'confidential'):\n"
    "    print('held', flush=True)\n"
    "    time.sleep(600)\n"
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder of the output."""
    return tmp_path / "out"


def test_a_second_run_is_refused(out: Path) -> None:
    """Two runs would mix their files: one sentence says what to do."""
    with (
        at_work(out, "confidential"),
        pytest.raises(cs.OutputError, match=r"out: Another run is writing.*Wait until it has"),
        at_work(out, "confidential"),
    ):
        pass


def test_a_folder_is_free_when_a_run_has_ended(out: Path) -> None:
    """Also where it ended with a fault."""
    with pytest.raises(ZeroDivisionError), at_work(out, "confidential"):
        raise ZeroDivisionError
    with at_work(out, "confidential"):
        assert (out / "confidential" / LOCK).is_file()


def test_the_lock_of_a_run_that_was_killed_is_taken_over(out: Path) -> None:
    """The system lets go of it, whatever the run left behind."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(out)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    with pytest.raises(cs.OutputError), at_work(out, "confidential"):
        pass
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)

    with at_work(out, "confidential"):
        assert (out / "confidential" / LOCK).is_file()


def test_a_folder_that_was_made_for_nothing_is_taken_away(out: Path) -> None:
    """What a run makes and puts nothing into does not stay."""
    with at_work(out, "confidential"):
        pass

    assert not out.exists()


def test_a_folder_that_was_there_stays(out: Path) -> None:
    """Only what this run made is taken away."""
    out.mkdir()
    with at_work(out, "confidential"):
        pass

    assert out.is_dir()


def test_a_folder_with_something_in_it_stays(out: Path) -> None:
    """Beside the run's own folder there may be somebody's file."""
    with at_work(out, "confidential"):
        (out / "mine.txt").write_text("mine")

    assert [each.name for each in out.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (PermissionError(13, "Permission denied"), "Permission denied"),
        (NotImplementedError("use another kind of lock"), os.strerror(errno.ENOLCK)),
    ],
)
def test_a_disk_that_takes_no_lock_is_told(
    out: Path, monkeypatch: pytest.MonkeyPatch, trouble: Exception, told: str
) -> None:
    """No traceback, but the file and what the system says."""

    def refused(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(FileLock, "acquire", refused)
    with pytest.raises(cs.OutputError, match=rf"in-use\.lock.*{told}"), at_work(out, "a"):
        pass
