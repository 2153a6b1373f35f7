"""The ladders: four stages of one thing, told apart, and none told at greater length."""

from __future__ import annotations

from itertools import combinations

from tests.wording.said import FRAMEWORK, words_of

MOST_UNEVEN = 1.75
MOST_ALIKE = 0.8
FEWEST_WORDS, MOST_WORDS = 14, 40
LADDERS = {
    **{each.id: [level.text for level in each.levels] for each in FRAMEWORK.criteria},
    **{
        f"{each.number} quick": [level.text for level in each.quick] for each in FRAMEWORK.standards
    },
    **{
        f"{each.number} advice": [level.text for level in each.advice]
        for each in FRAMEWORK.standards
    },
}


def shared(one: str, other: str) -> float:
    """How much of the shorter of two texts stands in the other too, as a share of its words."""
    bags = [{word.casefold() for word in words_of(text)} for text in (one, other)]
    return len(bags[0] & bags[1]) / min(map(len, bags))


def test_a_ladder_has_every_level() -> None:
    """Each level of the scale is described, and no two alike."""
    short = [name for name, texts in LADDERS.items() if len(set(texts)) < len(FRAMEWORK.scale)]

    assert short == []


def test_the_levels_of_a_ladder_are_of_like_length() -> None:
    """A longer text looks better: within a ladder none has much more than another."""
    lengths = {name: [len(each.split()) for each in texts] for name, texts in LADDERS.items()}

    assert {
        name: each for name, each in lengths.items() if max(each) > MOST_UNEVEN * min(each)
    } == {}


def test_a_level_can_be_read_at_a_glance() -> None:
    """A description says enough to be checked, and fits its cell."""
    lengths = [(name, len(each.split())) for name, texts in LADDERS.items() for each in texts]

    assert [each for each in lengths if not FEWEST_WORDS <= each[1] <= MOST_WORDS] == []


def test_each_level_differs_in_more_than_a_word() -> None:
    """No two levels of a ladder share more than four words in five."""
    pairs = [(name, *pair) for name, texts in LADDERS.items() for pair in combinations(texts, 2)]

    assert [each for each in pairs if shared(*each[1:]) > MOST_ALIKE] == []
