"""Counts that may be shown: a small one goes together with its neighbours, or all stay back.

The method is that of cell suppression. A count below the minimum is held back
(the threshold rule). As it could be had again by subtraction, a neighbour is
held back with it, and only what the two come to is shown (complementary
suppression); a row of which no two groups can be shown says nothing at all, so
that nobody learns where all are alike. Zero is a small count too.

Neighbours are grouped in a fixed order of preference that does not look at the
counts beyond asking whether each group is large enough. A test goes through
every row of up to twenty councils as somebody would who knows this rule, the
total and their own answer.

Source of the method: Hundepool and others, *Statistical Disclosure Control*,
Wiley 2012, chapter 4.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from attrs import frozen

__all__ = ["LEAST_MINIMUM", "MINIMUM", "Run", "grouped", "protected"]

MINIMUM = 5
LEAST_MINIMUM = 2

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


def protected(counts: Sequence[int], minimum: int = MINIMUM) -> tuple[Run, ...]:
    """What may be shown of a row of counts.

    Args:
        counts: how many councils there are in each cell, in the order of the cells.
        minimum: the fewest that a group may be.

    Returns:
        As many groups of neighbours as there can be, each of the minimum or
        more; of several ways the first in a fixed order. Nothing where there
        are no two such groups.
    """
    for bounds in _ways(len(counts)):
        runs = grouped(counts, bounds)
        if all(each.count >= minimum for each in runs):
            return runs
    return ()


def grouped(counts: Sequence[int], bounds: Bounds) -> tuple[Run, ...]:
    """The counts of a row in the groups given, each by its first and last cell."""
    return tuple(Run(first, last, sum(counts[first : last + 1])) for first, last in bounds)


@cache
def _ways(cells: int) -> tuple[Bounds, ...]:
    """Every way to part a row of cells into two or more groups, the finest first."""
    return tuple(
        tuple((start, end - 1) for start, end in pairwise((0, *cuts, cells)))
        for cuts in _cuts(cells)
    )


def _cuts(cells: int) -> Iterator[tuple[int, ...]]:
    for many in range(cells - 1, 0, -1):
        yield from combinations(range(1, cells), many)
