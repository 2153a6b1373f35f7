"""Measure reading ASCOF beside pandas and polars reading the same file, in one run.

Run it as ``python benchmarks/ascof.py [FILE]``: each reader works in a process
of its own, on a file of about 25 MB and on one four times as long, and the
table gives time and peak memory of each. It is kept in FILE if one is given.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.assurance.made import write_ascof

GROUPS = [f"Group {number}" for number in range(35)]
COUNCIL = "E06000001"
RUNS = 3
PROGRAM = """
import re, sys, time
path = sys.argv[1]
start = time.perf_counter()
{work}
peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
print(f"{{time.perf_counter() - start:.2f}} {{peak:.0f}}")
"""
READERS = {
    "ours": (
        "import commissioning_standards as cs\n"
        f"assert len(cs.ascof(path, '{COUNCIL}').lines) == 19 * {len(GROUPS)}"
    ),
    "csv, bare": "import csv\nassert sum(1 for _ in csv.reader(open(path, newline=''))) > 9",
    "pandas": (
        "import pandas\n"
        "frame = pandas.read_csv(path, dtype=str)\n"
        f"assert len(frame[frame['ONS code'] == '{COUNCIL}'])"
    ),
    "polars": (
        "import polars\n"
        "frame = polars.read_csv(path, infer_schema_length=0)\n"
        f"assert len(frame.filter(polars.col('ONS code') == '{COUNCIL}'))"
    ),
}


def made(folder: Path) -> tuple[Path, Path]:
    """A file of full size, and one in which the other councils' rows stand again and again."""
    short = write_ascof(folder / "short-2023-24.csv", groups=GROUPS)
    header, *rows = short.read_bytes().splitlines(keepends=True)
    councils = [each for each in rows if b"Local authority" in each]
    others = [each for each in councils if COUNCIL.encode() not in each]
    longer = folder / "longer-2023-24.csv"
    longer.write_bytes(header + b"".join(rows) + b"".join(others) * 3)
    return short, longer


def measured(work: str, path: Path) -> tuple[float, float]:
    """Seconds and megabytes of one reader on one file, the medians of a few runs."""
    command = [sys.executable, "-c", PROGRAM.format(work=work), str(path)]
    runs = [
        subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        for _ in range(RUNS)
    ]
    times, peaks = zip(*((float(time), float(peak)) for time, peak in runs), strict=True)
    return median(times), median(peaks)


def main() -> None:
    """Measure, print, and keep the table if a file was named."""
    with tempfile.TemporaryDirectory() as folder:
        paths = made(Path(folder))
        sizes = [path.stat().st_size / 1e6 for path in paths]
        table = {name: [measured(work, path) for path in paths] for name, work in READERS.items()}
    heads = [f"{size:.0f} MB" for size in sizes]
    lines = [f"| reader | {' | '.join(heads)} | memory, long to short | time beside ours |"]
    lines.append("|---|---|---|---|---|")
    ours = table["ours"][1][0]
    for name, ((first, low), (second, high)) in table.items():
        cells = [f"{first:.2f} s, {low:.0f} MB", f"{second:.2f} s, {high:.0f} MB"]
        cells += [f"{high / low:.2f}", f"{second / ours:.2f}"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    text = "\n".join(lines) + "\n"
    print(text)
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(f"# The last kept run for ASCOF\n\nMedians.\n\n{text}")


if __name__ == "__main__":
    main()
