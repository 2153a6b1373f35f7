"""A settings file to start from: every setting as it is without one, explained."""

from __future__ import annotations

from importlib.resources import files

from .settings import BROUGHT

__all__ = ["starter_settings"]

STARTER, FIRST_SECTION = "starter.toml", "[["


def starter_settings() -> str:
    """The text of a settings file that changes nothing, with a comment on every setting."""
    folder = files(__package__)
    brought = (folder / BROUGHT).read_text("utf-8")
    sections = brought[brought.index(FIRST_SECTION) :]
    return (folder / STARTER).read_text("utf-8") + sections
