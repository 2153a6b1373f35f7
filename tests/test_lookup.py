"""Parts are looked up by name: whether there is one can be asked, and none is counted up to."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

import commissioning_standards as cs

KINDS = ("scorecard", "comparison", "moderation", "coverage", "sensitivity")


@pytest.fixture(params=KINDS)
def thing(request: pytest.FixtureRequest, example: cs.Assessment, card: cs.Scorecard) -> Any:
    """Each kind of thing whose parts are looked up."""
    other = evolve(example, respondent=cs.Respondent("Ann"))
    made: dict[str, Callable[[], object]] = {
        "scorecard": lambda: card,
        "comparison": lambda: cs.compare(card, card),
        "moderation": lambda: cs.moderate([example, other]),
        "coverage": lambda: cs.coverage(example, datetime.date(2027, 3, 31)),
        "sensitivity": lambda: cs.sensitivity(example),
    }
    return made[request.param]()


def test_whether_there_is_a_part_can_be_asked(thing: Any) -> None:
    """What can be looked up is in it, and what cannot is not."""
    assert 4 in thing
    assert thing[4]
    assert 99 not in thing
    assert "nonsense" not in thing


def test_a_criterion_is_in_a_scorecard(card: cs.Scorecard) -> None:
    """Whatever it is called by will do."""
    assert "4.1" in card
    assert "inclusive" in card
    assert "overall" in card


def test_nobody_goes_through_it_unawares(thing: Any) -> None:
    """Which parts are meant is to be said: it is refused plainly, and not at the number 0."""
    with pytest.raises(TypeError, match="is not iterable"):
        list(thing)
