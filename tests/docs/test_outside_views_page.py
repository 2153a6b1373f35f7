"""The page on outside views: its picture is that of its own example."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import commissioning_standards as cs
from tests.docs.pages import DOCS, follow

NAME = "outside-views.md"
REMEDY = "run the page's compare with --chart docs/images/beside-cqc.svg --force"


def test_the_picture_is_that_of_the_pages_example(begin: Callable[[str], Path]) -> None:
    """The picture's own words are those of the chart that the page's command draws today."""
    begin(NAME)
    follow(NAME)
    (judgement,) = cs.read_cqc("cqc.csv").judgements
    card = cs.score(cs.read_workbook("leaders.xlsx"))
    told = cs.dots_beside_cqc(cs.beside_cqc(card, judgement)).alt_text
    picture = (DOCS / "images" / "beside-cqc.svg").read_text("utf-8")

    assert f">{escape(told)}</desc>" in picture, REMEDY
