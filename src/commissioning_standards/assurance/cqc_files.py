"""CQC's scores from a CSV file: of many councils, one a row, or of one, one statement a row."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from attrs import evolve, frozen

from ..problems import AssessmentError, Place, Problem, did_you_mean, problem, quoted
from ..shown import Brief
from ..text import one_line
from .cqc import cqc
from .csv_files import CsvFile, survey
from .judgement import Judgement
from .loading import load_scheme
from .names import folded, is_same_council
from .scheme import Scheme

__all__ = ["CqcFile", "chosen_judgement", "read_cqc"]

COUNCIL = ("council", "local authority", "authority", "name")
PUBLISHED = ("published", "date published", "date")
PERCENTAGE = ("overall percent", "overall percentage", "percentage", "percent", "overall score")
RATING = ("rating", "overall rating")
SOURCE = "source"
TALL = ("statement", "score")


@frozen(repr=False)
class CqcFile(Brief):
    """What a file of scores holds: the rows that can be used, and what is wrong with others.

    Args:
        file: its name.
        sha256: of its bytes, in hexadecimal.
        judgements: one for each row that could be read.
        refused: the council of each other row, and what is wrong with it.
    """

    file: str
    sha256: str
    judgements: tuple[Judgement, ...]
    refused: tuple[tuple[str, tuple[Problem, ...]], ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, with its row."""
        return tuple(each for _, problems in self.refused for each in problems)


def read_cqc(path: str | os.PathLike[str], scheme: Scheme | None = None) -> CqcFile:
    """Read CQC's scores of one council or many from a CSV file.

    Either each row is a council, with a column for each statement, and, where
    they are known, ``percentage``, ``rating``, ``published`` and ``source``; or
    there are the columns ``statement`` and ``score``, for one council. Columns
    are found by any spelling of a statement; others are passed over.

    Args:
        path: the file.
        scheme: CQC's of 2023 unless given.

    Returns:
        Every row's scores that could be read, and the problems of those that could not.

    Raises:
        AssessmentError: it cannot be read, a statement has no column, or there
            is no row.
    """
    file, chosen = survey(path), scheme or load_scheme("cqc")
    rows = file.rows()
    _, header = next(rows, (0, []))
    names = [folded(each) for each in header]
    if set(TALL) <= set(names):
        return _one_council(file, names, rows, chosen)
    if chosen.spellings.keys().isdisjoint(names):
        place = Place(file.name, item="first row")
        count = len(chosen.statements)
        raise AssessmentError([problem("no-statement-columns", place, allowed=count)])
    columns = _statement_columns(file, header, chosen)
    judgements: list[Judgement] = []
    refused: list[tuple[str, tuple[Problem, ...]]] = []
    for line, row in rows:
        if not any(map(str.strip, row)):
            continue
        cells = [*row, *[""] * (len(header) - len(row))]
        about = _about(cells, names)
        scores = {key: cells[column] for key, column in columns.items()}
        try:
            judgements.append(_judged(scores, about, chosen))
        except AssessmentError as error:
            faults = tuple(_at(file, line, about["council"], error))
            refused.append((about["council"], faults))
    if not judgements and not refused:
        raise AssessmentError([problem("no-scores", Place(file.name))])
    return CqcFile(file.name, file.sha256, tuple(judgements), tuple(refused))


def _one_council(
    file: CsvFile, names: Sequence[str], rows: Iterator[tuple[int, list[str]]], scheme: Scheme
) -> CqcFile:
    statement, score = (names.index(each) for each in TALL)
    cells = [row for _, row in rows if len(row) > max(statement, score)]
    scores = {row[statement]: row[score] for row in cells}
    try:
        judgement = cqc(scores, scheme=scheme)
    except AssessmentError as error:
        raise AssessmentError(_at(file, 0, "", error)) from None
    return CqcFile(file.name, file.sha256, (judgement,))


def _statement_columns(file: CsvFile, header: Sequence[str], scheme: Scheme) -> dict[str, int]:
    """Where each statement's scores stand; a misspelt, missing or repeated one is a fault."""
    columns: dict[str, int] = {}
    faults: list[Problem] = []
    place = Place(file.name, item="first row")
    for column, name in enumerate(header):
        key = scheme.spellings.get(folded(name))
        if key in columns:
            faults.append(problem("statement-twice", place, found=quoted(name)))
        elif key:
            columns[key] = column
    for each in scheme.statements:
        if each.id not in columns:
            spare = [name for name in header if folded(name) not in scheme.spellings]
            hint = did_you_mean(each.title, spare) or did_you_mean(each.id, spare)
            found = quoted(each.title)
            faults.append(problem("statement-column-missing", place, found=found, hint=hint))
    if faults:
        raise AssessmentError(faults)
    return columns


def _about(cells: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """What a row says beside its scores, by what it is."""
    wanted = {
        "council": COUNCIL,
        "published": PUBLISHED,
        "percentage": PERCENTAGE,
        "rating": RATING,
    }
    found = {key: _first(cells, names, spellings) for key, spellings in wanted.items()}
    sources = [
        cell.strip()
        for name, cell in zip(names, cells, strict=False)
        if SOURCE in name.split() and cell.strip()
    ]
    return {**found, "source": one_line("; ".join(sources))}


def _first(cells: Sequence[str], names: Sequence[str], spellings: Sequence[str]) -> str:
    return next((cells[names.index(each)].strip() for each in spellings if each in names), "")


def _judged(scores: dict[str, str], about: dict[str, str], scheme: Scheme) -> Judgement:
    faults: list[Problem] = []
    day = _day(about["published"], faults)
    details: dict[str, Any] = {key: about[key] for key in ("percentage", "rating", "council")}
    try:
        judgement = cqc(scores, published=day, source=about["source"], scheme=scheme, **details)
    except AssessmentError as error:
        raise AssessmentError([*error.problems, *faults]) from None
    if faults:
        raise AssessmentError(faults)
    return judgement


def _day(text: str, faults: list[Problem]) -> datetime.date | None:
    if not text:
        return None
    with suppress(ValueError):
        return datetime.date.fromisoformat(text)
    faults.append(problem("date-not-read", found=quoted(text)))
    return None


def _at(file: CsvFile, line: int, council: str, error: AssessmentError) -> list[Problem]:
    """A row's faults, with the file, the line and whose row it is."""
    where = ", ".join(filter(None, (f"line {line}" if line else "", council)))
    return [
        evolve(each, place=Place(file.name, item=": ".join(filter(None, (where, each.place.item)))))
        for each in error.problems
    ]


def chosen_judgement(held: CqcFile, council: str, *, asked: bool) -> Judgement:
    """The one row of a council.

    Args:
        held: the file.
        council: whose.
        asked: whether somebody named it, or it only stands in a return: then a
            file with a single row that names no council will do.

    Raises:
        AssessmentError: the council's row has problems; or no row, or several,
            are of that council.
    """
    found = [each for each in held.judgements if is_same_council(each.council, council)]
    nameless = [each for each in held.judgements if not each.council]
    if not asked and len(held.judgements) == 1 and nameless:
        found = nameless
    bad = [
        each for name, faults in held.refused if is_same_council(name, council) for each in faults
    ]
    if bad:
        raise AssessmentError(bad)
    if len(found) != 1:
        code = "council-twice" if found else "unknown-council"
        names = [each.council for each in held.judgements if each.council]
        hint = did_you_mean(council, names)
        fault = problem(code, Place(held.file), found=_of_whom(code, council), hint=hint)
        raise AssessmentError([fault])
    return found[0]


def _of_whom(code: str, council: str) -> str:
    """The council that was looked for; where none was named, that."""
    if code == "council-twice":
        return quoted(council) if council else "no named council"
    return f"No row is of {quoted(council)}" if council else "No council was named"
