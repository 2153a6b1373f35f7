"""The page on many councils: what it says of each finding, and its picture."""

from __future__ import annotations

import re
import runpy

import pytest

from commissioning_standards.charts.output import chart_bytes
from commissioning_standards.wordings import WORDINGS
from tests.docs.pages import DOCS, page


@pytest.mark.parametrize(
    "code",
    [
        "council-not-named",
        "period-not-named",
        "several-own-views",
        "no-own-view",
        "several-peer-views",
        "one-voice-several-returns",
        "same-file-twice",
        "council-spelt-two-ways",
        "mixed-periods",
        "reading-hangs",
        "worker-failed",
    ],
)
def test_the_page_says_what_to_do_about_each_finding(code: str) -> None:
    """Each sentence that collating can print has its line, in its own words."""
    rows = [line.lower() for line in page("many-councils.md").splitlines() if line.startswith("| ")]
    words = re.sub(r"\{.*?\}|[^a-z ]", " ", WORDINGS[code].message.lower()).split()
    shared = max(len(set(words) & set(re.findall(r"[a-z]+", row))) for row in rows)

    assert shared >= len(set(words)) / 2


def test_the_picture_shows_what_the_page_makes() -> None:
    """The kept picture has the words of one made now: each group, its count and its dots."""
    script = runpy.run_path(str(DOCS / "make_region.py"))
    kept = script["PICTURE"].read_text(encoding="utf-8")
    made = chart_bytes(script["picture"](), "a.svg").decode()
    words = [re.findall(r"<text[^>]*>([^<]*)", each) for each in (kept, made)]

    remedy = "run python docs/make_region.py, and look at the picture"
    assert words[0] == words[1], remedy
    assert kept.count("<use") == made.count("<use"), remedy
