"""The parts of a workbook's archive, unpacked one at a time and within bounds.

A return comes from somebody else, and a few kilobytes can unpack to gigabytes.
So nothing is unpacked whole: parts are parsed as they come out of the archive,
and all of them together may only be so long and hold so many elements.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import IO
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from attrs import define
from defusedxml.ElementTree import iterparse

from ...problems import WorkbookError, problem

__all__ = ["CELL", "MAIN", "Allowance", "Parts"]

MOST_PARTS = 2_000
MOST_BYTES = 12_000_000
MOST_ELEMENTS = 100_000
PIECE = 2**18
MOST_PIECES = 4

# Every part listed in an archive's directory begins with this.
LISTED = b"PK\x01\x02"
ENCRYPTED = 1
# Others expand without any bound at every step.
METHODS = (ZIP_STORED, ZIP_DEFLATED)

# The same words are kept under two names, by the choice of whoever saved the file.
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

CELL = f"{MAIN}c"

# What may stand in the elements that hold answers: anything else would be an
# answer that is passed over.
INNER = {
    f"{MAIN}{outer}": {f"{MAIN}{tag}" for tag in (*inner.split(), "extLst")}
    for outer, inner in {
        "sheets": "sheet",
        "sheetData": "row",
        "row": "c",
        "c": "f v is",
        "is": "t r rPh phoneticPr",
        "si": "t r rPh phoneticPr",
        "r": "rPr t",
    }.items()
}


@define
class Allowance:
    """How much may be read of one kind.

    Args:
        most: how many.
        kind: what they are called, in a message.
        spent: how many have been read.
    """

    most: int
    kind: str
    spent: int = 0

    def spend(self, count: int) -> None:
        """Count what is about to be read.

        Raises:
            WorkbookError: it is more than any return holds.
        """
        self.spent += count
        if self.spent > self.most:
            raise WorkbookError([problem("too-big", found=f"over {self.most:,} {self.kind}")])


@define
class _Pieces:
    """A part in large pieces, however small the parser asks for them.

    A parser holds a tag or a text until it ends, and some go through what they
    hold again with every piece.
    """

    source: IO[bytes]
    unbroken: int = 0

    def read(self, _size: int = -1, /) -> bytes:
        self.unbroken += 1
        if self.unbroken > MOST_PIECES:
            raise WorkbookError([problem("too-big", found="a tag or text without end")])
        return self.source.read(PIECE)


class Parts:
    """The parts of an archive, by name apart from case."""

    def __init__(self, content: bytes) -> None:
        Allowance(MOST_PARTS, "parts").spend(content.count(LISTED))
        self._archive = ZipFile(BytesIO(content))
        every = self._archive.infolist()
        self._parts = {part.filename.casefold(): part for part in every}
        if len(self._parts) < len(every):
            raise BadZipFile("two parts of one name")
        self._bytes = Allowance(MOST_BYTES, "bytes")
        self._elements = Allowance(MOST_ELEMENTS, "rows, cells and values")

    @property
    def names(self) -> tuple[str, ...]:
        """What the parts are called, in small letters."""
        return tuple(self._parts)

    @property
    def size(self) -> int:
        """How many bytes the archive says that it unpacks to."""
        return sum(part.file_size for part in self._parts.values())

    @property
    def is_encrypted(self) -> bool:
        """Whether a part needs a password."""
        return any(part.flag_bits & ENCRYPTED for part in self._parts.values())

    def beginning(self, name: str) -> bytes:
        """The first bytes of a part, and none of one that is not there."""
        if name not in self._parts:
            return b""
        with self._archive.open(self._parts[name]) as source:
            return source.read(100)

    def elements(self, name: str) -> Iterator[Element]:
        """Every element of a part as it ends, an inner one before the one around it.

        Raises:
            WorkbookError: there is more in it than any return holds.
            Exception: it is missing or damaged, holds what we do not know where
                answers are, or declares a document type, with which a few bytes
                can stand for many.
        """
        part = self._parts[name.casefold()]
        if part.compress_type not in METHODS:
            raise BadZipFile("packed in an unusual way")
        # No more than is said here is ever unpacked, even where there is more.
        self._bytes.spend(part.file_size)
        with self._archive.open(part) as source:
            pieces = _Pieces(source)
            for event, node in iterparse(pieces, ("start", "end"), forbid_dtd=True):
                pieces.unbroken = 0
                if event == "start":
                    self._elements.spend(1)
                    node.tag = node.tag.replace(STRICT, MAIN)
                else:
                    _check_inner(node)
                    yield node

    def tree(self, name: str) -> Element:
        """A whole part, by its outermost element."""
        *_, root = self.elements(name)
        return root


def _check_inner(node: Element) -> None:
    tags = [child.tag for child in node]
    if not INNER.get(node.tag, set(tags)).issuperset(tags):
        raise ValueError(f"an unknown element in {node.tag}")
    if node.tag == CELL and len(set(tags)) < len(tags):
        raise ValueError("a cell with two contents")
