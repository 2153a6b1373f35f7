"""Plain data to models and back: strict, with every fault told and its path.

Nothing is coerced: a number is not text, true is not one, an unknown key is a
fault. All faults of one document are found in one pass.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, TypeVar, get_args, get_origin

import cattrs
from attrs import evolve, fields, has
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from .figures import exact
from .problems import CommissioningError, Place, Problem, did_you_mean, problem, quoted

__all__ = [
    "DataError",
    "from_table",
    "parse_toml",
    "strict_converter",
    "structured",
    "text",
    "wrong_type",
]

T = TypeVar("T")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
Hook = Callable[[Any, Any], Any]


class DataError(CommissioningError):
    """One value in a document is wrong; its place is known further out."""


def parse_toml(content: bytes, file: str) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Read TOML text; decimals stay exact.

    Returns:
        The document and no faults, or an empty document and its fault.
    """
    try:
        return tomllib.loads(content.decode("utf-8-sig"), parse_float=Decimal), ()
    except UnicodeDecodeError:
        return {}, (problem("toml-not-text", Place(file)),)
    except (ValueError, RecursionError) as error:
        found = str(error).partition("\n")[0] or type(error).__name__
        return {}, (problem("not-toml", Place(file), found=found),)


def strict_converter() -> cattrs.Converter:
    """A new converter that refuses whatever is not exactly of the type asked for."""
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook_factory(has, lambda kind: from_table(converter, kind))
    converter.register_structure_hook_factory(_is_list, lambda kind: _from_list(converter, kind))
    converter.register_structure_hook_func(_is_enum, _label)
    converter.register_structure_hook(str, text)
    converter.register_structure_hook(int, _whole_number)
    converter.register_structure_hook(bool, _true_or_false)
    converter.register_structure_hook(Fraction, _number)
    converter.register_structure_hook(date, _date)
    converter.register_unstructure_hook(Fraction, str)
    converter.register_unstructure_hook(date, date.isoformat)
    return converter


def structured(
    converter: cattrs.Converter, data: object, kind: type[T], file: str
) -> tuple[T | None, tuple[Problem, ...]]:
    """Turn plain data into a model.

    Returns:
        The model and no faults, or None and all faults, each with its file and
        the path within it.
    """
    try:
        return converter.structure(data, kind), ()
    except (BaseValidationError, CommissioningError) as error:
        return None, tuple(_faults(error, Place(file), ""))


def _faults(error: Exception, place: Place, path: str) -> Iterator[Problem]:
    if not isinstance(error, ClassValidationError | IterableValidationError):
        yield from _located(error, place, path)
        return
    noted, plain = error.group_exceptions()
    for inner, note in noted:
        yield from _faults(inner, place, _joined(path, note))
    for inner in plain:
        yield from _faults(inner, place, path)


def _joined(path: str, note: AttributeValidationNote | IterableValidationNote) -> str:
    if isinstance(note, IterableValidationNote):
        return f"{path}[{note.index}]"
    return f"{path}.{note.name}" if path else note.name


def _located(error: Exception, place: Place, path: str) -> Iterator[Problem]:
    if isinstance(error, KeyError):
        path = path.rpartition(".")[0]
    for fault in _told(error):
        inner = fault.place.item
        item = f"{path}.{inner}" if path and inner else path or inner
        yield evolve(fault, place=evolve(place, item=item))


def _told(error: Exception) -> Iterator[Problem]:
    match error:
        case CommissioningError():
            yield from error.problems
        case ForbiddenExtraKeysError():
            known = [each.name for each in fields(error.cl)]
            for key in sorted(map(str, error.extra_fields)):
                yield problem("unknown-key", found=quoted(key), hint=did_you_mean(key, known))
        case KeyError():
            yield problem("missing-key", found=quoted(error.args[0]))
        case _:
            raise error


def wrong_type(value: object, wanted: str) -> DataError:
    """The fault of a value that is not of the type wanted."""
    shown = "nothing" if value is None else quoted(value)
    return DataError([problem("wrong-type", found=shown, allowed=wanted)])


def from_table(converter: cattrs.Converter, kind: type, **overrides: Any) -> Hook:
    """A hook that makes a model of a table of keys and values, and of nothing else."""
    structure: Any = make_dict_structure_fn(
        kind, converter, _cattrs_forbid_extra_keys=True, **overrides
    )

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, Mapping):
            raise wrong_type(value, "a table of keys and values")
        return structure(value, kind)

    return hook


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _from_list(converter: cattrs.Converter, kind: Any) -> Hook:
    structure: Hook = converter.get_structure_hook(list[get_args(kind)[0]])  # type: ignore[misc]

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise wrong_type(value, "a list")
        return tuple(structure(value, list[get_args(kind)[0]]))  # type: ignore[misc]

    return hook


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _label(value: Any, kind: type[Enum]) -> Enum:
    labels = {str(each.value): each for each in kind}
    if isinstance(value, str) and value in labels:
        return labels[value]
    hint = did_you_mean(value, labels)
    raise DataError([problem("not-allowed", found=quoted(value), allowed=labels, hint=hint)])


def text(value: Any, _: Any) -> str:
    """Text and nothing else."""
    if not isinstance(value, str):
        raise wrong_type(value, "text")
    return value


def _whole_number(value: Any, _: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise wrong_type(value, "a whole number")
    return value


def _true_or_false(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise wrong_type(value, "true or false")
    return value


def _number(value: Any, _: Any) -> Fraction:
    if isinstance(value, int | float | Decimal):
        with suppress(TypeError, ValueError):
            return exact(value)
    raise wrong_type(value, "a number")


def _date(value: Any, _: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and ISO_DATE.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise wrong_type(value, "a date such as 2027-03-31")
