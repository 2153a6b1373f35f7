"""What may be shown of a row of counts, and what an attacker makes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commissioning_standards.region.sharing.protecting import MINIMUM, Run, protected

from .table import splits

rows = st.lists(st.integers(0, 40), min_size=2, max_size=7)
minimums = st.integers(2, 12)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([1, 2, 7, 5, 1], [(0, 2, 10), (3, 4, 6)]),
        ([0, 2, 7, 5, 1], [(1, 2, 9), (3, 4, 6)]),
        ([0, 6, 9, 5, 5], [(1, 1, 6), (2, 2, 9), (3, 3, 5), (4, 4, 5)]),
        ([6, 6, 9, 5, 5], [(0, 0, 6), (1, 1, 6), (2, 2, 9), (3, 3, 5), (4, 4, 5)]),
        ([5, 6], [(0, 0, 5), (1, 1, 6)]),
        ([3, 3, 3, 9], [(0, 1, 6), (2, 3, 12)]),
        ([0, 0, 15, 0, 0], []),
        ([0, 1, 14, 0, 0], []),
        ([4, 5], []),
        ([0, 0, 0], []),
        ([0, 20], []),
        ([9], []),
    ],
)
def test_small_counts_go_with_their_neighbours(
    counts: Sequence[int], expected: Sequence[tuple[int, int, int]]
) -> None:
    """Groups of five or more are shown, as many as there can be; else nothing is."""
    assert tuple(Run(*each) for each in expected) == protected(counts)


def test_rows_are_parted_between_whole_levels_if_they_can_be() -> None:
    """A level is parted only where whole ones would have to be held back."""
    halves = [0, 3, 3, 5, 3, 6, 0]

    assert protected(halves, cuts={1, 3, 5}) == (Run(1, 2, 6), Run(3, 4, 8), Run(5, 6, 6))
    assert protected([0, 0, 0, 6, 8, 0, 0], cuts={1, 3, 5}) == (Run(1, 3, 6), Run(4, 6, 8))


def test_a_lower_minimum_does_not_tell_that_all_can_be_told_of() -> None:
    """With smaller groups that would help whoever knows its own answer."""
    assert protected([0, 3, 3], 3) == (Run(0, 1, 3), Run(2, 2, 3))


@given(rows, minimums)
def test_no_group_that_is_shown_is_small(counts: list[int], minimum: int) -> None:
    """Every figure counts as many councils as asked for."""
    assert all(run.count >= minimum for run in protected(counts, minimum))


@given(rows, minimums)
def test_shown_groups_come_to_the_total(counts: list[int], minimum: int) -> None:
    """What is shown adds up, and no cell is in two groups or in none."""
    runs = protected(counts, minimum)
    cells = [cell for run in runs for cell in range(run.first, run.last + 1)]

    assert cells in ([], list(range(cells[0] if cells else 0, len(counts))))
    assert not any(counts[: cells[0]] if cells else [])
    assert sum(run.count for run in runs) in (0, sum(counts))


@given(rows, minimums)
def test_a_row_in_which_all_are_alike_says_nothing(counts: list[int], minimum: int) -> None:
    """Nobody learns from a table that every council is where another one is."""
    alike = [sum(counts) if cell == 0 else 0 for cell in range(len(counts))]

    assert protected(alike, minimum) == ()


@given(rows, minimums)
def test_a_higher_minimum_never_shows_more(counts: list[int], minimum: int) -> None:
    """Whoever asks for larger groups gets no more of them."""
    assert len(protected(counts, minimum + 1)) <= len(protected(counts, minimum))


Row = tuple[int, ...]
Shown = tuple[Run, ...]


def alike(total: int, cells: int, cuts: frozenset[int], minimum: int) -> dict[Shown, list[Row]]:
    """Every row there could be, by what is shown of it: all that an attacker can know."""
    found: dict[Shown, list[Row]] = defaultdict(list)
    for counts in splits(total, cells):
        found[protected(counts, minimum, cuts)].append(counts)
    return found


def values(candidates: Iterable[Row], cell: int) -> set[int]:
    """What a cell could hold, as far as an attacker can tell."""
    return {counts[cell] for counts in candidates}


SHAPES = [
    (2, frozenset[int](), MINIMUM, 20),
    (3, frozenset[int](), MINIMUM, 20),
    (4, frozenset[int](), MINIMUM, 20),
    (5, frozenset({1, 2, 3, 4}), MINIMUM, 20),
    (5, frozenset({1, 3}), MINIMUM, 20),
    (6, frozenset({1, 3, 5}), MINIMUM, 16),
    (5, frozenset({1, 2, 3, 4}), 3, 14),
    (8, frozenset({1, 3, 5, 7}), 3, 9),
]
EVERY = [(*shape[:3], total) for shape in SHAPES for total in range(2, shape[3] + 1)]


@pytest.mark.parametrize(("cells", "cuts", "minimum", "total"), EVERY)
def test_who_knows_the_rule_finds_no_small_cell(
    cells: int, cuts: frozenset[int], minimum: int, total: int
) -> None:
    """Of every row that there can be: knowing rule and total, no small count can be had.

    A count that is held back could be as many different numbers as the minimum
    less one, at least. That there is no council of whom nothing can be said
    may be known.
    """
    least = min(total, minimum - 1)
    for shown, candidates in alike(total, cells, cuts, minimum).items():
        for cell in range(cells):
            could_be = values(candidates, cell)
            alone = any(run.is_single and run.first == cell for run in shown)
            known = alone or (cell == 0 and could_be == {0})
            assert known or len(could_be) >= least, (shown, cell)


@pytest.mark.parametrize(("cells", "cuts", "minimum", "total"), EVERY)
def test_who_knows_its_own_answer_too_finds_no_small_cell(
    cells: int, cuts: frozenset[int], minimum: int, total: int
) -> None:
    """A council that subtracts itself does not learn what another one answered."""
    for shown, candidates in alike(total, cells, cuts, minimum).items():
        for own in range(cells):
            left = [counts for counts in candidates if counts[own]]
            for cell in range(cells) if left else ():
                could_be = values(left, cell)
                known = min(could_be) >= minimum or (cell == 0 and could_be == {0})
                assert known or len(could_be) > 1, (shown, own, cell)
