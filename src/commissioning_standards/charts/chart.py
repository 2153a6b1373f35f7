"""What every chart is: a matplotlib figure that brings its words and its figures along."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import Any

from matplotlib.figure import Figure

from .canvas import Canvas

__all__ = ["Chart"]


class Chart(Figure):
    """A figure that can be read without being seen.

    A notebook shows it by itself, with its alternative text. It is drawn with
    no pyplot and changes no setting of matplotlib.

    Args:
        alt_text: what the picture shows, for those who do not see it.
        rows: the figures drawn, one flat dict each.
        kind: what sort of chart it is, such as ``"Radar chart"``.
        title: what it is called, also in a file's properties.
        provenance: what it was made from and by.
        options: matplotlib's own, such as ``figsize`` in inches.
    """

    def __init__(
        self,
        *,
        alt_text: str,
        rows: list[dict[str, object]],
        kind: str,
        title: str,
        provenance: str,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        Canvas(self)
        self.alt_text = alt_text
        self.rows = rows
        self.kind = kind
        self.title = title
        self.provenance = provenance

    def content(self, kind: str) -> bytes:
        """The picture as ``"svg"``, ``"png"`` or ``"pdf"``: the same chart gives the same bytes."""
        canvas = self.canvas
        try:
            return Canvas(self).content(kind)
        finally:
            # A canvas takes its figure over when it is made.
            self.set_canvas(canvas)

    def _repr_html_(self) -> str:
        """The picture with its alternative text, as notebooks show it."""
        source = b64encode(self.content("svg")).decode()
        words, style = escape(self.alt_text), "max-width: 100%"
        return f'<img alt="{words}" src="data:image/svg+xml;base64,{source}" style="{style}">'

    def _repr_png_(self) -> bytes:
        """The picture for programs that show no HTML."""
        return self.content("png")
