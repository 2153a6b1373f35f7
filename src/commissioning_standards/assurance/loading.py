"""Schemes, measures and crosswalks from TOML files: strict, with every fault told at once.

Each file says in ``kind`` what it is. Those that come with this software are
found by ID; others by their path.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from attrs import evolve

from ..catalogue import brought_files, brought_framework
from ..framework import Framework
from ..given import only
from ..loading import SUFFIX, data_converter, read_document
from ..problems import FrameworkError, Place, Problem, did_you_mean, problem, quoted
from ..serialise import structured
from .crosswalk import Crosswalk, CrosswalkFile, Outside, Side
from .measures import MeasureSet, Places
from .scheme import Scheme

__all__ = [
    "breaks_between",
    "brought_crosswalks",
    "brought_outside",
    "chosen_scheme",
    "load_crosswalk",
    "load_item",
    "load_measures",
    "load_places",
    "load_scheme",
    "measures_of",
    "tied",
]

KINDS: Mapping[str, type] = {
    "scheme": Scheme,
    "measures": MeasureSet,
    "crosswalk": CrosswalkFile,
    "places": Places,
}
Item = Scheme | MeasureSet | CrosswalkFile | Places
Model = TypeVar("Model", Scheme, MeasureSet, CrosswalkFile, Places)


def load_item(file: Traversable, also: Iterable[str] = ()) -> Item:
    """What one file holds, by its ``kind``.

    Args:
        file: the file.
        also: kinds that others know, to be named where this one is not known.

    Raises:
        FrameworkError: carries every fault with its path within the file.
    """
    document, faults = read_document(file, file.name)
    kind = document.pop("kind", None)
    if not faults and (not isinstance(kind, str) or kind not in KINDS):
        allowed = (*KINDS, *also)
        hint = did_you_mean(kind, allowed)
        place = Place(file.name, item="kind")
        found = "says nothing" if kind is None else f"says {quoted(kind)}"
        faults = (problem("unknown-kind", place, found=found, allowed=allowed, hint=hint),)
    if faults:
        raise FrameworkError(faults)
    model, faults = structured(data_converter(), document, KINDS[str(kind)], file.name)
    if model is None:
        raise FrameworkError(faults)
    item: Item = model
    return item


def _load(file: Traversable, kind: type[Model]) -> Model:
    item = load_item(file)
    if not isinstance(item, kind):
        allowed = next(name for name, each in KINDS.items() if each is kind)
        place = Place(file.name, item="kind")
        raise FrameworkError([problem("other-kind", place, allowed=allowed)])
    return item


@cache
def brought_outside() -> tuple[Outside, ...]:
    """The outside views that come with this software: schemes and measures, by ID and edition."""
    files = (*brought_files("cqc"), *brought_files("ascof"))
    items = (load_item(file) for file in files)
    found = [each for each in items if isinstance(each, Scheme | MeasureSet)]
    return tuple(sorted(found, key=lambda each: (each.id, each.edition)))


def load_scheme(source: str | os.PathLike[str] = "cqc", edition: str = "") -> Scheme:
    """A scheme that comes with this software, or one of your own from its file.

    Args:
        source: an ID, or the path to a TOML file.
        edition: which; the newest unless given.

    Returns:
        The scheme, with its statements, scores and bands.

    Raises:
        FrameworkError: there is no such scheme, or its data has faults.
    """
    if str(source).endswith(SUFFIX):
        return _load(_file(source), Scheme)
    schemes = [each for each in brought_outside() if isinstance(each, Scheme)]
    return _chosen(schemes, str(source), edition)


def chosen_scheme(name: str = "") -> Scheme:
    """The scheme that somebody asks for: by its edition, or from a file of their own.

    Args:
        name: an edition such as ``"2023"``, or the path to a TOML file; the
            newest unless given.

    Raises:
        FrameworkError: there is no such edition or file, or its data has faults.
    """
    if name.endswith(SUFFIX):
        return load_scheme(name)
    known = [each.edition for each in brought_outside() if isinstance(each, Scheme)]
    if name and name not in known:
        hint = did_you_mean(name, known)
        found = quoted(name)
        raise FrameworkError([problem("unknown-scheme", found=found, allowed=known, hint=hint)])
    return load_scheme(edition=name)


def load_measures(source: str | os.PathLike[str] = "ascof", edition: str = "") -> MeasureSet:
    """A set of measures that comes with this software, or one of your own from its file.

    Args:
        source: an ID, or the path to a TOML file.
        edition: which; the newest unless given.

    Returns:
        The measures of one edition, with their breaks and cautions.

    Raises:
        FrameworkError: there is none such, or its data has faults.
    """
    if str(source).endswith(SUFFIX):
        return _load(_file(source), MeasureSet)
    return _chosen(_measure_sets(), str(source), edition)


def _measure_sets() -> list[MeasureSet]:
    return [each for each in brought_outside() if isinstance(each, MeasureSet)]


def measures_of(year: str) -> MeasureSet | None:
    """The edition of ASCOF whose codes are those of a year; None where there is none."""
    return next((each for each in _measure_sets() if each.covers(year)), None)


def breaks_between(earlier: str, later: str) -> tuple[str, ...]:
    """Why a year of ASCOF does not continue an earlier one: each break after that, in order."""
    breaks = [each for edition in _measure_sets() for each in edition.breaks]
    between = [each for each in breaks if earlier < each.year <= later]
    return tuple(each.why for each in sorted(between, key=lambda each: each.year))


@cache
def load_places() -> Places:
    """Which region and type each council is of."""
    (file,) = (each for each in brought_files("ascof") if each.name == f"places{SUFFIX}")
    return _load(file, Places)


Held = TypeVar("Held", bound=Outside)


def _chosen(items: Iterable[Held], name: str, edition: str) -> Held:
    every = list(items)
    found = [each for each in every if each.id == name and edition in ("", each.edition)]
    if not found:
        named = f"{name} {edition}".strip()
        known = [f"{each.id} {each.edition}" for each in every]
        fault = problem("unknown-framework", found=quoted(named), allowed=known)
        raise FrameworkError([fault])
    return found[-1]


def brought_crosswalks() -> tuple[str, ...]:
    """The crosswalks that come with this software, by ID."""
    return tuple(each.name.removesuffix(SUFFIX) for each in brought_files("crosswalks"))


def load_crosswalk(
    source: str | os.PathLike[str],
    framework: Framework | None = None,
    outside: Outside | None = None,
) -> Crosswalk:
    """A crosswalk that comes with this software, or one of your own from its file.

    Args:
        source: an ID such as ``"route-map-cqc"``, or the path to a TOML file.
        framework: needed only for one of your own.
        outside: likewise.

    Returns:
        The ties, with both sides that they tie together.

    Raises:
        FrameworkError: there is no such crosswalk, or its data has faults;
            carries every fault.
    """
    only("load_crosswalk", framework, Framework, type(None), name="framework")
    if str(source) in brought_crosswalks():
        name = f"{source}{SUFFIX}"
        file = next(each for each in brought_files("crosswalks") if each.name == name)
    elif str(source).endswith(SUFFIX):
        file = _file(source)
    else:
        known = brought_crosswalks()
        hint = did_you_mean(str(source), known)
        found = quoted(source)
        fault = problem("unknown-crosswalk", found=found, allowed=known, hint=hint)
        raise FrameworkError([fault])
    return tied(_load(file, CrosswalkFile), file.name, framework, outside)


def tied(
    data: CrosswalkFile,
    name: str,
    framework: Framework | None = None,
    outside: Outside | None = None,
) -> Crosswalk:
    """A crosswalk with both its sides found.

    Raises:
        FrameworkError: a side is not there or of another edition, or a tie
            names what is not there; each with its path in the file.
    """
    try:
        return _tied(data, framework, outside)
    except FrameworkError as error:
        found = (evolve(each, place=evolve(each.place, file=name)) for each in error.problems)
        raise FrameworkError(found) from None


def _tied(data: CrosswalkFile, framework: Framework | None, outside: Outside | None) -> Crosswalk:
    own = framework or brought_framework(data.own.framework)
    other = outside or _chosen(brought_outside(), data.outside.framework, data.outside.edition)
    faults = [*_other_side(own, data.own, "own"), *_other_side(other, data.outside, "outside")]
    if faults:
        raise FrameworkError(faults)
    return Crosswalk(data, own, other)


def _other_side(item: Framework | Outside, side: Side, name: str) -> Iterable[Problem]:
    if item.id != side.framework:
        place = Place(item=f"{name}.framework")
        yield problem("wrong-framework", place, found=quoted(side.framework))
    elif item.edition != side.edition:
        found, allowed = quoted(side.edition), quoted(item.edition)
        yield problem("other-edition", Place(item=f"{name}.edition"), found=found, allowed=allowed)


def _file(source: str | os.PathLike[str]) -> Traversable:
    file = Path(source)
    if not file.is_file():
        raise FrameworkError([problem("file-missing", Place(file.name))])
    return file
