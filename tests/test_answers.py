"""Answers are read in every way people write them, and never guessed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.answers import (
    Answer,
    Reading,
    choices,
    read_answer,
    written,
    written_forms,
)
from commissioning_standards.scale import Level, Scale
from tests.strategies import scales


def numbered(*pairs: tuple[str, float]) -> Scale:
    """A scale from pairs of label and value."""
    levels: Any = [Level(f"l{i}", value, label) for i, (label, value) in enumerate(pairs)]
    return Scale(levels)


def answer_to(content: object, scale: Scale) -> Level | Answer | None:
    """What the content is read as, or None where it is not read."""
    reading = read_answer(content, scale)
    return reading.answer if reading else None


@pytest.fixture(scope="module")
def scale(route_map: cs.Framework) -> Scale:
    """The scale from 1 Starting to 4 Leading."""
    return route_map.scale


@pytest.fixture(scope="module")
def established(scale: Scale) -> Level:
    """The level 3 Established."""
    return scale.levels[2]


def test_the_choices_are_the_levels_and_two_more(scale: Scale) -> None:
    """The list in a cell offers every level from the lowest up, then the two other answers."""
    expected = (
        "1 Starting",
        "2 Developing",
        "3 Established",
        "4 Leading",
        "Not applicable",
        "Don't know",
    )
    actual = choices(scale)

    assert expected == actual


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Level("x", Fraction(1, 4), "In places"), "0.25 In places"),
        (Answer.NOT_APPLICABLE, "Not applicable"),
        (Answer.DONT_KNOW, "Don't know"),
        (Answer.BLANK, ""),
    ],
)
def test_an_answer_is_written_as_it_is_offered(answer: Level | Answer, expected: str) -> None:
    """A level is written with its value and label, the others in words, and a blank as nothing."""
    actual = written(answer)

    assert expected == actual


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(Answer.BLANK, True), (Answer.DONT_KNOW, True), (Answer.NOT_APPLICABLE, False)],
)
def test_blank_and_dont_know_are_open(answer: Answer, *, expected: bool) -> None:
    """A rating could still come where the answer is blank or not known, but not otherwise."""
    actual = answer.is_open

    assert expected == actual


def test_the_offered_form_is_read_without_tidying(scale: Scale, established: Level) -> None:
    """What the list offers is read as that level and nothing is reported."""
    actual = read_answer("3 Established", scale)

    assert Reading(established, tidied=False) == actual


@pytest.mark.parametrize(
    "content",
    [
        3,
        3.0,
        Fraction(3),
        "3",
        "3.0",
        '"3"',
        "'3'",
        "“3”",
        " 3 ",
        " 3 – established ",
        "3 - Established",
        "3-established",
        "3: Established",
        "3—ESTABLISHED",
        "3\u00a0Established",
        "established",
        "ESTABLISHED",
        " Established\n",
        "\t3",
        "3\r\nEstablished",
        "3\u2011Established",
    ],
)
def test_other_ways_of_writing_a_level_are_tidied(
    content: object, scale: Scale, established: Level
) -> None:
    """A level in figures, in words, or with other dashes, quotes, cases and spaces is read."""
    actual = read_answer(content, scale)

    assert Reading(established, tidied=True) == actual


@pytest.mark.parametrize(
    "content",
    ["n/a", "N/A", "n.a.", "NA", "na", "not applicable", " NOT APPLICABLE", "Not-applicable"],
)
def test_not_applicable_is_read_in_its_short_forms(content: str, scale: Scale) -> None:
    """The ways people write that something does not apply are read as that."""
    actual = read_answer(content, scale)

    assert Reading(Answer.NOT_APPLICABLE, tidied=True) == actual


@pytest.mark.parametrize(
    "content", ["Don’t know", "don't know", "DONT KNOW", "Do not know", "Donʼt  know"]
)
def test_dont_know_is_read_in_its_forms(content: str, scale: Scale) -> None:
    """The ways people write that they do not know are read as that."""
    actual = read_answer(content, scale)

    assert Reading(Answer.DONT_KNOW, tidied=True) == actual


@pytest.mark.parametrize(
    ("content", "tidied"), [(None, False), ("", False), (" ", True), ("\n\t\u00a0", True)]
)
def test_nothing_and_spaces_are_blank(content: str | None, scale: Scale, *, tidied: bool) -> None:
    """An empty cell is blank, and so is one that only looks empty."""
    actual = read_answer(content, scale)

    assert Reading(Answer.BLANK, tidied=tidied) == actual


@pytest.mark.parametrize(
    "content",
    [
        "Establish",
        "Estblished",
        "establishedd",
        "3 Leading",
        "3 Establish",
        "Established 3",
        "3 or 4",
        "2-3",
        "3/4",
        "3?",
        "3+",
        "3,0",
        "3.5",
        "three",
        "Level 3",
        "5",
        "0",
        "33",
        "#N/A",
        "=3",
        "?",
        "-",
        "unknown",
        "not",
        "none",
        "TRUE",
        "3\u200b4",
        "nan",
        "inf",
        "03",
        "3.00",
        "3e0",
        "\uff13",
        "3\u2003Established",
        "\u2003",
        "''",
    ],
)
def test_a_near_miss_is_never_read(content: str, scale: Scale) -> None:
    """What is almost an answer, or could be two, is left for a person to put right."""
    actual = read_answer(content, scale)

    assert actual is None


@pytest.mark.parametrize("content", ["4/4", "3/3", "4/2", "6/2"])
def test_a_mark_out_of_a_mark_is_not_worked_out(content: str, scale: Scale) -> None:
    """Four out of four is not read as 1 Starting: a division sum is no answer."""
    actual = read_answer(content, scale)

    assert actual is None


@pytest.mark.parametrize("content", [-3, -3.0, "-3", "−3"])
def test_a_number_below_zero_is_not_read_as_one_above(content: object, scale: Scale) -> None:
    """Minus three is no level of a scale from 1 to 4, and its sign is not dropped."""
    actual = read_answer(content, scale)

    assert actual is None


@pytest.mark.parametrize(
    "content", [0, 5, 2.5, 3.0000001, Fraction(7, 3), float("nan"), float("inf"), 10**400, 1e300]
)
def test_a_number_that_is_no_level_is_not_rounded_to_one(content: object, scale: Scale) -> None:
    """A number beside or between the levels is not moved to the nearest."""
    actual = read_answer(content, scale)

    assert actual is None


@pytest.mark.parametrize("content", [10**5000, Fraction(10**5000)], ids=["whole", "fraction"])
def test_a_number_of_thousands_of_digits_is_not_read(content: object, scale: Scale) -> None:
    """A number too long to print is no answer, and no crash."""
    actual = read_answer(content, scale)

    assert actual is None


@pytest.mark.parametrize("content", [True, False])
def test_true_and_false_are_no_levels(content: object) -> None:
    """A tick box is not read as 1 or 0, even where the scale has them."""
    actual = read_answer(content, numbered(("No", 0), ("Yes", 1)))

    assert actual is None


@pytest.mark.parametrize(
    "content",
    [
        date(2027, 3, 1),
        datetime(2027, 3, 1, tzinfo=UTC),
        b"3",
        3 + 0j,
        ["3 Established"],
        {"answer": 3},
    ],
)
def test_dates_and_other_things_are_no_answers(content: object, scale: Scale) -> None:
    """A date that a spreadsheet made of 3/1, and anything else that is no text or number."""
    actual = read_answer(content, scale)

    assert actual is None


def test_a_float_of_numpy_is_read_like_any_float(scale: Scale, established: Level) -> None:
    """An analyst's numpy float is read as the level it is."""
    actual = answer_to(np.float64(3), scale)

    assert established == actual


@given(scales())
def test_every_form_is_read_back_as_its_answer(scale: Scale) -> None:
    """Each form that is said to be read is read, and as the answer it stands for."""
    forms = written_forms(scale)
    actual = {form: answer_to(form, scale) for form in forms}

    assert forms == actual


@given(scales())
def test_every_choice_is_read_back_without_tidying(scale: Scale) -> None:
    """Each choice of any scale is read as itself, as it stands."""
    actual = [read_answer(choice, scale) for choice in choices(scale)]
    answers = (*scale, Answer.NOT_APPLICABLE, Answer.DONT_KNOW)

    assert [Reading(answer, tidied=False) for answer in answers] == actual


def by_value(level: Level) -> object:
    """The level's value as a fraction."""
    return level.value


def by_float(level: Level) -> object:
    """The level's value as a spreadsheet holds it."""
    return float(level.value)


def by_label(level: Level) -> object:
    """The level's label alone."""
    return level.label


@pytest.mark.parametrize("form", [by_value, by_float, by_label])
@given(scale=scales())
def test_a_level_is_read_from_its_value_and_from_its_label(
    form: Callable[[Level], object], scale: Scale
) -> None:
    """Each level of any scale, below zero or above, is read from its number or its word."""
    actual = [answer_to(form(level), scale) for level in scale]

    assert list(scale) == actual


@given(scale=scales(), number=st.integers(-60, 60))
@example(scale=numbered(("Worse", -1), ("Same", 0)), number=1)
def test_a_number_is_read_only_as_the_level_of_that_value(scale: Scale, number: int) -> None:
    """A number is never read as a level whose value is another number."""
    expected = next((level for level in scale if level.value == number), None)
    actual = answer_to(number, scale)

    assert expected == actual


@given(scales(), st.text(max_size=12))
def test_any_text_is_read_or_left_but_never_a_crash(scale: Scale, text: str) -> None:
    """Whatever stands in a cell, reading gives an answer of the scale or nothing."""
    actual = answer_to(text, scale)

    assert actual in {None, *scale, *Answer}


def test_a_minus_is_part_of_a_scale_below_zero() -> None:
    """On a scale of -1 and 1, the text “-1” is the level below zero."""
    scale = numbered(("Worse", -1), ("Better", 1))
    actual = answer_to("-1", scale)

    assert scale.levels[0] == actual


def test_one_is_not_minus_one() -> None:
    """On a scale of -1 and 0, a 1 is no level."""
    actual = answer_to(1, numbered(("Worse", -1), ("Same", 0)))

    assert actual is None


def test_labels_that_differ_only_in_case_are_never_confused() -> None:
    """On an odd scale of “-1 Good” and “1 good”, the first choice is not read as the second."""
    scale = numbered(("Good", -1), ("good", 1))
    actual = answer_to("-1 Good", scale)

    assert scale.levels[1] != actual


@pytest.mark.parametrize("content", ["1", "2", 1, 2, 1.0, "2.0"])
def test_a_number_that_is_also_another_levels_label_is_not_read(content: object) -> None:
    """Where the labels are the numbers of other levels, a bare number could mean two answers."""
    actual = answer_to(content, numbered(("2", 1), ("1", 2)))

    assert actual is None


@pytest.mark.parametrize("content", ["1.0", 1.0])
def test_a_label_that_is_another_number_in_disguise_is_not_read(content: object) -> None:
    """A label “1.0” on the level of value 2 could mean the level of value 1, so it is not read."""
    actual = answer_to(content, numbered(("First", 1), ("1.0", 2)))

    assert actual is None


def test_a_choice_is_read_whatever_its_label_looks_like() -> None:
    """A whole choice is read even where label and value alone could mean two answers."""
    scale = numbered(("2", 1), ("1", 2))
    actual = [answer_to(choice, scale) for choice in ("1 2", "2 1")]

    assert list(scale) == actual


def test_a_label_that_is_its_own_number_is_read() -> None:
    """A label that repeats its level's own value means that level only."""
    scale = numbered(("1", 1), ("2", 2))
    actual = [answer_to(content, scale) for content in ("1", 2)]

    assert list(scale) == actual


def test_a_label_that_reads_like_not_applicable_is_not_guessed() -> None:
    """Where a level is called “NA”, those letters could mean two answers, so they are not read."""
    actual = answer_to("NA", numbered(("First", 1), ("NA", 2)))

    assert actual is None


@pytest.mark.parametrize(
    ("content", "value"), [("0.25", "1/4"), ("0.5", "1/2"), (0.1, "1/10"), ("1.0", "1")]
)
def test_values_between_whole_numbers_are_read(content: object, value: str) -> None:
    """Scales with halves, quarters and tenths are read from their decimals."""
    scale = numbered(("A", 0), ("B", 0.1), ("C", 0.25), ("D", 0.5), ("E", 1))
    actual = read_answer(content, scale)

    assert Fraction(value) == _value(actual)


def _value(reading: Reading | None) -> Fraction | None:
    return reading.answer.value if reading and isinstance(reading.answer, Level) else None
