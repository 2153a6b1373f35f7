"""How far a sheet of ratings is filled in, and a link to what is next."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name

from ...answers import written
from ...assessment import Assessment
from ..layout.names import CHECK, FIRST_RATING_ROW, ID, RATING
from ..layout.plan import Plan, RatingSheet
from .formulas import ALL_DONE, area, next_formula, progress_formula
from .pen import Pen, Style

__all__ = ["column_cells", "write_progress"]

Cell = tuple[int, int]


def column_cells(plan: Plan, sheet: RatingSheet, header: str) -> str:
    """The cells below a header of a rating table, as a formula names them."""
    letter = xl_col_to_name(plan.column(header))
    return area(sheet.name, letter, FIRST_RATING_ROW + 1, sheet.last_row + 1)


def write_progress(
    pen: Pen,
    cells: tuple[Cell, Cell],
    plan: Plan,
    sheet: RatingSheet,
    assessment: Assessment,
    style: Style,
) -> None:
    """Write how many rows are done, and beside it the next that is not."""
    checks, ids, ratings = (column_cells(plan, sheet, header) for header in (CHECK, ID, RATING))
    formulas = (
        progress_formula(checks, len(sheet.lines)),
        next_formula(sheet.name, ratings, checks, ids),
    )
    values = _progress(sheet, assessment)
    for cell, formula, value in zip(cells, formulas, values, strict=True):
        pen.formula(*cell, formula, value, style)


def _progress(sheet: RatingSheet, assessment: Assessment) -> tuple[str, str]:
    """What the formulas show for these answers."""
    left = [line[1].id for line in sheet.lines if not written(assessment.rating(line[1].id).answer)]
    done = f"{len(sheet.lines) - len(left)} of {len(sheet.lines)} done"
    return done, f"Next: {left[0]}" if left else ALL_DONE
