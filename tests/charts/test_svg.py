"""SVG that a page can take in as it stands, tried in a browser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from commissioning_standards.charts.output import chart_bytes
from tests.browser import browser
from tests.charts.look import letters, said
from tests.charts.samples import HOSTILE, SAMPLES, council, framework_of, last_year, rated, some

SVG = "{http://www.w3.org/2000/svg}"
STRICT = "default-src 'none'; style-src 'none'; script-src 'none'"
SAMPLED = ("radar, three lines", "dots of two rounds", "heat map of ratings", "spread", "evidence")
BOXES = """
() => [...document.querySelectorAll('svg text')].map(each => {
    const box = each.getBoundingClientRect();
    return [each.textContent, box.left, box.top, box.right, box.bottom];
})
"""
LOOKS = """
() => {
    const line = [...document.querySelectorAll('svg path')].find(
        each => getComputedStyle(each).strokeDasharray !== 'none');
    const text = getComputedStyle([...document.querySelectorAll('svg text')].find(
        each => each.textContent.startsWith('Borsetshire')));
    return [getComputedStyle(line).stroke, text.fontSize, text.fontFamily, text.fontWeight];
}
"""


def parsed(chart: Chart) -> ET.Element:
    """The picture's elements."""
    return ET.fromstring(chart_bytes(chart, "a.svg"))  # noqa: S314 - our own


def page(*charts: Chart) -> str:
    """A page under the strictest policy that takes charts in as they stand."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{STRICT}">'
    drawn = (chart_bytes(each, "a.svg").decode().partition("?>")[2] for each in charts)
    return f"<!DOCTYPE html><title>x</title>{policy}{''.join(drawn)}"


@pytest.fixture(scope="module")
def opened() -> Iterator[Any]:
    """A browser to open pages in."""
    with browser() as started:
        yield started.new_page(viewport={"width": 1000, "height": 3000})


@pytest.mark.parametrize("name", SAMPLED)
def test_text_stays_text(name: str) -> None:
    """Every text of the picture is a text of the file."""
    chart = SAMPLES[name]()
    texts = ["".join(each.itertext()) for each in parsed(chart).iter(f"{SVG}text")]

    assert Counter(map(letters, texts)) == Counter(map(letters, said(chart)))


def test_it_is_an_image_with_a_title_and_a_description() -> None:
    """Whoever does not see it is told what it is, and all that it shows."""
    chart = cs.radar(council(), title="A & B <C>")
    root = parsed(chart)
    title, description = list(root)[:2]

    assert root.get("role") == "img"
    assert (title.tag, title.text) == (f"{SVG}title", "A & B <C>")
    assert (description.tag, description.text) == (f"{SVG}desc", chart.alt_text)
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_nothing_in_it_needs_a_style() -> None:
    """Looks are attributes: a page's policy cannot take them away, and none leaks into the page."""
    document = chart_bytes(cs.radar(council(), against=last_year()), "a.svg").decode()

    assert "style=" not in document
    assert "<style" not in document
    assert "<script" not in document


@pytest.mark.parametrize("name", SAMPLED)
def test_every_reference_leads_to_something(name: str) -> None:
    """What is drawn by reference is there, once."""
    root = parsed(SAMPLES[name]())
    ids = Counter(each.get("id") for each in root.iter() if each.get("id"))
    text = ET.tostring(root, encoding="unicode")
    wanted = set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', text))

    assert set(ids.values()) == {1}
    assert {one or other for one, other in wanted} <= set(ids)


def test_two_charts_in_a_page_share_no_id() -> None:
    """Charts of one page do not point into one another."""
    ids = [
        {each.get("id") for each in parsed(chart).iter() if each.get("id")}
        for chart in (cs.radar(council()), cs.dots(council()), cs.radar(last_year()))
    ]

    assert all(ids)
    assert sum(map(len, ids)) == len(set.union(*ids))


def test_council_text_cannot_become_markup() -> None:
    """Markup in a name is letters, wherever it stands."""
    card = rated(framework_of(3, 1, title='</text><script>x</script>" style="x: y'), some)
    root = parsed(cs.radar(card, title=HOSTILE))

    assert not list(root.iter(f"{SVG}script"))
    assert all(each.get("style") is None for each in root.iter())
    assert next(root.iter(f"{SVG}title")).text == HOSTILE


def test_a_browser_draws_it_under_the_strictest_policy(opened: Any) -> None:
    """With no style and no script allowed, lines keep their colours and text its font."""
    opened.set_content(page(cs.radar(council(), against=last_year()), cs.dots(council())))
    colour, size, family, weight = opened.evaluate(LOOKS)

    assert colour == "rgb(244, 106, 37)"
    assert (size, weight) == ("14px", "700")
    assert family == '"DejaVu Sans", Verdana, sans-serif'


@pytest.mark.parametrize("name", SAMPLED)
def test_no_text_touches_another_in_a_browser(opened: Any, name: str) -> None:
    """A browser's own letters leave labels clear of one another and inside the picture."""
    opened.set_content(page(SAMPLES[name]()))
    boxes = opened.evaluate(BOXES)
    frame = opened.evaluate(
        "() => { const box = document.querySelector('svg').getBoundingClientRect();"
        " return [box.left, box.top, box.right, box.bottom]; }"
    )

    assert _touching(boxes) == []
    assert [each[0] for each in boxes if each[1] < frame[0] or each[3] > frame[2]] == []
    assert [each[0] for each in boxes if each[2] < frame[1] or each[4] > frame[3]] == []


def _touching(boxes: list[list[Any]]) -> list[tuple[str, str]]:
    found = []
    for place, (one, *a) in enumerate(boxes):
        for other, *b in boxes[place + 1 :]:
            across = min(a[2], b[2]) - max(a[0], b[0])
            # Boxes of letters in a browser hold the space above and below them too.
            down = min(a[3], b[3]) - max(a[1], b[1])
            if across > 1 and down > 4:
                found.append((one, other))
    return found


def test_a_screen_reader_meets_one_image_with_its_words(opened: Any) -> None:
    """In the accessibility tree a chart is one image, named by its title and description."""
    chart = cs.radar(council())
    opened.set_content(page(chart))
    image = opened.get_by_role("img")

    assert image.count() == 1
    assert opened.get_by_role("img", name=chart.title).count() == 1
