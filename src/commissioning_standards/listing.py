"""How lists are written: rows as CSV, documents as JSON, and tables for a terminal."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from .tables import safe_cell

__all__ = ["aligned", "json_text", "rows_as_csv"]


def json_text(document: Mapping[str, object]) -> str:
    """A document as JSON that people can read too."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def rows_as_csv(rows: Iterable[Mapping[str, object]], columns: Iterable[str]) -> str:
    """Rows as CSV under a header, which stands there also where there are none."""
    buffer = StringIO(newline="")
    writer = csv.DictWriter(buffer, fieldnames=list(columns))
    writer.writeheader()
    writer.writerows({key: safe_cell(value) for key, value in row.items()} for row in rows)
    return buffer.getvalue()


def aligned(lines: Sequence[Sequence[str]]) -> list[str]:
    """A table's lines, the first column to the left and the others to the right."""
    first, *widths = (max(map(len, column)) for column in zip(*lines, strict=True))
    return [
        "  ".join([title.ljust(first), *map(str.rjust, rest, widths)]).rstrip()
        for title, *rest in lines
    ]
