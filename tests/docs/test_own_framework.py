"""The guide to a framework of one's own, followed word for word."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import NOTHING, fields
from click.testing import CliRunner

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.loading import Header
from commissioning_standards.parts import Criterion, Domain, Duty, LookFor, Standard, Term
from tests.docs.pages import page

GUIDE = page("own-framework.md")
CHANGED, REST = GUIDE.split("## Write one from nothing")
WRITTEN, TIED = REST.split("## Set it beside CQC's scores")
(CQC,) = re.findall(r"```csv\n(.*?)```", TIED, flags=re.DOTALL)
TABLES = {
    "framework.toml": Header,
    "[[levels]]": cs.Level,
    "[[domains]]": Domain,
    "[[glossary]]": Term,
    "A standard's file": Standard,
    "[[criteria]]": Criterion,
    "[[duties]]": Duty,
    "[[evidence]]": LookFor,
}


def blocks(part: str, kind: str) -> list[str]:
    """The guide's blocks of one kind, in order."""
    return re.findall(rf"```{kind}\n(.*?)```", part, flags=re.DOTALL)


def run(block: str) -> list[tuple[int, str]]:
    """The exit status and the first line of what each command of a block prints."""
    commands = [line.split()[2:] for line in block.splitlines() if line.startswith("$")]
    results = [CliRunner().invoke(main, command) for command in commands]
    return [(result.exit_code, result.output.partition("\n")[0]) for result in results]


def change(file: Path, diff: str) -> None:
    """Do what a block of changes says, line by line."""
    text = file.read_text(encoding="utf-8")
    lines = diff.splitlines()
    for old, new in zip(lines[::2], lines[1::2], strict=True):
        assert old[1:] in text.splitlines()
        text = text.replace(f"{old[1:]}\n", f"{new[1:]}\n", 1)
    text = re.sub(r"^patch = .*\n", "", text, flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that one works in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def written(here: Path) -> Path:
    """The guide's framework from nothing, in its folder."""
    header, standard = blocks(WRITTEN, "toml")
    own = here / "home-care"
    own.mkdir()
    (own / "framework.toml").write_text(header, encoding="utf-8")
    (own / "visits.toml").write_text(standard, encoding="utf-8")
    return own


def test_the_route_map_is_copied_changed_and_used(here: Path) -> None:
    """From copying the folder to a workbook read back, each step does what the guide says."""
    copying, using = blocks(CHANGED, "console")
    about, question = blocks(CHANGED, "diff")

    copied = run(copying)
    change(here / "our-standards" / "framework.toml", about)
    change(here / "our-standards" / "04-coproduction.toml", question)
    used = run(using)

    assert copied == [(0, copying.splitlines()[1])]
    assert [status for status, _ in used] == [0] * 4
    framework = cs.load_framework("our-standards")
    assert framework.name == "Commissioning in Borsetshire (2027)"
    assert cs.read_workbook("ours.xlsx", framework).framework == framework
    assert cs.read_workbook("ours-quick.xlsx", framework).framework == cs.quick_form(framework)


@pytest.mark.usefixtures("written")
def test_the_guides_commands_work() -> None:
    """Each command of the guide ends well, in its order."""
    (block,) = blocks(WRITTEN, "console")

    assert [status for status, _ in run(block)] == [0, 0, 0]


def test_the_guides_framework_is_scored_on_its_own_scale(written: Path) -> None:
    """The example's scale of nought, a half and one gives scores on that scale."""
    framework = cs.load_framework(written)
    card = cs.score(cs.assess(framework, {"1.1": "In part"}))

    assert card.overall.score == Fraction(1, 2)
    assert card[1].level == framework.scale.levels[1]


@pytest.mark.usefixtures("written")
def test_the_guides_crosswalk_sets_it_beside_cqc(here: Path) -> None:
    """The guide's own framework is checked, tied and compared, on two scales with other ends."""
    (crosswalk,), (console,) = blocks(TIED, "toml"), blocks(TIED, "console")
    (here / "home-care-cqc.toml").write_text(crosswalk, encoding="utf-8")
    (here / "scores.csv").write_text(CQC, encoding="utf-8")
    framework = cs.load_framework("home-care")
    cs.write_workbook(cs.assess(framework, {"1.1": "In part"}), "return.xlsx")

    assert [status for status, _ in run(console)] == [0] * 4
    (compared,) = (line.split()[2:] for line in console.splitlines() if " compare " in line)
    page = (here / "pack" / "pack.html").read_text(encoding="utf-8")
    assert "Crosswalk home-care-cqc, digest" in page
    text = " ".join(CliRunner().invoke(main, compared).stdout.split())
    assert "The own scale runs from 0 Not yet to 1 Yes." in text
    assert "each own score is also placed along CQC's scale" in text
    assert "Care provision, integration and continuity 0.50 2.50 3 alike in part" in text


@pytest.mark.usefixtures("written")
def test_a_framework_without_a_crosswalk_is_told(here: Path) -> None:
    """A return that nothing ties to CQC's statements brings the remedy."""
    (here / "scores.csv").write_text(CQC, encoding="utf-8")
    cs.write_workbook(cs.assess(cs.load_framework("home-care"), {"1.1": "Yes"}), "return.xlsx")
    command = ["compare", "return.xlsx", "--framework", "home-care", "--cqc", "scores.csv"]
    result = CliRunner().invoke(main, command)

    assert result.exit_code == 1
    assert "--crosswalk FILE" in result.stderr


@pytest.mark.parametrize("heading", TABLES)
def test_every_key_is_listed(heading: str) -> None:
    """Each table has the keys of its part in their order, and says which are needed."""
    _, _, below = GUIDE.partition(f"### {heading}\n")
    rows = re.findall(r"^\| `(\w+)` \| (yes )?\|", below.partition("\n#")[0], re.MULTILINE)
    keys = [(each.name, each.default is NOTHING) for each in fields(TABLES[heading])]

    assert [(name, bool(needed)) for name, needed in rows] == keys


def test_the_categories_of_evidence_are_listed() -> None:
    """The guide has every category that evidence may have, as it is written."""
    assert ", ".join(each.value for each in cs.EvidenceCategory) in GUIDE


def test_a_copy_replaces_nothing(here: Path) -> None:
    """Where one file of a copy is there already, none is written, and status 2 says so."""
    own = here / "ours"
    own.mkdir()
    (own / "07-leadership.toml").write_text("mine", encoding="utf-8")

    result = CliRunner().invoke(main, ["frameworks", "--copy", "route-map", "-o", "ours"])

    assert result.exit_code == 2
    assert "07-leadership.toml" in result.stderr
    assert [each.name for each in own.iterdir()] == ["07-leadership.toml"]


def test_a_copy_of_nothing_known_makes_no_folder(here: Path) -> None:
    """A framework that is not there is told, and no folder is left behind."""
    result = CliRunner().invoke(main, ["frameworks", "--copy", "rout-map", "-o", "ours"])

    assert result.exit_code == 2
    assert "route-map" in result.stderr
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("given", [["--copy", "route-map"], ["-o", "ours"]])
def test_copying_needs_both_what_and_where(given: list[str]) -> None:
    """One option without the other is wrong usage."""
    result = CliRunner().invoke(main, ["frameworks", *given])

    assert result.exit_code == 2
    assert "go together" in result.stderr
