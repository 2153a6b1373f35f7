"""A quick look at lines of CSV, to take apart only those that can matter.

Most rows of a national file are of other councils. Whether a line names one of
a few places, or has too few cells, can be seen without parting it into cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from ..names import folded

__all__ = ["Sieve", "telling_words"]

# A sign in a name may stand for this word.
NOT_TELLING = "and"
LINE_END, QUOTE, COMMA = b"\n", b'"', b","
ASCII = bytes(range(128))
PARTED = "a a"
NEITHER_COMMA_NOR_END = bytes(set(range(256)) - {*COMMA, *LINE_END})
# Whole cells in quotation marks, without any mark or line end in them.
QUOTED = re.compile(rb'"(?<![^,\n]")[^"\n]*"(?=[,\r\n])')


@frozen
class Sieve:
    """Which lines to keep: those with one of the words, and any that may be narrow.

    It works on text that is stored as ASCII is, with anything else besides.

    Args:
        words: in small letters without accents; a line that is wanted holds one.
        width: how many cells a row has at least.
    """

    words: tuple[str, ...]
    width: int

    def kept(self, block: bytes, encoding: str) -> list[tuple[int, bytes]] | None:
        """Those of some whole lines that have to be taken apart, each with its number from 1.

        A line with letters beyond ASCII is kept too: its names may be spelt in
        more ways than are looked for. The last line is always kept: its number
        says how many there are.

        Args:
            block: the lines, each with its end.
            encoding: how their text is stored.

        Returns:
            None where a line may not be a row by itself.
        """
        cells = QUOTED.sub(b"", block) if QUOTE in block else block
        if QUOTE in cells or _has_old_ends(block):
            return None
        letters = _letters_beyond(block.translate(None, ASCII), encoding)
        starts = {block.rfind(LINE_END, 0, -1) + 1, *_holding(block, letters)}
        starts.update(_holding(block.lower(), map(str.encode, self.words)))
        if not self._is_even(cells):
            starts.update(self._narrow(block, cells))
        return list(_numbered(block, starts))

    def _is_even(self, cells: bytes) -> bool:
        """Whether all lines have one and the same number of cells, which is enough."""
        shape = cells.translate(None, NEITHER_COMMA_NOR_END)
        first = shape[: shape.find(LINE_END) + 1]
        return len(first) >= self.width and shape == first * (len(shape) // len(first))

    def _narrow(self, block: bytes, cells: bytes) -> Iterator[int]:
        """Where the lines begin that have too few cells."""
        start = 0
        for line, outside in zip(block.splitlines(keepends=True), cells.splitlines(), strict=True):
            if outside.count(COMMA) < self.width - 1:
                yield start
            start += len(line)


def _letters_beyond(signs: bytes, encoding: str) -> Iterator[bytes]:
    """Those of some signs beyond ASCII that can be part of a word, as they are stored."""
    stored = encoding.removesuffix("-sig")
    for each in set(signs.decode(stored)):
        if folded(f"a{each}a") != PARTED:
            yield each.encode(stored)


def _holding(block: bytes, texts: Iterable[bytes]) -> Iterator[int]:
    """Where the lines begin that hold one of some texts."""
    for text in texts:
        at = block.find(text)
        while at >= 0:
            yield block.rfind(LINE_END, 0, at) + 1
            at = block.find(text, block.find(LINE_END, at))


def _has_old_ends(block: bytes) -> bool:
    """Whether any line ends as those of old computers did, which parts lines elsewhere."""
    return b"\r" in block and block.count(b"\r") != block.count(b"\r\n")


def _numbered(block: bytes, starts: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """The lines that begin at some places, in order, each with its number from 1."""
    number, before = 1, 0
    for start in sorted(starts):
        number += block.count(LINE_END, before, start)
        before = start
        yield number, block[start : block.find(LINE_END, start) + 1]


def telling_words(names: Iterable[str]) -> tuple[str, ...]:
    """A few words of which each name holds one, however it is spelt.

    Returns:
        None at all where a name has no word to look for.
    """
    found: list[str] = []
    for words in sorted((folded(each).split() for each in names), key=len):
        telling = [each for each in words if each != NOT_TELLING]
        if not telling:
            return ()
        if set(found).isdisjoint(telling):
            found.append(max(telling, key=len))
    return tuple(found)
