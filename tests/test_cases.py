"""Worked scores: each file in ``cases`` adds one up by hand, and the software must agree.

To add a case, copy a file, change its ratings, and work out by hand what must
come of them. An answer is a level's value, ``""`` for a blank, ``"n/a"`` or
``"dk"``; weights count 1 where they are left out.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import commissioning_standards as cs
from commissioning_standards.figures import plain
from commissioning_standards.words import figure
from tests.small import small_framework, small_scale, small_standard

CASES = {
    path.stem: tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
}
OTHER_ANSWERS = {
    "": cs.Answer.BLANK,
    "n/a": cs.Answer.NOT_APPLICABLE,
    "dk": cs.Answer.DONT_KNOW,
}


def expected_parts() -> list[Any]:
    """Every part of every case, with what must come of it."""
    return [
        pytest.param(case, part, index, id=f"{name}-{part}-{index + 1}")
        for name, case in CASES.items()
        for part, entries in (
            ("overall", [case["overall"]]),
            ("domains", case["domains"]),
            ("standards", case["standards"]),
        )
        for index, _ in enumerate(entries)
    ]


def framework_of(case: dict[str, Any]) -> cs.Framework:
    """The framework that a case describes."""
    scale = small_scale(case["levels"])
    standards = [
        small_standard(
            number,
            entry["domain"],
            entry.get("weights", [1] * len(entry["ratings"])),
            scale,
            entry.get("weight", 1),
        )
        for number, entry in enumerate(case["standards"], 1)
    ]
    return small_framework(standards, [each.get("weight", 1) for each in case["domains"]], scale)


def card_of(case: dict[str, Any]) -> cs.Scorecard:
    """The scores that the software gives."""
    framework = framework_of(case)
    answers: dict[Any, cs.Level | cs.Answer] = {level.value: level for level in framework.scale}
    answers |= OTHER_ANSWERS
    given = [each for entry in case["standards"] for each in entry["ratings"]]
    ratings = [
        cs.Rating(criterion.id, answers[rating], comment="A reason")
        for criterion, rating in zip(framework.criteria, given, strict=True)
    ]
    return cs.score(cs.Assessment(framework, tuple(ratings)), case["rule"])


def scores_of(card: cs.Scorecard, part: str) -> tuple[cs.Score, ...]:
    """The scores of one kind of part, in order."""
    return (card.overall,) if part == "overall" else getattr(card, part)


def as_written(score: cs.Score) -> dict[str, object]:
    """A score as the cases write it."""
    return {
        "score": "none" if score.score is None else str(score.score),
        "low": "none" if score.low is None else str(score.low),
        "high": "none" if score.high is None else str(score.high),
        "shown": figure(score),
        "level": "none" if score.level is None else plain(score.level.value),
        "rated": score.rated,
        "open": score.open,
        "not_applicable": score.not_applicable,
    }


@pytest.mark.parametrize(("case", "part", "index"), expected_parts())
def test_a_worked_score_comes_out_as_worked(case: dict[str, Any], part: str, index: int) -> None:
    """Every score, range, level and count is the one that was worked out by hand."""
    entries = [case["overall"]] if part == "overall" else case[part]
    expected = entries[index]["expected"]

    actual = as_written(scores_of(card_of(case), part)[index])

    assert expected == actual


def test_cases_are_found() -> None:
    """The worked example of the design is among the cases that were read."""
    assert "01-worked-example" in CASES


@pytest.mark.parametrize("name", CASES)
def test_a_case_says_what_it_shows(name: str) -> None:
    """Every case has a title of its own, for people who look through them."""
    titles = [case["title"] for case in CASES.values()]

    assert titles.count(CASES[name]["title"]) == 1
