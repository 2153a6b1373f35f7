"""A framework or an assessment to an Excel workbook."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

from attrs import evolve, fields, has
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from ...assessment import Assessment, Respondent
from ...files import check_output, ending_problem, write_bytes
from ...framework import Framework
from ...given import only
from ...problems import OutputError, Place, Problem, WorkbookError, problem
from ...scoring import score
from ...words import kind_of
from ..layout.lists import record_sheets, sometimes_chosen
from ..layout.names import ABOUT, HELPING, HOW, RESULTS, START
from ..layout.plan import Plan
from .about_sheet import write_about
from .book import LockedBook, PlainSheet
from .front_sheets import write_how, write_start
from .helping_sheet import write_helping
from .native_chart import write_charts
from .pen import LONGEST_TEXT, Pen, Style
from .rating_sheet import write_rating_sheet
from .record_sheets import check_records, write_record_sheet
from .results_sheet import write_results

__all__ = ["workbook_bytes", "write_workbook"]

UNDATED = date(2000, 1, 1)
OPTIONS = {
    "in_memory": True,
    "default_format_properties": {"font_name": "Arial", "font_size": 10},
    "default_row_height": 17,
}


def write_workbook(
    source: Framework | Assessment,
    path: str | os.PathLike[str],
    *,
    council: str = "",
    period: str = "",
    respondent: Respondent | None = None,
    last: Assessment | None = None,
    overwrite: bool = False,
) -> None:
    """Write a workbook to fill in, or one that holds an assessment's answers.

    Args:
        source: a framework for a blank workbook, or an assessment. Where its
            ``helping`` is not None the workbook asks about helping each other.
        path: the file to write, ending in ``.xlsx``.
        council: whose commissioning is assessed; fills what the source leaves blank.
        period: the round, such as ``"2026-27"``; likewise.
        respondent: who answers; likewise.
        last: last round's answers, to stand beside this round's in a column of
            their own.
        overwrite: whether a file that is there may be replaced.

    Raises:
        OutputError: the file is there, is not called ``.xlsx``, or cannot be written.
        WorkbookError: a text is longer than a cell holds, which carries every such
            text; or there are more records than are read back.
    """
    only("write_workbook", source, Framework, Assessment)
    only("write_workbook", last, Assessment, type(None), name="last")
    only("write_workbook", respondent, Respondent, type(None), name="respondent")
    file = Path(path)
    if file.suffix.lower() != ".xlsx":
        raise OutputError([ending_problem(file, ".xlsx")])
    check_output(path, overwrite=overwrite)
    if isinstance(source, Assessment) and source.source and file.is_file():
        _refuse_input(file, source.source.sha256)
    assessment = source if isinstance(source, Assessment) else Assessment(source)
    filled = evolve(
        assessment,
        council=assessment.council or council,
        period=assessment.period or period,
        respondent=respondent or assessment.respondent,
    )
    write_bytes(path, workbook_bytes(filled, last), overwrite=overwrite)


def _refuse_input(file: Path, sha256: str) -> None:
    """Refuse to replace the return that an assessment was read from, whatever it is called."""
    if hashlib.sha256(file.read_bytes()).hexdigest() == sha256:
        raise OutputError([problem("output-is-input", Place(file.name))])


def workbook_bytes(assessment: Assessment, last: Assessment | None = None) -> bytes:
    """The workbook of an assessment: the same answers give the same bytes.

    Args:
        assessment: what it holds.
        last: last round's answers, to stand beside these.

    Raises:
        WorkbookError: as for :func:`write_workbook`.
    """
    too_long = tuple(_too_long(assessment, ""))
    if too_long:
        raise WorkbookError(too_long)
    check_records(assessment)
    buffer = BytesIO()
    # XlsxWriter writes into the options that it is given.
    book = LockedBook(buffer, deepcopy(OPTIONS))
    _write(book, assessment, last)
    book.close()
    return buffer.getvalue()


def _too_long(value: object, path: str) -> Iterator[Problem]:
    """A problem for every text, however deep, that no cell can hold."""
    if isinstance(value, str) and (length := len(value.encode("utf-16-le")) // 2) > LONGEST_TEXT:
        found, allowed = f"{length:,}", f"{LONGEST_TEXT:,}"
        yield problem("too-long", Place(item=path), found=found, allowed=allowed)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _too_long(each, f"{path}[{index}]")
    elif has(type(value)):
        for each in fields(type(value)):  # type: ignore[arg-type]
            yield from _too_long(getattr(value, each.name), f"{path}.{each.name}".lstrip("."))


def _write(book: Workbook, assessment: Assessment, last: Assessment | None) -> None:
    framework = assessment.framework
    plan = Plan(framework, shows_last_time=last is not None)
    card = score(assessment)
    _set_properties(book, assessment)
    names = [START, *(sheet.name for sheet in plan.rating_sheets)]
    lists = record_sheets(assessment)
    asked = [HELPING] if assessment.helping else []
    names += [*(sheet.name for sheet in lists), *asked, RESULTS, HOW, ABOUT]
    formats: dict[Style, Format] = {}
    pens = {name: Pen(book, book.add_worksheet(name, PlainSheet), formats) for name in names}
    write_start(pens[START], plan, assessment, last)
    for sheet in plan.rating_sheets:
        write_rating_sheet(pens[sheet.name], plan, sheet, assessment, last)
    for records in lists:
        write_record_sheet(pens[records.name], records, assessment)
    if assessment.helping:
        write_helping(pens[HELPING], assessment.helping)
    write_results(pens[RESULTS], plan, card)
    write_how(pens[HOW], framework, card.rule)
    write_about(pens[ABOUT], framework, card.rule, also=sometimes_chosen(assessment))
    write_charts(pens[RESULTS], pens[ABOUT], card)


def _set_properties(book: Workbook, assessment: Assessment) -> None:
    """Set the file's properties; its date is the assessment's, so that bytes repeat."""
    title = " ".join(each for each in (assessment.council, assessment.period) if each)
    day = max(assessment.date or UNDATED, UNDATED)
    book.set_properties(
        {
            "title": f"{kind_of(assessment)}: {title or assessment.framework.name}",
            "subject": assessment.framework.name,
            "created": datetime.combine(day, time.min),
        }
    )
    book.set_calc_mode("auto")
