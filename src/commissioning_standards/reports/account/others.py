"""How others see the council: the peer team's view and CQC's, beside the council's own.

Of the peer team's return only levels stand here, and findings that the settings
name. Where two views differ, that is told plainly and without blame.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...comparing.awareness import View
from ...comparing.gaps import Gap, Standing
from ...scoring import Scorecard
from ..document import NOT_GIVEN, Block, Bullets, Paragraph, Section, Statement, Table
from ..material import Material
from ..sentences import none
from ..tables import shown_or_none
from ..telling import day, named
from ..views import found, view_section

__all__ = ["others"]

BESIDE = ("Standard", "How we see it", "How the peer team sees it", "The two views")
FINDINGS = ("Standard", "How the peer team knows", "What it found")
NO_LEVEL = "Below the first level"
VIEWS = {
    Standing.ALIKE: "We and the peer team see these alike",
    Standing.HIGHER: "We see these as better than the peer team does",
    Standing.LOWER: "The peer team sees these as better than we do",
    Standing.UNCERTAIN: "We cannot tell yet, as some answers are open",
    Standing.NO_SCORE: "One of us has no score, so we cannot compare",
}
IN_TABLE = {
    Standing.ALIKE: "Alike",
    Standing.HIGHER: "Ours is higher",
    Standing.LOWER: "Ours is lower",
    Standing.UNCERTAIN: "Not certain yet",
    Standing.NO_SCORE: "Not compared",
}
READING = (
    "Alike means at most half a step of the scale apart.",
    "Two views can differ and both be honest. A difference shows us where to look again.",
)


def others(material: Material, plan: Section) -> Section:
    """The peer team's view and any other from outside, beside the council's own."""
    sections = (
        Section(f"{plan.id}-peers", "The peer team", tuple(_peers(material))),
        *(view_section(each, f"{plan.id}-{at}") for at, each in enumerate(material.views, 1)),
    )
    return Section(plan.id, plan.heading, plan.blocks, sections)


def _peers(material: Material) -> Iterator[Block]:
    seen, peers = material.awareness, material.peers
    if seen is None or peers is None:
        yield Paragraph(none("We have no view of a peer team to show here."))
        return
    team = material.settings.account.peer_team
    yield Bullets((f"Who: {team.who or NOT_GIVEN}", f"When: {day(team.date, NOT_GIVEN)}"))
    yield Bullets((*_standings({each: seen.of(each) for each in VIEWS}), *READING))
    yield Table(
        "Our view and the peer team's",
        BESIDE,
        (_row(each, material.card, peers) for each in seen.views),
        (40, 20, 20, 20),
    )
    if peers.assessment.findings:
        rows = (row[: len(FINDINGS)] for row in found(peers.assessment))
        yield Table("What the peer team found", FINDINGS, rows, (30, 20, 50))


def _standings(by_standing: dict[Standing, tuple[Gap, ...]]) -> Iterator[Statement]:
    for standing, gaps in by_standing.items():
        if gaps:
            yield Statement("peer-view", VIEWS[standing], named(gaps))


def _row(view: View, own: Scorecard, peers: Scorecard) -> tuple[str, ...]:
    gap = view.gap
    levels = (_level(card, gap.id) for card in (own, peers))
    return f"{gap.number} {gap.title}", *levels, IN_TABLE[view.status]


def _level(card: Scorecard, standard: str) -> str:
    """The level that a standard reaches; without a score, that there is none."""
    score = next((each for each in card.standards if each.id == standard), None)
    if score is None:
        return NOT_GIVEN
    if score.score is None:
        return shown_or_none(score).capitalize()
    return score.level.choice if score.level else NO_LEVEL
