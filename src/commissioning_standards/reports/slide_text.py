"""How much text a slide holds: whole where it fits, and else with words for where it all stands.

Text is measured in the charts' own font, which is wider than Arial, so that it
fits wherever the slides are opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from ..charts.letters import wrapped
from ..text import contained
from .document import Cell, Table, said_text

__all__ = [
    "BESIDE",
    "BODY",
    "BREADTH",
    "OPENING",
    "Room",
    "cell_size",
    "column_widths",
    "cut",
    "fitted",
    "flowed",
    "row_height",
    "table_parts",
]

BREADTH, BESIDE = 871.2, 430.0
LINE_HEIGHT = 1.22
CELL_SIDES, CELL_ENDS, LEAST_ROW, CELL_LINES = 16.0, 5.0, 23.0, 6
SMALL, LARGE, TABLE_HEIGHT = 10.5, 14.0, 394.0


@frozen
class Room:
    """The room that a list has on a slide, in points.

    Args:
        width: of its lines, without the bullets.
        height: of all of it.
        size: of its letters.
        gap: between two of its texts.
        most: lines of one text.
    """

    width: float
    height: float
    size: float
    gap: float
    most: int

    def taken(self, text: str) -> float:
        """What a text takes down, with the gap after it."""
        return _lines(text, self.width, self.size) * self.size * LINE_HEIGHT + self.gap


BODY = Room(width=826.0, height=380.0, size=20.0, gap=12.0, most=7)
OPENING = Room(width=840.0, height=210.0, size=24.0, gap=14.0, most=2)


def _lines(text: str, width: float, size: float) -> int:
    return max(len(wrapped(text, width, size)), 1)


def cut(text: str, room: Room, where: str) -> str:
    """A text on one line of thought, or its start and where the whole stands.

    Args:
        text: of any length.
        room: what a single text may take of it.
        where: such as ``"in the pack, under “Overview”"``; "" where that is plain.
    """
    line = " ".join(text.split())
    lines = wrapped(line, room.width, room.size)
    if len(lines) <= room.most:
        return contained(line)
    rest = f"… (whole {where})" if where else "…"
    kept = lines[: max(room.most - _lines(rest, room.width, room.size), 1)]
    start = line[: len(" ".join(kept))]
    return contained(start.rpartition(" ")[0] or start) + rest


def flowed(texts: Iterable[str], room: Room, where: str) -> list[tuple[str, ...]]:
    """Every text, on as many slides as they need."""
    slides: list[list[str]] = [[]]
    left = room.height
    for each in (cut(text, room, where) for text in texts):
        taken = room.taken(each)
        if taken > left and slides[-1]:
            slides.append([])
            left = room.height
        slides[-1].append(each)
        left -= taken
    return [tuple(each) for each in slides]


def fitted(texts: Iterable[str], room: Room, where: str) -> tuple[str, ...]:
    """As many texts as one slide holds, with what is left out counted."""
    every = tuple(texts)
    slides = flowed(every, room, where)
    if len(slides) == 1:
        return slides[0]
    kept, *_ = flowed(every, evolve(room, height=room.height - room.taken("And")), where)
    return (*kept, f"And {len(every) - len(kept)} more, {where}.")


def column_widths(table: Table, width: float) -> list[float]:
    """How wide each column of a table is, of a width in all."""
    return [width * share / sum(table.widths) for share in table.widths]


def cell_size(width: float) -> float:
    """The size of the letters in a table as wide as that, in points."""
    return LARGE if width >= BREADTH else SMALL


def row_height(cells: Sequence[Cell], widths: Sequence[float]) -> float:
    """How high a row of a table has to be, in points."""
    size = cell_size(sum(widths))
    lines = (
        _lines(said_text(cell), width - CELL_SIDES, size)
        for cell, width in zip(cells, widths, strict=True)
    )
    return max(LEAST_ROW, max(lines) * size * LINE_HEIGHT + CELL_ENDS)


def table_parts(table: Table, width: float, where: str) -> list[Table]:
    """A table in as many parts as slides need, each with its headers."""
    widths = column_widths(table, width)
    room = TABLE_HEIGHT - row_height(table.headers, widths)
    parts: list[list[tuple[Cell, ...]]] = [[]]
    left = room
    for row in (tuple(_cells(each, widths, where)) for each in table.rows):
        height = row_height(row, widths)
        if height > left:
            parts.append([])
            left = room
        parts[-1].append(row)
        left -= height
    return [evolve(table, rows=each) for each in parts]


def _cells(row: Sequence[Cell], widths: Sequence[float], where: str) -> Iterator[str]:
    size = cell_size(sum(widths))
    for cell, width in zip(row, widths, strict=True):
        yield cut(said_text(cell), Room(width - CELL_SIDES, 0.0, size, 0.0, CELL_LINES), where)
