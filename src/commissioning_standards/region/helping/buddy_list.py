"""The region's own list of who can help whom, and of what could not be met and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...listing import json_text
from ...version import VERSION
from .buddies import Buddies, Reason
from .confidential import (
    FOLDER,
    INDENT,
    made_from,
    made_from_in_words,
    not_counted,
    not_counted_in_words,
    own_returns,
    wrapped,
)
from .letters import letters

__all__ = ["LETTERS", "LIST_FILES", "buddies_document", "buddies_text", "buddy_files"]

SCHEMA = "commissioning-standards/buddies/1"
LIST_FILES = (f"{FOLDER}/buddies.txt", f"{FOLDER}/buddies.json")
LETTERS = f"{FOLDER}/buddies"
NOTICE = "Confidential: the region's own list. It names councils, and goes to none of them."
RULE = (
    "A helper's own view of the standard is at least one whole level higher, and no open answer "
    "could change that. Both councils said that they may be named to each other."
)


def buddies_document(found: Buddies) -> dict[str, Any]:
    """Who can help whom as plain data, without any score."""
    return {
        "schema": SCHEMA,
        "software": VERSION,
        "notice": NOTICE,
        "period": found.period,
        "rule": RULE,
        "most_at_once": found.most,
        **not_counted(found.undecided, found.uncounted),
        "returns": made_from(own_returns(found.councils)),
        "matches": [
            {
                "asker": each.asker.council,
                "helper": each.helper.council,
                "standard": each.standard.number,
                "title": each.standard.title,
            }
            for each in found.matches
        ],
        "loads": found.loads,
        "unmet": [
            {
                "asker": each.asker.council,
                "standard": each.standard.number,
                "title": each.standard.title,
                "code": code(each.reason),
                "reason": each.reason.value,
            }
            for each in found.unmet
        ],
    }


def code(reason: Reason) -> str:
    """A reason's short name, for scripts."""
    return reason.name.lower().replace("_", "-")


def buddies_text(found: Buddies) -> str:
    """Who can help whom, for the region's lead."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Buddies) -> Iterator[str]:
    yield from wrapped(NOTICE)
    met, all_of_them = len(found.matches), len(found.matches) + len(found.unmet)
    yield from ("", f"Who can help whom, {found.period}".rstrip(", "))
    yield from wrapped(f"Askings for help that are met: {met} of {all_of_them}.")
    for each in found.matches:
        asks = f"{each.asker.council} asks for help with {each.standard.heading}"
        yield from ("", *wrapped(asks), *wrapped(f"{each.helper.council} can help.", INDENT))
    yield from _unmet(found)
    yield from not_counted_in_words(found.undecided, found.uncounted)
    yield from ("", *wrapped(RULE))
    for text in made_from_in_words(own_returns(found.councils)):
        yield from wrapped(text)


def _unmet(found: Buddies) -> Iterator[str]:
    if found.unmet:
        yield from ("", "What could not be met, and why")
    for each in found.unmet:
        asks = f"{each.asker.council} asks for help with {each.standard.heading}"
        yield from ("", *wrapped(asks), *wrapped(each.reason.value, INDENT))


def buddy_files(found: Buddies) -> dict[str, bytes]:
    """The region's list and all letters, each by the name of its file."""
    lists = (buddies_text(found), json_text(buddies_document(found)))
    texts = {
        **dict(zip(LIST_FILES, lists, strict=True)),
        **{f"{LETTERS}/{name}": text for name, text in letters(found).items()},
    }
    return {name: text.encode() for name, text in texts.items()}
