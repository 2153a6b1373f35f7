"""Both pages in a real browser: accessible, whole, and readable wherever they are opened."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser
from pypdf import PdfReader

from commissioning_standards.reports.account.builder import public_material
from commissioning_standards.reports.making import account_files, pack_files
from commissioning_standards.reports.material import Material
from tests.browser import A4, BROKEN_WORDS
from tests.browser import browser as chromium

LEVEL_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# Every element that has text of its own, but for the link that is seen only when it is reached,
# and the names of tables that stand below a heading which says the same.
TEXTS = """
const seen = "*:not(.skip):not(.skip *):not(.unseen)";
const texts = [...document.body.querySelectorAll(seen)].filter(each =>
  [...each.childNodes].some(part => part.nodeType === 3 && part.data.trim()));
const named = each => each.textContent.trim().slice(0, 60);
"""
CUT_OFF = f"""() => {{ {TEXTS}
  const clips = each => getComputedStyle(each).overflowX === "hidden"
    && each.scrollWidth > each.clientWidth;
  const gone = each => {{ const box = each.getBoundingClientRect();
    return box.width === 0 || box.height === 0 || !each.checkVisibility(
      {{ opacityProperty: true, visibilityProperty: true }}); }};
  const all = [...document.body.querySelectorAll("*:not(.unseen)")];
  return [...texts.filter(gone), ...all.filter(clips)].map(named); }}"""
OUT_OF_REACH = f"""() => {{ {TEXTS}
  const beyond = each => {{ const box = each.getBoundingClientRect();
    return box.left < 0 || box.right > document.documentElement.clientWidth + 1; }};
  return texts.filter(each => !each.closest(".scroll") && beyond(each)).map(named); }}"""
SQUEEZED = """() => [...document.querySelectorAll("main p, main li, th, td, h1, h2, h3, h4, h5")]
  .filter(each => each.getBoundingClientRect().width < 44)
  .map(each => each.textContent.slice(0, 60))"""
COVERED = f"""() => {{ {TEXTS}
  const hidden = each => {{
    each.scrollIntoView({{ block: "start", inline: "start", behavior: "instant" }});
    const range = document.createRange();
    range.selectNodeContents(each);
    const box = [...range.getClientRects()].find(part => part.width > 0);
    const x = box.left + Math.min(box.width, 8) / 2, y = box.top + box.height / 2;
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return true;
    const top = document.elementFromPoint(x, y);
    return !(top && (each.contains(top) || top.contains(each))); }};
  return texts.filter(hidden).map(named); }}"""
FOCUS = "document.activeElement.className + ' ' + document.activeElement.tagName"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the tests of this file."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="module", params=["pack", "account"])
def address(
    request: pytest.FixtureRequest, rich: Material, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The address of the page of everything at once."""
    files = (
        pack_files(rich, web_only=True)
        if request.param == "pack"
        else account_files(public_material(rich))
    )
    path: Path = tmp_path_factory.mktemp(request.param) / "page.html"
    path.write_bytes(next(iter(files.values())))
    return path.as_uri()


def opened(browser: Browser, address: str, *, unfolded: bool = True, **options: Any) -> Any:
    """A page, opened in a window of its own, with nothing folded away unless asked for."""
    page = browser.new_context(**options).new_page()
    page.goto(address)
    if unfolded and options.get("java_script_enabled", True):
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_checker_finds_no_barrier(browser: Browser, address: str, scheme: str) -> None:
    """Axe-core finds no violation of WCAG 2.2 at A and AA, by day and in the dark."""
    page = opened(browser, address, color_scheme=scheme, bypass_csp=True)
    found = Axe().run(page, options={"runOnly": LEVEL_AA})

    assert found.violations_count == 0, found.generate_report()


def test_nothing_is_refused_and_nothing_is_fetched(browser: Browser, address: str) -> None:
    """The page keeps to its own policy, and asks for no file but itself."""
    said: list[str] = []
    asked: list[str] = []
    page = browser.new_context().new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)

    assert said == []
    assert [each for each in asked if not each.startswith("data:image/")] == [address]


def test_no_word_of_a_table_is_broken_on_paper(browser: Browser, address: str) -> None:
    """Printed on A4, each column of each table is as wide as its longest word."""
    page = opened(browser, address, viewport=A4)
    page.emulate_media(media="print")

    assert page.evaluate(BROKEN_WORDS) == []
    assert page.evaluate(WIDER) is False


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_its_window(browser: Browser, address: str, width: int) -> None:
    """At 320 pixels, which is also 400 % zoom of 1,280, only tables and pictures scroll."""
    page = opened(browser, address, viewport={"width": width, "height": 800})

    assert page.evaluate(WIDER) is False


@pytest.mark.parametrize(("width", "height"), [(320, 256), (256, 320)])
def test_it_can_be_read_at_400_per_cent(
    browser: Browser, address: str, width: int, height: int
) -> None:
    """A window of 1,280 by 1,024 at 400 % zoom, or one on its side, hides and squeezes nothing."""
    size = {"width": width, "height": height}
    page = opened(browser, address, viewport=size, device_scale_factor=4)

    assert page.evaluate("[innerWidth, innerHeight, devicePixelRatio]") == [width, height, 4]
    assert page.evaluate(WIDER) is False
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(OUT_OF_REACH) == []
    assert page.evaluate(SQUEEZED) == []


def test_every_line_can_be_scrolled_to_at_400_per_cent(browser: Browser, address: str) -> None:
    """From the first word to the last, each text comes into the window and is on top there."""
    size = {"width": 320, "height": 256}
    page = opened(browser, address, viewport=size, device_scale_factor=4)
    hidden = page.evaluate(COVERED)

    assert hidden == []


def test_it_is_whole_without_script(browser: Browser, address: str) -> None:
    """With scripts switched off, the same text is there."""
    without = opened(browser, address, java_script_enabled=False)
    with_script = opened(browser, address, unfolded=False)

    assert without.locator("main").inner_text() == with_script.locator("main").inner_text()


def test_it_can_be_used_by_keyboard_alone(browser: Browser, address: str) -> None:
    """The first key leads past the top, and what scrolls can be reached and is seen to be."""
    page = opened(browser, address)
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUS)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert first == "skip A"
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_it_can_be_seen_in_forced_colours(browser: Browser, address: str) -> None:
    """In forced colours, text and lines take the reader's own colours."""
    page = opened(browser, address, forced_colors="active", color_scheme="dark")
    colours = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )

    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_what_is_folded_away_opens_by_keyboard(browser: Browser, address: str) -> None:
    """Whatever a page folds away can be reached, pressed and read; the pack folds nothing."""
    page = opened(browser, address, unfolded=False)
    folded = page.locator("details")
    seen = []
    for each in folded.all():
        each.locator("summary").focus()
        before = each.locator("table").is_visible()
        page.keyboard.press("Enter")
        seen.append((before, each.locator("table").is_visible()))

    assert seen == ([(False, True)] if "account" in address else [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_folded_page_has_no_barrier(browser: Browser, address: str, scheme: str) -> None:
    """As it is first opened, with its last part closed, a checker finds nothing either."""
    page = opened(browser, address, unfolded=False, color_scheme=scheme, bypass_csp=True)
    found = Axe().run(page, options={"runOnly": LEVEL_AA})

    assert found.violations_count == 0, found.generate_report()


def test_every_picture_is_drawn(browser: Browser, address: str) -> None:
    """Each chart inside the page has a size, and its styles are not refused."""
    page = opened(browser, address)
    sizes = page.evaluate("[...document.images].map(each => each.naturalWidth)")
    shot = page.locator("img.chart").first.screenshot()
    colours = Image.open(BytesIO(shot)).convert("RGB").getcolors(1_000_000) or []

    assert sizes
    assert all(sizes)
    assert (18, 67, 109) in {colour for _, colour in colours}


def test_it_prints_on_a4(browser: Browser, address: str) -> None:
    """Printed, every page is A4 and has something on it, and the last words are there."""
    content = opened(browser, address, unfolded=False).pdf(prefer_css_page_size=True)
    pages = PdfReader(BytesIO(content)).pages
    sizes = {(round(each.mediabox.width), round(each.mediabox.height)) for each in pages}
    texts = [each.extract_text() for each in pages]

    assert sizes == {(595, 842)}
    assert [number for number, text in enumerate(texts) if len(text.strip()) < 2] == []
    assert "What the paper was made from, and by which rule and version" in " ".join(
        " ".join(texts).split()
    )
