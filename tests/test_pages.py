"""Pages that stand alone: escaped, with nothing run and nothing fetched."""

from __future__ import annotations

import hashlib
import re
from base64 import b64decode, b64encode

import pytest
from jinja2 import TemplateNotFound

from commissioning_standards.pages import inline_picture, render_page

HOSTILE = "</title><script>alert(1)</script>\"'{{ 7*7 }}"
PAGE = render_page("base.html", title=HOSTILE, made_from=["From a return.", HOSTILE])


def test_a_page_is_whole() -> None:
    """It has a language, one heading, a landmark for its content and a way past its top."""
    assert PAGE.startswith("<!DOCTYPE html>\n")
    assert '<html lang="en-GB">' in PAGE
    assert (PAGE.count("<h1"), PAGE.count("<main")) == (1, 1)
    assert '<a class="skip" href="#main">' in PAGE
    assert PAGE.endswith("</html>\n")


def test_what_is_put_in_is_text() -> None:
    """Tags, quotes and template marks come out as they are read, and run nowhere."""
    assert "<script" not in PAGE
    assert PAGE.count("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#34;&#39;{{ 7*7 }}") == 3


def test_it_says_what_it_was_made_from() -> None:
    """Each sentence of provenance stands in the foot."""
    assert "<p>From a return.</p>" in PAGE.partition("<footer>")[2]


def test_the_policy_allows_its_own_styles_and_nothing_else() -> None:
    """The browser may use these very styles and the pictures inside the page."""
    (styles,) = re.findall(r"<style>(.*?)</style>", PAGE, re.DOTALL)
    digest = b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', PAGE)

    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_fetched() -> None:
    """No address of another place stands in an empty page."""
    assert re.findall(r"https?:|//[a-z]|@import|url\(", PAGE) == []


def test_the_accent_is_the_councils() -> None:
    """A colour given stands in the styles."""
    page = render_page("base.html", title="T", made_from=[], accent="#801650")

    assert "--accent: #801650" in page


def test_a_picture_is_held_whole() -> None:
    """A picture's address holds its bytes."""
    address = inline_picture(b"<svg/>", "svg")

    start, _, content = address.partition(",")
    assert (start, b64decode(content)) == ("data:image/svg+xml;base64", b"<svg/>")


def test_the_same_content_gives_the_same_bytes() -> None:
    """Nothing of the day or the machine is in a page."""
    assert render_page("base.html", title=HOSTILE, made_from=["From a return.", HOSTILE]) == PAGE


def test_an_unknown_template_is_a_programmers_error() -> None:
    """A template that is not there is told by its name."""
    with pytest.raises(TemplateNotFound, match=r"none\.html"):
        render_page("none.html", title="T", made_from=[])


def test_only_a_word_that_no_column_has_room_for_may_be_broken() -> None:
    """A cell with a long address lets a line break anywhere; one with words does not."""
    address = "https://example.org/a"
    rows = [["Person-centred", address], ["Undated", "Accountability"]]
    charts: list[dict[str, object]] = [
        {"name": "n", "headers": ["A", "B"], "rows": rows, "files": [], "picture": ""}
    ]
    charts[0]["chart"] = {"kind": "K", "title": "T", "alt_text": "A"}
    page = render_page("charts.html", title="T", made_from=[], charts=charts, left_out={})

    assert f'<td class="long"><bdi>{address}</bdi></td>' in page
    assert page.count('class="long"') == 1
