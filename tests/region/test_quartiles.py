"""Quartiles, which only the region itself may read."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from commissioning_standards.region.sharing.exact_figures import quartile_rows
from commissioning_standards.region.sharing.quartiles import Quartiles, quartiles

from .councils import FRAMEWORK, rounds


def spread(*levels: object) -> Quartiles:
    """The quartiles of the one standard, of councils at these levels."""
    councils = {f"Council {number}": [each, each] for number, each in enumerate(levels)}
    found = quartiles(rounds(councils), FRAMEWORK)
    return next(each for each in found if each.question.part == "standard")


def test_quartiles_are_a_spreadsheets() -> None:
    """1, 2, 3, 4 has the quartiles 1.75, 2.5 and 3.25, as QUARTILE.INC says."""
    found = spread(1, 2, 3, 4)

    assert (found.lower, found.median, found.upper) == (
        Fraction(7, 4),
        Fraction(5, 2),
        Fraction(13, 4),
    )


def test_one_council_is_all_of_its_quartiles() -> None:
    """A single figure is not spread."""
    found = spread(3)

    assert {found.lowest, found.lower, found.median, found.upper, found.highest} == {3}


def test_councils_without_a_score_are_left_out() -> None:
    """Quartiles are of those who have a score, and say how many."""
    found = spread(1, None, 3)

    assert found.councils == 2
    assert found.median == Fraction(2)


def test_councils_that_are_not_counted_have_no_part_in_them() -> None:
    """A quick form among full ones, and a council without its own view, are left out."""
    (one,) = rounds({"Borsetshire": [2, 2]})
    assert one.own is not None
    others = [evolve(one, own=None), evolve(one, own=evolve(one.own, form="quick"))]

    assert {each.councils for each in quartiles(others, FRAMEWORK)} == {0}


def test_without_any_score_there_are_no_quartiles() -> None:
    """Nothing is made of nothing."""
    found = spread(None)

    assert (found.councils, found.median) == (0, None)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=30))
def test_quartiles_are_in_order(levels: list[int]) -> None:
    """From the lowest to the highest, none is out of place."""
    found = spread(*levels)
    values = [found.lowest, found.lower, found.median, found.upper, found.highest]

    assert values == sorted(each for each in values if each is not None)


def test_rows_are_floats_for_programs() -> None:
    """A row has the figures under their names."""
    row = quartile_rows([spread(1, 2, 3, 4)])[0]

    assert (row["councils"], row["lower_quartile"], row["highest"]) == (4, 1.75, 4.0)
