"""A region looked at again, after something was shared of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from commissioning_standards.region.sharing.editions import Edition, Fate
from commissioning_standards.region.sharing.publishing import Region, region_of
from commissioning_standards.region.sharing.table import USUAL, Terms

from .councils import FRAMEWORK, rounds

Councils = Mapping[str, Sequence[object]]
LOW, HIGH = [1, 1], [3, 3]
# Two thirds of them were there in the round before.
NOW: Councils = {f"Council {each:02}": HIGH if each % 2 else LOW for each in range(30)}
BEFORE: Councils = dict.fromkeys(list(NOW)[:20], LOW)


def region(
    now: Councils = NOW,
    before: Councils = BEFORE,
    editions: Sequence[Edition] = (),
    terms: Terms = USUAL,
) -> Region:
    """The later of two rounds."""
    every = [*rounds(before, "2025-26"), *rounds(now, "2026-27")]
    return region_of(every, editions, framework=FRAMEWORK, terms=terms)


def fates(found: Region) -> tuple[Fate, Fate]:
    """What became of the table of levels, and of that of changes."""
    assert found.change is not None
    return found.levels.fate, found.change.fate


def joined(now: Councils, each: int) -> Councils:
    """The councils, with so many more at either level."""
    new = {f"New {level[0]} {number}": level for level in (LOW, HIGH) for number in range(each)}
    return {**now, **new}


def test_what_the_last_run_made_can_be_forgotten() -> None:
    """Both tables of one run were given to nobody."""
    first = region()
    late = {**NOW, "Council 00": HIGH}
    second = region(late, editions=first.editions)
    third = region(late, editions=second.editions, terms=Terms(never_shared=True))

    assert fates(second) == (Fate.TOO_FEW, Fate.TOO_FEW)
    assert fates(third) == (Fate.NEW, Fate.NEW)
    assert len(third.editions) == 2


def test_a_table_that_an_earlier_run_made_is_not_forgotten() -> None:
    """That of changes was given out, and stood when that of levels was made anew."""
    first = region()
    late = joined({**NOW, "Council 00": HIGH}, 5)
    second = region(late, editions=first.editions)
    third = region(late, editions=second.editions, terms=Terms(never_shared=True))

    assert fates(second) == (Fate.NEW, Fate.TOO_FEW)
    assert fates(third) == (Fate.NEW, Fate.TOO_FEW)
    assert third.change is not None
    assert first.change is not None
    assert third.change.table == first.change.table


@pytest.mark.parametrize("late", ["Council 25", "Gone 9"])
def test_who_had_left_stays_so_as_long_as_the_table_does(late: str) -> None:
    """A late return of the round before takes nobody to have left, and gives no number away."""
    before = {**BEFORE, **{f"Gone {each}": LOW for each in range(5)}}
    first = region(before=before)
    second = region(before={**before, late: LOW}, editions=first.editions)

    assert "Left since: 5." in first.moves
    assert second.moves == first.moves


def test_who_left_is_counted_anew_with_the_table() -> None:
    """Once the table of changes is made anew, so is the number."""
    before = {**BEFORE, **{f"Gone {each}": LOW for each in range(5)}}
    first = region(before=before)
    late = {**before, "Gone 9": LOW, **{f"Council {each}": LOW for each in range(20, 30)}}
    second = region(before=late, editions=first.editions)

    assert fates(second) == (Fate.SAME, Fate.NEW)
    assert "Left since: 6." in second.moves
