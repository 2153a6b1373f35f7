"""What a question rests on, in few lines: ratings of one sheet stand together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from ...enquiring.parts import Citation, Cited

__all__ = ["rests_on"]


def rests_on(cited: Iterable[Citation]) -> str:
    """Everything that is cited, a line each; ratings of one sheet in one line, each with its cell.

    Args:
        cited: what a question rests on.
    """
    groups: dict[object, list[Citation]] = {}
    for each in cited:
        groups.setdefault(_sheet(each), []).append(each)
    return "\n".join(_line(group) for group in groups.values())


def _sheet(citation: Citation) -> object:
    """What is alike for the ratings of one sheet, and for nothing else."""
    if citation.kind is not Cited.RATING or not citation.place.cell:
        return citation
    return citation.whose, evolve(citation.place, cell="", item="")


def _line(group: Sequence[Citation]) -> str:
    first, *others = group
    if not others:
        return str(first)
    sheet = str(evolve(first.place, cell="", item=""))
    ratings = "; ".join(f"{each.name} {each.said} ({each.place.cell})" for each in group)
    return f"{': '.join(filter(None, (first.whose, sheet)))}: {ratings}"
