"""Text out of a workbook exactly as it was typed.

A workbook writes a character that XML cannot hold as ``_x000D_``, and a text
that really reads so as ``_x005F_x000D_``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from .parts import MAIN

__all__ = ["shared_texts", "text_of", "unescaped"]

ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
SHARED, RUN, TEXT = (f"{MAIN}{tag}" for tag in ("si", "r", "t"))


def shared_texts(elements: Iterable[Element]) -> dict[int, str]:
    """The texts that cells share, by the number a cell gives for one.

    A dictionary has no last text that -1 could stand for.
    """
    texts: list[str] = []
    for node in elements:
        if node.tag == SHARED:
            texts.append(text_of(node))
            node.clear()
    return dict(enumerate(texts))


def text_of(node: Element) -> str:
    """A text that may be in several styles; how its letters are said aloud is left out."""
    plain = (each for each in node if each.tag == TEXT)
    styled = (text for run in node if run.tag == RUN for text in run.findall(TEXT))
    return unescaped("".join(each.text or "" for each in (*plain, *styled)))


def unescaped(text: str) -> str:
    """Text with its escaped characters put back."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
