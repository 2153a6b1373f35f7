"""The rows of a region's table, and what their cells are called."""

from __future__ import annotations

import pytest

import commissioning_standards as cs
from commissioning_standards.region.sharing.questions import Measure, Question, questions_of

from ..small import one_standard

ROUTE_MAP = cs.load_framework("route-map")


def row(measure: Measure = Measure.LEVEL, part: str = "standard") -> Question:
    """One row of a small framework."""
    found = questions_of(one_standard(), measure)
    return next(each for each in found if each.part == part)


def test_every_part_but_the_whole_has_a_row_of_levels() -> None:
    """No row makes one word of a council."""
    card = cs.score(cs.assess(ROUTE_MAP, {}))
    expected = [each.id for each in card.parts if each.part != "overall"]

    actual = [each.id for each in questions_of(ROUTE_MAP, Measure.LEVEL)]

    assert expected == actual


@pytest.mark.parametrize("measure", [Measure.SPREAD, Measure.AWARENESS])
def test_voices_and_awareness_are_counted_of_standards(measure: Measure) -> None:
    """What is told of voices and peer teams is told standard by standard."""
    found = questions_of(ROUTE_MAP, measure)

    assert [each.id for each in found] == [each.id for each in ROUTE_MAP.standards]


def test_no_two_rows_have_one_key() -> None:
    """Rows of two editions are matched by their keys."""
    keys = [each.key for each in questions_of(ROUTE_MAP, *Measure)]

    assert len(set(keys)) == len(keys)


def test_a_standards_levels_have_two_halves() -> None:
    """Scores with decimals can be parted halfway between two levels; the top level cannot."""
    question = row()

    assert list(map(str, question.starts)) == ["1", "3/2", "2", "5/2", "3", "7/2", "4"]
    assert question.cuts == {1, 3, 5, 7}


def test_a_criterions_levels_are_whole() -> None:
    """A criterion is rated at a level, and nothing lies between."""
    assert list(map(str, row(part="criterion").starts)) == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("first", "last", "whole", "expected"),
    [
        (0, 0, True, "No score"),
        (1, 2, True, "1 Level A"),
        (3, 6, True, "2 Level B or 3 Level C"),
        (0, 4, True, "No score, 1 Level A or 2 Level B"),
        (0, 0, False, "No score"),
        (0, 3, False, "No score or below 2.5"),
        (1, 3, False, "1 to below 2.5"),
        (4, 7, False, "2.5 or above"),
    ],
)
def test_groups_have_names(first: int, last: int, whole: bool, expected: str) -> None:  # noqa: FBT001 - a case
    """Whole levels are called by their names, and parts of them by figures."""
    assert expected == row().name(first, last, whole=whole)


def test_names_within_a_sentence_begin_small() -> None:
    """Only the first of several names has a capital."""
    assert row(Measure.AWARENESS).name(1, 3, whole=True) == (
        "Sees itself lower, alike or sees itself higher"
    )
