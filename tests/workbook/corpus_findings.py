"""What comes back on the sheet *Findings*, in a peer team's workbook."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.workbook.layout.names import FINDINGS
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.workbook.corpus_tools import Kind, Make, edited, filled

__all__ = ["FINDINGS_SHEET"]

PEERS = cs.Respondent("Peer team", cs.Voice.PEER_TEAM)
FOUND = (
    cs.Finding("Nobody we met had a plan", ("4",), cs.KnownBy.HEARD),
    cs.Finding("Minutes show who took part", ("4.2",), cs.KnownBy.READ, "Two meetings"),
)


@cache
def _peers() -> cs.Assessment:
    return evolve(filled(), respondent=PEERS, findings=FOUND)


@cache
def _sent() -> bytes:
    return workbook_bytes(_peers())


def _changed(change: Callable[[Any], object]) -> Make:
    """The peer team's workbook after somebody changed the sheet."""
    make = edited(lambda book: change(book[FINDINGS]))
    return lambda _: make(_sent())


def _headings(**texts: str | None) -> Make:
    """The workbook with other headings, each by its cell."""
    return _changed(lambda sheet: [sheet.__setitem__(*each) for each in texts.items()])


def _moved(sheet: Any) -> None:
    sheet.insert_rows(1, 3)
    sheet.insert_cols(1)


READ: dict[str, Make] = {
    "as it was sent": lambda _: _sent(),
    "the table moved": _changed(_moved),
    "a heading of their own beside it": _headings(E3="Who found it"),
}
REFUSED: dict[str, tuple[Make, tuple[str, ...]]] = {
    "one heading in the plural": (_headings(A3="Findings"), ("column-missing",)),
    "one heading in other words": (_headings(C3="Read, heard, seen"), ("column-missing",)),
    "one heading wiped out": (_headings(D3=None), ("column-missing",)),
    "both its own headings changed": (
        _headings(A3="Findings", C3="Read, heard, seen"),
        ("table-missing",),
    ),
    "the sheet deleted": (_changed(lambda sheet: sheet.parent.remove(sheet)), ("table-missing",)),
}

FINDINGS_SHEET = (
    *(Kind(f"findings: {name}", make, expected=lambda _: _peers()) for name, make in READ.items()),
    *(Kind(f"findings: {name}", make, codes) for name, (make, codes) in REFUSED.items()),
)
