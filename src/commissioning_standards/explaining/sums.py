"""A sum as it is made: what goes into it with which weight, and how a person writes it.

A sum is kept in exact fractions: whoever works it out by hand gets the score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from attrs import field, frozen

from ..figures import plain, shown
from ..rules import Rule
from ..scoring import Score, Scorecard

__all__ = ["Sum", "rounding", "within"]

ONE = Fraction(1)
TIMES = "\u00d7"
Pairs = tuple[tuple[Fraction, Fraction], ...]


def _pairs(pairs: Iterable[tuple[Fraction, Fraction]]) -> Pairs:
    return tuple(pairs)


@frozen
class Sum:
    """One score made of several values.

    Args:
        rule: how they make one.
        pairs: each weight with its value; at least one pair.
        of_levels: whether the values are those of levels, written as the scale
            has them (``0.5``), and not scores, written as fractions (``1/2``).
    """

    rule: Rule
    pairs: Pairs = field(converter=_pairs)
    of_levels: bool = False

    @property
    def result(self) -> Fraction:
        """What comes of it, exactly."""
        return self.rule.pool(self.pairs)

    @property
    def is_weighted(self) -> bool:
        """Whether a weight other than 1 has a part in it."""
        return self.rule.name != "gated" and any(weight != ONE for weight, _ in self.pairs)

    def __str__(self) -> str:
        """Such as ``(3 + 2 + 3) ÷ 3 = 8/3``, or ``the lowest of 3, 2, 3 is 2``."""
        write = plain if self.of_levels else str
        if self.rule.name == "gated":
            return _lowest(self, write)
        return _weighted(self, write) if self.is_weighted else _plain_mean(self, write)


def _lowest(made: Sum, write: Callable[[Fraction], str]) -> str:
    values = ", ".join(write(value) for _, value in made.pairs)
    return f"the lowest of {values} is {write(made.result)}"


def _plain_mean(made: Sum, write: Callable[[Fraction], str]) -> str:
    values = [write(value) for _, value in made.pairs]
    total = values[0] if _stands_alone(values) else f"({_added(values)})"
    return f"{total} ÷ {len(values)} = {made.result}"


def _weighted(made: Sum, write: Callable[[Fraction], str]) -> str:
    weights = [plain(weight) for weight, _ in made.pairs]
    products = [
        f"{weight} {TIMES} {_guarded(write(value))}"
        for weight, (_, value) in zip(weights, made.pairs, strict=True)
    ]
    divisor = weights[0] if _stands_alone(weights) else f"({' + '.join(weights)})"
    return f"({' + '.join(products)}) ÷ {divisor} = {made.result}"


def _stands_alone(texts: list[str]) -> bool:
    """Whether there is one text, and it needs no brackets beside a sign of division."""
    return len(texts) == 1 and "/" not in texts[0]


def _added(texts: list[str]) -> str:
    return " + ".join([texts[0], *map(_guarded, texts[1:])])


def _guarded(text: str) -> str:
    """A number below zero in brackets, so that two signs never stand side by side."""
    return f"({text})" if text.startswith("-") else text


def rounding(value: Fraction) -> str:
    """What showing a value to two decimals does to it: ``"exact"``, ``"up"`` or ``"down"``."""
    seen = Fraction(shown(value))
    if seen == value:
        return "exact"
    return "up" if seen > value else "down"


def within(card: Scorecard, score: Score) -> tuple[Score, ...]:
    """The scores that a score is made of, one step down; none for a criterion."""
    match score.part:
        case "criterion":
            return ()
        case "standard":
            return tuple(each for each in card.criteria if each.standard == score.number)
        case "domain":
            return tuple(each for each in card.standards if each.domain == score.id)
    return card.domains
