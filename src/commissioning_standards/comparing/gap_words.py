"""One gap in words and figures, and the lists of standards in sentences.

A gap is shown with as many decimals as its status needs, so that what is said
can be seen to follow from what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import count

from ..figures import shown
from ..scoring import Score
from ..text import joined
from ..words import NO_SCORE
from .gaps import Gap, Standing

__all__ = [
    "ZERO",
    "counted_with",
    "figures_of",
    "heading",
    "numbers",
    "of_all",
    "signed",
    "standing_in_words",
]

ZERO = Fraction(0)


def signed(value: Fraction, bounds: Iterable[Fraction] = (ZERO,)) -> str:
    """A gap with its sign, and two decimals or as many as set it apart from its bounds.

    A gap of one thousandth is ``+0.001``, and never ``0.00``, which would look
    like none.
    """
    sides = [(bound, _sign(value - bound)) for bound in bounds]
    texts = (shown(value, places) for places in count(2) if _is_clear(value, sides, places))
    text = next(texts)
    return f"+{text}" if value > 0 else text


def _is_clear(value: Fraction, sides: Iterable[tuple[Fraction, int]], places: int) -> bool:
    """Whether a value shown so is on the side of each bound on which it is."""
    seen = Fraction(shown(value, places))
    return all(_sign(seen - Fraction(shown(bound, places))) == side for bound, side in sides)


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def figures_of(gap: Gap) -> str:
    """Both figures with their ranges: ``2.67 (2.25 to 3.00) against 2.33``."""
    own = _figure(gap.own, gap.own_low, gap.own_high)
    return f"{own} against {_figure(gap.other, gap.other_low, gap.other_high)}"


def standing_in_words(
    gap: Gap, status: Standing, word: str, bounds: Sequence[Fraction] = (ZERO,)
) -> str:
    """The status with the gap that it follows from."""
    if gap.gap is None or gap.low is None or gap.high is None:
        return "which cannot be compared"
    size, low, high = (signed(each, bounds) for each in (gap.gap, gap.low, gap.high))
    could = "" if gap.low == gap.high else f", could be {low} to {high}"
    if status is Standing.UNCERTAIN:
        return f"{word} (gap {size}{could})"
    return word if status is Standing.ALIKE else f"{word} by {size.lstrip('+-')}{could}"


def _figure(score: Fraction | None, low: Fraction | None, high: Fraction | None) -> str:
    value = NO_SCORE if score is None else shown(score)
    if low is None or high is None or low == high:
        return value
    return f"{value} ({shown(low)} to {shown(high)})"


def heading(part: Gap | Score) -> str:
    """A part's number or ID, where it has one, and its title."""
    name = part.id if part.part == "criterion" else part.number
    return part.title if name is None else f"{name} {part.title}"


def of_all(number: int) -> str:
    """The start of a sentence that counts standards."""
    return f"Of {number} standard{'' if number == 1 else 's'}"


def counted_with(gaps: Sequence[Gap]) -> str:
    """How many there are, and which: ``3 (standards 4, 6 and 9)``, or ``none``."""
    kind = "standard" if len(gaps) == 1 else "standards"
    return f"{len(gaps)} ({kind} {numbers(gaps)})" if gaps else "none"


def numbers(gaps: Iterable[Gap]) -> str:
    """The numbers of standards, as a list in a sentence."""
    return joined([str(each.number) for each in gaps])
