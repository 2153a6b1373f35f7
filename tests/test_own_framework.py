"""The guide to a framework of one's own, followed word for word."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner

import commissioning_standards as cs
from commissioning_standards.cli import main

GUIDE = (Path(__file__).parents[1] / "docs" / "own-framework.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The guide's framework, in the folder that one works in."""
    header, standard = re.findall(r"```toml\n(.*?)```", GUIDE, flags=re.DOTALL)
    own = tmp_path / "home-care"
    own.mkdir()
    (own / "framework.toml").write_text(header, encoding="utf-8")
    (own / "visits.toml").write_text(standard, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return own


@pytest.mark.usefixtures("folder")
def test_the_guides_commands_work() -> None:
    """Each command of the guide ends well, in its order."""
    (block,) = re.findall(r"```console\n(.*?)```", GUIDE, flags=re.DOTALL)
    commands = [line.split()[2:] for line in block.splitlines()]

    statuses = [CliRunner().invoke(main, command).exit_code for command in commands]

    assert statuses == [0, 0, 0]


def test_the_guides_framework_is_scored_on_its_own_scale(folder: Path) -> None:
    """The example's scale of nought, a half and one gives scores on that scale."""
    framework = cs.load_framework(folder)
    card = cs.score(cs.assess(framework, {"1.1": "In part"}))

    assert card.overall.score == Fraction(1, 2)
    assert card[1].level == framework.scale.levels[1]
