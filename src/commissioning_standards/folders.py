"""Many files into one folder: all of them or none, and nothing that was read is written over."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from secrets import token_hex

from .files import check_not_input, check_output, failed, make_folder
from .problems import OutputError, Place, Problem, problem

__all__ = ["check_folder", "write_folder"]

Name = str | os.PathLike[str]
MOST_TOLD = 5
# What is too long to hold in memory is written by a function that is given the path.
Content = bytes | Callable[[Path], object]


def check_folder(
    folder: Name, names: Iterable[str], *, inputs: Iterable[Name] = (), overwrite: bool = False
) -> Path:
    """Make sure that files may be written into a folder, before any work is done for it.

    Args:
        folder: where they go; it need not be there yet.
        names: of the files, with ``/`` between a folder within it and a file.
        inputs: files that are read, none of which is ever replaced.
        overwrite: whether files that are there may be replaced.

    Raises:
        OutputError: a file is there already, or is one of those that are read,
            or something else has a folder's name; carries every problem.
    """
    place = Path(folder)
    read = tuple(inputs)
    try:
        faults = [
            fault for name in names for fault in _faults(place / name, place, read, overwrite)
        ]
    except (OSError, ValueError) as trouble:
        raise failed(place, trouble) from None
    if faults:
        raise OutputError(_in_short(dict.fromkeys(faults), place))
    return place


def _in_short(faults: Iterable[Problem], place: Path) -> Iterator[Problem]:
    """Many files that are there already as one fault; every other one stays by itself."""
    every = tuple(faults)
    there = [each for each in every if each.code == "output-exists"]
    if len(there) <= MOST_TOLD:
        yield from every
        return
    names = [Path(each.place.file).name for each in there[:MOST_TOLD]]
    found, more = ", ".join(names), str(len(there) - MOST_TOLD)
    yield problem("outputs-exist", Place(str(place)), found=found, allowed=more)
    yield from (each for each in every if each not in there)


def _faults(
    path: Path,
    place: Path,
    read: tuple[Name, ...],
    overwrite: bool,  # noqa: FBT001 - passed on
) -> Iterator[Problem]:
    """Why one file may not be written into a folder."""
    above = [each for each in (place, *path.parents) if each.is_relative_to(place)]
    yield from (
        problem("output-is-file", Place(str(each)))
        for each in above
        if each.exists() and not each.is_dir()
    )
    try:
        check_not_input(path, read)
        if path.parent.is_dir():
            check_output(path, overwrite=overwrite)
    except OutputError as error:
        yield from error.problems


def write_folder(
    folder: Name,
    contents: Mapping[str, Content],
    *,
    inputs: Iterable[Name] = (),
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write files into a folder: first all of them beside it, then each moved into place.

    Other files in the folder stay as they are.

    Args:
        folder: where they go; made if it is not there.
        contents: each file's content, by name, with ``/`` between folder and file;
            or a function that writes it where it is told. They are made in their
            order, beside one another.
        inputs: files that are read, none of which is ever replaced.
        overwrite: whether files that are there may be replaced.

    Returns:
        The files written, in the order given.

    Raises:
        OutputError: one may not or cannot be written; nothing half made is left.
    """
    place = check_folder(folder, contents, inputs=inputs, overwrite=overwrite)
    temporary = make_folder(_beside(place)) / f".{token_hex(8)}.part"
    try:
        _fill(temporary, contents)
        _move(temporary, place, contents)
    except (OSError, ValueError) as trouble:
        raise failed(place, trouble) from None
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return tuple(place / name for name in contents)


def _beside(place: Path) -> Path:
    """The folder above, unless it is another disk's or may not be written in."""
    above = place.absolute().parent
    if not place.is_dir():
        return above
    is_same_disk = place.stat().st_dev == above.stat().st_dev
    return above if is_same_disk and os.access(above, os.W_OK) else place


def _fill(temporary: Path, contents: Mapping[str, Content]) -> None:
    for name, content in contents.items():
        path = temporary / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            content(path)


def _move(temporary: Path, place: Path, names: Iterable[str]) -> None:
    """A new folder comes whole; into one that is there, files go one by one."""
    if not place.exists():
        temporary.rename(place)
        return
    for name in names:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (temporary / name).replace(place / name)
