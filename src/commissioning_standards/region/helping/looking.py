"""What each kind of rule finds in one council's returns: the figures that fired it, if it did."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import frozen

from ...comparing.awareness import half_a_step
from ...comparing.gaps import Gap, Standing, standing
from ...evidencing.ages import Age, age_on
from ...evidencing.coverage import ENDED
from ...figures import shown
from ...framework import Framework
from ...parts import Standard
from ...text import joined
from ..councils import CouncilRound
from ..summary import Result, Summary
from .latest import result_of
from .signals import LooksAt, SignalRule

__all__ = ["Figures", "Finding", "Looked", "looks"]

Figures = dict[str, str]
HUNDRED = 100
FIGURES_OF_A_SCORE = ("score", "low", "high")


@frozen
class Looked:
    """What a rule may look at.

    Args:
        council: the council in the round that is looked at; None where it has no return.
        own: the return that speaks for it, if there is one.
        framework: what that was made against.
        on: the day on which it is looked at.
    """

    council: CouncilRound | None
    own: Summary | None
    framework: Framework | None
    on: datetime.date


@frozen
class Finding:
    """That a rule fired, and why.

    Args:
        figures: by the names that the rule's sentence may use.
        sources: the returns that they are from.
    """

    figures: Figures
    sources: tuple[Summary, ...]


def looks(rule: SignalRule, looked: Looked) -> Iterator[Finding]:
    """What one rule finds for one council.

    Args:
        rule: which, with its limit.
        looked: what it may look at.
    """
    if rule.looks_at is LooksAt.RETURNS:
        yield from _returns(rule, looked.council)
    elif looked.own and looked.framework:
        yield from BY_OWN_VIEW[rule.looks_at](rule, looked, looked.own, looked.framework)


def _returns(rule: SignalRule, council: CouncilRound | None) -> Iterator[Finding]:
    returns = council.returns if council else ()
    speaking = 0
    if council:
        speaking = 1 if council.own else len(council.rivals)
    if speaking < rule.limit:
        yield Finding({"others": str(len(returns) - speaking)}, returns)


def _domain_score(
    rule: SignalRule, _: Looked, own: Summary, framework: Framework
) -> Iterator[Finding]:
    levels = framework.scale.levels
    level = levels[min(rule.limit, len(levels) - 1)]
    results = [(each, result_of(own, "domain", each.id)) for each in framework.domains]
    for domain, found in results:
        spans = [found.score, found.low, found.high] if found else []
        known = [each for each in spans if each is not None]
        # Nothing is known of a domain that was not rated, and it is not low.
        if len(known) == len(FIGURES_OF_A_SCORE) and max(known) < level.value:
            figures = dict(zip(FIGURES_OF_A_SCORE, map(shown, known), strict=True))
            yield Finding({"part": domain.title, **figures, "level": level.choice}, (own,))


def _self_awareness(
    rule: SignalRule, looked: Looked, own: Summary, framework: Framework
) -> Iterator[Finding]:
    peers = looked.council.peers if looked.council else None
    if peers is None or (peers.framework, peers.edition) != (own.framework, own.edition):
        return
    tolerance = half_a_step(framework.scale)
    gaps = [(each, _gap(each, own, peers)) for each in framework.standards]
    found = [(each, standing(gap, tolerance)) for each, gap in gaps if gap]
    higher = [str(each.number) for each, status in found if status is Standing.HIGHER]
    compared = [each for each, status in found if status is not Standing.NO_SCORE]
    if len(higher) >= rule.limit:
        figures = {
            "count": str(len(higher)),
            "standards": joined(higher),
            "compared": str(len(compared)),
        }
        yield Finding(figures, (own, peers))


def _gap(standard: Standard, own: Summary, peers: Summary) -> Gap | None:
    """One standard in both views, as they are compared elsewhere too."""
    sides = [result_of(each, "standard", standard.id) for each in (own, peers)]
    spans = [span for each in sides if each for span in (each.score, each.low, each.high)]
    whose = (standard.title, standard.number, standard.domain, None)
    return Gap("standard", standard.id, *whose, *spans) if all(sides) else None


def _evidence_listed(rule: SignalRule, _: Looked, own: Summary, __: Framework) -> Iterator[Finding]:
    count = len(own.evidence)
    if count < rule.limit:
        yield Finding({"count": str(count)}, (own,))


def _evidence_dates(
    rule: SignalRule, looked: Looked, own: Summary, _: Framework
) -> Iterator[Finding]:
    months = rule.months or 0
    ages = [age_on(looked.on, each.date, months) for each in own.evidence]
    old, undated = ages.count(Age.OLD), ages.count(Age.UNDATED)
    if ages and HUNDRED * (old + undated) >= rule.limit * len(ages):
        counts = {"count": len(ages), "old": old, "undated": undated, "months": months}
        yield Finding(_as_text(counts), (own,))


def _actions(rule: SignalRule, looked: Looked, own: Summary, _: Framework) -> Iterator[Finding]:
    overdue = [
        each.due
        for each in own.actions
        if each.due and each.due < looked.on and each.status not in ENDED
    ]
    if len(overdue) >= rule.limit:
        counts = {"count": len(own.actions), "overdue": len(overdue)}
        yield Finding({**_as_text(counts), "since": min(overdue).isoformat()}, (own,))


def _open_answers(rule: SignalRule, _: Looked, own: Summary, __: Framework) -> Iterator[Finding]:
    overall: Result = own.results[0]
    count = overall.rated + overall.open
    if count and HUNDRED * overall.open >= rule.limit * count:
        yield Finding(_as_text({"count": count, "open": overall.open}), (own,))


def _as_text(counts: Mapping[str, int]) -> Figures:
    return {name: str(count) for name, count in counts.items()}


Look = Callable[[SignalRule, Looked, Summary, Framework], Iterable[Finding]]
BY_OWN_VIEW: Mapping[LooksAt, Look] = {
    LooksAt.DOMAIN_SCORE: _domain_score,
    LooksAt.SELF_AWARENESS: _self_awareness,
    LooksAt.EVIDENCE_LISTED: _evidence_listed,
    LooksAt.EVIDENCE_DATES: _evidence_dates,
    LooksAt.ACTIONS: _actions,
    LooksAt.OPEN_ANSWERS: _open_answers,
}
