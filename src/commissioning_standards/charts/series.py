"""The lines of a chart: their names, and their values part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from numbers import Number
from typing import Any

from attrs import frozen

from ..comparing.awareness import SelfAwareness
from ..comparing.comparison import Comparison
from ..comparing.targets import value_on
from ..given import only
from ..scale import Scale
from ..scoring import Score, Scorecard, as_float
from ..words import NO_SCORE, provenance
from .naming import COLUMNS, name_beside, name_of, told_apart

__all__ = [
    "BY",
    "MOST_SERIES",
    "Series",
    "Subject",
    "Target",
    "card_of",
    "check_given",
    "made_from",
    "parts_of",
    "series_of",
    "series_rows",
]

#: What scores are held against in a chart: other scores, a figure on the scale, or
#: one for each of some standards, by their numbers.
Target = Scorecard | Mapping[int, Any] | int | float | Fraction
#: What a chart is drawn of: scores, or a comparison or profile that brings both sides.
Subject = Scorecard | Comparison | SelfAwareness

BY = ("standard", "domain")
MOST_SERIES = 3


@frozen
class Series:
    """One line on a chart.

    Args:
        name: what the key calls it.
        values: a value, or None, for each part.
        spans: low and high for each part, or None where nothing applies.
        card: the scores it shows; None for a target.
    """

    name: str
    values: tuple[Fraction | None, ...]
    spans: tuple[tuple[Fraction, Fraction] | None, ...]
    card: Scorecard | None = None

    @property
    def missing(self) -> str:
        """What stands where there is no value."""
        return NO_SCORE if self.card else "no target"

    @property
    def is_open(self) -> bool:
        """Whether open answers could still change any value."""
        return any(span and span[0] != span[1] for span in self.spans)


def parts_of(card: Scorecard, by: str) -> tuple[Score, ...]:
    """The standards or the domains of a card.

    Raises:
        ValueError: it is asked for by something else.
    """
    if by not in BY:
        raise ValueError(f"a chart is drawn by {' or by '.join(BY)}, and not by {by}")
    return card.standards if by == "standard" else card.domains


def series_of(
    subject: Subject,
    *,
    name: str = "",
    against: Target | Sequence[Target] | None = None,
    against_name: str | Sequence[str] = "",
    by: str = "standard",
) -> tuple[Series, ...]:
    """One line for the scores, and one for each thing that they are held against.

    Args:
        subject: a scorecard; or a comparison, which brings what it is held against.
        name: what to call the scores; their period unless given.
        against: up to two other scorecards or targets.
        against_name: what to call each.
        by: ``"standard"`` or ``"domain"``.

    Raises:
        ValueError: there are more than two others; or one is on another scale,
            off this one, or for single standards where domains are drawn.
    """
    card, brought = _taken_apart(subject)
    others = (*brought, *_listed(against))
    if len(others) >= MOST_SERIES:
        raise ValueError(
            f"a chart has {MOST_SERIES} series at most: its own and two others, not {len(others)}"
        )
    names = [against_name] if isinstance(against_name, str) else list(against_name)
    found = [_of_card(name or name_of(card), card, card, by)]
    for index, other in enumerate(others):
        called = (names[index] if index < len(names) else "") or _name_beside(other, card)
        taken = {each.name for each in found} | COLUMNS
        kind = [] if isinstance(other, Scorecard) else [f"{called}, target"]
        found.append(_of(told_apart(called, taken, kind), other, card, by))
    return tuple(found)


def series_rows(card: Scorecard, series: Sequence[Series], by: str) -> list[dict[str, object]]:
    """The figures of all lines, a flat dict for each part, with the range of the first line."""
    rows = []
    for index, each in enumerate(parts_of(card, by)):
        names = {"number": each.number, "standard": each.title, "domain": each.domain}
        row: dict[str, object] = {"domain": each.title} if by == "domain" else dict(names)
        row |= {one.name: as_float(one.values[index]) for one in series}
        rows.append(row | {"low": as_float(each.low), "high": as_float(each.high)})
    return rows


def made_from(series: Sequence[Series]) -> str:
    """What all lines were made from."""
    return " ".join(provenance(each.card) for each in series if each.card)


def card_of(subject: Subject) -> Scorecard:
    """The scores that a chart is about."""
    return _taken_apart(subject)[0]


def check_given(function: str, subject: Subject, against: Target | Sequence[Target] | None) -> None:
    """Refuse what no chart of lines can be drawn of.

    Raises:
        TypeError: the subject is no scores, or something it is held against is
            neither scores nor a target.
    """
    only(function, subject, Scorecard, Comparison, SelfAwareness)
    for each in (against,) if isinstance(against, str) else _listed(against):
        only(function, each, Scorecard, Mapping, Number, name="against")


def _taken_apart(subject: Subject) -> tuple[Scorecard, tuple[Target, ...]]:
    """The scores, and what a comparison holds them against."""
    match subject:
        case SelfAwareness(comparison=comparison) | (Comparison() as comparison):
            return comparison.card, (_against(comparison),)
        case _:
            return subject, ()


def _against(comparison: Comparison) -> Target:
    against = comparison.against
    if not isinstance(against, Mapping):
        return against
    numbers = {each.id: each.number or 0 for each in comparison.card.standards}
    return {numbers[key]: value for key, value in against.items()}


def _listed(against: Target | Sequence[Target] | None) -> Sequence[Target]:
    if against is None:
        return ()
    return against if isinstance(against, Sequence) else (against,)


def _name_beside(drawn: Target, card: Scorecard) -> str:
    return name_beside(drawn, card) if isinstance(drawn, Scorecard) else "Target"


def _of(name: str, drawn: Target, card: Scorecard, by: str) -> Series:
    scale = card.assessment.framework.scale
    if isinstance(drawn, Scorecard):
        if drawn.assessment.framework.scale != scale:
            raise ValueError("the two scorecards are not on the same scale")
        return _of_card(name, drawn, card, by)
    if isinstance(drawn, Mapping):
        if by != "standard":
            raise ValueError("targets for single standards cannot be drawn by domain")
        given = [drawn.get(each.number or 0) for each in card.standards]
    else:
        given = [drawn] * len(parts_of(card, by))
    values = tuple(_on_scale(each, scale) for each in given)
    return Series(name, values, tuple(None if each is None else (each, each) for each in values))


def _of_card(name: str, drawn: Scorecard, card: Scorecard, by: str) -> Series:
    """A card's scores in the order of the parts of another."""
    by_id = {each.id: each for each in parts_of(drawn, by)}
    found = [by_id.get(each.id) for each in parts_of(card, by)]
    return Series(
        name,
        tuple(each.score if each else None for each in found),
        tuple(_span(each) if each else None for each in found),
        drawn,
    )


def _span(score: Score) -> tuple[Fraction, Fraction] | None:
    return None if score.low is None or score.high is None else (score.low, score.high)


def _on_scale(value: Any, scale: Scale) -> Fraction | None:
    return None if value is None else value_on(scale, value)
