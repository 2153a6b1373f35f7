"""What a document would give away: to be looked at before it is shared."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from ...listing import json_text
from .looks import LOOKS, Hidden
from .opened import Opened, open_content, open_file

__all__ = ["hidden_content", "hidden_text_of"]

SCHEMA = "commissioning-standards/hidden/1"
ONE_SHEET = 1


def hidden_content(path: str | os.PathLike[str]) -> tuple[Hidden, ...]:
    """List what a Word, PowerPoint or Excel file holds that is not seen at once.

    Authors and other properties, comments, tracked changes, hidden text, slides,
    sheets, rows and columns, speaker notes, macros, embedded and linked files,
    and what cameras write into pictures. The workbook behind a chart is looked
    through too. The file is only read.

    Args:
        path: the file.

    Returns:
        What was found; empty where it holds nothing of the kind.

    Raises:
        AssessmentError: it is not there, is of another kind, or is damaged.
    """
    return tuple(_found(open_file(path)))


def _found(file: Opened) -> Iterator[Hidden]:
    for look in LOOKS:
        yield from look(file)
    for name in sorted(file.parts):
        if "/embeddings/" in name and name.endswith(".xlsx"):
            yield from _within(open_content(file.parts[name], file.name), name)


def _within(book: Opened, name: str) -> Iterator[Hidden]:
    """What the workbook behind a chart holds beside the chart's figures."""
    yield from (evolve(each, where=f"{name}, {each.where}") for each in _found(book))
    sheets = [each for each, _ in book.under("xl/worksheets/")]
    if len(sheets) > ONE_SHEET:
        yield Hidden("more than a chart's figures", f"{len(sheets)} sheets", name)


def hidden_text_of(found: Mapping[str, Sequence[Hidden]], form: str) -> str:
    """What was found in each file, as ``"text"`` or ``"json"``."""
    if form == "json":
        files = [
            {"file": name, "found": [each.row() for each in of_file]}
            for name, of_file in found.items()
        ]
        return json_text({"schema": SCHEMA, "files": files})
    return "".join(line + "\n" for name, each in found.items() for line in _lines(name, each))


def _lines(name: str, found: Sequence[Hidden]) -> Iterator[str]:
    if not found:
        yield f"{name}: nothing hidden was found."
        return
    things = "1 thing that is" if len(found) == 1 else f"{len(found)} things that are"
    yield f"{name}: would disclose {things} not seen at once."
    yield from (f"  {each.kind}: {each.what} ({each.where})" for each in found)
