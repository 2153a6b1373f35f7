"""Run the README's commands and its Python where nothing but the wheel is installed."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = Path(sys.executable).with_name("commissioning-standards")


def main() -> None:
    """Hold what is printed to what the README shows."""
    page = (ROOT / "README.md").read_text("utf-8")
    (console,) = re.findall(r"```console\n(.*?)```", page, flags=re.DOTALL)
    (python,) = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "workbooks", Path(folder, "workbooks"))
        os.chdir(folder)
        told = [*commands(console), *statements(python)]
        os.chdir(ROOT)
    if told:
        sys.exit("\n".join(told))


def commands(console: str) -> list[str]:
    """What differs of the commands."""
    shown = re.findall(
        r"^\$ commissioning-standards (.*)\n((?:(?!\$ ).*\n)*)", console, re.MULTILINE
    )
    return [f"{line} does not print what is shown" for line, out in shown if printed(line) != out]


def printed(line: str) -> str:
    """What a command prints, and what it tells on standard error after it."""
    done = subprocess.run(
        [COMMAND, *shlex.split(line)], check=False, capture_output=True, text=True
    )
    return done.stdout + done.stderr


def statements(python: str) -> list[str]:
    """What differs of the Python; each is printed by doctest too."""
    test = doctest.DocTestParser().get_doctest(python, {}, "README", "README.md", 0)
    failed = doctest.DocTestRunner().run(test).failed
    return [f"{failed} statements of Python do not give what is shown"] if failed else []


if __name__ == "__main__":
    main()
