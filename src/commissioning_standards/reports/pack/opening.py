"""How the pack opens: what the challenge is about, and how to read what follows."""

from __future__ import annotations

from collections.abc import Iterator

from ...scale import Level
from ..document import NOT_GIVEN, Block, Bullets, Paragraph, Section, Statement, Table
from ..material import Material

__all__ = ["reading", "scope"]


def scope(material: Material, plan: Section) -> Section:
    """What the council asks of the peer team, as far as it has said so."""
    words = material.settings.pack
    parts = (
        ("scope", "What the challenge is about", words.scope, False),
        ("questions", "Key questions for the peer team", words.key_questions, True),
        ("timetable", "Timetable", words.timetable, False),
    )
    sections = (
        Section(f"{plan.id}-{name}", heading, (_given(texts, numbered=numbered),))
        for name, heading, texts, numbered in parts
    )
    return Section(plan.id, plan.heading, plan.blocks, sections)


def _given(texts: tuple[str, ...], *, numbered: bool) -> Block:
    if not texts:
        return Paragraph(NOT_GIVEN, "note")
    return Bullets(texts, numbered=numbered)


def reading(material: Material, plan: Section) -> Section:
    """How to read the pack, and how its scores are made."""
    return Section(plan.id, plan.heading, (*plan.blocks, *_reading(material)))


def _reading(material: Material) -> Iterator[Block]:
    framework, rule = material.framework, material.card.rule
    yield Bullets(
        (
            "This is the council's own view. It is no verdict, and nobody has graded it.",
            "Each standard has criteria, and each criterion is rated on one scale.",
            "Not applicable is left out of a score, and needs a reason.",
            "Blank and don't know are open. No score is made up for them.",
            "Beside a score stands what it could be, with open answers lowest and highest.",
            "A score is never rounded up into a level.",
            f"Where nothing was written, the pack says “{NOT_GIVEN.lower()}”.",
        )
    )
    yield Paragraph(Statement("basis", f"Rule {rule.name}, version {rule.version}: {rule.summary}"))
    yield Table(
        "The scale",
        ("Level", "What it means"),
        (_level(each) for each in framework.scale),
        (25, 75),
    )
    if framework.note:
        yield Paragraph(framework.note, "note")


def _level(level: Level) -> tuple[str, str]:
    return level.choice, level.meaning or NOT_GIVEN
