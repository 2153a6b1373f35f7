"""What a folder of papers was made of, by what, and the sum of every file in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from ..listing import json_text
from ..stamps import document_stamp
from ..version import VERSION
from .basis import stamp
from .material import Material

__all__ = ["MANIFEST", "manifest"]

MANIFEST = "manifest.json"
SCHEMA = "commissioning-standards/manifest/1"


def manifest(kind: str, material: Material, contents: Mapping[str, bytes]) -> bytes:
    """The manifest of a folder, as JSON.

    Args:
        kind: ``"pack"`` or ``"account"``.
        material: what the papers were made of.
        contents: every other file of the folder, by name.
    """
    settings, rule = material.settings, material.card.rule
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
        "settings": {"file": settings.file, "sha256": _sum(settings.content)}
        if settings.file
        else None,
        "files": [
            {"name": name, "bytes": len(content), "sha256": _sum(content)}
            for name, content in contents.items()
        ],
    }
    return json_text(document).encode()


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
