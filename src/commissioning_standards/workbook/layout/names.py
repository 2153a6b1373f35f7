"""What sheets, headers and marks of the workbook are called, for writer and reader alike."""

from __future__ import annotations

__all__ = [
    "ABOUT",
    "ACTIONS",
    "AGENDA",
    "AGREED",
    "CHECK",
    "COMMENT",
    "CONFIDENCE",
    "EVIDENCE",
    "FINDINGS",
    "FIRST_RATING_ROW",
    "FIRST_RESULT_ROW",
    "FIXED",
    "FORBIDDEN_IN_SHEET_NAMES",
    "FORM",
    "HELPING",
    "HOW",
    "ID",
    "LAST_TIME",
    "LONGEST_SHEET_NAME",
    "MADE_BY",
    "MARKER",
    "MET_ON",
    "MET_ON_FILE",
    "MOST_LINES",
    "QUESTION",
    "QUICK_COVERS",
    "QUICK_TITLE",
    "RATING",
    "RATINGS",
    "RESULTS",
    "RESULT_HEADERS",
    "SCALE",
    "SPARE_RECORD_ROWS",
    "STANDARD",
    "START",
    "WORKBOOK_VERSION",
]

WORKBOOK_VERSION = 1
MADE_BY = "Made by"
FORM = "Form"
SCALE = "Scale"
MARKER = "commissioning-standards workbook"

START = "Start here"
RATINGS = "Ratings"
EVIDENCE = "Evidence"
ACTIONS = "Actions"
FINDINGS = "Findings"
HELPING = "Helping each other"
RESULTS = "Results"
HOW = "How scores work"
ABOUT = "About this file"
# A meeting's workbook alone has these, and says on its hidden sheet which returns it was made of.
AGENDA, AGREED = "Agenda", "Agreed"
MET_ON, MET_ON_FILE = "Return {}", "Return {}, sha256"
FIXED = (START, RATINGS, EVIDENCE, ACTIONS, FINDINGS, HELPING, RESULTS, HOW, ABOUT)

LONGEST_SHEET_NAME = 31
FORBIDDEN_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))

QUICK_TITLE = "What do you think?"
QUICK_COVERS = "One line for each standard. Read what it says, then the levels beside it."

ID = "ID"
STANDARD = "Standard"
QUESTION = "What to rate"
LAST_TIME = "Last time"
RATING = "Rating"
CONFIDENCE = "Confidence"
COMMENT = "Comment"
CHECK = "Check"

RESULT_HEADERS = (
    "Part",
    "ID",
    "Title",
    "Score",
    "Low",
    "High",
    "Level reached",
    "Rated",
    "Open",
    "Not applicable",
    "Weight",
    "Answer",
)

FIRST_RATING_ROW = 5
FIRST_RESULT_ROW = 40
SPARE_RECORD_ROWS = 50
# Of one kind in a return; somebody else's file could have without end.
MOST_LINES = 2_000
