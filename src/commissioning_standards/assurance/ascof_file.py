"""ASCOF's published CSV, read row by row: only the rows of a few places are kept.

The memory that it takes depends on how many measures there are, and not on how
many councils or rows the file has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from attrs import frozen

from ..figures import exact
from ..names import folded
from ..problems import AssessmentError, Place, Problem, did_you_mean, problem, quoted
from .csv_files import CsvFile
from .measures import year_of
from .sieve import Sieve

__all__ = [
    "COLUMNS",
    "ENGLAND_WORDS",
    "Figure",
    "Geography",
    "LevelOf",
    "figures_in",
    "geographies",
]

# Headers as they have been published, made alike; the first is the newest.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("geographical code", "cassr code"),
    "name": ("geographical description", "geographical name"),
    "level": ("geographical level",),
    "ons": ("ons code", "ons area code"),
    "measure": ("ascof measure code", "measure code"),
    "disaggregation": ("disaggregation level", "disaggregation"),
    "type": ("measure type",),
    "value": ("measure value",),
}
OPTIONAL: Mapping[str, tuple[str, ...]] = {
    "group": ("measure group",),
    "title": ("measure group description", "measure description"),
    "year": ("year", "financial year", "reporting year", "framework year"),
}
# Any name of the whole country's level holds one of these.
ENGLAND_WORDS = ("england", "national")
THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
MARKS = {"", ":", "*", "-", "..", "n/a"}
MOST_PLACES, MOST_TOLD, MOST_NAMED = 4_096, 20, 8


class LevelOf(Enum):
    """What kind of place a row is of."""

    COUNCIL = "Council"
    REGION = "Region"
    TYPE = "Council type"
    ENGLAND = "England"


LEVELS = {
    "council": LevelOf.COUNCIL,
    "local authority": LevelOf.COUNCIL,
    "region": LevelOf.REGION,
    "regional": LevelOf.REGION,
    "council type": LevelOf.TYPE,
    "england": LevelOf.ENGLAND,
    "national": LevelOf.ENGLAND,
    "national england": LevelOf.ENGLAND,
}


@frozen
class Geography:
    """A place as a file names it."""

    level: LevelOf
    code: str
    name: str
    ons: str


@frozen
class Figure:
    """One value of one place, as published.

    Args:
        place: whose.
        year: the financial year; blank where the file does not say.
        code: the measure's code in that year.
        title: what the file calls the measure; blank where it does not.
        group: of which people; blank for all.
        kind: such as ``"Outcome"`` or ``"Numerator"``.
        text: as it stands there, such as ``"81.5"`` or ``"[c]"``.
        file: in which it stands.
        line: on which it stands.
    """

    place: Geography
    year: str
    code: str
    title: str
    group: str
    kind: str
    text: str
    file: str
    line: int

    @property
    def value(self) -> Fraction | None:
        """The figure; None where it is suppressed or missing."""
        return _number(self.text)


def _number(text: str) -> Fraction | None:
    # A comma within other figures may be meant as a decimal point.
    if "," in text and not THOUSANDS.fullmatch(text):
        return None
    try:
        return exact(text.replace(",", ""))
    except ValueError:
        return None


def _is_mark(text: str) -> bool:
    """Whether a text says that there is no figure: ``[x]``, ``[c]``, ``:``, ``*`` or nothing."""
    return text.lower() in MARKS or (text.startswith("[") and text.endswith("]"))


Row = Sequence[str]
Columns = Mapping[str, int]


def geographies(file: CsvFile) -> Iterator[Geography]:
    """Each place of a file, again for each row; those of an unknown level are left out."""
    columns, rows = _opened(file)
    place_of = _places(columns, lambda _: True)
    yield from filter(None, (place_of(row) for _, row in rows))


def figures_in(
    file: CsvFile, wanted: Callable[[Geography], bool], words: tuple[str, ...] = ()
) -> Iterator[Figure]:
    """Every figure of the places that are wanted.

    Args:
        file: the published CSV.
        wanted: whether a place's figures are kept.
        words: a row that is wanted holds one of them; without any, every row is
            taken apart.

    Raises:
        AssessmentError: a column is missing, or a row that is wanted cannot be
            read; carries up to 20 of them.
    """
    columns, rows = _opened(file, words)
    place_of = _places(columns, wanted)
    faults: list[Problem] = []
    for line, row in rows:
        place = place_of(row)
        if place:
            figure = _figure(place, row, columns, (file.name, line))
            faults += _figure_faults(figure, file) if len(faults) < MOST_TOLD else ()
            yield figure
    if faults:
        raise AssessmentError(faults[:MOST_TOLD])


def _opened(
    file: CsvFile, words: tuple[str, ...] = ()
) -> tuple[Columns, Iterator[tuple[int, Row]]]:
    """Where the columns stand, and the rows below that are as wide as they need to be."""
    first, header = next(file.rows(), (0, []))
    columns = _columns(file, header)
    last = max(columns.values())
    rows = file.rows(Sieve(words, last + 1) if words else None)
    return columns, _wide_enough(file, ((line, row) for line, row in rows if line > first), last)


def _columns(file: CsvFile, header: Row) -> Columns:
    names = [folded(each) for each in header]
    found: dict[str, int] = {}
    faults: list[Problem] = []
    for key, spellings in {**COLUMNS, **OPTIONAL}.items():
        at = [names.index(each) for each in spellings if each in names]
        if at:
            found[key] = at[0]
        elif key in COLUMNS:
            hint = did_you_mean(spellings[0], header)
            place = Place(file.name, item="first row")
            name = quoted(spellings[0].capitalize())
            faults.append(problem("column-missing", place, found=name, hint=hint))
    if len(faults) > len(COLUMNS) / 2:
        faults = [_not_long(file, header)]
    if faults:
        raise AssessmentError(faults)
    return found


def _not_long(file: CsvFile, header: Row) -> Problem:
    """One fault for a file that has few of the headings: it is another one altogether."""
    named = [quoted(each) for each in header if each.strip()]
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    has = f"{', '.join(named[:MOST_NAMED])}{more}" if named else "blank"
    needed = [quoted(each[0].capitalize()) for each in COLUMNS.values()]
    return problem("not-long-csv", Place(file.name, item="first row"), found=has, allowed=needed)


def _wide_enough(
    file: CsvFile, rows: Iterator[tuple[int, Row]], last: int
) -> Iterator[tuple[int, Row]]:
    narrow: list[Problem] = []
    for line, row in rows:
        if len(row) > last:
            yield line, row
        elif len(narrow) < MOST_TOLD and any(row):
            found = f"{len(row)} of {last + 1}"
            narrow.append(problem("row-narrow", Place(file.name, item=f"line {line}"), found=found))
    if narrow:
        raise AssessmentError(narrow)


def _places(
    columns: Columns, wanted: Callable[[Geography], bool]
) -> Callable[[Row], Geography | None]:
    """A way from a row to its place, or to None where it is not wanted; each worked out once."""
    level, code, name, ons = (columns[key] for key in ("level", "code", "name", "ons"))

    @lru_cache(MOST_PLACES)
    def place(kind: str, *named: str) -> Geography | None:
        known = LEVELS.get(folded(kind))
        found = Geography(known, *map(str.strip, named)) if known else None
        return found if found and wanted(found) else None

    return lambda row: place(row[level], row[code], row[name], row[ons])


def _figure(place: Geography, row: Row, columns: Columns, at: tuple[str, int]) -> Figure:
    def text(key: str) -> str:
        return row[columns[key]].strip() if key in columns else ""

    return Figure(
        place,
        year_of(text("year")),
        text("group") or text("measure"),
        text("title"),
        text("disaggregation"),
        text("type"),
        text("value"),
        *at,
    )


def _figure_faults(figure: Figure, file: CsvFile) -> Iterator[Problem]:
    if figure.value is None and not _is_mark(figure.text):
        place = Place(file.name, item=f"line {figure.line}")
        yield problem("figure-not-read", place, found=quoted(figure.text))
