"""One plan of the workbook for both ways: the writer and the reader use the same names.

Sheets are made from the framework alone. Readers find columns by header and
rows by ID, so positions matter to the writer only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cached_property
from itertools import chain, count

from attrs import frozen

from ..assessment import Assessment, Confidence, Voice
from ..framework import Form, Framework
from ..parts import Criterion, Domain, EvidenceCategory, Standard
from ..records import (
    COUNCILS_AT_ONCE,
    POPULATION,
    Action,
    CouncilType,
    Evidence,
    Finding,
    KnownBy,
    Status,
)

__all__ = [
    "ABOUT",
    "ACTIONS",
    "CHECK",
    "COMMENT",
    "COMMENT_COLUMN",
    "CONFIDENCE",
    "CONFIDENCE_COLUMN",
    "EVIDENCE",
    "FIELDS",
    "FIELD_HEADERS",
    "FINDINGS",
    "FIRST_RATING_ROW",
    "FIRST_RESULT_ROW",
    "FORM",
    "HELPING",
    "HELPING_FIELDS",
    "HELPING_HEADERS",
    "HOW",
    "ID",
    "LAST_TIME",
    "MADE_BY",
    "MARKER",
    "QUESTION",
    "RATING",
    "RECORD_SHEETS",
    "RESULTS",
    "RESULT_HEADERS",
    "SCALE",
    "SPARE_RECORD_ROWS",
    "STANDARD",
    "START",
    "WORKBOOK_VERSION",
    "YES_NO",
    "Column",
    "Kind",
    "Plan",
    "RatingSheet",
    "RecordSheet",
    "has_findings",
    "record_sheets",
    "sometimes_chosen",
]

WORKBOOK_VERSION = 1
MADE_BY = "Made by"
FORM = "Form"
SCALE = "Scale"
MARKER = "commissioning-standards workbook"

START = "Start here"
RATINGS = "Ratings"
EVIDENCE = "Evidence"
ACTIONS = "Actions"
FINDINGS = "Findings"
HELPING = "Helping each other"
RESULTS = "Results"
HOW = "How scores work"
ABOUT = "About this file"
FIXED = (START, RATINGS, EVIDENCE, ACTIONS, FINDINGS, HELPING, RESULTS, HOW, ABOUT)

LONGEST_SHEET_NAME = 31
FORBIDDEN_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))

QUICK_TITLE = "What do you think?"
QUICK_COVERS = "One line for each standard. Read what it says, then the levels beside it."

ID = "ID"
STANDARD = "Standard"
QUESTION = "What to rate"
LAST_TIME = "Last time"
RATING = "Rating"
CONFIDENCE = "Confidence"
COMMENT = "Comment"
CHECK = "Check"

RESULT_HEADERS = (
    "Part",
    "ID",
    "Title",
    "Score",
    "Low",
    "High",
    "Level reached",
    "Rated",
    "Open",
    "Not applicable",
    "Weight",
    "Answer",
)

FIRST_RATING_ROW = 5
FIRST_RESULT_ROW = 40
SPARE_RECORD_ROWS = 50


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


def record_sheets(assessment: Assessment) -> tuple[RecordSheet, ...]:
    """The sheets of records that a workbook has."""
    peers = has_findings(assessment)
    return tuple(each for each in RECORD_SHEETS if peers or not each.is_for_peers)


@frozen
class RatingSheet:
    """A sheet of ratings: of one domain, or of the whole quick form.

    Args:
        name: of the sheet; allowed by Excel and used once.
        position: among the rating sheets, counted from 1.
        title: what stands above its table.
        covers: what it is about, in a sentence or two.
        lines: each standard with one of its criteria, in order.
    """

    name: str
    position: int
    title: str
    covers: str
    lines: tuple[tuple[Standard, Criterion], ...]

    @property
    def last_row(self) -> int:
        """The last row of its table, counted from 0."""
        return FIRST_RATING_ROW + len(self.lines) - 1


@frozen
class Plan:
    """Where everything of one framework goes in its workbook.

    Args:
        framework: what is asked.
        shows_last_time: whether last round's answers stand beside this round's.
    """

    framework: Framework
    shows_last_time: bool = False

    @cached_property
    def rating_sheets(self) -> tuple[RatingSheet, ...]:
        """One sheet for each domain, in order; one for all of the quick form."""
        if self.framework.form is Form.QUICK:
            lines = _lines(self.framework.standards)
            return (RatingSheet(RATINGS, 1, QUICK_TITLE, QUICK_COVERS, lines),)
        domains = self.framework.domains
        names = _sheet_names(domain.name for domain in domains)
        return tuple(map(self._rating_sheet, names, count(1), domains))

    def _rating_sheet(self, name: str, position: int, domain: Domain) -> RatingSheet:
        lines = _lines(self.framework.in_domain(domain))
        return RatingSheet(name, position, domain.title, domain.covers, lines)

    def sheet_of(self, criterion: str) -> RatingSheet:
        """The sheet on which a criterion is rated, by its ID."""
        return self._sheet_of[criterion]

    @cached_property
    def _sheet_of(self) -> dict[str, RatingSheet]:
        return {line[1].id: sheet for sheet in self.rating_sheets for line in sheet.lines}

    @cached_property
    def level_headers(self) -> tuple[str, ...]:
        """The headers of the columns that describe the levels."""
        return tuple(level.choice for level in self.framework.scale)

    @cached_property
    def rating_headers(self) -> tuple[str, ...]:
        """The headers of a domain sheet's table, in order."""
        last_time = (LAST_TIME,) if self.shows_last_time else ()
        answers = (RATING, CONFIDENCE, COMMENT, CHECK)
        return (ID, STANDARD, QUESTION, *self.level_headers, *last_time, *answers)

    def column(self, header: str) -> int:
        """Where a column of a domain sheet stands, counted from 0."""
        return self.rating_headers.index(header)


def _lines(standards: Iterable[Standard]) -> tuple[tuple[Standard, Criterion], ...]:
    return tuple((each, criterion) for each in standards for criterion in each.criteria)


def _sheet_names(titles: Iterable[str]) -> Iterator[str]:
    """Names that Excel allows, no two alike apart from case."""
    used = {name.casefold() for name in (*FIXED, "History")}
    for title in titles:
        tidy = " ".join(title.translate(FORBIDDEN_IN_SHEET_NAMES).split()).strip("' ") or "Domain"
        candidates = (_shortened(tidy, suffix) for suffix in _suffixes())
        name = next(each for each in candidates if each.casefold() not in used)
        used.add(name.casefold())
        yield name


def _shortened(title: str, suffix: str) -> str:
    return title[: LONGEST_SHEET_NAME - len(suffix)].rstrip("' ") + suffix


def _suffixes() -> Iterator[str]:
    return chain([""], (f" {number}" for number in count(2)))
