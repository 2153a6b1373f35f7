"""Every text of the route map, one by one, with the part that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

import commissioning_standards as cs
from commissioning_standards.parts import Criterion, Standard

FRAMEWORK = cs.load_framework("route-map")
PLAIN_KINDS = ("statement", "quick")


@frozen
class Said:
    """One text.

    Args:
        where: the part and what it says of it, such as ``"4.1 established"``.
        kind: such as ``"statement"`` or ``"level"``.
        text: the words.
    """

    where: str
    kind: str
    text: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """The text in sentences."""
        return tuple(re.split(r"(?<=[.?!])\s+", self.text))


def _header() -> Iterator[Said]:
    for name in ("origin", "source", "note"):
        yield Said(name, "header", getattr(FRAMEWORK, name))
    for level in FRAMEWORK.scale:
        yield Said(level.id, "meaning", level.meaning)
    for domain in FRAMEWORK.domains:
        yield Said(domain.id, "covers", domain.covers)
    for term in FRAMEWORK.glossary:
        yield Said(f"glossary {term.term}", "glossary", term.meaning)


def _standard(standard: Standard) -> Iterator[Said]:
    number = standard.number
    for name in ("summary", "statement", "why"):
        yield Said(f"{number} {name}", name, getattr(standard, name))
    for name in ("quick", "advice"):
        for each in getattr(standard, name):
            yield Said(f"{number} {name} {each.level}", name, each.text)
    for index, question in enumerate(standard.peer_questions, 1):
        yield Said(f"{number} peer question {index}", "peer question", question)
    for index, duty in enumerate(standard.duties, 1):
        yield Said(f"{number} duty {index}", "duty", duty.about)
    for index, evidence in enumerate(standard.evidence, 1):
        yield Said(f"{number} evidence {index}", "evidence", evidence.what)


def _criterion(criterion: Criterion) -> Iterator[Said]:
    yield Said(f"{criterion.id} name", "name", criterion.name)
    yield Said(f"{criterion.id} question", "question", criterion.question)
    if criterion.boundary:
        yield Said(f"{criterion.id} boundary", "boundary", criterion.boundary)
    for each in criterion.levels:
        yield Said(f"{criterion.id} {each.level}", "level", each.text)


def _everything() -> Iterator[Said]:
    yield from _header()
    for standard in FRAMEWORK.standards:
        yield from _standard(standard)
        for criterion in standard.criteria:
            yield from _criterion(criterion)


EVERYTHING = tuple(_everything())
PLAIN = tuple(each for each in EVERYTHING if each.kind in PLAIN_KINDS)
LEVELS = tuple(each for each in EVERYTHING if each.kind == "level")


def words_of(text: str) -> list[str]:
    """The words of a text, numbers left out."""
    return re.findall(r"[A-Za-z]+(?:['’-][A-Za-z]+)*", text)
