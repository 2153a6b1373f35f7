"""Libraries that only some people need, and what to do where one is missing."""

from __future__ import annotations

from importlib.util import find_spec

from ..problems import OutputError, problem

__all__ = ["check_extra"]


def check_extra(extra: str, *libraries: str) -> None:
    """Make sure that an extra is installed, before any work is done that needs it.

    Args:
        extra: its name, as ``pip`` is told it.
        libraries: what it brings, by the names that they are imported by.

    Raises:
        OutputError: one of them is not there; names all that are missing.
    """
    missing = [each for each in libraries if find_spec(each) is None]
    if missing:
        raise OutputError([problem("extra-missing", found=" and ".join(missing), allowed=extra)])
