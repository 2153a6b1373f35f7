"""The words themselves: spelt as in Britain, and everyday or explained."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from textstat.backend.utils import get_lang_easy_words

from tests.wording.said import EVERYTHING, FRAMEWORK, words_of

HERE = Path(__file__).parent
EVERYDAY = get_lang_easy_words("en_US")
ENDINGS = ("'s", "s'", "s", "es", "ed", "d", "er", "r", "ing", "ly")


def listed(name: str) -> frozenset[str]:
    """The words of a list beside this file, one a line."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


PLAIN_WORDS = listed("plain-words.txt")
EXPLAINED = {word for term in FRAMEWORK.glossary for word in words_of(term.term.casefold())}


def used() -> set[str]:
    """Every word of every text, in small letters."""
    return {word.casefold() for said in EVERYTHING for word in words_of(said.text)}


def roots(word: str) -> set[str]:
    """A word, and what it may be made of."""
    stems = {word, *(word.removesuffix(ending) for ending in ENDINGS)}
    doubled = {stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]}
    return stems | doubled | {f"{stem}e" for stem in stems} | {re.sub("i$", "y", s) for s in stems}


def is_known(word: str) -> bool:
    """Whether a word is everyday, explained in the glossary, or listed as plain enough."""
    return not roots(word).isdisjoint(EVERYDAY | EXPLAINED | PLAIN_WORDS)


def spelling(words: str) -> list[str]:
    """The words that the British dictionary does not know."""
    program = shutil.which("hunspell")
    assert program, "Install hunspell and its en_GB dictionary (Debian: hunspell hunspell-en-gb)"
    command = [program, "-d", "en_GB", "-l", "-p", str(HERE / "our-words.txt")]
    found = subprocess.run(command, input=words, text=True, capture_output=True, check=True)
    return sorted(set(found.stdout.split()))


def test_every_word_is_spelt_as_in_britain() -> None:
    """The British dictionary and the project's own list know every word."""
    assert spelling("\n".join(said.text.replace("’", "'") for said in EVERYTHING)) == []


def test_the_spelling_check_finds_what_is_wrong() -> None:
    """A slip and an American spelling are found."""
    assert spelling("comissioning behavior coproduction behaviour") == ["behavior", "comissioning"]


def test_every_word_is_everyday_or_explained() -> None:
    """A word that is not everyday is in the glossary, or listed as plain enough for anybody."""
    assert sorted(word for word in used() if not is_known(word)) == []


def test_no_word_is_listed_for_nothing() -> None:
    """The list of plain words holds none that the texts no longer use, or that need no listing."""
    needed = {word for word in PLAIN_WORDS if roots(word).isdisjoint(EVERYDAY | EXPLAINED)}
    at_work = set().union(*map(roots, used()))

    assert sorted(PLAIN_WORDS - needed) == []
    assert sorted(PLAIN_WORDS - at_work) == []


@pytest.mark.parametrize("term", [each.term for each in FRAMEWORK.glossary])
def test_every_term_of_the_glossary_is_used(term: str) -> None:
    """The glossary explains what stands in the standards, and nothing else."""
    laws = " ".join(f"{duty.law} {duty.section}" for s in FRAMEWORK.standards for duty in s.duties)
    texts = " ".join(said.text for said in EVERYTHING if said.kind != "glossary")

    stem = re.escape(term.partition(" (")[0].rstrip("y"))

    assert re.search(rf"\b{stem}", f"{texts} {laws}", re.IGNORECASE)
