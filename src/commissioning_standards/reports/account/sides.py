"""What is not yet good enough and what is strong: as many standards of each, told alike.

Most local accounts that a review read in 2013 were lists of achievements. Here
the lowest scores have as much room as the highest, by rule: the same function
tells both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...parts import Criterion, Standard
from ...records import Status
from ...scoring import Score
from ...text import in_a_sentence
from ..document import Block, Bullets, Paragraph, Section, Statement
from ..findings import at_or_above, below
from ..material import Material
from ..sentences import none, score_in_words
from ..telling import counted, day, joined, quoted_name, standard_name

__all__ = ["ends", "not_yet", "strong"]

MOST = 3
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
    return _side(material, plan, lowest, blocks)


def strong(material: Material, plan: Section) -> Section:
    """The highest scores, told as the lowest are."""
    _, highest = ends(material.card.standards)
    return _side(material, plan, highest, (_start("highest", highest),))


def _start(which: str, scores: Sequence[Score]) -> Paragraph:
    if not scores:
        return Paragraph(none("Too few standards have a score to tell which stand out."))
    what = f"with the {which} score"
    told = counted(len(scores), f"standard {what}", f"standards {what}s")
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
    sections = (
        Section(
            f"{plan.id}-{each.number}",
            f"{each.number} {each.title}",
            (Bullets(_told(material, by_number[each.number or 0], each)),),
        )
        for each in scores
    )
    return Section(plan.id, plan.heading, (*plan.blocks, *blocks), sections)


def _told(material: Material, standard: Standard, score: Score) -> Iterator[Statement]:
    """The same of a strong standard and of a weak one."""
    good = in_a_sentence(material.good.choice)
    yield from score_in_words(score)
    high, low = at_or_above(material, standard), below(material, standard)
    yield Statement("good", f"Rated {good} or above: {_names(high)}.")
    yield Statement("below-good", f"Rated below {good}: {_names(low)}.")
    yield _doing(material, standard)


def _names(criteria: Sequence[Criterion]) -> str:
    return joined([quoted_name(each.name) for each in criteria]) if criteria else "none"


def _doing(material: Material, standard: Standard) -> Statement:
    names = {str(standard.number), *(each.id for each in standard.criteria)}
    actions = [
        each
        for each in material.assessment.actions
        if names & set(each.about) and each.status not in ENDED
    ]
    if not actions:
        return none("We publish no action on this standard that is still to be done.")
    told = (f"{quoted_name(each.title)} (by {day(each.due)})" for each in actions)
    return Statement("actions", f"What we will do: {joined(list(told))}.")
