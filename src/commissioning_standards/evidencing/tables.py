"""What the evidence covers and how the actions stand: in sentences, as a table, CSV and JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..given import only
from ..listing import aligned, json_text, rows_as_csv
from ..parts import EvidenceCategory
from ..records import Action, Evidence
from ..scoring import score
from ..stamps import document_stamp
from ..text import one_line
from ..version import VERSION
from ..words import about
from .ages import Age
from .coverage import CATEGORIES, Coverage, Held, StandardCoverage, counts

__all__ = ["coverage_document", "coverage_text", "describe_coverage"]

COVERAGE_SCHEMA = "commissioning-standards/coverage/1"
NOT_SAID = "Kind not said"
WIDTH = 100


def describe_coverage(coverage: Coverage) -> str:
    """Say in plain sentences what the evidence covers, and how the actions stand.

    Args:
        coverage: of one assessment, on a day.

    Returns:
        Which standards have no evidence, or none that is fresh; what is about
        nothing or dated in the future; and the actions to look at.
    """
    only("describe_coverage", coverage, Coverage)
    return " ".join(_sentences(coverage))


def _sentences(coverage: Coverage) -> Iterator[str]:
    yield f"{one_line(about(score(coverage.assessment)))}: evidence on {coverage.on}."
    bare = [each for each in coverage.standards if not each.held]
    stale = [each for each in coverage.standards if each.held and not each.aged(Age.FRESH)]
    yield from _listed("Standards with no evidence", map(_name, bare))
    yield from _listed("Standards with evidence, none of it known to be fresh", map(_name, stale))
    yield from _listed("About no standard", map(_title, coverage.about_nothing))
    yield from _listed("Dated in the future", map(_dated, coverage.future))
    yield from _action_sentences(coverage)


def _action_sentences(coverage: Coverage) -> Iterator[str]:
    actions = coverage.actions
    overdue = "; ".join(map(_due, actions.overdue))
    yield f"Actions overdue: {overdue or 'none'}."
    yield from _listed("Actions with no due date", map(_title, actions.undated))
    yield from _listed("Actions without an owner", map(_title, actions.unowned))
    yield from _listed("Actions with no measure", map(_title, actions.unmeasurable))
    yield f"Actions done: {len(actions.done)} of {len(coverage.assessment.actions)}."


def _listed(start: str, items: Iterable[str]) -> Iterator[str]:
    """A sentence that lists things, where there are any."""
    told = "; ".join(items)
    if told:
        yield f"{start}: {told}."


def _name(covered: StandardCoverage) -> str:
    return one_line(covered.standard.heading)


def _title(record: Evidence | Action) -> str:
    return f"“{one_line(record.title)}”"


def _dated(evidence: Evidence) -> str:
    return f"{_title(evidence)} ({evidence.date})"


def _due(action: Action) -> str:
    owner = one_line(action.owner) or "no owner"
    return f"{_title(action)} (due {action.due}, {owner})"


def coverage_text(coverage: Coverage, form: str) -> str:
    """Coverage as ``"table"``, ``"csv"`` or ``"json"``."""
    match form:
        case "csv":
            rows = coverage.rows()
            return rows_as_csv(rows, rows[0])
        case "json":
            return json_text(coverage_document(coverage))
        case _:
            return _table(coverage)


def _table(coverage: Coverage) -> str:
    heads = ("", *(age.value for age in Age))
    lines = [line for each in coverage.standards for line in _lines(each)]
    sentences = (textwrap.fill(each, WIDTH) for each in _sentences(coverage))
    first, *rest = sentences
    return "\n".join([first, "", *aligned([heads, *lines]), "", *rest]) + "\n"


def _lines(covered: StandardCoverage) -> Iterator[Sequence[str]]:
    """A standard's counts, and under it those of each kind of which there is any."""
    yield _name(covered), *_counted(covered.held)
    for category in CATEGORIES:
        held = covered.of(category)
        if held:
            yield f"  {_kind(category)}", *_counted(held)


def _kind(category: EvidenceCategory | None) -> str:
    return category.value if category else NOT_SAID


def _counted(held: Iterable[Held]) -> Iterator[str]:
    return map(str, counts(held).values())


def coverage_document(coverage: Coverage) -> dict[str, Any]:
    """Coverage as plain data."""
    actions = coverage.actions
    return {
        "schema": COVERAGE_SCHEMA,
        "software": VERSION,
        **document_stamp(coverage.assessment),
        "on": coverage.on.isoformat(),
        "months": coverage.months,
        "standards": [_standard(each) for each in coverage.standards],
        "about_nothing": [_evidence(each) for each in coverage.about_nothing],
        "future": [_evidence(each) for each in coverage.future],
        "actions": {
            "overdue": [_action(each) for each in actions.overdue],
            "undated": [_action(each) for each in actions.undated],
            "unowned": [_action(each) for each in actions.unowned],
            "unmeasurable": [_action(each) for each in actions.unmeasurable],
            "done": [_action(each) for each in actions.done],
        },
    }


def _standard(covered: StandardCoverage) -> dict[str, Any]:
    return {
        "number": covered.standard.number,
        "id": covered.standard.id,
        "title": covered.standard.title,
        **counts(covered.held),
        "missing": [each.value for each in covered.missing],
        "categories": [
            {
                "category": category.value if category else None,
                "months": covered.limit(category),
                **counts(covered.of(category)),
            }
            for category in CATEGORIES
        ],
        "evidence": [
            {**_evidence(each.evidence), "months": each.months, "age": each.age.name.lower()}
            for each in covered.held
        ],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "title": evidence.title,
        "about": list(evidence.about),
        "category": evidence.category.value if evidence.category else None,
        "date": evidence.date.isoformat() if evidence.date else None,
    }


def _action(action: Action) -> dict[str, Any]:
    return {
        "title": action.title,
        "about": list(action.about),
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else None,
        "measure": action.measure,
        "status": action.status.value if action.status else None,
    }
