"""The workbook's live formulas and Python give the same scores, on any fill."""

from __future__ import annotations

from io import BytesIO

import formualizer
import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.answers import written
from commissioning_standards.workbook.layout import FIRST_RATING_ROW, RATING, RESULTS, Plan
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.strategies import fills, frameworks
from tests.workbook.results import expected, shown


def filled_in(assessment: cs.Assessment) -> formualizer.Workbook:
    """A blank workbook with the ratings typed in afterwards, and recalculated."""
    blank = cs.Assessment(assessment.framework)
    book = formualizer.Workbook.from_bytes(workbook_bytes(blank))
    plan = Plan(assessment.framework)
    column = plan.column(RATING) + 1
    for sheet in plan.rating_sheets:
        for row, (_, criterion) in enumerate(sheet.lines, FIRST_RATING_ROW + 1):
            answer = written(assessment.rating(criterion.id).answer)
            if answer:
                book.set_value(sheet.name, row, column, answer)
    book.evaluate_all()
    return book


@settings(max_examples=200)
@given(st.data())
def test_formulas_give_the_scores_that_python_computes(data: st.DataObject) -> None:
    """Ratings typed into a blank workbook make its formulas show Python's scores."""
    assessment = data.draw(fills(data.draw(frameworks())))
    card = cs.score(assessment)
    book = filled_in(assessment)

    assert expected(card) == shown(card, lambda row, column: book.get_value(RESULTS, row, column))


@settings(max_examples=30)
@given(st.data())
def test_formulas_carry_the_values_they_have(data: st.DataObject) -> None:
    """A workbook shows its true scores before any program has recalculated it."""
    assessment = data.draw(fills(data.draw(frameworks())))
    card = cs.score(assessment)
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(assessment)), data_only=True)

    assert expected(card) == shown(card, lambda row, column: book[RESULTS].cell(row, column).value)


def test_the_route_map_is_recalculated_alike(example: cs.Assessment) -> None:
    """The filled example's scores are those that its formulas give."""
    card = cs.score(example)
    book = filled_in(example)

    assert expected(card) == shown(card, lambda row, column: book.get_value(RESULTS, row, column))
