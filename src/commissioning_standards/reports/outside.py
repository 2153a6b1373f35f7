"""Outside views from their files, as papers show them: CQC's scores and ASCOF."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from attrs import evolve

from ..assurance.ascof import ascof
from ..assurance.ascof_words import ascof_view
from ..assurance.beside import beside_cqc
from ..assurance.beside_words import beside_view
from ..assurance.cqc_files import chosen_judgement, read_cqc
from ..assurance.outside import OutsideView
from ..scoring import Scorecard

__all__ = ["outside_views"]

Name = str | os.PathLike[str]


def outside_views(
    card: Scorecard, *, cqc: Name | None = None, measures: Sequence[Name] = ()
) -> tuple[OutsideView, ...]:
    """What CQC and the national outcome measures say of the council, ready for a paper.

    Args:
        card: the council's own view; its council is looked for in the files.
        cqc: a CSV of CQC's scores.
        measures: the published CSV of ASCOF, one for each year.

    Raises:
        AssessmentError: a file cannot be read, or does not have the council.
    """
    return tuple(_views(card, cqc, measures))


def _views(card: Scorecard, cqc: Name | None, measures: Sequence[Name]) -> Iterator[OutsideView]:
    council = card.assessment.council
    if cqc:
        held = read_cqc(cqc)
        view = beside_view(beside_cqc(card, chosen_judgement(held, council, asked=False)))
        yield evolve(view, files=((held.file, held.sha256),))
    if measures:
        yield ascof_view(ascof(measures, council))
