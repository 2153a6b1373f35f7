"""Scores in a notebook: a scorecard, how one score was made, and what could change it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..answers import written
from ..explaining.explanation import Explanation
from ..explaining.variants import VARIANTS, PartSensitivity, Sensitivity
from ..explaining.variants_table import sensitivity_sentence
from ..explaining.words import working
from ..figures import plain, shown
from ..framework import WHOLE
from ..problems import Place
from ..scoring import Score, Scorecard
from ..words import NO_SCORE, about, provenance, scale_in_words
from .page import SHORT_DIGEST, shown_table

__all__ = ["explanation", "scorecard", "sensitivity"]

SCORES = ("", "Score", "Low", "High", "Level reached", "Rated", "Open", "N/A")
PARTS = ("", "Score", "Counts", "Level", "Read from", "Comment", "Why left out")
COULD_BE = ("", "Mean rule", "Gated rule", "All alike", "Open lowest", "Open highest", "One lower")


def scorecard(card: Scorecard) -> str:
    """The whole, the domains and their standards, with their ranges."""
    rows = (_row(each) for each in _listed(card))
    return shown_table(about(card), SCORES, rows, _notes(card))


def _listed(card: Scorecard) -> Iterator[Score]:
    yield card.overall
    for domain in card.domains:
        yield domain
        yield from (each for each in card.standards if each.domain == domain.id)


def _row(score: Score) -> tuple[str, ...]:
    # A council is a profile: no one word is shown for the whole of it.
    level = score.level.label if score.level and score.part != WHOLE else ""
    counts = (score.rated, score.open, score.not_applicable)
    figures = (_figure(score.score), _figure(score.low, ""), _figure(score.high, ""))
    return (_name(score), *figures, level, *map(str, counts))


def _name(score: Score) -> str:
    number = score.id if score.part == "criterion" else score.number
    return score.title if number is None else f"{number} {score.title}"


def _figure(value: Fraction | None, missing: str = NO_SCORE) -> str:
    return missing if value is None else shown(value)


def _notes(card: Scorecard) -> tuple[str, ...]:
    framework = card.assessment.framework
    scale = f"{framework.name}. The scale runs {scale_in_words(framework.scale)}."
    return (scale, framework.note, provenance(card, SHORT_DIGEST))


def explanation(explained: Explanation) -> str:
    """The sum of one score, and each part down to the cells that its answers were read from."""
    rows = map(_entered, _within(explained) if explained.parts else (explained,))
    caption = f"{_name(explained.score)}: {working(explained)}"
    return shown_table(caption, PARTS, rows, (about(explained.card), *_notes(explained.card)))


def _within(explained: Explanation) -> Iterator[Explanation]:
    """Every part of a score, each followed by its own parts."""
    for each in explained.parts:
        yield each
        yield from _within(each)


def _entered(part: Explanation) -> tuple[str, ...]:
    score, rating = part.score, part.rating
    # A council is a profile: no one word is shown for the whole of it.
    level = score.level.choice if score.level and score.part != WHOLE else ""
    return (
        _name(score),
        _figure(score.score),
        plain(score.weight),
        written(rating.answer) if rating else level,
        str(Place(sheet=part.origin.sheet, cell=part.origin.cell)),
        rating.comment if rating else "",
        part.reason.value if part.reason else "",
    )


def sensitivity(found: Sensitivity) -> str:
    """Each part's score, and what it would be under another rule or other answers."""
    rows = (_variants(found[each.id]) for each in _listed(found.card))
    caption = f"Would the picture change? {sensitivity_sentence(found)}"
    return shown_table(caption, COULD_BE, rows, (about(found.card), *_notes(found.card)))


def _variants(part: PartSensitivity) -> tuple[str, ...]:
    others = (_figure(part.under(each).score) for each in VARIANTS)
    return (_name(part.score), _figure(part.score.score), *others)
