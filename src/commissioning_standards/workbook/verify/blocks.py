"""The tables of a workbook, and what each of their cells is, wherever it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from ..layout.names import (
    CHECK,
    COMMENT,
    CONFIDENCE,
    ID,
    LAST_TIME,
    QUESTION,
    RATING,
    RESULT_HEADERS,
)
from ..reading.cells import Row
from ..reading.grid import Line, find_tables
from ..writing.front_sheets import PROGRESS_HEADERS

__all__ = ["LISTS", "RATINGS", "RESULTS", "Block", "Key", "Places", "find_blocks"]

RESULTS, RATINGS, PROGRESS, LISTS = "results", "ratings", "progress", "lists"
# Other columns name the rows, are the framework's words, or are for people to fill in.
CHECKED = {
    RESULTS: frozenset(RESULT_HEADERS[3:]),
    RATINGS: frozenset({CHECK}),
    PROGRESS: frozenset(PROGRESS_HEADERS[1:2]),
}


@frozen
class Key:
    """What a cell is, wherever it stands.

    Args:
        table: the kind of table it is in.
        row: what its row is about, such as ``"Standard 4"``.
        column: its column's header.
    """

    table: str
    row: str
    column: str

    @property
    def is_checked(self) -> bool:
        """Whether the cell is compared."""
        return self.table == LISTS or self.column in CHECKED[self.table]

    def __str__(self) -> str:
        return f"{self.row}, {self.column}"


Places = Mapping[Key, tuple[int, int]]


@frozen
class Block:
    """One table as it stands in a workbook.

    Args:
        sheet: the sheet it is on.
        cells: row and column of each of its cells, counted from 1.
    """

    sheet: str
    cells: Places


@frozen
class _Kind:
    """How tables of one kind are recognised.

    Args:
        table: what the kind is called.
        anchors: headers of which two mark one.
        headers: those that it must have.
        optional: those that it may have.
        names: how many of the headers say what a row is about.
    """

    table: str
    anchors: tuple[str, ...]
    headers: tuple[str, ...]
    optional: tuple[str, ...] = ()
    names: int = 1


PEOPLES = (QUESTION, RATING, CONFIDENCE, COMMENT)
KINDS = (
    _Kind(RESULTS, ("Part", "Score", "Level reached", "Answer"), RESULT_HEADERS, names=2),
    _Kind(RATINGS, PEOPLES, (ID, RATING, COMMENT), (CHECK, LAST_TIME)),
    _Kind(PROGRESS, PROGRESS_HEADERS, PROGRESS_HEADERS[:2]),
)


def find_blocks(sheets: Iterable[Sequence[Row]]) -> Iterator[Block]:
    """The tables of every sheet, the results first.

    A copy of a table is a block of its own, and so are the rows that stand in
    one for another time.
    """
    every = [rows for rows in sheets if rows]
    for kind in KINDS:
        for rows in every:
            optional = (each for each in kind.optional if _has(rows, kind, each))
            for table in find_tables(rows, kind.anchors, (*kind.headers, *optional)):
                yield from (Block(table.sheet, cells) for cells in _cells(kind, table.lines))


def _has(rows: Sequence[Row], kind: _Kind, header: str) -> bool:
    tables = find_tables(rows, kind.anchors, (*kind.headers, header))
    return not any(table.problems for table in tables)


def _cells(kind: _Kind, lines: Iterable[Line]) -> list[dict[Key, tuple[int, int]]]:
    found: list[dict[Key, tuple[int, int]]] = []
    times: Counter[str] = Counter()
    for line in lines:
        name = " ".join(line[each].text for each in kind.headers[: kind.names]).strip()
        if times[name] == len(found):
            found.append({})
        for header, column in line.columns.items():
            found[times[name]][Key(kind.table, name, header)] = (line.row.number, column)
        times[name] += 1
    return found
