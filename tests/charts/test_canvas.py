"""Charts drawn anywhere: in threads, under any settings, by savefig and in notebooks."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib.style import library
from PIL import Image

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from commissioning_standards.charts.output import FORMATS, chart_bytes
from tests.charts.samples import council, evidence, last_year, many, meeting

FRESH = """
import hashlib, sys
from tests.charts.samples import SAMPLES
from commissioning_standards.charts.output import chart_bytes
for name in ("radar, three lines", "dots of two rounds", "heat map of voices", "spread"):
    for kind in ("a.svg", "a.png", "a.pdf"):
        print(name, kind, hashlib.sha256(chart_bytes(SAMPLES[name](), kind)).hexdigest())
print([each for each in sys.modules if "pyplot" in each])
"""


def six() -> list[Chart]:
    """A chart of every kind."""
    return [
        cs.radar(council(), against=last_year()),
        cs.dots(cs.compare(council(), last_year())),
        cs.heat_map(council()),
        cs.spread(meeting()),
        cs.evidence_chart(evidence()),
        cs.small_multiples(many(3)),
    ]


def contents() -> list[bytes]:
    """Each of the six in every format."""
    return [chart_bytes(each, f"a.{kind}") for each in six() for kind in FORMATS]


@pytest.fixture
def settings() -> Iterator[Any]:
    """Matplotlib's settings, put back afterwards."""
    with mpl.rc_context():
        yield mpl.rcParams


def test_two_processes_make_the_same_files_without_pyplot() -> None:
    """Files repeat byte for byte in fresh processes with other hash seeds; pyplot is not loaded."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", FRESH],
            check=True,
            capture_output=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ".", "PATH": "/usr/bin:/bin"},
        ).stdout
        for seed in ("1", "2")
    ]

    assert runs[0] == runs[1]
    assert len(set(runs[0].splitlines())) == 13
    assert runs[0].splitlines()[-1] == "[]"


def test_threads_draw_what_one_alone_draws() -> None:
    """Four threads at once give the same files as one after the other."""
    alone = contents()
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda _: contents(), range(4)))

    assert all(each == alone for each in together)


def test_drawing_changes_no_setting() -> None:
    """After drawing and saving, every setting of matplotlib is as it was, and none is written."""
    before = dict(mpl.rcParams)
    contents()

    assert dict(mpl.rcParams) == before


def test_no_setting_is_written_while_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody who draws at the same time in another thread ever sees a setting of ours."""
    written: list[object] = []
    monkeypatch.setattr(mpl.RcParams, "__setitem__", lambda _, *item: written.append(item))
    monkeypatch.setattr(mpl.RcParams, "_set", lambda _, *item: written.append(item))
    contents()

    assert written == []


@pytest.mark.parametrize("style", ["dark_background", "ggplot", "fivethirtyeight", "grayscale"])
def test_a_scripts_own_style_changes_no_chart(style: str, settings: Any) -> None:
    """Whoever has set a style for other pictures gets ours as they always are."""
    plain = contents()
    settings.update(library[style])

    assert contents() == plain


def test_hostile_settings_change_no_chart(settings: Any) -> None:
    """Sizes, colours, fonts, margins, boxes and salts set to anything leave ours as they are."""
    plain = contents()
    settings.update(
        {
            "font.family": "monospace",
            "font.size": 30,
            "lines.linewidth": 9,
            "lines.markersize": 20,
            "lines.markeredgewidth": 5,
            "lines.dashed_pattern": [1, 9],
            "patch.linewidth": 9,
            "patch.force_edgecolor": True,
            "text.color": "red",
            "text.usetex": False,
            "text.parse_math": True,
            "figure.facecolor": "red",
            "figure.dpi": 20,
            "axes.facecolor": "red",
            "axes.grid": True,
            "savefig.dpi": 30,
            "savefig.bbox": "tight",
            "savefig.facecolor": "red",
            "savefig.transparent": True,
            "svg.fonttype": "path",
            "svg.hashsalt": "other",
            "svg.id": "mine",
        }
    )

    assert contents() == plain


@pytest.mark.parametrize("kind", FORMATS)
def test_savefig_gives_the_same_file(tmp_path: Path, kind: str) -> None:
    """Whoever saves by matplotlib's own name for it gets the same bytes, to a path and a stream."""
    chart = cs.radar(council())
    wanted = chart_bytes(chart, f"a.{kind}")
    path, stream = tmp_path / f"a.{kind}", BytesIO()
    chart.savefig(path, dpi=150)
    chart.savefig(stream, format=kind, dpi=150)

    assert (path.read_bytes(), stream.getvalue()) == (wanted, wanted)


@pytest.mark.parametrize("kind", FORMATS)
def test_savefig_takes_its_options(kind: str) -> None:
    """A tight box and properties of one's own work as for any figure."""
    chart, stream = cs.radar(council()), BytesIO()
    chart.savefig(stream, format=kind, bbox_inches="tight", metadata={"Title": "My own"})

    assert stream.getvalue() != chart_bytes(chart, f"a.{kind}")
    assert chart_bytes(chart, f"a.{kind}") == chart_bytes(cs.radar(council()), f"a.{kind}")


def test_saving_leaves_the_figure_as_it_was() -> None:
    """Size, resolution and canvas are those from before."""
    chart = cs.radar(council())
    before = (chart.dpi, tuple(chart.get_size_inches()), chart.canvas)
    for kind in FORMATS:
        chart_bytes(chart, f"a.{kind}")

    assert (chart.dpi, tuple(chart.get_size_inches()), chart.canvas) == before


def test_a_png_is_fit_for_print() -> None:
    """Eight inches are 1,200 dots."""
    picture = Image.open(BytesIO(chart_bytes(cs.radar(council()), "a.png")))

    assert picture.size[0] == 1200


class _Images(HTMLParser):
    """The pictures of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [dict(attrs)] if tag == "img" else []


def test_a_notebook_shows_the_picture_with_its_words() -> None:
    """A chart shows itself as an image with its alternative text, and as PNG elsewhere."""
    chart = cs.radar(council(), title='A "quoted" <title>')
    (image,) = _Images(chart._repr_html_()).found
    kind, _, content = str(image["src"]).partition(";base64,")

    assert image["alt"] == chart.alt_text
    assert kind == "data:image/svg+xml"
    assert b64decode(content) == chart_bytes(chart, "a.svg")
    assert chart._repr_png_() == chart_bytes(chart, "a.png")
