"""How large the pictures of a section may be that has to fit on one page.

Text is measured in the charts' own font, which is wider than Arial, so that it
fits wherever the file is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from docx.shared import Pt

from ...charts.letters import wrapped
from ..document import Block, Bullets, Paragraph, Picture, Section, said_text
from .pictures import size_of
from .styles import BODY, SIZES, TEXT_HEIGHT, TEXT_WIDTH

__all__ = ["picture_width"]

LINE_HEIGHT = 1.2
INDENT, AFTER_ITEM, AFTER_PARAGRAPH, AFTER_TITLE = 24, 3, 7, 13
SPARE, LEAST_SHARE = 0.03, 0.35


def picture_width(section: Section) -> int:
    """The width at which all pictures of a section fit on its page, below its text.

    Args:
        section: with pictures directly under it.

    Returns:
        The same width for each, in English Metric Units: no wider than the
        text, and no narrower than can be read.
    """
    pictures = [each for each in section.blocks if isinstance(each, Picture)]
    room = int(TEXT_HEIGHT * (1 - SPARE)) - _text_height(section)
    tall = sum(height / width for width, height in (size_of(each.on_page[1]) for each in pictures))
    gaps = len(pictures) * Pt(AFTER_PARAGRAPH)
    fitting = int((room - gaps) / tall)
    return max(min(TEXT_WIDTH, fitting), int(TEXT_WIDTH * LEAST_SHARE))


def _text_height(section: Section) -> int:
    return int(Pt(ceil(sum(_heights(section)))))


def _heights(section: Section) -> Iterator[float]:
    """What each heading, paragraph and item takes, in points."""
    wide = TEXT_WIDTH / Pt(1)
    size = SIZES["Heading 1"]
    yield len(wrapped(section.heading, wide, size, bold=True)) * size * LINE_HEIGHT + AFTER_TITLE
    for text, room, after in _texts(section.blocks, wide):
        yield len(wrapped(text, room, BODY)) * BODY * LINE_HEIGHT + after


def _texts(blocks: Iterable[Block], wide: float) -> Iterator[tuple[str, float, float]]:
    for block in blocks:
        match block:
            case Bullets(items=items):
                yield from ((said_text(each), wide - INDENT, AFTER_ITEM) for each in items)
            case Paragraph(said=said):
                yield said_text(said), wide, AFTER_PARAGRAPH
            case _:
                yield block.caption, wide, AFTER_TITLE
