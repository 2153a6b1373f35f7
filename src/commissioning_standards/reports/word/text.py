"""Runs of text, links and numbers in a Word file, which python-docx leaves to others."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from ..document import Cell, Linked, Statement
from .styles import SMALL

__all__ = [
    "bookmark",
    "link_within",
    "new_numbering",
    "page_number",
    "say",
    "set_number",
    "shrink",
]


def say(paragraph: Any, said: Statement | Cell) -> None:
    """Write what is said at a paragraph's end."""
    match said:
        case Linked(text=text, href=href):
            _link_out(paragraph, text, href)
        case Statement(text=text):
            paragraph.add_run(text)
        case _:
            paragraph.add_run(said)


def _link_out(paragraph: Any, text: str, href: str) -> None:
    link, part = OxmlElement("w:hyperlink"), paragraph.part
    link.set(qn("r:id"), part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(_run(text))
    paragraph._p.append(link)


def link_within(paragraph: Any, text: str, number: int) -> None:
    """Lead to a bookmark of the same file."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _anchor(number))
    link.append(_run(text))
    paragraph._p.append(link)


def _anchor(number: int) -> str:
    """A bookmark's name: Word knows letters, digits and underscores, forty at most."""
    return f"section_{number}"


def _run(text: str) -> Any:
    """Text that looks like a link."""
    run = OxmlElement("w:r")
    run.text = text
    properties = run.get_or_add_rPr()
    underline = OxmlElement("w:u")
    underline.set(qn("w:val"), "single")
    properties.append(underline)
    return run


def bookmark(paragraph: Any, number: int) -> None:
    """Make a paragraph something that links can lead to."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for each in (start, end):
        each.set(qn("w:id"), str(number))
    start.set(qn("w:name"), _anchor(number))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def new_numbering(file: Any) -> int:
    """A numbering that starts at one: without it, one list would go on from the last."""
    numbering = file.part.numbering_part.element
    style = file.styles["List Number"].element
    template = numbering.num_having_numId(style.pPr.numPr.numId.val)
    added = numbering.add_num(template.abstractNumId.val)
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(added.numId)


def set_number(paragraph: Any, number: int) -> None:
    """Make a paragraph part of a numbered list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def shrink(run: Any, *, bold: bool) -> None:
    """Make a run as small as tables are."""
    properties = run.get_or_add_rPr()
    if bold:
        properties.get_or_add_b().val = True
    properties.get_or_add_sz().val = Pt(SMALL)


def page_number() -> Any:
    """The number of the page, as a field that each program fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    run.text = "1"
    shrink(run, bold=False)
    field.append(run)
    return field
