"""XlsxWriter's own classes, with the few things that it does otherwise."""

from __future__ import annotations

import re
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.worksheet import Worksheet

__all__ = ["LockedBook", "PlainSheet"]

# Where a text begins to read like an escaped character, as "_x0041_" does.
LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class _Texts(SharedStrings):
    """The texts of a workbook, each so that it is read back as it is.

    XlsxWriter passes over what looks escaped where it begins with the last
    letter of another such.
    """

    @staticmethod
    def _escape_control_characters(data: str) -> str:
        pieces = LOOKS_ESCAPED.split(data)
        return "_x005F_".join(map(SharedStrings._escape_control_characters, pieces))


class _Package(Packager):
    """A workbook's parts, with these texts."""

    workbook: Any

    def _write_shared_strings_file(self) -> None:
        texts = _Texts()
        texts.string_table = self.workbook.str_table
        texts._set_xml_writer(self._filename("xl/sharedStrings.xml"))
        texts._assemble_xml_file()


class LockedBook(Workbook):
    """A workbook whose sheets cannot be renamed, moved or deleted by accident.

    There is no password: whoever means to can unlock it.
    """

    def _write_book_views(self) -> None:
        # The one place in the file where Excel looks for the lock is before its views.
        self._xml_empty_tag("workbookProtection", [("lockStructure", 1)])
        super()._write_book_views()

    def _get_packager(self) -> Packager:
        return _Package()


class PlainSheet(Worksheet):
    """A worksheet that takes formulas as they are.

    XlsxWriter looks every formula through for functions newer than Excel 2010,
    which took a third of the time of writing a workbook. Ours use none.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - as XlsxWriter has it
        return formula.removeprefix("=")
