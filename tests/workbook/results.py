"""What a recalculated workbook shows on its Results sheet, and what Python computes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import commissioning_standards as cs
from commissioning_standards.scoring import as_float
from commissioning_standards.workbook.layout.names import FIRST_RESULT_ROW, RESULT_HEADERS

Shown = dict[str, object]
SHOWN = ("Score", "Low", "High", "Level reached", "Rated", "Open", "Not applicable")


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
