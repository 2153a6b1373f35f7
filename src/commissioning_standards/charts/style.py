"""How charts look: sizes, and colours from the government's accessible palette.

The palette is that of the Government Analysis Function's guidance on charts.
Two series are dark blue with orange (3.38 to 1 between them); dash and marker
tell them apart without colour.
"""

from __future__ import annotations

from attrs import frozen

__all__ = [
    "DARK_BLUE",
    "FAMILY",
    "GREY",
    "LABEL",
    "ORANGE",
    "PALE",
    "SERIES",
    "SMALL",
    "TEXT",
    "TITLE",
    "Line",
]

DARK_BLUE = "#12436D"
ORANGE = "#F46A25"
TEXT = "#222222"
GREY = "#8C8C8C"
PALE = "#F0F0F0"

FAMILY = "DejaVu Sans"  # brought by matplotlib, so that pictures are the same everywhere
TITLE, LABEL, SMALL = 14, 10, 8


@frozen
class Line:
    """How one series is drawn."""

    colour: str
    dash: str
    marker: str


SERIES = (Line(DARK_BLUE, "-", "o"), Line(ORANGE, "--", "s"))
