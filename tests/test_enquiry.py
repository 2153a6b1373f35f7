"""Lines of enquiry: each rule by hand, and what must hold for all of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.answers import written
from commissioning_standards.cli import main
from commissioning_standards.enquiring.other_views import VOICES
from commissioning_standards.enquiring.parts import Citation, Cited, Facts, Finding
from commissioning_standards.enquiring.peer_findings import KINDS
from commissioning_standards.enquiring.rules import RULES
from commissioning_standards.enquiring.tables import enquiry_document, enquiry_text
from commissioning_standards.parts import LookFor
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.small import one_standard, small_framework, small_scale, small_standard
from tests.strategies import assessments, frameworks

ON, LAST = date(2026, 11, 24), date(2025, 11, 30)
NAMES = [each.name for each in RULES]
HIGH, LOW = cs.Confidence.HIGH, cs.Confidence.LOW
PROVIDERS, STAFF, CARERS = cs.Voice.PROVIDERS, cs.Voice.STAFF, cs.Voice.CARERS
FRESH = cs.Evidence("Survey", ("1", "2"), date=date(2026, 6, 30))
Answers = Mapping[str, object]


@st.composite
def compared(draw: st.DrawFn) -> dict[str, object]:
    """Everything lines of enquiry can be drafted from, all of one council and framework."""
    framework = draw(frameworks())
    whole = assessments(framework).map(lambda each: evolve(each, council="Borsetshire"))
    return {
        "card": cs.score(draw(whole)),
        "on": draw(st.dates(date(1990, 1, 1), date(2100, 1, 1))),
        "against": draw(st.none() | whole.map(cs.score)),
        "outside": draw(st.none() | whole.map(cs.score)),
        "returns": tuple(draw(st.lists(whole, max_size=3))),
    }


def drafted(given: Mapping[str, object], **more: object) -> tuple[cs.LineOfEnquiry, ...]:
    """The lines drafted from what :func:`compared` drew."""
    card, *_ = given.values()
    others = {key: value for key, value in given.items() if key != "card"}
    draft: Callable[..., tuple[cs.LineOfEnquiry, ...]] = cs.lines_of_enquiry
    return draft(card, **others, **more)


def two_standards(values: Sequence[int] = (1, 2, 3, 4)) -> cs.Framework:
    """Two standards of two criteria."""
    scale = small_scale(values)
    return small_framework([small_standard(each, 1, [1, 1], scale) for each in (1, 2)], [1], scale)


def held(
    answers: Answers, evidence: Sequence[cs.Evidence] = (), framework: cs.Framework | None = None
) -> cs.Assessment:
    """Answers to two standards, with evidence."""
    reasons = {key: "The districts do this" for key, value in answers.items() if value == "n/a"}
    assessment = cs.assess(framework or two_standards(), answers, comments=reasons)
    return evolve(assessment, evidence=tuple(evidence))


def seen_by(voice: cs.Voice | None, answers: Answers) -> cs.Assessment:
    """A return that speaks with a voice."""
    return evolve(held(answers), respondent=cs.Respondent("", voice))


def sure(assessment: cs.Assessment, confidence: cs.Confidence) -> cs.Assessment:
    """The same with every rating given with this confidence."""
    ratings = [evolve(each, confidence=confidence) for each in assessment.ratings]
    return evolve(assessment, ratings=ratings)


def fired(rule: str, assessment: cs.Assessment, **others: object) -> list[cs.LineOfEnquiry]:
    """The lines that one rule drafts."""
    lines = drafted({"card": cs.score(assessment), "on": ON, **others})
    return [each for each in lines if each.rule == rule]


def cited(line: cs.LineOfEnquiry) -> list[tuple[str, str, str]]:
    """What a line cites, without places."""
    return [(each.name, each.said, each.whose) for each in line.cited]


def test_a_high_rating_without_evidence_is_asked_about() -> None:
    """At the second-highest level or above and with no evidence, a rating is told and cited."""
    (line,) = fired("high-rating-no-evidence", held({"1.1": 3, "1.2": 2, "2.1": 2}))

    assert line.standard == 1
    assert line.found == "No evidence is given for “Name” (1.1), answered 3 Level C."
    assert line.question == (
        "What could you show us, and whom could we ask, about your rating of “Name” (1.1)?"
    )
    assert cited(line) == [("1.1", "3 Level C", "")]


@pytest.mark.parametrize(("about", "asked"), [("1", []), ("1.1", ["1.2"]), ("2", ["1.1", "1.2"])])
def test_evidence_answers_for_what_it_is_about(about: str, asked: list[str]) -> None:
    """Evidence about a standard stands behind all its ratings, about a criterion behind one."""
    lines = fired("high-rating-no-evidence", held({"1.1": 3, "1.2": 4}, [cs.Evidence("X", about)]))

    assert [each.name for line in lines for each in line.cited] == asked


def test_old_evidence_is_asked_about() -> None:
    """Evidence that is past its limit, and none beside it that is fresh, is told with its date."""
    old = cs.Evidence("Old survey", "1", date=date(2024, 11, 23))
    (line,) = fired("old-evidence", held({}, [old]))

    assert line.found == (
        "None of its evidence is known to be within its limit: "
        "“Old survey” (2024-11-23, limit 24 months)."
    )
    assert line.question == (
        "What newer evidence, with its date, could you show us for “Standard 1”?"
    )
    assert cited(line) == [("Old survey", "2024-11-23", "")]


def test_a_limit_of_one_month_is_told_as_one() -> None:
    """Months are counted in plain English."""
    framework = one_standard()
    (standard,) = framework.standards
    look_for = LookFor("Notes", None, 1)
    monthly = evolve(framework, standards=[evolve(standard, evidence=(look_for,))])
    (line,) = fired("old-evidence", held({}, [cs.Evidence("X", "1", date=LAST)], monthly))

    assert "limit 1 month)" in line.found


@pytest.mark.parametrize(
    ("day", "told"),
    [(None, "(no date)"), (ON + timedelta(1), "(2026-11-25, in the future)")],
)
def test_evidence_whose_date_is_no_help_is_not_fresh(day: date | None, told: str) -> None:
    """Without a date, or dated in the future, evidence is not known to be within its limit."""
    (line,) = fired("old-evidence", held({}, [cs.Evidence("Notes", "1", date=day)]))

    assert line.found.endswith(f"“Notes” {told}.")


def test_one_fresh_piece_of_evidence_is_enough() -> None:
    """Old evidence beside fresh is not asked about."""
    old = cs.Evidence("Old survey", "1", date=LAST - timedelta(1000))

    assert fired("old-evidence", held({}, [old, FRESH])) == []


def test_low_confidence_is_asked_about() -> None:
    """Answers given with low confidence are told; open ones have nothing to be sure of."""
    (line,) = fired("low-confidence", sure(held({"1.1": 2, "1.2": "Don't know"}), LOW))

    assert line.found == "Confidence is low in “Name” (1.1), answered 2 Level B."
    assert line.question == "What would make you surer of your answer on “Name” (1.1)?"
    assert cited(line) == [("1.1", "2 Level B, low confidence", "")]


def test_what_does_not_apply_is_asked_about() -> None:
    """What is left out of a score is told."""
    (line,) = fired("not-applicable", held({"1.1": "n/a", "1.2": "n/a"}))

    assert line.found == "Said not to apply: “Name” (1.1) and “Name” (1.2)."
    assert cited(line) == [("1.1", "Not applicable", ""), ("1.2", "Not applicable", "")]


def test_a_score_far_above_the_outside_view_is_asked_about() -> None:
    """One step above is far: 7/2 stands against 5/2; both views' ratings are cited."""
    peers = held({"1.1": 2, "1.2": 3})
    (line,) = fired("above-outside-view", held({"1.1": 3, "1.2": 4}), outside=cs.score(peers))

    assert line.found == "It scores 3.50, and 2.50 in the outside view."
    assert cited(line) == [
        ("1.1", "3 Level C", ""),
        ("1.2", "4 Level D", ""),
        ("1.1", "2 Level B", "outside view"),
        ("1.2", "3 Level C", "outside view"),
    ]


@pytest.mark.parametrize("peers", [{"1.1": 3, "1.2": 3}, {}, {"1.1": 4, "1.2": 4}])
def test_less_than_a_step_above_is_let_be(peers: Answers) -> None:
    """Half a step above, below, and no outside view of a standard are not asked about."""
    assessment = held({"1.1": 3, "1.2": 4})

    assert fired("above-outside-view", assessment, outside=cs.score(held(peers))) == []


def test_an_outside_view_is_only_compared_where_the_council_scores() -> None:
    """Where the council rates nothing, there is no score to be far above with."""
    outside = cs.score(held({"1.1": 1}))

    assert fired("above-outside-view", held({}), outside=outside) == []


def test_cards_by_another_rule_are_scored_alike() -> None:
    """An outside view scored by the lowest rating is compared by the mean, as the card is."""
    ours, peers = held({"1.1": 2, "1.2": 4}), held({"1.1": 2, "1.2": 4})

    assert fired("above-outside-view", ours, outside=cs.score(peers, "gated")) == []


@pytest.mark.parametrize("rule", ["mean", "gated"])
def test_a_low_rating_behind_the_mean_is_asked_about(rule: str) -> None:
    """Two at 4 and one at 1 have the mean 3: its level hides one that is two below."""
    assessment = cs.assess(one_standard(3), {"1.1": 4, "1.2": 4, "1.3": 1})
    lines = cs.lines_of_enquiry(cs.score(assessment, rule), on=ON)
    (line,) = [each for each in lines if each.rule == "uneven"]

    assert line.found == "Its mean reaches 3 Level C, and its lowest rating is 1 Level A."
    assert line.question == (
        "What holds back “Name” (1.3) while the rest of “Standard 1” is further on, "
        "and who feels it?"
    )
    assert [each.name for each in line.cited] == ["1.1", "1.2", "1.3"]


def test_a_level_below_the_mean_is_let_be() -> None:
    """4 and 2 have the mean 3: one level below is not far."""
    assert fired("uneven", held({"1.1": 4, "1.2": 2})) == []


@pytest.mark.parametrize(
    ("last", "evidence", "since"),
    [
        (LAST, [], "dated after 2025-11-30, when it was last assessed, and by"),
        (LAST, [LAST], "dated after 2025-11-30, when it was last assessed, and by"),
        (LAST, [ON + timedelta(1)], "dated after 2025-11-30, when it was last assessed, and by"),
        (None, [None], "dated by"),
    ],
)
def test_better_with_nothing_new_is_asked_about(
    last: date | None, evidence: list[date | None], since: str
) -> None:
    """A better score needs evidence since, of a day that has come."""
    before = evolve(held({"1.1": 2, "1.2": 2}), date=last)
    now = held({"1.1": 3, "1.2": 2}, [cs.Evidence("X", "1", date=day) for day in evidence])
    (line,) = fired("better-without-evidence", now, against=cs.score(before))

    assert line.found == (
        f"It scored 2.00 last round and scores 2.50 now. No evidence for it is {since} 2026-11-24."
    )
    assert cited(line)[2:] == [
        ("1.1", "2 Level B", "last round"),
        ("1.2", "2 Level B", "last round"),
    ]


def test_a_small_rise_is_told_with_decimals_that_show_it() -> None:
    """No sentence says that a score rose from a figure to that same figure."""
    scale = small_scale()
    framework = small_framework([small_standard(1, 1, [1000, 1], scale)], [1], scale)
    now, last = (cs.assess(framework, {"1.1": 3, "1.2": each}) for each in (4, 3))
    (line,) = fired("better-without-evidence", now, against=cs.score(last))

    assert line.found.startswith("It scored 3.000 last round and scores 3.001 now.")


@pytest.mark.parametrize("last", [LAST, None])
def test_better_with_new_evidence_is_let_be(last: date | None) -> None:
    """Evidence dated since answers; where last round has no date, any dated evidence does."""
    before = evolve(held({"1.1": 2}), date=last)
    now = held({"1.1": 3}, [cs.Evidence("X", "1", date=LAST + timedelta(1))])

    assert fired("better-without-evidence", now, against=cs.score(before)) == []


@pytest.mark.parametrize(("before", "now"), [(3, 3), (3, 2), (None, 3), (3, None)])
def test_what_is_no_better_is_let_be(before: int | None, now: int | None) -> None:
    """The same, a worse and a missing score are not better."""
    lines = fired(
        "better-without-evidence", held({"1.1": now}), against=cs.score(held({"1.1": before}))
    )

    assert lines == []


def test_voices_far_apart_are_asked_about() -> None:
    """Providers' median of 1, 2 and 2 is two steps below staff's 4; their ratings are cited."""
    returns = [
        *(seen_by(PROVIDERS, {"1.1": each, "1.2": 3}) for each in (1, 2, 2)),
        seen_by(STAFF, {"1.1": 4, "1.2": 4}),
        seen_by(CARERS, {"1.1": 3}),
        seen_by(None, {"1.1": 1}),
    ]
    (line,) = fired("voices-split", held({}), returns=returns)

    assert line.found == (
        "The middle ratings of providers are 2 steps below those of staff on “Name” (1.1)."
    )
    assert line.question == (
        "Why do people see “Name” (1.1) so differently, and what have you done to find out?"
    )
    assert cited(line) == [
        ("1.1", "1 Level A", "Providers"),
        ("1.1", "2 Level B", "Providers"),
        ("1.1", "2 Level B", "Providers"),
        ("1.1", "4 Level D", "Staff"),
    ]


def test_a_median_may_lie_between_two_levels() -> None:
    """1 and 2 have the middle one and a half: two and a half steps below 4."""
    returns = [*(seen_by(PROVIDERS, {"1.1": n}) for n in (1, 2)), seen_by(STAFF, {"1.1": 4})]
    (line,) = fired("voices-split", held({}), returns=returns)

    assert "2.5 steps below" in line.found


def test_several_split_criteria_make_one_line() -> None:
    """A standard has one line for a rule, that tells each criterion."""
    low, high = {"1.1": 1, "1.2": 4}, {"1.1": 4, "1.2": 1}
    (line,) = fired(
        "voices-split", held({}), returns=[seen_by(PROVIDERS, low), seen_by(STAFF, high)]
    )

    assert line.found == (
        "The middle ratings of providers are 3 steps below those of staff on “Name” (1.1); "
        "those of staff are 3 steps below those of providers on “Name” (1.2)."
    )


def test_voices_a_step_apart_are_let_be() -> None:
    """Less than two steps is the usual difference between people."""
    returns = [seen_by(PROVIDERS, {"1.1": 2}), seen_by(STAFF, {"1.1": 3})]

    assert fired("voices-split", held({}), returns=returns) == []


def test_a_missing_voice_is_asked_about() -> None:
    """A voice that no return gives, or gives only open answers with, is missing."""
    returns = [seen_by(each, {"1.1": 2, "2.1": 2}) for each in VOICES if each is not CARERS]
    returns.append(seen_by(CARERS, {"1.1": "Don't know", "2.1": "n/a"}))
    (line,) = fired("voice-missing", held({}), returns=returns)

    assert line.standard == 1
    assert line.found == "No return answers for unpaid carers."
    assert line.question == (
        "What would we hear about “Standard 1” from unpaid carers? How could we meet them?"
    )
    assert line.cited == (Citation(Cited.VOICE, "Unpaid carers"),)


@pytest.mark.parametrize("count", [0, 1])
def test_one_return_lacks_no_voice(count: int) -> None:
    """A voice can only be missing among several returns."""
    returns = [seen_by(STAFF, {"1.1": 2})] * count

    assert fired("voice-missing", held({}), returns=returns) == []


def test_the_quick_form_can_be_set_beside_the_full_one(route_map: cs.Framework) -> None:
    """People's quick returns are heard among full ones, under the ID of their own question."""
    quick = cs.quick_form(route_map)
    returns = [
        evolve(cs.assess(quick, {"Q4": level}), respondent=cs.Respondent("", voice))
        for level, voice in ((1, cs.Voice.PEOPLE), (4, STAFF))
    ]
    (line,) = fired("voices-split", cs.Assessment(route_map), returns=returns)

    assert line.standard == 4
    assert line.found.endswith(
        "people who draw on care and support are 3 steps below those of staff on Q4."
    )


def test_a_standard_that_another_edition_lacks_is_let_be() -> None:
    """Only standards that both have are compared."""
    scale = small_scale()
    older = small_framework([small_standard(1, 1, [1, 1], scale)], [1], scale)
    outside = cs.score(held({"1.1": 1}, (), older))
    lines = fired("above-outside-view", held({"1.1": 3, "2.1": 3}), outside=outside)

    assert [each.standard for each in lines] == [1]


def test_lines_come_by_weight_then_by_standard() -> None:
    """The weightiest rule's lines come first, each rule's in the framework's order."""
    assessment = sure(held({"1.1": 3, "1.2": "n/a", "2.1": 4}), LOW)
    lines = cs.lines_of_enquiry(cs.score(assessment), on=ON)

    assert [(each.rule, each.standard) for each in lines] == [
        ("high-rating-no-evidence", 1),
        ("high-rating-no-evidence", 2),
        ("low-confidence", 1),
        ("low-confidence", 2),
        ("not-applicable", 1),
    ]


def test_ratings_are_cited_with_their_cell(example: cs.Assessment, tmp_path: Path) -> None:
    """What was read from a workbook is cited with file, sheet and cell."""
    path = tmp_path / "return.xlsx"
    path.write_bytes(workbook_bytes(example))
    assessment = cs.read_workbook(path)
    (line,) = fired("not-applicable", assessment)

    assert line.cited[0].place == assessment.rating("5.2").origin
    assert str(line.cited[0]) == (
        f"5.2: Not applicable (return.xlsx, sheet Inclusive, cell {line.cited[0].place.cell})"
    )


def test_ratings_without_a_cell_are_cited_with_their_file() -> None:
    """What was read from JSON is cited with the file."""
    assessment = evolve(held({"1.1": "n/a"}), source=cs.Source("return.json", "0" * 64))
    (line,) = fired("not-applicable", assessment)

    assert str(line.cited[0]) == "1.1: Not applicable (return.json)"


def test_a_voice_and_evidence_are_cited_by_name() -> None:
    """A citation reads as people would write it."""
    voice = Citation(Cited.VOICE, "Unpaid carers")
    evidence = Citation(Cited.EVIDENCE, "Survey\nof 2024", "2024-11-20")

    assert [str(voice), str(evidence)] == ["Unpaid carers", "“Survey of 2024”: 2024-11-20"]


def test_the_frameworks_own_questions_go_with_a_line(example: cs.Assessment) -> None:
    """What the framework would have a peer team ask stands beside the drafted question."""
    (line,) = fired("not-applicable", example)

    assert line.peer_questions == example.framework.standards[4].peer_questions != ()


def test_a_rule_of_ones_own_can_be_given() -> None:
    """Rules are data: a caller's own stands among the others, and can use their parts."""

    def open_answers(facts: Facts, standard: cs.Standard) -> Finding | None:
        first = facts.assessment.ratings_of(standard)[0]
        return Finding("It is open.", (Citation(Cited.RATING, first.criterion),))

    own = cs.EnquiryRule("open", "It is not known.", "What of {standard}?", open_answers)
    lines = cs.lines_of_enquiry(cs.score(held({})), on=ON, rules=(own,))

    assert [each.question for each in lines] == ["What of Standard 1?", "What of Standard 2?"]


def test_unknown_rules_are_all_told() -> None:
    """A name that is no rule's is an error that lists the rules and suggests the nearest."""
    with pytest.raises(cs.AssessmentError) as caught:
        cs.lines_of_enquiry(cs.score(held({})), on=ON, without=("low-confidance", "mood"))

    codes = [each.code for each in caught.value.problems]
    assert codes == ["unknown-enquiry-rule", "unknown-enquiry-rule"]
    assert "Did you mean low-confidence?" in str(caught.value)


def test_one_name_may_be_given_by_itself() -> None:
    """A lone text switches off the rule of that name, and is not taken apart."""
    lines = cs.lines_of_enquiry(cs.score(held({"1.1": "n/a"})), on=ON, without="not-applicable")

    assert lines == ()


@pytest.mark.parametrize("name", ["against", "outside", "returns"])
def test_another_framework_is_not_compared(name: str, route_map: cs.Framework) -> None:
    """What was made with another framework is refused, with its file."""
    other = evolve(cs.Assessment(route_map), source=cs.Source("other.xlsx", "0" * 64))
    beside: object = [other] if name == "returns" else cs.score(other)

    with pytest.raises(cs.AssessmentError) as caught:
        drafted({"card": cs.score(held({})), "on": ON, name: beside})

    assert [(each.code, each.place.file) for each in caught.value.problems] == [
        ("framework-not-given", "other.xlsx")
    ]


def test_another_scale_is_not_compared() -> None:
    """Levels of another scale do not mean the same."""
    other = held({}, (), two_standards((0, 1, 2, 3)))

    with pytest.raises(cs.AssessmentError, match="another scale"):
        cs.lines_of_enquiry(cs.score(held({})), on=ON, outside=cs.score(other))


def own_citations(assessment: cs.Assessment, whose: str) -> Iterator[tuple[Cited, str, str, str]]:
    """All that could be cited from an assessment: its answers, its evidence and its findings."""
    for each in assessment.ratings:
        yield Cited.RATING, each.criterion, written(each.answer), whose
    for piece in assessment.evidence if not whose else ():
        yield Cited.EVIDENCE, piece.title, str(piece.date or "no date"), ""
    for found in assessment.findings if whose else ():
        way = found.known_by.value.lower() if found.known_by else "not said how"
        yield Cited.FINDING, found.title, way, "peer team"


def there_is(given: Mapping[str, object]) -> set[tuple[Cited, str, str, str]]:
    """All that exists to be cited."""
    found: set[tuple[Cited, str, str, str]] = set()
    for name, whose in {"card": "", "against": "last round", "outside": "outside view"}.items():
        card = given[name]
        if isinstance(card, cs.Scorecard):
            found |= set(own_citations(card.assessment, whose))
    returns = given["returns"]
    assert isinstance(returns, tuple)
    for each in returns:
        voice = each.respondent.voice
        found |= set(own_citations(each, voice.value if voice else "nobody"))
    return found


@given(compared())
def test_every_line_cites_what_exists(given_: dict[str, object]) -> None:
    """A line cites at least one thing, and all it cites is in the data, or is a missing voice."""
    exists = there_is(given_)
    answers = {said for kind, _, said, _ in exists if kind is Cited.RATING}
    for line in drafted(given_):
        assert line.cited
        for each in line.cited:
            said = each.said if each.said in answers else each.said.rpartition(", ")[0]
            told = said if each.kind is Cited.RATING else each.said
            missing = each.kind is Cited.VOICE and each.name in {own.value for own in VOICES}
            assert missing or (each.kind, each.name, told, each.whose) in exists


@given(compared())
def test_a_missing_voice_answers_nothing(given_: dict[str, object]) -> None:
    """A voice is only said to be missing where no return of it answers the standard."""
    returns = given_["returns"]
    assert isinstance(returns, tuple)
    for line in (each for each in drafted(given_) if each.rule == "voice-missing"):
        names = {each.name for each in line.cited}
        answered = [
            each
            for each in returns
            if each.respondent.voice and each.respondent.voice.value in names
            for standard in each.framework.standards
            if standard.number == line.standard
            if not all(rating.is_open for rating in each.ratings_of(standard))
        ]
        assert answered == []


@given(compared())
def test_every_line_ends_as_a_question(given_: dict[str, object]) -> None:
    """Each can be asked, of a standard by its own words."""
    lines = drafted(given_)

    assert [each for each in lines if not each.question.endswith("?")] == []


@given(compared(), st.sets(st.sampled_from(NAMES)))
def test_switching_rules_off_removes_exactly_their_lines(
    given_: dict[str, object], names: set[str]
) -> None:
    """No other line goes, comes, changes or moves."""
    left = tuple(each for each in drafted(given_) if each.rule not in names)

    assert drafted(given_, without=names) == left


@given(compared())
def test_a_rule_has_one_line_a_standard_in_order(given_: dict[str, object]) -> None:
    """Lines are ranked by rule, then by standard, with none twice."""
    places = [(NAMES.index(each.rule), each.standard) for each in drafted(given_)]

    assert places == sorted(set(places))


PAID_LATE = cs.Finding("People are paid late", ("1.1",), cs.KnownBy.HEARD)
ON_SHELF = cs.Finding("Easy Read is on the shelf", ("1",))
OLD_MINUTES = cs.Finding("No minutes since May", ("1", "2"), cs.KnownBy.READ)
WELCOME = cs.Finding("A warm welcome", ("2",), cs.KnownBy.SEEN)
BESIDE_HIGH, WITHOUT = "high-rating-and-finding", "finding-without-evidence"


def team(*findings: cs.Finding, answers: Answers | None = None) -> cs.Assessment:
    """A peer team's return, with what it found."""
    return evolve(seen_by(cs.Voice.PEER_TEAM, answers or {}), findings=findings)


def test_a_finding_beside_a_high_rating_is_asked_about() -> None:
    """A finding that names a criterion is set beside its rating, where that is high."""
    own = held({"1.1": 3, "1.2": 4, "2.1": 4})
    (line,) = fired(BESIDE_HIGH, own, outside=cs.score(team(PAID_LATE)))

    assert line.standard == 1
    assert line.found == (
        "A peer team lists findings that bear on “Name” (1.1), answered 3 Level C."
    )
    assert line.question == (
        "How do the peer team's findings bear out your rating of “Name” (1.1), "
        "and where do they not?"
    )
    assert cited(line) == [
        ("1.1", "3 Level C", ""),
        ("People are paid late", "heard", "peer team"),
    ]
    assert str(line.cited[1]) == "“People are paid late”: heard (peer team)"


def test_a_finding_on_a_standard_bears_on_all_its_criteria() -> None:
    """One that names no criterion is set beside every high rating; the low one is left."""
    own = held({"1.1": 3, "1.2": 2, "2.1": 2})
    (line,) = fired(BESIDE_HIGH, own, outside=cs.score(team(ON_SHELF, OLD_MINUTES)))

    assert cited(line) == [
        ("1.1", "3 Level C", ""),
        ("Easy Read is on the shelf", "not said how", "peer team"),
        ("No minutes since May", "read", "peer team"),
    ]


def test_only_findings_on_what_is_high_are_cited() -> None:
    """A finding on a criterion with a low rating is not cited for the high one beside it."""
    low = evolve(PAID_LATE, title="Invoices wait", about=("1.2",))
    own = held({"1.1": 3, "1.2": 2})
    (line,) = fired(BESIDE_HIGH, own, outside=cs.score(team(low, PAID_LATE)))

    assert [each.name for each in line.cited] == ["1.1", "People are paid late"]
    assert fired(BESIDE_HIGH, own, outside=cs.score(team(low))) == []


def test_high_is_the_upper_of_two_levels() -> None:
    """Where a scale has two levels only, the lower one is not high."""
    framework = two_standards((0, 1))
    low = held({"1.1": 0, "2.1": 1}, (), framework)
    peers = evolve(held({}, (), framework), findings=(PAID_LATE, WELCOME))

    assert [each.standard for each in fired(BESIDE_HIGH, low, outside=cs.score(peers))] == [2]
    assert [each.standard for each in fired("high-rating-no-evidence", low)] == [2]


def test_a_finding_without_evidence_of_its_kind_is_asked_about() -> None:
    """What was heard, read or seen is asked about where nothing of such a kind is listed."""
    own = held({"1.1": 1}, [cs.Evidence("Records", "2", category=cs.EvidenceCategory.PROCESSES)])
    found = cs.score(team(PAID_LATE, ON_SHELF, OLD_MINUTES, WELCOME))
    first, second = fired(WITHOUT, own, outside=found)

    assert first.found == (
        "The council lists no evidence of a kind to set beside what was read (Processes; "
        "Outcomes) and what was heard (People's experience; Feedback from staff and leaders; "
        "Feedback from partners)."
    )
    assert first.question == (
        "What of your own could you set beside what was read and heard on “Standard 1”?"
    )
    assert cited(first) == [
        ("People are paid late", "heard", "peer team"),
        ("No minutes since May", "read", "peer team"),
    ]
    assert cited(second) == [("A warm welcome", "seen", "peer team")]


def test_every_kind_of_evidence_stands_beside_one_way_of_knowing() -> None:
    """Each of the six kinds is beside what was read, heard or seen, and beside one of them only."""
    kinds = [kind for way in cs.KnownBy for kind in KINDS[way]]

    assert sorted(kinds, key=list(cs.EvidenceCategory).index) == list(cs.EvidenceCategory)


@pytest.mark.parametrize("kind", cs.EvidenceCategory)
def test_evidence_of_its_kind_answers_a_finding(kind: cs.EvidenceCategory) -> None:
    """With one piece of a kind, what is known in the way beside it is no longer asked about."""
    own = held({}, [cs.Evidence("Something", "1", category=kind)])
    every = [cs.Finding(way.value, ("1",), way) for way in cs.KnownBy]
    (line,) = fired(WITHOUT, own, outside=cs.score(team(*every)))

    ways = {each.said for each in line.cited}
    assert ways == {way.value.lower() for way in cs.KnownBy if kind not in KINDS[way]}


def test_findings_are_used_wherever_the_teams_return_is_given() -> None:
    """As the outside view or among the voices, and once where it is both."""
    peers = team(PAID_LATE)
    outside = cs.score(peers)
    (one,) = fired(BESIDE_HIGH, held({"1.1": 4}), outside=outside)
    (other,) = fired(BESIDE_HIGH, held({"1.1": 4}), returns=(held({"1.1": 4}), peers))
    (both,) = fired(BESIDE_HIGH, held({"1.1": 4}), outside=outside, returns=(peers,))

    assert one == other == both


@given(compared())
def test_without_findings_nothing_is_asked_of_them(given_: dict[str, object]) -> None:
    """The rules on findings look at findings alone; the council's own list is not a team's."""
    outside, returns = given_["outside"], given_["returns"]
    assert isinstance(returns, tuple)
    bare = {
        **given_,
        "outside": cs.score(evolve(outside.assessment, findings=()))
        if isinstance(outside, cs.Scorecard)
        else None,
        "returns": tuple(evolve(each, findings=()) for each in returns),
    }

    assert {each.rule for each in drafted(bare)}.isdisjoint({BESIDE_HIGH, WITHOUT})


@st.composite
def in_order(draw: st.DrawFn) -> cs.Assessment:
    """Fresh evidence for everything, high confidence, and one level within each standard."""
    framework = draw(frameworks())
    levels = {
        each.number: draw(st.sampled_from(framework.scale.levels)) for each in framework.standards
    }
    ratings = [
        cs.Rating(criterion.id, levels[standard.number], HIGH)
        for standard in framework.standards
        for criterion in standard.criteria
    ]
    evidence = [cs.Evidence("Notes", str(each.number), date=ON) for each in framework.standards]
    return cs.Assessment(framework, tuple(ratings), evidence=tuple(evidence))


@given(in_order())
def test_nothing_is_asked_where_all_is_in_order(assessment: cs.Assessment) -> None:
    """Well evidenced, sure and even, and others see the same: no rule fires."""
    card = cs.score(assessment)
    returns = [evolve(assessment, respondent=cs.Respondent("", each)) for each in VOICES]

    assert cs.lines_of_enquiry(card, on=ON, against=card, outside=card, returns=returns) == ()


@given(in_order(), st.sampled_from(VOICES))
def test_only_what_must_fires(assessment: cs.Assessment, missing: cs.Voice) -> None:
    """All in order but one voice that is not heard: that alone is asked, of each standard."""
    card = cs.score(assessment)
    voices = [each for each in VOICES if each is not missing]
    returns = [evolve(assessment, respondent=cs.Respondent("", each)) for each in voices]
    lines = cs.lines_of_enquiry(card, on=ON, returns=returns)

    assert {each.rule for each in lines} == {"voice-missing"}
    assert [each.standard for each in lines] == [
        each.number for each in assessment.framework.standards
    ]


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_a_rule_says_why_and_asks(rule: cs.EnquiryRule) -> None:
    """Why is a sentence, and the question a question."""
    assert rule.why.endswith(".")
    assert rule.question.endswith("?")
    assert NAMES.count(rule.name) == 1


@given(compared())
def test_rows_and_csv_hold_every_line(given_: dict[str, object]) -> None:
    """There is one row for each line, in order, and CSV under one header."""
    card, on = given_["card"], given_["on"]
    assert isinstance(card, cs.Scorecard)
    assert isinstance(on, date)
    lines = drafted(given_)
    rows = cs.enquiry_rows(lines, card, on)
    written_rows = list(csv.DictReader(StringIO(enquiry_text(lines, card, on, "csv"), newline="")))

    assert [row["rank"] for row in rows] == list(range(1, len(lines) + 1))
    assert [row["rule"] for row in written_rows] == [each.rule for each in lines]


@given(compared())
def test_the_paper_is_safe_to_print(given_: dict[str, object]) -> None:
    """Whatever people typed, no line can steer a terminal, and every question is there."""
    card, on = given_["card"], given_["on"]
    assert isinstance(card, cs.Scorecard)
    assert isinstance(on, date)
    lines = drafted(given_)
    text = enquiry_text(lines, card, on, "table")

    assert all(line.isprintable() for line in text.split("\n"))
    assert all(f"{rank}. Standard" in text for rank in range(1, len(lines) + 1))


def test_the_paper_of_a_worked_case() -> None:
    """Each rule with why it asks, then its questions with what was found and cited."""
    card = cs.score(held({"1.1": "n/a"}))
    question = "Why do you leave out “Name” (1.1), and who might say that it does apply here?"

    text = enquiry_text(cs.lines_of_enquiry(card, on=ON), card, ON, "table")
    assert text.splitlines() == [
        "Lines of enquiry on 2026-11-24. Self-assessment of an unnamed council",
        "A small framework (1).",
        "Drafted by rule from the ratings and evidence; the rules are this software's own.",
        "",
        "not-applicable: What is said not to apply is left out of the score.",
        "",
        f"1. Standard 1. {question}",
        "   Said not to apply: “Name” (1.1).",
        "   Cited: 1.1: Not applicable",
    ]


def test_where_there_is_nothing_to_ask_the_paper_says_so() -> None:
    """An empty list is told, not left blank."""
    card = cs.score(held({}))

    assert enquiry_text((), card, ON, "table").endswith(
        "\n\nThe rules draft no line of enquiry from this.\n"
    )


def test_csv_of_nothing_is_a_header() -> None:
    """A program can read the columns also where there is no line."""
    card = cs.score(held({"1.1": "n/a"}))
    (header,) = enquiry_text((), card, ON, "csv").splitlines()
    (row,) = cs.enquiry_rows(cs.lines_of_enquiry(card, on=ON), card, ON)

    assert header.split(",") == list(row)


def test_the_document_of_a_worked_case() -> None:
    """JSON names its schema, and each line with its rank and what it cites."""
    card = cs.score(held({"1.1": "n/a"}))
    document = enquiry_document(cs.lines_of_enquiry(card, on=ON), card, ON)
    (line,) = document["lines"]

    assert document["schema"] == "commissioning-standards/enquiry/1"
    assert (line["rank"], line["rule"], line["standard"]) == (1, "not-applicable", 1)
    assert line["cited"] == [
        {
            "kind": "rating",
            "name": "1.1",
            "said": "Not applicable",
            "whose": "",
            "file": "",
            "sheet": "",
            "cell": "",
        }
    ]


def run(*arguments: str | Path) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def saved(tmp_path: Path, example: cs.Assessment) -> Path:
    """The invented council's assessment in a file."""
    path = tmp_path / "return.json"
    path.write_text(cs.to_json(example), encoding="utf-8")
    return path


@pytest.fixture
def lowest(tmp_path: Path, example: cs.Assessment) -> Path:
    """A view of the same council at the lowest level everywhere."""
    answers = {each.id: 1 for each in example.framework.criteria}
    path = tmp_path / "lowest.json"
    path.write_text(cs.to_json(cs.assess(example.framework, answers)), encoding="utf-8")
    return path


def rules_in(result: Result) -> set[str]:
    """The rules that drafted a line in a JSON document."""
    return {line["rule"] for line in json.loads(result.stdout)["lines"]}


def test_the_command_drafts_questions(saved: Path) -> None:
    """The paper is printed, and nothing is wrong."""
    result = run("enquire", saved, "--on", "2027-02-01")

    assert result.exit_code == 0
    assert "“Small and voluntary providers” (5.2)" in result.stdout


@pytest.mark.parametrize(
    ("option", "rule"),
    [("--against", "better-without-evidence"), ("--outside", "above-outside-view")],
)
def test_the_command_compares(option: str, rule: str, saved: Path, lowest: Path) -> None:
    """Last round's and an outside view's returns are read and set beside it, each as what it is."""
    alone = rules_in(run("enquire", saved, "--format", "json"))
    beside = rules_in(run("enquire", saved, option, lowest, "--format", "json"))

    assert beside - alone == {rule}


def test_the_command_uses_what_peers_found(
    saved: Path, tmp_path: Path, example: cs.Assessment
) -> None:
    """A peer team's return is given by either name of the option, and cited with its file."""
    found = cs.Finding("The forum was well attended", ("5",), cs.KnownBy.SEEN)
    path = tmp_path / "peers.json"
    path.write_text(cs.to_json(evolve(example, evidence=(), findings=(found,))), encoding="utf-8")
    told = run("enquire", saved, "--peers", path, "--format", "json")
    cites = [each for line in json.loads(told.stdout)["lines"] for each in line["cited"]]

    assert told.stdout == run("enquire", saved, "--outside", path, "--format", "json").stdout
    assert {each["file"] for each in cites if each["kind"] == "finding"} == {"peers.json"}
    assert {BESIDE_HIGH, WITHOUT} & rules_in(told)


def test_the_command_tells_returns_of_other_periods(
    saved: Path, tmp_path: Path, example: cs.Assessment
) -> None:
    """Beside the questions a note names the periods of what the return was set beside."""
    path = tmp_path / "other.json"
    path.write_text(cs.to_json(evolve(example, period="2030-31")), "utf-8")
    result = run("enquire", saved, "--against", path, "--peers", path)

    assert result.exit_code == 0
    assert result.stderr.count("other.json: Its period is “2030-31”") == 2


def test_the_command_switches_rules_off(saved: Path) -> None:
    """Rules are left out by name, several if need be."""
    arguments = [each for name in NAMES[1:] for each in ("--without", name)]
    result = run("enquire", saved, "--on", "2027-02-01", "--format", "json", *arguments)

    assert rules_in(result) == {NAMES[0]}


def test_an_unknown_rule_is_wrong_usage(saved: Path) -> None:
    """The command says which rules there are."""
    result = run("enquire", saved, "--without", "unven")

    assert result.exit_code == 2
    assert "Did you mean uneven?" in result.stderr


def test_the_command_tells_what_is_wrong_with_every_file(saved: Path) -> None:
    """A missing file is a problem of the input."""
    result = run("enquire", saved, "--against", "no.xlsx", "--outside", "none.xlsx")

    assert result.exit_code == 1
    assert "no.xlsx" in result.stderr
    assert "none.xlsx" in result.stderr


def test_the_command_hears_other_voices(
    saved: Path, tmp_path: Path, example: cs.Assessment
) -> None:
    """Other returns of the round say which voice is missing and where voices split."""
    answers = {each.id: 4 for each in example.framework.criteria}
    carer = cs.assess(
        example.framework, answers, respondent=cs.Respondent("A. Carer", cs.Voice.CARERS)
    )
    other = tmp_path / "carer.json"
    other.write_text(cs.to_json(carer), encoding="utf-8")

    alone = rules_in(run("enquire", saved, "--format", "json"))
    beside = rules_in(run("enquire", saved, "--beside", other, "--format", "json"))

    assert beside - alone == {"voice-missing", "voices-split"}
