"""A comparison in sentences: what rose, what fell, and where two views differ.

Every sentence is made from the figures by rule; none judges the council as a
whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ..figures import plain
from ..given import only
from ..names import is_same_council, round_key
from ..scoring import Score, Scorecard
from ..text import joined, one_line
from ..words import about, scale_in_words
from .comparison import Comparison
from .gap_words import (
    ZERO,
    figures_of,
    heading,
    numbers,
    of_all,
    standing_in_words,
)
from .gaps import Gap, Standing

__all__ = [
    "describe_comparison",
    "is_change",
    "listed",
    "notes_on",
    "status_words",
    "sums",
    "whose",
]

CHANGES = {Standing.HIGHER: "rose", Standing.LOWER: "fell", Standing.ALIKE: "unchanged"}
COUNTED = {
    Standing.HIGHER: ("is higher", "are higher"),
    Standing.LOWER: ("is lower", "are lower"),
    Standing.ALIKE: ("is alike", "are alike"),
    Standing.UNCERTAIN: ("is uncertain", "are uncertain"),
    Standing.NO_SCORE: ("cannot be compared", "cannot be compared"),
}
COUNTED_CHANGES = {
    **COUNTED,
    Standing.HIGHER: ("rose", "rose"),
    Standing.LOWER: ("fell", "fell"),
    Standing.ALIKE: ("is unchanged", "are unchanged"),
}
COUNTED_TARGETS = {
    **COUNTED,
    Standing.HIGHER: ("is above the target", "are above the target"),
    Standing.LOWER: ("is below the target", "are below the target"),
    Standing.ALIKE: ("is at the target", "are at the target"),
}


def describe_comparison(comparison: Comparison) -> str:
    """Say in plain sentences what a comparison shows.

    Between two rounds of one council and voice, scores *rose*, *fell* or are
    *unchanged*; otherwise they are higher, lower or alike, or above, below or
    at a target.

    Args:
        comparison: of two scorecards, or of one and a target.

    Returns:
        What is compared with what, how many standards stand how, each part with
        both figures and its gap, and what to know when reading them.
    """
    only("describe_comparison", comparison, Comparison)
    sentences = [*(f"{each}." for each in whose(comparison)), sums(comparison)]
    sentences += [f"{heading(each)}: {_told(each, comparison)}." for each in listed(comparison)]
    framework = comparison.card.assessment.framework
    scale = f"The scale runs {scale_in_words(framework.scale)}."
    return " ".join([*sentences, *notes_on(comparison), scale, framework.note]).rstrip()


def whose(comparison: Comparison) -> tuple[str, str]:
    """What each side is: ``Own: …`` and ``Other: …``, or ``Target: …``."""
    own = f"Own: {one_line(about(comparison.card))}"
    match comparison.against:
        case Scorecard() as card:
            return own, f"Other: {one_line(about(card))}"
        case Fraction() as target:
            return own, f"Target: {plain(target)} for every part"
    single = (f"{plain(each.other or ZERO)} on {each.number}" for each in comparison.standards)
    return own, f"Target: {', '.join(single) or 'none'}"


def sums(comparison: Comparison) -> str:
    """How many standards stand how, with their numbers, in one sentence."""
    own, other = comparison.card, comparison.other
    words = COUNTED if other else COUNTED_TARGETS
    start = of_all(len(comparison.standards))
    if other and is_change(own, other):
        words = COUNTED_CHANGES
        start = f"From {other.assessment.period} to {own.assessment.period}, {start.lower()}"
    by_status = {
        status: [each for each in comparison.standards if each.status is status] for status in words
    }
    parts = [
        f"{len(gaps)} {words[status][len(gaps) > 1]} ({numbers(gaps)})"
        for status, gaps in by_status.items()
        if gaps
    ]
    return f"{start}, {joined(parts)}." if parts else "No standard is compared."


def status_words(comparison: Comparison) -> dict[Standing, str]:
    """What each status is called here: between two rounds, scores rose or fell."""
    words = {each: each.value for each in Standing}
    other = comparison.other
    return words | CHANGES if other and is_change(comparison.card, other) else words


def is_change(own: Scorecard, other: Scorecard) -> bool:
    """Whether these are two rounds of one council, seen by one voice."""
    now, then = own.assessment, other.assessment
    same = now.council == then.council or is_same_council(now.council, then.council)
    are_known = bool(now.period and then.period)
    differ = are_known and round_key(now.period) != round_key(then.period)
    return same and differ and now.respondent.voice is then.respondent.voice


def listed(comparison: Comparison) -> list[Gap]:
    """The whole, then each domain followed by its standards, as far as both sides have them."""
    found = [comparison.overall] if comparison.overall else []
    domains = {each.id: each for each in comparison.domains}
    for domain in comparison.card.domains:
        found += [domains[domain.id]] if domain.id in domains else []
        found += [each for each in comparison.standards if each.domain == domain.id]
    return found


def notes_on(comparison: Comparison) -> list[str]:
    """What to know when reading the figures, a sentence each."""
    other = comparison.other
    notes = list(_on_the_two(comparison.card, other)) if other else []
    if comparison.added:
        notes.append(f"Added, so not compared: {_names(comparison.added)}.")
    if comparison.dropped:
        notes.append(f"Dropped, so not compared: {_names(comparison.dropped)}.")
    if any(each.status is Standing.UNCERTAIN for each in listed(comparison)):
        notes.append("Uncertain means that open answers could still close, open or turn the gap.")
    return [*notes, "Gaps are worked out before anything is rounded."]


def _on_the_two(card: Scorecard, other: Scorecard) -> Iterator[str]:
    own, theirs = card.assessment, other.assessment
    if own.council and theirs.council and not is_same_council(own.council, theirs.council):
        yield f"The two name different councils, {own.council} and {theirs.council}."
    one, two = own.framework, theirs.framework
    if one.form is not two.form:
        forms = f"the {one.form.value} form and the other the {two.form.value} form"
        yield f"One side is {forms}, so criteria are not compared."
    if one.edition != two.edition:
        editions = f"editions {one.edition} and {two.edition}"
        yield f"They are {editions}, so a gap may come of what is asked or how it is weighed."
    elif one.form is two.form and one.digest != two.digest:
        yield "The framework's wording or weights differ between the two."


def _names(parts: Iterable[Score]) -> str:
    return "; ".join(map(heading, parts))


def _told(gap: Gap, comparison: Comparison) -> str:
    said = standing_in_words(gap, gap.status, status_words(comparison)[gap.status])
    return f"{figures_of(gap)}, {said}"
