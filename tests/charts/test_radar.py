"""What the radar chart shows, and says."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from attrs import evolve
from matplotlib.text import Text

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from commissioning_standards.charts.style import SERIES


@pytest.fixture(scope="module")
def last_year(example: cs.Assessment) -> cs.Scorecard:
    """The year before, with every criterion at the second level."""
    framework = example.framework
    twos = {each.id: 2 for each in framework.criteria}
    return cs.score(cs.assess(framework, twos, period="2025-26"))


def lines(chart: Chart) -> list[list[float]]:
    """The figures drawn, line by line, without the point that closes each."""
    drawn_lines: Any = chart.axes[0].get_lines()
    return [[float(value) for value in line.get_ydata()][:-1] for line in drawn_lines]


def labels(chart: Chart) -> list[Text]:
    """The names round the chart, in order."""
    (axes,) = chart.axes
    return [each for each in axes.texts if each.get_text()[0].isdigit()][4:]


def drawn(chart: Chart) -> Chart:
    """The chart after it was laid out."""
    chart.draw_without_rendering()
    return chart


def test_every_standard_with_a_score_is_a_point(card: cs.Scorecard) -> None:
    """Each standard's score is drawn, in the framework's order."""
    scores = [math.nan if each.score is None else float(each.score) for each in card.standards]

    assert lines(cs.radar(card)) == [pytest.approx(scores, nan_ok=True)]


def test_a_missing_score_is_a_gap_and_says_so(card: cs.Scorecard) -> None:
    """Standard 3, which nobody rated, has no point, and its label says that it has no score."""
    chart = cs.radar(card)

    assert math.isnan(lines(chart)[0][2])
    assert labels(chart)[2].get_text().endswith("(no score)")
    assert not labels(chart)[1].get_text().endswith("(no score)")


def test_the_scale_runs_from_lowest_to_highest_with_its_names(card: cs.Scorecard) -> None:
    """The rings are the levels, named, and the chart ends at the highest."""
    axes: Any = cs.radar(card).axes[0]
    names = [each.get_text() for each in axes.texts][:4]

    assert (axes.get_rmin(), axes.get_rmax()) == (1.0, 4.0)
    assert names == ["1 Starting", "2 Developing", "3 Established", "4 Leading"]


def test_the_lowest_level_is_a_ring_and_not_a_point(card: cs.Scorecard) -> None:
    """The centre lies below the lowest level, so that the lowest scores keep their shape."""
    axes: Any = cs.radar(card).axes[0]

    assert axes.get_rorigin() == 0.0


def test_last_year_is_a_second_line_told_apart_without_colour(
    card: cs.Scorecard, last_year: cs.Scorecard
) -> None:
    """Two lines differ in dash and marker, and the legend names both periods."""
    chart = cs.radar(card, against=last_year)
    own, other = chart.axes[0].get_lines()
    names = [each.get_text() for each in chart.legends[0].get_texts()]

    assert own.get_linestyle() != other.get_linestyle()
    assert own.get_marker() != other.get_marker()
    assert names == ["2026-27", "2025-26"]
    assert lines(chart)[1] == [2.0] * 12


def test_a_target_may_be_one_level_for_all(card: cs.Scorecard) -> None:
    """A single number is a target for every standard."""
    chart = cs.radar(card, against=3)

    assert lines(chart)[1] == [3.0] * 12
    assert chart.legends[0].get_texts()[1].get_text() == "Target"


def test_a_target_may_differ_by_standard(card: cs.Scorecard) -> None:
    """Targets by number are drawn where they are given, and gaps elsewhere."""
    chart = cs.radar(card, against={1: 3, 2: Fraction(5, 2)}, against_name="By 2028")
    target = lines(chart)[1]

    assert target[:2] == [3.0, 2.5]
    assert all(map(math.isnan, target[2:]))
    assert "By 2028" in chart.alt_text


def test_a_target_off_the_scale_is_refused(card: cs.Scorecard) -> None:
    """A target that no council could reach is a mistake."""
    with pytest.raises(ValueError, match="5 is off the scale, which runs from 1 Starting"):
        cs.radar(card, against=5)


def test_another_scale_is_refused(card: cs.Scorecard) -> None:
    """Scores on two scales are never drawn on one."""
    scale = cs.Scale((cs.Level("no", 0, "No"), cs.Level("yes", 1, "Yes")))
    described = tuple(cs.parts.Described(level.id, level.label) for level in scale)
    criterion = cs.Criterion("1.1", "Name", "Question?", described)
    standard = cs.Standard(1, "s", "d", "T", "S", "W", (criterion,))
    own = cs.Framework("own", "1", "Own", scale, (cs.Domain("d", "D"),), (standard,))
    other = cs.score(cs.assess(own, {"1.1": 1}))

    with pytest.raises(ValueError, match="not on the same scale"):
        cs.radar(card, against=other)


def test_the_alt_text_says_everything_the_picture_shows(
    card: cs.Scorecard, last_year: cs.Scorecard
) -> None:
    """The words name the council, the scale, and every standard's score in both lines."""
    text = cs.radar(card, against=last_year).alt_text

    assert "Borsetshire County Council 2026-27" in text
    assert "from 1 Starting to 4 Leading" in text
    assert "1 Person-centred and focused on outcomes: 2.25" in text
    assert "3 Delivers social value: no score" in text
    assert text.count("12 Develops the workforce: ") == 2
    assert card.assessment.framework.note in text


def test_the_rows_are_the_figures_drawn(card: cs.Scorecard) -> None:
    """The chart brings its data along, one row a standard."""
    rows = cs.radar(card).rows

    assert rows[3] == {
        "number": 4,
        "standard": "Coproduced with people, their carers and communities",
        "domain": "inclusive",
        "2026-27": pytest.approx(8 / 3),
    }
    assert rows[2]["2026-27"] is None


def test_labels_neither_overlap_nor_are_cut(card: cs.Scorecard) -> None:
    """The names round the chart keep clear of one another and inside the picture."""
    chart = drawn(cs.radar(card))
    boxes = [each.get_window_extent() for each in labels(chart)]

    assert len(boxes) == 12
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
    assert all(box.x0 > 0 and box.x1 < chart.bbox.x1 for box in boxes)
    assert all(box.y0 > 0 and box.y1 < chart.bbox.y1 for box in boxes)


def test_title_and_notes_stay_inside_the_picture(card: cs.Scorecard) -> None:
    """What stands above and below the chart is not cut off."""
    chart = drawn(cs.radar(card))
    boxes = [each.get_window_extent() for each in chart.texts]

    assert all(box.x0 > 0 and box.x1 < chart.bbox.x1 for box in boxes)
    assert all(box.y0 > 0 and box.y1 < chart.bbox.y1 for box in boxes)


def test_domains_are_told_apart_and_named(card: cs.Scorecard) -> None:
    """Every other domain is shaded, and a note says which standards are in which."""
    chart = cs.radar(card)
    notes = " ".join(each.get_text() for each in chart.texts).replace("\n", " ")

    assert len(chart.axes[0].patches) == 6
    assert "Inclusive: 4, 5, 6" in notes
    assert card.assessment.framework.note in notes


def test_council_text_is_never_typeset(example: cs.Assessment) -> None:
    """Dollar signs and backslashes in a council's name are drawn as they are."""
    framework = example.framework
    odd = cs.score(cs.assess(framework, {"1.1": 2}, council=r"$\frac{1", period="_2026_ $x$"))

    chart = drawn(cs.radar(odd, against=3))

    assert chart.texts[0].get_text() == r"$\frac{1: score by standard"
    assert chart.legends[0].get_texts()[0].get_text() == "_2026_ $x$"


def test_an_empty_assessment_can_be_drawn(route_map: cs.Framework) -> None:
    """With nothing rated there is a chart, with no points and no council's name."""
    chart = drawn(cs.radar(cs.score(cs.Assessment(route_map))))

    assert all(map(math.isnan, lines(chart)[0]))
    assert chart.texts[0].get_text() == "Council: score by standard"


def test_one_domain_alone_is_not_shaded() -> None:
    """Shading tells domains apart; a framework with one domain needs none."""
    scale = cs.Scale((cs.Level("no", 0, "No"), cs.Level("yes", 1, "Yes")))
    described = tuple(cs.parts.Described(level.id, level.label) for level in scale)
    standards = tuple(
        cs.Standard(n, f"s{n}", "d", "T", "S", "W", (cs.Criterion(f"{n}.1", "N", "Q?", described),))
        for n in (1, 2, 3)
    )
    own = cs.Framework("own", "1", "Own", scale, (cs.Domain("d", "D"),), standards)

    chart = cs.radar(cs.score(cs.assess(own, {"1.1": 1})), name="Own view")

    assert not chart.axes[0].patches
    assert "Own view" in chart.alt_text


def test_a_title_may_be_given(card: cs.Scorecard) -> None:
    """The title given stands above the chart and in its file."""
    chart = cs.radar(card, title="Where we are")

    assert chart.texts[0].get_text() == chart.title == "Where we are"


def test_there_is_a_line_style_for_each_series() -> None:
    """No two lines share a dash, a marker or a colour."""
    for first, second in combinations(SERIES, 2):
        assert first.dash != second.dash
        assert first.marker != second.marker
        assert first.colour != second.colour


def test_a_long_title_is_wrapped_and_not_cut(card: cs.Scorecard) -> None:
    """A long name of a council stays inside the picture, clear of the labels and the legend."""
    title = "Cheshire West and Chester Borough Council (adult social care): score by standard"
    chart = drawn(cs.radar(card, title=title, against=3))
    heading = chart.texts[0].get_window_extent()
    others = [each.get_window_extent() for each in labels(chart)]

    assert heading.x1 < chart.bbox.x1
    assert heading.y1 < chart.bbox.y1
    assert not [
        box for box in [*others, chart.legends[0].get_window_extent()] if heading.overlaps(box)
    ]


def other_view(card: cs.Scorecard, **changes: Any) -> cs.Scorecard:
    """The same ratings by somebody else."""
    return cs.score(evolve(card.assessment, **changes))


def test_two_lines_of_one_round_are_named_by_what_differs(card: cs.Scorecard) -> None:
    """A second line of the same period is told apart by council, rule, voice or name."""
    carers = cs.Respondent("Ann", cs.Voice.CARERS)
    others = [
        other_view(card, council="Ambridge"),
        cs.score(card.assessment, "gated"),
        other_view(card, respondent=carers),
        other_view(card, respondent=cs.Respondent("Ann", card.assessment.respondent.voice)),
        card,
    ]
    charts = [cs.radar(card, against=each) for each in others]
    names = [each.legends[0].get_texts()[1].get_text() for each in charts]

    assert names == [
        "2026-27, Ambridge",
        "2026-27, rule gated",
        "2026-27, Unpaid carers",
        "2026-27, Ann",
        "2026-27, second",
    ]


def test_a_target_never_shares_the_name_of_the_scores(card: cs.Scorecard) -> None:
    """Scores that somebody calls Target are still told from the target."""
    chart = cs.radar(card, name="Target", against=3)

    assert [each.get_text() for each in chart.legends[0].get_texts()] == [
        "Target",
        "Target, target",
    ]


def test_a_picture_says_what_both_lines_were_made_from(example: cs.Assessment) -> None:
    """Both returns are in the provenance, each with its sha256."""
    first, second = (
        cs.score(evolve(example, source=cs.Source(f"{each}.xlsx", each * 64))) for each in "ab"
    )
    chart = cs.radar(first, against=second)

    assert "a.xlsx, sha256 aaaa" in chart.provenance
    assert "b.xlsx, sha256 bbbb" in chart.provenance
