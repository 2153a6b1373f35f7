"""Finds the frameworks this software brings, and loads any folder written like them."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from .files import check_outputs, make_folder, write_bytes
from .framework import Framework
from .loading import HEADER, SUFFIX, load_folder
from .problems import FrameworkError, Problem, did_you_mean, problem, quoted

__all__ = [
    "brought_files",
    "brought_framework",
    "copy_framework",
    "framework_ids",
    "load_framework",
    "other_framework",
]


def framework_ids() -> tuple[str, ...]:
    """The frameworks this software brings to assess oneself against, by ID.

    CQC's scheme and ASCOF are outside views, and no forms to fill in.

    Returns:
        The IDs in alphabetical order.
    """
    found = (each.name for each in _home().iterdir() if (each / HEADER).is_file())
    return tuple(sorted(found))


def load_framework(source: str | os.PathLike[str]) -> Framework:
    """Load a framework this software brings, or one from a folder.

    Args:
        source: an ID such as ``"route-map"``, or the path to a folder.

    Returns:
        The framework, whole and without faults.

    Raises:
        FrameworkError: there is no such framework, or its data has faults;
            carries every fault with its file and the path within it.
    """
    if isinstance(source, str) and source in framework_ids():
        return _brought(source)
    # A name with a null character, or too long for the system, leads nowhere either.
    with suppress(OSError, ValueError):
        if Path(source).is_dir():
            return load_folder(Path(source))
    return brought_framework(str(source))


def brought_framework(framework_id: str) -> Framework:
    """Load a framework that this software brings, and never a folder.

    For names that stand in somebody's file, which must not choose what is read.

    Raises:
        FrameworkError: there is no such framework.
    """
    ids = framework_ids()
    if framework_id in ids:
        return _brought(framework_id)
    hint = did_you_mean(framework_id, ids)
    found = quoted(framework_id)
    if framework_id in (each.name for each in _home().iterdir()):
        raise FrameworkError([problem("not-to-fill-in", found=found)])
    raise FrameworkError([problem("unknown-framework", found=found, allowed=ids, hint=hint)])


def other_framework(made_with: object, given: Framework) -> Problem:
    """What is said of a return that was made with another framework than the one given.

    Args:
        made_with: the framework's ID, as the return says it.
        given: the framework it was to be read with, or set beside.

    Returns:
        One that this software brings needs no folder: it only cannot stand beside the other.
    """
    found = quoted(made_with)
    if made_with in framework_ids():
        return problem("framework-not-given", found=found, allowed=quoted(given.id))
    return problem("wrong-framework", found=found)


def copy_framework(
    framework_id: str, folder: str | os.PathLike[str], *, overwrite: bool = False
) -> tuple[Path, ...]:
    """Copy the files of a framework that this software brings, to be changed into one's own.

    Args:
        framework_id: which, such as ``"route-map"``.
        folder: where to put them; made if it is not there.
        overwrite: whether files that are there may be replaced.

    Returns:
        The files written.

    Raises:
        FrameworkError: there is no such framework.
        OutputError: a file is there already, or cannot be written; where one
            is there, none is written.
    """
    brought_framework(framework_id)
    place = make_folder(folder)
    sources = (each for each in (_home() / framework_id).iterdir() if each.name.endswith(SUFFIX))
    contents = {place / each.name: each.read_bytes() for each in sources}
    check_outputs(contents, overwrite=overwrite)
    for path, content in contents.items():
        write_bytes(path, content, overwrite=overwrite)
    return tuple(contents)


def brought_files(folder: str) -> tuple[Traversable, ...]:
    """The data files in one of the folders that this software brings, by name."""
    found = (each for each in (_home() / folder).iterdir() if each.name.endswith(SUFFIX))
    return tuple(sorted(found, key=lambda each: each.name))


@cache
def _brought(framework_id: str) -> Framework:
    return load_folder(_home() / framework_id)


def _home() -> Traversable:
    """The folder of frameworks: in the package, or beside ``src`` in a working copy."""
    package = files(__package__)
    installed = package / "standards"
    if installed.is_dir():
        return installed
    return Path(str(package)).parents[1] / "standards"
