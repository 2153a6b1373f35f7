"""The page on outside views: its picture is that of its own example."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.docs.pages import script

MAKER = script("make_beside")
REMEDY = "run python docs/make_beside.py, and look at the picture"


def test_the_picture_is_that_of_the_pages_example() -> None:
    """The picture's own words are those of the chart that the page's command draws today."""
    told = MAKER.picture().alt_text
    picture = MAKER.PICTURE.read_text("utf-8")

    assert f">{escape(told)}</desc>" in picture, REMEDY
