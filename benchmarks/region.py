"""Measure collating a region's returns beside a plain loop over pandas, in one run.

Run it as ``python benchmarks/region.py [FILE] [--returns N] [--runs N]``: 1,500
returns, of 153 councils in ten voices, are written once into a folder of their
own. Each reader works in a process of its own, in turns, and the table gives
medians of time and of peak memory. It is kept in FILE if one is given.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from attrs import frozen

import commissioning_standards as cs
from commissioning_standards.examples.region import invented_region
from commissioning_standards.workbook.writing.writer import workbook_bytes

COUNCILS = 153
VOICES: tuple[cs.Voice | None, ...] = (None, *cs.Voice)
FEWER = 5
PEAKS = """
import re, resource
peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print("peaks", peak, child)
"""
OURS = "import sys\nfrom commissioning_standards.cli import main\nmain(standalone_mode=False)\n"
PANDAS = """
import sys, warnings
from pathlib import Path
import pandas
warnings.simplefilter("ignore")
cells = 0
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    frames = pandas.read_excel(path, sheet_name=None, header=None, engine="openpyxl")
    cells += sum(frame.size for frame in frames.values())
"""


@frozen
class Measured:
    """What one run took: seconds, and megabytes at most in itself and in its largest child."""

    seconds: float
    own: float
    child: float


def made(folder: Path, count: int) -> Path:
    """A folder of returns as people send them."""
    folder.mkdir()
    framework = cs.load_framework("route-map")
    for number, each in enumerate(islice(drawn(framework), count)):
        (folder / f"return-{number:04}.xlsx").write_bytes(workbook_bytes(each))
    return folder


def drawn(framework: cs.Framework) -> Iterator[cs.Assessment]:
    """Returns of all councils in every voice and as agreed, and as agreed a year before."""
    rounds = [("2026-27", each) for each in VOICES] + [("2025-26", None)]
    for period, voice in rounds:
        yield from invented_region(
            framework, seed=9, councils=COUNCILS, voices=[voice], period=period
        )


def measured(program: str, *arguments: str) -> Measured:
    """Run a program in a process of its own, and ask it what it took."""
    command = [sys.executable, "-c", program + PEAKS, *arguments]
    start = time.perf_counter()
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds = time.perf_counter() - start
    own, child = printed.splitlines()[-1].split()[1:]
    return Measured(seconds, int(own) / 1024, int(child) / 1024)


def collated(returns: Path, out: Path, jobs: int) -> Measured:
    """Our command, as people type it."""
    options = ["-o", str(out), "--force", "--jobs", str(jobs)]
    return measured(OURS, "collate", str(returns), *options)


def turns(folder: Path, returns: Path, run: int) -> dict[str, Measured]:
    """One run of each, one after the other."""
    one, two = folder / f"one-{run}", folder / f"two-{run}"
    return {
        "pandas, one sheet after another": measured(PANDAS, str(returns)),
        "collate, one process": collated(returns, one, 1),
        "collate, two processes": collated(returns, two, 2),
        "collate, a second run": collated(returns, two, 2),
    }


def medians(runs: list[dict[str, Measured]]) -> dict[str, Measured]:
    """What is in the middle of the runs."""
    return {
        name: Measured(
            median(each[name].seconds for each in runs),
            median(each[name].own for each in runs),
            median(each[name].child for each in runs),
        )
        for name in runs[0]
    }


def told(count: int, few: dict[str, Measured], many: dict[str, Measured]) -> str:
    """The table, and the ratios that are held to."""
    small = count // FEWER
    lines = [
        f"| reader | {count:,} returns | a return | memory at {small:,} | memory at {count:,} |",
        "|---|---|---|---|---|",
    ]
    for name, each in many.items():
        peaks = [f"{at[name].own:.0f} + {at[name].child:.0f} MB" for at in (few, many)]
        cells = [f"{each.seconds:.1f} s", f"{each.seconds / count * 1000:.1f} ms", *peaks]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    pandas, one, two, again = many.values()
    ratios = {
        "one process beside pandas (time)": one.seconds / pandas.seconds,
        "one process beside two (held to 1.7 or more)": one.seconds / two.seconds,
        "first run beside the second (held to 20 or more)": two.seconds / again.seconds,
        f"memory at {count:,} beside {small:,}": two.own / list(few.values())[2].own,
    }
    lines += ["", "| ratio | |", "|---|---|"]
    lines += [f"| {name} | {ratio:.2f} |" for name, ratio in ratios.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print, and keep the table if a file was named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?")
    parser.add_argument("--returns", type=int, default=1_500)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = made(folder / "small", asked.returns // FEWER)
        large = made(folder / "large", asked.returns)
        few = turns(folder / "small-out", small, 0)
        runs = [turns(folder / "large-out", large, run) for run in range(asked.runs)]
    text = told(asked.returns, few, medians(runs))
    print(text)
    if asked.file:
        about = (
            f"# The last kept run for regions\n\nMedians of {asked.runs}. Memory is that of the "
            "process itself and of its largest child.\n\n"
        )
        Path(asked.file).write_text(about + text, encoding="utf-8")


if __name__ == "__main__":
    main()
