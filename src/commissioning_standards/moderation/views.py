"""What several respondents said of one thing, side by side, and how far apart they are.

Blank and *don't know* are shown and never counted. A split is measured in steps
of the scale, as levels need not be equally far apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from ..assessment import Voice
from ..scale import Scale
from .medians import Median, distance, median
from .participants import LIVED, Said, Split

__all__ = ["View"]

OUT_OF_LINE, A_STEP = 2, 1


@frozen
class View:
    """Everything that was said of one criterion or standard.

    Args:
        part: ``"criterion"`` or ``"standard"``.
        id: a criterion's ID, or a standard's number as text.
        title: what it is called.
        standard: the number of the standard it is in.
        scale: the levels it is rated on.
        answers: one for each respondent who was asked, by voice and name.
    """

    part: str
    id: str
    title: str
    standard: int
    scale: Scale = field(repr=False)
    answers: tuple[Said, ...]

    @property
    def heading(self) -> str:
        """Such as ``"4.1 Starting together"`` or ``"Standard 4 Coproduced"``."""
        start = "Standard " if self.part == "standard" else ""
        return f"{start}{self.id} {self.title}"

    @cached_property
    def counted(self) -> tuple[Said, ...]:
        """The answers that have a value."""
        return tuple(each for each in self.answers if each.value is not None)

    @cached_property
    def values(self) -> tuple[Fraction, ...]:
        """The values of those answers, from lowest to highest."""
        return tuple(sorted(_values(self.answers)))

    @property
    def rated(self) -> int:
        """How many rated it."""
        return len(self.values)

    @property
    def open(self) -> int:
        """How many left it blank or do not know."""
        return sum(each.is_open for each in self.answers)

    @property
    def not_applicable(self) -> int:
        """How many said that it does not apply."""
        return sum(each.is_not_applicable for each in self.answers)

    @property
    def median(self) -> Median | None:
        """The middle of the values: for information, and never an answer by itself."""
        return median(self.values)

    @property
    def lowest(self) -> Fraction | None:
        """The lowest value."""
        return self.values[0] if self.values else None

    @property
    def highest(self) -> Fraction | None:
        """The highest value."""
        return self.values[-1] if self.values else None

    @property
    def spread(self) -> Fraction | None:
        """Highest minus lowest, in values of the scale."""
        return self.values[-1] - self.values[0] if self.values else None

    @property
    def steps(self) -> Fraction | None:
        """Highest minus lowest, in steps of the scale."""
        if not self.values:
            return None
        return distance(self.values[0], self.values[-1], self.scale)

    @property
    def is_asked_in_doubt(self) -> bool:
        """Whether some rated it and others said that it does not apply."""
        return bool(self.rated and self.not_applicable)

    @property
    def differs(self) -> bool:
        """Whether answers are a step or more apart, or some say it does not apply."""
        is_split = self.steps is not None and self.steps >= A_STEP
        return is_split or self.is_asked_in_doubt

    @cached_property
    def voices(self) -> tuple[Voice | None, ...]:
        """The voices that were asked, in the order in which people know them."""
        asked = {each.who.voice for each in self.answers}
        return tuple(each for each in (*Voice, None) if each in asked)

    def said_by(self, voice: Voice | None) -> tuple[Said, ...]:
        """The answers of one voice."""
        return tuple(each for each in self.answers if each.who.voice is voice)

    @cached_property
    def medians(self) -> dict[Voice | None, Median]:
        """The median of each voice that rated it."""
        found = {voice: median(_values(self.said_by(voice))) for voice in self.voices}
        return {voice: each for voice, each in found.items() if each}

    @property
    def between_voices(self) -> Split | None:
        """How far the voices' medians are apart; None where fewer than two rated it."""
        middles = {voice: each.middle for voice, each in self.medians.items()}
        if len(middles) <= 1:
            return None
        low, high = min(middles, key=middles.__getitem__), max(middles, key=middles.__getitem__)
        return self._split(low, high, middles[low], middles[high])

    @property
    def within_a_voice(self) -> Split | None:
        """The widest difference between two answers of one voice; None where none has two."""
        values = {voice: sorted(_values(self.said_by(voice))) for voice in self.medians}
        found = [
            self._split(voice, voice, each[0], each[-1])
            for voice, each in values.items()
            if len(each) > 1
        ]
        return max(found, key=lambda each: each.steps, default=None)

    def _split(
        self, low: Voice | None, high: Voice | None, lowest: Fraction, highest: Fraction
    ) -> Split:
        return Split(low, high, lowest, highest, distance(lowest, highest, self.scale))

    @cached_property
    def out_of_line(self) -> tuple[Said, ...]:
        """Who is two steps or more from the median of the others.

        On a scale of two levels nobody can be.
        """
        return tuple(each for each in self.counted if self._is_far(each, OUT_OF_LINE))

    def _is_far(self, said: Said, steps: int) -> bool:
        return self._from(said, [each for each in self.answers if each is not said], steps)

    def _from(self, said: Said, others: Iterable[Said], steps: int) -> bool:
        """Whether an answer is so many steps from the median of others."""
        middle = median(_values(others))
        if said.value is None or middle is None:
            return False
        return distance(said.value, middle.middle, self.scale) >= steps

    @cached_property
    def set_apart(self) -> tuple[Said, ...]:
        """Who draws on care and support, or is an unpaid carer, and stands apart.

        That is a step or more from the median of the other voices, or of those
        that are neither; or in whether it applies at all.
        """
        lived = (each for each in self.answers if each.who.voice in LIVED)
        return tuple(each for each in lived if self._is_set_apart(each))

    def _is_set_apart(self, said: Said) -> bool:
        others = [each for each in self.answers if each.who.voice is not said.who.voice]
        neither = [each for each in others if each.who.voice not in LIVED]
        return any(self._apart_from(said, each) for each in (others, neither))

    def _apart_from(self, said: Said, others: list[Said]) -> bool:
        rated = any(each.value is not None for each in others)
        if said.is_not_applicable:
            return rated
        none_applies = not rated and any(each.is_not_applicable for each in others)
        return self._from(said, others, A_STEP) or (said.value is not None and none_applies)


def _values(answers: Iterable[Said]) -> list[Fraction]:
    return [each.value for each in answers if each.value is not None]
