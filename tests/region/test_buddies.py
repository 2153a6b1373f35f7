"""Who can help whom: certainly a level higher, both named, within bounds, and as well as can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from random import Random
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.examples.region import invented_region
from commissioning_standards.region import extras
from commissioning_standards.region.councils import CouncilRound, council_rounds
from commissioning_standards.region.helping.buddies import (
    MOST_AT_ONCE,
    Buddies,
    Match,
    Reason,
    Unmet,
    buddies,
    one_level,
)
from commissioning_standards.region.helping.matching import Option, chosen
from commissioning_standards.region.summary import summarise

from ..small import small_scale
from .by_figures import FRAMEWORK, Figure, council, returned, together

LOW, HIGH = "1", "3"
NAMES = ("Ash", "Birch", "Cedar", "Elder", "Fern", "Gorse")
FIGURES: tuple[Figure, ...] = ("1", "2", "5/2", "3", "4", ("2", "1", "3"), ("3", "2", "4"), None)


def matched(*councils: CouncilRound, most: int = MOST_AT_ONCE) -> Buddies:
    """Buddies among councils of the small framework."""
    return buddies(councils, framework=FRAMEWORK, most=most)


def pairs(found: Buddies) -> list[tuple[str, str, int]]:
    """Who asks, who helps, and with which standard."""
    return [
        (each.asker.council, each.helper.council, each.standard.number) for each in found.matches
    ]


def reason(*councils: CouncilRound) -> Reason:
    """Why the only asking is not met."""
    found = matched(*councils)
    (unmet,) = found.unmet
    assert found.matches == ()
    return unmet.reason


def test_a_council_a_level_higher_helps() -> None:
    """Who asks is matched with who is a whole level higher on that standard."""
    found = matched(council("Ash", {1: LOW, 2: HIGH}, ["1"]), council("Birch", {1: "2", 2: LOW}))

    assert pairs(found) == [("Ash", "Birch", 1)]
    assert (found.period, found.loads, found.unmet) == ("2026-27", {"Birch": 1}, ())


@pytest.mark.parametrize(
    ("asker", "helper"),
    [
        ("2", "2.99"),
        ("2", ("3", "2.9", "3.5")),
        (("2", "1", "2.5"), "3"),
        ("2", ("3", "1", "4")),
    ],
)
def test_nobody_helps_who_may_be_less_than_a_level_higher(asker: Figure, helper: Figure) -> None:
    """Open answers make no helper, on neither side."""
    assert matched(council("Ash", {1: asker}, ["1"]), council("Birch", {1: helper})).matches == ()


def test_why_an_asking_is_not_met() -> None:
    """Each reason is told where it holds, and the first where several do."""
    asker = council("Ash", {1: LOW}, ["1"])
    high = {1: HIGH}

    assert reason(council("Ash", {1: LOW}, ["1"], named=None), council("Birch", high)) is (
        Reason.NOT_NAMED
    )
    assert reason(council("Ash", {1: None}, ["1"]), council("Birch", high)) is Reason.NO_SCORE
    assert reason(council("Ash", {}, ["1"]), council("Birch", high)) is Reason.NO_SCORE
    assert reason(asker) is Reason.NONE_HIGHER
    assert reason(asker, council("Birch", {1: LOW})) is Reason.NONE_HIGHER
    assert reason(asker, council("Birch", {1: None})) is Reason.NONE_HIGHER
    assert reason(asker, council("Birch", {})) is Reason.NONE_HIGHER
    assert reason(asker, council("Birch", {1: ("2", "1", "4")})) is Reason.NOT_CERTAIN
    assert reason(asker, council("Birch", high, named=False)) is Reason.NONE_NAMED
    assert reason(asker, council("Birch", high, most=0)) is Reason.ALL_FULL


def test_other_editions_are_not_set_beside_each_other() -> None:
    """A standard of another edition may ask for something else."""
    (other,) = together(returned("Birch", {1: HIGH}, cs.Helping(named=True), edition="2"))

    assert reason(council("Ash", {1: LOW}, ["1"]), other) is Reason.NONE_HIGHER


def test_only_the_councils_own_view_counts() -> None:
    """A council for which two returns could speak neither helps nor asks."""
    helping = cs.Helping(named=True, asks=["2"])
    rivals = together(
        returned("Birch", {1: HIGH, 2: LOW}, helping),
        returned("Birch", {1: HIGH, 2: LOW}, helping, file="other"),
    )
    found = matched(council("Ash", {1: LOW, 2: HIGH}, ["1"]), *rivals)

    assert found.matches == ()
    assert [each.asker.council for each in found.unmet] == ["Ash"]


def test_the_other_kind_of_return_is_not_asked() -> None:
    """A council whose return was made without the sheet takes no part."""
    (other,) = together(returned("Birch", {1: HIGH}))

    assert reason(council("Ash", {1: LOW}, ["1"]), other) is Reason.NONE_NAMED


def test_one_that_helps_another_with_three_standards_helps_one() -> None:
    """The bound is on councils, as the form asks."""
    asker = council("Ash", dict.fromkeys((1, 2, 3), LOW), ["1", "2", "3"])
    found = matched(asker, council("Birch", dict.fromkeys((1, 2, 3), HIGH), most=1))

    assert len(found.matches) == 3
    assert found.loads == {"Birch": 1}


def test_load_is_shared() -> None:
    """Two helpers take one council each, though one of them could take both."""
    askers = [council(name, {1: LOW}, ["1"]) for name in ("Ash", "Birch")]
    helpers = [council(name, {1: HIGH}, most=5) for name in ("Cedar", "Elder")]

    assert matched(*askers, *helpers).loads == {"Cedar": 1, "Elder": 1}


def test_who_does_not_say_helps_two() -> None:
    """Where a council does not say how many it can help it is two, or the number given."""
    councils = [council(name, {1: LOW}, ["1"]) for name in ("Ash", "Birch", "Cedar")]
    helper = council("Elder", {1: HIGH})

    assert matched(*councils, helper).loads == {"Elder": 2}
    assert matched(*councils, helper, most=3).loads == {"Elder": 3}
    assert matched(*councils, helper, most=0).loads == {}


def test_below_nought_is_refused() -> None:
    """No council helps fewer than none."""
    with pytest.raises(ValueError, match="cannot help -1"):
        matched(most=-1)


@pytest.mark.parametrize(
    ("near", "far"),
    [
        ({"population": 110_000}, {"population": 900_000}),
        ({"kind": cs.CouncilType.COUNTY}, {"kind": cs.CouncilType.LONDON}),
        ({"kind": cs.CouncilType.COUNTY}, {}),
        ({"population": 100_000}, {}),
        ({}, {"kind": cs.CouncilType.UNITARY}),
    ],
)
@pytest.mark.parametrize("names", [("Birch", "Cedar"), ("Cedar", "Birch")])
def test_councils_alike_come_first(
    near: dict[str, Any], far: dict[str, Any], names: tuple[str, str]
) -> None:
    """Type and size decide between helpers, where they are given, and names do not."""
    asker = council("Ash", {1: LOW}, ["1"], kind=cs.CouncilType.COUNTY, population=100_000)
    helpers = [
        council(name, {1: HIGH}, **said) for name, said in zip(names, (near, far), strict=True)
    ]

    assert pairs(matched(asker, *helpers)) == [("Ash", names[0], 1)]


SAME: dict[str, Any] = {"kind": cs.CouncilType.COUNTY, "population": 1_000_000}


def larger(hundredths: int) -> dict[str, Any]:
    """A county that many hundredths of a doubling larger."""
    return SAME | {"population": round(1_000_000 * 2 ** (hundredths / 100))}


@pytest.mark.parametrize(
    ("unlike", "weight"),
    [
        (SAME | {"kind": cs.CouncilType.LONDON}, 100),
        ({"population": 1_000_000}, 50),
        ({"kind": cs.CouncilType.COUNTY}, 100),
    ],
    ids=["another type", "type not said", "size not said"],
)
@pytest.mark.parametrize("names", [("Birch", "Cedar"), ("Cedar", "Birch")])
def test_type_and_size_weigh_as_told(
    unlike: dict[str, Any], weight: int, names: tuple[str, str]
) -> None:
    """Another type is as far as twice the people; half of that, or all, where it is not said."""
    asker = council("Ash", {1: LOW}, ["1"], **SAME)
    other = council(names[0], {1: HIGH}, **unlike)
    nearer, farther = (council(names[1], {1: HIGH}, **larger(weight + each)) for each in (-1, 1))

    assert pairs(matched(asker, other, nearer)) == [("Ash", names[1], 1)]
    assert pairs(matched(asker, other, farther)) == [("Ash", names[0], 1)]


@pytest.mark.parametrize("names", [("Birch", "Cedar"), ("Cedar", "Birch")])
def test_size_counts_up_to_sixteen_times_the_people(names: tuple[str, str]) -> None:
    """A council much larger of the same type is as far as one of another type and eight times."""
    asker = council("Ash", {1: LOW}, ["1"], **SAME)
    much_larger = council(names[0], {1: HIGH}, **larger(500))
    nearer, farther = (
        council(names[1], {1: HIGH}, **larger(300 + each) | {"kind": cs.CouncilType.LONDON})
        for each in (-1, 1)
    )

    assert pairs(matched(asker, much_larger, nearer)) == [("Ash", names[1], 1)]
    assert pairs(matched(asker, much_larger, farther)) == [("Ash", names[0], 1)]


def test_the_last_round_is_looked_at() -> None:
    """Help of last year is not offered again; another round can be asked for."""
    before = evolve(council("Birch", {1: HIGH}), period="2025-26")
    now = council("Ash", {1: LOW}, ["1"])

    assert matched(now, before).matches == ()
    assert matched(now, before).councils == (now,)
    assert buddies([now, before], framework=FRAMEWORK, period="2025/26").councils == (before,)


def test_a_round_that_is_not_there_is_told() -> None:
    """Whoever asks for a round of which there is no return hears which there are."""
    with pytest.raises(cs.CommissioningError, match="There is nothing to look at") as refusal:
        buddies([council("Ash", {})], period="2030-31")

    assert "2026-27" in str(refusal.value)


def test_an_empty_region_has_no_buddies() -> None:
    """Nothing comes of nothing."""
    found = buddies([])

    assert (found.matches, found.unmet, found.loads) == ((), (), {})


def test_an_unknown_framework_is_told() -> None:
    """Without the region's own framework its standards have no names."""
    with pytest.raises(cs.FrameworkError, match="small"):
        buddies([council("Ash", {1: LOW}, ["1"])])


def test_who_asks_for_nothing_needs_no_known_framework() -> None:
    """One return of another framework stops no matching of which it is no part."""
    assert buddies([council("Ash", {1: LOW})]).matches == ()


def test_without_scipy_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Matching needs an extra, and says so in a sentence."""
    monkeypatch.setattr(extras, "find_spec", lambda _: None)

    with pytest.raises(cs.OutputError, match=r"standards\[region\]"):
        matched()


def test_a_whole_level_is_the_widest_step() -> None:
    """Where steps are not alike, the claim holds wherever on the scale it is made."""
    assert one_level(small_scale([1, 2, 4])) == 2


@st.composite
def regions(draw: st.DrawFn) -> list[CouncilRound]:
    """Up to six councils with up to three standards, of which five askings at most."""
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    every = [(name, number) for name in names for number in ("1", "2", "3")]
    asked = draw(st.lists(st.sampled_from(every), max_size=5, unique=True))
    return [
        council(
            name,
            {number: draw(st.sampled_from(FIGURES)) for number in (1, 2, 3)},
            [number for whose, number in asked if whose == name],
            named=draw(st.sampled_from([True, True, True, False, None])),
            most=draw(st.sampled_from([None, 0, 1, 2])),
            kind=draw(st.sampled_from([None, *cs.CouncilType])),
            population=draw(st.sampled_from([None, 100_000, 200_000, 900_000])),
        )
        for name in names
    ]


def said(of: CouncilRound) -> cs.Helping:
    """What a council says of helping others."""
    assert of.own is not None
    assert of.own.helping is not None
    return of.own.helping


@given(regions())
def test_nobody_is_matched_who_did_not_opt_in(councils: list[CouncilRound]) -> None:
    """Both said yes, both were asked for in so many words, and nobody helps itself."""
    found = matched(*councils)

    for each in found.matches:
        assert said(each.asker).named is said(each.helper).named is True
        assert each.asker.key != each.helper.key
        assert str(each.standard.number) in said(each.asker).asks


@given(regions())
def test_every_asking_is_met_or_told(councils: list[CouncilRound]) -> None:
    """Each asking comes out once, with a helper or with a reason."""
    found = matched(*councils)
    asked = [(each.council, number) for each in councils for number in said(each).asks]
    every: list[Match | Unmet] = [*found.matches, *found.unmet]
    out = [(each.asker.council, str(each.standard.number)) for each in every]

    assert sorted(asked) == sorted(out)


@given(regions())
def test_loads_are_within_bounds(councils: list[CouncilRound]) -> None:
    """Nobody helps more councils than it said, or than two where it did not say."""
    rooms = {each.council: room(each) for each in councils}

    assert [name for name, load in matched(*councils).loads.items() if load > rooms[name]] == []


@given(regions(), st.randoms(use_true_random=False))
def test_the_order_of_returns_plays_no_part(councils: list[CouncilRound], random: Random) -> None:
    """Whatever order files come in, the same councils are matched."""
    mixed = list(councils)
    random.shuffle(mixed)

    assert matched(*mixed) == matched(*councils)


def candidates(asker: CouncilRound, number: str, councils: Sequence[CouncilRound]) -> Iterator[str]:
    """Who could help, worked out apart from the code."""
    at = int(number)
    for each in councils:
        own, other = (side.own.results[at] for side in (asker, each) if side.own)
        both = said(asker).named and said(each).named
        if own.high is None or other.low is None or each is asker:
            continue
        if both and other.low - own.high >= 1:
            yield each.council


@given(regions())
def test_no_other_way_meets_more_or_shares_better(councils: list[CouncilRound]) -> None:
    """Of every way there is, none meets more askings, or as many with load shared better."""
    found = matched(*councils)
    rooms = {each.council: room(each) for each in councils}
    askings = [(each, number) for each in councils for number in said(each).asks]
    ways = product(*([None, *candidates(each, number, councils)] for each, number in askings))
    best = min(
        (-sum(helper is not None for helper in way), squares(loads_of(askings, way)))
        for way in ways
        if all(load <= rooms[name] for name, load in loads_of(askings, way).items())
    )

    assert (-len(found.matches), squares(Counter(found.loads))) == best


def room(of: CouncilRound) -> int:
    """How many councils one can help."""
    most = said(of).most
    return MOST_AT_ONCE if most is None else most


def loads_of(
    askings: Sequence[tuple[CouncilRound, str]], way: Sequence[str | None]
) -> Counter[str]:
    """How many councils each helper helps."""
    helped = {
        (helper, asker.council) for (asker, _), helper in zip(askings, way, strict=True) if helper
    }
    return Counter(helper for helper, _ in helped)


def squares(loads: Counter[str]) -> int:
    """The sum of the squares of the loads."""
    return sum(load * load for load in loads.values())


@st.composite
def choices(draw: st.DrawFn) -> tuple[list[Option], dict[str, int]]:
    """Up to five askings with ways to meet them, and room for each helper."""
    every = [(name, number) for name in NAMES for number in ("1", "2")]
    asked = draw(st.lists(st.sampled_from(every), max_size=5, unique=True))
    distances = {(a, b): draw(st.integers(0, 1)) for a in NAMES[:3] for b in NAMES}
    options = [
        Option(name, number, helper, distances[helper, name], draw(st.integers(0, 9)))
        for name, number in asked
        for helper in draw(st.lists(st.sampled_from(NAMES[:3]), max_size=3, unique=True))
        if helper != name
    ]
    return options, {name: draw(st.integers(0, 2)) for name in NAMES}


def worth(way: Sequence[Option]) -> tuple[int, int, int, int]:
    """What is sought, in its order: the less the better."""
    made = {each.pair: each.distance for each in way}
    loads = Counter(helper for _, helper in made)
    return -len(way), squares(loads), sum(made.values()), sum(each.lot for each in way)


@given(choices())
def test_no_other_way_is_better(given_: tuple[list[Option], dict[str, int]]) -> None:
    """Met, shared, near, and by lot, in this order: brute force finds nothing better."""
    options, rooms = given_
    by_asking: dict[tuple[str, str], list[Option]] = {}
    for each in options:
        by_asking.setdefault(each.asking, []).append(each)
    ways = (
        [each for each in way if each]
        for way in product(*([None, *those] for those in by_asking.values()))
    )
    best = min(worth(way) for way in ways if is_within(way, rooms))

    assert worth(chosen(options, rooms)) == best
    assert is_within(chosen(options, rooms), rooms)


@pytest.mark.parametrize(("others", "standards"), [(1, 2), (2, 4)])
def test_load_is_shared_however_many_pairs_that_makes(others: int, standards: int) -> None:
    """What counts is the squares of the loads: near ones and fewer pairs come after."""
    taken = [Option(f"Other {each}", "1", "Busy", 0, 0) for each in range(others)]
    near = [Option("Ash", str(each), "Busy", 0, 0) for each in range(standards)]
    far = [Option("Ash", str(each), f"Free {each}", 1, 0) for each in range(standards)]
    options = [*taken, *near, *far]

    assert chosen(options, {each.helper: 9 for each in options}) == (*taken, *far)


def test_no_second_pair_is_made_for_nearness() -> None:
    """One that helps with two standards carries less than two that help with one each."""
    far = tuple(Option("Ash", standard, "Far", 1, 0) for standard in "12")
    near = [Option("Ash", standard, f"Near {standard}", 0, 0) for standard in "12"]
    options = [*near, *far]

    assert chosen(options, {each.helper: 9 for each in options}) == far


@pytest.mark.parametrize("lots", [(1, 2), (2, 1)])
def test_the_lot_decides_between_ways_else_alike(lots: tuple[int, int]) -> None:
    """The lower lot is taken, whichever of the two stands first."""
    ways = [
        Option("Ash", "1", helper, 0, lot) for helper, lot in zip(NAMES[1:3], lots, strict=True)
    ]

    assert [each.lot for each in chosen(ways, dict.fromkeys(NAMES, 1))] == [1]


def test_the_lot_favours_no_letter_of_the_alphabet() -> None:
    """Of two helpers alike, neither the first nor the last name is always taken."""
    helpers = [council(name, {1: HIGH}) for name in ("Aaa", "Zzz")]
    askers = [council(f"M{number}", {1: LOW}, ["1"]) for number in range(20)]
    taken = {matched(each, *helpers).matches[0].helper.council for each in askers}

    assert taken == {"Aaa", "Zzz"}


def is_within(way: Sequence[Option], rooms: dict[str, int]) -> bool:
    """Whether no helper helps more councils than it has room for."""
    loads = Counter(helper for _, helper in {each.pair for each in way})
    return all(load <= rooms[helper] for helper, load in loads.items())


def test_a_country_is_matched_as_a_region_is() -> None:
    """153 councils: more are met than not, and all of it within bounds."""
    framework = cs.load_framework("route-map")
    rounds = council_rounds(map(summarise, invented_region(framework, seed=1, councils=153)))
    found = buddies(rounds)
    named = [each for each in found.unmet if each.reason is not Reason.NOT_NAMED]

    assert len(found.matches) > 10 * len(named)
    assert max(found.loads.values()) <= 3
