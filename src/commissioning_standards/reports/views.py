"""What others say of a council, as whoever reads it gives it: sentences and titled tables."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

__all__ = ["OutsideView", "ViewTable"]


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
    """

    caption: str
    headers: tuple[str, ...] = field(converter=_texts)
    rows: tuple[tuple[str, ...], ...] = field(converter=_rows)

    def __attrs_post_init__(self) -> None:
        if any(len(row) != len(self.headers) for row in self.rows):
            raise ValueError(f"a row of “{self.caption}” has not one cell for each header")


def _tables(tables: Iterable[ViewTable]) -> tuple[ViewTable, ...]:
    return tuple(tables)


@frozen
class OutsideView:
    """What somebody outside says of the council, such as a regulator or national figures.

    Args:
        title: whose view it is.
        sentences: what it says, a sentence each.
        tables: its figures.
        source: where it comes from, with its date.
    """

    title: str
    sentences: tuple[str, ...] = field(default=(), converter=_texts)
    tables: tuple[ViewTable, ...] = field(default=(), converter=_tables)
    source: str = ""
