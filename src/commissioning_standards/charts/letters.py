"""How wide text is in the font of the charts, and where its lines break."""

from __future__ import annotations

from functools import lru_cache

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.textpath import TextToPath

__all__ = [
    "FAMILY",
    "drawable",
    "font",
    "line_height",
    "shortened",
    "widest_word",
    "width",
    "wrapped",
]

FAMILY = "DejaVu Sans"  # brought by matplotlib, so that pictures are the same everywhere
MISSING = "\u25a1"
LINE_HEIGHT = 1.25
MEASURED_AT = 100.0
MOST_LETTERS = 2_000
# No letter of the font is narrower than this share of its size.
NARROWEST = 0.25


def font(size: float, *, bold: bool = False) -> FontProperties:
    """The charts' font, with nothing left to matplotlib's own settings."""
    return FontProperties(
        family=[FAMILY],
        style="normal",
        variant="normal",
        weight="bold" if bold else "normal",
        stretch="normal",
        size=size,
        math_fontfamily="dejavusans",
    )


def line_height(size: float) -> float:
    """From one line to the next, in points."""
    return size * LINE_HEIGHT


def drawable(text: str) -> str:
    """Text that the font can draw: on one line, and a box for what it has no letter for."""
    return "".join(_drawn(each) for each in " ".join(text.split()))


@lru_cache(maxsize=4096)
def _drawn(letter: str) -> str:
    face = get_font(findfont(font(MEASURED_AT)))
    return letter if face.get_char_index(ord(letter)) else MISSING


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in points."""
    words = drawable(shortened(text)).split()
    gap = _measured("n n", bold=bold) - _measured("nn", bold=bold)
    total = sum(_measured(word, bold=bold) for word in words) + gap * max(len(words) - 1, 0)
    return total * size / MEASURED_AT


@lru_cache(maxsize=8192)
def _measured(word: str, *, bold: bool) -> float:
    found, _, _ = TextToPath().get_text_width_height_descent(
        word, font(MEASURED_AT, bold=bold), ismath=False
    )
    return float(found)


def widest_word(text: str, size: float) -> float:
    """How wide the widest word of a text is, in points."""
    return max((width(word, size) for word in drawable(shortened(text)).split()), default=0.0)


def wrapped(text: str, most: float, size: float, *, bold: bool = False) -> list[str]:
    """The lines of a text none of which is wider than so many points.

    A word is broken only where it is wider than a line, at a hyphen if it has
    one. Of a text longer than any paper's, the start is kept.
    """
    lines: list[str] = []
    for word in drawable(shortened(text)).split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold=bold) <= most:
            lines[-1] = joined
        else:
            lines += _broken(word, most, size, bold=bold)
    return lines


def shortened(text: str) -> str:
    """A text that a picture can hold: its start, and a mark where it goes on."""
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}…"


def _broken(word: str, most: float, size: float, *, bold: bool) -> list[str]:
    """A word, in pieces with hyphens where it is wider than a line."""
    pieces: list[str] = []
    rest = word
    while len(rest) > 1 and width(rest, size, bold=bold) > most:
        piece, rest = _parted(rest, most, size, bold=bold)
        pieces.append(piece)
    return [*pieces, rest]


def _parted(word: str, most: float, size: float, *, bold: bool) -> tuple[str, str]:
    """As much of a word as fits on a line with its hyphen, at least a letter, and the rest."""
    longest = min(len(word) - 1, int(most / (size * NARROWEST)) + 1)
    pieces = ((f"{word[:end].rstrip('-')}-", end) for end in range(longest, 1, -1))
    fitting = [each for each in pieces if width(each[0], size, bold=bold) <= most]
    own = (each for each in fitting if word[each[1] - 1] == "-")
    piece, end = next(own, fitting[0] if fitting else (word[:1], 1))
    return piece, word[end:]
