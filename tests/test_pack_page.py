"""The page on the pack and the account: every command on it runs, and its sentences are short."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from commissioning_standards.cli import main

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "pack-and-account.md").read_text(encoding="utf-8")
LONGEST_SENTENCE = 25
PROGRAM = "commissioning-standards "


def commands() -> list[str]:
    """Every command of the page, in order."""
    blocks = re.findall(r"```sh\n(.*?)```", PAGE, flags=re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Result]:
    """Every command run word for word, one after the other, in a folder with the workbooks."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("page")
        shutil.copytree(ROOT / "workbooks", folder / "workbooks")
        patch.chdir(folder)
        return {
            each: CliRunner().invoke(main, shlex.split(each)[1:], catch_exceptions=False)
            for each in commands()
        }


def test_the_page_has_commands() -> None:
    """The tests below look at the page's own commands, and there is no other code on it."""
    assert len(commands()) == PAGE.count(f"\n{PROGRAM}") == 6
    assert all(each.startswith(PROGRAM) for each in commands())
    assert PAGE.count("```") == 2 * PAGE.count("```sh")


@pytest.mark.parametrize("command", commands())
def test_every_command_runs(ran: dict[str, Result], command: str) -> None:
    """Each ends well and complains of nothing."""
    assert (ran[command].exit_code, ran[command].stderr) == (0, "")
    assert ran[command].stdout


def test_the_table_names_what_the_pack_holds(ran: dict[str, Result]) -> None:
    """Each file and folder of the table is made, and there is no other."""
    made = next(each for each in ran.values() if "open pack.html first" in each.stdout)
    names = re.findall(r"^\| `([^`]+)` \|", PAGE, flags=re.MULTILINE)

    assert [each.rstrip("/") for each in names] == [
        "pack.html",
        "pack.docx",
        "slides.pptx",
        "charts",
        "data",
        "manifest.json",
    ]
    assert made.exit_code == 0


def width_of(path: Path) -> int:
    """How wide a picture is, in its own points."""
    with Image.open(path) as picture:
        return picture.width


def test_every_picture_is_there_and_has_words() -> None:
    """Each is as wide as can be read, and none is without words."""
    found = re.findall(r"!\[([^]]*)\]\(([^)]+)\)", PAGE)
    widths = [width_of(ROOT / "docs" / path) for _, path in found]

    assert len(found) == 8
    assert all(len(words) > 40 for words, _ in found)
    assert min(widths) >= 500


def test_every_sentence_of_the_page_is_short() -> None:
    """No sentence is longer than 25 words."""
    prose = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)
    lines = [each for each in prose.splitlines() if not each.startswith(("|", "#", "!["))]
    plain = re.sub(r"\]\([^)]*\)", "]", " ".join(lines))
    sentences = re.split(r"(?<=[.?!:])\s+", plain)

    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []
