"""A gap: two scores of one part, and what can be said of them while answers are open.

A gap is said to be higher, lower or alike only where no answer that is still
open could change that. This software's own rule; the route map has none.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from ..scoring import Score, as_float

__all__ = ["NOTHING", "Gap", "Span", "Standing", "gap_between", "span_at", "span_of", "standing"]

Span = tuple[Fraction | None, Fraction | None, Fraction | None]
NOTHING: Span = (None, None, None)
ZERO = Fraction(0)


class Standing(StrEnum):
    """How one score stands to another.

    The rule is that of :func:`~commissioning_standards.comparing.gaps.standing`.
    """

    HIGHER = "higher"
    LOWER = "lower"
    ALIKE = "alike"
    UNCERTAIN = "uncertain"
    NO_SCORE = "no score"


@frozen
class Gap:
    """One part's score beside another score of the same part.

    Args:
        part: ``"overall"``, ``"domain"``, ``"standard"`` or ``"criterion"``.
        id: the part's ID; ``"overall"`` for the whole.
        title: what to call it, as on the first side.
        number: a standard's number.
        domain: the ID of the domain it is in.
        standard: for a criterion, its standard's number.
        own: the first side's score, or None where nothing was rated.
        own_low: the first side's score with every open criterion at the lowest level.
        own_high: the same at the highest level.
        other: the other side's score, or the target.
        other_low: the other side's lowest; the target itself for a target.
        other_high: the other side's highest.
    """

    part: str
    id: str
    title: str
    number: int | None
    domain: str | None
    standard: int | None
    own: Fraction | None
    own_low: Fraction | None
    own_high: Fraction | None
    other: Fraction | None
    other_low: Fraction | None
    other_high: Fraction | None

    @property
    def gap(self) -> Fraction | None:
        """Own score minus the other; None where either has no score."""
        return _minus(self.own, self.other)

    @property
    def low(self) -> Fraction | None:
        """The least the gap could still be: own low minus the other's high."""
        return _minus(self.own_low, self.other_high)

    @property
    def high(self) -> Fraction | None:
        """The most the gap could still be: own high minus the other's low."""
        return _minus(self.own_high, self.other_low)

    @property
    def status(self) -> Standing:
        """How the first side stands to the other: one of :class:`Standing`."""
        return standing(self)

    def row(self) -> dict[str, object]:
        """The gap as one flat row of numbers and text."""
        return {
            "part": self.part,
            "id": self.id,
            "number": self.number,
            "title": self.title,
            "domain": self.domain,
            "standard": self.standard,
            "own": as_float(self.own),
            "own_exact": _exact(self.own),
            "own_low": as_float(self.own_low),
            "own_high": as_float(self.own_high),
            "other": as_float(self.other),
            "other_exact": _exact(self.other),
            "other_low": as_float(self.other_low),
            "other_high": as_float(self.other_high),
            "gap": as_float(self.gap),
            "gap_exact": _exact(self.gap),
            "gap_low": as_float(self.low),
            "gap_high": as_float(self.high),
            "status": self.status.value,
        }


def standing(gap: Gap, tolerance: Fraction = ZERO) -> Standing:
    """How one score stands to another, as far as open answers leave it certain.

    The gap could still be anything from ``gap.low`` to ``gap.high``, as open
    answers on either side are given. With no tolerance:

    - *higher*: the whole of that is above zero, so that no open answer could
      close or reverse the gap.
    - *lower*: the whole of it is below zero.
    - *alike*: the gap is zero, and nothing open could change that.
    - *uncertain*: open answers could make it another of these three. A gap of
      zero is uncertain too where they could open it, so a card beside itself is
      uncertain where it has open answers.
    - *no score*: one of the two has none.

    With a tolerance, *higher* is above it, *lower* below minus it, and *alike*
    from minus it to it, both included.

    Args:
        gap: the two scores and their ranges.
        tolerance: how far apart counts as alike still; zero or above.
    """
    if gap.gap is None or gap.low is None or gap.high is None:
        return Standing.NO_SCORE
    if gap.low > tolerance:
        return Standing.HIGHER
    if gap.high < -tolerance:
        return Standing.LOWER
    within = -tolerance <= gap.low and gap.high <= tolerance
    return Standing.ALIKE if within else Standing.UNCERTAIN


def gap_between(own: Score, other: Span = NOTHING) -> Gap:
    """One part's score beside the score, low and high of another, or beside nothing."""
    return Gap(
        own.part,
        own.id,
        own.title,
        own.number,
        own.domain,
        own.standard,
        own.score,
        own.low,
        own.high,
        *other,
    )


def span_of(score: Score) -> Span:
    """A score with its low and high."""
    return (score.score, score.low, score.high)


def span_at(target: Fraction) -> Span:
    """A target as a score that nothing open could change."""
    return (target, target, target)


def _minus(own: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if own is None or other is None else own - other


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
