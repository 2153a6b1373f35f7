"""What can be judged of a file that has faults: the same without what is not right.

So that every fault is told in one round, the rest of a file is looked at as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args, get_type_hints

import cattrs
from attrs import fields, has

from ..serialise import structured

__all__ = ["sound_part"]

T = TypeVar("T")


def sound_part(converter: cattrs.Converter, data: object, kind: type[T]) -> T:
    """A model of as much of some plain data as is right.

    Args:
        converter: a strict one.
        data: as it was read.
        kind: of model; every field of it has a value of its own to fall back on.
    """
    (kept,) = _kept(converter, data, kind) or ({},)
    return converter.structure(kept, kind)


def _kept(converter: cattrs.Converter, data: object, kind: Any) -> list[Any]:
    """The data without what is not right, in a list that is empty where nothing is."""
    if has(kind) and isinstance(data, Mapping):
        data = dict(_entries(converter, data, kind))
    elif isinstance(data, list) and get_args(kind):
        data = [one for each in data for one in _kept(converter, each, get_args(kind)[0])]
    _, faults = structured(converter, data, kind, "")
    return [] if faults else [data]


def _entries(
    converter: cattrs.Converter, data: Mapping[Any, Any], kind: type
) -> Iterator[tuple[str, Any]]:
    hints = get_type_hints(kind)
    for each in fields(kind):
        if each.init and each.name in data:
            for kept in _kept(converter, data[each.name], hints[each.name]):
                yield each.name, kept
