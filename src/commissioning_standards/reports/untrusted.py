"""Other people's links in our documents: kept as they are, and kept from doing anything.

Escaping is each writer's own; here is what no escaping covers: links that lead
to more than a page.
"""

from __future__ import annotations

from urllib.parse import urlsplit

__all__ = ["safe_link"]

SCHEMES = ("http", "https", "mailto")


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
