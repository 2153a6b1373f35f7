"""A grid of cells, each with its words and a shade: the shade never says more than the words."""

from __future__ import annotations

from attrs import frozen

from .lanes import Lanes
from .letters import line_height, wrapped
from .palette import BACKGROUND, GRID, Palette, text_on
from .pen import Pen
from .style import LABEL, SMALL

__all__ = ["Cell", "Grid", "shade"]

GAP, HEADING_GAP, PADDING = 3.0, 9.0, 5.0
LIGHTEST = 0.12
SHADES = 1.7


@frozen
class Cell:
    """One cell.

    Args:
        main: the figure or the answer.
        over: a smaller text over it, such as what is rated.
        under: smaller texts under it, a line each.
        share: how dark it is, from 0 to 1; None for white with an edge.
    """

    main: str
    over: str = ""
    under: tuple[str, ...] = ()
    share: float | None = None

    def lines(self, width: float) -> list[tuple[str, float, bool]]:
        """Its lines with their size and weight, none wider than so many points."""
        room = width - 2 * PADDING
        parts = [
            *((self.over, SMALL, False),) * bool(self.over),
            (self.main, LABEL, True),
            *((each, SMALL, False) for each in self.under),
        ]
        return [
            (line, size, bold)
            for text, size, bold in parts
            for line in wrapped(text, room, size, bold=bold)
        ]

    def height(self, width: float) -> float:
        """What it takes down at a width, in points."""
        return sum(line_height(size) for _, size, _ in self.lines(width)) + 2 * PADDING

    def colour(self, palette: Palette) -> str:
        """What it is filled with."""
        return BACKGROUND if self.share is None else palette.tint(shade(self.share))


def shade(share: float) -> float:
    """How much of the colour shows a place on the scale, from 0 to 1; never none."""
    return LIGHTEST + (1 - LIGHTEST) * share


@frozen
class Grid:
    """Cells in rows and columns.

    Args:
        headings: of the columns; "" where they have none.
        cells: for each part, one for each column that it has.
    """

    headings: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]

    def column(self, width: float) -> float:
        """The width of a column with the gap before it, where all have so many points."""
        return width / len(self.headings)

    def head(self, width: float) -> float:
        """What the headings take down, in points."""
        return max(map(len, self._headings(width))) * line_height(SMALL) + GAP

    def row(self, place: int, width: float) -> float:
        """What a part's cells take down, with the gap between rows, in points."""
        across = self.column(width) - GAP
        return max(each.height(across) for each in self.cells[place]) + GAP

    def _headings(self, width: float) -> list[list[str]]:
        return [wrapped(each, self.column(width) - HEADING_GAP, SMALL) for each in self.headings]

    def draw(
        self, pen: Pen, place: tuple[float, float], width: float, lanes: Lanes, palette: Palette
    ) -> None:
        """Draw it at a place in points, headings over it and a row in each lane."""
        left, top = place
        step = self.column(width)
        for index, lines in enumerate(self._headings(width)):
            start = top - len(lines) * line_height(SMALL) - GAP
            pen.lines(left + step * index + GAP, start, lines, size=SMALL)
        for lane in lanes.rows:
            for index, cell in enumerate(self.cells[lane.place or 0]):
                corner = (left + step * index + GAP, lane.top + GAP / 2)
                _draw(pen, cell, corner, (step - GAP, lane.height - GAP), palette)


def _draw(
    pen: Pen,
    cell: Cell,
    corner: tuple[float, float],
    size: tuple[float, float],
    palette: Palette,
) -> None:
    fill = cell.colour(palette)
    pen.box(*corner, *size, fill, edge=GRID if cell.share is None else fill, zorder=SHADES)
    y = corner[1] + (size[1] - cell.height(size[0])) / 2 + PADDING
    for line, letters, bold in cell.lines(size[0]):
        pen.lines(corner[0] + PADDING, y, [line], size=letters, bold=bold, colour=text_on(fill))
        y += line_height(letters)
