"""Say which ratios got worse since the kept run, by more than their spread.

Run it as ``python -m benchmarks.compare FOLDER [KEPT]``, with the folder of a new
run. It ends with 1 if a ratio got worse or is measured no more.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from .keeping import FIGURES, Run, from_json
from .measuring import Result

__all__ = ["Changes", "changes", "main", "told"]

KEPT = Path(__file__).parent / "kept"
SMALLEST = 0.05


@frozen
class Changes:
    """What two runs say of each other; pairs are the kept result and the new one."""

    worse: tuple[tuple[Result, Result], ...]
    better: tuple[tuple[Result, Result], ...]
    alike: tuple[tuple[Result, Result], ...]
    missing: tuple[Result, ...]
    added: tuple[Result, ...]


def changes(kept: Run, new: Run) -> Changes:
    """Sort the ratios of a new run by what became of them.

    A ratio got worse where the spreads do not overlap and the median rose by a
    twentieth or more: a spread of a few runs on a quiet machine can be narrower
    than what any other day brings.
    """
    before = {each.name: each for each in kept.results}
    after = {each.name: each for each in new.results}
    pairs = [(before[name], after[name]) for name in before if name in after]
    worse = tuple(pair for pair in pairs if is_worse(*pair))
    better = tuple(pair for pair in pairs if is_worse(*reversed(pair)))
    return Changes(
        worse,
        better,
        tuple(pair for pair in pairs if pair not in worse + better),
        tuple(each for name, each in before.items() if name not in after),
        tuple(each for name, each in after.items() if name not in before),
    )


def is_worse(kept: Result, new: Result) -> bool:
    """Whether a ratio rose by more than the spread of either run."""
    return new.low > kept.high and new.ratio >= kept.ratio * (1 + SMALLEST)


def told(found: Changes) -> Iterator[str]:
    """The changes in words, a line each, what matters most first."""
    for word, pairs in (("WORSE", found.worse), ("Better", found.better)):
        for old, new in pairs:
            yield f"{word}: {new.name}: {_figures(old)}, now {_figures(new)}"
    yield from (f"NOT MEASURED: {each.name}" for each in found.missing)
    yield from (f"New: {each.name}: {_figures(each)}" for each in found.added)
    yield f"{len(found.alike)} ratios are as they were, within their spread."


def _figures(each: Result) -> str:
    return f"{each.ratio:.2f} ({each.low:.2f} to {each.high:.2f})"


def main(arguments: list[str] | None = None) -> int:
    """Compare a new run with the kept one, and print what changed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare")
    parser.add_argument("folder", type=Path, help="where the new run was written")
    parser.add_argument("kept", type=Path, nargs="?", default=KEPT, help="the kept run's folder")
    asked = parser.parse_args(arguments)
    kept, new = (_read(parser, folder) for folder in (asked.kept, asked.folder))
    if kept.few or new.few:
        print("One of the runs is a short one: its ratios say little.")
    found = changes(kept, new)
    print(*told(found), sep="\n")
    return 1 if found.worse or found.missing else 0


def _read(parser: argparse.ArgumentParser, folder: Path) -> Run:
    try:
        return from_json((folder / FIGURES).read_text(encoding="utf-8"))
    except OSError as error:
        parser.error(f"there is no run in {folder}: {error.strerror}")


if __name__ == "__main__":
    sys.exit(main())
