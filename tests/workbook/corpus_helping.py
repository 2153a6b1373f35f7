"""What comes back on the sheet *Helping each other*, in a workbook that has one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.workbook.layout.names import HELPING
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.workbook.corpus_tools import Kind, Make, edited, filled

__all__ = ["HELPING_SHEET"]

COUNTY = cs.CouncilType.COUNTY
SAID = cs.Helping(
    named=True, asks=("4", "10"), most=2, kind=cs.CouncilType.COUNTY, population=312_000
)
NAMED, ASKS, MOST, TYPE, POPULATION = (f"B{row}" for row in range(6, 11))


@cache
def _region() -> bytes:
    return workbook_bytes(evolve(filled(), helping=SAID))


def _changed(change: Callable[[Any], object]) -> Make:
    """The region's workbook after somebody changed the sheet."""
    make = edited(lambda book: change(book[HELPING]))
    return lambda _: make(_region())


def _typed(cell: str, value: object) -> Make:
    return _changed(lambda sheet: sheet.__setitem__(cell, value))


def _read(name: str, make: Make, **said: Any) -> Kind:
    return Kind(
        f"helping: {name}",
        make,
        expected=lambda whole: evolve(whole, helping=evolve(SAID, **said)),
    )


def _again(sheet: Any) -> None:
    """The same line once more below the others, with another answer."""
    sheet["A11"], sheet["B11"] = "May be named", "No"


def _moved(sheet: Any) -> None:
    sheet.insert_rows(5, 3)
    sheet.insert_cols(1)


READ = (
    _read("as it was sent", lambda _: _region()),
    _read("a type as the national figures call it", _typed(TYPE, "Shire county")),
    _read("London as they part it", _typed(TYPE, "inner London"), kind=cs.CouncilType.LONDON),
    _read("yes in small letters", _typed(NAMED, "yes"), named=True),
    _read("no", _typed(NAMED, "No"), named=False),
    _read("not said whether to be named", _typed(NAMED, None), named=None),
    _read("true", _typed(NAMED, value=True)),
    _read("one standard as a number", _typed(ASKS, 4), asks=("4",)),
    _read("standards with and", _typed(ASKS, "4 and 10; 4")),
    _read("no standard", _typed(ASKS, "  "), asks=()),
    _read("a population with a comma", _typed(POPULATION, "312,000")),
    _read("a population with a decimal", _typed(POPULATION, 312_000.0)),
    _read("help for none", _typed(MOST, 0), most=0),
    _read("not said how many", _typed(MOST, ""), most=None),
    _read("a type in capitals", _typed(TYPE, "LONDON BOROUGH"), kind=cs.CouncilType.LONDON),
    _read("no type", _typed(TYPE, None), kind=None),
    _read("the form moved", _changed(_moved)),
    _read("another line below", _typed("A12", "Our number")),
)

REFUSED: dict[str, tuple[Make, tuple[str, ...]]] = {
    "perhaps": (_typed(NAMED, "Perhaps"), ("choice-not-allowed",)),
    "a standard that is none": (_typed(ASKS, "4, 99"), ("unknown-standard",)),
    "a criterion for a standard": (_typed(ASKS, "4.1"), ("unknown-standard",)),
    "a word for a number": (_typed(MOST, "two"), ("wrong-type",)),
    "less than none": (_typed(MOST, -1), ("wrong-type",)),
    "half a council": (_typed(MOST, 2.5), ("wrong-type",)),
    "a population of nought": (_typed(POPULATION, 0), ("wrong-type",)),
    "a population without end": (_typed(POPULATION, "9" * 5_000), ("wrong-type",)),
    "a population in words": (_typed(POPULATION, "about 300,000"), ("wrong-type",)),
    "thousands that are none": (_typed(POPULATION, "3,12,000"), ("wrong-type",)),
    "a type of their own": (_typed(TYPE, "Shire"), ("choice-not-allowed",)),
    "a formula": (_typed(MOST, "=1+1"), ("formula",)),
    "a line without its name": (_typed("A7", "Wants"), ("field-missing",)),
    "answered twice": (_changed(_again), ("field-twice",)),
    "no heading over the answers": (_typed("B5", "Said"), ("column-missing",)),
    "several at once": (
        _changed(lambda sheet: [sheet.__setitem__(each, "?") for each in (NAMED, ASKS, MOST)]),
        ("choice-not-allowed", "unknown-standard", "wrong-type"),
    ),
}

HELPING_SHEET = (
    *READ,
    *(Kind(f"helping: {name}", make, codes) for name, (make, codes) in REFUSED.items()),
)
