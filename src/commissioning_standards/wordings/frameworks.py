"""What is said of frameworks as data."""

from __future__ import annotations

from .wording import Wording

__all__ = ["FRAMEWORKS"]

FRAMEWORKS: dict[str, Wording] = {
    "not-toml": Wording(
        "This is not valid TOML: {found}.", "Correct the line, or open it in a text editor."
    ),
    "toml-not-text": Wording(
        "This is no text file in UTF-8, and so no TOML.",
        "Name the file that is wanted, or save it as text in UTF-8.",
    ),
    "file-missing": Wording("There is no such file or folder.", "Check the name and the folder."),
    "is-folder": Wording("It is a folder.", "Name a file in it."),
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
}
