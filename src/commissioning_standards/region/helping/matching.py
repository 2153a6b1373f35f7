"""The matching itself: who helps whom, as a mixed integer programme.

The bound is on councils and not on askings: a council that helps another with
three standards helps one. So this is not the plain assignment problem that
``linear_sum_assignment`` solves, in which every asking takes up a place of its
own; ``milp`` (HiGHS) takes the bound as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, vstack

__all__ = ["Option", "chosen"]

Pair = tuple[str, str]
Figures = NDArray[np.float64]


@frozen
class Option:
    """One way in which one asking could be met.

    Args:
        asker: the council that asks, by its key.
        standard: with which standard.
        helper: the council that could help, by its key.
        distance: how unlike the two are in type and size.
        lot: what decides between ways that are else alike.
    """

    asker: str
    standard: str
    helper: str
    distance: int
    lot: int

    @property
    def asking(self) -> Pair:
        """The council that asks, and with which standard."""
        return self.asker, self.standard

    @property
    def pair(self) -> Pair:
        """The two councils."""
        return self.asker, self.helper


def chosen(options: Sequence[Option], rooms: Mapping[str, int]) -> tuple[Option, ...]:
    """Choose one way for as many askings as can be met.

    First as many askings as possible are met. Then the sum of the squares of
    the loads is the least it can be, where a load is how many councils one
    helps. Then the sum of the distances of the pairs, and then that of the lots.

    Args:
        options: every way there is, in a fixed order.
        rooms: for each helper, how many councils it helps at most.

    Returns:
        Those chosen, in the order of the options.
    """
    if not options:
        return ()
    plan = _Plan(tuple(options), rooms)
    rows, low, high = plan.bounds()
    solution: Figures = np.zeros(plan.size)
    for objective in plan.objectives():
        constraint = LinearConstraint(
            vstack(rows).tocsr(), np.concatenate(low), np.concatenate(high)
        )
        solved = milp(
            objective,
            integrality=np.ones(plan.size, dtype=int),
            bounds=Bounds(0, 1),
            constraints=constraint,
            options={"mip_rel_gap": 0},
        )
        solution = np.round(np.asarray(solved.x, dtype=float))
        # What has been reached stays, whatever is sought next; all figures are whole.
        rows.append(coo_array(objective[np.newaxis]))
        low.append(np.array([-np.inf]))
        high.append(np.array([objective @ solution + 0.5]))
    return tuple(each for each, taken in zip(options, solution, strict=False) if taken)


class _Plan:
    """The variables in a row: a way is taken, a pair is made, a helper has its k-th pair."""

    def __init__(self, options: tuple[Option, ...], rooms: Mapping[str, int]) -> None:
        pairs = list(dict.fromkeys(each.pair for each in options))
        possible = Counter(helper for _, helper in pairs)
        places = [
            (helper, place)
            for helper, most in possible.items()
            for place in range(1, min(rooms[helper], most) + 1)
        ]
        self._options = options
        self._pairs = {each: index for index, each in enumerate(pairs, len(options))}
        first = len(options) + len(pairs)
        self._places = {each: index for index, each in enumerate(places, first)}
        self._distances = {each.pair: each.distance for each in options}
        self.size = first + len(places)

    def objectives(self) -> tuple[Figures, ...]:
        """What is sought, one after the other; each the less the better."""
        met, load, distance, lot = (np.zeros(self.size) for _ in range(4))
        met[: len(self._options)] = -1
        lot[: len(self._options)] = [each.lot for each in self._options]
        for (_, place), index in self._places.items():
            # The odd numbers up to 2k - 1 come to the square of k.
            load[index] = 2 * place - 1
        for pair, index in self._pairs.items():
            distance[index] = self._distances[pair]
        return met, load, distance, lot

    def bounds(self) -> tuple[list[coo_array], list[Figures], list[Figures]]:
        """Each asking is met once at most, by a pair that is made; each pair has a place."""
        askings: dict[Pair, list[tuple[int, int]]] = {}
        needs: list[list[tuple[int, int]]] = []
        for index, each in enumerate(self._options):
            askings.setdefault(each.asking, []).append((index, 1))
            needs.append([(index, 1), (self._pairs[each.pair], -1)])
        placed: dict[str, list[tuple[int, int]]] = {}
        for (_, helper), index in self._pairs.items():
            placed.setdefault(helper, []).append((index, 1))
        for (helper, _), index in self._places.items():
            placed[helper].append((index, -1))
        rows = [*askings.values(), *needs, *placed.values()]
        high = [1.0] * len(askings) + [0.0] * (len(needs) + len(placed))
        low = [-np.inf] * (len(askings) + len(needs)) + [0.0] * len(placed)
        return [self._matrix(rows)], [np.array(low)], [np.array(high)]

    def _matrix(self, rows: Sequence[Sequence[tuple[int, int]]]) -> coo_array:
        entries = [(row, *entry) for row, entries in enumerate(rows) for entry in entries]
        at, column, value = (np.array(each) for each in zip(*entries, strict=True))
        return coo_array((value, (at, column)), shape=(len(rows), self.size))
