"""The middle of several values, and how far apart values are in steps of the scale."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from ..figures import shown
from ..scale import Scale

__all__ = ["Median", "distance", "median", "position", "steps_in_words", "value_in_words"]


@frozen
class Median:
    """The middle of several values; with an even count there are two.

    Args:
        lower: the middle value, or the lower of the two.
        upper: the same value, or the upper of the two.
    """

    lower: Fraction
    upper: Fraction

    @property
    def middle(self) -> Fraction:
        """Half way between the two, exactly."""
        return (self.lower + self.upper) / 2

    def in_words(self, scale: Scale) -> str:
        """Such as ``"3 Established"``; both where two levels are in the middle, else a figure."""
        levels = {level.value: level.choice for level in scale}
        both = dict.fromkeys((self.lower, self.upper))
        if all(each in levels for each in both):
            return " and ".join(levels[each] for each in both)
        return value_in_words(self.middle, scale)


def median(values: Iterable[Fraction]) -> Median | None:
    """The median of values in any order; None where there are none."""
    ordered = sorted(values)
    if not ordered:
        return None
    return Median(ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2])


def position(value: Fraction, scale: Scale) -> Fraction:
    """How many steps a value is above the lowest level; between two levels, in proportion."""
    index = scale.levels.index(scale.reached(value))
    here = scale.levels[index].value
    if value == here:
        return Fraction(index)
    return index + (value - here) / (scale.levels[index + 1].value - here)


def distance(one: Fraction, other: Fraction, scale: Scale) -> Fraction:
    """How many steps lie between two values."""
    return abs(position(one, scale) - position(other, scale))


def value_in_words(value: Fraction, scale: Scale) -> str:
    """A level as it is offered; a score as a figure with the level it reaches."""
    level = scale.reached(value)
    return level.choice if value == level.value else f"{shown(value)} ({level.label})"


def steps_in_words(steps: Fraction) -> str:
    """Such as ``"1 step"``, ``"2 steps"`` or ``"1.25 steps"``."""
    number = str(steps) if steps.denominator == 1 else shown(steps)
    return f"{number} step{'' if steps == 1 else 's'}"
