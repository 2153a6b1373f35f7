"""Measure reading ASCOF beside pandas and polars reading the same file, in one run.

Run it as ``python benchmarks/ascof.py [FILE]``: each reader works in a process
of its own, on a file of about 25 MB, on one four times as long, and on three
years of full size: 153 councils, 19 measures and 45 groups of people, in the
old shape in Windows-1252 and in the new with and without a byte-order mark. The
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
RUNS = 5
PROGRAM = """
import re, sys, time
path, paths = sys.argv[1], sys.argv[1:]
start = time.perf_counter()
{work}
peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
print(f"{{time.perf_counter() - start:.2f}} {{peak:.0f}}")
"""
READERS = {
    "ours": (
        "import commissioning_standards as cs\n"
        f"found = cs.ascof(paths, '{COUNCIL}')\n"
        "assert len(found.lines) % 19 == 0 and len(found.years) == len(paths)"
    ),
    "csv, bare": (
        "import csv\n"
        "for each in paths:\n"
        "    with open(each, newline='', encoding='cp1252') as file:\n"
        "        assert sum(1 for _ in csv.reader(file)) > 9"
    ),
    "pandas": (
        "import pandas\n"
        "for each in paths:\n"
        "    frame = pandas.read_csv(each, dtype=str, encoding='cp1252')\n"
        f"    assert (frame.iloc[:, 3] == '{COUNCIL}').any()"
    ),
    "polars": (
        "import polars\n"
        "for each in paths:\n"
        "    frame = polars.read_csv(each, infer_schema_length=0, encoding='utf8-lossy')\n"
        f"    assert (frame.to_series(3) == '{COUNCIL}').any()"
    ),
}


def made(folder: Path) -> tuple[list[Path], ...]:
    """A year, one in which other councils' rows stand again and again, and three whole years."""
    short = write_ascof(folder / "short-2023-24.csv", groups=GROUPS)
    header, *rows = short.read_bytes().splitlines(keepends=True)
    councils = [each for each in rows if b"Local authority" in each]
    others = [each for each in councils if COUNCIL.encode() not in each]
    longer = folder / "longer-2023-24.csv"
    longer.write_bytes(header + b"".join(rows) + b"".join(others) * 3)
    more = [f"Group {number}" for number in range(45)]
    years = [folder / f"year-{year}.csv" for year in ("2022-23", "2023-24", "2024-25")]
    write_ascof(years[0], old=True, encoding="cp1252", groups=more)
    write_ascof(years[1], encoding="utf-8-sig", groups=more)
    write_ascof(years[2], groups=more)
    return [short], [longer], years


def measured(work: str, paths: list[Path]) -> tuple[float, float]:
    """Seconds and megabytes of one reader on some files."""
    command = [sys.executable, "-c", PROGRAM.format(work=work), *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, peak = map(float, done.stdout.split())
    return seconds, peak


def in_turns(sets: tuple[list[Path], ...]) -> dict[str, list[tuple[float, float]]]:
    """The medians of each reader on each set of files; readers take turns, so that load is fair."""
    turns = [(name, at) for at in range(len(sets)) for name in READERS]
    runs = [
        {(name, at): measured(READERS[name], sets[at]) for name, at in turns} for _ in range(RUNS)
    ]
    return {
        name: [
            (median(run[name, at][0] for run in runs), median(run[name, at][1] for run in runs))
            for at in range(len(sets))
        ]
        for name in READERS
    }


def main() -> None:
    """Measure, print, and keep the table if a file was named."""
    with tempfile.TemporaryDirectory() as folder:
        sets = made(Path(folder))
        sizes = [sum(path.stat().st_size for path in paths) / 1e6 for paths in sets]
        table = in_turns(sets)
    one, long, years = (f"{size:.0f} MB" for size in sizes)
    heads = f"{one} | {long} | three years, {years}"
    lines = [f"| reader | {heads} | memory, {long} to {one} | {long} beside bare csv |"]
    lines.append("|---|---|---|---|---|---|")
    bare = table["csv, bare"][1][0]
    for name, results in table.items():
        cells = [f"{seconds:.2f} s, {peak:.0f} MB" for seconds, peak in results]
        (_, low), (long_time, high), _ = results
        cells += [f"{high / low:.2f}", f"{long_time / bare:.2f}"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    text = "\n".join(lines) + "\n"
    print(text)
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(f"# The last kept run for ASCOF\n\nMedians.\n\n{text}")


if __name__ == "__main__":
    main()
