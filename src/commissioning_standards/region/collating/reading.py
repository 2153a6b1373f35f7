"""What becomes of each file: read, remembered, refused, a copy, or left out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import partial

from attrs import Factory, define, frozen

from ...problems import CommissioningError, Place, Problem, problem
from ..summary import Summary
from .cache import Cache
from .gathering import FoundFile, content_of
from .records import Record, Records
from .working import Stuck

__all__ = ["CollatedFile", "Fate", "Job", "Reading"]


class Fate(Enum):
    """What became of a file."""

    READ = "read"
    REFUSED = "refused"
    COPY = "copy"
    LEFT_OUT = "left out"


@frozen
class CollatedFile:
    """What became of one file.

    Args:
        file: its name.
        sha256: of its content, in hexadecimal; ``""`` where that was not read.
        fate: what became of it.
        problems: why it was refused or left out, or what is worth knowing of it.
    """

    file: str
    sha256: str
    fate: Fate
    problems: tuple[Problem, ...] = ()


@frozen
class Job:
    """A file that somebody has to read.

    Args:
        index: its place among the files.
        file: its name.
        sha256: of its content.
        kind: the ending of its name.
    """

    index: int
    file: str
    sha256: str
    kind: str


@define
class Reading:
    """A run through files: what is known of them already, and what comes in.

    Args:
        files: in their order.
        work: from a file's content and name to its record, as text.
        cache: what was read before.
        limits: in seconds, for messages: for one file, and for nothing being read.
        told: called with how many are done, and of how many.
    """

    files: tuple[FoundFile, ...]
    work: Callable[[bytes, str], str]
    cache: Cache
    limits: tuple[float, float]
    told: Callable[[int, int], None]
    remembered: int = 0
    _records: Records = Factory(Records)
    _first: dict[tuple[str, str], Job] = Factory(dict)
    _done: dict[int, tuple[CollatedFile, Summary | None]] = Factory(dict)

    def pieces(self) -> Iterator[tuple[Job, Callable[[], str]]]:
        """What has to be read, file by file; all else is settled on the way.

        Shorter names come first: of a file and "Copy of" it, that is the original.
        """
        for index, found in sorted(enumerate(self.files), key=_by_plainness):
            if not found.is_return:
                note = problem("left-out", Place(found.file))
                self._settle(index, found.file, Fate.LEFT_OUT, [note])
                continue
            try:
                content = content_of(found)
            except CommissioningError as error:
                self._settle(index, found.file, Fate.REFUSED, error.problems)
                continue
            job = Job(index, found.file, hashlib.sha256(content).hexdigest(), found.kind)
            if not self._is_known(job):
                yield job, partial(self.work, content, f"return{job.kind}")

    def _is_known(self, job: Job) -> bool:
        """Whether a file need not be read: it is a copy, or was read before."""
        first = self._first.setdefault((job.sha256, job.kind), job)
        if first is not job:
            note = problem("same-file-twice", Place(job.file), found=first.file)
            self._settle(job.index, job.file, Fate.COPY, [note], sha256=job.sha256)
            return True
        record = self._record(job, self.cache.find(job.sha256, job.kind))
        if record is None:
            return False
        self.remembered += 1
        self._take(job, record)
        return True

    def _record(self, job: Job, text: str | None) -> Record | None:
        return None if text is None else self._records.of(text, job.file, job.sha256)

    def take(self, job: Job, answer: str | Exception) -> None:
        """Take in what a worker gave; only what can be read again is remembered."""
        record = None if isinstance(answer, Exception) else self._record(job, answer)
        if record is None or isinstance(answer, Exception):
            self._take(job, Record(None, (self._failure(job, answer),)))
            return
        self.cache.keep(job.sha256, job.kind, answer)
        self._take(job, record)

    def _failure(self, job: Job, answer: object) -> Problem:
        place = Place(job.file)
        time_limit, patience = (f"{each:g}" for each in self.limits)
        match answer:
            case Stuck():
                return problem("nothing-read", place, found=patience)
            case TimeoutError():
                return problem("reading-hangs", place, found=time_limit)
            case _:
                return problem("worker-failed", place, found=type(answer).__name__)

    def _take(self, job: Job, record: Record) -> None:
        fate = Fate.REFUSED if record.summary is None else Fate.READ
        self._settle(
            job.index, job.file, fate, record.problems, sha256=job.sha256, summary=record.summary
        )

    def _settle(
        self,
        index: int,
        file: str,
        fate: Fate,
        problems: Iterable[Problem],
        *,
        sha256: str = "",
        summary: Summary | None = None,
    ) -> None:
        self._done[index] = (CollatedFile(file, sha256, fate, tuple(problems)), summary)
        self.told(len(self._done), len(self.files))

    @property
    def settled(self) -> tuple[CollatedFile, ...]:
        """What became of each file, in their order."""
        return tuple(self._done[index][0] for index in sorted(self._done))

    @property
    def summaries(self) -> tuple[Summary, ...]:
        """The returns that were read, in the order of their files."""
        made = (self._done[index][1] for index in sorted(self._done))
        return tuple(each for each in made if each is not None)


def _by_plainness(numbered: tuple[int, FoundFile]) -> tuple[int, str, int]:
    index, found = numbered
    return len(found.path.name), found.path.name, index
