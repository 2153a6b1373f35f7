"""Processes that read, of which one may hang or die without harm to the others.

The standard library's pool is lost as a whole with one dead process, and
cannot stop one that hangs; pebble's can do without both.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakSet

if TYPE_CHECKING:
    from pebble import ProcessPool

__all__ = ["Pool"]

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
        """Have a function called in one of the processes."""
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
        from pebble import ProcessPool  # noqa: PLC0415 - a run that remembers all needs none

        context = multiprocessing.get_context("spawn")
        return ProcessPool(self._jobs, context=context)

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
