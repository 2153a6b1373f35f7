"""The sheet a chart is drawn on: its title and small print, and a body in points.

Every sheet has its title at the top, and under it a small line with what the
picture rests on, unless the page that it stands in says both; notes stand at the
foot. What lies between is the body, whose height is known before anything is
drawn, as nothing may overlap or be cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from .chart import Chart
from .letters import line_height, wrapped
from .palette import BACKGROUND
from .pen import POINTS, Pen
from .style import DOTS_PER_INCH, SMALL, TITLE

__all__ = ["MARGIN", "Caption", "Plan", "Size", "SizeError", "inner_width", "plan"]

MARGIN = 24.0
GAP = 10.0
WIDTH_INCHES, LEAST_INCHES = 8.0, 5.0
# More than the largest sheet of paper, A0; as a PNG it still fits into memory.
MOST_INCHES = 60.0

CENTIMETRES = 2.54
# What a figure with one decimal may fall short by: the size that is named must do.
ROUNDING = 0.05

Size = tuple[float, float]


class SizeError(ValueError):
    """A size too small for what is to be drawn, or too large, told in inches or in centimetres.

    Args:
        told: what is wrong, with ``{unit}`` and a place for each length.
        lengths: in inches.
    """

    def __init__(self, told: str, *lengths: float) -> None:
        super().__init__(told, *lengths)
        self._told, self._lengths = told, lengths

    def __str__(self) -> str:
        return self._told.format(*self._lengths, unit="inches")

    @property
    def in_centimetres(self) -> str:
        """The same, for those who gave the size in centimetres."""
        lengths = (each * CENTIMETRES for each in self._lengths)
        return self._told.format(*lengths, unit="centimetres")


@frozen
class Caption:
    """What stands round a picture.

    Args:
        kind: what sort of chart it is, such as ``"Radar chart"``.
        title: what it shows.
        small: what it rests on, a sentence each.
        notes: how to read it, a sentence each; a line of its own each.
    """

    kind: str
    title: str
    small: tuple[str, ...]
    notes: tuple[str, ...] = ()


@frozen
class Plan:
    """A sheet before it is drawn: where its lines break, and what room is left.

    Args:
        caption: what stands round it.
        width: of the sheet, in points.
        title: its lines.
        small: their lines.
        notes: their lines.
        height: of the sheet, in points, where that was asked for.
    """

    caption: Caption
    width: float
    title: Sequence[str]
    small: Sequence[str]
    notes: Sequence[str]
    height: float | None

    @property
    def inner(self) -> float:
        """The width between the margins, in points."""
        return self.width - 2 * MARGIN

    @property
    def edge(self) -> float:
        """How far everything is from the top and the foot: little within a page's text."""
        return MARGIN if self.title else 0.0

    @property
    def top(self) -> float:
        """Where the body begins, in points from the top."""
        titles = len(self.title) * line_height(TITLE)
        return self.edge + titles + len(self.small) * line_height(SMALL) + GAP

    @property
    def foot(self) -> float:
        """What the notes take at the foot, in points."""
        return (self.edge or GAP / 2) + (
            GAP + len(self.notes) * line_height(SMALL) if self.notes else 0.0
        )

    def body(self, needed: float) -> float:
        """The height of the body: what it needs, or all there is where a size was asked for.

        Raises:
            ValueError: that is less than it needs.
        """
        if self.height is None:
            return needed
        room = self.height - self.top - self.foot
        if room < needed:
            least = (needed + self.top + self.foot) / POINTS + ROUNDING
            raise SizeError(
                "the chart needs {:.1f} {unit} of height at a width of {:.1f}, "
                "and was given {:.1f}",
                least,
                self.width / POINTS,
                self.height / POINTS,
            )
        return room

    def open(self, body: float, **words: Any) -> Pen:
        """Start a chart of that body, with all that stands round it in place.

        Args:
            body: its height in points.
            words: the chart's ``alt_text``, ``rows`` and ``provenance``.
        """
        height = self.top + body + self.foot
        chart = Chart(
            kind=self.caption.kind,
            title=self.caption.title,
            figsize=(self.width / POINTS, height / POINTS),
            dpi=DOTS_PER_INCH,
            facecolor=BACKGROUND,
            edgecolor="none",
            linewidth=0.0,
            frameon=True,
            **words,
        )
        pen = Pen(chart, height)
        pen.lines(MARGIN, MARGIN, self.title, size=TITLE, bold=True)
        small = MARGIN + len(self.title) * line_height(TITLE) + GAP / 3
        pen.lines(MARGIN, small, self.small, size=SMALL)
        pen.lines(MARGIN, height - self.foot + GAP, self.notes, size=SMALL)
        return pen


def inner_width(size: Size | None) -> float:
    """The width between a sheet's margins, in points.

    Raises:
        ValueError: the sheet is under 5 inches wide, or over 60 wide or high.
    """
    across, longest = (size[0], max(size)) if size else (WIDTH_INCHES, WIDTH_INCHES)
    if across < LEAST_INCHES:
        raise SizeError(
            "a chart is at least {:.4g} {unit} wide, and not {:.4g}", LEAST_INCHES, across
        )
    if longest > MOST_INCHES:
        raise SizeError(
            "a chart is at most {:.4g} {unit} wide or high, and not {:.4g}", MOST_INCHES, longest
        )
    return across * POINTS - 2 * MARGIN


def plan(caption: Caption, size: Size | None, *, in_text: bool = False) -> Plan:
    """Break the lines of what stands round a picture, at the width there is.

    Args:
        caption: what stands round it.
        size: width and height in inches; None for 8 inches, and the height it needs.
        in_text: leave out the title and the small print, as the page round it has them.

    Raises:
        ValueError: the width is under 5 inches, or a side over 60.
    """
    inner = inner_width(size)
    return Plan(
        caption=caption,
        width=inner + 2 * MARGIN,
        title=() if in_text else wrapped(caption.title, inner, TITLE, bold=True),
        small=() if in_text else wrapped(" ".join(caption.small), inner, SMALL),
        notes=[line for note in caption.notes for line in wrapped(note, inner, SMALL)],
        height=size[1] * POINTS if size else None,
    )
