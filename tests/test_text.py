"""Text is kept the same in Excel, JSON and on paper."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commissioning_standards.text import tidy_text

anything = st.text(st.characters(exclude_categories=()), max_size=40)


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
