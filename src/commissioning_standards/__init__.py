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
    from .assessment import Assessment, Confidence, Rating, Respondent, Source, Voice, assess
    from .catalogue import framework_ids, load_framework
    from .charts.output import save_chart
    from .charts.radar import radar
    from .forms import quick_form
    from .framework import Form, Framework
    from .interchange import from_json, to_json
    from .parts import Criterion, Domain, EvidenceCategory, Standard
    from .problems import (
        AssessmentError,
        CommissioningError,
        FrameworkError,
        OutputError,
        Place,
        Problem,
        WorkbookError,
    )
    from .records import Action, Evidence, Status
    from .rules import Rule
    from .scale import Level, Scale
    from .scoring import Score, Scorecard, score
    from .words import describe
    from .workbook.markup import mark_up_workbook
    from .workbook.reading.reader import read_workbook
    from .workbook.verify.verifier import verify_workbook
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
    "Form",
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
    "mark_up_workbook",
    "quick_form",
    "radar",
    "read_workbook",
    "save_chart",
    "score",
    "to_json",
    "verify_workbook",
    "write_workbook",
]

_HOMES = {
    "answers": ("Answer",),
    "assessment": (
        "Assessment",
        "Confidence",
        "Rating",
        "Respondent",
        "Source",
        "Voice",
        "assess",
    ),
    "catalogue": ("framework_ids", "load_framework"),
    "charts.output": ("save_chart",),
    "charts.radar": ("radar",),
    "forms": ("quick_form",),
    "framework": ("Form", "Framework"),
    "interchange": ("from_json", "to_json"),
    "parts": ("Criterion", "Domain", "EvidenceCategory", "Standard"),
    "problems": (
        "AssessmentError",
        "CommissioningError",
        "FrameworkError",
        "OutputError",
        "Place",
        "Problem",
        "WorkbookError",
    ),
    "records": ("Action", "Evidence", "Status"),
    "rules": ("Rule",),
    "scale": ("Level", "Scale"),
    "scoring": ("Score", "Scorecard", "score"),
    "words": ("describe",),
    "workbook.markup": ("mark_up_workbook",),
    "workbook.reading.reader": ("read_workbook",),
    "workbook.verify.verifier": ("verify_workbook",),
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
