"""Where one council stands, as a paper for that council alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...pages import ACCENT
from ...reports.document import Document, Paragraph, Section, Table
from ..summary import Summary
from .paper import picture
from .pictures.strip import region_strip
from .position import Counted, Position, positions
from .questions import Measure
from .table import SharedTable
from .telling import HELD_BACK, counted_in_words, made_from, minimum_in_words

__all__ = ["POSITION_COLUMNS", "own_paper", "position_rows"]

PARTS = (("domain", "Domains"), ("standard", "Standards"), ("criterion", "Criteria"))
HEADERS = ("Part", "Your level", "Your group", "Lower", "In your group", "Higher")
NOT_COUNTED = "Not counted"
READING = {
    Counted.SO: "“In your group” counts the councils that the table shows together with yours.",
    Counted.OTHERWISE: (
        "The table stands as it was, and counts {council} by an earlier return. "
        "So this return is in none of the groups."
    ),
    Counted.NOT: "{council} is not among the councils counted, so it is in none of the groups.",
}
POSITION_COLUMNS = ("part", "id", "title", "own", "group", "lower", "alike", "higher")


def own_paper(table: SharedTable, own: Summary, counted: Counted = Counted.SO) -> Document:
    """Make the paper for one council.

    Args:
        table: what the region shares.
        own: the council's own return, of the same framework, edition and form.
        counted: whether the table counts the council by it.
    """
    found = positions(table, own, counted)
    return Document(
        title=f"{own.council} in the region, {table.period}",
        subtitle=f"{counted_in_words(table)} {minimum_in_words(table)}",
        sections=(
            _reading(own.council, counted),
            *_sections(table, found, counted),
        ),
        made_from=(made_from(table), f"Your own return: {own.file}, sha256 {own.sha256}."),
        colour=ACCENT,
    )


def _reading(council: str, counted: Counted) -> Section:
    said = (
        "This is for your council alone.",
        "It is made of your own return and of the table that the region shares.",
        "It says no more of other councils than that table.",
        READING[counted].format(council=council),
    )
    return Section("how-to-read", "How to read this", tuple(map(Paragraph, said)))


def _sections(table: SharedTable, found: Sequence[Position], counted: Counted) -> Iterator[Section]:
    for part, heading in PARTS:
        within = [each for each in found if each.question.part == part]
        cells = {each.question.id: each.cell for each in within if counted is Counted.SO}
        drawn = region_strip(table, table.of(Measure.LEVEL, part), own=cells)
        chart = (picture(part, drawn),) if part != "criterion" else ()
        listed = Table(heading, HEADERS, tuple(map(_line, within)), (5, 3, 4, 2, 2, 2))
        yield Section(part, heading, (*chart, listed))


def _line(each: Position) -> tuple[str, ...]:
    if each.run is None:
        why = HELD_BACK if each.row.is_held_back else NOT_COUNTED
        return each.question.title, each.own, why, *[why] * len(HEADERS[3:])
    counts = (each.below, each.run.count, each.above)
    return each.question.title, each.own, each.row.label(each.run), *map(str, counts)


def position_rows(
    table: SharedTable, own: Summary, counted: Counted = Counted.SO
) -> list[dict[str, object]]:
    """The same as flat rows."""
    return [_row(each) for each in positions(table, own, counted)]


def _row(each: Position) -> dict[str, object]:
    return {
        "part": each.question.part,
        "id": each.question.id,
        "title": each.question.title,
        "own": each.own,
        "group": each.row.label(each.run) if each.run else "",
        "lower": each.below,
        "alike": each.run.count if each.run else None,
        "higher": each.above,
    }
