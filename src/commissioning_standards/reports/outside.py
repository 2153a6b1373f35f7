"""Outside views from their files, as papers show them: CQC's scores and ASCOF."""

from __future__ import annotations

import os
from collections.abc import Sequence

from attrs import evolve

from ..assurance.ascof import ascof
from ..assurance.ascof_words import ascof_view
from ..assurance.beside import beside_cqc
from ..assurance.beside_words import beside_view
from ..assurance.cqc_files import chosen_judgement, read_cqc
from ..assurance.crosswalk import Crosswalk
from ..assurance.outside import OutsideView
from ..assurance.scheme import Scheme
from ..scoring import Scorecard

__all__ = ["outside_views"]

Name = str | os.PathLike[str]


def outside_views(  # noqa: PLR0913 - all but the first are given by name
    card: Scorecard,
    *,
    cqc: Name | None = None,
    measures: Sequence[Name] = (),
    scheme: Scheme | None = None,
    crosswalk: Crosswalk | None = None,
    council: str = "",
    region: str = "",
    council_type: str = "",
) -> tuple[OutsideView, ...]:
    """What CQC and the national outcome measures say of the council, ready for a paper.

    Args:
        card: the council's own view.
        cqc: a CSV of CQC's scores.
        measures: the published CSV of ASCOF, one for each year.
        scheme: CQC's; the newest unless given.
        crosswalk: from the card's framework to that scheme; the one that comes
            with this software unless given.
        council: what the files call it; as the return does unless given.
        region: the council's, where it is not known; for ASCOF.
        council_type: likewise, such as "Shire county".

    Raises:
        AssessmentError: a file cannot be read, or does not have the council.
    """
    name = council or card.assessment.council
    views: list[OutsideView] = []
    if cqc:
        held = read_cqc(cqc, scheme)
        judgement = chosen_judgement(held, name, asked=bool(council))
        view = beside_view(beside_cqc(card, judgement, crosswalk))
        views.append(evolve(view, files=((held.file, held.sha256),)))
    if measures:
        views.append(ascof_view(ascof(measures, name, region=region, council_type=council_type)))
    return tuple(views)
