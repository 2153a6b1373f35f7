"""Support signals: each rule fires at its limit, with its figures, and ranks nobody."""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.examples.region import council_names, invented_region
from commissioning_standards.records import Status
from commissioning_standards.region.councils import CouncilRound, council_rounds
from commissioning_standards.region.helping.signals import LooksAt, brought_signals
from commissioning_standards.region.helping.support import (
    Signal,
    SupportList,
    read_council_list,
    support,
    support_list,
)
from commissioning_standards.region.helping.support_list import (
    LIST_FILES,
    NOTICE,
    support_document,
    support_files,
)
from commissioning_standards.region.summary import ActionMark, EvidenceMark, Summary, summarise

from .by_figures import FRAMEWORK, ON, Figure, found, returned, together

LEADERS, CARERS, PEERS = cs.Voice.LEADERS, cs.Voice.CARERS, cs.Voice.PEER_TEAM
FRESH = EvidenceMark((), ON)
WHOLE = (found("overall", "overall", "2", (10, 0)),)


def of(*returns: Summary, rule: str = "", **settings: Any) -> list[Signal]:
    """The signals of one rule, or of all."""
    signals = support(together(*returns), on=ON, framework=FRAMEWORK, **settings)
    return [each for each in signals if rule in ("", each.rule)]


def domain(figure: Figure) -> Summary:
    """A return with one domain."""
    return returned("Ash", results=(*WHOLE, found("domain", "domain-1", figure)))


def test_nothing_is_said_of_a_council_that_is_well() -> None:
    """A council with fresh evidence and no low score has no signal."""
    assert of(returned("Ash", evidence=(FRESH,))) == []


@pytest.mark.parametrize(
    ("figure", "fires"),
    [
        ("1.99", True),
        ("2", False),
        (("1.5", "1", "1.9"), True),
        (("1.5", "1", "2"), False),
        (None, False),
    ],
)
def test_a_domain_is_low_below_the_second_level(figure: Figure, fires: bool) -> None:  # noqa: FBT001
    """It counts as low only where no open answer could lift it."""
    assert bool(of(domain(figure), rule="low-domain")) is fires


def test_a_low_domain_is_told_with_its_figures_and_its_file() -> None:
    """The sentence, the figures, where they are from, and what may be offered."""
    (signal,) = of(domain(("1.5", "1", "1.9")), rule="low-domain")

    assert signal.found == "Domain 1 is at 1.50, and below 2 Level B whatever is still open."
    assert signal.figures == {
        "part": "Domain 1",
        "score": "1.50",
        "low": "1.00",
        "high": "1.90",
        "level": "2 Level B",
    }
    assert [each.file for each in signal.sources] == ["Ash.xlsx"]
    assert signal.offer.startswith("Offer a visit")


def test_a_domain_that_was_not_asked_is_not_low() -> None:
    """What is not there says nothing."""
    assert of(returned("Ash"), rule="low-domain") == []


def test_a_limit_beyond_the_scale_is_its_highest_level() -> None:
    """A rule written for a longer scale does not fail on a shorter one."""
    rules = [evolve(each, limit=9) for each in brought_signals() if each.id == "low-domain"]

    assert of(domain("3.9"), rules=rules)[0].figures["level"] == "4 Level D"


def peers(own: Sequence[Figure], theirs: Sequence[Figure], **changes: Any) -> list[Signal]:
    """A council's own view beside the peer team's, standard by standard."""
    views = (dict(enumerate(each, 1)) for each in (own, theirs))
    mine, other = (returned("Ash", view) for view in views)
    return of(
        mine, evolve(other, voice=PEERS, is_agreed=False, **changes), rule="low-self-awareness"
    )


@pytest.mark.parametrize(
    ("own", "theirs", "fires"),
    [
        (["3", "3", "3"], ["2.4", "2.4", "2.4"], True),
        (["3", "3", "3"], ["2.4", "2.4", "2.5"], False),
        (["3", "3", ("3", "2.9", "4")], ["2", "2", "2.4"], False),
        (["3", "3", "3"], ["2", "2", ("2", "1", "2.5")], False),
        (["3", "3", None], ["2", "2", "2"], False),
        (["3", "3"], ["2", "2", "2"], False),
        (["2", "2", "2"], ["3", "3", "3"], False),
    ],
)
def test_self_awareness_is_low_on_three_standards(
    own: list[Figure],
    theirs: list[Figure],
    fires: bool,  # noqa: FBT001
) -> None:
    """More than half a step above the peer team's, whatever is still open, on three of them."""
    assert bool(peers(own, theirs)) is fires


def test_low_self_awareness_names_both_returns() -> None:
    """Its figures are from the own return and the peer team's."""
    (signal,) = peers(["3", "3", "3"], ["1", "1", "1"], file="Peers.xlsx")

    assert signal.figures == {"count": "3", "standards": "1, 2 and 3", "compared": "3"}
    assert [each.file for each in signal.sources] == ["Ash.xlsx", "Peers.xlsx"]


def test_another_edition_of_the_peer_teams_is_not_compared() -> None:
    """Its standards may ask for something else."""
    assert peers(["3", "3", "3"], ["1", "1", "1"], edition="2") == []


def test_who_is_expected_and_sent_nothing_is_told() -> None:
    """By the region's list: a council of which there is no return, and one with a carers' alone."""
    carers = returned("Cedar", voice=CARERS, is_agreed=False)
    expected = ["Ash", "London Borough of Birch", "Cedar", "", "Birch"]
    signals = of(returned("Ash"), carers, rule="no-return", expected=expected)

    assert [(each.council, each.figures) for each in signals] == [
        ("London Borough of Birch", {"others": "0"}),
        ("Cedar", {"others": "1"}),
    ]


def test_who_was_there_last_round_is_expected() -> None:
    """Without a list, a council of an earlier round is missed, and one of a later is not."""
    before = returned("Birch", period="2025-26")
    after = returned("Cedar", period="2027-28")
    signals = of(before, returned("Ash"), after, rule="no-return", period="2026-27")

    assert [each.council for each in signals] == ["Birch"]


def test_a_council_with_a_name_in_other_letters_is_looked_at() -> None:
    """No council falls out of the list because of how it is written."""
    assert {each.council for each in of(returned("Ærø"), returned("北京"))} == {"Ærø", "北京"}


def test_two_that_could_speak_are_no_missing_return() -> None:
    """Which of the two speaks is for the council to say; it has sent one."""
    assert of(returned("Ash"), returned("Ash", file="b"), rule="no-return") == []


def test_nothing_else_is_said_of_who_sent_nothing() -> None:
    """Without an own view no other rule has anything to look at."""
    assert [each.rule for each in of(expected=["Ash"])] == ["no-return"]


@pytest.mark.parametrize(
    ("dates", "figures"),
    [
        ([None, ON], {"count": "2", "old": "0", "undated": "1", "months": "24"}),
        (
            [datetime.date(2025, 6, 29), None, ON, datetime.date(2030, 1, 1)],
            {"count": "4", "old": "1", "undated": "1", "months": "24"},
        ),
        ([datetime.date(2025, 6, 30), ON], None),
        ([None, ON, ON], None),
        ([], None),
    ],
)
def test_evidence_is_old_where_half_of_it_is(
    dates: list[datetime.date | None], figures: dict[str, str] | None
) -> None:
    """Half of what is listed is older than 24 months or has no date."""
    evidence = tuple(EvidenceMark((), each) for each in dates)
    signals = of(returned("Ash", evidence=evidence), rule="old-evidence")

    assert [each.figures for each in signals] == ([figures] if figures else [])


def test_no_evidence_at_all_is_told() -> None:
    """Ratings that rest on nothing are told apart from those that rest on something old."""
    assert [each.figures for each in of(returned("Ash"), rule="no-evidence")] == [{"count": "0"}]


def test_three_overdue_actions_are_told() -> None:
    """Due before the day, and neither done nor stopped; what has no day is not overdue."""
    late, later = datetime.date(2027, 1, 1), datetime.date(2027, 6, 29)
    marks = [
        ActionMark((), late, None),
        ActionMark((), later, Status.IN_PROGRESS),
        ActionMark((), ON, Status.NOT_STARTED),
        ActionMark((), late, Status.DONE),
        ActionMark((), late, Status.STOPPED),
        ActionMark((), None, None),
    ]
    third = ActionMark((), later, Status.NOT_STARTED)
    (signal,) = of(returned("Ash", actions=(*marks, third)), rule="overdue-actions")

    assert of(returned("Ash", actions=tuple(marks)), rule="overdue-actions") == []
    assert signal.figures == {"count": "7", "overdue": "3", "since": "2027-01-01"}


@pytest.mark.parametrize(("counts", "fires"), [((3, 1), True), ((7, 2), False), ((0, 0), False)])
def test_a_quarter_left_open_is_told(counts: tuple[int, int], fires: bool) -> None:  # noqa: FBT001
    """Of the answers that count, a quarter or more are blank or not known."""
    made = returned("Ash", results=(found("overall", "overall", "2", counts),))

    assert bool(of(made, rule="much-left-open")) is fires


def region(seed: int = 2, count: int = 12) -> tuple[CouncilRound, ...]:
    """An invented region with peer teams."""
    framework = cs.load_framework("route-map")
    returns = invented_region(framework, seed=seed, councils=count, voices=[None, PEERS])
    return council_rounds(map(summarise, returns))


def listed(**settings: Any) -> SupportList:
    """What is found of an invented region, of which three councils sent nothing."""
    return support_list(region(), on=ON, expected=council_names(15), **settings)


def test_signals_stand_by_name_and_not_by_weakness() -> None:
    """Councils come in the order of their names, and rules in theirs."""
    rules = [each.id for each in brought_signals()]
    places = [(each.council, rules.index(each.rule)) for each in listed().signals]

    assert len(places) > 10
    assert places == sorted(places)


def test_nothing_is_added_up() -> None:
    """No council has a total: only counts of councils stand in the list."""
    document = json.loads(support_files(listed())[LIST_FILES[2]])

    assert {"total", "score", "rank"}.isdisjoint(document.keys() | document["signals"][0].keys())


@given(st.randoms(use_true_random=False))
def test_the_order_of_returns_plays_no_part(random: Any) -> None:
    """Whatever order files come in, the same is said."""
    rounds = list(region(seed=5, count=4))
    random.shuffle(rounds)

    assert support(rounds, on=ON) == support(region(seed=5, count=4), on=ON)


def test_every_paper_says_that_it_is_confidential() -> None:
    """The text on its first line, the CSV in each row, the JSON in a key."""
    text, table, document = (each.decode() for each in support_files(listed()).values())
    rows = list(csv.DictReader(StringIO(table)))

    assert text.startswith("Confidential: the region's own list")
    assert "not a ranking" in " ".join(text.split())[: len(NOTICE)]
    assert {row["notice"] for row in rows} == {NOTICE}
    assert json.loads(document)["notice"] == NOTICE


def test_the_text_tells_each_signal_with_its_offer() -> None:
    """By council: the rule, what it found, what may be offered and the file."""
    signals = support_list(
        together(domain("1")), on=ON, framework=FRAMEWORK, rules=brought_signals()
    )
    text = support_files(signals)[LIST_FILES[0]].decode()

    assert "Support signals, 2026-27, looked at on 2027-06-30" in text
    assert "Councils looked at: 1. With a signal: 1." in text
    assert "\nAsh\n  low-domain: Domain 1 is at 1.00" in text
    assert "    From: Ash.xlsx\n" in text
    assert "Framework small, edition 1" in text


def test_the_csv_has_a_row_for_each_signal() -> None:
    """With its figures and where they are from."""
    signals = support_list(together(domain("1")), on=ON, framework=FRAMEWORK)
    rows = list(csv.DictReader(StringIO(support_files(signals)[LIST_FILES[1]].decode())))
    (low,) = (each for each in rows if each["rule"] == "low-domain")

    assert low["figures"].startswith("part: Domain 1; score: 1.00")
    assert (low["file"], low["scoring"], low["on"]) == ("Ash.xlsx", "mean 1", "2027-06-30")


def test_files_that_count_for_no_council_are_named() -> None:
    """A council without a return may have sent one of them, so nobody says that it sent nothing."""
    settings: dict[str, Any] = {"expected": ["Elm"], "uncounted": ["Elm.xlsx"]}
    looked = support_list(together(domain("3")), on=ON, framework=FRAMEWORK, **settings)
    text = support_files(looked)[LIST_FILES[0]].decode()
    (missing,) = of(domain("3"), rule="no-return", **settings)

    assert missing.found.endswith("for no council: 1; one of them may be its return.")
    assert "do not say of which council or round they are: 1\n  Elm.xlsx\n" in text
    assert support_document(looked)["uncounted"] == ["Elm.xlsx"]


def test_where_every_file_counts_nothing_is_said_of_others() -> None:
    """A council without a return has sent none."""
    looked = support_list(together(domain("3")), on=ON, expected=["Elm"], framework=FRAMEWORK)
    text = support_files(looked)[LIST_FILES[0]].decode()

    assert "no-return" in text
    assert "for no council" not in text
    assert "do not say" not in text


def test_a_council_that_sent_two_is_named() -> None:
    """It has no signal, and yet all is not well."""
    twice = [evolve(domain("3"), file=file) for file in ("a.xlsx", "b.xlsx")]
    looked = support_list(together(*twice), on=ON, framework=FRAMEWORK)
    text = support_files(looked)[LIST_FILES[0]].decode()
    nameless = support_list(
        together(*(evolve(each, file="") for each in twice)), on=ON, framework=FRAMEWORK
    )

    assert looked.signals == ()
    assert "speaks for\nthem: 1\n  Ash: a.xlsx, b.xlsx\n" in text
    assert support_document(looked)["undecided"] == [
        {"council": "Ash", "files": ["a.xlsx", "b.xlsx"]}
    ]
    assert "\n  Ash\n" in support_files(nameless)[LIST_FILES[0]].decode()


def test_an_empty_list_is_a_list() -> None:
    """A region without returns has nothing to tell."""
    nothing = support_list([], on=ON)
    text = support_files(nothing)[LIST_FILES[0]].decode()

    assert nothing.signals == ()
    assert "Support signals, looked at on 2027-06-30" in text
    assert support_document(nothing)["councils"] == []


def test_the_rules_stand_in_the_document() -> None:
    """Whoever reads the list later sees by which limits it was made."""
    rules = support_document(listed())["rules"]

    assert [each["looks_at"] for each in rules] == [each.value for each in LooksAt]


def test_names_are_read_from_a_file(tmp_path: Path) -> None:
    """One a line, whatever wrote it; blank lines say nothing."""
    path = tmp_path / "councils.txt"
    path.write_bytes(b"\xef\xbb\xbfAsh\r\n\r\n  Birch and Cedar \r\n")

    assert read_council_list(path) == ("Ash", "Birch and Cedar")


def test_what_is_no_list_of_names_is_told(tmp_path: Path) -> None:
    """A file that is not text, or is not there."""
    path = tmp_path / "councils.xlsx"
    path.write_bytes(b"PK\x03\x04\xff\xfe")

    with pytest.raises(cs.CommissioningError, match="not text"):
        read_council_list(path)
    with pytest.raises(cs.CommissioningError, match="no such file"):
        read_council_list(tmp_path / "none.txt")
