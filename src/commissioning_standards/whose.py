"""Whether returns that are shown together are of one council, and given for what they are."""

from __future__ import annotations

from collections.abc import Iterator

from .answers import Answer
from .assessment import Assessment, Voice
from .names import is_same_council, round_key
from .problems import Place, Problem, problem, quoted
from .scoring import Scorecard

__all__ = [
    "AGREED_BY",
    "OWN_VOICES",
    "council_faults",
    "is_agreed",
    "is_meeting",
    "is_of_peers",
    "is_own_view",
    "own_faults",
    "peer_faults",
    "period_notes",
    "place_of",
    "speaks_for_council",
]

AGREED_BY = "Agreed in moderation"
# After what was agreed; of two, the first speaks for the council.
OWN_VOICES = (Voice.LEADERS, None)


def place_of(assessment: Assessment) -> Place:
    """Where a return came from: its file, or else who gave it."""
    if assessment.source:
        return Place(assessment.source.file)
    return Place(item=assessment.respondent.name)


def is_of_peers(assessment: Assessment) -> bool:
    """Whether a return says that it gives a peer team's view."""
    return assessment.respondent.voice is Voice.PEER_TEAM


def is_meeting(assessment: Assessment) -> bool:
    """Whether it was read from the workbook of a moderation meeting."""
    return assessment.source is not None and assessment.source.meeting is not None


def is_agreed(assessment: Assessment) -> bool:
    """Whether people agreed it; a meeting's workbook says so before anybody has met."""
    if is_meeting(assessment):
        return all(each.answer is not Answer.BLANK for each in assessment.ratings)
    return assessment.respondent.name == AGREED_BY


def speaks_for_council(voice: Voice | None, *, is_agreed: bool) -> bool:
    """Whether a view can stand for the council's own: agreed, the leaders', or of no voice."""
    return is_agreed or voice in OWN_VOICES


def is_own_view(assessment: Assessment) -> bool:
    """Whether a return can stand for the council's own view."""
    voice = assessment.respondent.voice
    return speaks_for_council(voice, is_agreed=is_agreed(assessment))


def own_faults(own: Assessment) -> Iterator[Problem]:
    """Tell a return by itself whose voice does not speak for the council, or that is none."""
    voice = own.respondent.voice
    if is_meeting(own):
        yield problem("meeting-as-return", place_of(own))
    elif voice and not is_own_view(own):
        yield problem("mine-does-not-speak", place_of(own), found=quoted(voice.value))


def council_faults(own: Assessment, other: Assessment) -> Iterator[Problem]:
    """Tell a return of another council; where either names none, nothing can be said."""
    found, allowed = other.council, own.council
    if found.strip() and allowed.strip() and not is_same_council(found, allowed):
        place = place_of(other)
        yield problem("other-council", place, found=quoted(found), allowed=quoted(allowed))


def peer_faults(own: Assessment, peers: Assessment) -> Iterator[Problem]:
    """Tell what keeps a return from being shown as that of this council's peer team."""
    voice = peers.respondent.voice
    if voice and voice is not Voice.PEER_TEAM:
        yield problem("not-the-peers", place_of(peers), found=voice.value.lower())
    yield from council_faults(own, peers)


def period_notes(
    own: Scorecard, last: Scorecard | None, outside: Scorecard | None
) -> Iterator[Problem]:
    """Tell returns of other periods than they seem to be given for; a blank one is no fault.

    Args:
        own: the council's own view now.
        last: last round's return: its period comes before.
        outside: a view from outside: its period is the same.
    """
    now = own.assessment
    then, theirs = (each and each.assessment for each in (last, outside))
    if then and _is_known(now, then) and not _comes_before(then.period, now.period):
        yield _told("last-not-earlier", now, then)
    if theirs and _is_known(now, theirs) and round_key(theirs.period) != round_key(now.period):
        yield _told("outside-other-period", now, theirs)


def _comes_before(period: str, other: str) -> bool:
    """Whether one is the earlier; those in words have no order, so only the same one is not."""
    then, now = round_key(period), round_key(other)
    have_order = then[:4].isdigit() and now[:4].isdigit()
    return then < now if have_order else then != now


def _is_known(own: Assessment, other: Assessment) -> bool:
    return bool(own.period.strip() and other.period.strip())


def _told(code: str, own: Assessment, other: Assessment) -> Problem:
    found, allowed = quoted(other.period), quoted(own.period)
    return problem(code, place_of(other), found=found, allowed=allowed)
