"""Numbers stay exact, and are rounded as a spreadsheet does when they are shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from commissioning_standards.figures import exact, plain, shown, shown_apart

decimals = st.decimals(-1000, 1000, places=4)
fractions = st.fractions(-1000, 1000, max_denominator=500)


@pytest.mark.parametrize(
    "value", [Fraction(1, 4), Decimal("0.25"), 0.25, "0.25", "1/4", " 0.250 ", ".25", "25e-2"]
)
def test_a_quarter_is_exact_however_it_is_written(value: str | float | Decimal | Fraction) -> None:
    """A number means the same fraction whether it comes as text, float, decimal or fraction."""
    actual = exact(value)

    assert Fraction(1, 4) == actual


def test_a_float_counts_as_the_decimal_people_see() -> None:
    """The float 0.1 is one tenth, not the binary fraction beside it."""
    actual = exact(0.1)

    assert Fraction(1, 10) == actual


def test_a_whole_number_stays_whole() -> None:
    """A whole number is itself as a fraction."""
    actual = exact(-7)

    assert Fraction(-7) == actual


def test_a_float_of_numpy_counts_like_any_float() -> None:
    """An analyst's numpy float is the decimal it shows, as a plain float is."""
    actual = exact(np.float64(0.1))

    assert Fraction(1, 10) == actual


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        float("-inf"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        "nan",
        "inf",
        "1/0",
        "",
        "three",
        "3 or 4",
        "0,5",
    ],
)
def test_what_is_not_a_finite_number_is_refused(value: str | float | Decimal) -> None:
    """Infinity, not-a-number, a division by zero and words are errors of value."""
    with pytest.raises(ValueError, match=r".+"):
        exact(value)


@pytest.mark.parametrize(
    "value", ["1e1000000", Decimal("1e1000000"), "1e-1000000", "1e999999999999999"]
)
def test_a_hostile_exponent_is_refused(value: str | Decimal) -> None:
    """A few characters that stand for a million digits are refused, not written out."""
    with pytest.raises(ValueError, match=r".+"):
        exact(value)


@pytest.mark.parametrize("value", [10**400 - 1, 1 - 10**400, f"1/{10**400 - 1}", "2e-400"])
def test_up_to_four_hundred_digits_are_read(value: int | str) -> None:
    """A number may have four hundred digits above and below its line, and keeps them all."""
    actual = exact(value)

    assert Fraction(value) == actual


@pytest.mark.parametrize("value", [10**400, -(10**400), f"1/{10**400}", "1e400", "1e-400"])
def test_a_number_with_more_digits_is_refused(value: int | str) -> None:
    """One digit more is refused, above and below the line, however it is written."""
    with pytest.raises(ValueError, match="hundreds of digits"):
        exact(value)


@pytest.mark.parametrize("value", [True, False, None, b"3", [3], 3j])
def test_what_is_no_number_at_all_is_an_error_of_type(value: object) -> None:
    """True, nothing, bytes, lists and complex numbers never pass for numbers."""
    with pytest.raises(TypeError, match="not a number"):
        exact(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(3), "3"),
        (Fraction(0), "0"),
        (Fraction(100), "100"),
        (Fraction(1, 4), "0.25"),
        (Fraction(-1, 4), "-0.25"),
        (Fraction(1, 1024), "0.0009765625"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-7, 6), "-7/6"),
    ],
)
def test_plain_writes_numbers_as_people_do(value: Fraction, expected: str) -> None:
    """Whole numbers have no point, decimals end where they end, and thirds stay fractions."""
    actual = plain(value)

    assert expected == actual


@given(decimals)
def test_a_decimal_written_plainly_reads_back_as_itself(value: Decimal) -> None:
    """No decimal loses a digit when it is written plainly and read again."""
    actual = Decimal(plain(exact(value)))

    assert value == actual


@given(fractions)
def test_a_fraction_written_plainly_reads_back_as_itself(value: Fraction) -> None:
    """No fraction loses anything when it is written plainly and read again."""
    actual = exact(plain(value))

    assert value == actual


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(17, 8), "2.13"),
        (Fraction(5, 2), "2.50"),
        (Fraction(67, 36), "1.86"),
        (Fraction(28, 9), "3.11"),
        (Fraction(1, 200), "0.01"),
        (Fraction(299999, 100000), "3.00"),
        (Fraction(0), "0.00"),
        (Fraction(12345), "12345.00"),
    ],
)
def test_scores_are_shown_to_two_decimals_halves_up(value: Fraction, expected: str) -> None:
    """Two decimals are shown, and a half goes up as in a spreadsheet: 2.125 is 2.13."""
    actual = shown(value)

    assert expected == actual


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Fraction(-17, 8), "-2.13"), (Fraction(-1, 2), "-0.50"), (Fraction(-1, 1000), "0.00")],
)
def test_negatives_are_shown_as_a_spreadsheet_does(value: Fraction, expected: str) -> None:
    """Halves below zero go away from zero, and nothing is shown as minus nought."""
    actual = shown(value)

    assert expected == actual


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "-3"),
        (Fraction(1, 3), 0, "0"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(89), 1, "89.0"),
    ],
)
def test_other_numbers_of_decimals_can_be_shown(
    value: Fraction, places: int, expected: str
) -> None:
    """As many decimals are shown as asked for, and no point where none are."""
    actual = shown(value, places)

    assert expected == actual


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Fraction(2), Fraction(5, 2), ("2.00", "2.50")),
        (Fraction(3), Fraction(3), ("3.00", "3.00")),
        (Fraction(3), Fraction(3004, 1001), ("3.000", "3.001")),
    ],
)
def test_two_numbers_are_shown_apart(
    one: Fraction, other: Fraction, expected: tuple[str, str]
) -> None:
    """Two numbers that differ look different, and those that do not have two decimals."""
    assert shown_apart(one, other) == expected


@given(decimals)
def test_showing_agrees_with_decimal_arithmetic(value: Decimal) -> None:
    """Rounding for showing agrees with Python's decimal module, halves away from zero."""
    expected = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    actual = Decimal(shown(exact(value)))

    assert expected == actual
