"""Which return speaks for a council in a round, and which stand beside it.

Nothing is averaged and nothing is chosen by chance: what people agreed in
moderation comes first, then the leaders' view, then a return of which no voice
is given. Where two could speak alike, neither does until somebody decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import evolve, frozen

from ..assessment import Voice
from ..names import council_key, round_key
from ..problems import Place, Problem, problem, quoted
from ..shown import Brief
from ..whose import OWN_VOICES
from .summary import Summary

__all__ = [
    "CouncilRound",
    "council_rounds",
    "large_rounds",
    "passed_over",
    "round_findings",
    "round_key",
]


@frozen(repr=False)
class CouncilRound(Brief):
    """The returns of one council in one round.

    Args:
        council: its name, as the return that speaks for it has it; without one, as most
            of its returns do.
        period: the round, as most returns of it have it.
        returns: all of them, in the order of their files.
        own: the one that speaks for the council; None where none or several could.
        peers: the peer team's; None where there is none or several.
        rivals: the returns of which several could speak for it.
    """

    council: str
    period: str
    returns: tuple[Summary, ...]
    own: Summary | None
    peers: Summary | None
    rivals: tuple[Summary, ...] = ()

    @property
    def key(self) -> str:
        """The council's name made alike, the same in every round."""
        return council_key(self.council)

    @property
    def period_key(self) -> str:
        """The round's name made alike: ``"2026/27"`` is ``"2026-27"``."""
        return round_key(self.period)


def council_rounds(summaries: Iterable[Summary]) -> tuple[CouncilRound, ...]:
    """Put returns together by council and round, in the order of round and name.

    Returns that do not say whose they are, or of which round, are left out.
    """
    named = [each for each in summaries if each.council and each.period]
    ordered = sorted(named, key=_key)
    usual = _usual_names(each.period for each in named)
    return tuple(
        evolve(_round(tuple(within)), period=usual[key])
        for (key, _), within in groupby(ordered, _key)
    )


def _usual_names(periods: Iterable[str]) -> dict[str, str]:
    """What most returns call each round."""
    names: dict[str, str] = {}
    for name in _most_usual(periods):
        names.setdefault(round_key(name), name)
    return names


def _usual_name(returns: Iterable[Summary]) -> str:
    """What most of a council's returns call it."""
    return _most_usual(each.council for each in returns)[0]


def _most_usual(names: Iterable[str]) -> list[str]:
    """Each name once, the most usual first; of two that as many have, the first by letter."""
    counts = Counter(names)
    return sorted(counts, key=lambda name: (-counts[name], name))


def _key(summary: Summary) -> tuple[str, str]:
    return round_key(summary.period), council_key(summary.council)


def _round(returns: tuple[Summary, ...]) -> CouncilRound:
    peers = [each for each in returns if each.voice is Voice.PEER_TEAM]
    able = _able(_without_meetings(returns))
    own = able[0] if len(able) == 1 else None
    return CouncilRound(
        council=own.council if own else _usual_name(returns),
        period=returns[0].period,
        returns=returns,
        own=own,
        peers=peers[0] if len(peers) == 1 else None,
        rivals=able if len(able) > 1 else (),
    )


def _without_meetings(returns: tuple[Summary, ...]) -> tuple[Summary, ...]:
    """The same without meetings' workbooks that are not settled, or were made an agreed return."""
    is_made = any(each.is_agreed and not each.is_meeting for each in returns)
    return tuple(
        each for each in returns if not each.is_meeting or (each.is_agreed and not is_made)
    )


def _able(returns: tuple[Summary, ...]) -> tuple[Summary, ...]:
    """The returns that could speak for the council; those of the first kind there is."""
    agreed = tuple(each for each in returns if each.is_agreed)
    voices = (tuple(each for each in returns if each.voice is voice) for voice in OWN_VOICES)
    return next(filter(None, (agreed, *voices)), ())


def large_rounds(rounds: Iterable[CouncilRound], minimum: int) -> tuple[str, ...]:
    """The keys of the rounds in which enough councils have a view of their own, in order.

    A round of fewer may be a period that was mistyped. Where none has enough, it
    is all of them.

    Args:
        rounds: of all councils, in any order.
        minimum: how many are enough.
    """
    every = tuple(rounds)
    counts = _with_a_view(every)
    keys = sorted({each.period_key for each in every})
    return tuple(key for key in keys if counts[key] >= minimum) or tuple(keys)


def passed_over(rounds: Iterable[CouncilRound], minimum: int) -> tuple[Problem, ...]:
    """Say which rounds were too small to be looked at; nothing, where there is none.

    Args:
        rounds: of the councils in them, in any order.
        minimum: how many would have been enough.
    """
    ordered = sorted(rounds, key=lambda each: each.period_key)
    counts = _with_a_view(ordered)
    names = {each.period_key: each.period for each in ordered}
    listed = ", ".join(f"{quoted(name)} ({counts[key]})" for key, name in names.items())
    return (problem("round-passed-over", found=listed, allowed=minimum),) if listed else ()


def _with_a_view(rounds: Iterable[CouncilRound]) -> Counter[str]:
    return Counter(each.period_key for each in rounds if each.own)


def round_findings(
    summaries: Iterable[Summary], rounds: Iterable[CouncilRound]
) -> tuple[Problem, ...]:
    """What somebody has to look at before a council is counted: each with its remedy."""
    return (*_unnamed(summaries), *(found for each in rounds for found in _unclear(each)))


def _unnamed(summaries: Iterable[Summary]) -> Iterator[Problem]:
    for each in summaries:
        if not each.council:
            yield problem("council-not-named", Place(each.file))
        elif not each.period:
            yield problem("period-not-named", Place(each.file))


def _unclear(each: CouncilRound) -> Iterator[Problem]:
    who = f"{each.council}, {each.period}"
    if not any(found.is_agreed for found in each.returns):
        meetings = (found for found in each.returns if found.is_meeting)
        yield from (problem("meeting-not-settled", Place(found.file)) for found in meetings)
    if each.rivals:
        files = [rival.file for rival in each.rivals]
        yield problem("several-own-views", Place(item=who), found=len(files), allowed=files)
    elif each.own is None:
        yield problem("no-own-view", Place(item=who))
    peers = [found.file for found in each.returns if found.voice is Voice.PEER_TEAM]
    if len(peers) > 1:
        yield problem("several-peer-views", Place(item=who), found=len(peers), allowed=peers)
    names = dict.fromkeys(found.council for found in each.returns)
    if len(names) > 1:
        yield problem(
            "council-spelt-two-ways", Place(item=who), found=", ".join(map(quoted, names))
        )
