"""Whether the parts of an assessment fit its framework, and one another.

The model is held to it as a whole, and data that cannot be made into one as far
as its parts can be judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from .answers import Answer, choices
from .framework import Framework
from .problems import Place, Problem, did_you_mean, problem, quoted
from .records import COUNCILS_AT_ONCE, POPULATION, Action, Evidence, Finding, Helping

if TYPE_CHECKING:
    from .assessment import Rating

__all__ = ["content_faults", "rating_faults", "references", "standard_numbers"]


def rating_faults(ratings: Iterable[Rating], criteria: Collection[str]) -> Iterator[Problem]:
    """What is wrong with which criteria are rated: one that there is not, and one rated twice."""
    counts = Counter(rating.criterion for rating in ratings)
    for criterion, count in counts.items():
        place = Place(item=str(criterion))
        if criterion not in criteria:
            hint = did_you_mean(criterion, criteria)
            yield problem("unknown-criterion", found=quoted(criterion), hint=hint)
        if count > 1:
            yield problem("duplicate-rating", place, found=quoted(criterion))


def content_faults(
    framework: Framework,
    ratings: Iterable[Rating],
    records: Iterable[tuple[str, Evidence | Action | Finding]],
    helping: Helping | None,
) -> Iterator[Problem]:
    """What is wrong with parts of an assessment that are each of the right form.

    Args:
        framework: the standards they are about.
        ratings: each is told by its criterion.
        records: evidence, actions and findings, each with its path.
        helping: what is said of helping other councils.
    """
    scale = framework.scale
    for rating in ratings:
        place = Place(item=str(rating.criterion))
        if rating.is_not_applicable and not rating.comment:
            yield problem("reason-missing", place)
        if not isinstance(rating.answer, Answer) and rating.answer not in scale:
            found = rating.level.choice if rating.level else quoted(rating.answer)
            yield problem("answer-not-allowed", place, found=found, allowed=choices(scale))
    known = references(framework)
    for path, record in records:
        yield from _reference_faults(record, Place(item=path), known)
    if helping:
        yield from _helping_faults(helping, framework)


def _helping_faults(helping: Helping, framework: Framework) -> Iterator[Problem]:
    place = Place(item="helping")
    known = standard_numbers(framework)
    for each in helping.asks:
        if each not in known:
            yield problem("unknown-standard", place, found=quoted(each), allowed=known)
    for value, (least, most) in (
        (helping.most, COUNCILS_AT_ONCE),
        (helping.population, POPULATION),
    ):
        if value is not None and not least <= value <= most:
            allowed = f"a whole number from {least} to {most}"
            yield problem("wrong-type", place, found=quoted(value), allowed=allowed)


def _reference_faults(
    record: Evidence | Action | Finding, place: Place, known: tuple[str, ...]
) -> Iterator[Problem]:
    if not record.title:
        yield problem("title-missing", place)
    for each in record.about:
        if each not in known:
            yield problem("unknown-reference", place, found=quoted(each))


def references(framework: Framework) -> tuple[str, ...]:
    """What evidence and actions may be about: standard numbers and criterion IDs, as text."""
    criteria = (criterion.id for criterion in framework.criteria)
    return (*standard_numbers(framework), *criteria)


def standard_numbers(framework: Framework) -> tuple[str, ...]:
    """What help may be asked with: the numbers of the standards, as text."""
    return tuple(str(standard.number) for standard in framework.standards)
