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
    from .assurance.ascof import Ascof, ascof
    from .assurance.ascof_words import ascof_evidence, ascof_view
    from .assurance.beside import BesideCqc, beside_cqc
    from .assurance.beside_words import beside_view, describe_beside
    from .assurance.cqc import cqc
    from .assurance.cqc_files import read_cqc
    from .assurance.cqc_words import describe_cqc
    from .assurance.crosswalk import Crosswalk
    from .assurance.judgement import Judgement
    from .assurance.loading import load_crosswalk, load_measures, load_scheme
    from .assurance.measures import MeasureSet
    from .assurance.outside import OutsideView, ViewTable
    from .assurance.peers import peer_view
    from .assurance.scheme import Scheme
    from .catalogue import framework_ids, load_framework
    from .charts.beside_cqc import dots_beside_cqc
    from .charts.dots import dots
    from .charts.evidence import evidence_chart
    from .charts.heat_map import heat_map
    from .charts.multiples import small_multiples
    from .charts.output import save_chart
    from .charts.palette import ContrastWarning
    from .charts.radar import radar
    from .charts.spread import spread
    from .comparing.awareness import SelfAwareness, self_awareness
    from .comparing.awareness_words import describe_self_awareness
    from .comparing.comparison import Comparison, compare
    from .comparing.comparison_words import describe_comparison
    from .comparing.findings import FindingsOn, findings_by_standard
    from .comparing.gaps import Gap, Standing
    from .comparing.tables import comparison_document, comparison_table
    from .enquiring.enquiry import enquiry_rows, lines_of_enquiry
    from .enquiring.parts import EnquiryRule, LineOfEnquiry
    from .evidencing.coverage import Coverage, coverage
    from .evidencing.tables import describe_coverage
    from .explaining.explanation import Explanation, explain
    from .explaining.variants import Sensitivity, sensitivity
    from .explaining.variants_table import sensitivity_text
    from .explaining.words import explanation_text
    from .forms import quick_form
    from .framework import Form, Framework
    from .interchange import from_json, to_json
    from .moderation.agenda import Agenda, agenda
    from .moderation.agreeing import Decision, agree
    from .moderation.document import moderation_json
    from .moderation.gathering import moderate
    from .moderation.model import Moderation
    from .parts import Criterion, Domain, EvidenceCategory, Standard
    from .problems import (
        AssessmentError,
        CommissioningError,
        FrameworkError,
        OutputError,
        Place,
        Problem,
        SettingsError,
        WorkbookError,
    )
    from .records import Action, CouncilType, Evidence, Finding, Helping, KnownBy, Status
    from .region.collating.collation import Collation, collate
    from .region.helping.buddies import Buddies, buddies
    from .region.helping.signals import SignalRule, load_signals
    from .region.helping.support import Signal, support
    from .region.sharing.pictures.bands import region_bands
    from .region.sharing.pictures.panels import region_panels
    from .region.sharing.pictures.strip import region_strip
    from .region.sharing.publishing import Region, region_of
    from .region.sharing.rows import region_rows
    from .region.sharing.table import SharedTable, Terms
    from .reports.hidden.check import hidden_content
    from .reports.making import build_account, build_pack
    from .reports.settings import Settings, read_settings
    from .rules import Rule
    from .scale import Level, Scale
    from .scoring import Score, Scorecard, score
    from .words import describe
    from .workbook.markup import mark_up_workbook
    from .workbook.reading.reader import read_workbook
    from .workbook.verify.verifier import verify_workbook
    from .workbook.writing.meeting.writer import write_meeting
    from .workbook.writing.writer import write_workbook

__all__ = [
    "Action",
    "Agenda",
    "Answer",
    "Ascof",
    "Assessment",
    "AssessmentError",
    "BesideCqc",
    "Buddies",
    "Collation",
    "CommissioningError",
    "Comparison",
    "Confidence",
    "ContrastWarning",
    "CouncilType",
    "Coverage",
    "Criterion",
    "Crosswalk",
    "Decision",
    "Domain",
    "EnquiryRule",
    "Evidence",
    "EvidenceCategory",
    "Explanation",
    "Finding",
    "FindingsOn",
    "Form",
    "Framework",
    "FrameworkError",
    "Gap",
    "Helping",
    "Judgement",
    "KnownBy",
    "Level",
    "LineOfEnquiry",
    "MeasureSet",
    "Moderation",
    "OutputError",
    "OutsideView",
    "Place",
    "Problem",
    "Rating",
    "Region",
    "Respondent",
    "Rule",
    "Scale",
    "Scheme",
    "Score",
    "Scorecard",
    "SelfAwareness",
    "Sensitivity",
    "Settings",
    "SettingsError",
    "SharedTable",
    "Signal",
    "SignalRule",
    "Source",
    "Standard",
    "Standing",
    "Status",
    "Terms",
    "ViewTable",
    "Voice",
    "WorkbookError",
    "agenda",
    "agree",
    "ascof",
    "ascof_evidence",
    "ascof_view",
    "assess",
    "beside_cqc",
    "beside_view",
    "buddies",
    "build_account",
    "build_pack",
    "collate",
    "compare",
    "comparison_document",
    "comparison_table",
    "coverage",
    "cqc",
    "describe",
    "describe_beside",
    "describe_comparison",
    "describe_coverage",
    "describe_cqc",
    "describe_self_awareness",
    "dots",
    "dots_beside_cqc",
    "enquiry_rows",
    "evidence_chart",
    "explain",
    "explanation_text",
    "findings_by_standard",
    "framework_ids",
    "from_json",
    "heat_map",
    "hidden_content",
    "lines_of_enquiry",
    "load_crosswalk",
    "load_framework",
    "load_measures",
    "load_scheme",
    "load_signals",
    "mark_up_workbook",
    "moderate",
    "moderation_json",
    "peer_view",
    "quick_form",
    "radar",
    "read_cqc",
    "read_settings",
    "read_workbook",
    "region_bands",
    "region_of",
    "region_panels",
    "region_rows",
    "region_strip",
    "save_chart",
    "score",
    "self_awareness",
    "sensitivity",
    "sensitivity_text",
    "small_multiples",
    "spread",
    "support",
    "to_json",
    "verify_workbook",
    "write_meeting",
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
    "comparing.awareness": ("SelfAwareness", "self_awareness"),
    "comparing.awareness_words": ("describe_self_awareness",),
    "assurance.ascof": ("Ascof", "ascof"),
    "assurance.ascof_words": ("ascof_evidence", "ascof_view"),
    "assurance.beside": ("BesideCqc", "beside_cqc"),
    "assurance.beside_words": ("beside_view", "describe_beside"),
    "assurance.cqc": ("cqc",),
    "assurance.cqc_files": ("read_cqc",),
    "assurance.cqc_words": ("describe_cqc",),
    "assurance.crosswalk": ("Crosswalk",),
    "assurance.judgement": ("Judgement",),
    "assurance.loading": ("load_crosswalk", "load_measures", "load_scheme"),
    "assurance.measures": ("MeasureSet",),
    "assurance.outside": ("OutsideView", "ViewTable"),
    "assurance.peers": ("peer_view",),
    "assurance.scheme": ("Scheme",),
    "catalogue": ("framework_ids", "load_framework"),
    "charts.dots": ("dots",),
    "charts.evidence": ("evidence_chart",),
    "charts.heat_map": ("heat_map",),
    "charts.multiples": ("small_multiples",),
    "charts.beside_cqc": ("dots_beside_cqc",),
    "charts.output": ("save_chart",),
    "charts.palette": ("ContrastWarning",),
    "charts.radar": ("radar",),
    "charts.spread": ("spread",),
    "comparing.comparison": ("Comparison", "compare"),
    "comparing.tables": ("comparison_document", "comparison_table"),
    "comparing.comparison_words": ("describe_comparison",),
    "enquiring.parts": ("EnquiryRule", "LineOfEnquiry"),
    "enquiring.enquiry": ("enquiry_rows", "lines_of_enquiry"),
    "evidencing.coverage": ("Coverage", "coverage"),
    "evidencing.tables": ("describe_coverage",),
    "explaining.words": ("explanation_text",),
    "explaining.explanation": ("Explanation", "explain"),
    "forms": ("quick_form",),
    "framework": ("Form", "Framework"),
    "comparing.findings": ("FindingsOn", "findings_by_standard"),
    "comparing.gaps": ("Gap", "Standing"),
    "interchange": ("from_json", "to_json"),
    "moderation.agenda": ("Agenda", "agenda"),
    "moderation.agreeing": ("Decision", "agree"),
    "moderation.document": ("moderation_json",),
    "moderation.gathering": ("moderate",),
    "moderation.model": ("Moderation",),
    "parts": ("Criterion", "Domain", "EvidenceCategory", "Standard"),
    "problems": (
        "AssessmentError",
        "CommissioningError",
        "FrameworkError",
        "OutputError",
        "Place",
        "Problem",
        "SettingsError",
        "WorkbookError",
    ),
    "region.collating.collation": ("Collation", "collate"),
    "region.sharing.pictures.bands": ("region_bands",),
    "region.sharing.pictures.panels": ("region_panels",),
    "region.sharing.pictures.strip": ("region_strip",),
    "region.sharing.publishing": ("Region", "region_of"),
    "region.sharing.table": ("SharedTable", "Terms"),
    "region.sharing.rows": ("region_rows",),
    "records": (
        "Action",
        "CouncilType",
        "Evidence",
        "Finding",
        "Helping",
        "KnownBy",
        "Status",
    ),
    "region.helping.buddies": ("Buddies", "buddies"),
    "region.helping.signals": ("SignalRule", "load_signals"),
    "region.helping.support": ("Signal", "support"),
    "reports.hidden.check": ("hidden_content",),
    "reports.making": ("build_account", "build_pack"),
    "reports.settings": ("Settings", "read_settings"),
    "rules": ("Rule",),
    "scale": ("Level", "Scale"),
    "scoring": ("Score", "Scorecard", "score"),
    "explaining.variants": ("Sensitivity", "sensitivity"),
    "explaining.variants_table": ("sensitivity_text",),
    "words": ("describe",),
    "workbook.markup": ("mark_up_workbook",),
    "workbook.reading.reader": ("read_workbook",),
    "workbook.verify.verifier": ("verify_workbook",),
    "workbook.writing.meeting.writer": ("write_meeting",),
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
