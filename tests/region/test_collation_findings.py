"""What is found when returns lie side by side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.workbook.writing.writer import workbook_bytes

from .made import region
from .test_collation import read

CARERS, LEADERS, PEERS = cs.Voice.CARERS, cs.Voice.LEADERS, cs.Voice.PEER_TEAM
Change = Callable[[cs.Assessment], cs.Assessment]


def by(voice: cs.Voice | None) -> Change:
    """Somebody else's return, at another time of the day."""
    return lambda each: evolve(each, respondent=cs.Respondent("", voice), date=None)


def found(folder: Path, *changes: Change) -> list[str]:
    """What is found of one council's return and others made of it, as text."""
    (own,) = region(1, (None,))
    returns = [own, *(change(own) for change in changes)]
    for number, each in enumerate(returns):
        (folder / f"{number}.json").write_text(cs.to_json(each), encoding="utf-8")
    return [f"{each.code}: {each}" for each in read(folder).findings]


def test_returns_that_are_alike_in_kind_raise_nothing(tmp_path: Path) -> None:
    """One council with its own view, its carers' and a peer team's is all right."""
    assert found(tmp_path, by(CARERS), by(PEERS)) == []


def test_a_copy_is_told_with_its_original(tmp_path: Path) -> None:
    """A file that came twice counts once."""
    (told,) = found(tmp_path, lambda each: each)

    assert told.startswith("same-file-twice: 1.json: It is a copy of 0.json")


def test_two_returns_of_one_voice_are_told(tmp_path: Path) -> None:
    """Two of carers may both be meant, or one may replace the other."""
    other = by(CARERS)
    (told,) = found(tmp_path, other, lambda each: evolve(other(each), actions=()))

    assert told.startswith("one-voice-several-returns: Aldersetshire, 2026-27: 2 returns")
    assert "1.json, 2.json" in told


@pytest.mark.parametrize(
    ("voice", "code"), [(LEADERS, "several-own-views"), (PEERS, "several-peer-views")]
)
def test_what_has_to_be_decided_is_told_once(voice: cs.Voice, code: str, tmp_path: Path) -> None:
    """Two that cannot both count are told as that, and not as two of a voice as well."""
    (own,) = region(1, (None,))
    first = by(voice)(own)
    returns = [first, evolve(first, actions=())]
    returns += [by(LEADERS)(own)] if voice is PEERS else []
    for number, each in enumerate(returns):
        (tmp_path / f"{number}.json").write_text(cs.to_json(each), encoding="utf-8")

    assert [each.code for each in read(tmp_path).findings] == [code]


def test_mixed_rounds_are_counted(tmp_path: Path) -> None:
    """Spellings of one round are one."""
    (told,) = found(
        tmp_path,
        lambda each: evolve(by(CARERS)(each), period="2026/27"),
        lambda each: evolve(each, period="2025-26"),
    )

    assert "2 rounds: 2025-26 (1), 2026-27 (2)" in told


def test_mixed_forms_are_counted(tmp_path: Path) -> None:
    """A quick form among full ones is told."""
    quick = cs.quick_form(cs.load_framework("route-map"))
    (told,) = found(
        tmp_path,
        lambda each: cs.assess(
            quick,
            {},
            council=each.council,
            period=each.period,
            respondent=cs.Respondent("", CARERS),
        ),
    )

    assert "2 forms: full (1), quick (1)" in told


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"edition": "2013"}, "mixed-editions", "route-map “2013” (1), route-map “2014” (1)"),
        ({"title": "Other words"}, "mixed-wordings", "wording of the standards: 1."),
    ],
)
def test_other_editions_and_wordings_are_counted(
    changes: dict[str, Any], code: str, words: str, tmp_path: Path
) -> None:
    """A return says itself what it was made from, whatever it is read into."""
    now, carers = region(1, (None, CARERS))
    before = evolve(carers, framework=evolve(now.framework, **changes))
    (tmp_path / "now.xlsx").write_bytes(workbook_bytes(now))
    (tmp_path / "before.xlsx").write_bytes(workbook_bytes(before))
    (told,) = read(tmp_path).findings

    assert told.code == code
    assert words in str(told)


def test_what_councils_have_to_decide_is_among_the_findings(tmp_path: Path) -> None:
    """A return without a period is told here too."""
    (told,) = found(tmp_path, lambda each: evolve(each, period=""))

    assert told.startswith("period-not-named: 1.json")
