"""A folder of TOML files to a framework, with every fault told at once.

The folder holds ``framework.toml`` and one file for each standard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from importlib.resources.abc import Traversable
from typing import Any

from attrs import asdict, evolve, frozen
from cattrs import Converter

from .consistency import (
    description_faults,
    domain_faults,
    id_faults,
    repeat_faults,
    scale_faults,
    unused_domain_faults,
)
from .figures import exact
from .framework import (
    Described,
    Domain,
    DomainId,
    Framework,
    Identifier,
    Level,
    Scale,
    Standard,
    Weight,
)
from .problems import FrameworkError, Place, Problem, problem, quoted
from .serialise import DataError, parse_toml, strict_converter, structured, text, wrong_type

__all__ = ["HEADER", "load_folder"]

HEADER = "framework.toml"


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


def load_folder(folder: Traversable) -> Framework:
    """Load the framework written in a folder.

    Raises:
        FrameworkError: carries every fault with its file and the path within it.
    """
    documents, faults = _documents(folder)
    raw = documents.pop(HEADER, {})
    converter = _converter(_ids(raw, "levels"), _ids(raw, "domains"))
    header, found = structured(converter, raw, Header, HEADER) if raw else (None, ())
    standards: list[Standard] = []
    faults += [*found, *_folder_faults(raw, documents)]
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
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml"))
    for name in names:
        document, found = parse_toml((folder / name).read_bytes(), name)
        faults += found
        if not found:
            documents[name] = document
    if HEADER not in names:
        faults.append(problem("file-missing", Place(HEADER)))
    if not set(names) - {HEADER}:
        faults.append(problem("no-standards"))
    return documents, faults


def _ids(raw: dict[str, Any], key: str) -> tuple[str, ...]:
    """The IDs in a list of the header, as far as they can be read."""
    entries = raw.get(key)
    tables = entries if isinstance(entries, list) else []
    ids = (entry.get("id") for entry in tables if isinstance(entry, dict))
    return tuple(each for each in ids if isinstance(each, str))


def _folder_faults(raw: dict[str, Any], documents: dict[str, dict[str, Any]]) -> list[Problem]:
    """Faults between files: names used twice, domains without a standard."""
    used = {str(document.get("domain")) for document in documents.values()}
    unused = unused_domain_faults(_ids(raw, "domains"), used) if documents else ()
    levels = ((each, Place(HEADER, item="levels")) for each in _ids(raw, "levels"))
    return [
        *repeat_faults(levels),
        *repeat_faults(_names(raw, documents)),
        *(evolve(fault, place=Place(HEADER, item="domains")) for fault in unused),
    ]


def _names(
    raw: dict[str, Any], documents: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, Place]]:
    for domain in _ids(raw, "domains"):
        yield domain, Place(HEADER, item="domains")
    for file, document in documents.items():
        for key in ("id", "number"):
            if isinstance(document.get(key), str | int):
                yield str(document[key]), Place(file, item=key)
        for index, criterion in enumerate(_ids(document, "criteria")):
            yield criterion, Place(file, item=f"criteria[{index}].id")


def _converter(levels: tuple[str, ...], domains: tuple[str, ...]) -> Converter:
    """A strict converter that knows the framework's levels and domains.

    Where a header is too broken to name them, what refers to them is not
    blamed.
    """
    converter = strict_converter()
    ladder = partial(_ladder, levels=levels)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook_func(lambda kind: kind == Identifier, _identifier)
    converter.register_structure_hook_func(lambda kind: kind == Weight, _weight)
    converter.register_structure_hook_func(
        lambda kind: kind == DomainId, partial(_domain, domains=domains)
    )
    converter.register_structure_hook_func(lambda kind: kind == tuple[Described, ...], ladder)
    levels_hook = converter.get_structure_hook(tuple[Level, ...])
    converter.register_structure_hook_func(
        lambda kind: kind == tuple[Level, ...], partial(_levels, structure=levels_hook)
    )
    return converter


def _refuse(faults: Iterable[Problem]) -> None:
    found = tuple(faults)
    if found:
        raise DataError(found)


def _text(value: Any, kind: Any) -> str:
    if not text(value, kind).strip():
        raise DataError([problem("blank-text")])
    return str(value)


def _identifier(value: Any, kind: Any) -> str:
    _refuse(id_faults(_text(value, kind)))
    return str(value)


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
    faults += [
        problem("wrong-type", Place(item=key), found=quoted(each), allowed="text")
        for key, each in value.items()
        if not isinstance(each, str) or not each.strip()
    ]
    _refuse(faults)
    return tuple(Described(level, value[level]) for level in levels or value)


def _levels(value: Any, kind: Any, *, structure: Callable[[Any, Any], Any]) -> tuple[Level, ...]:
    levels: tuple[Level, ...] = structure(value, kind)
    _refuse(scale_faults([level.value for level in levels]))
    return levels
