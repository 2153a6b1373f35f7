"""Changes that people make in a spreadsheet program, each kept with what must come of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from openpyxl.utils import column_index_from_string

from commissioning_standards.workbook.layout.names import ID, RATING
from tests.workbook.corpus_tools import Expected, Kind, edited, place

__all__ = [
    "ALL_HERE",
    "CELL",
    "FIRST",
    "HEADERS",
    "LAST",
    "ROW",
    "SHEET",
    "Change",
    "column",
    "keeper",
]

SHEET, CELL = place(RATING)
ROW = int(re.sub(r"\D", "", CELL))
FIRST, LAST = (int(re.sub(r"\D", "", place(ID, each)[1])) for each in ("4.1", "6.4"))
HEADERS = FIRST - 1
ALL_HERE = tuple(range(FIRST, LAST + 1))

Change = Callable[[Any], object]


def column(header: str) -> int:
    """Where a column of a rating sheet stands."""
    return column_index_from_string(re.sub(r"\d", "", place(header)[1]))


def keeper(kinds: list[Kind]) -> Callable[..., Callable[[Change], Change]]:
    """A decorator that keeps a change in a list, by name and with its codes."""

    def returned(
        name: str, *codes: str, expected: Expected = lambda whole: whole
    ) -> Callable[[Change], Change]:
        def keep(change: Change) -> Change:
            kinds.append(Kind(name, edited(change), codes, expected))
            return change

        return keep

    return returned
