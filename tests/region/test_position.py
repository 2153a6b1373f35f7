"""Where one council stands, for that council alone."""

from __future__ import annotations

from commissioning_standards.region.sharing.own_paper import own_paper, position_rows
from commissioning_standards.region.sharing.placing import place
from commissioning_standards.region.sharing.position import Counted, Position, positions
from commissioning_standards.region.sharing.table import SharedTable, share
from commissioning_standards.reports.as_html import page

from .councils import FRAMEWORK, rated, rounds


def table(low: int = 6, high: int = 7) -> SharedTable:
    """So many councils at the first level, and so many at the third."""
    councils = {f"Low {each}": [1, 1] for each in range(low)}
    councils |= {f"High {each}": [3, 3] for each in range(high)}
    return share(place(rounds(councils), FRAMEWORK, "2026-27"))


def standing(shared: SharedTable, ratings: list[object]) -> Position:
    """Where a council with these ratings stands on the one standard."""
    found = positions(shared, rated(ratings))
    return next(each for each in found if each.question.part == "standard")


def test_a_council_sees_its_group_and_how_many_are_beside_it() -> None:
    """Lower, alike and higher come to all councils."""
    found = standing(table(), [3, 3])

    assert found.own == "3 Level C"
    assert found.run is not None
    assert (found.below, found.run.count, found.above) == (6, 7, 0)


def test_a_council_at_the_bottom_sees_those_above() -> None:
    """The lowest group has nobody below it."""
    found = standing(table(), [1, 1])

    assert (found.below, found.above) == (0, 7)


def test_where_a_row_is_held_back_only_the_own_level_is_told() -> None:
    """A council learns of a row no more than anybody else does."""
    found = standing(table(low=2), [3, 3])

    assert found.own == "3 Level C"
    assert (found.run, found.below, found.above) == (None, None, None)


def test_a_council_without_a_score_is_in_no_group() -> None:
    """Where all counted councils have a score, one without was not counted."""
    rows = position_rows(table(), rated([None, None]))

    assert {each["group"] for each in rows} == {""}
    assert "Not counted" in page(own_paper(table(), rated([None, None])))


def test_the_paper_names_no_other_council() -> None:
    """What one council is given names that council and none else."""
    told = page(own_paper(table(), rated([1, 1], "Borsetshire")))

    assert "Borsetshire" in told
    assert "Low 1" not in told
    assert "High 1" not in told


def test_rows_give_the_same_figures() -> None:
    """What stands in the paper stands in the table for programs too."""
    (row,) = (
        each
        for each in position_rows(table(), rated([3, 3]))
        if (each["part"], each["id"]) == ("standard", "standard-1")
    )

    assert (row["own"], row["lower"], row["alike"], row["higher"]) == ("3 Level C", 6, 7, 0)


def test_the_paper_names_the_group() -> None:
    """A number in a group means little without the group."""
    told = page(own_paper(table(), rated([3, 3])))

    assert '<th scope="col">Your group</th>' in told
    assert "2.5 or above" in told or "Level C or" in told


def test_a_council_that_is_not_counted_is_in_no_group() -> None:
    """Its own level is told, and no group."""
    rows = position_rows(table(), rated([3, 3], "Elm"), Counted.NOT)

    assert {each["group"] for each in rows} == {""}
    assert rows[-1]["own"] == "3 Level C"


def test_held_back_rows_say_so_in_the_paper() -> None:
    """Nothing is left blank without a reason."""
    assert "Held back" in page(own_paper(table(low=2), rated([3, 3])))
