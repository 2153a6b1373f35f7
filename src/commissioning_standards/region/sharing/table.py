"""The table that a region may share: counts in groups large enough, and nothing else.

Whatever is shared is made of this table alone, so that a chart, a sentence or
a council's own position can give away no more than it does. No council is
named, and no text that anybody wrote stands in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import accumulate

from attrs import frozen

from ...framework import Framework
from ...given import only
from ...problems import CommissioningError, problem
from ...shown import ShownInNotebooks
from .placing import Placings
from .protecting import LEAST_MINIMUM, MINIMUM, Run, protected
from .questions import Measure, Question

__all__ = ["USUAL", "SharedRow", "SharedTable", "Terms", "digest_of", "share"]


@frozen
class SharedRow:
    """One row as it may be shared.

    Args:
        question: what it counts.
        runs: the groups whose counts are shown; none where the row is held back.
    """

    question: Question
    runs: tuple[Run, ...]

    @property
    def is_held_back(self) -> bool:
        """Whether nothing of it may be shown."""
        return not self.runs

    @property
    def is_whole(self) -> bool:
        """Whether it is parted only between whole levels, or other whole blocks."""
        return all(each.first in self.question.cuts for each in self.runs[1:])

    def label(self, run: Run) -> str:
        """What a group is called: ``"3 Established or 4 Leading"``, or ``"2.5 or above"``."""
        return self.question.name(run.first, run.last, whole=self.is_whole)

    def at(self, share: int, of: int) -> tuple[Run, ...]:
        """The group in which a share of the councils is reached, from the lowest up.

        Args:
            share: how many parts of the councils.
            of: of how many parts: 1 of 2 is the middle of them.

        Returns:
            The group; two, where the share ends exactly between them; none
            where the row is held back.
        """
        total = sum(run.count for run in self.runs)
        ends = accumulate(run.count for run in self.runs)
        reached = [
            run for run, end in zip(self.runs, ends, strict=True) if end * of >= total * share
        ]
        below = sum(run.count for run in self.runs) - sum(run.count for run in reached[1:])
        return tuple(reached[:2] if below * of == total * share else reached[:1])


@frozen(repr=False)
class SharedTable(ShownInNotebooks):
    """What a region may share of one round.

    Args:
        framework: what was answered.
        period: the round, as it is written.
        councils: how many are counted.
        minimum: the fewest that a group may be.
        is_lowered: whether that is fewer than this software's own minimum, as
            somebody asked for by name.
        made_from: a digest of the digests of the returns, in hexadecimal.
        rule: the name and version of the scoring rule.
        rows: one for each question.
    """

    framework: Framework
    period: str
    councils: int
    minimum: int
    is_lowered: bool
    made_from: str
    rule: tuple[str, int]
    rows: tuple[SharedRow, ...]

    def of(self, measure: Measure, part: str = "") -> tuple[SharedRow, ...]:
        """The rows that count one thing, of all parts or of one kind of part."""
        return tuple(
            each
            for each in self.rows
            if each.question.measure is measure and part in {"", each.question.part}
        )


@frozen
class Terms:
    """On what terms a table is shared.

    Args:
        minimum: the fewest that a group may be; 5 or more.
        allow_small: let the minimum be as low as 3. The table says so.
        rule: the name and version of the rule by which returns were scored.
        never_shared: what the last run made was given to nobody, and is forgotten.

    Raises:
        CommissioningError: the minimum is below this software's own, which
            nobody allowed; or so small that nothing would be protected.
    """

    minimum: int = MINIMUM
    allow_small: bool = False
    rule: tuple[str, int] = ("mean", 1)
    never_shared: bool = False

    def __attrs_post_init__(self) -> None:
        only("Terms", self.minimum, int, name="minimum")
        least = LEAST_MINIMUM if self.allow_small else MINIMUM
        if self.minimum < least:
            code = "minimum-too-small" if self.allow_small else "minimum-lowered"
            raise CommissioningError([problem(code, found=self.minimum, allowed=least)])


USUAL = Terms()


def share(placings: Placings, terms: Terms = USUAL) -> SharedTable:
    """Make the table that may be shared.

    A group of fewer councils than the minimum is never shown, nor one that
    could be worked out from the others, nor a row in which all are alike. How,
    and what it does not protect against, is told in
    :mod:`commissioning_standards.region.sharing.protecting` and in the documentation.

    Args:
        placings: where each council falls.
        terms: how small a group may be.
    """
    minimum = terms.minimum
    return SharedTable(
        framework=placings.framework,
        period=placings.period,
        councils=len(placings.councils),
        minimum=minimum,
        is_lowered=minimum < MINIMUM,
        made_from=digest_of(each.sha256 for each in placings.councils),
        rule=terms.rule,
        rows=tuple(
            SharedRow(question, protected(counts, minimum, question.cuts))
            for question, counts in zip(placings.questions, placings.counts, strict=True)
        ),
    )


def digest_of(digests: Iterable[str]) -> str:
    """One digest of many, whatever their order."""
    return hashlib.sha256("\n".join(sorted(digests)).encode()).hexdigest()
