"""What the sheets of a meeting workbook share: their names, links and texts."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ....assessment import Voice
from ....moderation.participants import Said
from ....moderation.views import View
from ...layout.names import AGENDA, AGREED
from ..pen import Pen, Style, Styles

__all__ = [
    "AGENDA",
    "AGREED",
    "APART",
    "LEVELS",
    "MEDIAN",
    "NOTES",
    "STANDARDS",
    "LinkPen",
    "heading",
    "said_by",
    "write_prose",
]

STANDARDS, NOTES = "Standards", "How this works"
LEVELS = "Levels"
MEDIAN, APART = "Median, for information", "How far apart"
HEADING_HEIGHT = 26


class LinkPen(Pen):
    """A pen that can also lead to any cell of the workbook."""

    def link_to(self, row: int, column: int, cell: tuple[str, int], text: str) -> None:
        """Write text that leads to a row of a sheet, counted from 0."""
        sheet, line = cell
        target, style = f"internal:'{sheet}'!A{line + 1}", self._format(Styles.cell)
        self._checked(self.sheet.write_url(row, column, target, style, string=text))


def heading(pen: Pen, row: int, text: str, style: Style = Styles.title) -> None:
    """Write a heading in a row of its own."""
    pen.text(row, 0, text, style)
    pen.height(row, HEADING_HEIGHT)


def write_prose(pen: Pen, row: int, texts: Sequence[str], widths: Sequence[float]) -> int:
    """Write one text a row and say which row is free next."""
    for offset, text in enumerate(texts):
        pen.prose(row + offset, text, Styles.prose, widths)
    return row + len(texts)


def said_by(
    view: View, voice: Voice | None, about: str = "", *, only_quick: bool = False
) -> list[str]:
    """What one voice said, a line for each answer with those who gave it, highest first.

    Args:
        view: the criterion or standard.
        voice: whose answers.
        about: what an answer is about, where that has to be said.
        only_quick: whether to leave out the scores of full forms.
    """
    said = sorted(view.said_by(voice), key=_height, reverse=True)
    lines: dict[str, list[str]] = {}
    for each in said:
        if each.who.is_quick or not only_quick:
            lines.setdefault(each.in_words(view.scale), []).append(each.who.label)
    return [f"{answer}{about}: {', '.join(names)}" for answer, names in lines.items()]


def _height(said: Said) -> tuple[bool, Fraction]:
    """Where an answer stands among others: those without a value come last."""
    return said.value is not None, said.value or Fraction()
