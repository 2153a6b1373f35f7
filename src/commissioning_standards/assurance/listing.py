"""Outside views and crosswalks listed and shown in plain text, and any of them checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.resources.abc import Traversable
from pathlib import Path

from attrs import evolve

from ..catalogue import framework_ids, load_framework
from ..framework import Framework
from ..loading import HEADER, SUFFIX, load_folder, read_document
from ..problems import FrameworkError, Place, Problem, did_you_mean, problem, quoted
from ..text import number_of
from .crosswalk import Crosswalk, CrosswalkFile, Outside, Strength, Touch
from .loading import (
    Item,
    brought_crosswalks,
    brought_outside,
    load_crosswalk,
    load_item,
    tied,
)
from .measures import MeasureSet, Places
from .outside import wrapped
from .scheme import Scheme

__all__ = ["check_frameworks", "list_frameworks", "outside_ids", "show_outside"]

OUTSIDE, TIES = "outside view", "crosswalk"


def list_frameworks() -> list[str]:
    """Everything that this software brings, a line each: what is filled in comes first."""
    lines = [_framework_line(load_framework(each)) for each in framework_ids()]
    lines += [f"{each.id}: {each.name}, {_outside_size(each)}" for each in brought_outside()]
    for name in brought_crosswalks():
        crosswalk = load_crosswalk(name)
        lines.append(f"{name}: {crosswalk.file.title}, {_crosswalk_size(crosswalk.file)}")
    return lines


def _framework_line(framework: Framework) -> str:
    standards = number_of(len(framework.standards), "standard")
    counts = f"{standards} in {number_of(len(framework.domains), 'domain')}"
    return f"{framework.id}: {framework.name}, {counts}"


def _outside_size(item: Scheme | MeasureSet) -> str:
    if isinstance(item, Scheme):
        return f"{OUTSIDE}: {_both(item)}"
    measures = f", {number_of(len(item.measures), 'measure')} named" if item.measures else ""
    return f"{OUTSIDE}: {number_of(len(item.areas), item.called)}{measures}"


def _both(scheme: Scheme) -> str:
    statements = number_of(len(scheme.statements), "statement")
    return f"{statements} in {number_of(len(scheme.themes), 'theme')}"


def _crosswalk_size(crosswalk: CrosswalkFile) -> str:
    return f"{TIES}: {number_of(len(crosswalk.ties), 'tie')}"


def outside_ids() -> tuple[str, ...]:
    """What :func:`show_outside` can show: outside views and crosswalks."""
    return (*dict.fromkeys(each.id for each in brought_outside()), *brought_crosswalks())


def show_outside(name: str) -> str:
    """An outside view in every edition, or a crosswalk with what it covers both ways.

    Raises:
        FrameworkError: there is none of that name.
    """
    if name in brought_crosswalks():
        return "\n".join(_crosswalk(load_crosswalk(name)))
    found = [each for each in brought_outside() if each.id == name]
    if not found:
        hint = did_you_mean(name, outside_ids())
        raise FrameworkError([problem("not-one-to-show", found=quoted(name), hint=hint)])
    return "\n\n".join("\n".join(_outside(each)) for each in found)


def _outside(item: Scheme | MeasureSet) -> Iterator[str]:
    yield item.name
    yield f"ID: {item.id}"
    yield ""
    yield from _scheme(item) if isinstance(item, Scheme) else _measures(item)
    source = f"{item.source.rstrip('.')}. Looked up on {item.checked}."
    for note in filter(None, (item.origin, source, item.note)):
        yield ""
        yield from wrapped(note)


def _scheme(scheme: Scheme) -> Iterator[str]:
    for theme in scheme.themes:
        yield theme.title
        yield from (f"  {each.title}" for each in scheme.statements if each.theme == theme.id)
    yield ""
    yield "Scores:"
    yield from (f"  {level.choice}: {level.meaning}" for level in scheme.levels)
    yield ""
    yield "Bands:"
    yield from (f"  {each.rating}, from {each.lowest}%" for each in scheme.bands)
    yield ""
    yield from wrapped(f"Kinds of evidence: {_list([each.value for each in scheme.evidence])}.")
    yield ""
    yield from wrapped(scheme.rule)


def _measures(measures: MeasureSet) -> Iterator[str]:
    until = measures.last_year or "today"
    yield f"Years: {measures.first_year} to {until}"
    for area in measures.areas:
        yield ""
        yield area.title
        yield from (f"  {each}" for each in area.outcomes)
        within = (each for each in measures.measures if each.area == area.id)
        yield from (f"  {each.code} {each.title}" for each in within)
    for each in measures.breaks:
        yield ""
        yield from wrapped(f"Break in series, {each.year}: {each.why}")
    yield ""
    yield from wrapped(measures.caution)


def _crosswalk(crosswalk: Crosswalk) -> Iterator[str]:
    names = {criterion.id: criterion.name for criterion in crosswalk.framework.criteria}
    yield crosswalk.file.title
    yield f"ID: {crosswalk.id}"
    for target, title in crosswalk.titles.items():
        yield ""
        yield f"{title}: touched {crosswalk.touch(target).value}"
        yield from wrapped(crosswalk.note_on(target))
        for tie in crosswalk.ties_to(target):
            name = names.get(tie.part, "")
            heading = " ".join(filter(None, (tie.part, name)))
            yield f"  {heading} ({tie.strength.value}): {tie.reason}"
    yield ""
    yield from _coverage(crosswalk, names)
    yield ""
    yield from wrapped(crosswalk.file.note)


def _coverage(crosswalk: Crosswalk, names: dict[str, str]) -> Iterator[str]:
    """What each side hardly asks of what the other does."""
    little = (Touch.HARDLY, Touch.NOT)
    missed = [title for key, title in crosswalk.titles.items() if crosswalk.touch(key) in little]
    yield from wrapped(f"Hardly touched by {crosswalk.framework.title}: {_list(missed)}.")
    untied = [f"{each} {names[each]}" for each in crosswalk.untied]
    yield from wrapped(f"Tied to nothing in {crosswalk.outside.title}: {_list(untied)}.")
    slight = [f"{each} {names[each]}" for each in _slight_only(crosswalk, names)]
    yield from wrapped(f"With slight ties only: {_list(slight)}.")


def _slight_only(crosswalk: Crosswalk, names: Iterable[str]) -> Iterator[str]:
    for each in names:
        ties = crosswalk.ties_of(each)
        if ties and all(tie.strength is Strength.SLIGHT for tie in ties):
            yield each


def _list(items: list[str]) -> str:
    return "; ".join(items) or "nothing"


def check_frameworks(
    path: str | os.PathLike[str],
    framework: Framework | None = None,
    others: Mapping[str, Callable[[Path], str]] | None = None,
) -> list[str]:
    """Check a framework's folder, or files of schemes, measures and crosswalks.

    Args:
        path: a folder with a ``framework.toml``, a folder of other data files,
            or one such file.
        framework: the one that crosswalks are drawn from, where it is a
            council's own.
        others: what else is known, by the file's ``kind``: each reads such a
            file and gives its line.

    Returns:
        A line for each thing that is there and has no fault.

    Raises:
        FrameworkError: carries everything that is wrong.
    """
    place = Path(path)
    if (place / HEADER).is_file():
        return [_framework_line(load_folder(place))]
    files = _files(place)
    if not files:
        raise FrameworkError([problem("nothing-to-check", Place(str(path)))])
    lines: list[str] = []
    faults: list[Problem] = []
    beside = _outside_in(files)
    for file in files:
        try:
            lines.append(_checked(file, framework, beside, others or {}))
        except FrameworkError as error:
            faults += [_named(each, file) for each in error.problems]
    if faults:
        raise FrameworkError(faults)
    return lines


def _named(fault: Problem, file: Traversable) -> Problem:
    return fault if fault.place.file else evolve(fault, place=evolve(fault.place, file=file.name))


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    found = place.glob(f"*{SUFFIX}") if place.is_dir() else ()
    return sorted(found)


def _outside_in(files: Iterable[Path]) -> list[Outside]:
    """The outside views among files, as far as they can be read: crosswalks may be tied to them."""
    found: list[Outside] = []
    for file in files:
        with suppress(FrameworkError):
            item = load_item(file)
            found += [item] if isinstance(item, Scheme | MeasureSet) else []
    return found


def _checked(
    file: Path,
    framework: Framework | None,
    beside: Iterable[Outside],
    others: Mapping[str, Callable[[Path], str]],
) -> str:
    kind = str(read_document(file, file.name)[0].get("kind"))
    if kind in others:
        return others[kind](file)
    item = load_item(file, others)
    if isinstance(item, CrosswalkFile):
        own = framework if framework and framework.id == item.own.framework else None
        wanted = (item.outside.framework, item.outside.edition)
        other = next((each for each in beside if (each.id, each.edition) == wanted), None)
        tied(item, file.name, own, other)
    return f"{item.id}: {item.title}, {_size(item)}"


def _size(item: Item) -> str:
    match item:
        case CrosswalkFile():
            return _crosswalk_size(item)
        case Places():
            return f"{len(item.regions)} regions and {len(item.types)} types of council"
        case _:
            return _outside_size(item)
