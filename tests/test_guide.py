"""A framework in plain text, for people at a terminal."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.guide import WIDTH, overview, show_part
from commissioning_standards.parts import Duty, LookFor
from tests.small import one_standard
from tests.strategies import frameworks


def joined(text: str) -> str:
    """Text with its line breaks taken out, as a person reads it."""
    return " ".join(text.split())


def changed(**details: Any) -> cs.Framework:
    """A framework of one standard, with some of the standard's details changed."""
    framework = one_standard(1)
    return evolve(framework, standards=(evolve(framework.standards[0], **details),))


def test_the_overview_of_a_small_framework() -> None:
    """Name, ID, domains with their standards, and levels stand in it, and no empty notes."""
    assert overview(one_standard(values=(1, 2))).splitlines() == [
        "A small framework (1)",
        "ID: small",
        "",
        "Domain 1",
        "  1 Standard 1",
        "",
        "Levels:",
        "  1 Level A",
        "  2 Level B",
    ]


def test_the_overview_lists_every_standard_below_its_domain(route_map: cs.Framework) -> None:
    """The route map's standards stand in its order, each below its domain."""
    lines = overview(route_map).splitlines()
    expected = [
        line
        for domain in route_map.domains
        for line in (domain.title, *(f"  {each.heading}" for each in route_map.in_domain(domain)))
    ]

    assert expected == lines[3 : 3 + len(expected)]


def test_the_overview_says_what_each_level_means(route_map: cs.Framework) -> None:
    """Levels are told with their meaning, not as bare words."""
    text = joined(overview(route_map))

    assert all(f"{each.choice}: {each.meaning}" in text for each in route_map.scale)


def test_the_overview_says_where_it_comes_from(route_map: cs.Framework) -> None:
    """Origin, sources and the note on whose scale it is are told."""
    text = joined(overview(route_map))

    assert text.endswith(f"{route_map.origin} {route_map.source} {route_map.note}")


def test_a_domain_is_shown_with_its_standards(route_map: cs.Framework) -> None:
    """A domain is told with what it covers, and its standards with what they ask."""
    text = joined(show_part(route_map, "inclusive"))
    domain = next(each for each in route_map.domains if each.id == "inclusive")
    within = [f"{each.heading} {each.summary}" for each in route_map.in_domain(domain)]

    assert text == f"Inclusive {domain.covers} {' '.join(within)} {route_map.note}"


@pytest.mark.parametrize("name", ["4", "coproduction"])
def test_a_standard_is_shown_by_number_or_id(route_map: cs.Framework, name: str) -> None:
    """A standard is found by the number people call it, or by its ID."""
    assert show_part(route_map, name).startswith(
        "4 Coproduced with people, their carers and communities\n\n"
    )


def test_a_standard_is_shown_with_all_it_holds(route_map: cs.Framework) -> None:
    """Plain words, reason, criteria, law, evidence and a peer team's questions are all there."""
    text = joined(show_part(route_map, "4"))
    standard = next(each for each in route_map.standards if each.number == 4)
    expected = [
        standard.summary,
        f"In plain words: {standard.statement}",
        standard.why,
        *(f"{each.id} {each.name} {each.question}" for each in standard.criteria),
        f"In the quick form: 1 Starting: {standard.quick[0].text} 2 Developing:",
        f"What to do next, from each level: 1 Starting: {standard.advice[0].text} 2 Developing:",
        "The law behind it: - Care Act 2014, section 67: An independent advocate",
        *(f"- {each.what}" for each in standard.evidence),
        *(f"- {each}" for each in standard.peer_questions),
    ]

    assert [each for each in expected if each not in text] == []


def test_a_bare_standard_is_shown_without_empty_headings() -> None:
    """A council's own standard with nothing optional shows no heading over nothing."""
    assert show_part(one_standard(1, (1, 2)), "1").splitlines() == [
        "1 Standard 1",
        "",
        "What it asks",
        "",
        "In plain words: We are asked",
        "",
        "1.1 Name",
        "  How far?",
        "    1 Level A: At Level A",
        "    2 Level B: At Level B",
    ]


@pytest.mark.parametrize(
    ("duty", "expected"),
    [
        (Duty("Care Act 2014"), "- Care Act 2014"),
        (Duty("Care Act 2014", "section 5"), "- Care Act 2014, section 5"),
        (Duty("Care Act 2014", "", "Market shaping."), "- Care Act 2014: Market shaping."),
    ],
)
def test_a_law_is_cited_as_far_as_it_is_known(duty: Duty, expected: str) -> None:
    """Section and subject are told where they are given, and no stray comma or colon is left."""
    lines = show_part(changed(duties=(duty,)), "1").splitlines()

    assert lines[-3:] == ["", "The law behind it:", f"  {expected}"]


def test_evidence_is_listed() -> None:
    """What a council would look for stands under its heading."""
    lines = show_part(changed(evidence=(LookFor("A survey"),)), "1").splitlines()

    assert lines[-2:] == ["Evidence to look for:", "  - A survey"]


def test_a_criterion_is_shown_with_its_boundary_and_levels(route_map: cs.Framework) -> None:
    """A criterion is told with its question, its boundary, and what each level looks like."""
    criterion = next(each for each in route_map.criteria if each.id == "4.1")
    levels = [f"{each.choice}: {criterion.description(each)}" for each in route_map.scale]
    expected = [
        "4.1 Who takes part",
        criterion.question,
        criterion.boundary,
        *levels,
        route_map.note,
    ]

    assert joined(show_part(route_map, "4.1")) == " ".join(expected)


def test_a_mistyped_part_is_told_with_the_near_miss(route_map: cs.Framework) -> None:
    """A part that does not exist is told with the one that was probably meant."""
    with pytest.raises(cs.FrameworkError) as caught:
        show_part(route_map, "Inclusve")

    assert str(caught.value) == (
        "The framework has no part called “Inclusve”. Did you mean inclusive? "
        "Name a domain, a standard's number or a criterion's ID."
    )


@given(frameworks(), st.text())
def test_any_name_is_shown_or_refused(framework: cs.Framework, name: str) -> None:
    """Whatever is asked for, there is text or a problem, and never a crash."""
    try:
        shown = show_part(framework, name)
    except cs.FrameworkError as error:
        shown = str(error)

    assert shown


@given(frameworks())
def test_every_part_of_any_framework_can_be_shown(framework: cs.Framework) -> None:
    """Every domain, standard and criterion is found by its ID."""
    ids = [
        *(each.id for each in framework.domains),
        *(each.id for each in framework.standards),
        *(each.id for each in framework.criteria),
    ]

    assert all(show_part(framework, each) for each in ids)


def test_text_fits_a_terminal(route_map: cs.Framework) -> None:
    """No line is too wide for a terminal, and hanging lines are indented under their dash."""
    texts = [overview(route_map), *(show_part(route_map, each.id) for each in route_map.standards)]

    assert max(len(line) for text in texts for line in text.splitlines()) <= WIDTH
