"""What workers send and the cache keeps: figures as text, and back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.region.collating.records import Record, Records, read_record
from commissioning_standards.region.summary import summarise

from ..small import one_standard
from ..strategies import assessments, frameworks
from .made import broken, region, workbook

SUM = "0" * 64


def record_of(
    content: bytes, name: str, framework: cs.Framework | None = None, records: Records | None = None
) -> Record:
    """What is made of a file by way of text."""
    made = (records or Records()).of(read_record(content, name, framework, "mean"), name, SUM)
    assert made is not None
    return made


@given(st.data())
def test_a_return_comes_back_in_figures(data: st.DataObject) -> None:
    """What comes back is the summary of the return, with the file's own name and sum."""
    framework = data.draw(frameworks())
    assessment = data.draw(assessments(framework))
    record = record_of(cs.to_json(assessment).encode(), "a.json", framework)

    assert evolve(summarise(assessment), file="a.json", sha256=SUM) == record.summary


def test_a_file_is_told_with_all_its_problems(route_map: cs.Framework) -> None:
    """Each fault comes back whole, under the file's own name."""
    first, second, *_ = (each.id for each in route_map.criteria)
    text = cs.to_json(cs.assess(route_map, {first: 2, second: 3}))
    slips = text.replace('"answer": "2 Dev', '"answer": "Fine').replace(
        '"answer": "3 E', '"answer": "'
    )
    record = record_of(slips.encode(), "a.json")

    assert record.summary is None
    assert [(each.code, each.place.file) for each in record.problems] == [
        ("answer-not-allowed", "a.json"),
        ("answer-not-allowed", "a.json"),
    ]


def test_a_return_of_another_framework_is_to_be_left_out() -> None:
    """To read all with its framework would refuse all the others, so that comes last."""
    small = one_standard()
    record = record_of(cs.to_json(cs.Assessment(small)).encode(), "a.json")
    (found,) = record.problems

    assert (found.code, found.place.file) == ("of-another-framework", "a.json")
    assert small.id in found.message
    assert found.remedy.startswith("Leave it out, or ask the council for a return of")


def test_what_a_file_is_called_changes_nothing_in_its_text() -> None:
    """A file that was only moved need not be read again."""
    first, second = (read_record(workbook(0), name, None, "mean") for name in ("a.xlsx", "b.xlsx"))

    assert first == second


def test_another_wording_is_kept_as_a_note(route_map: cs.Framework) -> None:
    """That a return was made from other words is told; what was tidied in it is not."""
    other = evolve(route_map, title="Other words")
    record = record_of(workbook(0), "a.xlsx", other)

    assert [(each.code, each.place.file) for each in record.problems] == [
        ("other-wording", "a.xlsx")
    ]


def test_equal_scores_are_held_once() -> None:
    """However many returns have a score, there is one of it in memory."""
    records = Records()
    texts = [cs.to_json(each).encode() for each in region(30, (None,))]
    summaries = [record_of(each, "a.json", records=records).summary for each in texts]
    held = {id(result) for each in summaries if each for result in each.results}
    values = {result for each in summaries if each for result in each.results}

    assert len(held) == len(values)


@pytest.mark.parametrize("text", ["", "no JSON", "[]", "{}", '{"summary": 1, "problems": []}'])
def test_text_that_is_no_record_makes_none(text: str) -> None:
    """A worker or a cache that talks nonsense is not believed."""
    assert Records().of(text, "a.json", SUM) is None


@pytest.mark.parametrize(
    "cells",
    [
        1,
        [],
        ["overall", "", [], None, None, None, 1, 0, 0],
        ["overall", "", "two", None, None, None, 1, 0, 0],
        ["overall", "", "1/0", None, None, None, 1, 0, 0],
        ["overall", "", "2", "2", "2", "2", "many", 0, 0],
        ["overall", "", "2", "2", "2", "2", 1, 0],
        [None, "", "2", "2", "2", "2", 1, 0, 0],
    ],
)
def test_a_score_that_is_damaged_makes_no_record(cells: object) -> None:
    """The file is read anew, and nothing ends the run."""
    content = json.loads(read_record(workbook(0), "a.xlsx", None, "mean"))
    content["summary"]["results"][0] = cells

    assert Records().of(json.dumps(content), "a.xlsx", SUM) is None


def test_the_file_that_json_was_made_from_is_not_taken_for_it() -> None:
    """A return saved as JSON stands under its own name, not under the workbook's."""
    assessment = cs.from_json(cs.to_json(region(1, (None,))[0]))
    source = cs.Source("old.xlsx", "1" * 64)
    record = record_of(cs.to_json(evolve(assessment, source=source)).encode(), "a.json")

    assert record.summary is not None
    assert (record.summary.file, record.summary.sha256) == ("a.json", SUM)


def test_every_broken_file_has_its_problem(tmp_path: Path) -> None:
    """No damage ends the reading."""
    codes = broken(tmp_path)
    found = {
        name: record_of((tmp_path / name).read_bytes(), name).problems[0].code for name in codes
    }

    assert codes == found
