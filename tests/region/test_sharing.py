"""The table that may be shared."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import commissioning_standards as cs
from commissioning_standards.region.sharing.placing import place
from commissioning_standards.region.sharing.protecting import Run
from commissioning_standards.region.sharing.questions import Measure, questions_of
from commissioning_standards.region.sharing.table import (
    SharedRow,
    SharedTable,
    Terms,
    digest_of,
    share,
)
from commissioning_standards.region.sharing.telling import (
    counted_in_words,
    made_from,
    middle_as_cell,
    middle_in_words,
    minimum_in_words,
    row_in_words,
)
from commissioning_standards.rules import rule_named

from .councils import FRAMEWORK, rounds
from .table import counted, placed


def row(counts: Sequence[int]) -> SharedRow:
    """One row as it may be shared."""
    return share(counted(placed(counts), len(counts))).rows[0]


def region(many: int = 12) -> SharedTable:
    """What a region of so many councils shares: half of them low, and half high."""
    councils = {f"Council {each}": [1, 1] if each % 2 else [3, 3] for each in range(many)}
    return share(place(rounds(councils), FRAMEWORK, "2026-27"))


def test_a_table_says_how_many_councils_it_counts() -> None:
    """Who is counted is nobody's secret; who they are is."""
    table = region()

    assert counted_in_words(table) == "12 councils are counted, and none is named."
    assert [each for each in map(row_in_words, table.rows) if "Council" in each] == []


def test_one_council_is_counted_in_the_singular() -> None:
    """The words fit the number."""
    assert counted_in_words(region(1)) == "1 council is counted, and none is named."


@pytest.mark.parametrize("minimum", [4, 0, -1])
def test_a_lower_minimum_has_to_be_allowed(minimum: int) -> None:
    """Nobody lowers it by a slip."""
    with pytest.raises(cs.CommissioningError, match="--allow-small-groups"):
        Terms(minimum)


def test_a_minimum_that_protects_nobody_is_refused() -> None:
    """In a group of two each knows the other."""
    with pytest.raises(cs.CommissioningError, match="protect nobody"):
        Terms(2, allow_small=True)


def test_a_lowered_minimum_is_recorded() -> None:
    """Whoever reads the table learns that it protects less than is usual."""
    table = share(counted(placed((3, 3, 3)), 3), Terms(3, allow_small=True))

    assert table.is_lowered
    assert minimum_in_words(table) == (
        "Groups of 3 are shown, fewer than the usual 5, as whoever made this asked for."
    )


def test_the_usual_minimum_is_not_called_lowered() -> None:
    """Nobody is told of an exception that was not made."""
    assert not region().is_lowered


def test_a_table_names_the_rule_of_scoring_as_it_is_today() -> None:
    """Whoever makes a table without a word of the rule has scored by the mean."""
    rule = rule_named("mean")

    assert region().rule == (rule.name, rule.version)


def test_a_higher_minimum_needs_no_leave() -> None:
    """More protection is anybody's to ask for."""
    table = share(counted(placed((9, 9, 9)), 3), Terms(10))

    assert not table.is_lowered
    assert [run.count for run in table.rows[0].runs] == []


def test_a_table_was_made_from_returns_in_any_order() -> None:
    """The digest of all returns does not depend on how they were read."""
    assert digest_of(["b", "a"]) == digest_of(["a", "b"]) != digest_of(["a"])


def test_a_table_says_what_it_was_made_from_and_by() -> None:
    """Framework, rule, software and the returns' digest stand in one line."""
    table = region()

    assert FRAMEWORK.digest in made_from(table)
    assert table.made_from in made_from(table)
    assert f"commissioning-standards {cs.__version__}" in made_from(table)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 6, 9), "at Cell 2"),
        ((6, 6, 9), "at Cell 1"),
        ((0, 7, 7), "between “Cell 1” and “Cell 2”"),
        ((0, 14, 0), ""),
        ((9, 0, 6), "without a score"),
        ((1, 8, 6), "at Cell 1, or without a score"),
        ((0, 3, 7, 6), "at Cell 2 or below"),
        ((0, 6, 3, 7), "at Cell 2 or above"),
        ((0, 5, 3, 7, 5), "at Cell 2 or cell 3"),
    ],
)
def test_the_middle_council_is_in_a_group(counts: Sequence[int], expected: str) -> None:
    """The middle is told as far as the shown groups tell it."""
    assert expected == middle_in_words(row(counts))


@pytest.mark.parametrize(
    ("share_of", "expected"), [(1, ["Cell 1"]), (2, ["Cell 2"]), (3, ["Cell 2", "Cell 3"])]
)
def test_quarters_are_reached_from_the_lowest_up(share_of: int, expected: list[str]) -> None:
    """A quarter that ends between two groups names both."""
    shown = row((0, 6, 9, 5))

    assert expected == [shown.label(each) for each in shown.at(share_of, 4)]


def test_a_quarter_that_ends_between_two_groups_names_no_third() -> None:
    """However many groups follow, the two beside the end are named."""
    shown = row((5, 5, 5, 5))

    assert [shown.label(each) for each in shown.at(1, 4)] == ["Cell 0", "Cell 1"]


@pytest.mark.parametrize(
    ("parted", "is_whole"),
    [
        ([(0, 2), (3, 7)], True),
        ([(0, 1), (2, 4), (5, 7)], False),
        ([(0, 2), (3, 5), (6, 7)], False),
    ],
)
def test_one_level_that_is_parted_makes_halves_of_all(
    parted: Sequence[tuple[int, int]], *, is_whole: bool
) -> None:
    """A row is read by whole levels only where every group ends with one."""
    question = next(
        each for each in questions_of(FRAMEWORK, Measure.LEVEL) if each.part == "standard"
    )
    runs = tuple(Run(first, last, 5) for first, last in parted)

    assert SharedRow(question, runs).is_whole == is_whole


def test_a_row_in_words_says_groups_and_counts() -> None:
    """What is shown can be read aloud."""
    assert row_in_words(row((0, 2, 6, 9))) == "Standard A. Cell 1 or cell 2: 8; Cell 3: 9."
    assert row_in_words(row((0, 14, 0))) == "Standard A: held back."


def test_rows_are_found_by_measure_and_part() -> None:
    """A picture takes the rows of one kind."""
    table = region()

    assert [each.question.part for each in table.of(Measure.LEVEL, "domain")] == ["domain"]
    assert {each.question.measure for each in table.of(Measure.SPREAD)} == {Measure.SPREAD}


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (0, 3, "Below 2.5, or without a score"),
        (1, 3, "Below 2.5"),
        (4, 7, "At 2.5 or above"),
        (2, 3, "At 1.5 to below 2.5"),
    ],
)
def test_the_middle_among_halves_of_levels_is_told_by_figures(
    first: int, last: int, expected: str
) -> None:
    """Where a level is parted, its name would say too much."""
    question = next(
        each for each in questions_of(FRAMEWORK, Measure.LEVEL) if each.part == "standard"
    )
    others = [Run(0, first - 1, 5)] if first > 1 else []
    more = [Run(last + 1, 7, 5)] if last < 7 else []

    assert middle_as_cell(SharedRow(question, (*others, Run(first, last, 20), *more))) == expected


def test_the_middle_of_what_is_no_level_is_a_group_by_its_name() -> None:
    """Groups that are no steps of a ladder are not told as above or below."""
    question = next(iter(questions_of(FRAMEWORK, Measure.AWARENESS)))
    shown = SharedRow(question, (Run(0, 1, 9), Run(2, 3, 5)))

    assert middle_in_words(shown) == "in “Cannot be told or sees itself lower”"
