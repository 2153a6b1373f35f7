"""What may be shared after councils sent another return, beside somebody who knows which did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, repeat

import pytest
from attrs import evolve

from commissioning_standards.region.sharing.editions import after, edition_of
from commissioning_standards.region.sharing.placing import Placed
from commissioning_standards.region.sharing.protecting import MINIMUM, Run
from commissioning_standards.region.sharing.table import share

from .table import counted, placed, splits

Counts = tuple[int, ...]
# How many went from each cell to each.
Moved = tuple[Counts, ...]


def again(before: Counts, moved: Moved) -> tuple[Placed, ...]:
    """The councils after some of each cell sent another return."""
    councils = placed(before)
    return tuple(
        evolve(each, cells=bytes([cell]))
        for start, many, row in zip(starts(before), before, moved, strict=True)
        for each, cell in zip(councils[start : start + many], cells_of(row), strict=False)
    )


def starts(before: Counts) -> Iterator[int]:
    """Where the councils of each cell begin."""
    return (sum(before[:cell]) for cell in range(len(before)))


def cells_of(row: Sequence[int]) -> Iterator[int]:
    """The cells into which those of one cell came, one after the other."""
    return chain.from_iterable(repeat(cell, many) for cell, many in enumerate(row))


def two_tables(before: Counts, moved: Moved) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The one row as it was shared, and as it is now that all may be counted anew.

    Each who sent another return fell elsewhere in some other row, at least.
    """
    cells = len(before)
    first, second = counted(placed(before), cells), counted(again(before, moved), cells)
    table = share(first)
    (row,) = after([edition_of(first, table, "2026 27")], second, share(second)).rows
    return table.rows[0].runs, row.runs


def with_those_who_stayed(before: Counts, moved: Moved) -> Moved:
    """The same with those who sent nothing, who stay where they are."""
    return tuple(
        tuple(many + (before[cell] - sum(row)) * (cell == to) for to, many in enumerate(row))
        for cell, row in enumerate(moved)
    )


def shown(before: Counts, moved: Moved) -> tuple[int, ...]:
    """The counts that are shown after such moves; nothing where the row is held back."""
    _, runs = two_tables(before, with_those_who_stayed(before, moved))
    return tuple(each.count for each in runs)


def test_who_move_all_from_one_group_to_another_hold_the_row_back() -> None:
    """Whoever knows which five sent another return would learn what each answered."""
    assert shown((10, 10), ((0, 5), (0, 0))) == ()


def test_who_move_all_into_one_group_hold_the_row_back() -> None:
    """All ten are where the row has ten more."""
    assert shown((10, 10, 10), ((0, 0, 5), (0, 0, 5), (0, 0, 0))) == ()


def test_who_move_all_out_of_one_group_hold_the_row_back() -> None:
    """All ten were where the row has ten fewer."""
    assert shown((20, 10, 10), ((0, 5, 5), (0, 0, 0), (0, 0, 0))) == ()


def test_enough_who_move_in_two_directions_are_counted() -> None:
    """Six up and five down may be any of the eleven."""
    assert shown((11, 10), ((0, 6), (5, 0))) == (10, 11)


# Everything that could have happened, as whoever has both tables sees it: the counts
# before, and how many of those who sent another return went from each cell to each.
Story = tuple[Counts, Moved]
CASES = [(2, 12, 5), (2, 15, 5), (2, 15, 8), (2, 20, 10), (2, 24, 12), (3, 10, 5)]


def stories(cells: int, many: int, resent: int) -> Iterator[Story]:
    """Every way in which so many could have answered, and so many answered anew."""
    for flat in splits(resent, cells * cells):
        moved = tuple(flat[start : start + cells] for start in range(0, len(flat), cells))
        gone = [sum(row) for row in moved]
        for rest in splits(many - resent, cells):
            yield tuple(map(sum, zip(gone, rest, strict=True))), moved


@pytest.mark.parametrize(("cells", "many", "resent"), CASES)
def test_who_knows_who_sent_another_return_finds_no_small_cell(
    cells: int, many: int, resent: int
) -> None:
    """Of those who did, it is never certain how few were in a cell, nor how few are in it."""
    seen: dict[object, list[Moved]] = defaultdict(list)
    for before, moved in stories(cells, many, resent):
        seen[two_tables(before, with_those_who_stayed(before, moved))].append(moved)
    for output, told in seen.items():
        for cell in range(cells):
            were = {sum(moved[cell]) for moved in told}
            are = {sum(row[cell] for row in moved) for moved in told}
            for could_be in (were, are):
                known = min(could_be) >= MINIMUM or (cell == 0 and could_be == {0})
                assert known or len(could_be) > 1, (output, cell)
