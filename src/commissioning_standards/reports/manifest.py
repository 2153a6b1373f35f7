"""What a folder of papers was made of, by what, and the sum of every file in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from ..listing import json_text
from ..stamps import document_stamp
from ..version import VERSION
from .basis import files_read, stamp
from .material import Material

__all__ = ["MANIFEST", "manifest"]

MANIFEST = "manifest.json"
SCHEMA = "commissioning-standards/manifest/1"


def manifest(kind: str, material: Material, contents: Mapping[str, bytes]) -> bytes:
    """The manifest of a folder, as JSON.

    An account names no file, as a file's name may name a person: what each was
    stands in its place.

    Args:
        kind: ``"pack"`` or ``"account"``.
        material: what the papers were made of.
        contents: every other file of the folder, by name.
    """
    rule, target = material.card.rule, material.target
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "software": VERSION,
        "kind": kind,
        "on": material.on.isoformat(),
        "framework": document_stamp(material.assessment)["framework"],
        "form": material.framework.form.value,
        "scoring": {"rule": rule.name, "version": rule.version},
        "council": material.council,
        "period": material.assessment.period,
        "made_from": stamp(material),
        "target": None if target is None else str(target),
        "inputs": [
            {"role": role, "file": role if kind == "account" else file, "sha256": sha256}
            for role, file, sha256 in files_read(material)
        ],
        "files": [
            {"name": name, "bytes": len(content), "sha256": _sum(content)}
            for name, content in contents.items()
        ],
    }
    return json_text(document).encode()


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
