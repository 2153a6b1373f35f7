"""An office file opened to be looked through: only read, and within bounds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from attrs import field, frozen
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from ...files import read_bytes
from ...problems import AssessmentError, Place, problem

__all__ = ["Opened", "attribute", "local", "open_content", "open_file"]

LARGEST = 300_000_000
TYPES = "[Content_Types].xml"
KINDS = {"word/": "Word file", "ppt/": "presentation", "xl/": "workbook"}


@frozen
class Opened:
    """One office file, unpacked.

    Args:
        name: what to call it.
        parts: the content of each part, by name.
    """

    name: str
    parts: dict[str, bytes] = field(repr=False)

    @cached_property
    def kind(self) -> str:
        """What kind of file it is: ``"Word file"``, ``"presentation"`` or ``"workbook"``."""
        folders = (kind for start, kind in KINDS.items() if any(map_starts(self.parts, start)))
        return next(folders, "")

    def under(self, folder: str, ending: str = ".xml") -> Iterator[tuple[str, Any]]:
        """The XML parts within a folder, by name, each as its first element."""
        for name in sorted(self.parts):
            if name.startswith(folder) and name.endswith(ending):
                yield name, self.tree(name)

    def tree(self, name: str) -> Any:
        """One XML part as its first element.

        Raises:
            AssessmentError: it is no XML, or declares what no office file does.
        """
        try:
            return fromstring(self.parts[name], forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError):
            raise AssessmentError([problem("not-a-document", Place(self.name))]) from None


def map_starts(names: dict[str, bytes], start: str) -> Iterator[bool]:
    """Whether each name starts so."""
    return (each.startswith(start) for each in names)


def attribute(element: Any, name: str) -> str:
    """An attribute by its own name, in whatever namespace; empty text where there is none."""
    return next(
        (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), ""
    )


def local(element: Any) -> str:
    """An element's name without its namespace, which differs between kinds of files."""
    return str(element.tag).rpartition("}")[2]


def open_file(path: str | os.PathLike[str]) -> Opened:
    """Open a Word, PowerPoint or Excel file.

    Raises:
        AssessmentError: it is not there, is of another kind, or is far too large.
    """
    return open_content(read_bytes(path, AssessmentError), Path(path).name)


def open_content(content: bytes, name: str) -> Opened:
    """Open the content of such a file.

    Raises:
        AssessmentError: it is of another kind, damaged, or far too large.
    """
    try:
        parts = _unpacked(content, name)
    except AssessmentError:
        raise
    except Exception:  # noqa: BLE001 - damage raises a dozen unrelated types
        raise AssessmentError([problem("not-a-document", Place(name))]) from None
    opened = Opened(name, parts)
    if TYPES not in parts or not opened.kind:
        raise AssessmentError([problem("not-a-document", Place(name))])
    return opened


def _unpacked(content: bytes, name: str) -> dict[str, bytes]:
    """Every part, unless they come to far more than papers need."""
    with ZipFile(BytesIO(content)) as archive:
        size = sum(each.file_size for each in archive.infolist())
        if size > LARGEST:
            raise AssessmentError([problem("too-big", Place(name), found=f"{size:,} bytes")])
        return {each: archive.read(each) for each in archive.namelist()}
