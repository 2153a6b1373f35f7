"""A part of a workbook as a tree that can be written back as it was.

Python's own reader puts namespaces in place of prefixes and forgets those that
no element uses. Excel calls a workbook damaged that names such a prefix in an
attribute (``mc:Ignorable``), so names are kept here as they are written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET
from xml.parsers import expat

__all__ = ["Element", "child", "parse", "serialised"]

Element = ET.Element
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def parse(content: bytes) -> Element:
    """Read a part; elements and attributes keep their names, prefixes and all.

    The prefix of the outermost element is dropped, as some programs write
    ``x:worksheet`` where others write ``worksheet``.

    Raises:
        expat.ExpatError: it is not well-formed, or brings definitions of its own.
    """
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _starting(builder)
    parser.EndElementHandler = lambda name: builder.end(name) and None
    parser.CharacterDataHandler = builder.data
    parser.Parse(content, True)  # noqa: FBT003 - as expat has it
    return builder.close()


def _refuse(*_: object) -> None:
    """Refuse definitions: a few can unfold to gigabytes, and no workbook needs any."""
    raise expat.ExpatError("a part of a workbook brings no definitions")


def _starting(builder: ET.TreeBuilder) -> Callable[[str, dict[str, str]], Any]:
    """Begin elements, and leave out the prefix that the first one has."""
    outermost: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if not outermost:
            prefix = name.rpartition(":")[0]
            outermost.append(f"{prefix}:" if prefix else "")
            if prefix:
                attributes["xmlns"] = attributes[f"xmlns:{prefix}"]
        builder.start(name.removeprefix(outermost[0]), attributes)

    return start


def child(parent: Element, name: str) -> Element:
    """The child of a name.

    Raises:
        KeyError: there is none, though every workbook has it.
    """
    found = parent.find(name)
    if found is None:
        raise KeyError(name)
    return found


def serialised(root: Element) -> bytes:
    """Write a tree as a part."""
    content: bytes = ET.tostring(root, "utf-8", xml_declaration=False)
    # A bare carriage return would come back as a line feed.
    return DECLARATION + content.replace(b"\r", b"&#13;")
