"""An SVG told again so that a page can take it in as it stands.

It becomes an image with a title and a description. Looks are written as
attributes and not as styles, which a page with a strict security policy would
not apply and which could leak into the page. IDs come from what the picture
says, so that they repeat, and differ between the pictures of one page.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.sax import parseString
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from .letters import FAMILY

__all__ = ["retold"]

REFERENCE = re.compile(r"(?<=url\(#)[^)]+")
ID_LENGTH = 8
# What matplotlib says of all elements in a style sheet.
EVERYWHERE = {"stroke-linejoin": "round", "stroke-linecap": "butt"}
# Verdana's letters are as wide as DejaVu's, which few computers have.
FONTS = f"'{FAMILY}', Verdana, sans-serif"


def retold(document: str, title: str, description: str) -> bytes:
    """An SVG of matplotlib's as an image that can be read out and put into a page.

    Args:
        document: as its renderer wrote it.
        title: what the picture is called.
        description: what it shows, for those who do not see it.
    """
    buffer = BytesIO()
    parseString(document.encode(), _Teller(buffer, title, description))  # noqa: S317 - our own
    return buffer.getvalue()


class _Teller(XMLGenerator):
    """Writes each element again as it is read."""

    def __init__(self, buffer: BytesIO, title: str, description: str) -> None:
        super().__init__(buffer, encoding="utf-8", short_empty_elements=True)
        self._words = {"title": title, "desc": description}
        self._key = hashlib.sha256("\n".join(self._words.values()).encode()).hexdigest()[:ID_LENGTH]
        self._ids: dict[str, str] = {}
        self._in_style = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - SAX's name
        self._in_style = name == "style"
        if self._in_style:
            return
        found = dict(self._attributes(name, dict(attrs.items())))
        if name == "svg":
            super().startElement(name, AttributesImpl(self._image() | found))
            self._say_words()
        else:
            super().startElement(name, AttributesImpl(found))

    def endElement(self, name: str) -> None:  # noqa: N802 - SAX's name
        if not self._in_style:
            super().endElement(name)
        self._in_style = False

    def characters(self, content: str) -> None:
        if not self._in_style:
            super().characters(content)

    def _image(self) -> dict[str, str]:
        named = " ".join(f"{self._key}-{each}" for each in self._words)
        return {"role": "img", "aria-labelledby": named, "xml:lang": "en-GB", **EVERYWHERE}

    def _say_words(self) -> None:
        for tag, text in self._words.items():
            super().startElement(tag, AttributesImpl({"id": f"{self._key}-{tag}"}))
            super().characters(text)
            super().endElement(tag)

    def _attributes(self, name: str, given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """An element's attributes, with its looks among them; a group needs no ID."""
        for key, value in given.items():
            referring = REFERENCE.sub(self._renamed, value)
            match key:
                case "style":
                    yield from _looks(referring)
                case "id" if name in {"g", "svg"}:
                    continue
                case "id":
                    yield key, self._name(value)
                case "xlink:href":
                    yield key, f"#{self._name(value.removeprefix('#'))}"
                case _:
                    yield key, referring

    def _name(self, found: str) -> str:
        return self._ids.setdefault(found, f"{self._key}-{len(self._ids) + 1}")

    def _renamed(self, match: re.Match[str]) -> str:
        return self._name(match[0])


def _looks(style: str) -> Iterator[tuple[str, str]]:
    for each in filter(None, map(str.strip, style.split(";"))):
        key, _, value = each.partition(":")
        yield key, FONTS if key == "font-family" else value.strip()
