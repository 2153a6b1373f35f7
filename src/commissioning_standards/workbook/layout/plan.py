"""Where everything of one framework goes: sheets are made from the framework alone.

Readers find columns by header and rows by ID, so positions matter to the writer only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, count

from attrs import frozen

from ...framework import Form, Framework
from ...parts import Criterion, Domain, Standard
from .names import (
    CHECK,
    COMMENT,
    CONFIDENCE,
    FIRST_RATING_ROW,
    FIXED,
    FORBIDDEN_IN_SHEET_NAMES,
    ID,
    LAST_TIME,
    LONGEST_SHEET_NAME,
    QUESTION,
    QUICK_COVERS,
    QUICK_TITLE,
    RATING,
    RATINGS,
    STANDARD,
)

__all__ = [
    "Plan",
    "RatingSheet",
]


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
