"""How far a council's own view and an outside view agree, standard by standard.

What matters is where the two differ, and never one mark for the council: none
is made here.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from ..figures import exact
from ..given import only
from ..scale import Scale
from ..scoring import Scorecard, as_float
from ..shown import ShownInNotebooks
from ..whose import is_of_peers
from .comparison import Comparison, compare
from .gaps import Gap, Standing, gap_between, standing

__all__ = ["SelfAwareness", "View", "half_a_step", "peer_profile", "self_awareness"]


@frozen
class View:
    """One standard in the council's own view and in the outside view.

    Args:
        gap: both scores, with their ranges.
        status: higher, lower or alike as the council sees itself; uncertain;
            or no score, where it cannot be compared.
    """

    gap: Gap
    status: Standing


@frozen(repr=False)
class SelfAwareness(ShownInNotebooks):
    """A council's own view of each standard beside an outside view of it.

    Args:
        comparison: the two scorecards, part by part.
        tolerance: how far apart two scores may be and still be alike.
        views: every standard of the council's own card, in order. One that the
            outside view does not have cannot be compared.
    """

    comparison: Comparison
    tolerance: Fraction
    views: tuple[View, ...]

    def of(self, status: Standing) -> tuple[Gap, ...]:
        """The standards of one status, in order."""
        return tuple(each.gap for each in self.views if each.status is status)

    @property
    def counts(self) -> dict[str, int]:
        """How many standards there are of each status; together, all of them."""
        return {status.value: len(self.of(status)) for status in Standing}

    def rows(self) -> list[dict[str, object]]:
        """One flat dict for each standard, ready for pandas or CSV."""
        tolerance = as_float(self.tolerance)
        return [
            {**each.gap.row(), "status": each.status.value, "tolerance": tolerance}
            for each in self.views
        ]


def half_a_step(scale: Scale) -> Fraction:
    """Half of the smallest step between two neighbouring levels of a scale.

    So two views that are a whole level apart are never alike.
    """
    return scale.least_step / 2


def self_awareness(
    own: Scorecard, outside: Scorecard, tolerance: int | float | str | Fraction | None = None
) -> SelfAwareness:
    """Say on which standards a council sees itself higher or lower than others see it.

    Alike means at most half a step of the scale apart, or the tolerance given:
    half of the smallest step between two neighbouring levels. Open answers are
    treated as in :func:`compare`: what they could still change is uncertain.
    This software's own rule; the route map has none.

    Args:
        own: the council's own view.
        outside: an outside view of the same council, such as the peer team's.
        tolerance: how far apart counts as alike, where not half a step.

    Returns:
        How the two stand on every standard, and how many there are of each kind.

    Raises:
        ValueError: the two cannot be compared, as :func:`compare` says; or the
            tolerance is below zero, or not a number.
        TypeError: the tolerance is of another type.
    """
    only("self_awareness", own, Scorecard)
    only("self_awareness", outside, Scorecard, name="outside")
    scale = own.assessment.framework.scale
    width = half_a_step(scale) if tolerance is None else exact(tolerance)
    if width < 0:
        raise ValueError(f"a tolerance of {tolerance} is below zero")
    return _profile(compare(own, outside), width)


def peer_profile(comparison: Comparison) -> SelfAwareness | None:
    """The profile of a comparison with a peer team's view; None where it is another's."""
    other = comparison.other
    if other is None or not is_of_peers(other.assessment):
        return None
    return _profile(comparison, half_a_step(other.assessment.framework.scale))


def _profile(comparison: Comparison, width: Fraction) -> SelfAwareness:
    """Every standard of the own card; one that is not compared has nothing beside it."""
    compared = {each.id: each for each in comparison.standards}
    gaps = [compared.get(each.id) or gap_between(each) for each in comparison.card.standards]
    return SelfAwareness(
        comparison, width, tuple(View(each, standing(each, width)) for each in gaps)
    )
