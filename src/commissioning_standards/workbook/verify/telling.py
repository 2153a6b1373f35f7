"""What came of verifying several workbooks: each told on its own, for people and for scripts."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator

from attrs import asdict, evolve, frozen

from ...framework import Framework
from ...problems import CommissioningError, Problem
from ...text import number_of, one_line
from .verifier import Verification, verify_workbook

__all__ = ["Verdict", "verdict_in_words", "verdicts_as_json", "verify_files"]


@frozen
class Verdict:
    """What came of one file.

    Args:
        file: as it was named.
        verification: what was found, or None where it could not be read.
        problems: why it could not.
    """

    file: str
    verification: Verification | None
    problems: tuple[Problem, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether it could be read, and everything in it is as it should be."""
        return self.verification is not None and self.verification.agrees


def verify_files(
    paths: Iterable[str | os.PathLike[str]], framework: Framework | None = None
) -> list[Verdict]:
    """Verify every file, whatever is wrong with some of them."""
    return [_verdict(path, framework) for path in paths]


def _verdict(path: str | os.PathLike[str], framework: Framework | None) -> Verdict:
    try:
        return Verdict(str(path), verify_workbook(path, framework))
    except CommissioningError as error:
        return Verdict(str(path), None, error.problems)


def verdict_in_words(verdict: Verdict) -> str:
    """What came of a file, for people: that its scores can be relied on, or all that differs."""
    found = verdict.verification
    lines = _unread(verdict.problems) if found is None else _found(found)
    return f"{one_line(verdict.file)}: " + "\n  ".join(lines)


def _unread(problems: tuple[Problem, ...]) -> Iterator[str]:
    yield number_of(len(problems), "problem")
    for each in problems:
        yield str(_within_file(each))


def _found(found: Verification) -> Iterator[str]:
    yield " ".join(_summary(found))
    for each in found.differences:
        place = str(_within_file(each).place)
        yield f"{place}: {each.message}" if place else each.message
    # What to do is the same for many cells, and is said once.
    yield from dict.fromkeys(each.remedy for each in found.differences)
    for note in found.notes:
        yield str(_within_file(note))


def _summary(found: Verification) -> Iterator[str]:
    """The outcome in a sentence or two."""
    if found.differences:
        yield f"{number_of(len(found.differences), 'difference')}."
        return
    if found.calculated:
        yield "The scores shown are those that its ratings give."
    yield f"Its {number_of(found.tally.formulas, 'formula')} mean what they did when it went out."


def _within_file(found: Problem) -> Problem:
    """A problem or note under its file's name, which is not said again."""
    return evolve(found, place=evolve(found.place, file=""))


def verdicts_as_json(verdicts: Iterable[Verdict]) -> str:
    """What came of each file, for scripts."""
    return json.dumps(list(map(_document, verdicts)), ensure_ascii=False, indent=2)


def _document(verdict: Verdict) -> dict[str, object]:
    found = verdict.verification
    differences, notes = (found.differences, found.notes) if found else ((), ())
    return {
        "file": verdict.file,
        "agrees": verdict.agrees,
        "calculated": found.calculated if found else None,
        "compared": asdict(found.tally) if found else None,
        "differences": [each.as_dict() for each in differences],
        "notes": [each.as_dict() for each in notes],
        "problems": [each.as_dict() for each in verdict.problems],
    }
