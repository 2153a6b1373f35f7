"""A scorecard as plain data, for documents that other programs read."""

from __future__ import annotations

from typing import Any

from .answers import written
from .problems import Place
from .scale import Level
from .scoring import Score, Scorecard, as_float
from .stamps import document_stamp
from .version import VERSION

__all__ = ["scorecard_document"]

SCORECARD_SCHEMA = "commissioning-standards/scorecard/1"


def scorecard_document(card: Scorecard) -> dict[str, Any]:
    """A scorecard as plain data: figures as numbers, and exact as text."""
    assessment = card.assessment
    scale = assessment.framework.scale
    return {
        "schema": SCORECARD_SCHEMA,
        "software": VERSION,
        **document_stamp(assessment),
        "scale": {
            "note": assessment.framework.note,
            "levels": [_level(level) for level in scale],
        },
        "scoring": {"rule": card.rule.name, "version": card.rule.version},
        "overall": _score(card.overall),
        "domains": [_score(each) for each in card.domains],
        "standards": [_standard(each) for each in card.standards],
        "criteria": [_criterion(each, card) for each in card.criteria],
    }


def _level(level: Level) -> dict[str, Any]:
    return {"value": as_float(level.value), "label": level.label}


def _score(score: Score) -> dict[str, Any]:
    return {
        "id": score.id,
        "title": score.title,
        "score": as_float(score.score),
        "exact": None if score.score is None else str(score.score),
        "low": as_float(score.low),
        "high": as_float(score.high),
        "level": _level(score.level) if score.level else None,
        "rated": score.rated,
        "open": score.open,
        "not_applicable": score.not_applicable,
    }


def _standard(score: Score) -> dict[str, Any]:
    return {**_score(score), "number": score.number, "domain": score.domain}


def _criterion(score: Score, card: Scorecard) -> dict[str, Any]:
    """A criterion's score with its answer and the cell that it was read from."""
    rating = card.assessment.rating(score.id)
    origin = rating.origin or Place()
    return {
        **_score(score),
        "standard": score.standard,
        "answer": written(rating.answer) or None,
        "confidence": rating.confidence.value if rating.confidence else None,
        "sheet": origin.sheet or None,
        "cell": origin.cell or None,
    }
