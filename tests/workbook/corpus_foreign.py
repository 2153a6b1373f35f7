"""Files of every other kind, and workbooks that were cut, torn or locked on the way."""

from __future__ import annotations

import zipfile
from io import BytesIO

import openpyxl

from tests.workbook.corpus_tools import (
    RELATIONS,
    STRINGS,
    STYLES,
    WORKBOOK,
    Kind,
    Make,
    packed,
    unpacked,
)

__all__ = ["FOREIGN"]

TYPES = "[Content_Types].xml"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def just(content: bytes) -> Make:
    """A file that has nothing to do with a workbook."""
    return lambda _: content


def cut(part: float) -> Make:
    """The beginning of a workbook, as a download that broke off leaves it."""
    return lambda content: content[: int(len(content) * part)]


def flipped(name: str) -> Make:
    """One byte changed in the middle of a packed part."""

    def make(content: bytes) -> bytes:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            part = archive.getinfo(name)
        middle = part.header_offset + 30 + len(name) + part.compress_size // 2
        return content[:middle] + bytes([content[middle] ^ 0x55]) + content[middle + 1 :]

    return make


def with_password(content: bytes) -> bytes:
    """Every part said to need a password."""
    parts = unpacked(content)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
            archive.getinfo(name).flag_bits |= 1
    return buffer.getvalue()


def others(_: bytes) -> bytes:
    """A workbook that is not ours."""
    book = openpyxl.Workbook()
    book.create_sheet("Ratings")["A1"] = "Rating"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def archive_of(parts: dict[str, bytes]) -> Make:
    """An archive of other parts."""
    return lambda _: packed(parts)


FOREIGN = (
    Kind("nothing at all", just(b""), ("not-a-workbook",)),
    Kind("blank lines", just(b"\r\n\r\n"), ("not-a-workbook",)),
    Kind("a picture (PNG)", just(b"\x89PNG\r\n\x1a\n\0\0"), ("not-a-workbook",)),
    Kind("a picture (JPEG)", just(b"\xff\xd8\xff\xe0\0\x10JFIF"), ("not-a-workbook",)),
    Kind("a PDF", just(b"%PDF-1.7\n%"), ("not-a-workbook",)),
    Kind("a CSV file", just(b"ID,Rating\r\n4.2,3\r\n"), ("not-a-workbook",)),
    Kind("a CSV file that begins like an archive", just(b"PK,Rating\r\n"), ("not-a-workbook",)),
    Kind("text in UTF-16", just("ID\tRating".encode("utf-16")), ("not-a-workbook",)),
    Kind("a web page", just(b"<!DOCTYPE html><table><tr>"), ("not-a-workbook",)),
    Kind("an old XML spreadsheet", just(b'<?xml version="1.0"?><Workbook/>'), ("not-a-workbook",)),
    Kind("JSON", just(b'{"ratings": []}'), ("not-a-workbook",)),
    Kind("a text document (RTF)", just(b"{\\rtf1 3 Established}"), ("not-a-workbook",)),
    Kind("null characters", just(bytes(10_000)), ("not-a-workbook",)),
    Kind("an old workbook (.xls)", just(OLE2 + bytes(504)), ("encrypted",)),
    Kind(
        "a workbook with a password",
        just(OLE2 + bytes(504) + "EncryptedPackage".encode("utf-16-le")),
        ("encrypted",),
    ),
    Kind("an archive with a password", with_password, ("encrypted",)),
    Kind(
        "an OpenDocument spreadsheet (.ods)",
        archive_of({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        ("not-a-workbook",),
    ),
    Kind(
        "a binary workbook (.xlsb)",
        archive_of({TYPES: b"<Types/>", "xl/workbook.bin": b"\x83\x01"}),
        ("not-a-workbook",),
    ),
    Kind(
        "a text document (.docx)",
        archive_of({TYPES: b"<Types/>", "word/document.xml": b"<w/>"}),
        ("not-a-workbook",),
    ),
    Kind("an empty archive", just(packed({})), ("not-a-workbook",)),
    Kind(
        "a workbook within an archive",
        lambda content: packed({"a.xlsx": content}),
        ("not-a-workbook",),
    ),
    Kind("another program's workbook", others, ("not-a-return",)),
    *(
        Kind(f"a workbook cut off after {part:.1%}", cut(part), ("damaged",))
        for part in (0.001, 0.1, 0.5, 0.9, 0.97, 0.9999)
    ),
    Kind("a workbook cut off after three bytes", lambda content: content[:3], ("not-a-workbook",)),
    Kind("a workbook without its beginning", lambda content: content[1:], ("not-a-workbook",)),
    Kind("a workbook with something after it", lambda content: content + b"\r\n" * 9, ()),
    Kind("two workbooks end to end", lambda content: content + content, ()),
    *(
        Kind(f"a workbook with a byte changed in {name}", flipped(name), ("damaged",))
        for name in ("xl/worksheets/sheet3.xml", STRINGS, STYLES, WORKBOOK, RELATIONS)
    ),
)
