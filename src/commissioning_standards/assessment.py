"""An assessment: one respondent's ratings, evidence and actions against a framework."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cached_property

from attrs import field, frozen

from .answers import Answer, choices, read_answer
from .fitting import content_faults, rating_faults
from .framework import Framework
from .given import by_key, only
from .parts import Standard
from .problems import AssessmentError, Place, Problem, did_you_mean, problem, quoted
from .records import Action, Evidence, Finding, Helping
from .scale import Level
from .shown import ShownInNotebooks
from .text import one_line, tidy_text

__all__ = [
    "Assessment",
    "Confidence",
    "MetOn",
    "Rating",
    "Respondent",
    "Source",
    "Voice",
    "assess",
]


RECORDS = ("evidence", "actions", "findings")
NOTHING = type(None)


class Voice(Enum):
    """Whose view a return gives; views are shown side by side, never blended."""

    PEOPLE = "People who draw on care and support"
    CARERS = "Unpaid carers"
    PROVIDERS = "Providers"
    STAFF = "Staff"
    LEADERS = "Leaders and commissioners"
    COUNCILLORS = "Councillors"
    PARTNERS = "Partners"
    PEER_TEAM = "Peer team"


class Confidence(Enum):
    """How sure the respondent is of a rating."""

    HIGH = "High"
    MEDIUM = "Medium"
    LOW = "Low"


@frozen
class MetOn:
    """One of the returns that a meeting's workbook was made of.

    Args:
        who: what its respondent is called there.
        sha256: of its file, in hexadecimal; ``""`` where it came from none.
    """

    who: str
    sha256: str = ""


@frozen
class Source:
    """The file an assessment was read from.

    Args:
        file: its name.
        sha256: of its bytes, in hexadecimal.
        notes: what was tidied on the way in.
        meeting: the returns that a meeting's workbook was made of, as far as it says;
            None for any other file.
    """

    file: str = field(converter=one_line)
    sha256: str
    notes: tuple[Problem, ...] = ()
    meeting: tuple[MetOn, ...] | None = None


def _name(name: str) -> str:
    only("Respondent", name, str, name="name")
    return tidy_text(name)


@frozen
class Respondent:
    """Who answers, and with which voice; both may be left open."""

    name: str = field(default="", converter=_name)
    voice: Voice | None = None

    def __attrs_post_init__(self) -> None:
        only("Respondent", self.voice, Voice, NOTHING, name="voice")


@frozen
class Rating:
    """One criterion's answer.

    Args:
        criterion: the criterion's ID.
        answer: a level of the scale, or another answer.
        confidence: how sure the respondent is.
        comment: in the respondent's words; the reason where not applicable.
        origin: where it was read from; plays no part in comparing ratings.
    """

    criterion: str
    answer: Level | Answer = Answer.BLANK
    confidence: Confidence | None = None
    comment: str = field(default="", converter=tidy_text)
    origin: Place | None = field(default=None, eq=False)

    @property
    def level(self) -> Level | None:
        """The level chosen, if one was."""
        return self.answer if isinstance(self.answer, Level) else None

    @property
    def is_open(self) -> bool:
        """Whether the answer is blank or not known."""
        return isinstance(self.answer, Answer) and self.answer.is_open

    @property
    def is_not_applicable(self) -> bool:
        """Whether the criterion was said not to apply."""
        return self.answer is Answer.NOT_APPLICABLE


def _ratings(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    return tuple(ratings)


def _evidence(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(evidence)


def _actions(actions: Iterable[Action]) -> tuple[Action, ...]:
    return tuple(actions)


def _findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(findings)


@frozen(repr=False)
class Assessment(ShownInNotebooks):
    """One respondent's view of a council against a framework.

    Args:
        framework: the standards it is against.
        ratings: in any order; a criterion left out counts as blank.
        council: whose commissioning is assessed.
        period: the round, such as ``"2026-27"``.
        respondent: who answered.
        date: when.
        evidence: what the ratings rest on.
        actions: what will be done.
        findings: what a peer team found.
        helping: what the council says of helping others, and of being helped;
            None where it was not asked.
        source: the file it came from; plays no part in comparing assessments.

    Raises:
        AssessmentError: a rating or reference does not fit the framework;
            carries every fault.
    """

    framework: Framework
    ratings: tuple[Rating, ...] = field(default=(), converter=_ratings)
    council: str = field(default="", converter=tidy_text)
    period: str = field(default="", converter=tidy_text)
    respondent: Respondent = Respondent()
    date: datetime.date | None = None
    evidence: tuple[Evidence, ...] = field(default=(), converter=_evidence)
    actions: tuple[Action, ...] = field(default=(), converter=_actions)
    findings: tuple[Finding, ...] = field(default=(), converter=_findings)
    helping: Helping | None = None
    source: Source | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        criteria = [criterion.id for criterion in self.framework.criteria]
        faults = (*rating_faults(self.ratings, criteria), *self._content_faults())
        if faults:
            raise AssessmentError(faults)
        by_id = {rating.criterion: rating for rating in self.ratings}
        complete = tuple(by_id.get(each) or Rating(each) for each in criteria)
        # Frozen classes are completed in this way while they are being made.
        object.__setattr__(self, "ratings", complete)

    def _content_faults(self) -> Iterator[Problem]:
        records = [
            (f"{name}[{index}]", each)
            for name in RECORDS
            for index, each in enumerate(getattr(self, name))
        ]
        return content_faults(self.framework, self.ratings, records, self.helping)

    def rating(self, criterion: str) -> Rating:
        """The rating of one criterion, by its ID."""
        return self._by_criterion[criterion]

    @cached_property
    def _by_criterion(self) -> Mapping[str, Rating]:
        return {rating.criterion: rating for rating in self.ratings}

    def ratings_of(self, standard: Standard) -> tuple[Rating, ...]:
        """The ratings of one standard's criteria, in order."""
        return tuple(self.rating(criterion.id) for criterion in standard.criteria)


def assess(
    framework: Framework,
    answers: Mapping[str, object],
    *,
    comments: Mapping[str, str | None] | None = None,
    council: str | None = "",
    period: str | None = "",
    respondent: Respondent | None = None,
    date: datetime.date | None = None,
) -> Assessment:
    """Make an assessment in a script, with answers as people write them.

    Args:
        framework: the standards it is against.
        answers: by criterion ID: ``3``, ``"3 Established"``, ``"established"``,
            ``"n/a"``, ``"Don't know"`` or None; a level of the scale or an
            :class:`Answer` too. In a pandas Series the index holds the IDs.
        comments: by criterion ID; a reason is needed where not applicable.
        council: whose commissioning is assessed; None where not said.
        period: the round, such as ``"2026-27"``; likewise.
        respondent: who answered.
        date: when.

    Returns:
        The assessment; criteria without an answer are blank.

    Raises:
        AssessmentError: an answer cannot be read or an ID is unknown; carries
            every fault.
        TypeError: an argument is of another kind; says what to give.
    """
    only("assess", framework, Framework)
    given = by_key("assess", answers, "answers")
    said = by_key("assess", {} if comments is None else comments, "comments")
    _check_about(said, council=council, period=period, respondent=respondent, date=date)
    ratings: list[Rating] = []
    faults: list[Problem] = []
    for key in dict.fromkeys((*given, *said)):
        content, comment = given.get(key), said.get(key) or ""
        reading = read_answer(content, framework.scale)
        ratings.append(Rating(key, reading.answer if reading else Answer.BLANK, None, comment))
        faults += [] if reading else [_unread(key, content, framework)]
    try:
        who = respondent or Respondent()
        assessment = Assessment(framework, ratings, council or "", period or "", who, date)
    except AssessmentError as error:
        faults += error.problems
    if faults:
        raise AssessmentError(faults)
    return assessment


def _check_about(
    comments: Mapping[str, object],
    *,
    council: object,
    period: object,
    respondent: object,
    date: object,
) -> None:
    """Refuse what would only fail later, far from where it was given."""
    only("assess", council, str, NOTHING, name="council")
    only("assess", period, str, NOTHING, name="period")
    only("assess", respondent, Respondent, NOTHING, name="respondent")
    only("assess", date, datetime.date, NOTHING, name="date")
    for text in comments.values():
        only("assess", text, str, NOTHING, name="comments")


def _unread(criterion: str, content: object, framework: Framework) -> Problem:
    allowed = choices(framework.scale)
    content = content.choice if isinstance(content, Level) else content
    return problem(
        "answer-not-allowed",
        Place(item=str(criterion)),
        found=quoted(content),
        allowed=allowed,
        hint=did_you_mean(content, allowed),
    )
