"""CQC's scores from a CSV file, of one council or many: a council a row, or a statement a row."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from attrs import evolve, frozen

from ..names import council_key, folded, is_same_council
from ..problems import AssessmentError, Place, Problem, did_you_mean, problem, quoted
from ..shown import Brief
from ..text import one_line
from .cqc import cqc
from .csv_files import CsvFile, survey
from .judgement import Judgement
from .loading import load_scheme
from .scheme import Scheme

__all__ = ["CqcFile", "chosen_judgement", "read_cqc"]

COUNCIL = ("council", "local authority", "authority", "name")
PUBLISHED = ("published", "date published", "date")
PERCENTAGE = ("overall percent", "overall percentage", "percentage", "percent", "overall score")
RATING = ("rating", "overall rating")
SOURCE = "source"
TALL = ("statement", "score")
# Of these the rows of one council can give one alone.
ONE_ONLY = ("published", "percentage", "rating")

Row = tuple[int, list[str]]


@frozen(repr=False)
class CqcFile(Brief):
    """What a file of scores holds: the rows that can be used, and what is wrong with others.

    Args:
        file: its name.
        sha256: of its bytes, in hexadecimal.
        judgements: one for each council whose scores could be read.
        refused: each other council, and what is wrong with its scores.
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

    Either each row is a council, with a column for each statement; or each row
    is a statement, with the columns ``statement`` and ``score``, and ``council``
    where the file is of several. Where they are known there may also be
    ``percentage``, ``rating``, ``published`` and ``source``. Columns are found by
    any spelling of a statement; others are passed over.

    Args:
        path: the file.
        scheme: CQC's of 2023 unless given.

    Returns:
        Every council's scores that could be read, and the problems of those that could not.

    Raises:
        AssessmentError: it cannot be read, a statement has no column, there is
            no row, or a list that names no council has faults.
    """
    file, chosen = survey(path), scheme or load_scheme("cqc")
    rows = file.rows()
    _, header = next(rows, (0, []))
    names = [folded(each) for each in header]
    is_list = set(TALL) <= set(names)
    if not is_list and chosen.spellings.keys().isdisjoint(names):
        place = Place(file.name, item="first row")
        count = len(chosen.statements)
        raise AssessmentError([problem("no-statement-columns", place, allowed=count)])
    filled = _filled(rows, len(header))
    if is_list:
        given = _by_council(filled, names, chosen)
    else:
        given = _row_by_row(filled, names, _statement_columns(file, header, chosen))
    held = _held(file, given, chosen)
    if not held.judgements and not held.refused:
        raise AssessmentError([problem("no-scores", Place(file.name))])
    if is_list and not held.judgements and not any(council for council, _ in held.refused):
        raise AssessmentError(held.problems)
    return held


@frozen
class _Given:
    """What a file gives of one council.

    Args:
        scores: by what the file calls each statement.
        about: what it says beside them.
        line: of its row; 0 where it has several.
        faults: what is wrong with its rows.
    """

    scores: Mapping[str, str]
    about: Mapping[str, str]
    line: int = 0
    faults: tuple[Problem, ...] = ()


def _filled(rows: Iterable[Row], width: int) -> Iterator[Row]:
    """Each row that holds anything, with a cell for each column."""
    for line, row in rows:
        if any(map(str.strip, row)):
            yield line, [*row, *[""] * (width - len(row))]


def _row_by_row(
    rows: Iterable[Row], names: Sequence[str], columns: Mapping[str, int]
) -> Iterator[_Given]:
    for line, cells in rows:
        scores = {key: cells[column] for key, column in columns.items()}
        yield _Given(scores, _about(cells, names), line)


def _by_council(rows: Iterable[Row], names: Sequence[str], scheme: Scheme) -> Iterator[_Given]:
    """The rows of a list, put together council by council."""
    councils: dict[str, list[Row]] = {}
    for line, cells in rows:
        council = council_key(_first(cells, names, COUNCIL))
        councils.setdefault(council, []).append((line, cells))
    for each in councils.values():
        faults: list[Problem] = []
        scores = _listed_scores(each, names, scheme, faults)
        about = _about_several([_about(cells, names) for _, cells in each], faults)
        yield _Given(scores, about, faults=tuple(faults))


def _listed_scores(
    rows: Iterable[Row], names: Sequence[str], scheme: Scheme, faults: list[Problem]
) -> dict[str, str]:
    """One council's scores by statement; a statement that stands twice is a fault."""
    statement, score = (names.index(each) for each in TALL)
    scores: dict[str, str] = {}
    for line, cells in rows:
        name = scheme.spellings.get(folded(cells[statement]), cells[statement])
        if name in scores:
            place = Place(item=f"line {line}")
            faults.append(problem("statement-twice", place, found=quoted(cells[statement])))
        scores.setdefault(name, cells[score])
    return scores


def _about_several(told: Sequence[Mapping[str, str]], faults: list[Problem]) -> dict[str, str]:
    """What the rows of one council say beside the scores; where they disagree, that is a fault."""
    about: dict[str, str] = {}
    for key in told[0]:
        said = list({folded(each[key]): each[key] for each in reversed(told) if each[key]}.values())
        about[key] = said[-1] if said else ""
        if key in ONE_ONLY and len(said) > 1:
            both = ", ".join(map(quoted, reversed(said)))
            faults.append(problem("told-differently", found=f"{key}: {both}"))
    return about


def _held(file: CsvFile, given: Iterable[_Given], scheme: Scheme) -> CqcFile:
    judgements: list[Judgement] = []
    refused: list[tuple[str, tuple[Problem, ...]]] = []
    for each in given:
        try:
            judgements.append(_judged(each, scheme))
        except AssessmentError as error:
            council = each.about["council"]
            refused.append((council, tuple(_at(file, each.line, council, error))))
    return CqcFile(file.name, file.sha256, tuple(judgements), tuple(refused))


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


def _judged(given: _Given, scheme: Scheme) -> Judgement:
    about, faults = given.about, list(given.faults)
    day = _day(about["published"], faults)
    details: dict[str, Any] = {key: about[key] for key in ("percentage", "rating", "council")}
    source = about["source"]
    try:
        judgement = cqc(given.scores, published=day, source=source, scheme=scheme, **details)
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
    is_alone = not asked and len(held.judgements) + len(held.refused) == 1

    def is_meant(name: str) -> bool:
        return is_same_council(name, council) or (is_alone and not name)

    found = [each for each in held.judgements if is_meant(each.council)]
    bad = [each for name, faults in held.refused if is_meant(name) for each in faults]
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
