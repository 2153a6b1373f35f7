"""Quartiles of the councils' own scores; the region's own, as each is some council's figure."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import frozen

from ...framework import Framework
from ..councils import CouncilRound
from .placing import is_counted
from .questions import Measure, Question, questions_of

__all__ = ["Quartiles", "quartiles"]

QUARTERS = 4


@frozen
class Quartiles:
    """How the scores of one part are spread over the councils.

    Args:
        question: the part.
        councils: how many have a score.
        lowest: score; None where no council has one, as are the rest.
        lower: quartile, as a spreadsheet's ``QUARTILE.INC`` has it.
        median: score.
        upper: quartile.
        highest: score.
    """

    question: Question
    councils: int
    lowest: Fraction | None = None
    lower: Fraction | None = None
    median: Fraction | None = None
    upper: Fraction | None = None
    highest: Fraction | None = None


def quartiles(rounds: Iterable[CouncilRound], framework: Framework) -> tuple[Quartiles, ...]:
    """The quartiles of every domain, standard and criterion.

    Args:
        rounds: councils of one round; those not counted are left out as in :func:`place`.
        framework: what they answered, in the form they answered it in.
    """
    scores: dict[tuple[str, str], list[Fraction]] = defaultdict(list)
    for each in rounds:
        if each.own and is_counted(each.own, framework):
            for result in each.own.results:
                scores[result.part, result.id] += [] if result.score is None else [result.score]
    return tuple(
        _quartiles(question, sorted(scores[question.part, question.id]))
        for question in questions_of(framework, Measure.LEVEL)
    )


def _quartiles(question: Question, scores: Sequence[Fraction]) -> Quartiles:
    if not scores:
        return Quartiles(question, 0)
    # A single figure has no quartiles: it is all of them.
    shared = scores if len(scores) > 1 else [*scores, *scores]
    lower, median, upper = statistics.quantiles(shared, n=QUARTERS, method="inclusive")
    return Quartiles(question, len(scores), scores[0], lower, median, upper, scores[-1])
