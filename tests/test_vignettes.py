"""Invented councils told in a few sentences, each with the levels that the facts settle.

A vignette is for people: read its facts, then the ladders of its standard, and
see whether you choose as the file does. It says why, so that a ladder whose
words are changed can be held against it again.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import commissioning_standards as cs

FOLDER = Path(__file__).parent / "cases" / "vignettes"
VIGNETTES: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))
}
FEWEST_SENTENCES, MOST_SENTENCES = 3, 6
FEWEST_SETTLED = 3
every_vignette = pytest.mark.parametrize("vignette", VIGNETTES.values(), ids=VIGNETTES)


def test_every_standard_has_a_vignette(route_map: cs.Framework) -> None:
    """There is one invented council for each standard."""
    told = [vignette["standard"] for vignette in VIGNETTES.values()]

    assert told == [standard.number for standard in route_map.standards]


@every_vignette
def test_a_vignette_is_short(vignette: dict[str, Any]) -> None:
    """The facts are three to six sentences."""
    sentences = re.split(r"(?<=[.?!])\s+", vignette["facts"].strip())

    assert FEWEST_SENTENCES <= len(sentences) <= MOST_SENTENCES


@every_vignette
def test_a_vignette_is_about_one_standard(
    route_map: cs.Framework, vignette: dict[str, Any]
) -> None:
    """Every criterion of its standard is settled with a reason, or said to be left open."""
    standard = next(each for each in route_map.standards if each.number == vignette["standard"])
    criteria = [criterion.id for criterion in standard.criteria]

    assert sorted([*vignette["levels"], *vignette["open"]]) == criteria
    assert list(vignette["because"]) == criteria
    assert len(vignette["levels"]) >= FEWEST_SETTLED


@every_vignette
def test_a_vignettes_levels_are_scored(route_map: cs.Framework, vignette: dict[str, Any]) -> None:
    """The levels are read as answers, and what the facts leave open stays open."""
    card = cs.score(cs.assess(route_map, vignette["levels"]))
    score = card[vignette["standard"]]

    assert (score.rated, score.open) == (len(vignette["levels"]), len(vignette["open"]))


def test_the_vignettes_reach_every_level_many_times() -> None:
    """Each level is settled by the facts of several councils, so that no step goes untried."""
    chosen = [level for vignette in VIGNETTES.values() for level in vignette["levels"].values()]

    assert {level: chosen.count(level) >= 6 for level in set(chosen)} == dict.fromkeys(
        ["starting", "developing", "established", "leading"], True
    )
