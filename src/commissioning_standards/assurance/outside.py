"""An outside view in the plain form that papers show: a title, sentences and one table."""

from __future__ import annotations

import textwrap

from attrs import frozen

__all__ = ["OutsideView", "wrapped"]

WIDTH = 100


@frozen
class OutsideView:
    """What others say of a council, ready to be set in a paper.

    Args:
        title: of the section.
        sentences: what it shows and what to know when reading it, in order.
        headers: of its table.
        rows: of its table, as text.
        source: where the figures come from, with their dates.
    """

    title: str
    sentences: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str


def wrapped(text: str) -> list[str]:
    """A text as lines for a terminal; addresses stay whole."""
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
