"""What rows and documents say of the return that they were made from."""

from __future__ import annotations

from typing import Any

from .assessment import Assessment
from .version import VERSION

__all__ = ["document_stamp", "row_stamp"]


def document_stamp(assessment: Assessment) -> dict[str, Any]:
    """The framework and the return, as JSON documents name them."""
    framework, source = assessment.framework, assessment.source
    voice = assessment.respondent.voice
    return {
        "framework": {
            "id": framework.id,
            "edition": framework.edition,
            "digest": framework.digest,
        },
        "form": framework.form.value,
        "assessment": {
            "council": assessment.council,
            "period": assessment.period,
            "respondent": assessment.respondent.name,
            "voice": voice.value if voice else None,
            "file": source.file if source else None,
            "sha256": source.sha256 if source else None,
        },
    }


def row_stamp(assessment: Assessment) -> dict[str, object]:
    """The same as columns of a flat row, under the names that scorecards use."""
    stamp = document_stamp(assessment)
    framework = stamp["framework"]
    return {
        **stamp["assessment"],
        "framework": framework["id"],
        "edition": framework["edition"],
        "form": stamp["form"],
        "digest": framework["digest"],
        "software": VERSION,
    }
