"""Slips that people make who write a settings file for the first time, each with its remedy."""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["slip_in"]

LINE = re.compile(r"\(at line (\d+),")
CURLY = re.compile("[“”„‘’]")
IN_WORDS = re.compile(
    r"=\s*(\d{1,2}(st|nd|rd|th)?\s+[A-Za-z]+\s+\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
BARE = re.compile(r"=\s*[A-Za-z£]")
QUOTES = re.compile(r'\\.|"')

SLIPS: tuple[tuple[Callable[[str], bool], str], ...] = (
    (
        lambda line: bool(CURLY.search(line)),
        'Line {line} has curly quotation marks: write straight ones, as in "text".',
    ),
    (
        lambda line: bool(IN_WORDS.search(line)),
        "Line {line} has a date in words: write year, month and day, as in 2027-03-01.",
    ),
    (
        lambda line: QUOTES.findall(line).count('"') % 2 == 1,
        "Line {line} has a quotation mark without its pair: put one where the text ends.",
    ),
    (
        lambda line: bool(BARE.search(line)) and '"' not in line,
        'Line {line} has text without quotation marks: put it between two, as in "text".',
    ),
)


def slip_in(text: str, found: str) -> str:
    """Which slip stands in the line that a parser stopped at, in plain words; ``""`` for none.

    Args:
        text: the whole file.
        found: the parser's message, with the line.
    """
    lines = dict(enumerate(text.splitlines(), 1))
    place = LINE.search(found)
    # Where a parser has come to the end of a file, its last line is what it could not end.
    number = int(place[1]) if place else len(lines)
    told = (says for is_there, says in SLIPS if is_there(lines.get(number, "")))
    return next(told, "").format(line=number)
