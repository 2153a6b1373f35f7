"""Returns on disk, as the command is given them."""

from __future__ import annotations

from pathlib import Path

import pytest

import commissioning_standards as cs
from tests.charts.samples import council, last_year, meeting


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def own(folder: Path) -> str:
    """This year's return."""
    (folder / "own.json").write_text(cs.to_json(council().assessment), "utf-8")
    return "own.json"


@pytest.fixture
def last(folder: Path) -> str:
    """Last year's return."""
    (folder / "last.json").write_text(cs.to_json(last_year().assessment), "utf-8")
    return "last.json"


@pytest.fixture
def voices(folder: Path) -> list[str]:
    """The returns of a meeting."""
    names = []
    for each in meeting().participants:
        names.append(f"{each.label}.json")
        (folder / names[-1]).write_text(cs.to_json(each.assessment), "utf-8")
    return names
