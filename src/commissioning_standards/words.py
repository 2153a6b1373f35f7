"""A scorecard in sentences, for alt texts and for people who read rather than look.

Every sentence is made from the figures by rule; none judges the council as a
whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from .assessment import Assessment, Voice
from .figures import shown
from .given import only
from .scale import Scale
from .scoring import Score, Scorecard
from .text import in_a_sentence
from .version import VERSION

__all__ = [
    "NO_SCORE",
    "about",
    "counted",
    "describe",
    "figure",
    "kind_of",
    "provenance",
    "scale_in_words",
]

NO_SCORE = "no score"


def describe(card: Scorecard) -> str:
    """Say in plain sentences what a scorecard shows.

    Args:
        card: the scores of one assessment.

    Returns:
        Whose view it is, how much was answered, each domain and standard with
        its score and range, and whose scale it is.
    """
    only("describe", card, Scorecard)
    return " ".join(_sentences(card))


def _sentences(card: Scorecard) -> Iterator[str]:
    framework = card.assessment.framework
    yield f"{about(card)}: {framework.name}."
    yield f"{counted(card.overall)}."
    for domain in card.domains:
        yield f"{domain.title}: {figure(domain)}."
        within = (each for each in card.standards if each.domain == domain.id)
        yield from (f"{each.number} {each.title}: {figure(each)}." for each in within)
    yield f"The scale runs {scale_in_words(framework.scale)}."
    yield from filter(None, [framework.note])


def about(card: Scorecard) -> str:
    """Whose view of which council and period, as far as it is known."""
    assessment = card.assessment
    voice = assessment.respondent.voice
    named = map(in_a_sentence, (assessment.council, assessment.period))
    subject = " ".join(filter(None, named))
    seen_by = f", seen by {voice.value.lower()}" if voice and voice is not Voice.PEER_TEAM else ""
    return f"{kind_of(assessment)} of {subject or 'an unnamed council'}{seen_by}"


def kind_of(assessment: Assessment) -> str:
    """What a return is called: peers who look at a council assess somebody else."""
    is_peers = assessment.respondent.voice is Voice.PEER_TEAM
    return "Peer team's view" if is_peers else "Self-assessment"


def provenance(card: Scorecard, digits: int = 64) -> str:
    """What the scores were made from and by, so that anybody can make them again.

    Args:
        card: the scores of one assessment.
        digits: how much of each sha256 to give.
    """
    framework, source = card.assessment.framework, card.assessment.source
    digest = framework.digest[:digits]
    parts = [
        f"Framework {framework.id}, edition {framework.edition_and_form}, digest {digest}",
        f"rule {card.rule.name}, version {card.rule.version}",
        f"commissioning-standards {VERSION}",
    ]
    made_from = [f"{source.file}, sha256 {source.sha256[:digits]}"] if source else []
    return f"{'; '.join(parts + made_from)}."


def counted(score: Score) -> str:
    """How many criteria were answered, and how."""
    parts = [f"{score.rated} rated", f"{score.open} open", f"{score.not_applicable} not applicable"]
    return ", ".join(parts)


def figure(score: Score) -> str:
    """A score with the range it could still take: ``2.67 (2.25 to 3.00)``."""
    if score.low is None or score.high is None:
        return "does not apply"
    value = NO_SCORE if score.score is None else shown(score.score)
    if score.low == score.high:
        return value
    return f"{value} ({shown(score.low)} to {shown(score.high)})"


def scale_in_words(scale: Scale) -> str:
    """The ends of a scale: ``from 1 Starting to 4 Leading``."""
    return f"from {scale.levels[0].choice} to {scale.levels[-1].choice}"
