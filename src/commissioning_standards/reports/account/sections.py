"""The sections of the local account, in plain words and in the council's own voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...comparing.comparison_words import notes_on, status_words
from ...parts import EvidenceCategory, Standard, description
from ...records import Action, Evidence
from ...words import scale_in_words
from ..document import (
    NOT_GIVEN,
    Block,
    Bullets,
    Cell,
    Paragraph,
    Picture,
    Section,
    Statement,
    Table,
    linked,
)
from ..material import Material
from ..pack.lists import state_of
from ..sentences import about_changes, about_the_whole, none, score_in_words
from ..settings import Entry, SignOff
from ..tables import beside_table, shown_or_none, span
from ..telling import day, quoted_name

__all__ = [
    "accessibility",
    "actions",
    "aims",
    "changed",
    "checked",
    "people",
    "reading",
    "say",
    "standards",
]

ACTIONS = ("What we will do", "By when", "How it will be seen to work", "State")
ABOUT_THE_PAGE = (
    "This page is one file. It needs no script and fetches nothing.",
    "It is made to meet the Web Content Accessibility Guidelines 2.2 at level AA.",
    "The software's own tests check pages made like it in a browser.",
    "Nobody has checked this page by hand, unless the council says so here.",
    "Each picture is also told in words, and its figures stand in a table below it.",
)


def aims(material: Material, plan: Section) -> Section:
    """What the council set out to do, in its own words."""
    return _given(plan, material.settings.account.aims)


def _given(plan: Section, texts: Sequence[str]) -> Section:
    block = Bullets(texts) if texts else Paragraph(NOT_GIVEN, "note")
    return Section(plan.id, plan.heading, (*plan.blocks, block))


def reading(material: Material, plan: Section) -> Section:
    """How to read the account, and its scale."""
    scale = material.framework.scale
    bullets = Bullets(
        (
            "This is our own view of how well we plan and buy care and support.",
            "Nobody has graded it. We looked at each standard and rated parts of it.",
            f"The scale runs {scale_in_words(scale)}.",
            "A score is never rounded up, and none is made up where we do not know.",
            f"Where we have written nothing, this page says “{NOT_GIVEN.lower()}”.",
        )
    )
    rows = ((each.choice, each.meaning or NOT_GIVEN) for each in scale)
    table = Table("The scale", ("Level", "What it means"), rows, (25, 75))
    return Section(plan.id, plan.heading, (*plan.blocks, bullets, table))


def standards(material: Material, plan: Section, pictures: Sequence[Picture]) -> Section:
    """Each standard in plain-language words, by domain."""
    whole = Bullets(about_the_whole(material))
    blocks = (*plan.blocks, whole, *pictures, _scores(material))
    domains = (
        Section(
            f"domain-{domain.id}",
            domain.title,
            (),
            (_standard(material, each) for each in material.framework.in_domain(domain)),
        )
        for domain in material.framework.domains
    )
    return Section(plan.id, plan.heading, blocks, domains)


def _scores(material: Material) -> Table:
    """The scores for people who want one line a standard."""
    rows = (
        (
            f"{each.number} {each.title}",
            shown_or_none(each),
            span(each),
            each.level.choice if each.level else "",
        )
        for each in material.card.standards
    )
    headers = ("Standard", "Score", "Could be", "Level reached")
    return Table("Score of each standard", headers, rows, (46, 14, 20, 20))


def _standard(material: Material, standard: Standard) -> Section:
    return Section(
        f"standard-{standard.number}", standard.heading, tuple(_told(material, standard))
    )


def _told(material: Material, standard: Standard) -> Iterator[Block]:
    score = material.card[standard.number]
    yield Paragraph("What people should be able to say:", "before")
    yield Paragraph(standard.statement, "note")
    yield Bullets(score_in_words(score))
    if score.level and standard.quick:
        text = f"At the level of {quoted_name(score.level.choice)}, people could say:"
        yield Paragraph(Statement("plain-level", text), "before")
        yield Paragraph(description(standard.quick, score.level), "note")
    elif score.level and score.level.meaning:
        yield Paragraph(Statement("plain-level", score.level.meaning))
    published = [each.evidence for each in material.held(standard).held]
    if published:
        yield Paragraph("Evidence that we publish:", "before")
        yield Bullets(map(_evidence, published))


def _evidence(evidence: Evidence) -> Cell:
    return linked(f"{evidence.title} ({day(evidence.date)})", evidence.link)


def changed(material: Material, plan: Section) -> Section:
    """What has changed, with last time's figures beside this time's."""
    blocks: list[Block] = [Bullets(about_changes(material))]
    if material.changes is not None and material.last is not None:
        now = material.assessment.period or "Now"
        then = material.last.assessment.period or "Last time"
        headers = (now, then if then != now else "Last time")
        words = status_words(material.changes)
        blocks.append(beside_table("Scores beside last time's", headers, material.changes, words))
        blocks += [Paragraph(each, "note") for each in notes_on(material.changes)]
    return Section(plan.id, plan.heading, (*plan.blocks, *blocks))


def people(material: Material, plan: Section) -> Section:
    """What people told the council, as far as it is marked public."""
    said = material.settings.account.people_said
    told = [
        _evidence(each)
        for each in material.assessment.evidence
        if each.category is EvidenceCategory.PEOPLE
    ]
    blocks: list[Block] = [Bullets(said)] if said else []
    if told:
        blocks += [Paragraph("Where people told us:", "before"), Bullets(told)]
    if not blocks:
        blocks = [Paragraph(NOT_GIVEN, "note")]
    return Section(plan.id, plan.heading, (*plan.blocks, *blocks))


def actions(material: Material, plan: Section) -> Section:
    """What the council will do, by when, as far as it may be published."""
    every = material.assessment.actions
    if every:
        rows = (_action(each, material) for each in every)
        block: Block = Table("What we will do", ACTIONS, rows, (38, 16, 30, 16))
    else:
        block = Paragraph(none("We publish no action here."))
    return Section(plan.id, plan.heading, (*plan.blocks, block))


def _action(action: Action, material: Material) -> tuple[str, ...]:
    return (
        action.title,
        day(action.due, NOT_GIVEN),
        action.measure or NOT_GIVEN,
        state_of(action, material),
    )


def say(material: Material, plan: Section) -> Section:
    """How people can have a say, and whom to ask."""
    words = material.settings.account
    parts = (
        ("ways", "Ways to have a say", words.have_your_say),
        ("contact", "Whom to ask, and how to get this in another format", words.contact),
    )
    sections = (
        Section(f"{plan.id}-{name}", heading, (_entries(entries),))
        for name, heading, entries in parts
    )
    return Section(plan.id, plan.heading, plan.blocks, sections)


def _entries(entries: Iterable[Entry]) -> Block:
    items = [linked(each.text, each.link) for each in entries]
    return Bullets(items) if items else Paragraph(NOT_GIVEN, "note")


def checked(material: Material, plan: Section) -> Section:
    """Who has checked the account, and what they say of it."""
    signed = material.settings.account.signed_off
    if signed:
        headers = ("Who", "When", "What they say")
        block: Block = Table("Who has checked this", headers, map(_signed, signed), (28, 20, 52))
    else:
        block = Paragraph("Nobody is given as having checked this.", "note")
    return Section(plan.id, plan.heading, (*plan.blocks, block))


def _signed(sign_off: SignOff) -> tuple[str, ...]:
    return sign_off.who, day(sign_off.date, NOT_GIVEN), sign_off.said or NOT_GIVEN


def accessibility(material: Material, plan: Section) -> Section:
    """What is known of how accessible the page is, and whom to tell."""
    words = material.settings.account
    blocks = (*plan.blocks, Bullets((*ABOUT_THE_PAGE, *words.accessibility)))
    contact = Section(f"{plan.id}-tell", "If something is hard to use", (_entries(words.contact),))
    return Section(plan.id, plan.heading, blocks, (contact,))
