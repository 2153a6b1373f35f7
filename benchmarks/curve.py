"""Draw what it costs to turn scorecards into a region's table: time and memory, up to 100,000.

Run it as ``python benchmarks/curve.py [FILE.md]``: each size runs in a process of
its own, which reads summaries one after the other as a collation hands them on.
The table is kept in FILE, and the curve beside it as SVG, if a file is given.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from attrs import frozen
from matplotlib.figure import Figure

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
DRAWN = 300
PROGRAM = """
import json, sys, time
from attrs import evolve
import commissioning_standards as cs
from commissioning_standards.region.councils import council_rounds
from commissioning_standards.examples.region import invented_region
from commissioning_standards.region.sharing.placing import place
from commissioning_standards.region.sharing.table import share
from commissioning_standards.region.summary import summarise

size, drawn = map(int, sys.argv[1:])
framework = cs.load_framework("route-map")
some = [
    summarise(each)
    for seed in range(drawn // 150)
    for each in invented_region(framework, seed=seed, councils=150)
]
same = {}

def shared(summary):
    # As a collation does: equal results are held once.
    return evolve(summary, results=tuple(same.setdefault(each, each) for each in summary.results))

some = [shared(each) for each in some]
returns = (
    evolve(some[number % len(some)], council=f"Council {number}", sha256=f"{number:064}")
    for number in range(size)
)
started = time.perf_counter()
table = share(place(council_rounds(returns), framework))
seconds = time.perf_counter() - started
status = open("/proc/self/status").read().split("VmHWM:")[1].split()[0]
print(json.dumps([table.councils, seconds, int(status) / 1024]))
"""


@frozen
class Cost:
    """What one size took: seconds, and megabytes at most."""

    size: int
    seconds: float
    megabytes: float


def measured(size: int) -> Cost:
    """One size, in a process of its own."""
    command = [sys.executable, "-c", PROGRAM, str(size), str(DRAWN)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    councils, seconds, megabytes = json.loads(done.stdout)
    if councils != size:
        raise SystemExit(f"{councils} of {size} councils were counted")
    return Cost(size, seconds, megabytes)


def table(costs: list[Cost]) -> str:
    """The costs as Markdown."""
    lines = [
        "| scorecards | seconds | microseconds each | MB at most | bytes each over the smallest |",
        "|---:|---:|---:|---:|---:|",
    ]
    first = costs[0]
    for each in costs:
        more = each.size - first.size
        extra = f"{(each.megabytes - first.megabytes) * 1024**2 / more:.0f}" if more else ""
        lines.append(
            f"| {each.size:,} | {each.seconds:.2f} | {each.seconds / each.size * 1e6:.0f} "
            f"| {each.megabytes:.0f} | {extra} |"
        )
    return "\n".join(lines) + "\n"


def curve(costs: list[Cost], file: Path) -> None:
    """Time and memory over the number of scorecards, both from zero."""
    figure = Figure(figsize=(8, 3.2), layout="constrained")
    axes = figure.subplots(1, 2)
    for each, name, values in zip(
        axes,
        ("Seconds", "MB at most"),
        ([cost.seconds for cost in costs], [cost.megabytes for cost in costs]),
        strict=True,
    ):
        each.plot([cost.size for cost in costs], values, marker="o", color="#12436D")
        each.set_xlabel("Scorecards")
        each.set_title(name, loc="left")
        each.set_xlim(0)
        each.set_ylim(0)
        each.xaxis.set_major_formatter("{x:,.0f}")
        each.spines[["top", "right"]].set_visible(False)
    figure.savefig(file, metadata={"Date": None})


def main() -> None:
    """Measure every size, print the table, and keep it and the curve in a file if one is given."""
    costs = [measured(size) for size in SIZES]
    print(table(costs))
    if len(sys.argv) > 1:
        file = Path(sys.argv[1])
        picture = file.with_suffix(".svg")
        title = "# Scorecards to a region's table\n\nOne run, each size in a process of its own."
        shown = f"![Time and memory over the number of scorecards]({picture.name})"
        file.write_text(f"{title}\n\n{table(costs)}\n{shown}\n")
        curve(costs, picture)


if __name__ == "__main__":
    main()
