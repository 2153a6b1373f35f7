"""The peer challenge pack: its sections, and what fills each of them in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ..assembling import Builder, assembled
from ..basis import made
from ..document import Document, Picture
from ..material import Material
from ..pictures import pack_pictures
from .beyond import awareness
from .lists import actions, evidence, ratings
from .opening import reading, scope
from .overview import overview, scores
from .standards import standards

__all__ = ["pack_document"]

BUILDERS: dict[str, Builder] = {
    "scope": scope,
    "reading": reading,
    "standards": standards,
    "actions": actions,
    "made": made,
}


def pack_document(
    material: Material, pictures: Mapping[str, tuple[Picture, ...]] | None = None
) -> Document:
    """The whole pack, before it is written in any format.

    Args:
        material: what it is made of.
        pictures: by the section they stand in; drawn unless given.
    """
    given = pack_pictures(material) if pictures is None else pictures
    names = ("overview", "voices", "awareness", "evidence", "ratings")
    first, voices, *others = (given.get(each, ()) for each in names)
    drawn: dict[str, Builder] = {
        "overview": partial(overview, pictures=first),
        "scores": partial(scores, voices=voices),
        "awareness": partial(awareness, pictures=others[0]),
        "evidence": partial(evidence, pictures=others[1]),
        "ratings": partial(ratings, pictures=others[2]),
    }
    council, period = material.council, material.assessment.period
    return assembled(
        material,
        material.settings.pack.sections,
        {**BUILDERS, **drawn},
        f"{council}: peer challenge pack" if council else "Peer challenge pack",
        ", ".join(filter(None, (material.framework.name, period))),
    )
