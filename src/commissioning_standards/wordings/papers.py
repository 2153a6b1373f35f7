"""What is said of papers: the pack, the account and their settings."""

from __future__ import annotations

from .wording import Wording

__all__ = ["PAPERS"]

PAPERS: dict[str, Wording] = {
    "toml-slip": Wording(
        "The file cannot be read: {found}.{hint}", "Correct that line in a text editor."
    ),
    "not-a-list": Wording(
        "{found} is not a list.", "Write it in square brackets: {allowed}. [] is empty."
    ),
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
        'Install it with pip install "commissioning-standards[reports]", or ".[reports]" in the '
        "software's own folder; or make the pack without them (--web-only).",
    ),
    "not-a-document": Wording(
        "This is not a Word, PowerPoint or Excel file of today's kind.",
        "Open it and save it as .docx, .pptx or .xlsx.",
    ),
}
