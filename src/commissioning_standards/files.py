"""Files in and out: input is only ever read, and output is whole or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from secrets import token_hex

from .problems import CommissioningError, OutputError, Place, Problem, problem, quoted

__all__ = [
    "check_not_input",
    "check_output",
    "check_outputs",
    "ending_problem",
    "failed",
    "make_folder",
    "opened",
    "read_bytes",
    "write_bytes",
]


def ending_problem(path: str | os.PathLike[str], allowed: str | Iterable[str]) -> Problem:
    """What is wrong with the name of a file to write that has another ending, or none."""
    file = Path(path)
    if not file.suffix:
        return problem("output-no-ending", Place(file.name), allowed=allowed)
    return problem("output-format", Place(file.name), found=quoted(file.suffix), allowed=allowed)


def read_bytes(path: str | os.PathLike[str], error: type[CommissioningError]) -> bytes:
    """Read a whole file.

    Raises:
        error: it is not there, or cannot be read.
    """
    with opened(path, error) as content:
        return content.read()


@contextmanager
def opened(
    path: str | os.PathLike[str], error: type[CommissioningError]
) -> Iterator[BufferedReader]:
    """Open a file to be read bit by bit.

    Raises:
        error: it is not there, or what it holds cannot be read.
    """
    file = Path(path)
    try:
        with file.open("rb") as content:
            yield content
    except FileNotFoundError:
        raise error([problem("file-missing", Place(file.name))]) from None
    except IsADirectoryError:
        raise error([problem("is-folder", Place(file.name or str(file)))]) from None
    except (OSError, ValueError) as trouble:
        found = _reason(trouble)
        raise error([problem("not-readable", Place(file.name), found=found)]) from None


def check_output(path: str | os.PathLike[str], *, overwrite: bool) -> Path:
    """Make sure that a file may be written, before any work is done for it.

    Raises:
        OutputError: it is there already and may not be replaced, or its folder
            is not there.
    """
    target = Path(path)
    try:
        code = _refusal(target, overwrite=overwrite)
    except (OSError, ValueError) as trouble:
        raise failed(target, trouble) from None
    if code:
        where = target.parent if code == "output-folder-missing" else target
        raise OutputError([problem(code, Place(str(where)))])
    return target


def check_outputs(paths: Iterable[str | os.PathLike[str]], *, overwrite: bool) -> None:
    """Make sure that every one of several files may be written, before any is.

    Raises:
        OutputError: one may not; carries a problem for each such file.
    """
    problems: list[Problem] = []
    for path in paths:
        try:
            check_output(path, overwrite=overwrite)
        except OutputError as error:
            problems += error.problems
    if problems:
        raise OutputError(problems)


def _refusal(target: Path, *, overwrite: bool) -> str:
    """Why a file may not be written; "" where it may."""
    if target.is_dir():
        return "output-is-folder"
    if not target.parent.is_dir():
        return "output-folder-missing"
    return "output-exists" if target.exists() and not overwrite else ""


def check_not_input(
    output: str | os.PathLike[str], inputs: Iterable[str | os.PathLike[str]]
) -> None:
    """Make sure that an output is none of the files that are read, however it is named.

    Raises:
        OutputError: it is one of them.
    """
    target = Path(output)
    if any(target.resolve() == Path(each).resolve() for each in inputs):
        raise OutputError([problem("output-is-input", Place(str(target)))])


def make_folder(path: str | os.PathLike[str]) -> Path:
    """Make a folder, and those above it, unless it is there.

    Raises:
        OutputError: something else has its name, or it cannot be made.
    """
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as trouble:
        raise failed(folder, trouble) from None
    return folder


def write_bytes(path: str | os.PathLike[str], content: bytes, *, overwrite: bool = False) -> None:
    """Write a file under another name beside it, then move it into place.

    Raises:
        OutputError: it may not or cannot be written; nothing is left behind.
    """
    target = check_output(path, overwrite=overwrite)
    temporary = target.with_name(f".{token_hex(8)}.part")
    try:
        temporary.write_bytes(content)
        check_output(path, overwrite=overwrite)
        temporary.replace(target)
    except (OSError, ValueError) as trouble:
        raise failed(target, trouble) from None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def failed(path: Path, trouble: OSError | ValueError) -> OutputError:
    """The error for a file or folder that the system would not let us write."""
    return OutputError([problem("output-failed", Place(str(path)), found=_reason(trouble))])


def _reason(trouble: OSError | ValueError) -> str:
    """What the system says; a name that it cannot take at all is a ValueError."""
    return getattr(trouble, "strerror", None) or str(trouble) or type(trouble).__name__
