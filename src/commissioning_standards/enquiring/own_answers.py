"""The rules that look at one assessment by itself."""

from __future__ import annotations

from ..assessment import Confidence
from ..evidencing.ages import Age
from ..evidencing.coverage import Held
from ..parts import Standard
from ..text import number_of, one_line
from .parts import Facts, Finding, cite_evidence, cite_ratings, dated
from .telling import about_ratings, high_level, named

__all__ = [
    "high_without_evidence",
    "low_confidence",
    "none_fresh",
    "not_applicable",
    "uneven",
]

UNEVEN = 2


def high_without_evidence(facts: Facts, standard: Standard) -> Finding | None:
    """Criteria with a high rating, and with no evidence on them or the standard."""
    held = facts.evidence_for(standard)
    high = high_level(facts.assessment.framework.scale).value
    bare = {each.id for each in standard.criteria if not held.bearing_on(each)}
    ratings = [
        each
        for each in facts.assessment.ratings_of(standard)
        if each.level and each.level.value >= high and each.criterion in bare
    ]
    return about_ratings(facts, standard, ratings, "No evidence is given for {answers}.")


def none_fresh(facts: Facts, standard: Standard) -> Finding | None:
    """Evidence of which none is known to be within its limit: it is old or its date is no help."""
    held = facts.evidence_for(standard).held
    if not held or any(each.age is Age.FRESH for each in held):
        return None
    told = "; ".join(map(_aged, held))
    found = f"None of its evidence is known to be within its limit: {told}."
    return Finding(found, cite_evidence(held))


def _aged(held: Held) -> str:
    limit = f", limit {number_of(held.months, 'month')}"
    aside = {Age.OLD: limit, Age.FUTURE: ", in the future"}.get(held.age, "")
    return f"“{one_line(held.evidence.title)}” ({dated(held)}{aside})"


def uneven(facts: Facts, standard: Standard) -> Finding | None:
    """A lowest rating two levels or more below the level that the mean reaches."""
    steps = facts.assessment.framework.scale.levels
    mean, lowest = facts.mean[standard.number].level, facts.gated[standard.number].level
    if mean is None or lowest is None or steps.index(mean) - steps.index(lowest) < UNEVEN:
        return None
    rated = [each for each in facts.assessment.ratings_of(standard) if each.level]
    names = named(standard, [each.criterion for each in rated if each.level == lowest])
    found = f"Its mean reaches {mean.choice}, and its lowest rating is {lowest.choice}."
    return Finding(found, cite_ratings(rated, facts.assessment), names)


def low_confidence(facts: Facts, standard: Standard) -> Finding | None:
    """Answers of which the respondent is not sure."""
    ratings = [
        each
        for each in facts.assessment.ratings_of(standard)
        if each.confidence is Confidence.LOW and not each.is_open
    ]
    return about_ratings(facts, standard, ratings, "Confidence is low in {answers}.")


def not_applicable(facts: Facts, standard: Standard) -> Finding | None:
    """Criteria that are said not to apply."""
    ratings = [each for each in facts.assessment.ratings_of(standard) if each.is_not_applicable]
    return about_ratings(facts, standard, ratings, "Said not to apply: {names}.")
