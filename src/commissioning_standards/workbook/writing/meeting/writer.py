"""A moderation to the workbook of its meeting, which is read back as one assessment."""

from __future__ import annotations

import hashlib
import os
from copy import deepcopy
from datetime import datetime, time
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from ....files import check_output, ending_problem, write_bytes
from ....given import only
from ....moderation.agenda import Agenda, agenda
from ....moderation.agreeing import settled
from ....moderation.helping import helping_said
from ....moderation.model import Moderation
from ....problems import OutputError, Place, problem
from ....rules import rule_named
from ...layout.lists import has_findings, record_sheets, sometimes_chosen
from ...layout.names import ABOUT, ACTIONS, EVIDENCE, FINDINGS, HELPING, MET_ON, MET_ON_FILE, START
from ..about_sheet import write_about
from ..book import LockedBook, PlainSheet
from ..helping_sheet import write_helping
from ..pen import Style
from ..record_sheets import check_records, write_record_sheet
from ..writer import OPTIONS, UNDATED
from .agenda_sheet import write_agenda
from .agreed_sheet import Lines, write_agreed, write_standards
from .front import write_notes, write_start
from .levels_sheet import write_levels
from .sheets import AGENDA, AGREED, LEVELS, NOTES, STANDARDS, LinkPen

__all__ = ["meeting_bytes", "write_meeting"]

HELP_ROW = ("What the council says of helping others", "Look at each line")


def write_meeting(
    moderation: Moderation, path: str | os.PathLike[str], *, overwrite: bool = False
) -> None:
    """Write the workbook of a moderation meeting.

    It has the agenda, and a line for each criterion with everyone's ratings side
    by side, to decide on it. :func:`read_workbook` reads it back as one
    assessment, and :func:`agree` checks that what is decided has its reason.

    Args:
        moderation: the returns side by side.
        path: the file to write, ending in ``.xlsx``.
        overwrite: whether a file that is there may be replaced; a return never is.

    Raises:
        OutputError: the file is there, is one of the returns, is not called
            ``.xlsx``, or cannot be written.
        WorkbookError: a text is longer than a cell holds.
    """
    only("write_meeting", moderation, Moderation)
    file = Path(path)
    if file.suffix.lower() != ".xlsx":
        raise OutputError([ending_problem(file, ".xlsx")])
    check_output(path, overwrite=overwrite)
    _refuse_returns(moderation, file)
    write_bytes(path, meeting_bytes(moderation), overwrite=overwrite)


def _refuse_returns(moderation: Moderation, file: Path) -> None:
    """Refuse to replace a return, whatever it is called."""
    sources = [each.assessment.source for each in moderation.participants]
    kept = {source.sha256 for source in sources if source}
    if file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() in kept:
        raise OutputError([problem("output-is-input", Place(file.name))])


def meeting_bytes(moderation: Moderation) -> bytes:
    """The workbook of a meeting: the same returns give the same bytes.

    Raises:
        WorkbookError: a text is longer than a cell holds.
    """
    buffer = BytesIO()
    # XlsxWriter writes into the options that it is given.
    book = LockedBook(buffer, deepcopy(OPTIONS))
    _write(book, moderation)
    book.close()
    return buffer.getvalue()


def _write(book: Workbook, moderation: Moderation) -> None:
    _set_properties(book, moderation)
    start, items = settled(moderation), agenda(moderation)
    check_records(start)
    lines = Lines(moderation, start)
    lists = record_sheets(start)
    records = [*(sheet.name for sheet in lists), *([HELPING] if start.helping else [])]
    standards = [STANDARDS] if moderation.is_mixed else []
    names = [START, AGENDA, AGREED, LEVELS, *standards, *records, NOTES, ABOUT]
    formats: dict[Style, Format] = {}
    pens = {name: LinkPen(book, book.add_worksheet(name, PlainSheet), formats) for name in names}
    write_start(pens[START], moderation, start, _contents(lines, items))
    targets = {key: (AGREED, row) for key, row in lines.rows.items()}
    if moderation.is_mixed:
        targets |= write_standards(pens[STANDARDS], lines)
    write_agenda(pens[AGENDA], items, targets)
    write_agreed(pens[AGREED], lines)
    write_levels(pens[LEVELS], moderation.framework)
    for sheet in lists:
        write_record_sheet(pens[sheet.name], sheet, start)
    if start.helping:
        write_helping(pens[HELPING], start.helping, helping_said(moderation))
    write_notes(pens[NOTES], moderation, items)
    also = sometimes_chosen(start)
    write_about(
        pens[ABOUT],
        moderation.framework,
        rule_named("mean"),
        also=also,
        made_of=_met_on(moderation),
    )


def _met_on(moderation: Moderation) -> dict[str, str]:
    """The returns that are brought to the meeting, so that its decisions stay with them."""
    found: dict[str, str] = {}
    for number, each in enumerate(moderation.participants, 1):
        source = each.assessment.source
        found[MET_ON.format(number)] = each.label
        found[MET_ON_FILE.format(number)] = source.sha256 if source else ""
    return found


def _contents(lines: Lines, items: Agenda) -> dict[str, tuple[str, str]]:
    """What is on each sheet, and how much there is."""
    views = lines.moderation.criteria
    differing = sum(map(lines.needs_reason, views))
    people = len(lines.moderation.participants)
    mixed = {STANDARDS: ("The standards as a whole, in both forms", f"{people} returns")}
    return {
        AGENDA: ("What to talk about, and who said what", f"{len(items)} to talk about"),
        AGREED: ("Where you decide", f"{differing} of {len(views)} lines to decide"),
        LEVELS: ("What each level looks like", f"{len(lines.moderation.framework.scale)} levels"),
        **(mixed if lines.moderation.is_mixed else {}),
        EVIDENCE: ("What the ratings rest on", f"{len(lines.start.evidence)} listed"),
        ACTIONS: ("What will be done", f"{len(lines.start.actions)} listed"),
        **(_found(lines) if has_findings(lines.start) else {}),
        **({HELPING: HELP_ROW} if lines.start.helping else {}),
        NOTES: ("How the agenda is made, and from which returns", f"{people} returns"),
    }


def _found(lines: Lines) -> dict[str, tuple[str, str]]:
    count = len(lines.start.findings)
    return {FINDINGS: ("What the peer team found", f"{count} listed")}


def _set_properties(book: Workbook, moderation: Moderation) -> None:
    """Set the file's properties; its date is that of the last return, so that bytes repeat."""
    title = " ".join(each for each in (moderation.council, moderation.period) if each)
    days = [each.assessment.date for each in moderation.participants]
    day = max([UNDATED, *(each for each in days if each)])
    book.set_properties(
        {
            "title": f"Moderation: {title or moderation.framework.name}",
            "subject": moderation.framework.name,
            "created": datetime.combine(day, time.min),
        }
    )
    book.set_calc_mode("auto")
