"""Small regions given by their counts, for tests of what may be shared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from commissioning_standards.region.sharing.placing import Placed, Placings
from commissioning_standards.region.sharing.questions import Block, Measure, Question

from ..small import one_standard

__all__ = ["counted", "placed", "splits"]

FRAMEWORK = one_standard()


def splits(total: int, cells: int) -> Iterator[tuple[int, ...]]:
    """Every way in which so many councils can fall into so many cells."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in splits(total - first, cells - 1):
            yield (first, *rest)


def placed(counts: Sequence[int], name: str = "council") -> tuple[Placed, ...]:
    """Councils that fall into the cells of one row as counted."""
    return tuple(
        Placed(f"{name} {cell} {number}", f"{cell}", bytes([cell]))
        for cell, many in enumerate(counts)
        for number in range(many)
    )


def counted(councils: tuple[Placed, ...], cells: int) -> Placings:
    """A table of one row."""
    blocks = tuple(Block(f"Cell {each}", each, each) for each in range(cells))
    question = Question(Measure.LEVEL, "standard", "a", "Standard A", "domain-1", blocks)
    return Placings(FRAMEWORK, "2026-27", (question,), councils)
