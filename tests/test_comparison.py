"""Two scorecards side by side: worked cases, laws, and what is refused.

Each file in ``cases/comparisons`` holds one comparison worked out by hand. To
add one, copy a file and change its ratings: ``own`` is the first side's,
``other`` the second's; a standard without one of them is on one side only. An
answer is a level's value, ``""`` for a blank, ``"n/a"`` or ``"dk"``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.comparing.awareness import half_a_step, peer_profile
from commissioning_standards.comparing.awareness_words import sentences_on
from commissioning_standards.comparing.comparison_words import sums
from commissioning_standards.comparing.gap_words import signed
from commissioning_standards.comparing.gaps import standing
from tests.small import one_standard, small_framework, small_scale, small_standard
from tests.strategies import fills, frameworks

CASES = {
    path.stem: tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    for path in sorted((Path(__file__).parent / "cases" / "comparisons").glob("*.toml"))
}
OTHER_ANSWERS = {
    "": cs.Answer.BLANK,
    "n/a": cs.Answer.NOT_APPLICABLE,
    "dk": cs.Answer.DONT_KNOW,
}
PEERS = cs.Respondent("Peers", cs.Voice.PEER_TEAM)
FLIPPED = {cs.Standing.HIGHER: cs.Standing.LOWER, cs.Standing.LOWER: cs.Standing.HIGHER}

pairs = frameworks().flatmap(lambda each: st.tuples(fills(each), fills(each)))
rules = st.sampled_from(["mean", "gated"])


def side_of(case: dict[str, Any], side: str) -> cs.Scorecard:
    """One side of a case, scored."""
    scale = small_scale(case["levels"])
    numbered = [(n, each) for n, each in enumerate(case["standards"], 1) if side in each]
    standards = [
        small_standard(n, each["domain"], each.get("weights", [1] * len(each[side])), scale)
        for n, each in numbered
    ]
    edition = "1" if side == "own" else "0"
    domains = [1] * len({each["domain"] for _, each in numbered})
    framework = evolve(small_framework(standards, domains, scale), edition=edition)
    answers: dict[Any, cs.Level | cs.Answer] = {level.value: level for level in scale}
    answers |= OTHER_ANSWERS
    given_answers = [answer for _, each in numbered for answer in each[side]]
    ratings = [
        cs.Rating(criterion.id, answers[answer], comment="A reason")
        for criterion, answer in zip(framework.criteria, given_answers, strict=True)
    ]
    who = PEERS if side == "other" else cs.Respondent()
    return cs.score(cs.Assessment(framework, tuple(ratings), respondent=who), case["rule"])


def comparison_of(case: dict[str, Any]) -> cs.Comparison:
    """What the software makes of a case."""
    target = case.get("target", case.get("targets"))
    return cs.compare(side_of(case, "own"), side_of(case, "other") if target is None else target)


def expected_gaps() -> list[Any]:
    """Every part of every case that is compared, with what must come of it."""
    return [
        pytest.param(case, key, entry["expected"], id=f"{name}-{key}")
        for name, case in CASES.items()
        for key, entry in (
            ("overall", case.get("overall", {})),
            *((f"domain-{n}", each) for n, each in enumerate(case.get("domains", []), 1)),
            *((f"standard-{n}", each) for n, each in enumerate(case["standards"], 1)),
        )
        if "expected" in entry
    ]


def as_text(value: Fraction | None) -> str:
    """A figure as the cases write it."""
    return "none" if value is None else str(value)


def as_written(gap: cs.Gap) -> dict[str, str]:
    """A gap as the cases write it."""
    return {
        "own": as_text(gap.own),
        "other": as_text(gap.other),
        "gap": as_text(gap.gap),
        "least": as_text(gap.low),
        "most": as_text(gap.high),
        "status": gap.status.value,
    }


def awareness_of(case: dict[str, Any]) -> cs.SelfAwareness:
    """The profile that the software makes of a case."""
    own, other = side_of(case, "own"), side_of(case, "other")
    return cs.self_awareness(own, other, case.get("tolerance"))


def compared(pair: tuple[cs.Assessment, cs.Assessment], rule: str = "mean") -> cs.Comparison:
    """Two assessments, scored and compared."""
    own, other = (cs.score(each, rule) for each in pair)
    return cs.compare(own, other)


def completed(assessment: cs.Assessment, answers: Iterator[cs.Level]) -> cs.Assessment:
    """The same with every open answer given."""
    ratings = (
        evolve(each, answer=next(answers)) if each.is_open else each for each in assessment.ratings
    )
    return evolve(assessment, ratings=tuple(ratings))


def always(level: cs.Level) -> Iterator[cs.Level]:
    """The same level, for every open answer."""
    return iter(lambda: level, None)


@pytest.mark.parametrize(("case", "key", "expected"), expected_gaps())
def test_a_worked_gap_comes_out_as_worked(
    case: dict[str, Any], key: str, expected: dict[str, str]
) -> None:
    """Scores, gap, the least and the most it could be, and its status are those worked by hand."""
    actual = as_written(comparison_of(case)[key])

    assert {name: expected[name] for name in actual} == actual


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "profile" in case])
def test_a_worked_profile_comes_out_as_worked(name: str) -> None:
    """Each standard is seen as was worked out by hand, and the sentence says so."""
    case = CASES[name]
    awareness = awareness_of(case)
    entries = {f"standard-{n}": each for n, each in enumerate(case["standards"], 1)}
    seen = {each.gap.id: each.status.value for each in awareness.views}
    expected = {
        key: each.get("expected", {}).get("seen", "no score")
        for key, each in entries.items()
        if "own" in each
    }

    assert expected == seen
    assert next(sentences_on(awareness)) == case["profile"]


@pytest.mark.parametrize("name", CASES)
def test_a_worked_sentence_comes_out_as_worked(name: str) -> None:
    """The sentence that counts the standards is the one a person would write."""
    assert sums(comparison_of(CASES[name])) == CASES[name]["words"]


@pytest.mark.parametrize("name", CASES)
def test_a_case_lists_what_only_one_side_has(name: str) -> None:
    """What was added or dropped is listed, and nothing else is."""
    case, comparison = CASES[name], comparison_of(CASES[name])

    assert case.get("added", []) == [each.id for each in comparison.added]
    assert case.get("dropped", []) == [each.id for each in comparison.dropped]


@pytest.mark.parametrize(
    ("case", "key", "expected"),
    [each for each in expected_gaps() if "shown" in each.values[2]],
)
def test_a_worked_gap_is_shown_as_worked(
    case: dict[str, Any], key: str, expected: dict[str, str]
) -> None:
    """A gap is shown with as many decimals as it needs."""
    gap = comparison_of(case)[key].gap

    assert gap is not None
    assert signed(gap) == expected["shown"]


def test_cases_have_titles_of_their_own() -> None:
    """There are cases, each with a title that says what it shows."""
    titles = {case["title"] for case in CASES.values()}

    assert len(titles) == len(CASES) >= 10


@given(frameworks().flatmap(fills), rules)
def test_a_card_beside_itself_has_no_gap(assessment: cs.Assessment, rule: str) -> None:
    """Every gap is zero; it is alike, or uncertain where something open could change a score."""
    comparison = compared((assessment, assessment), rule)
    expected = {(False, False): "no score", (True, True): "alike", (True, False): "uncertain"}

    assert {each.gap for each in comparison.gaps} <= {Fraction(0), None}
    assert [
        each
        for each in comparison.gaps
        if expected[each.own is not None, each.own is not None and each.own_low == each.own_high]
        != each.status
    ] == []


@given(pairs, rules)
def test_swapping_the_sides_flips_everything(
    pair: tuple[cs.Assessment, cs.Assessment], rule: str
) -> None:
    """Every gap changes its sign, its range turns round, and higher becomes lower."""
    there, back = compared(pair, rule), compared((pair[1], pair[0]), rule)
    turned = [
        tuple(None if value is None else -value for value in (each.gap, each.high, each.low))
        for each in back.gaps
    ]

    assert turned == [(each.gap, each.low, each.high) for each in there.gaps]
    assert [FLIPPED.get(each.status, each.status) for each in back.gaps] == [
        each.status for each in there.gaps
    ]


@given(pairs, rules)
def test_a_gap_lies_within_its_range(pair: tuple[cs.Assessment, cs.Assessment], rule: str) -> None:
    """What the gap is now is never outside what it could still be."""
    gaps = [each for each in compared(pair, rule).gaps if each.gap is not None]

    assert [each for each in gaps if not (each.low or 0) <= each.gap <= (each.high or 0)] == []  # type: ignore[operator]


@given(pairs, rules, st.data())
def test_no_open_answer_changes_what_is_certain(
    pair: tuple[cs.Assessment, cs.Assessment], rule: str, data: st.DataObject
) -> None:
    """What is higher, lower or alike stays so, whatever the open answers turn out to be."""
    before = compared(pair, rule)
    levels = st.sampled_from(pair[0].framework.scale.levels)
    drawn: Iterator[cs.Level] = iter(lambda: data.draw(levels), None)
    after = compared((completed(pair[0], drawn), completed(pair[1], drawn)), rule)
    certain = {cs.Standing.HIGHER, cs.Standing.LOWER, cs.Standing.ALIKE}

    assert [
        (old.id, old.status, new.status)
        for old, new in zip(before.gaps, after.gaps, strict=True)
        if old.status in certain and new.status is not old.status
    ] == []


@given(pairs, rules)
def test_the_ends_of_a_range_can_be_reached(
    pair: tuple[cs.Assessment, cs.Assessment], rule: str
) -> None:
    """Uncertain is no excuse: there are answers that make the gap the least it could be."""
    own, other = pair
    lowest, *_, highest = own.framework.scale.levels
    before = compared(pair, rule)
    worst = (completed(own, always(lowest)), completed(other, always(highest)))

    assert [each.low for each in before.gaps] == [each.gap for each in compared(worst, rule).gaps]


@given(pairs, rules)
def test_every_status_follows_from_the_figures_shown(
    pair: tuple[cs.Assessment, cs.Assessment], rule: str
) -> None:
    """Whoever reads the least and the most a gap could be can tell its status from them."""
    for gap in compared(pair, rule).gaps:
        if gap.gap is None or gap.low is None or gap.high is None:
            expected = "no score"
        else:
            low, high = Fraction(signed(gap.low)), Fraction(signed(gap.high))
            certain = {(True, False): "higher", (False, True): "lower"}
            expected = certain.get((low > 0, high < 0), "uncertain")
            expected = "alike" if low == high == 0 else expected

        assert expected == gap.status


@given(pairs, st.fractions(0, 2))
def test_every_standard_is_seen_in_one_way(
    pair: tuple[cs.Assessment, cs.Assessment], tolerance: Fraction
) -> None:
    """The counts of the profile come to the number of standards."""
    own, other = map(cs.score, pair)
    awareness = cs.self_awareness(own, other, tolerance)

    assert sum(awareness.counts.values()) == len(own.standards)
    assert [each["status"] for each in awareness.rows()] == [
        standing(each.gap, tolerance).value for each in awareness.views
    ]


@given(pairs)
def test_a_profile_turned_round_is_flipped(pair: tuple[cs.Assessment, cs.Assessment]) -> None:
    """Where one side sees itself higher, the other would see itself lower."""
    own, other = map(cs.score, pair)
    there, back = cs.self_awareness(own, other), cs.self_awareness(other, own)

    assert [each.status for each in there.views] == [
        FLIPPED.get(each.status, each.status) for each in back.views
    ]


@given(frameworks())
def test_a_whole_level_apart_is_never_alike(framework: cs.Framework) -> None:
    """Half a step is less than any step, however uneven the scale is."""
    values = [level.value for level in framework.scale]
    steps = [upper - lower for lower, upper in pairwise(values)]

    assert half_a_step(framework.scale) < min(steps)


@given(frameworks().flatmap(fills), rules)
def test_a_target_is_compared_with_everything(assessment: cs.Assessment, rule: str) -> None:
    """One target stands beside every part, and its own range is nothing but itself."""
    card = cs.score(assessment, rule)
    target = assessment.framework.scale.highest
    comparison = cs.compare(card, target)

    assert [each.id for each in comparison.gaps] == [each.id for each in card.parts]
    assert {each.other for each in comparison.gaps} == {target}
    assert {(each.other_low, each.other_high) for each in comparison.gaps} == {(target, target)}


def two_criteria(answers: dict[str, object], **changes: Any) -> cs.Scorecard:
    """The scores of one standard, in a framework that differs in so much."""
    return cs.score(cs.assess(evolve(one_standard(), **changes), answers))


def test_parts_are_found_by_name() -> None:
    """A domain is found by its ID, a standard by its number, a criterion by its ID."""
    comparison = cs.compare(two_criteria({"1.1": 3}), two_criteria({"1.1": 2}))

    found = [comparison[key].part for key in ("overall", "domain-1", 1, "standard-1", "1.1")]

    assert found == ["overall", "domain", "standard", "standard", "criterion"]
    assert [len(each) for each in (comparison.domains, comparison.standards)] == [1, 1]
    assert [each.id for each in comparison.criteria] == ["1.1", "1.2"]


def test_an_unknown_part_is_told_with_a_near_one() -> None:
    """A slip brings the part that was meant."""
    comparison = cs.compare(two_criteria({}), two_criteria({}))

    with pytest.raises(
        KeyError, match=r"both sides have no part 'domian-1'\. Did you mean domain-1"
    ):
        _ = comparison["domian-1"]


def test_full_and_quick_form_are_compared_without_criteria(route_map: cs.Framework) -> None:
    """The two forms have standards, domains and the whole in common; criteria are no news."""
    full, quick = (cs.score(cs.assess(each, {})) for each in (route_map, cs.quick_form(route_map)))
    comparison = cs.compare(full, quick)

    assert comparison.criteria == ()
    assert comparison.added == comparison.dropped == ()
    assert len(comparison.standards) == len(route_map.standards)
    assert len(comparison.domains) == len(route_map.domains)
    assert comparison.overall


def test_another_framework_is_refused() -> None:
    """Standards of two frameworks that happen to share IDs are not held side by side."""
    with pytest.raises(ValueError, match="are of two frameworks, small and ours"):
        cs.compare(two_criteria({}), two_criteria({}, id="ours"))


def test_another_scale_is_refused() -> None:
    """Scores on two scales cannot be taken from each other."""
    other = cs.score(cs.assess(one_standard(values=(0, 1)), {}))

    with pytest.raises(ValueError, match="not on the same scale"):
        cs.compare(two_criteria({}), other)


def test_a_mended_meaning_of_a_level_is_the_same_scale() -> None:
    """What a level counts and is called makes a scale; a better sentence does not."""
    scale = small_scale()
    mended = cs.Scale((evolve(scale.levels[0], meaning="Mended"), *scale.levels[1:]))

    assert cs.compare(two_criteria({"1.1": 3}), two_criteria({"1.1": 3}, scale=mended))[1].gap == 0


def test_another_rule_is_refused() -> None:
    """Scores by two rules are not held side by side, and it is said what to do."""
    assessment = cs.assess(one_standard(), {"1.1": 3})

    with pytest.raises(ValueError, match="mean version 1 and gated version 1: score both by the"):
        cs.compare(cs.score(assessment), cs.score(assessment, "gated"))


@pytest.mark.parametrize("name", ["carers.xlsx", "last/return.JSON "])
def test_a_file_is_read_before_it_is_compared(name: str) -> None:
    """The name of a return's file is not taken for a figure that is off the scale."""
    card = cs.score(cs.assess(one_standard(), {"1.1": 3}))

    with pytest.raises(
        TypeError, match=r"takes a scorecard, .*give score\(read_workbook\(path\)\)"
    ):
        cs.compare(card, name)


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (5, "5 is off the scale, which runs from 1 Level A to 4 Level D"),
        (0.5, "0.5 is off the scale"),
        (float("nan"), "nan is not a figure on a scale"),
        ("high", "high is not a figure on a scale"),
        (True, "True is not a figure on a scale"),
        ({2: 3}, "there is no standard 2"),
        ({1: 9}, "9 is off the scale"),
    ],
)
def test_a_target_off_the_scale_is_refused(target: Any, message: str) -> None:
    """A target is a figure on the scale, for a standard that there is."""
    with pytest.raises(ValueError, match=message):
        cs.compare(two_criteria({"1.1": 3}), target)


@pytest.mark.parametrize("targets", [{1: "3"}, {"1": 3}, {"1": Fraction(3)}])
def test_targets_are_read_as_people_write_them(targets: Any) -> None:
    """A standard's number and its target may be numbers or text."""
    gap = cs.compare(two_criteria({"1.1": 2, "1.2": 2}), targets)[1].gap

    assert gap == Fraction(-1)


def test_two_targets_for_one_standard_are_told() -> None:
    """A number and the same as text could each be meant, so neither is chosen."""
    with pytest.raises(ValueError, match="there are two targets for standard 1"):
        cs.compare(two_criteria({"1.1": 3}), {1: 3, "1": 2})


def test_a_target_of_none_is_no_target() -> None:
    """A standard whose target is left open is not compared."""
    comparison = cs.compare(two_criteria({"1.1": 2}), {1: None})

    assert comparison.gaps == ()
    assert comparison.overall is None


@pytest.mark.parametrize("tolerance", [-1, "-0.1"])
def test_a_tolerance_below_zero_is_refused(tolerance: Any) -> None:
    """Two scores cannot be nearer than the same."""
    with pytest.raises(ValueError, match="is below zero"):
        cs.self_awareness(two_criteria({}), two_criteria({}), tolerance)


def test_only_a_peer_teams_view_brings_the_profile_by_itself() -> None:
    """The command tells the profile beside a peer team's view, and nobody else's."""
    own = two_criteria({"1.1": 3})
    peers = cs.score(evolve(own.assessment, respondent=PEERS))

    assert peer_profile(cs.compare(own, 3)) is None
    assert peer_profile(cs.compare(own, own)) is None
    assert peer_profile(cs.compare(own, peers)) == cs.self_awareness(own, peers)


def test_a_row_holds_both_scores_and_the_gap_exactly() -> None:
    """Whoever reckons on from a row can take fractions, and finds nothing where there is none."""
    names = ("own_exact", "other_exact", "gap_exact")
    own, other = two_criteria({"1.1": 3, "1.2": 4}), two_criteria({"1.1": 2})
    scored = cs.compare(own, other)[1].row()
    without = cs.compare(own, two_criteria({}))[1].row()

    assert [scored[each] for each in names] == ["7/2", "2", "3/2"]
    assert [without[each] for each in names] == ["7/2", None, None]


def test_rows_are_flat_and_alike() -> None:
    """Every row has the same keys, and nothing in it is nested."""
    rows = cs.compare(two_criteria({"1.1": 3}), two_criteria({"1.1": 2})).rows()

    assert {tuple(each) for each in rows} == {tuple(rows[0])}
    assert {type(value) for each in rows for value in each.values()} <= {
        str,
        int,
        float,
        type(None),
    }
