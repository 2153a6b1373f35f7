"""The built site: no warning, nothing from elsewhere, accessible, and whole on a phone."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

import commissioning_standards as cs
from tests.browser import browser as chromium
from tests.docs.pages import DOCS, ROOT

MAIN = (
    "index.html",
    "commission/fill-in-the-workbook.html",
    "commission/hold-a-moderation-meeting.html",
    "script/how-to.html",
    "notebook.html",
    "reference/scores.html",
    "commands.html",
    "what-is-protected.html",
    "charts.html",
)
EVERY = (
    each.relative_to(DOCS).with_suffix(".html").as_posix()
    for each in (*DOCS.rglob("*.md"), *DOCS.rglob("*.ipynb"))
)
OTHERS = sorted(set(EVERY) - set(MAIN))
LEVEL_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
PHONE, DESK = 320, 1300
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as CI builds it, which also runs the notebook."""
    folder = tmp_path_factory.mktemp("site")
    options = ["-W", "--keep-going", "-n", "-q", "-d", str(folder / "doctrees")]
    command = [sys.executable, "-m", "sphinx", *options, str(DOCS), str(folder / "html")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)

    assert done.returncode == 0, done.stderr
    return folder / "html"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for the pages of the site."""
    with chromium() as found:
        yield found


class Loaded(HTMLParser):
    """What a page loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag loads."""
        given = dict(attrs)
        if tag in LOADED and given.get(LOADED[tag]):
            self.addresses.append(str(given[LOADED[tag]]))


def test_every_page_is_built(site: Path) -> None:
    """Each page of the docs has become a page of the site."""
    sources = [*DOCS.rglob("*.md"), *DOCS.rglob("*.ipynb")]
    wanted = {each.relative_to(DOCS).with_suffix(".html") for each in sources}

    assert {each for each in wanted if not (site / each).is_file()} == set()


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """No script, style, font or picture comes from the internet."""
    for each in site.rglob("*.html"):
        page = Loaded()
        page.feed(each.read_text("utf-8"))

        assert [to for to in page.addresses if "//" in to and not to.startswith("data:")] == []
    for style in site.rglob("*.css"):
        assert (
            re.findall(r"url\(['\"]?(?:https?:)?//[^)]*|@import[^;]*", style.read_text("utf-8"))
            == []
        )


def test_every_public_name_has_its_place(site: Path) -> None:
    """Each name of the package can be linked to in the reference."""
    pages = "".join(each.read_text("utf-8") for each in (site / "reference").glob("*.html"))

    assert [name for name in cs.__all__ if f'id="{cs.__name__}.{name}"' not in pages] == []


def test_the_notebook_was_run(site: Path) -> None:
    """Its page shows tables and charts that no file in the project holds."""
    page = (site / "notebook.html").read_text("utf-8")

    assert page.count("tex2jax_ignore mathjax_ignore") >= 5
    assert page.count("<caption") >= 5
    assert page.count("data:image/svg+xml;base64") + page.count('class="output') >= 10


def faults(browser: Browser, page: Path, width: int, scheme: str) -> tuple[str, bool]:
    """What axe finds on a page at a width, and whether anything is wider than the screen."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    opened = context.new_page()
    opened.goto(page.as_uri())
    found = Axe().run(opened, options={"runOnly": {"type": "tag", "values": LEVEL_AA}})
    wider = bool(opened.evaluate(WIDER))
    context.close()
    return json.dumps(found.response["violations"]), wider


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", MAIN)
def test_the_main_pages_are_accessible(
    site: Path, browser: Browser, name: str, scheme: str
) -> None:
    """At a desk and on a phone, axe finds no fault of level A or AA, and nothing is cut off."""
    for width in (PHONE, DESK):
        assert faults(browser, site / name, width, scheme) == ("[]", False)


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_page_is_accessible_on_a_phone(site: Path, browser: Browser, name: str) -> None:
    """Nor does it find any on the rest of the site, where there is least room and light."""
    assert faults(browser, site / name, PHONE, "dark") == ("[]", False)
