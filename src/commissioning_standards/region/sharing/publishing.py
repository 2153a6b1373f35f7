"""What a region writes: what may be shared, what is its own, and what is for one council alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from ...framework import Framework
from ...given import only
from ...listing import json_text, rows_as_csv
from ...names import council_key
from ...problems import Problem
from ...reports.as_html import page
from ...reports.document import Document
from ...shown import ShownInNotebooks
from ..councils import CouncilRound
from ..summary import Summary
from .editions import Edition
from .editions_file import editions_bytes
from .exact_figures import (
    HELD_BACK_COLUMNS,
    MEAN_COLUMNS,
    MOVE_COLUMNS,
    QUARTILE_COLUMNS,
    held_back_rows,
    mean_rows,
    move_rows,
    quartile_rows,
)
from .moves import moves_to_share
from .own_paper import POSITION_COLUMNS, own_paper, position_rows
from .paper import region_paper
from .placing import place
from .publication import Publication, publish
from .quartiles import quartiles
from .rounds import Chosen, chosen_round
from .rows import COLUMNS, region_rows, shared_document
from .shared_book import shared_workbook
from .table import USUAL, SharedTable, Terms
from .trend import Trend, trend

__all__ = [
    "CHARTS",
    "EDITIONS",
    "OWN",
    "PAPERS",
    "PRIVATE",
    "SHARED",
    "Region",
    "own_files",
    "private_files",
    "region_of",
    "shared_files",
]

SHARED, PRIVATE, OWN = "to-share", "confidential", "for-one-council"
CHARTS = "charts"
EDITIONS = f"{PRIVATE}/shared-before.json"
PAPERS = tuple(f"{SHARED}/region.{kind}" for kind in ("html", "xlsx", "csv", "json"))


@frozen(repr=False)
class Region(ShownInNotebooks):
    """One round of a region, with what may be shared of it.

    Args:
        chosen: the round, and the one before.
        levels: where councils stand.
        trend: how they moved; None without a round before.
        change: the same as it may be shared.
    """

    chosen: Chosen
    levels: Publication
    trend: Trend | None
    change: Publication | None

    @property
    def tables(self) -> tuple[SharedTable, ...]:
        """The tables that may be shared."""
        return (self.levels.table, *([self.change.table] if self.change else []))

    @property
    def moves(self) -> str:
        """How many joined and left, as it may be shared; "" without a round before."""
        if not self.trend or not self.change:
            return ""
        return moves_to_share(self.levels, self.change, self.trend)

    @property
    def editions(self) -> tuple[Edition, ...]:
        """What to remember."""
        return (self.change or self.levels).editions

    @property
    def notes(self) -> tuple[Problem, ...]:
        """Which rounds were passed over, and who is not counted."""
        return self.chosen.notes


def region_of(
    rounds: Iterable[CouncilRound],
    editions: Sequence[Edition] = (),
    *,
    period: str = "",
    framework: Framework | None = None,
    terms: Terms = USUAL,
) -> Region:
    """Look at one round of a region, and at the change since the one before.

    Args:
        rounds: of all councils, as :func:`collate` found them.
        editions: what was shared before, oldest first.
        period: the round; unless it is named, the last one with as many councils as
            a group must have.
        framework: needed only for one of your own.
        terms: how small a group may be.

    Returns:
        What may be shared of the round: the table of levels, and of the change
        where there is a round before.

    Raises:
        CommissioningError: there is no such round, or an earlier edition has
            other rows.
    """
    only("region_of", framework, Framework, type(None), name="framework")
    chosen = chosen_round(rounds, period, framework, terms.minimum)
    key = chosen.now[0].period_key
    placings = place(chosen.now, chosen.framework, chosen.now[0].period)
    levels = publish(placings, editions, period=key, terms=terms)
    if not chosen.before:
        return Region(chosen, levels, None, None)
    moved = trend(chosen.before, chosen.now, chosen.framework)
    since = f"{chosen.before[0].period_key} > {key}"
    change = publish(moved.placings, levels.editions, period=since, terms=terms)
    return Region(chosen, levels, moved, change)


def shared_files(region: Region) -> dict[str, bytes]:
    """What may be given to anybody, by name."""
    tables = region.tables
    paper = region_paper(tables, region.moves)
    contents = (
        page(paper).encode(),
        shared_workbook(tables),
        rows_as_csv(region_rows(tables), COLUMNS).encode(),
        json_text(shared_document(tables)).encode(),
    )
    papers = dict(zip(PAPERS, contents, strict=True))
    return papers | _pictures(paper, f"{SHARED}/{CHARTS}")


def _pictures(paper: Document, folder: str) -> dict[str, bytes]:
    return {
        name: content
        for each in paper.pictures
        for name, content in (
            (f"{folder}/{each.name}.svg", each.svg),
            (f"{folder}/{each.name}.png", each.png),
            (f"{folder}/{each.name}.txt", f"{each.alt}\n".encode()),
        )
    }


def private_files(region: Region) -> dict[str, bytes]:
    """What only the region may read, by name; first what to remember of what is shared."""
    chosen, found = region.chosen, quartiles(region.chosen.now, region.chosen.framework)
    placings = place(chosen.now, chosen.framework, chosen.now[0].period)
    held_back = list(held_back_rows(placings, region.levels.table))
    files = {EDITIONS: editions_bytes(region.editions)}
    tables = {"quartiles.csv": rows_as_csv(quartile_rows(found), QUARTILE_COLUMNS)}
    if region.trend and region.change:
        held_back += held_back_rows(region.trend.placings, region.change.table)
        tables["means.csv"] = rows_as_csv(mean_rows(region.trend), MEAN_COLUMNS)
        tables["joined-and-left.csv"] = rows_as_csv(move_rows(region.trend), MOVE_COLUMNS)
    tables["held-back.csv"] = rows_as_csv(held_back, HELD_BACK_COLUMNS)
    return files | {f"{PRIVATE}/{name}": text.encode() for name, text in tables.items()}


def own_files(region: Region, own: Summary) -> Mapping[str, bytes]:
    """Where one council stands, for that council alone, by name."""
    table = region.levels.table
    counted = council_key(own.council) in {each.council for each in region.levels.councils}
    paper = own_paper(table, own, is_counted=counted)
    rows = position_rows(table, own, is_counted=counted)
    return {
        f"{OWN}/position.html": page(paper).encode(),
        f"{OWN}/position.csv": rows_as_csv(rows, POSITION_COLUMNS).encode(),
        **_pictures(paper, f"{OWN}/{CHARTS}"),
    }
