"""The native radar chart on *Results*: it follows the table as people fill the workbook in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from ...figures import plain
from ...framework import Framework
from ...scale import Scale
from ...scoring import Scorecard, as_float
from ..layout import ABOUT, RESULTS
from .formulas import area, chart_formula
from .pen import Pen, Styles
from .results_sheet import COLUMNS, Row, table_rows

__all__ = ["write_radar"]

CHART_ROW = 4
CHART_SIZE = {"width": 900, "height": 570}
LABELS, SCORES = "X", "Y"
LABEL_COLUMN, SCORE_COLUMN = 23, 24
NAVY, GREY, FONT = "#12436D", "#BFBFBF", {"name": "Arial", "size": 9}


def write_radar(pen: Pen, about: Pen, card: Scorecard) -> None:
    """Draw the standards' scores from a list on the hidden sheet.

    Where a standard has no score the list holds an error value: a chart leaves
    a gap for that, and would draw empty text as zero.
    """
    rows = [row for row in table_rows(card) if row.score.part == "standard"]
    for line, row in enumerate(rows):
        about.text(line, LABEL_COLUMN, _label(row), Styles.cell)
        value = as_float(row.score.score)
        formula = chart_formula(f"'{RESULTS}'!{COLUMNS.score}{row.number}")
        cached = "#N/A" if value is None else value
        about.formula(line, SCORE_COLUMN, formula, cached, Styles.figure)
    framework = card.assessment.framework
    chart: Any = pen.book.add_chart({"type": "radar", "subtype": "with_markers"})
    chart.add_series(_series(rows))
    _dress(chart, framework.scale)
    pen.chart(CHART_ROW, chart, _alt_text(framework))


def _label(row: Row) -> str:
    return f"{row.score.number} {row.score.title}"


def _series(rows: Sequence[Row]) -> dict[str, Any]:
    return {
        "name": "Score",
        "categories": f"={area(ABOUT, LABELS, 1, len(rows))}",
        "values": f"={area(ABOUT, SCORES, 1, len(rows))}",
        "categories_data": [_label(row) for row in rows],
        "values_data": [as_float(row.score.score) for row in rows],
        "line": {"color": NAVY, "width": 2.25},
        "marker": {"type": "circle", "size": 7, "fill": {"color": NAVY}, "line": {"color": NAVY}},
    }


def _dress(chart: Any, scale: Scale) -> None:
    """Centre the chart one step below the lowest level, so that even that level is a ring."""
    values = [float(level.value) for level in scale]
    step = min(later - earlier for earlier, later in pairwise(values))
    chart.set_title({"name": "Score by standard", "name_font": FONT | {"size": 13}})
    chart.set_legend({"none": True})
    chart.set_x_axis({"num_font": FONT})
    chart.set_y_axis(
        {
            "min": values[0] - step,
            "max": values[-1],
            "major_unit": step,
            "num_format": f'[<{plain(scale.lowest)}]"";General',
            "num_font": FONT,
            "major_gridlines": {"visible": True, "line": {"color": GREY}},
        }
    )
    chart.show_blanks_as("gap")
    chart.show_na_as_empty_cell()
    chart.set_size(CHART_SIZE)


def _alt_text(framework: Framework) -> str:
    lowest, highest = framework.scale.levels[0].choice, framework.scale.levels[-1].choice
    return (
        f"Radar chart: the score of each of {len(framework.standards)} standards, on a scale from "
        f"{lowest} to {highest}. A standard without a score is a gap. The same figures are in the "
        "table below."
    )
