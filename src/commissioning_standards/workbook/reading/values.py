"""What one cell says, by the kind of its column: a value, or a problem, never a guess."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime
from enum import Enum
from typing import Any

from ...problems import Problem, problem, quoted
from ...records import OTHER_NAMES
from ...text import tidy_text
from ..layout.columns import YES_NO, Column, Kind
from .cells import Cell
from .grid import near

__all__ = ["read_choice", "read_text", "read_value", "written_date"]

BETWEEN_REFERENCES = re.compile(r"[,;&/\n]|\band\b", re.IGNORECASE)
MOST_TOLD = 20
BRITISH_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
WORDY_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})")
# Python's own names of months follow the language that a machine is set to.
LONG = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
MONTHS = {name: number for number, name in enumerate(LONG, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
LAST_MONTH = 12
WHOLE_NUMBER = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(,[0-9]{3}){1,2}")
UNKNOWN = {Kind.REFERENCES: "unknown-reference", Kind.STANDARDS: "unknown-standard"}


def read_value(
    cell: Cell, column: Column, references: Collection[str]
) -> tuple[Any, list[Problem]]:
    """Read a cell as its column means it.

    Args:
        cell: what stands there.
        column: what should.
        references: the standards and criteria that may be named.

    Returns:
        The value, the column's blank where there is none, and the problems and
        notes found.
    """
    if cell.fault:
        return None, [cell.fault]
    match column.kind:
        case Kind.REFERENCES | Kind.STANDARDS:
            return _references(cell, references, UNKNOWN[column.kind])
        case Kind.CHOICE if column.choices:
            return read_choice(cell, column.choices)
        case Kind.DATE:
            return _date(cell)
        case Kind.YES_NO:
            return _yes_or_no(cell)
        case Kind.WHOLE_NUMBER:
            return _whole_number(cell, column.limits)
        case _:
            return read_text(cell), []


def read_text(cell: Cell) -> str:
    """A cell's content as text, whatever type the program that saved it gave it."""
    if isinstance(cell.value, datetime):
        return cell.value.date().isoformat()
    return tidy_text(cell.text)


def read_choice(cell: Cell, choices: type[Enum]) -> tuple[Enum | None, list[Problem]]:
    """One of several labels or their other names, apart from case and spaces; None if empty."""
    by_label: dict[str, Enum] = {str(each.value).casefold(): each for each in choices}
    by_label |= {name: each for name, each in OTHER_NAMES.items() if isinstance(each, choices)}
    if not cell.text:
        return None, []
    chosen = by_label.get(" ".join(cell.text.split()).casefold())
    if chosen is None:
        return None, [_not_allowed(cell, [str(each.value) for each in choices])]
    return chosen, _tidied(cell, str(chosen.value))


def _references(
    cell: Cell, known: Collection[str], code: str
) -> tuple[tuple[str, ...], list[Problem]]:
    parts = (each.strip() for each in BETWEEN_REFERENCES.split(cell.text))
    named = tuple(each for each in parts if each)
    unknown = list(dict.fromkeys(each for each in named if each not in known))[:MOST_TOLD]
    return named, [problem(code, cell.place, found=quoted(each)) for each in unknown]


def _date(cell: Cell) -> tuple[date | None, list[Problem]]:
    if not cell.text:
        return None, []
    day = cell.value.date() if isinstance(cell.value, datetime) else written_date(cell.text)
    if day is None:
        code = "date-two-ways" if _could_be_two_days(cell.text) else "date-not-read"
        return None, [problem(code, cell.place, found=quoted(cell.text))]
    return day, []


def written_date(text: str) -> date | None:
    """An ISO date, one with its month in words, or one whose day and month cannot be confused."""
    british, wordy = BRITISH_DATE.fullmatch(text), WORDY_DATE.fullmatch(" ".join(text.split()))
    try:
        if wordy:
            day, name, year = wordy.groups()
            return date(int(year), MONTHS.get(name.casefold(), 0), int(day))
        if british is None:
            return date.fromisoformat(text) if ISO_DATE.fullmatch(text) else None
        day, month, year = map(int, british.groups())
        return date(year, month, day) if day > LAST_MONTH or day == month else None
    except ValueError:
        return None


def _could_be_two_days(text: str) -> bool:
    written = BRITISH_DATE.fullmatch(text)
    parts = written.groups()[:2] if written else ("0",)
    return all(1 <= int(part) <= LAST_MONTH for part in parts)


def _yes_or_no(cell: Cell) -> tuple[bool | None, list[Problem]]:
    if not cell.text:
        return None, []
    if isinstance(cell.value, bool):
        return cell.value, []
    by_label = {label.casefold(): label for label in YES_NO}
    label = by_label.get(cell.text.casefold())
    if label is None:
        return None, [_not_allowed(cell, list(YES_NO))]
    return YES_NO[label], _tidied(cell, label)


def _whole_number(cell: Cell, limits: tuple[int, int]) -> tuple[int | None, list[Problem]]:
    """A whole number within limits, with or without commas between its thousands."""
    if not cell.text:
        return None, []
    least, most = limits
    number = int(cell.text.replace(",", "")) if WHOLE_NUMBER.fullmatch(cell.text) else least - 1
    if not least <= number <= most:
        allowed = f"a whole number from {least:,} to {most:,}"
        return None, [problem("wrong-type", cell.place, found=quoted(cell.text), allowed=allowed)]
    return number, []


def _not_allowed(cell: Cell, allowed: list[str]) -> Problem:
    hint = near(cell.text, allowed)
    found = quoted(cell.text)
    return problem("choice-not-allowed", cell.place, found=found, allowed=allowed, hint=hint)


def _tidied(cell: Cell, label: str) -> list[Problem]:
    if cell.value == label:
        return []
    return [problem("tidied", cell.place, found=quoted(cell.value), allowed=quoted(label))]
