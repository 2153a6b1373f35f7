"""A paper as a Word file for the council to edit: real headings, lists and tables.

python-docx writes it. What it leaves to others is set here: the language, header
rows that repeat, alternative text, links that are safe, and no author.
"""

from __future__ import annotations

import datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from .document import Block, Bullets, Document, Paragraph, Picture, Section, Table
from .steady import fitting_property, steady
from .word.one_page import picture_width
from .word.pictures import add_caption, add_picture, page_width
from .word.styles import LANGUAGE, SMALL, set_page, set_styles
from .word.tables import add_table
from .word.text import bookmark, link_within, new_numbering, page_number, say, set_number

__all__ = ["word_file"]

DEEPEST = 4
CREST_HEIGHT = Cm(2.2)


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
        self.after_page = False
        self.anchors = {each.id: number for number, each in enumerate(document.walk(), 1)}
        set_page(self.file)
        set_styles(self.file.styles, document.colour)

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
        crest, words = self.document.crest, self.document.crest_alt
        if crest:
            add_picture(self.file, crest, words, "Crest", height=CREST_HEIGHT)
        self.file.add_paragraph(self.document.title, style="Title")
        if self.document.subtitle:
            self.file.add_paragraph(self.document.subtitle, style="Subtitle")
        self._contents()
        for section in self.document.sections:
            self._section(section, 1)
        self._foot()

    def _contents(self) -> None:
        """Links to the sections, on the title's page: made now, so that nobody fills them in."""
        self.file.add_paragraph("Contents", style="Heading 1")
        for section in self.document.sections:
            self._link(section, "List Bullet")
            for each in section.sections:
                self._link(each, "List Bullet 2")
        self.after_page = True

    def _link(self, section: Section, style: str) -> None:
        paragraph = self.file.add_paragraph(style=style)
        paragraph.paragraph_format.space_after = Pt(1)
        link_within(paragraph, section.heading, self.anchors[section.id])

    def _section(self, section: Section, level: int) -> None:
        style = f"Heading {min(level, DEEPEST)}"
        heading = self.file.add_paragraph(section.heading, style=style)
        bookmark(heading, self.anchors[section.id])
        if section.is_one_page or self.after_page:
            heading.paragraph_format.page_break_before = True
            heading.paragraph_format.space_before = Pt(0)
        self.after_page = section.is_one_page
        width = picture_width(section) if section.is_one_page else 0
        for block in section.blocks:
            self._block(block, width)
        for each in section.sections:
            self._section(each, level + 1)

    def _block(self, block: Block, width: int) -> None:
        match block:
            case Paragraph(said=said, kind=kind):
                paragraph = self.file.add_paragraph()
                paragraph.paragraph_format.keep_with_next = kind == "before"
                say(paragraph, said)
            case Bullets():
                self._list(block)
            case Table():
                add_table(self.file, block)
            case _:
                self._picture(block, width)

    def _picture(self, block: Picture, width: int) -> None:
        _, png = block.on_page
        if block.caption:
            add_caption(self.file, block.caption)
        wide = width or page_width(png)
        chart = add_picture(self.file, png, block.alt, block.title, width=wide)
        chart.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _list(self, block: Bullets) -> None:
        number = new_numbering(self.file) if block.numbered else None
        for item in block.items:
            style = "List Number" if block.numbered else "List Bullet"
            paragraph = self.file.add_paragraph(style=style)
            paragraph.paragraph_format.space_after = Pt(2)
            if number is not None:
                set_number(paragraph, number)
            say(paragraph, item)

    def _foot(self) -> None:
        paragraph = self.file.sections[0].footer.paragraphs[0]
        paragraph.add_run(f"{self.document.title}. Page ").font.size = Pt(SMALL)
        paragraph._p.append(page_number())


def _drop(source: Any, kind: str) -> None:
    """Leave out what the library's own template brings, and nobody asked for."""
    for name, each in list(source.rels.items()):
        if each.reltype.rpartition("/")[2] == kind:
            del source.rels[name]
