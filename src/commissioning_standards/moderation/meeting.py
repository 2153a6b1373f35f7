"""Whether a meeting's workbook is one, and was made of the returns that it is given with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..assessment import Assessment, MetOn
from ..problems import Problem, problem
from ..whose import AGREED_BY, is_meeting, place_of
from .model import Moderation
from .participants import Participant

__all__ = ["is_decided_on", "meeting_faults"]


def is_decided_on(met: Assessment) -> bool:
    """Whether people can have decided in it; what no file was read for is taken at its word."""
    return met.source is None or is_meeting(met) or met.respondent.name == AGREED_BY


def meeting_faults(moderation: Moderation, met: Assessment) -> Iterator[Problem]:
    """Tell the returns that a meeting did not have, or that it had and are not given.

    A workbook that does not say what it was made of is held to nothing.

    Args:
        moderation: the returns side by side.
        met: the meeting's workbook, as it was read.
    """
    had = (met.source and met.source.meeting) or ()
    if not had:
        return
    given = [_as_met(each) for each in moderation.participants]
    codes = {"meeting-had-more": _beyond(had, given), "meeting-had-fewer": _beyond(given, had)}
    for code, names in codes.items():
        if names:
            yield problem(code, place_of(met), found=", ".join(names), allowed=str(len(had)))


def _as_met(who: Participant) -> MetOn:
    source = who.assessment.source
    return MetOn(who.label, source.sha256 if source else "")


def _beyond(some: Iterable[MetOn], others: Iterable[MetOn]) -> list[str]:
    """Who is not among others, by file or, as a return may have been mended since, by name."""
    known = {text for each in others for text in (each.who, each.sha256) if text}
    return [each.who for each in some if not known & {each.who, each.sha256}]
