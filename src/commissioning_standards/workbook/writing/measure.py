"""How tall a row must be for its wrapped text: nothing in print may be cut off.

Spreadsheet programs do not grow rows that hold text written by a program, so
heights are worked out here from the widths of Arial's letters.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

__all__ = ["row_height"]

POINTS_A_LINE = 12.8
PADDING = 4.0
TALLEST_ROW = 409.0
PIXELS_A_CHARACTER = 7.0
FONT_PIXELS = 10 * 96 / 72
SAFETY = 1.04

NARROW, SLIM, WIDE, WIDEST = 0.25, 0.34, 0.74, 0.95
USUAL, FAR_EAST = 0.56, 1.1
WIDTHS = (
    dict.fromkeys("ijlI'|,.:;!/\\[] ft", NARROW)
    | dict.fromkeys('r()-"*{}`', SLIM)
    | dict.fromkeys("ABCDEFGHKNOPQRSTUVXYZ&w", WIDE)
    | dict.fromkeys("mMW%@—…", WIDEST)
)
FIRST_WIDE_SCRIPT = 0x1100


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """The height in points of a row of wrapped cells, at Excel's most where it needs more.

    Args:
        cells: each cell's text and the width of its column in characters.
    """
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(TALLEST_ROW, round(lines * POINTS_A_LINE + PADDING, 1))


def _lines(text: str, width: float) -> int:
    room = width * PIXELS_A_CHARACTER / (FONT_PIXELS * SAFETY)
    return sum(_lines_of_paragraph(each, room) for each in text.split("\n"))


def _lines_of_paragraph(text: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in text.split(" "):
        length = _length(word)
        if used and used + NARROW + length > room:
            lines, used = lines + 1, 0.0
        if length > room:
            # Programs differ in where they break a link; one line more is room enough.
            lines += int(length // room) + 1
            length %= room
        used += length + (NARROW if used else 0.0)
    return lines


@lru_cache(maxsize=4096)
def _length(word: str) -> float:
    return sum(map(_width, word))


def _width(char: str) -> float:
    usual = FAR_EAST if ord(char) >= FIRST_WIDE_SCRIPT else USUAL
    return WIDTHS.get(char, usual)
