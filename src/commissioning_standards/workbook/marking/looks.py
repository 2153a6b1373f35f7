"""How cells look: formats of our own put beside the return's, and the mark of a bad cell."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from attrs import define, field

from .trees import Element, child

__all__ = ["MARK", "Looks"]

RED, PALE_RED = "#B3261E", "#FBE3E1"
MARK = {"bg_color": PALE_RED, "border": 2, "border_color": RED}
KINDS = {"fonts": "fontId", "fills": "fillId", "borders": "borderId"}
YES = {"1", "true"}


@define
class Looks:
    """The formats of a return.

    Args:
        tree: its part of styles.
    """

    tree: Element
    _marked: dict[str, str] = field(factory=dict)
    _mark: dict[str, str] = field(factory=dict)

    def put_beside(self, others: Element) -> int:
        """Add another workbook's formats, and say what their numbers begin at now."""
        starts = {"numFmtId": 0, "xfId": 0}
        for name, key in KINDS.items():
            starts[key] = _extend(child(self.tree, name), child(others, name))
        formats = deepcopy(child(others, "cellXfs"))
        for each in formats:
            each.attrib |= {key: str(int(each.get(key, 0)) + starts[key]) for key in starts}
        return _extend(child(self.tree, "cellXfs"), formats)

    def mark_like(self, number: int) -> None:
        """Say which format shows the mark of a bad cell."""
        shown = child(self.tree, "cellXfs")[number]
        self._mark = {key: shown.get(key, "") for key in ("fillId", "borderId")}

    def marked(self, number: str) -> str:
        """A format with the mark of a bad cell, and open to input on a locked sheet."""
        if number not in self._marked:
            formats = child(self.tree, "cellXfs")
            made = deepcopy(formats[int(number)])
            made.attrib |= self._mark
            made.attrib |= dict.fromkeys(("applyFill", "applyBorder", "applyProtection"), "1")
            _protection(made).set("locked", "0")
            self._marked[number] = str(_extend(formats, [made]))
        return self._marked[number]

    def earlier_marks(self) -> dict[str, str]:
        """Formats that an earlier round marked, each with the one it was made from."""
        formats = child(self.tree, "cellXfs")
        marked = [index for index, each in enumerate(formats) if self._is_marked(each)]
        plain = [index for index in range(len(formats)) if index not in marked]
        found: dict[str, str] = {}
        for index in marked:
            alike = [each for each in plain if _nature(formats[each]) == _nature(formats[index])]
            # The mark unlocks; what was open before is the likelier origin.
            alike.sort(key=lambda each: _is_locked(formats[each]))
            found |= {str(index): str(each) for each in alike[:1]}
        return found

    def _is_marked(self, look: Element) -> bool:
        fill = child(self.tree, "fills")[int(look.get("fillId", 0))]
        left = child(self.tree, "borders")[int(look.get("borderId", 0))].find("left")
        return (
            _colour(fill.find("patternFill/fgColor")) == PALE_RED
            and left is not None
            and _colour(left.find("color")) == RED
        )


def _extend(mine: Element, others: Element | Sequence[Element]) -> int:
    """Add to a list, and say at which number the additions begin."""
    start = len(mine)
    mine.extend(others)
    mine.set("count", str(len(mine)))
    return start


def _protection(look: Element) -> Element:
    found = look.find("protection")
    if found is None:
        found = Element("protection")
        look.insert(sum(each.tag == "alignment" for each in look), found)
    return found


def _is_locked(look: Element) -> bool:
    found = look.find("protection")
    return found is None or found.get("locked", "1") in YES


def _nature(look: Element) -> tuple[object, ...]:
    """What the mark of a bad cell leaves as it was."""
    alignment = look.find("alignment")
    kept = {} if alignment is None else alignment.attrib
    return look.get("fontId"), look.get("numFmtId"), kept


def _colour(element: Element | None) -> str:
    """A colour as we write it, without how solid it is."""
    return "" if element is None else f"#{element.get('rgb', '')[2:]}"
