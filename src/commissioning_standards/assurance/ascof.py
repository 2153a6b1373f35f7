"""A council's ASCOF figures beside those of its region, its type of council and England."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain

from attrs import evolve, frozen

from ..given import only
from ..names import council_key, folded, is_same_council
from ..problems import AssessmentError, Place, Problem, did_you_mean, problem, quoted
from ..shown import ShownInNotebooks
from .ascof_file import ENGLAND_WORDS, Figure, Geography, LevelOf, figures_in, geographies
from .csv_files import CsvFile, survey
from .loading import breaks_between, load_places, measures_of
from .measures import Group, MeasureSet, year_of
from .sieve import telling_words

__all__ = ["Ascof", "AscofLine", "ascof"]

OUTCOME = "outcome"
EVERYBODY = ("", "total", "all", "all ages", "overall", "all people", "persons")
MOST_NAMES, MOST_TOLD = 1_000, 20


@frozen
class AscofLine:
    """One measure of one year for one group of people, in each of the places.

    Args:
        year: the financial year.
        code: the measure's code in that year.
        title: what it measures; blank where nothing says.
        group: of which people; blank or total for all.
        figures: as published, by level and kind.
    """

    year: str
    code: str
    title: str
    group: str
    figures: dict[tuple[LevelOf, str], Figure]

    @property
    def outcomes(self) -> dict[LevelOf, Figure]:
        """The outcome in each place, by level."""
        found = self.figures.items()
        return {level: figure for (level, kind), figure in found if folded(kind) == OUTCOME}

    @property
    def is_of_everybody(self) -> bool:
        """Whether it is of all people, and not of a group of them."""
        return folded(self.group) in EVERYBODY


Table = dict[tuple[str, str, str], AscofLine]


@frozen(repr=False)
class Ascof(ShownInNotebooks):
    """A council's figures beside those of wider places.

    Args:
        council: as the file names it.
        places: what stands at each level; a level that is not known is not there.
        lines: one for each year, measure and group of people.
        files: what they were read from, each with its sha256.
        notes: what to know of how it was read.
    """

    council: Geography
    places: dict[LevelOf, str]
    lines: tuple[AscofLine, ...]
    files: tuple[tuple[str, str], ...]
    notes: tuple[Problem, ...] = ()

    @property
    def years(self) -> tuple[str, ...]:
        """The years there are, in order."""
        return tuple(sorted({each.year for each in self.lines}))

    def measures(self, year: str) -> MeasureSet | None:
        """The edition whose codes a year has."""
        return measures_of(year)

    def breaks_at(self, year: str) -> str:
        """Why a year does not continue the years before it here; blank where it does."""
        earlier = [each for each in self.years if each < year]
        return " ".join(breaks_between(earlier[-1], year)) if earlier else ""

    def headline(self, year: str) -> tuple[AscofLine, ...]:
        """A year's measures of everybody; of groups only where there is nothing else."""
        lines = [each for each in self.lines if each.year == year]
        whole = {each.code for each in lines if each.is_of_everybody}
        return tuple(each for each in lines if each.is_of_everybody or each.code not in whole)

    @property
    def cautions(self) -> tuple[str, ...]:
        """What must stand beside these figures, in the publisher's words."""
        editions = filter(None, map(measures_of, self.years))
        return tuple(dict.fromkeys(each.caution for each in editions))


def ascof(
    paths: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    council: str,
    *,
    year: str = "",
    region: str = "",
    council_type: str = "",
) -> Ascof:
    """Read a council's figures from the published long CSV, beside those of wider places.

    Files are read row by row, in memory that does not grow with them.
    Suppressed values are kept as they stand there.

    Args:
        paths: one file, or one for each year.
        council: its name, or its code in the file or of the Office for National
            Statistics.
        year: the financial year, such as ``"2023-24"``, where neither a column
            nor the file's name says it.
        region: the region's name, where this software does not know it.
        council_type: the type's name, likewise.

    Returns:
        Every measure of each year with the figures of the council, its region, its
        type and England, and notes on what could not be placed.

    Raises:
        AssessmentError: a file cannot be read or does not say its year, none has
            such a council, or the year given is none; carries every fault.
        ValueError: no file is given.
    """
    only("ascof", council, str, name="council")
    only("ascof", year, str, name="year")
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    if not given:
        raise ValueError("ascof() needs a file, and was given none")
    if year.strip() and not year_of(year):
        raise AssessmentError([problem("bad-year", found=quoted(year))])
    files = [survey(each) for each in given]
    found = _council(files, council)
    groups = _groups(found, region, council_type)
    notes: list[Problem] = [*_unknown_groups(groups, found)]
    table: Table = {}
    for file in files:
        if not _add(table, _figures(file, council, groups, year_of(year), notes), file):
            notes.append(problem("council-not-in-year", Place(file.name), found=quoted(council)))
    called = _called(found, table.values())
    notes += _unseen(region, council_type, called)
    return Ascof(
        found,
        called,
        tuple(table[key] for key in sorted(table)),
        tuple((each.name, each.sha256) for each in files),
        tuple(notes),
    )


def _is_council(place: Geography, council: str) -> bool:
    wanted = council.strip().casefold()
    if place.level is not LevelOf.COUNCIL or not wanted:
        return False
    codes = (place.code.casefold(), place.ons.casefold())
    return wanted in codes or is_same_council(place.name, council)


def _council(files: Sequence[CsvFile], council: str) -> Geography:
    """The council in the first file that has it; where none does, the nearest name is told."""
    names: dict[str, None] = {}
    for place in chain.from_iterable(map(geographies, files)):
        if _is_council(place, council):
            return place
        if place.level is LevelOf.COUNCIL and len(names) < MOST_NAMES:
            names[place.name] = None
    hint = did_you_mean(council, names)
    where = Place(", ".join(each.name for each in files))
    fault = problem("council-not-in-file", where, found=quoted(council), hint=hint)
    raise AssessmentError([fault])


Groups = dict[LevelOf, Group | None]


def _groups(council: Geography, region: str, council_type: str) -> Groups:
    """The region and the type of a council: as given, or as its code says."""
    places = load_places()
    return {
        LevelOf.REGION: _named(region, places.regions) or places.region_of(council.ons),
        LevelOf.TYPE: _named(council_type, places.types) or places.type_of(council.ons),
    }


def _named(name: str, known: Iterable[Group]) -> Group | None:
    if not name:
        return None
    return next((each for each in known if each.is_called(name)), Group(name, ()))


def _unknown_groups(groups: Groups, council: Geography) -> Iterator[Problem]:
    codes = {LevelOf.REGION: "region-not-known", LevelOf.TYPE: "type-not-known"}
    for level, group in groups.items():
        if group is None:
            yield problem(codes[level], found=quoted(council.name))


def _unseen(region: str, council_type: str, shown: Container[LevelOf]) -> Iterator[Problem]:
    """What was asked for by name and is in no file: it may be misspelt."""
    places = load_places()
    asked = (
        (LevelOf.REGION, region, "region-not-in-files", places.regions),
        (LevelOf.TYPE, council_type, "type-not-in-files", places.types),
    )
    for level, name, code, known in asked:
        if name.strip() and level not in shown:
            # What is spelt as it is known is not asked about.
            names = [] if any(each.is_called(name) for each in known) else known
            hint = did_you_mean(name, [each.name for each in names])
            yield problem(code, found=quoted(name), hint=hint)


def _figures(
    file: CsvFile, council: str, groups: Groups, year: str, notes: list[Problem]
) -> Iterator[Figure]:
    """The figures of a file's council and of its wider places, each with its year."""

    def wanted(place: Geography) -> bool:
        if place.level is LevelOf.ENGLAND or _is_council(place, council):
            return True
        group = groups.get(place.level)
        return group is not None and group.is_called(place.name)

    names = [name for each in groups.values() if each for name in (each.name, *each.aliases)]
    words = telling_words([council_key(council), *ENGLAND_WORDS, *names])
    of_file = year or year_of(file.name)
    told = False
    for figure in figures_in(file, wanted, words):
        if not figure.year and not of_file:
            raise AssessmentError([problem("year-missing", Place(file.name))])
        if not figure.year and not year and not told:
            told = True
            notes.append(problem("year-from-name", Place(file.name), found=of_file))
        yield figure if figure.year else evolve(figure, year=of_file)


def _called(council: Geography, lines: Iterable[AscofLine]) -> dict[LevelOf, str]:
    """What stands at each level that there are outcomes for, as the file names it."""
    found = {level: figure.place.name for each in lines for level, figure in each.outcomes.items()}
    names = found | {LevelOf.COUNCIL: council.name}
    return {level: names[level] for level in LevelOf if level in names}


def _add(table: Table, figures: Iterable[Figure], file: CsvFile) -> bool:
    """Put figures side by side: a line for each year, measure and group of people.

    Returns:
        Whether any of them is the council's own.

    Raises:
        AssessmentError: one stands twice with different values.
    """
    faults: list[Problem] = []
    levels: set[LevelOf] = set()
    for each in figures:
        levels.add(each.place.level)
        key = (each.year, each.code, each.group)
        if key not in table:
            table[key] = AscofLine(*key[:2], _title(each), each.group, {})
        first = table[key].figures.setdefault((each.place.level, each.kind), each)
        if first.text != each.text and len(faults) < MOST_TOLD:
            place = Place(file.name, item=f"line {each.line}")
            found = quoted(f"{first.text} and {each.text}")
            faults.append(problem("figure-twice", place, found=found))
    if faults:
        raise AssessmentError(faults)
    return LevelOf.COUNCIL in levels


def _title(figure: Figure) -> str:
    """What a measure is called: here, or else in the file."""
    edition = measures_of(figure.year)
    known = edition.measure(figure.code) if edition else None
    return known.title if known else figure.title
