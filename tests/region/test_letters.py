"""Letters to buddies: two names, no score; and the region's list, which has all names."""

from __future__ import annotations

import json
import re

from hypothesis import given

import commissioning_standards as cs
from commissioning_standards.examples.region import council_names, invented_region
from commissioning_standards.region.councils import CouncilRound, council_rounds
from commissioning_standards.region.helping.buddies import Buddies, buddies
from commissioning_standards.region.helping.buddy_list import (
    LIST_FILES,
    buddies_document,
    buddy_files,
)
from commissioning_standards.region.helping.letters import letters
from commissioning_standards.region.summary import summarise

from .by_figures import FRAMEWORK, council
from .test_buddies import NAMES, regions

BOTH = (
    council("Ash", {1: "1.37", 2: "3.41", 3: "1.37"}, ["1", "3"]),
    council("Birch", {1: "3.41", 2: "1.37", 3: "3.41"}, ["2"]),
)
ALONE = council("Cedar", {1: "1"}, ["1"], named=None)
WIDEST = 80


def matched(*councils: CouncilRound) -> Buddies:
    """Buddies among councils of the small framework."""
    return buddies(councils, framework=FRAMEWORK)


def test_each_of_the_two_has_a_letter() -> None:
    """There is a folder for each council, and in it a letter that names the other."""
    assert set(letters(matched(*BOTH, ALONE))) == {"ash/birch.txt", "birch/ash.txt"}


def test_a_letter_says_who_asked_with_what() -> None:
    """Both directions stand in one letter, each from where its reader stands."""
    text = letters(matched(*BOTH))["ash/birch.txt"]

    assert "Birch may be able to help you\n\nYou asked for help with:\n  1 Standard 1\n" in text
    assert "You may be able to help Birch\n\nThey asked for help with:\n  2 Standard 2\n" in text
    assert text.startswith("Confidential: for Ash only")
    assert "What neither of you is told" in text


def test_a_helper_that_asks_for_nothing_is_told_so_much() -> None:
    """One direction only, where only one asked."""
    helper = council("Birch", {1: "4"})
    found = letters(matched(council("Ash", {1: "1"}, ["1"]), helper))

    assert "may be able to help you" not in found["birch/ash.txt"]
    assert "You may be able to help" not in found["ash/birch.txt"]


def test_a_letter_tells_no_score() -> None:
    """But for a whole level there is no figure of either council in it."""
    for text in letters(matched(*BOTH)).values():
        assert not re.search(r"1[.]37|3[.]41|137|341", text)


def test_a_letter_says_what_it_was_made_from() -> None:
    """Framework, edition, rule, software and the sums of both returns."""
    text = letters(matched(*BOTH))["ash/birch.txt"]

    assert "Framework small, edition 1" in text
    assert "rule mean, version 1" in text
    assert "0" * 64 in text


def test_a_letter_needs_no_sums() -> None:
    """A return that was never a file has no sum to tell."""
    framework = cs.load_framework("route-map")
    rounds = council_rounds(map(summarise, invented_region(framework, seed=2, councils=15)))

    for text in letters(buddies(rounds)).values():
        assert "sha256" not in text


def test_letters_fit_a_page() -> None:
    """No line is longer than a plain text may be, but for a sum."""
    lines = [line for text in letters(matched(*BOTH)).values() for line in text.splitlines()]

    assert max(len(line) for line in lines) <= WIDEST


@given(regions())
def test_no_letter_holds_a_third_name(councils: list[CouncilRound]) -> None:
    """Whoever is matched, a letter names the two it is between and nobody else."""
    for name, text in letters(matched(*councils)).items():
        two = set(name.removesuffix(".txt").split("/"))

        assert {each.lower() for each in NAMES if each in text} == two


def test_no_letter_of_a_country_holds_a_third_name() -> None:
    """So it is for 153 councils with the names that they have."""
    framework = cs.load_framework("route-map")
    rounds = council_rounds(map(summarise, invented_region(framework, seed=3, councils=153)))
    found = letters(buddies(rounds))
    names = {name.casefold().replace(" ", "-"): name for name in council_names(153)}

    assert len(found) > 100
    for file, text in found.items():
        two = set(file.removesuffix(".txt").split("/"))
        flowing = " ".join(text.split())
        assert {key for key, name in names.items() if name in flowing} == two


def test_a_name_that_cannot_break_a_line() -> None:
    """A name is text, whatever stands in it."""
    found = letters(matched(council("Ash\nand Elm", {1: "1"}, ["1"]), council("Birch", {1: "4"})))

    assert "Ash and Elm" in found["birch/ash-and-elm.txt"]


def test_the_region_has_a_list_of_all() -> None:
    """As text and JSON: who can help whom, and what could not be met and why."""
    found = matched(*BOTH, ALONE)
    files = buddy_files(found)
    text = files[LIST_FILES[0]].decode()

    assert set(files) == {*LIST_FILES, *(f"confidential/buddies/{each}" for each in letters(found))}
    assert text.startswith("Confidential: the region's own list.")
    assert "Askings for help that are met: 3 of 4." in text
    assert "Cedar asks for help with 1 Standard 1\n  The council has not said" in text
    assert json.loads(files[LIST_FILES[1]]) == buddies_document(found)


def test_the_list_of_an_empty_region_says_so() -> None:
    """Nothing was asked, and nothing is missing."""
    text = buddy_files(buddies([]))[LIST_FILES[0]].decode()

    assert "met: 0 of 0" in text
    assert "could not be met" not in text


def test_the_list_holds_no_score() -> None:
    """The region does not need one to send the letters."""
    for content in buddy_files(matched(*BOTH, ALONE)).values():
        assert b"1.37" not in content
        assert b"3.41" not in content
