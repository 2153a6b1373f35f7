"""A region's shared table as flat rows and as JSON, each figure with what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ...version import VERSION
from .protecting import Run
from .table import SharedRow, SharedTable

__all__ = ["COLUMNS", "region_rows", "shared_document"]

COLUMNS = (
    "period",
    "measure",
    "part",
    "id",
    "title",
    "domain",
    "group",
    "councils",
    "of",
    "held_back",
    "minimum",
    "lowered",
    "framework",
    "edition",
    "form",
    "digest",
    "rule",
    "rule_version",
    "software",
    "made_from",
)


def region_rows(tables: Iterable[SharedTable]) -> list[dict[str, object]]:
    """One flat dict for each group; one without a count for each row that is held back.

    Args:
        tables: of one round: levels, and the change since the round before.

    Returns:
        The rows in the order of the tables, each with what it was made from.
    """
    return [row for table in tables for row in _rows(table)]


def _rows(table: SharedTable) -> Iterator[dict[str, object]]:
    about = _stamp(table)
    for row in table.rows:
        for run in row.runs or (None,):
            yield {**_group(table, row, run), **about}


def _group(table: SharedTable, row: SharedRow, run: Run | None) -> dict[str, object]:
    question = row.question
    return {
        "period": table.period,
        "measure": question.measure.value,
        "part": question.part,
        "id": question.id,
        "title": question.title,
        "domain": question.domain,
        "group": row.label(run) if run else "",
        "councils": run.count if run else None,
        "of": table.councils,
        "held_back": run is None,
    }


def _stamp(table: SharedTable) -> dict[str, object]:
    framework, (rule, version) = table.framework, table.rule
    return {
        "minimum": table.minimum,
        "lowered": table.is_lowered,
        "framework": framework.id,
        "edition": framework.edition,
        "form": framework.form.value,
        "digest": framework.digest,
        "rule": rule,
        "rule_version": version,
        "software": VERSION,
        "made_from": table.made_from,
    }


def shared_document(tables: Iterable[SharedTable]) -> dict[str, Any]:
    """The same for programs, table by table."""
    return {
        "schema": "commissioning-standards/region/1",
        "tables": [
            {
                "period": table.period,
                "councils": table.councils,
                **_stamp(table),
                "rows": [_row(row) for row in table.rows],
            }
            for table in tables
        ],
    }


def _row(row: SharedRow) -> dict[str, Any]:
    question = row.question
    return {
        "measure": question.measure.value,
        "part": question.part,
        "id": question.id,
        "title": question.title,
        "domain": question.domain,
        "held_back": row.is_held_back,
        "groups": [{"name": row.label(run), "councils": run.count} for run in row.runs],
    }
