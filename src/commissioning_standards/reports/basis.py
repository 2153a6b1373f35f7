"""What a paper was made from and by: on every paper, and in its manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from ..assessment import Assessment
from ..stamps import document_stamp
from ..version import VERSION
from .document import Block, Document, Paragraph, Section, Statement, Table
from .material import Material
from .rules import WORD_RULES

__all__ = ["files_read", "inputs", "made", "made_from", "stamp", "with_rules"]


def inputs(material: Material) -> Iterator[tuple[str, Assessment]]:
    """Every return that the paper rests on, with the part it plays."""
    several = material.moderation is not None
    for each in material.returns:
        yield ("one of several returns" if several else "the return"), each
    for role, card in (("last round", material.last), ("the peer team", material.peers)):
        if card:
            yield role, card.assessment


def files_read(material: Material) -> Iterator[tuple[str, str, str]]:
    """Every file that the paper rests on: what it is, its name and its sha256."""
    for role, each in inputs(material):
        if each.source:
            yield role, each.source.file, each.source.sha256
    for view in material.views:
        for file, sha256 in view.files:
            yield view.title, file, sha256
    settings = material.settings
    if settings.file:
        yield "the settings", settings.file, hashlib.sha256(settings.content).hexdigest()
    if settings.crest:
        yield "the crest", settings.council.crest, settings.crest_sha256


def made_from(material: Material) -> tuple[str, ...]:
    """What the paper was made from and by, a sentence each."""
    return tuple(_sentences(material))


def _sentences(material: Material) -> Iterator[str]:
    framework, rule = material.framework, material.card.rule
    yield f"Framework: {framework.name}."
    yield f"Framework {framework.id}, edition {framework.edition_and_form}."
    yield f"Digest of the framework: {framework.digest}."
    yield f"Scoring rule {rule.name}, version {rule.version}."
    yield f"Made by commissioning-standards {VERSION}."
    for role, each in inputs(material):
        yield f"From {role}: {_source(each)}."
    if framework.note:
        yield framework.note


def _source(assessment: Assessment) -> str:
    source = assessment.source
    return f"{source.file}, sha256 {source.sha256}" if source else "made in a script, with no file"


def made(material: Material, plan: Section) -> Section:
    """What it was made from, with the rules to be listed once the paper is whole."""
    blocks = (Paragraph(Statement("basis", each)) for each in made_from(material))
    return Section(plan.id, plan.heading, (*plan.blocks, *blocks))


def with_rules(document: Document) -> tuple[Block, ...]:
    """A table of every rule that made a sentence of a paper."""
    used = {said.rule for _, said in document.statements}
    rows = ((name, says) for name, says in WORD_RULES.items() if name in used)
    caption = "The rules that made the sentences above"
    return (Table(caption, ("Rule", "What it tells"), rows, (25, 75)),)


def stamp(material: Material) -> list[dict[str, Any]]:
    """Every return with its sum, for a manifest."""
    return [{"role": role, **document_stamp(each)["assessment"]} for role, each in inputs(material)]
