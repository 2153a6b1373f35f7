"""Assessments and scorecards as JSON, for other programs.

An assessment goes out and comes back whole. A scorecard only goes out: scores
are computed from ratings, never read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from attrs import asdict, evolve
from cattrs import Converter
from cattrs.gen import override

from .answers import Answer, choices, read_answer, written
from .assessment import Assessment, Rating, Source
from .catalogue import brought_framework, other_framework
from .fitting import content_faults, rating_faults
from .forms import in_form
from .framework import Framework
from .given import only
from .problems import AssessmentError, FrameworkError, Place, Problem, did_you_mean, problem, quoted
from .records import Action, Evidence, Finding, Helping
from .scale import Level
from .scorecards import scorecard_document
from .scoring import Scorecard
from .serialise import DataError, from_table, strict_converter, structured
from .version import VERSION

__all__ = ["assessment_from", "from_json", "read_json", "to_json"]

ASSESSMENT_SCHEMA = "commissioning-standards/assessment/1"
NOT_RATED = ("schema", "software", "scale_note", "scale", "form")
RECORD_KINDS: dict[str, type[Evidence | Action | Finding]] = {
    "evidence": Evidence,
    "actions": Action,
    "findings": Finding,
}
T = TypeVar("T")


def to_json(item: Assessment | Scorecard) -> str:
    """Write an assessment or a scorecard as JSON.

    Args:
        item: an assessment, which :func:`from_json` reads back, or a scorecard.

    Returns:
        The document as text, indented by two spaces.
    """
    only("to_json", item, Assessment, Scorecard)
    if isinstance(item, Scorecard):
        document = scorecard_document(item)
    else:
        document = _assessment_document(item)
    return json.dumps(document, ensure_ascii=False, indent=2)


def from_json(text: str, framework: Framework | None = None) -> Assessment:
    """Read an assessment that :func:`to_json` wrote.

    Args:
        text: the JSON.
        framework: needed only for one of your own.

    Returns:
        The assessment, equal to the one that was written. Where that was read
        from a file, ``assessment.source.notes`` says whether the framework's
        wording has changed since.

    Raises:
        AssessmentError: it is not such JSON, was answered on another scale, or
            does not fit its framework; carries every fault with its path.
    """
    only("from_json", text, str, bytes, bytearray)
    only("from_json", framework, Framework, type(None), name="framework")
    assessment, notes = read_json(text, framework)
    source = assessment.source
    return evolve(assessment, source=evolve(source, notes=notes)) if source else assessment


def read_json(
    text: str | bytes | bytearray, framework: Framework | None = None
) -> tuple[Assessment, tuple[Problem, ...]]:
    """An assessment out of JSON, as :func:`from_json` reads it, and the notes on it.

    Raises:
        AssessmentError: as for :func:`from_json`.
    """
    try:
        document = json.loads(text, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        raise AssessmentError([problem("not-json", found=str(error))]) from None
    if not isinstance(document, dict) or document.get("schema") != ASSESSMENT_SCHEMA:
        raise AssessmentError([problem("wrong-schema", found=_says(document))])
    assessment = assessment_from(document, framework)
    return assessment, tuple(_notes(document["framework"], assessment.framework))


def _notes(stamp: object, framework: Framework) -> Iterator[Problem]:
    """A note where the data says that it was made from another wording."""
    digest = stamp.get("digest") if isinstance(stamp, Mapping) else None
    if digest not in (None, framework.digest):
        yield problem("other-wording")


def _says(document: object) -> str:
    """What data that is no assessment says of itself."""
    if not isinstance(document, dict):
        return "is no object with a schema"
    schema = document.get("schema")
    return "does not say what it is" if schema is None else f"says it is {quoted(schema)}"


def assessment_from(
    document: Mapping[str, Any], framework: Framework | None = None, file: str = ""
) -> Assessment:
    """Make an assessment of plain data, such as a TOML document.

    Args:
        document: its keys and values.
        framework: needed only for one of your own.
        file: where the data stands, for messages.

    Raises:
        AssessmentError: it does not fit its framework; carries every fault.
    """
    content = {key: value for key, value in document.items() if key not in NOT_RATED}
    whole = framework or _brought(content.get("framework"), file)
    _refuse_another_scale(document, whole, file)
    chosen = _in_form(whole, document.get("form", whole.form.value), file)
    assessment, faults = structured(_converter(chosen), content, Assessment, file)
    if assessment is None:
        raise AssessmentError(_every(faults, _converter(chosen), content, Place(file), chosen))
    return assessment


def _every(
    faults: Iterable[Problem],
    converter: Converter,
    content: Mapping[str, Any],
    place: Place,
    framework: Framework,
) -> list[Problem]:
    """What is wrong with the form of the data, and with how those parts fit that have it."""
    unfit = [
        evolve(each, place=evolve(place, item=each.place.item))
        for each in _unfit(converter, content, framework)
    ]
    told = {(each.code, each.found) for each in unfit}
    return [*(each for each in faults if (each.code, each.found) not in told), *unfit]


def _unfit(
    converter: Converter, content: Mapping[str, Any], framework: Framework
) -> Iterator[Problem]:
    ratings = _of_form(converter, content, "ratings", Rating)
    path_of = {quoted(each.criterion): f"{path}.criterion" for path, each in ratings}
    named = [each for _, each in ratings]
    for fault in rating_faults(named, [each.id for each in framework.criteria]):
        yield evolve(fault, place=Place(item=path_of[fault.found]))
    records = [
        each
        for name, kind in RECORD_KINDS.items()
        for each in _of_form(converter, content, name, kind)
    ]
    helping, _ = structured(converter, content.get("helping"), Helping, "")
    yield from content_faults(framework, named, records, helping)


def _of_form(
    converter: Converter, content: Mapping[str, Any], name: str, kind: type[T]
) -> list[tuple[str, T]]:
    """The things in a list that are of the right form, each with its path."""
    things = content.get(name)
    listed = enumerate(things if isinstance(things, list) else [])
    made = ((f"{name}[{at}]", structured(converter, each, kind, "")[0]) for at, each in listed)
    return [(path, each) for path, each in made if each is not None]


def _brought(stamp: object, file: str) -> Framework:
    name = _id_in(stamp)
    if name is None:
        raise AssessmentError([problem("missing-key", Place(file), found=quoted("framework"))])
    try:
        return brought_framework(str(name) if isinstance(name, str) else type(name).__name__)
    except FrameworkError:
        fault = problem("wrong-framework", Place(file), found=quoted(name))
        raise AssessmentError([fault]) from None


def _id_in(stamp: object) -> object:
    """The framework that data names, by itself or in its stamp."""
    return stamp.get("id") if isinstance(stamp, Mapping) else stamp


def _refuse_another_scale(document: Mapping[str, Any], framework: Framework, file: str) -> None:
    """Refuse answers on another scale, where the data says on which: "4" may be the top of one."""
    scale, known = document.get("scale"), _levels(framework)
    if scale in (None, known) or _id_in(document.get("framework")) != framework.id:
        return
    texts = [each for each in scale if isinstance(each, str)] if isinstance(scale, list) else []
    found = quoted(", ".join(texts) or "not given")
    fault = problem("other-scale", Place(file), found=found, allowed=", ".join(known))
    raise AssessmentError([fault])


def _levels(framework: Framework) -> list[str]:
    """The scale as answers are written on it."""
    return [level.choice for level in framework.scale]


def _in_form(framework: Framework, form: object, file: str) -> Framework:
    try:
        return in_form(framework, str(form))
    except FrameworkError as error:
        faults = (evolve(each, place=evolve(each.place, file=file)) for each in error.problems)
        raise AssessmentError(faults) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys all differ; JSON's own reading keeps the last in silence."""
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = sorted({name for name in names if names.count(name) > 1})
        raise AssessmentError([problem("duplicate-key", found=quoted(name)) for name in repeated])
    return content


def _assessment_document(assessment: Assessment) -> dict[str, Any]:
    content = _converter(assessment.framework).unstructure(assessment)
    form, note = assessment.framework.form.value, assessment.framework.note
    return {
        "schema": ASSESSMENT_SCHEMA,
        "software": VERSION,
        "form": form,
        "scale_note": note,
        "scale": _levels(assessment.framework),
        **content,
    }


def _converter(framework: Framework) -> Converter:
    """A strict converter for assessments against one framework."""
    converter = strict_converter()
    converter.register_structure_hook(Framework, partial(_same_framework, framework=framework))
    converter.register_structure_hook_func(
        lambda kind: kind == Level | Answer, partial(_answer, framework=framework)
    )
    source = from_table(converter, Source, notes=override(omit=True))
    converter.register_structure_hook(Source, source)
    converter.register_unstructure_hook(Source, _without_notes)
    converter.register_unstructure_hook(Framework, _stamp)
    converter.register_unstructure_hook(Level, written)
    return converter


def _stamp(framework: Framework) -> dict[str, str]:
    return {"id": framework.id, "edition": framework.edition, "digest": framework.digest}


def _without_notes(source: Source) -> dict[str, object]:
    """Where an assessment came from; what was tidied then is told then, and not kept."""
    met = source.meeting
    had = None if met is None else [asdict(each) for each in met]
    return {"file": source.file, "sha256": source.sha256, "meeting": had}


def _same_framework(stamp: Any, _: Any, *, framework: Framework) -> Framework:
    if _id_in(stamp) != framework.id:
        raise DataError([other_framework(_id_in(stamp), framework)])
    edition = stamp.get("edition", framework.edition) if isinstance(stamp, Mapping) else None
    if edition not in (None, framework.edition):
        found, allowed = quoted(edition), quoted(framework.edition)
        raise DataError([problem("other-edition", found=found, allowed=allowed)])
    return framework


def _answer(value: Any, _: Any, *, framework: Framework) -> Level | Answer:
    reading = read_answer(value, framework.scale)
    if reading is None:
        allowed = choices(framework.scale)
        hint = did_you_mean(value, allowed)
        raise DataError(
            [problem("answer-not-allowed", found=quoted(value), allowed=allowed, hint=hint)]
        )
    return reading.answer
