"""What stands in an office file and is not seen at once: one function for each kind of thing."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from attrs import frozen
from PIL import Image, UnidentifiedImageError

from ...text import one_line
from .hiding import OFF, hiding_styles, is_hidden
from .opened import Opened, attribute, local

__all__ = ["LOOKS", "Hidden"]

PERSONAL = {
    "creator": "author",
    "lastModifiedBy": "last changed by",
    "description": "comments",
    "keywords": "keywords",
    "category": "category",
    "Company": "company",
    "Manager": "manager",
}
CHANGES = {"ins": "added", "del": "deleted", "moveFrom": "moved away", "moveTo": "moved here"}
UNSEEN = ("hidden", "veryHidden")


@frozen
class Hidden:
    """One thing that a file would disclose to whoever gets it.

    Args:
        kind: such as ``"comment"`` or ``"author"``.
        what: the thing itself, as text.
        where: the part of the file that it stands in.
    """

    kind: str
    what: str
    where: str

    def row(self) -> dict[str, object]:
        """The same as one flat row."""
        return {"kind": self.kind, "what": self.what, "where": self.where}


def _text(element: Any) -> str:
    return one_line(" ".join("".join(element.itertext()).split()))


def properties(file: Opened) -> Iterator[Hidden]:
    """Who made the file, for whom, and what else its properties say."""
    for name, tree in file.under("docProps/"):
        for element in tree.iter():
            if local(element) in PERSONAL and _text(element):
                yield Hidden(PERSONAL[local(element)], _text(element), name)
            if local(element) == "property" and _text(element):
                named = f"{attribute(element, 'name')}: {_text(element)}"
                yield Hidden("property of its own", named, name)


def comments(file: Opened) -> Iterator[Hidden]:
    """Comments, with the text of each, and the people who wrote any."""
    for name, tree in _every(file):
        for element in tree.iter():
            if local(element) in ("comment", "cm", "threadedComment"):
                author = attribute(element, "author")
                said = f"{author}: {_text(element)}" if author else _text(element)
                yield Hidden("comment", said, name)
            if local(element) in ("person", "cmAuthor", "author"):
                person = (
                    attribute(element, "displayName")
                    or attribute(element, "author")
                    or attribute(element, "name")
                    or _text(element)
                )
                yield Hidden("person", person, name)


def _every(file: Opened) -> Iterator[tuple[str, Any]]:
    """Every part in which comments and people stand."""
    words = ("comment", "people", "person")
    for folder in ("word/", "ppt/", "xl/"):
        for name, tree in file.under(folder):
            if any(each in name.lower() for each in words):
                yield name, tree


def tracked(file: Opened) -> Iterator[Hidden]:
    """Changes that were tracked, with who made each."""
    for name, tree in file.under("word/"):
        for element in tree.iter():
            if local(element) in CHANGES and attribute(element, "author"):
                what = f"{CHANGES[local(element)]} by {attribute(element, 'author')}"
                yield Hidden("tracked change", f"{what}: {_text(element)}", name)


def hidden_text(file: Opened) -> Iterator[Hidden]:
    """Text that is set to be hidden, by itself or by its style."""
    hiding = hiding_styles(tree for _, tree in file.under("word/styles.xml"))
    for name, tree in file.under("word/"):
        for element in tree.iter():
            if local(element) in ("r", "p") and is_hidden(element, hiding) and _text(element):
                yield Hidden("hidden text", _text(element), name)


def slides(file: Opened) -> Iterator[Hidden]:
    """Hidden slides, hidden shapes and speaker notes."""
    for name, tree in file.under("ppt/slides/"):
        if attribute(tree, "show") in OFF:
            yield Hidden("hidden slide", _text(tree), name)
        for element in tree.iter():
            if local(element) == "cNvPr" and attribute(element, "hidden") not in ("", *OFF):
                yield Hidden("hidden shape", attribute(element, "name"), name)
    for name, tree in file.under("ppt/notesSlides/"):
        if _text(tree):
            yield Hidden("speaker notes", _text(tree), name)


def sheets(file: Opened) -> Iterator[Hidden]:
    """Hidden sheets, rows, columns and names."""
    for name, tree in file.under("xl/workbook"):
        for element in tree.iter():
            if local(element) == "sheet" and attribute(element, "state") in UNSEEN:
                yield Hidden("hidden sheet", attribute(element, "name"), name)
            if local(element) == "definedName" and _is_on(element):
                named = f"{attribute(element, 'name')}: {_text(element)}"
                yield Hidden("hidden name", named, name)
    for name, tree in file.under("xl/worksheets/"):
        for kind in ("row", "col"):
            found = sum(local(each) == kind and _is_on(each) for each in tree.iter())
            if found:
                yield Hidden(f"hidden {'rows' if kind == 'row' else 'columns'}", str(found), name)


def _is_on(element: Any) -> bool:
    return attribute(element, "hidden") not in ("", *OFF)


def linked(file: Opened) -> Iterator[Hidden]:
    """Files elsewhere that the file leads to, other than by links that people see."""
    for name in sorted(file.parts):
        if name.endswith(".rels"):
            for element in file.tree(name):
                kind = attribute(element, "Type").rpartition("/")[2]
                if attribute(element, "TargetMode") == "External" and kind != "hyperlink":
                    yield Hidden("linked file", attribute(element, "Target"), name)


def held(file: Opened) -> Iterator[Hidden]:
    """Macros, data of other programs, and files within the file that no chart is made of."""
    for name in sorted(file.parts):
        if name.endswith("vbaProject.bin"):
            yield Hidden("macros", name.rpartition("/")[2], name)
        elif name.startswith("customXml/item") and name.endswith(".xml"):
            yield Hidden("data of another program", _text(file.tree(name)), name)
        elif "/embeddings/" in name and not name.endswith(".xlsx"):
            yield Hidden("embedded file", name.rpartition("/")[2], name)


def pictures(file: Opened) -> Iterator[Hidden]:
    """What cameras write into pictures, such as when and where."""
    for name, content in sorted(file.parts.items()):
        if "/media/" in name and _has_exif(content):
            yield Hidden("camera's data", "when, where or by what it was taken", name)


def _has_exif(content: bytes) -> bool:
    try:
        with Image.open(BytesIO(content)) as picture:
            return bool(picture.getexif())
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return False


LOOKS = (
    *(properties, comments, tracked, hidden_text, slides),
    *(sheets, linked, held, pictures),
)
