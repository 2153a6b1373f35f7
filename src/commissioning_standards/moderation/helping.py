"""What several returns of one council say of helping others, where they do not differ.

A return that leaves a line open does not differ from one that answers it. Where
two answer differently the line is open until people decide, so that nobody is
named on the word of one alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import fields

from ..problems import Place, Problem, problem
from ..records import CouncilType, Helping
from .model import Moderation

__all__ = ["helping_notes", "helping_said", "merged_helping"]

NAMES = tuple(each.name for each in fields(Helping))
LINES = {
    "named": "May be named",
    "asks": "Asks for help with",
    "most": "Can help at once",
    "kind": "Type of council",
    "population": "Population",
}
Answers = Mapping[str, object]


def merged_helping(moderation: Moderation) -> Helping | None:
    """What the returns say together; None where none of them was asked."""
    if not any(each.assessment.helping for each in moderation.participants):
        return None
    agreed: dict[str, Any] = {name: _agreed(_answers(moderation, name)) for name in NAMES}
    return Helping(**{name: value for name, value in agreed.items() if value is not None})


def helping_said(moderation: Moderation) -> dict[str, str]:
    """For each line on which returns differ, who says what."""
    every = {name: _answers(moderation, name) for name in NAMES}
    return {
        name: f"The returns differ: {_told(answers)}."
        for name, answers in every.items()
        if _differ(answers)
    }


def helping_notes(moderation: Moderation) -> Iterator[Problem]:
    """A note for each line on which returns differ."""
    for name in helping_said(moderation):
        place = Place(item=LINES[name])
        yield problem("helping-differs", place, found=_told(_answers(moderation, name)))


def _answers(moderation: Moderation, name: str) -> dict[str, object]:
    """What each return that answers a line says, by respondent."""
    said = (
        (each.label, getattr(each.assessment.helping, name))
        for each in moderation.participants
        if each.assessment.helping
    )
    return {label: value for label, value in said if value not in (None, ())}


def _differ(answers: Answers) -> bool:
    return (
        len({frozenset(each) if isinstance(each, tuple) else each for each in answers.values()}) > 1
    )


def _agreed(answers: Answers) -> object:
    """The one answer there is; None where there is none, or several."""
    return None if _differ(answers) else next(iter(answers.values()), None)


def _told(answers: Answers) -> str:
    return "; ".join(f"{_in_words(value)} ({label})" for label, value in answers.items())


def _in_words(value: object) -> str:
    match value:
        case bool():
            return "Yes" if value else "No"
        case tuple():
            return ", ".join(value)
        case CouncilType():
            return value.value
        case _:
            return str(value)
