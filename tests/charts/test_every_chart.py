"""What holds for every chart, whoever is drawn."""

from __future__ import annotations

import pytest

from commissioning_standards.charts.output import chart_bytes
from tests.charts.look import cut, overlapping, untold
from tests.charts.samples import SAMPLES

every_chart = pytest.mark.parametrize("name", SAMPLES)


@every_chart
def test_no_text_touches_another(name: str) -> None:
    """However many labels there are and however long, none lies on another."""
    assert overlapping(SAMPLES[name]()) == []


@every_chart
def test_no_text_is_cut(name: str) -> None:
    """Every text stands inside the picture."""
    assert cut(SAMPLES[name]()) == []


@every_chart
def test_nothing_is_only_in_the_picture(name: str) -> None:
    """Whatever stands in the picture stands in its alternative text or its rows too."""
    assert untold(SAMPLES[name]()) == []


@every_chart
def test_a_title_has_ten_words_at_most(name: str) -> None:
    """Titles say what a chart shows in ten words or fewer, however long a council's name."""
    assert 0 < len(SAMPLES[name]().title.split()) <= 10


@every_chart
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    """Drawn twice, a chart is the same file in each format."""
    first, second = SAMPLES[name](), SAMPLES[name]()

    for kind in ("a.svg", "a.png", "a.pdf"):
        assert chart_bytes(first, kind) == chart_bytes(second, kind)
