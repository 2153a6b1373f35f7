"""How the two dots of a row are joined: by an arrow or a line, dashed where it could be none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import frozen

from ..comparing.comparison_words import is_change
from ..comparing.gaps import NOTHING, Span, Standing, gap_between
from ..scoring import Score, Scorecard
from .key import Entry, Sort
from .palette import TEXT
from .pen import dot_of, line_of
from .ruler import Ruler
from .series import Series
from .style import Line
from .told import spoken

__all__ = ["Links"]

PAIR = 2
WIDTH, HEAD = 1.2, 5.0
ROOM_FOR_HEAD = 20.0
RISING, FALLING = ">", "<"
CHANGE = Line("Arrow", "-", ">", 6.0, filled=True)
APART = Line("Thin line", "-", "none", 0.0, filled=True)
UNCERTAIN = Line("Dashed thin line", "--", "none", 0.0, filled=True)


@frozen
class Links:
    """The links of a chart of dots; with one series, or three, there are none.

    Args:
        card: the scores that the chart is of.
        series: what is drawn, the own one first.
        parts: its rows.
        statuses: how the two sides stand on each part, by its ID, where the chart says so.
    """

    card: Scorecard
    series: tuple[Series, ...]
    parts: tuple[Score, ...]
    statuses: Mapping[str, str]

    @property
    def are_there(self) -> bool:
        """Whether there are two series to join."""
        return len(self.series) == PAIR

    @property
    def _are_changes(self) -> bool:
        """Whether the two series are two rounds of one council and voice."""
        other = self.series[1].card
        return other is not None and is_change(self.card, other)

    @cached_property
    def _uncertain(self) -> frozenset[str]:
        """The parts whose two values open answers could still make alike, by ID."""
        if not self.are_there:
            return frozenset()
        if self.statuses:
            found = self.statuses.items()
            return frozenset(key for key, each in found if each == Standing.UNCERTAIN.value)
        other = self.series[1]
        gaps = (gap_between(each, _span_in(other, at)) for at, each in enumerate(self.parts))
        return frozenset(each.id for each in gaps if each.status is Standing.UNCERTAIN)

    @property
    def words(self) -> list[str]:
        """Which are not certain, where no status says so."""
        named = [] if self.statuses else [each for each in self.parts if each.id in self._uncertain]
        return [f"{self._could_be_none}: {'; '.join(map(spoken, named))}."] if named else []

    @property
    def entries(self) -> list[Entry]:
        """What the key says of them."""
        if not self.are_there:
            return []
        dashed = Entry(self._could_be_none, UNCERTAIN.name, Sort.LINE, TEXT, UNCERTAIN)
        return [self._firm, *([dashed] if self._uncertain else [])]

    @property
    def _firm(self) -> Entry:
        if self._are_changes:
            since = f"Change since {self.series[1].name}"
            return Entry(since, CHANGE.name, Sort.LINE, TEXT, CHANGE)
        return Entry("Difference", APART.name, Sort.LINE, TEXT, APART)

    @property
    def _could_be_none(self) -> str:
        kind = "change" if self._are_changes else "difference"
        return f"Could be no {kind}, as answers are open"

    def draw(self, axes: Any, ruler: Ruler, place: int, y: float) -> None:
        """Join the two values of a row; by an arrow from the earlier where there is room."""
        values = [each.values[place] for each in self.series]
        if not self.are_there or None in values:
            return
        end, start = (float(each or 0) for each in values)
        is_firm = self.parts[place].id not in self._uncertain
        dash = "-" if is_firm else UNCERTAIN.dash
        ends, flat = [start, end], [y, y]
        axes.add_line(line_of(ends, flat, colour=TEXT, dash=dash, width=WIDTH, zorder=2.0))
        has_room = abs(ruler.at(end) - ruler.at(start)) >= ROOM_FOR_HEAD
        if is_firm and self._are_changes and has_room:
            head = RISING if end > start else FALLING
            axes.add_line(dot_of((start + end) / 2, y, TEXT, marker=head, size=HEAD, zorder=2.5))


def _span_in(series: Series, at: int) -> Span:
    """One value of a series with its low and high."""
    low, high = series.spans[at] or NOTHING[:2]
    return (series.values[at], low, high)
