"""Measure a whole pack and a whole account beside bare libraries doing as much, in one run.

Run it as ``python benchmarks/papers.py [FILE]``. The bare side reads the same
workbook with openpyxl, draws as many pictures with matplotlib, and writes as many
paragraphs, cells and slides with python-docx and python-pptx, with no sentence
made, nothing checked and no alternative text. Each side works in turns, first in
a process of its own and then again in one that is warm. The table is kept in FILE
if one is given.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

RUNS, LIMIT = 5, 5.0
ROOT = Path(__file__).parents[1]
RETURN = ROOT / "workbooks" / "borsetshire-2026-27.xlsx"
OURS = """
import datetime, sys
import commissioning_standards as cs
from commissioning_standards.reports.account.builder import public_material
from commissioning_standards.reports.making import account_files, pack_files
from commissioning_standards.reports.material import gather

def made(paper):
    material = gather(cs.read_workbook(sys.argv[1]), on=datetime.date(2026, 11, 25))
    return pack_files(material) if paper == "pack" else account_files(public_material(material))
"""
BARE = """
import sys
from io import BytesIO
import docx, openpyxl, pptx
from matplotlib.figure import Figure
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

# As many as the pack and the account of the same workbook have.
PICTURES = {"pack": 6, "account": 4}
PARAGRAPHS, TABLES, ROWS, COLUMNS, SLIDES = 390, 32, 6, 4, 13
TEXT = "A sentence of the length that such papers have, on one standard of twelve. "

def picture(kind):
    figure = Figure(figsize=(10, 5.4))
    axes = figure.add_subplot()
    axes.plot([2.25, 3.25, 1.5, 2.67, 2.33, 1.5, 3, 3, 2, 2.67, 2.5, 2.5], range(12), "o")
    axes.set_yticks(range(12), [f"Standard {number} with a title" for number in range(12)])
    buffer = BytesIO()
    figure.savefig(buffer, format=kind, dpi=150)
    return buffer

def document(pictures):
    file = docx.Document()
    for _ in range(PARAGRAPHS):
        file.add_paragraph(TEXT, style="List Bullet")
    for _ in range(TABLES):
        table = file.add_table(rows=ROWS, cols=COLUMNS)
        for row in table.rows:
            for cell in row.cells:
                cell.text = "A cell"
    for each in pictures[:4]:
        file.add_picture(each)
    file.save(BytesIO())

def show():
    file = pptx.Presentation()
    for number in range(SLIDES):
        slide = file.slides.add_slide(file.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = "Title", TEXT * 6
        if number < 2:
            data = CategoryChartData()
            data.categories = [str(each) for each in range(12)]
            data.add_series("Council", range(12))
            kind = XL_CHART_TYPE.BAR_CLUSTERED
            slide.shapes.add_chart(kind, Inches(1), Inches(1), Inches(6), Inches(5), data)
    file.save(BytesIO())

def made(paper):
    book = openpyxl.load_workbook(sys.argv[1], read_only=True)
    cells = sum(1 for sheet in book.worksheets for row in sheet.iter_rows() for _ in row)
    pictures = [picture("png") for _ in range(PICTURES[paper])]
    vectors = [picture("svg").getvalue().decode() for _ in range(PICTURES[paper])]
    page = "".join(f"<p>{TEXT}</p>" for _ in range(PARAGRAPHS)) + "".join(vectors)
    if paper == "pack":
        document(pictures)
        show()
    return cells, page
"""
TIMED = """
import time
for turn in range({turns}):
    start = time.perf_counter()
    made("{paper}")
    if turn == {turns} - 1:
        print(time.perf_counter() - start)
"""


def fresh(code: str, paper: str) -> float:
    """Seconds that a process takes from its start to its end."""
    start = time.perf_counter()
    _run(f"{code}\nmade({paper!r})")
    return time.perf_counter() - start


def warm(code: str, paper: str) -> float:
    """Seconds that the second paper takes of a process."""
    return float(_run(code + TIMED.format(turns=2, paper=paper)))


def _run(code: str) -> str:
    command = [sys.executable, "-c", code, str(RETURN)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def measured(name: str, timed: Callable[[str, str], float], paper: str) -> str:
    """One row of the table, from runs taken in turns."""
    times = [(timed(OURS, paper), timed(BARE, paper)) for _ in range(RUNS)]
    ours, bare = (statistics.median(column) for column in zip(*times, strict=True))
    ratios = sorted(mine / theirs for mine, theirs in times)
    held = "yes" if ours < LIMIT else "no"
    spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
    ratio = statistics.median(ratios)
    return f"| {name} | {ours:.2f} | {bare:.2f} | {ratio:.2f} | {spread} | {held} |"


def command(folder: str) -> str:
    """The command itself, as it is typed: it also writes every file."""
    program = "from commissioning_standards.cli import main; main()"
    times = []
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for number in range(RUNS):
        out = str(Path(folder, str(number)))
        start = time.perf_counter()
        typed = [sys.executable, "-c", program, "pack", str(RETURN), "-o", out]
        subprocess.run(typed, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    middle = statistics.median(times)
    held = "yes" if middle < LIMIT else "no"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    spread = f"{min(times):.2f} to {max(times):.2f} s, {worked / RUNS:.2f} s of processor"
    return f"| `pack`, the command | {middle:.2f} |  |  | {spread} | {held} |"


def main() -> None:
    """Measure, print, and keep the table if a file was named."""
    lines = [
        "| what | ours, s | bare, s | ratio | spread | under 5 s |",
        "|---|---|---|---|---|---|",
    ]
    for paper in ("pack", "account"):
        lines.append(measured(f"{paper}, fresh process", fresh, paper))
        lines.append(measured(f"{paper}, warm", warm, paper))
    with tempfile.TemporaryDirectory() as folder:
        lines.append(command(folder))
    text = "\n".join(lines) + "\n"
    print(text)
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(f"# The last kept run for papers\n\nMedians.\n\n{text}")


if __name__ == "__main__":
    main()
