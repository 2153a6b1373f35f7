"""The live formulas of the workbook: plain functions of Excel 2010, the same sums as the code.

None is volatile, none looks a cell up by its written address, and none fails on
text where a number was expected. The named lists stand on the hidden sheet.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from ...answers import DROPPED, HYPHENS, MARK, SPACES, START
from ...scale import Scale

__all__ = [
    "ACCEPTED_ANSWERS",
    "ACCEPTED_KINDS",
    "ACCEPTED_VALUES",
    "ALL_DONE",
    "AS_LAST_TIME",
    "DONE",
    "LEVEL_LABELS",
    "LEVEL_VALUES",
    "NOT_A_CHOICE",
    "REASON_MISSING",
    "TO_DO",
    "Columns",
    "Kinds",
    "answer_formula",
    "area",
    "chart_formula",
    "check_formula",
    "criterion_formulas",
    "folding_formula",
    "level_formula",
    "next_formula",
    "pooled_formula",
    "progress_formula",
    "spaced_formula",
    "sum_formula",
]

ACCEPTED_ANSWERS = "AcceptedAnswers"
ACCEPTED_KINDS = "AcceptedKinds"
ACCEPTED_VALUES = "AcceptedValues"
LEVEL_VALUES = "LevelValues"
LEVEL_LABELS = "LevelLabels"

TO_DO, DONE, AS_LAST_TIME, ALL_DONE = "To do", "Done", "As last time", "All done"
NOT_A_CHOICE, REASON_MISSING = "Choose from the list", "Say why in Comment"
FAR_DOWN = 2_000_000
# No program keeps these in a formula as they are.
CONTROLS = ("\t", "\n", "\r")


class Kinds:
    """What an accepted answer counts as."""

    rated = "rated"
    open = "open"
    not_applicable = "not applicable"


@frozen
class Columns:
    """The letters of the Results table's columns."""

    part: str
    id: str
    title: str
    score: str
    low: str
    high: str
    level: str
    rated: str
    open: str
    not_applicable: str
    weight: str
    answer: str


def area(sheet: str, column: str, first: int, last: int) -> str:
    """A fixed range of one column, such as ``'Market'!$A$6:$A$17``; rows counted from 1."""
    name = sheet.replace("'", "''")
    return f"'{name}'!${column}${first}:${column}${last}"


def spaced_formula(cell: str) -> str:
    """What stands in a cell with single spaces between its words, and none at its ends."""
    return f"TRIM({_replaced(cell, ((each, ' ') for each in SPACES))})"


def folding_formula(cell: str) -> str:
    """What stands in a cell, as the reader folds an answer before it compares."""
    spaced = spaced_formula(_replaced(cell, ((each, "") for each in DROPPED)))
    hyphened = _replaced(spaced, ((each, "-") for each in HYPHENS))
    joined = _replaced(f"{text_formula(MARK)}&{hyphened}", START)
    return f"TRIM({joined})"


def _replaced(formula: str, steps: Iterable[tuple[str, str]]) -> str:
    for found, kept in steps:
        formula = f"SUBSTITUTE({formula},{text_formula(found)},{text_formula(kept)})"
    return formula


def answer_formula(id_cell: str, ids: str, ratings: str) -> str:
    """The answer that stands beside an ID, without spaces at its ends; "" where none does."""
    return f'=IFERROR(TRIM(INDEX({ratings},MATCH({id_cell},{ids},0))&""),"")'


def text_formula(text: str) -> str:
    """A text as a formula holds it."""
    if text in CONTROLS:
        return f"CHAR({ord(text)})"
    return '"{}"'.format(text.replace('"', '""'))


def check_formula(rating: str, comment: str, last_time: str = "") -> str:
    """What is left to do in a row, in words.

    Args:
        rating: the cell with the answer.
        comment: the cell that gives the reason where one is needed.
        last_time: the cell with last round's answer, where it is shown.
    """
    answer, spaced = folding_formula(rating), spaced_formula(rating)
    known = f"SUMPRODUCT(--({ACCEPTED_ANSWERS}={answer}))"
    reason_missing = (
        f'AND({_counts_as(answer, Kinds.not_applicable)}>0,{spaced_formula(comment)}="")'
    )
    done = f'IF({spaced}={last_time},"{AS_LAST_TIME}","{DONE}")' if last_time else f'"{DONE}"'
    return (
        f'=IF({spaced}="","{TO_DO}",IF({known}=0,"{NOT_A_CHOICE}",'
        f'IF({reason_missing},"{REASON_MISSING}",{done})))'
    )


def progress_formula(checks: str, count: int) -> str:
    """How many rows are done, in words."""
    return f'={_done(checks)}&" of {count} done"'


def _done(checks: str) -> str:
    """How many rows have an answer that can be taken."""
    return f'(COUNTIF({checks},"{DONE}")+COUNTIF({checks},"{AS_LAST_TIME}"))'


def next_formula(sheet: str, ratings: str, checks: str, ids: str) -> str:
    """A link to the first row that is not done, or the word that all are.

    It follows rows and columns that are put in, and passes over rows of a
    person's own; only the sheet's name is text, as a link must name it.

    Args:
        sheet: its name.
        ratings: the cells of the column to go to.
        checks: the cells that say what is left to do.
        ids: the cells with the IDs beside them.
    """
    name = sheet.replace("'", "''").replace('"', '""')
    done = f'(({checks}="{DONE}")+({checks}="{AS_LAST_TIME}")+({ids}=""))'
    row = f"SUMPRODUCT(MIN(ROW({checks})+{FAR_DOWN}*{done}))"
    link = f"\"#'{name}'!\"&ADDRESS({row},SUMPRODUCT(MIN(COLUMN({ratings}))))"
    label = f'"Next: "&INDEX({ids},{row}-SUMPRODUCT(MIN(ROW({ids})))+1)'
    return f'=IF({_done(checks)}=COUNTA({ids}),"{ALL_DONE}",HYPERLINK({link},{label}))'


def sum_formula(column: str, first: int, last: int) -> str:
    """The sum of a column of counts."""
    return f"=SUM({column}{first}:{column}{last})"


def level_formula(score: str) -> str:
    """The highest level not above a score.

    The twelfth decimal is rounded so that a sum of binary fractions that should
    make a whole level does.
    """
    place = f"MATCH(ROUND({score},12),{LEVEL_VALUES},1)"
    return f'=IF({score}="","",INDEX({LEVEL_LABELS},{place}))'


def pooled_formula(columns: Columns, value: str, first: int, last: int) -> str:
    """The weighted mean of the parts that have a value, or "" where none has.

    Args:
        columns: the table's columns.
        value: the letter of the column to pool: score, low or high.
        first: the first part's row, counted from 1.
        last: the last part's row.
    """
    weight, rated, still_open, pooled = (
        f"{letter}{first}:{letter}{last}"
        for letter in (columns.weight, columns.rated, columns.open, value)
    )
    counted = rated if value == columns.score else f"{rated}+{still_open}"
    weights = f"SUMPRODUCT({weight},--(({counted})>0))"
    return f'=IF({weights}=0,"",SUMPRODUCT({weight},{pooled})/{weights})'


def criterion_formulas(columns: Columns, row: int, scale: Scale) -> dict[str, str]:
    """The formulas of a criterion's counts and scores, by column letter.

    Args:
        columns: the table's columns.
        row: the criterion's row, counted from 1.
        scale: what its answers count.
    """
    lowest, highest = scale.lowest, scale.highest
    answer = folding_formula(f"{columns.answer}{row}")
    rated, gone, score = (
        f"{letter}{row}" for letter in (columns.rated, columns.not_applicable, columns.score)
    )
    value = f"SUMPRODUCT(({ACCEPTED_ANSWERS}={answer})*{ACCEPTED_VALUES})"
    return {
        columns.rated: f"={_counts_as(answer, Kinds.rated)}",
        columns.open: f"=1-{rated}-{gone}",
        columns.not_applicable: f"={_counts_as(answer, Kinds.not_applicable)}",
        columns.score: f'=IF({rated}=1,{value},"")',
        columns.low: f'=IF({gone}=1,"",IF({rated}=1,{score},{float(lowest)!r}))',
        columns.high: f'=IF({gone}=1,"",IF({rated}=1,{score},{float(highest)!r}))',
    }


def chart_formula(score: str) -> str:
    """A score for a chart: an error value where there is none, which is drawn as a gap."""
    return f'=IF({score}="",NA(),{score})'


def _counts_as(answer: str, kind: str) -> str:
    return f'SUMPRODUCT(({ACCEPTED_ANSWERS}={answer})*({ACCEPTED_KINDS}="{kind}"))'
