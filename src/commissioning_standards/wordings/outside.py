"""What is said of outside views: their data, CQC's scores and ASCOF."""

from __future__ import annotations

from .wording import Wording

__all__ = ["OUTSIDE"]

OUTSIDE: dict[str, Wording] = {
    # Outside views as data
    "no-statements": Wording("The scheme has no statements.", "Add a statement to it."),
    "score-not-whole": Wording(
        "A score of the scheme is not a whole number.", "Give every level a whole value."
    ),
    "bands-out-of-order": Wording(
        "The bands do not rise from first to last: {found}.", "Order them from the lowest up."
    ),
    "bands-start-late": Wording(
        "No band holds the lowest percentage that can occur, {found}.",
        "Begin the first band there or below.",
    ),
    "bad-year": Wording("{found} is not a financial year.", "Write it as 2023-24."),
    "unknown-kind": Wording(
        "The file does not say that it is of a known kind: it {found}.{hint}",
        "Begin it with kind = and one of the allowed words.",
    ),
    "other-kind": Wording(
        "The file is of another kind than {allowed}.", "Give a file whose kind is {allowed}."
    ),
    "unknown-crosswalk": Wording(
        "There is no crosswalk called {found}.{hint}",
        "Name one of these, or give the path to a file of your own.",
    ),
    "unknown-scheme": Wording(
        "There is no edition {found} of CQC's scheme.{hint}",
        "Name one of these, or give the path to a file of your own.",
    ),
    "unknown-target": Wording(
        "There is no statement or measure {found} on the other side.{hint}",
        "Correct or remove the ID.",
    ),
    "not-to-fill-in": Wording(
        "{found} is an outside view or a crosswalk, and nothing to fill in.",
        "Name a framework to assess oneself against; show tells what this is.",
    ),
    "nothing-to-check": Wording(
        "There is no framework and no data file here.",
        "Name a folder with a framework.toml, or a TOML file of another kind.",
    ),
    # CQC's scores
    "scores-number": Wording(
        "There are {found}, and the scheme has {allowed} statements.",
        "Give {allowed} scores in the scheme's order, with ? for one that is not known.",
    ),
    "unknown-statement": Wording(
        "There is no statement called {found}.{hint}", "Use a spelling that CQC uses."
    ),
    "statement-twice": Wording("The statement {found} is scored twice.", "Keep one of the two."),
    "told-differently": Wording(
        "The rows of one council do not agree on {found}.", "Give the same in each of its rows."
    ),
    "statement-missing": Wording(
        "The statement {found} is not there.",
        "Add it, and leave its score blank if it is not known.",
    ),
    "score-not-allowed": Wording(
        "{found} is not a score.", "Use an allowed score, or leave it blank if it is not known."
    ),
    "percentage-impossible": Wording(
        "{found} is not a percentage that whole scores can give.",
        "Look it up again in the published report.",
    ),
    "percentage-differs": Wording(
        "The percentage stated is {found}, and the scores give {allowed}.",
        "Look both up again in the published report.",
    ),
    "unknown-rating": Wording("There is no rating {found}.{hint}", "Use an allowed rating."),
    "rating-differs": Wording(
        "The rating stated is {found}, and the scores or the percentage give {allowed}.",
        "Look them up again in the published report.",
    ),
    "statement-column-missing": Wording(
        "There is no column for {found}.{hint}", "Add it, with blank cells where it is not known."
    ),
    "no-statement-columns": Wording(
        "The first row names none of the {allowed} statements.",
        "Begin with a row of their names, one a column, and the scores below it.",
    ),
    "no-scores": Wording("There is no row of scores.", "Add one below the names."),
    "not-csv": Wording(
        "This is {found}, and not CSV.", "Open it where it was made, and save it as CSV."
    ),
    "other-separator": Wording(
        "Its cells are parted by {found}, and not by commas.",
        "Save it as CSV with commas: in Excel, as “CSV UTF-8 (Comma delimited)”.",
    ),
    "csv-damaged": Wording(
        "The file is damaged as CSV: {found}.", "Save it again as CSV and try that."
    ),
    "unknown-council": Wording(
        "{found}.{hint}", "Name the council as the file does: --council NAME."
    ),
    "council-twice": Wording(
        "Several rows are of {found}.", "Keep one of them, such as the newest."
    ),
    "no-crosswalk": Wording(
        "No crosswalk ties the framework {found} to {allowed}.",
        "Give a crosswalk of your own: --crosswalk FILE, or crosswalk= in Python.",
    ),
    "crosswalk-of-others": Wording(
        "The crosswalk {found}, and not {allowed}.", "Give a crosswalk that ties these two."
    ),
    # ASCOF
    "council-not-in-file": Wording(
        "No row is of the council {found}.{hint}", "Give its name or code as in the file."
    ),
    "council-not-in-year": Wording(
        "No row of this file is of the council {found}.",
        "Look whether it has another name or code there.",
        is_note=True,
    ),
    "row-narrow": Wording(
        "The row has {found} columns.", "Download the file again, or mend the row."
    ),
    "figure-not-read": Wording(
        "{found} is neither a figure nor a mark for one that is not published.",
        "Look it up in the published file.",
    ),
    "figure-twice": Wording(
        "One figure stands twice with different values: {found}.",
        "Download the file again, or mend the row.",
    ),
    "year-missing": Wording(
        "Neither the file nor its name says which year it is of.",
        "Put it into the file's name, such as ascof-2023-24.csv; ascof takes --year too.",
    ),
    "year-from-name": Wording(
        "The year {found} is taken from the file's name.",
        "If it is another, mend the name; ascof takes --year too.",
        is_note=True,
    ),
    "not-long-csv": Wording(
        "This is not the published long CSV. Its headings are {found}; those needed are {allowed}.",
        "Download the long CSV of ASCOF, with a row for each figure, and give that.",
    ),
    "measures-added": Wording(
        "Added as evidence: {found}.", "Look at them on the sheet Evidence.", is_note=True
    ),
    "measures-there": Wording(
        "In the return already, and so not added again: {found}.",
        "Nothing needs doing.",
        is_note=True,
    ),
    "measures-no-figure": Wording(
        "No figure of the council is published, and so no evidence: {found}.",
        "They stay in the table, with the mark that stands for the figure.",
        is_note=True,
    ),
    "measures-not-tied": Wording(
        "Tied to no standard, and so no evidence: {found}.",
        "They stay in the table; a crosswalk of your own can tie them.",
        is_note=True,
    ),
    "region-not-known": Wording(
        "The region of {found} is not known, so none is shown.",
        "Give its name: with --region on the command line, or as region in Python.",
        is_note=True,
    ),
    "region-not-in-files": Wording(
        "The region {found} has no figures in what was read, so none is shown.{hint}",
        "If the files have it, write its name as they do.",
        is_note=True,
    ),
    "type-not-in-files": Wording(
        "The type of council {found} has no figures in what was read, so none is shown.{hint}",
        "If the files have it, write its name as they do.",
        is_note=True,
    ),
    "type-not-known": Wording(
        "The type of council of {found} is not known, so none is shown.",
        "Give its name: with --type on the command line, or as council_type in Python.",
        is_note=True,
    ),
}
