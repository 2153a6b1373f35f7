"""What one kind of problem says."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Wording"]


@frozen
class Wording:
    """The sentence and the remedy for one kind of problem."""

    message: str
    remedy: str
    is_note: bool = False
