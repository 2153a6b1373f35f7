"""Charts as files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import commissioning_standards as cs
from commissioning_standards.charts.output import chart_bytes

SVG = "{http://www.w3.org/2000/svg}"

TWICE = """
import hashlib, commissioning_standards as cs
from commissioning_standards.charts.output import chart_bytes
from commissioning_standards.examples.council import example
chart = cs.radar(cs.score(example()))
for kind in ("svg", "png", "pdf"):
    print(hashlib.sha256(chart_bytes(chart, "radar." + kind)).hexdigest())
"""


@pytest.mark.parametrize(
    ("kind", "start"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("SVG", b"<?xml")]
)
def test_the_ending_says_the_format(
    card: cs.Scorecard, tmp_path: Path, kind: str, start: bytes
) -> None:
    """A chart is saved as SVG, PNG or PDF by the ending of its name."""
    path = tmp_path / f"radar.{kind}"

    cs.save_chart(cs.radar(card), path)

    assert path.read_bytes().startswith(start)


@pytest.mark.parametrize("name", ["radar.docx", "radar"])
def test_other_endings_are_refused(card: cs.Scorecard, tmp_path: Path, name: str) -> None:
    """Another ending is one clear message, and no file."""
    with pytest.raises(cs.OutputError, match=r"Allowed: \.svg, \.png, \.pdf\."):
        cs.save_chart(cs.radar(card), tmp_path / name)

    assert not list(tmp_path.iterdir())


def test_a_name_without_an_ending_is_told_as_that(card: cs.Scorecard, tmp_path: Path) -> None:
    """Where there is no ending, none is said to be unknown."""
    with pytest.raises(cs.OutputError, match=r"^radar: The file's name has no ending\."):
        cs.save_chart(cs.radar(card), tmp_path / "radar")


def test_an_svg_can_be_read_out(card: cs.Scorecard) -> None:
    """The SVG is an image with a title and a description, and keeps its text as text."""
    chart = cs.radar(card, title="A & B <C>")
    root = ET.fromstring(chart_bytes(chart, "radar.svg"))  # noqa: S314 - our own
    texts = ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]

    assert root.get("role") == "img"
    assert [each.tag for each in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert [each.text for each in root][:2] == ["A & B <C>", chart.alt_text]
    assert any("7 Well led" in each for each in texts)


def test_the_same_chart_gives_the_same_bytes() -> None:
    """Two processes make the same files, byte for byte."""
    runs = [
        subprocess.run([sys.executable, "-c", TWICE], check=True, capture_output=True, text=True)
        for _ in range(2)
    ]

    assert runs[0].stdout == runs[1].stdout
    assert len(set(runs[0].stdout.split())) == 3


def test_a_chart_that_is_there_is_not_replaced(card: cs.Scorecard, tmp_path: Path) -> None:
    """An existing file is left alone unless it may be replaced."""
    path = tmp_path / "radar.svg"
    path.write_text("precious")

    with pytest.raises(cs.OutputError):
        cs.save_chart(cs.radar(card), path)

    assert path.read_text() == "precious"


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_picture_says_what_it_was_made_from(card: cs.Scorecard, kind: str) -> None:
    """Framework, digest, rule and software stand in the file's properties."""
    chart = cs.radar(card)

    assert card.assessment.framework.digest in chart.provenance
    assert chart.provenance.encode() in chart_bytes(chart, f"radar.{kind}")
