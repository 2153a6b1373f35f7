"""What a framework is made of: domains, standards, criteria and what is said of each."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from typing import Annotated

from attrs import field, frozen
from attrs.validators import gt

from .figures import exact
from .scale import Identifier, Level
from .shown import Brief

__all__ = [
    "Criterion",
    "Described",
    "Domain",
    "DomainId",
    "Duty",
    "EvidenceCategory",
    "LookFor",
    "Standard",
    "Term",
    "Weight",
    "description",
]

DomainId = Annotated[str, "the ID of a domain"]
Weight = Annotated[Fraction, "above zero"]

ZERO, ONE = Fraction(0), Fraction(1)


class EvidenceCategory(Enum):
    """The kinds of evidence that CQC names in its assessment of local authorities (2023)."""

    PEOPLE = "People's experience"
    STAFF = "Feedback from staff and leaders"
    PARTNERS = "Feedback from partners"
    OBSERVATION = "Observation"
    PROCESSES = "Processes"
    OUTCOMES = "Outcomes"


@frozen
class Described:
    """What one level looks like."""

    level: str
    text: str


def description(ladder: Iterable[Described], level: Level) -> str:
    """What a ladder says of one level.

    Raises:
        StopIteration: the ladder does not describe the level.
    """
    return next(each.text for each in ladder if each.level == level.id)


@frozen
class Duty:
    """A duty in law behind a standard, cited by Act and section."""

    law: str
    section: str = ""
    about: str = ""


@frozen
class LookFor:
    """Evidence a council would look for, and after how many months it is old."""

    what: str
    category: EvidenceCategory | None = None
    months: int | None = None


@frozen
class Criterion:
    """One observable thing that is rated.

    Args:
        id: such as ``"4.1"``; unique in the framework.
        name: short, for lists and charts.
        question: what the respondent is asked.
        levels: what each level of the scale looks like here.
        boundary: which side is whose, where it touches another criterion.
        weight: what it counts in its standard; above zero.
    """

    id: Identifier
    name: str
    question: str
    levels: tuple[Described, ...]
    boundary: str = ""
    weight: Weight = field(default=ONE, converter=exact, validator=gt(ZERO))

    def description(self, level: Level) -> str:
        """What this level looks like for this criterion."""
        return description(self.levels, level)


@frozen(repr=False)
class Standard(Brief):
    """One standard of a domain, with its criteria.

    Args:
        number: its number in the framework's order.
        id: a short name, unique in the framework.
        domain: the ID of its domain.
        title: as the framework gives it.
        summary: what it asks, in the words of this software or the council.
        statement: the same in plain language, for people who draw on care and support.
        criteria: what is rated.
        duties: the law behind it.
        evidence: what a council would look for.
        why: why it matters.
        peer_questions: what a peer team would ask.
        quick: the levels of the plain-language statement.
        advice: the next step from each level.
        weight: what it counts in its domain; above zero.
    """

    number: int
    id: Identifier
    domain: DomainId
    title: str
    summary: str
    statement: str
    criteria: tuple[Criterion, ...]
    duties: tuple[Duty, ...] = ()
    evidence: tuple[LookFor, ...] = ()
    why: str = ""
    peer_questions: tuple[str, ...] = ()
    quick: tuple[Described, ...] = ()
    advice: tuple[Described, ...] = ()
    weight: Weight = field(default=ONE, converter=exact, validator=gt(ZERO))

    @property
    def heading(self) -> str:
        """Number and title, as in lists and charts."""
        return f"{self.number} {self.title}"


@frozen
class Domain:
    """A group of standards.

    Args:
        id: a short name, unique in the framework.
        title: as the framework gives it.
        covers: what it is about.
        short: a shorter title, for sheets and charts.
        weight: what it counts overall; above zero.
    """

    id: Identifier
    title: str
    covers: str = ""
    short: str = ""
    weight: Weight = field(default=ONE, converter=exact, validator=gt(ZERO))

    @property
    def name(self) -> str:
        """The shorter title where there is one."""
        return self.short or self.title


@frozen
class Term:
    """A word of the field, and what it means in plain ones."""

    term: str
    meaning: str
