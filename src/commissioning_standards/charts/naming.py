"""What lines and pictures are called: by all that tells them apart, and never by less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, count

from ..names import is_same_council
from ..scoring import Scorecard
from ..text import in_a_sentence

__all__ = ["COLUMNS", "differing_names", "name_beside", "name_of", "names_of", "told_apart"]

# Columns that every row has, which nothing may be called.
COLUMNS = frozenset(["number", "standard", "domain", "low", "high"])


def name_of(card: Scorecard) -> str:
    """What scores are called by themselves: by their period."""
    return in_a_sentence(card.assessment.period) or "Score"


def name_beside(drawn: Scorecard, card: Scorecard) -> str:
    """What scores are called beside others: never by their period alone where more differs."""
    return ", ".join([name_of(drawn), *_differences(drawn, card)])


def names_of(cards: Sequence[Scorecard]) -> tuple[str, ...]:
    """What to call each of several cards: its period, and what else tells it from the first."""
    names: list[str] = []
    for each in cards:
        names.append(told_apart(name_beside(each, cards[0]), COLUMNS.union(names)))
    return tuple(names)


def told_apart(name: str, taken: Set[str], instead: Iterable[str] = ()) -> str:
    """A name that nothing else has: the name, one of those instead of it, or it with a number."""
    numbered = (f"{name}, number {each}" for each in count(2))
    return next(each for each in chain([name], instead, numbered) if each not in taken)


def differing_names(cards: Sequence[Scorecard]) -> tuple[str, ...]:
    """Whose each is and how it was made, as far as they differ; a number where nothing does."""
    known = [
        (_council(each), in_a_sentence(each.assessment.period), *_made(each)) for each in cards
    ]
    differing = [len(set(column)) > 1 for column in zip(*known, strict=True)]
    called = [
        ", ".join(text for text, differs in zip(each, differing, strict=True) if differs and text)
        for each in known
    ]
    return tuple(
        name if name and called.count(name) == 1 else f"{name or 'Picture'}, number {place}"
        for place, name in enumerate(called, 1)
    )


def _differences(drawn: Scorecard, card: Scorecard) -> Iterator[str]:
    """Whose scores they are and how they were made, as far as that differs."""
    own, other = _council(card), _council(drawn)
    if other and not is_same_council(own, other):
        yield other
    pairs = zip(_made(card), _made(drawn), strict=True)
    yield from (theirs for mine, theirs in pairs if theirs and theirs != mine)


def _council(card: Scorecard) -> str:
    return in_a_sentence(card.assessment.council)


def _made(card: Scorecard) -> tuple[str, str, str]:
    """In whose voice, in which form and by which rule."""
    voice = card.assessment.respondent.voice
    form = f"{card.assessment.framework.form.value} form"
    return voice.value if voice else "", form, f"rule {card.rule.name}"
