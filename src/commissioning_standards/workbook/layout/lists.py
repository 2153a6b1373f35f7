"""The sheets that are lists of records, the choices offered, and which of them a workbook has."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from attrs import frozen

from ...assessment import Assessment, Confidence, Voice
from ...parts import EvidenceCategory
from ...records import Action, CouncilType, Evidence, Finding, KnownBy, Status
from .columns import ACTION_COLUMNS, EVIDENCE_COLUMNS, FINDING_COLUMNS, Column
from .names import ACTIONS, EVIDENCE, FINDINGS

__all__ = [
    "CHOICES",
    "ONLY_SOMETIMES",
    "RECORD_SHEETS",
    "RecordSheet",
    "has_findings",
    "offered_also",
    "record_sheets",
    "sometimes_chosen",
]

# What the hidden lists are called that cells choose from.
CHOICES: dict[type[Enum], str] = {
    Confidence: "ConfidenceChoices",
    Voice: "VoiceChoices",
    EvidenceCategory: "EvidenceTypeChoices",
    Status: "StatusChoices",
    KnownBy: "KnownByChoices",
    CouncilType: "CouncilTypeChoices",
}
ONLY_SOMETIMES = (KnownBy, CouncilType)


@frozen
class RecordSheet:
    """A sheet that is a list of records.

    Args:
        name: of the sheet.
        attribute: of an assessment, where the records are kept.
        intent: what it is for, in a sentence.
        columns: of its table.
        model: what one row is.
        is_for_peers: whether only a peer team's workbook has it.
    """

    name: str
    attribute: str
    intent: str
    columns: tuple[Column, ...]
    model: type[Evidence] | type[Action] | type[Finding]
    is_for_peers: bool = False

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers of its table, in order."""
        return tuple(column.header for column in self.columns)


RECORD_SHEETS = (
    RecordSheet(
        EVIDENCE,
        "evidence",
        "List what your ratings rest on, one thing a row. Give each a date: old evidence is weak.",
        EVIDENCE_COLUMNS,
        Evidence,
    ),
    RecordSheet(
        ACTIONS,
        "actions",
        "List what will be done, one action a row, by whom, by when, and how anybody will see "
        "that it worked.",
        ACTION_COLUMNS,
        Action,
    ),
    RecordSheet(
        FINDINGS,
        "findings",
        "List what the team found, one thing a row, and whether it was read, heard or seen. "
        "Name nobody: a finding stands for what several sources bear out.",
        FINDING_COLUMNS,
        Finding,
        is_for_peers=True,
    ),
)


def has_findings(assessment: Assessment) -> bool:
    """Whether a workbook has a sheet for findings: a peer team's, or one that holds some."""
    return assessment.respondent.voice is Voice.PEER_TEAM or bool(assessment.findings)


def sometimes_chosen(assessment: Assessment) -> tuple[type[Enum], ...]:
    """The kinds of choice that only some workbooks offer, where this one does."""
    findings = (KnownBy,) if has_findings(assessment) else ()
    return (*findings, *((CouncilType,) if assessment.helping else ()))


def offered_also(texts: Iterable[str]) -> frozenset[type[Enum]]:
    """The same for a workbook that comes back: it went out with the sheets that offer them.

    Args:
        texts: what stands on its hidden sheet.
    """
    there = frozenset(texts)
    return frozenset(kind for kind in ONLY_SOMETIMES if CHOICES[kind] in there)


def record_sheets(assessment: Assessment) -> tuple[RecordSheet, ...]:
    """The sheets of records that a workbook has."""
    peers = has_findings(assessment)
    return tuple(each for each in RECORD_SHEETS if peers or not each.is_for_peers)
