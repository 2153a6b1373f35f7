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


def test_every_link_leads_somewhere() -> None:
    """Links to files of the project lead to files that are there."""
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        links = re.findall(r"\]\((?!https?://|#)([^)]+)\)", page.read_text(encoding="utf-8"))
        missing = [link for link in links if not (page.parent / link.split("#")[0]).exists()]
        assert not missing, page
