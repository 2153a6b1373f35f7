"""What becomes of a region's table beside what was shared before."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from ...problems import CommissioningError, problem
from .editions import Edition, Fate, after, edition_of, fate, run_after, table_of
from .placing import Placed, Placings
from .table import USUAL, SharedTable, Terms, share

__all__ = ["Publication", "publish"]


@frozen
class Publication:
    """A table that may be shared now.

    Args:
        table: the new one, or the last one where a new one would give somebody away.
        fate: which of the two, and why.
        editions: what to remember from now on.
        standing: what is remembered of that table; the region's own, never shared.
    """

    table: SharedTable
    fate: Fate
    editions: tuple[Edition, ...]
    standing: Edition

    @property
    def councils(self) -> tuple[Placed, ...]:
        """Whom the table counts; the region's own, never shared."""
        return self.standing.councils


def publish(
    placings: Placings,
    editions: Sequence[Edition] = (),
    *,
    period: str,
    terms: Terms = USUAL,
    run: int = 0,
    left: int = 0,
) -> Publication:
    """Make the table that may be shared, or keep the last one.

    Args:
        placings: where each council falls now.
        editions: all that was shared before, oldest first, of any round.
        period: the round made alike.
        terms: how small a group may be.
        run: the number of this run; one more than that of the last unless given.
        left: of a table of changes, how many of the round before are not in this one.

    Raises:
        CommissioningError: an earlier edition has other rows.
    """
    table = share(placings, terms)
    number = run or run_after(editions)
    this = edition_of(placings, table, period, number, left)
    before = [each for each in editions if each.is_of_the_table(this)]
    forgotten = [each for each in before if terms.never_shared and each.run == number - 1]
    kept = tuple(each for each in editions if each not in forgotten)
    shared = [each for each in before if each not in forgotten]
    if any(each.keys != this.keys for each in shared):
        raise CommissioningError([problem("editions-of-other-rows")])
    found = fate(shared, placings, terms.minimum)
    if found is not Fate.NEW:
        last = table_of(shared[-1], placings.framework, placings.questions)
        return Publication(last, found, kept, shared[-1])
    table = after(shared, placings, table)
    made = edition_of(placings, table, period, number, left)
    return Publication(table, found, (*kept, made), made)
