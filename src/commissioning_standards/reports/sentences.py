"""A profile in sentences: each made of the figures by one named rule, and none a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from ..comparing.gaps import Gap, Standing
from ..figures import plain, shown
from ..records import Status
from ..scoring import Score
from ..text import in_a_sentence, number_of
from ..words import figure
from .document import Statement
from .material import Material
from .telling import day, named, quoted_name, standard_name

__all__ = [
    "about_actions",
    "about_agreement",
    "about_changes",
    "about_evidence",
    "about_target",
    "about_the_meeting",
    "about_the_whole",
    "about_voices",
    "completeness",
    "none",
    "score_in_words",
]

CHANGES = {
    Standing.HIGHER: "Higher than last round",
    Standing.LOWER: "Lower than last round",
    Standing.ALIKE: "As last round",
    Standing.UNCERTAIN: "Uncertain, as open answers could still turn it",
    Standing.NO_SCORE: "Not compared, as a score is missing",
}
TARGETS = CHANGES | {
    Standing.HIGHER: "Above the target",
    Standing.LOWER: "Below the target",
    Standing.ALIKE: "At the target",
}
VIEWS = CHANGES | {
    Standing.HIGHER: "The council sees itself higher than the peer team does",
    Standing.LOWER: "The council sees itself lower than the peer team does",
    Standing.ALIKE: "Both see it alike, within half a step of the scale",
}


def about_the_whole(material: Material) -> Iterator[Statement]:
    """The profile: whose it is, how much was answered, and what stands out."""
    yield from _subject(material)
    yield from completeness(material.card.overall)
    yield from _ends(material)
    yield from _levels_reached(material)
    yield from _widest_range(material.card.standards)


def _subject(material: Material) -> Iterator[Statement]:
    council = in_a_sentence(material.council) or "the council"
    period = in_a_sentence(material.assessment.period)
    when = f" in {period}" if period else ""
    yield Statement("subject", f"This is how {council} sees its own commissioning{when}.")
    voice = material.assessment.respondent.voice
    if voice:
        yield Statement("subject", f"The view is that of {voice.value.lower()}.")
    yield from about_the_meeting(material)


def about_the_meeting(material: Material) -> Iterator[Statement]:
    """How one view came of several returns; nothing where one was given."""
    meeting = material.meeting
    if meeting is None:
        return
    returns = number_of(meeting.returns, "respondent")
    if not meeting.is_held:
        start = f"The ratings rest on the returns of {returns}."
        yield Statement("several-returns", f"{start} Only what nobody differs on is rated.")
        return
    held = f"People agreed the ratings in a meeting, on the returns of {returns}."
    yield Statement("several-returns", held)
    if meeting.undecided:
        on = number_of(meeting.undecided, "criterion", "criteria")
        stay = "this stays" if meeting.undecided == 1 else "these stay"
        text = f"On {on} they differ and decided nothing, so {stay} open."
        yield Statement("undecided", text)


def completeness(score: Score) -> Iterator[Statement]:
    """How much was answered, and how."""
    total = score.rated + score.open + score.not_applicable
    if score.rated == total:
        each = "The one criterion is" if total == 1 else f"All {total} criteria are"
        yield Statement("completeness", f"{each} rated.")
        return
    start = f"Of {number_of(total, 'criterion', 'criteria')}, {_be(score.rated)} rated"
    apply = "do" if score.not_applicable != 1 else "does"
    rest = f"{_be(score.open)} open and {score.not_applicable} {apply} not apply"
    yield Statement("completeness", f"{start}, {rest}.")


def _be(count: int) -> str:
    return f"{count} {'is' if count == 1 else 'are'}"


def _ends(material: Material) -> Iterator[Statement]:
    """The highest and the lowest scores, and what has none."""
    scored = [each for each in material.card.standards if each.score is not None]
    values = [each.score for each in scored if each.score is not None]
    if values and max(values) != min(values):
        yield _end("highest", [each for each in scored if each.score == max(values)])
        yield _end("lowest", [each for each in scored if each.score == min(values)])
    elif values:
        alike = f"Every standard that has a score has the same: {shown(values[0])}."
        yield Statement("highest", alike)
    yield from _without_score(material.card.standards)


def _without_score(standards: Sequence[Score]) -> Iterator[Statement]:
    """What has no score: one by its name, and several by number, with the reason."""
    by_reason: dict[str, list[Score]] = {}
    for each in standards:
        if each.score is None:
            by_reason.setdefault(_why_none(each), []).append(each)
    for why, (first, *others) in by_reason.items():
        if not others:
            yield Statement("no-score", f"{_start(standard_name(first))}, {why}.")
        else:
            start = f"These standards {_plural(why)}"
            yield Statement("no-score", start, named([first, *others]))


def _end(which: str, found: Sequence[Score]) -> Statement:
    value = figure(found[0]).partition(" ")[0]
    if len(found) == 1:
        return Statement(which, f"The {which} score is {value}, for {standard_name(found[0])}.")
    return Statement(which, f"The {which} score is {value}, for these standards", named(found))


def _start(text: str) -> str:
    return text[0].upper() + text[1:]


def _why_none(score: Score) -> str:
    return "has no score, as nothing is rated" if score.applies else "does not apply"


def _plural(why: str) -> str:
    return why.replace("has ", "have ").replace("does ", "do ")


def _levels_reached(material: Material) -> Iterator[Statement]:
    for level in reversed(material.framework.scale.levels):
        reached = [each for each in material.card.standards if each.level == level]
        if reached:
            start = f"Reached {in_a_sentence(level.choice)}"
            yield Statement("levels-reached", start, named(reached))


def _widest_range(standards: Sequence[Score]) -> Iterator[Statement]:
    widths = [(_width(each), each) for each in standards if _width(each)]
    if widths:
        width = max(width for width, _ in widths)
        found = [each for each_width, each in widths if each_width == width]
        first, *others = found
        start = "Open answers matter most to"
        if others:
            yield Statement("widest-range", f"{start} these standards", named(found))
        else:
            text = f"{start} {standard_name(first)}: {_could(first)}."
            yield Statement("widest-range", text)


def _width(score: Score) -> Fraction:
    return Fraction() if score.high is None or score.low is None else score.high - score.low


def _could(score: Score) -> str:
    low, high = (shown(each or Fraction()) for each in (score.low, score.high))
    return f"the score could be {low} to {high}"


def score_in_words(score: Score) -> Iterator[Statement]:
    """One domain's or standard's score, its level and what open answers could make of it."""
    if score.score is None:
        yield Statement("score", f"This {score.part} {_why_none(score)}.")
    else:
        level = f", which reaches {in_a_sentence(score.level.choice)}" if score.level else ""
        yield Statement("score", f"The score is {shown(score.score)}{level}.")
    if _width(score):
        answers = number_of(score.open, "open answer")
        yield Statement("score", f"With {answers}, {_could(score)}.")


def about_changes(material: Material) -> Iterator[Statement]:
    """Which standards are higher or lower since last round."""
    if material.changes is None:
        yield none("Last round's return was not given.")
    else:
        yield from _by_status("change", material.changes.standards, CHANGES)


def about_target(material: Material) -> Iterator[Statement]:
    """Which standards are above or below the target; nothing where there is none."""
    if material.aims is not None and material.target is not None:
        yield Statement("target", f"The target is {plain(material.target)} for every standard.")
        yield from _by_status("target", material.aims.standards, TARGETS)


def about_agreement(material: Material) -> Iterator[Statement]:
    """Which standards the council sees higher or lower than the peer team."""
    if material.awareness is None:
        yield none("The peer team's own ratings were not given.")
    else:
        by_status = {status: material.awareness.of(status) for status in Standing}
        yield from _listed("agreement", by_status, VIEWS)


def _by_status(
    rule: str, gaps: Sequence[Gap], words: Mapping[Standing, str]
) -> Iterator[Statement]:
    by_status = {status: [each for each in gaps if each.status is status] for status in words}
    yield from _listed(rule, by_status, words)


def _listed(
    rule: str, by_status: Mapping[Standing, Sequence[Gap]], words: Mapping[Standing, str]
) -> Iterator[Statement]:
    for status, gaps in by_status.items():
        if gaps:
            yield Statement(rule, words[status], named(gaps))


def about_voices(material: Material) -> Iterator[Statement]:
    """How many returns there are, and on how much people differ."""
    moderation = material.moderation
    if moderation is None:
        yield none("One return was given, so there is no spread of voices to show.")
        return
    returns = number_of(len(moderation.participants), "return")
    voices = len({each.voice for each in moderation.participants})
    yield Statement("voices", f"There are {returns}, in {number_of(voices, 'voice')}.")
    differing = [each for each in moderation.criteria if moderation.differs(each)]
    total = number_of(len(moderation.criteria), "criterion", "criteria")
    yield Statement("voices", f"People differ on {len(differing)} of {total}.")


def about_evidence(material: Material) -> Iterator[Statement]:
    """How much evidence there is, and what it leaves bare."""
    coverage = material.coverage
    count = len(material.assessment.evidence)
    start = "There is" if count == 1 else "There are"
    pieces = number_of(count, "piece") if count else "no pieces"
    yield Statement("evidence", f"{start} {pieces} of evidence on {day(material.on)}.")
    bare = [each.standard for each in coverage.standards if not each.held]
    if bare:
        yield Statement("evidence", "Standards with no evidence", named(bare))


def about_actions(material: Material) -> Iterator[Statement]:
    """How many actions there are, and each that is overdue."""
    actions, on = material.assessment.actions, day(material.on)
    if not actions:
        yield none("No action is given.")
        return
    stopped = sum(each.status is Status.STOPPED for each in actions)
    found = material.coverage.actions
    ended = f"{len(found.done)} done and {stopped} stopped"
    yield Statement("actions", f"{_start(number_of(len(actions), 'action'))}: {ended}.")
    late = _be(len(found.overdue)) if found.overdue else "none is"
    yield Statement("actions", f"{_start(late)} overdue on {on}.")
    for each in found.overdue:
        due = f"{quoted_name(each.title)} was due on {day(each.due)}"
        yield Statement("overdue", f"{due}, and is not done.")


def none(text: str) -> Statement:
    """That there is nothing to tell here, and why."""
    return Statement("none", text)
