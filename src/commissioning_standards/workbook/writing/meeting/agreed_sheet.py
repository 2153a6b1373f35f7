"""The *Agreed* sheet: a line for each criterion, to decide on it; and *Standards* beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import frozen
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from ....answers import Answer, choices, written
from ....assessment import Assessment, Confidence, Rating, Voice
from ....moderation.model import Moderation
from ....moderation.participants import voice_name
from ....moderation.views import View
from ....moderation.words import apart_in_words
from ....parts import Criterion, Standard
from ...layout.lists import CHOICES
from ...layout.names import CHECK, COMMENT, CONFIDENCE, ID, QUESTION, RATING, STANDARD
from ..about_sheet import ANSWER_CHOICES
from ..formulas import (
    ALL_DONE,
    DONE,
    NOT_A_CHOICE,
    REASON_MISSING,
    TO_DO,
    area,
    check_formula,
    next_formula,
    progress_formula,
    spaced_formula,
    text_formula,
)
from ..inputs import as_text
from ..measure import row_height
from ..pen import Pen, Styles
from .levels_sheet import level_row
from .sheets import (
    AGREED,
    APART,
    LEVELS,
    MEDIAN,
    STANDARDS,
    LinkPen,
    heading,
    said_by,
    write_prose,
)

__all__ = ["Lines", "write_agreed", "write_standards"]

HEADER_ROW = 3
VOICES_WIDTH, NARROWEST_VOICE = 72.0, 13.0
FIXED_WIDTHS = {ID: 6.0, STANDARD: 16.0, QUESTION: 24.0, MEDIAN: 13.0, APART: 13.0}
ENTRY_WIDTHS = {RATING: 14.0, CONFIDENCE: 11.5, COMMENT: 30.0, CHECK: 11.0}
DONT_KNOW = written(Answer.DONT_KNOW)
OF_STANDARD = " for the whole standard"
STANDARD_WIDTHS = (30.0, 20.0, 20.0)
HOW_TO = (
    "Choose one rating for each line, and write in Comment why. Lines on which nobody differs are "
    f"filled in: look at them too. What each level looks like stands on the sheet {LEVELS}: the "
    "ID leads there."
)
NO_AVERAGE = (
    "The median is there for information. It decides nothing, and stands in no rating by itself."
)
ON_STANDARDS = (
    "Some rated each standard as a whole, in the quick form. Beside them stand the scores that the "
    "full forms give it: the mean of its criteria. Decide on the sheet Agreed."
)


@frozen
class Lines:
    """Where everything stands on the sheet.

    Args:
        moderation: the returns side by side.
        start: what is filled in before anybody meets.
    """

    moderation: Moderation
    start: Assessment

    @cached_property
    def voices(self) -> tuple[Voice | None, ...]:
        """Every voice that takes part, each with a column."""
        return self.moderation.standards[0].voices

    @cached_property
    def widths(self) -> dict[str, float]:
        """Each column's header and width, in order."""
        each = max(NARROWEST_VOICE, VOICES_WIDTH / len(self.voices))
        first = {key: FIXED_WIDTHS[key] for key in (ID, STANDARD, QUESTION)}
        last = {key: FIXED_WIDTHS[key] for key in (MEDIAN, APART)}
        return first | {voice_name(voice): each for voice in self.voices} | last | ENTRY_WIDTHS

    def column(self, header: str) -> int:
        """Where a column stands, counted from 0."""
        return list(self.widths).index(header)

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each criterion, counted from 0."""
        return {each.id: row for row, each in enumerate(self.moderation.criteria, HEADER_ROW + 1)}

    @property
    def last_row(self) -> int:
        """The last row of the table."""
        return HEADER_ROW + len(self.rows)

    def cells(self, header: str) -> str:
        """The cells below a header, as a formula names them."""
        letter = xl_col_to_name(self.column(header))
        return area(AGREED, letter, HEADER_ROW + 2, self.last_row + 1)

    def needs_reason(self, view: View) -> bool:
        """Whether a rating of it needs a reason, as people differ."""
        return self.moderation.differs(view)


def write_agreed(pen: LinkPen, lines: Lines) -> None:
    """Write what each said on each criterion, and where it is decided."""
    widths = list(lines.widths.values())
    pen.page(widths, HEADER_ROW)
    heading(pen, 0, AGREED)
    _write_progress(pen, lines)
    write_prose(pen, 1, (HOW_TO, NO_AVERAGE), widths)
    pen.table(AGREED, HEADER_ROW, list(lines.widths), lines.last_row)
    pen.height(HEADER_ROW, 43)
    framework = lines.moderation.framework
    asked = [(each, criterion) for each in framework.standards for criterion in each.criteria]
    for view, (standard, criterion) in zip(lines.moderation.criteria, asked, strict=True):
        _write_line(pen, lines, view, standard, criterion)
        _write_check(pen, lines, view)
    _offer(pen, lines)
    pen.sheet.freeze_panes(HEADER_ROW + 1, 1)
    first = lines.column(RATING)
    pen.sheet.set_selection(HEADER_ROW + 1, first, HEADER_ROW + 1, first)


def _write_line(
    pen: LinkPen, lines: Lines, view: View, standard: Standard, criterion: Criterion
) -> None:
    name = "" if criterion.name == standard.title else criterion.name
    texts = {ID: view.id, STANDARD: standard.heading, QUESTION: f"{name}\n{criterion.question}"}
    whole = lines.moderation.standard_of(view) if lines.moderation.is_mixed else None
    for voice in lines.voices:
        texts[voice_name(voice)] = "\n".join(_said(view, whole, voice))
    texts |= {MEDIAN: _median(view), APART: _apart(view, whole)}
    answers = _answers(lines.start.rating(view.id))
    row = lines.rows[view.id]
    for header, text in (texts | answers).items():
        style = Styles.entry_text if header in answers else Styles.cell
        pen.text(row, lines.column(header), text, style)
    place = list(lines.rows).index(view.id)
    pen.link_to(row, lines.column(ID), (LEVELS, level_row(place)), view.id)
    pen.titled(row, lines.column(QUESTION), name, criterion.question, Styles.cell)
    sized = ((text, lines.widths[header]) for header, text in (texts | answers).items())
    pen.height(row, row_height(sized))


def _said(view: View, whole: View | None, voice: Voice | None) -> Iterator[str]:
    """What a voice said of a criterion, and in the quick form of its standard."""
    yield from said_by(view, voice)
    if whole:
        yield from said_by(whole, voice, OF_STANDARD, only_quick=True)


def _median(view: View) -> str:
    return view.median.in_words(view.scale) if view.median else ""


def _apart(view: View, whole: View | None) -> str:
    """How far apart people are on a criterion, and on its standard where forms are mixed."""
    if whole and whole.differs:
        return f"{apart_in_words(view)}\nStandard: {apart_in_words(whole)}"
    return apart_in_words(view)


def _answers(rating: Rating) -> dict[str, str]:
    return {
        RATING: written(rating.answer),
        CONFIDENCE: as_text(rating.confidence),
        COMMENT: rating.comment,
    }


def _write_check(pen: Pen, lines: Lines, view: View) -> None:
    """Write what is left to do in a row: what is not what all said needs its reason."""
    row = lines.rows[view.id]
    rating, comment = (xl_rowcol_to_cell(row, lines.column(header)) for header in (RATING, COMMENT))
    formula = check_formula(rating, comment)
    said = written(lines.start.rating(view.id).answer)
    free = ["", said or DONT_KNOW] if not lines.needs_reason(view) else [""]
    other = ",".join(f"{spaced_formula(rating)}<>{text_formula(each)}" for each in free)
    unsaid = f'AND({other},{spaced_formula(comment)}="")'
    formula = f'=IF({unsaid},"{REASON_MISSING}",{formula.removeprefix("=")})'
    done = written(lines.start.rating(view.id).answer)
    pen.formula(row, lines.column(CHECK), formula, DONE if done else TO_DO, Styles.check)


def _write_progress(pen: Pen, lines: Lines) -> None:
    """Write at the top how many lines are done, and a link to the next that is not."""
    checks, ratings, ids = (lines.cells(header) for header in (CHECK, RATING, ID))
    left = [each.criterion for each in lines.start.ratings if not written(each.answer)]
    count = len(lines.rows)
    done = progress_formula(checks, count)
    shown = f"{count - len(left)} of {count} done"
    pen.formula(0, lines.column(RATING), done, shown, Styles.progress)
    following = next_formula(AGREED, ratings, checks, ids)
    after = f"Next: {left[0]}" if left else ALL_DONE
    pen.formula(0, lines.column(COMMENT), following, after, Styles.progress)


def _offer(pen: Pen, lines: Lines) -> None:
    """Offer the choices, and make what is wrong in a row plain to see."""
    rows = (HEADER_ROW + 1, lines.last_row)
    allowed = ", ".join(choices(lines.moderation.framework.scale))
    pen.offer(rows, lines.column(RATING), ANSWER_CHOICES, allowed, RATING)
    sure = ", ".join(each.value for each in Confidence)
    pen.offer(rows, lines.column(CONFIDENCE), CHOICES[Confidence], sure, CONFIDENCE)
    check = xl_rowcol_to_cell(HEADER_ROW + 1, lines.column(CHECK), col_abs=True)
    pen.warn(rows, lines.column(COMMENT), f'{check}="{REASON_MISSING}"')
    pen.warn(rows, lines.column(CHECK), f'OR({check}="{REASON_MISSING}",{check}="{NOT_A_CHOICE}")')


def write_standards(pen: Pen, lines: Lines) -> dict[str, tuple[str, int]]:
    """Write what each said of each standard as a whole, where forms are mixed.

    Returns:
        The sheet and row of each, by number.
    """
    views = lines.moderation.standards
    each = max(NARROWEST_VOICE, 2 * VOICES_WIDTH / len(lines.voices))
    first, *last = STANDARD_WIDTHS
    widths = (first, *[each] * len(lines.voices), *last)
    headers = (STANDARD, *map(voice_name, lines.voices), MEDIAN, APART)
    pen.page(widths, 2)
    heading(pen, 0, STANDARDS)
    write_prose(pen, 1, (ON_STANDARDS,), widths)
    pen.table(STANDARDS, 2, headers, 2 + len(views))
    pen.height(2, 30)
    for row, view in enumerate(views, 3):
        _write_standard(pen, row, view, lines.voices, widths)
    pen.sheet.freeze_panes(3, 1)
    pen.sheet.set_selection(0, 0, 0, 0)
    return {view.id: (STANDARDS, row) for row, view in enumerate(views, 3)}


def _write_standard(
    pen: Pen, row: int, view: View, voices: Sequence[Voice | None], widths: Sequence[float]
) -> None:
    said = ("\n".join(said_by(view, voice)) for voice in voices)
    texts = (f"{view.id} {view.title}", *said, _median(view), apart_in_words(view))
    for column, text in enumerate(texts):
        pen.text(row, column, text, Styles.cell if column else Styles.strong)
    pen.height(row, row_height(zip(texts, widths, strict=True)))
