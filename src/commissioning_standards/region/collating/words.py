"""What came of collating, in a few plain lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...problems import Problem
from ...text import number_of, one_line
from .collation import Collation
from .reading import CollatedFile, Fate

__all__ = ["collation_in_words", "refused_in_words"]

MOST, MOST_NAMES = 10, 5


def collation_in_words(collation: Collation, listing: str) -> str:
    """How many files and councils there are, and what to look at first.

    Args:
        collation: what was read.
        listing: the file that has everything in full.
    """
    return "\n".join(_lines(collation, listing))


def _lines(collation: Collation, listing: str) -> Iterator[str]:
    counts = {fate: len(collation.of(fate)) for fate in Fate}
    yield (
        f"{number_of(len(collation.files), 'file')}: {number_of(counts[Fate.READ], 'return')}, "
        f"{counts[Fate.REFUSED]} refused, {number_of(counts[Fate.COPY], 'copy', 'copies')}, "
        f"{counts[Fate.LEFT_OUT]} left out. "
        f"{collation.remembered} remembered from before."
    )
    yield from _left_out(collation, listing)
    yield from _councils(collation)
    pressing = [each for each in collation.findings if not each.is_note]
    notes = [each for each in collation.findings if each.is_note]
    yield from _listed("To look at", pressing, listing)
    yield from _listed("Worth knowing", notes, listing)


def _left_out(collation: Collation, listing: str) -> Iterator[str]:
    """What the files that were left out are called, so that nobody has to look for them."""
    names = [each.file for each in collation.of(Fate.LEFT_OUT)]
    if names:
        more = len(names) - MOST_NAMES
        rest = f" And {more} more, in {listing}." if more > 0 else ""
        yield one_line(f"Left out: {', '.join(names[:MOST_NAMES])}.{rest}")


def _councils(collation: Collation) -> Iterator[str]:
    councils = len({each.key for each in collation.rounds})
    own = Counter(each.period_key for each in collation.rounds if each.own)
    every = Counter(each.period_key for each in collation.rounds)
    names = {each.period_key: each.period for each in reversed(collation.rounds)}
    told = [
        f"{names[key]}: {number_of(count, 'council')}, {own[key]} with a view of their own"
        for key, count in every.items()
    ]
    if told:
        rounds = number_of(len(told), "round")
        yield f"{number_of(councils, 'council')} in {rounds}. {'; '.join(told)}."


def _listed(title: str, found: Sequence[Problem], listing: str) -> Iterator[str]:
    if found:
        yield f"{title}:"
        yield from (f"  {each}" for each in found[:MOST])
        yield from _rest(len(found), listing)


def refused_in_words(refused: Sequence[CollatedFile], listing: str) -> str:
    """The first files that were refused, each with the first thing that is wrong with it."""
    lines = [f"Refused: {number_of(len(refused), 'file')}."]
    for each in refused[:MOST]:
        more = len(each.problems) - 1
        lines.append(f"  {each.problems[0]}" + (f" And {more} more." if more else ""))
    return "\n".join([*lines, *_rest(len(refused), listing)])


def _rest(count: int, listing: str) -> Iterator[str]:
    if count > MOST:
        yield f"  And {count - MOST} more, in {listing}."
