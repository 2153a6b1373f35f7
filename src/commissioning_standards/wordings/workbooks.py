"""What is said of workbooks, read and verified."""

from __future__ import annotations

from .wording import Wording

__all__ = ["WORKBOOKS"]

WORKBOOKS: dict[str, Wording] = {
    # Workbooks
    "too-long": Wording(
        "The text is {found} characters long.", "Shorten it: a cell holds {allowed}."
    ),
    "too-many-records": Wording(
        "Evidence, actions and findings are {found} together.",
        "Keep {allowed} of them: no workbook with more is read.",
    ),
    "not-a-workbook": Wording(
        "This is {found}, not an Excel workbook (.xlsx).",
        "Open it in Excel or LibreOffice and save it as Excel workbook (.xlsx).",
    ),
    "encrypted": Wording(
        "The file is protected with a password, or is an old .xls workbook.",
        "Remove the password, or save it as Excel workbook (.xlsx).",
    ),
    "too-big": Wording(
        "The file is far larger than a return can be ({found}).",
        "Copy the answers into a new workbook and send that.",
    ),
    "damaged": Wording(
        "The workbook is damaged and could not be read.",
        "Open it in Excel or LibreOffice, save it under a new name and try that.",
    ),
    "not-a-return": Wording(
        "This workbook is not a self-assessment return of ours.",
        "Answer in a workbook made by this software.",
    ),
    "meeting-not-verified": Wording(
        "This is the workbook of a meeting, which shows no scores.",
        "Give it to moderate with --agreed, beside the returns: that says what it comes to.",
    ),
    "voice-of-a-meeting": Wording(
        "The voice {found} was left out: what is agreed is nobody's own view.",
        "Nothing needs doing.",
        is_note=True,
    ),
    "two-returns": Wording(
        "The workbook holds the sheets of two returns that were not made alike.",
        "Keep the sheets of one of them.",
    ),
    "newer-workbook": Wording(
        "The workbook's layout is version {found}.", "Update this software, which knows {allowed}."
    ),
    "table-missing": Wording(
        "The table of the sheet {found} is not in the workbook.",
        "Put the sheet and its headings back, or copy the answers into a new workbook.",
    ),
    "helping-missing": Wording(
        "The table of the sheet {found} is not in the workbook, so nothing was read of it.",
        "If it was answered, put the sheet and its headings back.",
        is_note=True,
    ),
    "field-missing": Wording(
        "The line {found} is not in the table.", "Put the line's name back in the first column."
    ),
    "field-twice": Wording(
        "{found} is answered twice, with different answers.", "Keep one of the two."
    ),
    "row-missing": Wording(
        "The row of this criterion is not in the workbook.",
        "Put the row back, or copy the answers into a new workbook.",
    ),
    "column-missing": Wording(
        "The column {found} is not in this table.", "Put the column's heading back."
    ),
    "column-twice": Wording(
        "The heading {found} stands more than once in this table.",
        "Rename or remove the one that was added.",
    ),
    "row-twice": Wording(
        "The criterion stands twice, with different answers.", "Keep one of the two rows."
    ),
    "no-id": Wording(
        "There is an answer or comment in a row without an ID.",
        "Write the criterion's ID in the row.",
    ),
    "formula": Wording("The cell holds a formula.", "Type the answer itself."),
    "merged": Wording(
        "The cell is hidden, as it was merged with the one beside or above it.",
        "Unmerge the cells, and type the answer of each row.",
    ),
    "error-value": Wording("The cell holds the error {found}.", "Type the answer itself."),
    "choice-not-allowed": Wording(
        "{found} is not one of the choices.{hint}", "Choose from the list in the cell."
    ),
    "date-not-read": Wording(
        "{found} cannot be read as a date.", "Type a date such as 31/03/2027 or 31 March 2027."
    ),
    "date-two-ways": Wording(
        "{found} is text, and could mean two different days.",
        "Write the month as a word, such as 31 March 2027.",
    ),
    "as-last-time": Wording(
        "Of {allowed} answers, {found} are as last time.",
        "Ask whether each was looked at again.",
        is_note=True,
    ),
    "about-missing": Wording(
        "Not given: {found}.",
        "Write it here, as papers and the region go by it.",
        is_note=True,
    ),
    "evidence-undated": Wording(
        "Evidence without a date: {found} of {allowed}.",
        "Give each its date, or nobody can tell how old it is.",
        is_note=True,
    ),
    "evidence-unplaced": Wording(
        "Evidence that names no standard: {found} of {allowed}.",
        "Say which standards or lines each is about, or it counts for none.",
        is_note=True,
    ),
    "tidied": Wording("{found} was read as {allowed}.", "Nothing needs doing.", is_note=True),
    # Workbooks verified
    "not-calculated": Wording(
        "No program has worked out its scores, so they are neither right nor wrong.",
        "Open it in Excel or LibreOffice, save it, and verify it again.",
        is_note=True,
    ),
    "other-version": Wording(
        "It was made by version {found} of this software, and its formulas are compared with "
        "those of {allowed}.",
        "A formula may differ for that reason alone.",
        is_note=True,
    ),
    "row-lost": Wording(
        "The row of {found} is not in its table.",
        "Put the row back, or copy the answers into a new workbook.",
    ),
    "shown-differs": Wording(
        "It shows {found}, and the ratings give {allowed}.",
        "Recalculate it in Excel or LibreOffice and save it, or use the scores that this software "
        "works out.",
    ),
    "fixed-differs": Wording(
        "It holds {found}, and went out with {allowed}.",
        "Ask the sender why, or copy the answers into a new workbook.",
    ),
    "formula-changed": Wording(
        "The formula reads {found}, and should read {allowed}.",
        "Ask the sender why, or copy the answers into a new workbook.",
    ),
    "formula-typed-over": Wording(
        "The value {found} was typed over the formula.",
        "Ask the sender why, or copy the answers into a new workbook.",
    ),
    "formula-missing": Wording(
        "The formula that went out here is gone.",
        "Ask the sender why, or copy the answers into a new workbook.",
    ),
    "formula-added": Wording(
        "A formula stands where the fixed value {allowed} went out.",
        "Ask the sender why, or copy the answers into a new workbook.",
    ),
    "name-changed": Wording(
        "The name of this hidden list stands for {found}, and should stand for {allowed}.",
        "Ask the sender why, or copy the answers into a new workbook.",
    ),
}
