"""The page on many councils: every command and every line of Python on it is true."""

from __future__ import annotations

import doctest
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from commissioning_standards.charts.output import chart_bytes
from commissioning_standards.cli import main
from commissioning_standards.wordings import WORDINGS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "many-councils.md").read_text(encoding="utf-8")
LEFT_OUT = r"\[\.\.\.\]\n"
LONGEST_SENTENCE = 25


def blocks(kind: str) -> list[str]:
    """The page's code of one kind."""
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, flags=re.DOTALL)


def commands(program: str) -> list[tuple[str, str]]:
    """Every use of a program on the page, with what stands below it."""
    text = "".join(blocks("console"))
    return re.findall(rf"^\$ {program} (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the page's first Python has made the returns."""
    place = tmp_path_factory.mktemp("page")
    making, _ = blocks("python")
    subprocess.run([sys.executable, "-c", making], cwd=place, check=True)
    return place


def test_the_page_is_true_from_top_to_bottom(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command prints what stands below it, and the Python gives what it shows."""
    monkeypatch.chdir(folder)
    for command, shown in commands("commissioning-standards"):
        result = CliRunner().invoke(main, shlex.split(command))
        pattern = "(?:.*\n)*".join(map(re.escape, re.split(LEFT_OUT, shown)))
        assert re.fullmatch(pattern, result.output), result.output
    python = "".join(blocks("pycon"))
    test = doctest.DocTestParser().get_doctest(python, {}, "page", "many-councils.md", 0)
    runner = doctest.DocTestRunner()
    runner.run(test)

    assert len(commands("commissioning-standards")) == 3
    assert (runner.summarize(verbose=False).failed, len(test.examples) > 4) == (0, True)


def test_the_cluster_reads_what_the_page_says(folder: Path) -> None:
    """The script is saved and run as the page has it."""
    _, script = blocks("python")
    ((name, shown),) = commands("python")
    (folder / name).write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, name], cwd=folder, check=True, capture_output=True, text=True
    )

    assert done.stdout == shown


@pytest.mark.parametrize(
    "code",
    [
        "council-not-named",
        "period-not-named",
        "several-own-views",
        "no-own-view",
        "several-peer-views",
        "one-voice-several-returns",
        "same-file-twice",
        "council-spelt-two-ways",
        "mixed-periods",
        "reading-hangs",
        "worker-failed",
    ],
)
def test_the_page_says_what_to_do_about_each_finding(code: str) -> None:
    """Each sentence that collating can print has its line, in its own words."""
    rows = [line.lower() for line in PAGE.splitlines() if line.startswith("| ")]
    words = re.sub(r"\{.*?\}|[^a-z ]", " ", WORDINGS[code].message.lower()).split()
    shared = max(len(set(words) & set(re.findall(r"[a-z]+", row))) for row in rows)

    assert shared >= len(set(words)) / 2


def test_every_sentence_of_the_page_is_short() -> None:
    """No sentence is longer than 25 words."""
    prose = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    lines = [each for each in prose.splitlines() if not each.startswith(("|", "#"))]
    plain = re.sub(r"\]\([^)]*\)", "]", " ".join(lines))
    sentences = re.split(r"(?<=[.?!:])\s+", plain)

    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []


def test_the_picture_shows_what_the_page_makes() -> None:
    """The kept picture has the words of one made now: each group, its count and its dots."""
    script = runpy.run_path(str(ROOT / "docs" / "make_region.py"))
    kept = script["PICTURE"].read_text(encoding="utf-8")
    made = chart_bytes(script["picture"](), "a.svg").decode()
    words = [re.findall(r"<text[^>]*>([^<]*)", each) for each in (kept, made)]

    assert words[0] == words[1]
    assert kept.count("<use") == made.count("<use")
