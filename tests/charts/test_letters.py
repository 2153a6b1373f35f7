"""How wide text is, and where lines break."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

import commissioning_standards as cs
from commissioning_standards.charts.letters import drawable, font, widest_word, width, wrapped
from tests.charts.look import letters

words = st.text("abcdefghij-MW .,", max_size=60)
SIZE = 10.0


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text", ["7 Well led", "Coproduced with people, their carers", "2.67", "WWW iii"]
)
def test_a_width_is_what_is_drawn(text: str, bold: bool) -> None:  # noqa: FBT001 - a case
    """Measured and drawn widths differ by less than a twentieth."""
    figure = Figure(dpi=720)
    drawn = figure.text(0, 0, text, fontproperties=font(SIZE, bold=bold))
    FigureCanvasAgg(figure)
    figure.draw_without_rendering()
    seen = drawn.get_window_extent().width / 10

    assert width(text, SIZE, bold=bold) == pytest.approx(seen, rel=0.05)


def test_nothing_has_no_width() -> None:
    """Empty text takes no room and no line."""
    assert (width("", SIZE), widest_word("", SIZE), wrapped("", 50, SIZE)) == (0, 0, [])


@given(words, st.floats(30, 200))
def test_no_line_is_too_wide(text: str, most: float) -> None:
    """Whatever the text, no line is wider than it may be."""
    assert all(width(each, SIZE) <= most for each in wrapped(text, most, SIZE))


@given(words, st.floats(30, 200))
def test_no_letter_is_lost(text: str, most: float) -> None:
    """All letters are on the lines, in their order; only spaces and hyphens may differ."""
    assert letters("".join(wrapped(text, most, SIZE))) == letters(text)


def test_a_long_word_breaks_at_its_hyphen() -> None:
    """A compound wider than the line is broken where it has a hyphen."""
    assert wrapped("outcomes-focused", 60, SIZE) == ["outcomes-", "focused"]


def test_a_long_word_without_one_gets_a_hyphen() -> None:
    """Any other word wider than the line is broken with a hyphen."""
    assert wrapped("commissioners", 50, SIZE) == ["commiss-", "ioners"]


def test_a_letter_wider_than_the_line_stands_alone() -> None:
    """Where not even a letter fits there is one a line, and no endless loop."""
    assert wrapped("WWW", 1, SIZE) == ["W", "W", "W"]


def test_what_the_font_lacks_is_a_box() -> None:
    """A letter that the font cannot draw shows as a box, and line breaks as spaces."""
    assert drawable("one\n two \U0001f9d1 三") == "one two □ □"


def test_a_text_longer_than_any_papers_is_shortened() -> None:
    """Of a hostile text the start is drawn, in time, with a mark; words and rows keep it whole."""
    lines = wrapped("x" * 32_767, 100, SIZE)

    assert len("".join(lines).replace("-", "")) == 2_001
    assert lines[-1].endswith("…")


def test_a_name_without_a_space_can_be_drawn(example: cs.Assessment) -> None:
    """A council's name of 32,767 letters makes a chart, whose words hold it whole."""
    name = "x" * 32_767
    chart = cs.dots(cs.score(evolve(example, council=name)))

    assert name in chart.title
    assert chart.get_size_inches()[1] < 20
