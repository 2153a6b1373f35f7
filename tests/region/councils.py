"""Councils of one small standard, given by the ratings of each voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.region.councils import CouncilRound, council_rounds
from commissioning_standards.region.summary import Summary, summarise

from ..small import one_standard

__all__ = ["FRAMEWORK", "rated", "rounds"]

FRAMEWORK = one_standard()


def rated(
    ratings: Sequence[object],
    council: str = "Borsetshire",
    voice: cs.Voice | None = None,
    period: str = "2026-27",
) -> Summary:
    """A return that rates the small standard's two criteria so."""
    answers = {f"1.{number}": each for number, each in enumerate(ratings, 1)}
    made = cs.assess(
        FRAMEWORK,
        answers,
        council=council,
        period=period,
        respondent=cs.Respondent("", voice),
    )
    return evolve(summarise(made), file=f"{council} {voice}", sha256=f"{council}{ratings}")


def rounds(
    councils: Mapping[str, Sequence[object]], period: str = "2026-27"
) -> tuple[CouncilRound, ...]:
    """Councils by name, each with the ratings of its own view."""
    return council_rounds(rated(ratings, name, period=period) for name, ratings in councils.items())
