"""What is said of many councils."""

from __future__ import annotations

from .wording import Wording

__all__ = ["REGIONS"]

REGIONS: dict[str, Wording] = {
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
    "meeting-not-settled": Wording(
        "It is a meeting's workbook with lines that nobody has decided, so it does not speak for "
        "the council.",
        "Ask for the agreed return that is made of it: moderate --agreed FILE -o OUT.",
        is_note=True,
    ),
    "several-peer-views": Wording(
        "{found} returns are a peer team's, so none counts as theirs: {allowed}.",
        "Leave out all but one.",
    ),
    "processes-do-not-start": Wording(
        "The processes that read files cannot start as this one did.",
        'Save the script as a file, with what it does under `if __name__ == "__main__":`. '
        "Or give an executor of your own, such as a ThreadPoolExecutor.",
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
    "round-passed-over": Wording(
        "Passed over, as fewer than {allowed} councils have a view of their own: {found}.",
        "Look for a period that was mistyped, or give --period.",
    ),
    "round-nearly-empty": Wording(
        "Too few councils are counted in {found}, so the shared table of {allowed} stays.",
        "Look for a period that was mistyped, or give --period to share it all the same.",
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
    "mine-does-not-speak": Wording(
        "It is a return of the voice {found}, which does not speak for the council.",
        "Give the council's agreed return, its leaders' one, or one without a voice.",
    ),
    "mine-is-another": Wording(
        "The council is counted by another return: {found}.", "Give that one."
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
    "no-such-input": Wording(
        "There is no such file or folder, so nothing was written.", "Check the name.{hint}"
    ),
    "nothing-to-read": Wording(
        "There is no return in this folder, nor in any within it, so nothing was written.",
        "Check the name; returns end in .xlsx or .json.{hint}",
    ),
    "of-another-framework": Wording(
        "It was made with the framework {found}.",
        "Leave it out, or ask the council for a return of the framework of the others. Only if "
        "all are of {found}, give that framework's folder: --framework FOLDER, or in Python "
        "framework=load_framework(FOLDER).",
    ),
    "output-among-returns": Wording(
        "This is a folder of returns that are read, and nothing in it is ever changed.",
        "Choose another folder for the output.",
    ),
    "output-in-use": Wording(
        "Another run is writing into this folder.",
        "Wait until it has ended, and give the command again.",
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
        'Install it with pip install "commissioning-standards[{allowed}]", or ".[{allowed}]" in '
        "the software's own folder.",
    ),
}
