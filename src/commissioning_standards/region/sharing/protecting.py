"""Counts that may be shown: a small one goes together with its neighbours, or all stay back.

The method is that of cell suppression. A count below the minimum is held back
(the threshold rule). As it could be had again by subtraction, a neighbour is
held back with it, and only what the two come to is shown (complementary
suppression); a row of which no two groups can be shown says nothing at all, so
that nobody learns where all are alike. Zero is a small count too.

Neighbours are grouped in a fixed order of preference that does not look at the
counts beyond asking whether each group is large enough: first between whole
levels, then within them, and each time into as many groups as can be. A test
goes through every row of up to twenty councils as somebody would who knows
this rule, the total and their own answer.

Source of the method: Hundepool and others, *Statistical Disclosure Control*,
Wiley 2012, chapter 4.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache
from itertools import combinations, pairwise

from attrs import frozen

__all__ = ["LEAST_MINIMUM", "MINIMUM", "Run", "grouped", "protected"]

MINIMUM = 5
# In a group of two each of them knows the other.
LEAST_MINIMUM = 3

Bounds = tuple[tuple[int, int], ...]


@frozen
class Run:
    """Neighbouring cells whose counts are shown as one.

    Args:
        first: the place of the first cell in its row.
        last: the place of the last cell.
        count: what they come to.
    """

    first: int
    last: int
    count: int

    @property
    def is_single(self) -> bool:
        """Whether it is one cell, shown by itself."""
        return self.first == self.last


def protected(
    counts: Sequence[int], minimum: int = MINIMUM, cuts: Set[int] = frozenset()
) -> tuple[Run, ...]:
    """What may be shown of a row of counts.

    Args:
        counts: how many councils there are in each cell, in the order of the
            cells; first those of whom nothing can be said.
        minimum: the fewest that a group may be.
        cuts: the cells before which a row is parted if it can be, such as the
            first cell of each level; without them none is better than another.

    Returns:
        As many groups of neighbours as there can be, each of the minimum or
        more; of several ways the first in a fixed order. Nothing where there
        are no two such groups.
    """
    all_told = counts[0] == 0 and minimum >= MINIMUM
    for bounds in _ways(int(all_told), len(counts), frozenset(cuts)):
        runs = grouped(counts, bounds)
        if all(each.count >= minimum for each in runs):
            return runs
    return ()


def grouped(counts: Sequence[int], bounds: Bounds) -> tuple[Run, ...]:
    """The counts of a row in the groups given, each by its first and last cell."""
    return tuple(Run(first, last, sum(counts[first : last + 1])) for first, last in bounds)


@cache
def _ways(start: int, cells: int, preferred: frozenset[int]) -> tuple[Bounds, ...]:
    """Every way to part a row of cells into two or more groups, the preferred and finest first."""
    cuts = range(start + 1, cells)
    ways = (each for many in range(len(cuts), 0, -1) for each in combinations(cuts, many))
    return tuple(
        tuple((first, end - 1) for first, end in pairwise((start, *way, cells)))
        for way in sorted(ways, key=lambda way: not preferred.issuperset(way))
    )
