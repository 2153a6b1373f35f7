"""Two scorecards side by side: last round's, an outside view's, or a target's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from numbers import Number
from typing import Any

from attrs import field, frozen

from ..framework import WHOLE, Framework
from ..given import only
from ..lookup import LookedUp
from ..problems import did_you_mean
from ..scoring import Score, Scorecard
from ..shown import ShownInNotebooks
from .gaps import Gap, gap_between, span_at, span_of
from .targets import Target, targets_by_standard, value_on

__all__ = ["Comparison", "compare"]


@frozen(repr=False)
class Comparison(LookedUp, ShownInNotebooks):
    """A scorecard beside another one or a target, part by part.

    Look a part up by what it is called: ``comparison["inclusive"]`` a domain,
    ``comparison[4]`` a standard by its number, ``comparison["4.1"]`` a criterion.

    Args:
        card: the first side, such as the council's own view now.
        against: the other side: a scorecard, one target for all, or targets by
            the standard's ID.
        gaps: what both sides have: the whole, domains, standards, criteria, in
            the first side's order.
        added: what only the first side has.
        dropped: what only the other side has.
    """

    card: Scorecard
    against: Scorecard | Fraction | Mapping[str, Fraction]
    gaps: tuple[Gap, ...] = field(repr=False)
    added: tuple[Score, ...] = ()
    dropped: tuple[Score, ...] = ()

    @property
    def overall(self) -> Gap | None:
        """The whole; None against targets for single standards."""
        return next(iter(self.of(WHOLE)), None)

    @property
    def domains(self) -> tuple[Gap, ...]:
        """The domains that both sides have."""
        return self.of("domain")

    @property
    def standards(self) -> tuple[Gap, ...]:
        """The standards that both sides have."""
        return self.of("standard")

    @property
    def criteria(self) -> tuple[Gap, ...]:
        """The criteria that both sides have."""
        return self.of("criterion")

    def of(self, part: str) -> tuple[Gap, ...]:
        """The gaps of one kind of part, in order."""
        return tuple(each for each in self.gaps if each.part == part)

    @property
    def other(self) -> Scorecard | None:
        """The other scorecard; None against a target."""
        return self.against if isinstance(self.against, Scorecard) else None

    def __getitem__(self, key: str | int) -> Gap:
        try:
            return self._by_name[str(key)]
        except KeyError:
            hint = did_you_mean(str(key), self._by_name)
            raise KeyError(f"both sides have no part {key!r}. {hint}".rstrip()) from None

    @cached_property
    def _by_name(self) -> dict[str, Gap]:
        by_id = {each.id: each for each in self.gaps}
        return by_id | {str(each.number): each for each in self.standards}

    def rows(self) -> list[dict[str, object]]:
        """One flat dict for each part that both sides have, ready for pandas or CSV."""
        about: dict[str, object] = {
            **_side("own", self.card),
            **_side("other", self.other),
            "rule": self.card.rule.name,
            "rule_version": self.card.rule.version,
            "scale_note": self.card.assessment.framework.note,
        }
        return [about | each.row() for each in self.gaps]


def compare(card: Scorecard, against: Scorecard | Target | Mapping[Any, Any]) -> Comparison:
    """Hold a scorecard against another one, or against a target.

    Parts are matched by ID, so another edition of the framework can be
    compared: what only one side has is listed as added or dropped. Where one
    side is the quick form and the other the full one, criteria are left out.

    Args:
        card: such as the council's own view now.
        against: last round's scorecard, another edition's, the other form's or
            an outside view's; or a target: one level's value for everything, or
            a mapping of a standard's number to a value, which compares those
            standards only.

    Returns:
        Every part that both have, each with its gap, the gap's range and how the
        two stand; and what only one of them has.

    Raises:
        ValueError: the other scorecard is of another framework, on another
            scale or made by another rule; or a target is not a figure on the
            scale, or for a standard there is not.
        TypeError: something else is given, such as the name of a file.
    """
    only("compare", card, Scorecard)
    # Text may be a figure, such as "5/2"; the name of a file is none.
    kinds = () if _is_file(against) else (Mapping, Number, str)
    only("compare", against, Scorecard, *kinds, name="against")
    if isinstance(against, Scorecard):
        return _with_card(card, against)
    framework = card.assessment.framework
    if isinstance(against, Mapping):
        targets = targets_by_standard(framework.standards, framework.scale, against)
        aimed = [each for each in card.standards if each.id in targets]
        single = (gap_between(each, span_at(targets[each.id])) for each in aimed)
        return Comparison(card, targets, tuple(single))
    target = value_on(framework.scale, against)
    return Comparison(
        card, target, tuple(gap_between(each, span_at(target)) for each in card.parts)
    )


def _is_file(against: object) -> bool:
    """Whether a return's file was named, and not read."""
    return isinstance(against, str) and against.strip().lower().endswith((".xlsx", ".json"))


def _with_card(card: Scorecard, other: Scorecard) -> Comparison:
    _refuse_unlike(card, other)
    own_parts, other_parts = _parts(card, other), _parts(other, card)
    both = [key for key in own_parts if key in other_parts]
    return Comparison(
        card,
        other,
        tuple(gap_between(own_parts[key], span_of(other_parts[key])) for key in both),
        _only_in(own_parts, other_parts),
        _only_in(other_parts, own_parts),
    )


def _refuse_unlike(card: Scorecard, other: Scorecard) -> None:
    own, theirs = card.assessment.framework, other.assessment.framework
    if own.id != theirs.id:
        raise ValueError(f"the two scorecards are of two frameworks, {own.id} and {theirs.id}")
    if _choices(own) != _choices(theirs):
        raise ValueError("the two scorecards are not on the same scale")
    rules = [f"{each.rule.name} version {each.rule.version}" for each in (card, other)]
    if rules[0] != rules[1]:
        raise ValueError(
            f"the two scorecards were made by different rules, {rules[0]} and {rules[1]}: "
            "score both by the same rule"
        )


def _choices(framework: Framework) -> list[str]:
    """A scale as returns know it: a mended meaning does not make it another one."""
    return [level.choice for level in framework.scale]


def _parts(card: Scorecard, other: Scorecard) -> dict[tuple[str, str], Score]:
    """A card's parts by kind and ID; without criteria where the other is of another form."""
    same = card.assessment.framework.form is other.assessment.framework.form
    parts = card.parts if same else (card.overall, *card.domains, *card.standards)
    return {(each.part, each.id): each for each in parts}


def _only_in(
    one: Mapping[tuple[str, str], Score], other: Iterable[tuple[str, str]]
) -> tuple[Score, ...]:
    return tuple(each for key, each in one.items() if key not in other)


def _side(side: str, card: Scorecard | None) -> dict[str, object]:
    """Whose view one side is, and what it was made from; all None for a target."""
    row = card.rows()[0] if card else {}
    names = ("council", "period", "respondent", "voice", "file", "sha256", "edition", "digest")
    return {f"{side}_{name}": row.get(name) for name in (*names, "form")}
