"""The gallery in the docs shows what the code draws today, by the calls that it shows."""

from __future__ import annotations

import doctest
import importlib.util
import re
from collections import Counter
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from commissioning_standards.charts.chart import Chart
from commissioning_standards.charts.kinds import KINDS
from commissioning_standards.charts.output import chart_bytes

DOCS = Path(__file__).parents[2] / "docs"
SVG = "{http://www.w3.org/2000/svg}"
REMEDY = "run python docs/make_gallery.py"


def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_gallery", DOCS / "make_gallery.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = _maker()


@pytest.fixture(scope="module")
def made() -> dict[str, Chart]:
    """Every chart of the gallery, made anew."""
    charts: dict[str, Chart] = MAKER.made()
    return charts


def pinned(content: bytes) -> tuple[list[tuple[str, int, int]], Counter[str]]:
    """Each text with its place in points, and how many shapes there are of each sort."""
    root = ET.fromstring(content)  # noqa: S314 - our own
    texts = [
        ("".join(each.itertext()), round(float(each.get("x", 0))), round(float(each.get("y", 0))))
        for each in root.iter(f"{SVG}text")
    ]
    return texts, Counter(each.tag for each in root.iter() if each.tag.startswith(SVG))


@pytest.mark.parametrize("name", MAKER.CALLS)
def test_the_kept_pictures_are_current(made: dict[str, Chart], name: str) -> None:
    """Each kept picture has today's words in today's places, and as many shapes."""
    kept = (DOCS / "images" / "charts" / f"{name}.svg").read_bytes()
    texts, shapes = pinned(kept)
    wanted, wanted_shapes = pinned(chart_bytes(made[name], "a.svg"))

    assert [each[0] for each in texts] == [each[0] for each in wanted], REMEDY
    for (_, x, y), (_, other_x, other_y) in zip(texts, wanted, strict=True):
        assert abs(x - other_x) <= 1, REMEDY
        assert abs(y - other_y) <= 1, REMEDY
    assert shapes == wanted_shapes, REMEDY


def test_no_picture_is_left_over() -> None:
    """The folder holds the gallery's pictures and no other."""
    kept = {each.stem for each in (DOCS / "images" / "charts").iterdir()}

    assert kept == set(MAKER.CALLS)


def test_the_page_is_current(made: dict[str, Chart]) -> None:
    """The page shows today's words, and the calls that made the pictures."""
    page = (DOCS / "charts.md").read_text("utf-8")

    assert page == MAKER.page(made, page), REMEDY


def test_the_script_writes_pictures_and_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: dict[str, Chart]
) -> None:
    """Run by itself, it writes both, and leaves what was written by hand."""
    (tmp_path / "charts.md").write_text(f"By hand.\n{MAKER.BEGIN}old\n{MAKER.END}And after.\n")
    monkeypatch.setattr(MAKER, "PAGE", tmp_path / "charts.md")
    monkeypatch.setattr(MAKER, "PICTURES", tmp_path / "pictures")
    monkeypatch.setattr(MAKER, "made", lambda: {"radar": made["radar"]})
    monkeypatch.setattr(MAKER, "CALLS", {"radar": MAKER.CALLS["radar"]})
    MAKER.main()
    page = (tmp_path / "charts.md").read_text("utf-8")

    assert (tmp_path / "pictures" / "radar.svg").is_file()
    assert page.startswith("By hand.\n")
    assert page.endswith("And after.\n")
    assert "\nold\n" not in page


def test_every_kind_is_in_the_gallery(made: dict[str, Chart]) -> None:
    """Whatever the command can draw is shown, and named in the table."""
    page = (DOCS / "charts.md").read_text("utf-8")

    assert all(f"`{kind}`" in page for kind in KINDS)
    assert len({chart.kind for chart in made.values()}) == len(KINDS) + 1


def test_the_figures_of_the_page_on_radars_are_true() -> None:
    """The areas that it compares are worked out as it says."""
    path = DOCS / "why-a-radar-is-never-alone.md"
    result = doctest.testfile(str(path), module_relative=False)

    assert (result.failed, result.attempted > 2) == (0, True)


def test_the_commands_of_the_page_are_verbs_that_work() -> None:
    """Each command on the page uses options that the command has."""
    page = (DOCS / "charts.md").read_text("utf-8")
    from commissioning_standards.cli import main  # noqa: PLC0415 - needed here alone

    known = {name for each in main.commands["chart"].params for name in each.opts}
    block = page.partition("## From Python")[0]

    assert set(re.findall(r"(?<![\w-])--[a-z]+", block)) <= known
