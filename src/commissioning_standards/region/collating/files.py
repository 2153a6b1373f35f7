"""What a collation leaves for the region alone: the table, what was wrong, and a manifest.

All of it names councils, and messages can quote a bad cell. None of it is made
to be passed on.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from ...files import failed, make_folder
from ...folders import Content, check_folder, write_folder
from ...framework import Framework
from ...listing import rows_as_csv
from ...problems import OutputError, Place, Problem, problem
from ...returns import Outcome, outcome_in_words
from .collation import Collation
from .manifest import MANIFEST, write_manifest
from .reading import Fate
from .summary_book import summary_book
from .tidy import write_csv

__all__ = [
    "CONFIDENTIAL",
    "PROBLEMS",
    "check_apart",
    "check_collation",
    "prepared_cache",
    "write_collation",
    "written_to",
]

CONFIDENTIAL, TO_SHARE, CACHE = "confidential", "to-share", "cache.sqlite"
SUMMARY = "summary.xlsx"
TABLE, COLUMNS, PROBLEMS, PROBLEM_ROWS = (
    "table.csv",
    "table.parquet",
    "problems.txt",
    "problems.csv",
)
KINDS = {
    Fate.READ: "note",
    Fate.REFUSED: "refused",
    Fate.COPY: "copy",
    Fate.LEFT_OUT: "left out",
}
HALF_MADE = re.compile(r"\.[0-9a-f]{16}\.part")
Name = str | os.PathLike[str]


def check_collation(
    folder: Name, *, inputs: Iterable[Name] = (), parquet: bool = False, overwrite: bool = False
) -> None:
    """Make sure that the files can be written, before anything is read for them.

    Raises:
        OutputError: one is there already, or is one of the inputs.
    """
    place = _place(folder)
    names = [SUMMARY, TABLE, COLUMNS, PROBLEMS, PROBLEM_ROWS, MANIFEST]
    wanted = [each for each in names if parquet or each != COLUMNS]
    check_folder(place, wanted, inputs=_within(place, inputs), overwrite=overwrite)


def check_apart(folder: Name, inputs: Iterable[Name]) -> None:
    """Make sure that the output does not go among the returns.

    Args:
        folder: the folder of the output.
        inputs: files, and folders that are looked through.

    Raises:
        OutputError: the folder is one of those that are looked through.
    """
    if Path(folder).resolve() in {Path(each).resolve() for each in inputs}:
        raise OutputError([problem("output-among-returns", Place(str(folder)))])


def written_to(folder: Name) -> tuple[Path, ...]:
    """The folders of an output, which hold no returns: for ``collate(..., without=)``."""
    place = Path(folder)
    return (place, place / CONFIDENTIAL, place / TO_SHARE)


def prepared_cache(folder: Name, *, fresh: bool = False) -> Path:
    """Make the folder that the cache is in, and say where it is.

    Args:
        folder: the folder of the output.
        fresh: whether to forget what was read before.

    Raises:
        OutputError: the folder cannot be made, or the cache not be removed.
    """
    cache = make_folder(_place(folder)) / CACHE
    if fresh:
        _take_away(cache)
    return cache


def write_collation(
    collation: Collation,
    folder: Name,
    *,
    framework: Framework | None = None,
    inputs: Iterable[Name] = (),
    parquet: bool = False,
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write what is for the region alone into a folder's own folder ``confidential``.

    Args:
        collation: what was read.
        folder: the folder of the output.
        framework: needed only for one of your own, whose words the summary uses.
        inputs: files that were read, none of which is ever replaced.
        parquet: whether to write the table as Parquet too, which needs the
            extra ``parquet``.
        overwrite: whether files of an earlier run may be replaced.

    Returns:
        The files.

    Raises:
        OutputError: one may not or cannot be written; none is left half made.
    """
    place = _place(folder)
    _clear(place)
    contents = _contents(collation, framework, parquet=parquet)
    read = _within(place, inputs)
    files = write_folder(place, contents, inputs=read, overwrite=overwrite)
    if overwrite and not parquet:
        _take_away(place / COLUMNS)
    return files


def _place(folder: Name) -> Path:
    return Path(folder) / CONFIDENTIAL


def _within(place: Path, inputs: Iterable[Name]) -> list[Name]:
    """The inputs that stand where the output goes: the others cannot be hit."""
    here = place.resolve()
    return [each for each in inputs if Path(each).resolve().parent == here]


def _clear(place: Path) -> None:
    """Take away what a run that was killed left half made."""
    for each in place.parent.glob(".*.part"):
        if HALF_MADE.fullmatch(each.name):
            shutil.rmtree(each, ignore_errors=True)


def _take_away(path: Path) -> None:
    """Delete a file of an earlier run, or one that is to be made anew."""
    try:
        path.unlink(missing_ok=True)
    except OSError as trouble:
        raise failed(path, trouble) from None


def _contents(
    collation: Collation, framework: Framework | None, *, parquet: bool
) -> dict[str, Content]:
    contents: dict[str, Content] = {
        SUMMARY: summary_book(collation, framework),
        TABLE: partial(write_csv, collation),
    }
    if parquet:
        # Loaded where it is asked for: it brings a library that only some need.
        from .parquet import write_parquet  # noqa: PLC0415

        contents[COLUMNS] = partial(write_parquet, collation)
    contents[PROBLEMS] = _in_words(collation).encode()
    contents[PROBLEM_ROWS] = _as_rows(collation).encode()
    written = tuple(contents)
    contents[MANIFEST] = partial(write_manifest, collation, written)
    return contents


def _as_rows(collation: Collation) -> str:
    rows = [{"kind": kind, **found.as_dict()} for kind, found in _every(collation)]
    names = Problem("left-out").as_dict()
    return rows_as_csv(rows, ["kind", *names])


def _every(collation: Collation) -> Iterator[tuple[str, Problem]]:
    """Everything that was found of files, then of them together; copies are told once."""
    for each in collation.files:
        yield from ((KINDS[each.fate], found) for found in each.problems)
    copies = {found for each in collation.of(Fate.COPY) for found in each.problems}
    yield from (("finding", found) for found in collation.findings if found not in copies)


def _in_words(collation: Collation) -> str:
    refused = [
        outcome_in_words(Outcome(each.file, None, each.problems)) for each in collation.faults
    ]
    findings = collation.findings
    notes = [
        found
        for each in collation.files
        if each.fate in {Fate.READ, Fate.LEFT_OUT}
        for found in each.problems
    ]
    sections = {
        "Files that were refused": refused,
        "To look at": [str(each) for each in findings if not each.is_note],
        "Worth knowing": [str(each) for each in [*findings, *notes] if each.is_note],
    }
    return "\n".join(line for title, lines in sections.items() for line in _section(title, lines))


def _section(title: str, lines: list[str]) -> list[str]:
    return [f"{title}: {len(lines) or 'none'}", "", *lines, *([""] if lines else [])]
