"""The page on how a score is made is true in every sum."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

import commissioning_standards as cs
from commissioning_standards.figures import shown
from tests.docs.pages import page
from tests.test_explanation import worked_out

SUMS = re.findall(
    r"`([^`\n]+ (?:=|is) [-\d/]+)`(?:, shown as (\S+))?", page("how-a-score-is-made.md")
)
EXAMPLE = ("8/3", "9/4", "3", "7/3", "5/2", "67/36", "28/9")


@pytest.mark.parametrize(("written", "rounded"), SUMS)
def test_every_sum_of_the_page_is_right(written: str, rounded: str) -> None:
    """Worked out with a calculator, each sum comes to what the page says, and is shown so."""
    value = worked_out(written)

    assert not rounded or shown(value) == rounded


def test_the_worked_example_is_all_there() -> None:
    """The page holds the sums of the worked example that every part of this software keeps to."""
    results = {worked_out(written) for written, _ in SUMS}

    assert set(map(Fraction, EXAMPLE)) <= results


def test_the_route_map_has_no_weights() -> None:
    """The page says that everything in the route map counts once."""
    framework = cs.load_framework("route-map")
    weights = [
        *(each.weight for each in framework.domains),
        *(each.weight for each in framework.standards),
        *(each.weight for each in framework.criteria),
    ]

    assert set(weights) == {Fraction(1)}
