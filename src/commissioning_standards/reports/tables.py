"""The tables that papers share: scores, and scores beside others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..comparing.comparison import Comparison
from ..comparing.comparison_words import listed
from ..comparing.gap_words import heading, signed
from ..comparing.gaps import Gap, Standing
from ..figures import shown
from ..scoring import Score, Scorecard
from ..words import NO_SCORE
from .document import Table

__all__ = ["beside_table", "score_table", "shown_or_none", "span"]

SCORES = ("Part", "Score", "Could be", "Level reached", "Rated", "Open", "Does not apply")
WIDE_FIRST = (33, 9, 15, 16, 9, 8, 10)


def score_table(card: Scorecard) -> Table:
    """Every domain and standard with its score, and the whole with no word for it."""
    rows = [_row(card.overall, level=False)]
    for domain in card.domains:
        rows.append(_row(domain))
        rows += [_row(each) for each in card.standards if each.domain == domain.id]
    return Table("Scores by domain and standard", SCORES, rows, WIDE_FIRST)


def _row(score: Score, *, level: bool = True) -> tuple[str, ...]:
    reached = score.level.choice if score.level and level else ""
    counts = (score.rated, score.open, score.not_applicable)
    name = score.title if score.number is None else f"{score.number} {score.title}"
    return (name, shown_or_none(score), span(score), reached, *map(str, counts))


def shown_or_none(score: Score) -> str:
    """A score as shown, or that there is none."""
    if score.score is None:
        return NO_SCORE if score.applies else "does not apply"
    return shown(score.score)


def span(score: Score) -> str:
    """What open answers could still make of a score; ``""`` where none are open."""
    if score.low is None or score.high is None or score.low == score.high:
        return ""
    return f"{shown(score.low)} to {shown(score.high)}"


def beside_table(
    caption: str, headers: tuple[str, str], comparison: Comparison, words: Mapping[Standing, str]
) -> Table:
    """Each domain's and standard's score beside another, with the gap and how it stands.

    Args:
        caption: what it shows.
        headers: what each side is called.
        comparison: the two sides.
        words: what each standing is called.
    """
    parts = (each for each in listed(comparison) if each.part != "overall")
    rows = (tuple(_gap_row(each, words)) for each in parts)
    return Table(caption, ("Part", *headers, "Gap", "How"), rows, (40, 11, 11, 9, 29))


def _gap_row(gap: Gap, words: Mapping[Standing, str]) -> Iterator[str]:
    yield heading(gap)
    for value in (gap.own, gap.other):
        yield NO_SCORE if value is None else shown(value)
    yield "" if gap.gap is None else signed(gap.gap)
    yield words[gap.status]
