"""What others say of a council, in a notebook."""

from __future__ import annotations

from ..assurance.ascof import Ascof
from ..assurance.ascof_words import ascof_view
from ..assurance.beside import BesideCqc
from ..assurance.beside_words import beside_view
from ..assurance.cqc_words import describe_cqc, notes_on
from ..assurance.judgement import Judgement
from ..assurance.outside import OutsideView
from ..version import VERSION
from ..words import provenance
from .page import SHORT_DIGEST, shown_notes, shown_table

__all__ = ["ascof", "beside", "judgement", "view"]

NOT_KNOWN = "not known"


def view(outside: OutsideView) -> str:
    """What an outside view says, each of its tables, and its source."""
    tables = (shown_table(each.caption, each.headers, each.rows, ()) for each in outside.tables)
    said = shown_notes([outside.title, *outside.sentences])
    return "\n".join([said, *tables, shown_notes([outside.source])])


def ascof(found: Ascof) -> str:
    """A council's national outcome measures beside those of wider places."""
    return view(ascof_view(found))


def beside(compared: BesideCqc) -> str:
    """A council's own view beside CQC's scores."""
    return "\n".join(
        [view(beside_view(compared)), shown_notes([provenance(compared.card, SHORT_DIGEST)])]
    )


def judgement(found: Judgement) -> str:
    """CQC's score of each statement, and what follows from them."""
    rows = (
        (statement.title, NOT_KNOWN if score is None else str(score))
        for statement, score in found.scored
    )
    scheme = found.scheme
    source = f"{scheme.id}, edition {scheme.edition}; commissioning-standards {VERSION}."
    notes = (found.source, *notes_on(scheme), source)
    return shown_table(describe_cqc(found), ("Statement", "Score"), rows, notes)
