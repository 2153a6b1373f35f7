"""What a region's pictures share: what stands round them, and their words and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ....charts.key import Key
from ....charts.lanes import Lane, Lanes, lane_of, lanes_of
from ....charts.sheet import Caption
from ....charts.told import MOST_TITLE_WORDS, alt_text
from ....framework import Framework
from ....given import each_of
from ..questions import Measure
from ..table import SharedRow, SharedTable
from ..telling import HELD_BACK, counted_in_words, minimum_in_words, row_in_words

__all__ = ["caption", "drawable", "figures", "lanes", "words"]


def drawable(picture: str, rows: Iterable[SharedRow]) -> tuple[SharedRow, ...]:
    """The rows to draw.

    Args:
        picture: the function that draws them.
        rows: as they were given to it.

    Raises:
        ValueError: there is none.
    """
    found = each_of(picture, rows, SharedRow, name="rows")
    if not found:
        raise ValueError("there is no row to draw")
    return found


def caption(
    kind: str, measure: Measure, table: SharedTable, title: str, notes: Sequence[str]
) -> Caption:
    """What stands round a picture of a region.

    Args:
        kind: what sort of chart it is.
        measure: what is counted.
        table: of what.
        title: one that was given instead.
        notes: how to read it.
    """
    rule, version = table.rule
    made = f"{table.period}: {measure.value.lower()}"
    short = len(made.split()) <= MOST_TITLE_WORDS
    small = (
        *(() if short or title else (f"{table.period}.",)),
        f"{table.framework.name}.",
        f"Rule {rule}, version {version}.",
        counted_in_words(table),
        minimum_in_words(table),
    )
    called = title or (made if short else measure.value)
    return Caption(kind, called, small, tuple(filter(None, (*notes, table.framework.note))))


def words(about: Caption, rows: Iterable[SharedRow], key: Key, extra: Sequence[str] = ()) -> str:
    """All that such a picture shows, for those who do not see it."""
    return alt_text(about, map(row_in_words, rows), [key.words, *extra])


def figures(rows: Iterable[SharedRow]) -> list[dict[str, object]]:
    """One flat dict for each group; for a row that is held back one without a count."""
    return [figure for each in rows for figure in _figures(each)]


def _figures(row: SharedRow) -> Iterator[dict[str, object]]:
    about: dict[str, object] = {"part": row.question.id, "title": row.question.title}
    if row.is_held_back:
        yield {**about, "group": HELD_BACK, "councils": None}
    for run in row.runs:
        yield {**about, "group": row.label(run), "councils": run.count}


def lanes(rows: Sequence[SharedRow], framework: Framework, width: float, least: float) -> Lanes:
    """The rows' names down the side, under their domains where they are parts of one."""
    every: list[Lane] = [
        lane_of(place, each.question.title, width, least=least) for place, each in enumerate(rows)
    ]
    if all(each.question.part == "domain" for each in rows):
        return lanes_of(every, [("", range(len(rows)))])
    groups = [
        (domain.title, [at for at, each in enumerate(rows) if each.question.domain == domain.id])
        for domain in framework.domains
    ]
    return lanes_of(every, groups)
