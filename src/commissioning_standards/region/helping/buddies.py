"""Buddies: councils that ask for help with a standard, and councils that can give it.

A helper's own view of the standard is at least one whole level higher, and
certainly so: its low against the asker's high. The letters state it as a fact,
so no answer that is still open may make it untrue. Both have said that they
may be named. Of scores, neither is told more.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from fractions import Fraction
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import field, frozen

from ...framework import Framework
from ...given import each_of, only
from ...parts import Standard
from ...records import Helping
from ...scale import Scale
from ...shown import ShownInNotebooks
from ..councils import CouncilRound
from ..extras import check_extra
from ..summary import Result, Summary
from .latest import framework_of, one_round, result_of

if TYPE_CHECKING:
    from .matching import Option

__all__ = ["MOST_AT_ONCE", "Buddies", "Match", "Reason", "Unmet", "buddies", "one_level"]

MOST_AT_ONCE = 2
# How unlike two councils are, in hundredths: another type is as far as twice the people.
OTHER_TYPE, TYPE_NOT_SAID, SIZE_NOT_SAID, FARTHEST = 100, 50, 100, 400
LOTS = 10_000
NOTHING_SAID = Helping()


class Reason(Enum):
    """Why nobody was found for an asking."""

    NOT_NAMED = "The council has not said that it may be named."
    NO_SCORE = "The council has not rated the standard."
    NONE_HIGHER = "No council's own view of the standard is a whole level higher."
    NOT_CERTAIN = (
        "A council may be a whole level higher, but open answers leave that uncertain. "
        "Ask for them to be answered."
    )
    NONE_NAMED = "No council that is a whole level higher has said that it may be named."
    ALL_FULL = "Every council that could help already helps as many as it can."


@frozen
class Match:
    """One asking that is met.

    Args:
        asker: the council that asks.
        helper: the council that can help.
        standard: with which standard.
    """

    asker: CouncilRound = field(repr=lambda each: repr(each.council))
    helper: CouncilRound = field(repr=lambda each: repr(each.council))
    standard: Standard = field(repr=lambda each: repr(each.heading))


@frozen
class Unmet:
    """One asking for which nobody was found.

    Args:
        asker: the council that asks.
        standard: with which standard.
        reason: why not.
    """

    asker: CouncilRound = field(repr=lambda each: repr(each.council))
    standard: Standard = field(repr=lambda each: repr(each.heading))
    reason: Reason


@frozen(repr=False)
class Buddies(ShownInNotebooks):
    """Who can help whom in one round.

    Args:
        period: the round.
        councils: all that were looked at.
        matches: the askings that are met, by asker and standard.
        unmet: the others, likewise.
        most: how many councils one helps at once where it does not say.
        uncounted: the files that count for no council.
    """

    period: str
    councils: tuple[CouncilRound, ...] = field(repr=False)
    matches: tuple[Match, ...]
    unmet: tuple[Unmet, ...]
    most: int
    uncounted: tuple[str, ...] = ()

    @property
    def undecided(self) -> tuple[CouncilRound, ...]:
        """The councils for which several returns could speak, so that none was asked."""
        return tuple(each for each in self.councils if each.rivals)

    @property
    def loads(self) -> dict[str, int]:
        """How many councils each helper helps, by its name."""
        pairs = dict.fromkeys((each.helper.council, each.asker.council) for each in self.matches)
        return dict(Counter(helper for helper, _ in pairs))


@frozen
class _Asking:
    """One council's asking, with its own view of the standard."""

    council: CouncilRound
    own: Summary
    standard: Standard
    result: Result | None
    level: Fraction

    @property
    def key(self) -> tuple[str, str]:
        return self.council.key, str(self.standard.number)


def one_level(scale: Scale) -> Fraction:
    """How much higher is at least one whole level higher, wherever on the scale.

    That is the step between two levels; the widest, where steps are not alike.
    """
    return max(upper.value - lower.value for lower, upper in pairwise(scale))


def buddies(
    rounds: Iterable[CouncilRound],
    *,
    period: str = "",
    most: int = MOST_AT_ONCE,
    framework: Framework | None = None,
    uncounted: Iterable[str] = (),
) -> Buddies:
    """Match councils that ask for help with councils that can give it.

    Only councils that said that they may be named are matched, and only by
    their own views. As many askings as possible are met; then load is shared;
    then councils near in type and size come first, where those are given. What
    is still alike is decided by a lot drawn from the names, the same each time.
    The rules are this software's own.

    Args:
        rounds: the region's councils, in any order.
        period: the round to look at; unless given, the last in which five councils or
            more have a view of their own, or the last of all where none has so many.
        most: how many councils one helps at once where it does not say.
        framework: needed only for one of your own.
        uncounted: the files that count for no council, to be named with what is found:
            ``collate(...).uncounted``.

    Returns:
        Who can help whom, and which askings are not met and why.

    Raises:
        CommissioningError: no return is of the round asked for.
        FrameworkError: a return's framework is not known.
        OutputError: SciPy is not installed.
        ValueError: ``most`` is below nought.
    """
    only("buddies", framework, Framework, type(None), name="framework")
    if most < 0:
        raise ValueError(f"a council cannot help {most} others")
    every = each_of("buddies", rounds, CouncilRound)
    files = each_of("buddies", uncounted, str, name="uncounted")
    check_extra("region", "scipy")
    councils = one_round(every, period)
    askings = [each for council in councils for each in _askings(council, framework)]
    helpers = {each.key: _helpers(each, councils) for each in askings}
    options = [option for each in askings for option in _options(each, helpers[each.key])]
    rooms = {each.key: _room(each, most) for each in councils}
    taken = import_module(".matching", __package__).chosen(options, rooms)
    found = {each.asking: each.helper for each in taken}
    named = {each.key: each for each in councils}
    return Buddies(
        period=councils[0].period if councils else period,
        councils=councils,
        matches=tuple(
            Match(each.council, named[found[each.key]], each.standard)
            for each in askings
            if each.key in found
        ),
        unmet=tuple(
            Unmet(each.council, each.standard, _reason(each, councils))
            for each in askings
            if each.key not in found
        ),
        most=most,
        uncounted=tuple(files),
    )


def _helping(council: CouncilRound) -> Helping:
    """What a council says of helping others: that in the return which speaks for it."""
    return council.own.helping or NOTHING_SAID if council.own else NOTHING_SAID


def _askings(council: CouncilRound, own: Framework | None) -> Iterator[_Asking]:
    """With which standards a council asks for help, in the framework's order."""
    asks = _helping(council).asks
    if not council.own or not asks:
        return
    framework = framework_of(council.own, own)
    level = one_level(framework.scale)
    for standard in framework.standards:
        if str(standard.number) in asks:
            result = result_of(council.own, "standard", standard.id)
            yield _Asking(council, council.own, standard, result, level)


def _helpers(asking: _Asking, councils: Iterable[CouncilRound]) -> tuple[CouncilRound, ...]:
    """The councils that could help, of those that may be named."""
    if not _may_be_named(asking.council):
        return ()
    return tuple(each for each in councils if _may_be_named(each) and _is_higher(asking, each))


def _may_be_named(council: CouncilRound) -> bool:
    return _helping(council).named is True


def _is_higher(asking: _Asking, council: CouncilRound) -> bool:
    """Whether a council is a whole level higher, whatever is still open on either side."""
    own, other = asking.result, _beside(asking, council)
    if own is None or other is None or own.high is None or other.low is None:
        return False
    return other.score is not None and other.low - own.high >= asking.level


def _may_be_higher(asking: _Asking, council: CouncilRound) -> bool:
    """Whether a council is a whole level higher as far as answers were given."""
    own, other = asking.result, _beside(asking, council)
    if own is None or other is None or own.score is None or other.score is None:
        return False
    return other.score - own.score >= asking.level


def _beside(asking: _Asking, council: CouncilRound) -> Result | None:
    """Another council's own view of the standard, if it can be set beside the asker's."""
    own, other = asking.own, council.own
    if other is None or council.key == asking.council.key:
        return None
    if (other.framework, other.edition) != (own.framework, own.edition):
        return None
    return result_of(other, "standard", asking.standard.id)


def _options(asking: _Asking, helpers: Iterable[CouncilRound]) -> Iterator[Option]:
    option = import_module(".matching", __package__).Option
    asker, standard = asking.key
    for each in helpers:
        distance = _distance(_helping(asking.council), _helping(each))
        lot = _lot(asking.council.period_key, asker, standard, each.key)
        yield option(asker, standard, each.key, distance, lot)


def _room(council: CouncilRound, most: int) -> int:
    said = _helping(council).most
    return most if said is None else said


def _distance(one: Helping, other: Helping) -> int:
    """How unlike two councils are in type and size; what is not said is in between."""
    kind = TYPE_NOT_SAID
    if one.kind and other.kind:
        kind = 0 if one.kind is other.kind else OTHER_TYPE
    size = SIZE_NOT_SAID
    if one.population and other.population:
        size = round(100 * abs(math.log2(one.population / other.population)))
    return kind + min(size, FARTHEST)


def _lot(*names: str) -> int:
    return int(hashlib.sha256("\n".join(names).encode()).hexdigest(), 16) % LOTS


def _reason(asking: _Asking, councils: Iterable[CouncilRound]) -> Reason:
    """Why nobody was found; the first reason that holds."""
    others = tuple(councils)
    higher = [each for each in others if _is_higher(asking, each)]
    if not _may_be_named(asking.council):
        return Reason.NOT_NAMED
    if asking.result is None or asking.result.score is None:
        return Reason.NO_SCORE
    if any(map(_may_be_named, higher)):
        return Reason.ALL_FULL
    if higher:
        return Reason.NONE_NAMED
    unsure = any(_may_be_higher(asking, each) for each in others)
    return Reason.NOT_CERTAIN if unsure else Reason.NONE_HIGHER
