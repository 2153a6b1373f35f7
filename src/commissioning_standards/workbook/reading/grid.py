"""The tables on worksheets, found by their headers.

People insert rows and columns, move tables and rename sheets: nothing here
depends on where a table stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from ...problems import Place, Problem, did_you_mean, problem, quoted
from .cells import Cell, Row

__all__ = [
    "LONGEST_COMPARED",
    "Cell",
    "Line",
    "Table",
    "find_tables",
    "folded",
    "near",
]

LEAST_ANCHORS = 2
# Tables share as many headings as two, so fewer would say nothing of which one it is.
LEAST_HEADERS = 3
# No header or near miss is longer, and comparing long texts takes long.
LONGEST_COMPARED = 200


@frozen
class Line:
    """One row of a table, by header."""

    row: Row
    columns: Mapping[str, int]

    def __getitem__(self, header: str) -> Cell:
        return self.row.cell(self.columns[header])

    def text(self, header: str) -> str:
        """What stands under a header that may not be there, as text."""
        return self[header].text if header in self.columns else ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in any of the columns that matter."""
        return not any(self[header].text for header in self.columns)


@frozen
class Table:
    """What stands below a row of headers.

    Args:
        sheet: its name.
        lines: the rows that are not blank, by header; none where a header is missing.
        problems: with its headers.
    """

    sheet: str
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]


def find_tables(
    rows: Sequence[Row],
    anchors: Collection[str],
    headers: Sequence[str],
    also: Sequence[str] = (),
) -> Iterator[Table]:
    """Find every table of one kind on a sheet.

    Args:
        rows: of the sheet.
        anchors: headers of which two on one row mark the first table; so do all
            the columns that are read but one.
        headers: the columns that are read; others are passed over.
        also: columns that are read where they are there.
    """
    wanted = {folded(header): header for header in headers}
    starts = _starts(rows, set(map(folded, anchors)), set(wanted))
    every = wanted | {folded(header): header for header in also}
    for start, end in pairwise([*starts, len(rows)]):
        yield _table(rows[start], rows[start + 1 : end], every, frozenset(also))


def _starts(rows: Sequence[Row], anchors: set[str], wanted: set[str]) -> list[int]:
    """Where tables begin: a few headers mark the first, and only all of them a second."""
    starts: list[int] = []
    enough = max(len(wanted) - 1, LEAST_HEADERS)
    for index, row in enumerate(rows):
        headers = {folded(cell.text) for cell in row.cells.values()}
        is_marked = len(anchors & headers) >= LEAST_ANCHORS or len(wanted & headers) >= enough
        if wanted <= headers or (not starts and is_marked):
            starts.append(index)
    return starts


def folded(text: str) -> str:
    """Text as headers are compared: apart from case and odd spaces, and by its beginning."""
    return _folded(text[:LONGEST_COMPARED])


# The same few headers are looked for in every row of every sheet.
@lru_cache(maxsize=2048)
def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def near(text: str, allowed: Collection[str]) -> str:
    """A suggestion for a near miss, or ``""``."""
    return did_you_mean(text, allowed) if len(text) <= LONGEST_COMPARED else ""


def _table(
    top: Row, below: Sequence[Row], wanted: Mapping[str, str], also: Collection[str]
) -> Table:
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    for column, cell in top.cells.items():
        header = wanted.get(folded(cell.text), "")
        if header in columns and header not in also:
            problems.append(problem("column-twice", cell.place, found=quoted(header)))
        elif header:
            columns.setdefault(header, column)
    missing = [each for each in wanted.values() if each not in columns and each not in also]
    problems += _missing(top, missing)
    lines = () if problems else tuple(Line(row, columns) for row in below)
    return Table(top.sheet, tuple(line for line in lines if not line.is_blank), tuple(problems))


def _missing(top: Row, headers: Iterable[str]) -> Iterator[Problem]:
    place = Place(sheet=top.sheet, cell=f"row {top.number}")
    spare = [cell.text[:LONGEST_COMPARED] for cell in top.cells.values()]
    for header in headers:
        hint = did_you_mean(header, spare)
        yield problem("column-missing", place, found=quoted(header), hint=hint)
