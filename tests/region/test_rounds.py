"""Which round a region looks at."""

from __future__ import annotations

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.region.councils import CouncilRound, council_rounds
from commissioning_standards.region.sharing.rounds import chosen_round
from commissioning_standards.region.summary import summarise

from .councils import FRAMEWORK, rated, rounds

ROUTE_MAP = cs.load_framework("route-map")


def three_rounds() -> tuple[CouncilRound, ...]:
    """One council in three rounds, the middle one written in another way."""
    return tuple(
        each
        for period in ("2025-26", "2026/27", "2027-28")
        for each in rounds({"Borsetshire": [2, 2]}, period)
    )


def test_the_last_round_is_looked_at_beside_the_one_before() -> None:
    """Without a wish, it is the newest."""
    chosen = chosen_round(three_rounds(), framework=FRAMEWORK)

    assert [each.period for each in (*chosen.before, *chosen.now)] == ["2026/27", "2027-28"]


def test_a_round_can_be_named_however_it_is_written() -> None:
    """2026-27 is the round that a return has as 2026/27."""
    chosen = chosen_round(three_rounds(), "2026-27", FRAMEWORK)

    assert [each.period for each in (*chosen.before, *chosen.now)] == ["2025-26", "2026/27"]


def test_the_first_round_has_none_before() -> None:
    """There is nothing to compare it with."""
    assert chosen_round(three_rounds(), "2025-26", FRAMEWORK).before == ()


def test_an_unknown_round_is_told_with_those_there_are() -> None:
    """The message lists what can be asked for."""
    with pytest.raises(cs.CommissioningError, match=r"“2030-31”.*2025-26, 2026/27, 2027-28"):
        chosen_round(three_rounds(), "2030-31", FRAMEWORK)


def test_without_any_own_view_there_is_no_round() -> None:
    """What to add is said."""
    carers = council_rounds([rated([2, 2], voice=cs.Voice.CARERS)])

    with pytest.raises(cs.CommissioningError, match="nothing to share"):
        chosen_round(carers, framework=FRAMEWORK)


def test_what_most_answered_is_counted_and_the_others_are_told() -> None:
    """A quick form among full ones is not mixed in, and not lost in silence."""
    full = summarise(cs.assess(ROUTE_MAP, {"1.1": 2}, council="A", period="2026-27"))
    quick = summarise(cs.assess(cs.quick_form(ROUTE_MAP), {}, council="B", period="2026-27"))
    other = evolve(full, council="C")
    chosen = chosen_round(council_rounds([full, quick, other]))

    assert chosen.framework == ROUTE_MAP
    assert "1 (route-map, edition" in str(chosen.notes[0])


def test_of_two_forms_alike_in_number_one_is_always_the_same() -> None:
    """Nothing depends on the order of the files."""
    full = summarise(cs.assess(ROUTE_MAP, {}, council="A", period="2026-27"))
    quick = summarise(cs.assess(cs.quick_form(ROUTE_MAP), {}, council="B", period="2026-27"))

    chosen = [chosen_round(council_rounds(each)) for each in ([full, quick], [quick, full])]

    assert chosen[0].framework == chosen[1].framework == ROUTE_MAP


def many(period: str, councils: int) -> tuple[CouncilRound, ...]:
    """So many councils in one round."""
    return rounds({f"Council {each}": [2, 2] for each in range(councils)}, period)


@pytest.mark.parametrize("slip", ["2062-63", "next year"])
def test_a_period_that_was_mistyped_does_not_take_over(slip: str) -> None:
    """One return with a slip is passed over, and that is told with what to do."""
    chosen = chosen_round([*many("2026-27", 5), *many(slip, 4)], framework=FRAMEWORK)
    (note,) = chosen.notes

    assert {each.period for each in chosen.now} == {"2026-27"}
    assert f"fewer than 5 councils have a view of their own: “{slip}” (4)" in str(note)
    assert "give --period" in note.remedy


def test_a_round_that_is_too_small_is_no_round_before() -> None:
    """Change is not told from a slip in one return."""
    every = [*many("2024-25", 5), *many("2025-26", 1), *many("2026-27", 5)]
    chosen = chosen_round(every, framework=FRAMEWORK)

    assert {each.period for each in chosen.before} == {"2024-25"}
    assert [each.code for each in chosen.notes] == ["round-passed-over"]


def test_a_small_round_can_be_asked_for() -> None:
    """What somebody names is shared, and what came later is not in question."""
    every = [*many("2026-27", 1), *many("2027-28", 5), *many("2028-29", 1)]
    chosen = chosen_round(every, "2026-27", FRAMEWORK)

    assert [each.period for each in chosen.now] == ["2026-27"]
    assert chosen.notes == ()


def test_the_minimum_says_what_is_too_small() -> None:
    """Where groups of three are allowed, a round of three councils will do."""
    chosen = chosen_round([*many("2026-27", 6), *many("2027-28", 3)], "", FRAMEWORK, 3)

    assert {each.period for each in chosen.now} == {"2027-28"}
