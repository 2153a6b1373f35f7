"""The sheet of one domain: a row for each criterion, with what every level looks like."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from ...answers import choices, written
from ...assessment import Assessment, Confidence, Rating
from ...parts import Criterion, Standard
from ..layout import (
    CHECK,
    COMMENT,
    CONFIDENCE,
    FIRST_RATING_ROW,
    ID,
    QUESTION,
    RATING,
    STANDARD,
    Plan,
    RatingSheet,
)
from .about_sheet import ANSWER_CHOICES, CHOICES
from .formulas import area, check_formula, drops_hyphens
from .inputs import as_text
from .measure import row_height
from .pen import Pen, Styles

__all__ = ["column_cells", "is_done", "write_rating_sheet"]

HOW_TO_CHOOSE = (
    "Choose a rating for each line: the highest level that is wholly true, with those before it. "
    "If you are between two, choose the lower."
)
DESCRIPTIONS_WIDTH = 84.0
NARROWEST_DESCRIPTION = 14.0
ID_WIDTH, STANDARD_WIDTH, QUESTION_WIDTH = 6.0, 16.0, 23.0
RATING_WIDTH, CONFIDENCE_WIDTH, COMMENT_WIDTH, CHECK_WIDTH = 14.0, 11.5, 28.0, 11.0


def is_done(rating: Rating) -> bool:
    """Whether a criterion has an answer of some kind."""
    return check_text(rating) == "Done"


def column_cells(plan: Plan, sheet: RatingSheet, header: str) -> str:
    """The cells below a header of a domain's table, as a formula names them."""
    letter = xl_col_to_name(plan.column(header))
    return area(sheet.name, letter, FIRST_RATING_ROW + 1, sheet.last_row + 1)


def check_text(rating: Rating) -> str:
    """What the check column shows for a rating; the same words as its formula's."""
    return "Done" if as_answer(rating) else "To do"


def as_answer(rating: Rating) -> str:
    """A rating's answer as it is written in its cell."""
    return written(rating.answer)


def write_rating_sheet(pen: Pen, plan: Plan, sheet: RatingSheet, assessment: Assessment) -> None:
    """Write one domain's criteria and what was answered."""
    header = FIRST_RATING_ROW - 1
    pen.page(_widths(plan), header)
    _write_top(pen, sheet, plan)
    pen.table(f"Ratings{sheet.position}", header, plan.rating_headers, sheet.last_row)
    pen.height(header, 30)
    for row, (standard, criterion) in enumerate(sheet.lines, FIRST_RATING_ROW):
        _write_line(pen, plan, row, standard, criterion, assessment.rating(criterion.id))
    _write_choices(pen, plan, sheet)
    pen.sheet.freeze_panes(FIRST_RATING_ROW, 0)
    first_input = plan.column(RATING)
    pen.sheet.set_selection(FIRST_RATING_ROW, first_input, FIRST_RATING_ROW, first_input)


def _widths(plan: Plan) -> tuple[float, ...]:
    levels = len(plan.level_headers)
    description = max(NARROWEST_DESCRIPTION, DESCRIPTIONS_WIDTH / levels)
    answers = (RATING_WIDTH, CONFIDENCE_WIDTH, COMMENT_WIDTH, CHECK_WIDTH)
    return (ID_WIDTH, STANDARD_WIDTH, QUESTION_WIDTH, *[description] * levels, *answers)


def _write_top(pen: Pen, sheet: RatingSheet, plan: Plan) -> None:
    widths = _widths(plan)
    pen.text(0, 0, sheet.title, Styles.title)
    pen.height(0, 26)
    lines = (
        sheet.covers or sheet.title,
        HOW_TO_CHOOSE,
        plan.framework.note or "Answers are your own view.",
    )
    for row, line in enumerate(lines, 1):
        pen.prose(row, line, Styles.prose, widths)


def _write_line(
    pen: Pen, plan: Plan, row: int, standard: Standard, criterion: Criterion, rating: Rating
) -> None:
    described = [criterion.description(level) for level in plan.framework.scale]
    name, asked = _asked(standard, criterion)
    texts = (criterion.id, standard.heading, f"{name}\n{asked}", *described)
    pen.text(row, plan.column(ID), criterion.id, Styles.strong)
    pen.text(row, plan.column(STANDARD), standard.heading, Styles.cell)
    pen.titled(row, plan.column(QUESTION), name, asked, Styles.cell)
    for header, text in zip(plan.level_headers, described, strict=True):
        pen.text(row, plan.column(header), text, Styles.cell)
    answers = (as_answer(rating), as_text(rating.confidence), rating.comment)
    for column, text in enumerate(answers, len(texts)):
        pen.text(row, column, text, Styles.entry_text)
    rating_cell, comment_cell = (
        xl_rowcol_to_cell(row, plan.column(header)) for header in (RATING, COMMENT)
    )
    formula = check_formula(rating_cell, comment_cell, hyphens=drops_hyphens(plan.framework.scale))
    pen.formula(row, plan.column(CHECK), formula, check_text(rating), Styles.check)
    pen.height(row, row_height(zip((*texts, *answers), _widths(plan), strict=False)))


def _asked(standard: Standard, criterion: Criterion) -> tuple[str, str]:
    """What stands in bold and below it; a name that is the standard's own is not said again."""
    name = "" if criterion.name == standard.title else criterion.name
    return name, "\n".join(filter(None, (criterion.question, criterion.boundary)))


def _write_choices(pen: Pen, plan: Plan, sheet: RatingSheet) -> None:
    rows = (FIRST_RATING_ROW, sheet.last_row)
    allowed = ", ".join(choices(plan.framework.scale))
    pen.offer(rows, plan.column(RATING), ANSWER_CHOICES, allowed, RATING)
    sure = ", ".join(each.value for each in Confidence)
    pen.offer(rows, plan.column(CONFIDENCE), CHOICES[Confidence], sure, CONFIDENCE)
