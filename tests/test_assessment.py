"""An assessment holds one respondent's answers, and only what fits its framework."""

from __future__ import annotations

import pickle
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.answers import choices
from commissioning_standards.fitting import references
from tests.strategies import assessments, frameworks

NOT_APPLICABLE, DONT_KNOW, BLANK = cs.Answer.NOT_APPLICABLE, cs.Answer.DONT_KNOW, cs.Answer.BLANK


def assessment(framework: cs.Framework, *ratings: cs.Rating, **parts: Any) -> cs.Assessment:
    """An assessment with these ratings and parts."""
    return cs.Assessment(framework, ratings, **parts)


def evidence(title: str = "A survey", *about: str) -> cs.Evidence:
    """A piece of evidence about these parts."""
    bears_on: Any = about
    return cs.Evidence(title, bears_on)


def action(title: str = "Ask people", *about: str) -> cs.Action:
    """An action about these parts."""
    bears_on: Any = about
    return cs.Action(title, bears_on)


def told_of(
    framework: cs.Framework, *ratings: cs.Rating, **parts: Any
) -> list[tuple[str, str, str]]:
    """The code, place and finding of every fault of such an assessment."""
    with pytest.raises(cs.AssessmentError) as refusal:
        assessment(framework, *ratings, **parts)
    return [(each.code, str(each.place), each.found) for each in refusal.value.problems]


def told_of_answers(framework: cs.Framework, answers: Any, **more: Any) -> list[tuple[str, str]]:
    """The code and place of every fault of answers as people write them."""
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.assess(framework, answers, **more)
    return [(each.code, str(each.place)) for each in refusal.value.problems]


@pytest.fixture(scope="module")
def leading(route_map: cs.Framework) -> cs.Level:
    """The highest level."""
    return route_map.scale.levels[-1]


def test_ratings_left_out_are_blank(route_map: cs.Framework) -> None:
    """An assessment has a rating for each criterion, blank where none was given."""
    actual = assessment(route_map).ratings

    assert tuple(cs.Rating(each.id) for each in route_map.criteria) == actual


def test_ratings_come_in_the_order_of_the_framework(route_map: cs.Framework) -> None:
    """The order in which ratings are given does not matter."""
    ratings = [cs.Rating(each.id, DONT_KNOW) for each in route_map.criteria]

    assert tuple(ratings) == assessment(route_map, *reversed(ratings)).ratings


@given(st.data())
def test_any_order_of_ratings_is_the_same_assessment(data: st.DataObject) -> None:
    """Of any framework, ratings in any order make the same assessment."""
    expected = data.draw(assessments(data.draw(frameworks())))
    shuffled = data.draw(st.permutations(expected.ratings))

    assert expected == evolve(expected, ratings=shuffled)


def test_ratings_may_come_from_any_iterable(route_map: cs.Framework, leading: cs.Level) -> None:
    """A generator of ratings is as good as a list."""
    ratings: Any = (cs.Rating(key, leading) for key in ("1.2", "1.1"))
    actual = cs.Assessment(route_map, ratings).rating("1.1")

    assert cs.Rating("1.1", leading) == actual


def test_a_rating_is_found_by_its_criterion(route_map: cs.Framework, leading: cs.Level) -> None:
    """The rating of a criterion is found by the criterion's ID."""
    rating = cs.Rating("4.1", leading, cs.Confidence.LOW, "In two areas")
    actual = assessment(route_map, rating).rating("4.1")

    assert rating is actual


def test_the_ratings_of_a_standard_come_in_order(route_map: cs.Framework) -> None:
    """A standard's ratings are those of its criteria."""
    ratings = assessment(route_map).ratings_of(route_map.standards[3])
    expected = ["4.1", "4.2", "4.3", "4.4"]
    actual = [rating.criterion for rating in ratings]

    assert expected == actual


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(BLANK, (True, False)), (DONT_KNOW, (True, False)), (NOT_APPLICABLE, (False, True))],
)
def test_an_answer_that_is_no_level_is_open_or_not_applicable(
    answer: cs.Answer, expected: tuple[bool, bool]
) -> None:
    """Blank and not known are open, not applicable is not, and none of them is a level."""
    rating = cs.Rating("4.1", answer)

    assert (None, *expected) == (rating.level, rating.is_open, rating.is_not_applicable)


def test_a_level_is_neither_open_nor_not_applicable(leading: cs.Level) -> None:
    """A rating with a level says which, and is settled."""
    rating = cs.Rating("4.1", leading)

    assert (leading, False, False) == (rating.level, rating.is_open, rating.is_not_applicable)


def test_an_unknown_criterion_is_told_with_the_nearest(route_map: cs.Framework) -> None:
    """A rating of a criterion that is not there is a fault that names the one probably meant."""
    with pytest.raises(cs.AssessmentError) as refusal:
        assessment(route_map, cs.Rating("12.44"))
    expected = [("unknown-criterion", "“12.44”", "Did you mean 12.4?")]
    actual = [(each.code, each.found, each.hint) for each in refusal.value.problems]

    assert expected == actual


def test_a_criterion_rated_twice_is_told(route_map: cs.Framework, leading: cs.Level) -> None:
    """Two ratings of one criterion are a fault, even where they agree."""
    expected = [("duplicate-rating", "4.1", "“4.1”")]
    actual = told_of(route_map, cs.Rating("4.1", leading), cs.Rating("4.1", leading))

    assert expected == actual


def test_every_faulty_id_is_told(route_map: cs.Framework) -> None:
    """Each unknown or repeated criterion is told."""
    keys = ("zz", "4.1", "4.1", "yy", "yy")
    told = told_of(route_map, *(cs.Rating(key) for key in keys))
    expected = [
        ("duplicate-rating", "“4.1”"),
        ("duplicate-rating", "“yy”"),
        ("unknown-criterion", "“yy”"),
        ("unknown-criterion", "“zz”"),
    ]
    actual = sorted((code, found) for code, _, found in told)

    assert expected == actual


@pytest.mark.parametrize("comment", ["", "  ", "\n\t", "\x00", "\u00a0"])
def test_not_applicable_needs_a_reason(route_map: cs.Framework, comment: str) -> None:
    """Not applicable without a reason, or with one that only looks like one, is a fault."""
    expected = [("reason-missing", "4.1", "")]
    actual = told_of(route_map, cs.Rating("4.1", NOT_APPLICABLE, comment=comment))

    assert expected == actual


def test_not_applicable_with_a_reason_stands(route_map: cs.Framework) -> None:
    """A reason is all that not applicable needs."""
    rating = cs.Rating("4.1", NOT_APPLICABLE, comment="No such service here")
    actual = assessment(route_map, rating).rating("4.1")

    assert actual.is_not_applicable


@pytest.mark.parametrize(
    "level",
    [
        cs.Level("superb", 5, "Superb"),
        cs.Level("leading", 4, "Leading the way"),
        cs.Level("leading", Fraction(7, 2), "Leading"),
    ],
)
def test_a_level_of_another_scale_is_told(route_map: cs.Framework, level: cs.Level) -> None:
    """A level that is not of the framework's own scale is a fault, however like one it is."""
    actual = told_of(route_map, cs.Rating("4.1", level))

    assert [("answer-not-allowed", "4.1", level.choice)] == actual


def test_a_foreign_level_is_told_with_the_choices(route_map: cs.Framework) -> None:
    """The fault names every answer that may be given."""
    with pytest.raises(cs.AssessmentError) as refusal:
        assessment(route_map, cs.Rating("4.1", cs.Level("superb", 5, "Superb")))

    assert [", ".join(choices(route_map.scale))] == [e.allowed for e in refusal.value.problems]


@pytest.mark.parametrize("answer", [3, "3 Established", "", None, True, Fraction(3)])
def test_an_answer_that_is_none_is_told(route_map: cs.Framework, answer: Any) -> None:
    """A bare number or text put in a rating by a script is a fault, and is not dropped unseen."""
    expected = ["answer-not-allowed"]
    actual = [code for code, _, _ in told_of(route_map, cs.Rating("4.1", answer))]

    assert expected == actual


def test_evidence_may_bear_on_standards_and_criteria(route_map: cs.Framework) -> None:
    """Standard numbers and criterion IDs are what evidence and actions may be about."""
    whole = assessment(route_map, evidence=[evidence("E", "4", "4.1")], actions=[action("A", "12")])
    expected = (("4", "4.1"), ("12",))
    actual = (whole.evidence[0].about, whole.actions[0].about)

    assert expected == actual


def test_references_are_numbers_and_criteria(route_map: cs.Framework) -> None:
    """What may be referred to is twelve numbers and 48 criteria of the route map."""
    actual = references(route_map)

    assert (len(actual), actual[:2], actual[-2:]) == (60, ("1", "2"), ("12.3", "12.4"))


@pytest.mark.parametrize("about", ["13", "4.5", "inclusive", "", " 4", "4.1, 4.2", "04"])
def test_an_unknown_reference_is_told(route_map: cs.Framework, about: str) -> None:
    """Evidence and actions about something that is no part of the framework are faults."""
    parts = {"evidence": [evidence("E", about)], "actions": [action(), action("A", "4", about)]}
    actual = told_of(route_map, **parts)

    assert [
        ("unknown-reference", "evidence[0]", f"“{about}”"),
        ("unknown-reference", "actions[1]", f"“{about}”"),
    ] == actual


@pytest.mark.parametrize("title", ["", "  ", "\x00"])
def test_evidence_and_actions_need_a_title(route_map: cs.Framework, title: str) -> None:
    """A row of details that does not say what it is about is a fault with its place."""
    parts = {"evidence": [evidence(), evidence(title)], "actions": [action(title)]}
    expected = [("title-missing", "evidence[1]", ""), ("title-missing", "actions[0]", "")]
    actual = told_of(route_map, **parts)

    assert expected == actual


def test_every_fault_of_answers_and_records_is_told_at_once(route_map: cs.Framework) -> None:
    """Missing reasons, foreign levels, missing titles and bad references come in one error."""
    ratings = (
        cs.Rating("1.1", NOT_APPLICABLE),
        cs.Rating("1.2", cs.Level("superb", 5, "Superb")),
    )
    parts = {"evidence": [evidence("", "99")], "actions": [action("", "98", "97")]}
    expected = [
        "answer-not-allowed",
        "reason-missing",
        "title-missing",
        "title-missing",
        "unknown-reference",
        "unknown-reference",
        "unknown-reference",
    ]
    actual = sorted(code for code, _, _ in told_of(route_map, *ratings, **parts))

    assert expected == actual


def test_unknown_criteria_are_told_together_with_other_faults(route_map: cs.Framework) -> None:
    """An unknown criterion does not hide a missing reason or a bad reference."""
    ratings = (cs.Rating("99.9"), cs.Rating("1.1", NOT_APPLICABLE))
    told = told_of(route_map, *ratings, evidence=[evidence("", "98")])
    expected = ["reason-missing", "title-missing", "unknown-criterion", "unknown-reference"]
    actual = sorted(code for code, _, _ in told)

    assert expected == actual


def test_text_is_kept_tidy(route_map: cs.Framework) -> None:
    """Names, comments and titles lose spaces at their ends and what no document can hold."""
    whole = assessment(
        route_map,
        cs.Rating("1.1", comment=" one\r\ntwo\x00 "),
        council=" Borsetshire\n",
        period="\t2026-27",
        respondent=cs.Respondent(" Ruth "),
    )
    expected = ("Borsetshire", "2026-27", "Ruth", "one\ntwo")
    actual = (whole.council, whole.period, whole.respondent.name, whole.rating("1.1").comment)

    assert expected == actual


def test_text_of_evidence_is_kept_tidy() -> None:
    """Every text of a piece of evidence is tidied."""
    whole = cs.Evidence(" t ", owner=" o ", link=" l ", notes=" n ")
    expected = ("t", "o", "l", "n")
    actual = (whole.title, whole.owner, whole.link, whole.notes)

    assert expected == actual


def test_text_of_actions_is_kept_tidy() -> None:
    """Every text of an action is tidied."""
    whole = cs.Action(" t ", owner=" o ", measure=" m ", notes=" n ")
    expected = ("t", "o", "m", "n")
    actual = (whole.title, whole.owner, whole.measure, whole.notes)

    assert expected == actual


def test_where_a_rating_was_read_takes_no_part_in_equality(leading: cs.Level) -> None:
    """The same answer read from another cell is the same rating."""
    here = cs.Rating("4.1", leading, origin=cs.Place("a.xlsx", cell="H7"))
    there = cs.Rating("4.1", leading, origin=cs.Place("b.xlsx", cell="J9"))

    assert here == there


def test_the_file_takes_no_part_in_equality(route_map: cs.Framework) -> None:
    """The same answers from another file are the same assessment."""
    here = assessment(route_map, source=cs.Source("a.xlsx", "0" * 64))
    there = assessment(route_map, source=cs.Source("b.xlsx", "1" * 64))

    assert (here, hash(here)) == (there, hash(there))


@pytest.mark.parametrize(
    "parts",
    [
        {"council": "Borsetshire"},
        {"period": "2026-27"},
        {"respondent": cs.Respondent("Ruth")},
        {"respondent": cs.Respondent(voice=cs.Voice.CARERS)},
        {"date": date(2027, 3, 31)},
        {"evidence": [evidence()]},
        {"actions": [action()]},
        {"ratings": [cs.Rating("4.1", DONT_KNOW)]},
        {"ratings": [cs.Rating("4.1", comment="Ask Ruth")]},
        {"ratings": [cs.Rating("4.1", confidence=cs.Confidence.LOW)]},
    ],
)
def test_all_else_takes_part_in_equality(route_map: cs.Framework, parts: dict[str, Any]) -> None:
    """Any other difference makes another assessment."""
    changed, blank = cs.Assessment(route_map, **parts), cs.Assessment(route_map)

    assert changed != blank


@pytest.mark.parametrize("name", ["council", "ratings", "framework", "source"])
def test_an_assessment_cannot_be_changed(route_map: cs.Framework, name: str) -> None:
    """An assessment that was checked stays as it was checked."""
    whole = assessment(route_map)
    with pytest.raises(AttributeError):
        setattr(whole, name, None)


@pytest.mark.parametrize(
    "record", [cs.Rating("4.1"), evidence(), action(), cs.Respondent(), cs.Source("a", "b")]
)
def test_records_cannot_be_changed(record: object) -> None:
    """Neither ratings, evidence, actions, respondents nor sources change once made."""
    name = next(iter(record.__annotations__))
    with pytest.raises(AttributeError):
        setattr(record, name, "changed")


def test_a_changed_copy_is_checked_again(route_map: cs.Framework) -> None:
    """A copy with a change must fit the framework too."""
    whole = assessment(route_map)
    changes: dict[str, Any] = {"evidence": [evidence("")]}
    with pytest.raises(cs.AssessmentError):
        evolve(whole, **changes)


def test_an_assessment_can_be_pickled(example: cs.Assessment) -> None:
    """An assessment comes whole out of another process."""
    actual = pickle.loads(pickle.dumps(example))  # noqa: S301

    assert (example, example.source) == (actual, actual.source)


@pytest.mark.parametrize(
    "content", [3, 3.0, "3", "3.0", '"3"', " 3 – established ", "established", "3 Established"]
)
def test_a_script_may_answer_as_people_write(route_map: cs.Framework, content: object) -> None:
    """Figures, words and both are read as the level they mean."""
    actual = cs.assess(route_map, {"4.1": content}).rating("4.1").level

    assert route_map.scale.levels[2] == actual


@pytest.mark.parametrize(
    ("content", "expected"),
    [("n/a", NOT_APPLICABLE), ("Don’t know", DONT_KNOW), (None, BLANK), ("", BLANK), (" ", BLANK)],
)
def test_a_script_may_give_the_other_answers(
    route_map: cs.Framework, content: object, expected: cs.Answer
) -> None:
    """Not applicable, don't know and blank are read in their forms."""
    whole = cs.assess(route_map, {"4.1": content}, comments={"4.1": "No such service here"})

    assert expected is whole.rating("4.1").answer


def test_a_script_may_say_who_and_when(route_map: cs.Framework) -> None:
    """Council, period, respondent, date and comments are kept."""
    ruth = cs.Respondent("Ruth", cs.Voice.STAFF)
    comments = {"1.1": "In two areas"}
    day = date(2027, 3, 31)
    whole = cs.assess(
        route_map, {"1.1": 2}, comments=comments, council="B", period="P", respondent=ruth, date=day
    )
    rating = cs.Rating("1.1", route_map.scale.levels[1], comment="In two areas")

    assert cs.Assessment(route_map, (rating,), "B", "P", ruth, day) == whole


def test_a_script_may_answer_nothing(route_map: cs.Framework) -> None:
    """No answers at all are a blank assessment."""
    actual = cs.assess(route_map, {})

    assert cs.Assessment(route_map) == actual


def test_a_comment_needs_no_answer(route_map: cs.Framework) -> None:
    """A comment on a criterion without an answer is kept, the rating staying blank."""
    actual = cs.assess(route_map, {}, comments={"4.1": "Ask Ruth"}).rating("4.1")

    assert cs.Rating("4.1", comment="Ask Ruth") == actual


@pytest.mark.parametrize("content", [5, "3.5", "Establish", True, date(2027, 3, 1), float("nan")])
def test_an_answer_that_cannot_be_read_is_told(route_map: cs.Framework, content: object) -> None:
    """A near miss, a number between, a tick or a date is a fault with its criterion."""
    expected = [("answer-not-allowed", "4.1")]
    actual = told_of_answers(route_map, {"4.1": content})

    assert expected == actual


def test_a_near_miss_brings_a_suggestion(route_map: cs.Framework) -> None:
    """An answer that is nearly a choice is told with that choice, and not taken for it."""
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.assess(route_map, {"4.1": "Establishd"})

    assert [each.hint for each in refusal.value.problems] == ["Did you mean 3 Established?"]


def test_every_unread_answer_is_told(route_map: cs.Framework) -> None:
    """Each answer that cannot be read is a fault."""
    expected = [("answer-not-allowed", "4.1"), ("answer-not-allowed", "4.3")]
    actual = told_of_answers(route_map, {"4.1": "five", "4.2": 3, "4.3": 9})

    assert expected == actual


def test_a_script_needs_a_reason_too(route_map: cs.Framework) -> None:
    """Not applicable without a comment is a fault in a script as anywhere."""
    expected = [("reason-missing", "4.1")]
    actual = told_of_answers(route_map, {"4.1": "n/a"}, comments={"4.2": "x"})

    assert expected == actual


@pytest.mark.parametrize("given_as", ["answers", "comments"])
def test_an_unknown_criterion_of_a_script_is_told(route_map: cs.Framework, given_as: str) -> None:
    """An ID that is not there is a fault, whether of an answer or of a comment."""
    parts: dict[str, Any] = {"answers": {}, given_as: {"99.9": "3"}}
    expected = ["unknown-criterion"]
    actual = [code for code, _ in told_of_answers(route_map, **parts)]

    assert expected == actual


def test_every_fault_of_a_script_is_told_at_once(route_map: cs.Framework) -> None:
    """Unread answers, unknown criteria and missing reasons come in one error."""
    told = told_of_answers(route_map, {"1.1": "five", "99.9": 3, "1.2": "n/a"})
    expected = ["answer-not-allowed", "reason-missing", "unknown-criterion"]
    actual = sorted(code for code, _ in told)

    assert expected == actual


def test_a_number_in_place_of_an_id_is_told(route_map: cs.Framework) -> None:
    """A script that writes 4.1 without quotes gets a problem that shows it, and no crash."""
    expected = ["unknown-criterion"]
    actual = [code for code, _ in told_of_answers(route_map, {4.1: 3})]

    assert expected == actual


def test_what_is_not_said_may_be_none(route_map: cs.Framework) -> None:
    """None stands for nothing said, as scripts have it."""
    made = cs.assess(route_map, {"4.1": None}, comments={"4.1": None}, council=None, period=None)

    assert made == cs.assess(route_map, {})


def test_answers_in_a_series_go_by_its_index(route_map: cs.Framework) -> None:
    """A column of a table is read by its index, as a dict is by its keys."""
    answers: Any = pd.Series({"4.1": 3, "4.2": None})
    comments: Any = pd.Series({"4.1": "We do", "4.2": None})

    assert cs.assess(route_map, answers, comments=comments) == cs.assess(
        route_map, {"4.1": 3}, comments={"4.1": "We do"}
    )


def test_an_answer_may_be_one_already(route_map: cs.Framework, leading: cs.Level) -> None:
    """A level of the scale and the other answers stand for themselves."""
    made = cs.assess(route_map, {"4.1": leading, "4.2": DONT_KNOW, "4.3": BLANK})

    assert [made.rating(each).answer for each in ("4.1", "4.2", "4.3")] == [
        leading,
        DONT_KNOW,
        BLANK,
    ]


def test_a_level_that_is_called_the_same_is_read(
    route_map: cs.Framework, leading: cs.Level
) -> None:
    """A level of an earlier wording is this one's, whatever is said of it now."""
    made = cs.assess(route_map, {"4.1": evolve(leading, meaning="As it was put before")})

    assert made.rating("4.1").answer == leading


def test_an_answer_on_another_scale_is_told(route_map: cs.Framework) -> None:
    """The same value by another name is no answer here."""
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.assess(route_map, {"4.1": cs.Level("fair", 4, "Fair")})

    assert [(each.code, each.found) for each in refusal.value.problems] == [
        ("answer-not-allowed", "“4 Fair”")
    ]
