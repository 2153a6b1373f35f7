"""How others see the council: the peer team's own ratings, and any view from outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...assessment import Assessment
from ...assurance.outside import OutsideView
from ...comparing.findings import findings_by_standard
from ...comparing.gaps import Standing
from ...records import Finding
from ..document import NOT_GIVEN, Block, Bullets, Paragraph, Picture, Section, Table
from ..material import Material
from ..sentences import about_agreement, none
from ..tables import beside_table

__all__ = ["awareness"]

FINDINGS = ("Standard", "Known by", "Finding", "Notes")
NO_STANDARD = "About no standard"
SEEN = {each: each.value for each in Standing}


def awareness(material: Material, plan: Section, pictures: Sequence[Picture]) -> Section:
    """Where the council and others see the same, and where they do not."""
    sections = (
        Section(f"{plan.id}-peers", "The peer team", tuple(_peers(material, pictures))),
        *(_view(each, f"view-{index}") for index, each in enumerate(material.views, 1)),
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
        rows = tuple(_found(material.peers.assessment))
        yield Table("What the peer team found, and how it is known", FINDINGS, rows)


def _found(peers: Assessment) -> Iterator[tuple[str, ...]]:
    """Each finding with the standard that it is about."""
    for each in findings_by_standard(peers):
        yield from (_row(each.standard.heading, finding) for finding in each.findings)
    yield from (_row(NO_STANDARD, each) for each in peers.findings if not each.about)


def _row(about: str, finding: Finding) -> tuple[str, ...]:
    known = finding.known_by.value if finding.known_by else NOT_GIVEN
    return about, known, finding.title, finding.notes


def _view(view: OutsideView, name: str) -> Section:
    return Section(name, view.title, tuple(_told(view)))


def _told(view: OutsideView) -> Iterator[Block]:
    if view.sentences:
        yield Bullets(view.sentences)
    for each in view.tables:
        yield Table(each.caption, each.headers, each.rows)
    if not (view.sentences or view.tables):
        yield Paragraph(NOT_GIVEN, "note")
    if view.source:
        yield Paragraph(f"Source: {view.source}", "note")


def _no_views(name: str) -> Section:
    blocks = (Paragraph(none("No other view from outside was given.")),)
    return Section(f"{name}-others", "Other views from outside", blocks)
