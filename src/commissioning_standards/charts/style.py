"""How charts look, read from ``commissioning.mplstyle``.

The file is read and handed to each thing that is drawn. Matplotlib's own
settings are shared by the whole process and are never written to, so that
charts can be made in threads, and a script's other pictures stay as they are.
"""

from __future__ import annotations

from importlib.resources import as_file, files

from attrs import frozen
from matplotlib import rc_params_from_file

__all__ = ["DOTS_PER_INCH", "GRID_WIDTH", "LABEL", "LINES", "LINE_WIDTH", "SMALL", "TITLE", "Line"]

# The package may lie in a zip file, where matplotlib cannot open its own settings.
with as_file(files(__package__) / "commissioning.mplstyle") as path:
    STYLE = rc_params_from_file(path, use_default_template=False)

LABEL: float = STYLE["font.size"]
TITLE: float = STYLE["figure.titlesize"]
SMALL: float = STYLE["legend.fontsize"]
LINE_WIDTH: float = STYLE["lines.linewidth"]
MARK: float = STYLE["lines.markersize"]
GRID_WIDTH: float = STYLE["grid.linewidth"]
DOTS_PER_INCH: float = STYLE["savefig.dpi"]


@frozen
class Line:
    """How one series is told from the others without colour.

    Args:
        name: what it looks like, in words.
        dash: of its line.
        marker: of its points.
        size: of its points; later ones are larger, so that equal points all show.
        filled: whether its points are filled.
    """

    name: str
    dash: str
    marker: str
    size: float
    filled: bool


NAMES = ("Solid line with dots", "Dashed line with squares", "Dotted line with triangles")
LINES = tuple(
    Line(name, each["linestyle"], each["marker"], MARK + 3.0 * index, filled=index == 0)
    for index, (name, each) in enumerate(zip(NAMES, STYLE["axes.prop_cycle"], strict=True))
)
