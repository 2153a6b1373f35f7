"""What every outside view is: something with a name, in one edition, with a fingerprint."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from ..framework import digest_of
from ..scale import Identifier

__all__ = ["Edition"]


@frozen
class Edition:
    """An outside view in one edition."""

    id: Identifier
    edition: str
    title: str

    @cached_property
    def digest(self) -> str:
        """sha256 of all the content, in hexadecimal."""
        return digest_of(self)

    @property
    def name(self) -> str:
        """Title and edition, as on papers."""
        return f"{self.title} ({self.edition})"
