"""What is printed of the large things: what they are, whose, and how many parts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.examples.region import invented_region
from commissioning_standards.shown import Brief
from tests.assurance.made import write_ascof

DAY = datetime.date(2026, 11, 25)
MOST = 2000


def of_cards(own: cs.Assessment) -> Iterator[Any]:
    """What is made of the example's scores alone, and beside a peer team's."""
    card = cs.score(own)
    team = cs.Respondent("A team", cs.Voice.PEER_TEAM)
    peers = cs.score(evolve(own, respondent=team, findings=own.findings))
    meeting = cs.moderate([own, peers.assessment])
    yield from (own, own.framework, *own.framework.standards, *own.ratings, card, *card.parts)
    yield from (cs.compare(card, each) for each in (peers, 3, {4: 3}))
    yield from (cs.self_awareness(card, peers), cs.peer_view(card, peers))
    yield from (cs.explain(card, "overall"), cs.sensitivity(own), meeting, cs.agenda(meeting))
    yield from cs.lines_of_enquiry(card, on=DAY, outside=peers)
    yield from cs.findings_by_standard(peers.assessment)


def of_outside(own: cs.Assessment, folder: Path) -> Iterator[Any]:
    """What is made of CQC's scores, of ASCOF and of files."""
    judgement = cs.cqc([2, 3, 3, 3, 3, 2, 3, 3, None])
    beside = cs.beside_cqc(cs.score(own), judgement)
    figures = cs.ascof(write_ascof(folder / "ascof-2024-25.csv"), "E10000014")
    cs.write_workbook(own, folder / "return.xlsx")
    yield from (judgement, beside, cs.beside_view(beside), figures, cs.ascof_view(figures))
    yield from (cs.load_scheme(), cs.load_measures(), cs.load_crosswalk("route-map-cqc"))
    yield from (cs.verify_workbook(folder / "return.xlsx"), cs.coverage(own, DAY))


def of_a_region(folder: Path) -> Iterator[Any]:
    """What is made of the returns of an invented region."""
    folder.mkdir()
    for each in invented_region(cs.load_framework("route-map"), seed=1, councils=8):
        (folder / f"{each.council}.json").write_text(cs.to_json(each), "utf-8")
    with ThreadPoolExecutor(2) as executor:
        collation = cs.collate(folder, executor=executor)
    region = cs.region_of(collation.rounds)
    yield from (collation, *collation.rounds, region, *region.tables, cs.buddies(collation.rounds))


def test_no_result_is_printed_at_length(example: cs.Assessment, tmp_path: Path) -> None:
    """A stray print of any result of the example fits on a screen."""
    every = [*of_cards(example), *of_outside(example, tmp_path), *of_a_region(tmp_path / "region")]

    assert {type(each).__name__: len(repr(each)) for each in every if len(repr(each)) > MOST} == {}


def test_an_assessment_is_printed_as_whose_it_is(example: cs.Assessment) -> None:
    """An assessment says council and period, its framework and how many ratings it has."""
    printed = repr(example)

    assert printed.startswith("Assessment(framework=<Framework route-map>, ratings=<48>, ")
    assert f"council={example.council!r}, period={example.period!r}" in printed


def test_a_comparison_is_printed_with_both_sides(card: cs.Scorecard) -> None:
    """Each side is named by its council and period, and parts are counted."""
    whose = f"<Scorecard {card.assessment.council} {card.assessment.period}>"

    assert repr(cs.compare(card, card)) == (
        f"Comparison(card={whose}, against={whose}, gaps=<65>, added=<0>, dropped=<0>)"
    )
    assert "against=Fraction(3, 1)" in repr(cs.compare(card, 3))


def test_a_list_of_its_own_kind_is_counted(example: cs.Assessment) -> None:
    """An agenda says how many items it has."""
    other = evolve(example, respondent=cs.Respondent("Another"), ratings=())
    found = cs.agenda(cs.moderate([example, other]))

    assert repr(found) == f"Agenda(<{len(found)}>)"


def test_a_long_text_within_is_left_out(route_map: cs.Framework) -> None:
    """A text of many lines is named by its kind."""
    assert "note=<str>" in repr(evolve(route_map, note="word " * 200))


def test_what_holds_nobodys_return_is_named_by_its_kind() -> None:
    """Where neither a council nor an ID is known, the kind stands alone."""
    crosswalk = cs.load_crosswalk("route-map-cqc")

    assert repr(crosswalk).startswith("Crosswalk(file=<CrosswalkFile route-map-cqc>")


@pytest.mark.parametrize("period", ["", "2026-27"])
def test_what_is_not_said_leaves_no_gap(period: str, example: cs.Assessment) -> None:
    """A return without a council or a period is named by what it does say."""
    card = cs.score(evolve(example, council="", period=period))
    named = f"<Scorecard {period}>" if period else "<Scorecard>"

    assert f"card={named}" in repr(cs.compare(card, 3))


def test_only_what_is_large_is_brief(card: cs.Scorecard) -> None:
    """A score is still printed in full."""
    assert not isinstance(card.overall, Brief)
    assert "score=Fraction(" in repr(card.overall)
