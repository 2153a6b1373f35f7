"""Our work beside the bare libraries doing the same amount of it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from io import BytesIO
from math import pi
from pathlib import Path

import openpyxl
import pandas
import xlsxwriter
from attrs import frozen
from matplotlib import pyplot
from matplotlib.figure import Figure
from mplsoccer import Radar as SoccerRadar
from pycirclize import Circos
from python_calamine import CalamineWorkbook

import commissioning_standards as cs
from commissioning_standards.charts.output import chart_bytes
from commissioning_standards.examples.council import example
from commissioning_standards.workbook.reading.reader import read_content
from commissioning_standards.workbook.writing.writer import workbook_bytes

from .measuring import process

CLICK_PROGRAM = "import click\n@click.group()\ndef main(): 'Do it.'\nmain(['--help'])"
OUR_PROGRAM = "from commissioning_standards.cli import main\nmain(['--help'])"


@frozen
class Pair:
    """Our work and the bare library's, how often to time each, and what the ratio is held to."""

    what: str
    beside: str
    ours: Callable[[], object]
    bare: Callable[[], object]
    runs: int
    limit: float | None = None


def bare_score(assessment: cs.Assessment) -> list[Fraction | None]:
    """Score, low and high of standards, domains and the whole, with no model around them."""
    framework = assessment.framework
    scale, found = framework.scale, []
    for pick in (None, scale.lowest, scale.highest):
        domains = []
        for domain in framework.domains:
            standards = []
            for standard in framework.in_domain(domain):
                ratings = assessment.ratings_of(standard)
                values = [each.level.value if each.level else pick for each in ratings]
                standards.append(mean([each for each in values if each is not None]))
            domains.append(mean([each for each in standards if each is not None]))
            found += standards
        found += [*domains, mean([each for each in domains if each is not None])]
    return found


def mean(values: list[Fraction]) -> Fraction | None:
    """The plain mean, or None of nothing."""
    return sum(values, Fraction()) / len(values) if values else None


def cells_of(content: bytes) -> list[tuple[str, list[tuple[int, int, object]]]]:
    """Every cell of a workbook: sheet, and row, column and value."""
    book = openpyxl.load_workbook(BytesIO(content))
    return [
        (
            sheet.title,
            [
                (int(cell.row or 1) - 1, int(cell.column or 1) - 1, cell.value)
                for row in sheet.iter_rows()
                for cell in row
                if cell.value is not None or cell.has_style
            ],
        )
        for sheet in book.worksheets
    ]


def bare_write(cells: list[tuple[str, list[tuple[int, int, object]]]]) -> bytes:
    """The same cells through XlsxWriter, with one format and nothing else."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    style = book.add_format({"border": 1, "text_wrap": True})
    for title, content in cells:
        sheet = book.add_worksheet(title)
        for row, column, value in content:
            sheet.write(row, column, value, style)
    book.close()
    return buffer.getvalue()


def openpyxl_write(cells: list[tuple[str, list[tuple[int, int, object]]]]) -> bytes:
    """The same cells through openpyxl, with nothing else."""
    buffer = BytesIO()
    book = openpyxl.Workbook()
    for title, content in cells:
        sheet = book.create_sheet(title)
        for row, column, value in content:
            sheet.cell(row + 1, column + 1, value)
    book.save(buffer)
    return buffer.getvalue()


def pandas_read(content: bytes) -> int:
    """Every sheet into a data frame, as a script would."""
    frames = pandas.read_excel(BytesIO(content), sheet_name=None, header=None, engine="openpyxl")
    return sum(frame.size for frame in frames.values())


def calamine_read(content: bytes) -> int:
    """Every cell through calamine, which checks nothing."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return sum(
        len(row) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()
    )


def bare_read(content: bytes) -> int:
    """Every cell through openpyxl, read only."""
    book = openpyxl.load_workbook(BytesIO(content), read_only=True)
    return sum(1 for sheet in book.worksheets for row in sheet.iter_rows() for _ in row)


INCHES, DOTS = (8, 9), 150


def ours_chart(card: cs.Scorecard, kind: str) -> bytes:
    """Our radar."""
    return chart_bytes(cs.radar(card), f"radar.{kind}")


def bare_chart(card: cs.Scorecard, kind: str) -> bytes:
    """One line on bare polar axes, at the same size."""
    figure = Figure(figsize=INCHES)
    axes = figure.add_subplot(projection="polar")
    values, titles = drawn(card)
    places = [index * 2 * pi / len(values) for index in range(len(values))]
    axes.plot(places, values)
    axes.set_xticks(places)
    axes.set_xticklabels(titles)
    return saved(figure, kind)


def mplsoccer_chart(card: cs.Scorecard, kind: str) -> bytes:
    """The same figures as mplsoccer's radar."""
    values, titles = drawn(card)
    count = len(values)
    peer = SoccerRadar(titles, [1] * count, [4] * count, num_rings=3)
    figure, axes = peer.setup_axis(figsize=INCHES)
    peer.draw_circles(ax=axes)
    peer.draw_radar(values, ax=axes)
    peer.draw_range_labels(ax=axes)
    peer.draw_param_labels(ax=axes)
    content = saved(figure, kind)
    pyplot.close(figure)
    return content


def pycirclize_chart(card: cs.Scorecard, kind: str) -> bytes:
    """The same figures as pyCirclize's radar."""
    values, titles = drawn(card)
    table = pandas.DataFrame([values], columns=titles, index=["2026-27"])
    figure = Circos.radar_chart(table, vmin=0, vmax=4, grid_interval_ratio=0.25).plotfig(
        figsize=INCHES
    )
    content = saved(figure, kind)
    pyplot.close(figure)
    return content


def drawn(card: cs.Scorecard) -> tuple[list[float], list[str]]:
    """What a radar shows; the peers know no missing score, and draw it at the lowest level."""
    return [float(each.score or 1) for each in card.standards], [
        each.title for each in card.standards
    ]


def saved(figure: Figure, kind: str) -> bytes:
    """A figure's file."""
    buffer = BytesIO()
    figure.savefig(buffer, format=kind, dpi=DOTS)
    return buffer.getvalue()


CHARTS = {"matplotlib": bare_chart, "mplsoccer": mplsoccer_chart, "pyCirclize": pycirclize_chart}
OUR_FIRST = """
import commissioning_standards as cs
from commissioning_standards.charts.output import chart_bytes
framework = cs.load_framework("route-map")
card = cs.score(cs.assess(framework, {each.id: 2 for each in framework.criteria}))
chart_bytes(cs.radar(card), "radar.png")
"""
BARE_FIRST = """
from io import BytesIO
from math import pi
from matplotlib.figure import Figure
axes = (figure := Figure(figsize=(8, 9))).add_subplot(projection="polar")
places = [index * pi / 6 for index in range(12)]
axes.plot(places, [2] * 12)
axes.set_xticks(places, [f"Standard {index}" for index in range(12)])
figure.savefig(BytesIO(), format="png", dpi=150)
"""


READERS = {"openpyxl": bare_read, "pandas": pandas_read, "calamine": calamine_read}

MANY = """
import re, sys, time
from io import BytesIO
content = open(sys.argv[1], "rb").read()
{setup}
start = time.perf_counter()
for _ in range(int(sys.argv[2])):
    {work}
peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
print(time.perf_counter() - start, peak)
"""
MANY_READERS = {
    "ours": (
        "from commissioning_standards.workbook.reading.reader import read_content",
        "read_content(content, 'return.xlsx')",
    ),
    "pandas": (
        "import pandas",
        "pandas.read_excel(BytesIO(content), sheet_name=None, header=None, engine='openpyxl')",
    ),
}


def many(count: int) -> Callable[[str], tuple[float, float]]:
    """A measure of seconds and peak memory of reading one return after another, by reader."""
    content = workbook_bytes(example())

    def measure(reader: str) -> tuple[float, float]:
        setup, work = MANY_READERS[reader]
        code = MANY.format(setup=setup, work=work)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "return.xlsx")
            file.write_bytes(content)
            command = [sys.executable, "-c", code, str(file), str(count)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
        seconds, megabytes = map(float, done.stdout.split())
        return seconds, megabytes

    return measure


def pairs() -> list[Pair]:
    """Everything that is measured in milliseconds."""
    filled = example()
    blank = cs.Assessment(filled.framework)
    card = cs.score(filled)
    content = workbook_bytes(filled)
    cells = cells_of(workbook_bytes(blank))
    return [
        Pair(
            "import, fresh process",
            "importing attrs and cattrs",
            process("import commissioning_standards"),
            process("import attrs, cattrs"),
            15,
            2,
        ),
        Pair(
            "--help, fresh process",
            "bare click",
            process(OUR_PROGRAM),
            process(CLICK_PROGRAM),
            15,
            2,
        ),
        Pair(
            "score",
            "the same sums on fractions, bare",
            lambda: cs.score(filled),
            lambda: bare_score(filled),
            200,
        ),
        Pair(
            "write a blank workbook",
            "bare XlsxWriter",
            lambda: workbook_bytes(blank),
            lambda: bare_write(cells),
            15,
            1.3,
        ),
        Pair(
            "write a blank workbook",
            "bare openpyxl",
            lambda: workbook_bytes(blank),
            lambda: openpyxl_write(cells),
            15,
        ),
        *(
            Pair(
                "read a workbook",
                name,
                lambda: read_content(content, "return.xlsx"),
                partial(peer, content),
                15,
                1 if name == "pandas" else None,
            )
            for name, peer in READERS.items()
        ),
        *(
            Pair(
                f"radar to {kind.upper()}",
                name,
                partial(ours_chart, card, kind),
                partial(peer, card, kind),
                11,
                1.3 if name == "matplotlib" else None,
            )
            for kind in ("png", "svg")
            for name, peer in CHARTS.items()
        ),
        Pair("first radar of a process", "matplotlib", process(OUR_FIRST), process(BARE_FIRST), 7),
    ]
