"""Lines of enquiry: what a peer team would ask, drafted from an assessment by named rules.

The data is only set beside itself: every line cites the ratings or the evidence
that it rests on, or the voice that is missing, and nothing is scored.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence

from attrs import evolve

from ..assessment import Assessment
from ..catalogue import other_framework
from ..evidencing.coverage import coverage
from ..framework import Framework
from ..given import each_of, only
from ..parts import Standard
from ..problems import AssessmentError, Place, Problem, did_you_mean, problem, quoted
from ..scale import Scale
from ..scoring import Scorecard, score
from ..stamps import row_stamp
from ..whose import council_faults
from .parts import EnquiryRule, Facts, Finding, LineOfEnquiry
from .rules import RULES

__all__ = ["chosen_rules", "enquiry_rows", "lines_of_enquiry"]


def lines_of_enquiry(
    card: Scorecard,
    *,
    on: datetime.date,
    against: Scorecard | None = None,
    outside: Scorecard | None = None,
    returns: Iterable[Assessment] = (),
    rules: Sequence[EnquiryRule] | None = None,
    without: Collection[str] = (),
) -> tuple[LineOfEnquiry, ...]:
    """Draft what a peer team would ask, for a position statement or a peer challenge.

    A rule is left out where it has nothing to look at: without ``outside`` no
    score is compared with an outside view. Scorecards given beside the first
    are scored again where they were made by another rule than it.

    Args:
        card: the scores enquired into.
        on: the day on which to look at the evidence.
        against: last round's scores.
        outside: an outside view's scores, such as a peer team's; its findings
            are looked at too.
        returns: several returns, each with its voice: two or more are needed
            to say which voice is missing. A peer team's findings are looked at
            wherever they stand.
        rules: the rules in order of weight; this software's own where left out.
        without: names of rules to switch off.

    Returns:
        The lines by weight of their rule, then by standard; at most one for
        each rule and standard. The rules are this software's own.

    Raises:
        AssessmentError: a name in ``without`` is no rule's, or what is compared
            is of another council, framework or scale; carries every fault.
    """
    only("lines_of_enquiry", card, Scorecard)
    only("lines_of_enquiry", on, datetime.date, name="on")
    only("lines_of_enquiry", against, Scorecard, type(None), name="against")
    only("lines_of_enquiry", outside, Scorecard, type(None), name="outside")
    others = each_of("lines_of_enquiry", returns, Assessment, "returns")
    compared = [each.assessment for each in (against, outside) if each]
    _check_alike(card.assessment, [*compared, *others])
    chosen = chosen_rules(without, rules)
    facts = Facts(
        card,
        mean=_by_rule(card, "mean"),
        gated=_by_rule(card, "gated"),
        coverage=coverage(card.assessment, on),
        against=against and _by_rule(against, card.rule.name),
        outside=outside and _by_rule(outside, card.rule.name),
        returns=others,
    )
    return tuple(line for rule in chosen for line in _lines(rule, facts))


def chosen_rules(
    without: Collection[str] = (), rules: Sequence[EnquiryRule] | None = None
) -> tuple[EnquiryRule, ...]:
    """The rules without those that are switched off.

    Raises:
        AssessmentError: a name is no rule's; carries one problem for each.
    """
    every = RULES if rules is None else tuple(rules)
    names = [each.name for each in every]
    switched_off = (without,) if isinstance(without, str) else tuple(without)
    unknown = [each for each in switched_off if each not in names]
    if unknown:
        raise AssessmentError(_unknown(each, names) for each in unknown)
    return tuple(each for each in every if each.name not in switched_off)


def _unknown(name: str, names: Iterable[str]) -> Problem:
    allowed = tuple(names)
    hint = did_you_mean(name, allowed)
    return problem("unknown-enquiry-rule", found=quoted(name), allowed=allowed, hint=hint)


def _by_rule(card: Scorecard, rule: str) -> Scorecard:
    return card if card.rule.name == rule else score(card.assessment, rule)


def _lines(rule: EnquiryRule, facts: Facts) -> Iterator[LineOfEnquiry]:
    for standard in facts.assessment.framework.standards:
        finding = rule.look(facts, standard)
        if finding:
            yield _line(rule, standard, finding)


def _line(rule: EnquiryRule, standard: Standard, finding: Finding) -> LineOfEnquiry:
    return LineOfEnquiry(
        rule.name,
        rule.why,
        standard.number,
        standard.title,
        finding.found,
        rule.question.format(standard=standard.title, names=finding.names),
        finding.cited,
        standard.peer_questions,
    )


def _check_alike(own: Assessment, others: Iterable[Assessment]) -> None:
    """Only what one council was given on the same scale, for the same standards, is compared."""
    faults = [
        fault
        for each in others
        for fault in (*_differences(own.framework, each), *council_faults(own, each))
    ]
    if faults:
        raise AssessmentError(faults)


def _differences(framework: Framework, other: Assessment) -> Iterator[Problem]:
    place = Place(other.source.file) if other.source else Place()
    if other.framework.id != framework.id:
        yield evolve(other_framework(other.framework.id, framework), place=place)
    elif _choices(other.framework.scale) != _choices(framework.scale):
        found, allowed = _choices(other.framework.scale), _choices(framework.scale)
        yield problem("other-scale", place, found=found, allowed=allowed)


def _choices(scale: Scale) -> str:
    return ", ".join(level.choice for level in scale)


def enquiry_rows(
    lines: Iterable[LineOfEnquiry], card: Scorecard, on: datetime.date
) -> list[dict[str, object]]:
    """One flat dict for each line of enquiry, ready for pandas, polars or CSV.

    Each row says what it was made from, and its place in the order as ``"rank"``.

    Args:
        lines: what :func:`lines_of_enquiry` drafted, in order.
        card: the scores they were drafted from.
        on: the day on which the evidence was looked at.

    Returns:
        A dict for each line, in order, with what it was made from.
    """
    only("enquiry_rows", card, Scorecard, name="card")
    only("enquiry_rows", on, datetime.date, name="on")
    about = {**row_stamp(card.assessment), "on": on.isoformat()}
    return [{**about, "rank": rank, **line.row()} for rank, line in enumerate(lines, 1)]
