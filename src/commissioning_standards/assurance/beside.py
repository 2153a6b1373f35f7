"""A council's own view beside CQC's scores, statement by statement.

Both scales are shown. Where they have the same ends, a step is set beside a
step; where they do not, the own score is placed as far along CQC's scale as it
stands along its own, and that is said. Nothing is predicted.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import evolve, frozen

from ..comparing.awareness import half_a_step
from ..comparing.gaps import NOTHING, Gap, Standing, gap_between, span_at, standing
from ..framework import Form, Framework
from ..given import only
from ..problems import AssessmentError, problem, quoted
from ..scale import Scale
from ..scoring import Score, Scorecard, pooled
from ..shown import ShownInNotebooks
from .crosswalk import Crosswalk, Outside, Strength, Tie, Touch
from .judgement import Judgement
from .loading import brought_crosswalks, load_crosswalk
from .scheme import Scheme, Statement

__all__ = ["Bearing", "BesideCqc", "StatementView", "beside_cqc", "crosswalk_for"]


@frozen
class Bearing:
    """One part of the own view that bears on a statement: the tie, and the part's score."""

    tie: Tie
    score: Score

    @property
    def counts(self) -> bool:
        """Whether it is strong enough to count in the statement's own score."""
        return self.tie.strength is not Strength.SLIGHT


@frozen
class StatementView:
    """One statement in the council's own view and in CQC's.

    Args:
        statement: which.
        touch: how far the framework touches it.
        note: what to know of that.
        bearings: the council's own criteria that bear on it.
        own: their score and range, on the council's own scale.
        gap: the same placed on CQC's scale, beside CQC's score.
        status: higher, lower or alike as the council sees itself; uncertain; or
            no score, where it cannot be compared.
    """

    statement: Statement
    touch: Touch
    note: str
    bearings: tuple[Bearing, ...]
    own: Score
    gap: Gap
    status: Standing


@frozen(repr=False)
class BesideCqc(ShownInNotebooks):
    """A council's own view beside CQC's scores.

    Args:
        card: the own view.
        judgement: CQC's scores.
        crosswalk: which criteria bear on which statement.
        tolerance: how far apart counts as alike, on CQC's scale.
        views: one for each statement, in order.
    """

    card: Scorecard
    judgement: Judgement
    crosswalk: Crosswalk
    tolerance: Fraction
    views: tuple[StatementView, ...]

    @property
    def scheme(self) -> Scheme:
        """The scheme of CQC's scores."""
        return self.judgement.scheme

    @property
    def is_placed(self) -> bool:
        """Whether the two scales have different ends, so that one was placed on the other."""
        return _ends(self.card.assessment.framework.scale) != _ends(self.scheme.scale)

    def of(self, status: Standing) -> tuple[StatementView, ...]:
        """The statements of one status, in order."""
        return tuple(each for each in self.views if each.status is status)

    @property
    def counts(self) -> dict[str, int]:
        """How many statements there are of each status; together, all of them."""
        return {status.value: len(self.of(status)) for status in Standing}


def beside_cqc(
    card: Scorecard, judgement: Judgement, crosswalk: Crosswalk | None = None
) -> BesideCqc:
    """Set a council's own view beside CQC's scores of it.

    A statement's own score is that of the criteria that bear on it strongly or
    in part, by the card's rule; slight ties are listed and do not count. Alike
    means at most half a step of CQC's scale apart. This software's own rules.

    Args:
        card: the own view, in the full or the quick form; for the quick form
            whole standards stand for their criteria.
        judgement: CQC's scores.
        crosswalk: the one that comes with this software unless given.

    Returns:
        Each of CQC's statements in both views, with how the two stand.

    Raises:
        AssessmentError: there is no crosswalk between the two, or the one given
            ties others.
    """
    only("beside_cqc", card, Scorecard)
    only("beside_cqc", judgement, Judgement, name="judgement")
    only("beside_cqc", crosswalk, Crosswalk, type(None), name="crosswalk")
    chosen = crosswalk or crosswalk_for(card, judgement.scheme)
    _check_sides(card, judgement.scheme, chosen)
    tolerance = half_a_step(judgement.scheme.scale)
    views = (_view(card, judgement, chosen, each) for each in judgement.scheme.statements)
    told = (evolve(each, status=standing(each.gap, tolerance)) for each in views)
    return BesideCqc(card, judgement, chosen, tolerance, tuple(told))


def crosswalk_for(card: Scorecard, scheme: Scheme) -> Crosswalk:
    """The crosswalk of this software that ties a card's framework to a scheme.

    Raises:
        AssessmentError: there is none.
    """
    framework = card.assessment.framework
    for crosswalk in map(load_crosswalk, brought_crosswalks()):
        if _sides(crosswalk.framework, crosswalk.outside) == _sides(framework, scheme):
            return crosswalk
    found = quoted(framework.id)
    raise AssessmentError([problem("no-crosswalk", found=found, allowed=scheme.name)])


def _check_sides(card: Scorecard, scheme: Scheme, crosswalk: Crosswalk) -> None:
    found = _sides(crosswalk.framework, crosswalk.outside)
    allowed = _sides(card.assessment.framework, scheme)
    if found != allowed:
        named = f"{quoted(crosswalk.id)} ties {found}"
        raise AssessmentError([problem("crosswalk-of-others", found=named, allowed=allowed)])


def _sides(framework: Framework, outside: Outside) -> str:
    return f"{quoted(framework.id)} to {quoted(f'{outside.id} {outside.edition}')}"


def _view(
    card: Scorecard, judgement: Judgement, crosswalk: Crosswalk, statement: Statement
) -> StatementView:
    scale = card.assessment.framework.scale
    ties = crosswalk.ties_to(statement.id)
    bearings = _once(Bearing(tie, _part(card, crosswalk, tie.part)) for tie in ties)
    counted = [each.score for each in bearings if each.counts]
    names = {"part": "statement", "id": statement.id, "title": statement.title}
    own = pooled(counted, scale=scale, pool=card.rule.pool, **names)
    outside = judgement.score(statement.id)
    gap = gap_between(
        _placed(own, scale, judgement.scheme.scale),
        NOTHING if outside is None else span_at(Fraction(outside)),
    )
    touch, note = crosswalk.touch(statement.id), crosswalk.note_on(statement.id)
    return StatementView(statement, touch, note, bearings, own, gap, Standing.NO_SCORE)


def _once(bearings: Iterable[Bearing]) -> tuple[Bearing, ...]:
    """Each part once, with its strongest tie: in the quick form several ties meet in one."""
    found: dict[str, Bearing] = {}
    for each in bearings:
        found.setdefault(each.score.id, each)
    return tuple(found.values())


def _part(card: Scorecard, crosswalk: Crosswalk, part: str) -> Score:
    """The score of a criterion or standard; in the quick form, of the criterion's standard."""
    if card.assessment.framework.form is Form.FULL:
        return card[part]
    numbers = {
        criterion.id: standard.number
        for standard in crosswalk.framework.standards
        for criterion in standard.criteria
    }
    return card[numbers.get(part, part)]


def _ends(scale: Scale) -> tuple[Fraction, Fraction]:
    return scale.lowest, scale.highest


def _placed(own: Score, scale: Scale, other: Scale) -> Score:
    """A score moved to where it stands on another scale, from end to end."""
    width = (other.highest - other.lowest) / (scale.highest - scale.lowest)

    def place(value: Fraction | None) -> Fraction | None:
        return None if value is None else other.lowest + (value - scale.lowest) * width

    return evolve(own, score=place(own.score), low=place(own.low), high=place(own.high))
