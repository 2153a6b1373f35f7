"""The tidy table: one row for each part of each return, with what it was made from.

It has no respondent's name and nothing that anybody wrote as an answer. It does
name councils, so it belongs with the region's confidential papers.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from fractions import Fraction
from io import StringIO
from pathlib import Path

from ...names import council_key
from ...scoring import as_float
from ...tables import safe_cell
from ..councils import round_key
from ..summary import Result, Summary
from .collation import Collation

__all__ = ["COLUMNS", "RESULT_COLUMNS", "STAMP_COLUMNS", "result_cells", "stamps", "write_csv"]

Cell = object
STAMP_COLUMNS = (
    "file",
    "sha256",
    "council",
    "council_key",
    "period",
    "period_key",
    "voice",
    "is_agreed",
    "is_own_view",
    "date",
    "framework",
    "edition",
    "form",
    "digest",
    "rule",
    "rule_version",
    "software",
)
RESULT_COLUMNS = (
    "part",
    "id",
    "score",
    "exact",
    "low",
    "high",
    "level_value",
    "rated",
    "open",
    "not_applicable",
)
COLUMNS = (*STAMP_COLUMNS, *RESULT_COLUMNS)


def stamps(collation: Collation) -> Iterator[tuple[Summary, tuple[Cell, ...]]]:
    """Each return with the cells of :data:`STAMP_COLUMNS`, which are alike in all its rows."""
    own = {(each.own.file, each.own.sha256) for each in collation.rounds if each.own}
    for each in collation.summaries:
        yield each, _stamp(each, is_own_view=(each.file, each.sha256) in own)


def _stamp(summary: Summary, *, is_own_view: bool) -> tuple[Cell, ...]:
    return (
        summary.file,
        summary.sha256,
        summary.council,
        council_key(summary.council),
        summary.period,
        round_key(summary.period),
        summary.voice.value if summary.voice else None,
        summary.is_agreed,
        is_own_view,
        summary.date,
        summary.framework,
        summary.edition,
        summary.form,
        summary.digest,
        summary.rule,
        summary.rule_version,
        summary.software,
    )


def result_cells(result: Result) -> tuple[Cell, ...]:
    """The cells of :data:`RESULT_COLUMNS` for one part."""
    return (
        result.part,
        result.id,
        as_float(result.score),
        _exact(result.score),
        as_float(result.low),
        as_float(result.high),
        as_float(result.level),
        result.rated,
        result.open,
        result.not_applicable,
    )


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def write_csv(collation: Collation, path: Path) -> None:
    """Write the tidy table as CSV, row by row."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(_lines(collation))


def _lines(collation: Collation) -> Iterator[str]:
    yield _joined(COLUMNS) + "\r\n"
    # A region's scores are few and its rows are many: equal scores are one object
    # there, and each is put into words once.
    known: dict[int, str] = {}
    for summary, cells in stamps(collation):
        stamp = _joined(cells)
        for each in summary.results:
            ending = known.get(id(each))
            if ending is None:
                ending = known[id(each)] = f",{_joined(result_cells(each))}\r\n"
            yield stamp + ending


def _joined(cells: Iterable[Cell]) -> str:
    """Cells as CSV, without the end of the line."""
    buffer = StringIO(newline="")
    csv.writer(buffer, lineterminator="").writerow(map(_written, cells))
    return buffer.getvalue()


def _written(cell: Cell) -> Cell:
    return str(cell).lower() if isinstance(cell, bool) else safe_cell(cell)
