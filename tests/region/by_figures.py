"""Councils of a region given by a few figures, for tests that need no ratings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.region.councils import CouncilRound, council_rounds
from commissioning_standards.region.summary import Result, Summary

from ..small import small_framework, small_scale, small_standard

__all__ = ["FRAMEWORK", "ON", "Figure", "council", "found", "returned", "together"]

SCALE = small_scale()
FRAMEWORK = small_framework(
    [small_standard(each, 1, [1, 1], SCALE) for each in (1, 2, 3)], [1], SCALE
)
ON = datetime.date(2027, 6, 30)
PERIOD = "2026-27"

# A score, or a score with its low and high; None is not rated.
Figure = str | tuple[str, str, str] | None


def found(part: str, name: str, figure: Figure, counts: tuple[int, int] = (2, 0)) -> Result:
    """One part's result."""
    spans = figure if isinstance(figure, tuple) else (figure, figure, figure)
    score, low, high = (None if each is None else Fraction(each) for each in spans)
    return Result(part, name, score, low, high, None, *counts, not_applicable=0)


def returned(
    name: str,
    standards: Mapping[int, Figure] | None = None,
    helping: cs.Helping | None = None,
    **changes: Any,
) -> Summary:
    """One return, by the scores of its standards."""
    results = [
        found("standard", f"standard-{number}", each) for number, each in (standards or {}).items()
    ]
    plain = Summary(
        file=f"{name}.xlsx",
        sha256="0" * 64,
        council=name,
        period=PERIOD,
        voice=None,
        is_agreed=True,
        date=None,
        framework=FRAMEWORK.id,
        edition=FRAMEWORK.edition,
        form="full",
        digest=FRAMEWORK.digest,
        rule="mean",
        rule_version=1,
        software="0",
        results=(found("overall", "overall", "2"), *results),
        helping=helping,
    )
    return evolve(plain, **changes)


def together(*returns: Summary) -> tuple[CouncilRound, ...]:
    """Returns by council and round."""
    return council_rounds(returns)


def council(
    name: str,
    standards: Mapping[int, Figure],
    asks: Iterable[str] = (),
    *,
    named: bool | None = True,
    **said: Any,
) -> CouncilRound:
    """One council, that may be named unless it is said otherwise."""
    (made,) = together(returned(name, standards, cs.Helping(named=named, asks=asks, **said)))
    return made
