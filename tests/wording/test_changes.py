"""A change of wording is seen, and told."""

from __future__ import annotations

from pathlib import Path

from tests.wording.said import FRAMEWORK

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"


def test_the_changelog_knows_the_wording() -> None:
    """The digest of the words as they stand is in the changelog, with the standards touched."""
    digest = FRAMEWORK.digest[:10]

    assert digest in CHANGELOG.read_text("utf-8"), f"Say what changed; the digest is {digest}"


def test_standards_and_criteria_are_numbered_in_the_frameworks_order() -> None:
    """Standards run from 1 without a gap, and each has four criteria named after it."""
    numbers = [standard.number for standard in FRAMEWORK.standards]
    criteria = [[criterion.id for criterion in each.criteria] for each in FRAMEWORK.standards]

    assert numbers == list(range(1, 13))
    assert criteria == [[f"{number}.{place}" for place in range(1, 5)] for number in numbers]


def test_every_standard_has_all_its_parts() -> None:
    """Each has duties, dated evidence of a kind, three questions, quick levels and advice."""
    thin = [
        each.number
        for each in FRAMEWORK.standards
        if not (each.duties and each.quick and each.advice and len(each.peer_questions) == 3)
        or any(item.category is None or item.months is None for item in each.evidence)
        or len(each.evidence) < 3
    ]

    assert thin == []


def test_neighbours_say_which_side_is_whose() -> None:
    """A boundary that names another criterion leads to one that is there."""
    known = {criterion.id for criterion in FRAMEWORK.criteria}
    named = {
        word.strip(".,")
        for criterion in FRAMEWORK.criteria
        for word in criterion.boundary.split()
        if word[0].isdigit() and "." in word.strip(".,")
    }

    assert named <= known
