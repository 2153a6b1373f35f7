"""Exact numbers, and the one place where they are rounded: when shown."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from itertools import count
from numbers import Rational, Real

__all__ = ["exact", "plain", "shown", "shown_apart"]

MOST_DIGITS = 400


def exact(value: int | float | str | Decimal | Fraction) -> Fraction:
    """Turn a number as people write it into the fraction they mean.

    A float counts as its shortest decimal, so 0.1 is one tenth.

    Raises:
        ValueError: the value is not a number, not finite, or has hundreds of
            digits, which no rating or weight needs and a hostile file may have.
        TypeError: the value is of another type, or true or false.
    """
    match value:
        case bool():
            raise TypeError(f"not a number: {value!r}")
        case Rational():
            number = Fraction(int(value.numerator), int(value.denominator))
        case str() if "/" in value:
            number = _ratio(value)
        case str() | Decimal():
            number = _decimal(value)
        case Real():
            number = _decimal(repr(float(value)))
        case _:
            raise TypeError(f"not a number: {value!r}")
    if max(abs(number.numerator), number.denominator) >= 10**MOST_DIGITS:
        raise ValueError("a number with hundreds of digits")
    return number


def _decimal(value: str | Decimal) -> Fraction:
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise ValueError(f"not a number: {value!r}") from None
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        raise ValueError(f"not a number of a usual size: {value!r}")
    return Fraction(number)


def _ratio(text: str) -> Fraction:
    try:
        return Fraction(text)
    except ZeroDivisionError:
        raise ValueError(f"not a number: {text!r}") from None


def plain(value: Fraction) -> str:
    """Write a fraction as people do: ``3``, ``0.25``, or ``1/3`` where no decimal ends."""
    twos_and_fives = value.denominator
    for prime in (2, 5):
        while twos_and_fives % prime == 0:
            twos_and_fives //= prime
    if twos_and_fives != 1:
        return str(value)
    # As many decimals as always suffice; at least one, so that there is a point.
    places = value.denominator.bit_length()
    return shown(value, places).rstrip("0").rstrip(".")


def shown(value: Fraction, places: int = 2) -> str:
    """Round for showing, halves away from zero as a spreadsheet does: 17/8 is ``2.13``."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(places + 1, "0")
    sign = "-" if value < 0 and whole else ""
    cut = len(digits) - places
    return f"{sign}{digits[:cut]}.{digits[cut:]}" if places else f"{sign}{digits}"


def shown_apart(one: Fraction, other: Fraction) -> tuple[str, str]:
    """Round two numbers for one sentence: where they differ, with decimals enough to show it."""
    pairs = ((shown(one, places), shown(other, places)) for places in count(2))
    return next(pair for pair in pairs if one == other or pair[0] != pair[1])
