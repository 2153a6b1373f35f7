"""Everything that is measured, by subject. A new one is a function here and a line in SUBJECTS.

Each subject loads what it measures when it is asked for, so that one that
lacks a peer does not keep others from being measured.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from .measuring import Effort, Result, beside, in_turns

__all__ = ["SUBJECTS"]

RUNS, FEWER = 5, 3


def libraries(effort: Effort) -> list[Result]:
    """Import, help, score, write, read and draw, beside the bare libraries."""
    from .libraries import pairs

    return [
        beside(
            each.what,
            each.beside,
            in_turns(each.ours, each.bare, effort.runs(each.runs)),
            "ms",
            each.limit,
        )
        for each in pairs()
    ]


def many_returns(effort: Effort) -> list[Result]:
    """A thousand returns one after another, each reader in a process of its own."""
    from .libraries import many

    count = effort.size(1_000, 20)
    measure = many(count)
    runs = [(measure("ours"), measure("pandas")) for _ in range(effort.runs(FEWER))]
    return both(f"read {count:,} returns", "pandas", runs, 1)


def ascof(effort: Effort) -> list[Result]:
    """A long published file and three whole years of it, beside other readers of CSV."""
    from .ascof import READERS, made, measured

    with tempfile.TemporaryDirectory() as folder:
        short, longer, years = made(Path(folder))
        turns = [
            {(name, at): measured(READERS[name], paths) for at, paths in sets for name in READERS}
            for sets in [[("short", short), ("long", longer), ("years", years)]] * effort.runs(RUNS)
        ]
    ours, others = "ours", [name for name in READERS if name != "ours"]
    found: list[Result] = []
    for at, what in (("long", "ASCOF, a long file"), ("years", "ASCOF, three years")):
        for other in others:
            runs = [(each[ours, at], each[other, at]) for each in turns]
            held = 1.3 if (at, other) == ("long", "csv, bare") else None
            found += both(what, other, runs, held)
    flat = [(each[ours, "long"][1], each[ours, "short"][1]) for each in turns]
    return [*found, beside("ASCOF, a long file", "a short one", flat, "MB", 1.1)]


def papers(effort: Effort) -> list[Result]:
    """A whole pack and a whole account, beside bare libraries writing as much."""
    from .papers import BARE, OURS, fresh, warm

    return [
        beside(
            f"{paper}, {name}",
            "bare libraries writing as much",
            [(timed(OURS, paper), timed(BARE, paper)) for _ in range(effort.runs(RUNS))],
            "s",
        )
        for paper in ("pack", "account")
        for name, timed in (("fresh process", fresh), ("warm", warm))
    ]


def region(effort: Effort) -> list[Result]:
    """A whole region's returns, beside a loop over pandas and beside itself."""
    from .region import FEWER as SHARE
    from .region import made, turns

    count = effort.size(1_500, 20)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = made(folder / "small", count // SHARE), made(folder / "large", count)
        few = [turns(folder / "small-out", small, each) for each in range(effort.runs(FEWER))]
        many = [turns(folder / "large-out", large, each) for each in range(effort.runs(FEWER))]
    pandas, one, two, again = ([list(each.values())[at] for each in many] for at in range(4))
    small_two = [list(each.values())[2] for each in few]
    what = f"collate {count:,} returns"
    seconds = (
        (f"{what}, one process", "pandas", one, pandas, None),
        (f"{what}, two processes", "one process", two, one, 1 / 1.7),
        (f"{what} again", "the first time", again, two, 1 / 20),
    )
    peaks = zip(two, small_two, strict=True)
    flat = [(mine.own + mine.child, less.own + less.child) for mine, less in peaks]
    return [
        *(
            beside(
                name,
                other,
                [(a.seconds, b.seconds) for a, b in zip(ours, theirs, strict=True)],
                "s",
                held,
            )
            for name, other, ours, theirs, held in seconds
        ),
        beside(what, f"{count // SHARE:,}", flat, "MB", 1.25),
    ]


def scorecards(effort: Effort) -> list[Result]:
    """Many scorecards to a region's table: what one costs of many, beside one of fewer."""
    from .curve import measured

    many = effort.size(100_000, 1_000)
    fewer = many // 10
    runs = [(measured(many), measured(fewer)) for _ in range(effort.runs(FEWER))]
    each = [(a.seconds / a.size * 1e6, b.seconds / b.size * 1e6) for a, b in runs]
    what = f"one of {many:,} scorecards to a region's table"
    return [beside(what, f"one of {fewer:,}", each, "µs")]


def both(
    what: str,
    other: str,
    runs: Sequence[tuple[tuple[float, float], tuple[float, float]]],
    limit: float | None = None,
) -> list[Result]:
    """Time and memory of the same runs."""
    times = [(ours[0], theirs[0]) for ours, theirs in runs]
    peaks = [(ours[1], theirs[1]) for ours, theirs in runs]
    return [beside(what, other, times, "s", limit), beside(what, other, peaks, "MB")]


SUBJECTS: dict[str, Callable[[Effort], list[Result]]] = {
    "libraries": libraries,
    "many-returns": many_returns,
    "ascof": ascof,
    "papers": papers,
    "region": region,
    "scorecards": scorecards,
}
