"""Support signals: where a region may look whether a council wants support, and why.

Each signal names the rule that fired, its figures and the file that they are
from. They stand by council and rule, are not added up, and rank nobody.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from ..assurance.names import council_key
from ..framework import Framework
from .councils import CouncilRound
from .latest import framework_of, one_round
from .looking import Finding, Looked, looks
from .signals import SignalRule, brought_signals
from .summary import Summary

__all__ = ["Signal", "region_councils", "support"]


@frozen
class Signal:
    """One rule that fired for one council.

    Args:
        council: whose returns were looked at.
        period: the round.
        rule: the rule's ID.
        found: what it found, in a sentence.
        figures: those that fired it, by name.
        sources: the returns that they are from; none where there is no return.
        offer: the support that the rule suggests.
    """

    council: str
    period: str
    rule: str
    found: str
    figures: dict[str, str]
    sources: tuple[Summary, ...] = field(repr=False)
    offer: str


def support(
    rounds: Iterable[CouncilRound],
    *,
    on: datetime.date,
    expected: Iterable[str] | None = None,
    rules: Sequence[SignalRule] | None = None,
    period: str = "",
    framework: Framework | None = None,
) -> tuple[Signal, ...]:
    """Say for which councils a region may look whether they want support.

    Open answers make no signal of low scores or of low self-awareness: those
    fire only where nothing that is still open could change them. The rules are
    this software's own, and data.

    Args:
        rounds: the region's councils, in any order; earlier rounds too, if there are any.
        on: the day on which to look.
        expected: the names of the region's councils; those of which there is a
            return of this or an earlier round unless given.
        rules: those that come with this software unless given.
        period: the round to look at; the last by its name unless given.
        framework: needed only for one of your own.

    Returns:
        Every signal, in the order of councils' names and of the rules.

    Raises:
        CommissioningError: no return is of the round asked for.
        FrameworkError: a return's framework is not known.
    """
    every = tuple(rounds)
    current = one_round(every, period)
    present = {each.key: each for each in current}
    label = current[0].period if current else period
    signals: list[Signal] = []
    for key, name in region_councils(every, expected, period).items():
        looked = _looked(present.get(key), framework, on)
        for rule in brought_signals() if rules is None else rules:
            signals += (_signal(name, label, rule, each) for each in looks(rule, looked))
    return tuple(signals)


def region_councils(
    rounds: Iterable[CouncilRound], expected: Iterable[str] | None = None, period: str = ""
) -> dict[str, str]:
    """The councils that are looked at, by their keys in order, as they are called.

    Args:
        rounds: of which there are returns.
        expected: the names of the region's councils, if they are known.
        period: the round that is looked at; the last unless given.
    """
    every = tuple(rounds)
    current = one_round(every, period)
    upto = current[0].period_key if current else ""
    earlier = [each.council for each in every if each.period_key <= upto]
    listed = earlier if expected is None else [*expected]
    names = [*(each.council for each in current), *listed]
    by_key: dict[str, str] = {}
    for name in filter(council_key, names):
        by_key.setdefault(council_key(name), name)
    return dict(sorted(by_key.items()))


def _looked(council: CouncilRound | None, framework: Framework | None, on: datetime.date) -> Looked:
    own = council.own if council else None
    return Looked(council, own, framework_of(own, framework) if own else None, on)


def _signal(name: str, period: str, rule: SignalRule, found: Finding) -> Signal:
    return Signal(
        council=name,
        period=period,
        rule=rule.id,
        found=rule.says.format(**found.figures),
        figures=found.figures,
        sources=found.sources,
        offer=rule.offer,
    )
