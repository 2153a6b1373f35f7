"""What stands beside the ratings: the evidence, what will be done, and how councils help."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from enum import Enum

from attrs import field, frozen

from .parts import EvidenceCategory
from .text import tidy_text

__all__ = [
    "COUNCILS_AT_ONCE",
    "POPULATION",
    "Action",
    "CouncilType",
    "Evidence",
    "Finding",
    "Helping",
    "KnownBy",
    "Status",
]

# The least and the most that can be meant; England as a whole has fewer people.
COUNCILS_AT_ONCE = (0, 1_000)
POPULATION = (1, 100_000_000)


class Status(Enum):
    """How far an action has got."""

    NOT_STARTED = "Not started"
    IN_PROGRESS = "In progress"
    DONE = "Done"
    STOPPED = "Stopped"


class KnownBy(Enum):
    """How a peer team came to know something; findings are borne out where these agree."""

    READ = "Read"
    HEARD = "Heard"
    SEEN = "Seen"


class CouncilType(Enum):
    """The types of council in England that commission adult social care."""

    COUNTY = "County"
    UNITARY = "Unitary"
    LONDON = "London borough"
    METROPOLITAN = "Metropolitan district"


# As the national figures call them, in small letters.
OTHER_NAMES: Mapping[str, Enum] = {
    "shire county": CouncilType.COUNTY,
    "unitary authority": CouncilType.UNITARY,
    "inner london": CouncilType.LONDON,
    "outer london": CouncilType.LONDON,
    "metropolitan borough": CouncilType.METROPOLITAN,
}


def _references(about: str | Iterable[str]) -> tuple[str, ...]:
    """One reference or several; a lone text is not taken apart."""
    return (about,) if isinstance(about, str) else tuple(about)


@frozen
class Evidence:
    """Something that shows what a council does.

    Args:
        title: what it is.
        about: standard numbers and criterion IDs it bears on, as text.
        category: what kind of evidence it is.
        date: when it was made or last held true.
        owner: who keeps it.
        link: where it is.
        public: whether it may be published; None where not said.
        notes: anything else.
    """

    title: str = field(converter=tidy_text)
    about: tuple[str, ...] = field(default=(), converter=_references)
    category: EvidenceCategory | None = None
    date: datetime.date | None = None
    owner: str = field(default="", converter=tidy_text)
    link: str = field(default="", converter=tidy_text)
    public: bool | None = None
    notes: str = field(default="", converter=tidy_text)


@frozen
class Action:
    """Something the council will do.

    Args:
        title: what will be done.
        about: standard numbers and criterion IDs it bears on, as text.
        owner: who sees to it.
        due: by when.
        measure: how anybody will see that it worked.
        status: how far it has got.
        notes: anything else.
    """

    title: str = field(converter=tidy_text)
    about: tuple[str, ...] = field(default=(), converter=_references)
    owner: str = field(default="", converter=tidy_text)
    due: datetime.date | None = None
    measure: str = field(default="", converter=tidy_text)
    status: Status | None = None
    notes: str = field(default="", converter=tidy_text)


@frozen
class Finding:
    """Something that a peer team found, and never who said it.

    Args:
        title: what was found.
        about: standard numbers and criterion IDs it bears on, as text.
        known_by: whether it was read, heard or seen.
        notes: anything else.
    """

    title: str = field(converter=tidy_text)
    about: tuple[str, ...] = field(default=(), converter=_references)
    known_by: KnownBy | None = None
    notes: str = field(default="", converter=tidy_text)


def _numbers(asks: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_references(asks)))


@frozen
class Helping:
    """What a council says of helping other councils, and of being helped.

    Nothing is named or matched unless ``named`` is True; not said counts as no.

    Args:
        named: whether it may be named to a council that it is matched with, and
            is told that one's name; None where not said.
        asks: numbers of the standards with which it asks for help, as text.
        most: how many councils it can help at once; None where not said.
        kind: the type of council.
        population: how many people live in its area.
    """

    named: bool | None = None
    asks: tuple[str, ...] = field(default=(), converter=_numbers)
    most: int | None = None
    kind: CouncilType | None = None
    population: int | None = None
