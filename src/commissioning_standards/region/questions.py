"""What is asked of every council in a region's table, and the cells it can fall into."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from ..framework import Framework

__all__ = ["Measure", "Question", "questions_of"]

NO_SCORE = "No score"
SPREAD = ("Fewer than two voices", "Under half a step", "Under a step", "A step or more")
AWARENESS = ("Cannot be told", "Sees itself lower", "Alike", "Sees itself higher")
CHANGE = ("Cannot be compared", "Lower level", "Same level", "Higher level")


class Measure(Enum):
    """What a row of the table counts."""

    LEVEL = "Level reached"
    SPREAD = "How far the voices within a council are apart"
    AWARENESS = "Own view beside the peer team's"
    CHANGE = "Change since the round before"


@frozen
class Question:
    """One row: what is counted of which part.

    Args:
        measure: what is counted.
        part: ``"domain"``, ``"standard"`` or ``"criterion"``.
        id: the part's ID.
        title: what to call the part.
        domain: the ID of the domain it is in.
        cells: what a council can fall into, in order; the first is for those
            of whom nothing can be said.
    """

    measure: Measure
    part: str
    id: str
    title: str
    domain: str
    cells: tuple[str, ...]

    @property
    def key(self) -> str:
        """Measure and part, as no other row has them."""
        return f"{self.measure.name.lower()}:{self.part}:{self.id}"


def questions_of(framework: Framework, *measures: Measure) -> tuple[Question, ...]:
    """Every row of a framework's table, measure by measure.

    Levels and changes are counted of domains, standards and criteria; how far
    voices are apart and what the peer team sees otherwise, of standards. There
    is none for the whole: no one word is made of a council.
    """
    return tuple(each for measure in measures for each in _of(framework, measure))


def _of(framework: Framework, measure: Measure) -> Iterator[Question]:
    levels = tuple(level.choice for level in framework.scale)
    cells = {
        Measure.LEVEL: (NO_SCORE, *levels),
        Measure.SPREAD: SPREAD,
        Measure.AWARENESS: AWARENESS,
        Measure.CHANGE: CHANGE,
    }[measure]
    whole = measure in {Measure.LEVEL, Measure.CHANGE}
    for part, id_, title, domain in _parts(framework):
        if whole or part == "standard":
            yield Question(measure, part, id_, title, domain, cells)


def _parts(framework: Framework) -> Iterator[tuple[str, str, str, str]]:
    for domain in framework.domains:
        yield "domain", domain.id, domain.title, domain.id
    for standard in framework.standards:
        yield "standard", standard.id, standard.heading, standard.domain
    for standard in framework.standards:
        for criterion in standard.criteria:
            yield "criterion", criterion.id, f"{criterion.id} {criterion.name}", standard.domain
