"""Work handed to executors that are slow, broken or silent."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from commissioning_standards.region.collating.working import Stuck, worked_off


class Silent(Executor):
    """Takes work and never does it."""

    def __init__(self) -> None:
        self.taken = list[Future[Any]]()

    def submit(self, _: Callable[..., Any], /, *_args: Any, **_kwargs: Any) -> Future[Any]:
        """Take a piece of work."""
        self.taken.append(Future())
        return self.taken[-1]


def square(number: int) -> int:
    """Some work, with one piece that goes wrong."""
    if number == 3:
        raise ArithmeticError
    return number * number


def pieces(count: int) -> list[tuple[int, Callable[[], int]]]:
    """So many pieces of work."""
    return [(each, partial(square, each)) for each in range(count)]


def test_every_piece_comes_back_with_its_result_or_its_error() -> None:
    """One that goes wrong takes no other with it."""
    with ThreadPoolExecutor(2) as executor:
        done = dict(worked_off(executor, pieces(6), most=3, patience=60))

    assert isinstance(done.pop(3), ArithmeticError)
    assert done == {0: 0, 1: 1, 2: 4, 4: 16, 5: 25}


def test_few_pieces_are_in_memory_at_once() -> None:
    """The next is taken when there is room for it."""
    taken: list[int] = []

    def counted() -> Iterator[tuple[int, Callable[[], int]]]:
        for each in pieces(20):
            taken.append(each[0])
            yield each

    with ThreadPoolExecutor(1) as executor:
        done = worked_off(executor, counted(), most=4, patience=60)
        next(done)

        assert len(taken) == 4


def test_what_is_silent_for_too_long_is_given_up() -> None:
    """All that waits is told, and so is what was not handed in; nobody waits for ever."""
    silent = Silent()
    done = dict(worked_off(silent, pieces(8), most=2, patience=0.01))

    assert [type(each) for each in done.values()] == [Stuck] * 8
    assert len(silent.taken) == 2
    assert all(each.cancelled() for each in silent.taken)


def test_an_executor_that_takes_nothing_loses_nothing() -> None:
    """Work that it refuses comes back with its reason."""
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    done = dict(worked_off(executor, pieces(2), most=2, patience=60))

    assert [type(each) for each in done.values()] == [RuntimeError] * 2


def test_a_thread_that_hangs_holds_up_the_end_and_nothing_else() -> None:
    """The other threads go on; what hangs is told at the end."""
    never = threading.Event()
    work: list[tuple[int, Callable[[], object]]] = [(9, never.wait), *pieces(3)]
    with ThreadPoolExecutor(2) as executor:
        done = dict(worked_off(executor, work, most=3, patience=0.5))
        never.set()

    assert isinstance(done.pop(9), Stuck)
    assert done == {0: 0, 1: 1, 2: 4}
