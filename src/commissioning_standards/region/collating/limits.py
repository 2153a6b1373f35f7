"""How many files are read at once, and for how long one is."""

from __future__ import annotations

import math

__all__ = ["TIME_LIMIT", "check_limits"]

TIME_LIMIT = 60.0


def check_limits(jobs: int | None, time_limit: float) -> None:
    """Make sure that something can be read.

    Args:
        jobs: how many at once; None for one for each core.
        time_limit: for how many seconds each.

    Raises:
        ValueError: nobody would read, or for no time, or without end.
    """
    if jobs is not None and jobs < 1:
        raise ValueError(f"files are read by one process or more, and not by {jobs}")
    if not 0 < time_limit < math.inf:
        raise ValueError(f"a time limit is a number of seconds above 0, and not {time_limit}")
