"""The middle of several values, and how far apart values are in steps of the scale."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from ..figures import shown
from ..scale import Scale

__all__ = ["Median", "distance", "median", "steps_in_words", "value_in_words"]


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
        return " and ".join(self._levels(scale)) or value_in_words(self.middle, scale)

    def sentence(self, scale: Scale) -> str:
        """The same after "the median of the others", with its verb."""
        levels = self._levels(scale)
        both = len(levels) > 1
        return f"lies between {' and '.join(levels)}" if both else f"is {self.in_words(scale)}"

    def _levels(self, scale: Scale) -> tuple[str, ...]:
        """The one or two levels in the middle; none where a value is no level."""
        levels = {level.value: level.choice for level in scale}
        both = dict.fromkeys((self.lower, self.upper))
        return tuple(levels[each] for each in both) if levels.keys() >= both.keys() else ()


def median(values: Iterable[Fraction]) -> Median | None:
    """The median of values in any order; None where there are none."""
    ordered = sorted(values)
    if not ordered:
        return None
    return Median(ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2])


def distance(one: Fraction, other: Fraction, scale: Scale) -> Fraction:
    """How many steps lie between two values."""
    return abs(scale.steps_up(one) - scale.steps_up(other))


def value_in_words(value: Fraction, scale: Scale) -> str:
    """A level as it is offered; a score as a figure with the level it reaches."""
    level = scale.reached(value)
    return level.choice if value == level.value else f"{shown(value)} ({level.label})"


def steps_in_words(steps: Fraction) -> str:
    """Such as ``"1 step"``, ``"2 steps"`` or ``"1.25 steps"``."""
    number = str(steps) if steps.denominator == 1 else shown(steps)
    return f"{number} step{'' if steps == 1 else 's'}"
