"""Files of returns to collate, and workers that fail in ways of their own."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import commissioning_standards as cs
from commissioning_standards.examples.region import invented_region
from commissioning_standards.region.collating.records import read_record
from commissioning_standards.workbook.writing.writer import workbook_bytes

LONG = 600
Voices = Sequence[cs.Voice | None]


@cache
def region(councils: int, voices: tuple[cs.Voice | None, ...]) -> tuple[cs.Assessment, ...]:
    """Returns of invented councils, drawn once."""
    framework = cs.load_framework("route-map")
    return tuple(invented_region(framework, seed=1, councils=councils, voices=voices))


def write_returns(folder: Path, councils: int = 3, voices: Voices = (None,)) -> list[Path]:
    """Write returns as JSON, which is quick to read."""
    folder.mkdir(exist_ok=True)
    paths = []
    for number, each in enumerate(region(councils, tuple(voices))):
        path = folder / f"{number:04}.json"
        path.write_text(cs.to_json(each), encoding="utf-8")
        paths.append(path)
    return paths


@cache
def workbook(number: int) -> bytes:
    """The workbook of one invented council."""
    return workbook_bytes(region(number + 1, (None,))[number])


def broken(folder: Path) -> dict[str, str]:
    """Put files that nobody can read into a folder: each name with the code of its problem."""
    folder.mkdir(exist_ok=True)
    contents = {
        "damaged.xlsx": (workbook(0)[:30_000], "damaged"),
        "document.xlsx": (b"PK\x03\x04" + bytes(300), "damaged"),
        "empty.xlsx": (b"", "not-a-workbook"),
        "locked.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "encrypted"),
        "other.json": (b'{"schema": "another"}', "wrong-schema"),
        "text.json": (b"\xff\xfe", "not-json"),
    }
    for name, (content, _) in contents.items():
        (folder / name).write_bytes(content)
    return {name: code for name, (_, code) in contents.items()}


def mess(folder: Path) -> None:
    """What else lies about in folders: links, a pipe, lock files and other kinds of file."""
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "gone.xlsx").symlink_to("nowhere.xlsx")
    (folder / "self.xlsx").symlink_to("self.xlsx")
    os.mkfifo(folder / "pipe.xlsx")
    (folder / "~$open.xlsx").write_bytes(b"lock")
    (folder / ".~lock.open.xlsx#").write_bytes(b"lock")
    (folder / "minutes.docx").write_bytes(b"words")
    strange = folder / "strange [1]\n‘name’"
    strange.mkdir()
    shutil.copy(folder / "0000.json", strange / "=1+1.JSON")


def marked(content: bytes) -> bool:
    """Whether a file is the one that goes wrong."""
    return b"Ambersetshire" in content


def hanging(content: bytes, name: str, framework: cs.Framework | None, rule: str) -> str:
    """Read as usual, but for one file that is never done."""
    if marked(content):
        time.sleep(LONG)
    return read_record(content, name, framework, rule)


def dying(content: bytes, name: str, framework: cs.Framework | None, rule: str) -> str:
    """Read as usual, but for one file that ends the process as the system would."""
    if marked(content):
        os.kill(os.getpid(), signal.SIGKILL)
    return read_record(content, name, framework, rule)


def failing(content: bytes, name: str, framework: cs.Framework | None, rule: str) -> str:
    """Read as usual, but for one file that finds a fault in the reader."""
    if marked(content):
        raise ZeroDivisionError
    return read_record(content, name, framework, rule)


def babbling(content: bytes, name: str, framework: cs.Framework | None, rule: str) -> str:
    """Read as usual, but for one file of which nothing sensible is said."""
    return "[]" if marked(content) else read_record(content, name, framework, rule)
