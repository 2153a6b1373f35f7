"""The *Results* sheet: every score live, with its range and counts, and a radar chart."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen
from xlsxwriter.utility import xl_col_to_name

from ...answers import written
from ...scoring import Score, Scorecard, as_float
from ..layout.names import FIRST_RESULT_ROW, ID, RATING, RESULT_HEADERS
from ..layout.plan import Plan
from .formulas import (
    Columns,
    answer_formula,
    criterion_formulas,
    level_formula,
    pooled_formula,
    sum_formula,
)
from .measure import row_height
from .pen import Pen, Style, Styles
from .progress import column_cells

__all__ = ["COLUMNS", "Row", "table_rows", "write_results"]

WIDTHS = (11.0, 15.0, 44.0, 8.0, 8.0, 8.0, 14.0, 8.0, 8.0, 11.0, 8.0, 16.0)
LETTERS = tuple(map(xl_col_to_name, range(len(RESULT_HEADERS))))
POSITIONS = {letter: position for position, letter in enumerate(LETTERS)}
COLUMNS = Columns(*LETTERS)
NO_LEVEL = "–"


@frozen
class Row:
    """One line of the table.

    Args:
        score: what it shows.
        number: its row as a spreadsheet counts.
        parts: first and last row of what it is made of; None for a criterion.
    """

    score: Score
    number: int
    parts: tuple[int, int] | None


def table_rows(card: Scorecard) -> tuple[Row, ...]:
    """Every score with its row: overall, domains, standards, criteria."""
    numbered = list(enumerate(card.parts, FIRST_RESULT_ROW + 1))
    return tuple(Row(each, number, _made_of(each, numbered)) for number, each in numbered)


def _made_of(whole: Score, numbered: Sequence[tuple[int, Score]]) -> tuple[int, int] | None:
    rows = [number for number, each in numbered if _is_part(each, whole)]
    return (rows[0], rows[-1]) if rows else None


def _is_part(each: Score, whole: Score) -> bool:
    match whole.part:
        case "overall":
            return each.part == "domain"
        case "domain":
            return each.part == "standard" and each.domain == whole.id
        case "standard":
            return each.part == "criterion" and each.standard == whole.number
        case _:
            return False


def write_results(pen: Pen, plan: Plan, card: Scorecard) -> None:
    """Write the table of scores, each a formula that carries its present value."""
    rows = table_rows(card)
    header = FIRST_RESULT_ROW - 1
    pen.page(WIDTHS, header)
    _write_top(pen, card)
    pen.table("Scores", header, RESULT_HEADERS, rows[-1].number - 1)
    pen.height(header, 30)
    pen.break_before(header)
    for row in rows:
        _write_names(pen, row)
        if row.parts:
            _write_pooled(pen, row, row.parts)
        else:
            _write_criterion(pen, row, plan, card)
        _write_level(pen, row)
    pen.sheet.set_selection(0, 0, 0, 0)


def _write_top(pen: Pen, card: Scorecard) -> None:
    pen.text(0, 0, "Results", Styles.title)
    pen.height(0, 26)
    rule, framework = card.rule, card.assessment.framework
    lines = (
        (
            f"{framework.name}. Scoring rule: {rule.name}, version {rule.version}. The scores "
            "change as ratings are filled in; the table is below the chart."
        ),
        (
            "Low and High show the range that open answers still leave. A blank score means that "
            "nothing was rated. No single word sums up a council, so the whole has no level."
        ),
        framework.note or "The scores are this council's own view.",
    )
    for row, line in enumerate(lines, 1):
        pen.prose(row, line, Styles.prose, WIDTHS)


def _write_names(pen: Pen, row: Row) -> None:
    score, line = row.score, row.number - 1
    shown_id = str(score.number) if score.part == "standard" else score.id
    names = (score.part.capitalize(), "" if score.part == "overall" else shown_id, score.title)
    style = Styles.cell if score.part == "criterion" else Styles.strong
    for column, text in enumerate(names):
        pen.text(line, column, text, style)
    pen.height(line, row_height(zip(names, WIDTHS, strict=False)))
    pen.number(line, RESULT_HEADERS.index("Weight"), float(score.weight), Styles.weight)


def _write_pooled(pen: Pen, row: Row, parts: tuple[int, int]) -> None:
    score = row.score
    values = {COLUMNS.score: score.score, COLUMNS.low: score.low, COLUMNS.high: score.high}
    for column, value in values.items():
        formula = pooled_formula(COLUMNS, column, *parts)
        _write(pen, row, column, formula, as_float(value), Styles.figure)
    for column, count in _counts(score).items():
        _write(pen, row, column, sum_formula(column, *parts), count, Styles.count)
    pen.text(row.number - 1, RESULT_HEADERS.index("Answer"), "", Styles.cell)


def _write_criterion(pen: Pen, row: Row, plan: Plan, card: Scorecard) -> None:
    score, scale = row.score, plan.framework.scale
    answer = written(card.assessment.rating(score.id).answer)
    _write(pen, row, COLUMNS.answer, _answer_formula(row, plan), answer, Styles.cell)
    values: dict[str, float | None] = {
        COLUMNS.score: as_float(score.score),
        COLUMNS.low: as_float(score.low),
        COLUMNS.high: as_float(score.high),
        **_counts(score),
    }
    formulas = criterion_formulas(COLUMNS, row.number, scale)
    for column, formula in formulas.items():
        style = Styles.count if column in _counts(score) else Styles.figure
        _write(pen, row, column, formula, values[column], style)


def _answer_formula(row: Row, plan: Plan) -> str:
    sheet = plan.sheet_of(row.score.id)
    ids, ratings = (column_cells(plan, sheet, header) for header in (ID, RATING))
    return answer_formula(f"{COLUMNS.id}{row.number}", ids, ratings)


def _write_level(pen: Pen, row: Row) -> None:
    level = row.score.level
    if row.score.part == "overall":
        pen.text(row.number - 1, RESULT_HEADERS.index("Level reached"), NO_LEVEL, Styles.cell)
        return
    formula = level_formula(f"{COLUMNS.score}{row.number}")
    _write(pen, row, COLUMNS.level, formula, level.label if level else "", Styles.cell)


def _counts(score: Score) -> dict[str, float | None]:
    return {
        COLUMNS.rated: score.rated,
        COLUMNS.open: score.open,
        COLUMNS.not_applicable: score.not_applicable,
    }


def _write(
    pen: Pen, row: Row, column: str, formula: str, value: float | str | None, style: Style
) -> None:
    pen.formula(row.number - 1, POSITIONS[column], formula, value, style)
