"""A region in a notebook: what became of the files, and what may be shared."""

from __future__ import annotations

from collections.abc import Iterator

from ..notebook.page import shown_notes, shown_table
from ..version import VERSION
from .collating.collation import Collation
from .collating.reading import Fate
from .councils import CouncilRound
from .helping.buddies import Buddies
from .helping.confidential import made_from_in_words, own_returns
from .sharing.publishing import Region
from .sharing.table import SharedTable
from .sharing.telling import (
    HELD_BACK,
    counted_in_words,
    made_from,
    minimum_in_words,
)
from .sharing.words import region_in_words

__all__ = ["buddies", "collation", "region", "table"]

COUNCILS = ("Council", "Round", "Returns", "Speaks for it")
MATCHES = ("Asks for help", "Standard", "Who can help, or why nobody was found")
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


def buddies(found: Buddies) -> str:
    """Who asks for help with what, and who can give it; for the region alone."""
    met = ((each.asker, each.standard, each.helper.council) for each in found.matches)
    unmet = ((each.asker, each.standard, each.reason.value) for each in found.unmet)
    rows = ((asker.council, standard.heading, told) for asker, standard, told in (*met, *unmet))
    notes = (NOT_TO_SHARE, *made_from_in_words(own_returns(found.councils)))
    return shown_table(f"Buddies, {found.period}", MATCHES, rows, notes)


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
