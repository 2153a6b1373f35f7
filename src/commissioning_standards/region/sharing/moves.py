"""How many councils joined and left between two rounds: for the region, and for anybody."""

from __future__ import annotations

from collections.abc import Iterable

from .publication import Publication
from .trend import Trend

__all__ = ["moves_to_share", "trend_in_words"]

NOT_SHOWN = "Some councils joined or left; how many is not shown."
NOT_IN_FIGURES = "Those who joined or left are not in these figures."


def trend_in_words(trend: Trend) -> str:
    """How many councils are in both rounds, and how many joined and left; for the region alone."""
    both = len(trend.placings.councils)
    return _told(trend.before, both, _counted(len(trend.joined), len(trend.left)))


def moves_to_share(levels: Publication, change: Publication, before: str) -> str:
    """The same as it may be shared: of the tables that are, and without a small number.

    While tables stand as they were, this stands too: it is told of the councils
    that they count, and of those that had left then, not of those that are there now.

    Args:
        levels: the table of levels, and whom it counts.
        change: the table of changes, and whom it counts.
        before: the earlier round, as it is written.
    """
    both = {each.council for each in change.councils}
    joined = len({each.council for each in levels.councils} - both)
    left = change.standing.left
    is_safe = all(not each or each >= change.table.minimum for each in (joined, left))
    return _told(before, len(both), _counted(joined, left) if is_safe else [NOT_SHOWN])


def _counted(joined: int, left: int) -> list[str]:
    return [f"Joined since: {joined}.", f"Left since: {left}."]


def _told(before: str, both: int, moved: Iterable[str]) -> str:
    lead = f"Councils in this round and in {before}: {both}."
    return " ".join([lead, *moved, NOT_IN_FIGURES])
