"""Regions that do not exist."""

from __future__ import annotations

import pytest

import commissioning_standards as cs
from commissioning_standards.examples.region import council_names, invented_region

FRAMEWORK = cs.load_framework("route-map")


def mean(voice: cs.Voice) -> float:
    """What one voice says of a hundred councils, in the middle."""
    returns = invented_region(FRAMEWORK, seed=7, councils=100, voices=[voice])
    scores = [cs.score(each).overall.score for each in returns]
    return float(sum(each for each in scores if each) / len(scores))


def test_the_same_seed_gives_the_same_region() -> None:
    """Whoever has the seed has the region."""
    first, second = (list(invented_region(FRAMEWORK, seed=3, councils=4)) for _ in range(2))

    assert first == second


def test_another_seed_gives_another_region() -> None:
    """Two seeds draw differently."""
    first, second = (list(invented_region(FRAMEWORK, seed=each, councils=4)) for each in (1, 2))

    assert first != second


def test_no_two_councils_are_called_alike() -> None:
    """There are as many names as England has councils with social care duties."""
    names = council_names(153)

    assert len(set(names)) == 153


@pytest.mark.parametrize("count", [-1, 154])
def test_more_councils_than_names_are_refused(count: int) -> None:
    """No name is used twice."""
    with pytest.raises(ValueError, match="0 to 153"):
        council_names(count)


def test_carers_see_less_than_leaders() -> None:
    """Voices lean as people's do."""
    assert mean(cs.Voice.CARERS) + 0.4 < mean(cs.Voice.LEADERS)


def test_domains_of_one_council_go_together() -> None:
    """A council that is high in one domain tends to be so in the others."""
    cards = [cs.score(each) for each in invented_region(FRAMEWORK, seed=5, councils=100)]
    scores = [[float(each.score or 0) for each in card.domains] for card in cards]
    first = sorted(scores)
    low, high = first[:50], first[50:]

    assert sum(each[-1] for each in low) < sum(each[-1] for each in high)


def test_answers_are_open_or_do_not_apply_here_and_there() -> None:
    """A region is as patchy as real ones are."""
    answers = {
        rating.answer
        for each in invented_region(FRAMEWORK, seed=1, councils=15)
        for rating in each.ratings
    }

    assert {*cs.Answer, *FRAMEWORK.scale} == answers


def test_every_voice_asked_for_answers() -> None:
    """A council has a return for each voice; without one, what it agreed."""
    returns = list(invented_region(FRAMEWORK, seed=1, councils=2, voices=[None, cs.Voice.CARERS]))

    assert [each.respondent.voice for each in returns] == [None, cs.Voice.CARERS] * 2
