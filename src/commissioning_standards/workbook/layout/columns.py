"""The columns of its tables and the lines of its forms: how each is written and read."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from ...assessment import Confidence, Voice
from ...parts import EvidenceCategory
from ...records import (
    COUNCILS_AT_ONCE,
    POPULATION,
    CouncilType,
    KnownBy,
    Status,
)
from .names import COMMENT, CONFIDENCE

__all__ = [
    "ACTION_COLUMNS",
    "COMMENT_COLUMN",
    "CONFIDENCE_COLUMN",
    "EVIDENCE_COLUMNS",
    "FIELDS",
    "FIELD_HEADERS",
    "FINDING_COLUMNS",
    "HELPING_FIELDS",
    "HELPING_HEADERS",
    "YES_NO",
    "Column",
    "Kind",
]


class Kind(Enum):
    """How the content of a column is written and read."""

    TEXT = "text"
    REFERENCES = "references"
    CHOICE = "choice"
    DATE = "date"
    YES_NO = "yes or no"
    STANDARDS = "standards"
    WHOLE_NUMBER = "whole number"


@frozen
class Column:
    """One column of a table, or one line of a form.

    Args:
        header: what it is called on the sheet.
        name: the attribute of the model it fills.
        kind: how its content is written and read.
        width: in characters.
        choices: what may be chosen, where ``kind`` is a choice.
        help: what to put in it, for the person who fills it in.
        limits: the least and the most, where ``kind`` is a whole number.
    """

    header: str
    name: str
    kind: Kind = Kind.TEXT
    width: int = 20
    choices: type[Enum] | None = None
    help: str = ""
    limits: tuple[int, int] = (0, 0)


FIELDS = (
    Column("Council", "council", help="The council whose commissioning is assessed."),
    Column("Period", "period", help="The year or round, such as 2026-27."),
    Column("Respondent", "name", help="Who fills this in: a name, a role or a group."),
    Column(
        "Voice",
        "voice",
        Kind.CHOICE,
        choices=Voice,
        help="Whose view this is. Choose from the list.",
    ),
    Column("Date", "date", Kind.DATE, help="The day it was filled in, such as 31/03/2027."),
)

ABOUT_COLUMN = Column(
    "Standard or criterion",
    "about",
    Kind.REFERENCES,
    width=14,
    help="Standard numbers or criterion IDs, separated by commas.",
)

EVIDENCE_COLUMNS = (
    Column("Evidence", "title", width=38, help="What it is, such as a report or a survey."),
    ABOUT_COLUMN,
    Column("Type", "category", Kind.CHOICE, width=19, choices=EvidenceCategory),
    Column("Date", "date", Kind.DATE, width=12, help="When it was made, such as 31/03/2027."),
    Column("Owner", "owner", width=18),
    Column("Link", "link", width=28),
    Column("Public", "public", Kind.YES_NO, width=9, help="Yes if it may be published."),
    Column("Notes", "notes", width=30),
)

ACTION_COLUMNS = (
    Column("Action", "title", width=38, help="What will be done."),
    ABOUT_COLUMN,
    Column("Owner", "owner", width=18),
    Column("Due", "due", Kind.DATE, width=12, help="By when, such as 31/03/2027."),
    Column("Measure of success", "measure", width=32, help="How anybody will see that it worked."),
    Column("Status", "status", Kind.CHOICE, width=13, choices=Status),
    Column("Notes", "notes", width=30),
)

FINDING_COLUMNS = (
    Column("Finding", "title", width=60, help="What the team found. Name nobody."),
    ABOUT_COLUMN,
    Column("Read, heard or seen", "known_by", Kind.CHOICE, width=14, choices=KnownBy),
    Column("Notes", "notes", width=40),
)

HELPING_FIELDS = (
    Column(
        "May be named",
        "named",
        Kind.YES_NO,
        help="Yes if your council may be matched with another one, and be named to it and to no "
        "third. Without Yes it is matched with none.",
    ),
    Column(
        "Asks for help with",
        "asks",
        Kind.STANDARDS,
        help="The numbers of the standards with which your council wants help, such as 4, 10.",
    ),
    Column(
        "Can help at once",
        "most",
        Kind.WHOLE_NUMBER,
        help="How many councils yours can help at the same time. Write 0 for none. Where it is "
        "blank, 2 is the usual number.",
        limits=COUNCILS_AT_ONCE,
    ),
    Column(
        "Type of council",
        "kind",
        Kind.CHOICE,
        choices=CouncilType,
        help="Choose from the list. Councils of one type are matched first.",
    ),
    Column(
        "Population",
        "population",
        Kind.WHOLE_NUMBER,
        help="About how many people live in your area, such as 312000. Councils of like size are "
        "matched first.",
        limits=POPULATION,
    ),
)
HELPING_HEADERS = ("Helping each other", "Our council's answer", "What to write")

CONFIDENCE_COLUMN = Column(CONFIDENCE, "confidence", Kind.CHOICE, choices=Confidence)
COMMENT_COLUMN = Column(COMMENT, "comment")

FIELD_HEADERS = ("About this return", "Your answer", "Help")
YES_NO = {"Yes": True, "No": False}
