"""Whether a cell shows what it should: figures to a hair's breadth, words to the letter."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ...figures import exact, shown
from ...problems import Problem, problem, quoted
from ..layout.names import RATING, RESULT_HEADERS
from ..reading.cells import Cell
from ..writing.formulas import AS_LAST_TIME, DONE
from .blocks import RATINGS, RESULTS, Key
from .pairing import Pair, Twin

__all__ = ["answers_given", "shown_problem"]

# Spreadsheet programs save fifteen digits, of numbers that they add up in another order.
NEAR, NEAR_FOR_ITS_SIZE = 1e-9, 1e-13
ANSWER = RESULT_HEADERS[-1]
PLACES = (2, 5, 10)
Answers = Mapping[Key, frozenset[str]]


def answers_given(pair: Pair) -> Answers:
    """What was answered, in the words it was answered in, by the result that repeats it."""
    given: dict[Key, frozenset[str]] = {}
    for block in pair.back.blocks:
        for key, place in block.cells.items():
            if (key.table, key.column) == (RATINGS, RATING):
                result = Key(RESULTS, f"Criterion {key.row}", ANSWER)
                text = _spaced(pair.back.cell(block.sheet, place)[1])
                given[result] = given.get(result, frozenset()) | {text}
    return given


def _spaced(cell: Cell) -> str:
    """A text as the workbook's formulas repeat it, whatever its spaces."""
    return " ".join(cell.text.split())


def shown_problem(twin: Twin, answers: Answers) -> Problem | None:
    """What is wrong with what a cell shows, if anything is."""
    should, does = twin.shown
    if twin.key in answers and _spaced(does) in answers[twin.key]:
        return None
    allowed = min(answers[twin.key]) if twin.key in answers else should.value
    if _same(allowed, does.value):
        return None
    code = "shown-differs" if twin.went_out_live else "fixed-differs"
    return problem(code, twin.place, **_said(does.value, allowed))


def _same(should: object, does: object) -> bool:
    """Whether two values are the same to people; empty text and nothing are."""
    number, other = _number(should), _number(does)
    if number is None or other is None:
        words, others = ("" if each is None else each for each in (should, does))
        return number is other and (words == others or (words, others) == (DONE, AS_LAST_TIME))
    return math.isclose(number, other, rel_tol=NEAR_FOR_ITS_SIZE, abs_tol=NEAR)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _said(found: object, allowed: object) -> dict[str, str]:
    """Two values to show to people, with as many decimals as tell them apart."""
    texts = [(_value(found, places), _value(allowed, places)) for places in PLACES]
    told = next((pair for pair in texts if pair[0] != pair[1]), texts[-1])
    return dict(zip(("found", "allowed"), told, strict=True))


def _value(value: Any, places: int) -> str:
    if value is None or value == "":
        return "nothing"
    if _number(value) is None:
        return quoted(value)
    try:
        figure = shown(exact(value), places)
    except ValueError:
        return quoted(value)
    return figure.rstrip("0").rstrip(".")
