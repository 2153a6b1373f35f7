"""What was shared before of the same round, so that nobody can subtract the two.

Who compares two editions of a table learns about those who joined, left or
sent another return between them. So an edition is made anew only once enough
have; and a row of it is shown only where those who came into a group, and
those who went, are none or enough of them. Nor may those who joined be all
alike, nor those who left, nor those who moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from attrs import evolve, frozen

from ...framework import Framework
from .placing import Placed, Placings
from .protecting import MINIMUM, Run, grouped
from .questions import Question
from .table import SharedRow, SharedTable, digest_of

__all__ = ["Edition", "Fate", "after", "edition_of", "fate", "run_after", "table_of"]


@frozen
class Edition:
    """What was shared, and of whom; the region's own, never shared.

    Args:
        period: the round made alike.
        framework: its ID, edition and form, as one text; not its patch, with which
            the same returns are counted.
        written: the round, as it was written.
        minimum: the fewest that a group might be.
        rule: the name and version of the scoring rule.
        councils: where each council fell.
        keys: the row that each place is of.
        bounds: for each row, the first and last cell of each group shown.
        run: by which run it was made, counting those that made a table.
        left: of a table of changes, how many of the round before are not in this one.
    """

    period: str
    framework: str
    written: str
    minimum: int
    rule: tuple[str, int]
    councils: tuple[Placed, ...]
    keys: tuple[str, ...]
    bounds: tuple[tuple[tuple[int, int], ...], ...]
    run: int = 1
    left: int = 0

    def is_of_the_table(self, other: Edition) -> bool:
        """Whether the two can be subtracted: of one round and framework.

        Returns can be carried over to another edition, so that of a framework the
        same rows are enough.
        """
        names = {each.framework.partition(" ")[0] for each in (self, other)}
        is_alike = self.framework == other.framework or self.keys == other.keys
        return self.period == other.period and len(names) == 1 and is_alike

    def could_tell(self, place: int) -> bool:
        """Whether a row says something of its counts: shown, or held back for what they are.

        With fewer councils than two groups need, every row is held back
        whatever it counts, and says nothing.
        """
        return bool(self.bounds[place]) or len(self.councils) >= 2 * self.minimum

    @property
    def is_silent(self) -> bool:
        """Whether no row says anything of its counts, so that there is nothing to subtract."""
        return not any(map(self.could_tell, range(len(self.bounds))))


class Fate(Enum):
    """What becomes of a new edition."""

    NEW = "It is made."
    SAME = "Nothing has changed since the last one."
    TOO_FEW = "Too few have joined, left or sent another return since the last one."


@frozen
class Moves:
    """How many came into each group of a row between two editions, and how many went.

    Args:
        came: for each group.
        went: for each group.
        joined: of those who came into the table, how many into each group.
        left: of those who left it, how many from each group.
        moved_to: of those in both whose group is another, how many into each.
        moved_from: of the same, how many from each.
    """

    came: tuple[int, ...]
    went: tuple[int, ...]
    joined: tuple[int, ...]
    left: tuple[int, ...]
    moved_to: tuple[int, ...]
    moved_from: tuple[int, ...]

    def are_safe(self, minimum: int) -> bool:
        """Whether subtracting shows no group that is too small, nor that all of a kind are alike.

        Of a kind are those who joined, those who left and those who moved: somebody may
        know which councils they are.
        """
        enough = all(not each or each >= minimum for each in (*self.came, *self.went))
        kinds = (self.joined, self.left, self.moved_to, self.moved_from)
        return enough and not any(map(_is_alike, kinds))


def _is_alike(counts: Sequence[int]) -> bool:
    """Whether there are some, and all of them in one group."""
    return sum(map(bool, counts)) == 1


def run_after(editions: Iterable[Edition]) -> int:
    """The number of a run that makes a table after those that are remembered."""
    return 1 + max((each.run for each in editions), default=0)


def edition_of(
    placings: Placings, table: SharedTable, period: str, run: int = 1, left: int = 0
) -> Edition:
    """What to remember of a table that is shared."""
    framework = evolve(placings.framework, patch=0)
    return Edition(
        period,
        f"{framework.id} {framework.edition_and_form}",
        table.period,
        table.minimum,
        table.rule,
        placings.councils,
        tuple(each.key for each in placings.questions),
        tuple(tuple((each.first, each.last) for each in row.runs) for row in table.rows),
        run,
        left,
    )


def table_of(edition: Edition, framework: Framework, questions: Sequence[Question]) -> SharedTable:
    """The table of an edition, as it was shared.

    Args:
        edition: what is remembered of it.
        framework: what was answered.
        questions: the rows, of which the edition has the keys.
    """
    placings = Placings(framework, edition.written, tuple(questions), edition.councils)
    rows = zip(questions, placings.counts, edition.bounds, strict=True)
    return SharedTable(
        framework=framework,
        period=edition.written,
        councils=len(edition.councils),
        minimum=edition.minimum,
        is_lowered=edition.minimum < MINIMUM,
        made_from=digest_of(each.sha256 for each in edition.councils),
        rule=edition.rule,
        rows=tuple(SharedRow(each, grouped(counts, bounds)) for each, counts, bounds in rows),
    )


def fate(editions: Iterable[Edition], placings: Placings, minimum: int) -> Fate:
    """Whether a new edition may be made beside those that were shared before.

    One that had too few councils to say anything of any row stands in nobody's way.

    Args:
        editions: those of the same round and framework, in any order.
        placings: where each council falls now.
        minimum: the fewest that a group may be.
    """
    changed = [(each, len(_changed(each, placings))) for each in editions]
    told = [count for each, count in changed if not each.is_silent]
    # One that said nothing for want of councils may be made anew with another minimum.
    if 0 in told or any(not count and each.minimum == minimum for each, count in changed):
        return Fate.SAME
    return Fate.TOO_FEW if any(count < minimum for count in told) else Fate.NEW


def _changed(edition: Edition, placings: Placings) -> set[str]:
    """The councils that joined, left or fall elsewhere now."""
    now = {each.council: each.cells for each in placings.councils}
    then = {each.council: each.cells for each in edition.councils}
    return {each for each in now.keys() | then.keys() if now.get(each) != then.get(each)}


def after(editions: Sequence[Edition], placings: Placings, table: SharedTable) -> SharedTable:
    """The table as it may be shared beside earlier ones of the same round.

    A row that was shown keeps its groups, and is held back where that, or
    what changed, would give a small group away. One that was held back stays
    so: that it can be shown now would tell what it was.

    Args:
        editions: those shared before.
        placings: where each council falls now.
        table: as it could be shared if nothing had been.
    """
    rows = tuple(
        _row(place, row, editions, placings, table.minimum) for place, row in enumerate(table.rows)
    )
    return evolve(table, rows=rows)


def _row(
    place: int, row: SharedRow, editions: Sequence[Edition], placings: Placings, minimum: int
) -> SharedRow:
    before = [each for each in editions if each.could_tell(place)]
    if not before:
        return row
    bounds, *others = {each.bounds[place] for each in before}
    if others or not bounds:
        return evolve(row, runs=())
    counts = placings.counts[place]
    runs = grouped(counts, bounds)
    moves = [_moves(each, placings, place, runs) for each in before]
    whole = sum(run.count for run in runs) == sum(counts)
    enough = whole and all(run.count >= minimum for run in runs)
    safe = enough and all(each.are_safe(minimum) for each in moves)
    return evolve(row, runs=runs if safe else ())


def _moves(edition: Edition, placings: Placings, place: int, runs: Sequence[Run]) -> Moves:
    now = dict(_groups(placings.councils, place, runs))
    then = dict(_groups(edition.councils, place, runs))
    groups = range(len(runs))
    moved = [each for each in now if now[each] != then.get(each, now[each])]
    return Moves(
        came=_tally(groups, (now[each] for each in now if now[each] != then.get(each))),
        went=_tally(groups, (then[each] for each in then if then[each] != now.get(each))),
        joined=_tally(groups, (now[each] for each in now if each not in then)),
        left=_tally(groups, (then[each] for each in then if each not in now)),
        moved_to=_tally(groups, (now[each] for each in moved)),
        moved_from=_tally(groups, (then[each] for each in moved)),
    )


def _groups(
    councils: Iterable[Placed], place: int, runs: Sequence[Run]
) -> Iterator[tuple[str, int]]:
    for each in councils:
        cell = each.cells[place]
        yield each.council, next(index for index, run in enumerate(runs) if cell <= run.last)


def _tally(groups: Iterable[int], found: Iterable[int]) -> tuple[int, ...]:
    every = list(found)
    return tuple(map(every.count, groups))
