"""A region looked at again, after something was shared of it."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

import pytest
from attrs import evolve

from commissioning_standards.region.sharing.editions import Edition, Fate
from commissioning_standards.region.sharing.publishing import Region, own_files, region_of
from commissioning_standards.region.sharing.table import USUAL, Terms
from commissioning_standards.region.sharing.words import region_in_words

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
    assert region_in_words(second).count("If it was given to nobody, say so (--never-shared).") == 2
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
    assert "--never-shared" not in region_in_words(second)


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


def position(now: Councils, council: str, editions: Sequence[Edition]) -> tuple[str, set[str]]:
    """The page for one council by the return that it sends now, and the groups it names."""
    found = region(now, editions=editions)
    own = next(each.own for each in found.chosen.now if each.council == council)
    assert own is not None
    files = own_files(found, own)
    rows = csv.DictReader(StringIO(files["for-one-council/position.csv"].decode()))
    return files["for-one-council/position.html"].decode(), {each["group"] for each in rows}


def test_a_council_that_is_counted_by_an_earlier_return_is_told_so() -> None:
    """The table stands with its old level, so the new one is in no group."""
    late = {**NOW, "Council 00": HIGH}
    page, groups = position(late, "Council 00", region().editions)

    assert "counts Council 00 by an earlier return" in page
    assert "Your council" not in page
    assert groups == {""}


def test_a_return_sent_again_with_the_same_levels_has_its_groups() -> None:
    """What else stands in it is not counted here."""
    first = region()
    own = first.chosen.now[0].own
    assert own is not None
    files = own_files(first, evolve(own, sha256="another"))
    page = files["for-one-council/position.html"].decode()

    assert "Your council" in page
    assert "earlier return" not in page
