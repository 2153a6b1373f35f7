"""ASCOF's published CSV as code makes it: its shapes, its sizes and its traps, all invented."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from commissioning_standards.assurance.loading import load_places

NEW_HEADER = (
    "Geographical code",
    "Geographical description",
    "Geographical level",
    "ONS code",
    "ASCOF measure code",
    "Disaggregation level",
    "Measure type",
    "Measure value",
)
OLD_HEADER = (
    "Geographical Code",
    "Geographical Description",
    "Geographical Level",
    "ONS Area Code",
    "ASCOF Measure Code",
    "Disaggregation Level",
    "Measure Type",
    "Measure_Value",
    "Measure Group",
    "Measure Group Description",
)
NEW_LETTERS, OLD_LETTERS = (
    ("ABCDE", "ABCDE", "ABCD", "AB", "A", "AB"),
    ("ABCDEFGHIJ", "ABCD", "ABCD", "A"),
)
NEW_LEVELS = ("Local authority", "Regional", "Council type", "National (England)")
OLD_LEVELS = ("Council", "Region", "Council Type", "England")
NEW_CODES = [f"{part}{each}" for part, letters in enumerate(NEW_LETTERS, 1) for each in letters]
OLD_CODES = [f"{part}{each}" for part, letters in enumerate(OLD_LETTERS, 1) for each in letters]
GROUPS = ("Total", "18 to 64", "65 and over", "Male", "Female")
TYPES = ("Numerator", "Denominator", "Outcome")
MARKS = {
    ("2B", "Male"): "[c]",
    ("3D", "Female"): "[x]",
    ("2C", "18 to 64"): ":",
    ("1A", "Male"): "*",
}
# A comma, and a letter that Windows-1252 and UTF-8 write differently.
NAMES = {"E06000002": "Council E06000002, King’s Town"}

Place = tuple[str, str, str, str]


def places(levels: Sequence[str], councils: int) -> list[Place]:
    """Councils, regions, types and England: code, name, level and code of the statistics office."""
    known = load_places()
    inside = [(code, each) for each in known.regions for code in each.councils][:councils]
    council, region, kind, england = levels
    rows = [
        (str(100 + index), NAMES.get(code, f"Council {code}"), council, code)
        for index, (code, _) in enumerate(inside)
    ]
    rows += [
        (f"R{index}", each.name, region, f"E1200000{index + 1}")
        for index, each in enumerate(known.regions)
    ]
    rows += [(f"T{index}", each.name, kind, "") for index, each in enumerate(known.types)]
    return [*rows, ("England", "England", england, "E92000001")]


def value(place: int, measure: int, group: int, kind: str) -> str:
    """An invented figure that is the same every time."""
    if kind == "Denominator":
        return f"{1000 + 37 * place + 11 * group:,}"
    if kind == "Numerator":
        return str(500 + 7 * place + measure)
    return f"{(40 + place * 7 + measure * 13 + group * 3) % 100}.{place % 10}"


def ascof_lines(
    *, old: bool = False, councils: int = 153, groups: Sequence[str] = GROUPS
) -> Iterator[Sequence[str]]:
    """The header and every row, measure by measure as published."""
    codes, levels = (OLD_CODES, OLD_LEVELS) if old else (NEW_CODES, NEW_LEVELS)
    yield OLD_HEADER if old else NEW_HEADER
    everywhere = places(levels, councils)
    for measure, code in enumerate(codes):
        for group, people in enumerate(groups):
            for place, named in enumerate(everywhere):
                for kind in TYPES:
                    figure = MARKS.get((code, people)) or value(place, measure, group, kind)
                    row = (*named, f"{code}{people}" if old else code, people, kind, figure)
                    yield (*row, code, f"The old measure {code} – by survey") if old else row


def write_ascof(
    path: Path,
    *,
    old: bool = False,
    councils: int = 153,
    encoding: str = "utf-8",
    groups: Sequence[str] = GROUPS,
) -> Path:
    """Write such a file."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(ascof_lines(old=old, councils=councils, groups=groups))
    return path
