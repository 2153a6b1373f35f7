"""A council's own view beside CQC's scores: in sentences, as a table, CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..comparing.gaps import Standing
from ..figures import plain
from ..given import only
from ..listing import aligned, json_text, rows_as_csv
from ..names import is_same_council
from ..scorecards import scorecard_document
from ..scoring import Score, as_float
from ..text import joined, one_line
from ..version import VERSION
from ..words import about, figure, provenance, scale_in_words
from .beside import Bearing, BesideCqc, StatementView
from .cqc_words import describe_cqc, edition_of, scheme_stamp
from .crosswalk import Touch
from .outside import OutsideView, ViewTable, wrapped

__all__ = [
    "NOT_COMPARED",
    "NOT_KNOWN",
    "beside_document",
    "beside_rows",
    "beside_text",
    "beside_view",
    "describe_beside",
    "sources",
]

SCHEMA = "commissioning-standards/beside-cqc/1"
SHORT_DIGEST = 10
NOT_KNOWN, NOT_COMPARED = "not known", "not compared"


def describe_beside(beside: BesideCqc) -> str:
    """Say in plain sentences where a council sees itself higher or lower than CQC scored it.

    Args:
        beside: both views, as :func:`beside_cqc` set them side by side.

    Returns:
        Whose views they are, what each scale means, which statements stand how,
        and which of them the council's own standards hardly touch.
    """
    only("describe_beside", beside, BesideCqc)
    return " ".join(_sentences(beside))


def _sentences(beside: BesideCqc) -> Iterator[str]:
    yield f"{one_line(about(beside.card))}, beside CQC's scores."
    yield f"CQC, {describe_cqc(beside.judgement)}"
    yield from _councils(beside)
    yield from _scales(beside)
    yield from _counted(beside)
    yield from _meaning(beside)
    yield from _untouched(beside)


def _in_a_paper(beside: BesideCqc) -> Iterator[str]:
    """The same for a paper, which says whose it is itself: what was found, and then how."""
    yield from _counted(beside)
    yield f"CQC, {describe_cqc(beside.judgement)}"
    yield from _councils(beside)
    yield from _scales(beside)
    yield from _meaning(beside)
    yield from _untouched(beside)


def _meaning(beside: BesideCqc) -> Iterator[str]:
    """How to read where the two stand."""
    width = plain(beside.tolerance)
    yield f"Alike here means at most {width} apart, half a step of CQC's scale."
    if beside.of(Standing.UNCERTAIN):
        yield "Uncertain means that open answers could still change which it is."
    yield "The two ask for similar things, not for the same, and neither is made from the other."


def _councils(beside: BesideCqc) -> Iterator[str]:
    own, other = beside.card.assessment.council, beside.judgement.council
    if own and other and not is_same_council(own, other):
        yield f"The two name different councils, {one_line(own)} and {one_line(other)}."


def _scales(beside: BesideCqc) -> Iterator[str]:
    framework = beside.card.assessment.framework
    yield f"The own scale runs {scale_in_words(framework.scale)}."
    yield f"CQC's runs {scale_in_words(beside.scheme.scale)}, and its words mean other things."
    if beside.is_placed:
        yield "The two scales have different ends."
        yield "To compare them, each own score is also placed along CQC's scale, from end to end."
    else:
        yield "Both have the same ends, so a step is set beside a step and nothing is rescaled."
    if framework.note:
        yield framework.note


def _counted(beside: BesideCqc) -> Iterator[str]:
    """How many statements stand how, and then which."""
    found = {status: beside.of(status) for status in Standing}
    told = {_said(status): views for status, views in found.items() if views}
    counts = joined([f"{word} on {len(views)}" for word, views in told.items()])
    yield f"Of {len(beside.views)} statements, the own view is {counts}."
    for word, views in told.items():
        yield f"{word.capitalize()}: {'; '.join(each.statement.title for each in views)}."


def _said(status: Standing) -> str:
    return NOT_COMPARED if status is Standing.NO_SCORE else status.value


def _untouched(beside: BesideCqc) -> Iterator[str]:
    for each in beside.views:
        if each.touch in (Touch.HARDLY, Touch.NOT):
            yield f"The own standards touch this {each.touch.value}: {each.statement.title}."
            if each.note:
                yield each.note


def beside_view(beside: BesideCqc) -> OutsideView:
    """The same in the plain form that papers show.

    Args:
        beside: both views, as :func:`beside_cqc` set them side by side.

    Returns:
        Sentences, a table with a row for each statement, and the sources.
    """
    only("beside_view", beside, BesideCqc)
    rows = (_line(beside, each) for each in beside.views)
    table = ViewTable("Each of CQC's statements in both views", _headers(beside), rows)
    return OutsideView(
        "Beside CQC's scores",
        _in_a_paper(beside),
        (table,),
        " ".join((*sources(beside), _editions(beside))),
    )


def sources(beside: BesideCqc) -> tuple[str, str]:
    """Where CQC's scores and its scheme come from, each with its date."""
    judgement, scheme = beside.judgement, beside.scheme
    when = f", published {judgement.published}" if judgement.published else ""
    where = one_line(judgement.source) or "where they stand is not said"
    looked_up = f"{scheme.source}. Looked up on {scheme.checked}."
    return f"CQC's scores{when}: {where}.", looked_up


def _editions(beside: BesideCqc) -> str:
    """By which scheme, and by which ties to it."""
    crosswalk = beside.crosswalk.file
    tied = f"Crosswalk {crosswalk.id}, digest {crosswalk.digest[:SHORT_DIGEST]}."
    return f"{edition_of(beside.scheme)}. {tied}"


def _headers(beside: BesideCqc) -> tuple[str, ...]:
    placed = ("Own on CQC's scale",) if beside.is_placed else ()
    return ("Statement", "Own (could be)", *placed, "CQC", "The own view is", "Touched")


def _line(beside: BesideCqc, view: StatementView) -> Iterator[str]:
    yield view.statement.title
    yield _own(view)
    if beside.is_placed:
        yield _placed(view)
    yield NOT_KNOWN if view.gap.other is None else plain(view.gap.other)
    yield _said(view.status)
    yield view.touch.value


def _own(view: StatementView) -> str:
    return figure(view.own) if any(each.counts for each in view.bearings) else "nothing to score"


def _placed(view: StatementView) -> str:
    gap = view.gap
    placed = Score(gap.part, gap.id, gap.title, gap.own, gap.own_low, gap.own_high, None, 0, 0, 0)
    return figure(placed) if gap.own is not None else ""


def beside_text(beside: BesideCqc, form: str) -> str:
    """The comparison as ``"table"``, ``"csv"`` or ``"json"``."""
    match form:
        case "csv":
            rows = beside_rows(beside)
            return rows_as_csv(rows, rows[0])
        case "json":
            return json_text(beside_document(beside))
        case _:
            return _table(beside)


def _table(beside: BesideCqc) -> str:
    lines: list[str] = []
    table = aligned([_headers(beside), *(tuple(_line(beside, each)) for each in beside.views)])
    for line, view in zip(table[1:], beside.views, strict=True):
        lines += [line, *(f"    {_bearing(each)}" for each in view.bearings)]
    said = [line for each in _sentences(beside) for line in wrapped(each)]
    crosswalk = beside.crosswalk.file
    stamps = (_editions(beside), crosswalk.note)
    ends = (*sources(beside), *stamps, provenance(beside.card, SHORT_DIGEST))
    notes = [line for each in ends for line in wrapped(each)]
    return "\n".join([*said, "", table[0], *lines, "", *notes]) + "\n"


def _bearing(bearing: Bearing) -> str:
    counts = "" if bearing.counts else ", not counted"
    strength = bearing.tie.strength.value
    return f"{_name(bearing.score)}: {figure(bearing.score)} ({strength}{counts})"


def _name(score: Score) -> str:
    return f"{score.id if score.part == 'criterion' else score.number} {score.title}"


def beside_rows(beside: BesideCqc) -> list[dict[str, object]]:
    """One flat dict for each statement, ready for pandas or CSV."""
    document = beside_document(beside)
    judgement, assessment = beside.judgement, beside.card.assessment
    stamp: dict[str, object] = {
        "council": assessment.council,
        "period": assessment.period,
        "file": assessment.source.file if assessment.source else None,
        "sha256": assessment.source.sha256 if assessment.source else None,
        "framework": assessment.framework.id,
        "framework_digest": assessment.framework.digest,
        "rule": beside.card.rule.name,
        "cqc_council": judgement.council,
        "cqc_published": judgement.published.isoformat() if judgement.published else None,
        "cqc_source": judgement.source,
        "scheme": beside.scheme.id,
        "scheme_edition": beside.scheme.edition,
        "scheme_digest": beside.scheme.digest,
        "crosswalk": beside.crosswalk.id,
        "crosswalk_digest": beside.crosswalk.file.digest,
        "software": VERSION,
    }
    return [stamp | _flat(each) for each in document["statements"]]


def _flat(statement: dict[str, Any]) -> dict[str, object]:
    told = [
        f"{each['part']} ({each['strength']}): {each['score']}" for each in statement["criteria"]
    ]
    return {**statement, "criteria": "; ".join(told)}


def beside_document(beside: BesideCqc) -> dict[str, Any]:
    """The comparison as plain data for JSON: figures as numbers, and exact as text."""
    own = scorecard_document(beside.card)
    judgement, crosswalk = beside.judgement, beside.crosswalk.file
    return {
        "schema": SCHEMA,
        "software": VERSION,
        **{key: own[key] for key in ("framework", "form", "assessment", "scale", "scoring")},
        "scheme": scheme_stamp(beside.scheme),
        "cqc": {
            "council": judgement.council,
            "published": judgement.published.isoformat() if judgement.published else None,
            "source": judgement.source,
            "rating": judgement.rating,
            "percentage": judgement.percentage,
        },
        "crosswalk": {"id": crosswalk.id, "digest": crosswalk.digest, "note": crosswalk.note},
        "tolerance": as_float(beside.tolerance),
        "placed": beside.is_placed,
        "counts": beside.counts,
        "statements": [_statement(each) for each in beside.views],
        "words": describe_beside(beside),
    }


def _statement(view: StatementView) -> dict[str, Any]:
    gap = view.gap
    return {
        "id": view.statement.id,
        "title": view.statement.title,
        "touched": view.touch.value,
        "own": as_float(view.own.score),
        "own_exact": None if view.own.score is None else str(view.own.score),
        "own_low": as_float(view.own.low),
        "own_high": as_float(view.own.high),
        "placed": as_float(gap.own),
        "placed_low": as_float(gap.own_low),
        "placed_high": as_float(gap.own_high),
        "cqc": as_float(gap.other),
        "status": view.status.value,
        "criteria": list(_criteria(view.bearings)),
    }


def _criteria(bearings: Iterable[Bearing]) -> Iterator[dict[str, Any]]:
    for each in bearings:
        yield {
            "part": each.tie.part,
            "title": each.score.title,
            "strength": each.tie.strength.value,
            "reason": each.tie.reason,
            "counted": each.counts,
            "score": as_float(each.score.score),
            "low": as_float(each.score.low),
            "high": as_float(each.score.high),
        }
