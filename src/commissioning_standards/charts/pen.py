"""The pen that draws on a chart, with nothing left to matplotlib's own settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from .chart import Chart
from .letters import drawable, font, line_height
from .palette import BACKGROUND, GRID, TEXT
from .style import GRID_WIDTH, LABEL

__all__ = ["POINTS", "Pen", "dot_of", "line_of"]

POINTS = 72.0
BEHIND, AXES, OVER = 0.5, 2.5, 4.0
# Matplotlib's own patterns, which its settings could change: on and off, in line widths.
PATTERNS: dict[str, Any] = {"--": (0, (3.7, 1.6)), ":": (0, (1.0, 1.65))}


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
