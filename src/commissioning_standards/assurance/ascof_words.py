"""ASCOF figures side by side: as a table with its caution, CSV, JSON and evidence."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from ..assessment import Assessment
from ..given import only
from ..listing import aligned, json_text, rows_as_csv
from ..parts import EvidenceCategory
from ..problems import Problem, problem
from ..records import Evidence
from ..scoring import as_float
from ..text import one_line
from ..version import VERSION
from .ascof import Ascof, AscofLine
from .ascof_file import Figure, LevelOf
from .crosswalk import Crosswalk
from .outside import OutsideView, ViewTable, wrapped

__all__ = [
    "ascof_document",
    "ascof_evidence",
    "ascof_rows",
    "ascof_text",
    "ascof_view",
    "ties_of",
    "untied_measures",
    "with_ascof",
]

SCHEMA = "commissioning-standards/ascof/1"
NO_FIGURE, NO_NAME = "blank", "a measure that this software has no name for"
YEAR_END = (3, 31)


def ascof_view(found: Ascof) -> OutsideView:
    """A council's figures in the plain form that papers show.

    Args:
        found: a council's figures, as :func:`ascof` read them.

    Returns:
        Sentences, a table for each year, and the publisher's cautions.
    """
    only("ascof_view", found, Ascof)
    levels = tuple(found.places)
    rows = [(year, *_line(line, levels)) for year in found.years for line in found.headline(year)]
    headers = ("Year", "Measure", *(found.places[level] for level in levels))
    table = ViewTable("The council's figures beside those of wider places", headers, rows)
    return OutsideView(
        "ASCOF", _sentences(found), (table,), _source(found), found.files, found.notes
    )


def _sentences(found: Ascof) -> Iterator[str]:
    beside = [name for level, name in found.places.items() if level is not LevelOf.COUNCIL]
    yield f"{one_line(found.council.name)}, beside {', '.join(beside) or 'nowhere else'}."
    yield from found.cautions
    for year in found.years:
        if found.breaks_at(year):
            yield f"Break in series before {year}: {found.breaks_at(year)}"
    if _marked(found):
        yield f"Kept as published, and no figures: {', '.join(_marked(found))}."


def _marked(found: Ascof) -> list[str]:
    """The marks that stand in place of figures."""
    outcomes = [figure for line in found.lines for figure in line.outcomes.values()]
    return sorted({_shown(each) for each in outcomes if each.value is None})


def _source(found: Ascof) -> str:
    files = "; ".join(f"{name}, sha256 {sha256[:10]}" for name, sha256 in found.files)
    years = ", ".join(found.years)
    editions = {each.id for each in map(found.measures, found.years) if each}
    licence = " Published under the Open Government Licence v3.0." if editions else ""
    return (
        "Adult Social Care Outcomes Framework, Department of Health and Social Care, "
        f"{years}.{licence} "
        f"Read from {files}; commissioning-standards {VERSION}."
    )


def _line(line: AscofLine, levels: tuple[LevelOf, ...]) -> tuple[str, ...]:
    group = "" if line.is_of_everybody else f", {one_line(line.group)}"
    title = f"{line.code} {one_line(line.title) or NO_NAME}{group}"
    return (title, *(_shown(line.outcomes.get(level)) for level in levels))


def _shown(figure: Figure | None) -> str:
    """A figure as it stands in the file."""
    return (one_line(figure.text) or NO_FIGURE) if figure else "not given"


def ascof_text(found: Ascof, form: str, *, every: bool = False) -> str:
    """The figures as ``"table"``, ``"csv"`` or ``"json"``.

    Args:
        found: a council's figures.
        form: which.
        every: whether groups of people are shown too, in the table.
    """
    match form:
        case "csv":
            rows = ascof_rows(found)
            return rows_as_csv(rows, rows[0] if rows else ["council"])
        case "json":
            return json_text(ascof_document(found))
        case _:
            return "\n".join(_table(found, every=every)) + "\n"


def _table(found: Ascof, *, every: bool) -> Iterator[str]:
    for sentence in _sentences(found):
        yield from wrapped(sentence)
    levels = tuple(found.places)
    for year in found.years:
        lines = found.lines if every else found.headline(year)
        rows = [_line(each, levels) for each in lines if each.year == year]
        yield ""
        if found.breaks_at(year):
            yield f"---- break in series before {year} ----"
        yield from aligned([(year, *(found.places[level] for level in levels)), *rows])
    yield ""
    yield from wrapped(_source(found))


def ascof_rows(found: Ascof) -> list[dict[str, object]]:
    """One flat dict for each year, measure, group of people, place and value."""
    files = {"files": "; ".join(f"{name} sha256 {digest}" for name, digest in found.files)}
    return [
        {
            "council": found.council.name,
            "year": line.year,
            "break_before": found.breaks_at(line.year),
            "code": line.code,
            "title": line.title,
            "group": line.group,
            "level": level.value,
            "place": figure.place.name,
            "kind": figure.kind,
            "text": figure.text,
            "value": as_float(figure.value),
            "file": figure.file,
            "line": figure.line,
            "caution": " ".join(found.cautions),
            **files,
            "software": VERSION,
        }
        for line in found.lines
        for (level, _), figure in line.figures.items()
    ]


def ascof_document(found: Ascof) -> dict[str, Any]:
    """The figures as plain data for JSON: as text, as they stand in the file, and as numbers."""
    return {
        "schema": SCHEMA,
        "software": VERSION,
        "council": {
            "name": found.council.name,
            "code": found.council.code,
            "ons": found.council.ons,
        },
        "places": {level.value: name for level, name in found.places.items()},
        "cautions": list(found.cautions),
        "files": [{"file": name, "sha256": digest} for name, digest in found.files],
        "years": [_year(found, year) for year in found.years],
    }


def _year(found: Ascof, year: str) -> dict[str, Any]:
    edition = found.measures(year)
    return {
        "year": year,
        "edition": edition.edition if edition else None,
        "digest": edition.digest if edition else None,
        "break": found.breaks_at(year) or None,
        "measures": [_measure(each) for each in found.lines if each.year == year],
    }


def _measure(line: AscofLine) -> dict[str, Any]:
    return {
        "code": line.code,
        "title": line.title,
        "group": line.group,
        "figures": [
            {
                "level": level.value,
                "place": figure.place.name,
                "kind": figure.kind,
                "text": figure.text,
                "value": as_float(figure.value),
                "file": figure.file,
                "line": figure.line,
            }
            for (level, _), figure in line.figures.items()
        ],
    }


def ascof_evidence(found: Ascof, crosswalk: Crosswalk) -> tuple[Evidence, ...]:
    """The council's figures as dated evidence for the standards that they bear on.

    A measure is dated on the last day of its financial year. Only measures of
    everybody, in the years of the crosswalk's edition, that are tied to a
    standard and have a figure for the council.

    Args:
        found: the council's figures.
        crosswalk: from a framework to ASCOF.

    Returns:
        A piece of evidence for each such measure, by year.
    """
    only("ascof_evidence", found, Ascof)
    only("ascof_evidence", crosswalk, Crosswalk, name="crosswalk")
    return tuple(_evidence(found, crosswalk))


def _evidence(found: Ascof, crosswalk: Crosswalk) -> Iterator[Evidence]:
    caution = " ".join(found.cautions)
    for line in (line for year in found.years for line in found.headline(year)):
        own, about = line.outcomes.get(LevelOf.COUNCIL), ties_of(found, line, crosswalk)
        if about and own and own.value is not None:
            yield Evidence(
                f"ASCOF {line.code}, {line.year}: {_figure_of(found, line)}",
                about,
                EvidenceCategory.OUTCOMES,
                _last_day(line.year),
                public=True,
                notes=f"{line.title}. {caution} From {own.file}, line {own.line}.",
            )


def untied_measures(found: Ascof, crosswalk: Crosswalk) -> tuple[Problem, ...]:
    """A note that tells which measures of each year bear on no standard; none where all do."""
    told = (
        f"{year}: {', '.join(codes)}"
        for year in found.years
        if (codes := _untied(found, year, crosswalk))
    )
    every = "; ".join(told)
    return (problem("measures-not-tied", found=every),) if every else ()


def _untied(found: Ascof, year: str, crosswalk: Crosswalk) -> tuple[str, ...]:
    lines = (each for each in found.headline(year) if not ties_of(found, each, crosswalk))
    return tuple(dict.fromkeys(one_line(each.code) for each in lines))


def ties_of(found: Ascof, line: AscofLine, crosswalk: Crosswalk) -> tuple[str, ...]:
    """The parts of the framework that a measure bears on, where the crosswalk is of its year."""
    measures = found.measures(line.year)
    known = measures.measure(line.code) if measures else None
    if known is None or measures != crosswalk.outside:
        return ()
    return tuple(each.part for each in crosswalk.ties_to(known.code))


def _figure_of(found: Ascof, line: AscofLine) -> str:
    own, *rest = (
        (name, line.outcomes[level])
        for level, name in found.places.items()
        if level in line.outcomes
    )
    beside = ", ".join(f"{name} {_shown(figure)}" for name, figure in rest)
    return f"{_shown(own[1])} ({beside})" if beside else _shown(own[1])


def _last_day(year: str) -> datetime.date:
    """31 March of the year in which a financial year ends."""
    return datetime.date(int(year[:4]) + 1, *YEAR_END)


def with_ascof(assessment: Assessment, evidence: tuple[Evidence, ...]) -> Assessment:
    """An assessment with evidence that it does not hold yet added at the end."""
    new = tuple(each for each in evidence if each not in assessment.evidence)
    return evolve(assessment, evidence=(*assessment.evidence, *new), source=None)
