"""Support signals: where a region may look whether a council wants support, and why.

Each signal names the rule that fired, its figures and the file that they are
from. They stand by council and rule, are not added up, and rank nobody.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import field, frozen

from ...files import read_bytes
from ...framework import Framework
from ...given import each_of, only
from ...names import council_key
from ...problems import CommissioningError, Place, problem
from ...text import tidy_text
from ..councils import CouncilRound
from ..summary import Summary
from .latest import framework_of, one_round
from .looking import Finding, Looked, looks
from .signals import LooksAt, SignalRule, brought_signals

__all__ = ["Signal", "SupportList", "read_council_list", "support", "support_list"]

UNCOUNTED = "Files that count for no council: {}; one of them may be its return."


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


@frozen
class SupportList:
    """Signals, with what was looked at.

    Args:
        period: the round.
        on: the day.
        councils: the names of all that were looked at, in order.
        rules: by which.
        signals: what was found, by council and rule.
        undecided: the councils for which several returns could speak, so that none does.
        uncounted: the files that count for no council.
    """

    period: str
    on: datetime.date
    councils: tuple[str, ...]
    rules: tuple[SignalRule, ...]
    signals: tuple[Signal, ...]
    undecided: tuple[CouncilRound, ...] = ()
    uncounted: tuple[str, ...] = ()

    @property
    def returns(self) -> tuple[Summary, ...]:
        """Every return that a figure is from, once."""
        every = (each for found in self.signals for each in found.sources)
        return tuple({(each.file, each.sha256, each.council): each for each in every}.values())

    @property
    def with_a_signal(self) -> int:
        """For how many councils something was found."""
        return len({each.council for each in self.signals})


def support(
    rounds: Iterable[CouncilRound],
    *,
    on: datetime.date,
    expected: Iterable[str] | None = None,
    rules: Sequence[SignalRule] | None = None,
    period: str = "",
    framework: Framework | None = None,
    uncounted: Iterable[str] = (),
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
        period: the round to look at; unless given, the last in which five councils or
            more have a view of their own, or the last of all where none has so many.
        framework: needed only for one of your own.
        uncounted: the files that count for no council, of which a council without a
            return may have sent one: ``collate(...).uncounted``.

    Returns:
        Every signal, in the order of councils' names and of the rules.

    Raises:
        CommissioningError: no return is of the round asked for.
        FrameworkError: a return's framework is not known.
    """
    only("support", framework, Framework, type(None), name="framework")
    only("support", on, datetime.date, name="on")
    every = each_of("support", rounds, CouncilRound)
    names = None if expected is None else each_of("support", expected, str, name="expected")
    files = each_of("support", uncounted, str, name="uncounted")
    found = support_list(
        every,
        on=on,
        expected=names,
        rules=rules,
        period=period,
        framework=framework,
        uncounted=files,
    )
    return found.signals


def support_list(
    rounds: Iterable[CouncilRound],
    *,
    on: datetime.date,
    expected: Iterable[str] | None = None,
    rules: Sequence[SignalRule] | None = None,
    period: str = "",
    framework: Framework | None = None,
    uncounted: Iterable[str] = (),
) -> SupportList:
    """The same as :func:`support`, with what was looked at, to be written out."""
    every, files = tuple(rounds), tuple(uncounted)
    current = one_round(every, period)
    present = {each.key: each for each in current}
    label = current[0].period if current else period
    chosen = tuple(brought_signals() if rules is None else rules)
    councils = _councils(every, current, expected)
    looked = {key: _looked(present.get(key), framework, on) for key in councils}
    signals = tuple(
        _signal(name, label, rule, found, len(files))
        for key, name in councils.items()
        for rule in chosen
        for found in looks(rule, looked[key])
    )
    undecided = tuple(each for each in current if each.rivals)
    names = tuple(councils.values())
    return SupportList(label, on, names, chosen, signals, undecided, files)


def _councils(
    every: Iterable[CouncilRound],
    current: Sequence[CouncilRound],
    expected: Iterable[str] | None,
) -> dict[str, str]:
    """The councils that are looked at, by their keys in order, as they are called."""
    upto = current[0].period_key if current else ""
    earlier = [each.council for each in every if each.period_key <= upto]
    listed = earlier if expected is None else expected
    by_key: dict[str, str] = {}
    for name in filter(str.strip, (*(each.council for each in current), *listed)):
        by_key.setdefault(council_key(name), name)
    return dict(sorted(by_key.items()))


def read_council_list(path: str | os.PathLike[str]) -> tuple[str, ...]:
    """The names of a region's councils from a text file, one a line.

    Raises:
        CommissioningError: it is not there, cannot be read, or is not text.
    """
    try:
        text = read_bytes(path, CommissioningError).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CommissioningError([problem("not-text", Place(Path(path).name))]) from None
    return tuple(filter(None, map(tidy_text, text.splitlines())))


def _looked(council: CouncilRound | None, framework: Framework | None, on: datetime.date) -> Looked:
    own = council.own if council else None
    return Looked(council, own, framework_of(own, framework) if own else None, on)


def _signal(name: str, period: str, rule: SignalRule, found: Finding, uncounted: int) -> Signal:
    said = rule.says.format(**found.figures)
    may_have_sent = uncounted and rule.looks_at is LooksAt.RETURNS
    return Signal(
        council=name,
        period=period,
        rule=rule.id,
        found=f"{said} {UNCOUNTED.format(uncounted)}" if may_have_sent else said,
        figures=found.figures,
        sources=found.sources,
        offer=rule.offer,
    )
