"""A form out of a return: a line for each question, found by its name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, MutableMapping, Sequence
from typing import Any

from ...problems import Place, Problem, problem, quoted
from ..layout.columns import Column
from .grid import Table, folded
from .values import read_value

__all__ = ["read_form"]


def read_form(
    table: Table,
    headers: Sequence[str],
    lines: Sequence[Column],
    values: MutableMapping[str, Any],
    known: Collection[str] = (),
) -> Iterator[Problem]:
    """Read the lines of one form into the values, and tell what is wrong with them.

    Args:
        table: the form.
        headers: of its columns; the first names the lines, the second holds the answers.
        lines: the questions.
        values: what was read, by the names of the lines; is added to.
        known: the standards or criteria that may be named.
    """
    yield from table.problems
    label, answer = headers[:2]
    # Where a heading is missing its lines cannot be found, and are not blamed as well.
    labels = [folded(line[label].text) for line in table.lines]
    for spec in () if table.problems else lines:
        wanted = folded(spec.header)
        found = [line for said, line in zip(labels, table.lines, strict=True) if said == wanted]
        if not found:
            yield problem("field-missing", Place(sheet=table.sheet), found=quoted(spec.header))
        for line in found:
            value, problems = read_value(line[answer], spec, known)
            yield from problems
            if values.setdefault(spec.name, value) != value:
                yield problem("field-twice", line[answer].place, found=quoted(spec.header))
