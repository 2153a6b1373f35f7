"""Hostile text in every field: it comes out as text, nothing is lost, and nothing runs."""

from __future__ import annotations

import csv
import datetime
from io import BytesIO, StringIO
from typing import Any

import docx
import pytest
from attrs import evolve
from pptx import Presentation

import commissioning_standards as cs
from commissioning_standards.reports.account.builder import account_document, public_material
from commissioning_standards.reports.as_html import page
from commissioning_standards.reports.as_slides import slide_file
from commissioning_standards.reports.as_word import word_file
from commissioning_standards.reports.data import pack_data
from commissioning_standards.reports.material import gather
from commissioning_standards.reports.pack.builder import pack_document
from commissioning_standards.reports.pictures import pack_pictures
from commissioning_standards.reports.settings import Entry, SignOff, standard_settings
from commissioning_standards.reports.slides import slides
from tests.reports.papers import DAY
from tests.reports.test_html import Reader

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": '" onload="alert(1)" x=\'',
    "council": "<Council> & Sons",
    "template": "{{ 7*7 }}{% for x in y %}{# no #}",
    "formula": "=cmd|'/c calc'!A1",
    "right to left": "abc \u202egnp.exe",
    "isolate": "\u2067abc",
    "longest": "word " * 6_553 + "ab",
    "unbroken": "x" * 32_767,
    "emoji": "👩🏽\u200d🦽 café ½",
    "lines": "one\ntwo\tthree",
    "escape": "_x000D_ \\u202e &lt;b&gt; %3Cscript%3E",
    "field": "{ HYPERLINK x } \\* MERGEFORMAT",
}


def hostile(framework: cs.Framework, text: str) -> cs.Assessment:
    """A return with one text in every field that takes any."""
    ratings = [
        cs.Rating(each.id, framework.scale.levels[0], comment=text)
        for each in framework.criteria[:5]
    ]
    return cs.Assessment(
        framework,
        ratings,
        council=text,
        period=text,
        respondent=cs.Respondent(text, cs.Voice.LEADERS),
        evidence=[cs.Evidence(text, "1", date=DAY, owner=text, link=text, public=True, notes=text)],
        actions=[
            cs.Action(text, "1", text, datetime.date(2026, 1, 1), text, cs.Status.IN_PROGRESS, text)
        ],
        source=cs.Source(text, "ab" * 32),
    )


def settings(text: str) -> cs.Settings:
    """Settings with one text in every field that takes any."""
    brought = standard_settings()
    words = (text,)
    pack = evolve(brought.pack, scope=words, key_questions=words, timetable=words)
    account = evolve(
        brought.account,
        aims=words,
        people_said=words,
        all_actions=True,
        have_your_say=(Entry(text),),
        signed_off=(SignOff(text, DAY, text),),
        contact=(Entry(text),),
        accessibility=words,
    )
    council = evolve(brought.council, name=text, crest_alt=text)
    return evolve(brought, pack=pack, account=account, council=council)


def plain(text: str) -> str:
    """Text on one line, without the marks that end a turn of direction."""
    return " ".join(text.replace("\u202c", "").replace("\u2069", "").split())


@pytest.fixture(scope="module", params=list(HOSTILE.values()), ids=list(HOSTILE))
def text(request: pytest.FixtureRequest) -> str:
    """One hostile text after another."""
    return str(request.param)


@pytest.fixture(scope="module")
def material(route_map: cs.Framework, text: str) -> Any:
    """A paper's material with that text everywhere."""
    view = cs.OutsideView(text, [text], [cs.ViewTable(text, (text,), [(text,)])], text)
    return gather(hostile(route_map, text), on=DAY, views=[view], settings=settings(text))


def test_it_is_text_on_both_pages(material: Any, text: str) -> None:
    """The pages stay whole, say it word for word, and run nothing."""
    for document in (
        pack_document(material, {}),
        account_document(public_material(material), ()),
    ):
        read = Reader(page(document))
        links = [str(each["href"]) for tag, each in read.tags if tag == "a"]
        names = {name for _, each in read.tags for name in each}

        assert read.open == []
        assert plain(text) in plain(read.text)
        assert "script" not in {tag for tag, _ in read.tags}
        assert not {name for name in names if name.startswith("on") or name == "x"}
        assert all(each.startswith("#") for each in links)


def test_it_is_text_in_word(material: Any, text: str) -> None:
    """The Word file opens, and every comment is in it word for word."""
    opened = docx.Document(BytesIO(word_file(pack_document(material, {}), DAY)))
    cells = [cell for table in opened.tables for row in table.rows for cell in row.cells]

    assert [plain(each.text) for each in cells].count(plain(text)) >= 5
    assert plain(text) in {plain(each.text) for each in opened.paragraphs}
    assert not [each for each in opened.part.rels.values() if each.is_external]


def test_it_is_text_on_slides_whole_or_with_where_it_stands(material: Any, text: str) -> None:
    """The slides open; a text that is too long for one says which section has it whole."""
    opened = Presentation(BytesIO(slide_file(text, slides(material), "#12436D", DAY)))
    said = [
        plain(paragraph.text)
        for slide in opened.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
    ]
    whole = plain(text)
    cut = [each.partition("… (whole in the pack, under “Scope") for each in said]

    assert whole in said or any(rest and whole.startswith(start) for start, _, rest in cut)


def test_no_cell_of_its_data_is_a_formula(material: Any) -> None:
    """Whatever a spreadsheet could run is marked as text."""
    contents = pack_data(material, pack_document(material, {}))
    tables = [content.decode() for name, content in contents.items() if name.endswith(".csv")]
    cells = [cell for each in tables for row in csv.reader(StringIO(each)) for cell in row]

    assert len(tables) == 5
    assert [each for each in cells if each.startswith(("=", "@", "+"))] == []


def test_charts_can_be_drawn_of_it(material: Any) -> None:
    """A council's name of any kind and length makes every chart of the pack."""
    drawn = pack_pictures(material)

    assert all(len(each.png) > 1_000 for found in drawn.values() for each in found)
