"""All that differs between a returned workbook and the one that went out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from attrs import frozen

from ...problems import Place, Problem, problem, quoted
from .formulas import State, formula_problem, formula_state, name_problems
from .opened import CHART
from .pairing import Pair, Twin
from .shown import answers_given, shown_problem

__all__ = ["Comparison", "Tally"]

MADE_WITH = "Software version"


@frozen
class Tally:
    """What was compared, and how many of each.

    Args:
        values: what cells show, and what stands in cells without a formula.
        same: formulas that came back as they went out.
        moved: those that have moved with their cells, and mean the same.
        changed: those that mean something else.
        typed_over: those that a typed value has taken the place of.
        missing: those that are gone.
    """

    values: int
    same: int
    moved: int
    changed: int
    typed_over: int
    missing: int

    @property
    def formulas(self) -> int:
        """How many formulas went out; where a table was copied, with those of the copy."""
        return self.same + self.moved + self.changed + self.typed_over + self.missing


@frozen
class Comparison:
    """Every cell of a pair compared, once for what it shows and once for its formula.

    Args:
        pair: the two workbooks.
        reworded: whether the framework's words have changed since it was made.
    """

    pair: Pair
    reworded: bool

    @cached_property
    def _states(self) -> tuple[tuple[Twin, State], ...]:
        live = (twin for twin in self.pair.twins if twin.went_out_live)
        return tuple((twin, formula_state(twin, self.pair)) for twin in live)

    @cached_property
    def calculated(self) -> bool:
        """Whether any formula has a value; where none has, no program has worked them out."""
        live = [twin for twin in self.pair.twins if twin.came_back_live]
        return not live or any(twin.shown[1].value is not None for twin in live)

    @cached_property
    def _compared(self) -> tuple[Twin, ...]:
        """The cells whose values are compared."""
        there = (twin for twin in self.pair.twins if self.calculated or not twin.came_back_live)
        return tuple(twin for twin in there if not (self.reworded and _is_label(twin)))

    @property
    def tally(self) -> Tally:
        """What was compared, and how many of each."""
        counts = Counter(state for _, state in self._states)
        counts[State.MISSING] += sum(map(self.pair.went_out_live, self.pair.lost))
        return Tally(len(self._compared), **{each.name.lower(): counts[each] for each in State})

    def differences(self) -> Iterator[Problem]:
        """Everything that differs: what is lost, then what is shown, then formulas."""
        yield from self._lost()
        answers = answers_given(self.pair)
        shown = (shown_problem(twin, answers) for twin in self._compared)
        live = (formula_problem(twin, state, self.pair) for twin, state in self._states)
        added = (_added(twin) for twin in self.pair.twins)
        yield from filter(None, chain(shown, live, added))
        yield from name_problems(self.pair)

    def _lost(self) -> Iterator[Problem]:
        """The tables that are gone, and the rows that are gone from a table that is there."""
        for block in self.pair.sent_blocks:
            checked = [key for key in block.cells if key.is_checked]
            lost = [key for key in checked if key in self.pair.lost]
            if lost == checked:
                yield problem("table-missing", found=quoted(block.sheet))
                continue
            for row in dict.fromkeys(key.row for key in lost):
                yield problem("row-lost", Place(sheet=block.sheet), found=quoted(row))

    def notes(self) -> Iterator[Problem]:
        """What else is worth knowing of the workbook."""
        if not self.calculated:
            yield problem("not-calculated")
        ours, theirs = (book.stamped(MADE_WITH) for book in (self.pair.sent, self.pair.back))
        as_sent = {State.SAME, State.MOVED}
        if ours != theirs and not as_sent.issuperset(state for _, state in self._states):
            yield problem("other-version", found=quoted(theirs), allowed=ours)


def _is_label(twin: Twin) -> bool:
    """Whether a cell holds a standard's title for the chart."""
    return twin.key.column.startswith(CHART) and not twin.went_out_live


def _added(twin: Twin) -> Problem | None:
    """What is wrong where a formula has taken the place of a fixed value."""
    if twin.went_out_live or not twin.came_back_live:
        return None
    return problem("formula-added", twin.place, allowed=quoted(twin.typed[0].text))
