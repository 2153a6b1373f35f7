"""What can be seen in a chart: its texts, where they stand, and what is drawn of figures."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from matplotlib.text import Text
from matplotlib.transforms import Bbox

from commissioning_standards.charts.chart import Chart

# Letters are measured a little larger than they are drawn.
SLACK = 1.0


def texts(chart: Chart) -> list[Text]:
    """Every text that is drawn, those of axes included."""
    found = [*chart.texts, *(each for each in chart.artists if isinstance(each, Text))]
    found += [each for axes in chart.axes for each in axes.texts]
    within = [each for axes in chart.axes for each in axes.artists if isinstance(each, Text)]
    return [each for each in dict.fromkeys([*found, *within]) if each.get_text()]


def said(chart: Chart) -> list[str]:
    """What they say."""
    return [each.get_text() for each in texts(chart)]


def boxes(chart: Chart) -> list[tuple[str, Bbox]]:
    """Each text with the box it takes, in pixels."""
    chart.draw_without_rendering()
    return [(each.get_text(), each.get_window_extent()) for each in texts(chart)]


def overlapping(chart: Chart) -> list[tuple[str, str]]:
    """Pairs of texts that touch each other."""
    return [
        (one, other)
        for (one, first), (other, second) in combinations(boxes(chart), 2)
        if _meet(first, second)
    ]


def _meet(one: Bbox, other: Bbox) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(across > SLACK and down > SLACK)


def cut(chart: Chart) -> list[str]:
    """Texts that reach outside the picture."""
    whole = chart.bbox
    return [
        text
        for text, box in boxes(chart)
        if box.x0 < whole.x0 or box.y0 < whole.y0 or box.x1 > whole.x1 or box.y1 > whole.y1
    ]


def letters(text: str) -> str:
    """A text without spaces and hyphens, as lines may be broken at either."""
    return re.sub(r"[\s-]", "", text).casefold()


def untold(chart: Chart) -> list[str]:
    """Texts of the picture that neither its alternative text nor its rows hold."""
    told = letters(" ".join([chart.alt_text, *_cells(chart)]))
    return [each for each in said(chart) if letters(each) not in told]


def _cells(chart: Chart) -> Iterator[str]:
    for row in chart.rows:
        yield from map(str, row.values())


def points(chart: Chart, marker: str, axes: int = 0) -> list[tuple[float, float]]:
    """Where marks of one shape are, in the units of the axes."""
    return [
        (float(x), float(y))
        for line in lines(chart, axes)
        if line.get_marker() == marker
        for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
        if not math.isnan(float(y))
    ]


def lines(chart: Chart, axes: int = 0) -> list[Any]:
    """What is drawn in axes."""
    return list(chart.axes[axes].get_lines())
