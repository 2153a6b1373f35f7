"""What is measured, and how a ratio and its spread come of it.

Every ratio is ours over the other's, so that lower is better, and every pair
of figures was taken one straight after the other.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

from attrs import frozen

__all__ = ["Effort", "Result", "beside", "in_turns", "process", "timed"]

LOW, HIGH = 0.1, 0.9
FEWEST = 3


@frozen
class Effort:
    """How much to measure: in full, or a little to see that all of it works."""

    few: bool = False

    def runs(self, full: int) -> int:
        """How often to take a pair of figures."""
        return FEWEST if self.few else full

    def size(self, full: int, small: int) -> int:
        """How much to work on."""
        return small if self.few else full


@frozen
class Result:
    """Our work beside another's.

    Args:
        what: our work.
        beside: whose work it stands beside.
        unit: of the two figures, ``"ms"``, ``"s"``, ``"µs"`` or ``"MB"``.
        ours: our figure, the median of all runs.
        other: the other's.
        ratio: ours over the other's, the median of the runs' own ratios.
        low: the ratio that a tenth of the runs are below.
        high: the ratio that a tenth of the runs are above.
        runs: how many pairs were taken.
        limit: what the ratio is held to, if it is held to anything.
    """

    what: str
    beside: str
    unit: str
    ours: float
    other: float
    ratio: float
    low: float
    high: float
    runs: int
    limit: float | None = None

    @property
    def name(self) -> str:
        """What tells it from the other results."""
        return f"{self.what}, beside {self.beside}" + (" (memory)" if self.unit == "MB" else "")


def beside(
    what: str,
    other: str,
    pairs: Sequence[tuple[float, float]],
    unit: str,
    limit: float | None = None,
) -> Result:
    """A result from pairs of our figure and the other's."""
    ratios = sorted(ours / others for ours, others in pairs)
    low, middle, high = (ratios[int(len(ratios) * part)] for part in (LOW, 0.5, HIGH))
    ours, others = (median(column) for column in zip(*pairs, strict=True))
    return Result(what, other, unit, ours, others, middle, low, high, len(pairs), limit)


def in_turns(
    ours: Callable[[], object], other: Callable[[], object], runs: int
) -> list[tuple[float, float]]:
    """Milliseconds of both, in turns, after one run of each to warm up."""
    ours()
    other()
    return [(timed(ours), timed(other)) for _ in range(runs)]


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that one run takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def process(code: str, *arguments: str) -> Callable[[], object]:
    """A fresh Python that runs some code."""
    command = [sys.executable, "-c", code, *arguments]
    return lambda: subprocess.run(command, check=True, capture_output=True)
