"""What may be shown of a row of counts, and what an attacker makes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commissioning_standards.region.protecting import MINIMUM, Run, protected

from .table import splits

rows = st.lists(st.integers(0, 40), min_size=2, max_size=7)
minimums = st.integers(2, 12)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([0, 2, 7, 5, 1], [(0, 2, 9), (3, 4, 6)]),
        ([0, 6, 9, 5, 5], [(0, 1, 6), (2, 2, 9), (3, 3, 5), (4, 4, 5)]),
        ([5, 6], [(0, 0, 5), (1, 1, 6)]),
        ([3, 3, 3, 9], [(0, 1, 6), (2, 3, 12)]),
        ([0, 0, 15, 0, 0], []),
        ([1, 0, 14, 0, 0], []),
        ([4, 5], []),
        ([0, 0, 0], []),
        ([9], []),
    ],
)
def test_small_counts_go_with_their_neighbours(
    counts: Sequence[int], expected: Sequence[tuple[int, int, int]]
) -> None:
    """Groups of five or more are shown, as many as there can be; else nothing is."""
    assert tuple(Run(*each) for each in expected) == protected(counts)


@given(rows, minimums)
def test_no_group_that_is_shown_is_small(counts: list[int], minimum: int) -> None:
    """Every figure counts as many councils as asked for."""
    assert all(run.count >= minimum for run in protected(counts, minimum))


@given(rows, minimums)
def test_shown_groups_come_to_the_total(counts: list[int], minimum: int) -> None:
    """What is shown adds up, and no cell is in two groups or in none."""
    runs = protected(counts, minimum)
    cells = [cell for run in runs for cell in range(run.first, run.last + 1)]

    assert cells in ([], list(range(len(counts))))
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


def alike(total: int, cells: int, minimum: int) -> dict[Shown, list[Row]]:
    """Every row there could be, by what is shown of it: all that an attacker can know."""
    found: dict[Shown, list[Row]] = defaultdict(list)
    for counts in splits(total, cells):
        found[protected(counts, minimum)].append(counts)
    return found


def values(candidates: Iterable[Row], cell: int) -> set[int]:
    """What a cell could hold, as far as an attacker can tell."""
    return {counts[cell] for counts in candidates}


@pytest.mark.parametrize("cells", [2, 3, 4, 5])
@pytest.mark.parametrize("total", range(2, 21))
def test_who_knows_the_rule_finds_no_small_cell(total: int, cells: int) -> None:
    """Of every row that there can be: knowing rule and total, no small count can be had.

    A count that is held back could be anything from none to four, or more.
    """
    least = min(total, MINIMUM - 1)
    for shown, candidates in alike(total, cells, MINIMUM).items():
        for cell in range(cells):
            could_be = values(candidates, cell)
            alone = any(run.is_single and run.first == cell for run in shown)
            assert alone or max(could_be) - min(could_be) >= least, (shown, cell)


@pytest.mark.parametrize("cells", [2, 3, 4, 5])
@pytest.mark.parametrize("total", range(2, 21))
def test_who_knows_its_own_answer_too_finds_no_small_cell(total: int, cells: int) -> None:
    """A council that subtracts itself does not learn what another one answered."""
    for shown, candidates in alike(total, cells, MINIMUM).items():
        for own in range(cells):
            left = [counts for counts in candidates if counts[own]]
            for cell in range(cells) if left else ():
                could_be = values(left, cell)
                assert len(could_be) > 1 or min(could_be) >= MINIMUM, (shown, own, cell)
