"""What may be shared after something was shared already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from attrs import evolve

from commissioning_standards.region.sharing.editions import Edition, Fate, after, edition_of, fate
from commissioning_standards.region.sharing.placing import Placed, Placings
from commissioning_standards.region.sharing.protecting import MINIMUM, Run
from commissioning_standards.region.sharing.table import Terms, share

from .table import counted, placed, splits

Counts = tuple[int, ...]
Councils = tuple[Placed, ...]


def edition(councils: Councils, cells: int = 3, minimum: int = MINIMUM) -> Edition:
    """What was shared of these councils."""
    placings = counted(councils, cells)
    return edition_of(placings, share(placings, Terms(minimum)), "2026 27")


def shown(placings: Placings, *before: Edition) -> tuple[Run, ...] | None:
    """What is shared of the one row now; None where the table stays what it was."""
    if fate(before, placings, MINIMUM) is not Fate.NEW:
        return None
    (row,) = after(before, placings, share(placings)).rows
    return row.runs


def test_the_first_edition_is_made() -> None:
    """Where nothing was shared, nothing stands in the way."""
    assert fate([], counted(placed((6, 6, 6)), 3), MINIMUM) is Fate.NEW


def test_an_edition_with_nothing_new_is_not_made_again() -> None:
    """The same councils with the same answers have the same table."""
    councils = placed((6, 6, 6))

    assert fate([edition(councils)], counted(councils, 3), MINIMUM) is Fate.SAME


@pytest.mark.parametrize("many", [1, 4])
def test_one_who_joins_alone_is_not_counted_yet(many: int) -> None:
    """Whoever subtracted the two tables would learn what those few answered."""
    councils = placed((6, 6, 6))
    joined = placed((0, 0, many), "new")

    assert fate([edition(councils)], counted(councils + joined, 3), MINIMUM) is Fate.TOO_FEW


def test_one_who_leaves_alone_is_still_counted() -> None:
    """A council that withdraws is protected as one that joins."""
    councils = placed((6, 6, 6))

    assert fate([edition(councils)], counted(councils[1:], 3), MINIMUM) is Fate.TOO_FEW


def test_one_who_sends_another_return_alone_is_counted_as_before() -> None:
    """Who answers anew is protected too."""
    councils = placed((6, 6, 6))
    changed = (evolve(councils[0], cells=bytes([2])), *councils[1:])

    assert fate([edition(councils)], counted(changed, 3), MINIMUM) is Fate.TOO_FEW


def test_enough_who_join_in_two_groups_are_counted() -> None:
    """Ten who join, five in each of two groups, give nobody away."""
    councils = placed((6, 6, 6))
    placings = counted(councils + placed((5, 0, 5), "new"), 3)

    assert shown(placings, edition(councils)) == (Run(0, 0, 11), Run(1, 1, 6), Run(2, 2, 11))


def test_who_join_all_in_one_group_hold_the_row_back() -> None:
    """Nobody learns that all who joined answered alike."""
    councils = placed((6, 6, 6))
    placings = counted(councils + placed((5, 0, 0), "new"), 3)

    assert shown(placings, edition(councils)) == ()


def test_a_row_keeps_the_groups_in_which_it_was_shown() -> None:
    """Other groups would let both be put together into smaller ones."""
    councils = placed((4, 6, 6))
    joined = placed((5, 0, 5), "new")

    assert shown(counted(councils + joined, 3), edition(councils)) == (
        Run(0, 1, 15),
        Run(2, 2, 11),
    )


def test_a_row_held_back_once_stays_so() -> None:
    """That it can be shown now would tell why it could not be before."""
    councils = placed((0, 15, 0))
    joined = placed((5, 0, 5), "new")

    assert shown(counted(councils + joined, 3), edition(councils)) == ()


def test_a_row_held_back_for_want_of_councils_may_be_shown_later() -> None:
    """With so few councils nothing was shown whatever they answered."""
    councils = placed((0, 8, 0))
    joined = placed((5, 0, 5), "new")

    assert shown(counted(councils + joined, 3), edition(councils)) == (
        Run(0, 0, 5),
        Run(1, 1, 8),
        Run(2, 2, 5),
    )


def test_a_table_without_any_row_stands_in_nobodys_way() -> None:
    """With so few councils it said nothing, so that there is nothing to subtract."""
    councils = placed((0, 3, 3))
    more = placed((0, 2, 2), "new")

    assert fate([edition(councils)], counted(councils + more[:1], 3), MINIMUM) is Fate.NEW
    assert shown(counted(councils + more, 3), edition(councils)) == (Run(1, 1, 5), Run(2, 2, 5))


def test_a_table_held_back_for_what_it_is_stands_in_the_way() -> None:
    """Ten councils are enough to show a row, so that none is shown says that they are alike."""
    councils = placed((0, 10, 0))
    joined = placed((0, 0, 1), "new")

    assert fate([edition(councils)], counted(councils + joined, 3), MINIMUM) is Fate.TOO_FEW


def test_a_table_without_any_row_is_made_anew_with_another_minimum() -> None:
    """With the same one it is the same; with a smaller one there may be something to show."""
    councils = placed((0, 3, 3))
    before = [edition(councils)]

    assert fate(before, counted(councils, 3), MINIMUM) is Fate.SAME
    assert fate(before, counted(councils, 3), 3) is Fate.NEW


def test_a_row_of_ten_alike_was_held_back_for_what_it_is() -> None:
    """Ten councils could have been shown in two groups, so it stays held back."""
    joined = placed((5, 0, 5), "new")

    for many in (10, 12):
        councils = placed((0, many, 0))
        assert shown(counted(councils + joined, 3), edition(councils)) == ()


def test_a_row_held_back_in_any_edition_stays_so() -> None:
    """Also where a later edition shows it, and nothing else stands in the way."""
    first = placed((0, 15, 0))
    second = first + placed((6, 0, 6), "second")
    placings = counted(second + placed((5, 0, 5), "new"), 3)

    assert shown(placings, edition(second)) == (Run(0, 0, 11), Run(1, 1, 15), Run(2, 2, 11))
    assert shown(placings, edition(first), edition(second)) == ()


def test_a_row_shown_in_two_ways_is_held_back() -> None:
    """Groups that overlap could be put together into smaller ones."""
    first, second = placed((4, 6, 6)), placed((6, 4, 6))
    placings = counted(placed((12, 12, 12), "new"), 3)

    assert edition(first).bounds != edition(second).bounds
    assert shown(placings, edition(first), edition(second)) == ()


@pytest.mark.parametrize(("before", "expected"), [(9, ()), (10, (5, 5, 10))])
def test_a_group_that_became_too_small_holds_the_row_back(
    before: int, expected: tuple[int, ...]
) -> None:
    """Five who leave each of two groups may leave five behind, and no fewer."""
    councils = placed((before, before, before))
    gone = {each.council for cell in range(2) for each in councils[cell * before :][:5]}
    placings = counted(tuple(each for each in councils if each.council not in gone), 3)
    runs = shown(placings, edition(councils))

    assert runs is not None
    assert tuple(run.count for run in runs) == expected


def test_a_row_without_room_for_those_of_whom_nothing_can_be_said_is_held_back() -> None:
    """Where all could be told of before, its groups leave nobody out, and now they would."""
    councils = placed((0, 6, 6))
    placings = counted(councils + placed((5, 0, 5), "new"), 3)

    assert shown(placings, edition(councils)) == ()


def test_who_joined_since_any_edition_may_not_be_all_alike() -> None:
    """It is not enough that they are mixed with those who joined before them."""
    first = placed((6, 6, 6))
    second = first + placed((5, 0, 5), "second")
    placings = counted(second + placed((0, 5, 0), "third"), 3)

    assert shown(placings, edition(first)) == (Run(0, 0, 11), Run(1, 1, 11), Run(2, 2, 11))
    assert shown(placings, edition(first), edition(second)) == ()


def test_every_earlier_edition_counts() -> None:
    """A council that went and came back is not found by way of the first table."""
    first = placed((6, 6, 6))
    second = first + placed((5, 0, 5), "new")
    third = (*second[1:], *placed((0, 1, 0), "late"))
    placings = counted(third[:17] + third[27:], 3)

    assert fate([edition(first), edition(second)], placings, MINIMUM) is Fate.TOO_FEW


# Everything that could have happened between two editions, as whoever has both of them sees it.
Story = tuple[Counts, Counts, Counts]
CASES = [
    (3, 8, 0, 5),
    (3, 10, 0, 5),
    (3, 15, 0, 5),
    (3, 11, 0, 10),
    (4, 10, 0, 5),
    (2, 12, 0, 11),
    (2, 15, 0, 10),
    (3, 12, 5, 0),
    (3, 15, 5, 0),
    (3, 12, 3, 2),
    (3, 14, 5, 5),
    (2, 20, 10, 10),
    (2, 14, 5, 10),
    (2, 15, 1, 0),
    (2, 15, 2, 3),
]


def stories(cells: int, many: int, leave: int, join: int) -> Iterator[Story]:
    """Every way in which so many could have answered, and so many left and joined."""
    for before in splits(many, cells):
        for left in splits(leave, cells):
            if all(gone <= there for gone, there in zip(left, before, strict=True)):
                for joined in splits(join, cells):
                    yield before, left, joined


def after_it(story: Story) -> Councils:
    """The councils that are there in the end."""
    before, left, joined = story
    staying = tuple(there - gone for there, gone in zip(before, left, strict=True))
    return placed(staying) + placed(joined, "new")


@pytest.mark.parametrize(("cells", "many", "leave", "join"), CASES)
def test_who_has_both_editions_finds_no_small_cell(
    cells: int, many: int, leave: int, join: int
) -> None:
    """Whoever subtracts them, and knows the rules and who came and went, learns nothing small.

    Of those who were there, of those who left and of those who joined alike.
    """
    seen: dict[object, list[Story]] = defaultdict(list)
    for story in stories(cells, many, leave, join):
        first = edition(placed(story[0]), cells)
        seen[
            first.bounds, first_counts(story, first), shown(counted(after_it(story), cells), first)
        ].append(story)
    for output, told in seen.items():
        for whom, total in enumerate((many, leave, join)):
            for cell in range(cells if total else 0):
                could_be = {story[whom][cell] for story in told}
                known = min(could_be) >= MINIMUM or (cell == 0 and could_be == {0})
                assert known or len(could_be) > 1, (output, whom, cell)


def first_counts(story: Story, first: Edition) -> tuple[int, ...]:
    """The counts that the first edition shows."""
    (bounds,) = first.bounds
    return tuple(sum(story[0][start : end + 1]) for start, end in bounds)
