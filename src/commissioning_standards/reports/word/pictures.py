"""Pictures in a Word file, each with its words for those who do not see it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.shared import Cm
from PIL import Image

from .styles import TEXT_WIDTH

__all__ = ["add_caption", "add_picture", "page_width", "size_of"]

TALLEST = Cm(19.0)


def add_caption(file: Any, text: str) -> None:
    """Name what comes next, and keep the two together."""
    caption = file.add_paragraph(text, style="Caption")
    caption.paragraph_format.keep_with_next = True


def add_picture(file: Any, content: bytes, alt: str, title: str, **size: int) -> Any:
    """Put a picture at a file's end, in a paragraph of its own.

    Args:
        file: the Word file.
        content: the picture as PNG.
        alt: what it shows.
        title: what it is called.
        size: its ``width`` or its ``height``; the other follows.

    Returns:
        The paragraph.
    """
    paragraph = file.add_paragraph()
    shape = paragraph.add_run().add_picture(BytesIO(content), **size)
    words = shape._inline.docPr
    words.set("descr", alt)
    words.set("name", title)
    return paragraph


def page_width(png: bytes) -> int:
    """As wide as the text, or as narrow as makes it fit on one page."""
    width, height = size_of(png)
    return min(TEXT_WIDTH, int(TALLEST * width / height))


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height of a picture, in its own points."""
    with Image.open(BytesIO(png)) as picture:
        return picture.size
