"""Would the picture change: the same ratings under another rule, or with a few of them other.

Beside each score by the mean rule stand five variants of it. They say how far
a picture rests on the rule, the weights, what is open and any one rating. None
of them is a better score, and none is a verdict on a council.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from attrs import field, frozen

from ..assessment import Assessment, Rating
from ..figures import shown
from ..given import only
from ..lookup import LookedUp
from ..rules import RULES
from ..scale import Level
from ..scorecards import scorecard_document
from ..scoring import Score, Scorecard, as_float, score
from ..shown import ShownInNotebooks
from .sums import within

__all__ = ["VARIANTS", "Lowering", "PartSensitivity", "Sensitivity", "Variant", "sensitivity"]

SCHEMA = "commissioning-standards/sensitivity/1"
STAMPS = ("software", "framework", "form", "scale", "assessment")
VARIANTS = {
    "gated": "the gated rule",
    "flat": "every criterion counting the same",
    "open_lowest": "open answers at the lowest level",
    "open_highest": "open answers at the highest level",
    "one_lower": "one rating a level lower",
}
ONE = Fraction(1)
Lowered = tuple[Rating, Level, dict[str, Fraction]]


@frozen
class Variant:
    """What a part comes to under one variant.

    Args:
        score: on the framework's scale, or None where there is none.
        level: the level that it reaches.
    """

    score: Fraction | None
    level: Level | None


@frozen
class Lowering:
    """One rating a level lower, and what that would do.

    Args:
        rating: the rating as it was given.
        to: the level below it.
        lowers: the ID of each part that would reach a lower level, with that
            level; the criterion itself is not among them.
    """

    rating: Rating
    to: Level
    lowers: tuple[tuple[str, Level], ...]


@frozen
class PartSensitivity:
    """One part's score by the mean rule, and what it is under each variant.

    Args:
        score: by the mean rule.
        gated: by the gated rule: the lowest of what it is made of.
        flat: the mean of its rated criteria, each counting the same, whatever
            standard or domain they are in.
        open_lowest: with every open answer at the lowest level; the low.
        open_highest: with every open answer at the highest level; the high.
        one_lower: with that one rating a level lower which lowers it most.
        lowered_by: the criteria any one of which, a level lower, takes it to a
            lower level.
    """

    score: Score
    gated: Variant
    flat: Variant
    open_lowest: Variant
    open_highest: Variant
    one_lower: Variant
    lowered_by: tuple[str, ...]

    def under(self, variant: str) -> Variant:
        """What it comes to under a variant, by a name of ``VARIANTS``."""
        outcome: Variant = getattr(self, variant)
        return outcome

    def moves(self, *variants: str) -> bool:
        """Whether it reaches another level under any of these variants.

        What has no score has no level that could move.
        """
        levels = {self.under(each).level for each in variants}
        return self.score.level is not None and levels != {self.score.level}


@frozen(repr=False)
class Sensitivity(LookedUp, ShownInNotebooks):
    """How far the picture rests on the rule, the weights, open answers and any one rating.

    Args:
        card: the scores by the mean rule.
        parts: the whole, the domains and the standards.
        lowerings: each rating above the lowest level, with what a level less would do.
    """

    card: Scorecard = field(repr=False)
    parts: tuple[PartSensitivity, ...]
    lowerings: tuple[Lowering, ...]

    @property
    def standards(self) -> tuple[PartSensitivity, ...]:
        """The standards, in the framework's order."""
        return tuple(each for each in self.parts if each.score.part == "standard")

    def __getitem__(self, key: str | int) -> PartSensitivity:
        wanted = self.card[key].id
        found = [each for each in self.parts if each.score.id == wanted]
        if not found:
            raise KeyError(f"no domain or standard {key!r}.")
        return found[0]

    def rows(self) -> list[dict[str, object]]:
        """One flat dict for each part under each variant, the mean rule's beside it.

        The columns are those of :meth:`Scorecard.rows`, then the variant's.
        """
        of_card = {str(row["id"]): row for row in self.card.rows()}
        return [
            of_card[part.score.id] | _variant_row(part, variant)
            for part in self.parts
            for variant in VARIANTS
        ]

    def as_dict(self) -> dict[str, Any]:
        """The same as plain data, fit for JSON, with what it was made from."""
        stamps = scorecard_document(self.card)
        return {
            "schema": SCHEMA,
            **{key: stamps[key] for key in STAMPS},
            "rules": [{"rule": each.name, "version": each.version} for each in RULES],
            "parts": [_part_document(each) for each in self.parts],
            "lowerings": [_lowering_document(each) for each in self.lowerings],
        }


def _variant_row(part: PartSensitivity, variant: str) -> dict[str, object]:
    outcome = part.under(variant)
    return {
        "variant": variant,
        "variant_score": as_float(outcome.score),
        "variant_exact": None if outcome.score is None else str(outcome.score),
        "variant_shown": None if outcome.score is None else shown(outcome.score),
        "variant_level": outcome.level and outcome.level.label,
        "variant_level_value": outcome.level and as_float(outcome.level.value),
        "moves": part.moves(variant),
        "lowered_by": " ".join(part.lowered_by) if variant == "one_lower" else None,
    }


def _part_document(part: PartSensitivity) -> dict[str, Any]:
    mean = Variant(part.score.score, part.score.level)
    return {
        "part": part.score.part,
        "id": part.score.id,
        "title": part.score.title,
        "number": part.score.number,
        "mean": _variant_document(mean),
        **{each: _variant_document(part.under(each)) for each in VARIANTS},
        "lowered_by": list(part.lowered_by),
    }


def _variant_document(outcome: Variant) -> dict[str, Any]:
    return {
        "score": as_float(outcome.score),
        "exact": None if outcome.score is None else str(outcome.score),
        "level": outcome.level and _level_document(outcome.level),
    }


def _level_document(level: Level) -> dict[str, Any]:
    return {"value": as_float(level.value), "label": level.label}


def _lowering_document(lowering: Lowering) -> dict[str, Any]:
    return {
        "criterion": lowering.rating.criterion,
        "to": _level_document(lowering.to),
        "lowers": {part: _level_document(level) for part, level in lowering.lowers},
    }


def sensitivity(assessment: Assessment) -> Sensitivity:
    """Say whether the picture would change under other rules, weights and answers.

    For the whole, each domain and each standard: the score by the mean rule,
    and beside it by the gated rule, with every criterion counting the same,
    with what is open at the lowest and at the highest level, and with any one
    rating a level lower.

    Args:
        assessment: the ratings and their framework.

    Returns:
        The parts with their variants, and what each single rating would do;
        :func:`sensitivity_text` puts them into a table and a sentence.
    """
    only("sensitivity", assessment, Assessment)
    card, gated = score(assessment), score(assessment, "gated")
    lowered = list(_every_lowering(card))
    parts = (card.overall, *card.domains, *card.standards)
    return Sensitivity(
        card,
        tuple(_part(card, each, gated[each.id], lowered) for each in parts),
        tuple(_lowering(card, rating, to, scores) for rating, to, scores in lowered),
    )


def _every_lowering(card: Scorecard) -> Iterator[Lowered]:
    """Each rating that has a level below it, that level, and the scores it would change."""
    levels = card.assessment.framework.scale.levels
    below = dict(zip(levels[1:], levels, strict=False))
    for criterion in card.criteria:
        if criterion.level in below:
            to = below[criterion.level]
            yield card.assessment.rating(criterion.id), to, _changed(card, criterion, to.value)


def _changed(card: Scorecard, criterion: Score, value: Fraction) -> dict[str, Fraction]:
    """The scores above a criterion if its own were this value, by ID, from below up."""
    changed = {criterion.id: value}
    for part in _above(card, criterion):
        pairs = [
            (each.weight, changed.get(each.id, each.score))
            for each in within(card, part)
            if each.score is not None
        ]
        changed[part.id] = card.rule.pool(pairs)
    return changed


def _above(card: Scorecard, criterion: Score) -> Iterator[Score]:
    """The standard and the domain that a criterion is in, and the whole."""
    yield next(each for each in card.standards if each.number == criterion.standard)
    yield next(each for each in card.domains if each.id == criterion.domain)
    yield card.overall


def _lowering(card: Scorecard, rating: Rating, to: Level, scores: dict[str, Fraction]) -> Lowering:
    reached = card.assessment.framework.scale.reached
    above = {part: reached(value) for part, value in scores.items() if part != rating.criterion}
    lowers = ((part, level) for part, level in above.items() if level != card[part].level)
    return Lowering(rating, to, tuple(lowers))


def _part(
    card: Scorecard, part: Score, gated: Score, lowered: Sequence[Lowered]
) -> PartSensitivity:
    outcome = partial(_outcome, card)
    once = {rating.criterion: scores[part.id] for rating, _, scores in lowered if part.id in scores}
    lower = (key for key, value in once.items() if outcome(value).level != part.level)
    return PartSensitivity(
        part,
        gated=outcome(gated.score),
        flat=outcome(_flat(card, part)),
        open_lowest=outcome(part.low),
        open_highest=outcome(part.high),
        one_lower=outcome(min(once.values(), default=part.score)),
        lowered_by=tuple(lower),
    )


def _outcome(card: Scorecard, value: Fraction | None) -> Variant:
    scale = card.assessment.framework.scale
    return Variant(value, None if value is None else scale.reached(value))


def _flat(card: Scorecard, part: Score) -> Fraction | None:
    """The mean of every rated criterion in a part, each counting the same."""
    values = [each.score for each in _ratings_in(card, part) if each.score is not None]
    return card.rule.pool([(ONE, value) for value in values]) if values else None


def _ratings_in(card: Scorecard, part: Score) -> Iterator[Score]:
    """The criteria in a part, however deep."""
    for each in within(card, part):
        yield from [each] if each.part == "criterion" else _ratings_in(card, each)
