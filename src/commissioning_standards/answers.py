"""The four kinds of answer, and how the ways people write them are read.

A rating, *not applicable*, *don't know* and a blank are four different things.
What cannot be read as exactly one of them is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import frozen

from .figures import exact, plain
from .scale import Level, Scale

__all__ = [
    "DROPPED",
    "HYPHENS",
    "MARK",
    "SPACES",
    "START",
    "Answer",
    "Reading",
    "choices",
    "folded",
    "read_answer",
    "written",
    "written_forms",
]

# What people and programs put into an answer that means nothing. The workbook's formulas take
# the same steps, and a formula can take no others: so both read the same answers.
SPACES = ("\t", "\n", "\r", "\u00a0")
DROPPED = ("'", "’", "‘", "ʼ", '"', "“", "”")
HYPHENS = ("‐", "‑", "‒", "–", "—", "−")
# A dash at the start is a number's sign, and becomes a minus; others stand between parts.
MARK, MINUS = "|", "−"
START = ((f"{MARK}-", f"{MARK}{MINUS}"), ("-", " "), (":", " "), (MARK, ""))
NUMBER = re.compile(r"-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?")
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
    """The forms that are read apart from case and outer spaces, each with its one answer.

    A form that could mean two answers is left out, as it is never guessed.
    """
    forms = [form for form, _ in _forms(scale)]
    by_fold = {form.casefold(): form for form in reversed(forms)}
    readings = {form: read_answer(form, scale) for form in forms if form in by_fold.values()}
    return {form: reading.answer for form, reading in readings.items() if reading}


def _forms(scale: Scale) -> tuple[tuple[str, Level | Answer], ...]:
    """Every form with what it stands for; one that could mean two answers stands twice."""
    levels = [(level.choice, level) for level in scale]
    excused = [(form, Answer.NOT_APPLICABLE) for form in NOT_APPLICABLE_FORMS]
    unknown = [(form, Answer.DONT_KNOW) for form in DONT_KNOW_FORMS]
    short = [(form, level) for level in scale for form in _forms_of(level)]
    return (*levels, *excused, *unknown, *short)


def _forms_of(level: Level) -> tuple[str, ...]:
    value = plain(level.value)
    whole = (f"{value}.0",) if level.value.denominator == 1 else ()
    return (level.label, value, *whole)


def read_answer(content: object, scale: Scale) -> Reading | None:
    """Read what stands in a cell or a data file as an answer.

    Args:
        content: text, a number, None for an empty cell; or an answer already.
        scale: the levels that may be chosen.

    Returns:
        The answer and whether its writing was tidied, or None where it cannot
        be read as exactly one answer.
    """
    if content is None:
        return Reading(Answer.BLANK, tidied=False)
    if isinstance(content, Answer):
        return Reading(content, tidied=False)
    if isinstance(content, Level):
        return _of_level(content, scale)
    if not isinstance(content, str):
        return _only(_of_value(content, scale))
    if not _spaced(content):
        return Reading(Answer.BLANK, tidied=bool(content))
    for answer in (*scale, Answer.NOT_APPLICABLE, Answer.DONT_KNOW):
        if content == written(answer):
            return Reading(answer, tidied=False)
    return _only(_of_text(content, scale))


def _of_level(level: Level, scale: Scale) -> Reading | None:
    """The level that is called the same: a mended meaning does not make it another one."""
    same = (each for each in scale if each.choice == level.choice)
    return next((Reading(each, tidied=False) for each in same), None)


def _only(meant: set[Level | Answer]) -> Reading | None:
    """The one answer that was meant; None where it was none, or could be several."""
    return Reading(meant.pop(), tidied=True) if len(meant) == 1 else None


def _of_text(content: str, scale: Scale) -> set[Level | Answer]:
    """The answers that a text could stand for: by a form, and then by its number as well."""
    text = folded(content).casefold()
    if not text:
        return set()
    meant = {answer for form, answer in _forms(scale) if text == folded(form).casefold()}
    return meant | _of_value(text.replace(MINUS, "-"), scale) if meant else meant


def _of_value(number: Any, scale: Scale) -> set[Level | Answer]:
    """The levels of exactly this value, or with it for a label."""
    value = _number(number)
    if value is None:
        return set()
    return {level for level in scale if value in (level.value, _number(level.label))}


def _number(content: Any) -> Fraction | None:
    if isinstance(content, str) and not NUMBER.fullmatch(content):
        return None
    try:
        return exact(content)
    except (TypeError, ValueError):
        return None


def folded(text: str) -> str:
    """Text without quotes, odd spaces and the dashes and colons between its parts."""
    bare = _spaced(_replaced(text, ((each, "") for each in DROPPED)))
    hyphened = _replaced(bare, ((each, "-") for each in HYPHENS))
    return _spaced(_replaced(f"{MARK}{hyphened}", START))


def _replaced(text: str, steps: Iterable[tuple[str, str]]) -> str:
    for found, kept in steps:
        text = text.replace(found, kept)
    return text


def _spaced(text: str) -> str:
    """Text with single spaces between its words, and none at its ends."""
    words = _replaced(text, ((each, " ") for each in SPACES)).split(" ")
    return " ".join(filter(None, words))
