"""How others see the council: the peer team's own ratings, and any view from outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...comparing.gaps import Standing
from ..document import Block, Bullets, Paragraph, Picture, Section, Table
from ..material import Material
from ..sentences import about_agreement, none
from ..tables import beside_table
from ..views import found, view_section

__all__ = ["awareness"]

FINDINGS = ("Standard", "Known by", "Finding", "Notes")
SEEN = {each: each.value for each in Standing}


def awareness(material: Material, plan: Section, pictures: Sequence[Picture]) -> Section:
    """Where the council and others see the same, and where they do not."""
    sections = (
        Section(f"{plan.id}-peers", "The peer team", tuple(_peers(material, pictures))),
        *(view_section(each, f"view-{index}") for index, each in enumerate(material.views, 1)),
        *([] if material.views else [_no_views(plan.id)]),
    )
    return Section(plan.id, plan.heading, plan.blocks, sections)


def _peers(material: Material, pictures: Sequence[Picture]) -> Iterator[Block]:
    yield Bullets(tuple(about_agreement(material)))
    if material.awareness:
        yield from pictures
        headers = ("Council", "Peer team")
        caption = "The council's scores beside the peer team's"
        yield beside_table(caption, headers, material.awareness.comparison, SEEN)
    if material.peers and material.peers.assessment.findings:
        rows = found(material.peers.assessment)
        yield Table("What the peer team found, and how it is known", FINDINGS, rows)


def _no_views(name: str) -> Section:
    blocks = (Paragraph(none("No other view from outside was given.")),)
    return Section(f"{name}-others", "Other views from outside", blocks)
