"""A comparison as a table for a terminal, and as CSV and plain data for other programs."""

from __future__ import annotations

import csv
import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from io import StringIO
from typing import Any

from ..assessment import Assessment
from ..figures import shown
from ..given import only
from ..scorecards import scorecard_document
from ..scoring import Score, Scorecard, as_float
from ..tables import safe_cell
from ..version import VERSION
from ..whose import is_of_peers
from ..words import NO_SCORE, provenance, scale_in_words
from .awareness import SelfAwareness
from .awareness_words import describe_self_awareness, sentences_on
from .comparison import Comparison
from .comparison_words import listed, notes_on, status_words, sums, whose
from .findings import describe_findings, findings_document
from .gap_words import heading, signed
from .gaps import Gap, Standing

__all__ = ["comparison_document", "comparison_table", "comparison_text"]

SCHEMA = "commissioning-standards/comparison/1"
WIDTH, SHORT_DIGEST = 100, 10
INDENT = {"standard": "  "}

# The two count otherwise, so each says how.
BY_FIGURES, AS_VIEWS = "By the figures alone:", "As two views, small gaps set aside:"


def comparison_table(comparison: Comparison, awareness: SelfAwareness | None = None) -> str:
    """A comparison as an aligned table, with what it rests on above and below.

    *At least* and *At most* are what the gap could still be, as open answers
    are given. Criteria are in :meth:`Comparison.rows` only.

    Args:
        comparison: of two scorecards, or of one and a target.
        awareness: a profile of self-awareness to tell below, if there is one.

    Returns:
        Lines of text; sentences are broken at 100 letters.
    """
    only("comparison_table", comparison, Comparison)
    only("comparison_table", awareness, SelfAwareness, type(None), name="awareness")
    framework, rule = comparison.card.assessment.framework, comparison.card.rule
    basis = f"{framework.name}. Rule {rule.name}, version {rule.version}."
    cards = [each for each in (comparison.card, comparison.other) if each]
    scale = f"The scale runs {scale_in_words(framework.scale)}. {framework.note}".strip()
    made_from = [provenance(card, SHORT_DIGEST) for card in cards]
    profile = _profile_lines(awareness) if awareness else []
    found = [line for each in _findings(comparison) for line in _wrapped(each)]
    notes = [line for each in (scale, *made_from) for line in _wrapped(each)]
    counted = _after(BY_FIGURES, sums(comparison)) if awareness else sums(comparison)
    said = _wrapped(" ".join([counted, *notes_on(comparison)]))
    above = [*whose(comparison), basis]
    return "\n".join([*above, "", *_table(comparison), "", *said, *profile, *found, "", *notes])


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH)


def _profile_lines(awareness: SelfAwareness) -> list[str]:
    first, *others = sentences_on(awareness)
    told = [_after(AS_VIEWS, first), *others]
    return ["", *(line for each in told for line in _wrapped(each))]


def _after(lead: str, sentence: str) -> str:
    return f"{lead} {sentence[0].lower()}{sentence[1:]}"


def _findings(comparison: Comparison) -> Iterator[str]:
    """What a peer team found, where the other side is one's."""
    peers = _peers(comparison)
    if peers:
        yield from describe_findings(peers)


def _peers(comparison: Comparison) -> Assessment | None:
    other = comparison.other
    return other.assessment if other and is_of_peers(other.assessment) else None


def _table(comparison: Comparison) -> list[str]:
    other = "Other" if comparison.other else "Target"
    headers = ("", "Own", other, "Gap", "At least", "At most", "Status")
    words = status_words(comparison)
    lines = [headers, *(_line(each, words) for each in listed(comparison))]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [_aligned(line, widths) for line in lines]


def _line(gap: Gap, words: Mapping[Standing, str]) -> tuple[str, ...]:
    scores = [NO_SCORE if each is None else shown(each) for each in (gap.own, gap.other)]
    # Without both scores there is no gap, so no range of it either.
    gaps = (None, None, None) if gap.gap is None else (gap.gap, gap.low, gap.high)
    texts = ["" if each is None else signed(each) for each in gaps]
    title = f"{INDENT.get(gap.part, '')}{heading(gap)}"
    return (title, *scores, *texts, words[gap.status])


def _aligned(line: tuple[str, ...], widths: list[int]) -> str:
    title, *figures, status = line
    cells = (text.rjust(width) for text, width in zip(figures, widths[1:-1], strict=True))
    return "  ".join([title.ljust(widths[0]), *cells, status]).rstrip()


def comparison_document(
    comparison: Comparison, awareness: SelfAwareness | None = None
) -> dict[str, Any]:
    """A comparison as plain data for JSON: figures as numbers, and exact as text.

    Args:
        comparison: of two scorecards, or of one and a target.
        awareness: a profile of self-awareness to give with it, if there is one.

    Returns:
        A document as ``docs/schemas/comparison.schema.json`` describes it.
    """
    only("comparison_document", comparison, Comparison)
    only("comparison_document", awareness, SelfAwareness, type(None), name="awareness")
    own = scorecard_document(comparison.card)
    other = scorecard_document(comparison.other) if comparison.other else None
    peers = _peers(comparison)
    return {
        "schema": SCHEMA,
        "software": VERSION,
        "scale": own["scale"],
        "scoring": own["scoring"],
        "own": _side(own),
        "other": _side(other) if other else None,
        "target": _target(comparison),
        "counts": _counts(comparison),
        "overall": comparison.overall.row() if comparison.overall else None,
        "domains": _rows(comparison.domains),
        "standards": _rows(comparison.standards),
        "criteria": _rows(comparison.criteria),
        "added": [_name(each) for each in comparison.added],
        "dropped": [_name(each) for each in comparison.dropped],
        "notes": notes_on(comparison),
        "self_awareness": _profile(awareness) if awareness else None,
        "findings": findings_document(peers) if peers else [],
    }


def _side(document: Mapping[str, Any]) -> dict[str, Any]:
    return {key: document[key] for key in ("framework", "form", "assessment")}


def _target(comparison: Comparison) -> object:
    """One figure for all, figures by the standard's ID, or None."""
    match comparison.against:
        case Scorecard():
            return None
        case Fraction() as target:
            return as_float(target)
        case targets:
            return {key: as_float(value) for key, value in targets.items()}


def _counts(comparison: Comparison) -> dict[str, int]:
    statuses = [each.status for each in comparison.standards]
    return {each.value: statuses.count(each) for each in Standing}


def _rows(gaps: Iterable[Gap]) -> list[dict[str, object]]:
    return [each.row() for each in gaps]


def _name(score: Score) -> dict[str, object]:
    return {"part": score.part, "id": score.id, "number": score.number, "title": score.title}


def _profile(awareness: SelfAwareness) -> dict[str, Any]:
    return {
        "tolerance": as_float(awareness.tolerance),
        "tolerance_exact": str(awareness.tolerance),
        "counts": awareness.counts,
        "standards": awareness.rows(),
        "words": describe_self_awareness(awareness),
    }


def comparison_text(
    comparison: Comparison, form: str, awareness: SelfAwareness | None = None
) -> str:
    """A comparison as ``"table"``, ``"csv"`` or ``"json"``, with the profile if there is one."""
    match form:
        case "csv":
            return _csv(comparison, awareness)
        case "json":
            document = comparison_document(comparison, awareness)
            return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        case _:
            return comparison_table(comparison, awareness) + "\n"


def _csv(comparison: Comparison, awareness: SelfAwareness | None) -> str:
    """A row for each part; the last column is a standard's status in the profile."""
    seen = {each.gap.id: each.status.value for each in awareness.views} if awareness else {}
    rows = [row | {"self_awareness": seen.get(str(row["id"]))} for row in comparison.rows()]
    buffer = StringIO(newline="")
    writer = csv.DictWriter(buffer, fieldnames=list(rows[0]) if rows else [])
    writer.writeheader()
    writer.writerows({key: safe_cell(value) for key, value in row.items()} for row in rows)
    return buffer.getvalue()
