"""Lines of enquiry for people to read, and as CSV and JSON for other programs."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from ..listing import json_text, rows_as_csv
from ..scoring import Scorecard
from ..stamps import document_stamp
from ..text import one_line
from ..version import VERSION
from ..words import about
from .enquiry import enquiry_rows
from .parts import LineOfEnquiry

__all__ = ["enquiry_document", "enquiry_text"]

ENQUIRY_SCHEMA = "commissioning-standards/enquiry/1"
COLUMNS = (
    *("council", "period", "respondent", "voice", "file", "sha256"),
    *("framework", "edition", "form", "digest", "software"),
    *("on", "rank", "standard", "title", "rule", "question", "found", "cited", "why"),
)
WIDTH, INDENT = 100, "   "
NONE = "The rules draft no line of enquiry from this."
WHOSE = "Drafted by rule from the ratings and evidence; the rules are this software's own."


def enquiry_text(
    lines: Sequence[LineOfEnquiry], card: Scorecard, on: datetime.date, form: str
) -> str:
    """Lines of enquiry as ``"table"``, ``"csv"`` or ``"json"``.

    Args:
        lines: what :func:`lines_of_enquiry` drafted.
        card: the scores they were drafted from.
        on: the day on which the evidence was looked at.
        form: how to write them.
    """
    match form:
        case "csv":
            return rows_as_csv(enquiry_rows(lines, card, on), COLUMNS)
        case "json":
            return json_text(enquiry_document(lines, card, on))
        case _:
            return "\n".join(_paper(lines, card, on)) + "\n"


def _paper(lines: Sequence[LineOfEnquiry], card: Scorecard, on: datetime.date) -> Iterator[str]:
    """A heading for each rule with why it asks, and under it the questions in order."""
    yield f"Lines of enquiry on {on}. {one_line(about(card))}"
    yield from textwrap.wrap(f"{one_line(card.assessment.framework.name)}.", WIDTH)
    yield WHOSE
    if not lines:
        yield from ("", NONE)
    ranked = enumerate(lines, 1)
    for (rule, why), of_rule in groupby(ranked, lambda each: (each[1].rule, each[1].why)):
        yield from ("", *textwrap.wrap(f"{rule}: {why}", WIDTH))
        for rank, line in of_rule:
            yield from _entry(rank, line)


def _entry(rank: int, line: LineOfEnquiry) -> Iterator[str]:
    yield from ("", *_wrapped(f"{rank}. Standard {line.standard}. {line.question}", ""))
    yield from _wrapped(line.found, INDENT)
    yield from _wrapped(f"Cited: {'; '.join(map(str, line.cited))}", INDENT)


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(one_line(text), WIDTH, initial_indent=indent, subsequent_indent=INDENT)


def enquiry_document(
    lines: Sequence[LineOfEnquiry], card: Scorecard, on: datetime.date
) -> dict[str, Any]:
    """Lines of enquiry as plain data."""
    return {
        "schema": ENQUIRY_SCHEMA,
        "software": VERSION,
        **document_stamp(card.assessment),
        "scoring": {"rule": card.rule.name, "version": card.rule.version},
        "on": on.isoformat(),
        "lines": [_line(rank, line) for rank, line in enumerate(lines, 1)],
    }


def _line(rank: int, line: LineOfEnquiry) -> dict[str, Any]:
    return {
        "rank": rank,
        "standard": line.standard,
        "title": line.title,
        "rule": line.rule,
        "why": line.why,
        "found": line.found,
        "question": line.question,
        "peer_questions": list(line.peer_questions),
        "cited": [each.as_dict() for each in line.cited],
    }
