"""The pre-flight: is this a workbook at all, and is it safe to open?

A return comes from somebody else. Nothing is unpacked before its kind and size
are known, and nothing on disk is touched again after its bytes are read.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from openpyxl.workbook import Workbook

from ...problems import Place, WorkbookError, problem
from .strings import ExactReader

__all__ = ["open_workbook"]

LARGEST_FILE = 20_000_000
LARGEST_CONTENT = 200_000_000
MOST_PARTS = 2_000

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK"
OPENDOCUMENT = b"application/vnd.oasis.opendocument"
OTHER_KINDS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"<", "a web page or other markup"),
    (b"{", "JSON"),
)


def open_workbook(content: bytes, file: str) -> Workbook:
    """Open the bytes of a workbook for reading.

    Args:
        content: the whole file.
        file: its name, for messages.

    Raises:
        WorkbookError: it is not a workbook that can be read, and why.
    """
    _check_kind(content, file)
    _check_parts(content, file)
    try:
        reader = ExactReader(BytesIO(content), read_only=True, keep_links=False)
        reader.read()
    except Exception:  # noqa: BLE001 - damage raises a dozen unrelated types
        raise _refusal("damaged", file) from None
    book: Workbook = reader.wb
    return book


def _refusal(code: str, file: str, **slots: Any) -> WorkbookError:
    return WorkbookError([problem(code, Place(file), **slots)])


def _check_kind(content: bytes, file: str) -> None:
    if len(content) > LARGEST_FILE:
        raise _refusal("too-big", file, found=f"{len(content) / 1e6:,.0f} MB")
    if content.startswith(OLE2):
        raise _refusal("encrypted", file)
    if not content.startswith(ZIP):
        raise _refusal("not-a-workbook", file, found=_kind(content))


def _kind(content: bytes) -> str:
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return "an empty file"
    return next((name for magic, name in OTHER_KINDS if start.startswith(magic)), "another file")


def _check_parts(content: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            kind = archive.read("mimetype") if "mimetype" in archive.namelist() else b""
    except Exception:  # noqa: BLE001 - damage raises a dozen unrelated types
        raise _refusal("damaged", file) from None
    expanded = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or expanded > LARGEST_CONTENT:
        raise _refusal("too-big", file, found=f"{expanded / 1e6:,.0f} MB unpacked")
    if kind.startswith(OPENDOCUMENT):
        raise _refusal("not-a-workbook", file, found="an OpenDocument file")
    if not any(part.filename.lower().endswith("workbook.xml") for part in parts):
        raise _refusal("not-a-workbook", file, found="another kind of archive")
