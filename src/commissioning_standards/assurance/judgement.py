"""One council's scores under a scheme, and the overall figures that they can give.

What is not known stays open: the figures are then a range, and nothing is
filled in for it.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TypeVar

from attrs import frozen

from ..shown import ShownInNotebooks
from .scheme import Scheme, Statement

__all__ = ["Judgement", "Mark", "Step"]

T = TypeVar("T")


@frozen
class Mark:
    """A sum, with the percentage and the rating that follow from it."""

    total: int
    percentage: int
    rating: str


@frozen
class Step:
    """How far it is to a neighbouring band.

    Args:
        rating: that of the band.
        points: how many points more or fewer reach it.
    """

    rating: str
    points: int


@frozen(repr=False)
class Judgement(ShownInNotebooks):
    """One council's scores, and the overall figures that they can give.

    Args:
        scheme: by which they were given.
        scores: one for each statement, in the scheme's order; None where not known.
        possible: every sum that the scores, and what is stated, allow.
        council: whose they are.
        published: when.
        source: where they were found.
    """

    scheme: Scheme
    scores: tuple[int | None, ...]
    possible: tuple[int, ...]
    council: str = ""
    published: datetime.date | None = None
    source: str = ""

    @property
    def total(self) -> int | None:
        """The sum of the scores; None where it could be several."""
        return _only(self.possible)

    @property
    def percentage(self) -> int | None:
        """The overall percentage; None where it could be several."""
        return None if self.total is None else self.scheme.percentage(self.total)

    @property
    def rating(self) -> str | None:
        """The overall rating; None where it could be several."""
        return _only(self.ratings)

    @property
    def ratings(self) -> tuple[str, ...]:
        """Every rating that it could be, from the lowest."""
        return tuple(dict.fromkeys(map(self.scheme.rating, self.possible)))

    @property
    def low(self) -> Mark:
        """The least that it could be."""
        return self._mark(self.possible[0])

    @property
    def high(self) -> Mark:
        """The most that it could be."""
        return self._mark(self.possible[-1])

    def _mark(self, total: int) -> Mark:
        return Mark(total, self.scheme.percentage(total), self.scheme.rating(total))

    @property
    def up(self) -> Step | None:
        """The next band up; None in the highest, or where the sum is not known."""
        return self._step(1)

    @property
    def down(self) -> Step | None:
        """The next band down; None in the lowest, or where the sum is not known."""
        return self._step(-1)

    def _step(self, way: int) -> Step | None:
        ratings = [each.rating for each in self.scheme.bands]
        if self.total is None or self.rating is None:
            return None
        position = ratings.index(self.rating) + way
        if not 0 <= position < len(ratings):
            return None
        totals = self.scheme.totals_of(ratings[position])
        return Step(ratings[position], min(abs(each - self.total) for each in totals))

    @property
    def scored(self) -> tuple[tuple[Statement, int | None], ...]:
        """Each statement with its score."""
        return tuple(zip(self.scheme.statements, self.scores, strict=True))

    def score(self, statement_id: str) -> int | None:
        """The score of one statement, by its ID."""
        return next(score for each, score in self.scored if each.id == statement_id)

    @property
    def is_complete(self) -> bool:
        """Whether every statement has a score."""
        return None not in self.scores


def _only(several: Sequence[T]) -> T | None:
    """The one of several, where there is but one."""
    first, *others = several
    return None if others else first
