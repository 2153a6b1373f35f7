"""What the spread of a moderation shows, and says."""

from __future__ import annotations

import pytest
from matplotlib.colors import to_hex

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from commissioning_standards.charts.palette import DARK_BLUE, ORANGE
from commissioning_standards.charts.spread import SHAPES
from tests.charts.look import letters, lines, points, said
from tests.charts.samples import council, meeting

LIVED = {cs.Voice.PEOPLE, cs.Voice.CARERS}


def group(*ratings: tuple[cs.Voice | None, object]) -> cs.Moderation:
    """People who each rate criterion 1.1."""
    framework = council().assessment.framework
    return cs.moderate(
        cs.assess(
            framework,
            {} if rating is None else {"1.1": rating},
            comments={"1.1": "Others do this"} if rating == "n/a" else None,
            respondent=cs.Respondent(f"Person {number}", voice),
        )
        for number, (voice, rating) in enumerate(ratings)
    )


def marks(chart: Chart) -> int:
    """How many marks there are."""
    return sum(len(points(chart, shape)) for _, shape in SHAPES.values())


def test_every_respondent_is_a_mark_at_what_they_said() -> None:
    """Each answer stands on the scale, in the shape of its voice."""
    chart = cs.spread(group((cs.Voice.STAFF, 2), (cs.Voice.PROVIDERS, 4)), parts=["1.1"])

    assert [x for x, _ in points(chart, "D")] == [2.0]
    assert [x for x, _ in points(chart, "^")] == [4.0]


def test_each_voice_has_a_line_of_its_own() -> None:
    """Two voices that said the same are two marks, one over the other."""
    chart = cs.spread(group((cs.Voice.STAFF, 2), (cs.Voice.PROVIDERS, 2)), parts=["1.1"])
    ((_, staff),) = points(chart, "D")
    ((_, providers),) = points(chart, "^")

    assert providers < staff


def test_people_with_lived_experience_stand_out() -> None:
    """People who draw on care and support and carers are drawn in the second colour."""
    chart = cs.spread(meeting())
    colours = {
        voice: {
            to_hex(line.get_color()).upper() for line in lines(chart) if line.get_marker() == shape
        }
        for voice, (_, shape) in SHAPES.items()
    }

    assert all(colours[voice] == {ORANGE} for voice in LIVED)
    assert colours[cs.Voice.STAFF] == {DARK_BLUE}


def test_several_who_said_the_same_are_one_larger_mark() -> None:
    """Two of one voice at one level are a larger mark, with their number beside it."""
    staff = cs.Voice.STAFF
    chart = cs.spread(group((staff, 2), (staff, 2), (staff, 4)), parts=["1.1"])
    two, one = (line.get_markersize() for line in lines(chart) if line.get_marker() == "D")

    assert two > one
    assert said(chart).count("×2") == 1
    assert "Staff: 2 Developing ×2 and 4 Leading" in chart.alt_text


def test_a_number_that_would_touch_a_mark_is_left_to_the_words() -> None:
    """Where the next mark of the voice is near, only the mark's size and the words tell."""
    staff = cs.Voice.STAFF
    framework = council().assessment.framework
    quarters = [
        {"1.1": 2, "1.2": 2},
        {"1.1": 2, "1.2": 2},
        {"1.1": 2, "1.2": 2, "1.3": 2, "1.4": 3},
    ]
    moderation = cs.moderate(
        cs.assess(framework, each, respondent=cs.Respondent(f"P{number}", staff))
        for number, each in enumerate(quarters)
    )
    chart = cs.spread(moderation, parts=["1"], size=(5, 5))

    assert len(points(chart, "D")) == 2
    assert "×2" not in said(chart)
    assert "2 Developing ×2" in chart.alt_text


def test_the_median_and_the_split_are_drawn_and_told() -> None:
    """A line stands at the median, a band runs from lowest to highest, and words say both."""
    staff = cs.Voice.STAFF
    chart = cs.spread(group((staff, 1), (staff, 3), (staff, 4)), parts=["1.1"])
    (middle,) = (line for line in lines(chart) if line.get_linewidth() == 1.6)

    assert list(middle.get_xdata()) == [3.0, 3.0]
    assert letters("Rated by 3 of 3. Split 3 steps, median 3.00") in letters(" ".join(said(chart)))


def test_who_stands_apart_is_told() -> None:
    """A carer who sees it otherwise is named by voice, and marked in the rows."""
    chart = cs.spread(
        group((cs.Voice.CARERS, 1), (cs.Voice.STAFF, 4), (cs.Voice.LEADERS, 4)), parts=["1.1"]
    )

    assert "apart: unpaid carers" in " ".join(chart.alt_text.split())
    assert [row["set_apart"] for row in chart.rows] == [True, False, False]


def test_open_and_not_applicable_have_no_mark_and_are_told() -> None:
    """Blank and not applicable count nowhere, and stand in the words and rows."""
    chart = cs.spread(group((cs.Voice.STAFF, None), (cs.Voice.LEADERS, "n/a")), parts=["1.1"])

    assert marks(chart) == 0
    assert "Rated by 0 of 2" in said(chart)
    assert "Staff: Blank; Leaders and commissioners: Not applicable" in chart.alt_text
    assert [row["value"] for row in chart.rows] == [None, None]


def test_standards_stand_under_their_domains() -> None:
    """By standard, each domain's name stands over its standards."""
    assert {each.title for each in council().domains} <= set(said(cs.spread(meeting())))


def test_criteria_can_be_drawn() -> None:
    """By criterion there is a row for each."""
    chart = cs.spread(meeting(), parts="criterion")

    assert len({row["id"] for row in chart.rows}) == 48
    assert chart.title.endswith("each voice by criterion")


def test_one_part_may_be_named_by_itself() -> None:
    """A single ID is that part, and not a list of letters."""
    assert {row["id"] for row in cs.spread(meeting(), parts="4.1").rows} == {"4.1"}


@pytest.mark.parametrize(("parts", "told"), [(["4.9", "4.1"], "criterion 4.9"), ([], "to draw")])
def test_unknown_parts_are_refused(parts: list[str], told: str) -> None:
    """What is not there is named."""
    with pytest.raises(ValueError, match=f"there is no standard or {told}|there is no .* {told}"):
        cs.spread(meeting(), parts=parts)


def test_no_respondent_is_named_in_the_picture() -> None:
    """Names are in the rows for those who hold the meeting, and not in the picture or its words."""
    chart = cs.spread(meeting())

    assert "Person 1" not in " ".join([*said(chart), chart.alt_text])
    assert "Person 1" in {row["respondent"] for row in chart.rows}


def test_every_voice_has_a_shape() -> None:
    """No two voices look alike, and none is forgotten."""
    assert set(SHAPES) == {*cs.Voice, None}
    assert len({shape for _, shape in SHAPES.values()}) == len(SHAPES)


def test_the_small_line_says_who_answered() -> None:
    """Returns are counted by voice, and answers over all of them."""
    words = letters(" ".join(said(cs.spread(meeting()))))

    assert letters("Returns: people who draw on care and support 3, unpaid carers 1") in words
    assert letters("Not dated.") in words
    assert letters("Answers in both forms, all returns together:") in words
    assert (
        "Criteria, all returns together: 2 rated,"
        in cs.spread(group((None, 1), (None, 2))).alt_text
    )


def test_the_small_line_counts_the_answers_of_both_forms() -> None:
    """Whoever filled in the quick form is among all returns."""
    framework = council().assessment.framework
    full = cs.assess(framework, {"1.1": 2, "1.2": 3}, respondent=cs.Respondent("A"))
    quick = cs.assess(
        cs.quick_form(framework),
        {"Q1": 2, "Q2": "n/a"},
        comments={"Q2": "Others do this"},
        respondent=cs.Respondent("B"),
    )
    told = cs.spread(cs.moderate([full, quick])).alt_text
    lines = len(full.ratings) + len(quick.ratings)

    assert (
        f"Answers in both forms, all returns together: 3 rated, {lines - 4} open, "
        "1 not applicable." in told
    )
