"""A region in a notebook: what became of the files, and what may be shared."""

from __future__ import annotations

from collections.abc import Iterator

from ..notebook.page import shown_notes, shown_table
from ..version import VERSION
from .collation import Collation
from .councils import CouncilRound
from .publishing import Region
from .reading import Fate
from .region_words import region_in_words
from .sharing import SharedTable
from .telling import (
    HELD_BACK,
    counted_in_words,
    made_from,
    minimum_in_words,
)

__all__ = ["collation", "region", "table"]

COUNCILS = ("Council", "Round", "Returns", "Speaks for it")
GROUPS = ("", "Councils in each group")
NOT_TO_SHARE = "It names councils: not to be shared."


def collation(collated: Collation) -> str:
    """Each council of each round, and which return speaks for it; for the region alone."""
    counts = ", ".join(f"{len(collated.of(fate))} {fate.value}" for fate in Fate)
    notes = (NOT_TO_SHARE, f"Rule {collated.rule}; commissioning-standards {VERSION}.")
    rows = (_council(each) for each in collated.rounds)
    return shown_table(f"Files: {counts}", COUNCILS, rows, notes)


def _council(found: CouncilRound) -> tuple[str, ...]:
    own = found.own.file if found.own else "none"
    return (found.council, found.period, str(len(found.returns)), own)


def region(shared: Region) -> str:
    """Every table of a round that may be shared, and what came of sharing."""
    told = shown_notes(region_in_words(shared).splitlines())
    return "\n".join([*map(table, shared.tables), told])


def table(shared: SharedTable) -> str:
    """Domains and standards with the size of each group; nothing but what may be shared."""
    notes = (minimum_in_words(shared), shared.framework.note, made_from(shared))
    caption = f"{shared.framework.name}, {shared.period}. {counted_in_words(shared)}"
    return shown_table(caption, GROUPS, _rows(shared), notes)


def _rows(shared: SharedTable) -> Iterator[tuple[str, str]]:
    for row in shared.rows:
        groups = "; ".join(f"{row.label(run)}: {run.count}" for run in row.runs)
        if row.question.part != "criterion":
            yield f"{row.question.title}, {row.question.measure.value.lower()}", groups or HELD_BACK
