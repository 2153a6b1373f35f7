"""A framework is a scale, domains, standards and criteria that fit together."""

from __future__ import annotations

import pickle
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.loading import load_folder
from commissioning_standards.parts import Described, Duty, LookFor, Term
from tests.folders import GOOD, write_folder
from tests.small import small_scale
from tests.strategies import frameworks, scales

LADDER = (Described("low", "Nobody can say."), Described("high", "Everyone can say."))


def scale_of(*levels: cs.Level) -> cs.Scale:
    """A scale of these levels."""
    given_levels: Any = levels
    return cs.Scale(given_levels)


SCALE = scale_of(cs.Level("low", 1, "Low"), cs.Level("high", 2, "High"))


def criterion(criterion_id: str = "1.1", **changes: Any) -> cs.Criterion:
    """A criterion without faults, but for the changes."""
    return evolve(cs.Criterion(criterion_id, "Listening", "How far?", LADDER), **changes)


def standard(number: int = 1, domain: str = "people", **changes: Any) -> cs.Standard:
    """A standard without faults, but for the changes."""
    criteria = (criterion(f"{number}.1"),)
    whole = cs.Standard(number, f"s{number}", domain, "Voice", "Heard", "I am heard", criteria)
    return evolve(whole, **changes)


def with_ladder(part: str, ladder: tuple[Described, ...]) -> cs.Standard:
    """A standard with quick levels or advice."""
    changes: dict[str, Any] = {part: ladder}
    return standard(**changes)


def framework(**changes: Any) -> cs.Framework:
    """A framework of one domain and one standard without faults, but for the changes."""
    parts: dict[str, Any] = {
        "id": "own",
        "edition": "2027",
        "title": "Ours",
        "scale": SCALE,
        "domains": [cs.Domain("people", "People")],
        "standards": (standard(),),
    }
    return cs.Framework(**{**parts, **changes})


def told_of(**changes: Any) -> list[tuple[str, str, str]]:
    """The code, place and finding of every fault of a framework with the changes."""
    with pytest.raises(cs.FrameworkError) as refusal:
        framework(**changes)
    return [(each.code, str(each.place), each.found) for each in refusal.value.problems]


def test_a_level_is_offered_with_its_value_and_label() -> None:
    """People choose a level by number and word."""
    expected = "0.25 In places"
    actual = cs.Level("some", 0.25, "In places").choice

    assert expected == actual


def test_a_level_value_may_be_given_as_any_number() -> None:
    """A value given as text, float or fraction is the same level."""
    values: list[Any] = ["0.1", 0.1, Fraction(1, 10)]
    actual = {cs.Level("a", value, "A") for value in values}

    assert {cs.Level("a", Fraction(1, 10), "A")} == actual


def test_a_scale_is_its_levels_in_order() -> None:
    """A scale can be gone through and counted."""
    expected = (["low", "high"], 2)
    actual = ([level.id for level in SCALE], len(SCALE))

    assert expected == actual


def test_a_scale_knows_its_ends() -> None:
    """The lowest and the highest value are those of the first and the last level."""
    scale = small_scale((1, 2, 4))

    assert (scale.lowest, scale.highest) == (Fraction(1), Fraction(4))


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (Fraction(1), "Starting"),
        (Fraction(3), "Established"),
        (Fraction(4), "Leading"),
        (Fraction(2999999999, 1000000000), "Developing"),
        (Fraction(8, 3), "Developing"),
        (Fraction(9, 2), "Leading"),
    ],
)
def test_a_level_is_reached_only_when_the_score_is_there(
    route_map: cs.Framework, score: Fraction, expected: str
) -> None:
    """A score just below Established is Developing: nothing is rounded up."""
    actual = route_map.scale.reached(score).label

    assert expected == actual


@given(scales(), st.fractions(0, 1))
def test_the_level_reached_is_never_above_the_score(scale: cs.Scale, share: Fraction) -> None:
    """Of any scale, the level reached is the highest of those not above the score."""
    score = scale.lowest + share * (scale.highest - scale.lowest)
    expected = max(level.value for level in scale if level.value <= score)
    actual = scale.reached(score).value

    assert expected == actual


def test_a_criterion_describes_each_level() -> None:
    """The description of a level is the one written for it, whatever the order."""
    turned = criterion(levels=LADDER[::-1])
    expected = ["Nobody can say.", "Everyone can say."]
    actual = [turned.description(level) for level in SCALE]

    assert expected == actual


def test_a_standard_is_headed_by_number_and_title() -> None:
    """Lists and charts show a standard's number before its title."""
    expected = "3 Voice"
    actual = standard(3).heading

    assert expected == actual


@pytest.mark.parametrize(("short", "expected"), [("", "People and carers"), ("People", "People")])
def test_a_domain_goes_by_its_short_title_where_it_has_one(short: str, expected: str) -> None:
    """Sheets and charts use the short title, and else the whole one."""
    actual = cs.Domain("people", "People and carers", short=short).name

    assert expected == actual


def test_a_framework_is_named_with_its_edition() -> None:
    """Papers show which edition is meant."""
    expected = "Ours (2027)"
    actual = framework().name

    assert expected == actual


def test_criteria_come_in_the_order_of_the_standards(route_map: cs.Framework) -> None:
    """All criteria are those of the standards, one after another."""
    expected = [f"{number}.{each}" for number in range(1, 13) for each in range(1, 5)]
    actual = [each.id for each in route_map.criteria]

    assert expected == actual


def test_the_standards_of_a_domain_come_in_order(route_map: cs.Framework) -> None:
    """The standards of the domains together are all there are, in order."""
    actual = [each for domain in route_map.domains for each in route_map.in_domain(domain)]

    assert list(route_map.standards) == actual


@pytest.mark.parametrize("weight", [0, -1, "0", Fraction(-1, 2)])
@pytest.mark.parametrize("make", [criterion, standard])
def test_a_weight_is_above_zero(make: Any, weight: object) -> None:
    """What counts nothing, or less, is refused."""
    with pytest.raises(ValueError, match="weight"):
        make(weight=weight)


@pytest.mark.parametrize("weight", [0.1, "0.1", "1/10"])
def test_a_weight_is_exact(weight: object) -> None:
    """A weight of 0.1 is one tenth, however it is given."""
    actual = criterion(weight=weight).weight

    assert Fraction(1, 10) == actual


def test_a_sound_framework_stands() -> None:
    """A framework without faults is made, and keeps its parts as tuples."""
    actual = framework().domains

    assert (cs.Domain("people", "People"),) == actual


@given(frameworks())
def test_frameworks_of_any_size_stand(whole: cs.Framework) -> None:
    """Nothing depends on how many domains, standards, criteria and levels there are."""
    counts = [len(each.criteria) for each in whole.standards]

    assert sum(counts) == len(whole.criteria)


def test_a_scale_of_one_level_is_refused() -> None:
    """There must be something to choose between."""
    actual = told_of(scale=scale_of(cs.Level("low", 1, "Low")))

    assert ("too-few-levels", "", "1") in actual


def test_levels_out_of_order_are_refused() -> None:
    """Levels go from the lowest up."""
    levels = (cs.Level("low", 2, "Low"), cs.Level("high", 1, "High"))
    expected = [("levels-out-of-order", "", "2, 1")]
    actual = told_of(scale=scale_of(*levels))

    assert expected == actual


def test_two_levels_with_one_label_are_refused() -> None:
    """People could not tell the levels apart."""
    levels = (cs.Level("low", 1, "Same"), cs.Level("high", 2, "Same"))
    expected = [("duplicate-id", "levels", "“Same”")]
    actual = told_of(scale=scale_of(*levels))

    assert expected == actual


def test_two_levels_with_one_id_are_refused() -> None:
    """A description could not say which level it is of."""
    levels = (cs.Level("low", 1, "Low"), cs.Level("low", 2, "High"))
    actual = told_of(scale=scale_of(*levels))

    assert ("duplicate-id", "levels", "“low”") in actual


def test_a_framework_without_standards_is_refused() -> None:
    """There must be something to rate, and every domain needs a standard."""
    expected = [("no-standards", "", ""), ("empty-domain", "", "“people”")]
    actual = told_of(standards=())

    assert expected == actual


def test_a_standard_without_criteria_is_refused() -> None:
    """A standard that asks nothing cannot be scored."""
    expected = [("no-criteria", "s1", "")]
    actual = told_of(standards=(standard(criteria=()),))

    assert expected == actual


def test_a_domain_without_standards_is_refused() -> None:
    """A domain that holds nothing cannot be scored."""
    domains = [cs.Domain("people", "People"), cs.Domain("money", "Money")]
    expected = [("empty-domain", "", "“money”")]
    actual = told_of(domains=domains)

    assert expected == actual


def test_a_standard_of_an_unknown_domain_is_refused() -> None:
    """Every standard belongs somewhere."""
    expected = [("unknown-domain", "s2", "“peopel”")]
    actual = told_of(standards=(standard(), standard(2, "peopel")))

    assert expected == actual


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (standard(2, id="s1"), "“s1”"),
        (evolve(standard(2), number=1), "“1”"),
        (standard(2, id="people"), "“people”"),
        (standard(2, criteria=(criterion("1.1"),)), "“1.1”"),
        (standard(2, criteria=(criterion("1"),)), "“1”"),
        (standard(2, criteria=(criterion("2.1"), criterion("2.1"))), "“2.1”"),
    ],
    ids=["standards", "numbers", "domain", "criteria", "number", "within"],
)
def test_a_name_leads_to_one_part_only(second: cs.Standard, found: str) -> None:
    """No two of domains, standards, numbers and criteria may share a name."""
    actual = [(code, what) for code, _, what in told_of(standards=(standard(), second))]

    assert [("duplicate-id", found)] == actual


@pytest.mark.parametrize(
    ("faulty", "place"),
    [
        (standard(id="a b"), "a b"),
        (standard(id=""), ""),
        (standard(criteria=(criterion("=1"),)), "=1"),
    ],
)
def test_a_name_that_is_no_id_is_refused(faulty: cs.Standard, place: str) -> None:
    """Standards and criteria have IDs fit for files and workbooks."""
    actual = told_of(standards=(faulty,))

    assert [("bad-id", place, f"“{place}”")] == actual


@pytest.mark.parametrize(
    "changes",
    [
        {"domains": [cs.Domain("a b", "People")], "standards": (standard(domain="a b"),)},
        {"domains": [cs.Domain("", "People")], "standards": (standard(domain=""),)},
        {
            "scale": scale_of(cs.Level("a b", 1, "Low"), cs.Level("high", 2, "High")),
            "standards": (
                standard(
                    criteria=(
                        criterion(levels=(Described("a b", "Few."), Described("high", "All."))),
                    )
                ),
            ),
        },
    ],
    ids=["domain", "blank", "level"],
)
def test_domains_and_levels_need_ids_too(changes: dict[str, Any]) -> None:
    """IDs of domains and levels that no file could hold are refused, as a loader refuses them."""
    expected = ["bad-id"]
    actual = [code for code, _, _ in told_of(**changes)]

    assert expected == actual


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (LADDER[:1], [("missing-level", "1.1", "“high”")]),
        ((*LADDER, Described("top", "Best.")), [("unknown-level", "1.1", "“top”")]),
        ((*LADDER, LADDER[0]), [("duplicate-id", "1.1", "“low”")]),
    ],
    ids=["missing", "unknown", "twice"],
)
def test_every_level_of_a_criterion_is_described_once(
    levels: tuple[Described, ...], expected: list[tuple[str, str, str]]
) -> None:
    """A level without a description, one that is not there, or one described twice is refused."""
    actual = told_of(standards=(standard(criteria=(criterion(levels=levels),)),))

    assert expected == actual


@pytest.mark.parametrize("part", ["quick", "advice"])
def test_quick_levels_and_advice_cover_the_scale(part: str) -> None:
    """Where a standard has them at all, quick descriptions and advice are for every level."""
    expected = [("missing-level", "s1", "“high”")]
    actual = told_of(standards=(with_ladder(part, LADDER[:1]),))

    assert expected == actual


@pytest.mark.parametrize("part", ["quick", "advice"])
def test_quick_levels_and_advice_may_be_whole(part: str) -> None:
    """Quick descriptions and advice for every level are no fault."""
    whole = framework(standards=(with_ladder(part, LADDER),))
    actual = getattr(whole.standards[0], part)

    assert actual == LADDER


def test_every_fault_is_told_at_once() -> None:
    """A framework with many faults is refused once, with all of them."""
    faulty = standard(2, "nowhere", criteria=(criterion("1.1", levels=LADDER[:1]),))
    levels = (cs.Level("low", 2, "Low"), cs.Level("high", 1, "High"))
    told = told_of(scale=scale_of(*levels), standards=(faulty, standard(3, "people", criteria=())))
    expected = ["levels-out-of-order", "missing-level", "no-criteria", "unknown-domain"]
    actual = sorted(code for code, _, _ in told)

    assert expected == actual


def test_two_loads_have_one_digest(tmp_path: Path) -> None:
    """The same files give the same digest, each time they are loaded."""
    folder = write_folder(tmp_path, GOOD)

    assert load_folder(folder).digest == load_folder(folder).digest


def test_a_digest_is_sha256_in_hexadecimal(route_map: cs.Framework) -> None:
    """A digest is 64 hexadecimal digits."""
    expected = (64, True)
    actual = (len(route_map.digest), set(route_map.digest) <= set("0123456789abcdef"))

    assert expected == actual


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Yours"},
        {"edition": "2028"},
        {"note": "Checked."},
        {"patch": 1},
        {"glossary": [Term("Tender", "An invitation.")]},
        {"domains": [cs.Domain("people", "People", covers="All.")]},
        {"domains": [cs.Domain("people", "People", weight=2)]},
        {"scale": scale_of(cs.Level("low", 1, "Low"), cs.Level("high", 3, "High"))},
        {"scale": scale_of(cs.Level("low", 1, "Low", "Few."), cs.Level("high", 2, "High"))},
        {"standards": (standard(title="Voices"),)},
        {"standards": (standard(summary="Heard."),)},
        {"standards": (standard(duties=(Duty("Care Act 2014"),)),)},
        {"standards": (standard(evidence=(LookFor("A survey"),)),)},
        {"standards": (standard(evidence=(LookFor("A survey", cs.EvidenceCategory.PEOPLE),)),)},
        {"standards": (standard(evidence=(LookFor("A survey", None, 12),)),)},
        {"standards": (standard(peer_questions=("Who?",)),)},
        {"standards": (standard(weight="0.1"),)},
        {"standards": (standard(quick=LADDER),)},
        {"standards": (standard(advice=LADDER),)},
        {"standards": (standard(criteria=(criterion(question="How far? "),)),)},
        {"standards": (standard(criteria=(criterion(boundary="Not this."),)),)},
        {"standards": (standard(criteria=(criterion(weight="1/3"),)),)},
    ],
)
def test_any_change_changes_the_digest(changes: dict[str, Any]) -> None:
    """A word, a weight, a duty or a level changed anywhere is seen in the digest."""
    before, after = framework().digest, framework(**changes).digest

    assert before != after


@given(st.data())
def test_any_changed_description_changes_the_digest(data: st.DataObject) -> None:
    """A description of any level of any criterion that says one word more changes the digest."""
    whole = data.draw(frameworks())
    place = data.draw(st.integers(0, len(whole.standards) - 1))
    chosen = whole.standards[place]
    first, *rest = chosen.criteria
    described = (evolve(first.levels[0], text="Otherwise"), *first.levels[1:])
    other = evolve(chosen, criteria=(evolve(first, levels=described), *rest))
    standards = (*whole.standards[:place], other, *whole.standards[place + 1 :])

    assert whole.digest != evolve(whole, standards=standards).digest


def test_a_framework_cannot_be_changed() -> None:
    """A framework that was checked stays as it was checked."""
    whole = framework()
    with pytest.raises(AttributeError):
        whole.title = "Yours"  # type: ignore[misc]


def test_a_framework_can_be_pickled(route_map: cs.Framework) -> None:
    """A framework comes whole out of another process, with its digest."""
    actual = pickle.loads(pickle.dumps(route_map))  # noqa: S301

    assert (route_map, route_map.digest) == (actual, actual.digest)


def test_the_least_step_is_that_of_the_nearest_levels() -> None:
    """On an uneven scale the step between the two nearest counts, wherever they stand."""
    assert small_scale((1, 4, 6, 7, 9)).least_step == 1


def test_steps_mean_the_same_on_an_uneven_scale() -> None:
    """From 1 to 2 and from 4 to 8 are each one step, though not one apart."""
    scale = small_scale((1, 2, 4, 8))
    steps = [scale.steps_up(Fraction(value)) for value in (1, 2, 3, 6, 8, 9)]

    assert steps == [0, 1, Fraction(3, 2), Fraction(5, 2), 3, 3]


def test_nothing_is_reached_below_the_scale(route_map: cs.Framework) -> None:
    """A score below the lowest level is a mistake, and no level is made up for it."""
    with pytest.raises(ValueError, match="1/2 is below the scale"):
        route_map.scale.reached(Fraction(1, 2))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "2027"),
        ({"patch": 2}, "2027, patch 2"),
        ({"form": cs.Form.QUICK}, "2027, quick form"),
        ({"patch": 1, "form": cs.Form.QUICK}, "2027, patch 1, quick form"),
    ],
)
def test_a_framework_says_which_wording_of_its_edition_it_is(
    changes: dict[str, Any], expected: str
) -> None:
    """The edition stands with its patch and its form, where there is something to say."""
    assert framework(**changes).edition_and_form == expected


def test_a_term_explained_twice_is_a_fault() -> None:
    """The glossary explains a word once."""
    twice = [Term("Tender", "An invitation."), Term("Tender", "An offer.")]

    assert [each[0] for each in told_of(glossary=twice)] == ["duplicate-id"]
