"""Ties between a framework and an outside view, each with its strength and its reason.

A tie says that two texts ask for similar things. Strong ties and ties in part
bear on a statement; slight ones are listed and count for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cached_property

from attrs import frozen

from ..consistency import repeat_faults
from ..fitting import references
from ..framework import Framework, digest_of
from ..problems import FrameworkError, Place, Problem, did_you_mean, problem, quoted
from ..scale import Identifier
from ..shown import Brief
from .measures import MeasureSet
from .scheme import Scheme

__all__ = ["Crosswalk", "CrosswalkFile", "Note", "Outside", "Side", "Strength", "Tie", "Touch"]

Outside = Scheme | MeasureSet


class Strength(Enum):
    """How much two texts ask for the same."""

    STRONG = "strong"
    PART = "in part"
    SLIGHT = "slight"


class Touch(Enum):
    """How far a framework touches what an outside view asks for."""

    WELL = "well"
    PART = "in part"
    HARDLY = "hardly"
    NOT = "not at all"


@frozen
class Side:
    """One side of a crosswalk, by ID and edition."""

    framework: str
    edition: str


@frozen
class Tie:
    """A criterion, or a standard by its number, and what it is tied to."""

    part: str
    to: str
    strength: Strength
    reason: str


@frozen
class Note:
    """What to know of one statement or measure."""

    to: str
    text: str


@frozen(repr=False)
class CrosswalkFile(Brief):
    """A crosswalk as it stands in its file, before the two sides are known."""

    id: Identifier
    title: str
    note: str
    own: Side
    outside: Side
    ties: tuple[Tie, ...]
    notes: tuple[Note, ...] = ()

    @cached_property
    def digest(self) -> str:
        """sha256 of all the content, in hexadecimal."""
        return digest_of(self)


@frozen(repr=False)
class Crosswalk(Brief):
    """A framework tied to an outside view.

    Args:
        file: the ties and notes.
        framework: the council's side, in its full form.
        outside: a scheme or a set of measures.

    Raises:
        FrameworkError: it names something that is not there; carries every fault.
    """

    file: CrosswalkFile
    framework: Framework
    outside: Outside

    def __attrs_post_init__(self) -> None:
        faults = tuple(_faults(self))
        if faults:
            raise FrameworkError(faults)

    @property
    def id(self) -> str:
        """Its short name."""
        return self.file.id

    @cached_property
    def titles(self) -> dict[str, str]:
        """What can be tied to, with what it is called, in order."""
        return _titles(self.outside)

    def ties_to(self, target: str) -> tuple[Tie, ...]:
        """The ties to one statement or measure, the strongest first."""
        order = list(Strength)
        ties = (each for each in self.file.ties if each.to == target)
        return tuple(sorted(ties, key=lambda each: order.index(each.strength)))

    def ties_of(self, part: str) -> tuple[Tie, ...]:
        """The ties of one criterion or standard."""
        return tuple(each for each in self.file.ties if each.part == part)

    def touch(self, target: str) -> Touch:
        """How far the framework touches a statement or measure: as far as its strongest tie."""
        strengths = [each.strength for each in self.ties_to(target)]
        return _TOUCHES[strengths[0]] if strengths else Touch.NOT

    def note_on(self, target: str) -> str:
        """What to know of a statement or measure; blank where nothing is said."""
        return next((each.text for each in self.file.notes if each.to == target), "")

    @property
    def untied(self) -> tuple[str, ...]:
        """The criteria that neither they nor their standards are tied to anything, by ID."""
        tied = {each.part for each in self.file.ties}
        return tuple(
            criterion.id
            for standard in self.framework.standards
            for criterion in standard.criteria
            if tied.isdisjoint({criterion.id, str(standard.number)})
        )


_TOUCHES = {Strength.STRONG: Touch.WELL, Strength.PART: Touch.PART, Strength.SLIGHT: Touch.HARDLY}


def _titles(outside: Outside) -> dict[str, str]:
    if isinstance(outside, Scheme):
        return {each.id: each.title for each in outside.statements}
    return {each.code: each.title for each in outside.measures}


def _faults(crosswalk: Crosswalk) -> Iterator[Problem]:
    parts, targets = references(crosswalk.framework), tuple(crosswalk.titles)
    for index, tie in enumerate(crosswalk.file.ties):
        place = f"ties[{index}]"
        if tie.part not in parts:
            hint = did_you_mean(tie.part, parts)
            item = Place(item=f"{place}.part")
            yield problem("unknown-criterion", item, found=quoted(tie.part), hint=hint)
        yield from _unknown_target(tie.to, targets, f"{place}.to")
    for index, note in enumerate(crosswalk.file.notes):
        yield from _unknown_target(note.to, targets, f"notes[{index}].to")
    yield from repeat_faults(
        (f"{tie.part} to {tie.to}", Place(item=f"ties[{index}]"))
        for index, tie in enumerate(crosswalk.file.ties)
    )
    yield from repeat_faults(
        (note.to, Place(item=f"notes[{index}]")) for index, note in enumerate(crosswalk.file.notes)
    )


def _unknown_target(name: str, targets: tuple[str, ...], item: str) -> Iterator[Problem]:
    if name not in targets:
        hint = did_you_mean(name, targets)
        yield problem("unknown-target", Place(item=item), found=quoted(name), hint=hint)
