"""Everything a paper is made of, gathered and checked before a word is written."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import TypedDict, Unpack

from attrs import field, frozen

from ..answers import Answer
from ..assessment import Assessment, Rating
from ..assurance.outside import OutsideView
from ..comparing.awareness import SelfAwareness, self_awareness
from ..comparing.comparison import Comparison, compare
from ..comparing.targets import Target, value_on
from ..enquiring.enquiry import lines_of_enquiry
from ..enquiring.parts import LineOfEnquiry
from ..enquiring.telling import high_level
from ..evidencing.coverage import Coverage, StandardCoverage, coverage
from ..framework import Framework
from ..given import only
from ..moderation.agreeing import agree, settled, undecided
from ..moderation.gathering import moderate
from ..moderation.model import Moderation
from ..parts import Standard
from ..problems import AssessmentError, Problem, problem
from ..scale import Level
from ..scoring import Scorecard, score
from ..whose import council_faults, own_faults, peer_faults, period_notes, place_of
from .settings import Settings, standard_settings

__all__ = ["Beside", "BesideInPack", "Material", "Meeting", "check_beside", "gather", "meeting_of"]


class Beside(TypedDict, total=False):
    """What an account can be made of beside the returns; all of it may be left out.

    Attributes:
        agreed: the meeting's workbook, in which people decided on several returns.
        last: last round's return.
        peers: the peer team's own return.
        views: what others say of the council.
        settings: what only the council can say, as
            :func:`~commissioning_standards.read_settings` reads it.
        rule: how scores are made, ``"mean"`` or ``"gated"``.
    """

    agreed: Assessment | None
    last: Assessment | None
    peers: Assessment | None
    views: Iterable[OutsideView]
    settings: Settings | None
    rule: str


class BesideInPack(Beside, total=False):
    """What a pack can be made of beside the returns.

    Attributes:
        target: a level to aim at, on the scale.
    """

    target: Target | None


@frozen
class Meeting:
    """How several returns became one view.

    Args:
        returns: how many there were.
        is_held: whether people met and agreed; else only what nobody differs on is rated.
        undecided: how many criteria they differ on and decided nothing about.
    """

    returns: int
    is_held: bool
    undecided: int


@frozen
class Material:
    """What a paper is made of.

    Args:
        card: the council's own view, scored.
        on: the day on which evidence and actions are looked at.
        returns: every return it rests on.
        moderation: the returns side by side, where there are several.
        last: last round's scores, by the same rule.
        target: a level to aim at.
        peers: the peer team's own scores, by the same rule.
        views: what others say of the council.
        settings: what only the council can say.
        meeting: how several returns became one view; None where one was given.
    """

    card: Scorecard
    on: datetime.date
    returns: tuple[Assessment, ...]
    moderation: Moderation | None = None
    last: Scorecard | None = None
    target: Fraction | None = None
    peers: Scorecard | None = None
    views: tuple[OutsideView, ...] = ()
    settings: Settings = field(factory=standard_settings)
    meeting: Meeting | None = None

    @property
    def assessment(self) -> Assessment:
        """The council's own view."""
        return self.card.assessment

    @property
    def framework(self) -> Framework:
        """The standards it is against."""
        return self.assessment.framework

    @property
    def council(self) -> str:
        """How papers name the council; ``""`` where nobody said."""
        return self.settings.council.name or self.assessment.council

    @property
    def good(self) -> Level:
        """The level from which a rating counts as high: the last but one, or the last of two."""
        return high_level(self.framework.scale)

    @cached_property
    def coverage(self) -> Coverage:
        """The state of evidence and actions on the day."""
        return coverage(self.assessment, self.on)

    @cached_property
    def changes(self) -> Comparison | None:
        """The scores beside last round's."""
        return compare(self.card, self.last) if self.last else None

    @cached_property
    def aims(self) -> Comparison | None:
        """The scores beside the target."""
        return None if self.target is None else compare(self.card, self.target)

    @cached_property
    def awareness(self) -> SelfAwareness | None:
        """The council's own view beside the peer team's."""
        return self_awareness(self.card, self.peers) if self.peers else None

    @cached_property
    def lines(self) -> tuple[LineOfEnquiry, ...]:
        """What a peer team would ask."""
        return lines_of_enquiry(
            self.card,
            on=self.on,
            against=self.last,
            outside=self.peers,
            returns=self.returns if self.moderation else (),
        )

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What to look at again: returns of other periods than they seem to be given for."""
        return tuple(period_notes(self.card, self.last, self.peers))

    def is_left_open(self, rating: Rating) -> bool:
        """Whether a rating is blank because people differ, and not because nobody answered."""
        moderation = self.moderation
        if moderation is None or rating.answer is not Answer.BLANK:
            return False
        return moderation.differs(moderation[rating.criterion])

    def held(self, standard: Standard) -> StandardCoverage:
        """The evidence for one standard."""
        return self.coverage[standard.number]


def check_beside(function: str, beside: Mapping[str, object], kind: type) -> None:
    """Refuse what a paper cannot be made of, before it is begun.

    Args:
        function: what was called.
        beside: what it was given beside the returns.
        kind: of what it may be made: :class:`Beside` or :class:`BesideInPack`.

    Raises:
        TypeError: something is of another name or kind than any in it.
    """
    unknown = beside.keys() - kind.__annotations__.keys()
    if unknown:
        raise TypeError(f"{function}() makes nothing of {', '.join(sorted(unknown))}")
    for name in ("agreed", "last", "peers"):
        only(function, beside.get(name), Assessment, type(None), name=name)
    only(function, beside.get("settings"), Settings, type(None), name="settings")
    only(function, beside.get("views", ()), Iterable, name="views")


def gather(
    returns: Assessment | Sequence[Assessment],
    *,
    on: datetime.date,
    **beside: Unpack[BesideInPack],
) -> Material:
    """Bring together all that a paper is made of.

    Of several returns, only what nobody differs on is rated until people
    decide: nothing is averaged.

    Args:
        returns: one return, or several of one council and period.
        on: the day on which evidence and actions are looked at.
        beside: what else it is made of, as :class:`BesideInPack` says.

    Raises:
        TypeError: something else is given.
        AssessmentError: the one return does not speak for the council, returns do not fit
            together, or decisions are missing.
        ValueError: the target is not on the scale, or decisions are given for one return.
    """
    check_beside("gather", beside, BesideInPack)
    every = (returns,) if isinstance(returns, Assessment) else tuple(returns)
    moderation = moderate(every) if len(every) != 1 else None
    agreed, target, rule = beside.get("agreed"), beside.get("target"), beside.get("rule", "mean")
    if agreed and not moderation:
        raise ValueError("an agreed return needs the several returns that it is agreed of")
    faults = tuple(_misplaced(every, beside.get("last"), beside.get("peers")))
    if faults:
        raise AssessmentError(faults)
    own = _own(every, moderation, agreed)
    material = Material(
        score(own, rule),
        on,
        (*every, agreed) if agreed else every,
        moderation,
        _scored(beside.get("last"), rule),
        None if target is None else value_on(own.framework.scale, target),
        _scored(beside.get("peers"), rule),
        tuple(beside.get("views", ())),
        beside.get("settings") or standard_settings(),
        meeting_of(moderation, own, is_held=agreed is not None) if moderation else None,
    )
    # What cannot be compared is told now, and not half way through.
    _ = material.lines
    return material


def _misplaced(
    every: Sequence[Assessment], last: Assessment | None, peers: Assessment | None
) -> Iterator[Problem]:
    """Returns that are given for what they are not: told, and never shown as such."""
    own = every[0]
    if len(every) == 1:
        yield from own_faults(own)
    if peers:
        yield from peer_faults(own, peers)
    if last:
        yield from council_faults(own, last)
    if last and last in every:
        yield problem("last-is-now", place_of(last))


def meeting_of(moderation: Moderation, own: Assessment, *, is_held: bool) -> Meeting:
    """How several returns became one view.

    Args:
        moderation: the returns side by side.
        own: the one view.
        is_held: whether people met and agreed on it.
    """
    return Meeting(len(moderation.participants), is_held, len(undecided(moderation, own)))


def _scored(assessment: Assessment | None, rule: str) -> Scorecard | None:
    return score(assessment, rule) if assessment else None


def _own(
    every: Sequence[Assessment], moderation: Moderation | None, agreed: Assessment | None
) -> Assessment:
    if moderation is None:
        return every[0]
    return agree(moderation, agreed) if agreed else settled(moderation)
