"""The paper as one web page."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from attrs import evolve

from commissioning_standards.reports.as_html import page
from commissioning_standards.reports.document import (
    Bullets,
    Document,
    Paragraph,
    Section,
    Statement,
    linked,
)
from tests.reports.papers import texts

VOID = {"meta", "img", "br", "link"}


class Reader(HTMLParser):
    """Reads a page as a browser does: its tags in order, and its text."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.said: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A tag closes the one that opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text outside styles is said."""
        if "style" not in self.open:
            self.said.append(data)

    @property
    def text(self) -> str:
        """All that is said, on one line."""
        return " ".join("".join(self.said).split())


@pytest.fixture(scope="module")
def read(rich_pack: Document) -> Reader:
    """The richest pack, read."""
    return Reader(page(rich_pack))


def test_every_tag_is_closed(read: Reader) -> None:
    """The page is well formed to its end."""
    assert read.open == []


def test_headings_skip_no_level(read: Reader) -> None:
    """One h1, and below it no level is left out."""
    levels = [int(tag[1]) for tag, _ in read.tags if tag in {f"h{each}" for each in range(1, 7)}]
    jumps = [deep - last for last, deep in pairwise(levels)]

    assert (levels[0], levels.count(1), max(jumps)) == (1, 1, 1)


def test_every_id_is_its_own_and_every_link_within_leads_somewhere(read: Reader) -> None:
    """The contents lead to sections that are there."""
    names = [each["id"] for _, each in read.tags if "id" in each]
    links = [str(each["href"]) for tag, each in read.tags if tag == "a"]
    within = [each[1:] for each in links if each.startswith("#")]

    assert len(set(names)) == len(names)
    assert set(within) <= set(names)


def test_every_picture_has_words(read: Reader) -> None:
    """Each image says what it shows, and is inside the page."""
    images = [each for tag, each in read.tags if tag == "img"]

    assert images
    assert all(each["alt"] and str(each["src"]).startswith("data:image/") for each in images)


def test_every_table_names_its_columns_and_rows(read: Reader) -> None:
    """Each header says what it is the header of."""
    scopes = {each.get("scope") for tag, each in read.tags if tag == "th"}
    tags = [tag for tag, _ in read.tags]

    assert scopes == {"col", "row"}
    assert tags.count("table") == tags.count("caption") == tags.count("thead") > 12


def test_everything_that_the_paper_says_is_on_the_page(read: Reader, rich_pack: Document) -> None:
    """No text of the paper is missing; the words of a picture are its alternative text."""
    alts = {each.alt for each in rich_pack.pictures}
    missing = [
        each
        for each in texts(rich_pack)
        if each not in alts and plain(each) not in plain(read.text)
    ]

    assert missing == []


def plain(text: str) -> str:
    """Words without what stands between the parts of a list, which the page has as a list."""
    return " ".join(text.replace(";", " ").split()).rstrip(".")


def test_each_generated_sentence_names_its_rule(read: Reader, rich_pack: Document) -> None:
    """A script can find which rule made a sentence."""
    rules = {each["data-rule"] for _, each in read.tags if "data-rule" in each}

    assert rules == {said.rule for _, said in rich_pack.statements}


def test_there_is_no_script_and_nothing_is_fetched(read: Reader) -> None:
    """No tag could run anything or fetch anything."""
    tags = {tag for tag, _ in read.tags}
    attributes = {name for _, each in read.tags for name in each}

    assert not tags & {"script", "iframe", "object", "embed", "link", "form", "svg", "base"}
    assert [each for each in attributes if each.startswith("on") or each == "style"] == []


def test_looks_and_lists_are_told_apart() -> None:
    """Notes, numbered lists and links come out as such; a crest comes with its words."""
    blocks = (
        Paragraph("Mind this", "note"),
        Bullets(["First"], numbered=True),
        Bullets([linked("Plan", "https://a.example/"), Statement("none", "Nothing.")]),
    )
    paper = Document(
        "T", "", [Section("s", "S", blocks)], ["From"], "#801650", b"\x89PNG", "A tree"
    )
    html = page(paper)

    assert '<p class="note"><bdi>Mind this</bdi></p>' in html
    assert "<ol>\n<li><bdi>First</bdi></li>\n</ol>" in html
    assert '<a href="https://a.example/"><bdi>Plan</bdi></a>' in html
    assert 'alt="A tree"' in html
    assert 'class="lead"' not in html


def test_the_same_paper_gives_the_same_bytes(pack: Document) -> None:
    """Nothing of the moment is in the page."""
    assert page(pack) == page(pack)


def test_what_it_was_made_from_stands_in_it_once(rich_pack: Document) -> None:
    """A section tells it; where a council leaves that section out, the foot of the page does."""
    sentence = next(each for each in rich_pack.made_from if each.startswith("Digest"))
    told = [said for section, said in rich_pack.statements if said.text == sentence]
    without = evolve(rich_pack, sections=rich_pack.sections[:1])

    assert len(told) == 1
    assert Reader(page(rich_pack)).text.count(sentence) == 1
    assert Reader(page(without)).text.count(sentence) == 1
