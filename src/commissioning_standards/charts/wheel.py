"""The wheel of a radar: polar axes with straight rings, whose units are those of the scale."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from matplotlib.patches import Polygon

from ..scale import Scale
from .letters import line_height
from .palette import BACKGROUND, GRID, PALE
from .pen import Pen, line_of
from .style import GRID_WIDTH, LINE_WIDTH, SMALL, Line

__all__ = ["CROSS", "SMALLEST", "Wheel", "are_rings_apart"]

CROSS = Line("Cross", "none", "x", 7.0, filled=True)
# Crosses stand in the hub, below the lowest level, where no score can be.
HUBS = (0.55, 0.35, 0.75)
SHADES, GRIDS, BANDS, LINES_AT, NAMES, MARKS_AT = 0.5, 1.0, 2.0, 3.0, 3.2, 3.5
# No line goes through a level's name, and what lies under it still shows.
NEARLY_OPAQUE = f"{BACKGROUND}C8"

SMALLEST = 90.0

Span = tuple[Fraction, Fraction]


def are_rings_apart(scale: Scale) -> bool:
    """Whether every ring has room for its level's name, on the smallest wheel."""
    values = [float(level.value) for level in scale]
    step = float(scale.least_step)
    # The ring of a triangle comes nearest to its neighbours half way between spokes: by half.
    return SMALLEST * step / (values[-1] - values[0] + step) / 2 >= line_height(SMALL)


class Wheel:
    """Polar axes for so many spokes, clockwise from the top.

    The centre lies one step below the lowest level, so that the lowest level is
    a ring too and a council at it everywhere keeps a shape.

    Args:
        pen: of the sheet.
        centre: across and down, in points.
        radius: in points.
        scale: the levels.
        count: how many spokes there are.
    """

    def __init__(
        self, pen: Pen, centre: tuple[float, float], radius: float, scale: Scale, count: int
    ) -> None:
        self.pen, self.centre, self.radius, self.scale, self.count = (
            pen,
            centre,
            radius,
            scale,
            count,
        )
        x, y = centre[0] - radius, centre[1] - radius
        self.axes: Any = pen.axes(x, y, 2 * radius, 2 * radius, projection="polar")
        self.axes.set_theta_zero_location("N")
        self.axes.set_theta_direction(-1)
        self.axes.set_rlim(float(scale.lowest), float(scale.highest))
        self.axes.set_rorigin(self.floor)

    @property
    def floor(self) -> float:
        """The value at the centre."""
        return float(self.scale.lowest) - self.step

    @property
    def step(self) -> float:
        """The smallest step between two levels."""
        return float(self.scale.least_step)

    def angle(self, place: float) -> float:
        """Where a spoke points, clockwise from the top."""
        return 2 * math.pi * place / self.count

    def at(self, place: float, value: float) -> tuple[float, float]:
        """Where a value on a spoke is on the sheet, in points."""
        length = self.radius * (value - self.floor) / (float(self.scale.highest) - self.floor)
        angle = self.angle(place)
        return (
            self.centre[0] + length * math.sin(angle),
            self.centre[1] - length * math.cos(angle),
        )

    def draw_grid(self) -> None:
        """Draw a ring for each level, and the spokes."""
        angles = [self.angle(place) for place in range(self.count + 1)]
        for level in self.scale:
            ring = [float(level.value)] * len(angles)
            self._line(angles, ring, GRID, width=GRID_WIDTH, zorder=GRIDS)
        for angle in angles[:-1]:
            ends = [self.floor, float(self.scale.highest)]
            self._line([angle, angle], ends, GRID, width=GRID_WIDTH, zorder=GRIDS)

    def shade(self, places: Iterable[int]) -> None:
        """Tint the sectors of some spokes, so that groups show without colour."""
        top = float(self.scale.highest)
        for place in places:
            sides = [self.angle(place - 0.5), self.angle(place), self.angle(place + 0.5)]
            # Half way between spokes the outer ring is nearer, as it is straight.
            near = self.floor + (top - self.floor) * math.cos(math.pi / self.count)
            corners = [(sides[0], near), (sides[1], top), (sides[2], near), (0.0, self.floor)]
            self.axes.add_patch(
                Polygon(
                    corners,
                    facecolor=PALE,
                    edgecolor="none",
                    linewidth=0.0,
                    antialiased=True,
                    zorder=SHADES,
                    clip_on=False,
                )
            )

    def name_levels(self) -> None:
        """Write the levels' names on their rings, half way between the last spoke and the first."""
        nearer = math.cos(math.pi / self.count)
        lowest_named = -math.inf
        for level in reversed(self.scale.levels):
            value = self.floor + (float(level.value) - self.floor) * nearer
            x, y = self.at(-0.5, value)
            if y - lowest_named < line_height(SMALL):
                continue
            lowest_named = y
            self.pen.text(
                x,
                y,
                level.choice,
                size=SMALL,
                across="center",
                on=NEARLY_OPAQUE,
                axes=self.axes,
                zorder=NAMES,
            )

    def bands(self, spans: Sequence[Span | None], colour: str, width: float) -> None:
        """Draw a light band along each spoke, from the lowest a score could be to the highest."""
        for place, span in enumerate(spans):
            if span and span[0] != span[1]:
                angle, ends = self.angle(place), [float(each) for each in span]
                self._line([angle, angle], ends, colour, width=width, zorder=BANDS)

    def outside(self, place: int, clear: float) -> tuple[float, float]:
        """A place so many points outside the end of a spoke."""
        angle = self.angle(place)
        length = self.radius + clear
        return self.centre[0] + length * math.sin(angle), self.centre[1] - length * math.cos(angle)

    def profile(
        self, values: Sequence[Fraction | None], colour: str, line: Line, size: float | None = None
    ) -> None:
        """Draw one line through the values; a missing one is a gap."""
        angles = [self.angle(place) for place in range(self.count + 1)]
        closed = [math.nan if each is None else float(each) for each in (*values, values[0])]
        self._line(
            angles,
            closed,
            colour,
            dash=line.dash,
            width=LINE_WIDTH,
            marker=line.marker,
            size=size or line.size,
            filled=line.filled,
            zorder=LINES_AT,
        )

    def crosses(self, values: Sequence[Fraction | None], colour: str, index: int) -> None:
        """Mark in the hub each spoke at which a line has no score."""
        for place, value in enumerate(values):
            if value is None:
                where = self.floor + self.step * HUBS[index]
                size = CROSS.size
                self._line(
                    [self.angle(place)],
                    [where],
                    colour,
                    dash="none",
                    marker=CROSS.marker,
                    size=size,
                    zorder=MARKS_AT,
                )

    def _line(
        self, angles: Sequence[float], values: Sequence[float], colour: str, **how: Any
    ) -> None:
        self.axes.add_line(line_of(angles, values, colour=colour, **how))
