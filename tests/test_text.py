"""Text is kept the same in Excel, JSON and on paper."""

from __future__ import annotations

import json
import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commissioning_standards.text import contained, in_a_sentence, tidy_text

anything = st.text(st.characters(exclude_categories=()), max_size=40)
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


@pytest.mark.parametrize("text", ["one\r\ntwo", "one\rtwo", "one\ntwo"])
def test_line_ends_become_one_kind(text: str) -> None:
    """Line ends of Windows, old Macs and Unix all become the same."""
    expected = "one\ntwo"
    actual = tidy_text(text)

    assert expected == actual


def test_both_ends_are_trimmed() -> None:
    """Spaces, tabs and empty lines go from both ends, and stay in the middle."""
    expected = "We  asked\n\nthem."
    actual = tidy_text(" \n\t We  asked\n\nthem. \n\u00a0")

    assert expected == actual


@pytest.mark.parametrize(
    "char", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\uffff"]
)
def test_what_no_document_can_hold_is_dropped(char: str) -> None:
    """Control characters, lone surrogates and noncharacters go, and their neighbours stay."""
    expected = "before"
    actual = tidy_text(f"be{char}fore")

    assert expected == actual


def test_trimming_sees_through_what_is_dropped() -> None:
    """A space beside a dropped character is still a space at the end."""
    expected = "said"
    actual = tidy_text("\x00 said \x00 ")

    assert expected == actual


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "_x000D_",
        "Zoë O’Brien – 50 % <b>",
        "one\ttwo",
        "🧑‍🦽",
        "مرحبا",
        "\u202eabc",
        "a\u200bb",
    ],
)
def test_everything_else_is_kept_as_it_is(text: str) -> None:
    """Formulas, markup, accents, tabs, emoji and right-to-left text are nobody's to change."""
    actual = tidy_text(text)

    assert text == actual


@pytest.mark.parametrize("text", ["", "   ", "\x00\x00", "\r\n\t"])
def test_text_with_nothing_to_keep_is_blank(text: str) -> None:
    """Text of spaces and unprintable characters only is no text."""
    expected = ""
    actual = tidy_text(text)

    assert expected == actual


@given(anything)
def test_tidy_text_stays_as_it_is(text: str) -> None:
    """Tidying twice changes no more than tidying once."""
    once = tidy_text(text)
    twice = tidy_text(once)

    assert once == twice


@given(anything)
def test_tidy_text_comes_back_from_json(text: str) -> None:
    """Tidy text is the same after a journey through a JSON file in UTF-8."""
    expected = tidy_text(text)
    actual = json.loads(json.dumps(expected, ensure_ascii=False).encode())

    assert expected == actual


@given(anything)
def test_tidy_text_comes_back_from_xml(text: str) -> None:
    """Tidy text is the same after a journey through XML, which workbooks are made of."""
    expected = tidy_text(text)
    element = ET.Element("t")
    element.text = expected
    actual = ET.fromstring(ET.tostring(element, encoding="utf-8")).text or ""  # noqa: S314

    assert expected == actual


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
