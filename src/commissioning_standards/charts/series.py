"""The lines of a chart: their names and their values, standard by standard."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

from ..assessment import Assessment
from ..comparing.targets import value_on
from ..scale import Scale
from ..scoring import Scorecard
from ..words import provenance

__all__ = ["Series", "Target", "made_from", "series_of"]

Target = Scorecard | Mapping[int, Any] | int | float | Fraction


@frozen
class Series:
    """One line on the chart: a name and a value, or None, for each standard."""

    name: str
    values: tuple[Fraction | None, ...]


def series_of(
    card: Scorecard, name: str, against: Target | None, against_name: str
) -> list[Series]:
    """One line for the scores, and one for what they are held against.

    Raises:
        ValueError: ``against`` is on another scale, or off this one.
    """
    series = [Series(name or _name_of(card), _scores(card, card))]
    if against is not None:
        other = against_name or _name_of(against)
        if other == series[0].name:
            other = _told_apart(other, against, card)
        series.append(Series(other, _values(against, card)))
    return series


def _scores(scored: Scorecard, card: Scorecard) -> tuple[Fraction | None, ...]:
    """A card's scores in the order of the standards of another."""
    by_id = {each.id: each.score for each in scored.standards}
    return tuple(by_id.get(each.id) for each in card.standards)


def _name_of(drawn: Target) -> str:
    if not isinstance(drawn, Scorecard):
        return "Target"
    return drawn.assessment.period or "Score"


def _told_apart(name: str, drawn: Target, card: Scorecard) -> str:
    """A name for a second line of the same round, by the first thing in which it differs."""
    if not isinstance(drawn, Scorecard):
        return f"{name}, target"
    own, other = card.assessment, drawn.assessment
    whose = [
        (own.council, other.council),
        (card.rule.name, f"rule {drawn.rule.name}" if drawn.rule != card.rule else card.rule.name),
        (_voice(own), _voice(other)),
        (_form(own), _form(other)),
        (own.respondent.name, other.respondent.name),
    ]
    difference = next((theirs for mine, theirs in whose if theirs and theirs != mine), "second")
    return f"{name}, {difference}"


def _voice(assessment: Assessment) -> str:
    voice = assessment.respondent.voice
    return voice.value if voice else ""


def _form(assessment: Assessment) -> str:
    return f"{assessment.framework.form.value} form"


def made_from(card: Scorecard, against: Target | None) -> str:
    """What both lines were made from."""
    cards = [card, against] if isinstance(against, Scorecard) else [card]
    return " ".join(map(provenance, cards))


def _values(against: Target, card: Scorecard) -> tuple[Fraction | None, ...]:
    scale = card.assessment.framework.scale
    if isinstance(against, Scorecard):
        if against.assessment.framework.scale != scale:
            raise ValueError("the two scorecards are not on the same scale")
        return _scores(against, card)
    if not isinstance(against, Mapping):
        against = {each.number or 0: against for each in card.standards}
    return tuple(_on_scale(against.get(each.number or 0), scale) for each in card.standards)


def _on_scale(value: Any, scale: Scale) -> Fraction | None:
    return None if value is None else value_on(scale, value)
