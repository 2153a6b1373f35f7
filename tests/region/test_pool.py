"""Processes of our own: one may hang, die or fail without harm to the others."""

from __future__ import annotations

import os
import signal
from concurrent.futures import wait

import pytest

from commissioning_standards.region.collating.pool import Pool
from commissioning_standards.region.collating.records import read_record

from .made import hanging


def test_a_pool_that_was_never_used_starts_no_process() -> None:
    """A run that remembers everything waits for nothing."""
    with Pool(2, 60) as pool:
        pool.shutdown()

    assert pool.started is False


def test_work_is_done_elsewhere() -> None:
    """It is done by another process, and its result comes back."""
    with Pool(1, 60) as pool:
        future = pool.submit(os.getpid)

    assert future.result() != os.getpid()


def test_an_end_without_waiting_stops_what_was_handed_in() -> None:
    """Whoever stops does not wait for the rest."""
    pool = Pool(1, 60)
    futures = [pool.submit(hanging, b"Ambersetshire", "a.json", None, "mean") for _ in range(2)]
    pool.shutdown(cancel_futures=True)

    assert all(each.cancelled() for each in futures)


def test_what_hangs_is_stopped() -> None:
    """A task has its time, and the next one starts in a new process."""
    with Pool(1, 2) as pool:
        hung = pool.submit(hanging, b"Ambersetshire", "a.json", None, "mean")
        other = pool.submit(read_record, b"", "a.json", None, "mean")

        assert "not-json" in other.result()
    with pytest.raises(TimeoutError):
        hung.result()


def test_an_end_need_not_be_waited_for() -> None:
    """Whoever ends it may go on at once."""
    pool = Pool(1, 60)
    future = pool.submit(os.getpid)
    pool.shutdown(wait=False)

    assert future.result() != os.getpid()
    pool.shutdown()


def test_a_pool_that_was_lost_is_started_anew() -> None:
    """Processes that the system ends while they wait for work are replaced."""
    with Pool(1, 60) as pool:
        first = pool.submit(os.getpid).result()
        os.kill(first, signal.SIGKILL)
        lost = pool.submit(os.getpid)
        wait([lost], timeout=30)

        assert pool.submit(os.getpid).result() != first
