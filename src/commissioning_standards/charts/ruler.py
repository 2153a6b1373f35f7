"""A scale laid out along a sheet, with its levels named at the top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from attrs import frozen

from ..figures import plain
from ..scale import Scale
from .letters import line_height, width
from .sheet import Pen
from .style import SMALL

__all__ = ["Ruler"]

APART = 4.0
END = 28.0


@frozen
class Ruler:
    """A scale from left to right.

    Args:
        scale: the levels.
        left: where it begins, in points from the left of the sheet.
        width: how wide it is, in points.
    """

    scale: Scale
    left: float
    width: float

    def at(self, value: Fraction | float) -> float:
        """Where a value is, in points from the left of the sheet."""
        low, high = float(self.scale.lowest), float(self.scale.highest)
        share = (float(value) - low) / (high - low)
        return self.left + END + share * (self.width - 2 * END)

    @property
    def names(self) -> tuple[tuple[float, int, str], ...]:
        """Where each level is named: its place, the row from the bottom, and what stands there.

        Names stand in one row, or by turns in two. Where they have no room
        their numbers do, and where those would touch, some are left out.
        """
        choices = [level.choice for level in self.scale]
        numbers = [plain(level.value) for level in self.scale]
        places = [self.at(level.value) for level in self.scale]
        for texts, rows in ((choices, 1), (choices, 2), (numbers, 1)):
            named = tuple(
                (place, index % rows, text)
                for index, (place, text) in enumerate(zip(places, texts, strict=True))
            )
            if self._are_clear(named):
                return named
        return tuple(self._spaced(named))

    @property
    def are_levels_named(self) -> bool:
        """Whether every level stands there with its name."""
        return [text for _, _, text in self.names] == [level.choice for level in self.scale]

    @property
    def height(self) -> float:
        """What the names take down, in points."""
        return (1 + max(row for _, row, _ in self.names)) * line_height(SMALL) + APART

    def _are_clear(self, named: Sequence[tuple[float, int, str]]) -> bool:
        """Whether no name touches another, or the line that leads to another."""
        halves = [width(text, SMALL) / 2 + APART for _, _, text in named]
        sides = [max(halves[0], halves[-1]) <= END + APART]
        for (place, row, _), half in zip(named, halves, strict=True):
            sides += [
                abs(place - other) >= (half + theirs if row == level else half)
                for (other, level, _), theirs in zip(named, halves, strict=True)
                if other != place and level >= row
            ]
        return all(sides)

    def _spaced(self, named: Sequence[tuple[float, int, str]]) -> Iterator[tuple[float, int, str]]:
        end = 0.0
        for place, row, text in named:
            half = width(text, SMALL) / 2
            if place - half > end:
                yield place, row, text
                end = place + half + APART

    def draw(self, pen: Pen, top: float, bottom: float) -> None:
        """Name the levels above a height, and rule a line from each name down."""
        for level in self.scale:
            place = self.at(level.value)
            pen.line([place, place], [top, bottom])
        for place, row, text in self.names:
            base = top - APART - row * line_height(SMALL)
            pen.line([place, place], [base, top])
            pen.text(place, base, text, size=SMALL, across="center", up="bottom")

    def axes(self, pen: Pen, top: float, height: float) -> Any:
        """Axes whose x is the scale, and whose y is in points from the top of the sheet."""
        axes = pen.axes(self.left, top, self.width, height)
        low, high = float(self.scale.lowest), float(self.scale.highest)
        margin = (high - low) * END / (self.width - 2 * END)
        axes.set_xlim(low - margin, high + margin)
        axes.set_ylim(top + height, top)
        return axes
