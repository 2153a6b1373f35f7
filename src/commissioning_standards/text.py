"""Text as it is kept: the same in Excel, JSON and on paper."""

from __future__ import annotations

import unicodedata

__all__ = ["number_of", "one_line", "tidy_text"]

KEPT_CONTROLS = "\n\t"
NOT_TEXT = {"Cc", "Cs"}
NONCHARACTERS = {"\ufffe", "\uffff"}


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


def number_of(count: int, thing: str) -> str:
    """So many things: ``1 tie``, ``2 ties``."""
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _can_be_kept(char: str) -> bool:
    if char in KEPT_CONTROLS:
        return True
    return unicodedata.category(char) not in NOT_TEXT and char not in NONCHARACTERS
