"""Colours, and whether they can be told apart."""

from __future__ import annotations

import tomllib
import warnings
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import rc_params_from_file

import commissioning_standards as cs
from commissioning_standards.charts import palette, style
from commissioning_standards.charts.cells import shade
from commissioning_standards.charts.palette import Palette, contrast, mixed, palette_of, text_on

STYLE = Path(style.__file__).with_name("commissioning.mplstyle")
colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def test_contrast_is_that_of_the_standard() -> None:
    """Black and white are 21 to 1; the figures of the government's palette come out."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#12436D", "#F46A25") == pytest.approx(3.38, abs=0.01)
    assert contrast("#28A197", "#F46A25") == pytest.approx(1.05, abs=0.01)


@given(colours, colours)
def test_contrast_has_no_direction(one: str, other: str) -> None:
    """Two colours are as far apart as the same two the other way round, and 1 to 21."""
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001


def test_our_own_colours_pass() -> None:
    """Neighbours in our palette, and each against the page, are 3 to 1 or more."""
    assert Palette().faults() == ()
    assert all(contrast(each, "#FFFFFF") >= 3 for each in Palette().series)
    assert all(contrast(*each) >= 3 for each in pairwise(Palette().series))


def test_own_colours_that_pass_warn_of_nothing() -> None:
    """Colours that can be told apart are taken in silence."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = palette_of(["#0b2a5b", "#e0661f"], 2)

    assert found.series == ("#0B2A5B", "#E0661F", palette.DARK_PINK)


def test_one_colour_may_stand_by_itself(card: cs.Scorecard) -> None:
    """A colour given as text is one colour, and not one for each of its letters."""
    assert palette_of("#12436d", 1) == palette_of(["#12436D"], 1)
    assert palette_of("", 1) == palette_of(None, 1)
    assert cs.radar(card, colours="#12436D")
    with pytest.raises(ValueError, match="'navy' is not a colour"):
        palette_of("navy", 1)


def test_each_pair_that_fails_is_told() -> None:
    """A warning names the pair and its contrast, and one is given for each."""
    with pytest.warns(cs.ContrastWarning) as caught:
        palette_of(["#FFFF00", "#FFEE00"], 2)

    told = [str(each.message) for each in caught]

    assert told == [
        "#FFFF00 and the white background have a contrast of 1.07 to 1, where 3 to 1 is needed.",
        "#FFEE00 and the white background have a contrast of 1.20 to 1, where 3 to 1 is needed.",
        "#FFFF00 and #FFEE00 have a contrast of 1.11 to 1, where 3 to 1 is needed.",
    ]


def test_colours_that_are_not_drawn_are_not_checked(card: cs.Scorecard) -> None:
    """One line of a good colour warns of nothing, whatever else could be drawn beside it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        cs.radar(card, colours=["#005A30"])

    with pytest.warns(cs.ContrastWarning, match="#005A30 and #F46A25 have a contrast of 2.76"):
        cs.radar(card, against=3, colours=["#005A30"])


def test_the_warning_points_at_the_chart_that_was_asked_for(card: cs.Scorecard) -> None:
    """Python shows the line that drew the chart, and not one of ours."""
    with pytest.warns(cs.ContrastWarning) as caught:
        cs.dots(card, colours=["#FFFF00"])

    assert caught[0].filename == __file__


@given(colours)
def test_text_on_a_colour_can_be_read(colour: str) -> None:
    """Text is dark or white, whichever is 4.5 to 1 or more; one always is, or nearly."""
    assert contrast(text_on(colour), colour) >= 3.98


@given(colours, st.floats(0, 1))
def test_a_tint_lies_between_the_colour_and_white(colour: str, share: float) -> None:
    """Thinning a colour never makes it darker."""
    assert contrast(mixed(colour, "#FFFFFF", share), "#FFFFFF") <= contrast(colour, "#FFFFFF")


def test_shades_are_told_apart_in_grey() -> None:
    """The levels' shades grow darker step by step, and text on each is 4.5 to 1."""
    shades = [Palette().tint(shade(place / 3)) for place in range(4)]
    light = [contrast(each, "#FFFFFF") for each in shades]

    assert all(later / earlier > 1.5 for earlier, later in pairwise(light))
    assert all(contrast(text_on(each), each) >= 4.5 for each in shades)


def test_the_style_file_has_the_palettes_colours() -> None:
    """The style that others can use names the colours that the palette does."""
    found = rc_params_from_file(STYLE, use_default_template=False)
    cycle = [each["color"] for each in found["axes.prop_cycle"]]
    named = [*cycle, found["text.color"], found["grid.color"]]

    assert [f"#{each.lstrip('#')}" for each in named] == [
        *palette.SERIES_COLOURS,
        palette.TEXT,
        palette.GRID,
    ]


def test_the_style_file_is_in_the_wheel() -> None:
    """The style lies in the package, all of which is in the wheel."""
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert "src/commissioning_standards" in wheel["only-include"]
    assert STYLE.is_file()
