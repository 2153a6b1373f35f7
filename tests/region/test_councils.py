"""Which return speaks for a council, and when none does."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.region.councils import council_rounds, round_findings, round_key
from commissioning_standards.region.summary import Summary, summarise

from ..small import one_standard

LEADERS, CARERS, PEERS = cs.Voice.LEADERS, cs.Voice.CARERS, cs.Voice.PEER_TEAM


def returned(file: str, voice: cs.Voice | None = None, **changes: Any) -> Summary:
    """One council's return, as a region has it."""
    assessment = cs.Assessment(one_standard(), council="Borsetshire", period="2026-27")
    return evolve(summarise(assessment), file=file, voice=voice, **changes)


def codes(*summaries: Summary) -> list[str]:
    """What is found of some returns."""
    return [each.code for each in round_findings(summaries, council_rounds(summaries))]


@pytest.mark.parametrize(
    ("summaries", "expected"),
    [
        ([returned("a", is_agreed=True), returned("b", LEADERS), returned("c")], "a"),
        ([returned("b", LEADERS), returned("c"), returned("d", CARERS)], "b"),
        ([returned("c"), returned("d", CARERS)], "c"),
    ],
)
def test_one_return_speaks_for_a_council(summaries: list[Summary], expected: str) -> None:
    """What was agreed comes before the leaders' view, and that before one without a voice."""
    (one,) = council_rounds(summaries)

    assert one.own is not None
    assert expected == one.own.file
    assert codes(*summaries) == []


def test_an_agreed_return_comes_before_the_meeting_it_was_made_of() -> None:
    """The two are no rivals; other voices of theirs are no matter."""
    summaries = [
        returned("a", LEADERS),
        returned("meeting", is_agreed=True, is_meeting=True),
        returned("agreed", is_agreed=True),
    ]
    (one,) = council_rounds(summaries)

    assert one.own is summaries[2]
    assert codes(*summaries) == []


def test_a_settled_meeting_speaks_where_no_agreed_return_was_made() -> None:
    """It has what people agreed, and comes before the leaders' view."""
    summaries = [returned("a", LEADERS), returned("b", is_agreed=True, is_meeting=True)]
    (one,) = council_rounds(summaries)

    assert one.own is summaries[1]
    assert codes(*summaries) == []


@pytest.mark.parametrize("voice", [None, LEADERS])
def test_a_meeting_that_is_not_settled_speaks_for_nobody(voice: cs.Voice | None) -> None:
    """Nobody has agreed it yet, so the leaders' view stands, and alone it is no view."""
    leaders, meeting = returned("a", LEADERS), returned("b", voice, is_meeting=True)
    (one,) = council_rounds([leaders, meeting])
    (alone,) = council_rounds([meeting])

    assert one.own is leaders
    assert alone.own is None
    assert codes(leaders, meeting) == ["meeting-not-settled"]
    assert codes(meeting) == ["meeting-not-settled", "no-own-view"]


def test_where_two_could_speak_neither_does() -> None:
    """Nothing is chosen by chance: the two are named, for somebody to decide."""
    summaries = [returned("a", LEADERS), returned("b", LEADERS), returned("c")]
    (one,) = council_rounds(summaries)
    (found,) = round_findings(summaries, [one])

    assert one.own is None
    assert [each.file for each in one.rivals] == ["a", "b"]
    assert "2 returns" in str(found)
    assert "a, b" in str(found)


def test_a_council_of_other_voices_only_has_no_own_view() -> None:
    """A carers' return never stands for the council."""
    (one,) = council_rounds([returned("a", CARERS)])

    assert one.own is None
    assert codes(returned("a", CARERS)) == ["no-own-view"]


def test_the_peer_teams_view_stands_beside() -> None:
    """A peer team's return is found by its voice."""
    (one,) = council_rounds([returned("a"), returned("b", PEERS)])

    assert one.peers is not None
    assert one.peers.file == "b"


def test_two_peer_teams_are_told() -> None:
    """Of two peer teams' returns neither counts."""
    summaries = [returned("a"), returned("b", PEERS), returned("c", PEERS)]
    (one,) = council_rounds(summaries)

    assert one.peers is None
    assert codes(*summaries) == ["several-peer-views"]


def test_a_return_without_council_or_period_counts_nowhere() -> None:
    """It is told with its file, and belongs to no council."""
    summaries = [returned("a", council=""), returned("b", period="")]

    assert council_rounds(summaries) == ()
    assert codes(*summaries) == ["council-not-named", "period-not-named"]


def test_spellings_of_one_council_are_put_together() -> None:
    """A county council is the same with and without those words, and that is told."""
    summaries = [
        returned("a"),
        returned("b", CARERS, council="Borsetshire County Council", period="2026/27"),
    ]
    (one,) = council_rounds(summaries)

    assert [each.file for each in one.returns] == ["a", "b"]
    assert (one.key, one.period_key) == ("borsetshire", "2026 27")
    assert codes(*summaries) == ["council-spelt-two-ways"]


@pytest.mark.parametrize("order", [1, -1])
def test_a_council_is_called_what_its_own_view_calls_it(order: int) -> None:
    """However many others write it otherwise, and in whatever order files come."""
    others = [returned(each, CARERS, council="BORSETSHIRE") for each in ("a", "b")]
    (one,) = council_rounds([*others, returned("c")][::order])

    assert one.council == "Borsetshire"


@pytest.mark.parametrize("order", [1, -1])
def test_without_an_own_view_it_is_called_what_most_call_it(order: int) -> None:
    """Of two spellings that as many have, the first by letter, whatever the order of files."""
    names = ("BORSETSHIRE", "Borsetshire", "Borsetshire", "BORSETSHIRE", "borsetshire")
    summaries = [returned(str(index), CARERS, council=name) for index, name in enumerate(names)]
    (every,) = council_rounds(summaries[::order])
    (most,) = council_rounds(summaries[1:3] + summaries[:1])

    assert (every.council, most.council) == ("BORSETSHIRE", "Borsetshire")


def test_rounds_come_in_order_whatever_the_order_of_files() -> None:
    """Councils stand by round, then by name."""
    summaries = [
        returned("a", council="Zed", period="2027-28"),
        returned("b", council="Borsetshire", period="2027-28"),
        returned("c", council="Zed", period="2026-27"),
    ]

    assert [(each.period, each.council) for each in council_rounds(summaries)] == [
        ("2026-27", "Zed"),
        ("2027-28", "Borsetshire"),
        ("2027-28", "Zed"),
    ]


@pytest.mark.parametrize(
    "period",
    ["2026-27", "2026/27", "26/27", "2026/7", "2026-2027", "2026–27", "26-2027", " 2026_27"],
)
def test_one_round_has_one_key(period: str) -> None:
    """Two years that follow each other are a round, however they are written."""
    assert round_key(period) == "2026 27"


@pytest.mark.parametrize(
    ("period", "key"),
    [
        ("2026-28", "2026 28"),
        ("2062-27", "2062 27"),
        ("2026-07", "2026 07"),
        ("11/12", "11 12"),
        ("2011/12", "2011 12"),
        ("99/00", "99 00"),
        ("2026", "2026"),
        ("2026-27 pilot", "2026 27 pilot"),
        ("Spring", "spring"),
    ],
)
def test_what_is_not_certain_stays_as_it_is(period: str, key: str) -> None:
    """Nothing is guessed: what could be a month, or another slip, is a round of its own."""
    assert round_key(period) == key


def test_a_round_is_called_what_most_returns_call_it() -> None:
    """One council that writes it otherwise does not name the round of all."""
    summaries = [
        returned("a", council="Ash", period="26/27"),
        returned("b", council="Elm"),
        returned("c", council="Oak"),
    ]

    assert [each.period for each in council_rounds(summaries)] == ["2026-27"] * 3
