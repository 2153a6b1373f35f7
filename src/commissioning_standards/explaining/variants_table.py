"""Whether the picture would change, as a table and in a sentence."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ..answers import written
from ..figures import plain, shown
from ..framework import WHOLE
from ..given import only
from ..scale import Level
from ..scoring import Score
from ..words import NO_SCORE, about, provenance, scale_in_words
from .variants import VARIANTS, Lowering, PartSensitivity, Sensitivity

__all__ = ["sensitivities_text", "sensitivity_sentence", "sensitivity_text"]

WIDTH, SHORT_DIGEST = 100, 10
HEADERS = (
    "",
    "Mean rule",
    "Gated rule",
    "All alike",
    "Open lowest",
    "Open highest",
    "One lower",
)
KEY = (
    "In brackets: the value of the level reached. With an asterisk: another level than by the mean "
    "rule. All alike: every rated criterion counts the same, whatever standard or domain it is in. "
    "Open lowest and open highest: every open answer at the lowest and at the highest level. One "
    "lower: that one rating a level lower which lowers the score most."
)
INDENT = {"overall": "", "domain": "", "standard": "  "}


def sensitivity_sentence(found: Sensitivity) -> str:
    """Say in a sentence how many standards would reach another level, and under what.

    Args:
        found: what :func:`sensitivity` gave.

    Returns:
        Such as ``"Under the gated rule 5 of 11 standards with a score reach a lower
        level; …"``. It counts standards, and says nothing of the council as a whole.
    """
    scored = [each for each in found.standards if each.score.level]
    if not scored:
        return f"No standard has a score, so none could move.{_others(found)}"
    gated = sum(each.moves("gated") for each in scored)
    flat, open_, lower = (
        sum(each.moves(*names) for each in scored) or "none"
        for names in (["flat"], ["open_lowest", "open_highest"], ["one_lower"])
    )
    return (
        f"Under the gated rule {gated or 'none'} of {_scored(len(scored))} "
        f"{'reach' if gated > 1 else 'reaches'} a lower level; counting every criterion the same "
        f"would move {flat}; open answers could move {open_}; one rating a level lower could move "
        f"{lower}.{_others(found)}"
    )


def _scored(count: int) -> str:
    return "1 standard with a score" if count == 1 else f"{count} standards with a score"


def _others(found: Sensitivity) -> str:
    """The standards without a score, which have no level that could move."""
    unscored = [each.score.applies for each in found.standards if each.score.level is None]
    waiting, outside = unscored.count(True), unscored.count(False)
    told = [
        (waiting, "1 standard has no score yet", f"{waiting} standards have no score yet"),
        (outside, "1 standard does not apply", f"{outside} standards do not apply"),
    ]
    return "".join(f" {one if count == 1 else many}." for count, one, many in told if count)


def sensitivity_text(found: Sensitivity) -> str:
    """Write what could change as plain text: a sentence, a table, and each rating that matters.

    Args:
        found: what :func:`sensitivity` gave.

    Returns:
        Lines of text: a sentence, a table of the variants, and what they are.
    """
    only("sensitivity_text", found, Sensitivity)
    card = found.card
    lines = [HEADERS, *map(_line, _listed(found))]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    table = [_aligned(line, widths) for line in lines]
    framework = card.assessment.framework
    scale = f"The scale runs {scale_in_words(framework.scale)}. {framework.note}".strip()
    notes = (KEY, scale, provenance(card, SHORT_DIGEST))
    return "\n".join(
        [
            about(card),
            *_wrapped(sensitivity_sentence(found)),
            "",
            *table,
            "",
            *_one_lower(found),
            *(line for note in notes for line in _wrapped(note)),
        ]
    )


def sensitivities_text(found: Sequence[Sensitivity], form: str) -> str:
    """Several as text, or as ``"json"``: one object for one, else a list."""
    if form == "json":
        documents = [each.as_dict() for each in found]
        whole = documents[0] if len(documents) == 1 else documents
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    return "\n".join(f"{sensitivity_text(each)}\n" for each in found)


def _listed(found: Sensitivity) -> Iterator[PartSensitivity]:
    """The whole, then each domain followed by its standards."""
    card = found.card
    yield found[WHOLE]
    for domain in card.domains:
        yield found[domain.id]
        yield from (each for each in found.standards if each.score.domain == domain.id)


def _line(part: PartSensitivity) -> tuple[str, ...]:
    score = part.score
    outcomes = [part.under(each) for each in VARIANTS]
    # A council is a profile: no level is printed for the whole of it.
    if score.part == WHOLE:
        figures = [_figure(each, None) for each in (score.score, *(one.score for one in outcomes))]
        return (score.title, *figures)
    figures = [
        _figure(one.score, one.level) + ("*" if part.moves(name) else " ")
        for name, one in zip(VARIANTS, outcomes, strict=True)
    ]
    title = f"{INDENT[score.part]}{_name(score)}"
    return (title, f"{_figure(score.score, score.level)} ", *figures)


def _figure(value: Fraction | None, level: Level | None) -> str:
    if value is None:
        return NO_SCORE
    return f"{shown(value)} ({plain(level.value)})" if level else shown(value)


def _name(score: Score) -> str:
    return score.title if score.number is None else f"{score.number} {score.title}"


def _aligned(line: tuple[str, ...], widths: list[int]) -> str:
    title, *rest = zip(line, widths, strict=True)
    figures = [text.rjust(width) for text, width in rest]
    return "  ".join([title[0].ljust(title[1]), *figures]).rstrip()


def _one_lower(found: Sensitivity) -> Iterator[str]:
    """Each rating that alone, a level lower, would take something to a lower level."""
    told = [(each, _moved(found, each)) for each in found.lowerings]
    lines = [f"  {_given(each)}: {moved}" for each, moved in told if moved]
    if lines:
        yield from ("One rating a level lower would take these to a lower level:", *lines, "")


def _moved(found: Sensitivity, lowering: Lowering) -> str:
    moved = ((found.card[part], level) for part, level in lowering.lowers if part != WHOLE)
    return "; ".join(f"{_name(score)} to {level.choice}" for score, level in moved)


def _given(lowering: Lowering) -> str:
    rating = lowering.rating
    return f"{rating.criterion} from {written(rating.answer)} to {lowering.to.choice}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_on_hyphens=False, break_long_words=False)
