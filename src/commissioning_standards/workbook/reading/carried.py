"""Answers to an earlier wording: matched by ID, and what changed since told as notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from ...framework import Framework
from ...problems import Problem, problem, quoted
from ..layout.names import ID, RATING, STANDARD
from .grid import Line, folded

__all__ = ["as_notes", "changes"]

# What is wrong in a return of this wording only shows, in one of another, that it changed.
NOTES = {
    "row-missing": "criterion-added",
    "unknown-criterion": "criterion-dropped",
    "unknown-reference": "reference-dropped",
    "unknown-standard": "standard-dropped",
}


def as_notes(found: Iterable[Problem]) -> list[Problem]:
    """The same problems, with those that another wording explains turned into notes."""
    return [evolve(each, code=NOTES.get(each.code, each.code), hint="") for each in found]


def changes(lines: Iterable[tuple[str, Line]], framework: Framework) -> Iterator[Problem]:
    """A note for each answer that is left out, and for each that now stands elsewhere.

    Args:
        lines: each row that has an ID, with its ID.
        framework: what is asked now.
    """
    headings = {
        criterion.id: standard.heading
        for standard in framework.standards
        for criterion in standard.criteria
    }
    for criterion, line in lines:
        yield from _change(criterion, line, headings)


def _change(criterion: str, line: Line, headings: Mapping[str, str]) -> Iterator[Problem]:
    before, answer = line.text(STANDARD), line.text(RATING)
    if criterion not in headings and answer:
        yield problem(
            "answer-left-out", line[RATING].place, found=quoted(answer), allowed=quoted(criterion)
        )
    if criterion in headings and before and _differ(before, headings[criterion]):
        yield problem(
            "criterion-moved", line[ID].place, found=quoted(criterion), allowed=quoted(before)
        )


def _differ(before: str, now: str) -> bool:
    """Whether neither the number nor the title of a standard is the same."""
    pairs = zip(before.partition(" ")[::2], now.partition(" ")[::2], strict=True)
    return all(folded(one) != folded(other) for one, other in pairs)
