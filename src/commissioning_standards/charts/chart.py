"""What every chart is: a matplotlib figure that brings its words and its figures along."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure

__all__ = ["Chart"]


class Chart(Figure):
    """A figure that can be read without being seen.

    Args:
        alt_text: what the picture shows, for those who do not see it.
        rows: the figures drawn, one flat dict each.
        title: what it is called in a file's properties.
        provenance: what it was made from and by.
        options: matplotlib's own, such as ``figsize`` in inches.
    """

    def __init__(
        self,
        *,
        alt_text: str,
        rows: list[dict[str, object]],
        title: str,
        provenance: str,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.alt_text = alt_text
        self.rows = rows
        self.title = title
        self.provenance = provenance
