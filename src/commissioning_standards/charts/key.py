"""The key of a chart: what each line, mark and shade stands for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from attrs import frozen

from .letters import line_height, width
from .sheet import Pen
from .style import LINE_WIDTH, LINES, SMALL, Line

__all__ = ["Entry", "Key", "Sort", "key_of"]

SWATCH, AFTER_SWATCH, AFTER_ENTRY = 26.0, 6.0, 20.0
ROW = line_height(SMALL) + 5.0


class Sort(Enum):
    """What an entry shows before its words."""

    LINE = auto()
    MARK = auto()
    SHADE = auto()


@frozen
class Entry:
    """One thing to explain.

    Args:
        text: what it stands for.
        seen: what it looks like, in words.
        sort: what is drawn of it.
        colour: its colour.
        line: its dash and marker.
        edge: the colour of a shade's edge.
    """

    text: str
    seen: str
    sort: Sort
    colour: str
    line: Line = LINES[0]
    edge: str = "none"

    @property
    def width(self) -> float:
        """What it takes across, in points."""
        return SWATCH + AFTER_SWATCH + width(self.text, SMALL)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it with its middle at a height."""
        middle = x + SWATCH / 2
        match self.sort:
            case Sort.LINE:
                how = {"dash": self.line.dash, "width": LINE_WIDTH}
                pen.line([x, x + SWATCH], [y, y], colour=self.colour, **how)
                self._mark(pen, middle, y)
            case Sort.MARK:
                self._mark(pen, middle, y)
            case _:
                pen.box(x, y - SMALL / 2, SWATCH, SMALL, self.colour, edge=self.edge)
        pen.text(x + SWATCH + AFTER_SWATCH, y, self.text, size=SMALL)

    def _mark(self, pen: Pen, x: float, y: float) -> None:
        line = self.line
        pen.mark(x, y, line.marker, self.colour, size=line.size, filled=line.filled)


@frozen
class Key:
    """Entries in rows.

    Args:
        rows: the entries of each row.
    """

    rows: tuple[tuple[Entry, ...], ...]

    @property
    def words(self) -> str:
        """The key as a sentence, for those who do not see it; "" without entries."""
        told = "; ".join(f"{each.seen}: {each.text}" for row in self.rows for each in row)
        return f"Key. {told}." if told else ""

    @property
    def height(self) -> float:
        """What it takes down, in points."""
        return len(self.rows) * ROW

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it with its top left corner there."""
        for index, row in enumerate(self.rows):
            across = x
            for entry in row:
                entry.draw(pen, across, y + ROW * (index + 0.5))
                across += entry.width + AFTER_ENTRY


def key_of(entries: Iterable[Entry], most: float) -> Key:
    """Put entries into rows no wider than so many points."""
    rows: list[list[Entry]] = []
    taken = 0.0
    for entry in entries:
        if rows and taken + entry.width <= most:
            rows[-1].append(entry)
        else:
            rows.append([entry])
            taken = 0.0
        taken += entry.width + AFTER_ENTRY
    return Key(tuple(map(tuple, rows)))
