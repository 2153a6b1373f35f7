"""Measure everything beside its peers in one run, and write a table, a picture and figures."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

os.environ["MPLBACKEND"] = "agg"  # peers draw with pyplot, which would look for a screen

from .keeping import Run, keep, table
from .measuring import Effort, Result
from .subjects import SUBJECTS


def main() -> None:
    """Measure one subject after the other; each result is printed as it comes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write what was measured")
    parser.add_argument(
        "--only", choices=SUBJECTS, action="append", help="a subject; may be given again"
    )
    parser.add_argument(
        "--few", action="store_true", help="a few small runs, to see that everything works"
    )
    asked = parser.parse_args()
    results: list[Result] = []
    for name in asked.only or SUBJECTS:
        print(f"Measuring {name}", flush=True)
        results += SUBJECTS[name](Effort(asked.few))
    run = Run(tuple(results), asked.few)
    paths = keep(run, asked.folder)
    print(table(run))
    print("Made", *paths)


if __name__ == "__main__":
    main()
