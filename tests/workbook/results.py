"""What a recalculated workbook shows of its answers, and what Python says of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import commissioning_standards as cs
from commissioning_standards.answers import read_answer
from commissioning_standards.scoring import as_float
from commissioning_standards.workbook.layout.names import FIRST_RESULT_ROW, RESULT_HEADERS
from commissioning_standards.workbook.writing.formulas import (
    DONE,
    NOT_A_CHOICE,
    REASON_MISSING,
    TO_DO,
)

Shown = dict[str, object]
SHOWN = ("Score", "Low", "High", "Level reached", "Rated", "Open", "Not applicable")
PASTED = (
    *("3 Established\n", "\t2", "2\u00a0Developing", "3\r\nEstablished", "3\u2011Established"),
    *("'3'", '"3 Established"', "Dont\u02bc know", "3.0", "03", "3.00", "3e0", "\uff14", "-3"),
    *("\u22123", "–3", "- 3", "3|Established", "3?", "level 3", "\u200b"),
    *("-", "''", "\n", "\u00a0", "\t \u00a0", "n/a\n", "\u00a0N/A"),
)


def by_reader(content: str, scale: cs.Scale) -> str:
    """What the *Check* column should say of an answer, by what the reader takes it for."""
    reading = read_answer(content, scale)
    if reading is None:
        return NOT_A_CHOICE
    if reading.answer is cs.Answer.NOT_APPLICABLE:
        return REASON_MISSING
    return TO_DO if reading.answer is cs.Answer.BLANK else DONE


def shown(card: cs.Scorecard, value: Callable[[int, int], object]) -> list[Shown]:
    """The table's figures, read by row and column counted from 1; empty text is None."""
    rows = range(FIRST_RESULT_ROW + 1, FIRST_RESULT_ROW + 1 + len(card.parts))
    columns = {header: RESULT_HEADERS.index(header) + 1 for header in SHOWN}
    return [
        {header: _blank_as_none(value(row, column)) for header, column in columns.items()}
        for row in rows
    ]


def _blank_as_none(value: object) -> object:
    return None if value == "" else value


def expected(card: cs.Scorecard) -> list[dict[str, object]]:
    """The same figures, to nine decimals, as Python computes them."""
    return [_row(each) for each in card.parts]


def _row(score: cs.Score) -> dict[str, object]:
    level = "–" if score.part == "overall" else score.level and score.level.label
    return {
        "Score": _near(as_float(score.score)),
        "Low": _near(as_float(score.low)),
        "High": _near(as_float(score.high)),
        "Level reached": level,
        "Rated": score.rated,
        "Open": score.open,
        "Not applicable": score.not_applicable,
    }


def _near(value: float | None) -> object:
    return None if value is None else pytest.approx(value, abs=1e-9)
