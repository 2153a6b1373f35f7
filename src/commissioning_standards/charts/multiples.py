"""Small multiples: one small radar or dot plot for each council or round, all on one scale."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import frozen

from ..given import each_of
from ..scale import Scale
from ..scoring import Score, Scorecard, as_float
from ..words import provenance
from .chart import Chart
from .key import Entry, Key, Sort, key_of
from .letters import line_height, wrapped
from .naming import differing_names
from .palette import TEXT, Palette, palette_of
from .pen import Pen, dot_of, line_of
from .roster import Roster, roster_of
from .ruler import Ruler
from .series import Series, series_of
from .sheet import MARGIN, Caption, Plan, Size, inner_width, plan
from .style import LINES, SMALL
from .told import (
    COULD_BE,
    NOT_SCORED,
    alt_text,
    caption_of,
    dated,
    domain_notes,
    levels_in_words,
    own_sentence,
    spoken,
)
from .wheel import CROSS, Wheel

__all__ = ["MOST_PANELS", "small_multiples"]

CALLED = {"radar": "Small radar charts", "dots": "Small dot plots"}
MOST_PANELS, MOST_COLUMNS = 20, 4
FEWEST_SPOKES = 3
GAP, BETWEEN = 10.0, 12.0
ROW, NUMBERS = 12.0, 18.0
OUTSIDE, NEXT_NUMBER = 9.0, 13.0
BAND, THIN_BAND, BAND_SHARE = 7.0, 4.0, 0.3
MARK = 5.0
LARGEST = 320.0


def small_multiples(
    cards: Sequence[Scorecard],
    *,
    kind: str = "radar",
    names: Sequence[str] = (),
    title: str = "",
    size: Size | None = None,
    colours: Sequence[str] | None = None,
) -> Chart:
    """Draw one small picture for each scorecard, all on the same scale.

    Args:
        cards: up to twenty, of one framework: councils, rounds or views.
        kind: ``"radar"`` or ``"dots"``.
        names: what to call each; council, period, voice, form and rule as far as
            they differ, unless given.
        title: above the chart; made from the council unless given.
        size: width and height in inches; 8 wide and as high as needed unless given.
        colours: a colour of the council's own, as ``#RRGGBB``; only the first is used.

    Returns:
        A matplotlib figure with ``alt_text`` and ``rows``, a row for each
        standard of each card. Standards stand there by number; a list under the
        pictures names them.

    Raises:
        ValueError: there is no scorecard, or there are more than twenty; they
            are on different scales; a radar has fewer than three standards; the
            size is too small; or a colour is none.

    Warns:
        ContrastWarning: colours that were given are hard to tell apart.
    """
    drawn = each_of("small_multiples", cards, Scorecard)
    palette = palette_of(colours, 1)
    drawing = _Drawing(drawn, kind, tuple(names) or differing_names(drawn), palette)
    drawing.check()
    layout = drawing.layout(inner_width(size))
    caption = drawing.caption(title)
    page = plan(caption, size)
    pen = page.open(
        page.body(layout.height),
        alt_text=drawing.words(caption, layout.key),
        rows=drawing.rows(),
        provenance=" ".join(map(provenance, drawn)),
    )
    drawing.draw(pen, page, layout)
    return pen.chart


@frozen
class _Layout:
    """Where the parts of the body stand, from top to bottom.

    Args:
        key: at the top.
        columns: how many pictures stand side by side.
        width: of each, in points.
        names: the lines over each.
        picture: the height of each without its name, in points.
        rows: how many rows of pictures there are.
        roster: the standards by number, at the foot.
    """

    key: Key
    columns: int
    width: float
    names: tuple[tuple[str, ...], ...]
    picture: float
    rows: int
    roster: Roster

    @property
    def named(self) -> float:
        """What the names take down, in points."""
        return (max(map(len, self.names)) + 1) * line_height(SMALL) + 4.0

    @property
    def panel(self) -> float:
        """From the top of one picture to that of the one under it, in points."""
        return self.named + self.picture + BETWEEN

    @property
    def height(self) -> float:
        """What the whole body takes, in points."""
        return self.key.height + GAP + self.rows * self.panel + self.roster.height


@frozen
class _Drawing:
    """What is drawn: a picture for each card."""

    cards: tuple[Scorecard, ...]
    kind: str
    names: tuple[str, ...]
    palette: Palette

    def check(self) -> None:
        """Refuse what cannot be drawn.

        Raises:
            ValueError: as :func:`small_multiples` says.
        """
        if self.kind not in CALLED:
            raise ValueError(f"small pictures are {' or '.join(CALLED)}, and not {self.kind}")
        if not 0 < len(self.cards) <= MOST_PANELS:
            raise ValueError(
                f"a page holds 1 to {MOST_PANELS} pictures, and there are {len(self.cards)}"
            )
        if len(self.names) != len(self.cards):
            raise ValueError(
                f"{len(self.cards)} pictures need as many names, not {len(self.names)}"
            )
        if any(each.assessment.framework.scale != self.scale for each in self.cards):
            raise ValueError("the scorecards are not on the same scale")
        if self.kind == "radar" and len(self.parts) < FEWEST_SPOKES:
            few = len(self.parts)
            raise ValueError(f"a radar needs {FEWEST_SPOKES} standards, not {few}: draw dots")

    @property
    def parts(self) -> tuple[Score, ...]:
        return self.cards[0].standards

    @property
    def scale(self) -> Scale:
        return self.cards[0].assessment.framework.scale

    @property
    def series(self) -> tuple[Series, ...]:
        """The values of each card, in the order of the first one's standards."""
        first, *others = self.cards
        return (series_of(first)[0], *(series_of(first, against=each)[1] for each in others))

    @property
    def rules(self) -> str:
        """By which rule the scores were made, or by which several."""
        found = dict.fromkeys(
            f"{each.rule.name}, version {each.rule.version}" for each in self.cards
        )
        return f"{'Rule' if len(found) == 1 else 'Rules'} {'; '.join(found)}."

    def caption(self, title: str) -> Caption:
        first = self.cards[0]
        framework = first.assessment.framework
        notes = (domain_notes(framework), levels_in_words(self.scale), framework.note)
        dates = [each.assessment.date for each in self.cards]
        small = (f"{framework.name}.", self.rules, dated(dates))
        what = "score by standard, side by side"
        kind = CALLED[self.kind]
        if len({each.assessment.council for each in self.cards}) > 1:
            return Caption(kind, title or what.capitalize(), small, tuple(filter(None, notes)))
        council = first.assessment.council
        return caption_of(kind, council, "", what, title=title, small=small, notes=notes)

    def words(self, caption: Caption, key: Key) -> str:
        told = [
            f"{own_sentence(name, card.standards)} {_completeness(card)}."
            for name, card in zip(self.names, self.cards, strict=True)
        ]
        return alt_text(caption, told, [key.words])

    def rows(self) -> list[dict[str, object]]:
        return [
            {
                "picture": name,
                "council": card.assessment.council,
                "period": card.assessment.period,
                "number": each.number,
                "standard": each.title,
                "domain": each.domain,
                "score": as_float(each.score),
                "low": as_float(each.low),
                "high": as_float(each.high),
            }
            for name, card in zip(self.names, self.cards, strict=True)
            for each in card.standards
        ]

    def layout(self, inner: float) -> _Layout:
        columns = min(MOST_COLUMNS, math.ceil(math.sqrt(len(self.cards))) or 1)
        width = (inner - BETWEEN * (columns - 1)) / columns
        names = tuple(tuple(wrapped(each, width, SMALL, bold=True)) for each in self.names)
        picture = min(width, LARGEST) if self.kind == "radar" else self._dots_height(width)
        return _Layout(
            key_of(self._entries(), inner),
            columns,
            width,
            names,
            picture,
            math.ceil(len(self.cards) / columns),
            roster_of([spoken(each) for each in self.parts], inner),
        )

    def _dots_height(self, width: float) -> float:
        return len(self.parts) * ROW + Ruler(self.scale, 0.0, width - NUMBERS).height

    def _entries(self) -> list[Entry]:
        band = Entry(COULD_BE, "Light band", Sort.SHADE, self.palette.tint(BAND_SHARE))
        cross = Entry(NOT_SCORED, CROSS.name, Sort.MARK, TEXT, CROSS)
        missing = self.kind == "radar" and any(None in each.values for each in self.series)
        is_open = any(each.is_open for each in self.series)
        return [*([band] if is_open else []), *([cross] if missing else [])]

    def draw(self, pen: Pen, page: Plan, layout: _Layout) -> None:
        layout.key.draw(pen, MARGIN, page.top)
        start = page.top + layout.key.height + GAP
        for index, series in enumerate(self.series):
            down, across = divmod(index, layout.columns)
            left = MARGIN + across * (layout.width + BETWEEN)
            top = start + down * layout.panel
            pen.lines(left, top, layout.names[index], size=SMALL, bold=True)
            under = top + len(layout.names[index]) * line_height(SMALL)
            pen.lines(left, under, [_completeness(self.cards[index])], size=SMALL)
            box = (left, top + layout.named, layout.width, layout.picture)
            (self._radar if self.kind == "radar" else self._dots)(pen, box, series)
        layout.roster.draw(pen, MARGIN, start + layout.rows * layout.panel)

    def _radar(self, pen: Pen, box: tuple[float, float, float, float], series: Series) -> None:
        left, top, width, height = box
        centre = (left + width / 2, top + height / 2)
        radius = height / 2 - 2 * OUTSIDE
        wheel = Wheel(pen, centre, radius, self.scale, len(self.parts))
        wheel.draw_grid()
        wheel.bands(series.spans, self.palette.tint(BAND_SHARE), THIN_BAND)
        wheel.profile(series.values, self.palette.main, LINES[0], size=MARK)
        wheel.crosses(series.values, self.palette.main, 0)
        every = math.ceil(NEXT_NUMBER * len(self.parts) / (2 * math.pi * (radius + OUTSIDE)))
        for place in range(0, len(self.parts), every):
            x, y = wheel.outside(place, OUTSIDE)
            pen.text(x, y, self._number(place), size=SMALL, across="center")

    def _dots(self, pen: Pen, box: tuple[float, float, float, float], series: Series) -> None:
        left, top, width, height = box
        ruler = Ruler(self.scale, left + NUMBERS, width - NUMBERS)
        first = top + ruler.height
        ruler.draw(pen, first, top + height)
        axes = ruler.axes(pen, first, height - ruler.height)
        for place, (value, span) in enumerate(zip(series.values, series.spans, strict=True)):
            y = first + ROW * (place + 0.5)
            pen.text(left, y, self._number(place), size=SMALL)
            if span and span[0] != span[1]:
                ends, light = [float(each) for each in span], self.palette.tint(BAND_SHARE)
                axes.add_line(line_of(ends, [y, y], colour=light, width=BAND, zorder=1.0))
            if value is None:
                pen.text(ruler.at(self.scale.highest), y, NOT_SCORED, size=SMALL, across="right")
            else:
                axes.add_line(dot_of(float(value), y, self.palette.main, size=MARK))

    def _number(self, place: int) -> str:
        return str(self.parts[place].number)


def _completeness(card: Scorecard) -> str:
    whole = card.overall
    return f"{whole.rated} of {whole.rated + whole.open + whole.not_applicable} rated"
