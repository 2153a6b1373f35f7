"""Real councils' published scores: each reproduces, and the one that cannot be right is told."""

from __future__ import annotations

import csv
from fractions import Fraction
from math import ceil, floor
from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards.assurance.cqc_files import chosen_judgement

CASES = Path(__file__).parents[1] / "cases" / "cqc-published.csv"
ROWS = list(csv.DictReader(CASES.read_text("utf-8").splitlines()))
INCONSISTENT = "Liverpool City Council"
HELD = cs.read_cqc(CASES)


def scores_of(row: dict[str, str]) -> list[str]:
    """A row's nine scores, in the order of its columns."""
    return list(row.values())[2:11]


@pytest.mark.parametrize(
    "row", [each for each in ROWS if each["council"] != INCONSISTENT], ids=lambda r: r["council"]
)
def test_every_published_row_reproduces(row: dict[str, str]) -> None:
    """Sum, percentage and band are what was published of this council."""
    found = chosen_judgement(HELD, row["council"], asked=True)
    scores = [int(each) for each in scores_of(row) if each]

    assert found.rating == row["rating"]
    if scores:
        assert found.total == sum(scores)
        assert cs.cqc(scores_of(row)).rating == row["rating"]
    if row["overall_percent"]:
        assert found.percentage == int(row["overall_percent"])


def test_rounding_up_fits_every_published_percentage() -> None:
    """What the scheme says of rounding is what the cases show: up fits nine, to the nearest six."""
    stated = [
        (found.total, int(row["overall_percent"]))
        for row in ROWS
        if row["overall_percent"]
        for found in [chosen_judgement(HELD, row["council"], asked=True)]
    ]
    shares = [(Fraction(100 * (total or 0), 36), percentage) for total, percentage in stated]
    to_nearest = [each for each in shares if floor(each[0] + Fraction(1, 2)) == each[1]]

    assert [ceil(share) for share, _ in shares] == [percentage for _, percentage in shares]
    assert (len(shares), len(to_nearest)) == (9, 6)
    assert "Each of the nine published percentages" in HELD.judgements[0].scheme.rule


@pytest.mark.parametrize(
    ("council", "scores", "total", "percentage"),
    [("West Berkshire", [3] * 5 + [2] * 4, 23, 64), ("Blackpool", None, 12, 34)],
)
def test_sums_that_are_told_in_words_reproduce(
    council: str, scores: list[int] | None, total: int, percentage: int
) -> None:
    """Five scores of 3 and four of 2, in whatever order, and 12 points, as the sources say."""
    row = next(each for each in ROWS if council in each["council"])
    found = cs.cqc(scores or scores_of(row), rating=row["rating"])

    assert (found.total, found.percentage) == (total, percentage)
    assert chosen_judgement(HELD, row["council"], asked=True).possible == (total,)


def test_every_row_has_its_source_and_day() -> None:
    """Each figure can be looked up, and its day is known."""
    assert all(each.published and each.source.startswith("http") for each in HELD.judgements)


def test_the_inconsistent_row_is_told() -> None:
    """A row whose scores and rating cannot both be right is told, and the others are kept."""
    (fault,) = HELD.problems

    assert (fault.code, fault.found, fault.allowed) == (
        "rating-differs",
        "Good",
        "Requires improvement",
    )
    assert fault.place.item == f"line 11, {INCONSISTENT}"
    assert len(HELD.judgements) == len(ROWS) - 1


def test_boundaries_fall_as_published() -> None:
    """York at 14 points and Wakefield at 22 are the two ends of one band."""
    york, wakefield = (chosen_judgement(HELD, each, asked=True) for each in ("York", "Wakefield"))

    assert (york.total, york.percentage, york.rating) == (14, 39, "Requires improvement")
    assert (wakefield.total, wakefield.percentage) == (22, 62)
    assert wakefield.up
    assert (wakefield.up.rating, wakefield.up.points) == ("Good", 1)
