"""What stands out in one standard: what is strong, what is thin, and on what it rests.

The rules look at ratings and evidence beside each other; they judge neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from ..answers import written
from ..assessment import Confidence, Rating
from ..evidencing.ages import Age
from ..evidencing.coverage import Held
from ..parts import Criterion, Standard
from ..text import in_a_sentence, number_of
from .document import Statement
from .material import Material
from .telling import criterion_name, joined

__all__ = ["about_held", "at_or_above", "below", "strengths", "thin"]


@frozen
class Rated:
    """A criterion with its rating and the evidence that bears on it."""

    criterion: Criterion
    rating: Rating
    held: tuple[Held, ...]
    is_high: bool
    is_lowest: bool
    is_left_open: bool

    @property
    def has_fresh(self) -> bool:
        """Whether any of its evidence is fresh."""
        return any(each.age is Age.FRESH for each in self.held)

    @property
    def answer(self) -> str:
        """The criterion's name with its answer."""
        return f"{criterion_name(self.criterion)} is rated {in_a_sentence(self.said)}"

    @property
    def said(self) -> str:
        """The answer as people read it."""
        return written(self.rating.answer)


def _rated(material: Material, standard: Standard) -> Iterator[Rated]:
    lowest = material.framework.scale.lowest
    for criterion in standard.criteria:
        rating = material.assessment.rating(criterion.id)
        held = material.held(standard).bearing_on(criterion)
        value = rating.level.value if rating.level else None
        yield Rated(
            criterion,
            rating,
            held,
            is_high=value is not None and value >= material.good.value,
            is_lowest=value == lowest,
            is_left_open=material.is_left_open(rating),
        )


def strengths(material: Material, standard: Standard) -> Iterator[Statement]:
    """The criteria that are rated high, and have fresh evidence to show for it."""
    for each in _rated(material, standard):
        if each.is_high and each.has_fresh:
            yield Statement("strength", f"{each.answer}, and fresh evidence bears on it.")


def thin(material: Material, standard: Standard) -> Iterator[Statement]:
    """What is open, unsure, lowest, or rated high with little to show for it."""
    for each in _rated(material, standard):
        for rule, applies, text in THIN:
            if applies(each):
                yield Statement(rule, text(each))


Applies = Callable[[Rated], bool]
Text = Callable[[Rated], str]
THIN: tuple[tuple[str, Applies, Text], ...] = (
    (
        "open",
        lambda each: each.rating.is_open,
        lambda each: f"{criterion_name(each.criterion)} {_open(each)}.",
    ),
    (
        "lowest-level",
        lambda each: each.is_lowest and not each.is_high,
        lambda each: f"{each.answer}, the lowest level.",
    ),
    (
        "no-evidence",
        lambda each: each.is_high and not each.held,
        lambda each: f"{each.answer}, and no evidence is given for it.",
    ),
    (
        "old-evidence",
        lambda each: each.is_high and bool(each.held) and not each.has_fresh,
        lambda each: f"{each.answer}, and none of its evidence is known to be fresh.",
    ),
    (
        "low-confidence",
        lambda each: each.rating.confidence is Confidence.LOW,
        lambda each: f"Confidence in {criterion_name(each.criterion)} is low.",
    ),
)


def _open(rated: Rated) -> str:
    if rated.is_left_open:
        return "is open, as people differ on it"
    return "is not known" if rated.said else "is blank"


def about_held(material: Material, standard: Standard) -> Iterator[Statement]:
    """How much evidence one standard has, and of which kinds there is none."""
    held = material.held(standard)
    if not held.held:
        yield Statement("evidence", "No evidence is given.")
        return
    ages = [f"{len(held.aged(age))} {age.value.lower()}" for age in Age if held.aged(age)]
    pieces = number_of(len(held.held), "piece")
    yield Statement("evidence", f"{pieces[0].upper()}{pieces[1:]} of evidence: {joined(ages)}.")
    if held.missing:
        kinds = joined([each.value.lower() for each in held.missing])
        yield Statement("evidence-kinds", f"Kinds of which there is none: {kinds}.")


def at_or_above(material: Material, standard: Standard) -> tuple[Criterion, ...]:
    """The criteria that are rated high."""
    return tuple(each.criterion for each in _rated(material, standard) if each.is_high)


def below(material: Material, standard: Standard) -> tuple[Criterion, ...]:
    """The criteria that are rated, and not high."""
    return tuple(
        each.criterion
        for each in _rated(material, standard)
        if each.rating.level and not each.is_high
    )
