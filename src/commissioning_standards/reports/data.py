"""The figures behind a paper, for programs: CSV that no spreadsheet runs, and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..comparing.tables import comparison_document
from ..enquiring.tables import enquiry_text
from ..evidencing.tables import coverage_text
from ..interchange import to_json
from ..listing import json_text, rows_as_csv
from ..moderation.document import moderation_json
from ..records import Action
from ..scoring import as_float
from ..tables import csv_text
from .document import Document
from .material import Material

__all__ = ["account_data", "pack_data"]

SAID = ("section", "rule", "text")
ACTIONS = ("title", "about", "owner", "due", "measure", "status", "overdue", "notes")
SCORES = ("number", "standard", "title", "score", "low", "high", "level", "last")


def pack_data(material: Material, document: Document) -> dict[str, bytes]:
    """The data of the pack, by file."""
    card, lines, on = material.card, material.lines, material.on
    texts = {
        "scores.csv": csv_text([card]),
        "scores.json": to_json(card) + "\n",
        "evidence.csv": coverage_text(material.coverage, "csv"),
        "evidence.json": coverage_text(material.coverage, "json"),
        "enquiry.csv": enquiry_text(lines, card, on, "csv"),
        "enquiry.json": enquiry_text(lines, card, on, "json"),
        "actions.csv": rows_as_csv(_actions(material), ACTIONS),
        "sentences.csv": rows_as_csv(_sentences(document), SAID),
        **_beside(material),
    }
    return {name: text.encode() for name, text in texts.items()}


def _beside(material: Material) -> dict[str, str]:
    """What the scores are held against, where there is any."""
    texts = {}
    for name, comparison in (("last-round", material.changes), ("target", material.aims)):
        if comparison:
            texts[f"{name}.json"] = json_text(comparison_document(comparison))
    seen = material.awareness
    if seen:
        texts["peer-team.json"] = json_text(comparison_document(seen.comparison, seen))
    if material.moderation:
        texts["moderation.json"] = moderation_json(material.moderation) + "\n"
    return texts


def _actions(material: Material) -> Iterable[Mapping[str, object]]:
    return (_action(each, material) for each in material.assessment.actions)


def _action(action: Action, material: Material) -> dict[str, object]:
    return {
        "title": action.title,
        "about": ", ".join(action.about),
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else None,
        "measure": action.measure,
        "status": action.status.value if action.status else None,
        "overdue": action in material.coverage.actions.overdue,
        "notes": action.notes,
    }


def _sentences(document: Document) -> Iterable[Mapping[str, object]]:
    return (
        {"section": section.id, "rule": said.rule, "text": said.text}
        for section, said in document.statements
    )


def account_data(material: Material) -> dict[str, bytes]:
    """The scores that the account tells, by file: figures, and nobody's name."""
    last = material.last
    before = {each.id: each.score for each in last.standards} if last else {}
    rows = (
        {
            "number": each.number,
            "standard": each.id,
            "title": each.title,
            "score": as_float(each.score),
            "low": as_float(each.low),
            "high": as_float(each.high),
            "level": each.level.label if each.level else None,
            "last": as_float(before.get(each.id)),
        }
        for each in material.card.standards
    )
    return {"scores.csv": rows_as_csv(rows, SCORES).encode()}
