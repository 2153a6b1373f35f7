"""The round that is looked at, and the framework of a return in it."""

from __future__ import annotations

from collections.abc import Iterable

from ...catalogue import brought_framework
from ...framework import Framework
from ...problems import CommissioningError, Problem, problem, quoted
from ..councils import CouncilRound, large_rounds, passed_over, round_key
from ..summary import Result, Summary

__all__ = ["framework_of", "one_round", "result_of", "rounds_left"]

ENOUGH = 5


def one_round(rounds: Iterable[CouncilRound], period: str = "") -> tuple[CouncilRound, ...]:
    """The councils of one round, in the order of their names.

    Args:
        rounds: of any number of councils and rounds, in any order.
        period: which; unless given, the last in which five councils or more have
            a view of their own, or the last of all where none has so many.

    Raises:
        CommissioningError: no return is of the round asked for.
    """
    every = sorted(rounds, key=lambda each: (each.period_key, each.key))
    wanted = round_key(period) if period else "".join(large_rounds(every, ENOUGH)[-1:])
    found = tuple(each for each in every if each.period_key == wanted)
    if period and not found:
        known = list(dict.fromkeys(each.period for each in every))
        raise CommissioningError([problem("unknown-round", found=quoted(period), allowed=known)])
    return found


def rounds_left(rounds: Iterable[CouncilRound], period: str = "") -> tuple[Problem, ...]:
    """Say which later rounds :func:`one_round` passes over, being too small.

    Args:
        rounds: as given there.
        period: as given there; of a round that was asked for there is nothing to say.
    """
    every = tuple(rounds)
    latest = max(large_rounds(every, ENOUGH), default="")
    later = (each for each in every if each.period_key > latest and not period)
    return passed_over(later, ENOUGH)


def framework_of(summary: Summary, own: Framework | None = None) -> Framework:
    """What a return was made against.

    Args:
        summary: the return.
        own: a framework of one's own, if any is used.

    Raises:
        FrameworkError: it is not one that this software brings.
    """
    if own and own.id == summary.framework:
        return own
    return brought_framework(summary.framework)


def result_of(summary: Summary, part: str, name: str) -> Result | None:
    """The result of one part, such as ``"standard"`` and its ID; None where it has none."""
    found = (each for each in summary.results if (each.part, each.id) == (part, name))
    return next(found, None)
