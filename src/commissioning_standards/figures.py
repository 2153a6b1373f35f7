"""Exact numbers, and the one place where they are rounded: when shown."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

__all__ = ["exact", "plain", "shown"]


def exact(value: int | float | str | Decimal | Fraction) -> Fraction:
    """Turn a number as people write it into the fraction they mean.

    A float counts as its shortest decimal, so 0.1 is one tenth.

    Raises:
        ValueError: the value is not a finite number.
        TypeError: the value is of another type, or true or false.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal | Fraction):
        raise TypeError(f"not a number: {value!r}")
    try:
        return Fraction(repr(value) if isinstance(value, float) else value)
    except (OverflowError, ZeroDivisionError) as error:
        raise ValueError(f"not a finite number: {value!r}") from error


def plain(value: Fraction) -> str:
    """Write a fraction as people do: ``3``, ``0.25``, or ``1/3`` where no decimal ends."""
    twos_and_fives = value.denominator
    for prime in (2, 5):
        while twos_and_fives % prime == 0:
            twos_and_fives //= prime
    if twos_and_fives != 1:
        return str(value)
    places = value.denominator.bit_length()
    text = shown(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(value: Fraction, places: int = 2) -> str:
    """Round for showing, halves away from zero as a spreadsheet does: 17/8 is ``2.13``."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(places + 1, "0")
    sign = "-" if value < 0 and whole else ""
    cut = len(digits) - places
    return f"{sign}{digits[:cut]}.{digits[cut:]}" if places else f"{sign}{digits}"
