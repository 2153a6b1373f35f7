"""Which round a region looks at, which came before it, and which framework they answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from ...catalogue import brought_framework
from ...forms import in_form
from ...framework import Framework
from ...problems import CommissioningError, Problem, problem, quoted
from ..councils import CouncilRound, large_rounds, passed_over, round_key
from .placing import is_counted
from .protecting import MINIMUM

__all__ = ["Chosen", "check_period", "chosen_round"]


@frozen
class Chosen:
    """The round to look at.

    Args:
        framework: what most of its councils answered, in the form they answered it in.
        before: the councils of the round before; none where there is none.
        now: the councils of this round.
        notes: which rounds were passed over, and who is not counted.
    """

    framework: Framework
    before: tuple[CouncilRound, ...]
    now: tuple[CouncilRound, ...]
    notes: tuple[Problem, ...]


def chosen_round(
    rounds: Iterable[CouncilRound],
    period: str = "",
    framework: Framework | None = None,
    minimum: int = MINIMUM,
) -> Chosen:
    """Choose a round, the last one that can be shared unless another is named.

    A round with fewer councils than a group may be has nothing to share. It is
    passed over, also as the round before: it may be a period that was mistyped.
    Where every round is so small, it is the last.

    Args:
        rounds: of all councils, in the order of their names made alike.
        period: the round, however it is written.
        framework: needed only for one of your own.
        minimum: the fewest councils that a round must have.

    Raises:
        CommissioningError: there is no such round, or no council has a view of its own in it.
    """
    able = [each for each in rounds if each.own]
    if not able:
        raise CommissioningError([problem("no-round")])
    check_period(able, period)
    keys = large_rounds(able, minimum)
    wanted = round_key(period) if period else keys[-1]
    earlier = [each for each in keys if each < wanted]
    now = tuple(each for each in able if each.period_key == wanted)
    before = tuple(each for each in able if each.period_key in earlier[-1:])
    chosen = _framework(now, framework)
    small = [each for each in able if each.period_key not in {*keys, wanted}]
    told = [each for each in small if not period or each.period_key < wanted]
    return Chosen(chosen, before, now, (*passed_over(told, minimum), *_notes(now, chosen)))


def check_period(rounds: Iterable[CouncilRound], period: str) -> None:
    """Make sure that a round that was asked for is there, where there is any at all.

    Args:
        rounds: of all councils.
        period: the round, however it is written; "" where none was asked for.

    Raises:
        CommissioningError: no council has a view of its own in it, and some have in others.
    """
    names = {each.period_key: each.period for each in rounds if each.own}
    if period and names and round_key(period) not in names:
        found, allowed = quoted(period), names.values()
        raise CommissioningError([problem("unknown-round", found=found, allowed=allowed)])


def _framework(now: Sequence[CouncilRound], given: Framework | None) -> Framework:
    """What most answered; of two that as many did, the first by name."""
    counts = Counter((each.own.framework, each.own.form) for each in now if each.own)
    (name, form), _ = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return in_form(given or brought_framework(name), form)


def _notes(now: Iterable[CouncilRound], framework: Framework) -> Iterable[Problem]:
    others = [each.own for each in now if each.own and not is_counted(each.own, framework)]
    if others:
        forms = sorted(
            {f"{each.framework}, edition {each.edition}, {each.form}" for each in others}
        )
        counted = f"{framework.id}, edition {framework.edition_and_form}"
        yield problem("round-mixed", found=f"{len(others)} ({'; '.join(forms)})", allowed=counted)
