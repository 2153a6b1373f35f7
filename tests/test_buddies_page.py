"""The page on buddies and support: every command, every excerpt and all Python on it is true."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.region.helping.signals import FIGURES, brought_signals
from commissioning_standards.region.invented import invented_region

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "buddies-and-support.md").read_text(encoding="utf-8")
LONGEST_SENTENCE = 25
SENT_NOTHING = "Coppersetshire"


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page's region, with the list of its councils and the page's own file of rules."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "returns").mkdir()
    voices = [None, cs.Voice.PEER_TEAM]
    framework = cs.load_framework("route-map")
    names = {SENT_NOTHING: None}
    for each in invented_region(framework, seed=13, councils=8, voices=voices):
        whose = "peers" if each.respondent.voice else "own"
        cs.write_workbook(each, folder / "returns" / f"{each.council} {whose}.xlsx")
        names[each.council] = None
    (folder / "councils.txt").write_text("\n".join(names), "utf-8")
    ((name, content),) = re.findall(r"Save this as `(\S+)`.*?```toml\n(.*?)```", PAGE, re.DOTALL)
    (folder / name).write_text(content, "utf-8")
    return folder


@pytest.fixture
def folder(region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it to work in."""
    work = tmp_path / "work"
    shutil.copytree(region, work)
    monkeypatch.chdir(work)
    return work


def blocks(kind: str) -> list[str]:
    """The page's code of one kind."""
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, flags=re.DOTALL)


def commands() -> list[tuple[str, str]]:
    """Every command of the page with what stands below it."""
    text = "".join(blocks("console"))
    return re.findall(r"^\$ commissioning-standards (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE)


def test_all_that_the_page_shows_is_what_comes_out(folder: Path) -> None:
    """Each command prints what stands below it, and each excerpt stands in its file."""
    for command, shown in commands():
        result = CliRunner().invoke(main, shlex.split(command))
        assert (result.exit_code, result.stdout) == (0, shown)
    excerpts = re.findall(r"`(region/\S+\.txt)`[^`]*```text\n(.*?)```", PAGE, re.DOTALL)

    assert len(commands()) == 4
    assert len(excerpts) == len(blocks("text")) == 3
    for file, excerpt in excerpts:
        assert excerpt in (folder / file).read_text("utf-8")


@pytest.mark.usefixtures("folder")
def test_the_python_gives_what_the_page_shows() -> None:
    """The page's Python runs as a doctest."""
    test = doctest.DocTestParser().get_doctest("".join(blocks("python")), {}, "page", "page", 0)
    runner = doctest.DocTestRunner()
    runner.run(test)

    assert (runner.summarize(verbose=False).failed, len(test.examples) > 15) == (0, True)


def test_the_page_has_every_rule_and_every_figure() -> None:
    """The tables list the rules that there are, and what each may look at and name."""
    rules = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \|$", PAGE, re.MULTILINE)
    looks = re.findall(r"^\| `([a-z -]+)` \| [^|]+ \| ([^|]+) \|$", PAGE, re.MULTILINE)
    figures = {name: tuple(re.findall(r"`(\w+)`", named)) for name, named in looks}

    assert rules == [each.id for each in brought_signals()]
    assert figures == {each.value: names for each, names in FIGURES.items()}


def test_every_sentence_of_the_page_is_short() -> None:
    """No sentence is longer than 25 words."""
    prose = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    lines = [each.lstrip("- ") for each in prose.splitlines() if not each.startswith(("|", "#"))]
    plain = re.sub(r"\]\([^)]*\)", "]", " ".join(lines))
    sentences = re.split(r"(?<=[.?!:])\s+", plain)

    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []
