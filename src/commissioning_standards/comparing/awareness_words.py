"""A profile of self-awareness in sentences: which standards are seen how, and never one mark."""

from __future__ import annotations

from collections.abc import Iterator

from ..assessment import Voice
from ..figures import plain
from ..given import only
from ..scoring import Scorecard
from ..whose import is_own_view
from .awareness import SelfAwareness, half_a_step
from .gap_words import (
    ZERO,
    counted_with,
    figures_of,
    heading,
    numbers,
    of_all,
    standing_in_words,
)
from .gaps import Standing

__all__ = ["describe_self_awareness", "sentences_on"]


def describe_self_awareness(awareness: SelfAwareness) -> str:
    """Say where a council sees itself higher, lower or alike, and where nobody can tell.

    A profile: it names the standards, and gives no mark for the council.

    Args:
        awareness: the council's own view beside an outside view.

    Returns:
        The counts with the standards' numbers, what the words mean, and both
        figures of every standard that is not alike.
    """
    only("describe_self_awareness", awareness, SelfAwareness)
    return " ".join(sentences_on(awareness))


def sentences_on(awareness: SelfAwareness) -> Iterator[str]:
    """The profile sentence by sentence, for where each has a line of its own."""
    yield _profile(awareness)
    width = plain(awareness.tolerance)
    scale = awareness.comparison.card.assessment.framework.scale
    half = ", half a step of the scale" if awareness.tolerance == half_a_step(scale) else ""
    yield f"Alike here means at most {width} apart{half}."
    if awareness.of(Standing.UNCERTAIN):
        yield "Uncertain means that open answers could still change which it is."
    missing = awareness.of(Standing.NO_SCORE)
    if missing:
        yield f"Not compared, as one view or both have no score: {numbers(missing)}."
    yield from _apart(awareness)


def _apart(awareness: SelfAwareness) -> Iterator[str]:
    """Every standard on which the two views are not alike, with the figures of both."""
    bounds = (ZERO, awareness.tolerance, -awareness.tolerance)
    for each in awareness.views:
        if each.status not in (Standing.ALIKE, Standing.NO_SCORE):
            said = standing_in_words(each.gap, each.status, each.status.value, bounds)
            yield f"{heading(each.gap)}: {figures_of(each.gap)}, {said}."


def _profile(awareness: SelfAwareness) -> str:
    other = awareness.comparison.against
    seen = {status: awareness.of(status) for status in Standing}
    parts = [
        f"higher than {_outside(other)} on {counted_with(seen[Standing.HIGHER])}",
        f"lower on {counted_with(seen[Standing.LOWER])}",
        f"alike on {len(seen[Standing.ALIKE]) or 'none'}",
    ]
    uncertain, missing = seen[Standing.UNCERTAIN], seen[Standing.NO_SCORE]
    parts += [f"uncertain on {counted_with(uncertain)}"] if uncertain else []
    rest = f"; {len(missing)} cannot be compared" if missing else ""
    seer = _own(awareness.comparison.card)
    return f"{of_all(len(awareness.views))}, {seer} {', '.join(parts)}{rest}."


def _own(card: Scorecard) -> str:
    """Who sees the council so: itself, or the one voice that the return gives."""
    voice = card.assessment.respondent.voice
    if voice is None or is_own_view(card.assessment):
        return "the council sees itself"
    if voice is Voice.PEER_TEAM:
        return "the peer team sees the council"
    return f"{voice.value.lower()} see the council"


def _outside(other: object) -> str:
    voice = other.assessment.respondent.voice if isinstance(other, Scorecard) else None
    if voice is None:
        return "the other view"
    return "the peer team" if voice is Voice.PEER_TEAM else voice.value.lower()
