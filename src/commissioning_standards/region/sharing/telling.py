"""A region's shared table in words: what it rests on, what a row says, and how it is protected."""

from __future__ import annotations

from ...version import VERSION
from .protecting import MINIMUM, Run
from .questions import Measure
from .table import SharedRow, SharedTable

__all__ = [
    "HELD_BACK",
    "NOT_PROTECTED",
    "PROTECTED",
    "counted_in_words",
    "made_from",
    "middle_as_cell",
    "middle_in_words",
    "minimum_in_words",
    "row_in_words",
]

HELD_BACK = "Held back"

PROTECTED = (
    "No council is named, and nothing that anybody wrote is taken over.",
    (
        "A group of fewer councils than the minimum is never shown. It is shown together with its "
        "neighbours, so that it cannot be had by subtraction."
    ),
    (
        "A row is held back where no two groups are large enough. So nobody learns where all "
        "councils are alike."
    ),
    (
        "Once there are councils enough to show rows, a table is made anew only after enough have "
        "joined, left or sent another return. What came before is remembered for it."
    ),
    "A row that was shown keeps its groups. One that was held back stays so for the round.",
    "The method is cell suppression: a threshold, and complementary suppression.",
)
NOT_PROTECTED = (
    "Councils that tell each other their answers can subtract them together.",
    "A council may publish its own view elsewhere, as in its local account.",
    (
        "Each row is protected by itself. Related rows could be put together to narrow a figure "
        "down: a standard and its criteria, say, or two rounds and the change between them."
    ),
    (
        "How many councils a table counts is always shown: whoever has two tables can work out "
        "how many joined or left."
    ),
    (
        "The groups themselves are shown: whoever knows that a council is counted knows that it is "
        "in one of them."
    ),
    (
        "Tables of one round of two forms, frameworks or editions with other rows stand by "
        "themselves. Related rows of them could be set side by side."
    ),
    (
        "Tables of one round that were made in two folders can be subtracted. So can those made "
        "on another computer, or after the record of earlier ones was deleted."
    ),
)


def minimum_in_words(table: SharedTable) -> str:
    """How small a group may be, and whether somebody asked for less than is usual."""
    if table.is_lowered:
        return (
            f"Groups of {table.minimum} are shown, fewer than the usual {MINIMUM}, "
            "as whoever made this asked for."
        )
    return f"No group of fewer than {table.minimum} is shown."


def counted_in_words(table: SharedTable) -> str:
    """How many councils are counted, and that none is named."""
    many = "1 council is" if table.councils == 1 else f"{table.councils} councils are"
    return f"{many} counted, and none is named."


def made_from(table: SharedTable) -> str:
    """What the table was made from and by, so that those who have the returns can make it again."""
    framework, (rule, version) = table.framework, table.rule
    parts = (
        f"Framework {framework.id}, edition {framework.edition_and_form}",
        f"digest {framework.digest}",
        f"rule {rule}, version {version}",
        f"commissioning-standards {VERSION}",
        f"digest of all returns {table.made_from}",
    )
    return f"{'; '.join(parts)}."


def row_in_words(row: SharedRow) -> str:
    """A row as a sentence: every group that is shown with its count."""
    if row.is_held_back:
        return f"{row.question.title}: {HELD_BACK.lower()}."
    told = "; ".join(f"{row.label(run)}: {run.count}" for run in row.runs)
    return f"{row.question.title}. {told}."


def middle_in_words(row: SharedRow) -> str:
    """Where the middle council is, as the end of a sentence; "" where the row is held back."""
    middle = row.at(1, 2)
    if len(middle) > 1:
        low, high = map(row.label, middle)
        return f"between “{low}” and “{high}”"
    return "".join(_where(row, each) for each in middle)


def middle_as_cell(row: SharedRow) -> str:
    """The same by itself, as in a table."""
    told = middle_in_words(row)
    return f"{told[:1].upper()}{told[1:]}"


def _where(row: SharedRow, run: Run) -> str:
    """A group in plain words: ``"at 2 Developing or below"``."""
    question = row.question
    if question.measure is not Measure.LEVEL:
        return f"in “{row.label(run)}”"
    if run.last == 0:
        return "without a score"
    unscored = "" if run.first else ", or without a score"
    return f"{_levels(row, run)}{unscored}"


def _levels(row: SharedRow, run: Run) -> str:
    """The levels of a group, without those that have no score."""
    question, first = row.question, max(run.first, 1)
    if not row.is_whole:
        name = question.name(first, run.last, whole=False)
        return f"below {name.rpartition('below ')[2]}" if first == 1 else f"at {name}"
    low, high = question.block_of(first).name, question.block_of(run.last).name
    if low == high:
        return f"at {low}"
    if first == 1:
        return f"at {high} or below"
    return f"at {low} or above" if run.last == question.cells - 1 else f"at {row.label(run)}"
