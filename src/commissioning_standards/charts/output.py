"""Charts into files that repeat byte for byte, with their words inside."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from matplotlib import rc_context

from ..files import check_output, write_bytes
from ..problems import OutputError, Place, problem, quoted
from .chart import Chart

__all__ = ["FORMATS", "chart_bytes", "check_format", "save_chart"]

FORMATS = ("svg", "png", "pdf")
DOTS_PER_INCH = 150
SETTINGS: Any = {"svg.hashsalt": "commissioning-standards", "svg.fonttype": "none"}


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
    target = check_output(path, overwrite=overwrite)
    write_bytes(target, chart_bytes(chart, target), overwrite=overwrite)


def chart_bytes(chart: Chart, name: str | os.PathLike[str]) -> bytes:
    """A chart as a file's content: the same chart gives the same bytes.

    Raises:
        OutputError: the name does not end in a format that can be made.
    """
    kind = check_format(name)
    buffer = BytesIO()
    with rc_context(SETTINGS):
        chart.savefig(buffer, format=kind, dpi=DOTS_PER_INCH, metadata=_metadata(chart, kind))
    content = buffer.getvalue()
    return _told(content, chart) if kind == "svg" else content


def check_format(name: str | os.PathLike[str]) -> str:
    """The format that a file's name ends in.

    Raises:
        OutputError: it is none that can be made.
    """
    file = Path(name)
    kind = file.suffix.lower().lstrip(".")
    if kind in FORMATS:
        return kind
    allowed = [f".{each}" for each in FORMATS]
    found = quoted(file.suffix or file.name)
    raise OutputError([problem("output-format", Place(file.name), found=found, allowed=allowed)])


def _metadata(chart: Chart, kind: str) -> dict[str, Any]:
    """What the picture shows and was made from, in each format's own words; no date."""
    told, source = chart.alt_text, chart.provenance
    match kind:
        case "svg":
            return {"Date": None, "Title": chart.title, "Description": told, "Source": source}
        case "png":
            return {"Title": chart.title, "Description": told, "Source": source}
        case _:
            named = {"Title": chart.title, "Subject": told, "Keywords": source}
            return {"CreationDate": None, **named}


def _told(content: bytes, chart: Chart) -> bytes:
    """Give an SVG a role, a title and a description, so that a page can read it out."""
    before, tag, after = content.decode().partition("<svg ")
    attributes, close, body = after.partition(">")
    words = f"<title>{escape(chart.title)}</title>\n<desc>{escape(chart.alt_text)}</desc>"
    return f'{before}{tag}role="img" {attributes}{close}\n{words}{body}'.encode()
