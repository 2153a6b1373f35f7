"""Charts into files that repeat byte for byte, with their words inside."""

from __future__ import annotations

import os
from pathlib import Path

from ..files import check_output, ending_problem, write_bytes
from ..given import only
from ..problems import OutputError
from .chart import Chart

__all__ = ["FORMATS", "chart_bytes", "check_format", "save_chart"]

FORMATS = ("svg", "png", "pdf")


def save_chart(chart: Chart, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Save a chart in the format its name ends in.

    Args:
        chart: what to save.
        path: a file ending in ``.svg``, ``.png`` or ``.pdf``.
        overwrite: whether a file that is there may be replaced.

    Raises:
        OutputError: the ending is another one, or the file is there or cannot
            be written.
    """
    only("save_chart", chart, Chart)
    target = check_output(path, overwrite=overwrite)
    write_bytes(target, chart_bytes(chart, target), overwrite=overwrite)


def chart_bytes(chart: Chart, name: str | os.PathLike[str]) -> bytes:
    """A chart as a file's content: the same chart gives the same bytes.

    Raises:
        OutputError: the name does not end in a format that can be made.
    """
    return chart.content(check_format(name))


def check_format(name: str | os.PathLike[str]) -> str:
    """The format that a file's name ends in.

    Raises:
        OutputError: it is none that can be made.
    """
    file = Path(name)
    kind = file.suffix.lower().lstrip(".")
    if kind in FORMATS:
        return kind
    raise OutputError([ending_problem(file, [f".{each}" for each in FORMATS])])
