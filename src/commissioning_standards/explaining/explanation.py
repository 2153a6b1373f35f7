"""Why a score is what it is: every part that entered it, and every part that did not.

An explanation of a part holds the explanations of the parts it is made of, down
to each rating with the cell it was read from. Nothing is worked out anew: the
figures are the scorecard's, and the sums lead to them exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from ..answers import Answer, written
from ..assessment import Rating, Source
from ..figures import shown
from ..given import only
from ..problems import AssessmentError, Place, did_you_mean, problem, quoted
from ..rules import Rule
from ..scorecards import scorecard_document
from ..scoring import Score, Scorecard, as_float
from ..shown import ShownInNotebooks
from .sums import Sum, rounding, within

__all__ = ["Explanation", "LeftOut", "explain", "explain_all"]

SCHEMA = "commissioning-standards/explanation/1"
STAMPS = ("software", "framework", "form", "scale", "scoring", "assessment")


class LeftOut(Enum):
    """Why a part has no score, and so enters none."""

    NOT_APPLICABLE = "not applicable"
    BLANK = "blank"
    DONT_KNOW = "don't know"
    NOTHING_APPLIES = "nothing in it applies"
    NOTHING_RATED = "no score"


OF_ANSWERS = {
    Answer.NOT_APPLICABLE: LeftOut.NOT_APPLICABLE,
    Answer.BLANK: LeftOut.BLANK,
    Answer.DONT_KNOW: LeftOut.DONT_KNOW,
}


@frozen(repr=False)
class Explanation(ShownInNotebooks):
    """How one score was made.

    Args:
        card: the scorecard it is a score of.
        score: what is explained: its figures, its weight one step up, its counts.
        parts: explanations of what it is made of, in the framework's order;
            none for a criterion.
        rating: a criterion's answer, with its reason and where it was read.
        typed: a criterion's answer as it stood in the cell, quoted, where that
            was tidied; ``""`` where it stood as it is offered.
    """

    card: Scorecard = field(repr=False)
    score: Score
    parts: tuple[Explanation, ...] = ()
    rating: Rating | None = None
    typed: str = ""

    @property
    def rule(self) -> Rule:
        """The rule it was made by, with its version."""
        return self.card.rule

    @property
    def entered(self) -> tuple[Explanation, ...]:
        """The parts that have a score, and so make this one."""
        return tuple(each for each in self.parts if each.score.score is not None)

    @property
    def left_out(self) -> tuple[Explanation, ...]:
        """The parts that have no score; :attr:`reason` says of each why."""
        return tuple(each for each in self.parts if each.score.score is None)

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """Every rating that entered, directly or through the parts."""
        if self.rating:
            return (self.rating,) if self.rating.level else ()
        return tuple(rating for each in self.entered for rating in each.ratings)

    @property
    def open_answers(self) -> tuple[Rating, ...]:
        """Every blank and don't know in it, for which low and high put in a level."""
        if self.rating:
            return (self.rating,) if self.rating.is_open else ()
        return tuple(rating for each in self.parts for rating in each.open_answers)

    @property
    def reason(self) -> LeftOut | None:
        """Why there is no score; None where there is one."""
        if self.score.score is not None:
            return None
        if self.rating and isinstance(self.rating.answer, Answer):
            return OF_ANSWERS[self.rating.answer]
        return LeftOut.NOTHING_RATED if self.score.applies else LeftOut.NOTHING_APPLIES

    @property
    def sum(self) -> Sum | None:
        """The sum that makes the score; None for a criterion, or without a score."""
        return self._sum_of("score")

    @property
    def low_sum(self) -> Sum | None:
        """The sum that makes the low: each part that applies, at its own low."""
        return self._sum_of("low")

    @property
    def high_sum(self) -> Sum | None:
        """The sum that makes the high: each part that applies, at its own high."""
        return self._sum_of("high")

    def _sum_of(self, figure: str) -> Sum | None:
        values = ((each.score.weight, getattr(each.score, figure)) for each in self.parts)
        pairs = [(weight, value) for weight, value in values if value is not None]
        return Sum(self.rule, pairs, self.score.part == "standard") if pairs else None

    @property
    def exact(self) -> str | None:
        """The score as a fraction, such as ``"8/3"``."""
        return None if self.score.score is None else str(self.score.score)

    @property
    def shown(self) -> str | None:
        """The score as it is shown, such as ``"2.67"``."""
        return None if self.score.score is None else shown(self.score.score)

    @property
    def rounded(self) -> str | None:
        """What showing did to it: ``"up"``, ``"down"``, or ``"exact"`` where nothing."""
        return None if self.score.score is None else rounding(self.score.score)

    def rows(self) -> list[dict[str, object]]:
        """One flat dict for this and each part in it: the scorecard's row, and how it was made."""
        of_card = {str(row["id"]): row for row in self.card.rows()}
        return [of_card[each.score.id] | each._row(of) for each, of in self._walked(None)]

    def _walked(self, of: str | None) -> Iterator[tuple[Explanation, str | None]]:
        """This and every part in it, each with the ID of what it is a part of."""
        yield self, of
        for each in self.parts:
            yield from each._walked(self.score.id)

    def _row(self, of: str | None) -> dict[str, object]:
        return {
            "within": of,
            "entered": self.reason is None,
            **self._figures,
            "sum": None if self.sum is None else str(self.sum),
            **self._answer,
        }

    def as_dict(self) -> dict[str, Any]:
        """The same as plain data, fit for JSON: figures as numbers, and exact as text."""
        stamps = scorecard_document(self.card)
        return {"schema": SCHEMA} | {key: stamps[key] for key in STAMPS} | self._document()

    def _document(self) -> dict[str, Any]:
        level = self.score.level
        return {
            "part": self.score.part,
            "id": self.score.id,
            "title": self.score.title,
            "number": self.score.number,
            **self._figures,
            "level": level and {"value": as_float(level.value), "label": level.label},
            "rated": self.score.rated,
            "open": self.score.open,
            "not_applicable": self.score.not_applicable,
            "sums": {name: None if made is None else str(made) for name, made in self._sums()},
            "put_in": self._put_in(),
            **self._answer,
            "entered": [each._document() for each in self.entered],
            "left_out": [each._document() for each in self.left_out],
        }

    @property
    def _figures(self) -> dict[str, object]:
        score = self.score
        return {
            "score": as_float(score.score),
            "exact": self.exact,
            "shown": self.shown,
            "rounded": self.rounded,
            "reason": self.reason.value if self.reason else None,
            "low": as_float(score.low),
            "low_exact": _text(score.low),
            "high": as_float(score.high),
            "high_exact": _text(score.high),
            "weight": as_float(score.weight),
            "weight_exact": str(score.weight),
        }

    @property
    def _answer(self) -> dict[str, object]:
        """A criterion's answer, what was written beside it, and where it was read."""
        rating, origin = self.rating or Rating(""), self.origin
        return {
            "answer": written(rating.answer) or None,
            "typed": self.typed or None,
            "comment": rating.comment or None,
            "read_from": origin.file or None,
            "sheet": origin.sheet or None,
            "cell": origin.cell or None,
        }

    @property
    def origin(self) -> Place:
        """The file, sheet and cell of a criterion's answer, as far as they are known."""
        return (self.rating and self.rating.origin) or Place()

    def _sums(self) -> Iterator[tuple[str, Sum | None]]:
        return ((name, self._sum_of(name)) for name in ("score", "low", "high"))

    def _put_in(self) -> dict[str, Any]:
        """Which open criteria low and high put a level in for, and the two levels' values."""
        scale = self.card.assessment.framework.scale
        criteria = [each.criterion for each in self.open_answers]
        low, high = as_float(scale.lowest), as_float(scale.highest)
        return {"criteria": criteria, "low": low, "high": high}


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def explain(card: Scorecard, name: str | int) -> Explanation:
    """Explain one score: what entered it, what did not, and the sum that it is.

    The figures and the rule are the scorecard's; the rules are in
    :mod:`commissioning_standards.rules`.

    Args:
        card: the scores of one assessment, by either rule.
        name: what is explained, by the names that the scorecard knows:
            ``"overall"``, a domain such as ``"inclusive"``, a standard such as
            ``4``, or a criterion such as ``"4.1"``.

    Returns:
        The explanation; :func:`explanation_text` writes it as a person would.

    Raises:
        AssessmentError: the card has no part of that name.
    """
    only("explain", card, Scorecard)
    (explanation,) = explain_all([card], [str(name)])
    return explanation


def explain_all(cards: Iterable[Scorecard], names: Iterable[str]) -> list[Explanation]:
    """Explain parts of several scorecards, each card's in the order asked for.

    Raises:
        AssessmentError: a card has no part of a name; carries one problem a name.
    """
    asked = list(dict.fromkeys(names))
    explained, faults = [], {}
    for card in cards:
        for name in asked:
            try:
                explained.append(_explained(card, card[name], _typed(card.assessment.source)))
            except KeyError:
                hint = did_you_mean(name, _names(card))
                faults[name] = problem("not-one-to-explain", found=quoted(name), hint=hint)
    if faults:
        raise AssessmentError(faults.values())
    return explained


def _names(card: Scorecard) -> list[str]:
    """Every name that a part is found by."""
    return [each.id for each in card.parts] + [str(each.number) for each in card.standards]


def _typed(source: Source | None) -> dict[tuple[str, str], str]:
    """What stood in the cells whose answers were tidied, by sheet and cell."""
    notes = source.notes if source else ()
    tidied = (each for each in notes if each.code == "tidied")
    return {(each.place.sheet, each.place.cell): each.found for each in tidied}


def _explained(card: Scorecard, score: Score, typed: dict[tuple[str, str], str]) -> Explanation:
    parts = tuple(_explained(card, each, typed) for each in within(card, score))
    if parts:
        return Explanation(card, score, parts)
    rating = card.assessment.rating(score.id)
    place = rating.origin or Place()
    return Explanation(card, score, (), rating, typed.get((place.sheet, place.cell), ""))
