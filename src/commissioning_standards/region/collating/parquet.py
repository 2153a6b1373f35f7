"""The tidy table as Parquet, for programs that work with columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pyarrow
from pyarrow.parquet import ParquetWriter

from ...version import VERSION
from .collation import Collation
from .tidy import COLUMNS, result_cells, stamps

__all__ = ["write_parquet"]

SCHEMA = "tidy table, version 1"
# Returns in a group of rows: large enough to pack well, small enough to hold.
GROUP = 500
OTHER_KINDS = {
    "is_agreed": pyarrow.bool_(),
    "is_own_view": pyarrow.bool_(),
    "date": pyarrow.date32(),
    "rule_version": pyarrow.int32(),
    "score": pyarrow.float64(),
    "low": pyarrow.float64(),
    "high": pyarrow.float64(),
    "level_value": pyarrow.float64(),
    "rated": pyarrow.int32(),
    "open": pyarrow.int32(),
    "not_applicable": pyarrow.int32(),
}


def write_parquet(collation: Collation, path: Path) -> None:
    """Write the tidy table as Parquet, a group of rows at a time.

    What it was made by stands in the file's metadata, under ``commissioning-standards``.
    """
    about = json.dumps({"schema": SCHEMA, "software": VERSION, "rule": collation.rule})
    fields = [(name, OTHER_KINDS.get(name, pyarrow.string())) for name in COLUMNS]
    schema = pyarrow.schema(fields, metadata={"commissioning-standards": about})
    with path.open("wb") as file, ParquetWriter(file, schema) as writer:
        for columns in _groups(collation):
            writer.write_table(pyarrow.table(columns, schema=schema))


def _groups(collation: Collation) -> Iterator[dict[str, list[object]]]:
    every = stamps(collation)
    while group := list(islice(every, GROUP)):
        rows = [
            (*cells, *result_cells(each)) for summary, cells in group for each in summary.results
        ]
        yield dict(zip(COLUMNS, map(list, zip(*rows, strict=True)), strict=True))
