"""Small checks tell what does not fit together."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commissioning_standards.consistency import (
    description_faults,
    domain_faults,
    id_faults,
    repeat_faults,
    scale_faults,
    unused_domain_faults,
)
from commissioning_standards.problems import Place

LEVELS = ("starting", "leading")


@pytest.mark.parametrize("values", [(1, 2), (0, Fraction(1, 4), 1), (-3, -2, 40)])
def test_values_that_rise_are_a_scale(values: tuple[Fraction, ...]) -> None:
    """Two or more values that rise have no fault, below zero and between whole numbers too."""
    actual = list(scale_faults([Fraction(each) for each in values]))

    assert actual == []


@pytest.mark.parametrize(("values", "found"), [([], "0"), ([Fraction(1)], "1")])
def test_a_scale_needs_two_levels(values: list[Fraction], found: str) -> None:
    """One level, or none, is no scale, and the fault says how many there are."""
    actual = [(each.code, each.found) for each in scale_faults(values)]

    assert [("too-few-levels", found)] == actual


@pytest.mark.parametrize(
    ("values", "found"), [((1, 3, 2), "1, 3, 2"), ((1, 1), "1, 1"), ((Fraction(1, 2), 0), "0.5, 0")]
)
def test_level_values_must_rise(values: tuple[Fraction, ...], found: str) -> None:
    """Values that fall or stay the same are one fault, which shows them all."""
    actual = [(each.code, each.found) for each in scale_faults([Fraction(v) for v in values])]

    assert [("levels-out-of-order", found)] == actual


@given(st.lists(st.fractions(-9, 9, max_denominator=4), max_size=6))
def test_a_scale_is_faultless_just_when_it_rises(values: list[Fraction]) -> None:
    """A list of values has no fault if and only if it has two or more and is strictly rising."""
    expected = len(values) > 1 and values == sorted(set(values))
    actual = not list(scale_faults(values))

    assert expected == actual


def test_a_name_used_again_says_where_it_stood_first() -> None:
    """Each later use of a name is a fault at its place, pointing to the first."""
    uses = [("a", Place("1.toml")), ("b", Place("2.toml")), ("a", Place("3.toml"))]
    (fault,) = repeat_faults(uses)
    actual = (fault.code, fault.place, fault.found, fault.hint)

    assert ("duplicate-id", Place("3.toml"), "“a”", "It stands first in 1.toml.") == actual


def test_every_later_use_points_to_the_first() -> None:
    """A name used three times is two faults, and both name the first place."""
    uses = [("a", Place(f"{number}.toml")) for number in (1, 2, 3)]
    actual = [(each.place.file, each.hint) for each in repeat_faults(uses)]

    assert [(f"{n}.toml", "It stands first in 1.toml.") for n in (2, 3)] == actual


@given(st.lists(st.sampled_from("abcd"), max_size=12))
def test_there_is_a_fault_for_every_use_but_the_first(names: list[str]) -> None:
    """As many faults are told as there are uses too many."""
    actual = len(list(repeat_faults((name, Place()) for name in names)))

    assert len(names) - len(set(names)) == actual


@pytest.mark.parametrize("text", ["a", "4.1", "person-centred", "A_b.C-9", "1", "2027-28"])
def test_letters_digits_dots_and_dashes_make_an_id(text: str) -> None:
    """IDs that people write have no fault."""
    actual = list(id_faults(text))

    assert actual == []


@pytest.mark.parametrize(
    "text",
    ["", " ", "a b", ".a", "a.", "-a", "a\n", "é", "a/b", "../a", "=1", "a,b", "x" * 99 + "!", "٣"],
)
def test_other_characters_make_no_id(text: str) -> None:
    """Spaces, slashes, commas, formulas and foreign digits cannot stand in an ID."""
    expected = ["bad-id"]
    actual = [each.code for each in id_faults(text)]

    assert expected == actual


@pytest.mark.parametrize("text", ["a..b", "a--b", "a.-b"])
def test_dots_and_dashes_in_an_id_are_single(text: str) -> None:
    """The rule as told says single dots, dashes or underscores, so doubled ones are a fault."""
    expected = ["bad-id"]
    actual = [each.code for each in id_faults(text)]

    assert expected == actual


def test_a_known_domain_is_no_fault() -> None:
    """A standard may be in any domain there is."""
    actual = list(domain_faults("inclusive", ["inclusive", "market"]))

    assert actual == []


def test_an_unknown_domain_brings_the_nearest() -> None:
    """A domain that is not there is told with all there are and the one probably meant."""
    (fault,) = domain_faults("inclusiv", ["inclusive", "market"])
    expected = (
        "unknown-domain",
        "“inclusiv”",
        "inclusive, market",
        "Did you mean inclusive?",
    )
    actual = (fault.code, fault.found, fault.allowed, fault.hint)

    assert expected == actual


def test_every_domain_without_a_standard_is_told() -> None:
    """Each domain that nothing belongs to is a fault of its own, in order."""
    faults = unused_domain_faults(["a", "b", "c"], {"b"})
    expected = [("empty-domain", "“a”"), ("empty-domain", "“c”")]
    actual = [(each.code, each.found) for each in faults]

    assert expected == actual


def test_a_description_of_every_level_is_faultless() -> None:
    """The order of descriptions does not matter."""
    actual = list(description_faults(["leading", "starting"], LEVELS))

    assert actual == []


def test_a_level_left_out_is_told() -> None:
    """Each level without a description is a fault."""
    expected = [("missing-level", "“starting”"), ("missing-level", "“leading”")]
    actual = [(each.code, each.found) for each in description_faults([], LEVELS)]

    assert expected == actual


def test_a_misspelt_level_is_told_with_the_nearest() -> None:
    """A level that is not there is told with the one probably meant, which is missing."""
    faults = description_faults(["starting", "leeding"], LEVELS)
    expected = [
        ("unknown-level", "“leeding”", "Did you mean leading?"),
        ("missing-level", "“leading”", ""),
    ]
    actual = [(each.code, each.found, each.hint) for each in faults]

    assert expected == actual
