"""The peer challenge pack: its sections, and what fills each of them in."""

from __future__ import annotations

from functools import partial

from ..assembling import Builder, assembled
from ..basis import made
from ..document import Document
from ..material import Material
from ..pictures import pack_pictures
from .beyond import awareness
from .lists import actions, evidence, ratings
from .opening import reading, scope
from .overview import overview
from .standards import standards

__all__ = ["pack_document"]

BUILDERS: dict[str, Builder] = {
    "scope": scope,
    "reading": reading,
    "standards": standards,
    "actions": actions,
    "made": made,
}


def pack_document(material: Material) -> Document:
    """The whole pack, before it is written in any format."""
    pictures = pack_pictures(material)
    voices = pictures["voices"]
    drawn = {
        "overview": partial(overview, pictures=pictures["overview"], voices=voices),
        "awareness": partial(awareness, pictures=pictures["awareness"]),
        "evidence": partial(evidence, pictures=pictures["evidence"]),
        "ratings": partial(ratings, pictures=pictures["ratings"]),
    }
    council, period = material.council, material.assessment.period
    return assembled(
        material,
        material.settings.pack.sections,
        {**BUILDERS, **drawn},
        f"{council}: peer challenge pack" if council else "Peer challenge pack",
        ", ".join(filter(None, (material.framework.name, period))),
    )
