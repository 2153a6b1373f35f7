"""What was read before, so that a run goes on where another ended.

One SQLite file. It is safe to delete, and safe to lose: whatever is wrong with
it is told once, and reading goes on without it. It holds scores, and what was
wrong with files, in which a bad cell may be quoted; so it belongs with the
region's confidential papers.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from attrs import fields

from ...catalogue import framework_ids, load_framework
from ...framework import Framework
from ...problems import Place, Problem, problem
from ...version import VERSION
from ..summary import Summary

__all__ = ["Cache", "cache_key"]

T = TypeVar("T")
PATIENCE = 2.0
# Written through to the disk by the system in its own time: a process that is
# killed loses nothing by it, and a power cut no more than the cache.
SETUP = """
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS records (
    reading TEXT, sha256 TEXT, kind TEXT, record TEXT, PRIMARY KEY (reading, sha256, kind)
) WITHOUT ROWID;
"""
FIND = "SELECT record FROM records WHERE reading = ? AND sha256 = ? AND kind = ?"
KEEP = "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)"


def cache_key(framework: Framework | None, rule: str) -> str:
    """What a record depends on besides its file; another of any of it is another record.

    Args:
        framework: the one that returns are read with; None for those brought.
        rule: by which they are scored.
    """
    used = [framework] if framework else map(load_framework, framework_ids())
    names = [each.name for each in fields(Summary)]
    content = json.dumps([VERSION, rule, [each.digest for each in used], names])
    return hashlib.sha256(content.encode()).hexdigest()


class Cache:
    """Records by the content of their files.

    Args:
        path: the file; None to remember nothing.
        reading: what else the records depend on, as :func:`cache_key` gives it.
    """

    def __init__(self, path: str | os.PathLike[str] | None, reading: str) -> None:
        self._path, self._reading = path, reading
        self._base: sqlite3.Connection | None = None
        self.problems: tuple[Problem, ...] = ()
        if path is not None:
            self._base = self._tried(lambda: _opened(Path(path)))

    def find(self, sha256: str, kind: str) -> str | None:
        """The record of a file with this content, if it is remembered.

        Args:
            sha256: of the file.
            kind: the ending of its name.
        """
        base = self._base
        if base is None:
            return None
        key = (self._reading, sha256, kind)
        row = self._tried(lambda: base.execute(FIND, key).fetchone())
        return row[0] if row and isinstance(row[0], str) else None

    def keep(self, sha256: str, kind: str, record: str) -> None:
        """Remember a record; at once, so that no end of the process can lose it."""
        base = self._base
        if base is not None:
            values = (self._reading, sha256, kind, record)
            self._tried(lambda: base.execute(KEEP, values))

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def _tried(self, action: Callable[[], T]) -> T | None:
        """Do something with the file; where that fails, tell it and do without from then on."""
        try:
            return action()
        except (sqlite3.Error, OSError, ValueError) as error:
            self.problems = (problem("cache-unusable", Place(str(self._path)), found=error),)
            self.close()
            return None


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        base.executescript(SETUP)
    except sqlite3.Error:
        base.close()
        raise
    return base
