"""The record of what was shared before, in a file that only the region keeps."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ...files import read_bytes
from ...problems import CommissioningError, Place, problem
from .editions import Edition
from .placing import Placed

__all__ = ["editions_bytes", "read_editions"]

SCHEMA = "commissioning-standards/region-editions/1"


def editions_bytes(editions: Iterable[Edition]) -> bytes:
    """The record as JSON."""
    document = {"schema": SCHEMA, "editions": [_document(each) for each in editions]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _document(edition: Edition) -> dict[str, Any]:
    return {
        "period": edition.period,
        "framework": edition.framework,
        "written": edition.written,
        "minimum": edition.minimum,
        "rule": list(edition.rule),
        "run": edition.run,
        "left": edition.left,
        "rows": [
            {"row": key, "groups": list(map(list, bounds))}
            for key, bounds in zip(edition.keys, edition.bounds, strict=True)
        ],
        "councils": [
            {"council": each.council, "sha256": each.sha256, "cells": list(each.cells)}
            for each in edition.councils
        ],
    }


def read_editions(path: Path) -> tuple[Edition, ...]:
    """Read the record; without one, nothing was shared.

    Raises:
        CommissioningError: it cannot be read. It is never taken for an empty
            one, as councils would lose their protection.
    """
    if not path.exists():
        return ()
    try:
        document = json.loads(read_bytes(path, CommissioningError))
        editions = tuple(map(_edition, document["editions"]))
        known = document["schema"] == SCHEMA
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        known = False
    if not known:
        raise CommissioningError([problem("editions-damaged", Place(path.name))])
    return editions


def _edition(document: dict[str, Any]) -> Edition:
    rows = document["rows"]
    return Edition(
        period=document["period"],
        framework=document["framework"],
        written=document["written"],
        minimum=int(document["minimum"]),
        rule=(document["rule"][0], int(document["rule"][1])),
        run=int(document["run"]),
        left=int(document["left"]),
        keys=tuple(each["row"] for each in rows),
        bounds=tuple(tuple((first, last) for first, last in each["groups"]) for each in rows),
        councils=tuple(
            Placed(each["council"], each["sha256"], bytes(each["cells"]))
            for each in document["councils"]
        ),
    )
