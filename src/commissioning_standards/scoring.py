"""From an assessment to its scores: exact, and beside each the range it could still take.

*Low* and *high* are the same sums as the score, with every open criterion at
the lowest and at the highest level, over all that applies. The rules are in
:mod:`commissioning_standards.rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cached_property, partial
from typing import Any

from attrs import field, frozen

from .assessment import Assessment, Rating
from .figures import shown
from .framework import WHOLE
from .given import only
from .lookup import LookedUp
from .parts import Criterion, Domain, Standard
from .problems import did_you_mean
from .rules import Rule, Weighted, rule_named
from .scale import Level, Scale
from .shown import ShownInNotebooks
from .stamps import row_stamp

__all__ = ["Score", "Scorecard", "as_float", "pooled", "score"]

ONE = Fraction(1)


@frozen
class Score:
    """The score of a criterion, a standard, a domain or the whole.

    Args:
        part: ``"overall"``, ``"domain"``, ``"standard"`` or ``"criterion"``.
        id: the part's ID; ``"overall"`` for the whole.
        title: what to call it.
        score: on the framework's scale, or None where nothing was rated.
        low: the score with every open criterion at the lowest level; None
            where nothing applies.
        high: the same at the highest level.
        level: the level reached.
        rated: how many criteria were rated.
        open: how many are blank or not known.
        not_applicable: how many do not apply.
        weight: what the part counts one step up.
        number: a standard's number.
        domain: the ID of the domain it is in.
        standard: for a criterion, its standard's number.
    """

    part: str
    id: str
    title: str
    score: Fraction | None
    low: Fraction | None
    high: Fraction | None
    level: Level | None
    rated: int
    open: int
    not_applicable: int
    weight: Fraction = ONE
    number: int | None = None
    domain: str | None = None
    standard: int | None = None

    @property
    def applies(self) -> bool:
        """Whether anything in it applies to this council."""
        return self.low is not None

    def row(self) -> dict[str, object]:
        """The score as one flat row of numbers and text."""
        return {
            "part": self.part,
            "id": self.id,
            "number": self.number,
            "title": self.title,
            "domain": self.domain,
            "standard": self.standard,
            "score": as_float(self.score),
            "exact": None if self.score is None else str(self.score),
            "shown": None if self.score is None else shown(self.score),
            "low": as_float(self.low),
            "high": as_float(self.high),
            "level": None if self.level is None else self.level.label,
            "level_value": None if self.level is None else as_float(self.level.value),
            "rated": self.rated,
            "open": self.open,
            "not_applicable": self.not_applicable,
            "weight": as_float(self.weight),
        }


def as_float(value: Fraction | None) -> float | None:
    """A fraction as the nearest float, for programs that know no fractions."""
    return None if value is None else float(value)


@frozen(repr=False)
class Scorecard(LookedUp, ShownInNotebooks):
    """Every score of one assessment.

    Look a part up by what it is called: ``card["inclusive"]`` a domain,
    ``card[4]`` a standard by its number, ``card["4.1"]`` a criterion. ``4 in card``
    asks whether there is one; ``card.parts`` are all of them.

    Args:
        assessment: what was scored.
        rule: how.
        overall: the whole. A profile says more: nobody should print one word for a council.
        domains: in the framework's order, as are the rest.
        standards: one for each standard.
        criteria: one for each criterion.
    """

    assessment: Assessment
    rule: Rule
    overall: Score
    domains: tuple[Score, ...]
    standards: tuple[Score, ...]
    criteria: tuple[Score, ...] = field(repr=False)

    @property
    def parts(self) -> tuple[Score, ...]:
        """Every score: overall, domains, standards, criteria."""
        return (self.overall, *self.domains, *self.standards, *self.criteria)

    def __getitem__(self, key: str | int) -> Score:
        try:
            return self._by_name[str(key)]
        except KeyError:
            hint = did_you_mean(str(key), self._by_name)
            raise KeyError(f"no domain, standard or criterion {key!r}. {hint}".rstrip()) from None

    @cached_property
    def _by_name(self) -> dict[str, Score]:
        by_id = {each.id: each for each in self.parts}
        return by_id | {str(each.number): each for each in self.standards}

    def rows(self) -> list[dict[str, object]]:
        """One flat dict for each score, ready for pandas, polars or CSV.

        Each row says what it was made from, and whose scale it is on.
        """
        about: dict[str, object] = {
            **row_stamp(self.assessment),
            "scale_note": self.assessment.framework.note,
            "rule": self.rule.name,
            "rule_version": self.rule.version,
        }
        return [about | each.row() for each in self.parts]


def score(assessment: Assessment, rule: str = "mean") -> Scorecard:
    """Score an assessment.

    Args:
        assessment: the ratings and their framework.
        rule: ``"mean"`` or ``"gated"``.

    Returns:
        The exact score of the whole, each domain, standard and criterion, each with
        the range that open answers leave it, on the framework's scale.

    Raises:
        AssessmentError: there is no rule of that name.
    """
    only("score", assessment, Assessment)
    chosen = rule_named(rule)
    framework = assessment.framework
    pool = partial(pooled, scale=framework.scale, pool=chosen.pool)
    criteria = {each.number: _criteria(assessment, each) for each in framework.standards}
    standards = tuple(
        pool(criteria[each.number], **_standard_names(each)) for each in framework.standards
    )
    domains = tuple(
        pool([each for each in standards if each.domain == domain.id], **_domain_names(domain))
        for domain in framework.domains
    )
    overall = pool(domains, part=WHOLE, id=WHOLE, title="Overall")
    every = tuple(each for of_standard in criteria.values() for each in of_standard)
    return Scorecard(assessment, chosen, overall, domains, standards, every)


def _standard_names(standard: Standard) -> dict[str, Any]:
    return {
        "part": "standard",
        "id": standard.id,
        "title": standard.title,
        "weight": standard.weight,
        "number": standard.number,
        "domain": standard.domain,
    }


def _domain_names(domain: Domain) -> dict[str, Any]:
    return {
        "part": "domain",
        "id": domain.id,
        "title": domain.title,
        "weight": domain.weight,
    }


def _criteria(assessment: Assessment, standard: Standard) -> list[Score]:
    scale = assessment.framework.scale
    return [
        _criterion(standard, criterion, assessment.rating(criterion.id), scale)
        for criterion in standard.criteria
    ]


def _criterion(standard: Standard, criterion: Criterion, rating: Rating, scale: Scale) -> Score:
    level = rating.level
    value = level.value if level else None
    is_open = rating.is_open
    return Score(
        part="criterion",
        id=criterion.id,
        title=criterion.name,
        score=value,
        low=scale.lowest if is_open else value,
        high=scale.highest if is_open else value,
        level=level,
        rated=int(level is not None),
        open=int(is_open),
        not_applicable=int(rating.is_not_applicable),
        weight=criterion.weight,
        domain=standard.domain,
        standard=standard.number,
    )


def pooled(
    parts: Iterable[Score], *, scale: Scale, pool: Callable[[Weighted], Fraction], **names: Any
) -> Score:
    """One score of several; parts without one stay out of it."""
    within = tuple(parts)
    scored = [(each.weight, each.score) for each in within if each.score is not None]
    low = [(each.weight, each.low) for each in within if each.low is not None]
    high = [(each.weight, each.high) for each in within if each.high is not None]
    value = pool(scored) if scored else None
    return Score(
        score=value,
        low=pool(low) if low else None,
        high=pool(high) if high else None,
        level=None if value is None else scale.reached(value),
        rated=sum(each.rated for each in within),
        open=sum(each.open for each in within),
        not_applicable=sum(each.not_applicable for each in within),
        **names,
    )
