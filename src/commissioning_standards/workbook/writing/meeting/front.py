"""The sheets of words of a meeting workbook: *Start here* and *How this works*."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from ....assessment import Assessment
from ....moderation.agenda import Agenda
from ....moderation.model import Moderation
from ....moderation.participants import Participant, voice_name
from ....scoring import score
from ....text import number_of
from ....words import counted
from ...layout.columns import FIELD_HEADERS, FIELDS
from ..form import write_form
from ..inputs import as_text
from ..measure import row_height
from ..pen import Pen, Styles
from .sheets import AGENDA, AGREED, NOTES, LinkPen, heading, write_prose

__all__ = ["write_notes", "write_start"]

WIDTHS = (26.0, 46.0, 52.0)
SHEET_HEADERS = ("Sheet", "What is on it", "Where it stands")
NOTE_WIDTHS = (34.0, 30.0, 9.0, 13.0, 36.0, 36.0)
RETURN_HEADERS = ("Who", "Whose view", "Form", "Filled in", "How much", "File")
SHORT_DIGEST = 10
NOBODYS = "Leave it blank: what is agreed is nobody's own view."
STEPS = (
    (
        f"1. Go through {AGENDA} from the top. Hear each view before you decide, and first those "
        "who draw on care and support or care unpaid."
    ),
    (
        f"2. On {AGREED}, choose one rating for each line and write in Comment why. Where you "
        "cannot agree, choose Don't know and say so."
    ),
    "3. Add what came up to Evidence and Actions. Then write the date here, and save.",
)


def write_start(
    pen: LinkPen, moderation: Moderation, start: Assessment, sheets: Mapping[str, tuple[str, str]]
) -> None:
    """Write what the workbook is for, of which round it is, and what to do.

    Args:
        pen: of the sheet.
        moderation: the returns side by side.
        start: what is filled in before anybody meets.
        sheets: what is on each sheet, and where it stands, by name.
    """
    pen.page(WIDTHS)
    heading(pen, 0, f"Moderation: {moderation.framework.name}")
    row = write_prose(pen, 1, _introduction(moderation), WIDTHS)
    field = row + 1
    row = _fields(pen, row, start)
    heading(pen, row, "What to do", Styles.heading)
    row = write_prose(pen, row + 1, STEPS, WIDTHS)
    row = _sheets(pen, row, sheets)
    heading(pen, row, "Where this comes from", Styles.heading)
    framework = moderation.framework
    texts = [each for each in (framework.origin, framework.note) if each]
    write_prose(pen, row + 1, texts, WIDTHS)
    pen.sheet.set_selection(field, 1, field, 1)
    pen.sheet.activate()


def _introduction(moderation: Moderation) -> tuple[str, ...]:
    count = len(moderation.participants)
    return (
        f"Use this workbook in a meeting that makes one agreed assessment of {count} returns.",
        (
            "People decide, and say why. No rating is an average. Where nobody differs the rating "
            "is filled in; everything else is blank until you decide."
        ),
        (
            "Fill in the yellow cells. The others are locked so that they cannot break by "
            "accident; there is no password."
        ),
    )


def _fields(pen: Pen, row: int, start: Assessment) -> int:
    who = start.respondent
    answers: dict[str, object] = {
        "council": start.council,
        "period": start.period,
        "name": who.name,
        "voice": who.voice,
        "date": start.date,
    }
    fields = [evolve(each, help=NOBODYS) if each.name == "voice" else each for each in FIELDS]
    return write_form(pen, row, "AboutThisReturn", FIELD_HEADERS, fields, answers, widths=WIDTHS)


def _sheets(pen: LinkPen, row: int, sheets: Mapping[str, tuple[str, str]]) -> int:
    """A table with a link to each sheet."""
    pen.table("Sheets", row, SHEET_HEADERS, row + len(sheets))
    for line, (name, texts) in enumerate(sheets.items(), row + 1):
        pen.link_to(line, 0, (name, 0), name)
        for column, text in enumerate(texts, 1):
            pen.text(line, column, text, Styles.cell)
        sized = zip((name, *texts), WIDTHS, strict=True)
        pen.height(line, row_height(sized))
    return row + len(sheets) + 1


def write_notes(pen: Pen, moderation: Moderation, agenda: Agenda) -> None:
    """Write how the agenda is made, and which returns it was made from."""
    pen.page(NOTE_WIDTHS)
    heading(pen, 0, NOTES)
    row = write_prose(pen, 1, _rules(moderation, agenda), NOTE_WIDTHS)
    heading(pen, row, "The returns", Styles.heading)
    people = moderation.participants
    pen.table("Returns", row + 1, RETURN_HEADERS, row + 1 + len(people))
    for line, each in enumerate(people, row + 2):
        texts = _about(each)
        for column, text in enumerate(texts):
            pen.text(line, column, text, Styles.cell if column else Styles.strong)
        pen.height(line, row_height(zip(texts, NOTE_WIDTHS, strict=True)))
    pen.sheet.set_selection(0, 0, 0, 0)


def _about(who: Participant) -> Sequence[str]:
    made = who.assessment
    source = f"{who.file}\nsha256 {made.source.sha256[:SHORT_DIGEST]}" if made.source else ""
    form = made.framework.form.value.capitalize()
    filled_in = as_text(made.date)
    return (who.label, voice_name(who.voice), form, filled_in, counted(score(made).overall), source)


def _rules(moderation: Moderation, agenda: Agenda) -> tuple[str, ...]:
    scale = moderation.framework.scale
    levels = ", ".join(level.choice for level in scale)
    mixed = (
        "Some filled in the quick form, which rates each standard as a whole. The sheet Standards "
        "shows those ratings beside the scores of the full forms. Where they are a step or more "
        "apart, no criterion of the standard is filled in."
    )
    return (
        (
            f"The agenda has {number_of(len(agenda), 'item')}. On it is everything on which "
            "answers are a step of the scale or more apart, and everything that some rated and "
            f"others said does not apply. The levels are {levels}."
        ),
        (
            "The widest splits come first, counted in steps. Of two alike, the one with the wider "
            "split between voices comes first; then one where people who draw on care and support "
            "or unpaid carers stand apart; then one where more people are out of line."
        ),
        (
            "People who draw on care and support and unpaid carers are named whenever they are a "
            "step or more from the median of the others, however few they are. Anybody is out of "
            "line who is two steps or more from the median of the others."
        ),
        (
            "Blank and Don't know are shown and count nowhere. With an even count there are two "
            "in the middle: both levels are named, and the median lies half way between."
        ),
        *([mixed] if moderation.is_mixed else []),
        (
            "The order and these rules are this software's own. They say what to talk about, and "
            "nothing of who is right."
        ),
    )
