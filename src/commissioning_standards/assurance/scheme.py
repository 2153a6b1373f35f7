"""A scheme by which an outside body judges councils: statements, scores, bands and one rule.

Nothing here knows how many statements, scores or bands there are: CQC's scheme
of 2023 is data, and the next one will be too.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from attrs import field, frozen

from ..consistency import domain_faults, repeat_faults
from ..names import folded, readings
from ..parts import Domain, EvidenceCategory
from ..problems import FrameworkError, Place, Problem, problem
from ..scale import Identifier, Level, Scale
from ..shown import Brief
from .edition import Edition

__all__ = ["Band", "Scheme", "Statement"]

HUNDRED = 100


@frozen
class Statement:
    """One statement of a scheme, scored on its scale.

    Args:
        id: a short name, unique in the scheme.
        theme: the ID of its theme.
        title: as the scheme gives it.
        aliases: other spellings that are seen in print or in data.
    """

    id: Identifier
    theme: str
    title: str
    aliases: tuple[str, ...] = ()


@frozen
class Band:
    """An overall rating, and the lowest percentage at which it is given."""

    rating: str
    lowest: int


@frozen(repr=False)
class Scheme(Brief, Edition):
    """A scheme of judgement in one edition.

    Args:
        id: a short name, such as ``"cqc"``.
        edition: which version of it, such as ``"2023"``.
        title: what it is called.
        levels: the scores, from lowest to highest, in the scheme's words.
        themes: in the scheme's order.
        statements: in the scheme's order; all count alike.
        bands: from lowest to highest.
        rule: how the percentage is worked out, and what is known of that.
        origin: whose scheme it is.
        source: where it was found.
        checked: when it was last looked up.
        note: what to know when reading it.
        evidence: the kinds of evidence that it names.

    Raises:
        FrameworkError: the parts do not fit together; carries every fault.
    """

    levels: tuple[Level, ...]
    themes: tuple[Domain, ...]
    statements: tuple[Statement, ...]
    bands: tuple[Band, ...]
    rule: str
    origin: str
    source: str
    checked: datetime.date
    note: str = ""
    evidence: tuple[EvidenceCategory, ...] = field(default=())

    def __attrs_post_init__(self) -> None:
        faults = tuple(_faults(self))
        if faults:
            raise FrameworkError(faults)

    @cached_property
    def scale(self) -> Scale:
        """The scores as a scale."""
        return Scale(self.levels)

    @property
    def most(self) -> int:
        """The most that the scores can add up to."""
        return int(self.scale.highest) * len(self.statements)

    @property
    def totals(self) -> range:
        """Every sum that whole scores can give."""
        return range(int(self.scale.lowest) * len(self.statements), self.most + 1)

    def percentage(self, total: int) -> int:
        """A sum over the most it could be, in hundredths rounded up, in whole numbers."""
        return -(-HUNDRED * total // self.most)

    def rating(self, total: int) -> str:
        """The overall rating of a sum: the highest band whose lowest percentage it reaches."""
        reached = self.percentage(total)
        return next(each.rating for each in reversed(self.bands) if each.lowest <= reached)

    def totals_of(self, rating: str) -> tuple[int, ...]:
        """Every sum that has one rating."""
        return tuple(each for each in self.totals if self.rating(each) == rating)

    @cached_property
    def spellings(self) -> dict[str, str]:
        """From every spelling of a statement, made alike, to its ID."""
        return readings({each.id: (each.title, *each.aliases) for each in self.statements})

    def statement(self, statement_id: str) -> Statement:
        """One statement, by its ID."""
        return next(each for each in self.statements if each.id == statement_id)


def _faults(scheme: Scheme) -> Iterator[Problem]:
    themes = [each.id for each in scheme.themes]
    yield from repeat_faults((each, Place(item="themes")) for each in themes)
    yield from repeat_faults(
        (spelling, Place(item=f"statement {each.id}"))
        for each in scheme.statements
        for spelling in dict.fromkeys(map(folded, (each.id, each.title, *each.aliases)))
    )
    for each in scheme.statements:
        yield from domain_faults(each.theme, themes)
    if not scheme.statements:
        yield problem("no-statements")
    if any(each.value.denominator != 1 for each in scheme.levels):
        yield problem("score-not-whole")
    yield from _band_faults(scheme)


def _band_faults(scheme: Scheme) -> Iterator[Problem]:
    lowest = [each.lowest for each in scheme.bands]
    yield from repeat_faults((folded(each.rating), Place(item="bands")) for each in scheme.bands)
    if any(later <= earlier for earlier, later in pairwise(lowest)):
        yield problem("bands-out-of-order", found=", ".join(map(str, lowest)))
    if scheme.statements and scheme.levels:
        first = scheme.percentage(scheme.totals[0])
        if not lowest or lowest[0] > first:
            yield problem("bands-start-late", found=first)
