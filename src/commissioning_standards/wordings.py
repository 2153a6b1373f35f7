"""The catalogue of problems: every sentence that says what is wrong, and what to do.

Slots in braces are filled in: what was found, what is allowed, and a hint such
as a near miss. Codes are stable between versions, so that scripts can use them.
"""

from __future__ import annotations

from attrs import frozen

__all__ = ["WORDINGS", "Wording"]


@frozen
class Wording:
    """The sentence and the remedy for one kind of problem."""

    message: str
    remedy: str
    is_note: bool = False


WORDINGS: dict[str, Wording] = {
    # Frameworks as data
    "not-toml": Wording(
        "This is not valid TOML: {found}.", "Correct the line, or open it in a text editor."
    ),
    "file-missing": Wording("There is no such file or folder.", "Check the name and the folder."),
    "not-readable": Wording(
        "It could not be read: {found}.", "Close it in other programs and check its permissions."
    ),
    "no-standards": Wording(
        "The folder holds no standards.", "Add one TOML file for each standard."
    ),
    "no-criteria": Wording("The standard has no criteria.", "Add a criterion to it."),
    "unknown-framework": Wording(
        "There is no framework called {found}.{hint}",
        "Name one of these, or give the path to a folder of your own.",
    ),
    "unknown-key": Wording("The key {found} is not known here.{hint}", "Correct or remove it."),
    "missing-key": Wording("The key {found} is missing.", "Add it."),
    "wrong-type": Wording("{found} is not {allowed}.", "Write {allowed}."),
    "not-allowed": Wording("{found} is not allowed here.{hint}", "Use one of the allowed values."),
    "blank-text": Wording("The text is blank.", "Write it, or remove the key if it is optional."),
    "duplicate-id": Wording(
        "The ID {found} stands more than once.{hint}", "Give every part an ID of its own."
    ),
    "unknown-domain": Wording(
        "There is no domain {found}.{hint}", "Use a domain of framework.toml."
    ),
    "unknown-level": Wording("There is no level {found}.{hint}", "Use a level of framework.toml."),
    "missing-level": Wording("The level {found} has no description.", "Describe every level."),
    "too-few-levels": Wording(
        "The scale has {found} of the two or more levels it needs.", "Add a level."
    ),
    "levels-out-of-order": Wording(
        "The level values do not rise from first to last.", "Order the levels from lowest up."
    ),
    "empty-domain": Wording(
        "The domain {found} has no standards.", "Add a standard to it, or remove the domain."
    ),
    "bad-id": Wording("{found} cannot be an ID.", "Write {allowed}."),
    "no-quick-levels": Wording(
        "The standard has no [quick] levels, which the quick form is made of.",
        "Describe every level under [quick] in its file, or use the full form.",
    ),
    "unknown-form": Wording(
        "There is no form called {found}.{hint}", "Make it again as the full or the quick form."
    ),
    "other-form": Wording(
        "This is the {found} form, and the {allowed} form was asked for.",
        "Read it with the whole framework.",
    ),
    # Assessments
    "unknown-criterion": Wording(
        "There is no criterion {found} in this framework.{hint}", "Correct or remove the ID."
    ),
    "duplicate-rating": Wording(
        "The criterion {found} is answered more than once.", "Keep one answer."
    ),
    "answer-not-allowed": Wording(
        "{found} is not an answer for this criterion.{hint}",
        "Choose one of the allowed answers, or leave it blank.",
    ),
    "reason-missing": Wording(
        "Not applicable needs a reason, and the comment is blank.",
        "Write in the comment why it does not apply, or choose another answer.",
    ),
    "unknown-reference": Wording(
        "{found} is neither a standard nor a criterion of this framework.",
        "Write standard numbers or criterion IDs, separated by commas.",
    ),
    "unknown-standard": Wording(
        "{found} is no standard of this framework.",
        "Write the numbers of standards, separated by commas.",
    ),
    "standard-dropped": Wording(
        "{found} is no standard now, so no help is asked with it.",
        "Look whether another standard asks for it.",
        is_note=True,
    ),
    "title-missing": Wording(
        "This row has details but nothing that says what it is.",
        "Fill in its first column, or clear the row.",
    ),
    "wrong-framework": Wording(
        "It was made with the framework {found}.",
        "Give that framework's folder: --framework FOLDER, or framework= in Python.",
    ),
    "from-edition": Wording(
        "It was made from edition {found}, and is read into edition {allowed} by criterion ID.",
        "Look at what was added, dropped or moved.",
        is_note=True,
    ),
    "criterion-added": Wording(
        "It has no row in this return: it was added since, or its row was deleted.",
        "Answer it, or leave it blank.",
        is_note=True,
    ),
    "criterion-dropped": Wording(
        "There is no criterion {found} now.",
        "Look whether another criterion asks for it.",
        is_note=True,
    ),
    "answer-left-out": Wording(
        "The answer {found} to {allowed} is left out, as nothing asks for it now.",
        "Look whether another criterion asks for it.",
        is_note=True,
    ),
    "criterion-moved": Wording(
        "{found} stood under {allowed}, and is now under another standard.",
        "Look whether its answer still fits.",
        is_note=True,
    ),
    "reference-dropped": Wording(
        "{found} is no standard or criterion now, and is left out.",
        "Name what it is about now.",
        is_note=True,
    ),
    "other-wording": Wording(
        "The framework's wording has changed since it was made.",
        "Nothing needs doing: answers are matched by ID.",
        is_note=True,
    ),
    "duplicate-key": Wording(
        "The key {found} stands more than once in one object.", "Keep one of them."
    ),
    "other-edition": Wording(
        "It was made with edition {found} of the framework, and this is {allowed}.",
        "Name the folder that holds that edition.",
    ),
    "other-scale": Wording(
        "It was answered on another scale, {found}; this one is {allowed}.",
        "Name the folder that holds the framework it was made with.",
    ),
    "not-json": Wording("This is not valid JSON: {found}.", "Give a file this software wrote."),
    "wrong-schema": Wording(
        "The data says it is {found}.", "Give an assessment written by this software."
    ),
    "unknown-rule": Wording("There is no scoring rule {found}.{hint}", "Use an allowed rule."),
    "unknown-enquiry-rule": Wording(
        "There is no rule of enquiry {found}.{hint}", "Use an allowed rule."
    ),
    "not-one-to-show": Wording(
        "The framework has no part called {found}.{hint}",
        "Name a domain, a standard's number or a criterion's ID.",
    ),
    "not-one-to-explain": Wording(
        "There is no score of {found} to explain.{hint}",
        "Name a domain, a standard's number, a criterion's ID, or overall.",
    ),
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
        "The file does not say that it is of a known kind, but {found}.{hint}",
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
        "No row is of {found}.{hint}", "Name the council as the file does: --council NAME."
    ),
    "council-twice": Wording(
        "Several rows are of {found}.", "Keep one of them, such as the newest."
    ),
    "no-crosswalk": Wording(
        "No crosswalk ties the framework {found} to {allowed}.",
        "Give a crosswalk of your own: --crosswalk FILE, or crosswalk= in Python.",
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
        "Say it: --year 2023-24, or year= in Python.",
    ),
    "year-from-name": Wording(
        "The year {found} is taken from the file's name.",
        "Give --year if it is another.",
        is_note=True,
    ),
    "measures-not-tied": Wording(
        "Tied to no standard, and so no evidence: {found}.",
        "They stay in the table; a crosswalk of your own can tie them.",
        is_note=True,
    ),
    "region-not-known": Wording(
        "The region of {found} is not known, so none is shown.",
        "Say it: --region NAME, or region= in Python.",
        is_note=True,
    ),
    "type-not-known": Wording(
        "The type of council of {found} is not known, so none is shown.",
        "Say it: --type NAME, or council_type= in Python.",
        is_note=True,
    ),
    # Moderation
    "too-few-returns": Wording(
        "Moderation brings returns together, and there is {found} here.",
        "Give two or more, by different respondents.",
    ),
    "same-respondent": Wording(
        "It is by {found}, in the same voice as {allowed}.",
        "Keep one of the two, or write in each who filled it in.",
    ),
    "other-council": Wording(
        "Its council is {found}, and that of the others is {allowed}.",
        "Leave it out, or correct the council in it.",
    ),
    "other-period": Wording(
        "Its period is {found}, and that of the others is {allowed}.",
        "Leave it out, or correct the period in it.",
    ),
    "not-comparable": Wording(
        "It was answered with {found}, and the others with {allowed}.",
        "Leave it out, or ask for it again in the workbook that the others have.",
    ),
    "decision-missing": Wording(
        "People differ on this, and nothing is decided.",
        "Choose a rating, or Don't know, and write the reason in Comment.",
    ),
    "decision-reason-missing": Wording(
        "The rating has no reason, and is not what all said.",
        "Write in Comment why it was chosen.",
    ),
    # Workbooks
    "too-long": Wording(
        "The text is {found} characters long.", "Shorten it: a cell holds {allowed}."
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
    "date-not-read": Wording("{found} is not a date.", "Type a date such as 2027-03-31."),
    "date-two-ways": Wording(
        "{found} is text, and could mean two different days.",
        "Type it with the year first, such as 2027-03-31.",
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
        "The formula reads {found}, and went out as {allowed}.",
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
        "The name of this hidden list stands for {found}, and went out for {allowed}.",
        "Ask the sender why, or copy the answers into a new workbook.",
    ),
    # Papers
    "not-a-colour": Wording(
        "{found} is not a colour.", "Write six figures after a hash, such as #12436D."
    ),
    "colour-too-pale": Wording(
        "{found} cannot be read easily on white.", "Choose a darker one, of 4.5 to 1 at least."
    ),
    "not-a-picture": Wording(
        "This is not a PNG or JPEG picture that can be read.", "Save the picture as PNG."
    ),
    "picture-too-big": Wording(
        "The picture is far larger than a crest needs to be ({found}).", "Save it smaller."
    ),
    "crest-without-words": Wording(
        "The crest has no words for those who do not see it.",
        "Say in crest_alt what it is, such as: Crest of Borsetshire County Council.",
    ),
    "unknown-section": Wording(
        "There is no section {found}, and it has no text of its own.",
        "Use one of the sections, or give it a text.",
    ),
    "account-one-sided": Wording(
        "The local account has the section {found} and leaves out {allowed}.",
        "Keep both: what is strong and what is not yet good enough have the same room.",
    ),
    "unknown-action": Wording(
        "The return has no action called {found}.{hint}", "Write its title as in the return."
    ),
    "unknown-finding": Wording(
        "The peer team's return has no finding called {found}.{hint}",
        "Write its title as in that return, and give the return.",
    ),
    "link-not-allowed": Wording(
        "{found} is not a link that a paper may hold.",
        "Give a whole address that starts with https:, http: or mailto:.",
    ),
    "library-missing": Wording(
        "Word files and slides need {found}, which is not installed.",
        'Install it with pip install "commissioning-standards[reports]", or make the pack '
        "without them (--web-only).",
    ),
    "not-a-document": Wording(
        "This is not a Word, PowerPoint or Excel file of today's kind.",
        "Open it and save it as .docx, .pptx or .xlsx.",
    ),
    # Many councils
    "helping-differs": Wording(
        "The returns do not say the same of helping each other, so it is left open: {found}.",
        "Decide, and write it on the sheet of that name.",
        is_note=True,
    ),
    "council-not-named": Wording(
        "The return does not say which council it is about, so it counts for none.",
        "Write the council on Start here.",
    ),
    "period-not-named": Wording(
        "The return does not say which round it is of, so it counts in none.",
        "Write the period on Start here, such as 2026-27.",
    ),
    "several-own-views": Wording(
        "{found} returns could each speak for the council, so none does: {allowed}.",
        "Let people agree one in moderation, or leave out all but one.",
    ),
    "no-own-view": Wording(
        "No return speaks for the council.",
        "Add the agreed return, the leaders' return, or one without a voice.",
    ),
    "several-peer-views": Wording(
        "{found} returns are a peer team's, so none counts as theirs: {allowed}.",
        "Leave out all but one.",
    ),
    "council-spelt-two-ways": Wording(
        "One council's name is written in several ways: {found}.",
        "They are counted as one. If they are two councils, write the names so that they differ.",
        is_note=True,
    ),
    "unknown-round": Wording(
        "There is nothing to look at in the round {found}.", "Choose one of: {allowed}."
    ),
    "no-round": Wording(
        "No council has a view of its own, so there is nothing to share.",
        "Add the councils' agreed returns, or their leaders' returns.",
    ),
    "round-mixed": Wording(
        "Not counted, as they answered something else than most: {found}.",
        "Counted are those of {allowed}. Ask the others for the same form.",
        is_note=True,
    ),
    "mine-of-another-form": Wording(
        "It is of {found}, and the table counts returns of {allowed}.",
        "Give the council's return in that form.",
    ),
    "minimum-lowered": Wording(
        "Groups of {found} would be shown, and fewer than {allowed} can give a council away.",
        "Ask for {allowed} or more, or allow it (--allow-small-groups): the table says so.",
    ),
    "minimum-too-small": Wording("Groups of {found} protect nobody.", "Ask for {allowed} or more."),
    "editions-damaged": Wording(
        "The record of what was shared before cannot be read, so nothing is shared now.",
        "Put the file back from a copy. Delete it only if none of it was ever given to anybody.",
    ),
    "editions-of-other-rows": Wording(
        "What was shared before has other rows than this version of the software makes.",
        "Begin the next round in a new folder, or say that none of it was shared (--never-shared).",
    ),
    "no-returns-here": Wording(
        "There is no return in this folder, nor in any within it.",
        "Check the name; returns end in .xlsx or .json.",
    ),
    "not-a-file": Wording(
        "This is no file that can be read.", "Put a copy of the return in its place."
    ),
    "left-out": Wording(
        "The file is neither a workbook nor JSON, and was left out.",
        "If it should be a return, save it as Excel workbook (.xlsx).",
        is_note=True,
    ),
    "same-file-twice": Wording(
        "It is a copy of {found}, and counts once.",
        "Nothing needs doing, unless it was meant to be another return.",
        is_note=True,
    ),
    "reading-hangs": Wording(
        "It was still being read after {found} seconds, and was given up.",
        "Save it under a new name and try that, or give it more time (--time-limit).",
    ),
    "nothing-read": Wording(
        "Nothing at all was read for {found} seconds, and this file was given up with others.",
        "Run it again: what was read is remembered. If it stops again, leave the first one out.",
    ),
    "worker-failed": Wording(
        "What was to read it ended without an answer ({found}).",
        "Run it again: what was read is remembered. If it ends again, save it under a new name.",
    ),
    "cache-unusable": Wording(
        "What was read before is not remembered: {found}.",
        "Nothing is lost but time. If it stays so, delete this file, or free some space.",
        is_note=True,
    ),
    "one-voice-several-returns": Wording(
        "{found} returns are of one voice and form, and all count: {allowed}.",
        "If one replaces another, leave out the older.",
        is_note=True,
    ),
    "mixed-periods": Wording(
        "The returns are of {found} rounds: {allowed}.",
        "Each round is counted by itself. Correct the period in a return that is of another.",
        is_note=True,
    ),
    "mixed-editions": Wording(
        "The returns were made from {found} editions of standards: {allowed}.",
        "Look at them apart where the standards differ.",
        is_note=True,
    ),
    "mixed-forms": Wording(
        "The returns are of {found} forms: {allowed}.",
        "Look at standards across the forms, and at criteria within one form.",
        is_note=True,
    ),
    "mixed-wordings": Wording(
        "Returns made from another wording of the standards: {found}.",
        "Nothing needs doing: answers are matched by ID.",
        is_note=True,
    ),
    "letter-left": Wording(
        "This letter is of an earlier matching, and is still there.",
        "Delete it, so that nobody sends it.",
        is_note=True,
    ),
    "not-text": Wording(
        "It is not text that can be read.", "Save it as plain text (UTF-8), with one name a line."
    ),
    "extra-missing": Wording(
        "This needs {found}, which is not installed.",
        'Install it with pip install "commissioning-standards[{allowed}]".',
    ),
    # Output
    "output-exists": Wording(
        "The file is there already and was left as it is.",
        "Choose another name, or say that it may be replaced (--force).",
    ),
    "output-is-input": Wording(
        "This is one of the files that are read, and is never replaced.", "Choose another name."
    ),
    "output-is-folder": Wording("There is a folder of that name.", "Choose another name."),
    "output-is-file": Wording("There is a file of that name.", "Choose another name."),
    "output-folder-missing": Wording(
        "The folder to write to does not exist.", "Make the folder, or choose another."
    ),
    "output-failed": Wording(
        "It could not be written: {found}.", "Check the folder's permissions and free space."
    ),
    "output-format": Wording("The file ending {found} is not known.", "Use an allowed ending."),
}
