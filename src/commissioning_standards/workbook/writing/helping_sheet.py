"""The sheet *Helping each other*: whether a council may be named, asks for help, and can help."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import asdict, evolve

from ...records import Helping
from ..layout.columns import HELPING_FIELDS, HELPING_HEADERS
from ..layout.names import HELPING
from .form import write_form
from .pen import Pen, Styles

__all__ = ["write_helping"]

WIDTHS = (26.0, 34.0, 64.0)
WORDS = (
    (
        "Fill this in if your council wants help from another council, or can give it. All of it "
        "may stay blank."
    ),
    (
        "Your council is matched only with a council that also said Yes. Each is told the other's "
        "name, the standards, and that the one who can help is at least a whole level higher on "
        "them. Neither is told a score, and no third council is told anything."
    ),
    "The answers stay out of the pack, the local account and every table that is shared.",
)


def write_helping(pen: Pen, helping: Helping, said: Mapping[str, str] | None = None) -> None:
    """Write what is asked and what was answered.

    Args:
        pen: of the sheet.
        helping: the answers there are.
        said: what several returns say of a line, where they do not agree.
    """
    pen.page(WIDTHS)
    pen.text(0, 0, HELPING, Styles.title)
    pen.height(0, 26)
    for row, text in enumerate(WORDS, 1):
        pen.prose(row, text, Styles.prose, WIDTHS)
    lines = [
        evolve(each, help=f"{each.help} {(said or {}).get(each.name, '')}".strip())
        for each in HELPING_FIELDS
    ]
    first = len(WORDS) + 1
    answers = asdict(helping, recurse=False)
    write_form(pen, first, "HelpingEachOther", HELPING_HEADERS, lines, answers, widths=WIDTHS)
    pen.sheet.set_selection(first + 1, 1, first + 1, 1)
