"""The rules that make one score of several.

The route map prints no scoring rule; these are this software's own.

- **mean**, version 1: a standard's score is the weighted mean of its rated
  criteria, a domain's of its standards that have a score, and the overall score
  of the domains that have one. Not applicable leaves both sums.
- **gated**, version 1, for comparison: a standard is at the lowest of its rated
  criteria, a domain at the lowest of its standards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm

from attrs import frozen

from .problems import AssessmentError, did_you_mean, problem, quoted

__all__ = ["RULES", "Rule", "Weighted", "rule_named"]

Weighted = Sequence[tuple[Fraction, Fraction]]


@frozen
class Rule:
    """A way to make one score of several.

    Args:
        name: such as ``"mean"``.
        version: raised when a score could come out differently.
        summary: the rule in a sentence.
        pool: from (weight, value) pairs, at least one, to a value.
    """

    name: str
    version: int
    summary: str
    pool: Callable[[Weighted], Fraction]


def _mean(pairs: Weighted) -> Fraction:
    """The weighted mean in whole numbers: many times faster than adding fractions."""
    weights = _over_one_denominator([weight for weight, _ in pairs])[0]
    values, denominator = _over_one_denominator([value for _, value in pairs])
    total = sum(weight * value for weight, value in zip(weights, values, strict=True))
    return Fraction(total, denominator * sum(weights))


def _over_one_denominator(numbers: list[Fraction]) -> tuple[list[int], int]:
    shared = lcm(*(number.denominator for number in numbers))
    return [number.numerator * (shared // number.denominator) for number in numbers], shared


def _lowest(pairs: Weighted) -> Fraction:
    return min(value for _, value in pairs)


RULES = (
    Rule("mean", 1, "A score is the weighted mean of the parts that have one.", _mean),
    Rule("gated", 1, "A score is the lowest of the parts that have one.", _lowest),
)


def rule_named(name: str) -> Rule:
    """Find a scoring rule.

    Raises:
        AssessmentError: there is no rule of that name.
    """
    by_name = {rule.name: rule for rule in RULES}
    if name in by_name:
        return by_name[name]
    hint = did_you_mean(name, by_name)
    raise AssessmentError([problem("unknown-rule", found=quoted(name), allowed=by_name, hint=hint)])
