"""How things show themselves, in a notebook or a terminal, wherever they are in the layers."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module
from typing import Any

from attrs import fields, has

__all__ = ["Brief", "ShownInNotebooks"]

# The longest thing that is printed as part of another one: a score or a rating fits.
LONGEST = 400

# The words for them stand above the things, so they are fetched when first shown.
TELLERS = {
    "Agenda": "notebook.meetings.agenda",
    "Ascof": "notebook.outside.ascof",
    "Assessment": "notebook.returns.assessment",
    "BesideCqc": "notebook.outside.beside",
    "Buddies": "region.shown.buddies",
    "Collation": "region.shown.collation",
    "Comparison": "notebook.comparisons.comparison",
    "Coverage": "notebook.returns.coverage",
    "Explanation": "notebook.scores.explanation",
    "Framework": "notebook.returns.framework",
    "Judgement": "notebook.outside.judgement",
    "Moderation": "notebook.meetings.moderation",
    "OutsideView": "notebook.outside.view",
    "Region": "region.shown.region",
    "Scorecard": "notebook.scores.scorecard",
    "SelfAwareness": "notebook.comparisons.awareness",
    "Sensitivity": "notebook.scores.sensitivity",
    "SharedTable": "region.shown.table",
}


class Brief:
    """Whatever holds so much that a print of it all would flood the screen.

    It is printed with how many parts it has, and with whose larger things it
    holds. Its class says ``@frozen(repr=False)``.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        name = type(self).__name__
        if not has(type(self)):
            return f"{name}({_counted(self)})"
        told = (f"{key}={_in_short(value)}" for key, value in _content(self).items())
        return f"{name}({', '.join(told)})"


def _content(thing: Any) -> dict[str, object]:
    return {each.name: getattr(thing, each.name) for each in fields(type(thing))}


def _counted(things: Any) -> str:
    return f"<{len(things)}>"


def _in_short(value: object) -> str:
    if isinstance(value, Brief):
        return f"<{' '.join(filter(None, [type(value).__name__, *_whose(value)]))}>"
    if isinstance(value, Collection) and not isinstance(value, str):
        return _counted(value)
    whole = repr(value)
    return whole if len(whole) <= LONGEST else f"<{type(value).__name__}>"


def _whose(thing: Brief) -> tuple[str, ...]:
    """The council and period that a thing is about; the ID of one that is about none."""
    content = _content(thing) if has(type(thing)) else {}
    if "council" in content:
        return tuple(str(content.get(each) or "") for each in ("council", "period"))
    inner = (each for each in content.values() if isinstance(each, Brief))
    named = (str(content["id"]),) if "id" in content else ()
    return named or next(map(_whose, inner), ())


class ShownInNotebooks(Brief):
    """Whatever a notebook shows as a small table of its own."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """A table with a caption, and what it was made from; all text is escaped."""
        module, _, name = TELLERS[type(self).__name__].rpartition(".")
        told: str = getattr(import_module(f"{__package__}.{module}"), name)(self)
        return told
