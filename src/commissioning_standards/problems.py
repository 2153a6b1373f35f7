"""What can be wrong with what we are given, said in one place and in one voice.

A :class:`Problem` names the place, what was found, what is allowed and what to
do. Errors carry every problem found, never only the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from attrs import field, frozen

from .text import one_line
from .wordings import WORDINGS

__all__ = [
    "AssessmentError",
    "CommissioningError",
    "FrameworkError",
    "OutputError",
    "Place",
    "Problem",
    "SettingsError",
    "WorkbookError",
    "did_you_mean",
    "problem",
    "quoted",
]

LONGEST_QUOTE = 60
LEAST_PART = 4
ROW = "row "


@frozen
class Place:
    """Where something is: a file, a sheet and cell, and what stands there.

    Args:
        file: name of the file, or ``""`` where there is none.
        sheet: name of the worksheet.
        cell: the cell as a spreadsheet shows it, such as ``"H7"``, or a whole
            row, such as ``"row 5"``.
        item: a criterion's ID, or the path inside a data file.
    """

    file: str = field(default="", converter=one_line)
    sheet: str = field(default="", converter=one_line)
    cell: str = field(default="", converter=one_line)
    item: str = field(default="", converter=one_line)

    def __str__(self) -> str:
        sheet = f"sheet {self.sheet}" if self.sheet else ""
        cell = self.cell if self.cell.startswith(ROW) else f"cell {self.cell}"
        where = ", ".join(filter(None, (self.file, sheet, cell if self.cell else "")))
        if not self.item:
            return where
        return f"{where} ({self.item})" if where else self.item


@frozen
class Problem:
    """One thing that is wrong, with its place and its remedy.

    Args:
        code: a key of the catalogue, stable between versions.
        place: where it is.
        found: what stands there, as text fit to print.
        allowed: what may stand there, as text; ``""`` where that is no list.
        hint: a suggestion such as a near miss, as a whole sentence.
    """

    code: str
    place: Place = Place()
    found: str = ""
    allowed: str = ""
    hint: str = ""

    @property
    def message(self) -> str:
        """What is wrong, in one sentence."""
        return self._filled(WORDINGS[self.code].message)

    @property
    def remedy(self) -> str:
        """What to do about it, in one sentence."""
        return self._filled(WORDINGS[self.code].remedy)

    @property
    def is_note(self) -> bool:
        """Whether it is only worth knowing, and stops nothing."""
        return WORDINGS[self.code].is_note

    def _filled(self, template: str) -> str:
        hint = f" {self.hint}" if self.hint else ""
        return template.format(found=self.found, allowed=self.allowed, hint=hint)

    def __str__(self) -> str:
        place = f"{self.place}: " if str(self.place) else ""
        wording = WORDINGS[self.code]
        said = "{allowed}" in wording.message + wording.remedy
        allowed = f" Allowed: {self.allowed}." if self.allowed and not said else ""
        return f"{place}{self.message}{allowed} {self.remedy}"

    def as_dict(self) -> dict[str, str]:
        """The problem as flat text, for JSON and tables."""
        place = self.place
        return {
            "code": self.code,
            "file": place.file,
            "sheet": place.sheet,
            "cell": place.cell,
            "item": place.item,
            "found": self.found,
            "allowed": self.allowed,
            "message": self.message,
            "remedy": self.remedy,
        }


def problem(
    code: str,
    place: Place | None = None,
    *,
    found: object = "",
    allowed: object = "",
    hint: str = "",
) -> Problem:
    """Make a problem; ``found`` and ``allowed`` may be anything that prints.

    A list given as ``allowed`` is joined with commas.
    """
    options = allowed if isinstance(allowed, str) else ", ".join(map(str, _each(allowed)))
    return Problem(code, place or Place(), str(found), options, hint)


def _each(value: object) -> Iterable[object]:
    return value if isinstance(value, Iterable) else (value,)


def quoted(value: object) -> str:
    """Show somebody's value safely: quoted, on one line, and not too long."""
    try:
        printable = one_line(str(value))
    except (RecursionError, ValueError):
        # Data nested too deeply to print, or a number of thousands of digits.
        printable = type(value).__name__
    if len(printable) > LONGEST_QUOTE:
        printable = printable[: LONGEST_QUOTE - 1] + "…"
    return f"“{printable}”"


def did_you_mean(value: object, allowed: Iterable[str]) -> str:
    """A sentence that suggests the nearest allowed value, or ``""``."""
    if not isinstance(value, str):
        return ""
    by_fold = {option.casefold(): option for option in allowed}
    wanted = value.casefold().strip()
    holding = [fold for fold in by_fold if len(wanted) >= LEAST_PART and _has_word(fold, wanted)]
    near = holding[:1] or get_close_matches(wanted, by_fold, n=1, cutoff=0.6)
    return f"Did you mean {by_fold[near[0]]}?" if near else ""


def _has_word(text: str, wanted: str) -> bool:
    """Whether a word stands in a text, one of it or many."""
    return wanted.removesuffix("s") in (each.removesuffix("s") for each in text.split())


class CommissioningError(Exception):
    """Something given to this software cannot be used as it is.

    Args:
        problems: all that is wrong, in the order it was found.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__(tuple(problems))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong, in the order it was found."""
        found: tuple[Problem, ...] = self.args[0]
        return found

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class FrameworkError(CommissioningError):
    """A framework's data has faults."""


class AssessmentError(CommissioningError):
    """An assessment does not fit its framework."""


class SettingsError(CommissioningError):
    """What a council gives for its papers cannot be used as it is."""


class WorkbookError(CommissioningError):
    """A workbook cannot be read or written as it is."""


class OutputError(CommissioningError):
    """A file cannot be written where it was asked for."""
