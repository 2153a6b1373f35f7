"""The kinds of chart by name, and which of them some scorecards can give."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from ..comparing.comparison import compare
from ..evidencing.coverage import coverage
from ..moderation.gathering import moderate
from ..moderation.model import Moderation
from ..problems import CommissioningError
from ..scoring import Scorecard
from .chart import Chart
from .dots import dots
from .evidence import evidence_chart
from .heat_map import heat_map
from .multiples import small_multiples
from .radar import radar
from .series import MOST_SERIES
from .sheet import Size
from .spread import spread

__all__ = ["KINDS", "Asked", "ChartSet", "chart_set", "draw"]

PAIR = 2


@frozen
class Asked:
    """What somebody asked to have drawn.

    Args:
        cards: the scores, the council's own first, then last round's or other views.
        on: the day on which evidence is looked at.
        target: a level to aim at, drawn as one more series.
        by: ``"standard"``, ``"domain"``, or ``"criterion"`` for a spread.
        order: of dots: ``"framework"`` or ``"score"``.
        small: what small multiples are made of: ``"radar"`` or ``"dots"``.
        look: ``title``, ``size`` and ``colours``, as every chart takes them.
    """

    cards: tuple[Scorecard, ...]
    on: datetime.date
    target: float | None = None
    by: str = "standard"
    order: str = "framework"
    small: str = "radar"
    title: str = ""
    size: Size | None = None
    colours: Sequence[str] | None = None

    @property
    def look(self) -> dict[str, Any]:
        """What every chart takes."""
        return {"title": self.title, "size": self.size, "colours": self.colours}

    @property
    def others(self) -> list[Any]:
        """What the first scorecard is held against."""
        return [*self.cards[1:], *([] if self.target is None else [self.target])]

    @property
    def are_two_of_one_council(self) -> bool:
        """Whether there are two returns, of one council and framework, and nothing else."""
        own = [(each.assessment.council, each.assessment.framework.id) for each in self.cards]
        return len(own) == len(self.others) + 1 == PAIR and own[0] == own[1]

    @property
    def moderation(self) -> Moderation:
        """The returns side by side.

        Raises:
            AssessmentError: they are not several returns of one council and period.
        """
        return moderate(each.assessment for each in self.cards)


def _radar(asked: Asked) -> Chart:
    return radar(asked.cards[0], against=asked.others, by=asked.by, **asked.look)


def _dots(asked: Asked) -> Chart:
    """Two returns of one council are compared, so that each row says how the two stand."""
    own, others, by, order = asked.cards[0], asked.others, asked.by, asked.order
    if asked.are_two_of_one_council:
        return dots(compare(*asked.cards), by=by, order=order, **asked.look)
    return dots(own, against=others, by=by, order=order, **asked.look)


def _heat_map(asked: Asked) -> Chart:
    """One return's ratings; several rounds' scores; or what each voice said in one round."""
    if len(asked.cards) == 1:
        return heat_map(asked.cards[0], **asked.look)
    if len({each.assessment.period for each in asked.cards}) > 1:
        return heat_map(asked.cards, **asked.look)
    return heat_map(asked.moderation, **asked.look)


def _spread(asked: Asked) -> Chart:
    return spread(asked.moderation, parts=asked.by, **asked.look)


def _evidence(asked: Asked) -> Chart:
    if len(asked.cards) > 1:
        raise ValueError("an evidence chart shows one return")
    return evidence_chart(coverage(asked.cards[0].assessment, asked.on), **asked.look)


def _multiples(asked: Asked) -> Chart:
    return small_multiples(asked.cards, kind=asked.small, **asked.look)


KINDS: dict[str, Callable[[Asked], Chart]] = {
    "radar": _radar,
    "dots": _dots,
    "heat-map": _heat_map,
    "spread": _spread,
    "evidence": _evidence,
    "multiples": _multiples,
}


def draw(kind: str, asked: Asked) -> Chart:
    """Draw one kind of chart.

    Args:
        kind: a key of :data:`KINDS`.
        asked: what to draw.

    Raises:
        ValueError: the scorecards do not give that kind of chart.
        AssessmentError: they are not returns that can stand side by side.
    """
    return KINDS[kind](asked)


@frozen
class ChartSet:
    """Every chart that some scorecards give.

    Args:
        charts: by name, such as ``"dots-by-score"``.
        left_out: those they do not give, by name, and why.
        alone: those that show the first return only, as there are too many for
            one picture.
        domains: the titles of the domains that their rows name, by ID.
    """

    charts: dict[str, Chart]
    left_out: dict[str, str]
    alone: tuple[str, ...] = ()
    domains: Mapping[str, str] = field(factory=dict)


def chart_set(asked: Asked) -> ChartSet:
    """Draw every kind of chart that the scorecards give.

    Args:
        asked: what to draw; its title and size are left to each chart.
    """
    plain = evolve(asked, title="", size=None, by="standard", order="framework")
    too_many = len(plain.others) >= MOST_SERIES
    lines = _of_lines(evolve(plain, cards=plain.cards[:1]) if too_many else plain)
    wanted = {
        **lines,
        "heat-map": ("heat-map", plain),
        "evidence": ("evidence", evolve(plain, cards=plain.cards[:1])),
        **(_of_several(plain) if len(plain.cards) > 1 else {}),
    }
    charts: dict[str, Chart] = {}
    left_out: dict[str, str] = {}
    for name, (kind, each) in wanted.items():
        try:
            charts[name] = draw(kind, each)
        except (ValueError, CommissioningError) as error:
            left_out[name] = str(error)
    alone = tuple(each for each in lines if each in charts) if too_many else ()
    domains = {each.id: each.title for each in plain.cards[0].domains}
    return ChartSet(charts, left_out, alone, domains)


def _of_lines(asked: Asked) -> dict[str, tuple[str, Asked]]:
    """What shows each return as a line or a mark of its own, and so takes few of them."""
    return {
        "radar": ("radar", asked),
        "radar-by-domain": ("radar", evolve(asked, by="domain")),
        "dots": ("dots", asked),
        "dots-by-score": ("dots", evolve(asked, order="score")),
    }


def _of_several(asked: Asked) -> dict[str, tuple[str, Asked]]:
    """What needs more than one return."""
    return {
        "spread": ("spread", asked),
        "spread-of-criteria": ("spread", evolve(asked, by="criterion")),
        "multiples": ("multiples", asked),
    }
