"""Make the picture of the page on many councils: run it as ``python docs/make_region.py``.

It shows the invented councils that the page makes for trying things out.
"""

from __future__ import annotations

from pathlib import Path

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from commissioning_standards.examples.region import invented_region
from commissioning_standards.region.councils import council_rounds
from commissioning_standards.region.sharing.questions import Measure
from commissioning_standards.region.summary import summarise

PICTURE = Path(__file__).parent / "images" / "region-standards.svg"


def picture() -> Chart:
    """The standards of fifteen invented councils as a strip of dots."""
    returns = invented_region(cs.load_framework("route-map"), seed=1, councils=15)
    region = cs.region_of(council_rounds(map(summarise, returns)))
    table = region.tables[0]
    return cs.region_strip(table, table.of(Measure.LEVEL, "standard"))


if __name__ == "__main__":
    cs.save_chart(picture(), PICTURE, overwrite=True)
