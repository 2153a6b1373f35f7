"""A form on a sheet: a line for each question, with its answer and what to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..layout.columns import Column
from .inputs import as_text, offer_input, write_input
from .measure import row_height
from .pen import Pen, Styles

__all__ = ["write_form"]


def write_form(
    pen: Pen,
    row: int,
    name: str,
    headers: Sequence[str],
    lines: Sequence[Column],
    answers: Mapping[str, object],
    *,
    widths: Sequence[float],
) -> int:
    """Write a form as a table, and say which row is free next.

    Args:
        pen: of the sheet.
        row: where its headers stand, counted from 0.
        name: of the table.
        headers: of its three columns: the questions, the answers and the help.
        lines: the questions.
        answers: by the names of the lines.
        widths: of the columns, in characters.
    """
    pen.table(name, row, headers, row + len(lines))
    for line, spec in enumerate(lines, row + 1):
        answer = answers[spec.name]
        pen.text(line, 0, spec.header, Styles.strong)
        write_input(pen, line, 1, spec, answer)
        offer_input(pen, (line, line), 1, spec)
        pen.text(line, 2, spec.help, Styles.cell)
        pen.height(line, row_height([(as_text(answer), widths[1]), (spec.help, widths[2])]) + 4)
    return row + len(lines) + 1
