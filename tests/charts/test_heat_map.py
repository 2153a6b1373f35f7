"""What the heat map shows, and says."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from commissioning_standards.charts.palette import contrast
from tests.charts.look import letters, said
from tests.charts.samples import council, last_year, meeting
from tests.small import one_standard, small_framework, small_scale, small_standard


def fills(chart: Chart) -> Counter[str]:
    """How many cells there are of each colour."""
    cells = [
        each
        for each in chart.artists
        if isinstance(each, Rectangle) and each.get_zorder() == pytest.approx(1.7)
    ]
    return Counter(to_hex(each.get_facecolor()).upper() for each in cells)


def test_every_rating_has_a_cell_with_its_words() -> None:
    """Each criterion stands in a cell with its ID, its name and its answer."""
    chart = cs.heat_map(council())
    words = letters(" ".join(said(chart)))

    assert sum(fills(chart).values()) == 48
    assert letters("4.1 Who takes part 3 Established") in words
    assert (words.count("blank"), words.count("don'tknow"), words.count("notapplicable")) == (
        5,
        2,
        2,
    )


def test_each_level_has_a_shade_and_no_level_is_white() -> None:
    """The shades are as many as the levels, darker as they rise, and unanswered cells are white."""
    counted = fills(cs.heat_map(council()))
    shades = sorted(counted, key=lambda each: contrast(each, "#FFFFFF"))

    assert shades[0] == "#FFFFFF"
    assert [counted[each] for each in shades] == [8, 3, 16, 19, 2]


def test_the_rows_hold_every_rating() -> None:
    """There is a row for each criterion, with its answer and its value."""
    rows = cs.heat_map(council()).rows

    assert len(rows) == 48
    assert {**rows[12]} == {
        "number": 4,
        "standard": "Coproduced with people, their carers and communities",
        "domain": "inclusive",
        "criterion": "4.1",
        "name": "Who takes part",
        "answer": "3 Established",
        "value": 3.0,
    }
    assert (rows[8]["answer"], rows[8]["value"]) == ("Blank", None)


def test_rounds_stand_in_columns() -> None:
    """Several rounds are columns, each standard's score in its cell, with its range if open."""
    chart = cs.heat_map([council(), last_year()])
    words = said(chart)

    assert sum(fills(chart).values()) == 24
    assert {"2026-27", "2025-26", "2.67", "2.25 to 3.00", "no score", "1.00 to 4.00"} <= set(words)
    assert len(chart.rows) == 24
    assert chart.rows[1] == {
        "number": 1,
        "standard": "Person-centred and focused on outcomes",
        "domain": "person-centred",
        "round": "2025-26",
        "score": pytest.approx(2.75),
        "low": pytest.approx(2.75),
        "high": pytest.approx(2.75),
    }


def test_a_standard_of_one_round_only_was_not_asked(route_map: cs.Framework) -> None:
    """Where another form or edition lacks a standard, the cell says so."""
    fewer = cs.Framework(
        route_map.id, "2013", "Older", route_map.scale, route_map.domains, route_map.standards[1:]
    )
    chart = cs.heat_map([council(), cs.score(cs.assess(fewer, {}, period="2013"))])

    assert said(chart).count("not asked") == 1
    assert chart.rows[1]["score"] is None


def test_no_round_is_refused() -> None:
    """Of nothing there is no chart."""
    with pytest.raises(ValueError, match="needs a scorecard, and there is none"):
        cs.heat_map([])


def test_rounds_on_two_scales_are_refused() -> None:
    """Scores on two scales are never shaded on one."""
    other = cs.score(cs.assess(one_standard(values=(0, 1)), {"1.1": 1}))

    with pytest.raises(ValueError, match="not on the same scale"):
        cs.heat_map([council(), other])


def test_voices_stand_in_columns() -> None:
    """Each voice is a column with its median; with several people, their range and number."""
    chart = cs.heat_map(meeting())
    words = letters(" ".join(said(chart)))
    view = meeting().standards[0]

    assert len(chart.rows) == 12 * 7
    for voice, middle in view.medians.items():
        assert voice is not None
        (row,) = (
            each for each in chart.rows if each["number"] == 1 and each["voice"] == voice.value
        )
        assert row["median"] == pytest.approx(float(middle.middle))
    assert letters("3 people") in words
    assert letters(cs.Voice.LEADERS.value) in words


def test_no_respondent_is_named() -> None:
    """Voices are shown, and nobody's name."""
    chart = cs.heat_map(meeting())

    assert not re.search(r"Person \d", " ".join([*said(chart), chart.alt_text]))


def test_a_voice_that_rated_nothing_is_white() -> None:
    """A voice without a score for a standard has a white cell that says so."""
    framework = council().assessment.framework
    ann, bob = (
        cs.assess(framework, answers, respondent=cs.Respondent(name, voice))
        for name, voice, answers in (
            ("Ann", cs.Voice.CARERS, {"1.1": 2}),
            ("Bob", None, {"2.1": 3}),
        )
    )
    chart = cs.heat_map(cs.moderate([ann, bob]))

    assert "Voice not given" in said(chart)
    assert fills(chart)["#FFFFFF"] == 22
    assert chart.rows[1] == {
        "number": 1,
        "standard": "Person-centred and focused on outcomes",
        "voice": "Voice not given",
        "rated": 0,
        "median": None,
        "lowest": None,
        "highest": None,
    }


def test_the_key_names_every_level() -> None:
    """Each shade is named by its level, and white is explained."""
    told = cs.heat_map(council()).alt_text

    assert "Key. Shade 1 of 4: 1 Starting; Shade 2 of 4: 2 Developing;" in told
    assert "White: No level chosen." in told


def test_standards_may_have_more_or_fewer_criteria() -> None:
    """A standard with fewer criteria than another has a shorter row."""
    scale = small_scale()
    standards = [small_standard(1, 1, [1] * 5, scale), small_standard(2, 1, [1], scale)]
    card = cs.score(cs.assess(small_framework(standards, [1], scale), {"1.1": 2, "2.1": 3}))

    assert sum(fills(cs.heat_map(card)).values()) == 6
