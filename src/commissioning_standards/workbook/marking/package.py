"""A workbook as the parts it is made of: those that nobody touches stay as they are."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import count

from attrs import define, field

from .trees import Element, parse, serialised

__all__ = ["MAIN", "RELATIONS", "Package", "relation_id"]

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NO_RELATIONS = f'<Relationships xmlns="{PACKAGE_RELATIONS}"/>'.encode()

# The same words are kept under two names, by the choice of whoever saved the file.
STRICT = {
    MAIN.encode(): b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    RELATIONS.encode(): b"http://purl.oclc.org/ooxml/officeDocument/relationships",
}
# Others expand without any bound at every step.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def relation_id(element: Element) -> str:
    """The relation that an element names, whatever prefix it writes it with."""
    return next(value for name, value in element.items() if name.endswith(":id"))


@define
class Package:
    """The parts of a workbook by name, in the order of the file."""

    parts: dict[str, bytes]
    _touched: set[str] = field(factory=set)

    @classmethod
    def read(cls, content: bytes) -> Package:
        """Unpack a workbook that passed the pre-flight checks."""
        with zipfile.ZipFile(BytesIO(content)) as archive:
            every = [each for each in archive.infolist() if not each.is_dir()]
            if any(each.compress_type not in METHODS for each in every):
                raise zipfile.BadZipFile("packed in an unusual way")
            return cls({each.filename: archive.read(each) for each in every})

    def packed(self) -> bytes:
        """Pack it again; the same parts give the same bytes."""
        buffer = BytesIO()
        is_strict = STRICT[MAIN.encode()] in self.parts[self.workbook]
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in self.parts.items():
                kept = _in_strict(content) if is_strict and name in self._touched else content
                # Without a date of its own a part has the oldest there is, not today's.
                archive.writestr(zipfile.ZipInfo(name), kept, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()

    def tree(self, part: str) -> Element:
        """A part as a tree."""
        return parse(self.parts[part])

    def store(self, part: str, tree: Element) -> None:
        """Replace a part by a tree."""
        self.parts[part] = serialised(tree)
        self._touched.add(part)

    @property
    def workbook(self) -> str:
        """The part that lists the sheets."""
        return self.related("", "officeDocument")[0]

    def related(self, part: str, kind: str) -> list[str]:
        """The parts that a part names, of one kind such as ``"comments"``."""
        return [
            self._target(part, each)
            for each in self._relations(part)
            if each.get("Type", "").endswith(f"/{kind}")
        ]

    def target(self, part: str, relation: str) -> str:
        """The part behind a relation."""
        found = (each for each in self._relations(part) if each.get("Id") == relation)
        return self._target(part, next(found))

    def relate(self, part: str, kind: str, target: str) -> str:
        """Name one part in another, and say as which relation."""
        tree = self._relations(part)
        used = {each.get("Id") for each in tree}
        name = next(each for each in map("rId{}".format, count(1)) if each not in used)
        ends = {"Id": name, "Type": f"{RELATIONS}/{kind}", "Target": f"/{target}"}
        tree.append(Element("Relationship", ends))
        self.store(self._beside(part), tree)
        return name

    def add(self, pattern: str, content: bytes, kind: str) -> str:
        """Add a part under the first number that is free, and say what it is called."""
        used = {each.casefold() for each in self.parts}
        names = map(pattern.format, count(1))
        part = next(each for each in names if each.casefold() not in used)
        self.parts[part] = content
        self._touched.add(part)
        types = self.tree(CONTENT_TYPES)
        types.append(Element("Override", {"PartName": f"/{part}", "ContentType": kind}))
        self.store(CONTENT_TYPES, types)
        return part

    def drop(self, parent: str, relation: str) -> None:
        """Take out a sheet that the workbook names by a relation, with its tables."""
        sheet = self.target(parent, relation)
        for part in [*self.related(sheet, "table"), sheet]:
            self.parts.pop(self._beside(part), None)
            del self.parts[part]
            self._filter(CONTENT_TYPES, "PartName", f"/{part}")
        self._filter(self._beside(parent), "Id", relation)

    def _filter(self, part: str, key: str, value: str) -> None:
        """Leave out the lines of a list that have a value."""
        tree = self.tree(part)
        tree[:] = [each for each in tree if each.get(key) != value]
        self.store(part, tree)

    def of_type(self, kind: str) -> Iterator[str]:
        """Every part of a type of content."""
        for each in self.tree(CONTENT_TYPES):
            if each.get("ContentType") == kind:
                yield self._spelt(each.get("PartName", "").removeprefix("/"))

    def _relations(self, part: str) -> Element:
        return parse(self.parts.get(self._beside(part), NO_RELATIONS))

    def _beside(self, part: str) -> str:
        """Where the relations of a part stand."""
        folder, name = posixpath.split(part)
        return self._spelt(posixpath.join(folder, "_rels", f"{name}.rels"))

    def _target(self, part: str, relation: Element) -> str:
        path = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
        return self._spelt(posixpath.normpath(path).lstrip("/"))

    def _spelt(self, part: str) -> str:
        """A part's name in the letters that the file has, large or small."""
        same = (each for each in self.parts if each.casefold() == part.casefold())
        return next(same, part)


def _in_strict(content: bytes) -> bytes:
    for name, strict in STRICT.items():
        content = content.replace(name, strict)
    return content
