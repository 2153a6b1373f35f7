"""What matters most in the account, in a few plain sentences at its start."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ...comparing.gaps import Standing
from ...records import Action
from ...text import in_a_sentence, number_of
from ..document import Bullets, Section, Statement
from ..material import Material
from ..sentences import about_the_meeting, none
from ..telling import day, joined, named, quoted_name
from .sides import ends, reaches_good, to_do

__all__ = ["summary"]


def summary(material: Material, plan: Section) -> Section:
    """How many standards are good, which stand out, what has changed, and what comes next."""
    told = Bullets(
        (
            *_good(material),
            *_ends(material),
            *_changed(material),
            *_next(material),
        )
    )
    return Section(plan.id, plan.heading, (*plan.blocks, told))


def _good(material: Material) -> Iterator[Statement]:
    yield from about_the_meeting(material)
    scored = [each for each in material.card.standards if each.score is not None]
    good = sum(reaches_good(material, each) for each in scored)
    level = in_a_sentence(material.good.choice)
    total = number_of(len(scored), "standard")
    text = f"Of {total} with a score, {good} {_verb(good, 'is', 'are')} at {level} or above."
    missing = sum(each.score is None and each.applies for each in material.card.standards)
    verb = _verb(missing, "has", "have")
    unrated = f" {missing} {verb} no score, as nothing is rated." if missing else ""
    yield Statement("in-short", f"{text}{unrated}")


def _verb(count: int, one: str, many: str) -> str:
    return one if count == 1 else many


def _ends(material: Material) -> Iterator[Statement]:
    lowest, highest = ends(material.card.standards)
    if lowest:
        yield Statement("in-short", "Our lowest scores", named(lowest))
        yield Statement("in-short", "Our highest scores", named(highest))


def _changed(material: Material) -> Iterator[Statement]:
    if material.changes is None:
        yield none("We have no scores of last time to compare with.")
        return
    counts = {
        word: sum(each.status is standing for each in material.changes.standards)
        for standing, word in (
            (Standing.HIGHER, "higher"),
            (Standing.LOWER, "lower"),
            (Standing.ALIKE, "alike"),
        )
    }
    told = joined([f"{count} {_verb(count, 'is', 'are')} {word}" for word, count in counts.items()])
    rest = len(material.changes.standards) - sum(counts.values())
    unknown = f" Of {rest} we cannot tell." if rest else ""
    text = f"Since last time, of our standards {told}.{unknown}"
    yield Statement("changed-in-short", text)


def _next(material: Material) -> Iterator[Statement]:
    actions = to_do(material)
    if not actions:
        yield none("We publish no action that is still to be done.")
        return
    count = number_of(len(actions), "action")
    first = min(actions, key=lambda each: each.due or datetime.date.max)
    yield Statement("next", f"We publish {count} still to be done.{_due(first, material.on)}")


def _due(first: Action, on: datetime.date) -> str:
    """By when the first action is to be done, or that it is late."""
    if not first.due:
        return ""
    when = "by" if first.due >= on else "which was due by"
    return f" The first is {quoted_name(first.title)}, {when} {day(first.due)}."
