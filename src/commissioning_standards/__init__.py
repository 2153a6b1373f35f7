"""Commissioning standards as data: assess, score, draw and explain.

Everything users need is a name of this package. Each is loaded when it is
first used, so that importing the package is quick and brings in no Excel or
chart library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .answers import Answer
    from .assessment import (
        Action,
        Assessment,
        Confidence,
        Evidence,
        Rating,
        Respondent,
        Source,
        Status,
        Voice,
        assess,
    )
    from .catalogue import framework_ids, load_framework
    from .charts.output import save_chart
    from .charts.radar import radar
    from .framework import (
        Criterion,
        Domain,
        EvidenceCategory,
        Framework,
        Level,
        Scale,
        Standard,
    )
    from .interchange import from_json, to_json
    from .problems import (
        AssessmentError,
        CommissioningError,
        FrameworkError,
        OutputError,
        Place,
        Problem,
        WorkbookError,
    )
    from .rules import Rule
    from .scoring import Score, Scorecard, score
    from .words import describe
    from .workbook.reading.reader import read_workbook
    from .workbook.writing.writer import write_workbook

__all__ = [
    "Action",
    "Answer",
    "Assessment",
    "AssessmentError",
    "CommissioningError",
    "Confidence",
    "Criterion",
    "Domain",
    "Evidence",
    "EvidenceCategory",
    "Framework",
    "FrameworkError",
    "Level",
    "OutputError",
    "Place",
    "Problem",
    "Rating",
    "Respondent",
    "Rule",
    "Scale",
    "Score",
    "Scorecard",
    "Source",
    "Standard",
    "Status",
    "Voice",
    "WorkbookError",
    "assess",
    "describe",
    "framework_ids",
    "from_json",
    "load_framework",
    "radar",
    "read_workbook",
    "save_chart",
    "score",
    "to_json",
    "write_workbook",
]

_HOMES = {
    "answers": ("Answer",),
    "assessment": (
        "Action",
        "Assessment",
        "Confidence",
        "Evidence",
        "Rating",
        "Respondent",
        "Source",
        "Status",
        "Voice",
        "assess",
    ),
    "catalogue": ("framework_ids", "load_framework"),
    "charts.output": ("save_chart",),
    "charts.radar": ("radar",),
    "framework": (
        "Criterion",
        "Domain",
        "EvidenceCategory",
        "Framework",
        "Level",
        "Scale",
        "Standard",
    ),
    "interchange": ("from_json", "to_json"),
    "problems": (
        "AssessmentError",
        "CommissioningError",
        "FrameworkError",
        "OutputError",
        "Place",
        "Problem",
        "WorkbookError",
    ),
    "rules": ("Rule",),
    "scoring": ("Score", "Scorecard", "score"),
    "words": ("describe",),
    "workbook.reading.reader": ("read_workbook",),
    "workbook.writing.writer": ("write_workbook",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module(".version", __name__).VERSION
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
