"""Whose returns are set beside one, and of which period: what is refused, and what is only told."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.assessment import Source
from commissioning_standards.reports.material import gather
from commissioning_standards.whose import period_notes
from tests.small import one_standard

ON = date(2026, 11, 25)
PEERS = cs.Respondent("The team", cs.Voice.PEER_TEAM)
OWN = cs.Assessment(one_standard(), council="Borsetshire County Council", period="2026-27")
TEAM = evolve(OWN, respondent=PEERS)


def codes_of(refusal: pytest.ExceptionInfo[cs.AssessmentError]) -> list[str]:
    """The code of each fault."""
    return [each.code for each in refusal.value.problems]


@pytest.mark.parametrize("role", ["last", "peers"])
def test_another_councils_return_makes_no_paper(role: str) -> None:
    """What another council's peers or leaders say is never shown as of this one."""
    other = evolve(TEAM if role == "peers" else OWN, council="Otherton", period="2025-26")
    with pytest.raises(cs.AssessmentError) as refusal:
        gather(OWN, on=ON, **{role: other})  # type: ignore[arg-type]

    assert codes_of(refusal) == ["other-council"]
    assert "“Otherton”, and that of the others is “Borsetshire County Council”" in str(
        refusal.value
    )


@pytest.mark.parametrize("council", ["Borsetshire", "BORSETSHIRE COUNCIL", "", " "])
def test_a_councils_name_may_be_written_otherwise_or_left_blank(council: str) -> None:
    """What kind of council it is does not matter, and a blank name says nothing."""
    beside = gather(OWN, on=ON, peers=evolve(TEAM, council=council))

    assert beside.peers is not None
    assert gather(evolve(OWN, council=" "), on=ON, peers=evolve(TEAM, council="X")).notes == ()


@pytest.mark.parametrize("role", ["against", "outside"])
def test_another_councils_return_is_not_enquired_with(role: str) -> None:
    """No question rests on how another council scored."""
    card, other = cs.score(OWN), cs.score(evolve(OWN, council="Otherton"))
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.lines_of_enquiry(card, on=ON, **{role: other})  # type: ignore[arg-type]

    assert codes_of(refusal) == ["other-council"]


def test_nobody_else_is_shown_as_the_peer_team() -> None:
    """Carers of another council are told as both, and a return of no voice is taken at its word."""
    carers = evolve(TEAM, respondent=cs.Respondent("Ann", cs.Voice.CARERS), council="Otherton")
    unsaid = evolve(TEAM, respondent=cs.Respondent("Ann"))
    with pytest.raises(cs.AssessmentError) as refusal:
        cs.peer_view(cs.score(OWN), cs.score(carers))

    assert codes_of(refusal) == ["not-the-peers", "other-council"]
    assert cs.peer_view(cs.score(OWN), cs.score(unsaid)).title == "Beside the peer team's view"


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2019-20", True),
        ("Spring", True),
        ("2026/27", False),
        ("26-27", False),
        ("", False),
    ],
)
def test_peers_of_another_period_are_told(period: str, *, told: bool) -> None:
    """A note names both periods, however they are written; a blank one is no fault."""
    notes = gather(OWN, on=ON, peers=evolve(TEAM, period=period)).notes

    assert [each.code for each in notes] == ["outside-other-period"] * told
    assert all(each.is_note for each in notes)
    assert all((each.found, each.allowed) == (f"“{period}”", "“2026-27”") for each in notes)


@pytest.mark.parametrize(
    ("now", "last", "told"),
    [
        ("2026-27", "2030-31", True),
        ("2026-27", "2026/27", True),
        ("2026-27", "2025-26", False),
        ("2026-27", "", False),
        ("", "2030-31", False),
        ("Spring", "spring", True),
        ("Autumn", "Spring", False),
        ("2026-27", "Spring 2027", False),
    ],
)
def test_a_last_round_that_is_not_earlier_is_told(now: str, last: str, *, told: bool) -> None:
    """The same period or a later one is told; where no order is known, only the same."""
    cards = [cs.score(evolve(OWN, period=each)) for each in (now, last)]

    codes = [each.code for each in period_notes(cards[0], cards[1], None)]
    assert codes == ["last-not-earlier"] * told


@pytest.mark.parametrize("voice", [each for each in cs.Voice if each is not cs.Voice.LEADERS])
def test_no_other_voice_is_published_as_the_councils_own(voice: cs.Voice) -> None:
    """What one voice says alone is no account of the council, whoever it is."""
    theirs = evolve(OWN, respondent=cs.Respondent("Ann", voice))
    with pytest.raises(cs.AssessmentError) as refusal:
        gather(theirs, on=ON)

    assert codes_of(refusal) == ["mine-does-not-speak"]
    assert f"“{voice.value}”" in str(refusal.value)


@pytest.mark.parametrize(
    "respondent",
    [
        cs.Respondent("Ann", cs.Voice.LEADERS),
        cs.Respondent("Ann"),
        cs.Respondent("Agreed in moderation", cs.Voice.STAFF),
    ],
)
def test_some_returns_speak_for_the_council_alone(respondent: cs.Respondent) -> None:
    """The leaders' return does, one of no voice, and what was agreed whatever voice was chosen."""
    own = evolve(OWN, respondent=respondent)

    assert gather(own, on=ON).assessment == own


def test_a_meetings_workbook_by_itself_is_no_view_of_the_council() -> None:
    """Whether its decisions have their reasons is known only beside the returns that it had."""
    met = evolve(
        OWN,
        respondent=cs.Respondent("Agreed in moderation"),
        source=Source("meeting.xlsx", "ab" * 32, meeting=()),
    )
    with pytest.raises(cs.AssessmentError, match=r"Give it with --agreed, beside the returns"):
        gather(met, on=ON)
