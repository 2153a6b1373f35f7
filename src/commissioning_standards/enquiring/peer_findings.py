"""The rules that set what a peer team found beside the council's own ratings and evidence.

Whether a finding is good news or bad is for people to say: a rule only sees
that it is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..assessment import Assessment
from ..comparing.findings import findings_by_standard
from ..parts import EvidenceCategory, Standard
from ..records import Finding as PeerFinding
from ..records import KnownBy
from ..text import joined
from .parts import Citation, Facts, Finding, cite_finding
from .telling import about_ratings, high_level

__all__ = ["KINDS", "found_beside_high", "found_without_evidence"]

# Which kinds of the council's own evidence stand beside what was read, heard or
# seen: this software's own choice.
KINDS: Mapping[KnownBy, tuple[EvidenceCategory, ...]] = {
    KnownBy.READ: (EvidenceCategory.PROCESSES, EvidenceCategory.OUTCOMES),
    KnownBy.HEARD: (EvidenceCategory.PEOPLE, EvidenceCategory.STAFF, EvidenceCategory.PARTNERS),
    KnownBy.SEEN: (EvidenceCategory.OBSERVATION,),
}
PeerFindings = list[tuple[Assessment, PeerFinding]]


def found_beside_high(facts: Facts, standard: Standard) -> Finding | None:
    """High ratings on which a peer team lists findings."""
    findings = _findings(facts, standard)
    touched = _touched(standard, findings)
    high = high_level(facts.assessment.framework.scale).value
    ratings = [
        each
        for each in facts.assessment.ratings_of(standard)
        if each.level and each.level.value >= high and each.criterion in touched
    ]
    told = about_ratings(
        facts, standard, ratings, "A peer team lists findings that bear on {answers}."
    )
    if told is None:
        return None
    rated = {each.criterion for each in ratings}
    bearing = [each for each in findings if rated & _touched(standard, [each])]
    return Finding(told.found, told.cited + _cited(bearing), told.names)


def found_without_evidence(facts: Facts, standard: Standard) -> Finding | None:
    """What was read, heard or seen, where the council has no evidence of such a kind."""
    there = {each.evidence.category for each in facts.evidence_for(standard).held}
    findings = _findings(facts, standard)
    ways = [
        way
        for way in KnownBy
        if there.isdisjoint(KINDS[way]) and any(each.known_by is way for _, each in findings)
    ]
    if not ways:
        return None
    told = (f"what was {_word(way)} ({_kinds(way)})" for way in ways)
    found = f"The council lists no evidence of a kind to set beside {joined(list(told))}."
    lone = [(whose, each) for whose, each in findings if each.known_by in ways]
    return Finding(found, _cited(lone), joined([_word(way) for way in ways]))


def _word(way: KnownBy) -> str:
    return way.value.lower()


def _kinds(way: KnownBy) -> str:
    return "; ".join(each.value for each in KINDS[way])


def _findings(facts: Facts, standard: Standard) -> PeerFindings:
    """What is found on a standard, with the return that it stands in, in order."""
    return [
        (each, finding)
        for each in facts.from_outside
        for on in findings_by_standard(each)
        if on.standard.id == standard.id
        for finding in on.findings
    ]


def _touched(standard: Standard, findings: PeerFindings) -> set[str]:
    """The criteria that findings bear on: those they name, or else all of the standard."""
    every = {each.id for each in standard.criteria}
    return {name for _, each in findings for name in every & set(each.about) or every}


def _cited(findings: Iterable[tuple[Assessment, PeerFinding]]) -> tuple[Citation, ...]:
    return tuple(cite_finding(each, assessment) for assessment, each in findings)
