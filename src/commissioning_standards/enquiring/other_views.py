"""The rules that set an assessment beside others: last round's, an outside view, other voices."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from statistics import median

from attrs import frozen

from ..assessment import Voice
from ..evidencing.ages import Age
from ..figures import plain, shown, shown_apart
from ..parts import Standard
from .parts import Citation, Facts, Finding, cite_ratings, cite_voice
from .telling import cite_rated, heard, named, ratings_of, score_of

__all__ = ["VOICES", "above_outside", "better_without_evidence", "voice_missing", "voices_split"]

# The voices to hear; the peer team is the one that asks.
VOICES = tuple(each for each in Voice if each is not Voice.PEER_TEAM)
FAR_ABOVE, SPLIT = 1, 2
FEWEST_RETURNS = 2


def above_outside(facts: Facts, standard: Standard) -> Finding | None:
    """A score one step or more above the outside view's."""
    if facts.outside is None:
        return None
    ours, theirs = score_of(facts.card, standard), score_of(facts.outside, standard)
    if ours is None or theirs is None:
        return None
    scale = facts.assessment.framework.scale
    if scale.steps_up(ours) - scale.steps_up(theirs) < FAR_ABOVE:
        return None
    found = f"It scores {shown(ours)}, and {shown(theirs)} in the outside view."
    others = cite_rated(facts.outside.assessment, standard, "outside view")
    return Finding(found, cite_rated(facts.assessment, standard) + others)


def better_without_evidence(facts: Facts, standard: Standard) -> Finding | None:
    """A better score than last round's, with no evidence dated since.

    Where last round's date is not known, any evidence with a date will do.
    """
    if facts.against is None:
        return None
    before, now = score_of(facts.against, standard), score_of(facts.card, standard)
    if before is None or now is None or now <= before or _dated_since(facts, standard):
        return None
    last = facts.against.assessment.date
    since = f"after {last}, when it was last assessed, and by" if last else "by"
    then, today = shown_apart(before, now)
    found = (
        f"It scored {then} last round and scores {today} now. "
        f"No evidence for it is dated {since} {facts.on}."
    )
    others = cite_rated(facts.against.assessment, standard, "last round")
    return Finding(found, cite_rated(facts.assessment, standard) + others)


def _dated_since(facts: Facts, standard: Standard) -> bool:
    last = facts.against.assessment.date if facts.against else None
    past = (each for each in facts.evidence_for(standard).held if each.age is not Age.FUTURE)
    days = (each.evidence.date for each in past)
    return any(day and (last is None or day > last) for day in days)


@frozen
class Split:
    """A criterion on which two voices are far apart."""

    criterion: str
    lower: Voice
    upper: Voice
    steps: Fraction


def voices_split(facts: Facts, standard: Standard) -> Finding | None:
    """Criteria on which the medians of two voices are two steps or more apart."""
    splits = tuple(_splits(facts, standard))
    if not splits:
        return None
    told = (
        f"{heard([each.lower])} are {plain(each.steps)} steps below those of "
        f"{heard([each.upper])} on {named(standard, [each.criterion])}"
        for each in splits
    )
    cited = tuple(each for split in splits for each in _cited(facts, standard, split))
    names = named(standard, [each.criterion for each in splits])
    return Finding(f"The middle ratings of {'; those of '.join(told)}.", cited, names)


def _splits(facts: Facts, standard: Standard) -> Iterator[Split]:
    for criterion, by_voice in _steps(facts, standard).items():
        middles = {voice: median(steps) for voice, steps in by_voice.items()}
        lower, upper = min(middles, key=middles.__getitem__), max(middles, key=middles.__getitem__)
        apart = middles[upper] - middles[lower]
        if apart >= SPLIT:
            yield Split(criterion, lower, upper, apart)


def _steps(facts: Facts, standard: Standard) -> dict[str, dict[Voice, list[Fraction]]]:
    """How far up the scale each voice rates each criterion, by criterion."""
    found: dict[str, dict[Voice, list[Fraction]]] = {}
    for each in facts.returns:
        voice, scale = each.respondent.voice, each.framework.scale
        for rating in ratings_of(each, standard):
            if voice and rating.level:
                steps = scale.steps_up(rating.level.value)
                found.setdefault(rating.criterion, {}).setdefault(voice, []).append(steps)
    return found


def _cited(facts: Facts, standard: Standard, split: Split) -> Iterator[Citation]:
    """The ratings of the two voices that are apart."""
    for voice in (split.lower, split.upper):
        for each in (own for own in facts.returns if own.respondent.voice is voice):
            ratings = (
                rating
                for rating in ratings_of(each, standard)
                if rating.criterion == split.criterion and rating.level
            )
            yield from cite_ratings(ratings, each, voice.value)


def voice_missing(facts: Facts, standard: Standard) -> Finding | None:
    """Voices for which no return answers anything of the standard; needs several returns."""
    if len(facts.returns) < FEWEST_RETURNS:
        return None
    there = {
        each.respondent.voice
        for each in facts.returns
        if any(not rating.is_open for rating in ratings_of(each, standard))
    }
    missing = [voice for voice in VOICES if voice not in there]
    if not missing:
        return None
    found = f"No return answers for {heard(missing)}."
    return Finding(found, tuple(map(cite_voice, missing)), heard(missing))
