"""A paper as one web page that stands alone."""

from __future__ import annotations

from typing import Any

from attrs import asdict

from ..pages import inline_picture, render_page
from .document import Block, Bullets, Cell, Document, Paragraph, Section, Statement, Table

__all__ = ["page"]

TOP_HEADING, DEEPEST = 2, 6
# What matters most stands above the contents.
SUMMARY = "summary"


def page(document: Document) -> str:
    """A paper as HTML, with its pictures inside.

    What it was made from stands at its foot, unless a section of it says so.
    """
    told = {said.text for _, said in document.statements}
    first = next((each.id for each in document.sections), "")
    return render_page(
        "paper.html",
        title=document.title,
        made_from=[each for each in document.made_from if each not in told],
        accent=document.colour,
        subtitle=document.subtitle,
        crest=inline_picture(document.crest, "png") if document.crest else "",
        crest_alt=document.crest_alt,
        is_summed_up=first == SUMMARY,
        sections=[_section(each, TOP_HEADING) for each in document.sections],
    )


def _section(section: Section, level: int) -> dict[str, Any]:
    return {
        "id": section.id,
        "heading": section.heading,
        "level": min(level, DEEPEST),
        "folded": section.folded,
        "blocks": [
            _block(each, section, f"{section.id}-{number}")
            for number, each in enumerate(section.blocks, 1)
        ],
        "sections": [_section(each, level + 1) for each in section.sections],
    }


def _block(block: Block, section: Section, name: str) -> dict[str, Any]:
    match block:
        case Paragraph(said=said, kind=kind):
            return {"kind": "paragraph", "said": _said(said), "look": kind}
        case Bullets(items=items, numbered=numbered):
            tag = "ol" if numbered else "ul"
            return {"kind": "list", "tag": tag, "entries": [_said(each) for each in items]}
        case Table():
            rows = [[_said(each) for each in row] for row in block.rows]
            about = {"kind": "table", "name": name, "rows": rows}
            return {**asdict(block, recurse=False), **about, "repeats": _repeats(block, section)}
        case _:
            return {
                "kind": "picture",
                "id": name,
                "source": inline_picture(block.on_page[0], "svg"),
                "alt": block.alt,
                "title": block.title,
                "caption": block.caption,
            }


def _repeats(table: Table, section: Section) -> bool:
    """Whether a table is named as its section begins: then it need not be seen twice."""
    return section.heading.casefold().startswith(table.caption.casefold())


def _said(said: Statement | Cell) -> dict[str, Any]:
    match said:
        case str():
            return {"text": said}
        case Statement(rule=rule, start=start, parts=parts) if len(parts) > 1:
            return {"text": f"{start}:", "rule": rule, "parts": parts}
        case Statement(rule=rule):
            return {"text": said.text, "rule": rule}
        case _:
            return asdict(said)
