"""XlsxWriter's own classes, with the two things that it has no call for."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

__all__ = ["LockedBook", "PlainSheet"]


class LockedBook(Workbook):
    """A workbook whose sheets cannot be renamed, moved or deleted by accident.

    There is no password: whoever means to can unlock it.
    """

    def _write_book_views(self) -> None:
        # The one place in the file where Excel looks for the lock is before its views.
        self._xml_empty_tag("workbookProtection", [("lockStructure", 1)])
        super()._write_book_views()


class PlainSheet(Worksheet):
    """A worksheet that takes formulas as they are.

    XlsxWriter looks every formula through for functions newer than Excel 2010,
    which took a third of the time of writing a workbook. Ours use none.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - as XlsxWriter has it
        return formula.removeprefix("=")
