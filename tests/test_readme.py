"""What the README and the guides say is true."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from commissioning_standards.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SET_UP = ("pip install . && commissioning-standards demo", 'pip install ".[test]" && pytest')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the kept workbooks in it, to work in."""
    shutil.copytree(ROOT / "workbooks", tmp_path / "workbooks")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(kind: str) -> list[str]:
    """The README's code of one kind."""
    return re.findall(rf"```{kind}\n(.*?)```", README, flags=re.DOTALL)


def test_set_up_is_two_commands() -> None:
    """The README sets the project up with exactly two lines."""
    assert tuple(block.strip() for block in blocks("sh")) == SET_UP


@pytest.mark.usefixtures("folder")
def test_the_commands_print_what_the_readme_shows() -> None:
    """Every command of the README runs, and prints what stands below it."""
    (block,) = blocks("console")
    shown = re.findall(r"^\$ commissioning-standards (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)

    assert len(shown) == block.count("$ ")
    for command, output in shown:
        result = CliRunner().invoke(main, shlex.split(command))
        assert result.output == output


@pytest.mark.usefixtures("folder")
def test_the_python_gives_what_the_readme_shows() -> None:
    """The README's Python runs as a doctest."""
    (block,) = blocks("python")
    test = doctest.DocTestParser().get_doctest(block, {}, "README", "README.md", 0)

    runner = doctest.DocTestRunner()
    runner.run(test)

    assert (runner.summarize(verbose=False).failed, len(test.examples) > 5) == (0, True)


def test_the_readme_keeps_its_shape() -> None:
    """One sentence, a picture and both readers come first; then each part in its order."""
    start = README.index("## Set up")
    expected = [
        "Set up",
        "From the command line",
        "From Python",
        "How a score is made",
        "Three decisions",
        "What it does not do",
        "The standards, and whose words these are",
        "Help, and licence",
    ]

    assert re.findall(r"^## (.*)$", README, re.MULTILINE) == expected
    assert README.index("![Radar chart") < README.index("**If you commission:**") < start
    assert README.index("**If you commission:**") < README.index("**If you script:**") < start
    assert README[: README.index("![")].count(". ") == 0


@pytest.mark.parametrize("what", ["The pack", "The account", "The region"])
def test_the_readme_has_a_line_for_each_paper(what: str) -> None:
    """What a peer team, residents and a region get is told in a line each."""
    assert f"\n- **{what}:** `" in README


def test_every_link_leads_somewhere() -> None:
    """Links to files of the project lead to files that are there."""
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        links = re.findall(r"\]\((?!https?://|#)([^)]+)\)", page.read_text(encoding="utf-8"))
        missing = [link for link in links if not (page.parent / link.split("#")[0]).exists()]
        assert not missing, page
