"""Things whose parts are looked up by what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["LookedUp"]


class LookedUp:
    """Whatever has parts that are looked up by name or number.

    ``in`` asks whether there is such a part. There are several ways to go
    through the parts, each with a name of its own, so none is chosen here.
    """

    __slots__ = ()

    # Without this, Python would go through them by the numbers 0, 1, 2.
    __iter__ = None

    if TYPE_CHECKING:

        def __getitem__(self, key: Any) -> Any: ...

    def __contains__(self, key: object) -> bool:
        try:
            self[key]
        except KeyError:
            return False
        return True
