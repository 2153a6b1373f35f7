"""What a collation was made of and by, and the sum of every file that was written."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ...listing import json_text
from ...rules import rule_named
from ...version import VERSION
from .collation import Collation
from .reading import Fate

__all__ = ["MANIFEST", "write_manifest"]

MANIFEST = "manifest.json"
SCHEMA = "commissioning-standards/collation/1"


def write_manifest(collation: Collation, written: Sequence[str], path: Path) -> None:
    """Write the manifest beside the files that it is of.

    Nothing in it depends on when it was made, or on what was remembered.

    Args:
        collation: what was read.
        written: the names of the other files, which stand in the same folder.
        path: where to.
    """
    rule = rule_named(collation.rule)
    document: dict[str, object] = {
        "schema": SCHEMA,
        "software": VERSION,
        "scoring": {"rule": rule.name, "version": rule.version},
        "frameworks": list(_frameworks(collation)),
        "rounds": list(_rounds(collation)),
        "counts": {each.value: len(collation.of(each)) for each in Fate},
        "files": [
            {
                "file": each.file,
                "sha256": each.sha256 or None,
                "fate": each.fate.value,
                "problems": [found.as_dict() for found in each.problems],
            }
            for each in collation.files
        ],
        "findings": [each.as_dict() for each in collation.findings],
        "written": [_sum(path.with_name(name)) for name in written],
    }
    path.write_bytes(json_text(document).encode())


def _frameworks(collation: Collation) -> Iterator[dict[str, object]]:
    """Each wording that returns were read with, and how many there are of it."""
    counts = Counter(
        (each.framework, each.edition, each.form, each.digest) for each in collation.summaries
    )
    for (name, edition, form, digest), count in sorted(counts.items()):
        yield {
            "id": name,
            "edition": edition,
            "form": form,
            "digest": digest,
            "returns": count,
        }


def _rounds(collation: Collation) -> Iterator[dict[str, object]]:
    names: dict[str, str] = {}
    councils: Counter[str] = Counter()
    for each in collation.rounds:
        names.setdefault(each.period_key, each.period)
        councils[each.period_key] += 1
    for key, name in names.items():
        yield {"period": name, "councils": councils[key]}


def _sum(path: Path) -> dict[str, object]:
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return {"name": path.name, "bytes": path.stat().st_size, "sha256": digest}
