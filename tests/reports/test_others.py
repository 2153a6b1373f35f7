"""The peer team's view and CQC's in the local account, beside the council's own."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.reports.account.builder import account_document, public_material
from commissioning_standards.reports.account.preview import preview_text
from commissioning_standards.reports.document import NOT_GIVEN, Document, Table
from commissioning_standards.reports.making import account_files
from commissioning_standards.reports.material import Material, gather
from commissioning_standards.reports.settings import PeerTeam, Settings, standard_settings
from tests.reports.papers import DAY, VIEW, peer_team, section, table, texts

PRIVATE = "Not for anybody's eyes"
FOUND = cs.Finding("Carers are heard", ("4",), cs.KnownBy.HEARD, PRIVATE)
WIDER = cs.Finding("People are proud of their work", (), None)
KEPT_BACK = cs.Finding("A rift at the top", ("7.1",), cs.KnownBy.SEEN)


def returned(assessment: cs.Assessment) -> cs.Assessment:
    """A peer team's return with something private in every field that takes it."""
    peers = peer_team(assessment)
    return evolve(
        peers,
        respondent=cs.Respondent(PRIVATE, cs.Voice.PEER_TEAM),
        ratings=[evolve(each, comment=PRIVATE) for each in peers.ratings],
        evidence=[cs.Evidence(PRIVATE, "1", public=True)],
        actions=[cs.Action(PRIVATE, "1")],
        findings=(FOUND, WIDER, KEPT_BACK),
        source=cs.Source(f"{PRIVATE}.xlsx", "ef" * 32),
    )


def settings(**words: Any) -> Settings:
    """The settings that this software brings, with some words of the account."""
    brought = standard_settings()
    return evolve(brought, account=evolve(brought.account, **words))


@pytest.fixture(scope="module")
def both(filled: cs.Assessment) -> Material:
    """A return with the peer team's, of which two findings may be published."""
    words = settings(
        peer_team=PeerTeam("Officers and councillors of Felpersham", DAY),
        findings=[FOUND.title, WIDER.title],
    )
    return gather(filled, on=DAY, peers=returned(filled), settings=words)


@pytest.fixture(scope="module")
def account(both: Material) -> Document:
    """The account of both."""
    return account_document(public_material(both), ())


def test_without_a_peer_team_that_is_said(material: Material) -> None:
    """The section is there, and says that there is no such view."""
    found = section(account_document(public_material(material), ()), "others-peers")

    assert texts(found) == ["The peer team", "We have no view of a peer team to show here."]


def test_both_views_stand_beside_each_other(account: Document) -> None:
    """Each standard has the level of both, and in words how the two stand."""
    rows = table(section(account, "others-peers")).rows

    assert len(rows) == 12
    assert rows[0] == (
        "1 Person-centred and focused on outcomes",
        "2 Developing",
        "1 Starting",
        "Ours is higher",
    )
    assert rows[2][1:3] == ("No score", "No score")


def test_where_views_differ_is_told_plainly_and_without_blame(account: Document) -> None:
    """Sentences say on which standards the two differ, and how to read that."""
    said = texts(section(account, "others-peers"))

    assert (
        "We see these as better than the peer team does: 1 Person-centred and focused on outcomes; "
        "2 Promotes health and wellbeing; 5 Positive engagement with providers."
    ) in said
    assert [each.partition(":")[0] for each in said if "peer team see these alike" in each]
    assert (
        "Two views can differ and both be honest. A difference shows us where to look again."
    ) in said


def test_it_says_who_the_peer_team_was_and_when(account: Document, filled: cs.Assessment) -> None:
    """What the settings say stands there, and what they do not is not given."""
    bare = gather(filled, on=DAY, peers=returned(filled))
    unsaid = texts(section(account_document(public_material(bare), ()), "others-peers"))

    assert {
        "Who: Officers and councillors of Felpersham",
        "When: 25 November 2026",
    } <= set(texts(section(account, "others-peers")))
    assert {f"Who: {NOT_GIVEN}", f"When: {NOT_GIVEN}"} <= set(unsaid)


def test_only_findings_that_the_settings_name_appear(account: Document) -> None:
    """Two may be published, one may not; their notes never are."""
    found = section(account, "others-peers").blocks[-1]

    assert isinstance(found, Table)
    assert found.rows == (
        ("4 Coproduced with people, their carers and communities", "Heard", FOUND.title),
        ("About no standard", NOT_GIVEN, WIDER.title),
    )


def test_nothing_else_of_the_peer_teams_return_is_in_it(both: Material) -> None:
    """No comment, name, file, evidence, action or note of theirs is in any file."""
    files = account_files(public_material(both))

    assert [
        name
        for name, content in files.items()
        for each in (PRIVATE, KEPT_BACK.title)
        if each.encode() in content
    ] == []


def test_the_preview_tells_what_is_left_out_of_it(both: Material) -> None:
    """Everything of the peer team's return that does not appear is listed with its reason."""
    told = preview_text(both, "text")

    assert f"finding: {KEPT_BACK.title}" in told
    assert f"notes: {FOUND.title}: {PRIVATE}" in told
    assert f"evidence: {PRIVATE}" in told
    assert f"action: {PRIVATE}" in told
    assert f"file name: {PRIVATE}.xlsx" in told
    assert f"respondent: {PRIVATE}" in told
    assert f"comment: 1.1: {PRIVATE}" in told
    assert f"finding: {FOUND.title}" not in told


@pytest.mark.parametrize("with_peers", [True, False])
def test_a_finding_that_is_not_there_is_told(filled: cs.Assessment, *, with_peers: bool) -> None:
    """A misspelt title is a fault with a hint, and so is one without that return."""
    peers = returned(filled) if with_peers else None
    material = gather(filled, on=DAY, peers=peers, settings=settings(findings=["Carers are herd"]))
    with pytest.raises(cs.SettingsError) as refusal:
        public_material(material)
    (problem,) = refusal.value.problems

    assert (problem.code, problem.place.item) == ("unknown-finding", "account.findings")
    assert ("Carers are heard" in str(problem)) is with_peers


def test_other_views_stand_there_as_they_are_given(filled: cs.Assessment) -> None:
    """A published view has its sentences, its table and its source."""
    material = public_material(gather(filled, on=DAY, views=[VIEW]))
    found = section(account_document(material, ()), "others-1")

    assert found.heading == VIEW.title
    assert {*VIEW.sentences, "What it found", f"Source: {VIEW.source}"} <= set(texts(found))


def test_a_standard_that_the_peer_team_did_not_see_is_not_compared(filled: cs.Assessment) -> None:
    """Where the peer team's return has other standards, its view is not given."""
    fewer = evolve(filled.framework, standards=filled.framework.standards[:-1])
    kept = {each.id for each in fewer.criteria}
    ratings = [each for each in filled.ratings if each.criterion in kept]
    theirs = evolve(peer_team(filled), framework=fewer, ratings=ratings, evidence=(), actions=())
    rows = table(
        section(
            account_document(public_material(gather(filled, on=DAY, peers=theirs)), ()),
            "others-peers",
        )
    ).rows

    assert rows[-1][2:] == (NOT_GIVEN, "Not compared")
