"""Whether text of a Word file is hidden, by itself or by a style, as Word works that out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Any

from attrs import frozen

from .opened import attribute, local

__all__ = ["OFF", "Hiding", "hiding_styles", "is_hidden"]

OFF = ("0", "false", "off")


@frozen
class Hiding:
    """The styles of a file that hide text.

    Args:
        styles: their IDs.
        unstyled: whether paragraphs that name no style are hidden too.
    """

    styles: frozenset[str]
    unstyled: bool


def hiding_styles(trees: Iterable[Any]) -> Hiding:
    """Which styles hide text: by what they say, or by what they are based on.

    Args:
        trees: the parts that hold a file's styles.
    """
    kinds = ("docDefaults", "style")
    every = [each for each in chain.from_iterable(trees) if local(each) in kinds]
    # What holds for all, and is no style itself, has no ID; styles based on none go by it.
    based = {attribute(each, "styleId"): _based_on(each) for each in every}
    said = {attribute(each, "styleId"): _vanishes(each) for each in every}
    hidden = {name for name in based if _hides(name, based, said)}
    usual = [attribute(each, "styleId") for each in every if _is_usual(each)]
    return Hiding(frozenset(hidden), "" in hidden or not hidden.isdisjoint(usual))


def _hides(name: str, based: dict[str, str], said: dict[str, bool | None]) -> bool:
    """What the nearest style says that says anything; styles in a ring say nothing."""
    seen: set[str] = set()
    while said.get(name) is None and name in based and name not in seen:
        seen.add(name)
        name = based[name]
    return bool(said.get(name))


def _based_on(style: Any) -> str:
    return next((attribute(each, "val") for each in style if local(each) == "basedOn"), "")


def _is_usual(style: Any) -> bool:
    """Whether paragraphs that name no style are of this one."""
    is_default = attribute(style, "default") not in ("", *OFF)
    return is_default and attribute(style, "type") == "paragraph"


def _vanishes(element: Any) -> bool | None:
    """Whether it says that text is hidden, or that it is not; None where it says neither."""
    found = [each for each in element.iter() if local(each) == "vanish"]
    return attribute(found[0], "val") not in OFF if found else None


def is_hidden(element: Any, hiding: Hiding) -> bool:
    """Whether a paragraph or a run is hidden.

    Args:
        element: the paragraph or the run.
        hiding: the file's styles that hide text.
    """
    own = {local(each): each for each in element}
    said = _vanishes(own["rPr"]) if "rPr" in own else None
    if said is not None:
        return said
    parts = [each for name, each in own.items() if name in ("rPr", "pPr")]
    used = [each for part in parts for each in part if local(each) in ("rStyle", "pStyle")]
    if any(attribute(each, "val") in hiding.styles for each in used):
        return True
    return local(element) == "p" and not used and hiding.unstyled
