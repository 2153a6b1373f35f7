"""A framework: a scale, domains, standards and the criteria that are rated.

Nothing here knows how many standards, domains, criteria or levels there are:
the route map is one framework, written as data, and a council's own is another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Annotated

from attrs import asdict, evolve, field, frozen
from attrs.validators import gt

from .consistency import (
    description_faults,
    domain_faults,
    id_faults,
    repeat_faults,
    scale_faults,
    unused_domain_faults,
)
from .figures import exact, plain
from .problems import FrameworkError, Place, Problem, problem

__all__ = [
    "WHOLE",
    "Criterion",
    "Described",
    "Domain",
    "Duty",
    "EvidenceCategory",
    "Framework",
    "Level",
    "LookFor",
    "Scale",
    "Standard",
]

Identifier = Annotated[str, "the ID of a part"]
DomainId = Annotated[str, "the ID of a domain"]
Weight = Annotated[Fraction, "above zero"]

WHOLE = "overall"
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
class Level:
    """One step on the scale.

    Args:
        id: a short name for data files, such as ``"established"``.
        value: what it counts in a score.
        label: what people see.
        meaning: what the step means, in a sentence.
    """

    id: Identifier
    value: Fraction = field(converter=exact)
    label: str
    meaning: str = ""

    @property
    def choice(self) -> str:
        """How the level is offered as an answer, such as ``"3 Established"``."""
        return f"{plain(self.value)} {self.label}"


def _levels(levels: Iterable[Level]) -> tuple[Level, ...]:
    return tuple(levels)


@frozen
class Scale:
    """The levels from lowest to highest."""

    levels: tuple[Level, ...] = field(converter=_levels)

    def __iter__(self) -> Iterator[Level]:
        return iter(self.levels)

    def __len__(self) -> int:
        return len(self.levels)

    @property
    def lowest(self) -> Fraction:
        """The value of the first level."""
        return self.levels[0].value

    @property
    def highest(self) -> Fraction:
        """The value of the last level."""
        return self.levels[-1].value

    def reached(self, score: Fraction) -> Level:
        """The highest level whose value is not above the score; nothing is rounded up.

        Raises:
            ValueError: the score is below the lowest level.
        """
        for level in reversed(self.levels):
            if level.value <= score:
                return level
        raise ValueError(f"{score} is below the scale")


@frozen
class Described:
    """What one level looks like."""

    level: str
    text: str


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
        return next(each.text for each in self.levels if each.level == level.id)


@frozen
class Standard:
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


def _domains(domains: Iterable[Domain]) -> tuple[Domain, ...]:
    return tuple(domains)


def _standards(standards: Iterable[Standard]) -> tuple[Standard, ...]:
    return tuple(standards)


@frozen
class Framework:
    """A set of standards in one edition, with the scale they are rated on.

    Raises:
        FrameworkError: the parts do not fit together; carries every fault.
    """

    id: Identifier
    edition: str
    title: str
    scale: Scale
    domains: tuple[Domain, ...] = field(converter=_domains)
    standards: tuple[Standard, ...] = field(converter=_standards)
    origin: str = ""
    source: str = ""
    note: str = ""

    def __attrs_post_init__(self) -> None:
        faults = tuple(_faults(self))
        if faults:
            raise FrameworkError(faults)

    @cached_property
    def digest(self) -> str:
        """sha256 of all the content, in hexadecimal: any change of wording changes it."""
        content = asdict(self, value_serializer=lambda _, __, value: _jsonable(value))
        text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in the framework's order."""
        return tuple(each for standard in self.standards for each in standard.criteria)

    @property
    def name(self) -> str:
        """Title and edition, as on papers."""
        return f"{self.title} ({self.edition})"

    def in_domain(self, domain: Domain) -> tuple[Standard, ...]:
        """The standards of one domain, in order."""
        return tuple(each for each in self.standards if each.domain == domain.id)


def _jsonable(value: object) -> object:
    if isinstance(value, Fraction):
        return str(value)
    return value.name if isinstance(value, EvidenceCategory) else value


def _faults(framework: Framework) -> Iterator[Problem]:
    domains = [domain.id for domain in framework.domains]
    yield from scale_faults([level.value for level in framework.scale])
    yield from repeat_faults((level.id, Place(item="levels")) for level in framework.scale)
    yield from repeat_faults((level.label, Place(item="levels")) for level in framework.scale)
    yield from repeat_faults(_names(framework))
    for each in (*framework.domains, *framework.scale):
        yield from _at(Place(item=each.id), id_faults(each.id))
    if not framework.standards:
        yield problem("no-standards")
    yield from unused_domain_faults(domains, {each.domain for each in framework.standards})
    for standard in framework.standards:
        yield from _standard_faults(standard, domains, [level.id for level in framework.scale])


def _standard_faults(
    standard: Standard, domains: Sequence[str], levels: Sequence[str]
) -> Iterator[Problem]:
    place = Place(item=standard.id)
    yield from _at(place, domain_faults(standard.domain, domains))
    yield from _at(place, id_faults(standard.id))
    if not standard.criteria:
        yield problem("no-criteria", place)
    for optional in (standard.quick, standard.advice):
        if optional:
            yield from _ladder_faults(optional, levels, place)
    for criterion in standard.criteria:
        yield from _at(Place(item=criterion.id), id_faults(criterion.id))
        yield from _ladder_faults(criterion.levels, levels, Place(item=criterion.id))


def _ladder_faults(
    ladder: Iterable[Described], levels: Sequence[str], place: Place
) -> Iterator[Problem]:
    described = [each.level for each in ladder]
    yield from _at(place, description_faults(described, levels))
    yield from repeat_faults((level, place) for level in described)


def _at(place: Place, faults: Iterable[Problem]) -> Iterator[Problem]:
    return (evolve(fault, place=place) for fault in faults)


def _names(framework: Framework) -> Iterator[tuple[str, Place]]:
    """Every name that leads to a part, which must all differ, with where it stands."""
    yield WHOLE, Place(item="the whole")
    for domain in framework.domains:
        yield domain.id, Place(item="domains")
    for standard in framework.standards:
        place = Place(item=f"standard {standard.number}")
        yield standard.id, place
        yield str(standard.number), place
        yield from ((criterion.id, place) for criterion in standard.criteria)
