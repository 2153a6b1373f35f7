"""Make the kept workbooks and pictures anew: ``python workbooks/make.py``.

A test holds them to what the code makes, so run this whenever it says that
they are old.
"""

from __future__ import annotations

from pathlib import Path

import commissioning_standards as cs
from commissioning_standards.demo import BLANK, FILLED, example

HERE = Path(__file__).parent
PICTURE = HERE.parent / "docs" / "images" / "radar.svg"


def main() -> None:
    """Write every kept file again."""
    filled = example()
    cs.write_workbook(filled.framework, HERE / BLANK, overwrite=True)
    cs.write_workbook(filled, HERE / FILLED, overwrite=True)
    cs.save_chart(cs.radar(cs.score(filled)), PICTURE, overwrite=True)


if __name__ == "__main__":
    main()
