"""What was read of one file, as text: what workers send back, and what the cache keeps.

There is one way back from text to figures, whether a file was read now or
before, so that both give the same. The few thousand scores that occur again
and again are held once, however many returns have them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from pathlib import PurePath
from typing import Any

from attrs import astuple, evolve, frozen

from ...framework import Framework
from ...problems import CommissioningError, Problem, problem
from ...returns import return_from
from ...serialise import strict_converter, structured, wrong_type
from ..summary import ActionMark, EvidenceMark, Result, Summary, summarise

__all__ = ["Record", "Records", "read_record"]

# Score, low, high and level are fractions; counts follow them.
FIGURES = 4
# What a region is told of a return that was read; other notes are for its council.
KEPT_NOTES = frozenset(["from-edition", "other-wording"])


@frozen
class Record:
    """What came of one file: figures, or what is wrong with it.

    Args:
        summary: the return in figures, or None where it could not be read.
        problems: why it could not, or what is worth knowing of one that could.
    """

    summary: Summary | None
    problems: tuple[Problem, ...] = ()


def read_record(content: bytes, name: str, framework: Framework | None, rule: str) -> str:
    """Read one return to a record, as text. This is what a worker does.

    The text does not depend on what the file is called, so that a file that
    was only moved need not be read again.

    Args:
        content: the whole file.
        name: its name, of which only the ending counts.
        framework: needed only for one of your own.
        rule: ``"mean"`` or ``"gated"``.
    """
    ending = PurePath(name).suffix.lower()
    return json.dumps(Records().plain(_read(content, f"return{ending}", framework, rule)))


def _read(content: bytes, name: str, framework: Framework | None, rule: str) -> Record:
    try:
        assessment = return_from(content, name, framework)
    except CommissioningError as error:
        return Record(None, _in_file(map(_among_others, error.problems), ""))
    notes = assessment.source.notes if assessment.source else ()
    summary = evolve(summarise(assessment, rule), file="", sha256="")
    return Record(summary, _in_file((each for each in notes if each.code in KEPT_NOTES), ""))


def _among_others(found: Problem) -> Problem:
    """What is wrong, with what to do where all the other returns are not so."""
    if found.code != "wrong-framework":
        return found
    return problem("of-another-framework", found.place, found=found.found)


def _in_file(problems: Iterable[Problem], file: str) -> tuple[Problem, ...]:
    return tuple(evolve(each, place=evolve(each.place, file=file)) for each in problems)


class Records:
    """Makes records of text, and holds once what occurs in many."""

    def __init__(self) -> None:
        self._held: dict[Any, Any] = {}
        converter = strict_converter()
        converter.register_unstructure_hook(Result, _cells)
        converter.register_structure_hook(Result, self._result)
        for kind in (EvidenceMark, ActionMark):
            structure = converter.get_structure_hook(kind)
            converter.register_structure_hook(kind, self._once(structure))
        self._converter = converter

    def plain(self, record: Record) -> Any:
        """A record as plain data, ready for JSON."""
        return self._converter.unstructure(record)

    def of(self, text: str, file: str, sha256: str) -> Record | None:
        """The record of a file.

        Args:
            text: what :func:`read_record` gave.
            file: the name of the file that it is of.
            sha256: of that file.

        Returns:
            The record, or None where the text is no such record.
        """
        try:
            content = json.loads(text)
        except ValueError:
            return None
        record, faults = structured(self._converter, content, Record, file)
        if record is None or faults:
            return None
        summary = record.summary and evolve(record.summary, file=file, sha256=sha256)
        return Record(summary, _in_file(record.problems, file))

    def _result(self, cells: Any, _: Any) -> Result:
        try:
            key = tuple(cells)
            if key not in self._held:
                self._held[key] = self._made(*key)
            held: Result = self._held[key]
        except (TypeError, ValueError, ZeroDivisionError):
            raise wrong_type(cells, "a score") from None
        return held

    def _made(self, part: Any, name: Any, *figures: Any) -> Result:
        structure = self._converter.structure
        exact: list[Any] = [self._fraction(each) for each in figures[:FIGURES]]
        counts = [structure(each, int) for each in figures[FIGURES:]]
        return Result(structure(part, str), structure(name, str), *exact, *counts)

    def _fraction(self, text: str | None) -> Fraction | None:
        if text is None:
            return None
        held: Fraction = self._held.setdefault(text, Fraction(text))
        return held

    def _once(self, structure: Any) -> Any:
        def hook(value: Any, kind: Any) -> Any:
            made = structure(value, kind)
            return self._held.setdefault(made, made)

        return hook


def _cells(result: Result) -> list[Any]:
    """A score as a short list: a return has dozens, and their names say nothing."""
    return [str(each) if isinstance(each, Fraction) else each for each in astuple(result)]
