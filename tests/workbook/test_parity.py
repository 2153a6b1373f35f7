"""The workbook's live formulas and Python give the same scores, on any fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

import formualizer
import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.answers import (
    DROPPED,
    HYPHENS,
    MARK,
    SPACES,
    written,
    written_forms,
)
from commissioning_standards.figures import plain
from commissioning_standards.workbook.layout.names import CHECK, FIRST_RATING_ROW, RATING, RESULTS
from commissioning_standards.workbook.layout.plan import Plan
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.strategies import fills, frameworks
from tests.workbook.results import PASTED, by_reader, expected, shown


def typed_into(framework: cs.Framework, answers: Mapping[str, object]) -> formualizer.Workbook:
    """A blank workbook with answers typed in afterwards, and recalculated."""
    book = formualizer.Workbook.from_bytes(workbook_bytes(cs.Assessment(framework)))
    plan = Plan(framework)
    column = plan.column(RATING) + 1
    for sheet in plan.rating_sheets:
        for row, (_, criterion) in enumerate(sheet.lines, FIRST_RATING_ROW + 1):
            if answers[criterion.id] != "":
                book.set_value(sheet.name, row, column, answers[criterion.id])
    book.evaluate_all()
    return book


def filled_in(assessment: cs.Assessment) -> formualizer.Workbook:
    """The same with an assessment's answers, as they are offered."""
    answers = {each.criterion: written(each.answer) for each in assessment.ratings}
    return typed_into(assessment.framework, answers)


def ways_to_write(level: cs.Level) -> list[object]:
    """How people write a level that the reader accepts, and means to."""
    value, label = plain(level.value), level.label
    ways: list[object] = [level.choice, label, value, f" {value} – {label} ", f"“{level.choice}”"]
    ways += [
        f"{value}\u00a0{label}",
        f"{value} — {label}",
        level.choice.upper(),
        f"{value}: {label}",
    ]
    return [*ways, float(level.value)]


@settings(max_examples=60)
@given(st.data())
def test_formulas_read_what_the_reader_reads(data: st.DataObject) -> None:
    """Answers pasted with dashes, quotes and odd spaces count alike in both."""
    framework = data.draw(frameworks())
    forms = [way for level in framework.scale for way in ways_to_write(level)]
    forms += ["n/a", "NA", "Don’t know", "dont know", ""]
    answers = {each.id: data.draw(st.sampled_from(forms)) for each in framework.criteria}
    said = dict.fromkeys(answers, "As we said")
    card = cs.score(cs.assess(framework, answers, comments=said))
    book = typed_into(framework, answers)

    assert expected(card) == shown(card, lambda row, column: book.get_value(RESULTS, row, column))


SIGNS = st.text([*SPACES, *DROPPED, *HYPHENS, MARK, *" -:.03/Ndk"], max_size=8)


def checks(framework: cs.Framework, contents: Sequence[str]) -> list[object]:
    """What the *Check* column says of answers that were typed in."""
    answers = dict(zip((each.id for each in framework.criteria), contents, strict=False))
    blank = {each.id: "" for each in framework.criteria}
    book = typed_into(framework, blank | answers)
    plan = Plan(framework)
    column = plan.column(CHECK) + 1
    said = {
        criterion.id: book.get_value(sheet.name, row, column)
        for sheet in plan.rating_sheets
        for row, (_, criterion) in enumerate(sheet.lines, FIRST_RATING_ROW + 1)
    }
    return [said[each] for each in answers]


def test_pasted_answers_are_taken_or_left_alike(route_map: cs.Framework) -> None:
    """What is pasted with line breaks, signs or odd digits is taken by both or by neither."""
    expected = [by_reader(each, route_map.scale) for each in PASTED]

    assert expected == checks(route_map, PASTED)


@settings(max_examples=60)
@given(st.data())
def test_any_answer_is_taken_or_left_alike(data: st.DataObject) -> None:
    """Whatever signs and spaces stand about an answer, on a scale below zero or above."""
    framework = data.draw(frameworks())
    forms = st.sampled_from(sorted(written_forms(framework.scale)))
    about = st.one_of(st.tuples(SIGNS, forms, SIGNS).map("".join), SIGNS)
    count = len(framework.criteria)
    contents = data.draw(st.lists(about, min_size=count, max_size=count))
    expected = [by_reader(each, framework.scale) for each in contents]

    assert expected == checks(framework, contents)


@settings(max_examples=200)
@given(st.data())
def test_formulas_give_the_scores_that_python_computes(data: st.DataObject) -> None:
    """Ratings typed into a blank workbook make its formulas show Python's scores."""
    assessment = data.draw(fills(data.draw(frameworks())))
    card = cs.score(assessment)
    book = filled_in(assessment)

    assert expected(card) == shown(card, lambda row, column: book.get_value(RESULTS, row, column))


@settings(max_examples=6)
@given(st.data())
def test_formulas_hold_for_many_domains(data: st.DataObject) -> None:
    """A framework of up to twenty domains, with a sheet for each, is recalculated alike."""
    assessment = data.draw(fills(data.draw(frameworks(domains=(12, 20)))))
    card = cs.score(assessment)
    book = filled_in(assessment)

    assert expected(card) == shown(card, lambda row, column: book.get_value(RESULTS, row, column))


@settings(max_examples=30)
@given(st.data())
def test_progress_is_recalculated_alike(data: st.DataObject) -> None:
    """How many lines are done is counted as answers come in, on each sheet."""
    assessment = data.draw(fills(data.draw(frameworks())))
    plan = Plan(assessment.framework)
    written_in = openpyxl.load_workbook(BytesIO(workbook_bytes(assessment)), data_only=True)
    book = filled_in(assessment)
    column = plan.column(RATING) + 1

    for sheet in plan.rating_sheets:
        counted = str(book.get_value(sheet.name, 1, column))
        carried = str(written_in[sheet.name].cell(1, column).value)
        reasons = sum(assessment.rating(line[1].id).is_not_applicable for line in sheet.lines)
        # Typed in without a reason, "Not applicable" is not done yet.
        assert int(carried.split(maxsplit=1)[0]) - int(counted.split(maxsplit=1)[0]) == reasons


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
