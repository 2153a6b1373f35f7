"""Support signals written out: for people, as CSV and as JSON. All of it is confidential."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from ...listing import json_text, rows_as_csv
from ...text import one_line
from ...version import VERSION
from .confidential import (
    FOLDER,
    INDENT,
    made_from,
    made_from_in_words,
    not_counted,
    not_counted_in_words,
    wrapped,
)
from .support import Signal, SupportList

__all__ = ["LIST_FILES", "support_document", "support_files", "support_rows", "support_text"]

LIST_FILES = tuple(f"{FOLDER}/support.{ending}" for ending in ("txt", "csv", "json"))
SCHEMA = "commissioning-standards/support/1"
NOTICE = (
    "Confidential: the region's own list, to offer support from. It is not a ranking, and not to "
    "be published or sent on."
)
COLUMNS = (
    *("notice", "council", "period", "on", "rule", "found", "offer", "figures"),
    *("file", "sha256", "framework", "edition", "digest", "scoring", "software"),
)


def support_files(found: SupportList) -> dict[str, bytes]:
    """The list as text, CSV and JSON, each by the name of its file."""
    texts = (
        support_text(found),
        rows_as_csv(support_rows(found), COLUMNS),
        json_text(support_document(found)),
    )
    return {name: text.encode() for name, text in zip(LIST_FILES, texts, strict=True)}


def support_text(found: SupportList) -> str:
    """The list for the region's lead: by council, in the order of names."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: SupportList) -> Iterator[str]:
    yield from wrapped(NOTICE)
    round_of = f", {one_line(found.period)}" if found.period else ""
    yield from ("", f"Support signals{round_of}, looked at on {found.on}")
    counts = f"Councils looked at: {len(found.councils)}. With a signal: {found.with_a_signal}."
    yield from wrapped(f"{counts} They stand in the order of their names. Nothing is added up.")
    yield from not_counted_in_words(found.undecided, found.uncounted)
    for council, signals in groupby(found.signals, lambda each: each.council):
        yield from ("", one_line(council))
        for each in signals:
            yield from _signal(each)
    yield ""
    for text in made_from_in_words(found.returns):
        yield from wrapped(text)


def _signal(signal: Signal) -> Iterator[str]:
    yield from wrapped(f"{signal.rule}: {signal.found}", INDENT)
    yield from wrapped(signal.offer, INDENT * 2)
    files = [each.file for each in signal.sources if each.file]
    if files:
        yield from wrapped(f"From: {', '.join(files)}", INDENT * 2)


def support_rows(found: SupportList) -> list[dict[str, object]]:
    """One flat dict for each signal, each with the notice that it is confidential."""
    return [{**_row(each), "notice": NOTICE, "on": found.on.isoformat()} for each in found.signals]


def _row(signal: Signal) -> dict[str, object]:
    sources = signal.sources
    return {
        "council": signal.council,
        "period": signal.period,
        "rule": signal.rule,
        "found": signal.found,
        "offer": signal.offer,
        "figures": "; ".join(f"{name}: {value}" for name, value in signal.figures.items()),
        "file": _joined(each.file for each in sources),
        "sha256": _joined(each.sha256 for each in sources),
        "framework": _joined(each.framework for each in sources),
        "edition": _joined(each.edition for each in sources),
        "digest": _joined(each.digest for each in sources),
        "scoring": _joined(f"{each.rule} {each.rule_version}" for each in sources),
        "software": VERSION,
    }


def _joined(texts: Iterator[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, texts)))


def support_document(found: SupportList) -> dict[str, Any]:
    """The list as plain data."""
    return {
        "schema": SCHEMA,
        "software": VERSION,
        "notice": NOTICE,
        "period": found.period,
        "on": found.on.isoformat(),
        "councils": list(found.councils),
        **not_counted(found.undecided, found.uncounted),
        "returns": made_from(found.returns),
        "rules": [
            {
                "id": each.id,
                "looks_at": each.looks_at.value,
                "limit": each.limit,
                "months": each.months,
            }
            for each in found.rules
        ],
        "signals": [_document(each) for each in found.signals],
    }


def _document(signal: Signal) -> dict[str, Any]:
    return {
        "council": signal.council,
        "rule": signal.rule,
        "found": signal.found,
        "figures": dict(signal.figures),
        "sources": [
            {"file": each.file or None, "sha256": each.sha256 or None} for each in signal.sources
        ],
        "offer": signal.offer,
    }
