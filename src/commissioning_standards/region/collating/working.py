"""Work handed to any executor, a few pieces at a time, whatever becomes of its workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import Generic, TypeVar

from attrs import define, field

from ...problems import CommissioningError

__all__ = ["Stuck", "worked_off"]

K = TypeVar("K")
T = TypeVar("T")


class Stuck(Exception):  # noqa: N818 - it is a state of the whole, and no fault of one piece
    """Nothing was done for so long that nothing more is expected."""


def worked_off(
    executor: Executor,
    pieces: Iterable[tuple[K, Callable[[], T]]],
    *,
    most: int,
    patience: float,
) -> Iterator[tuple[K, T | Exception]]:
    """Have pieces of work done, and give what came of each as it is done.

    Args:
        executor: who does it.
        pieces: each with its key; taken one by one as there is room, so that
            few are in memory at once.
        most: how many may be handed in and not done.
        patience: for how many seconds nothing at all may be done.

    Yields:
        The key of a piece with its result, or with what went wrong, in the
        order in which they are done.
    """
    desk: _Desk[K, T] = _Desk(executor, patience)
    for key, piece in pieces:
        refusal = desk.hand_in(key, piece)
        if refusal:
            yield key, refusal
        while len(desk.waiting) >= most:
            yield from desk.done()
    while desk.waiting:
        yield from desk.done()


@define
class _Desk(Generic[K, T]):
    """What was handed in and is not done."""

    executor: Executor
    patience: float
    waiting: dict[Future[T], K] = field(factory=dict)
    is_stuck: bool = False

    def hand_in(self, key: K, piece: Callable[[], T]) -> Exception | None:
        """Hand a piece in, or say why it could not be."""
        if self.is_stuck:
            return Stuck()
        try:
            self.waiting[self.executor.submit(piece)] = key
        except CommissioningError:
            raise
        except Exception as error:  # noqa: BLE001 - somebody else's executor raises what it likes
            return error
        return None

    def done(self) -> Iterator[tuple[K, T | Exception]]:
        """What is done next; all that waits is given up where nothing is for too long."""
        done, _ = wait(self.waiting, self.patience, FIRST_COMPLETED)
        self.is_stuck = not done
        for each in done:
            outcome = _outcome(each)
            yield self.waiting.pop(each), outcome
        while self.is_stuck and self.waiting:
            future, key = self.waiting.popitem()
            future.cancel()
            yield key, Stuck()


def _outcome(future: Future[T]) -> T | Exception:
    try:
        return future.result()
    except Exception as error:  # noqa: BLE001 - a worker can end in any way
        return error
