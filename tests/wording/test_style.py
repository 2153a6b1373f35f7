"""How the standards are written: short, plain, and each thing said once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tests.wording.said import EVERYTHING, FRAMEWORK, LEVELS, PLAIN, Said

LONGEST_SENTENCE = 25
LONGEST_NAME = 40
MOST_PASSIVE = 0.15

# The words that a description may not lean on: who, what, how often and seen
# where are said in their place.
VAGUE = (
    r"\b(some|good|robust|appropriate(ly)?|effective(ly)?|regular(ly)?|meaningful(ly)?|strong(ly)?|"
    r"clear(ly)?|comprehensive(ly)?|embedded|ensures?|sufficient(ly)?|adequate(ly)?|proactive(ly)?|"
    r"timely|relevant|suitable|significant(ly)?|excellent|best practice)\b"
)
UNKIND = (
    r"\b(service users?|clients?|customers?|the elderly|the disabled|vulnerable|suffer(s|ing)?|"
    r"case ?load|hard.to.reach|bed.blocking)\b"
)
AMERICAN = r"\b(?!(?:size|prize|seize|capsize)[sd]?\b)\w+(iz(e[sd]?|ing|ation)|yz(e[sd]?|ing))\b"
PASSIVE = (
    r"\b(am|is|are|was|were|be|been|being)\s+(\w+ly\s+|not\s+)?"
    r"(\w+[^eis]ed|\w+ied|given|told|heard|paid|made|put|kept|met|found|asked|shown|set|left|taken)\b"
)
# What a stranger can count or look for: a number, a share, a time, or "every".
CHECKABLE = (
    r"\d|\b(every|each|all|both|any|no|none|nobody|nothing|half|one|two|three|four|five|six|eight|"
    r"nine|ten|once|twice|yearly|published|publish(es)?|records?|recorded|minutes|written|named)\b"
)
FIRST_PERSON = r"\b(I|we|me|us|my|our)\b"


def holding(pattern: str, texts: Iterable[Said]) -> list[str]:
    """Where a pattern is found, with what was found."""
    found = ((said, re.search(pattern, said.text, re.IGNORECASE)) for said in texts)
    return [f"{said.where}: {match[0]}" for said, match in found if match]


def test_every_sentence_is_short() -> None:
    """No sentence is longer than 25 words."""
    sentences = [(said.where, each) for said in EVERYTHING for each in said.sentences]

    assert [each for each in sentences if len(each[1].split()) > LONGEST_SENTENCE] == []


def test_people_are_named_as_they_ask_to_be() -> None:
    """No word is used that people who draw on care and support have asked others to drop."""
    assert holding(UNKIND, EVERYTHING) == []


def test_words_end_in_ise() -> None:
    """Words that end in -ise are written so, which the dictionary leaves open."""
    assert holding(AMERICAN, EVERYTHING) == []


def test_no_sentence_is_said_twice() -> None:
    """Each sentence stands in one place only, so that no two parts ask for the same thing."""
    sentences = Counter(each for said in EVERYTHING for each in said.sentences)

    assert [each for each, times in sentences.items() if times > 1] == []


def test_no_vague_word_stands_for_a_fact() -> None:
    """A description says who, what, how often and where, and never "appropriate"."""
    assert holding(VAGUE, [*LEVELS, *PLAIN]) == []


def test_a_stranger_can_check_each_level() -> None:
    """Above the first level, each description names something to count or to look for."""
    above = [each for each in LEVELS if not each.where.endswith("starting")]

    assert [each.where for each in above if not holding(CHECKABLE, [each])] == []


def test_plain_words_are_in_the_active_voice() -> None:
    """In the statements and the quick form, few sentences leave out who does it."""
    sentences = [each for said in PLAIN for each in said.sentences]
    passive = [each for each in sentences if re.search(PASSIVE, each)]

    assert len(passive) <= MOST_PASSIVE * len(sentences), passive


def test_statements_speak_in_the_first_person() -> None:
    """A plain-language statement is about "I" or "we", so that people can own it."""
    statements = [each for each in EVERYTHING if each.kind == "statement"]

    assert [each.where for each in statements if not holding(FIRST_PERSON, [each])] == []


def test_names_fit_charts_and_lists() -> None:
    """A criterion's name is 40 characters at most."""
    names = [criterion.name for criterion in FRAMEWORK.criteria]

    assert [each for each in names if len(each) > LONGEST_NAME] == []


def test_no_two_criteria_share_a_name() -> None:
    """A name in a chart leads to one criterion."""
    names = [criterion.name for criterion in FRAMEWORK.criteria]

    assert len(set(names)) == len(names)
