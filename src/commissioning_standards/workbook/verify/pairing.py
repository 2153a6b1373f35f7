"""A returned workbook beside the one that went out: which cell is which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product

from attrs import evolve, field, frozen

from ...problems import Place
from ..reading.cells import Cell
from .blocks import Block, Key
from .opened import FORMULA, Opened, lists_of
from .tokens import Area

__all__ = ["Pair", "Twin"]


@frozen
class Twin:
    """One cell as it went out, and as it came back.

    Args:
        key: what it is.
        typed: what went out, a formula or a fixed value, and what came back.
        shown: what it should show, and what it shows.
        sheets: the sheet that it went out on, and that on which it came back.
    """

    key: Key
    typed: tuple[Cell, Cell]
    shown: tuple[Cell, Cell]
    sheets: tuple[str, str]

    @property
    def place(self) -> Place:
        """Where it came back."""
        return evolve(self.typed[1].place, item=str(self.key))

    @property
    def went_out_live(self) -> bool:
        """Whether a formula went out."""
        return self.typed[0].kind == FORMULA

    @property
    def came_back_live(self) -> bool:
        """Whether a formula came back."""
        return self.typed[1].kind == FORMULA


@frozen
class Pair:
    """Two workbooks of the same framework and form.

    Args:
        sent: as it would go out with the same answers.
        back: as it came back.
    """

    sent: Opened
    back: Opened
    _images: dict[tuple[Area, str, str], frozenset[Area]] = field(factory=dict, eq=False)

    @cached_property
    def sent_blocks(self) -> tuple[Block, ...]:
        """The tables that went out."""
        return (*self.sent.blocks, lists_of(self.sent, self.sent))

    @cached_property
    def back_blocks(self) -> tuple[Block, ...]:
        """The tables that came back, copies among them."""
        return (*self.back.blocks, lists_of(self.back, self.sent))

    @cached_property
    def twins(self) -> tuple[Twin, ...]:
        """Every cell that is checked, wherever it came back; several times where copied."""
        return tuple(
            self._twin(key, block.sheet, place)
            for block in self.back_blocks
            for key, place in block.cells.items()
            if key.is_checked and key in self._sent_at
        )

    def _twin(self, key: Key, sheet: str, place: tuple[int, int]) -> Twin:
        then, place_then = self._sent_at[key]
        typed, shown = self.sent.cell(then, place_then)
        back_typed, back_shown = self.back.cell(sheet, place)
        return Twin(key, (typed, back_typed), (shown, back_shown), (then, sheet))

    @cached_property
    def lost(self) -> frozenset[Key]:
        """The checked cells that went out and did not come back."""
        went = {key for key in self._sent_at if key.is_checked}
        return frozenset(went.difference(*(block.cells for block in self.back_blocks)))

    def went_out_live(self, key: Key) -> bool:
        """Whether a cell went out with a formula."""
        return self.sent.cell(*self._sent_at[key])[0].kind == FORMULA

    @cached_property
    def _sent_at(self) -> Mapping[Key, tuple[str, tuple[int, int]]]:
        """Where each cell stood when it went out."""
        return {
            key: (block.sheet, place)
            for block in self.sent_blocks
            for key, place in block.cells.items()
        }

    def images(self, area: Area, sheets: tuple[str, str]) -> frozenset[Area]:
        """Where the cells that a formula named when it went out are now.

        Args:
            area: what it named.
            sheets: the formula's own sheet, then and now.

        Returns:
            The areas that it may name now: one on each sheet that holds all of
            the cells, or only its own where it named no sheet.
        """
        asked = (area, *sheets)
        if asked not in self._images:
            self._images[asked] = frozenset(self._find(area, *sheets))
        return self._images[asked]

    def _find(self, area: Area, then: str, now: str) -> Iterator[Area]:
        sheet = (area.sheet or then).casefold()
        rows = range(area.top, area.bottom + 1)
        columns = range(area.left, area.right + 1)
        places = ((sheet, *place) for place in product(rows, columns))
        keys = {self._keys[place] for place in places if place in self._keys}
        for block in self.back_blocks:
            if keys <= block.cells.keys() and (area.sheet or block.sheet == now):
                yield _around(block.sheet, [block.cells[key] for key in keys])

    @cached_property
    def _keys(self) -> Mapping[tuple[str, int, int], Key]:
        """What each cell was when it went out."""
        return {(sheet.casefold(), *place): key for key, (sheet, place) in self._sent_at.items()}


def _around(sheet: str, places: Iterable[tuple[int, int]]) -> Area:
    """The smallest area that holds all of some cells."""
    rows, columns = zip(*places, strict=True)
    return Area(sheet, min(rows), min(columns), max(rows), max(columns))
