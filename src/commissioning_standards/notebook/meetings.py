"""A moderation in a notebook: who takes part, and what to talk about first."""

from __future__ import annotations

from collections.abc import Iterable

from ..moderation.agenda import Agenda
from ..moderation.medians import steps_in_words
from ..moderation.model import Moderation
from ..moderation.participants import Participant, voice_name
from ..moderation.views import View
from .page import made_from, shown_table

__all__ = ["agenda", "moderation"]

STANDARDS = ("Standard", "Criteria", "To talk about", "Widest split")
ITEMS = ("", "What", "Why", "Who stands apart")
MOST_ITEMS = 20
NOBODY_DIFFERS = "Nobody differs by a step or more."


def moderation(meeting: Moderation) -> str:
    """How many criteria of each standard people differ on, and how far."""
    rows = (_row(meeting, each) for each in meeting.standards)
    council = " ".join(filter(None, (meeting.council, meeting.period))) or "an unnamed council"
    people = "; ".join(f"{each.label} ({voice_name(each.voice)})" for each in meeting.participants)
    notes = (f"Taking part: {people}.", "Nothing is averaged.", _source(meeting.participants))
    return shown_table(f"Moderation of {council}", STANDARDS, rows, notes)


def _row(meeting: Moderation, standard: View) -> tuple[str, ...]:
    within = [each for each in meeting.criteria if each.standard == standard.standard]
    differing = [each for each in within if meeting.differs(each)]
    steps = [each.steps for each in differing if each.steps]
    widest = steps_in_words(max(steps)) if steps else ""
    return (f"{standard.id} {standard.title}", str(len(within)), str(len(differing)), widest)


def agenda(items: Agenda) -> str:
    """The first items with the reason for each; the rest are counted."""
    first = items[:MOST_ITEMS]
    rows = ((str(each.rank), each.view.heading, each.reason, each.flag) for each in first)
    more = len(items) - len(first)
    rest = f"{more} more are in its rows." if more else ""
    people = (said.who for each in items for said in each.view.answers)
    notes = (rest, _source(people)) if items else (NOBODY_DIFFERS,)
    return shown_table("What to talk about, the widest splits first", ITEMS, rows, notes)


def _source(people: Iterable[Participant]) -> str:
    return made_from(each.assessment for each in people)
