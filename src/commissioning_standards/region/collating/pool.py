"""Processes that read, of which one may hang or die without harm to the others.

The standard library's pool is lost as a whole with one dead process, and
cannot stop one that hangs; pebble's can do without both.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakSet

from ...problems import OutputError, problem

if TYPE_CHECKING:
    from pebble import ProcessPool

__all__ = ["Pool", "end_if_starting"]

T = TypeVar("T")


class Pool(Executor):
    """Processes of this machine, started when there is something to do.

    They are started afresh, and not copied from this one, as copies of a
    process with threads can hang.

    Args:
        jobs: how many.
        time_limit: after how many seconds a task is stopped; its future then
            holds a TimeoutError.
    """

    def __init__(self, jobs: int, time_limit: float) -> None:
        self._jobs, self._time_limit = jobs, time_limit
        self._pool: ProcessPool | None = None
        self._handed_in: WeakSet[Future[Any]] = WeakSet()

    @property
    def started(self) -> bool:
        """Whether there has been anything to do."""
        return self._pool is not None

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Have a function called in one of the processes.

        Raises:
            OutputError: processes cannot start as this one did.
        """
        pool = self._pool = self._at_work() or self._started()
        future = pool.schedule(fn, args, kwargs, self._time_limit)
        self._handed_in.add(future)
        return future

    def _at_work(self) -> ProcessPool | None:
        """The pool, unless it was lost with the last of its processes."""
        if self._pool and not self._pool.active:
            self._pool.stop()
            self._pool.join()
            return None
        return self._pool

    def _started(self) -> ProcessPool:
        """New processes, of which one has answered: else each file would be lost to one."""
        from pebble import ProcessExpired, ProcessPool  # noqa: PLC0415 - a run that remembers all needs none

        if not _began_with_a_file():
            raise OutputError([problem("processes-do-not-start")])
        pool = ProcessPool(self._jobs, context=multiprocessing.get_context("spawn"))
        try:
            pool.schedule(os.getpid).result()
        except (ProcessExpired, BrokenExecutor):
            pool.stop()
            pool.join()
            raise OutputError([problem("processes-do-not-start")]) from None
        return pool

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as the standard library's
        """End the processes, after what was submitted is done unless that is cancelled."""
        if not self._pool:
            return
        if cancel_futures:
            for each in tuple(self._handed_in):
                each.cancel()
            self._pool.stop()
        else:
            self._pool.close()
        if wait:
            self._pool.join()


def _began_with_a_file() -> bool:
    """Whether a new process can begin as this one did: a script that was piped in is gone."""
    main = sys.modules["__main__"]
    file = getattr(main, "__file__", None)
    return bool(main.__spec__) or file is None or Path(file).exists()


def end_if_starting() -> None:
    """End a process that runs its parent's script again, as it starts: it is to read, and no more.

    Python does so where a script has no ``if __name__ == "__main__":``. The parent tells of it.
    """
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        raise SystemExit(1)
