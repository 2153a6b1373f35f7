"""Who takes part in a moderation, and what each of them said of one thing."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from ..answers import Answer, written
from ..assessment import Assessment, Rating, Voice
from ..framework import Form
from ..scale import Level, Scale
from .medians import value_in_words

__all__ = ["LIVED", "NO_VOICE", "Participant", "Said", "Split", "voice_name"]

NO_VOICE = "Voice not given"
LIVED = (Voice.PEOPLE, Voice.CARERS)
NO_ANSWER = "Blank"


def voice_name(voice: Voice | None) -> str:
    """What a voice is called, also where none was given."""
    return voice.value if voice else NO_VOICE


@frozen
class Participant:
    """One respondent who takes part, with the return they gave.

    Args:
        label: the name, else the file; no two in a moderation are alike.
        assessment: the return, whole.
    """

    label: str
    assessment: Assessment = field(repr=False)

    @property
    def voice(self) -> Voice | None:
        """Whose view it is."""
        return self.assessment.respondent.voice

    @property
    def is_quick(self) -> bool:
        """Whether they filled in the quick form."""
        return self.assessment.framework.form is Form.QUICK

    @property
    def file(self) -> str:
        """The name of the file it came from, or ``""``."""
        return self.assessment.source.file if self.assessment.source else ""


@frozen
class Said:
    """One respondent's answer to one thing.

    Args:
        who: the respondent.
        answer: a level, another answer, or the score that a full form gives a standard.
        rating: what the answer was read from, with its cell; None for a score.
    """

    who: Participant
    answer: Level | Answer | Fraction
    rating: Rating | None = None

    @property
    def value(self) -> Fraction | None:
        """What it counts on the scale, if it does."""
        match self.answer:
            case Level(value=value):
                return value
            case Fraction():
                return self.answer
            case _:
                return None

    @property
    def is_not_applicable(self) -> bool:
        """Whether it was said not to apply."""
        return self.answer is Answer.NOT_APPLICABLE

    @property
    def is_open(self) -> bool:
        """Whether it is blank or not known."""
        return isinstance(self.answer, Answer) and self.answer.is_open

    def in_words(self, scale: Scale) -> str:
        """The answer as people read it."""
        if isinstance(self.answer, Fraction):
            return value_in_words(self.answer, scale)
        return written(self.answer) or NO_ANSWER


@frozen
class Split:
    """A difference between two voices' medians, or between two answers of one voice.

    Args:
        low: the voice whose median is lowest.
        high: the voice whose median is highest; the same where they are one.
        lowest: the lower value.
        highest: the higher value.
        steps: how far apart they are, in steps of the scale.
    """

    low: Voice | None
    high: Voice | None
    lowest: Fraction
    highest: Fraction
    steps: Fraction
