"""Pictures of a region: whole, readable, and saying no more than the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest
from attrs import evolve
from matplotlib.patches import Rectangle

from commissioning_standards.charts.chart import Chart
from commissioning_standards.charts.output import chart_bytes
from commissioning_standards.charts.told import MOST_TITLE_WORDS
from commissioning_standards.region.sharing.pictures.bands import NARROW, region_bands
from commissioning_standards.region.sharing.pictures.panels import HOW, region_panels
from commissioning_standards.region.sharing.pictures.strip import region_strip
from commissioning_standards.region.sharing.protecting import Run
from commissioning_standards.region.sharing.publishing import Region
from commissioning_standards.region.sharing.questions import Measure, questions_of
from commissioning_standards.region.sharing.table import SharedRow, SharedTable, share

from ..charts.look import boxes, cut, overlapping, said
from .councils import FRAMEWORK
from .table import counted, placed

Draw = Callable[..., Chart]
CASES = [
    (region_strip, Measure.LEVEL, "domain"),
    (region_strip, Measure.LEVEL, "standard"),
    (region_strip, Measure.LEVEL, "criterion"),
    (region_strip, Measure.AWARENESS, "standard"),
    (region_bands, Measure.LEVEL, "standard"),
    (region_bands, Measure.SPREAD, "standard"),
    (region_bands, Measure.AWARENESS, "standard"),
    (region_bands, Measure.CHANGE, "standard"),
    (region_panels, Measure.LEVEL, "domain"),
    (region_panels, Measure.LEVEL, "standard"),
]


def table_of(region: Region, measure: Measure) -> SharedTable:
    """The table that has rows of a measure."""
    return next(each for each in region.tables if each.of(measure))


def small(counts: Sequence[int]) -> tuple[SharedTable, tuple[SharedRow, ...]]:
    """A table of one row, and its row."""
    table = share(counted(placed(counts), len(counts)))
    return table, table.rows


@pytest.mark.parametrize(("draw", "measure", "part"), CASES)
@pytest.mark.parametrize("size", ["region", "country"])
def test_nothing_is_cut_and_nothing_overlaps(
    draw: Draw, measure: Measure, part: str, size: str, request: pytest.FixtureRequest
) -> None:
    """Every word has its place, with few councils and with many."""
    found: Region = request.getfixturevalue(size)
    if measure is Measure.CHANGE and not found.change:
        found = request.getfixturevalue("region")
    table = table_of(found, measure)
    chart = draw(table, table.of(measure, part))

    assert cut(chart) == []
    assert overlapping(chart) == []


@pytest.mark.parametrize(("draw", "measure", "part"), CASES)
def test_all_that_is_drawn_is_in_the_words(
    draw: Draw, measure: Measure, part: str, region: Region
) -> None:
    """Whoever does not see the picture learns the same: each group, and each row held back."""
    table = table_of(region, measure)
    rows = table.of(measure, part)
    chart = draw(table, rows)
    told = [f"{row.label(run)}: {run.count}" for row in rows for run in row.runs]
    told += [f"{row.question.title}: held back" for row in rows if row.is_held_back]

    assert [each for each in told if each not in chart.alt_text] == []
    assert sum(1 for each in chart.rows if each["councils"] is None) == sum(
        each.is_held_back for each in rows
    )


@pytest.mark.parametrize(("draw", "measure", "part"), CASES)
def test_titles_are_short_and_the_method_is_told(
    draw: Draw, measure: Measure, part: str, region: Region
) -> None:
    """Ten words above, and under them how many councils, and how small a group may be."""
    table = table_of(region, measure)
    chart = draw(table, table.of(measure, part))

    assert len(chart.title.split()) <= MOST_TITLE_WORDS
    assert "none is named. No group of fewer than 5 is shown." in chart.alt_text
    assert table.made_from in chart.provenance


@pytest.mark.parametrize("draw", [region_strip, region_bands, region_panels])
def test_a_title_may_be_given(draw: Draw, region: Region) -> None:
    """A region may call its picture something else."""
    table = region.levels.table

    assert draw(table, table.of(Measure.LEVEL, "domain"), title="Our region").title == "Our region"


@pytest.mark.parametrize("draw", [region_strip, region_bands, region_panels])
def test_a_long_round_goes_into_the_small_line(draw: Draw) -> None:
    """A name of many words is told under the title."""
    table, rows = small((0, 6, 6))
    long = " ".join(["round"] * 12)
    chart = draw(evolve(table, period=long), rows)

    assert chart.title == "Level reached"
    assert long in chart.alt_text


@pytest.mark.parametrize("draw", [region_strip, region_bands, region_panels])
def test_a_row_that_is_held_back_says_so(draw: Draw) -> None:
    """It is not left out, and not left blank."""
    table, rows = small((0, 12, 0))

    assert "Held back" in said(draw(table, rows))


@pytest.mark.parametrize("draw", [region_strip, region_bands, region_panels])
def test_the_same_table_gives_the_same_bytes(draw: Draw, region: Region) -> None:
    """A picture can be made again."""
    table = region.levels.table
    rows = table.of(Measure.LEVEL, "standard")

    assert chart_bytes(draw(table, rows), "a.svg") == chart_bytes(draw(table, rows), "a.svg")


@pytest.mark.parametrize("draw", [region_strip, region_bands, region_panels])
def test_a_colour_of_the_regions_own_is_used(draw: Draw, region: Region) -> None:
    """A picture can be in another colour than ours."""
    table = region.levels.table
    rows = table.of(Measure.LEVEL, "domain")

    assert chart_bytes(draw(table, rows), "a.svg") != chart_bytes(
        draw(table, rows, colours=["#123456"]), "a.svg"
    )


@pytest.mark.parametrize("draw", [region_strip, region_bands, region_panels])
def test_too_small_a_size_is_refused(draw: Draw, region: Region) -> None:
    """What could not be read is not drawn."""
    table = region.levels.table

    with pytest.raises(ValueError, match="inches"):
        draw(table, table.of(Measure.LEVEL, "standard"), size=(8, 1))


def test_a_strip_has_a_dot_for_each_council() -> None:
    """Fifteen councils are fifteen dots."""
    table, rows = small((0, 6, 9))
    dots = [each for each in region_strip(table, rows).artists if _is_dot(each)]

    # One more stands in the key.
    assert len(dots) == 16


def _is_dot(artist: object) -> bool:
    return getattr(artist, "get_marker", lambda: "")() == "o"


def test_many_councils_share_a_dot_and_that_is_told() -> None:
    """A hundred and fifty councils do not need a hundred and fifty dots."""
    table, rows = small((0, 70, 80))
    chart = region_strip(table, rows)

    assert "Each dot stands for up to 2 councils." in chart.alt_text


def test_a_council_that_asks_sees_itself(region: Region) -> None:
    """A triangle stands in its own cell, and its level in the words."""
    table = region.levels.table
    rows = table.of(Measure.LEVEL, "standard")
    chart = region_strip(table, rows, own={rows[0].question.id: 3})

    assert f"Your council. {rows[0].question.title}: 2 Developing." in chart.alt_text
    assert "Your council" in said(chart)


def test_a_group_too_narrow_for_its_name_is_told_in_a_note(country: Region) -> None:
    """Five of a hundred and fifty have no room for words."""
    table = country.levels.table
    chart = region_bands(table, table.of(Measure.LEVEL, "standard"))

    assert NARROW in chart.alt_text


def test_the_middle_of_the_bands_is_told(region: Region) -> None:
    """Which group half of the councils is reached in can be heard."""
    table = region.levels.table

    assert (
        "the middle council is " in region_bands(table, table.of(Measure.LEVEL, "domain")).alt_text
    )


def bars(chart: Chart) -> list[tuple[float, float, float]]:
    """The left edge, the right edge and the height of each bar, from left to right."""
    found = [each.get_window_extent() for each in chart.artists if isinstance(each, Rectangle)]
    return sorted((box.x0, box.x1, box.height) for box in found)


def parted(at: str, *counts: int) -> Chart:
    """A panel of one standard whose two groups part at a score."""
    question = next(
        each for each in questions_of(FRAMEWORK, Measure.LEVEL) if each.part == "standard"
    )
    cell = 1 + question.starts.index(Fraction(at))
    low, high = counts
    runs = (Run(1, cell - 1, low), Run(cell, question.cells - 1, high))
    table = share(counted(placed((0, 6, 6)), 3))
    return region_panels(table, [SharedRow(question, runs)])


def where(chart: Chart, text: str) -> float:
    """The middle of a text, across."""
    (box,) = (each for said, each in boxes(chart) if said == text)
    return float((box.x0 + box.x1) / 2)


@pytest.mark.parametrize("at", ["2.5", "2", "3"])
def test_a_group_is_drawn_to_the_score_where_it_ends(at: str) -> None:
    """The edge between two bars stands over its figure."""
    chart = parted(at, 10, 9)
    (_, end, _), (start, _, _) = bars(chart)

    assert end - 2 <= where(chart, at) <= start + 2


def test_more_councils_stand_higher_however_wide_the_group() -> None:
    """Ten over four halves of levels stand higher than nine over three."""
    (_, _, ten), (_, _, nine) = bars(parted("2.5", 10, 9))

    assert ten / nine == pytest.approx(10 / 9, rel=0.02)


def test_it_is_told_how_to_read_the_bars(region: Region) -> None:
    """In the picture and in its words."""
    table = region.levels.table
    chart = region_panels(table, table.of(Measure.LEVEL, "standard"))

    assert HOW in chart.alt_text
    assert HOW.split(".", maxsplit=1)[0] in " ".join(said(chart))


@pytest.mark.parametrize("draw", [region_strip, region_bands, region_panels])
def test_without_a_row_there_is_nothing_to_draw(draw: Draw) -> None:
    """That is said, and nothing fails deep inside."""
    table, _ = small((6, 6))

    with pytest.raises(ValueError, match="there is no row to draw"):
        draw(table, [])
