"""Text as it is kept: the same in Excel, JSON and on paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

__all__ = ["contained", "in_a_sentence", "joined", "number_of", "one_line", "tidy_text"]

KEPT_CONTROLS = "\n\t"
NOT_TEXT = {"Cc", "Cs"}
NONCHARACTERS = {"\ufffe", "\uffff"}
OVERRIDES, ENDS_OVERRIDE = "\u202a\u202b\u202d\u202e", "\u202c"
ISOLATES, ENDS_ISOLATE = "\u2066\u2067\u2068", "\u2069"


def tidy_text(text: str) -> str:
    """Make line ends one kind, drop what no document can hold, and trim both ends.

    Control characters, lone surrogates and noncharacters cannot be stored in a
    workbook or shown on a page; everything else is kept as it is.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(filter(_can_be_kept, lines)).strip()


def one_line(text: str) -> str:
    """Text fit for a message: nothing in it can break the line or steer a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def contained(text: str) -> str:
    """Text in which every mark that turns direction is ended, so that it turns nothing after it.

    Marks are ended on each line, as a line may become a paragraph by itself.
    """
    return "\n".join(line + _endings(line) for line in text.split("\n"))


def _endings(line: str) -> str:
    waiting: list[str] = []
    for char in line:
        if char in OVERRIDES:
            waiting.append(ENDS_OVERRIDE)
        elif char in ISOLATES:
            waiting.append(ENDS_ISOLATE)
        elif waiting and char == waiting[-1]:
            waiting.pop()
    return "".join(reversed(waiting))


def in_a_sentence(text: str) -> str:
    """A name as a sentence of ours can hold it: on one line, and turning nothing after it."""
    return contained(" ".join(text.split()))


def number_of(count: int, thing: str, things: str = "") -> str:
    """So many things: ``1 tie``, ``2 ties``, ``1,200 cells``."""
    return f"{count:,} {thing if count == 1 else things or f'{thing}s'}"


def joined(parts: Sequence[str]) -> str:
    """Parts as a list in a sentence: ``4, 6 and 9``."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def _can_be_kept(char: str) -> bool:
    if char in KEPT_CONTROLS:
        return True
    return unicodedata.category(char) not in NOT_TEXT and char not in NONCHARACTERS
