"""The overview on one page, and behind it the scores with what they stand beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...comparing.comparison_words import notes_on, status_words
from ...comparing.gaps import Standing
from ..document import Block, Bullets, Paragraph, Picture, Section, Table
from ..material import Material
from ..sentences import about_changes, about_evidence, about_target, about_the_whole, about_voices
from ..tables import beside_table, score_table
from ..voices import VOICES, by_voice, how_far_apart

__all__ = ["TARGET_WORDS", "overview", "scores"]

TARGET_WORDS = {each: each.value for each in Standing} | {
    Standing.HIGHER: "above",
    Standing.LOWER: "below",
    Standing.ALIKE: "at the target",
}


def overview(material: Material, plan: Section, pictures: Sequence[Picture]) -> Section:
    """What stands out, before the detail, on one page: no one word for the whole."""
    blocks = (*plan.blocks, Bullets(tuple(about_the_whole(material))), *pictures)
    return Section(plan.id, plan.heading, blocks, is_one_page=bool(pictures))


def scores(material: Material, plan: Section, voices: Sequence[Picture]) -> Section:
    """The figures behind the overview, last round, the target, and how far voices differ."""
    sections = (
        Section(f"{plan.id}-changes", "Since last round", tuple(_changes(material))),
        *_target(material, plan.id),
        Section(f"{plan.id}-voices", "Voices and evidence", tuple(_voices(material, voices))),
    )
    return Section(plan.id, plan.heading, (*plan.blocks, score_table(material.card)), sections)


def _changes(material: Material) -> Iterator[Block]:
    yield Bullets(tuple(about_changes(material)))
    if material.changes is not None and material.last is not None:
        now = material.assessment.period or "Now"
        then = material.last.assessment.period or "Last round"
        words = status_words(material.changes)
        headers = (now, then if then != now else "Last round")
        yield beside_table("Scores beside last round's", headers, material.changes, words)
        yield from (Paragraph(each, "note") for each in notes_on(material.changes))


def _voices(material: Material, pictures: Sequence[Picture]) -> Iterator[Block]:
    yield Bullets((*about_voices(material), *about_evidence(material)))
    if material.moderation:
        yield from pictures
        moderation = material.moderation
        views = moderation.standards
        rows = ((each.heading, how_far_apart(moderation, each), by_voice(each)) for each in views)
        yield Table("How far voices differ on each standard", VOICES, rows, (32, 24, 44))


def _target(material: Material, name: str) -> Iterator[Section]:
    if material.aims is not None:
        table = beside_table(
            "Scores beside the target", ("Score", "Target"), material.aims, TARGET_WORDS
        )
        blocks = (Bullets(tuple(about_target(material))), table)
        yield Section(f"{name}-target", "Beside the target", blocks)
