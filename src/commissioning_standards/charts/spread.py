"""The spread: in a moderation, what each respondent said, by voice, on one scale.

Every respondent is a mark, and each voice has a line of its own, so that nobody
is averaged away. The median is for information.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from attrs import frozen

from ..assessment import Voice
from ..figures import shown
from ..given import only
from ..moderation.medians import steps_in_words
from ..moderation.model import Moderation
from ..moderation.participants import LIVED, voice_name
from ..moderation.views import View
from ..scoring import as_float
from ..text import joined
from .chart import Chart
from .key import Entry, Sort, key_of
from .lanes import Lanes, by_domain, lane_of, lanes_of
from .palette import TEXT, Palette, palette_of
from .pen import Pen, dot_of, line_of
from .ruler import Ruler
from .sheet import MARGIN, Caption, Plan, Size, inner_width, plan
from .stack import Stack
from .style import SMALL, Line
from .told import alt_text, caption_of, domain_notes, levels_in_words, made_from_all, rests_on_all

__all__ = ["differing_within", "spread"]

KIND = "Spread of views"
NAMES_SHARE = 0.34
GAP, PADDING = 10.0, 8.0
STRIPE, MARK = 7.5, 6.0
GROWS, MOST_GROWTH = 1.5, 3
ROOM_FOR_COUNT = 26.0
BAND_SHARE, LEAST_BAND = 0.18, 4.0
LARGER = "A larger mark stands for several people of one voice who said the same."
SHAPES: dict[Voice | None, tuple[str, str]] = {
    Voice.PEOPLE: ("Round marks", "o"),
    Voice.CARERS: ("Square marks", "s"),
    Voice.PROVIDERS: ("Triangles", "^"),
    Voice.STAFF: ("Diamonds", "D"),
    Voice.LEADERS: ("Triangles on their tip", "v"),
    Voice.COUNCILLORS: ("Five-sided marks", "p"),
    Voice.PARTNERS: ("Plus signs", "P"),
    Voice.PEER_TEAM: ("Stars", "*"),
    None: ("Thick crosses", "X"),
}
SAME = "Same score"
MEDIAN = Line("Upright line", "none", "|", 14.0, filled=True)


def spread(
    moderation: Moderation,
    *,
    parts: str | Sequence[str] = "standard",
    title: str = "",
    size: Size | None = None,
    colours: Sequence[str] | None = None,
) -> Chart:
    """Draw what every respondent said, each voice on a line of its own.

    People who draw on care and support and unpaid carers are drawn in the
    second colour, as they are few among many and easily outvoted.

    Args:
        moderation: several returns side by side.
        parts: ``"standard"``, ``"criterion"``, or the IDs to draw, such as
            ``["4.1", "4.2"]``.
        title: above the chart; made from council and period unless given.
        size: width and height in inches; 8 wide and as high as needed unless given.
        colours: two colours of the council's own, as ``#RRGGBB``.

    Returns:
        A matplotlib figure with ``alt_text`` and ``rows``, a row for each
        respondent and part. No respondent is named in the picture.

    Raises:
        ValueError: there is nothing of that name, the size is too small, or a
            colour is none.

    Warns:
        ContrastWarning: colours that were given are hard to tell apart.
    """
    only("spread", moderation, Moderation)
    drawing = _Drawing(moderation, _views(moderation, parts), palette_of(colours, 2))
    layout = drawing.layout(inner_width(size))
    caption = drawing.caption(title, layout)
    page = plan(caption, size)
    pen = page.open(
        page.body(layout.height),
        alt_text=drawing.words(caption, layout),
        rows=drawing.rows(),
        provenance=made_from_all(moderation),
    )
    drawing.draw(pen, page, layout)
    return pen.chart


def _views(moderation: Moderation, parts: str | Sequence[str]) -> tuple[View, ...]:
    if parts == "standard":
        return moderation.standards
    if parts == "criterion":
        return moderation.criteria
    if isinstance(parts, str):
        parts = [parts]
    unknown = [each for each in parts if each not in {view.id for view in moderation.parts}]
    if unknown or not parts:
        raise ValueError(f"there is no standard or criterion {', '.join(unknown) or 'to draw'}")
    return tuple(moderation[each] for each in parts)


@frozen
class _Drawing:
    """What is drawn: the answers to each part, by voice."""

    moderation: Moderation
    views: tuple[View, ...]
    palette: Palette

    @property
    def voices(self) -> tuple[Voice | None, ...]:
        asked = {each.voice for each in self.moderation.participants}
        return tuple(each for each in (*Voice, None) if each in asked)

    def colour(self, voice: Voice | None) -> str:
        return self.palette.series[1 if voice in LIVED else 0]

    def caption(self, title: str, layout: Stack) -> Caption:
        moderation = self.moderation
        kind = {view.part for view in self.views}
        return caption_of(
            KIND,
            moderation.council,
            moderation.period,
            f"each voice by {' and '.join(sorted(kind))}",
            title=title,
            small=rests_on_all(moderation),
            notes=[
                LARGER,
                ""
                if layout.ruler.are_levels_named
                else levels_in_words(moderation.framework.scale),
                moderation.framework.note,
            ],
        )

    def layout(self, inner: float) -> Stack:
        names = inner * NAMES_SHARE
        left, right = MARGIN + names + GAP, MARGIN + inner
        ruler = Ruler(self.moderation.framework.scale, left, right - left)
        return Stack(key_of(self._entries(), inner), ruler, self._lanes(names))

    def _entries(self) -> list[Entry]:
        voices = [
            Entry(
                voice_name(each),
                SHAPES[each][0],
                Sort.MARK,
                self.colour(each),
                Line("", "none", SHAPES[each][1], MARK, filled=True),
            )
            for each in self.voices
        ]
        median = Entry("Median", MEDIAN.name, Sort.MARK, TEXT, MEDIAN)
        light = self.palette.tint(BAND_SHARE)
        band = Entry("From lowest to highest", "Light band", Sort.SHADE, light)
        return [*voices, median, band]

    def _lanes(self, names: float) -> Lanes:
        least = len(self.voices) * STRIPE + PADDING
        rows = [
            lane_of(place, _heading(each), names, under=self._in_short(each), least=least)
            for place, each in enumerate(self.views)
        ]
        if self.views == self.moderation.standards:
            return lanes_of(rows, by_domain(self.moderation.framework))
        return lanes_of(rows, [("", range(len(rows)))])

    def words(self, caption: Caption, layout: Stack) -> str:
        told = [levels_in_words(self.moderation.framework.scale)]
        told += [f"{_heading(each)}. {'; '.join(self._told(each))}." for each in self.views]
        extra = [layout.key.words]
        if self.views == self.moderation.standards:
            extra.append(domain_notes(self.moderation.framework))
        return alt_text(caption, told, extra)

    def _told(self, view: View) -> Iterator[str]:
        for voice in self.voices:
            said = Counter(each.in_words(view.scale) for each in view.said_by(voice))
            if said:
                told = [each if n == 1 else f"{each} {_times(n)}" for each, n in said.items()]
                yield f"{voice_name(voice)}: {joined(told)}"
        yield self._in_short(view)

    def _in_short(self, view: View) -> str:
        """How far apart the answers are, in a line under the name."""
        rated = f"Rated by {view.rated} of {len(view.answers)}"
        if view.median is None or view.steps is None:
            return rated
        differing = differing_within(self.moderation, view)
        split = f"Split {steps_in_words(view.steps)}" if view.steps or not differing else SAME
        middle = f"median {shown(view.median.middle)}"
        told = ", ".join(filter(None, (split, differing, middle)))
        voices = dict.fromkeys(voice_name(each.who.voice).lower() for each in view.set_apart)
        return f"{rated}. {told}" + (f"; apart: {joined(list(voices))}" if voices else "")

    def rows(self) -> list[dict[str, object]]:
        return [
            {
                "part": view.part,
                "id": view.id,
                "title": view.title,
                "respondent": said.who.label,
                "voice": voice_name(said.who.voice),
                "answer": said.in_words(view.scale),
                "value": as_float(said.value),
                "median": as_float(view.median.middle) if view.median else None,
                "steps": as_float(view.steps),
                "set_apart": said in view.set_apart,
            }
            for view in self.views
            for said in view.answers
        ]

    def draw(self, pen: Pen, page: Plan, layout: Stack) -> None:
        axes, lanes = layout.draw(pen, page)
        for lane in lanes.rows:
            view = self.views[lane.place or 0]
            _Row(view, lane.top, lane.height, axes, layout.ruler, pen).draw(self)


@frozen
class _Row:
    """One part's answers, each voice in a stripe of its own."""

    view: View
    top: float
    height: float
    axes: Any
    ruler: Ruler
    pen: Pen

    def draw(self, drawing: _Drawing) -> None:
        view = self.view
        if view.values:
            self._band(drawing.palette.tint(BAND_SHARE))
        voices = drawing.voices
        stripe = (self.height - PADDING) / len(voices)
        for index, voice in enumerate(voices):
            y = self.top + PADDING / 2 + stripe * (index + 0.5)
            said = Counter(each.value for each in view.said_by(voice) if each.value is not None)
            for value, count in said.items():
                self._mark(value, count, y, drawing.colour(voice), SHAPES[voice][1])
                self._count(value, count, y, said)
        if view.median:
            middle = [float(view.median.middle)] * 2
            ends = [self.top + PADDING / 2, self.top + self.height - PADDING / 2]
            self.axes.add_line(line_of(middle, ends, colour=TEXT, width=1.6, zorder=2.0))

    def _band(self, colour: str) -> None:
        """A light band from the lowest answer to the highest."""
        left, right = (self.ruler.at(self.view.values[end]) for end in (0, -1))
        wide = max(right - left, LEAST_BAND)
        middle = (left + right) / 2
        self.pen.box(middle - wide / 2, self.top + 3.0, wide, self.height - 6.0, colour, zorder=1.7)

    def _mark(self, value: Fraction, count: int, y: float, colour: str, marker: str) -> None:
        size = MARK + GROWS * (min(count, MOST_GROWTH) - 1)
        self.axes.add_line(dot_of(float(value), y, colour, marker=marker, size=size))

    def _count(self, value: Fraction, count: int, y: float, said: Counter[Fraction]) -> None:
        """Write how many said so beside the mark, where no other mark of the voice is near."""
        place = self.ruler.at(value)
        clear = all(
            other == value or not 0 < self.ruler.at(other) - place < ROOM_FOR_COUNT
            for other in said
        )
        if count > 1 and clear:
            self.pen.text(place + MARK, y, _times(count), size=SMALL)


def _times(count: int) -> str:
    return f"\N{MULTIPLICATION SIGN}{count}"


def _heading(view: View) -> str:
    return f"{view.id} {view.title}"


def differing_within(moderation: Moderation, view: View) -> str:
    """On how many of a standard's criteria people differ; ``""`` for none.

    Differences on criteria can cancel out in the score of their standard, so that
    people who differ on each have the same score.

    Args:
        moderation: the returns side by side.
        view: a standard of it; there is nothing to tell of a criterion, nor of a
            standard that people rated as a whole.
    """
    if not any(isinstance(each.answer, Fraction) for each in view.answers):
        return ""
    criteria = [each for each in moderation.criteria if str(each.standard) == view.id]
    differing = sum(each.differs for each in criteria)
    return f"differ on {differing} of {len(criteria)} criteria" if differing else ""
