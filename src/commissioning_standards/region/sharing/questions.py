"""What is asked of every council in a region's table, and the cells it can fall into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from attrs import frozen

from ...figures import plain
from ...framework import Framework
from ...scale import Scale

__all__ = ["NO_SCORE", "Block", "Measure", "Question", "questions_of"]

NO_SCORE = "No score"
SPREAD = ("Fewer than two voices", "Under half a step", "Under a step", "A step or more")
AWARENESS = ("Cannot be told", "Sees itself lower", "Alike", "Sees itself higher")
CHANGE = ("Cannot be compared", "Lower level", "Same level", "Higher level")
HALF = Fraction(1, 2)


class Measure(Enum):
    """What a row of the table counts."""

    LEVEL = "Level reached"
    SPREAD = "How far the voices within a council are apart"
    AWARENESS = "Own view beside the peer team's"
    CHANGE = "Change since the round before"


@frozen
class Block:
    """Cells that people know by one name, such as the two halves of a level.

    Args:
        name: such as ``"2 Developing"``.
        first: the place of the first cell.
        last: the place of the last cell.
    """

    name: str
    first: int
    last: int


@frozen
class Question:
    """One row: what is counted of which part.

    Args:
        measure: what is counted.
        part: ``"domain"``, ``"standard"`` or ``"criterion"``.
        id: the part's ID.
        title: what to call the part.
        domain: the ID of the domain it is in.
        blocks: what a council can fall into, in order; the first is for those
            of whom nothing can be said.
        starts: for a score, where each cell but the first starts on the scale.
    """

    measure: Measure
    part: str
    id: str
    title: str
    domain: str
    blocks: tuple[Block, ...]
    starts: tuple[Fraction, ...] = ()

    @property
    def key(self) -> str:
        """Measure and part, as no other row has them, and how many cells there are."""
        return f"{self.measure.name.lower()}:{self.part}:{self.id}:{self.cells}"

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return self.blocks[-1].last + 1

    @cached_property
    def cuts(self) -> frozenset[int]:
        """The first cell of every block but the first."""
        return frozenset(each.first for each in self.blocks[1:])

    def block_of(self, cell: int) -> Block:
        """The block that a cell is in."""
        return next(each for each in self.blocks if cell <= each.last)

    def name(self, first: int, last: int, *, whole: bool) -> str:
        """What to call neighbouring cells.

        Args:
            first: the place of the first of them.
            last: the place of the last.
            whole: whether to name whole blocks, rather than figures on the scale.
        """
        if whole:
            return _joined([each.name for each in self.blocks if first <= each.last <= last])
        return self._figures(first, last)

    def _figures(self, first: int, last: int) -> str:
        if last == 0:
            return NO_SCORE
        below = f"below {plain(self.starts[last])}" if last < self.cells - 1 else ""
        if first == 0:
            return f"{NO_SCORE} or {below}"
        start = plain(self.starts[first - 1])
        return f"{start} to {below}" if below else f"{start} or above"


def _joined(names: Sequence[str]) -> str:
    """Names joined by "or", as in the middle of a sentence after the first."""
    first, *rest = names
    lower = [f"{each[:1].lower()}{each[1:]}" for each in rest]
    return " or ".join(filter(None, [", ".join([first, *lower[:-1]]), *lower[-1:]]))


def questions_of(framework: Framework, *measures: Measure) -> tuple[Question, ...]:
    """Every row of a framework's table, measure by measure.

    Levels and changes are counted of domains, standards and criteria; how far
    voices are apart and what the peer team sees otherwise, of standards. There
    is none for the whole: no one word is made of a council. The levels of
    domains and standards have two halves each, as their scores have decimals:
    where whole levels would have to be held back, halves may be shown.
    """
    return tuple(each for measure in measures for each in _of(framework, measure))


def _of(framework: Framework, measure: Measure) -> Iterator[Question]:
    for part, id_, title, domain in _parts(framework):
        if measure is Measure.LEVEL:
            starts = _starts(framework.scale, halves=part != "criterion")
            blocks = _levels(framework.scale, starts)
            yield Question(measure, part, id_, title, domain, blocks, starts)
        elif measure is Measure.CHANGE or part == "standard":
            yield Question(measure, part, id_, title, domain, _blocks(measure))


def _blocks(measure: Measure) -> tuple[Block, ...]:
    names = {Measure.SPREAD: SPREAD, Measure.AWARENESS: AWARENESS, Measure.CHANGE: CHANGE}
    return tuple(Block(name, place, place) for place, name in enumerate(names[measure]))


def _starts(scale: Scale, *, halves: bool) -> tuple[Fraction, ...]:
    """Where each cell of a score starts: every level, and halfway to the next one."""
    values = [level.value for level in scale]
    middles = [(low + high) * HALF for low, high in pairwise(values)] if halves else []
    return tuple(sorted([*values, *middles]))


def _levels(scale: Scale, starts: tuple[Fraction, ...]) -> tuple[Block, ...]:
    """No score, and each level with its cells."""
    firsts = [1 + starts.index(level.value) for level in scale]
    lasts = [each - 1 for each in firsts[1:]] + [len(starts)]
    names = [level.choice for level in scale]
    return (Block(NO_SCORE, 0, 0), *map(Block, names, firsts, lasts))


def _parts(framework: Framework) -> Iterator[tuple[str, str, str, str]]:
    for domain in framework.domains:
        yield "domain", domain.id, domain.title, domain.id
    for standard in framework.standards:
        yield "standard", standard.id, standard.heading, standard.domain
    for standard in framework.standards:
        for criterion in standard.criteria:
            yield "criterion", criterion.id, f"{criterion.id} {criterion.name}", standard.domain
