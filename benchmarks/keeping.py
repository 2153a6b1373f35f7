"""How a run is kept: as figures for programs, as a table, and as a picture."""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from importlib.metadata import distributions, version
from io import BytesIO
from pathlib import Path
from typing import Any

import cattrs
from attrs import field, frozen
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from commissioning_standards import __version__

from .measuring import Result

__all__ = ["FIGURES", "PICTURE", "TABLE", "Run", "from_json", "keep", "picture", "table", "to_json"]

FIGURES, TABLE, PICTURE = "ratios.json", "ratios.md", "ratios.svg"
LIBRARIES = ("attrs", "cattrs", "click", "matplotlib", "openpyxl", "pandas", "polars", "xlsxwriter")
BLUE, ORANGE, GREY = "#12436D", "#F46A25", "#5A5A5A"
SETTINGS: Any = {
    "font.family": "sans-serif",
    "font.size": 9,
    "svg.fonttype": "none",
    "svg.hashsalt": "commissioning-standards",
}
TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
ROW_INCHES, HEAD_INCHES, WIDTH_INCHES = 0.23, 1.1, 10.0
CONVERTER = cattrs.Converter(forbid_extra_keys=True)


def _today() -> dict[str, str]:
    installed = {each.name for each in distributions()}
    found = {each: version(each) for each in LIBRARIES if each in installed}
    return {
        "commissioning-standards": str(__version__),
        "Python": platform.python_version(),
        **found,
    }


@frozen
class Run:
    """All results of one run, and the versions that were measured."""

    results: tuple[Result, ...]
    few: bool = False
    versions: dict[str, str] = field(factory=_today)


def keep(run: Run, folder: Path) -> tuple[Path, ...]:
    """Write a run's three files into a folder; those of an earlier run are replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    contents = {
        FIGURES: to_json(run).encode(),
        TABLE: table(run).encode(),
        PICTURE: picture(run.results),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return tuple(folder / name for name in contents)


def to_json(run: Run) -> str:
    """A run as JSON."""
    return json.dumps(CONVERTER.unstructure(run), indent=1, ensure_ascii=False) + "\n"


def from_json(text: str) -> Run:
    """A run from what :func:`to_json` made."""
    return CONVERTER.structure(json.loads(text), Run)


def table(run: Run) -> str:
    """A run as a page of Markdown."""
    about = "Medians, and the spread of ratios from the 10th to the 90th in a hundred."
    short = " **A short run, to see that it works: nothing to compare with.**" if run.few else ""
    versions = ", ".join(f"{name} {each}" for name, each in run.versions.items())
    rows = "\n".join(map(_row, run.results))
    head = "| what | beside | ours | other | ratio | spread | runs | held to |\n" + "|---" * 8 + "|"
    shown = f"![The ratios and their spread; the table has the same figures]({PICTURE})"
    return f"# The kept run\n\n{about}{short} {versions}.\n\n{shown}\n\n{head}\n{rows}\n"


def _row(each: Result) -> str:
    figures = (f"{figure:.3g} {each.unit}" for figure in (each.ours, each.other))
    spread = f"{each.low:.2f} to {each.high:.2f}"
    cells = [each.what, each.beside, *figures, f"{each.ratio:.2f}", spread, str(each.runs)]
    return f"| {' | '.join([*cells, held(each)])} |"


def held(each: Result) -> str:
    """What a ratio is held to, and whether it keeps to it."""
    if each.limit is None:
        return ""
    return f"{each.limit:.2f}, {'kept' if each.ratio <= each.limit else 'NOT kept'}"


def picture(results: Sequence[Result]) -> bytes:
    """A dot and its spread for each ratio, on an axis where half and twice are equally far."""
    with rc_context(SETTINGS):
        height = HEAD_INCHES + ROW_INCHES * len(results)
        figure = Figure(figsize=(WIDTH_INCHES, height), layout="constrained")
        axes = figure.add_subplot()
        for place, each in enumerate(results):
            _mark(axes, place, each)
        _axis(axes, results)
        buffer = BytesIO()
        figure.savefig(buffer, format="svg", metadata={"Date": None})
    return buffer.getvalue()


def _mark(axes: Axes, place: int, each: Result) -> None:
    """One ratio: its median, its spread, what it is held to, and its figure beside the axis."""
    over = each.limit is not None and each.ratio > each.limit
    colour = ORANGE if over else BLUE
    axes.plot([each.low, each.high], [place, place], color=colour, linewidth=2)
    axes.plot([each.ratio], [place], "D" if over else "o", color=colour)
    if each.limit is not None:
        axes.plot([each.limit], [place], "|", color=GREY, markersize=11)
    side = ("axes fraction", "data")
    axes.annotate(f"{each.ratio:.2f}", (1, place), (6, 0), side, "offset points", va="center")


def _axis(axes: Axes, results: Sequence[Result]) -> None:
    """The names at the side, the scale below, and the line at which both cost the same."""
    axes.set_yticks(range(len(results)), [each.name for each in results])
    axes.set_ylim(len(results) - 0.5, -0.5)
    axes.set_xscale("log")
    axes.set_xticks(TICKS, list(map(str, TICKS)))
    axes.minorticks_off()
    axes.set_xlim(*_ends(results))
    axes.axvline(1, color=GREY, linewidth=1)
    axes.grid(axis="x", color="#DDDDDD", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.set_xlabel(
        "Ours over the other's: left of 1 is better. Dot: median. Line: spread.\n"
        "Upright mark: what it is held to. A diamond is over it."
    )


def _ends(results: Sequence[Result]) -> tuple[float, float]:
    """The ends of the axis: all ratios, with room on both sides, and at least half to twice."""
    least = min([0.5, *(each.low for each in results), *(each.limit or 1 for each in results)])
    most = max([2, *(each.high for each in results), *(each.limit or 1 for each in results)])
    return least * 0.85, most / 0.85
