"""A framework of outcome measures in one edition, and where councils are.

A measure is known by its framework year and its code: codes were given out
anew when the framework was renewed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from attrs import frozen

from ..consistency import domain_faults, repeat_faults
from ..names import folded
from ..problems import FrameworkError, Place, Problem, problem, quoted
from ..scale import Identifier
from ..shown import Brief
from .edition import Edition

__all__ = ["Area", "Break", "Group", "Measure", "MeasureSet", "Places", "year_of"]

YEAR = re.compile(r"(?<!\d)(20\d\d)\s*(?:[-/_–]|to)?\s*(?:20)?(\d\d)(?!\d)")
CENTURY = 100


def year_of(text: str) -> str:
    """The financial year that a text names, such as ``"2023-24"``, or ``""``.

    Read as well: ``2023/24``, ``2023 to 2024`` and ``202324``.
    """
    years = [f"{start}-{end}" for start, end in YEAR.findall(text) if _follows(start, end)]
    return years[0] if len(set(years)) == 1 else ""


def _follows(start: str, end: str) -> bool:
    return (int(start) + 1) % CENTURY == int(end)


@frozen
class Area:
    """A domain or objective, with the outcomes that it is about in our words."""

    id: Identifier
    title: str
    outcomes: tuple[str, ...] = ()


@frozen
class Measure:
    """One measure of an edition: its code, its area and what it measures."""

    code: Identifier
    area: str
    title: str


@frozen
class Break:
    """A year that does not continue the series of the year before, and why."""

    year: str
    why: str


@frozen(repr=False)
class MeasureSet(Brief, Edition):
    """A framework of outcome measures in one edition.

    Args:
        id: a short name, such as ``"ascof"``.
        edition: the financial year in which it began, such as ``"2023-24"``.
        title: what it is called.
        called: what its areas are: domains or objectives.
        first_year: the first year whose codes these are.
        areas: in the framework's order.
        origin: who made it.
        source: where it was found.
        checked: when it was last looked up.
        caution: what must stand beside every comparison.
        last_year: the last year; blank where it goes on.
        measures: those this software knows.
        breaks: years that do not continue the series before them.
        note: what to know when reading it.

    Raises:
        FrameworkError: the parts do not fit together; carries every fault.
    """

    called: str
    first_year: str
    areas: tuple[Area, ...]
    origin: str
    source: str
    checked: datetime.date
    caution: str
    last_year: str = ""
    measures: tuple[Measure, ...] = ()
    breaks: tuple[Break, ...] = ()
    note: str = ""

    def __attrs_post_init__(self) -> None:
        faults = tuple(_faults(self))
        if faults:
            raise FrameworkError(faults)

    def covers(self, year: str) -> bool:
        """Whether the codes of a year are those of this edition."""
        return self.first_year <= year <= (self.last_year or year)

    def measure(self, code: str) -> Measure | None:
        """The measure of a code, or of the longest code that it begins with."""
        known = [each for each in self.measures if _is_part(code, each.code)]
        return max(known, key=lambda each: len(each.code), default=None)


def _is_part(code: str, known: str) -> bool:
    """Whether a code is another one, or that with a group of people after it."""
    rest = code.upper().removeprefix(known.upper())
    return rest != code.upper() and not rest[:1].isalpha()


def _faults(measures: MeasureSet) -> Iterator[Problem]:
    areas = [each.id for each in measures.areas]
    years = [measures.first_year, *filter(None, [measures.last_year])]
    years += [each.year for each in measures.breaks]
    for year in years:
        if year_of(year) != year:
            yield problem("bad-year", found=quoted(year))
    yield from repeat_faults((each, Place(item="areas")) for each in areas)
    yield from repeat_faults((each.code, Place(item="measures")) for each in measures.measures)
    for each in measures.measures:
        yield from domain_faults(each.area, areas)


@frozen
class Group:
    """A region or a type of council, with the councils that are in it.

    Args:
        name: what it is called.
        councils: by their code of the Office for National Statistics.
        aliases: other names that files use for it.
    """

    name: str
    councils: tuple[str, ...]
    aliases: tuple[str, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether a name is one of this group's."""
        return folded(name) in map(folded, (self.name, *self.aliases))


@frozen
class Places(Edition):
    """Which region and which type each council is of."""

    source: str
    checked: datetime.date
    regions: tuple[Group, ...]
    types: tuple[Group, ...]

    def region_of(self, code: str) -> Group | None:
        """The region of a council, by its code."""
        return _holding(self.regions, code)

    def type_of(self, code: str) -> Group | None:
        """The type of a council, by its code."""
        return _holding(self.types, code)


def _holding(groups: tuple[Group, ...], code: str) -> Group | None:
    return next((each for each in groups if code in each.councils), None)
