"""Every kind of file that comes back, and what must come of it.

``python -m tests.workbook.corpus`` reads those that were made to do harm, each
in a process of its own, and prints the time and memory that each took.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import commissioning_standards as cs
from commissioning_standards.workbook.reading.reader import read_content
from tests.workbook.corpus_amiss import AMISS
from tests.workbook.corpus_findings import FINDINGS_SHEET
from tests.workbook.corpus_foreign import FOREIGN
from tests.workbook.corpus_helping import HELPING_SHEET
from tests.workbook.corpus_hostile import HOSTILE
from tests.workbook.corpus_moved import MOVED
from tests.workbook.corpus_renamed import RENAMED
from tests.workbook.corpus_saved import SAVED
from tests.workbook.corpus_tools import Kind, filled, sent
from tests.workbook.corpus_typed import TYPED

__all__ = ["KINDS", "Outcome", "codes_of", "outcome"]

KINDS: tuple[Kind, ...] = (
    *TYPED,
    *MOVED,
    *RENAMED,
    *SAVED,
    *AMISS,
    *FOREIGN,
    *HELPING_SHEET,
    *FINDINGS_SHEET,
    *HOSTILE,
)

Outcome = cs.Assessment | tuple[cs.Problem, ...]

MOST_MEMORY = 1_500 * 2**20
MOST_SECONDS = 20


def outcome(content: bytes) -> Outcome:
    """What comes of a file: what it holds, or every problem with it."""
    try:
        return read_content(content, "return.xlsx")
    except cs.WorkbookError as error:
        return error.problems


def codes_of(found: Outcome) -> tuple[str, ...]:
    """The kinds of problem that a file is refused with."""
    problems = found if isinstance(found, tuple) else ()
    return tuple(each.code for each in problems if not each.is_note)


def _apart(work: Callable[[], object]) -> None:
    """Do something in a process of its own, and wait until it ends."""
    process = os.fork()
    if process:
        os.waitpid(process, 0)
        return
    try:
        work()
        sys.stdout.flush()
    finally:
        os._exit(0)


def _make(kind: Kind, file: Path) -> None:
    file.write_bytes(kind.make(sent()))


def _measure(kind: Kind, file: Path) -> None:
    """Read a file within bounds, and print what came of it and what it took."""
    content = file.read_bytes()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    before, start = _peak(), time.perf_counter()
    found = outcome(content)
    seconds = time.perf_counter() - start
    told = {
        "name": kind.name,
        "codes": list(dict.fromkeys(codes_of(found))),
        "is_right": isinstance(found, tuple) or found.ratings == filled().ratings,
        "seconds": round(seconds, 2),
        "megabytes": round(_peak() - before),
    }
    sys.stdout.write(json.dumps(told) + "\n")


def _peak() -> float:
    """The most memory that this process has used, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


def main() -> None:
    """Measure every hostile file, making each in yet another process."""
    filled(), sent()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "return.xlsx"
        for kind in KINDS:
            if kind.is_hostile:
                _apart(partial(_make, kind, file))
                _apart(partial(_measure, kind, file))


if __name__ == "__main__":
    main()
