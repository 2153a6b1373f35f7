"""A moderation as JSON, for other programs. It only goes out: returns are read, not this."""

from __future__ import annotations

import json
from typing import Any

from ..given import only
from ..scoring import as_float
from ..version import VERSION
from .agenda import Agenda, Item, agenda
from .helping import helping_notes
from .model import Moderation, row
from .participants import Participant, Said, Split, voice_name
from .views import View

__all__ = ["agenda_text", "moderation_document", "moderation_json"]

SCHEMA = "commissioning-standards/moderation/1"
MOST_ITEMS = 5


def moderation_json(moderation: Moderation) -> str:
    """A moderation as JSON: every rating with its respondent and cell, and the agenda.

    Args:
        moderation: the returns side by side.

    Returns:
        A document as ``docs/schemas/moderation.schema.json`` describes it, as text.
    """
    only("moderation_json", moderation, Moderation)
    return json.dumps(moderation_document(moderation), ensure_ascii=False, indent=2)


def moderation_document(moderation: Moderation) -> dict[str, Any]:
    """A moderation as plain data."""
    framework = moderation.framework
    return {
        "schema": SCHEMA,
        "software": VERSION,
        "framework": {
            "id": framework.id,
            "edition": framework.edition,
            "digest": framework.digest,
        },
        "form": framework.form.value,
        "scale": {
            "note": framework.note,
            "levels": [
                {"value": as_float(each.value), "label": each.label} for each in framework.scale
            ],
        },
        "council": moderation.council,
        "period": moderation.period,
        "returns": [_return(each) for each in moderation.participants],
        "criteria": [_view(each) for each in moderation.criteria],
        "standards": [_view(each) for each in moderation.standards],
        "agenda": [_item(each) for each in agenda(moderation)],
        "helping_differs": [
            {"line": each.place.item, "said": each.found} for each in helping_notes(moderation)
        ],
    }


def _return(who: Participant) -> dict[str, Any]:
    made = who.assessment
    return {
        "respondent": who.label,
        "voice": who.voice.value if who.voice else None,
        "form": made.framework.form.value,
        "date": made.date.isoformat() if made.date else None,
        "file": who.file or None,
        "sha256": made.source.sha256 if made.source else None,
    }


def _view(view: View) -> dict[str, Any]:
    return {
        **row(view),
        "out_of_line": [each.who.label for each in view.out_of_line],
        "set_apart": [each.who.label for each in view.set_apart],
        "between_voices": _split(view.between_voices),
        "within_a_voice": _split(view.within_a_voice),
        "answers": [_said(each, view) for each in view.answers],
    }


def _split(split: Split | None) -> dict[str, Any] | None:
    if split is None:
        return None
    return {
        "low": voice_name(split.low),
        "high": voice_name(split.high),
        "lowest": as_float(split.lowest),
        "highest": as_float(split.highest),
        "steps": as_float(split.steps),
    }


def _said(said: Said, view: View) -> dict[str, Any]:
    rating = said.rating
    origin = rating.origin if rating else None
    return {
        "respondent": said.who.label,
        "voice": said.who.voice.value if said.who.voice else None,
        "answer": said.in_words(view.scale),
        "value": as_float(said.value),
        "confidence": rating.confidence.value if rating and rating.confidence else None,
        "comment": rating.comment if rating else "",
        "file": said.who.file or None,
        "sheet": origin.sheet if origin else None,
        "cell": origin.cell if origin else None,
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "rank": item.rank,
        "part": item.view.part,
        "id": item.view.id,
        "title": item.view.title,
        "reason": item.reason,
        "flag": item.flag,
        "said": list(item.said),
    }


def agenda_text(items: Agenda, most: int = MOST_ITEMS) -> str:
    """The first items of an agenda as lines for a terminal, and how many more there are."""
    if not items:
        return "Nobody differs: there is nothing to talk about."
    lines = [
        f"{each.rank}. {each.view.heading}: {' '.join(filter(None, (each.flag, each.reason)))}"
        for each in items[:most]
    ]
    rest = len(items) - len(lines)
    start = f"To talk about: {len(items)}"
    return "\n".join([start, *lines, *([f"And {rest} more."] if rest else [])])
