"""Dots: every standard, or every domain, on one scale, with the range it could still take.

Dots are read more exactly than a radar, so one stands beside every radar.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

from attrs import frozen

from ..comparing.awareness import SelfAwareness
from ..comparing.comparison import Comparison
from ..comparing.comparison_words import status_words
from ..figures import shown
from ..scoring import Score, Scorecard
from .chart import Chart
from .columns import Column, with_words
from .key import Entry, Sort, key_of
from .lanes import Lanes, by_domain, lane_of, lanes_of
from .links import Links
from .palette import Palette, palette_of
from .pen import Pen, dot_of, line_of
from .ruler import Ruler
from .series import (
    Series,
    Subject,
    Target,
    card_of,
    check_given,
    made_from,
    parts_of,
    series_of,
    series_rows,
)
from .sheet import MARGIN, Caption, Plan, Size, inner_width, plan
from .stack import Stack
from .style import LINES
from .told import (
    COULD_BE,
    alt_text,
    caption_of,
    domain_notes,
    levels_in_words,
    own_sentence,
    rests_on,
    series_sentence,
    spoken,
    value_in_words,
)

__all__ = ["dots"]

KIND = "Dot plot"
ORDERS = ("framework", "score")
NAMES_SHARE, WIDE_SHARE, LEAST_RULER = 0.29, 0.38, 140.0
GAP = 10.0
ROW, LOW_ROW = 28.0, 22.0
BAND, BAND_SHARE = 9.0, 0.3
MARKS = ("Dots", "Squares", "Triangles")
STATUS = "Status"


def dots(
    subject: Subject,
    *,
    name: str = "",
    against: Target | Sequence[Target] | None = None,
    against_name: str | Sequence[str] = "",
    by: str = "standard",
    order: str = "framework",
    title: str = "",
    size: Size | None = None,
    colours: Sequence[str] | None = None,
    in_text: bool = False,
) -> Chart:
    """Draw every standard, or every domain, as a dot on one scale, with its range.

    Two rounds of one council and voice are joined by arrows, from the earlier
    to the later; two other views by lines. The line is dashed, and has no head,
    where open answers could still make the two alike.

    Args:
        subject: the scores to draw; or a comparison, or a profile of
            self-awareness, which bring the other side and how the two stand.
        name: what to call the scores; their period unless given.
        against: up to two more series: last round's scorecard, the peer team's,
            a target for each standard by its number, or one target for all.
        against_name: what to call each of them.
        by: ``"standard"`` or ``"domain"``.
        order: ``"framework"``, under the names of the domains; or ``"score"``,
            highest first, what has none last, and each with its domain.
        title: above the chart; made from council and period unless given.
        size: width and height in inches; 8 wide and as high as needed unless given.
        colours: up to three colours of the council's own, as ``#RRGGBB``.
        in_text: for a page that has the title and the framework's note, and says
            what the scores rest on. All three are left out of the picture; title
            and what the scores rest on stay in its words; rows are low
            and names have more room.

    Returns:
        A matplotlib figure with ``alt_text`` and ``rows``. A light band shows
        what open answers could still make a score. Where there is no score
        there is no dot, and the words say so.

    Raises:
        ValueError: there are more than three series; ``against`` is on another
            scale or off this one; ``by`` or ``order`` is another word; the
            size is too small; or a colour is none.

    Warns:
        ContrastWarning: colours that were given are hard to tell apart.
    """
    check_given("dots", subject, against)
    if order not in ORDERS:
        raise ValueError(f"dots are in the order of {' or '.join(ORDERS)}, and not of {order}")
    series = series_of(subject, name=name, against=against, against_name=against_name, by=by)
    palette = palette_of(colours, len(series))
    drawing = _Drawing(
        card_of(subject), series, by, order, palette, _statuses(subject, by), in_text
    )
    layout = drawing.layout(inner_width(size))
    caption = drawing.caption(title, layout)
    page = plan(caption, size, in_text=in_text)
    pen = page.open(
        page.body(layout.height),
        alt_text=drawing.words(caption, layout),
        rows=drawing.rows(),
        provenance=made_from(series),
    )
    drawing.draw(pen, page, layout)
    return pen.chart


def _statuses(subject: Subject, by: str) -> Mapping[str, str]:
    """How the two sides stand on each part, by its ID, where a comparison says so."""
    match subject:
        case SelfAwareness(views=views):
            return {each.gap.id: each.status.value for each in views} if by == "standard" else {}
        case Comparison():
            words = status_words(subject)
            return {each.id: words[each.status] for each in subject.of(by)}
        case _:
            return {}


@frozen
class _Drawing:
    """What is drawn: the series, their order and their colours."""

    card: Scorecard
    series: tuple[Series, ...]
    by: str
    order: str
    palette: Palette
    statuses: Mapping[str, str]
    in_text: bool

    @property
    def parts(self) -> tuple[Score, ...]:
        return parts_of(self.card, self.by)

    @cached_property
    def links(self) -> Links:
        return Links(self.card, self.series, self.parts, self.statuses)

    @property
    def places(self) -> list[int]:
        """The parts by their place in the framework, in the order in which they are drawn."""
        every = list(range(len(self.parts)))
        if self.order == "framework":
            return every
        scores = [each.score for each in self.parts]
        return sorted(every, key=lambda place: (scores[place] is None, -(scores[place] or 0)))

    def rows(self) -> list[dict[str, object]]:
        found = series_rows(self.card, self.series, self.by)
        if self.statuses:
            for row, part in zip(found, self.parts, strict=True):
                row["status"] = self.statuses.get(part.id)
        return [found[place] for place in self.places]

    def caption(self, title: str, layout: Stack) -> Caption:
        assessment = self.card.assessment
        scale = assessment.framework.scale
        ordered = ", highest first" if self.order == "score" else ""
        return caption_of(
            KIND,
            assessment.council,
            assessment.period if len(self.series) == 1 else "",
            f"score by {self.by}{ordered}",
            title=title,
            small=rests_on(self.card, self.series[1:]),
            notes=[
                "" if layout.ruler.are_levels_named else levels_in_words(scale),
                "" if self.in_text else assessment.framework.note,
            ],
        )

    def words(self, caption: Caption, layout: Stack) -> str:
        own, *others = self.series
        told = [
            levels_in_words(self.card.assessment.framework.scale),
            own_sentence(own.name, [self.parts[place] for place in self.places]),
            *(series_sentence(each, self.parts) for each in others),
            *self._standing(),
            *self.links.words,
        ]
        grouped = [domain_notes(self.card.assessment.framework)] if self.by == "standard" else []
        headings = layout.columns.words if layout.columns else ""
        extra = [layout.key.words, headings, *grouped]
        return alt_text(caption, told, extra)

    def _standing(self) -> list[str]:
        known = [each for each in self.parts if each.id in self.statuses]
        told = "; ".join(f"{spoken(each)}: {self.statuses[each.id]}" for each in known)
        return [f"{STATUS}. {told}."] if told else []

    def layout(self, inner: float) -> Stack:
        names = inner * (WIDE_SHARE if self.in_text else NAMES_SHARE)
        columns = with_words(self._columns(), inner - names - GAP - LEAST_RULER)
        scale = self.card.assessment.framework.scale
        left, right = MARGIN + names + GAP, MARGIN + inner - columns.width
        ruler = Ruler(scale, left, right - left)
        return Stack(key_of(self._entries(), inner), ruler, self._lanes(names), columns)

    def _columns(self) -> list[Column]:
        own, *others = self.series
        scores = tuple(map(value_in_words, self.parts))
        if not others:
            ranges = tuple(map(_range, self.series[0].spans))
            return [Column("Score", scores, bold=True), Column("Could be", ranges)]
        return [
            Column(own.name, scores, bold=True),
            *(Column(each.name, tuple(_cells(each))) for each in others),
            Column(STATUS, tuple(self.statuses.get(each.id, "") for each in self.parts)),
        ]

    def _lanes(self, names: float) -> Lanes:
        titles = {each.id: each.title for each in self.card.domains}
        by_score = self.order == "score" and self.by == "standard"
        rows = [
            lane_of(
                place,
                spoken(each),
                names,
                under=titles[each.domain or ""] if by_score and not self.in_text else "",
                least=LOW_ROW if self.in_text else ROW,
            )
            for place, each in enumerate(self.parts)
        ]
        if by_score or self.by == "domain":
            return lanes_of(rows, [("", self.places)])
        return lanes_of(rows, by_domain(self.card.assessment.framework))

    def _entries(self) -> list[Entry]:
        marks = [
            Entry(each.name, MARKS[index], Sort.MARK, self.palette.series[index], LINES[index])
            for index, each in enumerate(self.series)
        ]
        band = Entry(COULD_BE, "Light band", Sort.SHADE, self.palette.tint(BAND_SHARE))
        several = len(marks) > 1
        return [
            *(marks if several else []),
            *self.links.entries,
            *([band] if self.series[0].is_open else []),
        ]

    def draw(self, pen: Pen, page: Plan, layout: Stack) -> None:
        axes, lanes = layout.draw(pen, page)
        for lane in lanes.rows:
            self._draw_row(axes, layout.ruler, lane.place or 0, lane.middle)

    def _draw_row(self, axes: Any, ruler: Ruler, place: int, y: float) -> None:
        span = self.series[0].spans[place]
        if span and span[0] != span[1]:
            ends, light = [float(each) for each in span], self.palette.tint(BAND_SHARE)
            axes.add_line(line_of(ends, [y, y], colour=light, width=BAND, zorder=1.0))
        values = [each.values[place] for each in self.series]
        self.links.draw(axes, ruler, place, y)
        for index in reversed(range(len(values))):
            self._mark(axes, index, values[index], y)

    def _mark(self, axes: Any, index: int, value: Fraction | None, y: float) -> None:
        if value is None:
            return
        line, colour = LINES[index], self.palette.series[index]
        size = line.size + 1.0
        mark = dot_of(
            float(value), y, colour, marker=line.marker, size=size, filled=line.filled, edge=1.5
        )
        axes.add_line(mark)


def _cells(series: Series) -> Iterator[str]:
    return (series.missing if each is None else shown(each) for each in series.values)


def _range(span: tuple[Fraction, Fraction] | None) -> str:
    """What open answers could still make a score; "" where nothing is open."""
    if span is None or span[0] == span[1]:
        return ""
    return f"{shown(span[0])} to {shown(span[1])}"
