"""Returns that differ, and a walk through what papers say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.reports.document import (
    Bullets,
    Document,
    Paragraph,
    Picture,
    Section,
    Table,
    said_text,
)

DAY = datetime.date(2026, 11, 25)
PAPERS = Path(cs.__file__).parent / "examples" / "borsetshire-papers.toml"
VIEW = cs.OutsideView(
    "A regulator, invented",
    ["It saw the council in March 2026."],
    [cs.ViewTable("What it found", ("Theme", "Score"), [("Safety", 3)])],
    "An invented report, 2026",
)


def shifted(assessment: cs.Assessment, numbers: range, step: int) -> cs.Assessment:
    """The same with the levels of some standards moved up or down, within the scale."""
    levels = assessment.framework.scale.levels

    def moved(rating: cs.Rating) -> cs.Rating:
        if rating.level is None or int(rating.criterion.partition(".")[0]) not in numbers:
            return rating
        place = min(max(levels.index(rating.level) + step, 0), len(levels) - 1)
        return evolve(rating, answer=levels[place])

    return evolve(assessment, ratings=tuple(map(moved, assessment.ratings)))


def last_round(assessment: cs.Assessment) -> cs.Assessment:
    """Last round's return: lower on some standards, and higher on others."""
    before = shifted(shifted(assessment, range(1, 5), -1), range(8, 10), 1)
    return evolve(before, period="2025-26", source=cs.Source("last.xlsx", "cd" * 32))


def peer_team(assessment: cs.Assessment) -> cs.Assessment:
    """The peer team's return: lower on half of the standards."""
    return evolve(
        shifted(assessment, range(1, 7), -1),
        respondent=cs.Respondent("Peer team", cs.Voice.PEER_TEAM),
        source=cs.Source("peers.xlsx", "ef" * 32),
    )


def by_voice(assessment: cs.Assessment) -> list[cs.Assessment]:
    """Three returns of one round, by people who see it differently."""
    return [
        assessment,
        evolve(
            shifted(assessment, range(4, 7), -1),
            respondent=cs.Respondent("Ann", cs.Voice.PEOPLE),
            source=cs.Source("ann.xlsx", "12" * 32),
        ),
        evolve(
            shifted(assessment, range(10, 12), 1),
            respondent=cs.Respondent("Bob", cs.Voice.PROVIDERS),
            source=cs.Source("bob.xlsx", "34" * 32),
        ),
    ]


def section(document: Document, name: str) -> Section:
    """A section of a paper by its ID."""
    return next(each for each in document.walk() if each.id == name)


def texts(found: Section | Document) -> list[str]:
    """Everything that a section or paper says, in order, headings and cells included."""
    return list(_texts(found))


def _texts(found: Section | Document) -> Iterator[str]:
    if isinstance(found, Document):
        yield from (found.title, found.subtitle)
        for each in found.sections:
            yield from _texts(each)
        yield from found.made_from
        return
    yield found.heading
    for block in found.blocks:
        match block:
            case Paragraph(said=said):
                yield said_text(said)
            case Bullets(items=items):
                yield from map(said_text, items)
            case Table():
                yield from (block.caption, *block.headers)
                yield from (said_text(cell) for row in block.rows for cell in row)
            case Picture():
                yield from filter(None, (block.caption, block.alt))
    for each in found.sections:
        yield from _texts(each)


def table(found: Section) -> Table:
    """The first table of a section."""
    return next(each for each in found.blocks if isinstance(each, Table))


def words_in(sentence: str) -> int:
    """How many words a sentence has; a name in quotes is one."""
    return len(re.sub(r"“[^”]*”", "name", sentence).split())
