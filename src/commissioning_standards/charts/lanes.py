"""Rows down a sheet: one for each part, under the names of their domains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from attrs import evolve, frozen

from ..framework import Framework
from .letters import drawable, line_height, wrapped
from .palette import GRID, PALE
from .sheet import MARGIN, Pen, Plan
from .style import LABEL, SMALL

__all__ = ["HEADING", "Lane", "Lanes", "by_domain", "lane_of", "lanes_of"]

HEADING = 22.0
PADDING = 10.0
OVER_RULES = 1.5


@frozen
class Lane:
    """One row, or the heading over several.

    Args:
        name: the lines of what it is called.
        under: smaller lines under the name.
        height: what it takes down, in points.
        place: which part it is of, in the order in which they are drawn; None for a heading.
        top: where it begins, in points from the top of the sheet.
    """

    name: tuple[str, ...]
    under: tuple[str, ...]
    height: float
    place: int | None
    top: float = 0.0

    @property
    def middle(self) -> float:
        """Its middle, in points from the top of the sheet."""
        return self.top + self.height / 2


@frozen
class Lanes:
    """Rows from top to bottom.

    Args:
        every: rows and headings, in order.
    """

    every: tuple[Lane, ...]

    @property
    def height(self) -> float:
        """What they take down, in points."""
        return sum(each.height for each in self.every)

    @property
    def rows(self) -> tuple[Lane, ...]:
        """The rows without the headings."""
        return tuple(each for each in self.every if each.place is not None)

    def within(self, top: float, height: float) -> Lanes:
        """The same rows from a height down, spread over all the room there is."""
        stretch = height / self.height
        heights = [each.height * stretch for each in self.every]
        tops = accumulate(heights, initial=top)
        return Lanes(
            tuple(
                evolve(each, height=high, top=start)
                for each, high, start in zip(self.every, heights, tops, strict=False)
            )
        )

    def draw(self, pen: Pen, page: Plan) -> None:
        """Write the names, shade the headings and rule a line under each row."""
        for lane in self.every:
            if lane.place is None:
                pen.box(MARGIN, lane.top, page.inner, lane.height, PALE, zorder=OVER_RULES)
            else:
                below = lane.top + lane.height
                pen.line([MARGIN, MARGIN + page.inner], [below, below], colour=GRID, width=0.4)
            self._write(pen, lane)

    def _write(self, pen: Pen, lane: Lane) -> None:
        high = len(lane.name) * line_height(LABEL) + len(lane.under) * line_height(SMALL)
        top = lane.middle - high / 2
        pen.lines(MARGIN + 4.0, top, lane.name, bold=lane.place is None)
        pen.lines(MARGIN + 4.0, top + len(lane.name) * line_height(LABEL), lane.under, size=SMALL)


def lane_of(place: int, name: str, width: float, *, under: str = "", least: float = 0.0) -> Lane:
    """A row with its name wrapped.

    Args:
        place: which part it is of.
        name: what it is called.
        width: of the name's column, in points.
        under: a smaller line under the name.
        least: how high it is at least, in points.
    """
    lines = tuple(wrapped(name, width, LABEL))
    small = tuple(wrapped(under, width, SMALL))
    high = len(lines) * line_height(LABEL) + len(small) * line_height(SMALL) + PADDING
    return Lane(lines, small, max(high, least), place)


def by_domain(framework: Framework) -> list[tuple[str, list[int]]]:
    """The standards' places under the titles of their domains."""
    standards = framework.standards
    return [
        (domain.title, [place for place, each in enumerate(standards) if each.domain == domain.id])
        for domain in framework.domains
    ]


def lanes_of(rows: Sequence[Lane], groups: Iterable[tuple[str, Sequence[int]]]) -> Lanes:
    """Rows under headings.

    Args:
        rows: one for each part, in order.
        groups: each heading with the places of its rows; no heading where it is "".
    """
    every: list[Lane] = []
    for name, places in groups:
        every += [Lane((drawable(name),), (), HEADING, None)] if name else []
        every += [rows[place] for place in places]
    return Lanes(tuple(every))
