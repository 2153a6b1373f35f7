"""The sheet *Helping each other* out of a return, where it has one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ...fitting import standard_numbers
from ...framework import Framework
from ...problems import Problem, problem, quoted
from ...records import Helping
from ..layout.columns import HELPING_FIELDS, HELPING_HEADERS
from ..layout.names import HELPING
from .carried import as_notes
from .cells import Row
from .form import read_form
from .grid import find_tables

__all__ = ["read_helping"]


def read_helping(
    sheets: Iterable[Sequence[Row]],
    framework: Framework,
    *,
    same_words: bool = True,
    is_asked: bool = False,
) -> tuple[Helping | None, list[Problem]]:
    """Read what a council says of helping others, and of being helped.

    Args:
        sheets: the rows of each.
        framework: what is asked.
        same_words: whether the return was made from this very wording; where it
            was not, a standard that is gone is no longer asked about, and that is a note.
        is_asked: whether it went out with this sheet.

    Returns:
        What it says, or None where it was not asked or has problems; and all
        problems and notes.
    """
    known = standard_numbers(framework)
    values: dict[str, Any] = {}
    found: list[Problem] = []
    headers = HELPING_HEADERS
    tables = [each for rows in sheets for each in find_tables(rows, headers, headers[:2])]
    if is_asked and not tables:
        # Whoever deletes the sheet wants to say nothing: that is no fault.
        found.append(problem("helping-missing", found=quoted(HELPING)))
    for table in tables:
        problems = list(read_form(table, headers, HELPING_FIELDS, values, known))
        found += problems if same_words else as_notes(problems)
    if not tables or any(not each.is_note for each in found):
        return None, found
    values["asks"] = tuple(each for each in values["asks"] or () if each in known)
    return Helping(**values), found
