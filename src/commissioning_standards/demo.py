"""The whole job on an invented council, so that anybody can see it done."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from .assessment import Assessment
from .catalogue import load_framework
from .charts.dots import dots
from .charts.output import chart_bytes
from .charts.radar import radar
from .files import check_outputs, make_folder, write_bytes
from .forms import quick_form
from .framework import Framework
from .interchange import assessment_from, to_json
from .problems import AssessmentError
from .scoring import Scorecard, score
from .serialise import parse_toml
from .tables import csv_text, table_text
from .workbook.reading.reader import read_workbook
from .workbook.writing.writer import workbook_bytes

__all__ = ["BLANK", "FILLED", "QUICK", "blanks", "example", "make_demo"]

BLANK = "blank.xlsx"
QUICK = "blank-quick.xlsx"
FILLED = "borsetshire-2026-27.xlsx"
SCORES = ("scores.txt", "scores.csv", "scores.json")
PICTURES = ("radar.svg", "radar.png", "dots.svg", "dots.png")
EXAMPLE = "borsetshire.toml"


def example() -> Assessment:
    """The invented council's assessment, as it comes with this software."""
    content = (files(__package__) / "examples" / EXAMPLE).read_bytes()
    document, faults = parse_toml(content, EXAMPLE)
    if faults:
        raise AssessmentError(faults)
    return assessment_from(document, load_framework(document["framework"]["id"]), EXAMPLE)


def make_demo(folder: str | os.PathLike[str], *, overwrite: bool = False) -> tuple[Path, ...]:
    """Make blank workbooks, a filled one, its scores and two charts.

    The scores and the charts come from the filled workbook as read back from
    disk, as they would for a council.

    Args:
        folder: where to put the files; made if it is not there.
        overwrite: whether files that are there may be replaced.

    Returns:
        The files, in the order to look at them.

    Raises:
        OutputError: a file is there already, or cannot be written; where one
            is there, none is written.
    """
    place = make_folder(folder)
    paths = tuple(place / name for name in (BLANK, QUICK, FILLED, *SCORES, *PICTURES))
    check_outputs(paths, overwrite=overwrite)
    assessment = example()
    books = [*blanks(assessment.framework).values(), workbook_bytes(assessment)]
    for path, content in zip(paths, books, strict=False):
        write_bytes(path, content, overwrite=overwrite)
    card = score(read_workbook(place / FILLED))
    for path, content in zip(paths[len(books) :], _results(card), strict=True):
        write_bytes(path, content, overwrite=overwrite)
    return paths


def blanks(framework: Framework) -> dict[str, bytes]:
    """The workbooks to fill in, by name: the full form and the quick form."""
    forms = {BLANK: framework, QUICK: quick_form(framework)}
    return {name: workbook_bytes(Assessment(form)) for name, form in forms.items()}


def _results(card: Scorecard) -> tuple[bytes, ...]:
    texts = (table_text(card) + "\n", csv_text([card]), to_json(card) + "\n")
    # A radar is never the only picture.
    charts = {"radar": radar(card), "dots": dots(card)}
    pictures = (chart_bytes(charts[Path(name).stem], name) for name in PICTURES)
    return (*(text.encode() for text in texts), *pictures)
