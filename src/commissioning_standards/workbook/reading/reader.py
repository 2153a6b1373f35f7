"""A returned workbook to an assessment, or to everything that is wrong with it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from enum import Enum
from itertools import chain, islice
from pathlib import Path
from typing import Any

from attrs import evolve

from ...assessment import Assessment, Rating, Respondent, Source
from ...catalogue import brought_framework, other_framework
from ...forms import in_form
from ...framework import Framework
from ...given import only
from ...problems import (
    CommissioningError,
    FrameworkError,
    Place,
    Problem,
    WorkbookError,
    problem,
    quoted,
)
from ...records import CouncilType, KnownBy
from ..layout.columns import FIELD_HEADERS, FIELDS
from ..layout.lists import offered_also
from ..layout.names import FORM, MADE_BY, MARKER, SCALE, START, WORKBOOK_VERSION
from .cells import Row, read_sheets
from .form import read_form
from .grid import find_tables
from .helping import read_helping
from .intake import in_file, open_workbook, read_bounded
from .meeting import met_on
from .ratings import read_ratings
from .records import read_records

__all__ = ["read_content", "read_workbook"]

# What all the sheets of one return were made from.
MADE_FROM = ("Workbook version", "Framework", "Edition", FORM, SCALE)
Sheets = dict[str, tuple[Row, ...]]


def read_workbook(path: str | os.PathLike[str], framework: Framework | None = None) -> Assessment:
    """Read a filled-in workbook; the file itself is never changed.

    Args:
        path: the workbook, ending in ``.xlsx``.
        framework: needed only for one of your own; otherwise the workbook says
            which it was made from.

    Returns:
        The assessment; each rating knows its sheet and cell, and
        ``assessment.source.notes`` lists what was tidied.

    Raises:
        WorkbookError: it is not a return, or its answers cannot all be read;
            carries every problem with its sheet and cell.
    """
    only("read_workbook", framework, Framework, type(None), name="framework")
    return read_content(read_bounded(path), Path(path).name, framework)


def read_content(content: bytes, file: str, framework: Framework | None = None) -> Assessment:
    """Read a workbook that is in memory, as :func:`read_workbook` does a file.

    Args:
        content: the whole workbook.
        file: its name, for messages and provenance.
        framework: needed only for one of your own.

    Raises:
        WorkbookError: as for :func:`read_workbook`.
    """
    try:
        return _read(content, file, framework)
    except CommissioningError as error:
        raise WorkbookError(in_file(error.problems, file)) from None


def _read(content: bytes, file: str, framework: Framework | None) -> Assessment:
    sheets = read_sheets(open_workbook(content, file), file)
    stamp = _stamp(sheets)
    chosen, notes = _framework(stamp, framework)
    same, also = not notes, _offered_also(sheets)
    ratings, found = read_ratings(sheets.values(), chosen, same_words=same)
    meeting = met_on(stamp, sheets)
    about, about_found = _about(sheets, in_meeting=meeting is not None)
    records, record_found = read_records(
        sheets.values(), chosen, same_words=same, has_findings=KnownBy in also
    )
    helping, helping_found = read_helping(
        sheets.values(), chosen, same_words=same, is_asked=CouncilType in also
    )
    everything = (*notes, *found, *about_found, *record_found, *helping_found)
    problems = [each for each in everything if not each.is_note]
    if problems:
        raise WorkbookError(problems)
    digest = hashlib.sha256(content).hexdigest()
    source = Source(file, digest, in_file(everything, file), meeting)
    answers = _from_file(ratings, file)
    return Assessment(chosen, answers, source=source, helping=helping, **about, **records)


def _from_file(ratings: Iterable[Rating], file: str) -> list[Rating]:
    return [
        evolve(each, origin=evolve(each.origin, file=file)) if each.origin else each
        for each in ratings
    ]


def _stamp(sheets: Sheets) -> dict[str, str]:
    """What the hidden sheet says the workbook was made from; all such sheets must agree."""
    every = list(map(_pairs, _hidden(sheets)))
    if not every:
        raise WorkbookError([problem("not-a-return")])
    if any(other.get(key) != every[0].get(key) for other in every for key in MADE_FROM):
        raise WorkbookError([problem("two-returns")])
    return every[0]


def _hidden(sheets: Sheets) -> list[tuple[Row, ...]]:
    """The hidden sheet, and any copy of it."""
    return [rows for rows in sheets.values() if _pairs(rows).get(MADE_BY) == MARKER]


def _offered_also(sheets: Sheets) -> frozenset[type[Enum]]:
    """What only some workbooks offer, and this one did when it went out."""
    rows = chain.from_iterable(_hidden(sheets))
    return offered_also(cell.text for row in rows for cell in row.cells.values())


def _pairs(rows: Iterable[Row]) -> dict[str, str]:
    """The first two texts of each row, as label and value."""
    texts = ([cell.text for cell in islice(row.cells.values(), 2)] for row in rows)
    return {pair[0]: pair[-1] for pair in texts}


def _framework(stamp: dict[str, str], given: Framework | None) -> tuple[Framework, list[Problem]]:
    version = stamp.get("Workbook version", "")
    if version not in map(str, range(1, WORKBOOK_VERSION + 1)):
        allowed = f"versions up to {WORKBOOK_VERSION}"
        raise WorkbookError([problem("newer-workbook", found=quoted(version), allowed=allowed)])
    made_with = stamp.get("Framework", "")
    framework = given or _brought(made_with)
    if framework.id != made_with:
        raise WorkbookError([other_framework(made_with, framework)])
    _refuse_another_scale(stamp, framework)
    framework = in_form(framework, stamp.get(FORM, ""))
    made, now = stamp.get("Edition", ""), framework.edition
    if made != now:
        return framework, [problem("from-edition", found=quoted(made), allowed=quoted(now))]
    if framework.digest != stamp.get("Digest"):
        return framework, [problem("other-wording")]
    return framework, []


def _refuse_another_scale(stamp: dict[str, str], framework: Framework) -> None:
    """Refuse answers on another scale: they must never be scored on this one."""
    scale = ", ".join(level.choice for level in framework.scale)
    if stamp.get(SCALE) != scale:
        found = quoted(stamp.get(SCALE, "not given"))
        raise WorkbookError([problem("other-scale", found=found, allowed=scale)])


def _brought(framework_id: str) -> Framework:
    try:
        return brought_framework(framework_id)
    except FrameworkError:
        raise WorkbookError([problem("wrong-framework", found=quoted(framework_id))]) from None


def _about(sheets: Sheets, *, in_meeting: bool) -> tuple[dict[str, Any], list[Problem]]:
    """Who answered, for which council and period."""
    values: dict[str, Any] = {}
    found: list[Problem] = []
    tables = [
        each
        for rows in sheets.values()
        for each in find_tables(rows, FIELD_HEADERS, FIELD_HEADERS[:2])
    ]
    if not tables:
        found.append(problem("table-missing", found=quoted(START)))
    for table in tables:
        found += read_form(table, FIELD_HEADERS, FIELDS, values)
    name, voice = values.pop("name", None) or "", values.pop("voice", None)
    if in_meeting and voice:
        found.append(problem("voice-of-a-meeting", Place(sheet=START), found=quoted(voice.value)))
        voice = None
    respondent = Respondent(name, voice)
    texts = {name: values.get(name) or "" for name in ("council", "period")}
    return {**texts, "date": values.get("date"), "respondent": respondent}, found
