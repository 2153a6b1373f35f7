"""The sheet a chart is drawn on: its title and small print, and a body in points.

Every sheet has its title at the top, and under it a small line with what the
picture rests on; notes stand at the foot. What lies between is the body, whose
height is known before anything is drawn, as nothing may overlap or be cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from attrs import frozen
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from .chart import Chart
from .letters import drawable, font, line_height, wrapped
from .palette import BACKGROUND, GRID, TEXT
from .style import DOTS_PER_INCH, GRID_WIDTH, LABEL, SMALL, TITLE

__all__ = ["MARGIN", "Caption", "Pen", "Plan", "Size", "dot_of", "inner_width", "line_of", "plan"]

POINTS = 72.0
MARGIN = 24.0
GAP = 10.0
WIDTH_INCHES, LEAST_INCHES = 8.0, 5.0
BEHIND, AXES, OVER = 0.5, 2.5, 4.0

# Matplotlib's own patterns, which its settings could change: on and off, in line widths.
PATTERNS: dict[str, Any] = {"--": (0, (3.7, 1.6)), ":": (0, (1.0, 1.65))}

Size = tuple[float, float]


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
    def top(self) -> float:
        """Where the body begins, in points from the top."""
        titles = len(self.title) * line_height(TITLE)
        return MARGIN + titles + len(self.small) * line_height(SMALL) + GAP

    @property
    def foot(self) -> float:
        """What the notes take at the foot, in points."""
        return MARGIN + (GAP + len(self.notes) * line_height(SMALL) if self.notes else 0.0)

    def body(self, needed: float) -> float:
        """The height of the body: what it needs, or all there is where a size was asked for.

        Raises:
            ValueError: that is less than it needs.
        """
        if self.height is None:
            return needed
        room = self.height - self.top - self.foot
        if room < needed:
            least = (needed + self.top + self.foot) / POINTS
            raise ValueError(
                f"the chart needs {least:.1f} inches of height at a width of "
                f"{self.width / POINTS:.1f}, and was given {self.height / POINTS:.1f}"
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
        ValueError: the sheet is under 5 inches wide.
    """
    across = size[0] if size else WIDTH_INCHES
    if across < LEAST_INCHES:
        raise ValueError(f"a chart is at least {LEAST_INCHES:g} inches wide, and not {across:g}")
    return across * POINTS - 2 * MARGIN


def plan(caption: Caption, size: Size | None) -> Plan:
    """Break the lines of what stands round a picture, at the width there is.

    Args:
        caption: what stands round it.
        size: width and height in inches; None for 8 inches, and the height it needs.

    Raises:
        ValueError: the width is under 5 inches.
    """
    inner = inner_width(size)
    return Plan(
        caption=caption,
        width=inner + 2 * MARGIN,
        title=wrapped(caption.title, inner, TITLE, bold=True),
        small=wrapped(" ".join(caption.small), inner, SMALL),
        notes=[line for note in caption.notes for line in wrapped(note, inner, SMALL)],
        height=size[1] * POINTS if size else None,
    )


class Pen:
    """Draws on a chart in points from its top left corner.

    Args:
        chart: what to draw on.
        height: of it, in points.
    """

    def __init__(self, chart: Chart, height: float) -> None:
        self.chart = chart
        self.height = height
        flipped = Affine2D().scale(1 / POINTS, -1 / POINTS).translate(0, height / POINTS)
        self._points = flipped + chart.dpi_scale_trans

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = LABEL,
        bold: bool = False,
        across: Literal["left", "center", "right"] = "left",
        up: Literal["top", "center", "bottom"] = "center",
        colour: str = TEXT,
        on: str | None = None,
        axes: Any = None,
        zorder: float = OVER,
    ) -> None:
        """Write a line of text.

        Args:
            x: where, in points from the left.
            y: where, in points from the top.
            text: as it was given; what the font cannot draw becomes a box.
            size: in points.
            bold: whether it is heavy.
            across: which part of it is at x: ``"left"``, ``"center"`` or ``"right"``.
            up: which part of it is at y: ``"top"``, ``"center"`` or ``"bottom"``.
            colour: of the letters.
            on: a colour behind it, or None.
            axes: among whose lines it is drawn; None for over all axes.
            zorder: what it lies over.
        """
        behind = {"facecolor": on, "edgecolor": "none", "pad": 1.0} if on else None
        (axes or self.chart).add_artist(
            Text(
                x,
                y,
                drawable(text),
                color=colour,
                fontproperties=font(size, bold=bold),
                horizontalalignment=across,
                verticalalignment=up,
                transform=self._points,
                parse_math=False,
                usetex=False,
                antialiased=True,
                zorder=zorder,
                bbox=behind,
            )
        )

    def lines(
        self, x: float, y: float, lines: Sequence[str], *, size: float = LABEL, **how: Any
    ) -> None:
        """Write lines one under the other, the first with its top at y."""
        step = line_height(size)
        for index, each in enumerate(lines):
            self.text(x, y + step * (index + 0.5), each, size=size, **how)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: str,
        *,
        edge: str = "none",
        zorder: float = BEHIND,
    ) -> None:
        """Fill a rectangle whose top left corner is at x and y, behind what the axes hold."""
        self.chart.add_artist(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor=colour,
                edgecolor=edge,
                linewidth=GRID_WIDTH if edge != "none" else 0.0,
                linestyle="-",
                antialiased=True,
                transform=self._points,
                zorder=zorder,
            )
        )

    def line(
        self, xs: Sequence[float], ys: Sequence[float], *, colour: str = GRID, **how: Any
    ) -> None:
        """Draw a line through points, behind what the axes hold; see :func:`line_of`."""
        settings = {"zorder": 1.0, "transform": self._points, **how}
        self.chart.add_artist(line_of(xs, ys, colour=colour, **settings))

    def mark(self, x: float, y: float, marker: str, colour: str, **how: Any) -> None:
        """Draw one mark over all else; see :func:`line_of`."""
        self.line([x], [y], colour=colour, marker=marker, dash="none", zorder=OVER, **how)

    def axes(self, x: float, y: float, width: float, height: float, **options: Any) -> Any:
        """Axes without an axis drawn, at a place in points; for figures in their own units."""
        across, down = self.chart.get_size_inches() * POINTS
        place = (x / across, 1 - (y + height) / down, width / across, height / down)
        axes: Any = self.chart.add_axes(place, facecolor="none", zorder=AXES, **options)
        axes.set_axis_off()
        return axes


def dot_of(
    x: float,
    y: float,
    colour: str,
    *,
    marker: str = "o",
    size: float = 7.0,
    filled: bool = True,
    edge: float = 0.5,
    zorder: float = 3.0,
) -> Line2D:
    """One mark by itself; see :func:`line_of`."""
    return line_of(
        [x],
        [y],
        colour=colour,
        dash="none",
        marker=marker,
        size=size,
        filled=filled,
        edge=edge,
        zorder=zorder,
    )


def line_of(
    xs: Sequence[float],
    ys: Sequence[float],
    *,
    colour: str,
    dash: str = "-",
    width: float = GRID_WIDTH,
    marker: str = "none",
    size: float = 6.0,
    filled: bool = True,
    edge: float = 1.5,
    zorder: float = 3.0,
    **more: Any,
) -> Line2D:
    """A line with nothing left to matplotlib's own settings.

    Args:
        xs: along.
        ys: up or down.
        colour: of line and marks.
        dash: of the line; ``"none"`` for marks alone.
        width: of the line, in points.
        marker: at each point.
        size: of the marks, in points.
        filled: whether marks are filled, or white inside.
        edge: the width of the marks' edge, in points.
        zorder: what it lies over.
        more: such as ``transform``.
    """
    return Line2D(
        xs,
        ys,
        color=colour,
        linestyle=PATTERNS.get(dash, dash),
        linewidth=width,
        marker=marker,
        markersize=size,
        markerfacecolor=colour if filled else BACKGROUND,
        markeredgecolor=colour,
        markeredgewidth=edge,
        fillstyle="full",
        antialiased=True,
        dash_capstyle="butt",
        solid_capstyle="butt",
        dash_joinstyle="round",
        solid_joinstyle="round",
        drawstyle="default",
        clip_on=False,
        zorder=zorder,
        **more,
    )
