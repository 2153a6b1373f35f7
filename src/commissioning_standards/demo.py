"""The whole job on an invented council, and an invented region's returns to try the rest on."""

from __future__ import annotations

import datetime
import os
from importlib.resources import as_file, files
from pathlib import Path

from .assessment import Assessment, Voice
from .catalogue import load_framework
from .charts.dots import dots
from .charts.output import chart_bytes
from .charts.radar import radar
from .examples.council import example, returned
from .examples.region import council_names, invented_region
from .folders import write_folder
from .forms import quick_form
from .framework import Framework
from .interchange import to_json
from .reports.account.builder import public_material
from .reports.making import account_files, missing_libraries, pack_files
from .reports.material import gather
from .reports.settings import read_settings
from .scoring import Scorecard, score
from .tables import csv_text, table_text
from .workbook.reading.reader import read_content
from .workbook.writing.writer import workbook_bytes

__all__ = ["BLANK", "FILLED", "QUICK", "blanks", "make_demo", "make_region_demo"]

BLANK = "blank.xlsx"
QUICK = "blank-quick.xlsx"
FILLED = "borsetshire-2026-27.xlsx"
PAPERS = "borsetshire-papers.toml"
PACK, ACCOUNT, RETURNS = "pack", "account", "returns"
# The day on which the papers look at evidence and actions, so that they are always the same.
DAY = datetime.date(2026, 11, 25)
REGION, VOICES, SEED, COUNCILS = "route-map", (None, Voice.CARERS, Voice.PEER_TEAM), 1, 15
EMPTY, NAMES = "Borsetshire", "councils.txt"


def make_demo(folder: str | os.PathLike[str], *, overwrite: bool = False) -> tuple[Path, ...]:
    """Make blank workbooks, a filled one, its scores, two charts, other returns and the papers.

    The scores, the charts and the papers come from the filled workbook as it is
    read back, as they would for a council. The other returns, in a folder of
    their own, are what carers, providers and a peer team sent, the view of a
    year before, and one with faults. The papers are a peer challenge pack and a
    local account; they are made where the extra ``reports`` is installed.

    Args:
        folder: where to put the files; made if it is not there.
        overwrite: whether files that are there may be replaced.

    Returns:
        The files, in the order to look at them; of each folder within it the
        first.

    Raises:
        OutputError: a file is there already, or cannot be written; where one
            is there, none is written.
    """
    own = example()
    filled = workbook_bytes(own)
    read = read_content(filled, FILLED)
    files_of = {**blanks(own.framework), FILLED: filled, **_results(score(read))}
    shown = tuple(files_of)
    within = {RETURNS: returned()} | (_papers(read) if missing_libraries() == [] else {})
    for name, contents in within.items():
        files_of |= {f"{name}/{each}": content for each, content in contents.items()}
    write_folder(folder, files_of, overwrite=overwrite)
    firsts = [f"{name}/{next(iter(contents))}" for name, contents in within.items()]
    return tuple(Path(folder) / each for each in [*shown, *firsts])


def make_region_demo(
    folder: str | os.PathLike[str], *, overwrite: bool = False
) -> tuple[Path, ...]:
    """Make the returns of an invented region, to bring together with ``collate``.

    Each of fifteen councils has its agreed return, one of its unpaid carers and
    one of its peer team. One file more cannot be read, and of one council
    nothing came at all.

    Args:
        folder: where to put them; made if it is not there.
        overwrite: whether files that are there may be replaced.

    Returns:
        The list of the region's councils, and the returns.

    Raises:
        OutputError: as :func:`make_demo` does.
    """
    drawn = invented_region(load_framework(REGION), seed=SEED, councils=COUNCILS, voices=VOICES)
    returns = {_file_name(each): workbook_bytes(each) for each in drawn}
    councils = sorted([EMPTY, *council_names(COUNCILS + 1)])
    listed = {NAMES: "".join(f"{each}\n" for each in councils).encode()}
    sent = {f"{RETURNS}/{name}": made for name, made in (returns | {f"{EMPTY}.xlsx": b""}).items()}
    return write_folder(folder, listed | sent, overwrite=overwrite)


def _file_name(assessment: Assessment) -> str:
    """Such as "Ashsetshire, peer team.xlsx"."""
    voice = assessment.respondent.voice
    return f"{assessment.council}, {voice.value.lower() if voice else 'agreed'}.xlsx"


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


def _results(card: Scorecard) -> dict[str, bytes]:
    """The scores as text, and for programs, and the charts."""
    texts = {
        "scores.txt": table_text(card) + "\n",
        "scores.csv": csv_text([card]),
        "scores.json": to_json(card) + "\n",
    }
    # A radar is never the only picture.
    charts = {"radar": radar(card), "dots": dots(card)}
    pictures = [f"{name}.{kind}" for name in charts for kind in ("svg", "png")]
    drawn = {each: chart_bytes(charts[Path(each).stem], each) for each in pictures}
    return {name: text.encode() for name, text in texts.items()} | drawn
