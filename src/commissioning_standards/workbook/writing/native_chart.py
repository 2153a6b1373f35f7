"""The native charts on *Results*: they follow the table as people fill the workbook in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from ...figures import plain
from ...scale import Scale
from ...scoring import Scorecard, as_float
from ..layout.names import ABOUT, RESULTS
from .formulas import area, chart_formula
from .pen import Pen, Styles
from .results_sheet import COLUMNS, Row, table_rows

__all__ = ["write_charts"]

CHART_ROW = 4
RADAR_SIZE = {"width": 590, "height": 570}
BARS_SIZE = {"width": 640, "height": 570}
BARS_COLUMN = 4
LABEL_COLUMN, SCORE_COLUMN, NUMBER_COLUMN = 23, 24, 25
LABELS, SCORES, NUMBERS = map(xl_col_to_name, (LABEL_COLUMN, SCORE_COLUMN, NUMBER_COLUMN))
NAVY, GREY, FONT = "#12436D", "#BFBFBF", {"name": "Arial", "size": 9}
RADAR_LOOK = {
    "line": {"color": NAVY, "width": 2.25},
    "marker": {"type": "circle", "size": 7, "fill": {"color": NAVY}, "line": {"color": NAVY}},
}
BARS_LOOK = {
    "fill": {"color": NAVY},
    "gap": 60,
    "data_labels": {"value": True, "num_format": "0.00", "font": FONT},
}


def write_charts(pen: Pen, about: Pen, card: Scorecard) -> None:
    """Draw the standards' scores from a list on the hidden sheet, as a radar and as bars.

    Where a standard has no score the list holds an error value: a chart leaves
    a gap for that, and would draw empty text as zero.
    """
    rows = [row for row in table_rows(card) if row.score.part == "standard"]
    for line, row in enumerate(rows):
        about.text(line, LABEL_COLUMN, _name(row), Styles.cell)
        about.text(line, NUMBER_COLUMN, _number(row), Styles.cell)
        value = as_float(row.score.score)
        formula = chart_formula(f"'{RESULTS}'!{COLUMNS.score}{row.number}")
        cached = "#N/A" if value is None else value
        about.formula(line, SCORE_COLUMN, formula, cached, Styles.figure)
    scale, count = card.assessment.framework.scale, len(rows)
    pen.chart((CHART_ROW, 0), _radar(pen, rows, scale), _alt_text("Radar", scale, count))
    pen.chart((CHART_ROW, BARS_COLUMN), _bars(pen, rows, scale), _alt_text("Bar", scale, count))


def _number(row: Row) -> str:
    return str(row.score.number)


def _name(row: Row) -> str:
    return f"{row.score.number} {row.score.title}"


def _radar(pen: Pen, rows: Sequence[Row], scale: Scale) -> Any:
    """A radar that names its spokes by number, as the bars beside it say what they are."""
    chart: Any = pen.book.add_chart({"type": "radar", "subtype": "with_markers"})
    chart.add_series(_series(rows, NUMBERS, map(_number, rows)) | RADAR_LOOK)
    _dress(chart, "The shape of the profile", RADAR_SIZE)
    chart.set_x_axis({"num_font": FONT})
    chart.set_y_axis(_axis(scale))
    return chart


def _bars(pen: Pen, rows: Sequence[Row], scale: Scale) -> Any:
    """Bars with the first standard on top, each with its figure at its end."""
    chart: Any = pen.book.add_chart({"type": "bar"})
    chart.add_series(_series(rows, LABELS, map(_name, rows)) | BARS_LOOK)
    _dress(chart, "Score by standard", BARS_SIZE)
    chart.set_x_axis(_axis(scale))
    chart.set_y_axis({"num_font": FONT, "reverse": True})
    return chart


def _series(rows: Sequence[Row], labels: str, names: Iterable[str]) -> dict[str, Any]:
    return {
        "name": "Score",
        "categories": f"={area(ABOUT, labels, 1, len(rows))}",
        "values": f"={area(ABOUT, SCORES, 1, len(rows))}",
        "categories_data": list(names),
        "values_data": [as_float(row.score.score) for row in rows],
    }


def _axis(scale: Scale) -> dict[str, Any]:
    """An axis that begins one step below the lowest level, so that even that level is seen."""
    values = [float(level.value) for level in scale]
    step = min(later - earlier for earlier, later in pairwise(values))
    return {
        "min": values[0] - step,
        "max": values[-1],
        "major_unit": step,
        "num_format": f'[<{plain(scale.lowest)}]"";General',
        "num_font": FONT,
        "major_gridlines": {"visible": True, "line": {"color": GREY}},
    }


def _dress(chart: Any, title: str, size: dict[str, int]) -> None:
    chart.set_title({"name": title, "name_font": FONT | {"size": 13}})
    chart.set_legend({"none": True})
    chart.show_blanks_as("gap")
    chart.show_na_as_empty_cell()
    chart.set_size(size)


def _alt_text(kind: str, scale: Scale, count: int) -> str:
    lowest, highest = scale.levels[0].choice, scale.levels[-1].choice
    return (
        f"{kind} chart: the score of each of {count} standards, on a scale from {lowest} to "
        f"{highest}. A standard without a score is a gap. The same figures are in the table below."
    )
