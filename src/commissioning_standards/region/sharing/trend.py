"""From one round to the next: who moved, counted only of councils that are in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from ...framework import Framework
from ..councils import CouncilRound
from ..summary import Summary
from .placing import Placed, Placings, Results, by_part, is_counted
from .questions import Measure, Question, questions_of

__all__ = ["Mean", "Trend", "trend"]

Views = dict[str, Summary]


@frozen
class Mean:
    """The mean score of one part in two rounds; the region's own, never shared.

    Args:
        question: the part.
        before: of all councils in the earlier round.
        before_both: in the earlier round, of those in both.
        after_both: in the later round, of those in both.
        after: of all councils in the later round.
    """

    question: Question
    before: Fraction | None
    before_both: Fraction | None
    after_both: Fraction | None
    after: Fraction | None

    @property
    def change(self) -> Fraction | None:
        """How the mean changed among councils in both rounds."""
        return _minus(self.after_both, self.before_both)

    @property
    def by_joiners(self) -> Fraction | None:
        """What those who joined add to the later mean."""
        return _minus(self.after, self.after_both)

    @property
    def by_leavers(self) -> Fraction | None:
        """What the mean changed by because some left: that of the rest less that of all."""
        return _minus(self.before_both, self.before)


def _minus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one - other


@frozen
class Trend:
    """Two rounds side by side.

    Args:
        before: the earlier round, as it is written.
        placings: how each council in both rounds moved on each part.
        joined: the councils only in the later round, by their names made alike.
        left: the councils only in the earlier round.
        means: of every part.
    """

    before: str
    placings: Placings
    joined: tuple[str, ...]
    left: tuple[str, ...]
    means: tuple[Mean, ...]


def trend(
    before: Sequence[CouncilRound], after: Sequence[CouncilRound], framework: Framework
) -> Trend:
    """Compare two rounds.

    A council counts as moved where its level is another one. It is compared
    only where it has a score in both rounds, in the same edition and form.

    Args:
        before: the councils of the earlier round.
        after: those of the later round.
        framework: what they answered.
    """
    then, now = _views(before, framework), _views(after, framework)
    both = [each for each in now if each in then]
    questions = questions_of(framework, Measure.CHANGE)
    councils = (
        Placed(
            each,
            then[each].sha256 + now[each].sha256,
            bytes(_moves(then[each], now[each], questions)),
        )
        for each in both
    )
    return Trend(
        before[0].period if before else "",
        Placings(framework, after[0].period if after else "", questions, tuple(councils)),
        tuple(each for each in now if each not in then),
        tuple(each for each in then if each not in now),
        tuple(_means(then, now, both, questions)),
    )


def _views(rounds: Iterable[CouncilRound], framework: Framework) -> Views:
    return {each.key: each.own for each in rounds if each.own and is_counted(each.own, framework)}


def _moves(then: Summary, now: Summary, questions: Iterable[Question]) -> Iterator[int]:
    """Cannot be compared, lower, the same, higher: the places of the cells."""
    old, new = by_part(then), by_part(now)
    for question in questions:
        before, after = (each[question.part, question.id].level for each in (old, new))
        if before is None or after is None:
            yield 0
        else:
            yield 2 + (after > before) - (after < before)


def _means(
    then: Views, now: Views, both: Iterable[str], questions: Iterable[Question]
) -> Iterator[Mean]:
    old = {each: by_part(view) for each, view in then.items()}
    new = {each: by_part(view) for each, view in now.items()}
    stayed = list(both)
    for question in questions:
        yield Mean(
            question,
            _mean(question, old.values()),
            _mean(question, (old[each] for each in stayed)),
            _mean(question, (new[each] for each in stayed)),
            _mean(question, new.values()),
        )


def _mean(question: Question, views: Iterable[Results]) -> Fraction | None:
    found = (each[question.part, question.id].score for each in views)
    scores = [each for each in found if each is not None]
    return sum(scores, Fraction(0)) / len(scores) if scores else None
