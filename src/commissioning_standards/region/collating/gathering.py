"""Which files there are to read, in an order that does not depend on the disk.

A folder is looked through with all that is in it. A link to a folder is not
followed, so that none leads round in a circle; what is hidden, and the lock
files of Excel and LibreOffice, are passed over.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve, field, frozen

from ...problems import (
    AssessmentError,
    CommissioningError,
    Place,
    Problem,
    did_you_mean,
    problem,
)
from ...text import one_line
from ...workbook.reading.intake import check_size

__all__ = ["FoundFile", "check_given", "content_of", "found_files"]

Name = str | os.PathLike[str]
# Spreadsheets of other kinds are tried too: they are returns that were saved wrongly.
RETURNS = frozenset([".json", ".ods", ".xls", ".xlsb", ".xlsm", ".xlsx"])
PASSED_OVER = (".", "~$")


@frozen
class FoundFile:
    """A file that was found or named.

    Args:
        file: its name in messages: within the folder where only one was given, else as given.
        path: where it is.
        is_return: whether it is to be read.
        problem: why it cannot be, as far as that is known without opening it.
    """

    file: str = field(converter=one_line)
    path: Path
    is_return: bool = True
    problem: Problem | None = None

    @property
    def kind(self) -> str:
        """The ending of its name, in small letters."""
        return self.path.suffix.lower()


def found_files(paths: Iterable[Name], without: Iterable[Name] = ()) -> tuple[FoundFile, ...]:
    """Every file named, and every file in the folders named.

    Args:
        paths: files and folders.
        without: folders whose content is passed over, such as that of the output.

    Returns:
        The files in the order given, those of a folder in the order of their
        names; each once, however often it is named.
    """
    given = [Path(each) for each in paths]
    out = {Path(each).resolve() for each in without}
    every = (each for path in given for each in _found(path, out, alone=len(given) == 1))
    return tuple({each.path.absolute(): each for each in every}.values())


def check_given(paths: Iterable[Name], without: Iterable[Name] = ()) -> None:
    """Make sure that what somebody named is there, and that folders hold returns.

    A slip in a name would otherwise make tables of nothing, in the place of good ones.

    Args:
        paths: files and folders, as :func:`found_files` takes them.
        without: folders whose content is passed over.

    Raises:
        CommissioningError: one is not there, or a folder has no return in it;
            carries a problem for each, with a name that is near.
    """
    out = {Path(each).resolve() for each in without}
    faults = [fault for each in paths for fault in _nothing_in(Path(each), out)]
    if faults:
        raise CommissioningError(faults)


def _nothing_in(path: Path, without: set[Path]) -> Iterator[Problem]:
    if not os.path.lexists(path):
        yield problem("no-such-input", Place(str(path)), hint=_near(path))
    elif path.is_dir() and not any(each.is_return for each in _within(path, without)):
        yield problem("nothing-to-read", Place(str(path)), hint=_near(path))


def _near(path: Path) -> str:
    """A sentence with the name beside it that is most like it, or ""."""
    try:
        beside = [each.name for each in path.absolute().parent.iterdir() if each.name != path.name]
    except OSError:
        return ""
    return did_you_mean(path.name, map(one_line, _shown(sorted(beside))))


def _found(path: Path, without: set[Path], *, alone: bool) -> Iterator[FoundFile]:
    if not path.is_dir():
        yield FoundFile(str(path), path)
        return
    found = sorted(_within(path, without), key=lambda each: each.path.as_posix())
    if not any(each.is_return for each in found):
        yield _unread(path, problem("no-returns-here", Place(str(path))))
    for each in found:
        name = each.path.relative_to(path) if alone else each.path
        yield evolve(each, file=name.as_posix())


def _unread(path: Path, why: Problem) -> FoundFile:
    return FoundFile(str(path), path, problem=why)


def _within(folder: Path, without: set[Path]) -> Iterator[FoundFile]:
    """The files of a folder, and a fault for each folder in it that cannot be opened."""
    refused: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=refused.append):
        place = Path(where)
        folders[:] = [each for each in _shown(folders) if (place / each).resolve() not in without]
        for name in _shown(files):
            found = FoundFile(name, place / name)
            yield evolve(found, is_return=found.kind in RETURNS)
    for error in refused:
        why = problem("not-readable", Place(str(error.filename)), found=error.strerror)
        yield _unread(Path(error.filename), why)


def _shown(names: Sequence[str]) -> list[str]:
    return [each for each in names if not each.startswith(PASSED_OVER)]


def content_of(found: FoundFile) -> bytes:
    """The bytes of a file, unless it is far too big, or none that can be waited for.

    Raises:
        CommissioningError: it is not there, or is not a file that can be read.
    """
    if found.problem:
        raise CommissioningError([found.problem])
    place = Place(found.file)
    try:
        status = found.path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise AssessmentError([problem("not-a-file", place)])
        check_size(status.st_size, found.file)
        return found.path.read_bytes()
    except FileNotFoundError:
        raise AssessmentError([problem("file-missing", place)]) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise AssessmentError([problem("not-readable", place, found=reason)]) from None
