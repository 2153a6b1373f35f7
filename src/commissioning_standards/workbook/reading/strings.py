"""Text out of a workbook exactly as it was typed.

A workbook writes a character that XML cannot hold as ``_x000D_``, and a text
that really reads so as ``_x005F_x000D_``. openpyxl drops every ``x005F_`` from
shared text and leaves the rest, after which the two cannot be told apart.
"""

from __future__ import annotations

import re
from typing import IO, Any

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

__all__ = ["ExactReader", "unescaped"]

ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
STRING_TAG = f"{{{SHEET_MAIN_NS}}}si"


class ExactReader(ExcelReader):
    """openpyxl's reader, but for shared text, which it leaves as it stands in the file."""

    def read_strings(self) -> None:
        """Read the shared text."""
        package: Any = self.package
        part = package.find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                self.shared_strings = _strings(source)


def _strings(source: IO[bytes]) -> list[str]:
    strings: list[Any] = []
    read: Any = Text.from_tree
    for _, node in iterparse(source):
        if node.tag == STRING_TAG:
            strings.append(read(node).content)
            node.clear()
    return strings


def unescaped(text: str) -> str:
    """Text with its escaped characters put back."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
