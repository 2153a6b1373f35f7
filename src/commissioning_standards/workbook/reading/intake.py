"""The pre-flight: is this a workbook at all, and is it safe to open?

A return comes from somebody else. Nothing is unpacked before its kind and size
are known, and nothing on disk is touched again after its bytes are read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from attrs import evolve

from ...files import read_bytes
from ...problems import CommissioningError, Place, Problem, WorkbookError, problem
from .book import Book, open_book
from .parts import Parts

__all__ = ["check_size", "in_file", "open_workbook", "read_bounded", "told_plainly"]

LARGEST_FILE = 20_000_000
LARGEST_CONTENT = 200_000_000

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OPENDOCUMENT = b"application/vnd.oasis.opendocument"
OTHER_KINDS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"<", "a web page or other markup"),
    (b"{\\rtf", "a text document"),
    (b"{", "JSON"),
    (b"[", "JSON"),
)


def check_size(size: int, file: str, error: type[CommissioningError] = WorkbookError) -> None:
    """Refuse a file that is far too big, before it is read.

    Args:
        size: in bytes.
        file: its name, for the message.
        error: what to raise.

    Raises:
        error: it is.
    """
    if size > LARGEST_FILE:
        raise error([problem("too-big", Place(file), found=f"{size / 1e6:,.0f} MB")])


def read_bounded(
    path: str | os.PathLike[str], error: type[CommissioningError] = WorkbookError
) -> bytes:
    """Read a whole file, unless it is far too big to take in.

    Raises:
        error: it is, or it is not there, or cannot be read.
    """
    with suppress(OSError, ValueError):
        check_size(Path(path).stat().st_size, Path(path).name, error)
    return read_bytes(path, error)


@contextmanager
def told_plainly(file: str) -> Iterator[None]:
    """Tell damage in a sentence, whatever it raises.

    Args:
        file: the name of what is read, for the message.

    Raises:
        WorkbookError: it is damaged, or cannot be read for another reason.
    """
    try:
        yield
    except WorkbookError as error:
        raise WorkbookError(in_file(error.problems, file)) from None
    except Exception:  # noqa: BLE001 - damage raises a dozen unrelated types
        raise _refusal("damaged", file) from None


def open_workbook(content: bytes, file: str, *, values: bool = False) -> Book:
    """Open the bytes of a workbook for reading.

    Args:
        content: the whole file.
        file: its name, for messages.
        values: whether to read what formulas last came to, and not the formulas.

    Raises:
        WorkbookError: it is not a workbook that can be read, and why.
    """
    check_size(len(content), file)
    _check_kind(content, file)
    with told_plainly(file):
        parts = Parts(content)
        _check_parts(parts, file)
        return open_book(parts, values=values)


def in_file(problems: Iterable[Problem], file: str) -> tuple[Problem, ...]:
    """The same problems, with the name of the file that they are in."""
    return tuple(evolve(each, place=evolve(each.place, file=file)) for each in problems)


def _refusal(code: str, file: str, found: str = "") -> WorkbookError:
    return WorkbookError([problem(code, Place(file), found=found)])


def _check_kind(content: bytes, file: str) -> None:
    if content.startswith(OLE2):
        raise _refusal("encrypted", file)
    if not content.startswith(ZIP):
        raise _refusal("not-a-workbook", file, _kind(content))


def _kind(content: bytes) -> str:
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return "an empty file"
    return next((name for magic, name in OTHER_KINDS if start.startswith(magic)), "another file")


def _check_parts(parts: Parts, file: str) -> None:
    if parts.size > LARGEST_CONTENT:
        raise _refusal("too-big", file, f"{parts.size / 1e6:,.0f} MB unpacked")
    if parts.is_encrypted:
        raise _refusal("encrypted", file)
    other = _other_archive(parts)
    if other:
        raise _refusal("not-a-workbook", file, other)


def _other_archive(parts: Parts) -> str:
    """What an archive is, if it is no workbook of ours."""
    if parts.beginning("mimetype").startswith(OPENDOCUMENT):
        return "an OpenDocument file"
    if "xl/workbook.bin" in parts.names:
        return "a binary workbook (.xlsb)"
    ours = any(name.startswith("xl/") or name.endswith("workbook.xml") for name in parts.names)
    return "" if ours else "another kind of archive"
