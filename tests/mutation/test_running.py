"""The command tries what it is asked for, and tells what tests do not find."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "commissioning_standards"


def tried(module: str, text: str) -> subprocess.CompletedProcess[str]:
    """What the command says of the line of a module that begins so."""
    lines = (SOURCE / module).read_text("utf-8").splitlines()
    line = next(number for number, each in enumerate(lines, 1) if each.strip().startswith(text))
    command = [sys.executable, "-m", "tests.mutation", f"{module}:{line}"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sign =", "figures.py: 7 faults, 6 found, 1 the same"),
        ("MOST_DIGITS =", "figures.py: 2 faults, 2 found, 0 the same"),
        ("return Answer.BLANK if", "moderation/gathering.py: 3 faults, 3 found, 0 the same"),
    ],
    ids=["in a function", "outside functions", "in a module that is loaded when it is used"],
)
def test_faults_are_found_or_known_to_change_nothing(text: str, told: str) -> None:
    """Wherever a fault is, tests are run against it and its fate is counted."""
    found = tried(told.partition(":")[0], text)

    assert (found.stdout.strip(), found.returncode) == (told, 0), found.stderr
