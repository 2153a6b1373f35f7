"""How wide the columns of a table in a Word file are: none less than its longest word.

Words are measured in the charts' own font, which is wider than Arial.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.shared import Pt

from ...charts.letters import width
from ...pages import LONGEST_WORD
from ..document import Cell, Linked, Table
from .styles import SMALL, TEXT_WIDTH

__all__ = ["ROOM", "column_widths"]

# Left and right of a cell's text, in twentieths of a point.
ROOM, TWENTIETHS = 90, 20


def column_widths(block: Table) -> list[int]:
    """How wide each column is, which together are the width of the text.

    Each has its share, or what its longest word needs where that is more. Where
    all their words have no room, each has less in proportion.
    """
    shares = block.widths or (1,) * len(block.headers)
    needs = [_need(column) for column in zip(block.headers, *block.rows, strict=True)]
    fit = min(1.0, TEXT_WIDTH / sum(needs))
    return [int(each) for each in _shared(shares, [need * fit for need in needs])]


def _shared(shares: Sequence[int], needs: Sequence[float]) -> list[float]:
    """The width of the text by shares, those that would have too little set to their need."""
    kept: dict[int, float] = {}
    while True:
        left = TEXT_WIDTH - sum(kept.values())
        whole = sum(share for index, share in enumerate(shares) if index not in kept)
        widths = [
            kept.get(index, left * share / (whole or 1)) for index, share in enumerate(shares)
        ]
        short = [index for index, need in enumerate(needs) if widths[index] < need]
        if not short:
            return widths
        kept |= {index: needs[index] for index in short}


def _need(column: Sequence[Cell]) -> float:
    """How wide a column must be so that none of its words is broken."""
    head, *rest = map(_words, column)
    widths = [width(word, SMALL, bold=True) for word in head]
    widths += [width(word, SMALL) for word in {word for words in rest for word in words}]
    return Pt(max(widths, default=0.0) + 2 * ROOM / TWENTIETHS)


def _words(cell: Cell) -> Iterator[str]:
    """A cell's words as lines break between them; links and the like may be broken within."""
    text = cell.text if isinstance(cell, Linked) else cell
    return (each for each in text.replace("-", "- ").split() if len(each) <= LONGEST_WORD)
