"""A council's own view beside its peer team's: scores, and what the team read, heard and saw."""

from __future__ import annotations

from collections.abc import Iterator

from ..comparing.awareness import SelfAwareness, View, self_awareness
from ..comparing.awareness_words import sentences_on
from ..comparing.findings import FindingsOn, describe_findings, findings_by_standard
from ..comparing.gap_words import heading
from ..comparing.gaps import Standing
from ..given import only
from ..problems import AssessmentError
from ..records import KnownBy
from ..scoring import Score, Scorecard
from ..text import one_line
from ..whose import peer_faults
from ..words import NO_SCORE, about, figure, provenance
from .outside import OutsideView, ViewTable

__all__ = ["peer_view"]

HEADERS = ("Standard", "Own (could be)", "Peer team (could be)", "The own view is")
NOTHING, NOT_COMPARED = "nothing listed", "not compared"


def peer_view(own: Scorecard, peers: Scorecard) -> OutsideView:
    """Both views in the plain form that papers show.

    Peer challenge gives no rating: the team's levels are the same software's
    own words for what it found.

    Args:
        own: the council's own view.
        peers: the peer team's, with its findings.

    Returns:
        Sentences, a table with a row for each standard, and what it rests on.

    Raises:
        AssessmentError: the return is another voice's or of another council.
        ValueError: the two cannot be compared, as :func:`compare` says.
    """
    only("peer_view", own, Scorecard)
    only("peer_view", peers, Scorecard, name="peers")
    faults = tuple(peer_faults(own.assessment, peers.assessment))
    if faults:
        raise AssessmentError(faults)
    awareness = self_awareness(own, peers)
    found = {each.standard.id: each for each in findings_by_standard(peers.assessment)}
    rows = ((*_views(each, own, peers), *_ways(found.get(each.gap.id))) for each in awareness.views)
    headers = (*HEADERS, *(way.value for way in KnownBy), "Not said how")
    return OutsideView(
        "Beside the peer team's view",
        _sentences(awareness, peers),
        (ViewTable("Each standard in both views, and what the team found", headers, rows),),
        f"{provenance(own)} {provenance(peers)}",
    )


def _sentences(awareness: SelfAwareness, peers: Scorecard) -> Iterator[str]:
    yield f"{one_line(about(awareness.comparison.card))}, beside the peer team's view."
    yield "The levels are this software's; a peer team gives a council no rating."
    yield from sentences_on(awareness)
    yield from describe_findings(peers.assessment)


def _views(view: View, own: Scorecard, peers: Scorecard) -> tuple[str, ...]:
    gap = view.gap
    theirs = next((each for each in peers.standards if each.id == gap.id), None)
    status = NOT_COMPARED if view.status is Standing.NO_SCORE else view.status.value
    return (heading(gap), _figure(own[gap.id]), _figure(theirs), status)


def _figure(score: Score | None) -> str:
    return figure(score) if score else NO_SCORE


def _ways(found: FindingsOn | None) -> Iterator[str]:
    """What was read, heard and seen on a standard, each in a cell of its own."""
    for way in (*KnownBy, None):
        findings = found.known_by(way) if found else ()
        yield "; ".join(one_line(each.title) for each in findings) or NOTHING
