"""What is not yet good enough and what is strong: as many standards of each, told alike.

Most local accounts that a review read in 2013 were lists of achievements. Here
the lowest scores have as much room as the highest, by rule: the same function
tells both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...parts import Criterion, Standard
from ...records import Action, Status
from ...scoring import Score
from ...text import in_a_sentence, number_of
from ..document import Block, Bullets, Paragraph, Section, Statement
from ..findings import at_or_above, below
from ..material import Material
from ..sentences import none, score_in_words
from ..telling import day, joined, named, quoted_name, standard_name

__all__ = ["ends", "not_yet", "reaches_good", "strong", "to_do"]

MOST = 3
NO_ACTION = "We publish no action on this standard that is still to be done."
NO_ACTIONS = "We publish no action on any of these that is still to be done."
ENDED = (Status.DONE, Status.STOPPED)


def ends(scores: Sequence[Score]) -> tuple[tuple[Score, ...], tuple[Score, ...]]:
    """The lowest and the highest scores: as many of each, and none in both.

    Three of each, or as many as half of the standards with a score allow.

    Returns:
        The lowest from the lowest up, and the highest from the highest down.
    """
    scored = [each for each in scores if each.score is not None]
    ordered = sorted(scored, key=lambda each: (each.score, each.number))
    room = min(MOST, len(ordered) // 2)
    return tuple(ordered[:room]), tuple(ordered[len(ordered) - room :][::-1])


def not_yet(material: Material, plan: Section) -> Section:
    """The lowest scores, and the standards that nobody has rated."""
    lowest, _ = ends(material.card.standards)
    blocks = (_start("lowest", lowest), *_without_score(material))
    return _side(material, plan, lowest, (*blocks, _others(material, lowest, is_good=False)))


def strong(material: Material, plan: Section) -> Section:
    """The highest scores, told as the lowest are."""
    _, highest = ends(material.card.standards)
    blocks = (_start("highest", highest), _others(material, highest, is_good=True))
    return _side(material, plan, highest, blocks)


def reaches_good(material: Material, score: Score) -> bool:
    """Whether a standard reaches the level from which it counts as good."""
    return score.level is not None and score.level.value >= material.good.value


def _others(material: Material, told: Sequence[Score], *, is_good: bool) -> Bullets:
    """Which standards, beside those that are told, stand on the same side of good."""
    good = in_a_sentence(material.good.choice)
    where = f"at {good} or above" if is_good else f"below {good}"
    rule = "also-good" if is_good else "also-below"
    found = [each for each in _on_side(material, is_good=is_good) if each not in told]
    start = f"{'Also' if told else 'These are'} {where}"
    none_is = f"No {'other ' if told else ''}standard with a score is {where}."
    return Bullets([Statement(rule, start if found else none_is, named(found))])


def _on_side(material: Material, *, is_good: bool) -> Iterator[Score]:
    for each in material.card.standards:
        if each.score is not None and reaches_good(material, each) is is_good:
            yield each


def _start(which: str, scores: Sequence[Score]) -> Paragraph:
    if not scores:
        return Paragraph(none("Too few standards have a score to tell which stand out."))
    what = f"with the {which} score"
    told = number_of(len(scores), f"standard {what}", f"standards {what}s")
    other = "highest" if which == "lowest" else "lowest"
    text = f"These are the {told}. As much is told of the {other}."
    return Paragraph(Statement("same-room", text))


def _without_score(material: Material) -> Iterator[Block]:
    unrated = [each for each in material.card.standards if each.score is None and each.applies]
    if unrated:
        yield Bullets(
            Statement("no-score", f"We cannot say yet for {standard_name(each)}: nothing is rated.")
            for each in unrated
        )


def _side(
    material: Material,
    plan: Section,
    scores: Sequence[Score],
    blocks: Sequence[Block],
) -> Section:
    by_number = {each.number: each for each in material.framework.standards}
    standards = {each: by_number[each.number or 0] for each in scores}
    acts = any(to_do(material, each) for each in standards.values())
    sections = (
        Section(
            f"{plan.id}-{each.number}",
            f"{each.number} {each.title}",
            (Bullets(_told(material, standard, each, acts=acts)),),
        )
        for each, standard in standards.items()
    )
    idle = [Paragraph(none(NO_ACTIONS))] if scores and not acts else []
    return Section(plan.id, plan.heading, (*plan.blocks, *blocks, *idle), sections)


def _told(
    material: Material, standard: Standard, score: Score, *, acts: bool
) -> Iterator[Statement]:
    """The same of a strong standard and of a weak one."""
    good = in_a_sentence(material.good.choice)
    yield from score_in_words(score)
    high, low = at_or_above(material, standard), below(material, standard)
    yield Statement("good", f"Parts of it rated {good} or above: {_names(high)}.")
    yield Statement("below-good", f"Parts of it rated below {good}: {_names(low)}.")
    if acts:
        yield _doing(material, standard)


def _names(criteria: Sequence[Criterion]) -> str:
    return joined([quoted_name(each.name) for each in criteria]) if criteria else "none"


def to_do(material: Material, standard: Standard | None = None) -> list[Action]:
    """The published actions that are still to be done: all of them, or those on one standard."""
    actions = [each for each in material.assessment.actions if each.status not in ENDED]
    if standard is None:
        return actions
    names = {str(standard.number), *(each.id for each in standard.criteria)}
    return [each for each in actions if names & set(each.about)]


def _doing(material: Material, standard: Standard) -> Statement:
    actions = to_do(material, standard)
    if not actions:
        return none(NO_ACTION)
    told = (f"{quoted_name(each.title)} (by {day(each.due)})" for each in actions)
    return Statement("actions", f"What we will do: {joined(list(told))}.")
