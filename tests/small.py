"""Small frameworks given by their weights, for tests that need no words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import commissioning_standards as cs
from commissioning_standards.parts import Described

Number = int | str | Fraction


def small_scale(values: Sequence[Number] = (1, 2, 3, 4)) -> cs.Scale:
    """Levels of these values, called Level A, Level B and so on."""
    levels: Any = [
        cs.Level(f"level-{index}", Fraction(value), f"Level {'ABCDEFGH'[index]}")
        for index, value in enumerate(values)
    ]
    return cs.Scale(levels)


def small_standard(
    number: int,
    domain: int,
    weights: Sequence[Number],
    scale: cs.Scale,
    weight: Number = 1,
) -> cs.Standard:
    """A standard with one criterion for each weight."""
    described = tuple(Described(level.id, f"At {level.label}") for level in scale)
    criteria = tuple(
        cs.Criterion(f"{number}.{each}", "Name", "How far?", described, weight=Fraction(counts))
        for each, counts in enumerate(weights, 1)
    )
    return cs.Standard(
        number,
        f"standard-{number}",
        f"domain-{domain}",
        f"Standard {number}",
        "What it asks",
        "We are asked",
        criteria,
        weight=Fraction(weight),
    )


def small_framework(
    standards: Sequence[cs.Standard], domain_weights: Sequence[Number], scale: cs.Scale
) -> cs.Framework:
    """A framework of these standards, with one domain for each weight."""
    domains: Any = [
        cs.Domain(f"domain-{each}", f"Domain {each}", weight=Fraction(weight))
        for each, weight in enumerate(domain_weights, 1)
    ]
    return cs.Framework("small", "1", "A small framework", scale, domains, tuple(standards))


def one_standard(criteria: int = 2, values: Sequence[Number] = (1, 2, 3, 4)) -> cs.Framework:
    """One domain with one standard of so many criteria."""
    scale = small_scale(values)
    return small_framework([small_standard(1, 1, [1] * criteria, scale)], [1], scale)
