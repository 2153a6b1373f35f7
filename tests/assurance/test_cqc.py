"""From CQC's nine scores to the sum, the percentage, the rating and the way to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.assurance.judgement import Step

SCHEME = cs.load_scheme("cqc", "2023")
CAMDEN = [3, 3, 4, 3, 4, 4, 3, 4, 4]
TITLES = [each.title for each in SCHEME.statements]
PERCENTAGES = [25, 28, 31, 34, 37, 39, 42, 45, 48, 50, 53, 56, 59, 62]
PERCENTAGES += [64, 67, 70, 73, 75, 78, 81, 84, 87, 89, 92, 95, 98, 100]

whole = st.lists(st.integers(1, 4), min_size=9, max_size=9)
partial = st.lists(st.one_of(st.none(), st.integers(1, 4)), min_size=9, max_size=9)


def told(
    scores: Mapping[str, object] | Sequence[object], percentage: object = None, rating: str = ""
) -> list[tuple[str, str]]:
    """The code of each fault that scores are refused with, and what was found."""
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.cqc(scores, percentage=percentage, rating=rating)
    return [(each.code, each.found) for each in refusal.value.problems]


def test_nine_scores_give_the_published_figures() -> None:
    """Camden's nine scores give what was published: 32 points, 89%, outstanding."""
    actual = cs.cqc(CAMDEN)

    assert (actual.total, actual.percentage, actual.rating) == (32, 89, "Outstanding")


def test_only_28_percentages_can_occur() -> None:
    """Every sum from 9 to 36 has its own percentage, and these are all of them."""
    assert [SCHEME.percentage(total) for total in SCHEME.totals] == PERCENTAGES


def test_bands_begin_and_end_at_whole_sums() -> None:
    """The sums of each band are those that CQC's percentages leave."""
    actual = {each.rating: SCHEME.totals_of(each.rating) for each in SCHEME.bands}

    assert {key: (sums[0], sums[-1]) for key, sums in actual.items()} == {
        "Inadequate": (9, 13),
        "Requires improvement": (14, 22),
        "Good": (23, 31),
        "Outstanding": (32, 36),
    }


@given(whole)
def test_a_percentage_is_one_that_can_occur(scores: list[int]) -> None:
    """Whatever the scores, the percentage is among the 28, and is rounded up."""
    actual = cs.cqc(scores)

    assert actual.percentage in PERCENTAGES
    assert 0 <= actual.percentage - Fraction(100 * sum(scores), 36) < 1


@given(whole, whole)
def test_the_band_rises_with_the_sum(one: list[int], other: list[int]) -> None:
    """A council with more points is never in a lower band."""
    low, high = sorted((cs.cqc(one), cs.cqc(other)), key=lambda each: each.total or 0)
    ratings = [each.rating for each in SCHEME.bands]

    assert ratings.index(str(low.rating)) <= ratings.index(str(high.rating))


@given(whole)
def test_the_way_to_a_band_leads_there(scores: list[int]) -> None:
    """Adding or losing as many points as are told reaches the next band, and one fewer does not."""
    actual = cs.cqc(scores)
    for step, sign in ((actual.up, 1), (actual.down, -1)):
        if step and actual.total:
            assert SCHEME.rating(actual.total + sign * step.points) == step.rating
            assert SCHEME.rating(actual.total + sign * (step.points - 1)) == actual.rating


def test_the_ends_have_nothing_beyond() -> None:
    """The highest band has none above it, and the lowest none below."""
    best, worst = cs.cqc([4] * 9), cs.cqc([1] * 9)

    assert (best.up, best.down) == (None, Step("Good", 5))
    assert (worst.up, worst.down) == (Step("Requires improvement", 5), None)


@given(whole, st.permutations(range(9)))
def test_the_order_of_statements_does_not_matter(scores: list[int], order: list[int]) -> None:
    """Scores by name may come in any order."""
    named = {TITLES[index]: scores[index] for index in order}

    assert cs.cqc(named) == cs.cqc(scores)


@given(partial)
def test_what_is_not_known_gives_a_range(scores: list[int | None]) -> None:
    """The range holds what any way of filling the gaps gives, and both its ends can be reached."""
    actual = cs.cqc(scores)
    least, most = (cs.cqc([each or end for each in scores]) for end in (1, 4))

    assert (actual.low.total, actual.high.total) == (least.total, most.total)
    assert (actual.low.rating, actual.high.rating) == (least.rating, most.rating)
    assert actual.is_complete == (None not in scores)


def test_an_open_score_leaves_the_sum_open() -> None:
    """With one score missing there is a range, and no figure is made up."""
    actual = cs.cqc([3, 3, 4, 3, 4, 4, 3, 4, "?"])

    assert (actual.total, actual.percentage, actual.rating) == (None, None, None)
    assert (actual.low.total, actual.high.total) == (29, 32)
    assert actual.ratings == ("Good", "Outstanding")
    assert (actual.up, actual.down) == (None, None)


def test_a_rating_can_be_sure_where_the_sum_is_not() -> None:
    """Where every possible sum is in one band, the rating is known."""
    actual = cs.cqc([3, 3, 3, 3, 3, 3, 3, None, None])

    assert (actual.total, actual.rating) == (None, "Good")
    assert actual.up is None


def test_a_stated_percentage_says_the_sum() -> None:
    """A council of which only the percentage was published has one sum that fits it."""
    actual = cs.cqc([None] * 9, percentage=64, rating="good")

    assert (actual.total, actual.rating) == (23, "Good")


def test_a_stated_rating_narrows_the_range() -> None:
    """A council of which only the rating was published is within its band."""
    actual = cs.cqc([None] * 9, rating="Requires Improvement")

    assert (actual.low.total, actual.high.total) == (14, 22)


@pytest.mark.parametrize("name", ["Safeguarding", "safeguarding ", "SAFEGUARDING"])
def test_names_are_read_however_they_are_written(name: str) -> None:
    """Case and spaces in a name do not matter."""
    named = dict(zip(TITLES, CAMDEN, strict=True))
    named[name] = named.pop("Safeguarding")

    assert cs.cqc(named).total == 32


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Supporting people to lead healthier lives", "healthier-lives"),
        ("Equity in experiences and outcomes", "equity"),
        ("Safe pathways, systems and transitions", "safe-systems"),
        ("Leadership, improvement and innovation", "learning"),
        ("Care provision, integration & continuity", "care-provision"),
    ],
)
def test_spellings_seen_in_print_are_known(printed: str, meant: str) -> None:
    """Other spellings of a statement lead to the same one."""
    named = {each.title: 3 for each in SCHEME.statements if each.id != meant}

    assert cs.cqc({**named, printed: 4}).score(meant) == 4


@pytest.mark.parametrize("value", [3, 3.0, "3", " 3 ", "3.0", Fraction(3)])
def test_scores_are_read_as_people_and_programs_write_them(value: object) -> None:
    """A score of three is three as text, as a float and as a fraction."""
    assert cs.cqc([value] * 9).total == 27


@pytest.mark.parametrize("value", [None, "", "?", "-", " – ", float("nan")])
def test_a_blank_score_is_not_known(value: object) -> None:
    """A blank, a question mark and what a data frame has for nothing are open."""
    assert cs.cqc([value] * 9).scores == (None,) * 9


@pytest.mark.parametrize("value", [0, 5, 2.5, "good", True, "1e9", "3 4"])
def test_what_is_no_score_is_told(value: object) -> None:
    """Whatever is not a whole score of the scale is a fault, and never counted."""
    assert told([value] * 9)[0][0] == "score-not-allowed"


@pytest.mark.parametrize("scores", [[], [3] * 8, [3] * 10])
def test_a_wrong_number_of_scores_is_told(scores: list[object]) -> None:
    """Scores in order must be as many as there are statements."""
    assert told(scores) == [("scores-number", f"{len(scores)} scores")]


def test_a_text_is_no_list_of_scores() -> None:
    """A text of nine figures is not taken apart, and it is said what to give."""
    with pytest.raises(TypeError, match="takes a dict or a list, and was given “333333333”"):
        cs.cqc("333333333")


def test_a_missing_statement_is_told() -> None:
    """A statement that is not named at all is missing, and not taken for unknown."""
    named = dict(zip(TITLES[1:], CAMDEN[1:], strict=True))

    assert told(named) == [("statement-missing", "“Assessing needs”")]


def test_a_misspelt_statement_is_told_once() -> None:
    """A slip in a name brings the one that was meant, which is not said to be missing too."""
    named: dict[str, object] = dict(zip(TITLES, CAMDEN, strict=True))
    named["Asessing needs"] = named.pop("Assessing needs")

    with pytest.raises(cs.AssessmentError, match="Did you mean Assessing needs"):
        cs.cqc(named)
    assert told(named) == [("unknown-statement", "“Asessing needs”")]


def test_a_statement_scored_twice_is_told() -> None:
    """Two spellings of one statement are two scores of it."""
    named: dict[str, object] = dict(zip(TITLES, CAMDEN, strict=True))

    assert told({**named, "equity": 3}) == [
        ("statement-twice", "“Equity in experience and outcomes”")
    ]


@pytest.mark.parametrize("percentage", [80, "80%", 26, 101, 0, "many", 69.4])
def test_a_percentage_that_cannot_occur_is_told(percentage: object) -> None:
    """Only 28 percentages can occur; any other is a mistake in what was read."""
    assert told([None] * 9, percentage)[0][0] == "percentage-impossible"


@pytest.mark.parametrize("percentage", [89, "89", "89%", "89 %", None, "", float("nan")])
def test_a_percentage_is_read_as_it_is_printed(percentage: object) -> None:
    """A percent sign and spaces do not matter; a blank is none stated."""
    assert cs.cqc(CAMDEN, percentage=percentage).total == 32


def test_scores_that_disagree_with_the_percentage_are_told() -> None:
    """Both figures stand in the message."""
    with pytest.raises(cs.AssessmentError, match="stated is 92, and the scores give 89"):
        cs.cqc(CAMDEN, percentage=92)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [(CAMDEN, "Outstanding"), ([*[4] * 7, 2, "?"], "Good to Outstanding")],
)
def test_the_ratings_that_scores_give_are_told(scores: list[object], expected: str) -> None:
    """Where several are possible both ends are told, and else the one."""
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.cqc(scores, rating="Inadequate")

    assert [each.allowed for each in refusal.value.problems] == [expected]


def test_a_scheme_may_begin_above_one() -> None:
    """What is not known counts as the least and as the most of the scheme's own scores."""
    levels = tuple(evolve(each, value=each.value + 1) for each in SCHEME.levels)
    found = cs.cqc([3, *[None] * 8], scheme=evolve(SCHEME, levels=levels))

    assert (found.low.total, found.high.total) == (3 + 8 * 2, 3 + 8 * 5)


def test_scores_that_disagree_with_the_rating_are_told() -> None:
    """Both ratings stand in the message."""
    with pytest.raises(cs.AssessmentError, match=r"stated is Good, .* give Outstanding"):
        cs.cqc(CAMDEN, rating="Good")


def test_a_percentage_that_disagrees_with_the_rating_is_told() -> None:
    """A newspaper's 62% as good is wrong, whatever the scores."""
    assert told([None] * 9, 62, "Good") == [("rating-differs", "Good")]


def test_a_range_that_cannot_hold_the_percentage_is_told() -> None:
    """What is known of the scores must leave room for the percentage."""
    with pytest.raises(cs.AssessmentError, match="scores give 87 to 95"):
        cs.cqc([4, 4, 4, 4, 4, 4, 4, 2, "?"], percentage=25)


def test_an_unknown_rating_is_told() -> None:
    """A word that is none of CQC's ratings brings the nearest."""
    with pytest.raises(cs.AssessmentError, match="Did you mean Good"):
        cs.cqc(CAMDEN, rating="Goood")


def test_every_fault_is_told_at_once() -> None:
    """Scores, percentage and rating are all looked at before anything is refused."""
    codes = [code for code, _ in told([9, *CAMDEN[1:]], 80, "great")]

    assert codes == ["score-not-allowed", "percentage-impossible", "unknown-rating"]


def test_nothing_is_held_against_scores_that_cannot_be_read() -> None:
    """Whether a percentage agrees with them is said only once they are right."""
    assert told([9, *CAMDEN[1:]], 25, "Inadequate") == [("score-not-allowed", "“9”")]


def test_a_judgement_keeps_where_it_came_from() -> None:
    """Council, day and source stand beside the figures."""
    found = cs.cqc(CAMDEN, council=" Camden\n", published=date(2025, 2, 28), source="A report")

    assert (found.council, found.published, found.source) == (
        "Camden",
        date(2025, 2, 28),
        "A report",
    )
    assert cs.describe_cqc(found) == "Camden, published 2025-02-28: 32 of 36, 89%, Outstanding."


def test_an_open_judgement_is_described_as_a_range() -> None:
    """Where the sum is open, the sentence gives both ends and every rating."""
    found = cs.cqc([3, 3, 4, 3, 4, 4, 3, 4, None])

    assert cs.describe_cqc(found) == "The council: 81% to 89%, Good or Outstanding."


def test_nothing_is_made_from_a_self_assessment(card: cs.Scorecard) -> None:
    """A scorecard is no list of CQC's scores, and no rating comes of it."""
    with pytest.raises((cs.AssessmentError, TypeError)):
        cs.cqc(card)  # type: ignore[arg-type]


class Column:
    """A column of a data frame: labels with values, which is no mapping and has no truth."""

    def __init__(self, labels: Iterable[object], values: Iterable[object]) -> None:
        self.pairs = list(zip(labels, values, strict=True))

    def __iter__(self) -> Iterator[object]:
        return (value for _, value in self.pairs)

    def items(self) -> Iterator[tuple[object, object]]:
        """Each label with its value."""
        return iter(self.pairs)


def test_a_column_is_read_by_its_labels() -> None:
    """Scores in another order land on the statements that they are of."""
    backwards: Any = Column(reversed(TITLES), reversed(CAMDEN))
    numbered: Any = Column(range(9), CAMDEN)

    assert cs.cqc(backwards).scores == tuple(CAMDEN)
    assert cs.cqc(numbered).scores == tuple(CAMDEN)


def test_a_column_with_other_labels_is_told() -> None:
    """A label that is no statement, or that stands twice, is a fault and not passed over."""
    column: Any = Column([TITLES[0], TITLES[0], *range(7)], CAMDEN)

    assert {code for code, _ in told(column)} == {
        "statement-twice",
        "unknown-statement",
        "statement-missing",
    }


def test_scores_may_come_one_by_one() -> None:
    """What can be gone through once is as good as a list."""
    assert cs.cqc(each for each in CAMDEN).total == 32


class Missing:
    """What pandas puts where nothing is known."""

    def __str__(self) -> str:
        return "<NA>"


@pytest.mark.parametrize("missing", [None, float("nan"), Missing(), "", "?"])
def test_what_a_data_frame_has_nothing_for_is_not_known(missing: object) -> None:
    """Missing is missing, as a score, a percentage and a rating."""
    found = cs.cqc([missing, *CAMDEN[1:]], percentage=missing, rating=missing)

    assert found.scores[0] is None


@pytest.mark.parametrize(
    ("given_", "told_"),
    [
        ({"scores": None}, "cqc() takes a dict or a list, and was given None"),
        ({"council": None}, "cqc(council=...) takes text, and was given None"),
        ({"published": "2025-02-28"}, "cqc(published=...) takes a date, and was given"),
    ],
)
def test_what_is_no_score_name_or_date_is_told(given_: dict[str, object], told_: str) -> None:
    """A slip in a script is one sentence that names the argument."""
    judge: Callable[..., object] = cs.cqc
    with pytest.raises(TypeError) as refusal:
        judge(**{"scores": CAMDEN, **given_})

    assert str(refusal.value).startswith(told_)
