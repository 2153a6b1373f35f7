"""What the local account would leave out, and why, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator

from ...assessment import Assessment
from ...listing import json_text
from ...text import number_of, one_line
from ..material import Material
from .publishing import LeftOut, left_out, left_out_of_peers

__all__ = ["preview_text"]

SCHEMA = "commissioning-standards/left-out/1"


def preview_text(material: Material, form: str) -> str:
    """What the account would leave out, as ``"text"`` or ``"json"``.

    Args:
        material: everything, as it was read.
        form: how to write it.
    """
    own = (each for one in _every(material) for each in _of(one, material))
    found = dict.fromkeys((*own, *_of_peers(material)))
    if form == "json":
        return json_text({"schema": SCHEMA, "left_out": [each.row() for each in found]})
    return "\n".join(_lines(list(found))) + "\n"


def _every(material: Material) -> Iterator[Assessment]:
    yield material.assessment
    yield from material.returns
    if material.last:
        yield material.last.assessment


def _of(assessment: Assessment, material: Material) -> tuple[LeftOut, ...]:
    return left_out(assessment, material.settings.account)


def _of_peers(material: Material) -> tuple[LeftOut, ...]:
    peers = material.peers
    return left_out_of_peers(peers.assessment, material.settings.account) if peers else ()


def _lines(found: list[LeftOut]) -> Iterator[str]:
    if not found:
        yield "The account leaves nothing out."
        return
    yield f"The account leaves out {number_of(len(found), 'thing')}:"
    for reason in dict.fromkeys(each.why for each in found):
        yield f"\n{reason}"
        yield from (f"  {each.kind}: {one_line(each.what)}" for each in found if each.why == reason)
