"""What others say of a council, in the plain form that papers show: sentences and tables."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from attrs import field, frozen

from ..problems import Problem
from ..shown import ShownInNotebooks

__all__ = ["OutsideView", "ViewTable", "wrapped"]

WIDTH = 100


def _rows(rows: Iterable[Iterable[object]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(str, row)) for row in rows)


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(texts)


@frozen
class ViewTable:
    """One table of an outside view.

    Args:
        caption: what it shows.
        headers: one for each column.
        rows: one cell for each header, as text.

    Raises:
        ValueError: a row has not one cell for each header.
    """

    caption: str
    headers: tuple[str, ...] = field(converter=_texts)
    rows: tuple[tuple[str, ...], ...] = field(converter=_rows)

    def __attrs_post_init__(self) -> None:
        if any(len(row) != len(self.headers) for row in self.rows):
            raise ValueError(f"a row of “{self.caption}” has not one cell for each header")


def _tables(tables: Iterable[ViewTable]) -> tuple[ViewTable, ...]:
    return tuple(tables)


@frozen(repr=False)
class OutsideView(ShownInNotebooks):
    """What somebody outside says of a council, ready to be set in a paper.

    Args:
        title: whose view it is.
        sentences: what it says, and what to know when reading it, a sentence each.
        tables: its figures.
        source: where it comes from, with its date.
        files: what it was read from, each with its sha256.
        notes: what is worth knowing of how they were read.
    """

    title: str
    sentences: tuple[str, ...] = field(default=(), converter=_texts)
    tables: tuple[ViewTable, ...] = field(default=(), converter=_tables)
    source: str = ""
    files: tuple[tuple[str, str], ...] = ()
    notes: tuple[Problem, ...] = ()


def wrapped(text: str) -> list[str]:
    """A text as lines for a terminal; addresses stay whole."""
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
