"""Borsetshire, a council that does not exist: what each of those who looked at it answered."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from importlib.resources import files
from typing import Any

from attrs import evolve

from ..assessment import Assessment, Respondent, Voice
from ..catalogue import load_framework
from ..interchange import assessment_from
from ..problems import AssessmentError
from ..serialise import parse_toml
from ..workbook.reading.reader import read_content
from ..workbook.typed import typed_into
from ..workbook.writing.writer import workbook_bytes

__all__ = ["COUNCIL", "RETURNS", "example", "returned"]

COUNCIL, RETURNS = "borsetshire.toml", "borsetshire-returns.toml"
LEADERS = "leaders"


def example() -> Assessment:
    """What the council's leaders and commissioners answered, as it comes with this software."""
    document = _document(COUNCIL)
    return assessment_from(document, load_framework(document["framework"]["id"]), COUNCIL)


def returned() -> dict[str, bytes]:
    """The workbook that each of those who looked at the council sent, by its file's name."""
    own = example()
    contents = {LEADERS: workbook_bytes(own)}
    for name, differs in _document(RETURNS).items():
        contents[name] = (
            _typed(contents[LEADERS], differs["typed"])
            if "typed" in differs
            else workbook_bytes(_seen_otherwise(own, differs))
        )
    return {f"{name}.xlsx": content for name, content in contents.items()}


def _typed(content: bytes, entries: Mapping[str, str]) -> bytes:
    """A return with something typed over some of its ratings."""
    read = read_content(content, "")
    cells = {
        (origin.sheet, origin.cell): text
        for criterion, text in entries.items()
        if (origin := read.rating(criterion).origin)
    }
    return typed_into(content, cells)


def _seen_otherwise(own: Assessment, differs: Mapping[str, Any]) -> Assessment:
    """The leaders' answers but for those that are given, and without what only they wrote."""
    level = own.framework.scale.reached
    otherwise = {key: level(Fraction(value)) for key, value in differs["ratings"].items()}
    ratings = [
        evolve(
            each,
            answer=otherwise.get(each.criterion, each.answer),
            comment=each.comment if each.is_not_applicable else "",
        )
        for each in own.ratings
    ]
    return evolve(
        own,
        ratings=ratings,
        period=differs.get("period", own.period),
        respondent=Respondent(differs["respondent"], Voice(differs["voice"])),
        evidence=(),
        actions=(),
    )


def _document(name: str) -> dict[str, Any]:
    content = (files(__package__) / name).read_bytes()
    document, faults = parse_toml(content, name)
    if faults:
        raise AssessmentError(faults)
    return document
