"""The lists at the end of the pack: actions, evidence, and every rating with its place."""

from __future__ import annotations

from collections.abc import Sequence

from ...answers import written
from ...assessment import Assessment, Rating
from ...evidencing.ages import age_on
from ...records import Action, Evidence, Status
from ..document import NOT_GIVEN, Block, Bullets, Cell, Paragraph, Picture, Section, Table, linked
from ..material import Material
from ..sentences import about_actions, about_evidence, none
from ..telling import day

__all__ = ["actions", "evidence", "ratings", "state_of"]

ACTIONS = ("Action", "About", "Owner", "Due", "How it will be seen to work", "State")
EVIDENCE = ("Evidence", "About", "Kind", "Date", "Age", "Owner", "Notes")
RATINGS = ("Criterion", "Rating", "How sure", "Comment", "Where it was read from")


def actions(material: Material, plan: Section) -> Section:
    """Every action with its owner, date and state, and those that are overdue."""
    blocks: list[Block] = [Bullets(tuple(about_actions(material)))]
    every = material.assessment.actions
    if every:
        rows = (_action(each, material) for each in every)
        blocks.append(Table("Actions", ACTIONS, rows, (25, 8, 18, 16, 20, 13)))
    return Section(plan.id, plan.heading, (*plan.blocks, *blocks))


def _action(action: Action, material: Material) -> tuple[str, ...]:
    return (
        _with_notes(action),
        ", ".join(action.about) or NOT_GIVEN,
        action.owner or NOT_GIVEN,
        day(action.due, NOT_GIVEN),
        action.measure or NOT_GIVEN,
        state_of(action, material),
    )


def _with_notes(action: Action) -> str:
    return f"{action.title}\n{action.notes}" if action.notes else action.title


def state_of(action: Action, material: Material) -> str:
    """How far an action has got, and whether it is overdue."""
    status = action.status.value if action.status else NOT_GIVEN
    is_overdue = action in material.coverage.actions.overdue
    return f"{status}, overdue" if is_overdue and action.status is not Status.DONE else status


def evidence(material: Material, plan: Section, pictures: Sequence[Picture]) -> Section:
    """Every piece of evidence, with what it bears on and how old it is."""
    every = material.assessment.evidence
    if every:
        rows = (_evidence(each, material) for each in every)
        listed: Block = Table("Evidence", EVIDENCE, rows, (24, 8, 15, 14, 8, 17, 14))
    else:
        listed = Paragraph(none("No evidence is given."))
    blocks = (*plan.blocks, Bullets(about_evidence(material)), listed, *pictures)
    return Section(plan.id, plan.heading, blocks)


def _evidence(evidence: Evidence, material: Material) -> tuple[Cell, ...]:
    return (
        linked(evidence.title, evidence.link),
        ", ".join(evidence.about) or NOT_GIVEN,
        evidence.category.value if evidence.category else NOT_GIVEN,
        day(evidence.date),
        _age(evidence, material),
        evidence.owner or NOT_GIVEN,
        evidence.notes or NOT_GIVEN,
    )


def _age(evidence: Evidence, material: Material) -> str:
    """The age by the limit of each standard that it bears on, or by the limit for all."""
    ages = [
        each.age.value
        for covered in material.coverage.standards
        for each in covered.held
        if each.evidence == evidence
    ]
    by_default = age_on(material.on, evidence.date, material.coverage.months).value
    return ", ".join(dict.fromkeys(ages)) or by_default


def ratings(material: Material, plan: Section, pictures: Sequence[Picture]) -> Section:
    """Every rating of every return, with the file, sheet and cell that it was read from."""
    others = list(material.moderation.participants) if material.moderation else []
    every = [material.assessment, *(each.assessment for each in others)]
    if material.peers:
        every.append(material.peers.assessment)
    return Section(plan.id, plan.heading, (*plan.blocks, *pictures, *map(_ratings, every)))


def _ratings(assessment: Assessment) -> Table:
    names = {each.id: f"{each.id} {each.name}" for each in assessment.framework.criteria}
    rows = ((names[each.criterion], *_rating(each)) for each in assessment.ratings)
    return Table(f"Ratings by {_who(assessment)}", RATINGS, rows, (24, 16, 11, 28, 21))


def _rating(rating: Rating) -> tuple[str, ...]:
    sure = rating.confidence.value if rating.confidence else NOT_GIVEN
    place = str(rating.origin) if rating.origin else NOT_GIVEN
    return written(rating.answer) or "Blank", sure, rating.comment or NOT_GIVEN, place


def _who(assessment: Assessment) -> str:
    voice = assessment.respondent.voice
    name = assessment.respondent.name
    if voice is None:
        return name or "a respondent who gave no name"
    return f"{name} ({voice.value})" if name else voice.value
