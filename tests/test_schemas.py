"""Every JSON document that is written keeps to its published schema, and the schema is strict."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import commissioning_standards as cs
from commissioning_standards.assessment import Confidence
from commissioning_standards.assurance.ascof_file import LevelOf
from commissioning_standards.assurance.ascof_words import ascof_document
from commissioning_standards.assurance.beside_words import beside_document
from commissioning_standards.assurance.cqc_words import cqc_document
from commissioning_standards.assurance.crosswalk import Strength, Touch
from commissioning_standards.enquiring.parts import Cited
from commissioning_standards.enquiring.tables import enquiry_document
from commissioning_standards.evidencing.ages import Age
from commissioning_standards.evidencing.tables import coverage_document
from commissioning_standards.examples.council import example as invented_council
from commissioning_standards.examples.region import invented_region
from commissioning_standards.explaining.explanation import LeftOut
from commissioning_standards.moderation.document import moderation_document
from commissioning_standards.moderation.participants import NO_VOICE
from commissioning_standards.parts import EvidenceCategory
from commissioning_standards.region.collating.files import write_collation
from commissioning_standards.region.collating.reading import Fate
from commissioning_standards.region.councils import council_rounds
from commissioning_standards.region.helping.buddies import Reason
from commissioning_standards.region.helping.buddy_list import buddies_document, code
from commissioning_standards.region.helping.signals import LooksAt
from commissioning_standards.region.helping.support import support_list
from commissioning_standards.region.helping.support_list import support_document
from commissioning_standards.region.sharing.editions_file import editions_bytes
from commissioning_standards.region.sharing.questions import Measure
from commissioning_standards.region.sharing.rows import shared_document
from commissioning_standards.region.summary import summarise
from commissioning_standards.reports.account.preview import preview_text
from commissioning_standards.reports.hidden.check import hidden_text_of
from commissioning_standards.reports.hidden.looks import Hidden
from commissioning_standards.reports.manifest import manifest
from commissioning_standards.reports.material import gather
from commissioning_standards.returns import outcomes_as_json, read_returns
from commissioning_standards.rules import RULES
from commissioning_standards.workbook.verify.telling import verdicts_as_json, verify_files
from tests.assurance.made import write_ascof
from tests.strategies import assessments, frameworks

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "commissioning_standards"
SCHEMAS = ROOT / "docs" / "schemas"
PAGE = ROOT / "docs" / "data-formats.md"
NAMES = sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.schema.json"))
OF_FILES = ("check", "verify")
OF_ONE = tuple(name for name in NAMES if name not in OF_FILES)
ON = datetime.date(2027, 3, 31)
FEW = settings(max_examples=15)


@cache
def published(name: str) -> dict[str, Any]:
    """One schema as it is published."""
    schema: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return schema


@cache
def validator(name: str) -> Draft202012Validator:
    """What holds a document against one schema, dates included."""
    return Draft202012Validator(published(name), format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(name: str, document: object) -> list[str]:
    """All that a schema finds wrong in a document, as other programs would read it."""
    read = json.loads(json.dumps(document))
    return [f"{each.json_path}: {each.message}" for each in validator(name).iter_errors(read)]


def nodes(schema: object) -> Iterator[dict[str, Any]]:
    """Every object in a schema, the whole first."""
    if isinstance(schema, dict):
        yield schema
        for each in schema.values():
            yield from nodes(each)
    if isinstance(schema, list):
        for each in schema:
            yield from nodes(each)


def described(schema: object) -> Iterator[dict[str, Any]]:
    """Every property of every object in a schema."""
    for node in nodes(schema):
        if node.get("type") == "object":
            yield from node.get("properties", {}).values()


def from_peers(assessment: cs.Assessment, answer: str) -> cs.Assessment:
    """A peer team's view, with one answer to every criterion."""
    answers = {each.id: answer for each in assessment.framework.criteria}
    who = cs.Respondent("Peers", cs.Voice.PEER_TEAM)
    council, period = assessment.council, assessment.period
    return cs.assess(assessment.framework, answers, council=council, period=period, respondent=who)


def documents(assessment: cs.Assessment) -> Iterator[tuple[str, Any]]:
    """Everything that is written of one assessment, each with the name of its schema."""
    yield "assessment", json.loads(cs.to_json(assessment))
    card = cs.score(assessment)
    for each in (card, cs.score(assessment, "gated")):
        yield "scorecard", json.loads(cs.to_json(each))
        for part in (each.overall, each.domains[0], each.standards[0], each.criteria[0]):
            yield "explanation", cs.explain(each, part.id).as_dict()
    yield "sensitivity", cs.sensitivity(assessment).as_dict()
    yield from compared(card)
    yield "coverage", coverage_document(cs.coverage(assessment, ON))
    yield from beside_peers(assessment)


def compared(card: cs.Scorecard) -> Iterator[tuple[str, Any]]:
    """A card beside itself, one target for all, and a target for one standard."""
    number = card.standards[0].number
    lowest = card.assessment.framework.scale.lowest
    for against in (card, lowest, {number: lowest}, {}):
        yield "comparison", cs.comparison_document(cs.compare(card, against))
    profile = cs.self_awareness(card, card)
    yield "comparison", cs.comparison_document(profile.comparison, profile)


def beside_peers(assessment: cs.Assessment) -> Iterator[tuple[str, Any]]:
    """Lines of enquiry and a moderation, alone and with a peer team's view."""
    card = cs.score(assessment)
    yield "enquiry", enquiry_document(cs.lines_of_enquiry(card, on=ON), card, ON)
    peers = from_peers(assessment, assessment.framework.scale.levels[0].choice)
    both = (assessment, peers)
    outside = cs.score(peers)
    lines = cs.lines_of_enquiry(card, on=ON, outside=outside, against=outside, returns=both)
    yield "enquiry", enquiry_document(lines, card, ON)
    profile = cs.self_awareness(card, outside)
    yield "comparison", cs.comparison_document(profile.comparison, profile)


def of_meeting(assessment: cs.Assessment) -> dict[str, Any]:
    """A moderation with two peers and with one answer that says it does not apply."""
    low, high = (from_peers(assessment, each.choice) for each in outer_levels(assessment))
    other = evolve(high, respondent=cs.Respondent("More peers", cs.Voice.PEER_TEAM))
    return moderation_document(cs.moderate([assessment, low, other]))


def outside(card: cs.Scorecard, folder: Path) -> dict[str, Any]:
    """Outside views: CQC's scores alone and beside the own view, and one council's ASCOF."""
    judgement = cs.cqc([1, 2, 2, 1, 2, 1, 1, 2, 2], published=ON)
    figures = cs.ascof(write_ascof(folder / "ascof-2024-25.csv", councils=9), "E06000001")
    return {
        "cqc": cqc_document([judgement, cs.cqc([4, 4, 4, 4, 4, 4, 4, 4, None])]),
        "beside-cqc": beside_document(cs.beside_cqc(card, judgement)),
        "ascof": ascof_document(figures),
    }


def papers(assessment: cs.Assessment) -> dict[str, Any]:
    """What papers bring along: a manifest, what an account leaves out, and hidden content."""
    material = gather([assessment], on=ON)
    hidden = {"pack.docx": [Hidden("author", "Ann", "docProps/core.xml")], "pack.html": []}
    return {
        "manifest": json.loads(manifest("pack", material, {"pack.html": b"<!DOCTYPE html>"})),
        "left-out": json.loads(preview_text(material, "json")),
        "hidden": json.loads(hidden_text_of(hidden, "json")),
    }


def shared_of_region() -> dict[str, Any]:
    """What a region shares of two rounds of invented councils, and what it remembers of that."""
    framework = cs.load_framework("route-map")
    returns = (
        summarise(each)
        for period in ("2026-27", "2027-28")
        for each in invented_region(framework, seed=1, councils=12, period=period)
    )
    region = cs.region_of(council_rounds(returns))
    return {
        "region": shared_document(region.tables),
        "region-editions": json.loads(editions_bytes(region.editions)),
    }


def of_region(paths: list[Path]) -> dict[str, Any]:
    """What a region's table was made of: files good and bad, a copy, and one of another kind."""
    folder = paths[0].parent
    (folder / "copy.xlsx").write_bytes(paths[0].read_bytes())
    (folder / "minutes.docx").write_bytes(b"words")
    with ThreadPoolExecutor(1) as executor:
        collation = cs.collate([folder, folder / "none.xlsx"], executor=executor)
    *_, manifest_file = write_collation(collation, folder / "out")
    document: dict[str, Any] = json.loads(manifest_file.read_text("utf-8"))
    return document


def helping_in_region(councils: int) -> dict[str, Any]:
    """What is written of an invented region with peer teams, of which one sent nothing."""
    framework = cs.load_framework("route-map")
    voices = [None, cs.Voice.PEER_TEAM]
    returns = invented_region(framework, seed=2, councils=councils, voices=voices)
    rounds = council_rounds(map(summarise, returns))
    names = [*(each.council for each in rounds), "Zenithshire"]
    return {
        "buddies": buddies_document(cs.buddies(rounds)),
        "support": support_document(support_list(rounds, on=ON, expected=names)),
    }


def outer_levels(assessment: cs.Assessment) -> tuple[cs.Level, cs.Level]:
    """The lowest and the highest level."""
    levels = assessment.framework.scale.levels
    return levels[0], levels[-1]


def files_folder(folder: Path) -> list[Path]:
    """A filled workbook, a blank quick one, JSON, and files that cannot be read."""
    example = invented_council()
    names = ("filled.xlsx", "quick.xlsx", "saved.json", "bad.json", "bad.xlsx", "none.xlsx")
    paths = [folder / name for name in names]
    cs.write_workbook(example, paths[0])
    cs.write_workbook(cs.Assessment(cs.quick_form(example.framework)), paths[1])
    paths[2].write_text(cs.to_json(example), "utf-8")
    paths[3].write_text(cs.to_json(example).replace('r": "3 Established', 'r": "Splendid'), "utf-8")
    paths[4].write_text("no workbook", "utf-8")
    return paths


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Files to check and to verify."""
    return files_folder(tmp_path_factory.mktemp("returns"))


@pytest.fixture(scope="module")
def one_of_each(paths: list[Path]) -> dict[str, Any]:
    """One document for each schema, by its name."""
    example = invented_council()
    return {
        **dict(documents(example)),
        **outside(cs.score(example), paths[0].parent),
        **papers(example),
        "collation": of_region(paths),
        **shared_of_region(),
        **helping_in_region(12),
        "moderation": of_meeting(example),
        "check": json.loads(outcomes_as_json(read_returns(paths))),
        "verify": json.loads(verdicts_as_json(verify_files(paths))),
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_itself_valid(name: str) -> None:
    """A schema keeps to the draft that it names."""
    assert published(name)["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(published(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_strict(name: str) -> None:
    """Every object needs each of its keys and takes no other; the rest are maps of one kind."""
    for node in nodes(published(name)):
        if node.get("type") != "object":
            continue
        if "properties" in node:
            assert node["required"] == list(node["properties"])
            assert node["additionalProperties"] is False
        else:
            assert isinstance(node["additionalProperties"], dict)


@pytest.mark.parametrize("name", NAMES)
def test_every_property_is_described(name: str) -> None:
    """A schema has a title, and says of each property what it is, in whole sentences."""
    assert published(name)["title"]
    assert all(
        re.fullmatch(r"[A-Z].*\.", each["description"]) for each in described(published(name))
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_schema_needs_another_file(name: str) -> None:
    """Every reference is to a part of the same file, and every part is referred to."""
    schema = published(name)
    found = {node["$ref"] for node in nodes(schema) if isinstance(node.get("$ref"), str)}

    assert found == {f"#/$defs/{each}" for each in schema.get("$defs", {})}


def test_shared_parts_are_the_same_everywhere() -> None:
    """A part that stands in several schemas is the same in all of them."""
    parts = [part for name in NAMES for part in published(name).get("$defs", {}).items()]
    by_name = dict(parts)

    assert all(by_name[key] == part for key, part in parts)


def values_of(kind: type[Enum]) -> frozenset[str]:
    """What the members of an enumeration are written as."""
    return frozenset(str(each.value) for each in kind)


def test_the_values_allowed_are_those_of_the_source() -> None:
    """Each list of values in a schema is one that the source has."""
    voices = values_of(cs.Voice)
    kinds = (cs.Form, Confidence, EvidenceCategory, cs.Status, cs.Standing, Cited, LeftOut)
    outside_kinds = (LooksAt, cs.CouncilType, cs.KnownBy, Fate, LevelOf, Strength, Touch)
    parts = frozenset({"overall", "domain", "standard", "criterion"})
    known = {
        *map(values_of, (*kinds, *outside_kinds)),
        *(voices, voices | {NO_VOICE}),
        *(parts, parts - {"overall"}, parts - {"criterion"}, parts - {"overall", "domain"}),
        frozenset(each.name for each in RULES),
        frozenset(each.name.lower() for each in Age),
        frozenset({"exact", "up", "down"}),
        values_of(Measure),
        frozenset(map(code, Reason)),
    }
    found = {
        frozenset(value for value in node["enum"] if value is not None)
        for name in NAMES
        for node in nodes(published(name))
        if "enum" in node
    }

    assert found == known


def test_every_kind_of_document_has_a_schema() -> None:
    """Each name that the source gives a kind of document has a schema of that name."""
    sources = (path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    named = {
        each for text in sources for each in re.findall(r'"commissioning-standards/(.+?)"', text)
    }

    assert named == {f"{name}/1" for name in OF_ONE}
    for name in OF_ONE:
        const = published(name)["properties"]["schema"]["const"]
        assert const == f"commissioning-standards/{name}/1"


@pytest.mark.parametrize("name", NAMES)
def test_the_invented_council_keeps_to_each(name: str, one_of_each: dict[str, Any]) -> None:
    """What is written of the invented council, and of files good and bad, is as published."""
    assert faults(name, one_of_each[name]) == []


def test_everything_of_the_invented_council_is_as_published() -> None:
    """So is every variety of each document."""
    assert [each for pair in documents(invented_council()) for each in faults(*pair)] == []


@pytest.mark.parametrize("quick", [False, True], ids=["full", "quick"])
def test_blank_forms_are_as_published(route_map: cs.Framework, *, quick: bool) -> None:
    """Nothing answered, in the full and in the quick form, is as published too."""
    blank = cs.Assessment(cs.quick_form(route_map) if quick else route_map)

    assert [each for pair in documents(blank) for each in faults(*pair)] == []


def test_a_meeting_of_both_forms_is_as_published(route_map: cs.Framework) -> None:
    """Full and quick returns side by side are as published."""
    example = invented_council()
    quick = from_peers(cs.Assessment(cs.quick_form(route_map)), "2 Developing")
    quick = evolve(quick, council=example.council, period=example.period)

    assert faults("moderation", moderation_document(cs.moderate([example, quick]))) == []


def test_what_differs_on_helping_is_as_published() -> None:
    """Where returns say differently what a council asks of others, both are told."""
    example = invented_council()
    asked = [
        evolve(example, helping=cs.Helping(named=named), respondent=cs.Respondent(name))
        for name, named in (("Ann", True), ("Bob", False))
    ]
    document = moderation_document(cs.moderate(asked))

    assert faults("moderation", document) == []
    assert [each["line"] for each in document["helping_differs"]] == ["May be named"]


def test_a_return_read_from_a_workbook_is_as_published(paths: list[Path]) -> None:
    """With the file and the cell of every answer."""
    read = cs.read_workbook(paths[0])

    assert read.ratings[0].origin
    assert [each for pair in documents(read) for each in faults(*pair)] == []
    assert faults("moderation", of_meeting(read)) == []


def test_an_empty_region_is_as_published() -> None:
    """Of a region that sent nothing there are documents too."""
    for name, document in helping_in_region(0).items():
        assert faults(name, document) == []


@FEW
@given(st.data())
def test_any_assessment_and_its_scores_are_as_published(data: st.DataObject) -> None:
    """Whatever people answer against whatever framework, by either rule."""
    framework = data.draw(frameworks())
    assessment = data.draw(assessments(framework))

    assert faults("assessment", json.loads(cs.to_json(assessment))) == []
    for rule in ("mean", "gated"):
        card = cs.score(assessment, rule)
        assert faults("scorecard", json.loads(cs.to_json(card))) == []


@FEW
@given(st.data())
def test_any_comparison_is_as_published(data: st.DataObject) -> None:
    """Two random rounds beside each other, and one beside its targets."""
    framework = data.draw(frameworks())
    own, other = (cs.score(data.draw(assessments(framework))) for _ in range(2))
    profile = cs.self_awareness(own, other)

    assert faults("comparison", cs.comparison_document(profile.comparison, profile)) == []
    assert [each for pair in compared(own) for each in faults(*pair)] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_key_too_many_is_refused(name: str, one_of_each: dict[str, Any]) -> None:
    """A document with one key more is not as published."""
    document = one_of_each[name]
    more = {**(document[0] if name in OF_FILES else document), "more": None}

    assert faults(name, [more] if name in OF_FILES else more) != []


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_key_is_refused(name: str, one_of_each: dict[str, Any]) -> None:
    """A document without any one of its keys is not as published."""
    document = one_of_each[name]
    whole = document[0] if name in OF_FILES else document
    for missing in whole:
        less = {key: value for key, value in whole.items() if key != missing}
        assert faults(name, [less] if name in OF_FILES else less) != [], missing


def test_a_day_that_is_none_is_refused(one_of_each: dict[str, Any]) -> None:
    """A date must be in the calendar."""
    assert faults("assessment", {**one_of_each["assessment"], "date": "2027-02-30"}) != []


def test_the_page_leads_to_every_schema() -> None:
    """The page of data formats links each schema, and every link leads to a file."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", PAGE.read_text("utf-8"))

    assert {link for link in links if not (PAGE.parent / link).is_file()} == set()
    assert {f"schemas/{name}.schema.json" for name in NAMES} <= set(links)
