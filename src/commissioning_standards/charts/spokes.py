"""The labels round a radar: where they stand, so that none touches another or is cut.

Labels are as far out as their spoke ends, at its sides. Towards the top and the
bottom they come close to one another; there each is pushed on, up or down,
until it is clear, and a thin line leads to it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Literal

from attrs import evolve, frozen

from .letters import line_height, widest_word, width, wrapped
from .style import LABEL, SMALL
from .wheel import SMALLEST

__all__ = ["Label", "Spokes", "named_spokes", "numbered_spokes"]

CLEAR = 12.0
LARGEST = 185.0
MOST_NAMED = 18
# The widths to wrap at, in points: about 16 letters first, as that was found to be read best.
WRAPS = (100.0, 108.0, 116.0, 124.0, 132.0, 88.0, 148.0)
MOST_WRAP = 160.0
NEARLY_UPRIGHT = 0.1
# Nearer, two names side by side read as one.
APART = LABEL / 2
STEP, NUDGE, MOST_PUSH = 8.0, 4.0, 100.0
# How much smaller a radar may be so that its labels need not be pushed so far.
WORTH = 0.5

Box = tuple[float, float, float, float]


@frozen
class Label:
    """The words at the end of one spoke.

    Args:
        name: the lines of its name.
        figure: the score, under the name; "" for none.
        angle: of the spoke, clockwise from the top.
        letters: the size of the letters, in points.
        push: how much further up or down it stands, in points.
    """

    name: tuple[str, ...]
    figure: str
    angle: float
    letters: float = LABEL
    push: float = 0.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        widths = [width(each, self.letters) for each in self.name]
        widths.append(width(self.figure, self.letters, bold=True))
        lines = len(self.name) + bool(self.figure)
        return max(widths), lines * line_height(self.letters)

    @property
    def across(self) -> Literal["left", "center", "right"]:
        """Which side of it the spoke meets."""
        sine = math.sin(self.angle)
        if abs(sine) < NEARLY_UPRIGHT:
            return "center"
        return "left" if sine > 0 else "right"

    def box(self, radius: float) -> Box:
        """Left, top, right and bottom, from the centre of a radar of that radius."""
        wide, high = self.size
        sine, cosine = math.sin(self.angle), math.cos(self.angle)
        x, y = (radius + CLEAR) * sine, -(radius + CLEAR) * cosine
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[self.across]
        top = y - high / 2 - cosine * high / 2 - math.copysign(self.push, cosine)
        return left, top, left + wide, top + high

    def widest_radius(self, room: float) -> float:
        """The largest radius at which it stands within a room of that width."""
        wide, _ = self.size
        if self.across == "center":
            return LARGEST if wide <= room else 0.0
        return (room / 2 - wide) / abs(math.sin(self.angle)) - CLEAR


@frozen
class Spokes:
    """A radar's size, and the labels round it.

    Args:
        radius: in points.
        labels: one for each spoke.
    """

    radius: float
    labels: tuple[Label, ...]

    @property
    def rise(self) -> float:
        """How far it reaches above its centre, in points."""
        return max(self.radius, *(-each.box(self.radius)[1] for each in self.labels))

    @property
    def fall(self) -> float:
        """How far it reaches below its centre, in points."""
        return max(self.radius, *(each.box(self.radius)[3] for each in self.labels))

    @property
    def merit(self) -> float:
        """How good it is beside others: large, and with labels near."""
        return self.radius - WORTH * max(each.push for each in self.labels)


def named_spokes(
    names: Sequence[str],
    figures: Sequence[str],
    missing: Sequence[str],
    width: float,
    height: float | None,
) -> Spokes | None:
    """The largest radar with names round it that fits into a room.

    Where they do not fit, letters become smaller, and then figures are left out.

    Args:
        names: what each spoke stands for.
        figures: the score at each.
        missing: the same for spokes without a score, and "" for others.
        width: of the room, in points.
        height: of the room, in points; None for as much as it needs.

    Returns:
        None where there are more than 18 spokes, or the names have no room.
    """
    if len(names) > MOST_NAMED:
        return None
    for said, letters in ((figures, LABEL), (figures, SMALL), (missing, SMALL)):
        tried = (_largest(names, said, (wrap, letters), width, height) for wrap in WRAPS)
        found = [each for each in tried if each]
        if found:
            return max(found, key=lambda each: each.merit)
    return None


def numbered_spokes(numbers: Sequence[str], width: float, height: float | None) -> Spokes:
    """The largest radar with numbers round it that fits into a room.

    Raises:
        ValueError: none does.
    """
    found = _largest(numbers, [""] * len(numbers), (width, LABEL), width, height)
    if found is None:
        count = len(numbers)
        raise ValueError(f"a radar of {count} spokes has no room: draw dots, or a larger one")
    return found


def _largest(
    names: Sequence[str],
    figures: Sequence[str],
    how: tuple[float, float],
    width: float,
    height: float | None,
) -> Spokes | None:
    """The largest radar whose labels, wrapped and as large as said, fit; None where none does."""
    wrap, letters = how
    at_least = min(max(widest_word(name, letters) for name in names), MOST_WRAP)
    labels = tuple(
        Label(
            tuple(wrapped(name, max(wrap, at_least), letters)),
            figure,
            2 * math.pi * index / len(names),
            letters,
        )
        for index, (name, figure) in enumerate(zip(names, figures, strict=True))
    )
    largest = min([LARGEST, *(each.widest_radius(width) for each in labels)])
    tried = (_placed(labels, radius) for radius in _radii(largest))
    return next((each for each in tried if each and _is_low(each, height)), None)


def _is_low(spokes: Spokes, height: float | None) -> bool:
    return height is None or spokes.rise + spokes.fall <= height


def _radii(largest: float) -> Iterator[float]:
    radius = largest
    while radius >= SMALLEST:
        yield radius
        radius -= STEP


def _placed(labels: Sequence[Label], radius: float) -> Spokes | None:
    """Labels pushed clear of one another, those at the sides first; None where that fails."""
    boxes: dict[int, Box] = {}
    found = list(labels)
    for index in sorted(range(len(labels)), key=lambda each: abs(math.cos(labels[each].angle))):
        pushes = (step * NUDGE for step in range(int(MOST_PUSH / NUDGE) + 1))
        tried = (evolve(labels[index], push=push) for push in pushes)
        clear = (each for each in tried if _is_clear(each.box(radius), boxes))
        label = next(clear, None)
        if label is None:
            return None
        found[index], boxes[index] = label, label.box(radius)
    return Spokes(radius, tuple(found))


def _is_clear(box: Box, others: dict[int, Box]) -> bool:
    return not any(_touch(box, each) for each in others.values())


def _touch(one: Box, other: Box) -> bool:
    across = one[0] < other[2] + APART and other[0] < one[2] + APART
    return across and one[1] < other[3] and other[1] < one[3]
