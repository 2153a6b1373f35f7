"""A region's shared table in words: what it rests on, what a row says, and how it is protected."""

from __future__ import annotations

from ...version import VERSION
from .protecting import MINIMUM
from .table import SharedRow, SharedTable

__all__ = [
    "HELD_BACK",
    "NOT_PROTECTED",
    "PROTECTED",
    "counted_in_words",
    "made_from",
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
        "A table is made anew only once enough councils have joined, left or sent another return. "
        "What came before is remembered for it."
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
        "How many councils a table counts is always shown: whoever has it of two rounds can work "
        "out how many joined or left."
    ),
    (
        "The groups themselves are shown: whoever knows that a council is counted knows that it is "
        "in one of them."
    ),
    (
        "Tables of one round that were made in two folders, on another computer, or after the "
        "record of earlier ones was deleted, can be subtracted from each other."
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
    """Which group the middle council is in; "" where the row is held back."""
    groups = [row.label(each) for each in row.at(1, 2)]
    if len(groups) > 1:
        return f"Between “{groups[0]}” and “{groups[1]}”"
    return "".join(groups)
