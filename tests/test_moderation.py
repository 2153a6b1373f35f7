"""Several returns become one agreed assessment that people decide, never an average."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from itertools import permutations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.moderation.agenda import Agenda
from commissioning_standards.moderation.agreeing import settled, undecided
from commissioning_standards.moderation.document import agenda_text
from commissioning_standards.moderation.medians import Median, median, steps_in_words
from commissioning_standards.moderation.words import apart_in_words
from commissioning_standards.parts import Described
from tests.small import Number, one_standard, small_scale
from tests.strategies import actions, evidence, fills, frameworks

ONE = one_standard(1)
TWO = one_standard(2)
PEOPLE, CARERS, STAFF, LEADERS = (
    cs.Voice.PEOPLE,
    cs.Voice.CARERS,
    cs.Voice.STAFF,
    cs.Voice.LEADERS,
)
Told = tuple[str, cs.Voice | None, object]


def with_quick(framework: cs.Framework) -> cs.Framework:
    """The same framework with quick levels, so that it has a quick form."""
    ladder = tuple(Described(level.id, f"At {level.label}") for level in framework.scale)
    standards = (evolve(each, quick=ladder) for each in framework.standards)
    return evolve(framework, standards=standards)


def returned(
    name: str,
    voice: cs.Voice | None,
    *answers: object,
    framework: cs.Framework = TWO,
    file: str = "",
) -> cs.Assessment:
    """A return that answers the first criteria so; n/a has a reason."""
    ids = [each.id for each in framework.criteria]
    given_answers = dict(zip(ids, answers, strict=False))
    reasons = {key: f"{name} says so" for key, each in given_answers.items() if each == "n/a"}
    made = cs.assess(
        framework,
        given_answers,
        comments=reasons,
        council="Borsetshire",
        period="2026-27",
        respondent=cs.Respondent(name, voice),
    )
    return evolve(made, source=cs.Source(file, file) if file else None)


def side_by_side(*told: Told, values: tuple[Number, ...] = (1, 2, 3, 4)) -> cs.Moderation:
    """Returns that answer one criterion, each with a name and a voice."""
    framework = one_standard(1, values)
    return cs.moderate(
        returned(name, voice, answer, framework=framework) for name, voice, answer in told
    )


def exactly(*numbers: int | Fraction) -> tuple[Fraction, ...]:
    """Numbers as the fractions that scores are kept in."""
    return tuple(map(Fraction, numbers))


def codes(*returns: cs.Assessment) -> list[tuple[str, str]]:
    """The problems of moderating returns, by code and place."""
    with pytest.raises(cs.AssessmentError) as caught:
        cs.moderate(returns)
    return [(each.code, str(each.place)) for each in caught.value.problems]


@st.composite
def rounds(draw: st.DrawFn) -> list[cs.Assessment]:
    """Two to five returns of one round, full and quick forms mixed."""
    framework = draw(frameworks())
    forms = [framework]
    if framework.form is cs.Form.FULL:
        forms.append(cs.quick_form(framework))
    returns = []
    for number in range(draw(st.integers(2, 5))):
        form = draw(st.sampled_from(forms))
        filled = draw(fills(form))
        who = cs.Respondent(f"R{number}", draw(st.sampled_from([None, *cs.Voice])))
        records = draw(st.lists(evidence(form), max_size=2))
        acts = draw(st.lists(actions(form), max_size=2))
        returns.append(evolve(filled, respondent=who, evidence=records, actions=acts, council="A"))
    return returns


@given(rounds(), st.randoms(use_true_random=False))
def test_the_order_of_returns_makes_no_difference(
    returns: list[cs.Assessment], random: object
) -> None:
    """Any order gives the same moderation, agenda and start."""
    shuffled = list(returns)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = cs.moderate(returns), cs.moderate(shuffled)

    assert one == other
    assert cs.agenda(one) == cs.agenda(other)
    assert settled(one) == settled(other)
    assert cs.moderation_json(one) == cs.moderation_json(other)


@given(st.data())
def test_unanimous_returns_agree_by_themselves(data: st.DataObject) -> None:
    """Where all give the same answers these are agreed, and there is nothing to talk about."""
    filled = data.draw(fills(data.draw(frameworks())))
    voices = st.sampled_from([None, *cs.Voice])
    returns = [
        evolve(filled, respondent=cs.Respondent(f"R{each}", data.draw(voices))) for each in range(3)
    ]
    moderation = cs.moderate(returns)
    agreed = cs.agree(moderation, {})
    expected = [cs.Answer.BLANK if each.is_open else each.answer for each in filled.ratings]

    assert cs.agenda(moderation) == ()
    assert [each.answer for each in agreed.ratings] == expected


@given(rounds())
def test_every_voices_rating_can_still_be_found(returns: list[cs.Assessment]) -> None:
    """Beside what is agreed stands every rating that anybody gave, with who gave it."""
    moderation = cs.moderate(returns)
    chosen = cs.Decision(cs.Answer.DONT_KNOW, "We could not agree")
    agreed = cs.agree(moderation, {each.id: chosen for each in moderation.criteria})

    assert all(each.answer is cs.Answer.DONT_KNOW for each in agreed.ratings)
    for each in returns:
        found = {
            said.rating
            for view in moderation.parts
            for said in view.answers
            if said.who.assessment == each and said.rating
        }
        assert set(each.ratings) <= found


@given(rounds())
def test_nobody_who_draws_on_care_is_outvoted_in_silence(returns: list[cs.Assessment]) -> None:
    """Whoever draws on care and stands a step from the other voices is on the agenda by name."""
    moderation = cs.moderate(returns)
    flagged = {
        said.who.label
        for item in cs.agenda(moderation)
        for said in item.view.set_apart
        if said.who.label in item.flag
    }
    apart = {
        said.who.label
        for view in moderation.compared
        for said in view.answers
        if said.who.voice is PEOPLE and _is_apart(view.answers, said, view.scale)
    }

    assert apart <= flagged


def _is_apart(answers: object, said: object, scale: cs.Scale) -> bool:
    others = [
        each.value
        for each in answers  # type: ignore[attr-defined]
        if each.who.voice is not PEOPLE and each.value is not None
    ]
    value = said.value  # type: ignore[attr-defined]
    if value is None or not others:
        return False
    middle = sorted(others)
    half = (middle[(len(middle) - 1) // 2] + middle[len(middle) // 2]) / 2
    return abs(scale.steps_up(value) - scale.steps_up(half)) >= 1


def test_what_was_said_is_counted_and_measured() -> None:
    """Ratings, open answers and not applicable are counted apart; the median names both middles."""
    view = side_by_side(
        ("Ann", PEOPLE, 1),
        ("Bob", STAFF, 2),
        ("Cy", STAFF, 3),
        ("Di", LEADERS, 4),
        ("Ed", LEADERS, "Don't know"),
        ("Flo", LEADERS, None),
        ("Gus", None, "n/a"),
    )["1.1"]

    assert view.median
    assert (view.rated, view.open, view.not_applicable) == (4, 2, 1)
    assert [each.who.label for each in view.counted] == ["Ann", "Bob", "Cy", "Di"]
    assert view.voices == (PEOPLE, STAFF, LEADERS, None)
    assert (view.median.lower, view.median.upper, view.median.middle) == exactly(
        2, 3, Fraction(5, 2)
    )
    assert (view.lowest, view.highest, view.spread, view.steps) == exactly(1, 4, 3, 3)
    assert view.median.in_words(view.scale) == "2 Level B and 3 Level C"


def test_a_part_is_headed_by_its_number_and_title() -> None:
    """A criterion goes by its ID, and a standard says that it is one."""
    moderation = side_by_side(("Ann", STAFF, 1), ("Bob", STAFF, 1))

    assert (moderation["1.1"].heading, moderation[1].heading) == (
        "1.1 Name",
        "Standard 1 Standard 1",
    )


def test_steps_are_counted_on_the_scale_as_it_is() -> None:
    """Levels that are far apart in value are still one step from each other."""
    view = side_by_side(("Ann", STAFF, 0), ("Bob", STAFF, 10), values=(0, 10, 11))["1.1"]

    assert (view.spread, view.steps) == exactly(10, 1)
    found = [view.scale.steps_up(Fraction(each)) for each in (5, 10, "21/2", 11)]
    assert found == [Fraction(1, 2), 1, Fraction(3, 2), 2]


def test_two_levels_that_are_all_there_are_named_both() -> None:
    """Also on a scale of two levels, of which both are in the middle."""
    middle = median(exactly(0, 1))

    assert middle
    assert middle.in_words(small_scale((0, 1))) == "0 Level A and 1 Level B"


def test_the_middle_is_the_same_in_any_order() -> None:
    """Who was asked first plays no part in what is in the middle."""
    found = {median(each) for each in permutations(exactly(1, 2, 4))}

    assert found == {Median(Fraction(2), Fraction(2))}


def test_a_middle_between_a_level_and_a_score_is_a_figure() -> None:
    """Only where both middle values are levels are both named."""
    scale = ONE.scale

    assert Median(*exactly(2, Fraction(5, 2))).in_words(scale) == "2.25 (Level B)"
    assert Median(*exactly(Fraction(5, 2), 3)).in_words(scale) == "2.75 (Level B)"


def test_nothing_said_has_no_middle() -> None:
    """Where everybody left it open there is no median, spread or split."""
    view = side_by_side(("Ann", STAFF, None), ("Bob", STAFF, None))["1.1"]

    assert (view.median, view.lowest, view.highest, view.spread, view.steps) == (None,) * 5
    assert (view.between_voices, view.within_a_voice, view.out_of_line) == (None, None, ())
    assert apart_in_words(view) == "No answer"


def test_who_is_two_steps_from_the_others_is_out_of_line() -> None:
    """One is measured against the median of the others, not of all."""
    view = side_by_side(("Ann", STAFF, 1), ("Bob", STAFF, 3), ("Cy", STAFF, 3))["1.1"]

    assert [each.who.label for each in view.out_of_line] == ["Ann"]


def test_splits_between_and_within_voices_are_told_apart() -> None:
    """Voices are compared by their medians, and one voice by its widest difference."""
    view = side_by_side(
        ("Ann", STAFF, 1), ("Bob", STAFF, 3), ("Cy", LEADERS, 4), ("Di", LEADERS, 4)
    )["1.1"]
    between, within = view.between_voices, view.within_a_voice

    assert between
    assert within
    assert (between.low, between.high, between.steps) == (STAFF, LEADERS, Fraction(2))
    assert (within.low, within.high, within.steps) == (STAFF, STAFF, Fraction(2))


def test_the_widest_difference_within_a_voice_is_told_from_low_to_high() -> None:
    """The two furthest apart count, in whatever order they were asked."""
    told: list[Told] = [("Ann", STAFF, 4), ("Bob", STAFF, 1), ("Cy", STAFF, 3)]
    within = side_by_side(*told)["1.1"].within_a_voice

    assert within
    assert (within.lowest, within.highest, within.steps) == exactly(1, 4, 3)


def test_one_voice_has_nothing_to_differ_from() -> None:
    """Where one voice answered, voices do not differ, and one answer not from itself."""
    one_voice = side_by_side(("Ann", STAFF, 1), ("Bob", STAFF, 3))["1.1"]
    one_each = side_by_side(("Ann", PEOPLE, 1), ("Bob", STAFF, 3))["1.1"]

    assert one_voice.between_voices is None
    assert one_each.within_a_voice is None


def ranked(*columns: tuple[object, ...]) -> list[str]:
    """The agenda's IDs, where each respondent answers several criteria."""
    framework = one_standard(len(columns))
    voices = (PEOPLE, STAFF, STAFF, LEADERS, LEADERS)
    answers = zip(*columns, strict=True)
    returns = [
        returned(f"R{number}", voices[number], *each, framework=framework)
        for number, each in enumerate(answers)
    ]
    return [item.view.id for item in cs.agenda(cs.moderate(returns))]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([(2, 2, 2, 2, 3), (2, 1, 3, 2, 2)], ["1.2", "1.1"]),
        ([(None, 2, 3, 2, 3), (None, 2, 2, 3, 3)], ["1.2", "1.1"]),
        ([(None, 1, 1, 2, 2), (1, 2, 2, 2, 2)], ["1.2", "1.1"]),
        ([(None, 3, 3, 1, None), (None, 1, 1, 3, 3)], ["1.2", "1.1"]),
        ([(2, 2, 2, 2, 3), (2, 2, 2, 2, 3)], ["1.1", "1.2"]),
        ([(2, 2, 2, 2, 2), (2, 2, "n/a", 2, 2)], ["1.2"]),
        ([(None, None, 2, 2, 3), (None, None, None, 2, "n/a")], ["1.1", "1.2"]),
        ([(None, None, None, 2, "n/a"), (None, None, 2, "n/a", None)], ["1.2", "1.1"]),
        ([(2, None, "Don't know", 2, None)], []),
    ],
    ids=[
        "the widest first",
        "between voices before within",
        "people who draw on care first",
        "more out of line first",
        "else in the framework's order",
        "not applicable against a rating",
        "not applicable within a voice",
        "not applicable between voices",
        "open answers count nowhere",
    ],
)
def test_the_agenda_is_ranked(columns: list[tuple[object, ...]], expected: list[str]) -> None:
    """The rule of ranking, one case for each of its steps."""
    assert ranked(*columns) == expected


@pytest.mark.parametrize(
    ("told", "apart"),
    [
        ([("Ann", PEOPLE, 1), ("Bob", STAFF, 2), ("Cy", STAFF, 2)], ["Ann"]),
        ([("Ann", PEOPLE, 1), ("Bea", CARERS, 1), ("Cy", STAFF, 2)], ["Ann", "Bea"]),
        ([("Ann", PEOPLE, 1), ("Bea", CARERS, 3)], ["Ann", "Bea"]),
        ([("Ann", PEOPLE, "n/a"), ("Cy", STAFF, 2)], ["Ann"]),
        ([("Ann", PEOPLE, 2), ("Cy", STAFF, "n/a")], ["Ann"]),
        ([("Abe", PEOPLE, 1), ("Ann", PEOPLE, 1), ("Bea", CARERS, 3)], ["Abe", "Ann", "Bea"]),
        ([("Ann", PEOPLE, "n/a"), ("Bob", STAFF, 2), ("Cy", STAFF, None)], ["Ann"]),
        ([("Ann", PEOPLE, 2), ("Bob", STAFF, "n/a"), ("Cy", STAFF, None)], ["Ann"]),
        ([("Ann", PEOPLE, 2), ("Cy", STAFF, None)], []),
        ([("Ann", PEOPLE, None), ("Bob", STAFF, 1), ("Cy", STAFF, 4)], []),
        ([("Ann", PEOPLE, 2), ("Bob", STAFF, 1), ("Cy", STAFF, 3)], []),
    ],
)
def test_those_who_draw_on_care_are_named_when_apart(told: list[Told], apart: list[str]) -> None:
    """A step from the median of the others is enough, however few they are."""
    moderation = side_by_side(*told)
    flags = [item.flag for item in cs.agenda(moderation)]

    assert [each.who.label for each in moderation["1.1"].set_apart] == apart
    assert all(name in flag for name in apart for flag in flags)
    assert bool(apart) == any(flags)


def test_the_reasons_are_plain_sentences() -> None:
    """An item says how far apart people are, which voices, within which, and who is out of line."""
    (item,) = cs.agenda(
        side_by_side(
            ("Ann", PEOPLE, 1),
            ("Bob", STAFF, 2),
            ("Cy", STAFF, 3),
            ("Di", LEADERS, 4),
            ("Ed", None, "n/a"),
            ("Flo", None, "n/a"),
        )
    )

    assert item.reason == (
        "Ed and Flo say that it does not apply; 4 people rated it. Answers are 3 steps apart, from "
        "1 Level A to 4 Level D. Voices differ by 3 steps: Leaders and commissioners at 4 Level D, "
        "People who draw on care and support at 1 Level A (medians). Within one voice (Staff), "
        "answers are up to 1 step apart. Ann and Di are two steps or more from the median of the "
        "others."
    )
    assert item.flag == (
        "People who draw on care and support stand apart (Ann: 1 Level A), and the median of the "
        "others is 3 Level C. Hear them, however few they are."
    )
    assert item.said[0] == "Ann (People who draw on care and support): 1 Level A"
    assert item.said[-1] == "Flo (Voice not given): Not applicable. “Flo says so”"


def test_one_who_says_it_does_not_apply_is_said_in_the_singular() -> None:
    """One person says, and one person rated."""
    (item,) = cs.agenda(side_by_side(("Ann", CARERS, "n/a"), ("Bob", STAFF, 2)))

    assert item.reason == "Ann says that it does not apply; 1 person rated it."
    assert item.flag.startswith("Unpaid carers stand apart (Ann: Not applicable), and the median")


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ((3, 4), "the median of the others lies between 3 Level C and 4 Level D"),
        ((4, 4), "the median of the others is 4 Level D"),
    ],
)
def test_a_median_between_two_levels_is_said_to_lie_there(
    others: tuple[int, int], told: str
) -> None:
    """Of two others who differ, no sentence says that their median is both levels."""
    one, two = others
    (item,) = cs.agenda(side_by_side(("Ann", CARERS, 1), ("Bob", STAFF, one), ("Cy", STAFF, two)))

    assert told in item.flag


def test_where_only_those_who_stand_apart_rated_no_median_is_named() -> None:
    """If all others say it does not apply there is no median of the others."""
    (item,) = cs.agenda(side_by_side(("Ann", CARERS, 2), ("Bob", STAFF, "n/a")))

    assert item.flag == (
        "Unpaid carers stand apart (Ann: 2 Level B). Hear them, however few they are."
    )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((2, 2), "All agree"),
        ((2, None), "One answer"),
        ((2, "n/a"), "1 of 2 not applicable"),
        ((1, 3, "n/a"), "1 of 3 not applicable; 2 steps"),
        ((1, 2), "1 step"),
    ],
)
def test_how_far_apart_is_said_in_a_few_words(answers: tuple[object, ...], expected: str) -> None:
    """The column of the meeting workbook says it briefly."""
    told = [(f"R{number}", STAFF, each) for number, each in enumerate(answers)]

    assert apart_in_words(side_by_side(*told)["1.1"]) == expected


def test_a_part_of_a_step_is_said_to_two_decimals() -> None:
    """Scores may be apart by part of a step."""
    assert steps_in_words(Fraction(5, 4)) == "1.25 steps"


def mixed(*quick: object) -> cs.Moderation:
    """Two full returns that rate a standard 2 and 3, and quick ones beside them."""
    framework = with_quick(TWO)
    form = cs.quick_form(framework)
    return cs.moderate(
        [
            returned("Full 1", STAFF, 2, 3, framework=framework),
            returned("Full 2", LEADERS, 2, 3, framework=framework),
            *(
                returned(f"Quick {number}", PEOPLE, each, framework=form)
                for number, each in enumerate(quick)
            ),
        ]
    )


def test_quick_ratings_stand_beside_the_full_forms_scores() -> None:
    """A standard has the quick form's rating and the full form's exact score."""
    view = mixed(1)[1]

    assert [each.value for each in view.answers] == [1, Fraction(5, 2), Fraction(5, 2)]
    assert [each.who.label for each in view.set_apart] == ["Quick 0"]
    assert view.median
    assert view.median.in_words(view.scale) == "2.50 (Level B)"


def test_a_quick_return_that_differs_on_a_standard_keeps_its_criteria_open() -> None:
    """Where full forms agree and a quick one does not, nothing is filled in over its head."""
    moderation = mixed(1)

    assert [item.view.heading for item in cs.agenda(moderation)] == ["Standard 1 Standard 1"]
    assert cs.agenda(moderation)[0].said[1].endswith("2.50 (Level B), score of its criteria")
    assert [each.answer for each in settled(moderation).ratings] == [cs.Answer.BLANK] * 2


def test_a_quick_return_less_than_a_step_away_does_not_differ() -> None:
    """A score of two and a half and a rating of three are no disagreement."""
    moderation = mixed(3)

    assert cs.agenda(moderation) == ()
    assert [each.level and each.level.value for each in settled(moderation).ratings] == [2, 3]


def test_where_all_forms_are_alike_standards_are_not_talked_about_twice() -> None:
    """The criteria say it; the standards' scores can still be looked up."""
    moderation = cs.moderate([returned("Ann", STAFF, 1, 1), returned("Bob", STAFF, 3, 3)])

    assert [item.view.part for item in cs.agenda(moderation)] == ["criterion", "criterion"]
    assert moderation["1"].steps == 2


def test_two_without_a_name_stand_in_the_order_of_their_files() -> None:
    """Whoever was given first plays no part, also where only files tell returns apart."""
    files = ("b.xlsx", "a.xlsx")
    moderation = cs.moderate([returned("", STAFF, 1, file=each) for each in files])

    assert [each.file for each in moderation.participants] == ["a.xlsx", "b.xlsx"]


def test_a_standard_without_a_score_is_open_and_one_that_does_not_apply_says_so() -> None:
    """A full form that rated nothing of a standard gives no score, and no made-up one."""
    moderation = cs.moderate([returned("Ann", STAFF), returned("Bob", STAFF, "n/a", "n/a")])

    assert (moderation[1].open, moderation[1].not_applicable) == (1, 1)


def test_an_unknown_part_is_a_key_error_with_a_suggestion() -> None:
    """Looking up what is not there says so, as a scorecard does."""
    with pytest.raises(KeyError, match=r"no standard or criterion '1\.9'"):
        _ = side_by_side(("Ann", STAFF, 1), ("Bob", STAFF, 1))["1.9"]


def test_newer_wording_of_the_same_edition_is_moderated_together() -> None:
    """Another wording of a level is the same level, and the newest patch is agreed."""
    reworded = [evolve(level, meaning="Anew") for level in ONE.scale]
    newer = evolve(ONE, scale=cs.Scale(tuple(reworded)), patch=1)
    moderation = cs.moderate(
        [returned("Ann", STAFF, 2, framework=ONE), returned("Bob", STAFF, 2, framework=newer)]
    )

    assert moderation.framework is newer
    assert cs.agree(moderation, {}).rating("1.1").answer == newer.scale.levels[1]


def test_no_return_and_one_return_are_too_few() -> None:
    """Moderation needs two returns."""
    assert codes() == [("too-few-returns", "")]
    assert codes(returned("Ann", STAFF, file="a.xlsx")) == [("too-few-returns", "a.xlsx")]


def test_one_respondent_answers_once() -> None:
    """The same name, apart from case and spaces, with the same voice is the same respondent."""
    first = returned("Ann Lee", STAFF, 1, file="a.xlsx")
    again = returned("ann  lee", STAFF, 2, file="b.xlsx")

    assert codes(first, again) == [("same-respondent", "a.xlsx")]


@pytest.mark.parametrize(
    ("name", "files", "expected"),
    [
        ("Ann", ("a.xlsx", "b.xlsx"), ("b.xlsx", "“Ann”", "a.xlsx")),
        ("Ann", ("", ""), ("Ann", "“Ann”", "Ann")),
        ("", ("", ""), ("", "a blank name", "another return")),
    ],
)
def test_who_answers_twice_is_told_with_both_returns(
    name: str, files: tuple[str, str], expected: tuple[str, str, str]
) -> None:
    """The second is the fault, by its file or else by name, and the first stands beside it."""
    with pytest.raises(cs.AssessmentError) as caught:
        cs.moderate(returned(name, STAFF, 1, file=file) for file in files)
    (found,) = caught.value.problems

    assert (str(found.place), found.found, found.allowed) == expected


def test_one_name_with_two_voices_is_two_respondents() -> None:
    """A carer who is also on the staff may answer as both, and both are told apart."""
    moderation = cs.moderate([returned("Ann", STAFF, 1), returned("Ann", CARERS, 2)])

    assert [each.label for each in moderation.participants] == ["Ann", "Ann (no. 2)"]


def test_blank_names_are_told_apart_by_file() -> None:
    """Two files without a name are two respondents, called by their files."""
    returns = [returned("", STAFF, 1, file="a.xlsx"), returned("", STAFF, 2, file="b.xlsx")]

    assert [each.label for each in cs.moderate(returns).participants] == ["a.xlsx", "b.xlsx"]


def test_blank_names_without_files_cannot_be_told_apart() -> None:
    """Nobody can say whether they are the same respondent, so it is asked for."""
    assert codes(returned("", STAFF, 1), returned("", STAFF, 2)) == [("same-respondent", "")]


def test_one_blank_name_is_called_so() -> None:
    """A return without name and file still has something to be called by."""
    returns = [returned("", STAFF, 1), returned("Bob", STAFF, 2)]

    assert {each.label for each in cs.moderate(returns).participants} == {"No name", "Bob"}


def test_case_and_spaces_make_no_other_council_or_period() -> None:
    """Borsetshire and BORSETSHIRE are one council; both are called as in the first return."""
    first = evolve(returned("Ann", STAFF), period="2026-27 Autumn")
    other = evolve(returned("Bob", STAFF), council="BORSET shire", period="2026-27  autumn")
    moderation = cs.moderate([other, first])

    assert (moderation.council, moderation.period) == ("Borsetshire", "2026-27 Autumn")


def test_everything_that_does_not_fit_is_told_at_once() -> None:
    """Another council, period, framework, edition, scale or criteria: each with its file."""
    framework = with_quick(TWO)
    returns = [returned(f"R{each}", STAFF, framework=framework) for each in range(3)]
    odd = {
        "council": evolve(returned("A", STAFF, file="council"), council=""),
        "period": evolve(returned("B", STAFF, file="period"), period="2025-26"),
        "framework": returned("C", STAFF, framework=evolve(TWO, id="other"), file="framework"),
        "edition": returned("D", STAFF, framework=evolve(TWO, edition="2"), file="edition"),
        "scale": returned("E", STAFF, framework=one_standard(2, (1, 2, 3)), file="scale"),
        "criteria": returned("F", STAFF, framework=one_standard(3), file="criteria"),
    }

    assert codes(*returns, *odd.values()) == [
        ("other-council", "council"),
        ("other-period", "period"),
        *(("not-comparable", name) for name in ("framework", "edition", "scale", "criteria")),
    ]


def test_a_return_of_another_framework_is_told_once() -> None:
    """What else differs follows from that, and would only hide it."""
    other = evolve(one_standard(3, (1, 2, 3)), id="other", edition="2")
    returns = [returned(name, STAFF) for name in ("Ann", "Bob")]

    assert codes(*returns, returned("Cy", STAFF, framework=other, file="c.xlsx")) == [
        ("not-comparable", "c.xlsx")
    ]


def test_a_return_without_a_council_is_told_so() -> None:
    """A blank is called none, beside what the others say."""
    returns = [returned(name, STAFF) for name in ("Ann", "Bob", "Cy")]
    with pytest.raises(cs.AssessmentError) as caught:
        cs.moderate([*returns[:2], evolve(returns[2], council="")])
    (found,) = caught.value.problems

    assert (found.code, found.found, found.allowed) == (
        "other-council",
        "none",
        "“Borsetshire”",
    )


@pytest.mark.parametrize(
    ("council", "period"),
    [("Borsetshire County Council", "2026-27"), ("BORSETSHIRE COUNCIL", "2026/27")],
)
def test_one_council_and_round_may_be_written_in_several_ways(council: str, period: str) -> None:
    """Returns are put side by side as a region takes them for one."""
    other = evolve(returned("Bob", STAFF), council=council, period=period)

    assert len(cs.moderate([returned("Ann", STAFF), other]).participants) == 2


def test_of_two_returns_neither_is_taken_as_right() -> None:
    """Both councils and both periods are named, with the file of each."""
    ann = returned("Ann", STAFF, file="a.xlsx")
    bob = evolve(returned("Bob", STAFF, file="b.xlsx"), council="", period="2025-26")
    with pytest.raises(cs.AssessmentError) as caught:
        cs.moderate([ann, bob])

    assert [str(each).partition(". ")[0] for each in caught.value.problems] == [
        "b.xlsx: Its council is none, and that of a.xlsx is “Borsetshire”",
        "b.xlsx: Its period is “2025-26”, and that of a.xlsx is “2026-27”",
    ]


def test_one_file_given_twice_is_told_as_that() -> None:
    """It is no second return by the same respondent."""
    ann = returned("Ann", STAFF, file="a.xlsx")
    copy = evolve(ann, source=cs.Source("b.xlsx", "a.xlsx"))
    with pytest.raises(cs.AssessmentError, match=r"b\.xlsx: It is the same file as a\.xlsx"):
        cs.moderate([ann, copy])


def test_standards_that_are_not_the_same_cannot_be_compared() -> None:
    """A quick form of a framework with other standards is refused too."""
    renumbered = [evolve(with_quick(TWO).standards[0], number=2)]
    form = cs.quick_form(evolve(with_quick(TWO), standards=renumbered))
    returns = [
        returned("Ann", STAFF, framework=with_quick(TWO)),
        returned("Bob", STAFF, framework=with_quick(TWO)),
        returned("Cy", STAFF, framework=form, file="c.xlsx"),
    ]

    assert codes(*returns) == [("not-comparable", "c.xlsx")]


def differing() -> cs.Moderation:
    """Two returns that differ on the first of two criteria, and agree on the second."""
    return cs.moderate([returned("Ann", PEOPLE, 1, 2), returned("Bob", STAFF, 3, 2)])


def refusals(decisions: dict[str, cs.Decision]) -> list[tuple[str, str]]:
    """The problems of agreeing so, by code and place."""
    with pytest.raises(cs.AssessmentError) as caught:
        cs.agree(differing(), decisions)
    return [(each.code, str(each.place)) for each in caught.value.problems]


def test_what_people_decide_is_agreed_with_its_reason_and_place() -> None:
    """A decision gives the rating, and everybody's own stay beside it."""
    moderation = differing()
    origin = cs.Place("meeting.xlsx", "Agreed", "H5")
    decision = cs.Decision("level c", "Ann's examples", cs.Confidence.LOW, origin)
    agreed = cs.agree(moderation, {"1.1": decision})
    rating = agreed.rating("1.1")

    assert (rating.level, rating.comment, rating.confidence, rating.origin) == (
        TWO.scale.levels[2],
        "Ann's examples",
        cs.Confidence.LOW,
        origin,
    )
    assert [each.value for each in moderation["1.1"].answers] == [1, 3]
    assert agreed.rating("1.2").answer == TWO.scale.levels[1]
    assert (agreed.council, agreed.respondent.name) == ("Borsetshire", "Agreed in moderation")


def test_a_decision_is_the_same_wherever_it_was_read() -> None:
    """What people decided can be compared with what they typed elsewhere."""
    origin = cs.Place("meeting.xlsx", "Agreed", "H5")

    assert cs.Decision(3, "Why", origin=origin) == cs.Decision(3, " Why ")


def test_everything_that_is_wrong_with_decisions_is_told_at_once() -> None:
    """No reason, an answer that cannot be read and an unknown criterion all come together."""
    decisions = {
        "1.1": cs.Decision(3),
        "1.2": cs.Decision("5", "Why"),
        "9.9": cs.Decision(1, "Why"),
    }

    assert refusals(decisions) == [
        ("unknown-criterion", ""),
        ("decision-reason-missing", "1.1"),
        ("answer-not-allowed", "1.2"),
    ]


@pytest.mark.parametrize("decisions", [{}, {"1.1": cs.Decision(None, "Out of time")}])
def test_what_a_meeting_does_not_come_to_stays_open(decisions: dict[str, cs.Decision]) -> None:
    """Where people differ and decide nothing, there is no rating, and a note says where."""
    agreed = cs.agree(differing(), decisions)

    assert agreed.rating("1.1").answer is cs.Answer.BLANK
    assert [(each.code, each.place.item) for each in undecided(differing(), agreed)] == [
        ("decision-missing", "1.1")
    ]


def test_what_is_decided_or_was_never_rated_is_not_undecided() -> None:
    """A decision ends a difference, and where nobody answered there was none."""
    moderation = cs.moderate([returned("Ann", PEOPLE, 1, None), returned("Bob", STAFF, 3, None)])
    agreed = cs.agree(moderation, {"1.1": cs.Decision(3, "Why")})

    assert agreed.rating("1.2").answer is cs.Answer.BLANK
    assert undecided(moderation, agreed) == ()


def test_what_is_agreed_is_in_nobodys_voice() -> None:
    """A voice that somebody chose in the meeting's workbook does not speak for all."""
    met = evolve(settled(differing()), respondent=cs.Respondent("Meeting of May", STAFF))
    agreed = cs.agree(differing(), met)

    assert agreed.respondent == cs.Respondent("Meeting of May")


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ({"1.1": cs.Decision(3)}, [("decision-reason-missing", "1.1")]),
        (
            {"1.1": cs.Decision(3, "Why"), "1.2": cs.Decision(4)},
            [("decision-reason-missing", "1.2")],
        ),
        (
            {"1.1": cs.Decision(3, "Why"), "1.2": cs.Decision("Don't know")},
            [("decision-reason-missing", "1.2")],
        ),
    ],
)
def test_a_decision_needs_its_reason(
    decisions: dict[str, cs.Decision], expected: list[tuple[str, str]]
) -> None:
    """A reason is needed where people differ, and wherever it is not what all said."""
    assert refusals(decisions) == expected


def test_what_all_said_may_be_decided_without_a_reason() -> None:
    """Saying again what all said needs none."""
    decisions = {"1.1": cs.Decision(3, "Why"), "1.2": cs.Decision(2)}

    assert cs.agree(differing(), decisions).rating("1.2").level == TWO.scale.levels[1]


def test_nobody_knowing_needs_no_reason() -> None:
    """Where all is open, Don't know may be said again."""
    moderation = side_by_side(("Ann", STAFF, None), ("Bob", STAFF, None))
    agreed = cs.agree(moderation, {"1.1": cs.Decision("Don't know")})

    assert agreed.rating("1.1").answer is cs.Answer.DONT_KNOW


def test_reasons_for_not_applicable_are_kept() -> None:
    """Where all say it does not apply, their reasons stand together, also if decided again."""
    moderation = side_by_side(("Ann", STAFF, "n/a"), ("Bob", STAFF, "n/a"))

    for decisions in ({}, {"1.1": cs.Decision(cs.Answer.NOT_APPLICABLE)}):
        assert cs.agree(moderation, decisions).rating("1.1").comment == "Ann says so\nBob says so"


@pytest.mark.parametrize("open_answer", [None, "Don't know"])
def test_who_leaves_it_open_does_not_undo_what_the_others_said(open_answer: object) -> None:
    """What all who answered said is agreed, whoever was asked first."""
    moderation = side_by_side(("Ann", STAFF, open_answer), ("Bob", STAFF, 2), ("Cy", STAFF, 2))

    assert settled(moderation).rating("1.1").level == ONE.scale.levels[1]


def test_what_all_said_alike_is_kept_whole() -> None:
    """The same rating, confidence and comment from all is agreed as it is."""
    rating = cs.Rating("1.1", ONE.scale.levels[2], cs.Confidence.HIGH, "As published")
    returns = [
        cs.Assessment(ONE, (rating,), respondent=cs.Respondent(name)) for name in ("Ann", "Bob")
    ]
    other = evolve(returns[1], ratings=[evolve(rating, confidence=None, comment="")])

    assert cs.agree(cs.moderate(returns), {}).rating("1.1") == rating
    assert cs.agree(cs.moderate([returns[0], other]), {}).rating("1.1") == cs.Rating(
        "1.1", rating.answer
    )


@pytest.mark.parametrize(
    ("decision", "confidence"),
    [
        (cs.Decision(3), cs.Confidence.HIGH),
        (cs.Decision(3, "We looked again", cs.Confidence.LOW), cs.Confidence.LOW),
        (cs.Decision(2, "Less is shown"), None),
        (cs.Decision(None), None),
    ],
)
def test_how_sure_all_are_stands_with_what_all_said(
    decision: cs.Decision, confidence: cs.Confidence | None
) -> None:
    """Who decides what all said keeps their confidence, unless another one is given."""
    rating = cs.Rating("1.1", ONE.scale.levels[2], cs.Confidence.HIGH)
    returns = [
        cs.Assessment(ONE, (rating,), respondent=cs.Respondent(name)) for name in ("Ann", "Bob")
    ]
    agreed = cs.agree(cs.moderate(returns), {"1.1": decision})

    assert agreed.rating("1.1").confidence is confidence


def test_an_answer_that_is_taken_out_takes_its_comment_along() -> None:
    """A meeting may leave open what all said; no comment on it stays behind."""
    rating = cs.Rating("1.1", ONE.scale.levels[2], None, "As published")
    returns = [
        cs.Assessment(ONE, (rating,), respondent=cs.Respondent(name)) for name in ("Ann", "Bob")
    ]
    agreed = cs.agree(cs.moderate(returns), {"1.1": cs.Decision(None)})

    assert agreed.rating("1.1") == cs.Rating("1.1", cs.Answer.BLANK)


def test_evidence_and_actions_of_all_are_kept_once() -> None:
    """What two returns list alike is listed once; a quick line's is its standard's."""
    framework = with_quick(TWO)
    full = returned("Ann", STAFF, 2, 2, framework=framework)
    quick = returned("Bob", PEOPLE, 2, framework=cs.quick_form(framework))
    act = cs.Action("Ask people")
    agreed = cs.agree(
        cs.moderate(
            [
                evolve(full, evidence=[cs.Evidence("Survey", ("1",))], actions=[act]),
                evolve(quick, evidence=[cs.Evidence("Survey", ("Q1", "1"))], actions=[act]),
            ]
        ),
        {},
    )

    assert agreed.evidence == (cs.Evidence("Survey", ("1",)),)
    assert agreed.actions == (act,)


def test_a_meeting_workbook_of_another_round_is_refused() -> None:
    """What was decided for another council or in the other form is not agreed here."""
    moderation = mixed(1)
    start = settled(moderation)
    decided = [
        cs.Rating(each.criterion, TWO.scale.levels[0], None, "Why") for each in start.ratings
    ]
    met = evolve(start, ratings=decided, date=date(2027, 3, 1))
    asked_more = evolve(met, framework=with_quick(one_standard(3)))

    assert cs.agree(moderation, met) == met
    for other, code in (
        (evolve(met, council="Elsewhere"), "two-councils"),
        (cs.Assessment(cs.quick_form(with_quick(TWO))), "other-form"),
        (asked_more, "not-comparable"),
    ):
        with pytest.raises(cs.AssessmentError) as caught:
            cs.agree(moderation, other)
        assert caught.value.problems[0].code == code


def test_rows_stand_side_by_side() -> None:
    """Each criterion and standard is a flat row with a key for each respondent."""
    first, *_, last = differing().rows()

    assert first["Ann (People who draw on care and support)"] == "1 Level A"
    assert (first["median_exact"], first["spread"], first["set_apart"]) == ("2", 2.0, "Ann")
    assert (last["part"], last["Bob (Staff)"]) == ("standard", "2.50 (Level B)")


def test_the_agenda_has_rows() -> None:
    """Each item is a flat row, in order."""
    (row,) = cs.agenda(differing()).rows()

    assert (row["rank"], row["id"], row["steps"]) == (1, "1.1", 2.0)
    assert str(row["said"]).startswith("Ann (People who draw on care and support): 1 Level A")


def test_json_holds_every_rating_with_its_cell() -> None:
    """Other programs get the ratings, the splits, the agenda and where each was read."""
    origin = cs.Place("a.xlsx", "Sheet", "H7")
    ann = returned("Ann", PEOPLE, 1, framework=ONE, file="a.xlsx")
    ann = evolve(ann, ratings=[evolve(ann.ratings[0], origin=origin, confidence=cs.Confidence.LOW)])
    bob = evolve(returned("Bob", None, 3, framework=ONE), date=date(2027, 3, 1))
    document = json.loads(cs.moderation_json(cs.moderate([ann, bob])))
    said = document["criteria"][0]["answers"][0]

    assert document["schema"] == "commissioning-standards/moderation/1"
    assert (said["file"], said["sheet"], said["cell"], said["confidence"]) == (
        "a.xlsx",
        "Sheet",
        "H7",
        "Low",
    )
    assert document["returns"][1]["date"] == "2027-03-01"
    assert document["criteria"][0]["between_voices"]["low"] == PEOPLE.value
    assert document["agenda"][0]["id"] == "1.1"


def test_the_first_items_are_told_in_lines() -> None:
    """A terminal shows the first few, and how many more there are."""
    items = cs.agenda(cs.moderate([returned("Ann", PEOPLE, 1, 2), returned("Bob", STAFF, 3, 3)]))

    assert agenda_text(items, 1).splitlines()[0] == "To talk about: 2"
    assert agenda_text(items, 1).endswith("\nAnd 1 more.")
    assert agenda_text(items).count("\n") == 2
    assert agenda_text(Agenda()) == "Nobody differs: there is nothing to talk about."


def test_every_order_of_three_is_the_same() -> None:
    """A case by hand of the law above, with blank names."""
    returns = [returned("", STAFF, each, file=f"{each}.xlsx") for each in (1, 2, 3)]

    assert len({str(cs.moderate(each)) for each in permutations(returns)}) == 1
