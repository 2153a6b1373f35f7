"""From one round to the next."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commissioning_standards.region.sharing.exact_figures import mean_rows
from commissioning_standards.region.sharing.moves import trend_in_words
from commissioning_standards.region.sharing.trend import Mean, Trend, trend

from .councils import FRAMEWORK, rounds

Councils = dict[str, Sequence[object]]


def moved(before: Councils, after: Councils) -> Trend:
    """Two rounds side by side."""
    return trend(rounds(before, "2026-27"), rounds(after, "2027-28"), FRAMEWORK)


def counts(found: Trend, part: str = "standard") -> tuple[int, ...]:
    """The counts of one part: cannot be compared, lower, the same, higher."""
    pairs = zip(found.placings.questions, found.placings.counts, strict=True)
    return next(count for each, count in pairs if each.part == part)


def mean(found: Trend) -> Mean:
    """The means of the one standard."""
    return next(each for each in found.means if each.question.part == "standard")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([2, 2], [None, None], 0),
        ([None, None], [2, 2], 0),
        ([3, 3], [2, 2], 1),
        ([2, 2], [2, 3], 2),
        ([2, 3], [3, 3], 3),
    ],
)
def test_a_council_moves_where_its_level_is_another(
    before: Sequence[object], after: Sequence[object], expected: int
) -> None:
    """Within one level it has not moved, and without a score it cannot be compared."""
    found = counts(moved({"Borsetshire": before}, {"Borsetshire": after}))

    assert found.index(1) == expected


def test_only_councils_in_both_rounds_are_counted() -> None:
    """Who joined and who left is told by number, and is in no count."""
    found = moved({"A": [1, 1], "B": [2, 2], "C": [3, 3]}, {"B": [3, 3], "C": [3, 3], "D": [1, 1]})

    assert sum(counts(found)) == 2
    assert (found.joined, found.left) == (("d",), ("a",))
    assert trend_in_words(found) == (
        "Councils in this round and in 2026-27: 2. Joined since: 1. Left since: 1. "
        "Those who joined or left are not in these figures."
    )


def test_a_council_is_the_same_however_its_name_is_written() -> None:
    """A county council is found again without those words."""
    found = moved({"Borsetshire": [2, 2]}, {"Borsetshire County Council": [3, 3]})

    assert (found.joined, found.left) == ((), ())


def test_a_change_of_the_mean_is_told_apart_from_joiners_and_leavers() -> None:
    """Worked by hand: before 1 and 3, after 3 and 4; the one in both went from 3 to 3."""
    found = mean(moved({"A": [1, 1], "B": [3, 3]}, {"B": [3, 3], "C": [4, 4]}))

    assert [str(each) for each in (found.change, found.by_leavers, found.by_joiners)] == [
        "0",
        "1",
        "1/2",
    ]


levels = st.lists(st.sampled_from([1, 2, 3, 4]), min_size=2, max_size=2)
regions = st.dictionaries(st.sampled_from("ABCDEFGH"), levels, min_size=1)


@given(regions, regions)
def test_the_parts_of_a_change_come_to_the_whole(before: Councils, after: Councils) -> None:
    """What those in both did, and what joiners and leavers did, is all that happened."""
    found = mean(moved(before, after))
    parts = (found.change, found.by_joiners, found.by_leavers)
    known = [each for each in parts if each is not None]

    assert len(known) < len(parts) or sum(known) == (found.after or 0) - (found.before or 0)


def test_without_anybody_in_both_there_is_no_change() -> None:
    """Nothing is made of two rounds that share no council."""
    found = mean(moved({"A": [1, 1]}, {"B": [2, 2]}))

    assert (found.change, found.by_joiners, found.by_leavers) == (None, None, None)


def test_rows_are_floats_for_programs() -> None:
    """A row has the figures under their names."""
    rows = mean_rows(moved({"A": [1, 1], "B": [3, 3]}, {"B": [3, 3], "C": [4, 4]}))
    (row,) = (each for each in rows if each["part"] == "standard")

    assert (row["before"], row["after"], row["by_joiners"]) == (2.0, 3.5, 0.5)


def test_two_empty_rounds_have_no_names() -> None:
    """Nobody in either is not an error."""
    found = trend([], [], FRAMEWORK)

    assert (found.before, found.placings.period, found.placings.councils) == ("", "", ())
