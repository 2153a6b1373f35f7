"""What the rules share: whose ratings, whose scores, and what to call them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ..answers import written
from ..assessment import Assessment, Rating, Voice
from ..parts import Standard
from ..scale import Level, Scale
from ..scoring import Scorecard
from ..text import joined
from .parts import Citation, Facts, Finding, cite_ratings

__all__ = [
    "about_ratings",
    "cite_rated",
    "heard",
    "high_level",
    "named",
    "ratings_of",
    "score_of",
]


def high_level(scale: Scale) -> Level:
    """The level from which a rating counts as high: the last but one, or the last of two."""
    return scale.levels[max(1, len(scale) - 2)]


def score_of(card: Scorecard, standard: Standard) -> Fraction | None:
    """The score of a standard on a card, which may be of another form or edition."""
    return next((each.score for each in card.standards if each.id == standard.id), None)


def ratings_of(assessment: Assessment, standard: Standard) -> tuple[Rating, ...]:
    """What an assessment answers for a standard, in the form and edition it was made in."""
    own = (each for each in assessment.framework.standards if each.id == standard.id)
    return tuple(rating for each in own for rating in assessment.ratings_of(each))


def cite_rated(assessment: Assessment, standard: Standard, whose: str = "") -> tuple[Citation, ...]:
    """Cite every level that an assessment gives for a standard."""
    rated = (each for each in ratings_of(assessment, standard) if each.level)
    return cite_ratings(rated, assessment, whose)


def about_ratings(
    facts: Facts, standard: Standard, ratings: Sequence[Rating], sentence: str
) -> Finding | None:
    """What was found of some of the assessment's ratings; nothing where there are none.

    Args:
        facts: all there is to look at.
        standard: whose ratings they are.
        ratings: those that were found.
        sentence: what was found, with the slot ``{names}`` for their criteria,
            or ``{answers}`` for their criteria with the answers.
    """
    if not ratings:
        return None
    told = (
        f"{named(standard, [each.criterion])}, answered {written(each.answer)}" for each in ratings
    )
    names = named(standard, [each.criterion for each in ratings])
    found = sentence.format(names=names, answers="; ".join(told))
    return Finding(found, cite_ratings(ratings, facts.assessment), names)


def named(standard: Standard, criteria: Iterable[str]) -> str:
    """Criteria by their own names and IDs; one of another form by its ID."""
    names = {each.id: f"“{each.name}” ({each.id})" for each in standard.criteria}
    return joined([names.get(each, each) for each in criteria])


def heard(voices: Iterable[Voice]) -> str:
    """Voices within a sentence."""
    return joined([each.value[0].lower() + each.value[1:] for each in voices])
