"""Scores in sentences, for people who read or listen rather than look."""

from __future__ import annotations

import re
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import commissioning_standards as cs
from commissioning_standards.words import (
    about,
    counted,
    figure,
    provenance,
    scale_in_words,
)
from tests.small import one_standard, small_scale
from tests.strategies import assessments, fills, frameworks


def scored(answers: dict[str, object], **details: Any) -> cs.Scorecard:
    """Scores of two criteria of one standard."""
    return cs.score(cs.assess(one_standard(), answers, comments={"1.2": "A reason"}, **details))


def test_describe_says_everything_of_a_small_card() -> None:
    """Whose view it is, the counts, each domain and standard, and the scale, in that order."""
    card = scored({"1.1": 3, "1.2": None}, council="Borsetshire", period="2026-27")

    assert cs.describe(card) == (
        "Self-assessment of Borsetshire 2026-27: A small framework (1). "
        "1 rated, 1 open, 0 not applicable. "
        "Domain 1: 3.00 (2.00 to 3.50). "
        "1 Standard 1: 3.00 (2.00 to 3.50). "
        "The scale runs from 1 Level A to 4 Level D."
    )


def test_describe_ends_with_the_frameworks_note(
    card: cs.Scorecard, route_map: cs.Framework
) -> None:
    """Whoever reads the scores is told whose scale they are on."""
    assert cs.describe(card).endswith(f"from 1 Starting to 4 Leading. {route_map.note}")


def test_describe_names_every_standard_with_its_figure(card: cs.Scorecard) -> None:
    """The words hold every score of every domain and standard, so nobody needs the picture."""
    words = cs.describe(card)
    expected = [
        *(f"{each.title}: {figure(each)}." for each in card.domains),
        *(f"{each.number} {each.title}: {figure(each)}." for each in card.standards),
    ]

    assert [each for each in expected if each not in words] == []


def test_describe_gives_no_word_for_the_whole_council(card: cs.Scorecard) -> None:
    """No sentence judges a council as a whole, by its score or by a level."""
    words = cs.describe(card)

    assert "Overall" not in words
    assert "2.53" not in words


@given(frameworks().flatmap(assessments))
def test_describe_never_fails(assessment: cs.Assessment) -> None:
    """Any assessment can be told, however oddly it is filled in."""
    assert re.match("(Self-assessment|Peer team's view) of ", cs.describe(cs.score(assessment)))


def test_about_names_council_period_and_voice(card: cs.Scorecard) -> None:
    """The first words say whose view of which council and round it is."""
    assert about(card) == (
        "Self-assessment of Borsetshire County Council 2026-27, seen by leaders and commissioners"
    )


def test_peers_do_not_assess_themselves() -> None:
    """What a peer team found is called its view of the council."""
    peers = cs.Respondent("Peer team", cs.Voice.PEER_TEAM)
    seen = scored({}, council="Borsetshire", respondent=peers)

    assert about(seen) == "Peer team's view of Borsetshire"


def test_about_says_that_the_council_is_not_named() -> None:
    """A return without a council is not passed off as anybody's."""
    assert about(scored({})) == "Self-assessment of an unnamed council"


def test_about_makes_do_with_a_period() -> None:
    """A return that gives only its period is called by that."""
    assert about(scored({}, period="2026-27")) == "Self-assessment of 2026-27"


def test_counts_are_three() -> None:
    """Rated, open and not applicable are told apart."""
    card = scored({"1.1": 3, "1.2": "n/a"})

    assert counted(card.overall) == "1 rated, 0 open, 1 not applicable"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"1.1": 3, "1.2": 2}, "2.50"),
        ({"1.1": 3, "1.2": "n/a"}, "3.00"),
        ({"1.1": 3, "1.2": None}, "3.00 (2.00 to 3.50)"),
        ({"1.1": "Don't know", "1.2": None}, "no score (1.00 to 4.00)"),
    ],
)
def test_a_figure_shows_its_range_where_one_is_left(
    answers: dict[str, object], expected: str
) -> None:
    """A settled score stands alone; an open one has the range it could still take beside it."""
    actual = figure(scored(answers).overall)

    assert expected == actual


def test_a_criterion_that_does_not_apply_says_so() -> None:
    """What does not apply is not told as no score."""
    assert figure(scored({"1.2": "n/a"})["1.2"]) == "does not apply"


@given(frameworks().flatmap(fills))
def test_a_figure_never_shows_more_than_two_decimals(assessment: cs.Assessment) -> None:
    """Every number in words has exactly two decimals."""
    figures = [figure(each) for each in cs.score(assessment).parts]
    words = " ".join(figures).replace("(", "").replace(")", "").split()
    numbers = [each for each in words if "." in each]

    assert {2} >= {len(each.partition(".")[2]) for each in numbers}


def test_a_scale_is_told_by_its_ends() -> None:
    """The lowest and the highest level are named with their values."""
    assert scale_in_words(small_scale(["0", "1/4", "1"])) == "from 0 Level A to 1 Level C"


def test_provenance_leads_back_to_the_file(example: cs.Assessment) -> None:
    """Scores say their framework, rule, software and file, each with its version or sha256."""
    source = cs.Source("return.xlsx", "ab" * 32)
    text = provenance(cs.score(evolve(example, source=source)))
    framework = example.framework

    assert f"Framework route-map, edition 2014, digest {framework.digest}" in text
    assert "rule mean, version 1; commissioning-standards " in text
    assert text.endswith(f"return.xlsx, sha256 {'ab' * 32}.")
