"""Returns with a word of its own in every field, and the search for those words in any file."""

from __future__ import annotations

import base64
import datetime
import html
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from PIL import Image
from pypdf import PdfReader

import commissioning_standards as cs

__all__ = ["DAY", "FIELDS", "found_in", "found_in_text", "mark", "marked", "texts_of"]

DAY = datetime.date(2026, 11, 25)
WRITTEN = datetime.date(2026, 11, 1)
OLD = datetime.date(2020, 1, 1)
# Every field of a return that takes words, with those of two pieces of evidence.
FIELDS = frozenset(
    {
        *("council", "period", "respondent", "comment", "reason", "doubt"),
        *("public", "publicowner", "publiclink", "publicnotes"),
        *("private", "privateowner", "privatelink", "privatenotes"),
        *("action", "actionowner", "measure", "actionnotes"),
        *("finding", "findingnotes"),
    }
)
MARKED = re.compile(r"zq([a-z0-9]+)qz", re.IGNORECASE)
WITHIN = re.compile(r"data:[a-z/+]+;base64,([A-Za-z0-9+/=]+)")
SQLITE = b"SQLite format 3\0"
PNG = b"\x89PNG"
Unit = tuple[str, str]


def mark(field: str) -> str:
    """The word that stands for a field, and nowhere else."""
    return f"zq{field}qz"


def marked(
    tag: str = "",
    *,
    voice: cs.Voice | None = cs.Voice.LEADERS,
    council: str = "council",
    period: str = "period",
    step: int = 0,
) -> cs.Assessment:
    """A return with a word of its own in every field that takes any.

    Args:
        tag: goes before each word but council and period, to tell returns apart.
        voice: whose view it is.
        council: the field that its council is called after.
        period: likewise its round.
        step: how far its levels are moved.
    """
    framework = cs.load_framework("route-map")

    def word(field: str) -> str:
        return mark(tag + field)

    def link(field: str) -> str:
        return f"https://{word(field)}.example/a"

    return cs.Assessment(
        framework,
        _ratings(framework, word("comment"), word("reason"), word("doubt"), step),
        council=mark(council),
        period=mark(period),
        respondent=cs.Respondent(word("respondent"), voice),
        date=WRITTEN,
        evidence=[
            cs.Evidence(
                word("public"),
                "1",
                date=DAY,
                owner=word("publicowner"),
                link=link("publiclink"),
                public=True,
                notes=word("publicnotes"),
            ),
            cs.Evidence(
                word("private"),
                "2",
                date=OLD,
                owner=word("privateowner"),
                link=link("privatelink"),
                public=False,
                notes=word("privatenotes"),
            ),
        ],
        actions=[
            cs.Action(
                word("action"),
                "1",
                word("actionowner"),
                datetime.date(2026, 1, 1),
                word("measure"),
                cs.Status.IN_PROGRESS,
                word("actionnotes"),
            )
        ],
        findings=[cs.Finding(word("finding"), "1", cs.KnownBy.HEARD, word("findingnotes"))],
    )


def _ratings(
    framework: cs.Framework, comment: str, reason: str, doubt: str, step: int
) -> Iterator[cs.Rating]:
    levels = framework.scale.levels
    first, second, *others = framework.criteria
    yield cs.Rating(first.id, cs.Answer.NOT_APPLICABLE, comment=reason)
    yield cs.Rating(second.id, cs.Answer.DONT_KNOW, cs.Confidence.LOW, doubt)
    for place, each in enumerate(others):
        level = levels[(place + step) % len(levels)]
        yield cs.Rating(each.id, level, cs.Confidence.LOW, comment)


def found_in(place: Path | Iterable[Path]) -> set[str]:
    """The fields whose words stand anywhere in a file, or in any file of a folder.

    Names of files and folders are looked through too.
    """
    return {field for path in _files(place) for _, text in texts_of(path) for field in _in(text)}


def found_in_text(text: str) -> set[str]:
    """The fields whose words stand in a text."""
    return set(_in(text))


def _in(text: str) -> Iterator[str]:
    yield from (each.lower() for each in MARKED.findall(text))


def _files(place: Path | Iterable[Path]) -> list[Path]:
    if not isinstance(place, Path):
        return list(place)
    files = [each for each in place.rglob("*") if each.is_file()] if place.is_dir() else [place]
    assert files, f"nothing was made in {place}"
    return files


def texts_of(path: Path) -> Iterator[Unit]:
    """Everything that a file says, as pairs of the part of it and the text.

    Archives are unpacked, and so are pictures within pages; what a picture or
    a PDF says of itself counts, and so does the file's name.
    """
    yield path.name, "/".join(path.parts[-3:])
    if path.read_bytes().startswith(SQLITE):
        yield path.name, _rows_of(path)
    yield from _texts(path.name, path.read_bytes())


def _texts(name: str, content: bytes) -> Iterator[Unit]:
    if content.startswith(b"PK\x03\x04"):
        with ZipFile(BytesIO(content)) as archive:
            for each in archive.namelist():
                yield f"{name}/{each}", each
                yield from _texts(f"{name}/{each}", archive.read(each))
        return
    if content.startswith(PNG):
        with Image.open(BytesIO(content)) as picture:
            yield name, str(picture.info)
        return
    if content.startswith(b"%PDF"):
        read = PdfReader(BytesIO(content))
        yield name, str(read.metadata) + "".join(page.extract_text() for page in read.pages)
        return
    text = content.decode("utf-8", "replace")
    yield name, html.unescape(WITHIN.sub("", text))
    for each in WITHIN.findall(text):
        yield from _texts(f"{name}/picture", base64.b64decode(each))


def _rows_of(path: Path) -> str:
    """All that a database holds, as text."""
    with closing(sqlite3.connect(path)) as data:
        return "\n".join(data.iterdump())
