"""Scorecards as tables: in plain text for a terminal, and as CSV for other programs."""

from __future__ import annotations

import csv
import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from .figures import shown
from .scorecards import scorecard_document
from .scoring import Score, Scorecard
from .words import NO_SCORE, about, provenance, scale_in_words

__all__ = ["csv_text", "safe_cell", "scores_text", "table_text"]

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")
FIGURE = re.compile(r"-?\d+([./]\d+)?")
HEADERS = ("", "Score", "Low", "High", "Level reached", "Rated", "Open", "N/A")
WIDTH, SHORT_DIGEST = 100, 10
INDENT = {"overall": "", "domain": "", "standard": "  "}


def table_text(card: Scorecard) -> str:
    """A scorecard as an aligned table, with what it rests on above and below."""
    framework = card.assessment.framework
    lines = [HEADERS, *map(_line, _listed(card))]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    table = [_aligned(line, widths) for line in lines]
    basis = f"{framework.name}. Rule {card.rule.name}, version {card.rule.version}."
    scale = f"The scale runs {scale_in_words(framework.scale)}. {framework.note}".strip()
    made_from = provenance(card, SHORT_DIGEST)
    notes = [line for text in (scale, made_from) for line in textwrap.wrap(text, WIDTH)]
    return "\n".join([about(card), basis, "", *table, "", *notes])


def _listed(card: Scorecard) -> Iterator[Score]:
    """The whole, then each domain followed by its standards."""
    yield card.overall
    for domain in card.domains:
        yield domain
        yield from (each for each in card.standards if each.domain == domain.id)


def _line(score: Score) -> tuple[str, ...]:
    number = "" if score.number is None else f"{score.number} "
    figures = [score.score, score.low, score.high]
    texts = ["" if each is None else shown(each) for each in figures]
    # A council is a profile: no one word is printed for the whole of it.
    level = score.level.label if score.level and score.part != "overall" else ""
    counts = map(str, (score.rated, score.open, score.not_applicable))
    title = f"{INDENT[score.part]}{number}{score.title}"
    return (title, texts[0] or NO_SCORE, *texts[1:], level, *counts)


def _aligned(line: tuple[str, ...], widths: list[int]) -> str:
    title, *rest = (
        text.ljust(width) if index in (0, 4) else text.rjust(width)
        for index, (text, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  ".join([title, *rest]).rstrip()


def csv_text(cards: Iterable[Scorecard]) -> str:
    """Every score of every card as CSV, one a row, with a header."""
    rows = [row for card in cards for row in card.rows()]
    buffer = StringIO(newline="")
    writer = csv.DictWriter(buffer, fieldnames=list(rows[0]) if rows else [])
    writer.writeheader()
    writer.writerows({key: safe_cell(value) for key, value in row.items()} for row in rows)
    return buffer.getvalue()


def scores_text(cards: Sequence[Scorecard], form: str) -> str:
    """Scorecards as ``"table"``, ``"csv"`` or ``"json"``: one object for one, else a list."""
    match form:
        case "csv":
            return csv_text(cards)
        case "json":
            documents = [scorecard_document(card) for card in cards]
            whole = documents[0] if len(documents) == 1 else documents
            return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
        case _:
            return "\n".join(table_text(card) + "\n" for card in cards)


def safe_cell(value: object) -> object:
    """Text that a spreadsheet would run as a formula, marked as text with an apostrophe.

    Source: OWASP, CSV injection.
    """
    if not isinstance(value, str) or FIGURE.fullmatch(value):
        return value
    if value.startswith(STARTS_A_FORMULA):
        return f"'{value}"
    return value
