"""The radar chart: every standard, or every domain, as a spoke of one scale.

A radar shows the shape of a profile and little more: the dots, the table and
the words that come with it are what to read figures from. Rings are straight
between spokes, as the lines are, so that a council at one level everywhere lies
on the ring of that level.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from attrs import frozen

from ..scale import Scale
from ..scoring import Score, Scorecard
from .chart import Chart
from .key import Entry, Key, Sort, key_of
from .letters import line_height
from .palette import TEXT, Palette, palette_of
from .pen import Pen
from .roster import Roster, roster_of
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
from .sheet import MARGIN, Caption, Plan, Size, plan
from .spokes import Spokes, named_spokes, numbered_spokes
from .style import LINES
from .told import (
    COULD_BE,
    NOT_SCORED,
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
from .wheel import CROSS, Wheel, are_rings_apart

__all__ = ["radar"]

KIND = "Radar chart"
FEWEST_SPOKES = 3
BAND, BAND_SHARE = 9.0, 0.3
GAP = 10.0


def radar(
    subject: Subject,
    *,
    name: str = "",
    against: Target | Sequence[Target] | None = None,
    against_name: str | Sequence[str] = "",
    by: str = "standard",
    title: str = "",
    size: Size | None = None,
    colours: Sequence[str] | None = None,
    in_text: bool = False,
) -> Chart:
    """Draw the score of every standard, or of every domain, as a radar chart.

    Args:
        subject: the scores to draw; or a comparison, drawn as two lines.
        name: what to call the scores; their period unless given.
        against: up to two more lines: last round's scorecard, the peer team's,
            a target for each standard by its number, or one target for all.
        against_name: what to call each of them.
        by: ``"standard"`` or ``"domain"``.
        title: above the chart; made from council and period unless given.
        size: width and height in inches; 8 wide and as high as needed unless given.
        colours: up to three colours of the council's own, as ``#RRGGBB``.
        in_text: for a page that has the title and the framework's note, and says
            what the scores rest on. All three are left out of the picture; title
            and what the scores rest on stay in its words; so is the list
            of names, where names do not fit round it.

    Returns:
        A matplotlib figure with ``alt_text`` and ``rows``. A missing score is a
        gap in the line, with a cross in the middle of the chart and words that
        say so. Where answers are open, a light band shows what the score could
        still be. Above 18 spokes, or where names do not fit, numbers stand
        there and a list under the chart names them.

    Raises:
        ValueError: there are fewer than three spokes, or more than three lines;
            ``against`` is on another scale or off this one; the size is too
            small; or a colour is none.

    Warns:
        ContrastWarning: colours that were given are hard to tell apart.
    """
    check_given("radar", subject, against)
    series = series_of(subject, name=name, against=against, against_name=against_name, by=by)
    palette = palette_of(colours, len(series))
    drawing = _Drawing(card_of(subject), series, by, palette, in_text)
    count = len(drawing.parts)
    if count < FEWEST_SPOKES:
        raise ValueError(f"a radar needs {FEWEST_SPOKES} {by}s, not {count}: draw dots")
    caption = drawing.caption(title)
    page = plan(caption, size, in_text=in_text)
    layout = drawing.layout(page)
    pen = page.open(
        page.body(layout.height),
        alt_text=drawing.words(caption, layout.key),
        rows=series_rows(drawing.card, series, by),
        provenance=made_from(series),
    )
    drawing.draw(pen, page, layout)
    return pen.chart


@frozen
class _Layout:
    """Where the parts of the body stand, from top to bottom."""

    key: Key
    spokes: Spokes
    roster: Roster | None

    @property
    def height(self) -> float:
        below = self.roster.height + GAP if self.roster else 0.0
        return self.key.height + GAP + self.spokes.rise + self.spokes.fall + below


@frozen
class _Drawing:
    """What is drawn: the lines, their spokes and their colours."""

    card: Scorecard
    series: tuple[Series, ...]
    by: str
    palette: Palette
    in_text: bool

    @property
    def parts(self) -> tuple[Score, ...]:
        return parts_of(self.card, self.by)

    @property
    def scale(self) -> Scale:
        return self.card.assessment.framework.scale

    @property
    def names(self) -> list[str]:
        return [spoken(each) for each in self.parts]

    def caption(self, title: str) -> Caption:
        assessment = self.card.assessment
        return caption_of(
            KIND,
            assessment.council,
            assessment.period if len(self.series) == 1 else "",
            f"score by {self.by}",
            title=title,
            small=rests_on(self.card, self.series[1:]),
            notes=[
                self._whose_figures(),
                domain_notes(self.card.assessment.framework) if self.by == "standard" else "",
                "" if are_rings_apart(self.scale) else levels_in_words(self.scale),
                "" if self.in_text else assessment.framework.note,
            ],
        )

    def _whose_figures(self) -> str:
        own, *others = self.series
        return f"The figures are those of {own.name}." if others else ""

    def words(self, caption: Caption, key: Key) -> str:
        own, *others = self.series
        told = [
            own_sentence(own.name, self.parts),
            *(series_sentence(each, self.parts) for each in others),
        ]
        told.insert(0, levels_in_words(self.scale))
        return alt_text(caption, told, [key.words])

    def entries(self) -> list[Entry]:
        """The key: a lone line is named by the title."""
        colours = self.palette.series
        lines = [
            Entry(each.name, line.name, Sort.LINE, colour, line)
            for each, colour, line in zip(self.series, colours, LINES, strict=False)
        ]
        return [*(lines if len(lines) > 1 else []), *self._others()]

    def _others(self) -> list[Entry]:
        missing = any(None in each.values for each in self.series)
        band = Entry(COULD_BE, "Light band", Sort.SHADE, self.palette.tint(BAND_SHARE))
        cross = Entry(NOT_SCORED, CROSS.name, Sort.MARK, TEXT, CROSS)
        return [*([band] if self.series[0].is_open else []), *([cross] if missing else [])]

    def layout(self, page: Plan) -> _Layout:
        key = key_of(self.entries(), page.inner)
        room = None if page.height is None else page.body(key.height + GAP) - key.height - GAP
        figures = [value_in_words(each) for each in self.parts]
        missing = [value_in_words(each) if each.score is None else "" for each in self.parts]
        named = named_spokes(self.names, figures, missing, page.inner, room)
        if named:
            return _Layout(key, named, None)
        return self._numbered(key, page, room)

    def _numbered(self, key: Key, page: Plan, room: float | None) -> _Layout:
        numbers = [str(each.number or place) for place, each in enumerate(self.parts, 1)]
        figures = (value_in_words(each) for each in self.parts)
        items = [f"{name}: {figure}" for name, figure in zip(self.names, figures, strict=True)]
        if self.in_text:
            return _Layout(key, numbered_spokes(numbers, page.inner, room), None)
        roster = roster_of(items, page.inner)
        left = None if room is None else room - roster.height - GAP
        return _Layout(key, numbered_spokes(numbers, page.inner, left), roster)

    def draw(self, pen: Pen, page: Plan, layout: _Layout) -> None:
        layout.key.draw(pen, MARGIN, page.top)
        spare = pen.height - page.top - page.foot - layout.height
        top = page.top + layout.key.height + GAP + spare / 2
        centre = (page.width / 2, top + layout.spokes.rise)
        wheel = Wheel(pen, centre, layout.spokes.radius, self.scale, len(self.parts))
        self._draw_wheel(wheel)
        self._label(pen, wheel, layout.spokes)
        if layout.roster:
            layout.roster.draw(pen, MARGIN, centre[1] + layout.spokes.fall + GAP)

    def _draw_wheel(self, wheel: Wheel) -> None:
        domains = [each.id for each in self.card.domains]
        if self.by == "standard" and len(domains) > 1:
            shaded = domains[::2]
            wheel.shade(place for place, each in enumerate(self.parts) if each.domain in shaded)
        wheel.draw_grid()
        wheel.name_levels()
        wheel.bands(self.series[0].spans, self.palette.tint(BAND_SHARE), BAND)
        for index, each in enumerate(self.series):
            colour = self.palette.series[index]
            wheel.profile(each.values, colour, LINES[index])
            wheel.crosses(each.values, colour, index)

    def _label(self, pen: Pen, wheel: Wheel, spokes: Spokes) -> None:
        """Write each name and figure outside its spoke."""
        centre = wheel.centre
        for place, label in enumerate(spokes.labels):
            left, top, right, bottom = label.box(spokes.radius)
            edge = {"left": left, "center": (left + right) / 2, "right": right}[label.across]
            x, y = centre[0] + edge, centre[1] + top
            how: Any = {"size": label.letters, "across": label.across}
            pen.lines(x, y, label.name, **how)
            below = y + len(label.name) * line_height(label.letters)
            pen.lines(x, below, [label.figure] if label.figure else [], bold=True, **how)
            if label.push:
                end = wheel.outside(place, 2.0)
                near = centre[1] + (bottom if math.cos(label.angle) > 0 else top)
                pen.line([x, end[0]], [near, end[1]])
