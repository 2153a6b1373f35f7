"""Two views side by side in a notebook: what rose or fell, and how far views agree."""

from __future__ import annotations

from fractions import Fraction

from ..comparing.awareness import SelfAwareness
from ..comparing.awareness_words import sentences_on
from ..comparing.comparison import Comparison
from ..comparing.comparison_words import listed, notes_on, status_words, sums, whose
from ..comparing.gap_words import ZERO, heading, signed
from ..comparing.gaps import Gap
from ..figures import shown
from ..words import NO_SCORE, provenance
from .page import SHORT_DIGEST, shown_table

__all__ = ["awareness", "comparison"]

HEADERS = ("", "Own", "Other", "Gap", "At least", "At most", "Status")


def comparison(compared: Comparison) -> str:
    """Every domain and standard that both sides have, with the gap between them."""
    words = status_words(compared)
    rows = (_row(each, words[each.status]) for each in listed(compared))
    notes = (sums(compared), *notes_on(compared), *_sources(compared))
    return shown_table(". ".join(whose(compared)), HEADERS, rows, notes)


def awareness(profile: SelfAwareness) -> str:
    """Every standard in the council's own view and in the outside view."""
    bounds = (ZERO, profile.tolerance, -profile.tolerance)
    rows = (_row(each.gap, each.status.value, bounds) for each in profile.views)
    said, *more = sentences_on(profile)
    notes = (said, more[0], *_sources(profile.comparison))
    return shown_table(". ".join(whose(profile.comparison)), HEADERS, rows, notes)


def _row(gap: Gap, status: str, bounds: tuple[Fraction, ...] = (ZERO,)) -> tuple[str, ...]:
    scores = (NO_SCORE if each is None else shown(each) for each in (gap.own, gap.other))
    # Without both scores there is no gap, so no range of it either.
    gaps = (None, None, None) if gap.gap is None else (gap.gap, gap.low, gap.high)
    return (
        heading(gap),
        *scores,
        *("" if each is None else signed(each, bounds) for each in gaps),
        status,
    )


def _sources(compared: Comparison) -> tuple[str, ...]:
    cards = (compared.card, *([compared.other] if compared.other else []))
    return (
        compared.card.assessment.framework.note,
        *(provenance(each, SHORT_DIGEST) for each in cards),
    )
