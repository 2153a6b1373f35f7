"""Colours by name, and whether two of them can be told apart.

The names and values are those of the palette that the Government Analysis
Function recommends for charts. Contrast is measured as WCAG 2.2 does; its
success criterion 1.4.11 asks for 3 to 1 where a graphic has to be understood.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

__all__ = [
    "BACKGROUND",
    "DARK_BLUE",
    "DARK_PINK",
    "GRID",
    "LEAST_CONTRAST",
    "ORANGE",
    "PALE",
    "SERIES_COLOURS",
    "TEXT",
    "ContrastWarning",
    "Palette",
    "contrast",
    "mixed",
    "palette_of",
    "text_on",
]

DARK_BLUE = "#12436D"
DARK_PINK = "#801650"
ORANGE = "#F46A25"

BACKGROUND = "#FFFFFF"
TEXT = "#222222"
GRID = "#8C8C8C"
PALE = "#F0F0F0"

# Neighbours in this order are 3.38 and 3.22 to 1 apart. No three colours can all be 3 to 1
# from one another and from white, so dash and marker tell the lines apart as well.
SERIES_COLOURS = (DARK_BLUE, ORANGE, DARK_PINK)

LEAST_CONTRAST = 3.0
HEX = re.compile(r"#[0-9A-Fa-f]{6}")
# Source of the figures below: WCAG 2.2, definition of relative luminance.
SHARES = (0.2126, 0.7152, 0.0722)
LINEAR_BELOW = 0.04045


class ContrastWarning(UserWarning):
    """Two colours that stand beside each other are hard to tell apart."""


@frozen
class Palette:
    """The colours of a chart's series, first the council's own view.

    Args:
        series: three colours as ``#RRGGBB``.
    """

    series: tuple[str, ...] = SERIES_COLOURS

    @property
    def main(self) -> str:
        """The colour of the council's own view."""
        return self.series[0]

    def tint(self, share: float, index: int = 0) -> str:
        """A series' colour thinned with the background.

        Args:
            share: how much of the colour is left, from 0 to 1.
            index: which series.
        """
        return mixed(self.series[index], BACKGROUND, share)

    def faults(self, used: int = len(SERIES_COLOURS)) -> tuple[str, ...]:
        """Every pair that is too alike among the colours used, a sentence each."""
        return tuple(_faults(self.series[:used]))


def palette_of(colours: str | Sequence[str] | None, used: int) -> Palette:
    """A palette of a council's own colours; ours stand for those not given.

    Args:
        colours: up to three, each as ``#RRGGBB``, or one by itself; None for ours.
        used: how many the chart draws with, which are those that are checked.

    Raises:
        ValueError: there are more than three, or one is not of that form.

    Warns:
        ContrastWarning: two that stand beside each other are too alike; once for each pair.
    """
    wanted = [colours] if colours and isinstance(colours, str) else list(colours or ())
    given = tuple(each.upper() for each in wanted)
    if len(given) > len(SERIES_COLOURS):
        raise ValueError(f"{len(given)} colours were given, and a chart uses three at most")
    for each, written in zip(given, wanted, strict=True):
        if not HEX.fullmatch(each):
            raise ValueError(
                f"{written!r} is not a colour: write it as # and six digits or letters "
                "from A to F, such as #1F4E79"
            )
    palette = Palette(given + SERIES_COLOURS[len(given) :])
    for fault in palette.faults(used) if given else ():
        warnings.warn(fault, ContrastWarning, stacklevel=3)
    return palette


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, from 1 (the same) to 21 (black and white).

    Source: WCAG 2.2, definition of contrast ratio.
    """
    lighter, darker = sorted(map(_luminance, (one, other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two: so much of the first, and the rest of the second."""
    parts = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02X}" for a, b in parts)


def text_on(colour: str) -> str:
    """The colour of text, dark or white, that is read more easily on another."""
    return max((TEXT, BACKGROUND), key=lambda each: contrast(each, colour))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _luminance(colour: str) -> float:
    linear = (_linear(each / 255) for each in _channels(colour))
    return sum(share * each for share, each in zip(SHARES, linear, strict=True))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4


def _faults(series: Iterable[str]) -> Iterator[str]:
    colours = tuple(series)
    beside = [(each, BACKGROUND, f"{each} and the white background") for each in colours]
    beside += [(one, two, f"{one} and {two}") for one, two in pairwise(colours)]
    for one, two, names in beside:
        ratio = contrast(one, two)
        if ratio < LEAST_CONTRAST:
            # Cut and not rounded, so that 2.996 is never said to be 3.00.
            said = int(ratio * 100) / 100
            yield f"{names} have a contrast of {said:.2f} to 1, where 3 to 1 is needed."
