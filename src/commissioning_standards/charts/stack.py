"""What a chart of rows is made of, from top to bottom: its key, its scale and its rows."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from .columns import Columns
from .key import Key
from .lanes import Lanes
from .pen import Pen
from .ruler import Ruler
from .sheet import MARGIN, Plan

__all__ = ["Stack"]

GAP = 10.0


@frozen
class Stack:
    """The parts of the body.

    Args:
        key: at the top.
        ruler: the scale over the rows.
        lanes: the rows.
        columns: words at the right of the rows, or None.
    """

    key: Key
    ruler: Ruler
    lanes: Lanes
    columns: Columns | None = None

    @property
    def head(self) -> float:
        """What stands over the rows, in points."""
        named = self.columns.height if self.columns else 0.0
        return self.key.height + GAP + max(self.ruler.height, named)

    @property
    def height(self) -> float:
        """What the body takes down, in points."""
        return self.head + self.lanes.height

    def draw(self, pen: Pen, page: Plan) -> tuple[Any, Lanes]:
        """Draw all but the figures themselves.

        Returns:
            Axes for the figures, whose x is the scale and whose y is in points
            from the top of the sheet; and the rows where they stand.
        """
        self.key.draw(pen, MARGIN, page.top)
        top = page.top + self.head
        height = pen.height - page.foot - top
        lanes = self.lanes.within(top, height)
        lanes.draw(pen, page)
        self.ruler.draw(pen, top, top + height)
        if self.columns:
            self.columns.draw(pen, MARGIN + page.inner, top, lanes)
        return self.ruler.axes(pen, top, height), lanes
