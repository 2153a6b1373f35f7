"""The *Levels* sheet: what each level of each criterion looks like, to decide by."""

from __future__ import annotations

from ....framework import Framework
from ...layout.names import ID, QUESTION, STANDARD
from ..measure import row_height
from ..pen import Pen, Styles
from .sheets import AGREED, LEVELS, heading, write_prose

__all__ = ["level_row", "write_levels"]

FIXED = {ID: 6.0, STANDARD: 16.0, QUESTION: 24.0}
LEVELS_WIDTH, NARROWEST = 120.0, 16.0
HEADER_ROW = 2
HOW_TO = (
    "Choose the highest level that is wholly true, with those before it. Between two, choose the "
    f"lower. Decide on the sheet {AGREED}."
)


def level_row(place: int) -> int:
    """The row of a criterion by its place in the framework, both counted from 0."""
    return HEADER_ROW + 1 + place


def write_levels(pen: Pen, framework: Framework) -> None:
    """Write a line for each criterion, with every level in its words."""
    each = max(NARROWEST, LEVELS_WIDTH / len(framework.scale))
    widths = (*FIXED.values(), *[each] * len(framework.scale))
    pen.page(widths, HEADER_ROW)
    heading(pen, 0, LEVELS)
    write_prose(pen, 1, (HOW_TO,), widths)
    headers = (*FIXED, *(level.choice for level in framework.scale))
    pen.table(LEVELS, HEADER_ROW, headers, HEADER_ROW + len(framework.criteria))
    pen.height(HEADER_ROW, 30)
    asked = [(each, criterion) for each in framework.standards for criterion in each.criteria]
    for row, (standard, criterion) in enumerate(asked, level_row(0)):
        levels = map(criterion.description, framework.scale)
        texts = (criterion.id, standard.heading, f"{criterion.name}\n{criterion.question}", *levels)
        for column, text in enumerate(texts):
            pen.text(row, column, text, Styles.cell if column else Styles.strong)
        pen.height(row, row_height(zip(texts, widths, strict=True)))
    pen.sheet.freeze_panes(HEADER_ROW + 1, 1)
    pen.sheet.set_selection(0, 0, 0, 0)
