"""What is said of assessments and their moderation."""

from __future__ import annotations

from .wording import Wording

__all__ = ["ASSESSMENTS"]

ASSESSMENTS: dict[str, Wording] = {
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
        "Give that framework's folder: --framework FOLDER, or in Python "
        "framework=load_framework(FOLDER).",
    ),
    "framework-not-given": Wording(
        "It was made with the framework {found}, and cannot be set beside {allowed}.",
        "Leave it out; or read what was made with {found} by itself, without --framework "
        "(framework= in Python).",
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
    "wrong-schema": Wording("The data {found}.", "Give an assessment written by this software."),
    "others-left": Wording(
        "Nothing was made of {allowed}, because of {found}.",
        "Mend what is told above, or give the command without {found}.",
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
    # Moderation
    "too-few-returns": Wording(
        "Moderation brings returns together, and there is {found} here.",
        "Give two or more, by different respondents.",
    ),
    "same-respondent": Wording(
        "It is by {found}, in the same voice as {allowed}.",
        "Keep one of the two, or write in each who filled it in.",
    ),
    "same-return": Wording("It is the same file as {allowed}.", "Give each return once."),
    "two-councils": Wording(
        "Its council is {found}, and that of {allowed}.",
        "Leave one of the two out, or correct the council where it is wrong.",
    ),
    "two-periods": Wording(
        "Its period is {found}, and that of {allowed}.",
        "Leave one of the two out, or correct the period where it is wrong.",
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
    "not-the-peers": Wording(
        "It gives the view of {found}, and not of a peer team.",
        "Give the peer team's own return.",
    ),
    "last-is-now": Wording(
        "It is one of the very returns that it would be set beside.", "Give last round's return."
    ),
    "outside-other-period": Wording(
        "Its period is {found}, and that of the council's own return is {allowed}.",
        "Look whether it is the return you meant.",
        is_note=True,
    ),
    "last-not-earlier": Wording(
        "Its period is {found}, and so not before the period that it is set beside, {allowed}.",
        "Look whether it is last round's return.",
        is_note=True,
    ),
    "meeting-as-return": Wording(
        "It is the workbook of a meeting, and no return of its own.",
        "Give it with --agreed, beside the returns that the meeting had.",
    ),
    "not-a-meeting": Wording(
        "It is not the workbook of a meeting, so nothing was agreed in it.",
        "Give the workbook that moderate -o made of the returns.",
    ),
    "meeting-had-more": Wording(
        "The meeting had {allowed} returns, and these of them are not given: {found}.",
        "Give all the returns that the meeting had.",
    ),
    "meeting-had-fewer": Wording(
        "The meeting had {allowed} returns, and these were not among them: {found}.",
        "Leave them out, or make a new workbook of all returns and decide in it.",
    ),
    "meeting-by-itself": Wording(
        "It is the workbook of a meeting. Ratings without a comment: {found} of {allowed}.",
        "Give it with --agreed, beside the returns: moderate tells which of them need a reason.",
        is_note=True,
    ),
    "decision-missing": Wording(
        "People differ on this and nothing is decided, so it stays open.",
        "To decide it, choose a rating or Don't know, and write the reason in Comment.",
        is_note=True,
    ),
    "decision-reason-missing": Wording(
        "The rating has no reason, and is not what all said.",
        "Write in Comment why it was chosen.",
    ),
}
