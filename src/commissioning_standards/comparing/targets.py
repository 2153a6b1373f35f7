"""A level to aim at: one for everything, or one for each of some standards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from ..figures import exact
from ..parts import Standard
from ..problems import did_you_mean, quoted
from ..scale import Scale
from ..words import scale_in_words

__all__ = ["Target", "targets_by_standard", "value_on"]

#: A level to aim at: a figure on the scale, such as ``3`` or ``"5/2"``.
Target = int | float | str | Fraction


def value_on(scale: Scale, value: Any) -> Fraction:
    """A target as an exact figure on a scale.

    Raises:
        ValueError: it is not a figure, or off the scale.
    """
    try:
        number = exact(value)
    except (TypeError, ValueError):
        raise ValueError(f"{quoted(value).strip('“”')} is not a figure on a scale") from None
    if not scale.lowest <= number <= scale.highest:
        raise ValueError(f"{value} is off the scale, which runs {scale_in_words(scale)}")
    return number


def targets_by_standard(
    standards: tuple[Standard, ...], scale: Scale, targets: Mapping[Any, Any]
) -> dict[str, Fraction]:
    """The targets of some standards, by the standard's ID.

    Args:
        standards: those there are.
        scale: what they are scored on.
        targets: by a standard's number; None is no target.

    Raises:
        ValueError: there is no standard of that number, it has two targets, or a
            target is off the scale or not a figure.
    """
    known = {str(each.number): each.id for each in standards}
    for number in targets:
        if str(number) not in known:
            hint = did_you_mean(str(number), known)
            raise ValueError(f"there is no standard {number}. {hint}".rstrip())
    named = Counter(map(str, targets))
    twice = [number for number, times in named.items() if times > 1]
    if twice:
        raise ValueError(f"there are two targets for standard {twice[0]}")
    given = {number: value for number, value in targets.items() if value is not None}
    return {known[str(number)]: value_on(scale, value) for number, value in given.items()}
