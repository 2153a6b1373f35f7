"""The heat map: every figure in a cell of its own, darker where it is higher.

It shows a council's ratings criterion by criterion, the scores of several
rounds, or what each voice said in a moderation. The figure stands in each cell,
so that nothing has to be read from the shade.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from ..answers import written
from ..assessment import Assessment, Rating, Voice
from ..figures import shown
from ..given import each_of, only
from ..moderation.model import Moderation
from ..moderation.participants import voice_name
from ..moderation.views import View
from ..parts import Standard
from ..scale import Scale
from ..scoring import Score, Scorecard, as_float
from ..words import NO_SCORE, figure, provenance
from .cells import Cell, Grid, shade
from .chart import Chart
from .key import Entry, Sort
from .naming import names_of
from .palette import BACKGROUND, GRID, Palette, palette_of
from .sheet import Size
from .table import Table, draw_table
from .told import (
    caption_of,
    counted_in,
    levels_in_words,
    made_from_all,
    rests_on,
    rests_on_all,
    value_in_words,
)

__all__ = ["heat_map"]

KIND = "Heat map"
NO_ANSWER = "Blank"
NOT_ASKED = "not asked"


def heat_map(
    subject: Scorecard | Moderation | Sequence[Scorecard],
    *,
    title: str = "",
    size: Size | None = None,
    colours: Sequence[str] | None = None,
) -> Chart:
    """Draw figures as a grid of shaded cells, with the figure in each.

    Args:
        subject: one scorecard, for each rating by standard and criterion; a
            moderation, for the median of each voice by standard; or several
            scorecards, the latest first, for the scores of each round.
        title: above the chart; made from council and period unless given.
        size: width and height in inches; 8 wide and as high as needed unless given.
        colours: the council's own colour for the shades, as ``#RRGGBB``; only
            the first is used.

    Returns:
        A matplotlib figure with ``alt_text`` and ``rows``. A cell with no level
        or score is white, and says why. With several people of one voice, or
        with open answers, the range stands under the figure.

    Raises:
        ValueError: there is no scorecard, or they are on different scales; the
            size is too small; or a colour is none.

    Warns:
        ContrastWarning: colours that were given are hard to tell apart.
    """
    only("heat_map", subject, Scorecard, Moderation, Iterable)
    palette = palette_of(colours, 1)
    match subject:
        case Scorecard():
            table = _ratings(subject, title, palette)
        case Moderation():
            table = _voices(subject, title, palette)
        case _:
            table = _rounds(each_of("heat_map", subject, Scorecard), title, palette)
    return draw_table(table, size, palette)


def _levels(scale: Scale, palette: Palette, missing: str) -> tuple[Entry, ...]:
    """The key: each level's shade, and what a white cell is."""
    shades = [
        Entry(
            level.choice,
            f"Shade {place} of {len(scale)}",
            Sort.SHADE,
            palette.tint(shade(_share(scale, level.value))),
        )
        for place, level in enumerate(scale, 1)
    ]
    return (*shades, Entry(missing, "White", Sort.SHADE, BACKGROUND, edge=GRID))


def _share(scale: Scale, value: Fraction) -> float:
    return float((value - scale.lowest) / (scale.highest - scale.lowest))


def _ratings(card: Scorecard, title: str, palette: Palette) -> Table:
    """Each rating, the criteria of a standard side by side."""
    assessment = card.assessment
    framework = assessment.framework
    most = max(len(each.criteria) for each in framework.standards)
    return Table(
        caption_of(
            KIND,
            assessment.council,
            assessment.period,
            "each rating by standard",
            title=title,
            small=rests_on(card),
            notes=[framework.note],
        ),
        framework,
        Grid(("",) * most, tuple(_rated(each, assessment) for each in framework.standards)),
        _levels(framework.scale, palette, "No level chosen"),
        tuple(_ratings_in_words(each, assessment) for each in framework.standards),
        [row for each in framework.standards for row in _rating_rows(each, assessment)],
        provenance(card),
    )


def _rated(standard: Standard, assessment: Assessment) -> tuple[Cell, ...]:
    scale = assessment.framework.scale
    ratings = assessment.ratings_of(standard)
    return tuple(
        Cell(
            _answered(rating),
            over=f"{each.id} {each.name}",
            share=_share(scale, rating.level.value) if rating.level else None,
        )
        for each, rating in zip(standard.criteria, ratings, strict=True)
    )


def _answered(rating: Rating) -> str:
    return written(rating.answer) or NO_ANSWER


def _ratings_in_words(standard: Standard, assessment: Assessment) -> str:
    told = (
        f"{each.id} {each.name}: {_answered(assessment.rating(each.id))}"
        for each in standard.criteria
    )
    return f"{standard.heading}. {'; '.join(told)}."


def _rating_rows(standard: Standard, assessment: Assessment) -> list[dict[str, object]]:
    ratings = assessment.ratings_of(standard)
    return [
        {
            "number": standard.number,
            "standard": standard.title,
            "domain": standard.domain,
            "criterion": each.id,
            "name": each.name,
            "answer": _answered(rating),
            "value": as_float(rating.level.value) if rating.level else None,
        }
        for each, rating in zip(standard.criteria, ratings, strict=True)
    ]


def _rounds(cards: tuple[Scorecard, ...], title: str, palette: Palette) -> Table:
    """The scores of several rounds side by side."""
    if not cards:
        raise ValueError("a heat map of rounds needs a scorecard, and there is none")
    first = cards[0]
    framework = first.assessment.framework
    if any(each.assessment.framework.scale != framework.scale for each in cards):
        raise ValueError("the scorecards are not on the same scale")
    names = names_of(cards)
    by_id = [{each.id: each for each in card.standards} for card in cards]
    found = [[scores.get(each.id) for scores in by_id] for each in framework.standards]
    standards = framework.standards
    return Table(
        caption_of(
            KIND,
            first.assessment.council,
            "",
            "score by standard and round",
            title=title,
            small=[*rests_on(first), *map(counted_in, names[1:], cards[1:])],
            notes=[framework.note],
        ),
        framework,
        Grid(names, tuple(_scored(each, framework.scale) for each in found)),
        _levels(framework.scale, palette, "No score"),
        (
            levels_in_words(framework.scale),
            *(_scores_in_words(*each, names) for each in zip(standards, found, strict=True)),
        ),
        [row for each in zip(standards, found, strict=True) for row in _score_rows(*each, names)],
        " ".join(map(provenance, cards)),
    )


def _scored(scores: Sequence[Score | None], scale: Scale) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            value_in_words(each) if each else NOT_ASKED,
            under=_open_range(each) if each else (),
            share=_share(scale, each.score) if each and each.score is not None else None,
        )
        for each in scores
    )


def _open_range(score: Score) -> tuple[str, ...]:
    if score.low is None or score.high is None or score.low == score.high:
        return ()
    return (f"{shown(score.low)} to {shown(score.high)}",)


def _scores_in_words(
    standard: Standard, scores: Sequence[Score | None], names: Sequence[str]
) -> str:
    told = (
        f"{name}: {figure(each) if each else NOT_ASKED}"
        for name, each in zip(names, scores, strict=True)
    )
    return f"{standard.heading}. {'; '.join(told)}."


def _score_rows(
    standard: Standard, scores: Sequence[Score | None], names: Sequence[str]
) -> list[dict[str, object]]:
    return [
        {
            "number": standard.number,
            "standard": standard.title,
            "domain": standard.domain,
            "round": name,
            "score": as_float(each.score) if each else None,
            "low": as_float(each.low) if each else None,
            "high": as_float(each.high) if each else None,
        }
        for name, each in zip(names, scores, strict=True)
    ]


def _voices(moderation: Moderation, title: str, palette: Palette) -> Table:
    """The median of each voice; people who said something else stand under it as a range."""
    framework = moderation.framework
    asked = {each.voice for each in moderation.participants}
    voices = [each for each in (*Voice, None) if each in asked]
    views = moderation.standards
    return Table(
        caption_of(
            KIND,
            moderation.council,
            moderation.period,
            "median score by standard and voice",
            title=title,
            small=rests_on_all(moderation),
            notes=[framework.note],
        ),
        framework,
        Grid(
            tuple(map(voice_name, voices)),
            tuple(tuple(_heard(view, each) for each in voices) for view in views),
        ),
        _levels(framework.scale, palette, "No score"),
        (levels_in_words(framework.scale), *(_voices_in_words(each, voices) for each in views)),
        [_voice_row(view, each) for view in views for each in voices],
        made_from_all(moderation),
    )


def _heard(view: View, voice: Voice | None) -> Cell:
    middle = view.medians.get(voice)
    if middle is None:
        return Cell(NO_SCORE)
    return Cell(
        shown(middle.middle),
        under=_spread(view, voice),
        share=_share(view.scale, middle.middle),
    )


def _spread(view: View, voice: Voice | None) -> tuple[str, ...]:
    """How many people of a voice there are, and their range, where there are several."""
    values = sorted(each.value for each in view.said_by(voice) if each.value is not None)
    if len(values) == 1:
        return ()
    return (f"{shown(values[0])} to {shown(values[-1])}", f"{len(values)} people")


def _voices_in_words(view: View, voices: Sequence[Voice | None]) -> str:
    told = []
    for each in voices:
        cell = _heard(view, each)
        beside = f" ({', '.join(cell.under)})" if cell.under else ""
        told.append(f"{voice_name(each)}: {cell.main}{beside}")
    return f"{view.id} {view.title}. {'; '.join(told)}."


def _voice_row(view: View, voice: Voice | None) -> dict[str, object]:
    middle = view.medians.get(voice)
    values = sorted(each.value for each in view.said_by(voice) if each.value is not None)
    return {
        "number": view.standard,
        "standard": view.title,
        "voice": voice_name(voice),
        "rated": len(values),
        "median": as_float(middle.middle) if middle else None,
        "lowest": as_float(values[0]) if values else None,
        "highest": as_float(values[-1]) if values else None,
    }
