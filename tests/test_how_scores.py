"""The page on how a score is made is true: its commands, its Python and every sum in it."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.figures import shown
from tests.test_explanation import worked_out

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "how-a-score-is-made.md").read_text(encoding="utf-8")
SUMS = re.findall(r"`([^`\n]+ (?:=|is) [-\d/]+)`(?:, shown as (\S+))?", PAGE)
EXAMPLE = ("8/3", "9/4", "3", "7/3", "5/2", "67/36", "28/9")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the kept workbooks in it, to work in."""
    shutil.copytree(ROOT / "workbooks", tmp_path / "workbooks")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(kind: str) -> list[str]:
    """The page's code of one kind."""
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, flags=re.DOTALL)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("block", blocks("console"))
def test_the_commands_print_what_the_page_shows(block: str) -> None:
    """Every command of the page runs, and prints what stands below it."""
    command, _, output = block.partition("\n")
    result = CliRunner().invoke(
        main, shlex.split(command.removeprefix("$ commissioning-standards"))
    )

    assert result.output == output


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("block", blocks("sh"))
def test_the_commands_without_an_answer_run(block: str) -> None:
    """A command that is only named runs as well."""
    result = CliRunner().invoke(main, shlex.split(block)[1:])

    assert (result.exit_code, result.stderr) == (0, "")


def test_the_python_gives_what_the_page_shows() -> None:
    """The page's Python runs as a doctest."""
    (block,) = blocks("python")
    test = doctest.DocTestParser().get_doctest(block, {}, "page", "how-a-score-is-made.md", 0)

    runner = doctest.DocTestRunner()
    runner.run(test)

    assert (runner.summarize(verbose=False).failed, len(test.examples) > 5) == (0, True)


@pytest.mark.parametrize(("written", "rounded"), SUMS)
def test_every_sum_of_the_page_is_right(written: str, rounded: str) -> None:
    """Worked out with a calculator, each sum comes to what the page says, and is shown so."""
    value = worked_out(written)

    assert not rounded or shown(value) == rounded


def test_the_worked_example_is_all_there() -> None:
    """The page holds the sums of the worked example that every part of this software keeps to."""
    results = {worked_out(written) for written, _ in SUMS}

    assert set(map(Fraction, EXAMPLE)) <= results


def test_the_route_map_has_no_weights() -> None:
    """The page says that everything in the route map counts once."""
    framework = cs.load_framework("route-map")
    weights = [
        *(each.weight for each in framework.domains),
        *(each.weight for each in framework.standards),
        *(each.weight for each in framework.criteria),
    ]

    assert set(weights) == {Fraction(1)}
