"""CQC's figures in words: the working line by line, a table of councils, CSV and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from ..figures import shown
from ..given import only
from ..listing import aligned, json_text, rows_as_csv
from ..parts import Domain
from ..text import number_of, one_line
from ..version import VERSION
from .judgement import Judgement, Mark, Step
from .outside import wrapped
from .scheme import Scheme

__all__ = [
    "cqc_document",
    "cqc_rows",
    "cqc_text",
    "describe_cqc",
    "edition_of",
    "scheme_stamp",
    "working",
]

SCHEMA = "commissioning-standards/cqc/1"
HUNDRED = 100
NOT_KNOWN = "not known"


def working(judgement: Judgement) -> list[str]:
    """How the overall figures follow from the scores, line by line."""
    scheme = judgement.scheme
    lines: list[str] = []
    for theme in scheme.themes:
        lines += [theme.title, *_theme(judgement, theme)]
    return [*lines, "", *_sums(judgement)]


def _theme(judgement: Judgement, theme: Domain) -> Iterator[str]:
    words = {int(level.value): level.choice for level in judgement.scheme.levels}
    for statement, score in judgement.scored:
        if statement.theme == theme.id:
            said = NOT_KNOWN if score is None else words[score]
            yield f"  {statement.title}: {said}"


def _sums(judgement: Judgement) -> Iterator[str]:
    scheme, total = judgement.scheme, judgement.total
    if total is None:
        yield from _spread(judgement)
        return
    if judgement.is_complete:
        added = " + ".join(str(each) for each in judgement.scores)
        yield f"Sum: {added} = {total}, of {scheme.most} at most."
    else:
        yield f"Sum: {total} of {scheme.most}, the only one that fits what is stated."
    exact, percentage = shown(Fraction(HUNDRED * total, scheme.most)), judgement.percentage
    yield f"Percentage: {total} of {scheme.most} is {exact}%, rounded up to {percentage}%."
    yield f"Rating: {judgement.rating}, which is {band_in_words(scheme, str(judgement.rating))}."
    yield f"Next band up: {_step(judgement.up, 'more')}."
    yield f"Next band down: {_step(judgement.down, 'fewer')}."


def _spread(judgement: Judgement) -> Iterator[str]:
    low, high, most = judgement.low, judgement.high, judgement.scheme.most
    missing = [each.title for each, score in judgement.scored if score is None]
    yield f"Not known: {'; '.join(missing)}."
    yield f"Sum: {low.total} to {high.total}, of {most} at most."
    yield f"Percentage: {low.percentage}% to {high.percentage}%."
    yield f"Rating: {' or '.join(judgement.ratings)}."


def band_in_words(scheme: Scheme, rating: str) -> str:
    """The percentages of a band: ``63% to 87%``, or ``88% and above``."""
    ratings = [each.rating for each in scheme.bands]
    position = ratings.index(rating)
    lowest = scheme.bands[position].lowest
    if position + 1 == len(ratings):
        return f"{lowest}% and above"
    return f"{lowest}% to {scheme.bands[position + 1].lowest - 1}%"


def _step(step: Step | None, way: str) -> str:
    if step is None:
        return "none"
    return f"{step.rating}, at {number_of(step.points, 'point')} {way}"


def describe_cqc(judgement: Judgement) -> str:
    """One council's overall figures in a sentence.

    Args:
        judgement: CQC's scores, as :func:`cqc` or :func:`read_cqc` gives them.

    Returns:
        The scores, the total and percentage with the working, the rating, and the
        way to the next.
    """
    only("describe_cqc", judgement, Judgement)
    council = one_line(judgement.council) or "The council"
    when = f", published {judgement.published}" if judgement.published else ""
    if judgement.total is None:
        low, high = judgement.low, judgement.high
        ratings = " or ".join(judgement.ratings)
        return f"{council}{when}: {low.percentage}% to {high.percentage}%, {ratings}."
    total, most = judgement.total, judgement.scheme.most
    return f"{council}{when}: {total} of {most}, {judgement.percentage}%, {judgement.rating}."


def notes_on(scheme: Scheme) -> list[str]:
    """The rule, the source with its date, and what to know."""
    return [scheme.rule, f"{scheme.source}. Looked up on {scheme.checked}.", scheme.note]


def cqc_text(judgements: Sequence[Judgement], form: str, file: str = "", sha256: str = "") -> str:
    """Councils' figures as ``"text"``, ``"csv"`` or ``"json"``.

    Args:
        judgements: one or many.
        form: which.
        file: what they were read from, if a file.
        sha256: of its bytes.
    """
    match form:
        case "csv":
            return rows_as_csv(cqc_rows(judgements), _columns(judgements))
        case "json":
            return json_text(cqc_document(judgements, file, sha256))
        case _:
            return _text(judgements, file, sha256)


def _text(judgements: Sequence[Judgement], file: str, sha256: str) -> str:
    if not judgements:
        return ""
    scheme = judgements[0].scheme
    notes = [*notes_on(scheme), _made_from(scheme, file, sha256)]
    tail = [line for note in notes for line in wrapped(note)]
    body = _one(judgements[0]) if len(judgements) == 1 else _many(judgements)
    return "\n".join([scheme.name, "", *body, "", *tail]) + "\n"


def _one(judgement: Judgement) -> list[str]:
    source = f"Scores from: {judgement.source}." if judgement.source else ""
    return [describe_cqc(judgement), *wrapped(source), "", *working(judgement)]


def _many(judgements: Iterable[Judgement]) -> list[str]:
    heads = ("", "Sum", "%", "Rating", "Next band up", "Next band down", "Published")
    lines = aligned([heads, *map(_line, judgements)])
    sources = [f"{each.council}: {each.source}" for each in judgements if each.source]
    return [*lines, *(["", "Scores from:", *sources] if sources else [])]


def _line(judgement: Judgement) -> tuple[str, ...]:
    low, high = judgement.low, judgement.high
    return (
        one_line(judgement.council) or "The council",
        _range(low.total, high.total),
        _range(low.percentage, high.percentage),
        " or ".join(judgement.ratings),
        _short(judgement.up, "+"),
        _short(judgement.down, "-"),
        str(judgement.published or ""),
    )


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _short(step: Step | None, sign: str) -> str:
    return f"{step.rating} {sign}{step.points}" if step else ""


def edition_of(scheme: Scheme) -> str:
    """Which edition of which scheme, with the beginning of its digest."""
    return f"Scheme {scheme.id}, edition {scheme.edition}, digest {scheme.digest[:10]}"


def _made_from(scheme: Scheme, file: str, sha256: str) -> str:
    read = f"; {file}, sha256 {sha256[:10]}" if file else ""
    return f"{edition_of(scheme)}; commissioning-standards {VERSION}{read}."


def cqc_rows(judgements: Iterable[Judgement]) -> list[dict[str, object]]:
    """One flat dict for each council, ready for pandas or CSV."""
    return [_row(each) for each in judgements]


def _row(judgement: Judgement) -> dict[str, object]:
    scheme, up, down = judgement.scheme, judgement.up, judgement.down
    return {
        "council": judgement.council,
        "published": judgement.published.isoformat() if judgement.published else None,
        **{statement.id: score for statement, score in judgement.scored},
        "total": judgement.total,
        "percentage": judgement.percentage,
        "rating": judgement.rating,
        **{f"low_{key}": value for key, value in _mark(judgement.low).items()},
        **{f"high_{key}": value for key, value in _mark(judgement.high).items()},
        "next_up": up.rating if up else None,
        "points_up": up.points if up else None,
        "next_down": down.rating if down else None,
        "points_down": down.points if down else None,
        "source": judgement.source,
        "scheme": scheme.id,
        "edition": scheme.edition,
        "digest": scheme.digest,
        "software": VERSION,
    }


def _columns(judgements: Sequence[Judgement]) -> list[str]:
    return list(_row(judgements[0])) if judgements else ["council"]


def _mark(mark: Mark) -> dict[str, Any]:
    return {"total": mark.total, "percentage": mark.percentage, "rating": mark.rating}


def scheme_stamp(scheme: Scheme) -> dict[str, Any]:
    """Which scheme it is, and where it comes from, as JSON documents say it."""
    return {
        "id": scheme.id,
        "edition": scheme.edition,
        "digest": scheme.digest,
        "title": scheme.title,
        "rule": scheme.rule,
        "source": scheme.source,
        "checked": scheme.checked.isoformat(),
        "note": scheme.note,
        "scale": [{"value": int(each.value), "label": each.label} for each in scheme.levels],
    }


def cqc_document(
    judgements: Sequence[Judgement], file: str = "", sha256: str = ""
) -> dict[str, Any]:
    """Councils' figures as plain data for JSON; the scheme is None where there is no council."""
    return {
        "schema": SCHEMA,
        "software": VERSION,
        "scheme": scheme_stamp(judgements[0].scheme) if judgements else None,
        "file": file or None,
        "sha256": sha256 or None,
        "councils": [_council(each) for each in judgements],
    }


def _council(judgement: Judgement) -> dict[str, Any]:
    return {
        "council": judgement.council,
        "published": judgement.published.isoformat() if judgement.published else None,
        "source": judgement.source,
        "scores": [
            {"id": statement.id, "title": statement.title, "score": score}
            for statement, score in judgement.scored
        ],
        "total": judgement.total,
        "percentage": judgement.percentage,
        "rating": judgement.rating,
        "low": _mark(judgement.low),
        "high": _mark(judgement.high),
        "ratings": list(judgement.ratings),
        "up": _step_data(judgement.up),
        "down": _step_data(judgement.down),
        "working": working(judgement),
    }


def _step_data(step: Step | None) -> dict[str, Any] | None:
    return {"rating": step.rating, "points": step.points} if step else None
