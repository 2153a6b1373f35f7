"""Whether a workbook is that of a meeting, and of which returns it was made."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from itertools import count, takewhile

from ...assessment import MetOn
from ..layout.names import AGENDA, AGREED, MET_ON, MET_ON_FILE

__all__ = ["met_on"]


def met_on(stamp: Mapping[str, str], sheets: Container[str]) -> tuple[MetOn, ...] | None:
    """The returns that a meeting's workbook was made of; None where it is no such workbook.

    Args:
        stamp: what its hidden sheet says.
        sheets: its sheets, by name.
    """
    found = tuple(_listed(stamp))
    return found if found or (AGENDA in sheets and AGREED in sheets) else None


def _listed(stamp: Mapping[str, str]) -> Iterator[MetOn]:
    labels = takewhile(stamp.__contains__, map(MET_ON.format, count(1)))
    for number, label in enumerate(labels, 1):
        file = MET_ON_FILE.format(number)
        digest = stamp.get(file, "")
        # A row with nothing beside its label says the label alone.
        yield MetOn(stamp[label], "" if digest == file else digest)
