"""How far apart people are, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..scale import Scale
from ..text import contained, joined
from .medians import median, steps_in_words, value_in_words
from .participants import LIVED, Said, Split, voice_name
from .views import View

__all__ = ["apart_in_words", "reason", "said_in_words", "who", "who_stands_apart"]


def who(said: Said) -> str:
    """A respondent with their voice, such as ``"Ann (Providers)"``."""
    return f"{said.who.label} ({voice_name(said.who.voice)})"


def reason(view: View) -> str:
    """Why people should talk about it, in a sentence or a few."""
    return " ".join(_reasons(view))


def _reasons(view: View) -> Iterator[str]:
    if view.is_asked_in_doubt:
        no = [each.who.label for each in view.answers if each.is_not_applicable]
        yield f"{joined(no)} {'says' if len(no) == 1 else 'say'} that it does not apply;"
        yield f"{_people(view.rated)} rated it."
    if view.steps and view.values:
        lowest, highest = (value_in_words(view.values[end], view.scale) for end in (0, -1))
        yield f"Answers are {steps_in_words(view.steps)} apart, from {lowest} to {highest}."
    yield from _splits(view)
    if view.out_of_line:
        names = joined([each.who.label for each in view.out_of_line])
        verb = "is" if len(view.out_of_line) == 1 else "are"
        yield f"{names} {verb} two steps or more from the median of the others."


def _people(count: int) -> str:
    return f"{count} {'person' if count == 1 else 'people'}"


def _splits(view: View) -> Iterator[str]:
    between, within = view.between_voices, view.within_a_voice
    if between and between.steps:
        yield _between(between, view.scale)
    if within and within.steps:
        name = voice_name(within.low)
        yield f"Within one voice ({name}), answers are up to {steps_in_words(within.steps)} apart."


def _between(split: Split, scale: Scale) -> str:
    sides = ((split.high, split.highest), (split.low, split.lowest))
    high, low = (f"{voice_name(voice)} at {value_in_words(value, scale)}" for voice, value in sides)
    return f"Voices differ by {steps_in_words(split.steps)}: {high}, {low} (medians)."


def who_stands_apart(view: View) -> str:
    """Who draws on care and support, or cares unpaid, and stands apart; ``""`` for nobody."""
    if not view.set_apart:
        return ""
    present = {each.who.voice for each in view.set_apart}
    voices = joined([each.value for each in LIVED if each in present])
    said = "; ".join(f"{each.who.label}: {each.in_words(view.scale)}" for each in view.set_apart)
    start = voices[0] + voices[1:].replace("Unpaid", "unpaid")
    return f"{start} stand apart ({said}){_from_the_others(view)}. Hear them, however few they are."


def _from_the_others(view: View) -> str:
    others = [each for each in view.counted if each not in view.set_apart]
    middle = median(each.value for each in others if each.value is not None)
    return f", and the median of the others {middle.sentence(view.scale)}" if middle else ""


def apart_in_words(view: View) -> str:
    """How far apart people are, in a few words."""
    if view.is_asked_in_doubt:
        doubt = f"{view.not_applicable} of {view.rated + view.not_applicable} not applicable"
        return f"{doubt}; {steps_in_words(view.steps)}" if view.steps else doubt
    if view.steps:
        return steps_in_words(view.steps)
    answered = view.rated + view.not_applicable
    return ("No answer", "One answer")[answered] if answered <= 1 else "All agree"


def said_in_words(view: View) -> tuple[str, ...]:
    """Who said what, a line for each respondent, with how sure they are and their comment."""
    return tuple(_line(each, view.scale) for each in view.answers)


def _line(said: Said, scale: Scale) -> str:
    rating = said.rating
    sure = f", confidence {rating.confidence.value.lower()}" if rating and rating.confidence else ""
    comment = f". “{contained(rating.comment)}”" if rating and rating.comment else ""
    return f"{who(said)}: {said.in_words(scale)}{_form(said)}{sure}{comment}"


def _form(said: Said) -> str:
    """How a whole standard came to be answered, where it was not asked as such."""
    return ", score of its criteria" if isinstance(said.answer, Fraction) else ""
