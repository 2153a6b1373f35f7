"""The radar chart: every standard on one scale, in the framework's order.

A radar shows the shape of a profile and little more: the table and the words
that come with it are what to read figures from.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from ..scale import Scale
from ..scoring import Scorecard, as_float
from ..words import about, counted, describe_values, scale_in_words
from .chart import Chart
from .series import Series, Target, made_from, series_of
from .style import FAMILY, GREY, LABEL, PALE, SERIES, SMALL, TEXT, TITLE, Line

__all__ = ["radar"]

INCHES = (8.0, 9.0)
CENTRE, RADIUS = (0.5, 0.535), 0.29
LABEL_WIDTH = 16
TITLE_WIDTH, MOST_TITLE_LINES = 58, 3
# Council text is drawn as it is, never as mathematics.
PLAIN: Any = {"family": FAMILY, "parse_math": False}
NOTE_WIDTH = 120
NEARLY_UPRIGHT, NEARLY_LEVEL = 0.1, 0.3


def radar(
    card: Scorecard,
    *,
    name: str = "",
    against: Target | None = None,
    against_name: str = "",
    title: str = "",
) -> Chart:
    """Draw the score of every standard as a radar chart.

    Args:
        card: the scores to draw.
        name: what to call them; the period unless given.
        against: a second series: last round's scorecard, a target for each
            standard by its number, or one target for all, on the scale.
        against_name: what to call that.
        title: above the chart; made from council and period unless given.

    Returns:
        A matplotlib figure with ``alt_text`` and ``rows``. A missing score is a
        gap in the line, and its label says so.

    Raises:
        ValueError: ``against`` is on another scale, or off this one.
    """
    series = series_of(card, name, against, against_name)
    heading = title or _heading(card, alone=against is None)
    chart = Chart(
        alt_text=_alt_text(card, series),
        rows=_rows(card, series),
        title=heading,
        provenance=made_from(card, against),
        figsize=INCHES,
        facecolor="white",
    )
    axes = _axes(chart, card.assessment.framework.scale)
    _shade_domains(axes, card)
    _draw_scale(axes, card)
    for line, one in zip(SERIES, series, strict=False):
        _draw(axes, one, line)
    _label(axes, card, series)
    _write_round(chart, card, heading)
    if len(series) > 1:
        _name_lines(chart, axes, series)
    return chart


def _name_lines(chart: Chart, axes: Any, series: Sequence[Series]) -> None:
    """Name each line; handles are given one by one, as a name may begin with an underscore."""
    legend = chart.legend(
        axes.get_lines(),
        [one.name for one in series],
        loc="upper right",
        bbox_to_anchor=(0.97, 0.925),
        frameon=False,
        prop={"family": FAMILY, "size": LABEL},
    )
    for text in legend.get_texts():
        text.set_parse_math(False)


def _heading(card: Scorecard, *, alone: bool) -> str:
    """Whose scores they are; the round stands in the legend where there is one."""
    council, period = card.assessment.council or "Council", card.assessment.period
    whose = f"{council} {period}" if period and alone else council
    return f"{whose}: score by standard"


def _rows(card: Scorecard, series: Sequence[Series]) -> list[dict[str, object]]:
    return [
        {
            "number": each.number,
            "standard": each.title,
            "domain": each.domain,
            **{one.name: as_float(one.values[index]) for one in series},
        }
        for index, each in enumerate(card.standards)
    ]


def _alt_text(card: Scorecard, series: Sequence[Series]) -> str:
    framework = card.assessment.framework
    labels = [f"{each.number} {each.title}" for each in card.standards]
    told = (describe_values(one.name, labels, one.values) for one in series)
    start = (
        f"Radar chart. {about(card)}. Score of each standard, {scale_in_words(framework.scale)}."
    )
    return " ".join([start, *told, framework.note]).strip()


def _angles(count: int) -> list[float]:
    return [2 * math.pi * index / count for index in range(count)]


def _step(scale: Scale) -> float:
    values = [float(level.value) for level in scale]
    return min(later - earlier for earlier, later in pairwise(values))


def _axes(chart: Chart, scale: Scale) -> Any:
    """Polar axes whose centre lies one step below the lowest level, so that it is a ring too."""
    width, height = INCHES
    across, up = 2 * RADIUS, 2 * RADIUS * width / height
    box = (CENTRE[0] - across / 2, CENTRE[1] - up / 2, across, up)
    axes: Any = chart.add_axes(box, projection="polar")
    axes.set_theta_zero_location("N")
    axes.set_theta_direction(-1)
    axes.set_rlim(float(scale.lowest), float(scale.highest))
    axes.set_rorigin(float(scale.lowest) - _step(scale))
    axes.spines["polar"].set_color(GREY)
    axes.spines["inner"].set_color(GREY)
    return axes


def _shade_domains(axes: Any, card: Scorecard) -> None:
    """Tint every other domain's sector, so that groups show without colour."""
    scale = card.assessment.framework.scale
    span = 2 * math.pi / len(card.standards)
    floor = float(scale.lowest) - _step(scale)
    shaded = {each.id for each in card.domains[::2]} if len(card.domains) > 1 else set()
    for index, each in enumerate(card.standards):
        if each.domain in shaded:
            axes.bar(
                span * index,
                float(scale.highest) - floor,
                width=span,
                bottom=floor,
                color=PALE,
                zorder=0,
                linewidth=0,
            )


def _draw_scale(axes: Any, card: Scorecard) -> None:
    scale = card.assessment.framework.scale
    count = len(card.standards)
    axes.set_thetagrids([math.degrees(angle) for angle in _angles(count)], [""] * count)
    axes.set_rgrids([float(level.value) for level in scale], [""] * len(scale))
    axes.grid(color=GREY, linewidth=0.6)
    axes.set_axisbelow(True)
    between = -math.pi / count
    for level in scale:
        axes.text(
            between,
            float(level.value),
            level.choice,
            ha="center",
            va="center",
            fontsize=SMALL,
            **PLAIN,
            color=TEXT,
            zorder=3,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.0, "alpha": 0.85},
        )


def _draw(axes: Any, series: Series, line: Line) -> None:
    angles = _angles(len(series.values))
    values = [math.nan if value is None else float(value) for value in series.values]
    axes.plot(
        [*angles, angles[0]],
        [*values, values[0]],
        color=line.colour,
        linestyle=line.dash,
        linewidth=2,
        marker=line.marker,
        markersize=6,
        clip_on=False,
        zorder=4,
    )


def _label(axes: Any, card: Scorecard, series: Sequence[Series]) -> None:
    """Write each standard's name outside its axis, and say where it has no score."""
    scale = card.assessment.framework.scale
    floor = float(scale.lowest) - _step(scale)
    radius = floor + (float(scale.highest) - floor) * 1.07
    for index, angle in enumerate(_angles(len(card.standards))):
        standard = card.standards[index]
        lines = textwrap.wrap(f"{standard.number} {standard.title}", LABEL_WIDTH)
        if series[0].values[index] is None:
            lines.append("(no score)")
        axes.text(
            angle,
            radius,
            "\n".join(lines),
            ha=_side(math.sin(angle)),
            va=_height(math.cos(angle)),
            fontsize=LABEL,
            **PLAIN,
            color=TEXT,
        )


def _side(sine: float) -> str:
    if abs(sine) < NEARLY_UPRIGHT:
        return "center"
    return "left" if sine > 0 else "right"


def _height(cosine: float) -> str:
    if abs(cosine) < NEARLY_LEVEL:
        return "center"
    return "bottom" if cosine > 0 else "top"


def _write_round(chart: Chart, card: Scorecard, heading: str) -> None:
    """Write the title above, and below it what the picture rests on."""
    framework = card.assessment.framework
    title = "\n".join(textwrap.wrap(heading, TITLE_WIDTH)[:MOST_TITLE_LINES])
    chart.text(0.04, 0.985, title, fontsize=TITLE, fontweight="bold", va="top", **PLAIN, color=TEXT)
    basis = f"{framework.name}. Rule {card.rule.name}, version {card.rule.version}."
    basis = f"{basis} Criteria: {counted(card.overall)}."
    notes = [basis, _domains_in_words(card), framework.note]
    lines = [line for note in notes if note for line in textwrap.wrap(note, NOTE_WIDTH)]
    chart.text(
        0.04,
        0.02,
        "\n".join(lines),
        fontsize=SMALL,
        **PLAIN,
        color=TEXT,
        va="bottom",
        linespacing=1.4,
    )


def _domains_in_words(card: Scorecard) -> str:
    """Which standards belong to which domain, as the shading shows it."""
    parts = []
    for domain in card.domains:
        numbers = [str(each.number) for each in card.standards if each.domain == domain.id]
        parts.append(f"{domain.title}: {', '.join(numbers)}")
    return "Domains: " + "; ".join(parts) + "."
