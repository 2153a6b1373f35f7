"""The four kinds of answer, and how the ways people write them are read.

A rating, *not applicable*, *don't know* and a blank are four different things.
What cannot be read as exactly one of them is never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from fractions import Fraction

from attrs import frozen

from .figures import exact, plain
from .framework import Level, Scale

__all__ = ["Answer", "Reading", "choices", "read_answer", "written", "written_forms"]

QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"'})
DASHES = re.compile(r"[-‐‑‒–—−:]+")
NOT_APPLICABLE_FORMS = ("Not applicable", "n/a", "n.a.", "NA")
DONT_KNOW_FORMS = ("Don't know", "Dont know", "Do not know")


class Answer(Enum):
    """An answer that is not a level."""

    NOT_APPLICABLE = "Not applicable"
    DONT_KNOW = "Don't know"
    BLANK = ""

    @property
    def is_open(self) -> bool:
        """Whether a rating could still come: it is blank, or not known."""
        return self is not Answer.NOT_APPLICABLE


@frozen
class Reading:
    """What a cell's content was read as.

    Args:
        answer: the level or other answer.
        tidied: whether it was written in another way than it is offered.
    """

    answer: Level | Answer
    tidied: bool


def choices(scale: Scale) -> tuple[str, ...]:
    """The answers as they are offered, in order."""
    levels = (level.choice for level in scale)
    return (*levels, Answer.NOT_APPLICABLE.value, Answer.DONT_KNOW.value)


def written(answer: Level | Answer) -> str:
    """An answer as it is offered: ``"3 Established"``, ``"Not applicable"``, or ``""``."""
    return answer.choice if isinstance(answer, Level) else answer.value


def written_forms(scale: Scale) -> dict[str, Level | Answer]:
    """Every form that is read, apart from case, spaces and dashes, with its answer.

    A form that could mean two answers, in a scale whose labels look like
    numbers, is left out: it is never guessed.
    """
    forms: dict[str, Level | Answer] = {level.choice: level for level in scale}
    forms |= dict.fromkeys(NOT_APPLICABLE_FORMS, Answer.NOT_APPLICABLE)
    forms |= dict.fromkeys(DONT_KNOW_FORMS, Answer.DONT_KNOW)
    short = [(form, level) for level in scale for form in (level.label, plain(level.value))]
    for form, level in short:
        meant = {other.id for text, other in short if _folded(text) == _folded(form)}
        if len(meant) == 1 and _folded(form) not in map(_folded, forms):
            forms[form] = level
    return forms


def read_answer(content: object, scale: Scale) -> Reading | None:
    """Read what stands in a cell or a data file as an answer.

    Args:
        content: text, a number, or None for an empty cell.
        scale: the levels that may be chosen.

    Returns:
        The answer and whether its writing was tidied, or None where it cannot
        be read as exactly one answer.
    """
    text = _as_text(content)
    if text is None:
        return None
    if not text.strip():
        return Reading(Answer.BLANK, tidied=bool(text))
    forms = {_folded(form): answer for form, answer in written_forms(scale).items()}
    answer = forms.get(_folded(text)) or forms.get(_number(text))
    if answer is None:
        return None
    return Reading(answer, tidied=content != written(answer))


def _as_text(content: object) -> str | None:
    if content is None:
        return ""
    if isinstance(content, str):
        return content
    if isinstance(content, bool) or not isinstance(content, int | float | Fraction):
        return None
    return str(content) if isinstance(content, Fraction) else repr(content)


def _folded(text: str) -> str:
    plain_text = unicodedata.normalize("NFKC", text).translate(QUOTES).casefold()
    return " ".join(DASHES.sub(" ", plain_text).strip("\"' \t\r\n").split())


def _number(text: str) -> str:
    try:
        return plain(exact(_folded(text)))
    except ValueError:
        return ""
