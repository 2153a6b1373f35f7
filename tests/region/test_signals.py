"""The rules of support signals as data."""

from __future__ import annotations

from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards.region.helping.signals import (
    FIGURES,
    LooksAt,
    brought_signals,
    load_signals,
)

RULE = """
[[rules]]
id = "{id}"
looks_at = "{looks_at}"
limit = {limit}
says = "{says}"
offer = "Offer a visit."
"""
USUAL = {"id": "open", "looks_at": "open answers", "limit": "5", "says": "Open: {open}."}


def written(folder: Path, *rules: str, kind: str = "signals") -> Path:
    """A file of rules."""
    path = folder / "own.toml"
    path.write_text("".join([f'kind = "{kind}"\n', *rules]), "utf-8")
    return path


def rule(more: str = "", **changes: str) -> str:
    """One rule as TOML."""
    return RULE.format(**{**USUAL, **changes}) + more


def codes(path: Path) -> list[tuple[str, str]]:
    """Every fault of a file, with its place."""
    with pytest.raises(cs.FrameworkError) as refusal:
        load_signals(path)
    return [(each.code, each.place.item) for each in refusal.value.problems]


def test_there_is_a_rule_for_everything_that_can_be_looked_at() -> None:
    """What comes with this software looks at all there is, each once."""
    assert [each.looks_at for each in brought_signals()] == list(LooksAt)


def test_every_look_has_figures() -> None:
    """A sentence can name figures of whatever is looked at."""
    assert list(FIGURES) == list(LooksAt)


def test_rules_of_ones_own_are_read(tmp_path: Path) -> None:
    """A region's own limits and words take the place of ours."""
    (own,) = load_signals(written(tmp_path, rule()))

    assert own == cs.SignalRule("open", LooksAt.OPEN_ANSWERS, 5, "Open: {open}.", "Offer a visit.")


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    """A file of another kind is not taken for rules."""
    assert codes(written(tmp_path, rule(), kind="crosswalk")) == [("other-kind", "kind")]


def test_what_is_no_toml_is_told(tmp_path: Path) -> None:
    """So is a file that is none, and one that is not there."""
    path = tmp_path / "own.toml"
    path.write_text("kind =", "utf-8")

    assert codes(path) == [("not-toml", "")]
    assert codes(tmp_path / "none.toml") == [("file-missing", "")]


def test_a_rule_of_another_form_is_told(tmp_path: Path) -> None:
    """Every fault is told with its place: a kind that is none, a key too many."""
    bad = rule('more = "x"\n', looks_at="weather")

    assert set(codes(written(tmp_path, bad))) == {
        ("not-allowed", "rules[0].looks_at"),
        ("unknown-key", "rules[0]"),
    }


@pytest.mark.parametrize("says", ["{shut}", "{open", "{}", "{open.real}", "{open:>99}", "{open!r}"])
def test_a_figure_that_there_is_not_is_told(tmp_path: Path, says: str) -> None:
    """A sentence names figures that there are, as they are."""
    assert codes(written(tmp_path, rule(says=says))) == [("not-allowed", "rules[0].says")]


def test_all_other_faults_are_told_at_once(tmp_path: Path) -> None:
    """A limit of nought, an ID twice, and months where they are not asked for or are missing."""
    dates = rule(looks_at="evidence dates", says="Old: {old}.")
    path = written(tmp_path, rule(limit="0"), rule("months = 3\n"), dates)

    assert codes(path) == [
        ("duplicate-id", "rules[1].id"),
        ("duplicate-id", "rules[2].id"),
        ("wrong-type", "rules[0].limit"),
        ("unknown-key", "rules[1].months"),
        ("missing-key", "rules[2].months"),
    ]
