"""Make the kept workbooks, the README's picture and its scores anew.

Run it as ``python workbooks/make.py``.
A test holds them to what the code makes, so run this whenever it says that
they are old.
"""

from __future__ import annotations

from pathlib import Path

import commissioning_standards as cs
from commissioning_standards.demo import FILLED, blanks
from commissioning_standards.examples.council import example
from commissioning_standards.files import write_bytes
from commissioning_standards.tables import table_text

HERE = Path(__file__).parent
README = HERE.parent / "README.md"
PICTURE = HERE.parent / "docs" / "images" / "radar.svg"


def main() -> None:
    """Write every kept file again."""
    filled = example()
    for name, content in blanks(filled.framework).items():
        write_bytes(HERE / name, content, overwrite=True)
    cs.write_workbook(filled, HERE / FILLED, overwrite=True)
    card = cs.score(cs.read_workbook(HERE / FILLED))
    cs.save_chart(cs.radar(card), PICTURE, overwrite=True)
    README.write_text(_with_scores(README.read_text(encoding="utf-8"), card), encoding="utf-8")


def _with_scores(page: str, card: cs.Scorecard) -> str:
    """The README with what ``score`` prints today below its command."""
    before, command, rest = page.partition(f"score workbooks/{FILLED}\n")
    return f"{before}{command}{table_text(card)}\n{rest[rest.index('$ ') :]}"


if __name__ == "__main__":
    main()
