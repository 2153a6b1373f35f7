"""The set of charts as files, and the page that shows them."""

from __future__ import annotations

import datetime
import re
from html.parser import HTMLParser

import pytest

import commissioning_standards as cs
from commissioning_standards.charts.index_page import set_files
from commissioning_standards.charts.kinds import Asked, ChartSet, chart_set
from tests.charts.samples import HOSTILE, council, framework_of, last_year, meeting, rated, some

DAY = datetime.date(2026, 11, 25)


class Page(HTMLParser):
    """What a page holds: its pictures, links, headings and words."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.images: list[dict[str, str | None]] = []
        self.links: list[str | None] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what begins."""
        self.tags.append(tag)
        found = dict(attrs)
        if tag == "img":
            self.images.append(found)
        if tag == "a":
            self.links.append(found["href"])

    def handle_data(self, data: str) -> None:
        """Keep what is said."""
        self.words.append(" ".join(data.split()))


@pytest.fixture(scope="module")
def charts() -> ChartSet:
    """All charts of two rounds."""
    return chart_set(Asked((council(), last_year()), DAY))


@pytest.fixture(scope="module")
def files(charts: ChartSet) -> dict[str, bytes]:
    """Their files."""
    return set_files(charts)


def test_a_meeting_gives_every_kind() -> None:
    """Of several voices, spreads are drawn too; what one return gives is that of the first."""
    cards = tuple(cs.score(each.assessment) for each in meeting().participants)
    found = chart_set(Asked(cards[:3], DAY))

    assert {"spread", "spread-of-criteria", "multiples", "heat-map"} <= set(found.charts)
    assert found.left_out == {}


def test_what_cannot_be_drawn_is_left_out_with_its_reason() -> None:
    """Two standards make no radar, and the set says so; the rest is there."""
    found = chart_set(Asked((rated(framework_of(2, 1), some),), DAY))

    assert found.left_out["radar"] == "a radar needs 3 standards, not 2: draw dots"
    assert {"dots", "heat-map", "evidence"} <= set(found.charts)


def test_every_picture_stands_beside_its_words_and_its_table(
    charts: ChartSet, files: dict[str, bytes]
) -> None:
    """On the page each chart has an image, its words and a table with a row for each figure."""
    page = Page(files["index.html"])
    rows = sum(len(each.rows) + 1 for each in charts.charts.values())

    assert len(page.images) == len(charts.charts) == page.tags.count("table")
    assert page.tags.count("tr") == rows
    for chart in charts.charts.values():
        assert chart.alt_text in page.words


def test_links_lead_to_the_files(charts: ChartSet, files: dict[str, bytes]) -> None:
    """Each file of the set is linked, and each link leads to a file or a part of the page."""
    links = {str(each) for each in Page(files["index.html"]).links}

    assert {each for each in links if not each.startswith("#")} == set(files) - {"index.html"}
    assert {f"#{name}" for name in charts.charts} <= links


def test_the_page_says_what_was_not_drawn(files: dict[str, bytes]) -> None:
    """Whoever looks for a spread of two rounds is told why there is none."""
    words = Page(files["index.html"]).words

    assert "Not drawn" in words
    assert any(each.startswith("spread: ") for each in words)


def test_a_complete_set_leaves_nothing_to_tell() -> None:
    """Where every kind was drawn the page has no such heading."""
    charts = ChartSet({"dots": cs.dots(council())}, {})

    assert "Not drawn" not in Page(set_files(charts)["index.html"]).words


def test_the_same_set_gives_the_same_page(charts: ChartSet, files: dict[str, bytes]) -> None:
    """The page repeats byte for byte."""
    assert set_files(charts) == files


def test_council_text_is_text_on_the_page() -> None:
    """Markup in a council's words is shown as letters."""
    card = rated(framework_of(3, 1, title="<script>x</script>"), some, council=HOSTILE)
    page = Page(set_files(chart_set(Asked((card,), DAY)))["index.html"])

    assert "script" not in page.tags
    assert any("<script>x</script>" in each for each in page.words)


def test_figures_are_shown_as_everywhere(files: dict[str, bytes]) -> None:
    """Figures have two decimals, and yes and no are words."""
    words = Page(files["index.html"]).words
    spread = ChartSet({"spread": cs.spread(meeting())}, {})

    assert "2.67" in words
    assert not any("2.6666" in each for each in words)
    assert {"yes", "no"} <= set(Page(set_files(spread)["index.html"]).words)


def heads(content: bytes) -> set[str]:
    """What stands over the columns of a page's tables."""
    return set(re.findall(r'<th scope="col">(.*?)</th>', content.decode()))


@pytest.mark.parametrize("cards", [1, 2, 3])
def test_columns_are_headed_in_plain_words(cards: int) -> None:
    """No table shows the name that a column has in data, but for lines, named as in the key."""
    said = [cs.score(each.assessment) for each in meeting().participants]
    given = {1: (council(),), 2: (council(), last_year()), 3: tuple(said[:3])}[cards]
    found = heads(set_files(chart_set(Asked(given, DAY)))["index.html"])

    assert {"Number", "Standard", "Domain", "Lowest it could be"} <= found
    assert [each for each in found if "_" in each or each[0].islower()] == []


def test_domains_are_shown_by_their_titles(files: dict[str, bytes]) -> None:
    """People read what a domain is called, and not its ID."""
    words = Page(files["index.html"]).words
    domains = council().domains

    assert {each.title for each in domains} <= set(words)
    assert not {each.id for each in domains} & set(words)
