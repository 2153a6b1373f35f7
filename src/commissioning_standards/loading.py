"""A folder of TOML files to a framework, with every fault told at once.

The folder holds ``framework.toml`` and one file for each standard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from importlib.resources.abc import Traversable
from operator import eq
from typing import Any

from attrs import asdict, evolve, frozen
from cattrs import Converter, IterableValidationError

from .consistency import (
    description_faults,
    domain_faults,
    id_faults,
    repeat_faults,
    scale_faults,
    unused_domain_faults,
)
from .figures import exact
from .framework import WHOLE, Framework
from .parts import Criterion, Described, Domain, DomainId, Standard, Term, Weight
from .problems import FrameworkError, Place, Problem, problem
from .scale import Identifier, Level, Scale
from .serialise import DataError, parse_toml, strict_converter, structured, text, wrong_type
from .text import tidy_text

__all__ = ["HEADER", "SUFFIX", "data_converter", "load_folder", "read_document"]

HEADER = "framework.toml"
SUFFIX = ".toml"


@frozen
class Header:
    """What ``framework.toml`` holds."""

    id: Identifier
    edition: str
    title: str
    levels: tuple[Level, ...]
    domains: tuple[Domain, ...]
    origin: str = ""
    source: str = ""
    note: str = ""
    glossary: tuple[Term, ...] = ()
    patch: int = 0


def load_folder(folder: Traversable) -> Framework:
    """Load the framework written in a folder.

    Raises:
        FrameworkError: carries every fault with its file and the path within it.
    """
    documents, faults = _documents(folder)
    raw = documents.pop(HEADER, None)
    converter = _converter(_all_ids(raw, "levels"), _all_ids(raw, "domains"))
    header, found = structured(converter, raw, Header, HEADER) if raw is not None else (None, ())
    standards: list[Standard] = []
    faults += [*found, *_folder_faults(raw or {}, documents)]
    for name, document in documents.items():
        standard, found = structured(converter, document, Standard, name)
        faults += found
        standards += [standard] if standard else []
    if faults or header is None:
        raise FrameworkError(faults)
    return _framework(header, standards)


def _framework(header: Header, standards: list[Standard]) -> Framework:
    order = [domain.id for domain in header.domains]
    fields = asdict(header, recurse=False)
    return Framework(
        scale=Scale(fields.pop("levels")),
        standards=tuple(
            sorted(standards, key=lambda each: (order.index(each.domain), each.number))
        ),
        **fields,
    )


def _documents(folder: Traversable) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    """Every TOML file of the folder by name, and the faults of those that cannot be read."""
    documents: dict[str, dict[str, Any]] = {}
    faults: list[Problem] = []
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(SUFFIX))
    for name in names:
        document, found = read_document(folder / name, name)
        faults += found
        if not found:
            documents[name] = document
    if HEADER not in names:
        faults.append(problem("file-missing", Place(HEADER)))
    if not set(names) - {HEADER}:
        faults.append(problem("no-standards"))
    return documents, faults


def read_document(file: Traversable, name: str) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """One TOML file and no faults, or an empty document and its fault."""
    try:
        return parse_toml(file.read_bytes(), name)
    except OSError as trouble:
        found = trouble.strerror or type(trouble).__name__
        return {}, (problem("not-readable", Place(name), found=found),)


def _ids(raw: dict[str, Any], key: str) -> Iterator[tuple[int, str]]:
    """The IDs in a list of tables that can be read, each with its place in the list."""
    entries = raw.get(key)
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            yield index, entry["id"]


def _all_ids(raw: dict[str, Any] | None, key: str) -> tuple[str, ...]:
    """Every ID in a list of the header; none where one is missing or cannot be read.

    A slip in the header is told there, and not again wherever it is referred to.
    """
    entries = (raw or {}).get(key)
    ids = tuple(each for _, each in _ids(raw or {}, key))
    return ids if isinstance(entries, list) and len(ids) == len(entries) else ()


def _folder_faults(raw: dict[str, Any], documents: dict[str, dict[str, Any]]) -> list[Problem]:
    """Faults between files: names used twice, domains without a standard."""
    domains = _all_ids(raw, "domains")
    used = {str(document.get("domain")) for document in documents.values()}
    whole = bool(documents) and used <= set(domains)
    unused = unused_domain_faults(domains, used) if whole else ()
    return [
        *repeat_faults((each, _in_header("levels", index)) for index, each in _ids(raw, "levels")),
        *repeat_faults(_names(raw, documents)),
        *(evolve(fault, place=Place(HEADER, item="domains")) for fault in unused),
    ]


def _in_header(key: str, index: int) -> Place:
    return Place(HEADER, item=f"{key}[{index}].id")


def _names(
    raw: dict[str, Any], documents: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, Place]]:
    """Every name that leads to a part, as far as it can be read, with where it stands."""
    yield WHOLE, Place(item="the whole")
    for index, domain in _ids(raw, "domains"):
        yield domain, _in_header("domains", index)
    for file, document in documents.items():
        for key in ("id", "number"):
            if isinstance(document.get(key), str | int):
                yield str(document[key]), Place(file, item=key)
        for index, criterion in _ids(document, "criteria"):
            yield criterion, Place(file, item=f"criteria[{index}].id")


def _converter(levels: tuple[str, ...], domains: tuple[str, ...]) -> Converter:
    """A strict converter that knows the framework's levels and domains.

    Where a header is too broken to name them, what refers to them is not
    blamed.
    """
    converter = data_converter()
    ladder = partial(_ladder, levels=levels)
    converter.register_structure_hook_func(lambda kind: kind == Weight, _weight)
    converter.register_structure_hook_func(
        lambda kind: kind == DomainId, partial(_domain, domains=domains)
    )
    converter.register_structure_hook_func(lambda kind: kind == tuple[Described, ...], ladder)
    _check_lists(converter, {tuple[Criterion, ...]: _criteria, tuple[Term, ...]: _terms})
    return converter


def data_converter() -> Converter:
    """A strict converter for any of the data files: no text is blank, and levels make a scale."""
    converter = strict_converter()
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook_func(lambda kind: kind == Identifier, _identifier)
    _check_lists(converter, {tuple[Level, ...]: _levels})
    return converter


def _check_lists(converter: Converter, hooks: Mapping[Any, Any]) -> None:
    """Have lists of some kinds checked as wholes once their parts are made."""
    for kind, hook in hooks.items():
        checked: Any = partial(hook, structure=converter.get_structure_hook(kind))
        converter.register_structure_hook_func(partial(eq, kind), checked)


def _refuse(faults: Iterable[Problem]) -> None:
    found = tuple(faults)
    if found:
        raise DataError(found)


def _text(value: Any, kind: Any) -> str:
    tidy = tidy_text(text(value, kind))
    if not tidy:
        raise DataError([problem("blank-text")])
    return tidy


def _identifier(value: Any, kind: Any) -> str:
    name = _text(value, kind)
    _refuse(id_faults(name))
    return name


def _weight(value: Any, _: Any) -> Fraction:
    try:
        weight = exact(value)
    except (TypeError, ValueError):
        raise wrong_type(value, "a number above 0") from None
    if isinstance(value, str) or weight <= 0:
        raise wrong_type(value, "a number above 0")
    return weight


def _domain(value: Any, kind: Any, *, domains: tuple[str, ...]) -> str:
    name = _text(value, kind)
    if domains:
        _refuse(domain_faults(name, domains))
    return name


def _ladder(value: Any, _: Any, *, levels: tuple[str, ...]) -> tuple[Described, ...]:
    """Descriptions as a table: a level's ID and its text."""
    if not isinstance(value, Mapping):
        raise wrong_type(value, "a table with a text for each level")
    faults = list(description_faults(value, levels)) if levels else []
    for level, description in value.items():
        faults += _description_faults(level, description)
    _refuse(faults)
    return tuple(Described(level, tidy_text(value[level])) for level in levels or value)


def _description_faults(level: str, description: Any) -> Iterator[Problem]:
    try:
        _text(description, str)
    except DataError as error:
        yield from (evolve(each, place=Place(item=level)) for each in error.problems)


def _criteria(
    value: Any, kind: Any, *, structure: Callable[[Any, Any], Any]
) -> tuple[Criterion, ...]:
    criteria: tuple[Criterion, ...] = structure(value, kind)
    if not criteria:
        raise DataError([problem("no-criteria")])
    return criteria


def _levels(value: Any, kind: Any, *, structure: Callable[[Any, Any], Any]) -> tuple[Level, ...]:
    try:
        levels: tuple[Level, ...] = structure(value, kind)
    except IterableValidationError as error:
        every = [*error.exceptions, *_not_rising(value)]
        raise IterableValidationError(error.message, every, error.cl) from None
    labels = ((level.label, Place(item=f"{level.id}.label")) for level in levels)
    _refuse([*scale_faults([level.value for level in levels]), *repeat_faults(labels)])
    return levels


def _not_rising(levels: Iterable[Any]) -> Iterator[DataError]:
    """What the values say that can be read, where a level cannot be."""
    written = (each.get("value") for each in levels if isinstance(each, Mapping))
    figures = (structured(strict_converter(), each, Fraction, "")[0] for each in written)
    values = [each for each in figures if each is not None]
    found = [each for each in scale_faults(values) if each.code == "levels-out-of-order"]
    if found:
        yield DataError(found)


def _terms(value: Any, kind: Any, *, structure: Callable[[Any, Any], Any]) -> tuple[Term, ...]:
    terms: tuple[Term, ...] = structure(value, kind)
    _refuse(repeat_faults((each.term, Place(item="term")) for each in terms))
    return terms
