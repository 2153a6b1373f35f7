"""The whole job on an invented council, so that anybody can see it done."""

from __future__ import annotations

import datetime
import os
from importlib.resources import as_file, files
from pathlib import Path

from .assessment import Assessment
from .catalogue import load_framework
from .charts.dots import dots
from .charts.output import chart_bytes
from .charts.radar import radar
from .files import check_outputs, make_folder, write_bytes
from .folders import check_folder, write_folder
from .forms import quick_form
from .framework import Framework
from .interchange import assessment_from, to_json
from .problems import AssessmentError
from .reports.account.builder import public_material
from .reports.making import account_files, missing_libraries, pack_files
from .reports.material import gather
from .reports.settings import read_settings
from .scoring import Scorecard, score
from .serialise import parse_toml
from .tables import csv_text, table_text
from .workbook.reading.reader import read_content
from .workbook.writing.writer import workbook_bytes

__all__ = ["BLANK", "FILLED", "QUICK", "blanks", "example", "make_demo"]

BLANK = "blank.xlsx"
QUICK = "blank-quick.xlsx"
FILLED = "borsetshire-2026-27.xlsx"
SCORES = ("scores.txt", "scores.csv", "scores.json")
PICTURES = ("radar.svg", "radar.png", "dots.svg", "dots.png")
EXAMPLE, PAPERS = "borsetshire.toml", "borsetshire-papers.toml"
PACK, ACCOUNT = "pack", "account"
# The day on which the papers look at evidence and actions, so that they are always the same.
DAY = datetime.date(2026, 11, 25)


def example() -> Assessment:
    """The invented council's assessment, as it comes with this software."""
    content = (files(__package__) / "examples" / EXAMPLE).read_bytes()
    document, faults = parse_toml(content, EXAMPLE)
    if faults:
        raise AssessmentError(faults)
    return assessment_from(document, load_framework(document["framework"]["id"]), EXAMPLE)


def make_demo(folder: str | os.PathLike[str], *, overwrite: bool = False) -> tuple[Path, ...]:
    """Make blank workbooks, a filled one, its scores, two charts and, if they can be, its papers.

    The scores, the charts and the papers come from the filled workbook as it is
    read back, as they would for a council. The papers are a peer challenge pack
    and a local account, each in a folder of its own; they are made where the
    extra ``reports`` is installed.

    Args:
        folder: where to put the files; made if it is not there.
        overwrite: whether files that are there may be replaced.

    Returns:
        The files, in the order to look at them; of each paper its first.

    Raises:
        OutputError: a file is there already, or cannot be written; where one
            is there, none is written.
    """
    place = make_folder(folder)
    assessment = example()
    filled = workbook_bytes(assessment)
    read = read_content(filled, FILLED)
    books = [*blanks(assessment.framework).values(), filled]
    contents = (*books, *_results(score(read)))
    paths = tuple(place / name for name in (BLANK, QUICK, FILLED, *SCORES, *PICTURES))
    papers = _papers(read) if missing_libraries() == [] else {}
    check_outputs(paths, overwrite=overwrite)
    for name, files_of in papers.items():
        check_folder(place / name, files_of, overwrite=overwrite)
    for path, content in zip(paths, contents, strict=True):
        write_bytes(path, content, overwrite=overwrite)
    written = [
        write_folder(place / name, files_of, overwrite=overwrite)
        for name, files_of in papers.items()
    ]
    return (*paths, *(first for first, *_ in written))


def _papers(assessment: Assessment) -> dict[str, dict[str, bytes]]:
    """The pack and the account."""
    with as_file(files(__package__) / "examples" / PAPERS) as path:
        settings = read_settings(path)
    material = gather(assessment, on=DAY, settings=settings)
    return {
        PACK: pack_files(material),
        ACCOUNT: account_files(public_material(material)),
    }


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
