"""The small parts of our sentences: lists, counts, days and names, each in one way."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from ..comparing.gaps import Gap
from ..parts import Criterion, Standard
from ..scoring import Score
from ..text import in_a_sentence
from ..text import joined as all_joined

__all__ = ["criterion_name", "day", "joined", "named", "quoted_name", "standard_name"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
MOST_NAMED = 10


def day(date: datetime.date | None, missing: str = "no date") -> str:
    """A day as people write it: ``30 September 2026``."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}" if date else missing


def joined(parts: Sequence[str]) -> str:
    """A list in a sentence: ``4, 6 and 9``; of a long one the first, and how many more."""
    if len(parts) > MOST_NAMED + 1:
        return f"{', '.join(parts[:MOST_NAMED])} and {len(parts) - MOST_NAMED} more"
    return all_joined(parts)


def named(standards: Iterable[Score | Gap | Standard]) -> tuple[str, ...]:
    """Standards as a list has them, each with its number and its title."""
    return tuple(in_a_sentence(f"{each.number} {each.title}") for each in standards)


def quoted_name(text: str) -> str:
    """Somebody's title within a sentence of ours."""
    return f"“{in_a_sentence(text)}”"


def standard_name(score: Score) -> str:
    """A standard within a sentence: its number and its title."""
    return f"standard {score.number}, {quoted_name(score.title)}"


def criterion_name(criterion: Criterion) -> str:
    """A criterion within a sentence: its name and its ID."""
    return f"{quoted_name(criterion.name)} ({criterion.id})"
