"""What becomes of a table beside what was shared before, and the record of that."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.region.sharing.editions import Edition, Fate
from commissioning_standards.region.sharing.editions_file import editions_bytes, read_editions
from commissioning_standards.region.sharing.publication import Publication, publish
from commissioning_standards.region.sharing.table import Terms

from .table import counted, placed

FIRST = placed((0, 6, 6))
OWN = counted(FIRST, 3).framework


def published(
    councils: tuple[object, ...] = FIRST,
    editions: Sequence[Edition] = (),
    terms: Terms = Terms(),  # noqa: B008 - frozen
    period: str = "2026 27",
) -> Publication:
    """A table of one row."""
    return publish(counted(councils, 3), editions, period=period, terms=terms)  # type: ignore[arg-type]


def test_a_first_table_is_new_and_remembered() -> None:
    """What is shared is known from then on."""
    found = published()

    assert found.fate is Fate.NEW
    assert [(each.period, each.run, each.left) for each in found.editions] == [("2026 27", 1, 0)]


def test_the_same_table_is_made_again_of_what_is_remembered() -> None:
    """A second run shares the same and remembers no more."""
    first = published()
    second = published(editions=first.editions)

    assert second.fate is Fate.SAME
    assert second.table == first.table
    assert second.editions == first.editions


def test_with_too_few_changes_the_last_table_stands() -> None:
    """A council more, and what is shared stays what it was, to the last figure."""
    first = published()
    second = published(FIRST + placed((0, 0, 1), "new"), first.editions)

    assert second.fate is Fate.TOO_FEW
    assert second.table == first.table


def test_with_enough_changes_a_new_table_is_made() -> None:
    """It counts all, and is remembered after the first."""
    first = published()
    second = published(FIRST + placed((0, 5, 5), "new"), first.editions)

    assert second.fate is Fate.NEW
    assert second.table.councils == 22
    assert len(second.editions) == 2


def test_another_round_is_another_table() -> None:
    """What was shared of one round does not hold the next one back."""
    first = published()
    second = published(FIRST[1:], first.editions, period="2027 28")

    assert second.fate is Fate.NEW


@pytest.mark.parametrize("counted_again", [evolve(OWN, patch=1), evolve(OWN, edition="2")])
def test_returns_that_are_counted_again_are_protected_by_the_earlier_table(
    counted_again: cs.Framework,
) -> None:
    """A patch, or an edition to which returns are carried over, switches nothing off."""
    first = published()
    placings = evolve(counted(FIRST[1:], 3), framework=counted_again)
    second = publish(placings, first.editions, period="2026 27")

    assert second.fate is Fate.TOO_FEW
    assert [row.runs for row in second.table.rows] == [row.runs for row in first.table.rows]


@pytest.mark.parametrize(
    ("other", "cells"), [(evolve(OWN, id="other"), 3), (evolve(OWN, edition="2"), 4)]
)
def test_a_table_of_something_else_stands_by_itself(other: cs.Framework, cells: int) -> None:
    """Another framework, or an edition with other rows, is not held to what was shared before."""
    first = published()
    placings = evolve(counted(FIRST[1:], cells), framework=other)
    second = publish(placings, first.editions, period="2026 27")

    assert second.fate is Fate.NEW
    assert second.table.councils == 11


def test_what_was_given_to_nobody_can_be_forgotten() -> None:
    """Whoever says so makes the table anew, in place of the last one."""
    first = published()
    terms = Terms(never_shared=True)
    second = published(FIRST[1:], first.editions, terms)

    assert second.fate is Fate.NEW
    assert len(second.editions) == 1


def test_only_the_last_table_is_forgotten() -> None:
    """What was shared before it still protects councils."""
    first = published()
    second = published(FIRST + placed((0, 5, 5), "new"), first.editions)
    third = published(FIRST + placed((0, 6, 6), "other"), second.editions, Terms(never_shared=True))

    assert third.fate is Fate.NEW
    assert third.editions[:-1] == first.editions


def test_the_table_that_stands_is_the_last_one() -> None:
    """Of several that were shared, an older one does not come back."""
    first = published()
    councils = FIRST + placed((0, 5, 5), "new")
    second = published(councils, first.editions)
    third = published(councils, second.editions)

    assert third.fate is Fate.SAME
    assert third.table == second.table != first.table
    assert third.councils == second.councils != first.councils


def test_there_may_be_nothing_to_forget() -> None:
    """The first table can be said never to have been shared."""
    assert published(terms=Terms(never_shared=True)).fate is Fate.NEW


def test_an_edition_with_other_rows_is_told() -> None:
    """What cannot be compared is not passed over: councils would lose their protection."""
    (edition,) = published().editions
    other = evolve(edition, keys=("level:standard:b:3",))

    with pytest.raises(cs.CommissioningError, match="other rows"):
        published(editions=[other])


def test_the_record_is_read_back_whole(tmp_path: Path) -> None:
    """What was written is what is remembered."""
    editions = published(FIRST + placed((0, 5, 5), "new"), published().editions).editions
    file = tmp_path / "shared-before.json"
    file.write_bytes(editions_bytes(editions))

    assert read_editions(file) == editions


def test_without_a_record_nothing_was_shared(tmp_path: Path) -> None:
    """The first run has nothing to remember."""
    assert read_editions(tmp_path / "shared-before.json") == ()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "3",
        '{"schema": "another/1", "editions": []}',
        '{"schema": "commissioning-standards/region-editions/1"}',
        '{"schema": "commissioning-standards/region-editions/1", "editions": [{}]}',
        '{"schema": "commissioning-standards/region-editions/1", "editions": 3}',
        "\udcff",
    ],
)
def test_a_damaged_record_stops_sharing(tmp_path: Path, content: str) -> None:
    """It is never taken for an empty one: nothing is shared until somebody has seen to it."""
    file = tmp_path / "shared-before.json"
    file.write_bytes(content.encode("utf-8", "surrogateescape"))

    with pytest.raises(cs.CommissioningError, match=r"shared-before\.json: .*nothing is shared"):
        read_editions(file)


def test_a_record_with_a_cell_that_cannot_be_is_damaged(tmp_path: Path) -> None:
    """A number that is no cell is not read as one."""
    document = json.loads(editions_bytes(published().editions))
    document["editions"][0]["councils"][0]["cells"] = [999]
    file = tmp_path / "shared-before.json"
    file.write_text(json.dumps(document))

    with pytest.raises(cs.CommissioningError, match="cannot be read"):
        read_editions(file)
