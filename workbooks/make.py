"""Make the kept workbooks, the README's picture and every score that a page shows anew.

Run it as ``python workbooks/make.py``.
A test holds them to what the code makes, so run this whenever it says that
they are old.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

import commissioning_standards as cs
from commissioning_standards.cli import main as command
from commissioning_standards.demo import FILLED, blanks
from commissioning_standards.examples.council import example
from commissioning_standards.files import write_bytes

HERE = Path(__file__).parent
PAGES = (HERE.parent / "README.md", HERE.parent / "docs" / "how-a-score-is-made.md")
# A page's command that scores the filled example, wherever it stands, and what is shown below it.
SCORED = re.compile(
    rf"^(?P<command>\$ commissioning-standards (?P<verb>score) \S*{FILLED}(?P<options>.*)\n)"
    r"((?!\$ |```).*\n)+",
    re.MULTILINE,
)
LEFT_OUT = "[...]"
PICTURE = HERE.parent / "docs" / "images" / "radar.svg"


def main() -> None:
    """Write every kept file again."""
    filled = example()
    for name, content in blanks(filled.framework).items():
        write_bytes(HERE / name, content, overwrite=True)
    cs.write_workbook(filled, HERE / FILLED, overwrite=True)
    card = cs.score(cs.read_workbook(HERE / FILLED))
    cs.save_chart(cs.radar(card), PICTURE, overwrite=True)
    for page in PAGES:
        page.write_text(SCORED.sub(_shown, page.read_text("utf-8")), encoding="utf-8")


def _shown(typed: re.Match[str]) -> str:
    """A page's command, with what it prints today below it; an excerpt is left to its page."""
    if LEFT_OUT in typed[0]:
        return typed[0]
    words = [typed["verb"], str(HERE / FILLED), *shlex.split(typed["options"])]
    return typed["command"] + CliRunner().invoke(command, words, catch_exceptions=False).output


if __name__ == "__main__":
    main()
