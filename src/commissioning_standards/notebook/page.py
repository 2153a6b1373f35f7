"""A small accessible table for a notebook: caption, headers, rows, and notes below.

A return comes from somebody else, so every text is escaped, and nothing in it
can steer the direction of writing or be set as mathematics.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from ..assessment import Assessment
from ..text import one_line
from ..version import VERSION

__all__ = ["SHORT_DIGEST", "made_from", "shown_notes", "shown_table"]

SHORT_DIGEST = 10
# The classes by which Jupyter's two generations of MathJax leave text alone.
BEGIN, END = '<div class="tex2jax_ignore mathjax_ignore">', "</div>"
CAPTION = '<caption style="caption-side: top; text-align: left">'
LEFT = ' style="text-align: left"'


def shown_table(
    caption: str, headers: Sequence[str], rows: Iterable[Sequence[str]], notes: Iterable[str]
) -> str:
    """Write a table as HTML.

    Args:
        caption: what it shows.
        headers: one for each column.
        rows: one cell for each header; the first names the row.
        notes: what it rests on, a paragraph each; empty ones are left out.
    """
    return "\n".join([BEGIN, *_table(caption, headers, rows), *_paragraphs(notes), END])


def shown_notes(notes: Iterable[str]) -> str:
    """Write paragraphs as HTML, where there is no table to show."""
    return "\n".join([BEGIN, *_paragraphs(notes), END])


def _table(caption: str, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"<table>{CAPTION}{_safe(caption)}</caption>"
    heads = "".join(f'<th scope="col"{LEFT}>{_safe(each)}</th>' for each in headers)
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for name, *cells in rows:
        within = "".join(f"<td{LEFT}>{_safe(each)}</td>" for each in cells)
        yield f'<tr><th scope="row"{LEFT}>{_safe(name)}</th>{within}</tr>'
    yield "</tbody></table>"


def _paragraphs(notes: Iterable[str]) -> Iterator[str]:
    return (f"<p>{_safe(each)}</p>" for each in notes if each)


def _safe(text: str) -> str:
    return escape(one_line(text))


def made_from(returns: Iterable[Assessment]) -> str:
    """The framework, the software and the files that returns were read from."""
    every = tuple(returns)
    frameworks = dict.fromkeys(
        f"Framework {each.id}, edition {each.edition_and_form}, digest {each.digest[:SHORT_DIGEST]}"
        for each in (made.framework for made in every)
    )
    files = dict.fromkeys(
        f"{each.file}, sha256 {each.sha256[:SHORT_DIGEST]}"
        for each in (made.source for made in every)
        if each
    )
    return f"{'; '.join([*frameworks, f'commissioning-standards {VERSION}', *files])}."
