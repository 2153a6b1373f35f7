"""The levels a criterion is rated on, from lowest to highest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Annotated

from attrs import field, frozen

from .figures import exact, plain

__all__ = ["Identifier", "Level", "Scale"]

Identifier = Annotated[str, "the ID of a part"]


@frozen
class Level:
    """One step on the scale.

    Args:
        id: a short name for data files, such as ``"established"``.
        value: what it counts in a score.
        label: what people see.
        meaning: what the step means, in a sentence.
    """

    id: Identifier
    value: Fraction = field(converter=exact)
    label: str
    meaning: str = ""

    @property
    def choice(self) -> str:
        """How the level is offered as an answer, such as ``"3 Established"``."""
        return f"{plain(self.value)} {self.label}"


def _levels(levels: Iterable[Level]) -> tuple[Level, ...]:
    return tuple(levels)


@frozen
class Scale:
    """The levels from lowest to highest."""

    levels: tuple[Level, ...] = field(converter=_levels)

    def __iter__(self) -> Iterator[Level]:
        return iter(self.levels)

    def __len__(self) -> int:
        return len(self.levels)

    @property
    def lowest(self) -> Fraction:
        """The value of the first level."""
        return self.levels[0].value

    @property
    def highest(self) -> Fraction:
        """The value of the last level."""
        return self.levels[-1].value

    @property
    def least_step(self) -> Fraction:
        """The smallest difference between two levels that are next to each other."""
        return min(later.value - earlier.value for earlier, later in pairwise(self.levels))

    def reached(self, score: Fraction) -> Level:
        """The highest level whose value is not above the score; nothing is rounded up.

        Raises:
            ValueError: the score is below the lowest level.
        """
        for level in reversed(self.levels):
            if level.value <= score:
                return level
        raise ValueError(f"{score} is below the scale")

    def steps_up(self, value: Fraction) -> Fraction:
        """How many steps above the lowest level a value is; between two, in proportion.

        Counted so, a step means the same wherever it is on an uneven scale.

        Raises:
            ValueError: the value is below the lowest level.
        """
        index = self.levels.index(self.reached(value))
        if index == len(self) - 1:
            return Fraction(index)
        below, above = (each.value for each in self.levels[index : index + 2])
        return index + (value - below) / (above - below)
