"""Where each council falls in each row of a region's table; the region's own, never shared."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from attrs import frozen

from ...assessment import Voice
from ...comparing.awareness import half_a_step
from ...comparing.gaps import Gap, Standing, standing
from ...framework import Framework
from ..councils import CouncilRound
from ..summary import Result, Summary
from .questions import Measure, Question, questions_of

__all__ = [
    "Placed",
    "Placings",
    "Results",
    "by_part",
    "is_counted",
    "level_cells",
    "place",
    "score_cell",
    "standing_of",
]

STANDINGS = {Standing.LOWER: 1, Standing.ALIKE: 2, Standing.HIGHER: 3}
TWO = 2

Results = Mapping[tuple[str, str], Result]


@frozen
class Placed:
    """One council's place in every row.

    Args:
        council: its name made alike.
        sha256: of the return that speaks for it.
        cells: the place of its cell in each row.
    """

    council: str
    sha256: str
    cells: bytes


@frozen
class Placings:
    """Every council's place in every row of a table.

    Args:
        framework: what they answered.
        period: the round, as it is written.
        questions: the rows.
        councils: those counted.
    """

    framework: Framework
    period: str
    questions: tuple[Question, ...]
    councils: tuple[Placed, ...]

    @cached_property
    def counts(self) -> tuple[tuple[int, ...], ...]:
        """For each row, how many councils fall into each of its cells."""
        columns = zip(*(each.cells for each in self.councils), strict=True)
        counted = [Counter(column) for column in columns] or [Counter[int]()] * len(self.questions)
        return tuple(
            tuple(found[cell] for cell in range(question.cells))
            for question, found in zip(self.questions, counted, strict=True)
        )


def place(rounds: Iterable[CouncilRound], framework: Framework, period: str = "") -> Placings:
    """Place every council of one round that has a view of its own.

    Args:
        rounds: councils of one round; those without an own view, or whose own
            view is of another framework, edition or form, are not counted.
        framework: what they answered, in the form they answered it in.
        period: the round, as it is written.
    """
    frame = _frame_of(framework)
    councils = (
        _placed(each, each.own, frame)
        for each in rounds
        if each.own and is_counted(each.own, framework)
    )
    return Placings(framework, period, frame.questions, tuple(councils))


@frozen
class _Frame:
    """What is the same for every council: made once, as there may be very many.

    Args:
        levels: the rows of levels.
        questions: all rows.
        standards: the key of each standard.
        half: half a step of the scale.
    """

    levels: tuple[Question, ...]
    questions: tuple[Question, ...]
    standards: tuple[tuple[str, str], ...]
    half: Fraction


def _frame_of(framework: Framework) -> _Frame:
    return _Frame(
        questions_of(framework, Measure.LEVEL),
        questions_of(framework, Measure.LEVEL, Measure.SPREAD, Measure.AWARENESS),
        tuple(("standard", each.id) for each in framework.standards),
        half_a_step(framework.scale),
    )


def is_counted(own: Summary, framework: Framework) -> bool:
    """Whether a return is of this framework, in this edition and form."""
    wanted = (framework.id, framework.edition, framework.form.value)
    return (own.framework, own.edition, own.form) == wanted


def _placed(each: CouncilRound, own: Summary, frame: _Frame) -> Placed:
    results = by_part(own)
    peers = by_part(each.peers) if each.peers else {}
    voices = [
        (found.voice, by_part(found))
        for found in each.returns
        if found.voice not in {None, Voice.PEER_TEAM}
    ]
    cells = (
        *_levels(results, frame),
        *_spreads(voices, frame),
        *_views(results, peers, frame),
    )
    return Placed(each.key, own.sha256, bytes(cells))


def by_part(summary: Summary) -> Results:
    """A return's results by part and ID."""
    return {(each.part, each.id): each for each in summary.results}


def _levels(results: Results, frame: _Frame) -> Iterator[int]:
    for question in frame.levels:
        yield score_cell(results[question.part, question.id].score, question)


def level_cells(own: Summary, framework: Framework) -> bytes:
    """The place of a return's cell in each row of levels; a table of levels begins with them."""
    return bytes(_levels(by_part(own), _frame_of(framework)))


def score_cell(score: Fraction | None, question: Question) -> int:
    """The place of a score's cell in a row of levels; 0 where there is none."""
    return 0 if score is None else bisect_right(question.starts, score)


def _spreads(voices: Sequence[tuple[Voice | None, Results]], frame: _Frame) -> Iterator[int]:
    """How far the voices are apart on each standard, where two or more have a score."""
    for key in frame.standards:
        found = [(voice, results.get(key)) for voice, results in voices]
        scores = [
            (voice, result.score) for voice, result in found if result and result.score is not None
        ]
        heard = len({voice for voice, _ in scores})
        yield _spread([score for _, score in scores], frame.half) if heard >= TWO else 0


def _spread(scores: Sequence[Fraction], half: Fraction) -> int:
    apart = max(scores) - min(scores)
    return 1 + (apart >= half) + (apart >= 2 * half)


def _views(own: Results, peers: Results, frame: _Frame) -> Iterator[int]:
    """Whether the council sees itself lower, alike or higher than the peer team does."""
    for key in frame.standards:
        yield STANDINGS.get(standing_of(own.get(key), peers.get(key), frame.half), 0)


def standing_of(own: Result | None, other: Result | None, tolerance: Fraction) -> Standing:
    """How a council's own view of a part stands to another view of it.

    The rule is that of :func:`self_awareness`: alike within the tolerance, and
    uncertain where an open answer could change it.

    Args:
        own: the council's own result.
        other: the peer team's, say.
        tolerance: how far apart counts as alike.
    """
    if own is None or other is None:
        return Standing.NO_SCORE
    gap = Gap(
        *(own.part, own.id, "", None, None, None),
        *(own.score, own.low, own.high, other.score, other.low, other.high),
    )
    return standing(gap, tolerance)
