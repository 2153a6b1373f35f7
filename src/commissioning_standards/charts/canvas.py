"""Figures into bytes that repeat, without writing to matplotlib's shared settings.

Whether an SVG's text stays text is a setting that the whole process shares; one
changed for our picture would show in those that other threads draw at the same
time. So a renderer of our own says it instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import RendererSVG
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from .style import DOTS_PER_INCH
from .svg import retold

if TYPE_CHECKING:
    from .chart import Chart

__all__ = ["Canvas"]

POINTS = 72
# Flat colours: more work gave larger files, and took longer. Nothing shows through a
# chart, so it needs no alpha channel; without one files are a tenth smaller.
COMPRESSION = 3


class Canvas(FigureCanvasAgg):
    """Saves a chart with its words and its provenance inside, and no date.

    ``figure.savefig`` comes here too, so it gives the same files as
    :func:`save_chart` where it is asked for nothing else.
    """

    @property
    def chart(self) -> Chart:
        """The figure that is drawn."""
        return cast("Chart", self.figure)

    def content(self, kind: str) -> bytes:
        """The chart as ``"svg"``, ``"png"`` or ``"pdf"``, whatever matplotlib's settings say."""
        buffer = BytesIO()
        with self._at(DOTS_PER_INCH):
            getattr(self, f"print_{kind}")(buffer)
        return buffer.getvalue()

    def print_png(self, filename_or_obj: Any, **options: Any) -> None:
        """Write PNG with a title, a description and a source."""
        self.draw()
        size, pixels = self.get_width_height(), self.buffer_rgba()
        picture = Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1).convert("RGB")
        words = PngInfo()
        for key, value in {**self._words(), **(options.get("metadata") or {})}.items():
            words.add_itxt(key, value)
        settings = {"compress_level": COMPRESSION, **(options.get("pil_kwargs") or {})}
        dots = (self.chart.dpi, self.chart.dpi)
        picture.save(filename_or_obj, "png", pnginfo=words, dpi=dots, **settings)

    def print_pdf(self, filename: Any, **options: Any) -> None:
        """Write PDF with a title, a subject and keywords."""
        chart = self.chart
        words = {"Title": chart.title, "Subject": chart.alt_text, "Keywords": chart.provenance}
        undated = {"CreationDate": None, **words, **(options.get("metadata") or {})}
        restore = options.get("bbox_inches_restore")
        FigureCanvasPdf(chart).print_pdf(filename, metadata=undated, bbox_inches_restore=restore)

    def print_svg(self, filename: Any, **options: Any) -> None:
        """Write SVG that a page can read out: an image with a title and a description."""
        buffer = StringIO()
        with self._at(POINTS):
            self._draw_svg(buffer, options.get("bbox_inches_restore"))
        content = retold(buffer.getvalue(), self.chart.title, self.chart.alt_text)
        if hasattr(filename, "write"):
            filename.write(content)
        else:
            Path(filename).write_bytes(content)

    def _draw_svg(self, buffer: StringIO, restore: Any) -> None:
        chart = self.chart
        width, height = chart.get_size_inches() * POINTS
        undated = {"Date": None, "Creator": None, **self._words()}
        plain = _TextAsText(width, height, buffer, metadata=undated)
        mixed: Any = MixedModeRenderer(
            chart, width, height, POINTS, plain, bbox_inches_restore=restore
        )
        chart.draw(mixed)
        mixed.finalize()

    def _words(self) -> dict[str, str]:
        chart = self.chart
        return {"Title": chart.title, "Description": chart.alt_text, "Source": chart.provenance}

    @contextmanager
    def _at(self, dots_per_inch: float) -> Iterator[None]:
        before = self.chart.dpi
        self.chart.dpi = dots_per_inch
        try:
            yield
        finally:
            self.chart.dpi = before


class _TextAsText(RendererSVG):
    """Draws text as text, whatever the settings say."""

    def draw_text(  # noqa: PLR0917 - as matplotlib calls it
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,  # noqa: FBT002
        mtext: Any = None,
    ) -> None:
        self._draw_text_as_text(gc, x, y, s, prop, angle, ismath, mtext)
