"""The two sheets of words: *Start here*, with who answers, and *How scores work*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from ...assessment import Assessment
from ...figures import plain, shown
from ...framework import Form, Framework
from ...rules import Rule
from ...scale import Scale
from ...words import kind_of
from ..layout.columns import FIELD_HEADERS, FIELDS
from ..layout.lists import has_findings
from ..layout.names import ACTIONS, EVIDENCE, FINDINGS, HELPING, HOW, RESULTS
from ..layout.plan import Plan
from .form import write_form
from .measure import row_height
from .pen import Pen, Styles
from .progress import write_progress

__all__ = ["write_how", "write_start"]

WIDTHS = (26.0, 46.0, 52.0)
HOW_WIDTHS = (26.0, 98.0)
PROGRESS_HEADERS = ("Sheet", "Answered so far", "Next to answer")
SCALE_HEADERS = ("Level", "What it means")
GLOSSARY_HEADERS = ("Word", "What it means")


def write_start(pen: Pen, plan: Plan, assessment: Assessment, last: Assessment | None) -> None:
    """Write what the workbook is, who answers, and how far they have got."""
    pen.page(WIDTHS)
    framework = plan.framework
    _heading(pen, 0, f"{kind_of(assessment)}: {framework.name}", is_title=True)
    first = _prose(pen, 1, [*_introduction(framework), *_carried(last)])
    row = _fields(pen, first, assessment)
    _heading(pen, row, "How to fill it in")
    instructions = _instructions(assessment)
    row = _progress(pen, _prose(pen, row + 1, instructions), plan, assessment)
    _heading(pen, row, "Where this comes from")
    _prose(pen, row + 1, [each for each in (framework.origin, framework.note) if each])
    pen.sheet.set_selection(first + 1, 1, first + 1, 1)
    pen.sheet.activate()


def _introduction(framework: Framework) -> tuple[str, ...]:
    count = len(framework.standards)
    full = (
        f"Use this workbook to say how well care and support is commissioned, against {count} "
        "standards."
    )
    quick = (
        f"Use this workbook to say how well care and support is planned and paid for where you "
        f"live. There are {count} lines to rate."
    )
    return (
        quick if framework.form is Form.QUICK else full,
        "It is your own view. A blank is better than a guess.",
        (
            "Fill in the yellow cells. The others are locked so that they cannot break by "
            "accident; there is no password."
        ),
    )


def _carried(last: Assessment | None) -> Iterator[str]:
    """Where last round's answers come from, if they were carried over."""
    if last:
        source = f" ({last.source.file})" if last.source else ""
        yield (
            f"The answers are those of {last.period or 'the last round'}{source}. The column Last "
            "time keeps them; change what has changed, and say so in Comment."
        )


def _instructions(assessment: Assessment) -> tuple[str, ...]:
    framework = assessment.framework
    levels = ", ".join(level.choice for level in framework.scale)
    meanings = ", and what the words mean" if framework.glossary else ""
    return (
        (
            "1. On each sheet listed below, read what the levels look like. In the Rating column, "
            "choose the highest level that is wholly true, with those before it. If you are "
            "between two, choose the lower."
        ),
        f"2. The levels are {levels}.",
        (
            "3. If something does not apply to this council, choose Not applicable and say why in "
            "Comment. If you cannot tell, choose Don't know."
        ),
        _lists(assessment),
        f"5. {RESULTS} shows the scores as you go. {HOW} says how they are made{meanings}.",
        "6. Save the file and send it back.",
    )


def _lists(assessment: Assessment) -> str:
    """What goes on the sheets beside the ratings."""
    if has_findings(assessment):
        lists = (
            f"4. List what the team read, heard and saw in {FINDINGS}, and name nobody. "
            f"{EVIDENCE} and {ACTIONS} may stay blank."
        )
    else:
        lists = (
            f"4. List what your ratings rest on in {EVIDENCE}, and what will be done in {ACTIONS}."
        )
    offer = f" If your council wants help, or can give it, say so in {HELPING}."
    return f"{lists}{offer}" if assessment.helping else lists


def _heading(pen: Pen, row: int, text: str, *, is_title: bool = False) -> None:
    pen.text(row, 0, text, Styles.title if is_title else Styles.heading)
    pen.height(row, 26)


def _prose(pen: Pen, row: int, texts: Sequence[str], widths: Sequence[float] = WIDTHS) -> int:
    """Write one text a row and say which row is free next."""
    for offset, text in enumerate(texts):
        pen.prose(row + offset, text, Styles.prose, widths)
    return row + len(texts)


def _fields(pen: Pen, row: int, assessment: Assessment) -> int:
    answers: dict[str, object] = {
        "council": assessment.council,
        "period": assessment.period,
        "name": assessment.respondent.name,
        "voice": assessment.respondent.voice,
        "date": assessment.date,
    }
    return write_form(pen, row, "AboutThisReturn", FIELD_HEADERS, FIELDS, answers, widths=WIDTHS)


def _progress(pen: Pen, row: int, plan: Plan, assessment: Assessment) -> int:
    """A table with a link to each sheet and how much of it is answered."""
    pen.table("Progress", row, PROGRESS_HEADERS, row + len(plan.rating_sheets))
    for line, sheet in enumerate(plan.rating_sheets, row + 1):
        pen.link(line, 0, sheet.name, Styles.cell)
        write_progress(pen, ((line, 1), (line, 2)), plan, sheet, assessment, Styles.total)
    return row + len(plan.rating_sheets) + 1


def write_how(pen: Pen, framework: Framework, rule: Rule) -> None:
    """Write how a score is made, and what each level means."""
    pen.page(HOW_WIDTHS)
    _heading(pen, 0, "How scores work", is_title=True)
    row = _prose(pen, 1, _method(framework, rule), HOW_WIDTHS)
    meanings = [(level.choice, level.meaning) for level in framework.scale]
    row = _meanings(pen, row, "Scale", SCALE_HEADERS, meanings)
    _heading(pen, row, "Whose words these are")
    whose = [each for each in (framework.note, framework.source) if each]
    row = _prose(pen, row + 1, whose, HOW_WIDTHS)
    if framework.glossary:
        _heading(pen, row, "What the words mean")
        words = [(each.term, each.meaning) for each in framework.glossary]
        _meanings(pen, row + 1, "Glossary", GLOSSARY_HEADERS, words)


def _meanings(
    pen: Pen, row: int, name: str, headers: Sequence[str], meanings: Sequence[tuple[str, str]]
) -> int:
    """Write a table of words and what they mean, and say which row is free next."""
    pen.table(name, row, headers, row + len(meanings))
    for line, texts in enumerate(meanings, row + 1):
        pen.text(line, 0, texts[0], Styles.strong)
        pen.text(line, 1, texts[1], Styles.cell)
        pen.height(line, row_height(zip(texts, HOW_WIDTHS, strict=True)))
    return row + len(meanings) + 1


def _method(framework: Framework, rule: Rule) -> tuple[str, ...]:
    lowest, highest = (plain(end) for end in (framework.scale.lowest, framework.scale.highest))
    return (
        f"Scoring rule: {rule.name}, version {rule.version}. {rule.summary}",
        (
            "The score of a standard is the mean of its rated criteria. A domain's is the mean of "
            "its standards that have a score. The overall score is the mean of the domains that "
            "have one. Where a weight is not 1, a part counts that many times."
        ),
        (
            "Not applicable is left out. Don't know and blank are open: they add nothing, and no "
            "score is made up for them. Where nothing is rated there is no score."
        ),
        (
            f"Low and High show the range a score could still take: with every open answer at "
            f"{lowest}, and with every one at {highest}."
        ),
        (
            "The level reached is the highest level that is not above the score. Nothing is "
            "rounded up into a level. Scores are shown to two decimals."
        ),
        _example(framework.scale),
    )


def _example(scale: Scale) -> str:
    """The rule worked through on this scale: three ratings and a blank."""
    values = [level.value for level in scale]
    rated = [values[-2], values[1], values[-2]]
    total = sum(rated, Fraction())
    low, high = ((total + end) / 4 for end in (scale.lowest, scale.highest))
    ratings = ", ".join(map(plain, rated))
    return (
        f"Example: a standard rated {ratings} and blank has {plain(total)} ÷ 3 = "
        f"{shown(total / 3)}. With the blank at {plain(scale.lowest)} it would be {shown(low)}, "
        f"and with the blank at {plain(scale.highest)} it would be {shown(high)}."
    )
