"""What the radar chart shows, and says."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Any

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from commissioning_standards.charts.output import chart_bytes
from commissioning_standards.charts.palette import DARK_BLUE, SERIES_COLOURS
from commissioning_standards.charts.style import LINES
from tests.charts.look import boxes, letters, points, said
from tests.charts.look import lines as drawn_in
from tests.charts.samples import LONG, council, framework_of, last_year, peers, rated, some
from tests.small import one_standard

POINTS_PER_INCH = 72


def profiles(chart: Chart) -> list[Any]:
    """The lines of the series, without rings and spokes."""
    return [line for line in drawn_in(chart) if line.get_marker() in {"o", "s", "^"}]


def values(chart: Chart) -> list[list[float]]:
    """The figures drawn, line by line, without the point that closes each."""
    return [[float(value) for value in line.get_ydata()][:-1] for line in profiles(chart)]


def key(chart: Chart) -> str:
    """What the key says, in the chart's words."""
    return chart.alt_text.partition("Key. ")[2].partition(".")[0]


def test_every_standard_with_a_score_is_a_point(card: cs.Scorecard) -> None:
    """Each standard's score is drawn, in the framework's order."""
    scores = [math.nan if each.score is None else float(each.score) for each in card.standards]

    assert values(cs.radar(card)) == [pytest.approx(scores, nan_ok=True)]


def test_spokes_go_round_clockwise_from_the_top(card: cs.Scorecard) -> None:
    """Each standard has its spoke, the first at the top and the others evenly on from it."""
    chart = cs.radar(card)
    angles = [float(each) for each in profiles(chart)[0].get_xdata()]

    assert angles == pytest.approx([2 * math.pi * place / 12 for place in range(13)])
    assert (chart.axes[0].get_theta_direction(), chart.axes[0].get_theta_offset()) == (  # type: ignore[attr-defined]
        -1,
        pytest.approx(math.pi / 2),
    )


def test_domains_can_be_drawn_in_place_of_standards(card: cs.Scorecard) -> None:
    """By domain there is a spoke for each domain."""
    scores = [float(each.score or 0) for each in card.domains]

    assert values(cs.radar(card, by="domain")) == [pytest.approx(scores)]


def test_a_missing_score_is_a_gap_and_says_so(card: cs.Scorecard) -> None:
    """Standard 3, which nobody rated, has no point, a cross in the middle, and words."""
    chart = cs.radar(card)
    ((angle, value),) = points(chart, "x")

    assert math.isnan(values(chart)[0][2])
    assert angle == pytest.approx(2 * math.pi * 2 / 12)
    assert 0 < value < 1
    assert said(chart).count("no score") == 1
    assert "Cross: No score" in key(chart)


def test_without_a_missing_score_no_cross_is_explained() -> None:
    """The key explains what is there and nothing else."""
    chart = cs.radar(rated(framework_of(4, 1), some))

    assert not points(chart, "x")
    assert key(chart) == ""


def test_open_answers_are_a_light_band(card: cs.Scorecard) -> None:
    """Where answers are open a band runs along the spoke from low to high; elsewhere none."""
    bands = [line for line in drawn_in(cs.radar(card)) if line.get_linewidth() == 9.0]
    ends = [tuple(float(each) for each in line.get_ydata()) for line in bands]

    assert ends == [(1.0, 4.0), (2.25, 3.0), (2.5, 3.25), (2.25, 3.0)]


def test_the_scale_runs_from_lowest_to_highest_with_its_names(card: cs.Scorecard) -> None:
    """The rings are the levels, named, and the chart ends at the highest."""
    chart = cs.radar(card)
    axes: Any = chart.axes[0]
    rings = [line for line in drawn_in(chart) if len(line.get_ydata()) == 13][:4]

    assert (axes.get_rmin(), axes.get_rmax()) == (1.0, 4.0)
    assert [line.get_ydata()[0] for line in rings] == [1.0, 2.0, 3.0, 4.0]
    assert {"1 Starting", "2 Developing", "3 Established", "4 Leading"} <= set(said(chart))


def test_rings_too_near_for_names_are_told_in_words() -> None:
    """On a scale with two close levels a note lists the levels."""
    chart = cs.radar(rated(framework_of(6, 2, levels=(0, "0.1", 1, 9)), lambda _: 1))

    assert "The levels are 0 Level A, 0.1 Level B, 1 Level C, 9 Level D." in said(chart)


def test_the_lowest_level_is_a_ring_and_not_a_point(card: cs.Scorecard) -> None:
    """The centre lies below the lowest level, so that the lowest scores keep their shape."""
    axes: Any = cs.radar(card).axes[0]

    assert axes.get_rorigin() == 0.0


def test_three_lines_are_told_apart_without_colour(card: cs.Scorecard) -> None:
    """Lines differ in dash and marker, and the key names them."""
    chart = cs.radar(card, against=[last_year(), 3], against_name=["Last year", "Aim"])
    lines = profiles(chart)

    assert len({line.get_marker() for line in lines}) == 3
    assert (
        len(set(re.findall('stroke-dasharray="[^"]+"', chart_bytes(chart, "a.svg").decode()))) == 2
    )
    assert values(chart)[2] == [3.0] * 12
    assert key(chart).startswith(
        "Solid line with dots: 2026-27; Dashed line with squares: Last year; "
        "Dotted line with triangles: Aim"
    )


def test_four_lines_are_refused(card: cs.Scorecard) -> None:
    """A radar with more than three lines cannot be read."""
    with pytest.raises(ValueError, match="3 series at most: its own and two others, not 3"):
        cs.radar(card, against=[last_year(), peers(), 3])


def test_equal_lines_all_show() -> None:
    """Marks of later lines are larger and empty, so that equal ones are seen in one another."""
    sizes = [line.size for line in LINES]

    assert all(later > earlier for earlier, later in pairwise(sizes))
    assert [line.filled for line in LINES] == [True, False, False]


def test_a_comparison_brings_its_other_side(card: cs.Scorecard) -> None:
    """Of a comparison, both sides are drawn."""
    chart = cs.radar(cs.compare(card, last_year()))

    assert chart.alt_text == cs.radar(card, against=last_year()).alt_text
    assert len(profiles(chart)) == 2


def test_targets_of_a_comparison_are_drawn_where_they_are(card: cs.Scorecard) -> None:
    """Targets for single standards are points there, and gaps elsewhere."""
    target = values(cs.radar(cs.compare(card, {1: 3, 2: Fraction(5, 2)})))[1]

    assert target[:2] == [3.0, 2.5]
    assert all(map(math.isnan, target[2:]))


def test_a_target_may_differ_by_standard(card: cs.Scorecard) -> None:
    """Targets by number are drawn where they are given, and told as missing elsewhere."""
    chart = cs.radar(card, against={1: 3, 2: Fraction(5, 2)}, against_name="By 2028")

    assert values(chart)[1][:2] == [3.0, 2.5]
    assert "By 2028. 1 Person-centred and focused on outcomes: 3.00" in chart.alt_text
    assert "3 Delivers social value: no target" in chart.alt_text


def test_targets_for_standards_cannot_be_drawn_by_domain(card: cs.Scorecard) -> None:
    """A domain has no target of its own."""
    with pytest.raises(ValueError, match="cannot be drawn by domain"):
        cs.radar(card, against={1: 3}, by="domain")


def test_a_target_off_the_scale_is_refused(card: cs.Scorecard) -> None:
    """A target that no council could reach is a mistake."""
    with pytest.raises(ValueError, match="5 is off the scale, which runs from 1 Starting"):
        cs.radar(card, against=5)


def test_another_scale_is_refused(card: cs.Scorecard) -> None:
    """Scores on two scales are never drawn on one."""
    other = cs.score(cs.assess(one_standard(values=(0, 1)), {"1.1": 1}))

    with pytest.raises(ValueError, match="not on the same scale"):
        cs.radar(card, against=other)


def test_fewer_than_three_spokes_are_refused() -> None:
    """With two standards there is no area to draw, and dots are offered."""
    with pytest.raises(ValueError, match="a radar needs 3 standards, not 2: draw dots"):
        cs.radar(rated(framework_of(2, 1), some))


def test_other_parts_are_refused(card: cs.Scorecard) -> None:
    """A radar is drawn by standard or by domain."""
    with pytest.raises(ValueError, match="by standard or by domain, and not by voice"):
        cs.radar(card, by="voice")


def test_the_alt_text_says_everything_the_picture_shows(card: cs.Scorecard) -> None:
    """The words name the council, the scale, and every standard's score in both lines."""
    text = cs.radar(card, against=last_year()).alt_text

    assert text.startswith("Radar chart. Borsetshire County Council: score by standard. ")
    assert "The levels are 1 Starting, 2 Developing, 3 Established, 4 Leading." in text
    assert "4 Coproduced with people, their carers and communities: 2.67 (2.25 to 3.00)" in text
    assert "3 Delivers social value: no score (1.00 to 4.00)" in text
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
        "low": 2.25,
        "high": 3.0,
    }
    assert rows[2]["2026-27"] is None
    assert list(cs.radar(card, by="domain").rows[0]) == ["domain", "2026-27", "low", "high"]


def test_what_it_rests_on_stands_under_the_title(card: cs.Scorecard) -> None:
    """Framework, edition, rule, date, voice and completeness are in the small line."""
    small = letters(" ".join(said(cs.radar(card))))

    for each in (
        "a route map (2014).",
        "Rule mean, version 1.",
        "Dated 16 November 2026.",
        "Seen by leaders and commissioners.",
        "Criteria: 40 rated, 7 open, 1 not applicable.",
    ):
        assert letters(each) in small


def test_every_line_says_how_much_of_it_was_answered(card: cs.Scorecard) -> None:
    """The small line tells of the other round too."""
    small = letters(" ".join(said(cs.radar(card, against=last_year()))))

    assert letters("2025-26: 44 rated, 4 open, 0 not applicable.") in small


def test_the_title_has_ten_words_at_most(card: cs.Scorecard) -> None:
    """A long name of a council goes into the small line, whole."""
    long = "The Royal Borough of Somewhere with the City of Elsewhere and Around"
    chart = cs.radar(cs.score(evolve(card.assessment, council=long)))

    assert chart.title == "Score by standard"
    assert letters(f"{long} 2026-27.") in letters(" ".join(said(chart)))


def test_a_title_may_be_given(card: cs.Scorecard) -> None:
    """The title given stands above the chart and in its file."""
    chart = cs.radar(card, title="Where we are")

    assert said(chart)[0] == chart.title == "Where we are"


def test_domains_are_told_apart_and_named(card: cs.Scorecard) -> None:
    """Every other domain is shaded, and a note says which standards are in which."""
    chart = cs.radar(card)

    assert len(chart.axes[0].patches) == 6
    assert "Inclusive: 4, 5, 6" in " ".join(said(chart))


def test_one_domain_alone_is_not_shaded() -> None:
    """Shading tells domains apart; a framework with one domain needs none."""
    assert not cs.radar(rated(framework_of(5, 1), some)).axes[0].patches


@pytest.mark.parametrize("count", range(3, 19))
def test_up_to_eighteen_spokes_carry_their_names(count: int) -> None:
    """From 3 to 18 spokes, names of 69 letters and the scores stand round the chart."""
    chart = cs.radar(rated(framework_of(count, 1), some))
    words = letters(" ".join(said(chart)))

    assert words.count(letters(LONG)) == count
    assert sum(each in {"1.50", "2.50", "3.00", "2.00", "3.50"} for each in said(chart)) == count


@pytest.mark.parametrize("size", [None, *((width, 5.0) for width in (8.0, 9.0, 10.0)), (6.3, 8.5)])
def test_names_side_by_side_are_plainly_apart(size: tuple[float, float] | None) -> None:
    """Between two names on one height is white space, so that they are not read as one."""
    chart = cs.radar(council(), against=[last_year(), 3], in_text=True, size=size)
    least = 4.0 * chart.dpi / POINTS_PER_INCH
    # Other texts, such as those of the key, are lines that one may not stand beside.
    named = [each for each in boxes(chart) if letters(each[0]) in letters(names_of(council()))]

    crowded = [
        (one, other)
        for (one, first), (other, second) in combinations(named, 2)
        if min(first.y1, second.y1) > max(first.y0, second.y0)
        and max(first.x0, second.x0) - min(first.x1, second.x1) < least
    ]
    assert crowded == []


def names_of(card: cs.Scorecard) -> str:
    """Every standard's number and title."""
    return " ".join(f"{each.number} {each.title}" for each in card.standards)


def test_above_eighteen_spokes_a_list_names_the_numbers() -> None:
    """With nineteen, numbers stand round the chart, and a list under it names them."""
    chart = cs.radar(rated(framework_of(19, 1), some))

    assert {str(number) for number in range(1, 20)} <= set(said(chart))
    assert letters(f"19 {LONG}: 2.50") in letters(" ".join(said(chart)))


def test_names_without_room_become_numbers() -> None:
    """Names far too long for the page give way to numbers and a list, also in a set size."""
    card = rated(framework_of(12, 1, title=LONG * 4), some)

    chart = cs.radar(card, size=(8, 11))

    assert {str(number) for number in range(1, 13)} <= set(said(chart))


@pytest.mark.parametrize(
    ("count", "size", "told"),
    [
        (12, (4, 8), "at least 5 inches wide, and not 4"),
        (12, (8, 2), "a radar of 12 spokes has no room"),
        (12, (8, 1), "inches of height at a width of 8.0, and was given 1.0"),
        (12, (8, 61), "at most 60 inches wide or high, and not 61"),
        (12, (210, 297), "at most 60 inches wide or high, and not 297"),
    ],
)
def test_a_size_that_will_not_do_is_refused(
    count: int, size: tuple[float, float], told: str
) -> None:
    """A chart that would be cut, or fill the memory, is not drawn; the message says what will."""
    with pytest.raises(ValueError, match=told):
        cs.radar(rated(framework_of(count, 1), some), size=size)


def test_a_size_is_kept(card: cs.Scorecard) -> None:
    """A chart of a set size has that size, in inches."""
    assert tuple(cs.radar(card, size=(7, 10)).get_size_inches()) == (7.0, 10.0)


def test_council_text_is_never_typeset(example: cs.Assessment) -> None:
    """Dollar signs and backslashes in a council's name are drawn as they are."""
    odd = cs.score(
        cs.assess(example.framework, {"1.1": 2}, council=r"$\frac{1", period="_2026_ $x$")
    )

    words = said(cs.radar(odd, against=3))

    assert words[0] == r"$\frac{1: score by standard"
    assert "_2026_ $x$" in words


def test_an_empty_assessment_can_be_drawn(route_map: cs.Framework) -> None:
    """With nothing rated there is a chart, with no points and no council's name."""
    chart = cs.radar(cs.score(cs.Assessment(route_map)))

    assert all(map(math.isnan, values(chart)[0]))
    assert said(chart)[0] == "Council: score by standard"


def test_own_colours_are_used(card: cs.Scorecard) -> None:
    """A council's own colour is that of its line, and ours stand for those not given."""
    chart = cs.radar(card, against=3, colours=["#0b2a5b"])
    colours = [line.get_color() for line in profiles(chart)]

    assert colours == ["#0B2A5B", SERIES_COLOURS[1]]


def test_there_is_a_line_style_for_each_colour() -> None:
    """No two lines share a dash, a marker or a colour."""
    assert len(LINES) == len(SERIES_COLOURS)
    assert SERIES_COLOURS[0] == DARK_BLUE
    for first, second in combinations(LINES, 2):
        assert first.dash != second.dash
        assert first.marker != second.marker


def other_view(card: cs.Scorecard, **changes: Any) -> cs.Scorecard:
    """The same ratings by somebody else."""
    return cs.score(evolve(card.assessment, **changes))


def test_two_lines_of_one_round_are_named_by_what_differs(card: cs.Scorecard) -> None:
    """A second line of one period is told apart by council, rule, voice or form, or by number."""
    carers = cs.Respondent("Ann", cs.Voice.CARERS)
    quick = cs.quick_form(card.assessment.framework)
    others = [
        other_view(card, council="Ambridge"),
        cs.score(card.assessment, "gated"),
        other_view(card, respondent=carers),
        cs.score(evolve(card.assessment, framework=quick, ratings=(), evidence=(), actions=())),
        other_view(card, respondent=cs.Respondent("Ann", card.assessment.respondent.voice)),
        card,
    ]
    names = [key(cs.radar(card, against=each)).split("; ")[1] for each in others]

    assert [each.removeprefix("Dashed line with squares: ") for each in names] == [
        "2026-27, Ambridge",
        "2026-27, rule gated",
        "2026-27, Unpaid carers",
        "2026-27, quick form",
        "2026-27, number 2",
        "2026-27, number 2",
    ]


def test_a_line_of_another_round_says_what_else_differs(card: cs.Scorecard) -> None:
    """Its period tells it apart, and does not hide whose scores they are and how they were made."""
    carers = cs.Respondent("Ann", cs.Voice.CARERS)
    other = evolve(card.assessment, period="2025-26", council="Ambridge", respondent=carers)
    lines = [cs.score(other, "gated"), other_view(card, period="2025-26", council="Borsetshire")]
    names = key(cs.radar(card, against=lines)).split("; ")[1:]

    assert names[0].endswith("squares: 2025-26, Ambridge, Unpaid carers, rule gated")
    assert names[1].endswith("triangles: 2025-26")


def test_names_that_rows_use_already_are_told_apart(card: cs.Scorecard) -> None:
    """A line may not be called as another line, or as a column that every row has."""
    chart = cs.radar(card, name="Target", against=[3, 2], against_name=["", "domain"])

    assert list(chart.rows[0])[3:6] == ["Target", "Target, target", "domain, target"]


def test_a_picture_says_what_both_lines_were_made_from(example: cs.Assessment) -> None:
    """Both returns are in the provenance, each with its sha256."""
    first, second = (
        cs.score(evolve(example, source=cs.Source(f"{each}.xlsx", each * 64))) for each in "ab"
    )
    chart = cs.radar(first, against=second)

    assert "a.xlsx, sha256 aaaa" in chart.provenance
    assert "b.xlsx, sha256 bbbb" in chart.provenance


def test_in_a_page_the_title_stays_in_the_words_only() -> None:
    """For a page that has the title and the small print, both are left out of the picture."""
    alone, within = cs.radar(council()), cs.radar(council(), in_text=True)

    assert alone.title in said(alone)
    assert alone.title not in said(within)
    assert alone.title in within.alt_text


def test_in_a_page_names_that_do_not_fit_leave_numbers_without_a_list() -> None:
    """The page names the standards, so that a low radar need not."""
    card = rated(framework_of(24, 2), some)
    alone, within = cs.radar(card), cs.radar(card, in_text=True)

    assert "24" in said(within)
    assert len(said(within)) < len(said(alone))
