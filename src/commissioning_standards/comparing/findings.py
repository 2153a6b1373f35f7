"""What a peer team found, standard by standard: read, heard and seen.

A finding is borne out where it is known in more than one way. Nothing is
scored, and nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from ..assessment import Assessment
from ..given import only
from ..parts import Standard
from ..records import Finding, KnownBy
from ..text import joined, number_of, one_line

__all__ = [
    "NOT_SAID",
    "FindingsOn",
    "describe_findings",
    "findings_by_standard",
    "findings_document",
]

NOT_SAID = "not said how"


@frozen
class FindingsOn:
    """What was found on one standard, in the order of the return."""

    standard: Standard
    findings: tuple[Finding, ...]

    def known_by(self, way: KnownBy | None) -> tuple[Finding, ...]:
        """What was read, heard or seen; None asks for that of which it is not said."""
        return tuple(each for each in self.findings if each.known_by is way)

    @property
    def ways(self) -> tuple[KnownBy, ...]:
        """The ways in which something is known here."""
        return tuple(way for way in KnownBy if self.known_by(way))


def findings_by_standard(assessment: Assessment) -> tuple[FindingsOn, ...]:
    """The findings on each standard, in the framework's order; those on none are left out.

    Args:
        assessment: a peer team's return, or any other with findings.

    Returns:
        One entry for each standard that has findings.
    """
    only("findings_by_standard", assessment, Assessment)
    found = (FindingsOn(each, _on(each, assessment)) for each in assessment.framework.standards)
    return tuple(each for each in found if each.findings)


def _on(standard: Standard, assessment: Assessment) -> tuple[Finding, ...]:
    names = {str(standard.number), *(criterion.id for criterion in standard.criteria)}
    return tuple(each for each in assessment.findings if names & set(each.about))


def describe_findings(assessment: Assessment) -> Iterator[str]:
    """What a team found, a sentence each: how well it is borne out, and then what it is."""
    found = findings_by_standard(assessment)
    if not assessment.findings:
        return
    yield f"The peer team lists {number_of(len(assessment.findings), 'finding')}."
    several = [each for each in found if len(each.ways) > 1]
    alone = [each for each in found if len(each.ways) == 1]
    if several:
        yield f"Known in more than one way: standard {_numbers(several)}."
    if alone:
        yield f"Known in one way only: standard {_numbers(alone)}."
    for each in found:
        yield from (f"{each.standard.heading}: {_told(finding)}" for finding in each.findings)
    yield from (
        f"About no standard: {_told(each)}" for each in assessment.findings if not each.about
    )


def _numbers(found: Iterable[FindingsOn]) -> str:
    return joined([str(each.standard.number) for each in found])


def _told(finding: Finding) -> str:
    way = finding.known_by.value.lower() if finding.known_by else NOT_SAID
    return f"{one_line(finding.title).rstrip('.')} ({way})."


def findings_document(assessment: Assessment) -> list[dict[str, object]]:
    """Every finding as plain data: what, on which standards, and how it is known."""
    return [
        {
            "title": each.title,
            "about": list(each.about),
            "known_by": each.known_by.value if each.known_by else None,
            "notes": each.notes,
        }
        for each in assessment.findings
    ]
