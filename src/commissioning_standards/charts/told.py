"""What charts say in words: titles, the small line under them, and the alternative text.

Whatever is in a picture is in its words too.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve

from ..figures import shown
from ..framework import Framework
from ..moderation.model import Moderation
from ..moderation.participants import voice_name
from ..rules import rule_named
from ..scale import Scale
from ..scoring import Score, Scorecard, score
from ..text import in_a_sentence
from ..words import counted, figure, provenance
from .series import Series
from .sheet import Caption

__all__ = [
    "COULD_BE",
    "MOST_TITLE_WORDS",
    "NOT_SCORED",
    "alt_text",
    "caption_of",
    "counted_in",
    "dated",
    "day_in_words",
    "domain_notes",
    "levels_in_words",
    "made_from_all",
    "own_sentence",
    "rests_on",
    "rests_on_all",
    "series_sentence",
    "spoken",
    "value_in_words",
]

COULD_BE = "What open answers could still make it"
NOT_SCORED = "No score"
MOST_TITLE_WORDS = 10
# The rule by which moderation gives a standard the score of a full form.
MODERATED_BY = "mean"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def caption_of(
    kind: str,
    council: str,
    period: str,
    what: str,
    *,
    title: str,
    small: Iterable[str],
    notes: Iterable[str] = (),
) -> Caption:
    """What stands round a picture of one council.

    The title says whose picture it is in ten words or fewer; a longer name of a
    council goes into the small line.

    Args:
        kind: what sort of chart it is, such as ``"Radar chart"``.
        council: whose picture it is.
        period: the round; "" where each line is of its own.
        what: what it shows, such as ``"score by standard"``.
        title: one that was given instead.
        small: what it rests on, a sentence each.
        notes: how to read it; those without a word are left out.
    """
    whose = " ".join(filter(None, map(in_a_sentence, (council or "Council", period))))
    full = f"{whose}: {what}"
    kept = tuple(filter(None, notes))
    if title:
        return Caption(kind, title, tuple(small), kept)
    if len(full.split()) <= MOST_TITLE_WORDS:
        return Caption(kind, full, tuple(small), kept)
    return Caption(kind, what[:1].upper() + what[1:], (f"{whose}.", *small), kept)


def rests_on(card: Scorecard, others: Sequence[Series] = ()) -> list[str]:
    """What scores rest on: framework, rule, date, and how much was answered."""
    assessment = card.assessment
    seen = assessment.respondent.voice
    return [
        f"{assessment.framework.name}.",
        f"Rule {card.rule.name}, version {card.rule.version}.",
        dated([assessment.date]),
        *([f"Seen by {seen.value.lower()}."] if seen else []),
        f"Criteria: {counted(card.overall)}.",
        *(counted_in(each.name, each.card) for each in others if each.card),
    ]


def counted_in(name: str, card: Scorecard) -> str:
    """How much of another round or view was answered."""
    return f"{name}: {counted(card.overall)}."


def rests_on_all(moderation: Moderation) -> list[str]:
    """What several returns side by side rest on: framework, rule, dates, and who answered."""
    assessments = [each.assessment for each in moderation.participants]
    rule = rule_named(MODERATED_BY)
    voices = Counter(voice_name(each.voice) for each in moderation.participants)
    who = ", ".join(f"{voice.lower()} {count}" for voice, count in voices.items())
    answers = [rating for each in assessments for rating in each.ratings]
    rated = sum(each.level is not None for each in answers)
    still_open = sum(each.is_open for each in answers)
    left_out = sum(each.is_not_applicable for each in answers)
    counts = f"{rated} rated, {still_open} open, {left_out} not applicable"
    counted = "Answers in both forms" if moderation.is_mixed else "Criteria"
    return [
        f"{moderation.framework.name}.",
        f"Rule {rule.name}, version {rule.version}.",
        dated(each.date for each in assessments),
        f"Returns: {who}.",
        f"{counted}, all returns together: {counts}.",
    ]


def made_from_all(moderation: Moderation) -> str:
    """What several returns side by side were made from."""
    return " ".join(provenance(score(each.assessment)) for each in moderation.participants)


def dated(days: Iterable[datetime.date | None]) -> str:
    """When several returns were made: the day, or the first and the last."""
    known = sorted(day for day in days if day)
    ends = dict.fromkeys(known[:1] + known[-1:])
    return f"Dated {' to '.join(map(day_in_words, ends))}." if known else "Not dated."


def day_in_words(day: datetime.date) -> str:
    """A day as people write it, whatever language the computer is set to."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def alt_text(caption: Caption, sentences: Iterable[str], extra: Iterable[str] = ()) -> str:
    """All that a picture shows, for those who do not see it.

    Args:
        caption: what stands round it.
        sentences: what is drawn.
        extra: what else its key and its labels say.
    """
    start = [f"{caption.kind}.", f"{caption.title}.", *caption.small]
    whole = [*start, *sentences, *extra, *caption.notes]
    return " ".join(" ".join(each.split()) for each in whole if each)


def own_sentence(name: str, parts: Iterable[Score]) -> str:
    """A card's scores as a sentence: each part with its figure and its range."""
    return f"{name}. {'; '.join(f'{spoken(each)}: {figure(each)}' for each in parts)}."


def series_sentence(series: Series, parts: Iterable[Score]) -> str:
    """Another line as a sentence: each part with its figure, or with why there is none."""
    told = (
        f"{spoken(part)}: {series.missing if value is None else shown(value)}"
        for part, value in zip(parts, series.values, strict=True)
    )
    return f"{series.name}. {'; '.join(told)}."


def value_in_words(score: Score) -> str:
    """A score without its range, or why there is none."""
    return figure(evolve(score, low=score.high))


def levels_in_words(scale: Scale) -> str:
    """The whole scale: ``The levels are 1 Starting, 2 Developing …``."""
    return f"The levels are {', '.join(level.choice for level in scale)}."


def domain_notes(framework: Framework) -> str:
    """Which standards belong to which domain."""
    parts = []
    for domain in framework.domains:
        numbers = ", ".join(str(each.number) for each in framework.in_domain(domain))
        parts.append(f"{domain.title}: {numbers}")
    return f"Domains: {'; '.join(parts)}."


def spoken(part: Score) -> str:
    """A part's number, where it has one, and its title."""
    return part.title if part.number is None else f"{part.number} {part.title}"
