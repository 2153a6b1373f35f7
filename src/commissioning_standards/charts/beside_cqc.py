"""Dots of a council's own view beside CQC's scores: two scales, each with its own words.

The own scale is named above the rows and CQC's below them. Each dot stands on
its own scale, which both run from one side to the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from ..assurance.beside import BesideCqc, StatementView
from ..assurance.beside_words import NOT_COMPARED, NOT_KNOWN, beside_rows, sources
from ..comparing.gaps import Standing
from ..figures import plain, shown
from ..given import only
from ..scale import Scale
from ..words import NO_SCORE, about, figure, provenance
from .chart import Chart
from .columns import Column, Columns, with_words
from .key import Entry, Key, Sort, key_of
from .lanes import Lane, Lanes, lane_of, lanes_of
from .letters import line_height
from .palette import TEXT, Palette, palette_of
from .pen import Pen
from .ruler import Ruler
from .sheet import MARGIN, Caption, Plan, Size, inner_width, plan
from .style import LINES, SMALL
from .told import COULD_BE, alt_text, caption_of, dated, levels_in_words

__all__ = ["dots_beside_cqc"]

KIND, SERIES = "Dot plot", 2
NAMES_SHARE, LEAST_RULER = 0.3, 150.0
GAP, ROW = 10.0, 30.0
BAND, BAND_SHARE, LINK = 9.0, 0.3, 1.2
OWN, OUTSIDE = "Own view", "CQC's score"
OWN_SCALE, OUTSIDE_SCALE = "Own scale", "CQC's scale"
UNDER, MIDDLE = 1.0, 2.0


def dots_beside_cqc(
    beside: BesideCqc,
    *,
    title: str = "",
    size: Size | None = None,
    colours: Sequence[str] | None = None,
) -> Chart:
    """Draw the own view of each statement and CQC's score of it as two dots, on two scales.

    Args:
        beside: the own view beside CQC's scores.
        title: above the chart; made from council and period unless given.
        size: width and height in inches; 8 wide and as high as needed unless given.
        colours: up to three colours of the council's own, as ``#RRGGBB``.

    Returns:
        A matplotlib figure with ``alt_text`` and ``rows``. A light band shows
        what open answers could still make the own view. What has no score has
        no dot, and the words say so.

    Raises:
        ValueError: the size is too small, or a colour is none.

    Warns:
        ContrastWarning: colours that were given are hard to tell apart.
    """
    only("dots_beside_cqc", beside, BesideCqc)
    drawing = _Drawing(beside, palette_of(colours, SERIES))
    layout = drawing.layout(inner_width(size))
    caption = drawing.caption(title, layout)
    page = plan(caption, size)
    pen = page.open(
        page.body(layout.height),
        alt_text=drawing.words(caption, layout),
        rows=beside_rows(beside),
        provenance=f"{provenance(beside.card)} {' '.join(sources(beside))}",
    )
    drawing.draw(pen, page, layout)
    return pen.chart


@frozen
class _Layout:
    """Where the parts of the body stand, from top to bottom."""

    key: Key
    own: Ruler
    outside: Ruler
    columns: Columns
    lanes: Lanes

    @property
    def head(self) -> float:
        """What stands over the rows, in points."""
        return self.key.height + GAP + max(self.own.height, self.columns.height)

    @property
    def height(self) -> float:
        return self.head + self.lanes.height + self.tail

    @property
    def tail(self) -> float:
        """What stands under the rows, in points."""
        return self.outside.height + GAP


@frozen
class _Drawing:
    """What is drawn, and in which colours."""

    beside: BesideCqc
    palette: Palette

    @property
    def scales(self) -> tuple[Scale, Scale]:
        return self.beside.card.assessment.framework.scale, self.beside.scheme.scale

    def caption(self, title: str, layout: _Layout) -> Caption:
        assessment, judgement = self.beside.card.assessment, self.beside.judgement
        rulers = ((layout.own, OWN_SCALE), (layout.outside, OUTSIDE_SCALE))
        told = [
            f"{name}. {levels_in_words(each.scale)}"
            for each, name in rulers
            if not each.are_levels_named
        ]
        when = f" published {judgement.published}" if judgement.published else ""
        return caption_of(
            KIND,
            assessment.council,
            assessment.period,
            "own view beside CQC",
            title=title,
            small=[
                f"{about(self.beside.card)}.",
                dated([assessment.date]),
                f"CQC's scores of {judgement.council or 'the council'}{when}.",
                "The two scales mean different things, and neither view is made from the other.",
            ],
            notes=[*told, assessment.framework.note, *sources(self.beside)],
        )

    def words(self, caption: Caption, layout: _Layout) -> str:
        own, outside = self.scales
        told = [
            f"{OWN_SCALE}. {levels_in_words(own)}",
            f"{OUTSIDE_SCALE}. {levels_in_words(outside)}",
            f"{'; '.join(map(_spoken, self.beside.views))}.",
        ]
        themes = f"Themes: {'; '.join(each.title for each in self.beside.scheme.themes)}."
        return alt_text(caption, told, [layout.key.words, layout.columns.words, themes])

    def layout(self, inner: float) -> _Layout:
        names = inner * NAMES_SHARE
        columns = with_words(self._columns(), inner - names - GAP - LEAST_RULER)
        left, right = MARGIN + names + GAP, MARGIN + inner - columns.width
        own, outside = (Ruler(each, left, right - left) for each in self.scales)
        return _Layout(key_of(self._entries(), inner), own, outside, columns, self._lanes(names))

    def _columns(self) -> list[Column]:
        views = self.beside.views
        return [
            Column(OWN, tuple(map(_own, views)), bold=True),
            Column(OUTSIDE, tuple(map(_outside, views))),
            Column("The own view is", tuple(map(_standing, views))),
        ]

    def _lanes(self, names: float) -> Lanes:
        views = self.beside.views
        rows = [
            lane_of(place, each.statement.title, names, least=ROW)
            for place, each in enumerate(views)
        ]
        groups = [
            (theme.title, [n for n, each in enumerate(views) if each.statement.theme == theme.id])
            for theme in self.beside.scheme.themes
        ]
        return lanes_of(rows, groups)

    def _entries(self) -> list[Entry]:
        own, other = self.palette.series[:2]
        band = Entry(COULD_BE, "Light band", Sort.SHADE, self.palette.tint(BAND_SHARE))
        open_still = any(each.own.low != each.own.high for each in self.beside.views)
        return [
            Entry(f"{OWN}, on the scale above", "Dots", Sort.MARK, own, LINES[0]),
            Entry(f"{OUTSIDE}, on the scale below", "Squares", Sort.MARK, other, LINES[1]),
            *([band] if open_still else []),
        ]

    def draw(self, pen: Pen, page: Plan, layout: _Layout) -> None:
        layout.key.draw(pen, MARGIN, page.top)
        top = page.top + layout.head
        height = pen.height - page.foot - top - layout.tail
        lanes = layout.lanes.within(top, height)
        bottom, foot = top + height, top + height + layout.tail
        lanes.draw(pen, page)
        layout.own.draw(pen, top, bottom)
        layout.outside.draw(pen, foot, foot)
        self._name_scales(pen, layout, top, foot)
        layout.columns.draw(pen, MARGIN + page.inner, top, lanes)
        for lane in lanes.rows:
            self._draw_row(pen, layout, self.beside.views[lane.place or 0], lane)

    def _name_scales(self, pen: Pen, layout: _Layout, top: float, foot: float) -> None:
        """Say at the left of each ruler whose scale it is."""
        for name, base in ((OWN_SCALE, top), (OUTSIDE_SCALE, foot)):
            pen.text(
                layout.own.left - GAP, base - line_height(SMALL), name, bold=True, across="right"
            )

    def _draw_row(self, pen: Pen, layout: _Layout, view: StatementView, lane: Lane) -> None:
        own, other = view.own, view.gap.other
        y, light = lane.middle, self.palette.tint(BAND_SHARE)
        if own.low is not None and own.high is not None and own.low != own.high:
            ends = [layout.own.at(own.low), layout.own.at(own.high)]
            pen.line(ends, [y, y], colour=light, width=BAND, zorder=UNDER)
        if own.score is not None and other is not None:
            ends = [layout.own.at(own.score), layout.outside.at(other)]
            pen.line(ends, [y, y], colour=TEXT, width=LINK, zorder=MIDDLE)
        self._mark(pen, layout.outside, 1, other, y)
        self._mark(pen, layout.own, 0, own.score, y)

    def _mark(self, pen: Pen, ruler: Ruler, index: int, value: Fraction | None, y: float) -> None:
        if value is not None:
            line, colour = LINES[index], self.palette.series[index]
            how = {"size": line.size + 1.0, "filled": line.filled}
            pen.mark(ruler.at(value), y, line.marker, colour, **how)


def _own(view: StatementView) -> str:
    return NO_SCORE if view.own.score is None else shown(view.own.score)


def _outside(view: StatementView) -> str:
    return NOT_KNOWN if view.gap.other is None else plain(view.gap.other)


def _standing(view: StatementView) -> str:
    return NOT_COMPARED if view.status is Standing.NO_SCORE else view.status.value


def _spoken(view: StatementView) -> str:
    """One statement with both figures and how they stand."""
    own = NO_SCORE if view.own.low is None else figure(view.own)
    standing = _standing(view)
    return f"{view.statement.title}: own {own}, CQC {_outside(view)}, {standing}"
