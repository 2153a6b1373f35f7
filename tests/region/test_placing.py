"""Where each council falls."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.comparing.gaps import Standing
from commissioning_standards.region.councils import council_rounds
from commissioning_standards.region.sharing.placing import Placings, place, standing_of
from commissioning_standards.region.sharing.questions import Measure
from commissioning_standards.region.summary import Summary, summarise

from .councils import FRAMEWORK, rated, rounds

LEADERS, CARERS, PROVIDERS = cs.Voice.LEADERS, cs.Voice.CARERS, cs.Voice.PROVIDERS
PEERS = cs.Voice.PEER_TEAM


def counts(placings: Placings, measure: Measure, part: str = "standard") -> tuple[int, ...]:
    """The counts of the first row of a measure and part."""
    pairs = zip(placings.questions, placings.counts, strict=True)
    return next(found for each, found in pairs if (each.measure, each.part) == (measure, part))


def placed(*summaries: Summary) -> Placings:
    """Returns of one round in their places."""
    return place(council_rounds(summaries), FRAMEWORK, "2026-27")


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ([None, None], 0),
        ([1, 1], 1),
        ([1, 2], 2),
        ([2, 2], 3),
        ([2, 3], 4),
        ([3, 4], 6),
        ([4, 4], 7),
    ],
)
def test_a_score_falls_into_its_half_of_a_level(ratings: Sequence[object], expected: int) -> None:
    """A score halfway to the next level is in the upper half."""
    found = counts(placed(rated(ratings)), Measure.LEVEL)

    assert found.index(1) == expected


def test_criteria_are_counted_by_whole_levels() -> None:
    """A criterion's cells are its levels."""
    found = counts(placed(rated([3, 1])), Measure.LEVEL, "criterion")

    assert found == (0, 0, 0, 1, 0)


def test_every_row_counts_every_council() -> None:
    """No council is lost on the way into a row."""
    councils = {f"Council {each}": [1 + each % 4, None] for each in range(11)}
    placings = place(rounds(councils), FRAMEWORK)

    assert {sum(each) for each in placings.counts} == {11}


def test_a_table_of_no_council_has_rows_all_the_same() -> None:
    """Nobody counted is not an error."""
    placings = place([], FRAMEWORK)

    assert len(placings.counts) == len(placings.questions)
    assert {sum(each) for each in placings.counts} == {0}


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ([(LEADERS, [2, 2])], 0),
        ([(LEADERS, [2, 2]), (LEADERS, [4, 4])], 0),
        ([(LEADERS, [2, 2]), (CARERS, [None, None])], 0),
        ([(LEADERS, [2, 2]), (PEERS, [4, 4])], 0),
        ([(LEADERS, [2, 2]), (CARERS, [2, 2])], 1),
        ([(LEADERS, [2, 2]), (CARERS, [2, 3])], 2),
        ([(LEADERS, [2, 2]), (CARERS, [3, 3])], 3),
        ([(LEADERS, [2, 2]), (CARERS, [2, 2]), (PROVIDERS, [4, 4])], 3),
    ],
)
def test_voices_are_as_far_apart_as_the_furthest_two(
    voices: list[tuple[cs.Voice, Sequence[object]]], expected: int
) -> None:
    """The peer team is no voice of the council, and one voice alone is not apart from itself."""
    agreed = evolve(rated([2, 2]), is_agreed=True)
    summaries = [rated(ratings, voice=voice) for voice, ratings in voices]
    found = counts(placed(agreed, *summaries), Measure.SPREAD)

    assert found.index(1) == expected


@pytest.mark.parametrize(
    ("own", "peers", "expected"),
    [
        ([2, 2], None, 0),
        ([2, 2], [None, 2], 0),
        ([1, 1], [2, 2], 1),
        ([2, 2], [2, 3], 2),
        ([3, 3], [2, 2], 3),
    ],
)
def test_self_awareness_is_told_where_it_is_certain(
    own: Sequence[object], peers: Sequence[object] | None, expected: int
) -> None:
    """Lower, alike within half a step, or higher; not where an open answer could change it."""
    view = [rated(peers, voice=PEERS)] if peers else []
    found = counts(placed(rated(own), *view), Measure.AWARENESS)

    assert found.index(1) == expected


def test_the_standing_is_that_of_a_self_awareness_profile() -> None:
    """A region sees a council's self-awareness as its own pack does."""
    framework = cs.load_framework("route-map")
    own = cs.assess(framework, {"1.1": 3, "1.2": 2, "2.1": 4, "3.1": 1}, council="A", period="B")
    peers = cs.assess(framework, {"1.1": 1, "1.2": 2, "2.1": 1, "3.1": 3}, council="A", period="B")
    profile = cs.self_awareness(cs.score(own), cs.score(peers))
    expected = [each.status for each in profile.views]

    both = [
        {each.id: each for each in summarise(seen).results if each.part == "standard"}
        for seen in (own, peers)
    ]
    actual = [
        standing_of(both[0][each.id], both[1][each.id], profile.tolerance)
        for each in framework.standards
    ]

    assert expected == actual


def test_nothing_stands_to_a_view_that_is_missing() -> None:
    """Without a peer team there is nothing to tell."""
    (own,) = (each for each in rated([2, 2]).results if each.part == "standard")

    assert standing_of(own, None, own.score or own.score) is Standing.NO_SCORE  # type: ignore[arg-type]


def test_another_framework_or_form_is_not_counted() -> None:
    """Only answers to the same questions are put together."""
    councils = rounds({"Borsetshire": [2, 2]})
    others = [evolve(each, own=evolve(each.own, form="quick")) for each in councils if each.own]

    assert place(others, FRAMEWORK).councils == ()
    assert len(place(councils, FRAMEWORK).councils) == 1


def test_a_council_without_its_own_view_is_not_counted() -> None:
    """A carers' return does not stand for its council."""
    assert placed(rated([2, 2], voice=CARERS)).councils == ()
