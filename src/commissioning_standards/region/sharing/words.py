"""What came of sharing, in a few plain lines for the region."""

from __future__ import annotations

from collections.abc import Iterator

from .editions import Fate, run_after
from .moves import trend_in_words
from .publication import Publication
from .publishing import Region
from .telling import counted_in_words, minimum_in_words

__all__ = ["region_in_words"]

FORGET = "If it was given to nobody, say so (--never-shared)."
NOTHING = "Nothing to share: no council has a view of its own in any round."
FATES = {
    Fate.NEW: "It is new.",
    Fate.SAME: "It is the one of before: no council's answers have changed since.",
    Fate.TOO_FEW: (
        "It is the one of before: too few councils have joined, left or sent another return "
        "since. Whoever has both could subtract them."
    ),
}


def region_in_words(region: Region | None) -> str:
    """What may be shared, of how many councils, and whether it is new.

    Args:
        region: the round; None where there is nothing to share.
    """
    return "\n".join(_lines(region)) if region else NOTHING


def _lines(region: Region) -> Iterator[str]:
    table = region.levels.table
    yield f"To share, {table.period}: {counted_in_words(table)} {minimum_in_words(table)}"
    last = run_after(region.editions) - 1
    yield from _publication("The table of levels", region.levels, last)
    if region.change and region.trend:
        yield trend_in_words(region.trend)
        yield from _publication("The table of changes", region.change, last)
    yield from map(str, region.notes)


def _publication(name: str, publication: Publication, last: int) -> Iterator[str]:
    """What became of a table; only one that the last run made can be forgotten."""
    rows = publication.table.rows
    back = sum(each.is_held_back for each in rows)
    is_kept = publication.fate is Fate.TOO_FEW and publication.standing.run == last
    remedy = f" {FORGET}" if is_kept else ""
    said = f"{FATES[publication.fate]}{remedy}"
    yield f"{name}: {len(rows)} rows, of which {back} are held back. {said}"
