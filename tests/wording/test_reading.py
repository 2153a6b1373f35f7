"""How hard the words are to read, measured, with every text beyond its bound listed.

The measure is the Automated Readability Index, which counts letters a word and
words a sentence; five added to it is about the age at which a child in school
reads the text with ease. It is rough for a text this short, so it points at
texts to look at again: those that stay are listed with the reason.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from statistics import median

import pytest
import textstat

from tests.wording.said import EVERYTHING, Said

LISTED = tomllib.loads((Path(__file__).parent / "hard-to-read.toml").read_text("utf-8"))
BOUNDS: dict[str, float] = LISTED["bounds"]
REASONS: dict[str, str] = LISTED["reasons"]
PLAIN_MEDIAN = 6
MEASURED = [each for each in EVERYTHING if each.kind in BOUNDS]


def index_of(said: Said) -> float:
    """The Automated Readability Index of a text."""
    return float(textstat.automated_readability_index(said.text))


def test_every_kind_of_text_has_a_bound() -> None:
    """Nothing is left unmeasured but names, and who made the framework."""
    assert {each.kind for each in EVERYTHING} - set(BOUNDS) == {"name", "header"}


def test_every_text_beyond_its_bound_is_listed() -> None:
    """A text harder than its kind allows is listed with a reason, and no other is."""
    hard = {each.where for each in MEASURED if index_of(each) > BOUNDS[each.kind]}

    assert hard == set(REASONS)


@pytest.mark.parametrize("kind", ["statement", "quick"])
def test_plain_words_are_for_a_reader_of_about_twelve(kind: str) -> None:
    """Half of the plain texts, or more, are easy for a reader of eleven."""
    assert median(index_of(each) for each in EVERYTHING if each.kind == kind) <= PLAIN_MEDIAN
