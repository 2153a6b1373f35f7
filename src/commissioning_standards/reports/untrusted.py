"""Other people's text in our documents: kept as it is, and kept from doing anything.

Escaping is each writer's own; here is what no escaping covers: marks that turn
the direction of the text after them, and links that lead to more than a page.
"""

from __future__ import annotations

from urllib.parse import urlsplit

__all__ = ["contained", "in_a_sentence", "safe_link"]

OVERRIDES, ENDS_OVERRIDE = "\u202a\u202b\u202d\u202e", "\u202c"
ISOLATES, ENDS_ISOLATE = "\u2066\u2067\u2068", "\u2069"
SCHEMES = ("http", "https", "mailto")


def contained(text: str) -> str:
    """Text in which every mark that turns direction is ended, so that it turns nothing after it.

    Marks are ended on each line, as a line may become a paragraph by itself.
    """
    return "\n".join(line + _endings(line) for line in text.split("\n"))


def _endings(line: str) -> str:
    waiting: list[str] = []
    for char in line:
        if char in OVERRIDES:
            waiting.append(ENDS_OVERRIDE)
        elif char in ISOLATES:
            waiting.append(ENDS_ISOLATE)
        elif waiting and char == waiting[-1]:
            waiting.pop()
    return "".join(reversed(waiting))


def in_a_sentence(text: str) -> str:
    """A name as a sentence of ours can hold it: on one line, and turning nothing after it."""
    return contained(" ".join(text.split()))


def safe_link(text: str) -> str | None:
    """Where a text leads, if it is a link to a web page or an e-mail address; else None.

    Only ``http``, ``https`` and ``mailto`` lead anywhere: other kinds can run a
    program or open a file on the reader's machine.
    """
    address = text.strip()
    if not address.isprintable() or any(char.isspace() for char in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in SCHEMES:
        return None
    leads = parts.path if parts.scheme == "mailto" else parts.netloc
    return address if leads else None
