"""One run at a time writes into a folder: two would mix their files.

The system holds the lock (filelock), so that one of a run that was killed is
free at once. The empty file that it is held on stays where it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ENOLCK
from pathlib import Path

from filelock import FileLock, Timeout

from ...files import failed, make_folder
from ...problems import OutputError, Place, problem

__all__ = ["LOCK", "at_work"]

LOCK = "in-use.lock"


@contextmanager
def at_work(folder: str | os.PathLike[str], within: str) -> Iterator[None]:
    """Hold a folder for one run, and leave none behind that it made and put nothing into.

    Args:
        folder: the folder of the output; made if it is not there.
        within: the folder in it that the lock stands in.

    Raises:
        OutputError: another run writes into it, or it cannot be written to.
    """
    place = Path(folder)
    is_new = not place.exists()
    file = make_folder(place / within) / LOCK
    lock = FileLock(file)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise OutputError([problem("output-in-use", Place(str(place)))]) from None
    except OSError as trouble:
        raise failed(file, trouble) from None
    except NotImplementedError:
        # So filelock says that the disk, such as one of a network, can hold no lock.
        raise failed(file, OSError(ENOLCK, os.strerror(ENOLCK))) from None
    try:
        yield
    finally:
        lock.release()
        if is_new:
            _leave_nothing(file, place)


def _leave_nothing(file: Path, place: Path) -> None:
    """Take away folders in which nothing stands but the file of the lock."""
    if {*file.parent.iterdir()} <= {file}:
        file.unlink(missing_ok=True)
        with suppress(OSError):
            file.parent.rmdir()
            place.rmdir()
