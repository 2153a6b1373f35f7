"""What LibreOffice prints of an office file: the words of each page, and where they stand."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from attrs import frozen
from docx.oxml import parse_xml
from pypdf import PdfReader

from tests.desk import Desk

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@frozen
class Box:
    """One printed word, with its edges in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@frozen
class Printed:
    """A file as it is printed.

    Args:
        pdf: the file.
        texts: of each page.
        pictures: how many each page has.
    """

    pdf: Path
    texts: tuple[str, ...]
    pictures: tuple[int, ...]

    def boxes(self) -> list[list[Box]]:
        """Every word of each page, where it stands."""
        command = ["pdftotext", "-bbox", str(self.pdf), "-"]
        html = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        pages = re.split(r"<page ", html)[1:]
        return [[_box(*found) for found in BOX.findall(page)] for page in pages]


BOX = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)


def _box(left: str, top: str, right: str, bottom: str, text: str) -> Box:
    return Box(text, float(left), float(top), float(right), float(bottom))


def printed(desk: Desk, path: Path) -> Printed:
    """A file as LibreOffice prints it."""
    pdf = desk.convert(path, "pdf")
    texts = tuple(each.extract_text() for each in PdfReader(pdf).pages)
    return Printed(pdf, texts, _pictures(pdf, len(texts)))


def _pictures(pdf: Path, pages: int) -> tuple[int, ...]:
    command = ["pdfimages", "-list", str(pdf)]
    _, _, *lines = subprocess.run(
        command, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    found = [int(line.split()[0]) for line in lines if line.split()[2] == "image"]
    return tuple(found.count(number) for number in range(1, pages + 1))


def squeezed(text: str) -> str:
    """Text without its spaces and hyphens, which lines break at; letters in their plain form."""
    return re.sub(r"[\s\u00ad-]+", "", unicodedata.normalize("NFKC", text))


def paragraphs_of(path: Path) -> list[str]:
    """Every paragraph of a Word file's body, in order, its tables' included."""
    tree = parse_xml(ZipFile(path).read("word/document.xml"))
    return list(filter(None, (_said(each, WORD) for each in tree.iter(f"{WORD}p"))))


def slides_of(path: Path) -> list[list[str]]:
    """Every paragraph of each slide, its tables' included."""
    archive = ZipFile(path)
    names = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    names.sort(key=lambda name: int(re.sub(r"\D", "", name)))
    trees = (parse_xml(archive.read(name)) for name in names)
    return [
        list(filter(None, (_said(each, DRAWING) for each in tree.iter(f"{DRAWING}p"))))
        for tree in trees
    ]


def _said(paragraph: Any, space: str) -> str:
    return "".join(_texts(paragraph, space))


def _texts(paragraph: Any, space: str) -> Iterator[str]:
    for each in paragraph.iter():
        if each.tag == f"{space}t":
            yield each.text or ""
        elif each.tag in (f"{space}br", f"{space}tab"):
            yield " "


def lost(said: list[str], page: str) -> list[str]:
    """Every word of some paragraphs that a page's text does not have; a broken one counts."""
    there = squeezed(page)
    return [word for text in said for word in text.split() if squeezed(word) not in there]
