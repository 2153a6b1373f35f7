"""Assessments and scorecards as JSON."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.interchange import assessment_from
from commissioning_standards.version import VERSION
from tests.small import one_standard
from tests.strategies import HOSTILE, assessments, fills, frameworks

SCHEMA = "commissioning-standards/assessment/1"
SCORE_KEYS = {
    "id",
    "title",
    "score",
    "exact",
    "low",
    "high",
    "level",
    "rated",
    "open",
    "not_applicable",
}
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(HOSTILE),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def document(**changes: Any) -> dict[str, Any]:
    """A sound document without ratings, with some keys changed."""
    return {"schema": SCHEMA, "framework": {"id": "route-map"}} | changes


def faults(text: str, framework: cs.Framework | None = None) -> list[str]:
    """What is told of JSON that cannot be read: place and code."""
    with pytest.raises(cs.AssessmentError) as caught:
        cs.from_json(text, framework)
    return [f"{each.place}: {each.code}" for each in caught.value.problems]


def faults_of(**changes: Any) -> list[str]:
    """What is told of a document with some keys changed."""
    return faults(json.dumps(document(**changes)))


@given(frameworks().flatmap(assessments))
def test_an_assessment_comes_back_as_it_went(assessment: cs.Assessment) -> None:
    """Any assessment of any framework is read back from its JSON unchanged."""
    back = cs.from_json(cs.to_json(assessment), assessment.framework)

    assert assessment == back


@given(frameworks().flatmap(assessments))
def test_the_same_assessment_gives_the_same_text(assessment: cs.Assessment) -> None:
    """Reading and writing again changes no character, so files can be compared."""
    text = cs.to_json(assessment)

    assert text == cs.to_json(cs.from_json(text, assessment.framework))


def test_a_framework_this_software_brings_need_not_be_given(example: cs.Assessment) -> None:
    """An assessment against the route map is read back by itself."""
    assert cs.from_json(cs.to_json(example)) == example


def test_where_it_was_read_from_comes_back_too(example: cs.Assessment) -> None:
    """File, its sha256, sheet and cell are kept on the way through JSON."""
    source = cs.Source("return.xlsx", "ab" * 32)
    place = cs.Place("return.xlsx", "Inclusive", "H7")
    ratings = [evolve(each, origin=place) for each in example.ratings]
    back = cs.from_json(cs.to_json(evolve(example, ratings=ratings, source=source)))

    assert back.source == source
    assert {each.origin for each in back.ratings} == {place}


def test_it_says_what_it_is_and_who_wrote_it(example: cs.Assessment) -> None:
    """Schema, software and framework with its digest stand in the file."""
    written = json.loads(cs.to_json(example))

    assert written["schema"] == SCHEMA
    assert written["software"] == VERSION
    assert written["framework"] == {
        "id": "route-map",
        "edition": "2014",
        "digest": example.framework.digest,
    }


def test_letters_are_written_as_letters(route_map: cs.Framework) -> None:
    """Names are readable in the file, accents and all."""
    assert "Trefaldwyn â Sir" in cs.to_json(cs.Assessment(route_map, council="Trefaldwyn â Sir"))


def test_all_faults_are_told_at_once_with_their_paths() -> None:
    """Whoever made the file learns of everything that is wrong with it in one go."""
    found = faults_of(
        council=7,
        periode="2026-27",
        date="31.3.2027",
        respondent={"name": "Ann", "voice": "Staf"},
        ratings=[
            {"criterion": "1.1", "answer": 9},
            {"criterion": "1.2", "confidence": "high"},
            {"answer": 3},
            "1.3",
        ],
        evidence=[{"title": "Survey", "about": "4.1"}],
        actions={"title": "Do it"},
    )

    assert sorted(found) == sorted(
        [
            "council: wrong-type",
            ": unknown-key",
            "date: wrong-type",
            "respondent.voice: not-allowed",
            "ratings[0].answer: answer-not-allowed",
            "ratings[1].confidence: not-allowed",
            "ratings[2]: missing-key",
            "ratings[3]: wrong-type",
            "evidence[0].about: wrong-type",
            "actions: wrong-type",
        ]
    )


def test_all_that_does_not_fit_the_framework_is_told_at_once() -> None:
    """An unknown criterion does not hide a missing reason, nor that an unknown reference."""
    found = faults_of(
        ratings=[{"criterion": "99.1", "answer": 3}, {"criterion": "1.1", "answer": "n/a"}],
        evidence=[{"title": "Survey", "about": ["99"]}],
    )

    assert [each.partition(": ")[2] for each in found] == [
        "unknown-criterion",
        "reason-missing",
        "unknown-reference",
    ]


def test_an_answer_that_is_none_is_told_with_those_that_are() -> None:
    """A mistyped answer is told with the near miss and with all that may stand there."""
    with pytest.raises(cs.AssessmentError) as caught:
        cs.from_json(json.dumps(document(ratings=[{"criterion": "4.1", "answer": "Establishd"}])))

    assert str(caught.value) == (
        "ratings[0].answer: “Establishd” is not an answer for this criterion. "
        "Did you mean 3 Established? Allowed: 1 Starting, 2 Developing, 3 Established, "
        "4 Leading, Not applicable, Don't know. "
        "Choose one of the allowed answers, or leave it blank."
    )


@pytest.mark.parametrize("answer", [True, [], {}, 2.5, 0, 5, "3 or 4", float("nan"), float("inf")])
def test_what_is_no_answer_is_never_guessed(answer: object) -> None:
    """True is not 1, and 2.5 is neither 2 nor 3."""
    assert faults_of(ratings=[{"criterion": "4.1", "answer": answer}]) == [
        "ratings[0].answer: answer-not-allowed"
    ]


@pytest.mark.parametrize("answer", [3, 3.0, "3", " established ", "3 – Established"])
def test_answers_are_read_as_people_write_them(answer: object) -> None:
    """A file written by hand may give a level by its value or by its name."""
    text = json.dumps(document(ratings=[{"criterion": "4.1", "answer": answer}]))
    level = cs.from_json(text).rating("4.1").level

    assert level is not None
    assert level.label == "Established"


def test_a_criterion_left_out_is_blank() -> None:
    """An assessment without ratings is one with nothing answered."""
    assessment = cs.from_json(json.dumps(document()))

    assert {each.answer for each in assessment.ratings} == {cs.Answer.BLANK}


@pytest.mark.parametrize(
    "text", ["", "{", "ratings: []", "{'schema': 1}", '{"schema": }', "{}}", "\0", "[" * 100_000]
)
def test_broken_json_is_refused(text: str) -> None:
    """Text that is not JSON is told as that, however it is broken."""
    assert faults(text) == [": not-json"]


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    """A figure too long to be one is a fault of the file, and no crash."""
    assert faults(f'{{"schema": {"9" * 5000}}}') == [": not-json"]


@pytest.mark.parametrize(
    "whole",
    [
        None,
        [],
        "text",
        3,
        {},
        {"schema": None},
        {"schema": "commissioning-standards/assessment/2"},
        {"schema": "commissioning-standards/scorecard/1"},
    ],
)
def test_other_data_is_refused_by_its_schema(whole: object) -> None:
    """JSON that is no assessment of ours, such as a scorecard, is refused as that."""
    assert faults(json.dumps(whole)) == [": wrong-schema"]


def test_a_scorecard_is_not_read(card: cs.Scorecard) -> None:
    """Scores are computed from ratings, and never read back."""
    assert faults(cs.to_json(card)) == [": wrong-schema"]


@pytest.mark.parametrize("stamp", ["nobodys", {"id": "nobodys"}, {"id": "a\0b"}, {"id": "\ud800"}])
def test_an_unknown_framework_is_refused(stamp: object) -> None:
    """An assessment against a framework that is not here cannot be read."""
    assert faults_of(framework=stamp) == [": wrong-framework"]


def test_an_endless_framework_id_is_refused() -> None:
    """A framework's ID too long for any file's name is unknown like any other."""
    assert faults_of(framework={"id": "x" * 5000}) == [": wrong-framework"]


@pytest.mark.parametrize("changes", [{}, {"edition": "2014"}])
def test_a_missing_framework_is_told_as_missing(changes: dict[str, str]) -> None:
    """Who leaves the framework out is not told that there is none called None."""
    text = json.dumps({"schema": SCHEMA} | ({"framework": changes} if changes else {}))
    with pytest.raises(cs.AssessmentError) as caught:
        cs.from_json(text)

    assert "None" not in str(caught.value)


def test_a_file_cannot_make_us_read_a_folder_of_its_choice(tmp_path: Any) -> None:
    """A framework in somebody's JSON is an ID, and never a path on the reader's machine."""
    (tmp_path / "secret.toml").write_text("password = 1")

    assert faults_of(framework={"id": str(tmp_path)}) == [": wrong-framework"]


def test_another_framework_than_the_given_one_is_refused(example: cs.Assessment) -> None:
    """Answers to one framework are not read as answers to another."""
    assert "framework: framework-not-given" in faults(cs.to_json(example), one_standard())


def test_answers_on_another_scale_are_refused() -> None:
    """The top of four levels is not read as the fourth of five, though both are called alike."""
    text = cs.to_json(cs.assess(one_standard(), {"1.1": "4 Level D"}))
    five = one_standard(values=(1, 2, 3, 4, 5))
    with pytest.raises(cs.AssessmentError) as caught:
        cs.from_json(text, five)

    (fault,) = caught.value.problems
    assert (fault.code, fault.found) == (
        "other-scale",
        "“1 Level A, 2 Level B, 3 Level C, 4 Level D”",
    )
    assert fault.allowed == "1 Level A, 2 Level B, 3 Level C, 4 Level D, 5 Level E"


@pytest.mark.parametrize("scale", [7, "1 Starting", [], [7, ["1"]], {"1": "Starting"}])
def test_a_scale_that_is_none_is_refused(scale: object) -> None:
    """What stands in the place of the scale is not taken for this one."""
    assert faults_of(scale=scale) == [": other-scale"]


@pytest.mark.parametrize("changes", [{}, {"scale": None}])
def test_data_that_names_no_scale_is_read(changes: dict[str, None]) -> None:
    """Files from before the scale stood in them, and those written by hand, are read as before."""
    read = cs.from_json(
        json.dumps(document(ratings=[{"criterion": "4.1", "answer": 3}], **changes))
    )

    assert read.rating("4.1").level


def test_another_wording_is_told_where_there_is_a_source(example: cs.Assessment) -> None:
    """Answers to an earlier wording are read, with a note as for a workbook."""
    written = json.loads(cs.to_json(evolve(example, source=cs.Source("return.xlsx", "ab" * 32))))
    written["framework"]["digest"] = "0" * 64
    read = cs.from_json(json.dumps(written))

    assert read == example
    assert read.source
    assert [each.code for each in read.source.notes] == ["other-wording"]


@pytest.mark.parametrize("stamp", [None, 7, [], {}, "another"])
def test_a_framework_of_another_kind_is_refused(stamp: object) -> None:
    """Whatever stands in the framework's place, only the given one's ID is taken for it."""
    text = json.dumps(document(framework=stamp))

    assert faults(text, one_standard()) == ["framework: wrong-framework"]


@pytest.mark.parametrize(
    "key", ["council", "date", "ratings", "respondent", "evidence", "scale", "nonsense"]
)
def test_deep_nesting_is_refused(key: str) -> None:
    """Lists within lists, as deep as can just be parsed, are a fault and no crash."""
    limit = sys.getrecursionlimit()
    depths = range(limit - 200, limit + 10, 3)
    nested = ("[" * depth + "]" * depth for depth in depths)
    start = f'{{"schema": "{SCHEMA}", "framework": {{"id": "route-map"}}, "{key}": '

    assert all(faults(f"{start}{each}}}") for each in nested)


def test_an_answer_of_astronomic_size_is_refused() -> None:
    """An answer of a billion digits is refused; whoever worked them out would never end."""
    found = faults_of(ratings=[{"criterion": "4.1", "answer": "1e999999999"}])

    assert found == ["ratings[0].answer: answer-not-allowed"]


@pytest.mark.parametrize("key", ["code", "place"])
def test_a_note_that_is_not_ours_is_refused(key: str) -> None:
    """Notes are told when a return is read and are no part of its JSON; others' are refused."""
    note = {"code": "tidied", "place": {}} | {key: "nonsense"}
    source = {"file": "return.xlsx", "sha256": "", "notes": [note]}

    assert faults_of(source=source) == ["source: unknown-key"]


@given(st.sampled_from(["ratings", "respondent", "council", "evidence", "source"]), JSON_VALUES)
def test_any_data_is_read_or_refused(key: str, value: object) -> None:
    """Whatever stands in a file, it is an assessment or a fault, and never a crash."""
    text = json.dumps(document(**{key: value}))
    try:
        result: object = cs.from_json(text)
    except cs.AssessmentError as error:
        result = error.problems

    assert isinstance(result, cs.Assessment) or result


def test_plain_data_is_read_with_its_files_name(route_map: cs.Framework) -> None:
    """A fault in data from a file says which file."""
    with pytest.raises(cs.AssessmentError) as caught:
        assessment_from({"framework": "route-map", "council": 1}, route_map, "return.toml")

    assert str(caught.value.problems[0].place) == "return.toml (council)"


def test_a_scorecard_has_the_contracts_shape(card: cs.Scorecard) -> None:
    """Scripts find the keys that were promised, and beside them software, form and scale."""
    assert set(json.loads(cs.to_json(card))) == {
        "schema",
        "software",
        "framework",
        "form",
        "scale",
        "scoring",
        "assessment",
        "overall",
        "domains",
        "standards",
        "criteria",
    }


def test_a_scorecard_says_what_it_rests_on(card: cs.Scorecard) -> None:
    """Schema, framework, rule and whose return it was stand in it."""
    written = json.loads(cs.to_json(card))

    assert written["schema"] == "commissioning-standards/scorecard/1"
    assert written["software"] == VERSION
    assert set(written["framework"]) == {"id", "edition", "digest"}
    assert written["form"] == "full"
    assert written["scoring"] == {"rule": "mean", "version": 1}
    assert written["assessment"] == {
        "council": "Borsetshire County Council",
        "period": "2026-27",
        "respondent": "Commissioning team, with the coproduction group",
        "voice": "Leaders and commissioners",
        "file": None,
        "sha256": None,
    }


def test_a_scorecard_names_its_file(example: cs.Assessment) -> None:
    """Scores of a file carry its name and its sha256."""
    source = cs.Source("return.xlsx", "ab" * 32)
    written = json.loads(cs.to_json(cs.score(evolve(example, source=source))))["assessment"]

    assert (written["file"], written["sha256"]) == ("return.xlsx", "ab" * 32)


def test_a_scorecard_without_a_respondent_has_no_voice() -> None:
    """A voice that was not given is null."""
    written = json.loads(cs.to_json(cs.score(cs.Assessment(one_standard()))))["assessment"]

    assert written == {
        "council": "",
        "period": "",
        "respondent": "",
        "voice": None,
        "file": None,
        "sha256": None,
    }


def test_a_scorecard_brings_its_scale(card: cs.Scorecard, route_map: cs.Framework) -> None:
    """Whoever draws the scores learns from the file what they run from and to, and whose scale."""
    assert json.loads(cs.to_json(card))["scale"] == {
        "note": route_map.note,
        "levels": [
            {"value": 1.0, "label": "Starting"},
            {"value": 2.0, "label": "Developing"},
            {"value": 3.0, "label": "Established"},
            {"value": 4.0, "label": "Leading"},
        ],
    }


def test_every_score_has_the_contracts_keys(card: cs.Scorecard) -> None:
    """The whole, domains, standards and criteria have the same keys, and each its own beside."""
    written = json.loads(cs.to_json(card))
    keys = {
        name: set.union(*map(set, written[name])) for name in ("domains", "standards", "criteria")
    }
    of_criteria = {"answer", "confidence", "sheet", "cell", "standard"}

    assert set(written["overall"]) == SCORE_KEYS
    assert keys == {
        "domains": SCORE_KEYS,
        "standards": SCORE_KEYS | {"number", "domain"},
        "criteria": SCORE_KEYS | of_criteria,
    }


def test_a_standard_is_written_as_promised(card: cs.Scorecard) -> None:
    """Figures are numbers, the exact score is text, and the level is a value and a label."""
    assert json.loads(cs.to_json(card))["standards"][3] == {
        "id": "coproduction",
        "title": "Coproduced with people, their carers and communities",
        "score": 8 / 3,
        "exact": "8/3",
        "low": 2.25,
        "high": 3.0,
        "level": {"value": 2.0, "label": "Developing"},
        "rated": 3,
        "open": 1,
        "not_applicable": 0,
        "number": 4,
        "domain": "inclusive",
    }


def test_a_standard_without_a_score_has_nulls(card: cs.Scorecard) -> None:
    """No score is null, never 0, and its range is still told."""
    written = json.loads(cs.to_json(card))["standards"][2]
    figures = [written[key] for key in ("score", "exact", "level", "low", "high")]

    assert figures == [None, None, None, 1.0, 4.0]


def test_a_criterion_tells_its_answer_and_its_cell(example: cs.Assessment) -> None:
    """Each criterion's score can be traced to the answer in the cell it came from."""
    place = cs.Place("return.xlsx", "Inclusive", "H7")
    ratings = [evolve(each, origin=place) for each in example.ratings]
    written = json.loads(cs.to_json(cs.score(evolve(example, ratings=ratings))))["criteria"][0]

    assert [written[key] for key in ("answer", "confidence", "sheet", "cell", "standard")] == [
        "3 Established",
        "High",
        "Inclusive",
        "H7",
        1,
    ]


def test_the_kinds_of_answer_are_told_apart(card: cs.Scorecard) -> None:
    """Not applicable and don't know are written as such, and a blank is null."""
    written = {each["id"]: each["answer"] for each in json.loads(cs.to_json(card))["criteria"]}

    assert [written[key] for key in ("5.2", "7.4", "3.1")] == ["Not applicable", "Don't know", None]


@given(frameworks().flatmap(fills))
def test_any_scorecard_is_sound_json(assessment: cs.Assessment) -> None:
    """The exact text is the score, and programs in any language can read the file."""
    card = cs.score(assessment)
    written = json.loads(cs.to_json(card), parse_constant=pytest.fail)
    parts = [written["overall"], *written["domains"], *written["standards"], *written["criteria"]]

    assert [each["exact"] for each in parts] == [
        None if each.score is None else str(each.score) for each in card.parts
    ]


def test_a_key_given_twice_is_told(example: cs.Assessment) -> None:
    """JSON that says one thing twice is refused; usual readers keep the last in silence."""
    text = cs.to_json(example).replace('"council":', '"council": "Elsewhere", "council":', 1)

    with pytest.raises(cs.AssessmentError, match="The key “council” stands more than once"):
        cs.from_json(text)


def test_another_edition_is_refused(example: cs.Assessment) -> None:
    """Answers to another edition's questions are not taken for answers to this one's."""
    text = cs.to_json(example).replace('"edition": "2014"', '"edition": "1999"')

    with pytest.raises(cs.AssessmentError, match="made with edition “1999”"):
        cs.from_json(text)


def test_every_fault_of_form_and_fit_is_told_at_once(example: cs.Assessment) -> None:
    """A criterion that there is not is told with its path, beside faults of form."""
    content = json.loads(cs.to_json(example))
    content["ratings"][2]["criterion"] = "1.9"
    content["ratings"][3]["confidence"] = "Sure"
    content["ratings"][5] |= {"answer": "n/a", "comment": ""}
    content["evidence"][0]["about"] = ["99"]
    content["evidence"][1]["date"] = "soon"
    content["colour"] = "red"
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.from_json(json.dumps(content))

    assert [(each.code, each.place.item) for each in refusal.value.problems] == [
        ("not-allowed", "ratings[3].confidence"),
        ("wrong-type", "evidence[1].date"),
        ("unknown-key", ""),
        ("unknown-criterion", "ratings[2].criterion"),
        ("reason-missing", content["ratings"][5]["criterion"]),
        ("unknown-reference", "evidence[0]"),
    ]


def test_what_does_not_fit_is_told_once(example: cs.Assessment) -> None:
    """Where only the fit is wrong, nothing is told twice, and each has its path."""
    content = json.loads(cs.to_json(example))
    content["ratings"][2]["criterion"] = content["ratings"][1]["criterion"]
    content["ratings"][4]["criterion"] = "x"
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.from_json(json.dumps(content))

    assert [(each.code, each.place.item) for each in refusal.value.problems] == [
        ("duplicate-rating", "ratings[2].criterion"),
        ("unknown-criterion", "ratings[4].criterion"),
    ]


@pytest.mark.parametrize("ratings", [7, None, "all"])
def test_ratings_that_are_no_list_are_told_once(example: cs.Assessment, ratings: object) -> None:
    """Nothing is looked for in what is no list."""
    content = json.loads(cs.to_json(example)) | {"ratings": ratings}
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.from_json(json.dumps(content))

    assert [(e.code, e.place.item) for e in refusal.value.problems] == [("wrong-type", "ratings")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{}", "The data does not say what it is."),
        ("[]", "The data is no object with a schema."),
        ('{"schema": "x/1"}', "The data says it is “x/1”."),
    ],
)
def test_data_of_another_kind_is_told_in_words(text: str, said: str) -> None:
    """What stands there is told as a person would say it, also where nothing does."""
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.from_json(text)

    assert refusal.value.problems[0].message == said
