"""The paper as a Word file, looked at in its XML."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from commissioning_standards.charts.letters import width
from commissioning_standards.pages import LONGEST_WORD
from commissioning_standards.reports.as_word import word_file
from commissioning_standards.reports.document import (
    Bullets,
    Document,
    Paragraph,
    Picture,
    Section,
    Table,
    linked,
)
from tests.reports.papers import DAY, texts
from tests.reports.test_look import picture


@pytest.fixture(scope="module")
def content(rich_pack: Document) -> bytes:
    """The richest pack as a Word file."""
    return word_file(rich_pack, DAY)


@pytest.fixture(scope="module")
def word(content: bytes) -> Any:
    """The same, opened."""
    return docx.Document(BytesIO(content))


def small(*blocks: Any, **options: Any) -> Any:
    """A small paper, opened."""
    paper = Document("T", "", [Section("s", "S", blocks)], ["From"], "#801650", **options)
    return docx.Document(BytesIO(word_file(paper, DAY)))


def test_headings_are_real_and_skip_no_level(word: Any) -> None:
    """Each heading has a heading's style, and no level is left out."""
    styles = [each.style.name for each in word.paragraphs if each.style.name.startswith("Head")]
    levels = [int(each[-1]) for each in styles]
    jumps = [deep - last for last, deep in pairwise(levels)]

    assert (levels[0], max(jumps), max(levels)) == (1, 1, 4)
    assert [each.style.name for each in word.paragraphs].count("Title") == 1


def test_lists_are_real(word: Any) -> None:
    """Bullets and numbers are Word's own, and no dash is typed."""
    styles = {each.style.name for each in word.paragraphs}

    assert {"List Bullet", "List Bullet 2", "List Number"} <= styles


def test_every_table_repeats_its_header(word: Any) -> None:
    """The first row of each table, and no other, is a header on every page."""
    for table in word.tables:
        headers = [
            row._tr.trPr is not None and bool(row._tr.trPr.findall(qn("w:tblHeader")))
            for row in table.rows
        ]
        assert headers == [True] + [False] * (len(headers) - 1)


def test_every_table_has_a_name(word: Any) -> None:
    """A table says what it is to those who do not see it."""
    names = [each._tbl.tblPr.find(qn("w:tblCaption")) for each in word.tables]

    assert all(each is not None and each.get(qn("w:val")) for each in names)


def test_every_picture_has_words(word: Any, rich_pack: Document) -> None:
    """The words of each chart are its alternative text."""
    told = [each._inline.docPr.get("descr") for each in word.inline_shapes]

    assert told == [each.alt for each in rich_pack.pictures]


def test_it_has_a_title_and_a_language_and_no_author(word: Any) -> None:
    """Readers hear the right language, and nobody's name is in the properties."""
    about = word.core_properties
    languages = {each.get(qn("w:val")) for each in word.styles.element.iter(qn("w:lang"))}

    assert (about.title, about.language) == (
        "Borsetshire County Council: peer challenge pack",
        "en-GB",
    )
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert languages == {"en-GB"}


def test_there_are_no_text_boxes(content: bytes) -> None:
    """Everything stands in the text, where it can be edited and read out."""
    document = ZipFile(BytesIO(content)).read("word/document.xml")

    assert not any(each in document for each in (b"txbxContent", b"v:shape", b"wp:anchor"))


def test_everything_that_the_paper_says_is_in_it(word: Any, rich_pack: Document) -> None:
    """No text of the paper is missing."""
    cells = (cell.text for table in word.tables for row in table.rows for cell in row.cells)
    own = [each.text for each in word.paragraphs]
    alts = [each._inline.docPr.get("descr") for each in word.inline_shapes]
    said = {*own, *cells, *alts}

    assert [each for each in texts(rich_pack) if each not in said] == []


def test_links_lead_out_and_within() -> None:
    """A safe link is a link, an unsafe one is text, and the contents lead to bookmarks."""
    opened = small(Bullets([linked("Plan", "https://a.example/"), linked("X", "javascript:1")]))
    targets = [each.target_ref for each in opened.part.rels.values() if each.is_external]
    anchors = [each.get(qn("w:anchor")) for each in opened.element.iter(qn("w:hyperlink"))]
    marks = [each.get(qn("w:name")) for each in opened.element.iter(qn("w:bookmarkStart"))]

    assert targets == ["https://a.example/"]
    assert anchors == ["section_1", None]
    assert marks == ["section_1"]
    assert "X (javascript:1)" in [each.text for each in opened.paragraphs]


def test_each_numbered_list_starts_at_one() -> None:
    """Two numbered lists are two numberings."""
    opened = small(
        Bullets(["a"], numbered=True), Paragraph("between"), Bullets(["b"], numbered=True)
    )
    numbers = [each.val for each in opened.element.body.iter(qn("w:numId"))]

    assert len(set(numbers)) == 2


def test_a_crest_comes_with_its_words() -> None:
    """The crest stands first, and says what it is."""
    opened = small(crest=picture(), crest_alt="A tree")

    assert opened.inline_shapes[0]._inline.docPr.get("descr") == "A tree"


def test_a_long_row_may_break_over_pages_and_a_short_one_not() -> None:
    """A row that fits on one page stays on it."""
    opened = small(Table("T", ("A",), [("short",), ("long " * 400,)]))
    kept = [bool(row._tr.trPr.findall(qn("w:cantSplit"))) for row in opened.tables[0].rows]

    assert kept == [True, True, False]


def test_columns_share_the_width_of_the_text() -> None:
    """Widths are set for every program, and together fit the page."""
    opened = small(Table("T", ("A", "B"), [("1", "2")], (1, 3)))
    widths = [each.w.cm for each in opened.tables[0]._tbl.tblGrid.gridCol_lst]

    assert [round(each, 1) for each in widths] == [4.3, 13.0]


def widths_of(*cells: str, widths: tuple[int, ...] = ()) -> list[float]:
    """How wide the columns of a table of one row are, in points."""
    headers = [chr(ord("A") + index) for index in range(len(cells))]
    opened = small(Table("T", headers, [cells], widths))
    return [each.w.pt for each in opened.tables[0]._tbl.tblGrid.gridCol_lst]


def test_a_column_has_room_for_its_longest_word() -> None:
    """A share that is too small grows to the longest word, and the others give of theirs."""
    narrow, wide = widths_of("Undated", "1", widths=(1, 99))
    shares = widths_of("1", "1", widths=(1, 99))

    assert narrow > width("Undated", 9) > shares[0]
    assert narrow + wide == pytest.approx(sum(shares), abs=0.1)


def test_a_columns_words_may_part_at_a_hyphen_and_a_link_anywhere() -> None:
    """What lines may break within takes no room from the other columns."""
    kept = widths_of("undated", "1", widths=(1, 99))
    parted = widths_of("undated-undated https://example.org/evidence", "1", widths=(1, 99))

    assert parted[0] < 1.1 * kept[0]


def test_words_too_wide_for_a_page_share_its_width() -> None:
    """A dozen columns of long words stand on the page, and each has as much as the others."""
    found = widths_of(*["accountability"] * 12)

    assert sum(found) == pytest.approx(sum(widths_of("1", "1")), abs=1)
    assert max(found) - min(found) < 1


def test_no_column_of_a_pack_is_narrower_than_its_words(word: Any) -> None:
    """In the tables of the richest pack, every word of ordinary length has a line to stand on."""
    broken = [
        each
        for table in word.tables
        for row in table.rows
        for cell in row.cells
        for each in cell.text.replace("-", "- ").split()
        if len(each) <= LONGEST_WORD and width(each, 9) > cell.width.pt - 9
    ]

    assert broken == []


def test_the_same_paper_gives_the_same_bytes(content: bytes, rich_pack: Document) -> None:
    """Nothing of the moment is in the file."""
    assert word_file(rich_pack, DAY) == content


def test_lines_of_one_text_stay_together() -> None:
    """A comment of several lines stays one paragraph, broken where it was."""
    opened = small(Table("T", ("A",), [("one\ntwo",)]))

    assert opened.tables[0].rows[1].cells[0].text == "one\ntwo"


def test_pictures_of_one_page_leave_room_for_its_text() -> None:
    """The more a section says that has to be one page, the smaller are its pictures."""
    chart = Picture("p", "Title", "Words", b"<svg/>", picture(), (b"<svg/>", picture()))
    words = [Paragraph("A sentence of the council's own, of some length. " * 4)]
    widths = []
    for count in (0, 6, 60):
        section = Section("s", "S", (*words * count, chart, chart), is_one_page=True)
        paper = Document("T", "", [section], ["From"], "#801650")
        shapes = docx.Document(BytesIO(word_file(paper, DAY))).inline_shapes
        widths.append([round(each.width.cm, 1) for each in shapes])

    assert widths[0] > widths[1] > widths[2]
    assert widths[2] == [6.1, 6.1]


def joined(*rows: str) -> list[bool]:
    """Whether each row of a table, its headers included, stays with the one below."""
    (table,) = small(Table("T", ("A",), [(each,) for each in rows])).tables
    return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]


def test_no_low_row_of_a_table_stands_alone_on_a_page() -> None:
    """Headers stay with the first row, that with the second, and the last two stay together."""
    assert joined("a", "b", "c", "d", "e") == [True, True, False, False, True, False]
    assert joined("a", "b") == [True, True, False]
    assert joined("a") == [True, False]
    assert joined() == [False]


def test_a_high_row_may_stand_alone() -> None:
    """Rows that fill much of a page are not kept together, so that no page is left half empty."""
    assert joined("long " * 80, "b", "c", "long " * 80) == [True, False, False, False, False]


def test_the_first_section_and_one_of_one_page_begin_a_page() -> None:
    """The contents have the title's page; other sections follow one another."""
    chart = Picture("p", "Title", "Words", b"<svg/>", picture(), (b"<svg/>", picture()))
    sections = [
        Section("a", "A"),
        Section("b", "B"),
        Section("c", "C", (chart,), is_one_page=True),
        Section("d", "D", (), (Section("e", "E"),)),
        Section("f", "F"),
    ]
    paper = Document("T", "", sections, ["From"], "#801650")
    opened: Any = docx.Document(BytesIO(word_file(paper, DAY)))
    headings = [each for each in opened.paragraphs if each.style.name.startswith("Heading")]

    assert [each.text for each in headings if each.paragraph_format.page_break_before] == [
        *("A", "C", "D")
    ]
