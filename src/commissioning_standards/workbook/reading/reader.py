"""A returned workbook to an assessment, or to everything that is wrong with it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrs import evolve

from ...assessment import Assessment, Rating, Respondent, Source
from ...catalogue import brought_framework
from ...files import read_bytes
from ...forms import in_form
from ...framework import Form, Framework
from ...problems import FrameworkError, Place, Problem, WorkbookError, problem, quoted
from ..layout import FIELD_HEADERS, FIELDS, FORM, MADE_BY, MARKER, SCALE, START, WORKBOOK_VERSION
from .grid import Row, Table, find_tables, read_sheets
from .intake import open_workbook
from .ratings import read_ratings
from .records import read_records
from .values import read_value

__all__ = ["read_content", "read_workbook"]

LABELS = FIELD_HEADERS[:2]
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
    return read_content(read_bytes(path, WorkbookError), Path(path).name, framework)


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
    except WorkbookError as error:
        raise WorkbookError(_in_file(error.problems, file)) from None


def _in_file(problems: Iterable[Problem], file: str) -> tuple[Problem, ...]:
    return tuple(evolve(each, place=evolve(each.place, file=file)) for each in problems)


def _read(content: bytes, file: str, framework: Framework | None) -> Assessment:
    sheets = read_sheets(open_workbook(content, file), file)
    chosen, notes = _framework(_stamp(sheets), framework)
    ratings, found = read_ratings(sheets.values(), chosen)
    about, about_found = _about(sheets)
    records, record_found = read_records(sheets.values(), chosen)
    everything = (*notes, *found, *about_found, *record_found)
    problems = [each for each in everything if not each.is_note]
    if problems:
        raise WorkbookError(problems)
    digest = hashlib.sha256(content).hexdigest()
    source = Source(file, digest, _in_file(everything, file))
    return Assessment(chosen, _from_file(ratings, file), source=source, **about, **records)


def _from_file(ratings: Iterable[Rating], file: str) -> list[Rating]:
    return [
        evolve(each, origin=evolve(each.origin, file=file)) if each.origin else each
        for each in ratings
    ]


def _stamp(sheets: Sheets) -> dict[str, str]:
    """What the hidden sheet says the workbook was made from."""
    for rows in sheets.values():
        pairs = [[cell.text for cell in row.cells.values()][:2] for row in rows]
        stamp = {pair[0]: pair[-1] for pair in pairs}
        if stamp.get(MADE_BY) == MARKER:
            return stamp
    raise WorkbookError([problem("not-a-return")])


def _framework(stamp: dict[str, str], given: Framework | None) -> tuple[Framework, list[Problem]]:
    version = stamp.get("Workbook version", "")
    if not version.isdecimal() or int(version) > WORKBOOK_VERSION:
        allowed = f"versions up to {WORKBOOK_VERSION}"
        raise WorkbookError([problem("newer-workbook", found=quoted(version), allowed=allowed)])
    framework = given or _brought(stamp.get("Framework", ""))
    if framework.id != stamp.get("Framework"):
        found = quoted(stamp.get("Framework", ""))
        raise WorkbookError([problem("wrong-framework", found=found)])
    _refuse_another(stamp, framework)
    framework = _in_form(framework, stamp.get(FORM, Form.FULL.value))
    if framework.digest == stamp.get("Digest"):
        return framework, []
    return framework, [problem("other-wording")]


def _refuse_another(stamp: dict[str, str], framework: Framework) -> None:
    """Refuse answers to another edition's questions, or on another scale."""
    scale = ", ".join(level.choice for level in framework.scale)
    made, now = (quoted(stamp.get("Edition", "")), quoted(framework.edition))
    faults = [] if made == now else [problem("other-edition", found=made, allowed=now)]
    if stamp.get(SCALE) != scale:
        found = stamp.get(SCALE, "not given")
        faults.append(problem("other-scale", found=found, allowed=scale))
    if faults:
        raise WorkbookError(faults)


def _in_form(framework: Framework, form: str) -> Framework:
    try:
        return in_form(framework, form)
    except FrameworkError as error:
        raise WorkbookError(error.problems) from None


def _brought(framework_id: str) -> Framework:
    try:
        return brought_framework(framework_id)
    except FrameworkError:
        raise WorkbookError([problem("wrong-framework", found=quoted(framework_id))]) from None


def _about(sheets: Sheets) -> tuple[dict[str, Any], list[Problem]]:
    """Who answered, for which council and period."""
    values: dict[str, Any] = {}
    found: list[Problem] = []
    tables = [each for rows in sheets.values() for each in find_tables(rows, FIELD_HEADERS, LABELS)]
    if not tables:
        found.append(problem("table-missing", found=quoted(START)))
    for table in tables:
        found += [*table.problems, *_read_fields(table, values)]
    respondent = Respondent(values.pop("name", None) or "", values.pop("voice", None))
    texts = {name: values.get(name) or "" for name in ("council", "period")}
    return {**texts, "date": values.get("date"), "respondent": respondent}, found


def _read_fields(table: Table, values: dict[str, Any]) -> Iterator[Problem]:
    """Read the lines of one table into the values, and tell what is wrong with them."""
    label, answer = LABELS
    lines = {line[label].text.casefold(): line for line in table.lines}
    for spec in FIELDS if table.lines else ():
        line = lines.get(spec.header.casefold())
        if line is None:
            sheet = table.lines[0][label].place.sheet
            yield problem("field-missing", Place(sheet=sheet), found=quoted(spec.header))
            continue
        value, problems = read_value(line[answer], spec, ())
        yield from problems
        if values.setdefault(spec.name, value) != value:
            yield problem("field-twice", line[answer].place, found=quoted(spec.header))
