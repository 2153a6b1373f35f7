"""Make the picture of the page on outside views: run it as ``python docs/make_beside.py``.

It shows the example's own view beside the invented scores that the page has.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from commissioning_standards.examples.council import returned

HERE = Path(__file__).parent
PAGE = HERE / "outside-views.md"
PICTURE = HERE / "images" / "beside-cqc.svg"
SCORES = re.compile(r"Save this as `(cqc\.csv)`.*?```csv\n(.*?)```", re.DOTALL)


def picture() -> Chart:
    """What the page's ``compare leaders.xlsx --cqc cqc.csv --chart`` draws."""
    (saved,) = SCORES.finditer(PAGE.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / saved[1]).write_text(saved[2], encoding="utf-8")
        (folder / "leaders.xlsx").write_bytes(returned()["leaders.xlsx"])
        (judgement,) = cs.read_cqc(folder / saved[1]).judgements
        card = cs.score(cs.read_workbook(folder / "leaders.xlsx"))
    return cs.dots_beside_cqc(cs.beside_cqc(card, judgement))


if __name__ == "__main__":
    cs.save_chart(picture(), PICTURE, overwrite=True)
