"""Office files that repeat byte for byte, and what their properties can hold."""

from __future__ import annotations

import datetime
import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["fitting_property", "steady"]

START_OF_ZIP = (1980, 1, 1, 0, 0, 0)
TIME = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
PROPERTIES = "docProps/core.xml"
LONGEST_PROPERTY = 255


def steady(content: bytes, on: datetime.date) -> bytes:
    """An office file with the times in it set to one day, also in files that it holds.

    Args:
        content: a zip archive of ours, such as a Word file.
        on: the day that stands in its properties.
    """
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(buffer, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            entry = ZipInfo(name, START_OF_ZIP)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            made.writestr(entry, _part(name, given.read(name), on))
    return buffer.getvalue()


def _part(name: str, content: bytes, on: datetime.date) -> bytes:
    if name.endswith(".xlsx"):
        return steady(content, on)
    if name == PROPERTIES:
        return TIME.sub(rb"\g<1>" + f"{on.isoformat()}T00:00:00Z".encode(), content)
    return content


def fitting_property(text: str) -> str:
    """A text that an office file's properties can hold; where it is cut, a mark says so."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_PROPERTY else f"{line[: LONGEST_PROPERTY - 1]}…"
