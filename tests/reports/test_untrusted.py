"""Other people's text: kept as it is, and kept from doing anything."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commissioning_standards.reports.untrusted import contained, in_a_sentence, safe_link

MARKS = "\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069"
turning = st.text(st.sampled_from(f"ab \n{MARKS}"))


def depth(line: str) -> int:
    """How many marks that turn direction are still open at the end of a line."""
    open_marks: list[str] = []
    ends = {"\u202c": "override", "\u2069": "isolate"}
    for char in line:
        kind = unicodedata.bidirectional(char)
        if kind in {"LRE", "RLE", "LRO", "RLO"}:
            open_marks.append("override")
        elif kind in {"LRI", "RLI", "FSI"}:
            open_marks.append("isolate")
        elif char in ends and open_marks and open_marks[-1] == ends[char]:
            open_marks.pop()
    return len(open_marks)


@given(turning)
def test_every_mark_is_ended_on_its_line(text: str) -> None:
    """Nothing turns the text that comes after it."""
    assert [depth(line) for line in contained(text).split("\n") if depth(line)] == []


@given(turning)
def test_nothing_is_lost(text: str) -> None:
    """What stood on a line still stands there, at its start."""
    kept = contained(text).split("\n")

    assert all(line.startswith(own) for line, own in zip(kept, text.split("\n"), strict=True))


@given(st.text(st.characters(exclude_characters=MARKS)))
def test_other_text_stays_as_it_is(text: str) -> None:
    """Text without such marks is not touched."""
    assert contained(text) == text


def test_a_name_fits_a_sentence() -> None:
    """Lines become one, and a mark is ended before our words go on."""
    assert in_a_sentence(" One\n\u202etwo ") == "One \u202etwo\u202c"


@pytest.mark.parametrize(
    "link",
    [
        "https://www.borsetshire.example/a?b=c#d",
        "http://borsetshire.example",
        "mailto:care@borsetshire.example",
        "  HTTPS://BORSETSHIRE.EXAMPLE/ ",
    ],
)
def test_links_to_pages_and_addresses_are_kept(link: str) -> None:
    """A web page or an e-mail address is led to, as it was written."""
    assert safe_link(link) == link.strip()


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://a.example",
        "\\\\server\\share",
        "//a.example",
        "www.borsetshire.example",
        "https:",
        "mailto:",
        "http://[",
        "https://a.example/a b",
        "https://a.example/\u202egpj",
        "",
    ],
)
def test_other_links_lead_nowhere(link: str) -> None:
    """Whatever could run a program or open a file is no link."""
    assert safe_link(link) is None
