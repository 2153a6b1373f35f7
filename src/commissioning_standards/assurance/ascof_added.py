"""Which ASCOF measures become evidence in a return, and which do not and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..assessment import Assessment
from ..problems import Problem, problem
from ..text import one_line
from .ascof import Ascof, AscofLine
from .ascof_file import LevelOf
from .ascof_words import ascof_evidence, ties_of, untied_measures
from .crosswalk import Crosswalk

__all__ = ["notes_on_adding"]


def notes_on_adding(
    found: Ascof, crosswalk: Crosswalk, assessment: Assessment
) -> tuple[Problem, ...]:
    """A note on what goes into a return, and one for each reason why something does not.

    Args:
        found: a council's figures.
        crosswalk: from a framework to ASCOF.
        assessment: the return, before they are added.
    """
    held = set(assessment.evidence)
    tied = [each for each in _lines(found) if ties_of(found, each, crosswalk)]
    made = zip(
        [each for each in tied if _has_figure(each)], ascof_evidence(found, crosswalk), strict=True
    )
    added: list[AscofLine] = []
    there: list[AscofLine] = []
    for line, evidence in made:
        (there if evidence in held else added).append(line)
    missing = [each for each in tied if not _has_figure(each)]
    told = {"measures-added": added, "measures-there": there, "measures-no-figure": missing}
    notes = [problem(code, found=_named(lines)) for code, lines in told.items() if lines]
    return (*notes, *untied_measures(found, crosswalk))


def _lines(found: Ascof) -> Iterator[AscofLine]:
    return (line for year in found.years for line in found.headline(year))


def _has_figure(line: AscofLine) -> bool:
    own = line.outcomes.get(LevelOf.COUNCIL)
    return own is not None and own.value is not None


def _named(lines: Iterable[AscofLine]) -> str:
    """Measures by year: ``2024-25: 1A, 1B; 2025-26: 1A``."""
    by_year: dict[str, list[str]] = {}
    for line in lines:
        by_year.setdefault(line.year, []).append(one_line(line.code))
    return "; ".join(f"{year}: {', '.join(dict.fromkeys(each))}" for year, each in by_year.items())
