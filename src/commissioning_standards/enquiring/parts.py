"""What a line of enquiry is made of: what it cites, what was found, and the rule that found it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from enum import Enum

from attrs import field, frozen

from ..answers import written
from ..assessment import Assessment, Rating, Voice
from ..comparing.findings import NOT_SAID
from ..evidencing.coverage import Coverage, Held, StandardCoverage
from ..parts import Standard
from ..problems import Place
from ..records import Finding as PeerFinding
from ..scoring import Scorecard
from ..text import one_line

__all__ = [
    "Citation",
    "Cited",
    "EnquiryRule",
    "Facts",
    "Finding",
    "LineOfEnquiry",
    "cite_evidence",
    "cite_finding",
    "cite_ratings",
    "cite_voice",
]

NOWHERE = Place()
PEER_TEAM = "peer team"


class Cited(Enum):
    """What kind of thing a citation names."""

    RATING = "rating"
    EVIDENCE = "evidence"
    VOICE = "missing voice"
    FINDING = "finding"


# What is cited by a title of its own, which stands in quotation marks.
TITLED = (Cited.EVIDENCE, Cited.FINDING)


@frozen
class Citation:
    """One thing that a line of enquiry rests on.

    Args:
        kind: what kind of thing it is.
        name: a criterion's ID, a voice, or evidence or a finding by its title.
        said: what it says, such as ``"3 Established"``, a date or ``"heard"``.
        whose: whose rating or finding it is, where it is not the assessment's own.
        place: the file, sheet and cell that a rating was read from, or the
            file of a finding.
    """

    kind: Cited
    name: str
    said: str = ""
    whose: str = ""
    place: Place = NOWHERE

    def __str__(self) -> str:
        name = f"“{one_line(self.name)}”" if self.kind in TITLED else self.name
        told = ": ".join(part for part in (name, self.said) if part)
        aside = "; ".join(part for part in (self.whose, str(self.place)) if part)
        return f"{told} ({aside})" if aside else told

    def as_dict(self) -> dict[str, str]:
        """The citation as flat text, for JSON."""
        return {
            "kind": self.kind.value,
            "name": self.name,
            "said": self.said,
            "whose": self.whose,
            "file": self.place.file,
            "sheet": self.place.sheet,
            "cell": self.place.cell,
        }


def cite_ratings(
    ratings: Iterable[Rating], assessment: Assessment, whose: str = ""
) -> tuple[Citation, ...]:
    """Cite ratings of one assessment, each with the cell it was read from."""
    file = _file(assessment)
    return tuple(
        Citation(Cited.RATING, each.criterion, _said(each), whose, each.origin or file)
        for each in ratings
    )


def _file(assessment: Assessment) -> Place:
    return Place(assessment.source.file) if assessment.source else NOWHERE


def _said(rating: Rating) -> str:
    sure = f"{rating.confidence.value.lower()} confidence" if rating.confidence else ""
    return ", ".join(part for part in (written(rating.answer), sure) if part)


def cite_evidence(held: Iterable[Held]) -> tuple[Citation, ...]:
    """Cite evidence by its title and date."""
    return tuple(Citation(Cited.EVIDENCE, each.evidence.title, dated(each)) for each in held)


def dated(held: Held) -> str:
    """When a piece of evidence is from: ``"2024-11-20"``, or ``"no date"``."""
    return held.evidence.date.isoformat() if held.evidence.date else "no date"


def cite_finding(finding: PeerFinding, assessment: Assessment) -> Citation:
    """Cite what a peer team found, with how it is known and the file it stands in."""
    way = finding.known_by.value.lower() if finding.known_by else NOT_SAID
    return Citation(Cited.FINDING, finding.title, way, PEER_TEAM, _file(assessment))


def cite_voice(voice: Voice) -> Citation:
    """Cite a voice that is missing."""
    return Citation(Cited.VOICE, voice.value)


@frozen
class Facts:
    """All that rules may look at.

    Args:
        card: the scores enquired into.
        mean: the same ratings by the mean rule.
        gated: the same ratings by the gated rule.
        coverage: the evidence on the day of the enquiry.
        against: last round's scores, by the card's own rule.
        outside: an outside view's scores, by the card's own rule.
        returns: several returns, each with its voice.
    """

    card: Scorecard
    mean: Scorecard
    gated: Scorecard
    coverage: Coverage
    against: Scorecard | None
    outside: Scorecard | None
    returns: tuple[Assessment, ...]

    @property
    def on(self) -> datetime.date:
        """The day of the enquiry."""
        return self.coverage.on

    @property
    def assessment(self) -> Assessment:
        """The assessment enquired into."""
        return self.card.assessment

    @property
    def from_outside(self) -> tuple[Assessment, ...]:
        """Where findings of a peer team may stand: the outside view and the other returns."""
        outside = [self.outside.assessment] if self.outside else []
        others = (each for each in self.returns if each != self.assessment and each not in outside)
        return (*outside, *others)

    def evidence_for(self, standard: Standard) -> StandardCoverage:
        """The evidence for one standard."""
        return self.coverage[standard.number]


@frozen
class Finding:
    """What a rule found for a standard.

    Args:
        found: what was found, in a sentence of figures and names from the data.
        cited: what it rests on.
        names: the criteria or voices to ask about, for the rule's question.
    """

    found: str
    cited: tuple[Citation, ...]
    names: str = ""


@frozen
class EnquiryRule:
    """A rule that drafts a line of enquiry.

    Args:
        name: such as ``"low-confidence"``, by which it is switched off.
        why: why it is worth asking, in a sentence.
        question: the question, with the slots ``{standard}`` for the
            standard's title and ``{names}`` for what the finding names.
        look: what it finds for one standard, if anything.
    """

    name: str
    why: str
    question: str
    look: Callable[[Facts, Standard], Finding | None]


@frozen
class LineOfEnquiry:
    """One question that a peer team could ask, with what it rests on.

    Args:
        rule: the name of the rule that drafted it.
        why: why it is worth asking.
        standard: the number of the standard.
        title: the standard's title.
        found: what was found, in a sentence.
        question: what to ask.
        cited: the ratings, evidence, findings or missing voices that it rests on; never empty.
        peer_questions: the framework's own questions for the standard, to go with it.
    """

    rule: str
    why: str
    standard: int
    title: str
    found: str
    question: str
    cited: tuple[Citation, ...]
    peer_questions: tuple[str, ...] = field(default=(), repr=False)

    def row(self) -> dict[str, object]:
        """The line as one flat row of text and numbers."""
        return {
            "standard": self.standard,
            "title": self.title,
            "rule": self.rule,
            "question": self.question,
            "found": self.found,
            "cited": "; ".join(map(str, self.cited)),
            "why": self.why,
        }
