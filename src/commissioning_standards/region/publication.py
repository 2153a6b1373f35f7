"""What becomes of a region's table beside what was shared before."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from ..problems import CommissioningError, problem
from .editions import Edition, Fate, after, edition_of, fate, table_of
from .placing import Placings
from .protecting import MINIMUM
from .sharing import SharedTable, check_minimum, share

__all__ = ["Publication", "publish"]


@frozen
class Publication:
    """A table that may be shared now.

    Args:
        table: the new one, or the last one where a new one would give somebody away.
        fate: which of the two, and why.
        editions: what to remember from now on.
    """

    table: SharedTable
    fate: Fate
    editions: tuple[Edition, ...]


def publish(
    placings: Placings,
    editions: Sequence[Edition] = (),
    *,
    period: str,
    minimum: int = MINIMUM,
    allow_small: bool = False,
    rule: tuple[str, int] = ("mean", 1),
    never_shared: bool = False,
) -> Publication:
    """Make the table that may be shared, or keep the last one.

    Args:
        placings: where each council falls now.
        editions: all that was shared before, oldest first, of any round.
        period: the round made alike.
        minimum: the fewest that a group may be; 5 or more.
        allow_small: let the minimum be as low as 3.
        rule: the name and version of the rule by which returns were scored.
        never_shared: the last edition of this table was given to nobody, and
            is forgotten.

    Raises:
        CommissioningError: the minimum is too small; or an earlier edition has
            other rows.
    """
    check_minimum(minimum, allow_small=allow_small)
    table = share(placings, minimum=minimum, allow_small=allow_small, rule=rule)
    this = edition_of(placings, table, period)
    before = [each for each in editions if _is_same_table(each, this)]
    kept = tuple(each for each in editions if not (never_shared and each in before[-1:]))
    shared = [each for each in before if each in kept]
    if any(each.keys != this.keys for each in shared):
        raise CommissioningError([problem("editions-of-other-rows")])
    found = fate(shared, placings, minimum)
    if found is not Fate.NEW:
        last = table_of(shared[-1], placings.framework, placings.questions)
        return Publication(last, found, kept)
    table = after(shared, placings, table)
    return Publication(table, found, (*kept, edition_of(placings, table, period)))


def _is_same_table(one: Edition, other: Edition) -> bool:
    """Whether two editions are of one round and framework."""
    return (one.period, one.framework) == (other.period, other.framework)
