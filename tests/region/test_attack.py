"""Somebody who wants to know what one council answered, on a thousand regions drawn by chance.

The attacker has everything that is shared, knows how it was made, how many
councils there are, which of them joined, left or sent another return between two
editions, and what one council answered: its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.examples.region import invented_region
from commissioning_standards.region.councils import CouncilRound, council_rounds
from commissioning_standards.region.sharing.editions import Edition, Fate
from commissioning_standards.region.sharing.placing import Placings, place
from commissioning_standards.region.sharing.protecting import MINIMUM, Run, protected
from commissioning_standards.region.sharing.publication import publish
from commissioning_standards.region.sharing.publishing import Region, region_of, shared_files
from commissioning_standards.region.sharing.questions import Question
from commissioning_standards.region.sharing.table import SharedTable
from commissioning_standards.region.summary import summarise

from ..small import small_framework, small_scale, small_standard
from .table import splits

SCALE = small_scale()
FRAMEWORK = small_framework(
    [small_standard(1, 1, [1, 1], SCALE), small_standard(2, 2, [1, 2, 1], SCALE)], [1, 1], SCALE
)
REGIONS, FEWEST, MOST = 1_000, 5, 11
VOICES = (None, cs.Voice.CARERS, cs.Voice.PEER_TEAM)
# For each group shown, own cell and cell: every count that there could be.
Known = Mapping[tuple[Run, ...], Mapping[tuple[int, int], set[int]]]


def region(seed: int, councils: int, *voices: cs.Voice | None) -> tuple[CouncilRound, ...]:
    """Councils that do not exist, with what they and others say of themselves."""
    returns = invented_region(FRAMEWORK, seed=seed, councils=councils, voices=voices)
    return council_rounds(map(summarise, returns))


@cache
def knowledge(total: int, cells: int, cuts: frozenset[int]) -> Known:
    """All that can be known of a row, by what is shown of it and by the own answer."""
    found: dict[tuple[Run, ...], dict[tuple[int, int], set[int]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for counts in splits(total, cells):
        told = found[protected(counts, MINIMUM, cuts)]
        for own in range(cells):
            if counts[own]:
                for cell, count in enumerate(counts):
                    told[own, cell].add(count)
    return found


def recovered(table: SharedTable, placings: Placings, own: bytes) -> Iterator[tuple[Question, int]]:
    """The small cells that a council can work out, knowing its own answers."""
    for place_of, row in enumerate(table.rows):
        question, counts = row.question, placings.counts[place_of]
        known = knowledge(table.councils, question.cells, question.cuts)[row.runs]
        for cell, count in enumerate(counts):
            could_be = known[own[place_of], cell]
            assert count in could_be, "the attacker's knowledge is true"
            is_nobody_unsaid = cell == 0 and count == 0
            if len(could_be) == 1 and count < MINIMUM and not is_nobody_unsaid:
                yield question, cell


def regions() -> Iterator[tuple[int, int]]:
    """Seeds, and how many councils each region has."""
    random = Random(2026)  # noqa: S311 - nothing is kept secret by it
    for seed in range(REGIONS):
        yield seed, random.randint(FEWEST, MOST)


@pytest.mark.parametrize("part", range(4))
def test_no_council_works_out_a_small_cell(part: int) -> None:
    """Of a thousand regions, each as seen by one of its councils, none gives a small cell away."""
    shown = 0
    for seed, councils in list(regions())[part::4]:
        placings = place(region(seed, councils, *VOICES), FRAMEWORK)
        table = publish(placings, period="").table
        own = placings.councils[seed % councils].cells
        shown += sum(not row.is_held_back for row in table.rows)
        assert list(recovered(table, placings, own)) == [], seed
    assert shown > REGIONS / 4, "something is shown, or nothing was tested"


def differences(first: SharedTable, second: SharedTable) -> Iterator[list[int]]:
    """Each row that both show, group by group: what the second has more than the first."""
    for before, after in zip(first.rows, second.rows, strict=True):
        groups = [[(run.first, run.last) for run in each.runs] for each in (before, after)]
        if groups[0] and groups[1]:
            assert groups[0] == groups[1], "groups of two editions cannot be put together"
            yield [
                late.count - early.count
                for early, late in zip(before.runs, after.runs, strict=True)
            ]


def editions(seed: int, stay: int, join: int, leave: int) -> tuple[SharedTable, SharedTable, Fate]:
    """What is shared of a region, and again after some joined and some left."""
    every = region(seed, stay + join + leave, None)
    first = place(every[: stay + leave], FRAMEWORK)
    second = place([*every[:stay], *every[stay + leave :]], FRAMEWORK)
    before = publish(first, period="")
    after = publish(second, before.editions, period="")
    return before.table, after.table, after.fate


@pytest.mark.parametrize("part", range(4))
def test_subtracting_two_tables_gives_no_small_group(part: int) -> None:
    """Whoever has both learns of those who came or went no small group, nor that all are alike."""
    fresh = 0
    for seed in range(part, REGIONS, 4):
        random = Random(seed)  # noqa: S311 - nothing is kept secret by it
        stay, many = random.randint(10, 20), random.randint(1, 14)
        join, leave = (many, 0) if seed % 8 < 4 else (0, many)
        first, second, fate = editions(seed, stay, join, leave)
        fresh += fate is Fate.NEW
        assert (fate is Fate.NEW) == (many >= MINIMUM), seed
        for counts in differences(first, second):
            told: Sequence[int] = [abs(each) for each in counts if each]
            assert all(each >= MINIMUM for each in told), (seed, counts)
            assert len(told) != 1, (seed, counts)
    assert fresh > REGIONS / 10


def sent_again(seed: int, stay: int, many: int) -> tuple[SharedTable, SharedTable]:
    """What is shared of a region, and again after so many sent another return."""
    every = region(seed, stay + 2 * many, None)
    stayed, first, second = every[:stay], every[stay:][:many], every[stay + many :]
    anew = [evolve(late, council=early.council) for early, late in zip(first, second, strict=True)]
    before = publish(place([*stayed, *first], FRAMEWORK), period="")
    after = publish(place([*stayed, *anew], FRAMEWORK), before.editions, period="")
    return before.table, after.table


@pytest.mark.parametrize("part", range(4))
def test_subtracting_two_tables_gives_no_move_away(part: int) -> None:
    """Whoever knows who sent another return never learns that all of them moved alike."""
    shown = 0
    for seed in range(part, REGIONS, 4):
        random = Random(seed)  # noqa: S311 - nothing is kept secret by it
        many = random.randint(5, 7)
        first, second = sent_again(seed, random.randint(10, 20), many)
        for counts in differences(first, second):
            more = [each for each in counts if each > 0]
            fewer = [each for each in counts if each < 0]
            shown += 1
            assert sum(more) < many or min(len(more), len(fewer)) > 1, (seed, counts)
    assert shown > REGIONS / 100, "something is shown, or nothing was tested"


def test_too_few_changes_leave_every_figure_as_it_was() -> None:
    """With fewer than five who came or went, the second table is the first."""
    for seed in range(50):
        first, second, _ = editions(seed, 15, 2, 2)
        assert first == second


def two_rounds(
    seed: int, stay: int, join: int, leave: int, editions: Sequence[Edition] = ()
) -> Region:
    """A region in which some left after the first round, and others joined in the second."""
    every = region(seed, stay + 20, None)
    stayed, left, joined = every[:stay], every[stay:][:leave], every[stay + 10 :][:join]
    before = [evolve(each, period="2025-26") for each in (*stayed, *left)]
    now = [evolve(each, period="2026-27") for each in (*stayed, *joined)]
    return region_of([*before, *now], editions, framework=FRAMEWORK)


def told_of_moves(found: Region) -> list[int]:
    """The numbers of those who joined and left that are shared."""
    return [int(each) for each in re.findall(r"since: (\d+)", found.moves)]


def test_no_small_number_of_those_who_joined_or_left_is_told() -> None:
    """Each is nought or at least the minimum, or neither is told."""
    for join in range(8):
        for leave in range(8):
            found = two_rounds(1, 12, join, leave)
            small = {join, leave} & set(range(1, MINIMUM))
            assert told_of_moves(found) == ([] if small else [join, leave])
            assert ("how many is not shown" in found.moves) == bool(small)


@pytest.mark.parametrize(("more", "gone"), [(0, 1), (1, 0), (3, 1), (4, 0)])
def test_what_is_told_of_moves_stands_as_long_as_the_tables(more: int, gone: int) -> None:
    """Those who join or leave later, and are too few, are not found by the sentence."""
    first = two_rounds(2, 12, 5, 0)
    later = two_rounds(2, 12, 5 + more, 0)
    every = [*later.chosen.before, *later.chosen.now[gone:]]
    second = region_of(every, first.editions, framework=FRAMEWORK)

    assert told_of_moves(first) == [5, 0]
    assert second.levels.fate is Fate.TOO_FEW
    assert second.moves == first.moves


def test_the_shared_page_tells_no_more_of_moves() -> None:
    """What the region knows for itself stands in nothing that is shared."""
    found = two_rounds(3, 12, 0, 1)
    page = shared_files(found)["to-share/region.html"].decode()

    assert found.trend is not None
    assert len(found.trend.left) == 1
    assert "how many is not shown" in page
    assert "Left since" not in page
