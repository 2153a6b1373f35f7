"""A region's shared table as a paper: one web page that anybody may be sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ...charts.chart import Chart
from ...charts.output import chart_bytes
from ...pages import ACCENT
from ...reports.document import Block, Bullets, Document, Paragraph, Picture, Section, Table
from .pictures.bands import region_bands
from .pictures.panels import region_panels
from .pictures.strip import region_strip
from .questions import Measure
from .table import SharedRow, SharedTable
from .telling import (
    HELD_BACK,
    NOT_PROTECTED,
    PROTECTED,
    counted_in_words,
    made_from,
    middle_as_cell,
    minimum_in_words,
)

__all__ = ["region_paper"]

HEADINGS = {
    Measure.SPREAD: ("voices", "How far the voices within a council are apart"),
    Measure.AWARENESS: ("awareness", "How councils see themselves beside their peer teams"),
    Measure.CHANGE: ("change", "What changed since the round before"),
}
LEADS = {
    Measure.SPREAD: "Counted where two voices or more gave a score. A step is the distance from "
    "one level to the next.",
    Measure.AWARENESS: "Alike means at most half a step apart. Where an open answer could change "
    "it, it cannot be told.",
    Measure.CHANGE: "Only councils in both rounds are counted.",
}


ALL_BACK = "All {rows} rows are held back, so there is nothing to show here."
MOST_BACK = "Of {rows} rows, {back} are held back."


def region_paper(tables: Sequence[SharedTable], trend_in_words: str = "") -> Document:
    """Make the paper of a round.

    Args:
        tables: what is counted in the round; then the change, if there is one.
        trend_in_words: how many councils are in both rounds, joined and left.
    """
    levels = tables[0]
    return Document(
        title=f"Commissioning in the region, {levels.period}",
        subtitle=f"{counted_in_words(levels)} {minimum_in_words(levels)}",
        sections=tuple(_sections(tables, trend_in_words)),
        made_from=tuple(dict.fromkeys(made_from(each) for each in tables)),
        colour=ACCENT,
    )


def _sections(tables: Sequence[SharedTable], trend_in_words: str) -> Iterator[Section]:
    levels = tables[0]
    yield Section("how-to-read", "How to read this", _reading(levels))
    yield _part(levels, "domain", "Domains", [("domains", region_strip)])
    drawn = [
        ("standards", region_strip),
        ("quartiles", region_bands),
        ("histograms", region_panels),
    ]
    yield _part(levels, "standard", "Standards", drawn)
    yield _part(levels, "criterion", "Criteria", [])
    for table in tables:
        for measure, (name, heading) in HEADINGS.items():
            rows = table.of(measure, "standard")
            if rows:
                said = [LEADS[measure], *([trend_in_words] * (measure is Measure.CHANGE))]
                yield _measured(name, heading, said, table, rows)
    yield Section(
        "protection",
        "How councils are protected",
        (
            Bullets(PROTECTED),
            Paragraph("What this does not protect against:", "before"),
            Bullets(NOT_PROTECTED),
        ),
    )


def _reading(table: SharedTable) -> Iterator[Block]:
    yield Paragraph(
        "This shows how councils' own views are spread. It is not a league table: "
        "nothing here says which council is where."
    )
    yield Paragraph(
        f"“{HELD_BACK}” means that no two groups of councils are large enough to be shown."
    )
    yield Paragraph(
        "Where whole levels would have to be held back, a group may end halfway between two "
        "levels. Figures such as 2.5 are on the scale of the levels."
    )
    if table.framework.note:
        yield Paragraph(table.framework.note, "note")


def _part(
    table: SharedTable,
    part: str,
    heading: str,
    drawn: Iterable[tuple[str, Callable[..., Chart]]],
) -> Section:
    rows = table.of(Measure.LEVEL, part)
    return Section(part, heading, tuple(_shown(heading, table, rows, drawn)))


def _shown(
    heading: str,
    table: SharedTable,
    rows: Sequence[SharedRow],
    drawn: Iterable[tuple[str, Callable[..., Chart]]],
) -> Iterator[Block]:
    """Pictures and a table; one sentence instead where they would show nothing."""
    back = sum(each.is_held_back for each in rows)
    if rows and back == len(rows):
        yield Paragraph(ALL_BACK.format(rows=len(rows)))
        return
    if back > len(rows) / 2:
        yield Paragraph(MOST_BACK.format(back=back, rows=len(rows)))
    for name, draw in drawn:
        yield picture(name, draw(table, rows))
    yield _table(heading, rows)


def _measured(
    name: str, heading: str, said: Iterable[str], table: SharedTable, rows: Sequence[SharedRow]
) -> Section:
    shown = _shown(heading, table, rows, [(name, region_bands)])
    return Section(name, heading, (*map(Paragraph, said), *shown))


def picture(name: str, chart: Any) -> Picture:
    """A chart as papers hold it."""
    svg, png = (chart_bytes(chart, f"a.{kind}") for kind in ("svg", "png"))
    return Picture(name, chart.title, chart.alt_text, svg, png)


def _table(caption: str, rows: Iterable[SharedRow]) -> Table:
    return Table(
        caption,
        ("Part", "Councils in each group", "Where the middle council is"),
        tuple(_cells(each) for each in rows),
        (3, 5, 3),
    )


def _cells(row: SharedRow) -> tuple[str, str, str]:
    groups = "; ".join(f"{row.label(run)}: {run.count}" for run in row.runs)
    return row.question.title, groups or HELD_BACK, middle_as_cell(row)
