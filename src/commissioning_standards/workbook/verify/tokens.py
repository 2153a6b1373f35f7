"""Formulas as spreadsheet programs mean them, whatever their capitals, spaces and quotes.

Saving rewrites a formula: ``'Market'!$A$6`` becomes ``Market!$A$6``, ``1.0``
becomes ``1``. Two formulas are the same where their tokens are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen
from openpyxl.utils import column_index_from_string, get_column_letter

from ...problems import quoted

__all__ = ["LONGEST_FORMULA", "Area", "Token", "excerpts", "tokens"]

# No program writes a longer one, and a hostile file costs no more time than this.
LONGEST_FORMULA = 8_192
CONTEXT = 3
CELL = r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}"
# What is matched is never tried again in another way (++), so that time grows with length only.
TOKEN = re.compile(
    rf"""
    (?P<text>"(?:[^"]++|"")*+")
    | (?:(?P<sheet>'(?:[^']++|'')++'|[\w.]++)!)?
      (?P<first>{CELL})(?::(?P<last>{CELL}))?(?![\w.(!])
    | (?P<quoted>'(?:[^']++|'')*+')
    | (?P<number>(?:[0-9]++\.?[0-9]*+|\.[0-9]++)(?:[eE][-+]?[0-9]++)?)
    | (?P<word>[^\W\d][\w.]*+)
    | (?P<space>\s++)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
FUTURE = re.compile(r"^(?:_xlfn\.|_xlws\.)+")


@frozen
class Area:
    """A cell or a range of cells that a formula names.

    Args:
        sheet: its name, in whatever capitals; ``""`` for the formula's own sheet.
        top: its first row, counted from 1.
        left: its first column, counted from 1.
        bottom: its last row.
        right: its last column.
    """

    sheet: str = field(eq=str.casefold)
    top: int
    left: int
    bottom: int
    right: int

    def on(self, sheet: str) -> Area:
        """The same area with its sheet named, where it is the formula's own."""
        return self if self.sheet else evolve(self, sheet=sheet)

    def __str__(self) -> str:
        first = f"{get_column_letter(self.left)}{self.top}"
        last = f"{get_column_letter(self.right)}{self.bottom}"
        cells = first if first == last else f"{first}:{last}"
        sheet = self.sheet.replace("'", "''")
        return f"'{sheet}'!{cells}" if sheet else cells


@frozen
class Token:
    """The smallest part of a formula that means something.

    Args:
        value: what it means.
        text: as it stands; plays no part in comparing.
    """

    value: str | float | Area
    text: str = field(eq=False)


def tokens(formula: str) -> tuple[Token, ...]:
    """A formula's tokens, spaces left out.

    Args:
        formula: with or without its ``=``.
    """
    if len(formula) > LONGEST_FORMULA:
        return (Token(formula, formula),)
    matches = TOKEN.finditer(formula.removeprefix("="))
    return tuple(Token(_value(each), each[0]) for each in matches if each.lastgroup != "space")


def _value(match: re.Match[str]) -> str | float | Area:
    match match.lastgroup:
        case "first" | "last":
            return _area(match)
        case "number":
            return float(match[0])
        case "word":
            return FUTURE.sub("", match[0].casefold())
        case _:
            return match[0]


def _area(match: re.Match[str]) -> Area:
    sheet, first, last = match["sheet"] or "", match["first"], match["last"] or match["first"]
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    (top, left), (bottom, right) = _place(first), _place(last)
    rows, columns = sorted((top, bottom)), sorted((left, right))
    return Area(sheet, rows[0], columns[0], rows[1], columns[1])


def _place(cell: str) -> tuple[int, int]:
    letters = cell.replace("$", "").rstrip("0123456789")
    return int(cell.replace("$", "")[len(letters) :]), column_index_from_string(letters)


def excerpts(found: Sequence[Token], allowed: Sequence[Token]) -> tuple[str, str]:
    """The stretch in which two formulas differ, of both, to show to people."""
    before = _alike(found, allowed)
    after = _alike(found[before:][::-1], allowed[before:][::-1])
    return _excerpt(found, before, after), _excerpt(allowed, before, after)


def _alike(one: Sequence[Token], other: Sequence[Token]) -> int:
    """How many tokens are the same from the start."""
    return next(_differing(one, other), min(len(one), len(other)))


def _differing(one: Sequence[Token], other: Sequence[Token]) -> Iterator[int]:
    pairs = enumerate(zip(one, other, strict=False))
    return (index for index, (mine, theirs) in pairs if mine != theirs)


def _excerpt(whole: Sequence[Token], before: int, after: int) -> str:
    start, end = max(before - CONTEXT, 0), min(len(whole) - after + CONTEXT, len(whole))
    stretch = "".join(each.text for each in whole[start:end])
    opening, closing = ("…" if start else "="), ("…" if end < len(whole) else "")
    return quoted(f"{opening}{stretch}{closing}")
