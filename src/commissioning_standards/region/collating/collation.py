"""Returns of many councils put together: good ones kept, bad ones told, nothing lost."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager
from functools import partial

from attrs import field, frozen

from ...framework import Framework
from ...given import only
from ...problems import Problem
from ...rules import rule_named
from ...shown import ShownInNotebooks
from ..councils import CouncilRound, council_rounds
from ..extras import check_extra
from ..summary import Summary
from .cache import Cache, cache_key
from .findings import findings_of
from .gathering import found_files
from .limits import TIME_LIMIT, check_limits
from .pool import Pool, end_if_starting
from .reading import CollatedFile, Fate, Reading
from .records import read_record
from .working import worked_off

__all__ = ["Collation", "collate"]

Name = str | os.PathLike[str]
# Enough for no worker to wait, and few enough to hold in memory.
HANDED_IN = 3
# How long processes that are stopped when they hang may be silent: in time limits,
# and in seconds to begin.
SILENCE, BEGINNING = 2, 60


@frozen(repr=False)
class Collation(ShownInNotebooks):
    """The returns of many councils.

    Args:
        summaries: each return in figures, in the order of the files.
        files: what became of every file, in their order.
        rounds: the returns of each council in each round, and which speaks for it.
        findings: what somebody should look at, each with its remedy.
        rule: the name of the rule that they were scored by.
        remembered: how many files were not read again, as a cache knew them.
        troubles: what kept the cache from being used.
    """

    summaries: tuple[Summary, ...]
    files: tuple[CollatedFile, ...]
    rounds: tuple[CouncilRound, ...]
    findings: tuple[Problem, ...]
    rule: str
    remembered: int = field(default=0, eq=False)
    troubles: tuple[Problem, ...] = field(default=(), eq=False)

    @property
    def faults(self) -> tuple[CollatedFile, ...]:
        """The files that could not be read, each with all its problems."""
        return self.of(Fate.REFUSED)

    @property
    def uncounted(self) -> tuple[str, ...]:
        """The files that count for no council: refused, or without a council or a period."""
        unnamed = (each.file for each in self.summaries if not (each.council and each.period))
        return (*(each.file for each in self.faults), *unnamed)

    def of(self, fate: Fate) -> tuple[CollatedFile, ...]:
        """The files of one fate."""
        return tuple(each for each in self.files if each.fate is fate)


def collate(  # noqa: PLR0913 - all but the first are given by name
    paths: Name | Iterable[Name],
    *,
    executor: Executor | None = None,
    jobs: int | None = None,
    framework: Framework | None = None,
    rule: str = "mean",
    cache: Name | None = None,
    time_limit: float = TIME_LIMIT,
    without: Iterable[Name] = (),
    told: Callable[[int, int], None] | None = None,
) -> Collation:
    """Read any number of returns, whatever is wrong with some of them.

    Args:
        paths: a file, a folder that is looked through with all within it, or
            several of them.
        executor: who reads them; without one, processes of this machine. One
            that is given is left running.
        jobs: how many processes, or how many workers the executor has; without
            it, one for each core of this machine.
        framework: needed only for one of your own.
        rule: ``"mean"`` or ``"gated"``.
        cache: a file that remembers what was read; made where it is not there,
            and safe to delete.
        time_limit: after how many seconds a file that is still being read is
            given up. An executor that is given cannot stop a file: there, all
            is given up when nothing was read for so long.
        without: folders to pass over.
        told: called after each file with how many are done, and of how many.

    Returns:
        The returns in the order of the files, whoever read them and in
        whatever order; what became of each file; and what was found.

    Raises:
        OutputError: the extra ``region`` is not installed, which the processes
            need; or they cannot start, as in a script without a guard.
        AssessmentError: there is no rule of that name.
        ValueError: ``jobs`` is below one, or ``time_limit`` not above nought.
    """
    end_if_starting()
    only("collate", framework, Framework, type(None), name="framework")
    check_limits(jobs, time_limit)
    rule_named(rule)
    given = [paths] if isinstance(paths, str | os.PathLike) else paths
    files = found_files(given, without)
    work = partial(read_record, framework=framework, rule=rule)
    workers = jobs or os.cpu_count() or 1
    with (
        closing(Cache(cache, cache_key(framework, rule))) as known,
        _executor(executor, workers, time_limit) as (reads, patience),
    ):
        limits = (time_limit, patience)
        reading = Reading(files, work, known, limits, told or _untold)
        pieces = reading.pieces()
        for job, answer in worked_off(reads, pieces, most=HANDED_IN * workers, patience=patience):
            reading.take(job, answer)
    return _collation(reading, rule)


@contextmanager
def _executor(
    given: Executor | None, workers: int, time_limit: float
) -> Iterator[tuple[Executor, float]]:
    """Who reads, and for how long nothing may be read."""
    if given is not None:
        yield given, time_limit
        return
    check_extra("region", "pebble")
    pool = Pool(workers, time_limit)
    try:
        yield pool, SILENCE * time_limit + BEGINNING
    finally:
        pool.shutdown(cancel_futures=True)


def _untold(_done: int, _of: int) -> None:
    """Nobody wants to know how far it is."""


def _collation(reading: Reading, rule: str) -> Collation:
    summaries, files = reading.summaries, reading.settled
    rounds = council_rounds(summaries)
    return Collation(
        summaries=summaries,
        files=files,
        rounds=rounds,
        findings=findings_of(summaries, files, rounds),
        rule=rule,
        remembered=reading.remembered,
        troubles=reading.cache.problems,
    )
