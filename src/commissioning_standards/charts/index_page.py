"""A set of charts as files, with a page that shows each beside its words and its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from ..figures import exact, shown
from ..pages import inline_picture, render_page
from .chart import Chart
from .kinds import ChartSet
from .output import chart_bytes

__all__ = ["set_files"]

INDEX = "index.html"
FORMATS = ("svg", "png")
TEMPLATE = "charts.html"
TITLE = "Charts"
# Charts are given to anybody, so the page names no respondent, as no picture does.
NAMED = "respondent"
# What people read over each column; those that are not here hold a line, and are named by it.
HEADINGS = {
    "number": "Number",
    "standard": "Standard",
    "domain": "Domain",
    "criterion": "Criterion",
    "name": "What it is about",
    "id": "Number",
    "title": "Title",
    "part": "Part",
    "council": "Council",
    "period": "Period",
    "picture": "Picture",
    "round": "Round",
    "voice": "Voice",
    "answer": "Answer",
    "value": "Counts",
    "score": "Score",
    "low": "Lowest it could be",
    "high": "Highest it could be",
    "status": "How they differ",
    "rated": "How many rated",
    "median": "Median",
    "lowest": "Lowest",
    "highest": "Highest",
    "steps": "Steps apart",
    "set_apart": "Set apart",
    "kind": "Kind of evidence",
    "pieces": "Pieces",
    "fresh": "Fresh",
    "old": "Old",
    "undated": "Undated",
    "future": "Dated ahead",
    "months": "Old after, in months",
}
DOMAIN = "domain"


@frozen
class _Shown:
    """One chart as the page shows it."""

    name: str
    chart: Chart
    picture: str
    domains: Mapping[str, str]

    @property
    def headers(self) -> list[str]:
        return [HEADINGS.get(each, each) for each in self.chart.rows[0] if each != NAMED]

    @property
    def rows(self) -> list[list[str]]:
        return [list(self._cells(row)) for row in self.chart.rows]

    def _cells(self, row: Mapping[str, object]) -> Iterator[str]:
        for key, value in row.items():
            said = _cell(value)
            if key != NAMED:
                yield self.domains.get(said, said) if key == DOMAIN else said

    @property
    def files(self) -> list[str]:
        return [f"{self.name}.{each}" for each in FORMATS]


def set_files(charts: ChartSet) -> dict[str, bytes]:
    """Each chart as SVG and PNG, and a page with all of them.

    Args:
        charts: what was drawn.

    Returns:
        The content of each file by its name, the page last.
    """
    files = {
        f"{name}.{kind}": chart_bytes(chart, f"{name}.{kind}")
        for name, chart in charts.charts.items()
        for kind in FORMATS
    }
    return files | {INDEX: _page(charts, files).encode()}


def _page(charts: ChartSet, files: dict[str, bytes]) -> str:
    found = [
        _Shown(name, chart, inline_picture(files[f"{name}.svg"], "svg"), charts.domains)
        for name, chart in charts.charts.items()
    ]
    return render_page(
        TEMPLATE,
        title=TITLE,
        made_from=_made_from(found),
        charts=found,
        left_out=charts.left_out,
    )


def _made_from(found: Sequence[_Shown]) -> list[str]:
    return list(dict.fromkeys(each.chart.provenance for each in found))


def _cell(value: object) -> str:
    """A figure as it is shown everywhere, a text as it is, and nothing where there is none."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return shown(exact(value))
        case _:
            return str(value)
