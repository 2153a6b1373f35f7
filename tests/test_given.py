"""What a function says when it is given something of another kind."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import commissioning_standards as cs
from tests.small import one_standard

DAY = datetime.date(2027, 3, 31)
LEVEL = cs.Level("good", 3, "Good")


def said(call: Callable[[], object]) -> str:
    """What a call is refused with."""
    with pytest.raises(TypeError) as refusal:
        call()
    return str(refusal.value)


@pytest.mark.parametrize(
    "name",
    [
        "score",
        "coverage",
        "sensitivity",
        "findings_by_standard",
    ],
)
def test_a_scorecard_for_an_assessment_is_told(name: str, card: cs.Scorecard) -> None:
    """What takes an assessment says that it was given a scorecard, and what to give."""
    more = (DAY,) if name == "coverage" else ()

    assert said(lambda: getattr(cs, name)(card, *more)) == (
        f"{name}() takes an assessment, and was given a Scorecard: give card.assessment"
    )


@pytest.mark.parametrize("name", ["describe", "explain", "compare", "self_awareness", "peer_view"])
def test_an_assessment_for_a_scorecard_is_told(name: str, example: cs.Assessment) -> None:
    """What takes a scorecard says that it was given an assessment, and what to give."""
    more = () if name == "describe" else (4,)

    assert said(lambda: getattr(cs, name)(example, *more)) == (
        f"{name}() takes a scorecard, and was given an Assessment: give score(assessment)"
    )


@pytest.mark.parametrize("name", ["radar", "dots"])
def test_a_chart_of_an_assessment_is_told(name: str, example: cs.Assessment) -> None:
    """A chart says of what it is drawn."""
    assert said(lambda: getattr(cs, name)(example)) == (
        f"{name}() takes a scorecard, a comparison or a profile of self-awareness, "
        "and was given an Assessment: give score(assessment)"
    )


def test_a_chart_against_an_assessment_is_told(card: cs.Scorecard, example: cs.Assessment) -> None:
    """What a chart is held against is looked at too, alone and in a list."""
    told = (
        "dots(against=...) takes a scorecard, a dict or a number, "
        "and was given an Assessment: give score(assessment)"
    )

    assert said(lambda: cs.dots(card, against=example)) == told  # type: ignore[arg-type]
    assert said(lambda: cs.dots(card, against=[3, example])) == told  # type: ignore[list-item]


def test_a_chart_against_a_file_name_is_told(card: cs.Scorecard) -> None:
    """A file's name is no target, however many letters it has."""
    assert said(lambda: cs.radar(card, against="last.xlsx")) == (  # type: ignore[arg-type]
        "radar(against=...) takes a scorecard, a dict or a number, and was given "
        "“last.xlsx”: give score(read_workbook(path))"
    )


def test_a_comparison_with_an_assessment_is_told_in_one_sentence(
    card: cs.Scorecard, example: cs.Assessment
) -> None:
    """An assessment given as the other side is named, and not printed."""
    assert said(lambda: cs.compare(card, example)) == (  # type: ignore[arg-type]
        "compare(against=...) takes a scorecard, a dict, a number or text, "
        "and was given an Assessment: give score(assessment)"
    )


def test_a_thing_among_targets_is_told_in_short(card: cs.Scorecard, example: cs.Assessment) -> None:
    """A target that is no figure is quoted, and never in full."""
    with pytest.raises(ValueError, match="is not a figure on a scale") as refusal:
        cs.compare(card, {4: example})

    assert len(str(refusal.value)) < 100


@pytest.mark.parametrize("name", ["agenda", "agree"])
def test_a_return_for_a_moderation_is_told(name: str, example: cs.Assessment) -> None:
    """What looks at several returns side by side says that it was given one."""
    more: tuple[object, ...] = ({},) if name == "agree" else ()

    assert said(lambda: getattr(cs, name)(example, *more)) == (
        f"{name}() takes a moderation, and was given an Assessment: "
        "give moderate(assessments), of two or more"
    )


def test_decisions_in_a_list_are_told(example: cs.Assessment) -> None:
    """Decisions are given by criterion, or as the meeting's workbook was read."""
    other = evolve(example, respondent=cs.Respondent("Another"))
    meeting = cs.moderate([example, other])

    assert said(lambda: cs.agree(meeting, [cs.Decision(3)])).startswith(  # type: ignore[arg-type]
        "agree(decisions=...) takes a dict or an assessment, and was given a list"
    )


def test_json_of_a_comparison_is_told(card: cs.Scorecard) -> None:
    """Only an assessment or a scorecard is written as JSON."""
    comparison = cs.compare(card, 3)

    assert said(lambda: cs.to_json(comparison)) == (  # type: ignore[arg-type]
        "to_json() takes an assessment or a scorecard, and was given a Comparison: "
        "give comparison.card.assessment"
    )


@pytest.mark.parametrize(
    ("day", "shown", "remedy"),
    [
        ("2027-03-31", "“2027-03-31”", "give a date, such as datetime.date(2027, 3, 31)"),
        (datetime.datetime(2027, 3, 31, 9), "a datetime", "give its day, with .date()"),  # noqa: DTZ001
    ],
)
@pytest.mark.parametrize("name", ["coverage", "lines_of_enquiry", "enquiry_rows"])
def test_a_day_must_be_a_date(
    name: str, day: object, shown: str, remedy: str, card: cs.Scorecard
) -> None:
    """Text is no day, and neither is a moment, which no date can be compared with."""
    calls: dict[str, Callable[[], object]] = {
        "coverage": lambda: cs.coverage(card.assessment, day),  # type: ignore[arg-type]
        "lines_of_enquiry": lambda: cs.lines_of_enquiry(card, on=day),  # type: ignore[arg-type]
        "enquiry_rows": lambda: cs.enquiry_rows((), card, day),  # type: ignore[arg-type]
    }

    assert said(calls[name]) == f"{name}(on=...) takes a date, and was given {shown}: {remedy}"


def test_a_scorecard_where_returns_are_brought_together_is_told(card: cs.Scorecard) -> None:
    """A list of scorecards, and a scorecard alone, are refused with what to give."""
    assert said(lambda: cs.moderate([card, card])) == (  # type: ignore[list-item]
        "moderate() takes an assessment, and was given a Scorecard: give card.assessment"
    )
    assert said(lambda: cs.moderate(card)) == (  # type: ignore[arg-type]
        "moderate() takes a list, and was given a Scorecard: give them in a list"
    )


@pytest.mark.parametrize("name", ["small_multiples", "heat_map"])
def test_assessments_where_cards_are_drawn_are_told(name: str, example: cs.Assessment) -> None:
    """A list of assessments is refused where scorecards are drawn."""
    assert said(lambda: getattr(cs, name)([example])) == (
        f"{name}() takes a scorecard, and was given an Assessment: give score(assessment)"
    )


def test_a_heat_map_says_all_that_it_takes(example: cs.Assessment) -> None:
    """Each kind that would do is named."""
    assert said(lambda: cs.heat_map(example)) == (  # type: ignore[arg-type]
        "heat_map() takes a scorecard, a moderation or a list, "
        "and was given an Assessment: give score(assessment)"
    )


@pytest.mark.parametrize("given", ["mine", Path("mine")])
def test_the_name_of_a_framework_is_no_framework(given: object, tmp_path: Path) -> None:
    """A folder or an ID must be loaded first, wherever a framework may be given."""
    calls: dict[str, Callable[[], object]] = {
        "read_workbook": lambda: cs.read_workbook("ma.xlsx", given),  # type: ignore[arg-type]
        "verify_workbook": lambda: cs.verify_workbook("ma.xlsx", given),  # type: ignore[arg-type]
        "mark_up_workbook": lambda: cs.mark_up_workbook("ma.xlsx", tmp_path, given),  # type: ignore[arg-type]
        "from_json": lambda: cs.from_json("{}", given),  # type: ignore[arg-type]
        "load_crosswalk": lambda: cs.load_crosswalk("route-map-cqc", given),  # type: ignore[arg-type]
        "collate": lambda: cs.collate([], framework=given),  # type: ignore[arg-type]
        "region_of": lambda: cs.region_of([], framework=given),  # type: ignore[arg-type]
        "buddies": lambda: cs.buddies([], framework=given),  # type: ignore[arg-type]
        "support": lambda: cs.support([], on=DAY, framework=given),  # type: ignore[arg-type]
    }
    told = (
        "takes a framework, and was given “mine”: load it first, with load_framework(folder or ID)"
    )

    assert {said(call) for call in calls.values()} == {
        f"{name}(framework=...) {told}" for name in calls
    }


@pytest.mark.parametrize("given", ["24", 24.0, None])
def test_a_limit_of_months_is_a_whole_number(given: object, example: cs.Assessment) -> None:
    """A limit from a form's text is told, and not carried into every sentence."""
    told = said(lambda: cs.coverage(example, DAY, months=given))  # type: ignore[arg-type]

    assert told.startswith("coverage(months=...) takes a whole number, and was given")


def test_none_and_a_kind_with_no_remedy_are_told() -> None:
    """Whatever is given, it is said what is taken."""
    assert said(lambda: cs.score(None)) == (  # type: ignore[arg-type]
        "score() takes an assessment, and was given None"
    )
    assert said(lambda: cs.assess({}, {})) == (  # type: ignore[arg-type]
        "assess() takes a framework, and was given a dict"
    )


def test_a_model_without_words_of_its_own_is_named() -> None:
    """A kind that has no everyday name is called by the name it has in Python."""
    assert said(lambda: cs.describe_beside(None)) == (  # type: ignore[arg-type]
        "describe_beside() takes a BesideCqc, and was given None"
    )
    assert said(lambda: cs.ascof_view(4)) == (  # type: ignore[arg-type]
        "ascof_view() takes an Ascof, and was given an int"
    )


def test_an_assessment_of_a_brought_framework_cannot_stand_beside_another(
    example: cs.Assessment,
) -> None:
    """What was made with the route map says so where one's own framework is given."""
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.from_json(cs.to_json(example), one_standard())
    (found, *_) = (each for each in refusal.value.problems if each.code == "framework-not-given")

    assert "made with the framework “route-map”, and cannot be set beside" in found.message
    assert "without --framework" in found.remedy


def test_an_unknown_framework_is_asked_for(example: cs.Assessment) -> None:
    """What was made with somebody's own framework asks for its folder."""
    own = evolve(one_standard(), id="our-standards")
    text = cs.to_json(cs.assess(own, {}))
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.from_json(text, example.framework)
    found = refusal.value.problems[0]

    assert (found.code, found.found) == ("wrong-framework", "“our-standards”")
    assert "framework=load_framework(FOLDER)" in found.remedy


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"respondent": "Ann"}, "takes a Respondent, and was given “Ann”: give Respondent(name, "),
        ({"date": "2027-03-31"}, "takes a date, and was given “2027-03-31”: give a date, such as "),
        ({"date": datetime.datetime(2027, 3, 31, tzinfo=datetime.UTC)}, "give its day, with "),
        ({"council": 7}, "takes text, and was given an int: put it in quotes"),
        ({"period": 2026}, "takes text, and was given an int: put it in quotes"),
        ({"comments": {"4.1": 7}}, "takes text, and was given an int: put it in quotes"),
        ({"comments": "We do"}, "takes a dict, and was given “We do”"),
        ({"answers": [3, 4]}, "takes a dict, and was given a list"),
        ({"answers": None}, "takes a dict, and was given None"),
    ],
)
def test_answers_in_a_script_are_looked_at_first(
    route_map: cs.Framework, given: dict[str, object], told: str
) -> None:
    """Each argument of assess is refused under its own name, before anything is made of it."""
    (name,) = given
    arguments: dict[str, Any] = {"answers": {"4.1": 3}} | given
    refusal = said(lambda: cs.assess(route_map, **arguments))

    assert refusal.startswith(f"assess({name}=...) takes ")
    assert told in refusal


def test_a_voice_is_no_text() -> None:
    """Whose view it is comes from a list; a respondent in other words is refused at once."""
    assert said(lambda: cs.Respondent("Ann", "Providers")) == (  # type: ignore[arg-type]
        "Respondent(voice=...) takes a Voice, and was given “Providers”: "
        "give one of Voice, such as Voice.PROVIDERS"
    )
    assert said(lambda: cs.Respondent(None)) == (  # type: ignore[arg-type]
        "Respondent(name=...) takes text, and was given None"
    )


def test_a_workbook_for_a_name_is_told(route_map: cs.Framework, tmp_path: Path) -> None:
    """Who is to fill a workbook in is a respondent, and no text."""
    path, ann = tmp_path / "new.xlsx", "Ann"

    assert said(lambda: cs.write_workbook(route_map, path, respondent=ann)) == (  # type: ignore[arg-type]
        "write_workbook(respondent=...) takes a Respondent, and was given “Ann”: "
        "give Respondent(name, voice)"
    )


@pytest.mark.parametrize(
    ("answer", "shown"),
    [(3, "an int"), ("n/a", "“n/a”"), (cs.Answer.DONT_KNOW, "an Answer"), (LEVEL, "a Level")],
)
def test_an_answer_for_a_decision_is_told(
    example: cs.Assessment, answer: object, shown: str
) -> None:
    """A decision may need a reason, so the answer alone is none."""
    meeting = cs.moderate([example, evolve(example, respondent=cs.Respondent("Ann"))])

    assert said(lambda: cs.agree(meeting, {"4.1": answer})) == (  # type: ignore[dict-item]
        f"agree(decisions=...) takes a Decision, and was given {shown}: "
        "give Decision(answer, reason)"
    )


def test_a_spread_of_a_scorecard_is_told(card: cs.Scorecard) -> None:
    """What several said is drawn of a moderation, and of nobody's scores alone."""
    assert said(lambda: cs.spread(card)) == (  # type: ignore[arg-type]
        "spread() takes a moderation, and was given a Scorecard: "
        "give moderate(assessments), of two or more"
    )


def test_a_scorecard_for_a_chart_is_told(card: cs.Scorecard, tmp_path: Path) -> None:
    """Scores are drawn before they are saved; nothing is written until then."""
    path = tmp_path / "a.svg"

    assert said(lambda: cs.save_chart(card, path)) == (  # type: ignore[arg-type]
        "save_chart() takes a chart, and was given a Scorecard: "
        "give a chart of it, such as dots(card)"
    )
    assert said(lambda: cs.save_chart(cs.compare(card, card), path)).endswith(  # type: ignore[arg-type]
        "give a chart of it, such as dots(comparison)"
    )
    assert not path.exists()


NOTHING_READ = cs.Collation((), (), (), (), "mean")


@pytest.mark.parametrize("name", ["region_of", "buddies", "support"])
def test_a_collation_for_its_rounds_is_told(name: str) -> None:
    """What looks at a region says what of the collation to give."""
    more = {"on": DAY} if name == "support" else {}

    assert said(lambda: getattr(cs, name)(NOTHING_READ, **more)) == (
        f"{name}() takes a list, and was given a Collation: give collation.rounds"
    )


def test_a_return_among_rounds_is_told(example: cs.Assessment) -> None:
    """A list is looked at too."""
    assert said(lambda: cs.region_of([example])) == (  # type: ignore[list-item]
        "region_of() takes a council's returns of one round, and was given an Assessment"
    )


def test_one_name_for_a_list_of_names_is_told() -> None:
    """A council's name is not taken for councils of one letter each."""
    assert said(lambda: cs.support([], on=DAY, expected="Camden")) == (
        "support(expected=...) takes a list, and was given “Camden”: give it in a list"
    )


def test_a_day_of_support_must_be_a_date() -> None:
    """Text is no day, however it is written."""
    assert said(lambda: cs.support([], on="2027-01-01")).startswith(  # type: ignore[arg-type]
        "support(on=...) takes a date, and was given “2027-01-01”"
    )


@pytest.mark.parametrize(
    ("minimum", "shown"), [("5", "“5”"), (5.5, "a float"), (float("nan"), "a float")]
)
def test_a_minimum_must_be_a_whole_number(minimum: object, shown: str) -> None:
    """Nothing that cannot be counted to decides what is shown."""
    assert said(lambda: cs.Terms(minimum)) == (  # type: ignore[arg-type]
        f"Terms(minimum=...) takes a whole number, and was given {shown}"
    )
