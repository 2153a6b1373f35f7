"""The sheet of one domain: a row for each criterion, with what every level looks like."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from ...answers import choices, written
from ...assessment import Assessment, Confidence, Rating
from ...parts import Criterion, Standard
from ..layout.lists import CHOICES
from ..layout.names import (
    CHECK,
    COMMENT,
    CONFIDENCE,
    FIRST_RATING_ROW,
    ID,
    LAST_TIME,
    QUESTION,
    RATING,
    STANDARD,
)
from ..layout.plan import Plan, RatingSheet
from .about_sheet import ANSWER_CHOICES
from .formulas import (
    AS_LAST_TIME,
    DONE,
    NOT_A_CHOICE,
    REASON_MISSING,
    TO_DO,
    check_formula,
)
from .inputs import as_text
from .measure import row_height
from .pen import Pen, Styles
from .progress import write_progress

__all__ = ["write_rating_sheet"]

HOW_TO_CHOOSE = (
    "Choose a rating for each line: the highest level that is wholly true, with those before it. "
    "If you are between two, choose the lower."
)
DESCRIPTIONS_WIDTH = 84.0
NARROWEST_DESCRIPTION = 14.0
ID_WIDTH, STANDARD_WIDTH, QUESTION_WIDTH = 6.0, 16.0, 23.0
RATING_WIDTH, CONFIDENCE_WIDTH, COMMENT_WIDTH, CHECK_WIDTH = 14.0, 11.5, 28.0, 11.0


def write_rating_sheet(
    pen: Pen, plan: Plan, sheet: RatingSheet, assessment: Assessment, last: Assessment | None
) -> None:
    """Write the criteria of one sheet, what was answered, and beside it what was last time."""
    header = FIRST_RATING_ROW - 1
    pen.page(_widths(plan), header)
    _write_top(pen, sheet, plan)
    top = ((0, plan.column(RATING)), (0, plan.column(COMMENT)))
    write_progress(pen, top, plan, sheet, assessment, Styles.progress)
    pen.table(f"Ratings{sheet.position}", header, plan.rating_headers, sheet.last_row)
    pen.height(header, 30)
    for row, (standard, criterion) in enumerate(sheet.lines, FIRST_RATING_ROW):
        _write_line(pen, plan, row, standard, criterion, assessment)
        _write_check(pen, plan, row, assessment.rating(criterion.id), last)
    _write_choices(pen, plan, sheet)
    _warn(pen, plan, sheet)
    pen.sheet.freeze_panes(FIRST_RATING_ROW, 0)
    first_input = plan.column(RATING)
    pen.sheet.set_selection(FIRST_RATING_ROW, first_input, FIRST_RATING_ROW, first_input)


def _widths(plan: Plan) -> tuple[float, ...]:
    levels = len(plan.level_headers)
    description = max(NARROWEST_DESCRIPTION, DESCRIPTIONS_WIDTH / levels)
    last_time = (RATING_WIDTH,) if plan.shows_last_time else ()
    answers = (RATING_WIDTH, CONFIDENCE_WIDTH, COMMENT_WIDTH, CHECK_WIDTH)
    return (ID_WIDTH, STANDARD_WIDTH, QUESTION_WIDTH, *[description] * levels, *last_time, *answers)


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
    pen: Pen,
    plan: Plan,
    row: int,
    standard: Standard,
    criterion: Criterion,
    assessment: Assessment,
) -> None:
    rating = assessment.rating(criterion.id)
    name, asked = _asked(standard, criterion)
    texts = {ID: criterion.id, STANDARD: standard.heading, QUESTION: f"{name}\n{asked}"}
    for header, level in zip(plan.level_headers, plan.framework.scale, strict=True):
        texts[header] = criterion.description(level)
    answers = {
        RATING: written(rating.answer),
        CONFIDENCE: as_text(rating.confidence),
        COMMENT: rating.comment,
    }
    for header, text in (texts | answers).items():
        style = Styles.entry_text if header in answers else Styles.cell
        pen.text(row, plan.column(header), text, Styles.strong if header == ID else style)
    pen.titled(row, plan.column(QUESTION), name, asked, Styles.cell)
    widths = dict(zip(plan.rating_headers, _widths(plan), strict=True))
    pen.height(row, row_height((text, widths[key]) for key, text in (texts | answers).items()))


def _write_check(pen: Pen, plan: Plan, row: int, rating: Rating, last: Assessment | None) -> None:
    """Write what is left to do in a row, and last round's answer where it is shown."""
    cells = {header: xl_rowcol_to_cell(row, plan.column(header)) for header in plan.rating_headers}
    now, before = (
        written(rating.answer),
        written(last.rating(rating.criterion).answer) if last else "",
    )
    if last:
        pen.text(row, plan.column(LAST_TIME), before, Styles.cell)
    formula = check_formula(
        cells[RATING],
        cells[COMMENT],
        cells.get(LAST_TIME, ""),
    )
    done = AS_LAST_TIME if now == before else DONE
    pen.formula(row, plan.column(CHECK), formula, done if now else TO_DO, Styles.check)


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


def _warn(pen: Pen, plan: Plan, sheet: RatingSheet) -> None:
    """Make what is wrong in a row plain to see: in words first, and in bold red."""
    rows = (FIRST_RATING_ROW, sheet.last_row)
    check = xl_rowcol_to_cell(FIRST_RATING_ROW, plan.column(CHECK), col_abs=True)
    pen.warn(rows, plan.column(COMMENT), f'{check}="{REASON_MISSING}"')
    pen.warn(rows, plan.column(CHECK), f'OR({check}="{REASON_MISSING}",{check}="{NOT_A_CHOICE}")')
