"""What others say of a council, in the form that both papers share."""

from __future__ import annotations

from collections.abc import Iterator

from ..assessment import Assessment
from ..assurance.outside import OutsideView
from ..comparing.findings import findings_by_standard
from ..records import Finding
from .document import NOT_GIVEN, Block, Bullets, Paragraph, Section, Table

__all__ = ["found", "view_section"]

NO_STANDARD = "About no standard"


def found(peers: Assessment) -> Iterator[tuple[str, str, str, str]]:
    """Each finding of a peer team: what it is about, how it is known, itself, and its notes."""
    for each in findings_by_standard(peers):
        yield from (_row(each.standard.heading, finding) for finding in each.findings)
    yield from (_row(NO_STANDARD, each) for each in peers.findings if not each.about)


def _row(about: str, finding: Finding) -> tuple[str, str, str, str]:
    known = finding.known_by.value if finding.known_by else NOT_GIVEN
    return about, known, finding.title, finding.notes


def view_section(view: OutsideView, name: str) -> Section:
    """A section with all that an outside view says.

    Args:
        view: the view.
        name: the section's ID.
    """
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
