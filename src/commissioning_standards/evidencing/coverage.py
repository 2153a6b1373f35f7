"""What the evidence of an assessment covers, and how its actions stand, on a given day.

The kinds of evidence are CQC's six. What is missing or old is listed; nothing
is scored.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from attrs import frozen

from ..assessment import Assessment
from ..given import only
from ..lookup import LookedUp
from ..parts import Criterion, EvidenceCategory, Standard
from ..records import Action, Evidence, Status
from ..shown import ShownInNotebooks
from ..stamps import row_stamp
from .ages import Age, age_on

__all__ = [
    "ENDED",
    "MONTHS_UNTIL_OLD",
    "ActionsOn",
    "Coverage",
    "Held",
    "StandardCoverage",
    "counts",
    "coverage",
]

MONTHS_UNTIL_OLD = 24
CATEGORIES = (*EvidenceCategory, None)
ENDED = (Status.DONE, Status.STOPPED)


@frozen
class Held:
    """A piece of evidence as it counts for one standard.

    Args:
        evidence: the piece.
        months: after how many months it is old, for this standard.
        age: how old it is.
    """

    evidence: Evidence
    months: int
    age: Age


@frozen
class StandardCoverage:
    """The evidence for one standard.

    Args:
        standard: which.
        held: its evidence, in the order of the assessment.
        limits: after how many months each kind is old; the last for no kind said.
    """

    standard: Standard
    held: tuple[Held, ...]
    limits: tuple[int, ...]

    @property
    def missing(self) -> tuple[EvidenceCategory, ...]:
        """The kinds of which there is none."""
        there = {each.evidence.category for each in self.held}
        return tuple(each for each in EvidenceCategory if each not in there)

    def limit(self, category: EvidenceCategory | None) -> int:
        """After how many months evidence of this kind, or of no kind said, is old."""
        return self.limits[CATEGORIES.index(category)]

    def aged(self, age: Age) -> tuple[Held, ...]:
        """The evidence of one age."""
        return tuple(each for each in self.held if each.age is age)

    def of(self, category: EvidenceCategory | None) -> tuple[Held, ...]:
        """The evidence of one kind; None asks for that of which no kind is said."""
        return tuple(each for each in self.held if each.evidence.category is category)

    def bearing_on(self, criterion: Criterion) -> tuple[Held, ...]:
        """The evidence about one criterion, or about the standard as a whole."""
        names = {criterion.id, str(self.standard.number)}
        return tuple(each for each in self.held if names & set(each.evidence.about))


@frozen
class ActionsOn:
    """How actions stand on a day; one action may be in several of these lists.

    Args:
        overdue: due before the day, and neither done nor stopped.
        undated: with no day by which they are due.
        unowned: with nobody named to see to them.
        unmeasurable: with nothing said by which to see that they worked.
        done: done.
    """

    overdue: tuple[Action, ...]
    undated: tuple[Action, ...]
    unowned: tuple[Action, ...]
    unmeasurable: tuple[Action, ...]
    done: tuple[Action, ...]


@frozen(repr=False)
class Coverage(LookedUp, ShownInNotebooks):
    """What the evidence of an assessment covers on a day.

    Args:
        assessment: whose evidence.
        on: the day.
        months: after how many months evidence is old where the framework does not say.
        standards: one for each standard, in order.
        about_nothing: evidence that names no standard and no criterion.
        future: evidence dated after the day.
        actions: how the actions stand.
    """

    assessment: Assessment
    on: datetime.date
    months: int
    standards: tuple[StandardCoverage, ...]
    about_nothing: tuple[Evidence, ...]
    future: tuple[Evidence, ...]
    actions: ActionsOn

    def __getitem__(self, number: int) -> StandardCoverage:
        for each in self.standards:
            if each.standard.number == number:
                return each
        raise KeyError(f"no standard {number!r}")

    def rows(self) -> list[dict[str, object]]:
        """One flat dict for each standard and kind of evidence, ready for pandas or CSV."""
        return [
            {
                **row_stamp(self.assessment),
                "on": self.on.isoformat(),
                "number": each.standard.number,
                "standard": each.standard.id,
                "title": each.standard.title,
                "category": category.value if category else None,
                "months": each.limit(category),
                **counts(each.of(category)),
            }
            for each in self.standards
            for category in CATEGORIES
        ]


def counts(held: Iterable[Held]) -> dict[str, int]:
    """How many pieces of evidence are of each age."""
    ages = [each.age for each in held]
    return {age.name.lower(): ages.count(age) for age in Age}


def coverage(
    assessment: Assessment, on: datetime.date, *, months: int = MONTHS_UNTIL_OLD
) -> Coverage:
    """Say what the evidence of an assessment covers, and how its actions stand.

    Evidence counts for a standard when it is about the standard's number or one
    of its criteria. It is old once more calendar months have gone by than the
    framework says for that standard and kind of evidence, the shortest where it
    says several. The kinds are those of CQC's assessment of local authorities
    (2023); that evidence is old after 24 months where the framework says
    nothing is this software's own rule.

    Args:
        assessment: its evidence, its actions and their framework.
        on: the day on which to look.
        months: the limit where the framework gives none.

    Returns:
        The evidence of each standard by kind and age, and how actions stand.

    Raises:
        ValueError: the limit is below zero.
    """
    only("coverage", assessment, Assessment)
    only("coverage", on, datetime.date, name="on")
    only("coverage", months, int, name="months")
    if months < 0:
        raise ValueError(f"a limit of {months} months is below zero")
    return Coverage(
        assessment,
        on,
        months,
        standards=tuple(
            _of(each, assessment, on, months) for each in assessment.framework.standards
        ),
        about_nothing=tuple(each for each in assessment.evidence if not each.about),
        future=tuple(each for each in assessment.evidence if each.date and each.date > on),
        actions=_actions(assessment.actions, on),
    )


def _of(
    standard: Standard, assessment: Assessment, on: datetime.date, months: int
) -> StandardCoverage:
    limits = {category: _limit(standard, category, months) for category in CATEGORIES}
    names = {str(standard.number), *(criterion.id for criterion in standard.criteria)}
    held = (
        Held(each, limits[each.category], age_on(on, each.date, limits[each.category]))
        for each in assessment.evidence
        if names & set(each.about)
    )
    return StandardCoverage(standard, tuple(held), tuple(limits.values()))


def _limit(standard: Standard, category: EvidenceCategory | None, default: int) -> int:
    """After how many months evidence of this kind is old for this standard."""
    given = [
        each.months
        for each in standard.evidence
        if each.category is category and each.months is not None
    ]
    return min(given, default=default)


def _actions(actions: Iterable[Action], on: datetime.date) -> ActionsOn:
    every = tuple(actions)
    return ActionsOn(
        overdue=tuple(
            each for each in every if each.due and each.due < on and each.status not in ENDED
        ),
        undated=tuple(each for each in every if each.due is None),
        unowned=tuple(each for each in every if not each.owner),
        unmeasurable=tuple(each for each in every if not each.measure),
        done=tuple(each for each in every if each.status is Status.DONE),
    )
