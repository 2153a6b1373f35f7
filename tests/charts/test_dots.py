"""What the dot plot shows, and says."""

from __future__ import annotations

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from tests.charts.look import letters, lines, points, said
from tests.charts.samples import council, framework_of, last_year, peers, rated, some


def dots_at(chart: Chart, marker: str = "o") -> list[float]:
    """Where the dots are on the scale, from top to bottom."""
    return [x for x, _ in sorted(points(chart, marker), key=lambda point: point[1])]


def bands(chart: Chart) -> list[tuple[float, float]]:
    """Where the light bands begin and end."""
    found = [line for line in lines(chart) if line.get_linewidth() == 9.0]
    return [(float(line.get_xdata()[0]), float(line.get_xdata()[1])) for line in found]


def test_every_score_is_a_dot_in_its_place() -> None:
    """Each standard with a score has a dot, at the score, in the framework's order."""
    scores = [float(each.score) for each in council().standards if each.score is not None]

    assert dots_at(cs.dots(council())) == pytest.approx(scores)


def test_open_answers_are_a_light_band() -> None:
    """A band runs from low to high where answers are open, also where there is no score."""
    assert bands(cs.dots(council())) == [(1.0, 4.0), (2.25, 3.0), (2.5, 3.25), (2.25, 3.0)]


def test_figures_stand_beside_the_dots() -> None:
    """The score and what it could be stand in columns; where there is none, words do."""
    words = said(cs.dots(council()))

    assert {"Score", "Could be", "2.67", "2.25 to 3.00", "no score", "1.00 to 4.00"} <= set(words)


def test_without_open_answers_there_is_no_range_to_tell() -> None:
    """A column and a key that would say nothing are left out."""
    chart = cs.dots(rated(framework_of(4, 2), some))

    assert "Could be" not in said(chart)
    assert bands(chart) == []


def test_what_does_not_apply_is_told_so(example: cs.Assessment) -> None:
    """A standard none of which applies has no dot, and says that it does not apply."""
    numbers = ("1.1", "1.2", "1.3", "1.4")
    answers = dict.fromkeys(numbers, "n/a")
    reasons = dict.fromkeys(numbers, "Others do this")
    chart = cs.dots(cs.score(cs.assess(example.framework, answers, comments=reasons)))

    assert "does not apply" in said(chart)
    assert "1 Person-centred and focused on outcomes: does not apply" in chart.alt_text


def test_domains_stand_over_their_standards() -> None:
    """In the framework's order, each domain's name stands over its standards."""
    assert {each.title for each in council().domains} <= set(said(cs.dots(council())))


def test_the_highest_comes_first_in_order_of_score() -> None:
    """By score, dots fall from the top down, what has none comes last, and rows agree."""
    chart = cs.dots(council(), order="score")
    drawn = dots_at(chart)

    assert drawn == sorted(drawn, reverse=True)
    assert [row["number"] for row in chart.rows][:3] == [2, 7, 8]
    assert chart.rows[-1]["number"] == 3
    assert chart.title.endswith("score by standard, highest first")


def test_by_score_each_standard_says_its_domain() -> None:
    """Where standards of several domains mix, each carries its domain's name."""
    words = letters(" ".join(said(cs.dots(council(), order="score"))))

    assert words.count(letters("A sustainable and diverse market")) == 3


def test_domains_can_be_drawn() -> None:
    """By domain there is a dot for each domain."""
    scores = [float(each.score or 0) for each in council().domains]

    assert dots_at(cs.dots(council(), by="domain")) == pytest.approx(scores)


@pytest.mark.parametrize(
    ("now", "then", "head"), [(3, 1, ">"), (1, 3, "<"), (2, 2, None), (1, 2, "<")]
)
def test_two_rounds_are_joined_by_an_arrow(now: int, then: int, head: str | None) -> None:
    """From the earlier round to the later an arrow shows which way a score went."""
    framework = framework_of(3, 1)
    leaders = cs.Respondent("", cs.Voice.LEADERS)
    own, other = (
        rated(framework, lambda _, to=level: to, council="A", period=period, respondent=leaders)  # type: ignore[misc]
        for level, period in ((now, "2026-27"), (then, "2025-26"))
    )
    chart = cs.dots(own, against=other)
    heads = [line.get_marker() for line in lines(chart) if line.get_marker() in {"<", ">"}]

    assert heads == ([head] * 3 if head else [])
    assert "Arrow: Change since 2025-26" in chart.alt_text


def test_two_views_are_joined_by_a_line_without_a_head() -> None:
    """Own and outside view are a pair, with no before and after."""
    chart = cs.dots(council(), against=peers())

    assert not points(chart, ">")
    assert not points(chart, "<")
    assert "Thin line: Difference" in chart.alt_text
    assert len([line for line in lines(chart) if line.get_linewidth() == 1.2]) == 10


def test_a_missing_side_leaves_the_other_alone() -> None:
    """Where one side has no score there is one mark, no line, and words."""
    chart = cs.dots(council(), against=peers())
    words = said(chart)

    assert (len(points(chart, "o")), len(points(chart, "s"))) == (11, 11)
    assert words.count("no score") == 2


def test_a_comparison_says_how_each_standard_stands() -> None:
    """Of a comparison the status stands beside each standard, in the picture and in the rows."""
    chart = cs.dots(cs.compare(council(), last_year()))
    told = {row["number"]: row["status"] for row in chart.rows}

    assert {"rose", "fell", "uncertain"} <= set(said(chart))
    assert told[3] == "no score"
    assert "Status. 1 Person-centred and focused on outcomes: " in chart.alt_text


def test_self_awareness_says_where_views_differ() -> None:
    """Of a profile, each standard is higher, lower or alike; its domains are not judged."""
    chart = cs.dots(cs.self_awareness(council(), peers()))

    assert {"alike", "lower", "Status"} <= set(said(chart))
    assert "Status" not in said(cs.dots(cs.self_awareness(council(), peers()), by="domain"))


def test_targets_stand_where_they_are_given() -> None:
    """A target for some standards is a mark there, and words elsewhere."""
    chart = cs.dots(cs.compare(council(), {1: 3, 2: 4}))

    assert dots_at(chart, "s") == [3.0, 4.0]
    assert said(chart).count("no target") == 10


def test_three_series_have_a_column_each() -> None:
    """With two others beside it, every series has its marks and its figures, and none is joined."""
    chart = cs.dots(council(), against=[last_year(), peers()])

    assert {len(points(chart, each)) for each in "os^"} == {11}
    assert {"2026-27", "2025-26"} <= set(said(chart))
    assert not [line for line in lines(chart) if line.get_linewidth() == 1.2]


def test_the_levels_are_named_over_the_scale() -> None:
    """Each level stands over its line."""
    assert {"1 Starting", "2 Developing", "3 Established", "4 Leading"} <= set(
        said(cs.dots(council()))
    )


def test_on_a_narrow_sheet_a_note_names_the_levels() -> None:
    """Where names have no room, numbers stand over the scale, and the range column goes."""
    chart = cs.dots(council(), size=(5, 14))
    words = said(chart)

    assert {"1", "2", "3", "4"} <= set(words)
    assert "Could be" not in words
    assert letters("The levels are 1 Starting, 2 Developing, 3 Established") in letters(
        " ".join(words)
    )


def test_a_chart_of_one_standard_can_be_drawn() -> None:
    """Where a radar has too few spokes, dots are there."""
    chart = cs.dots(rated(framework_of(1, 1), lambda _: 2))

    assert dots_at(chart) == [2.0]


def test_a_set_height_is_filled() -> None:
    """On a taller sheet rows stand further apart."""
    low, tall = cs.dots(council()), cs.dots(council(), size=(8, 14))

    assert tall.get_size_inches()[1] == 14
    assert max(y for _, y in points(tall, "o")) > max(y for _, y in points(low, "o"))


def test_another_order_is_refused() -> None:
    """Dots are in the framework's order or by score."""
    with pytest.raises(ValueError, match="in the order of framework or score, and not of name"):
        cs.dots(council(), order="name")


def test_another_edition_shows_what_both_have() -> None:
    """A standard that last round did not have has no mark of it."""
    framework = last_year().assessment.framework
    fewer = evolve(framework, standards=framework.standards[1:])
    kept = tuple(
        each for each in last_year().assessment.ratings if not each.criterion.startswith("1.")
    )
    old = cs.score(evolve(last_year().assessment, framework=fewer, ratings=kept))
    chart = cs.dots(council(), against=old)

    assert len(points(chart, "s")) == 10
    assert chart.rows[0]["2025-26"] is None


def test_in_a_page_the_title_stays_in_the_words_only() -> None:
    """For a page that has the title and the small print, both are left out of the picture."""
    alone, within = (
        cs.dots(council(), order="score"),
        cs.dots(council(), order="score", in_text=True),
    )

    assert alone.title.startswith(said(alone)[0])
    assert not alone.title.startswith(said(within)[0])
    assert alone.title in within.alt_text
    assert within.get_size_inches()[1] < alone.get_size_inches()[1]


def dashes(chart: Chart) -> int:
    """How many of the lines that join two values are dashed."""
    joined = [line for line in lines(chart) if line.get_linewidth() == 1.2]
    return sum(line.get_linestyle() == "--" for line in joined)


@pytest.mark.parametrize("against", ["scores", "comparison"])
def test_a_change_that_open_answers_could_undo_does_not_look_firm(against: str) -> None:
    """It is a dashed line with no head, and the key and the words say why."""
    framework = framework_of(3, 1)
    now = rated(framework, lambda place: 4 if place else None, council="A", period="2026-27")
    then = rated(framework, lambda _: 3, council="A", period="2025-26")
    held = cs.dots(now, against=then) if against == "scores" else cs.dots(cs.compare(now, then))
    low = cs.dots(cs.compare(now, then), in_text=True)

    for chart in (held, low):
        heads = [line.get_marker() for line in lines(chart) if line.get_marker() in {"<", ">"}]
        assert (dashes(chart), heads) == (1, [">", ">"])
        assert "Could be no change, as answers are open" in said(chart)


def test_the_words_name_what_could_be_no_change() -> None:
    """Where no status is told, the words say which parts are not certain."""
    framework = framework_of(3, 1)
    now = rated(framework, lambda place: 4 if place else None, council="A", period="2026-27")
    then = rated(framework, lambda _: 3, council="A", period="2025-26")

    told = "Could be no change, as answers are open: 1 "
    assert told in cs.dots(now, against=then).alt_text
    assert told not in cs.dots(cs.compare(now, then)).alt_text


def test_two_views_that_could_be_alike_are_joined_by_dashes() -> None:
    """Of two views it is said that there could be no difference."""
    framework = framework_of(3, 1)
    own = rated(framework, lambda place: 4 if place else None, council="A")
    team = cs.Respondent("T", cs.Voice.PEER_TEAM)
    outside = rated(framework, lambda _: 3, council="A", respondent=team)

    assert "Could be no difference, as answers are open" in said(cs.dots(own, against=outside))


def test_what_is_certain_needs_no_word_on_it() -> None:
    """With nothing open every link is a whole line, and the key has no dashes."""
    framework = framework_of(3, 1)
    now = rated(framework, lambda _: 4, council="A", period="2026-27")
    then = rated(framework, lambda _: 3, council="A", period="2025-26")
    chart = cs.dots(now, against=then)

    assert dashes(chart) == 0
    assert not any("Could be no" in each for each in said(chart))
