"""Ratings out of a return: rows by their ID, columns by their header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from ...answers import Answer, choices, read_answer, written
from ...assessment import Rating
from ...framework import Framework
from ...problems import Place, Problem, problem, quoted
from ...scale import Level, Scale
from ..layout.columns import COMMENT_COLUMN, CONFIDENCE_COLUMN
from ..layout.names import (
    COMMENT,
    CONFIDENCE,
    ID,
    LAST_TIME,
    MOST_LINES,
    QUESTION,
    RATING,
    STANDARD,
)
from ..layout.plan import Plan
from .carried import as_notes, changes
from .cells import Cell, Row
from .grid import LONGEST_COMPARED, Line, find_tables, near
from .parts import Allowance
from .values import read_value

__all__ = ["read_ratings"]

ANCHORS = (QUESTION, RATING, CONFIDENCE, COMMENT)
HEADERS = (ID, RATING, CONFIDENCE, COMMENT)


def read_ratings(
    sheets: Iterable[Sequence[Row]], framework: Framework, *, same_words: bool = True
) -> tuple[list[Rating], list[Problem]]:
    """Find the row of every criterion, wherever it stands, and read its answer.

    Args:
        sheets: the rows of each.
        framework: what is asked.
        same_words: whether the return was made from this very wording; where it
            was not, what was added, dropped or moved is a note.

    Returns:
        The ratings and all problems and notes, those with the structure first.
    """
    lines, structure = _lines(sheets)
    known = {criterion.id for criterion in framework.criteria}
    ratings: dict[str, Rating] = {}
    found: list[Problem] = []
    for criterion, line in lines:
        if criterion not in known:
            continue
        rating, problems = _rating(criterion, line, framework.scale)
        found += problems
        if criterion in ratings and rating != ratings[criterion]:
            place = evolve(line[ID].place, item=criterion)
            found.append(problem("row-twice", place))
        ratings.setdefault(criterion, rating)
    # Where a heading is missing its rows cannot be found, and are not blamed as well.
    missing = [] if structure else list(_missing_rows(lines, framework))
    problems = [*structure, *_unknown_rows(lines, framework), *missing, *found]
    # Where no row is known at all, it was not the words that changed.
    if ratings and not same_words:
        problems = [*as_notes(problems), *changes(lines, framework)]
    return list(ratings.values()), [*problems, *_as_last_time(lines, ratings)]


def _as_last_time(
    lines: Iterable[tuple[str, Line]], ratings: Mapping[str, Rating]
) -> Iterator[Problem]:
    """A note where answers stand as last round's were filled in: they may not have been read."""
    before = {criterion: line.text(LAST_TIME) for criterion, line in lines}
    said = [each for each in ratings.values() if not each.is_open]
    same = [each for each in said if written(each.answer) == before[each.criterion]]
    if same:
        yield problem("as-last-time", found=len(same), allowed=str(len(said)))


def _lines(
    sheets: Iterable[Sequence[Row]],
) -> tuple[list[tuple[str, Line]], list[Problem]]:
    """Every row that has an ID, and what is wrong with tables and rows."""
    lines: list[tuple[str, Line]] = []
    faults: list[Problem] = []
    allowance = Allowance(MOST_LINES, "rows of ratings")
    for rows in sheets:
        for table in find_tables(rows, ANCHORS, HEADERS, (STANDARD, LAST_TIME)):
            allowance.spend(len(table.lines))
            faults += table.problems
            lines += [(line[ID].text, line) for line in table.lines if line[ID].text]
            without = [line for line in table.lines if not line[ID].text]
            stray = [line[each] for line in without for each in (RATING, COMMENT)]
            faults += [problem("no-id", cell.place) for cell in stray if cell.text]
    return lines, faults


def _unknown_rows(lines: Iterable[tuple[str, Line]], framework: Framework) -> Iterator[Problem]:
    known = [criterion.id for criterion in framework.criteria]
    for criterion, line in lines:
        if criterion not in known:
            hint = near(criterion, known)
            place = line[ID].place
            yield problem("unknown-criterion", place, found=quoted(criterion), hint=hint)


def _missing_rows(lines: Iterable[tuple[str, Line]], framework: Framework) -> Iterator[Problem]:
    there = {criterion for criterion, _ in lines}
    for sheet in Plan(framework).rating_sheets:
        for _, criterion in sheet.lines:
            if criterion.id not in there:
                yield problem("row-missing", Place(sheet=sheet.name, item=criterion.id))


def _rating(criterion: str, line: Line, scale: Scale) -> tuple[Rating, list[Problem]]:
    answer, found = _answer(line[RATING], scale)
    confidence, confidence_found = read_value(line[CONFIDENCE], CONFIDENCE_COLUMN, ())
    comment, comment_found = read_value(line[COMMENT], COMMENT_COLUMN, ())
    found = [*found, *confidence_found, *comment_found]
    if answer is Answer.NOT_APPLICABLE and not comment:
        found.append(problem("reason-missing", line[COMMENT].place))
    rating = Rating(criterion, answer, confidence, comment or "", line[RATING].place)
    return rating, [evolve(each, place=evolve(each.place, item=criterion)) for each in found]


def _answer(cell: Cell, scale: Scale) -> tuple[Level | Answer, list[Problem]]:
    if cell.fault:
        return Answer.BLANK, [cell.fault]
    allowed = choices(scale)
    is_long = len(cell.text) > LONGEST_COMPARED + max(map(len, allowed))
    reading = None if is_long else read_answer(cell.value, scale)
    found = quoted("" if cell.value is None else cell.value)
    if reading is None:
        hint = near(cell.text, allowed)
        fault = problem("answer-not-allowed", cell.place, found=found, allowed=allowed, hint=hint)
        return Answer.BLANK, [fault]
    if not reading.tidied:
        return reading.answer, []
    tidy = quoted(written(reading.answer)) if written(reading.answer) else "blank"
    return reading.answer, [problem("tidied", cell.place, found=found, allowed=tidy)]
