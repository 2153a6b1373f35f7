"""What a workbook says of itself: where its sheets stand, and which cells are dates.

Only what answers depend on is read. Themes, charts, names and properties are
passed over, so that nothing in them can keep a return from being read.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from datetime import datetime
from xml.etree.ElementTree import Element

from attrs import frozen
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from .parts import MAIN, Allowance, Parts
from .strings import shared_texts

__all__ = ["Book", "Sheet", "open_book"]

MOST_SHEETS = 200
LONGEST_FORMAT = 255

SHEET, PROPERTIES, NAME = (f"{MAIN}{tag}" for tag in ("sheet", "workbookPr", "definedName"))
NUMBER_FORMATS, STYLES = f"{MAIN}numFmts/{MAIN}numFmt", f"{MAIN}cellXfs/{MAIN}xf"
TRUE = ("1", "true")
RESERVED = "_xlnm."


@frozen
class Sheet:
    """One worksheet: what it is called, and its part of the archive."""

    name: str
    part: str


@frozen
class Book:
    """A workbook whose cells have not been read yet.

    Args:
        parts: of its archive.
        sheets: in order; charts and macros on sheets of their own left out.
        texts: that its cells share, by number.
        dates: the styles that show numbers as dates; True for a length of time.
        epoch: the day that its dates are counted from.
        names: each defined name as it is written with what it stands for, by the
            name in small letters; several where sheets have one of their own.
        values: whether to read what formulas last came to, and not the formulas.
    """

    parts: Parts
    sheets: tuple[Sheet, ...]
    texts: Mapping[int, str]
    dates: Mapping[int, bool]
    epoch: datetime
    names: Mapping[str, tuple[tuple[str, str], ...]]
    values: bool


@frozen
class _Relation:
    """One part that another names: the kind of it, and where it is."""

    kind: str
    part: str


def open_book(parts: Parts, *, values: bool) -> Book:
    """Read what a workbook says of itself.

    Args:
        parts: of its archive.
        values: whether to read what formulas last came to, and not the formulas.

    Raises:
        WorkbookError: there is more of it than any return holds.
        Exception: it is damaged.
    """
    (path,) = _of_kind(_relations(parts, ""), "officeDocument")
    relations = _relations(parts, path)
    root = parts.tree(path)
    texts = [shared_texts(parts.elements(each)) for each in _of_kind(relations, "sharedStrings")]
    styles = [_date_styles(parts.tree(each)) for each in _of_kind(relations, "styles")]
    if max(len(texts), len(styles)) > 1:
        raise ValueError("two parts of one kind")
    return Book(
        parts,
        tuple(_sheets(root, relations)),
        dict(*texts),
        dict(*styles),
        MAC_EPOCH if _counts_from_1904(root) else WINDOWS_EPOCH,
        _names(root),
        values,
    )


def _relations(parts: Parts, owner: str) -> dict[str, _Relation]:
    """The parts that a part names, by the name it has for each."""
    folder, name = posixpath.split(owner)
    found = {}
    for node in parts.tree(posixpath.join(folder, "_rels", f"{name}.rels")):
        kind = node.get("Type", "").rpartition("/")[2]
        target = posixpath.join("/", folder, node.get("Target", ""))
        found[node.get("Id", "")] = _Relation(kind, posixpath.normpath(target).lstrip("/"))
    return found


def _of_kind(relations: Mapping[str, _Relation], kind: str) -> list[str]:
    return [each.part for each in relations.values() if each.kind == kind]


def _sheets(root: Element, relations: Mapping[str, _Relation]) -> Iterator[Sheet]:
    sheets = list(root.iter(SHEET))
    if len({each.get("name", "").casefold() for each in sheets}) < len(sheets):
        raise ValueError("two sheets of one name")
    Allowance(MOST_SHEETS, "sheets").spend(len(sheets))
    for sheet in sheets:
        # The attribute has one of two long names; only its last part matters.
        (target,) = (value for key, value in sheet.items() if key.endswith("}id"))
        if relations[target].kind == "worksheet":
            yield Sheet(sheet.get("name", ""), relations[target].part)


def _names(root: Element) -> dict[str, tuple[tuple[str, str], ...]]:
    """What people named; print areas and the like are names that programs made."""
    found: dict[str, list[tuple[str, str]]] = {}
    for node in root.iter(NAME):
        name = node.get("name", "")
        if not name.startswith(RESERVED):
            found.setdefault(name.casefold(), []).append((name, node.text or ""))
    return {name: tuple(pairs) for name, pairs in found.items()}


def _counts_from_1904(root: Element) -> bool:
    properties = root.find(PROPERTIES)
    return properties is not None and properties.get("date1904") in TRUE


def _date_styles(root: Element) -> dict[int, bool]:
    """The styles whose number format is one of dates or times."""
    formats = dict(BUILTIN_FORMATS)
    for node in root.findall(NUMBER_FORMATS):
        formats[int(node.attrib["numFmtId"])] = node.attrib["formatCode"][:LONGEST_FORMAT]
    lengths = {
        key: is_timedelta_format(code) for key, code in formats.items() if is_date_format(code)
    }
    used = (int(node.get("numFmtId", 0)) for node in root.findall(STYLES))
    return {index: lengths[key] for index, key in enumerate(used) if key in lengths}
