"""What a moderation meeting should talk about, and in which order.

The route map says nothing of this; the rule is this software's own. On the
agenda is each criterion whose answers are a step or more apart, and each that
some rated and others said does not apply. Where full and quick forms are mixed,
a standard is on it by the same rule. The order is:

1. the widest split first, from the lowest to the highest answer in steps;
2. of two alike, the one with the wider split between voices, so that a split
   between voices counts for more than one within a voice;
3. then one where people who draw on care and support or unpaid carers stand
   apart, a step or more from the median of the others;
4. then the one where more people are out of line;
5. then the framework's order, a standard before its criteria.

Not applicable against a rating counts as a split of one step at least. Blank
and *don't know* are shown and never counted.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen

from ..given import only
from ..shown import ShownInNotebooks
from .model import Moderation, row
from .views import View
from .words import reason, said_in_words, who_stands_apart

__all__ = ["Agenda", "Item", "agenda"]

ONE = Fraction(1)


@frozen
class Item:
    """One thing to talk about.

    Args:
        rank: its place on the agenda, from 1.
        view: the criterion or standard, with everything that was said.
        reason: why, in plain sentences.
        flag: who draws on care and support, or cares unpaid, and stands apart; ``""`` for nobody.
        said: who said what, a line for each respondent.
    """

    rank: int
    view: View = field(repr=False)
    reason: str
    flag: str
    said: tuple[str, ...] = field(repr=False)

    def row(self) -> dict[str, object]:
        """The item as one flat row."""
        words = {"reason": self.reason, "flag": self.flag, "said": "\n".join(self.said)}
        return {"rank": self.rank, **row(self.view), **words}


class Agenda(ShownInNotebooks, tuple[Item, ...]):
    """The items in order; empty where nobody differs."""

    __slots__ = ()

    def rows(self) -> list[dict[str, object]]:
        """One flat dict for each item, in order."""
        return [each.row() for each in self]


def agenda(moderation: Moderation) -> Agenda:
    """What people should talk about, the widest splits first.

    The rule stands at the head of this module, and in ``docs/decisions.md``.

    Args:
        moderation: the returns side by side.

    Returns:
        A ranked list, which is empty where nobody differs.
    """
    only("agenda", moderation, Moderation)
    places = {id(each): place for place, each in enumerate(moderation.compared)}
    differing = [each for each in moderation.compared if each.differs]
    ranked = sorted(differing, key=lambda each: (*_urgency(each), each.standard, places[id(each)]))
    return Agenda(
        Item(rank, each, reason(each), who_stands_apart(each), said_in_words(each))
        for rank, each in enumerate(ranked, 1)
    )


def _urgency(view: View) -> tuple[Fraction, Fraction, bool, int]:
    """What an item is ranked by, the most urgent lowest."""
    between = view.between_voices.steps if view.between_voices else Fraction()
    if view.is_asked_in_doubt and not _is_within_one_voice(view):
        between = max(between, ONE)
    width = max(view.steps or ONE, ONE)
    return -width, -between, not view.set_apart, -len(view.out_of_line)


def _is_within_one_voice(view: View) -> bool:
    """Whether only one voice rated it or said that it does not apply."""
    return len({each.who.voice for each in view.answers if not each.is_open}) == 1
