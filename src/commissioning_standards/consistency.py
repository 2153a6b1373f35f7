"""What makes the parts of a framework fit together, as small checks of plain values.

The model checks whole frameworks with them, and the loader checks files that
may be too broken to make a model of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from .figures import plain
from .problems import Place, Problem, did_you_mean, problem, quoted

__all__ = [
    "description_faults",
    "domain_faults",
    "id_faults",
    "repeat_faults",
    "scale_faults",
    "unused_domain_faults",
]

FEWEST_LEVELS = 2
ID_PATTERN = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
ID_RULE = "letters and digits, with single dots, dashes or underscores between"


def scale_faults(values: Sequence[Fraction]) -> Iterator[Problem]:
    """Faults of a scale, from its levels' values in order."""
    if len(values) < FEWEST_LEVELS:
        yield problem("too-few-levels", found=len(values))
    if any(later <= earlier for earlier, later in pairwise(values)):
        yield problem("levels-out-of-order", found=", ".join(map(plain, values)))


def repeat_faults(named: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """A fault wherever an ID stands again, saying where it stood first."""
    first: dict[str, Place] = {}
    for name, place in named:
        if name in first:
            hint = f"It stands first in {first[name]}."
            yield problem("duplicate-id", place, found=quoted(name), hint=hint)
        first.setdefault(name, place)


def id_faults(text: str) -> Iterator[Problem]:
    """A fault where a text cannot serve as an ID."""
    if not ID_PATTERN.fullmatch(text):
        yield problem("bad-id", found=quoted(text), allowed=ID_RULE)


def domain_faults(domain: str, domains: Collection[str]) -> Iterator[Problem]:
    """A fault where a standard names a domain that does not exist."""
    if domain not in domains:
        hint = did_you_mean(domain, domains)
        yield problem("unknown-domain", found=quoted(domain), allowed=domains, hint=hint)


def unused_domain_faults(domains: Iterable[str], used: Collection[str]) -> Iterator[Problem]:
    """A fault for every domain without a standard."""
    for domain in domains:
        if domain not in used:
            yield problem("empty-domain", found=quoted(domain))


def description_faults(described: Collection[str], levels: Collection[str]) -> Iterator[Problem]:
    """Faults where descriptions leave out a level, or name one that does not exist."""
    for level in described:
        if level not in levels:
            hint = did_you_mean(level, levels)
            yield problem("unknown-level", found=quoted(level), allowed=levels, hint=hint)
    for level in levels:
        if level not in described:
            yield problem("missing-level", found=quoted(level))
