"""The rules of support signals as data."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import commissioning_standards as cs
from commissioning_standards.cli import main
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


def test_every_fault_is_told_in_one_pass(tmp_path: Path) -> None:
    """The kind, the form of each rule, its figures and its months are judged together."""
    first = rule(limit="0", says="Open: {cnt}.", looks_at="open answers")
    second = rule('more = "x"\nmonths = 3\n', id="other")
    third = rule(id="third", looks_at="evidence dates", limit='"many"', says="{cnt}")
    path = written(tmp_path, first, second, third, kind="signal")

    assert codes(path) == [
        ("other-kind", "kind"),
        ("unknown-key", "rules[1]"),
        ("wrong-type", "rules[2].limit"),
        ("wrong-type", "rules[0].limit"),
        ("not-allowed", "rules[0].says"),
        ("unknown-key", "rules[1].months"),
        ("missing-key", "rules[2].months"),
        ("not-allowed", "rules[2].says"),
    ]


def test_of_a_file_of_another_kind_only_that_is_told(tmp_path: Path) -> None:
    """A crosswalk given for rules is not blamed for every key of its own."""
    path = tmp_path / "own.toml"
    path.write_text('kind = "crosswalk"\nid = "mine"\n', "utf-8")

    assert codes(path) == [("other-kind", "kind")]


@pytest.mark.parametrize("rules", ['rules = "none"\n', "rules = [1]\n"])
def test_rules_that_are_no_tables_are_told(tmp_path: Path, rules: str) -> None:
    """What is no list of tables is told as such, and nothing else is guessed at."""
    assert [code for code, _ in codes(written(tmp_path, rules))] == ["wrong-type"]


def test_text_that_is_none_is_told_once(tmp_path: Path) -> None:
    """A sentence that is no text is not looked through for figures, nor a limit of false for 0."""
    bad = rule(says="x").replace('"x"', "7").replace("limit = 5", "limit = false")

    assert set(codes(written(tmp_path, bad))) == {
        ("wrong-type", "rules[0].says"),
        ("wrong-type", "rules[0].limit"),
    }


def test_frameworks_check_knows_signals(tmp_path: Path) -> None:
    """The verb that checks data checks rules of signals too, and tells their faults."""
    good = CliRunner().invoke(main, ["frameworks", "check", str(written(tmp_path, rule()))])
    assert (good.exit_code, good.stdout) == (0, "own.toml: 1 rule of support signals: no faults\n")

    bad = CliRunner().invoke(
        main, ["frameworks", "check", str(written(tmp_path, rule(says="{cnt}")))]
    )
    assert (bad.exit_code, bad.stdout) == (1, "")
    assert "own.toml (rules[0].says): “{cnt}” is not allowed here." in bad.stderr


def test_frameworks_check_names_signals_among_the_kinds(tmp_path: Path) -> None:
    """A slip in the kind is told with every kind that would do, and the nearest."""
    told = CliRunner().invoke(
        main, ["frameworks", "check", str(written(tmp_path, rule(), kind="signal"))]
    )

    assert "it says “signal”. Did you mean signals?" in told.stderr
    assert "places, signals" in told.stderr
