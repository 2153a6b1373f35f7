"""Standard by standard: what the council says, how it scores, and what to ask."""

from __future__ import annotations

from collections.abc import Iterator

from ...answers import written
from ...evidencing.coverage import Held
from ...parts import Criterion, Standard
from ..document import NOT_GIVEN, Block, Bullets, Cell, Paragraph, Section, Statement, Table, linked
from ..findings import about_held, strengths, thin
from ..material import Material
from ..sentences import completeness, none, score_in_words
from ..telling import day
from ..voices import VOICES, by_voice, how_far_apart
from .resting import rests_on

__all__ = ["standards"]

SAYS = ("Criterion", "Rating", "How sure", "What the council says")
EVIDENCE = ("Evidence", "Kind", "Date", "Age", "Owner")
ASKED = ("Question", "What it rests on", "Rule")


def standards(material: Material, plan: Section) -> Section:
    """A section for each domain, and in it one for each standard."""
    domains = (
        Section(
            f"domain-{domain.id}",
            domain.title,
            (
                *([Paragraph(domain.covers)] if domain.covers else []),
                Bullets(tuple(score_in_words(material.card[domain.id]))),
            ),
            (_standard(material, each) for each in material.framework.in_domain(domain)),
        )
        for domain in material.framework.domains
    )
    return Section(plan.id, plan.heading, plan.blocks, domains)


def _standard(material: Material, standard: Standard) -> Section:
    name = f"standard-{standard.number}"
    parts: tuple[tuple[str, str, tuple[Block, ...]], ...] = (
        ("says", "What the council says", (_says(material, standard),)),
        ("voices", "Spread of voices", tuple(_voices(material, standard))),
        ("evidence", "Evidence", tuple(_evidence(material, standard))),
        ("strengths", "Strengths", (_strengths(material, standard),)),
        ("thin", "What is thin", (_thin(material, standard),)),
        ("ask", "Lines of enquiry", tuple(_ask(material, standard))),
    )
    sections = (
        Section(f"{name}-{part}", heading, blocks) for part, heading, blocks in parts if blocks
    )
    return Section(name, standard.heading, _summary(material, standard), sections)


def _summary(material: Material, standard: Standard) -> tuple[Block, ...]:
    score = material.card[standard.number]
    asked = [Paragraph(standard.summary)] if standard.summary else []
    return (*asked, Bullets((*score_in_words(score), *completeness(score))))


def _says(material: Material, standard: Standard) -> Table:
    rows = (_said(material, each) for each in standard.criteria)
    return Table(f"Standard {standard.number}: ratings and comments", SAYS, rows, (26, 15, 11, 48))


def _said(material: Material, criterion: Criterion) -> tuple[str, ...]:
    rating = material.assessment.rating(criterion.id)
    sure = rating.confidence.value if rating.confidence else NOT_GIVEN
    name = f"{criterion.id} {criterion.name}"
    blank = "Open: people differ" if material.is_left_open(rating) else "Blank"
    return name, written(rating.answer) or blank, sure, rating.comment or NOT_GIVEN


def _voices(material: Material, standard: Standard) -> Iterator[Block]:
    """Nothing where one return was given: the overview says so once."""
    moderation = material.moderation
    if moderation is None:
        return
    views = [each for each in moderation.compared if each.standard == standard.number]
    apart = [each for each in views if each.set_apart]
    if apart:
        text = "People who draw on care and support or unpaid carers stand apart on {}."
        names = (f"{each.id}" for each in apart)
        yield Bullets(tuple(Statement("set-apart", text.format(each)) for each in names))
    rows = ((each.heading, how_far_apart(moderation, each), by_voice(each)) for each in views)
    yield Table(f"Standard {standard.number}: how far voices differ", VOICES, rows, (32, 24, 44))


def _evidence(material: Material, standard: Standard) -> Iterator[Block]:
    yield Bullets(tuple(about_held(material, standard)))
    held = material.held(standard).held
    if held:
        caption = f"Standard {standard.number}: evidence"
        yield Table(caption, EVIDENCE, map(_held, held), (40, 20, 16, 8, 16))


def _held(held: Held) -> tuple[Cell, ...]:
    evidence = held.evidence
    kind = evidence.category.value if evidence.category else NOT_GIVEN
    title = linked(evidence.title, evidence.link)
    return title, kind, day(evidence.date), held.age.value, evidence.owner or NOT_GIVEN


def _strengths(material: Material, standard: Standard) -> Block:
    found = tuple(strengths(material, standard))
    why = f"No criterion rated {material.good.choice} or above has fresh evidence."
    return Bullets(found) if found else Paragraph(none(why))


def _thin(material: Material, standard: Standard) -> Block:
    found = tuple(thin(material, standard))
    return Bullets(found) if found else Paragraph(none("The rules find nothing thin here."))


def _ask(material: Material, standard: Standard) -> Iterator[Block]:
    lines = [each for each in material.lines if each.standard == standard.number]
    if lines:
        rows = ((each.question, rests_on(each.cited), each.rule) for each in lines)
        caption = f"Standard {standard.number}: drafted by rule from ratings and evidence"
        yield Table(caption, ASKED, rows, (46, 38, 16))
    else:
        yield Paragraph(none("The rules draft no line of enquiry from this."))
    if standard.peer_questions:
        yield Paragraph("Questions that suit any council:", "before")
        yield Bullets(standard.peer_questions)
