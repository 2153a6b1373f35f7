"""The page on outside views: every command and every line of Python on it is true."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from itertools import takewhile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from click.testing import CliRunner

import commissioning_standards as cs
from commissioning_standards.cli import main

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "outside-views.md").read_text(encoding="utf-8")
LEFT_OUT = r"\[\.\.\.\]\n"
LONGEST_SENTENCE = 25
REMEDY = "run the page's compare with --chart docs/images/beside-cqc.svg --force"


def blocks(kind: str) -> list[str]:
    """The page's code of one kind."""
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, flags=re.DOTALL)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the kept workbooks and the page's files in it, to work in."""
    shutil.copytree(ROOT / "workbooks", tmp_path / "workbooks")
    monkeypatch.chdir(tmp_path)
    for name, content in re.findall(r"Save this as `(\S+)`.*?```csv\n(.*?)```", PAGE, re.DOTALL):
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def commands() -> list[tuple[str, str]]:
    """Every command of the page with what stands below it."""
    text = "".join(blocks("console"))
    return re.findall(r"^\$ commissioning-standards (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE)


def test_there_are_files_and_commands(folder: Path) -> None:
    """The tests below look at the page's own files and commands."""
    assert {"cqc.csv", "ascof-2024-25.csv"} <= {each.name for each in folder.iterdir()}
    assert len(commands()) == 6


@pytest.mark.parametrize(("command", "shown"), commands())
def test_the_commands_print_what_the_page_shows(command: str, shown: str) -> None:
    """Each command ends well and prints what stands below it, but for what is left out."""
    for earlier, _ in takewhile(lambda each: each[0] != command, commands()):
        if " -o " in earlier:
            CliRunner().invoke(main, shlex.split(earlier))
    result = CliRunner().invoke(main, shlex.split(command))
    pattern = "(?:.*\n)*".join(map(re.escape, re.split(LEFT_OUT, shown)))

    assert result.exit_code == 0
    assert re.fullmatch(pattern, result.stdout)


def test_the_python_gives_what_the_page_shows() -> None:
    """The page's Python runs as a doctest."""
    (block,) = blocks("python")
    test = doctest.DocTestParser().get_doctest(block, {}, "page", "outside-views.md", 0)
    runner = doctest.DocTestRunner()
    runner.run(test)

    assert (runner.summarize(verbose=False).failed, len(test.examples) > 5) == (0, True)


def test_the_picture_is_that_of_the_pages_example() -> None:
    """The picture's own words are those of the chart that the page's command draws today."""
    (judgement,) = cs.read_cqc("cqc.csv").judgements
    card = cs.score(cs.read_workbook("workbooks/borsetshire-2026-27.xlsx"))
    told = cs.dots_beside_cqc(cs.beside_cqc(card, judgement)).alt_text
    picture = (ROOT / "docs" / "images" / "beside-cqc.svg").read_text("utf-8")

    assert f">{escape(told)}</desc>" in picture, REMEDY


def test_every_sentence_of_the_page_is_short() -> None:
    """No sentence is longer than 25 words."""
    prose = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    lines = [each for each in prose.splitlines() if not each.startswith(("|", "#"))]
    lines = [each for each in lines if not each.startswith("![")]
    plain = re.sub(r"\]\([^)]*\)", "]", " ".join(lines))
    sentences = re.split(r"(?<=[.?!:])\s+", plain)

    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []
