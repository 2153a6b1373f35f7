"""A paper as a Word file for the council to edit: real headings, lists and tables.

python-docx writes it. What it leaves to others is set here: the language, header
rows that repeat, alternative text, links that are safe, and no author.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from PIL import Image

from .document import (
    Block,
    Bullets,
    Cell,
    Document,
    Linked,
    Paragraph,
    Section,
    Statement,
    Table,
)
from .steady import fitting_property, steady

__all__ = ["word_file"]

FONT = "Arial"
LANGUAGE = "en-GB"
DEEPEST = 4
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = Cm(21.0), Cm(29.7), Cm(2.0)
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
TALLEST, CREST_HEIGHT = Cm(22.0), Cm(2.2)
SIZES = {"Title": 24, "Subtitle": 13, "Heading 1": 17, "Heading 2": 14, "Heading 3": 12.5}
BODY, SMALL = 10.5, 9
HEADER_FILL = "E9EDF2"
LONG_ROW = 1_200


def word_file(document: Document, on: datetime.date) -> bytes:
    """A paper as a Word file.

    Args:
        document: the paper.
        on: the day that the file says it was made on.

    Returns:
        The file: the same paper and day give the same bytes.
    """
    writer = _Writer(document)
    writer.write()
    writer.sign(on)
    buffer = BytesIO()
    writer.file.save(buffer)
    return steady(buffer.getvalue(), on)


class _Writer:
    """One Word file as it is written."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.file: Any = docx.Document()
        self.anchors = {each.id: number for number, each in enumerate(document.walk(), 1)}
        self._set_page()
        self._set_styles()

    def sign(self, on: datetime.date) -> None:
        """Say what the file is, and name no author."""
        about = self.file.core_properties
        about.title = fitting_property(self.document.title)
        about.subject = fitting_property(self.document.subtitle)
        about.author = about.last_modified_by = about.comments = about.keywords = ""
        about.language = LANGUAGE
        about.created = about.modified = datetime.datetime.combine(on, datetime.time())
        about.revision = 1
        _drop(self.file.part, "customXml")
        _drop(self.file.part.package, "thumbnail")

    def write(self) -> None:
        """Title, contents, every section, and the foot of each page."""
        if self.document.crest:
            self._image(self.document.crest, self.document.crest_alt, "Crest", height=CREST_HEIGHT)
        self.file.add_paragraph(self.document.title, style="Title")
        if self.document.subtitle:
            self.file.add_paragraph(self.document.subtitle, style="Subtitle")
        self._contents()
        for section in self.document.sections:
            self._section(section, 1)
        self._foot()

    def _set_page(self) -> None:
        page = self.file.sections[0]
        page.orientation = WD_ORIENT.PORTRAIT
        page.page_width, page.page_height = PAGE_WIDTH, PAGE_HEIGHT
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN

    def _set_styles(self) -> None:
        styles = self.file.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = FONT, Pt(BODY)
        normal.paragraph_format.space_after = Pt(6)
        colour = RGBColor.from_string(self.document.colour[1:].upper())
        for name in ("Title", "Subtitle", *(f"Heading {level}" for level in range(1, 5))):
            style = styles[name]
            style.font.name, style.font.size = FONT, Pt(SIZES.get(name, BODY + 0.5))
            style.font.color.rgb, style.font.italic, style.font.bold = colour, False, True
            _set_fonts(style.element)
            for spacing in style.element.iter(qn("w:spacing")):
                spacing.attrib.pop(qn("w:val"), None)
            style.paragraph_format.keep_with_next = True
        _set_fonts(normal.element)
        _set_caption(styles["Caption"], colour)
        _set_language(styles.element)

    def _contents(self) -> None:
        """Links to the sections: made now, so that no program has to fill them in."""
        self.file.add_paragraph("Contents", style="Heading 1")
        for section in self.document.sections:
            self._link_within(section, "List Bullet")
            for each in section.sections:
                self._link_within(each, "List Bullet 2")

    def _link_within(self, section: Section, style: str) -> None:
        paragraph = self.file.add_paragraph(style=style)
        paragraph.paragraph_format.space_after = Pt(1)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _anchor(self.anchors[section.id]))
        link.append(_run(section.heading))
        paragraph._p.append(link)

    def _section(self, section: Section, level: int) -> None:
        style = f"Heading {min(level, DEEPEST)}"
        heading = self.file.add_paragraph(section.heading, style=style)
        _bookmark(heading, self.anchors[section.id])
        if level == 1:
            heading.paragraph_format.page_break_before = section is not self.document.sections[0]
        for block in section.blocks:
            self._block(block)
        for each in section.sections:
            self._section(each, level + 1)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(said=said, kind=kind):
                paragraph = self.file.add_paragraph()
                paragraph.paragraph_format.keep_with_next = kind == "before"
                self._say(paragraph, said)
            case Bullets():
                self._list(block)
            case Table():
                self._table(block)
            case _:
                caption = self.file.add_paragraph(block.title, style="Caption")
                caption.paragraph_format.keep_with_next = True
                self._image(block.png, block.alt, block.title, width=_picture_width(block.png))

    def _list(self, block: Bullets) -> None:
        number = self._new_numbering() if block.numbered else None
        for item in block.items:
            style = "List Number" if block.numbered else "List Bullet"
            paragraph = self.file.add_paragraph(style=style)
            paragraph.paragraph_format.space_after = Pt(2)
            if number is not None:
                _number(paragraph, number)
            self._say(paragraph, item)

    def _new_numbering(self) -> int:
        """A numbering that starts at one: without it, one list would go on from the last."""
        numbering = self.file.part.numbering_part.element
        style = self.file.styles["List Number"].element
        template = numbering.num_having_numId(style.pPr.numPr.numId.val)
        added = numbering.add_num(template.abstractNumId.val)
        added.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(added.numId)

    def _say(self, paragraph: Any, said: Statement | Cell) -> None:
        match said:
            case Linked(text=text, href=href):
                self._link_out(paragraph, text, href)
            case Statement(text=text):
                paragraph.add_run(text)
            case _:
                paragraph.add_run(said)

    def _link_out(self, paragraph: Any, text: str, href: str) -> None:
        link = OxmlElement("w:hyperlink")
        part = self.file.part
        link.set(qn("r:id"), part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.append(_run(text))
        paragraph._p.append(link)

    def _table(self, block: Table) -> None:
        caption = self.file.add_paragraph(block.caption, style="Caption")
        caption.paragraph_format.keep_with_next = True
        table = self.file.add_table(rows=1 + len(block.rows), cols=len(block.headers))
        table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.LEFT, False
        _describe(table, block.caption)
        widths = _widths(block)
        rows = table._tbl.tr_lst
        for index, (row, cells) in enumerate(zip(rows, (block.headers, *block.rows), strict=True)):
            _keep_row(row, cells, is_header=index == 0)
            for cell, said, width in zip(row.tc_lst, cells, widths, strict=True):
                self._cell(cell, said, width, is_header=index == 0)
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.w = width
        self.file.add_paragraph().paragraph_format.space_after = Pt(0)

    def _cell(self, cell: Any, said: Cell, width: int, *, is_header: bool) -> None:
        cell.width = width
        paragraph = self._paragraph_in(cell)
        self._say(paragraph, said)
        paragraph.paragraph_format.space_after = Pt(0)
        for run in paragraph._p.iter(qn("w:r")):
            _shrink(run, bold=is_header)
        if is_header:
            paragraph.paragraph_format.keep_with_next = True
            _shade(cell)

    def _paragraph_in(self, cell: Any) -> Any:
        return WordParagraph(cell.p_lst[0], self.file._body)

    def _image(self, content: bytes, alt: str, title: str, **size: Any) -> None:
        shape = self.file.add_picture(BytesIO(content), **size)
        words = shape._inline.docPr
        words.set("descr", alt)
        words.set("name", title)

    def _foot(self) -> None:
        paragraph = self.file.sections[0].footer.paragraphs[0]
        paragraph.add_run(f"{self.document.title}. Page ").font.size = Pt(SMALL)
        paragraph._p.append(_page_number())


def _drop(source: Any, kind: str) -> None:
    """Leave out what the library's own template brings, and nobody asked for."""
    for name, each in list(source.rels.items()):
        if each.reltype.rpartition("/")[2] == kind:
            del source.rels[name]


def _anchor(number: int) -> str:
    """A bookmark's name: Word knows letters, digits and underscores, forty at most."""
    return f"section_{number}"


def _picture_width(png: bytes) -> int:
    """As wide as the text, or as narrow as makes it fit on one page."""
    with Image.open(BytesIO(png)) as picture:
        width, height = picture.size
    return min(TEXT_WIDTH, int(TALLEST * width / height))


def _widths(block: Table) -> list[int]:
    """How wide each column is, which together are the width of the text."""
    shares = block.widths or (1,) * len(block.headers)
    return [int(TEXT_WIDTH * share / sum(shares)) for share in shares]


def _run(text: str) -> Any:
    """Text that looks like a link."""
    run = OxmlElement("w:r")
    run.text = text
    properties = run.get_or_add_rPr()
    underline = OxmlElement("w:u")
    underline.set(qn("w:val"), "single")
    properties.append(underline)
    return run


def _bookmark(paragraph: Any, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for each in (start, end):
        each.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _anchor(number))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def _number(paragraph: Any, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def _keep_row(row: Any, cells: Sequence[Cell], *, is_header: bool) -> None:
    """Repeat a header row on each page; let no row break over two that fits on one."""
    properties = row.get_or_add_trPr()
    if is_header or sum(map(_length, cells)) < LONG_ROW:
        properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))


def _length(cell: Cell) -> int:
    return len(cell.text if isinstance(cell, Linked) else cell)


def _describe(table: Any, caption: str) -> None:
    """The table's own name for those who do not see it, and which of its cells are headers."""
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    look.set(qn("w:firstRow"), "1")
    look.set(qn("w:firstColumn"), "1")
    properties.append(_margins())
    name = OxmlElement("w:tblCaption")
    name.set(qn("w:val"), caption)
    properties.append(name)


def _margins() -> Any:
    """Room around the text of each cell, in twentieths of a point."""
    margins = OxmlElement("w:tblCellMar")
    for side, room in (("top", "50"), ("left", "90"), ("bottom", "50"), ("right", "90")):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), room)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    return margins


def _shade(cell: Any) -> None:
    fill = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEADER_FILL)):
        fill.set(qn(f"w:{name}"), value)
    cell.get_or_add_tcPr().append(fill)


def _shrink(run: Any, *, bold: bool) -> None:
    properties = run.get_or_add_rPr()
    if bold:
        properties.get_or_add_b().val = True
    properties.get_or_add_sz().val = Pt(SMALL)


def _page_number() -> Any:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    run.text = "1"
    _shrink(run, bold=False)
    field.append(run)
    return field


def _set_fonts(style: Any) -> None:
    """One font for every script: the template's own differ between headings and text."""
    fonts = style.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def _set_caption(style: Any, colour: RGBColor) -> None:
    style.font.name, style.font.size = FONT, Pt(BODY - 0.5)
    style.font.bold, style.font.color.rgb = True, colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(8), Pt(3)


def _set_language(styles: Any) -> None:
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
