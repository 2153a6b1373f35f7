"""The notebook runs from top to bottom, and is kept without what it showed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.docs.pages import DOCS, long_sentences

NOTEBOOK = DOCS / "notebook.ipynb"
KEPT: dict[str, Any] = json.loads(NOTEBOOK.read_text("utf-8"))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Its cells of code after they ran in an empty folder, in a process of their own."""
    folder = tmp_path_factory.mktemp("notebook")
    program = (
        "import sys, nbformat\n"
        "from nbclient import NotebookClient\n"
        "notebook = nbformat.read(sys.argv[1], as_version=4)\n"
        "NotebookClient(notebook, timeout=120, kernel_name='python3').execute()\n"
        "nbformat.write(notebook, 'ran.ipynb')\n"
    )
    command = [sys.executable, "-c", program, str(NOTEBOOK)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)

    assert done.returncode == 0, done.stderr
    assert [each.name for each in folder.iterdir()] == ["ran.ipynb"]
    cells = json.loads((folder / "ran.ipynb").read_text("utf-8"))["cells"]
    return [each for each in cells if each["cell_type"] == "code"]


def shown(cell: dict[str, Any]) -> dict[str, str]:
    """What a cell shows, by its kind."""
    return {
        kind: "".join(text)
        for output in cell["outputs"]
        for kind, text in output.get("data", {}).items()
    }


def test_every_cell_shows_something(run: list[dict[str, Any]]) -> None:
    """Each step has a result to look at, and none prints a warning."""
    assert [each["source"] for each in run if not shown(each)] == []
    assert [out for each in run for out in each["outputs"] if out["output_type"] == "stream"] == []


def test_things_show_themselves_as_tables_and_pictures(run: list[dict[str, Any]]) -> None:
    """Scores, comparisons and evidence have captions, and charts their words."""
    pages = [shown(each).get("text/html", "") for each in run]

    assert sum("<caption" in each for each in pages) >= 5
    assert sum('<img alt="' in each for each in pages) == 3


def test_the_figures_are_those_of_the_example(run: list[dict[str, Any]]) -> None:
    """The score of standard 4 and the change since last year are right."""
    text = " ".join(shown(each).get("text/html", "") for each in run)

    assert "(3 + 2 + 3) ÷ 3 = 8/3, shown as 2.67" in text
    assert "From 2025-26 to 2026-27, of 12 standards," in text


def test_it_is_kept_without_its_results() -> None:
    """Nobody's results are kept in the project, nor how often cells were run."""
    code = [each for each in KEPT["cells"] if each["cell_type"] == "code"]

    assert len(code) > 10
    assert [each["outputs"] for each in code if each["outputs"]] == []
    assert {each["execution_count"] for each in code} == {None}


def test_its_words_are_short_sentences() -> None:
    """No sentence between its cells is longer than 25 words."""
    told = ["".join(each["source"]) for each in KEPT["cells"] if each["cell_type"] == "markdown"]

    assert long_sentences("\n\n".join(told)) == []
    assert Path(NOTEBOOK).stat().st_size < 20_000
