"""The rules of support signals: data, loaded strictly, with every fault told at once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Any

from attrs import frozen

from ...consistency import repeat_faults
from ...files import read_bytes
from ...loading import data_converter
from ...problems import FrameworkError, Place, Problem, problem, quoted
from ...scale import Identifier
from ...serialise import parse_toml, structured
from ...text import number_of

__all__ = ["KIND", "LooksAt", "SignalRule", "brought_signals", "load_signals", "signals_line"]

BROUGHT, KIND = "signals.toml", "signals"


class LooksAt(Enum):
    """What a rule looks at; the limit means another thing for each.

    - *returns*: fewer returns that speak for the council than the limit.
    - *domain score*: a domain below the level so many levels above the lowest,
      whatever is still open.
    - *self-awareness*: at least so many standards on which the own view is
      higher than the peer team's.
    - *evidence listed*: fewer pieces of evidence than the limit.
    - *evidence dates*: at least so many in a hundred pieces older than so many
      months, or without a date.
    - *actions*: at least so many overdue.
    - *open answers*: at least so many in a hundred blank or not known.
    """

    RETURNS = "returns"
    DOMAIN_SCORE = "domain score"
    SELF_AWARENESS = "self-awareness"
    EVIDENCE_LISTED = "evidence listed"
    EVIDENCE_DATES = "evidence dates"
    ACTIONS = "actions"
    OPEN_ANSWERS = "open answers"


LOOKS = [each.value for each in LooksAt]
# The figures that each has, and that its sentence may name in braces.
FIGURES: Mapping[LooksAt, tuple[str, ...]] = {
    LooksAt.RETURNS: ("others",),
    LooksAt.DOMAIN_SCORE: ("part", "score", "low", "high", "level"),
    LooksAt.SELF_AWARENESS: ("count", "standards", "compared"),
    LooksAt.EVIDENCE_LISTED: ("count",),
    LooksAt.EVIDENCE_DATES: ("count", "old", "undated", "months"),
    LooksAt.ACTIONS: ("count", "overdue", "since"),
    LooksAt.OPEN_ANSWERS: ("count", "open"),
}


@frozen
class SignalRule:
    """When a region looks whether a council wants support.

    Args:
        id: what it is called.
        looks_at: what it looks at.
        limit: from where it fires; see :class:`LooksAt`.
        says: what it found, with figures in braces.
        offer: the support that it suggests.
        months: after how many months evidence is old; only for its dates.
    """

    id: Identifier
    looks_at: LooksAt
    limit: int
    says: str
    offer: str
    months: int | None = None


@frozen
class _SignalFile:
    rules: tuple[SignalRule, ...]


@cache
def brought_signals() -> tuple[SignalRule, ...]:
    """The rules that come with this software."""
    content = files(__package__).joinpath(BROUGHT).read_bytes()
    return _rules(content, BROUGHT)


def load_signals(path: str | os.PathLike[str]) -> tuple[SignalRule, ...]:
    """Load rules of your own.

    Args:
        path: a TOML file written like the one that comes with this software.

    Returns:
        The rules, in the file's order.

    Raises:
        FrameworkError: it cannot be read or has faults; carries every fault
            with its path within the file.
    """
    return _rules(read_bytes(path, FrameworkError), Path(path).name)


def signals_line(path: Path) -> str:
    """What a file of rules holds, in a line, where it has no faults.

    Raises:
        FrameworkError: as for :func:`load_signals`.
    """
    count = len(load_signals(path))
    return f"{path.name}: {number_of(count, 'rule')} of support signals"


def _rules(content: bytes, file: str) -> tuple[SignalRule, ...]:
    document, faults = parse_toml(content, file)
    if faults:
        raise FrameworkError(faults)
    kind = document.pop("kind", None)
    other_kind = problem("other-kind", Place(file, item="kind"), allowed=KIND)
    faults = (other_kind,) if kind != KIND else ()
    found: _SignalFile | None = None
    if not faults or "rules" in document:
        # Of a file that is of another kind altogether, no more is said.
        found, wrong_form = structured(data_converter(), document, _SignalFile, file)
        faults = (*faults, *wrong_form, *_faults(document.get("rules"), file))
    if found is None or faults:
        raise FrameworkError(faults)
    return found.rules


def _faults(rules: object, file: str) -> Iterator[Problem]:
    """What is wrong within each rule and between them, as far as their form lets it be judged."""
    listed = enumerate(rules if isinstance(rules, list) else [])
    readable = [(f"rules[{at}]", each) for at, each in listed if isinstance(each, Mapping)]
    yield from repeat_faults(
        (each["id"], Place(file, item=f"{path}.id"))
        for path, each in readable
        if isinstance(each.get("id"), str)
    )
    for path, each in readable:
        if type(each.get("limit")) is int and each["limit"] == 0:
            place, wanted = Place(file, item=f"{path}.limit"), "a whole number above 0"
            yield problem("wrong-type", place, found=0, allowed=wanted)
        if each.get("looks_at") in LOOKS:
            looks_at = LooksAt(each["looks_at"])
            yield from _month_faults(looks_at, each, Place(file, item=f"{path}.months"))
            yield from _slot_faults(looks_at, each.get("says"), Place(file, item=f"{path}.says"))


def _month_faults(looks_at: LooksAt, rule: Mapping[str, Any], place: Place) -> Iterator[Problem]:
    needed = looks_at is LooksAt.EVIDENCE_DATES
    if needed and "months" not in rule:
        yield problem("missing-key", place, found=quoted("months"))
    if not needed and "months" in rule:
        yield problem("unknown-key", place, found=quoted("months"))


def _slot_faults(looks_at: LooksAt, says: object, place: Place) -> Iterator[Problem]:
    """The figures in braces that there are not; and braces that do not close."""
    allowed = [f"{{{name}}}" for name in FIGURES[looks_at]]
    try:
        text = says if isinstance(says, str) else ""
        parts = [each for each in Formatter().parse(text) if each[1] is not None]
    except ValueError as error:
        yield problem("not-allowed", place, found=quoted(str(error)), allowed=allowed)
        return
    for _, name, style, conversion in parts:
        if name not in FIGURES[looks_at] or style or conversion:
            yield problem("not-allowed", place, found=quoted(f"{{{name}}}"), allowed=allowed)
