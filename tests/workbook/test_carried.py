"""Returns made from another edition or wording: read by criterion, and every change told."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.workbook.reading.reader import read_content
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.small import one_standard, small_framework, small_standard

Told = list[tuple[str, str, str]]


@pytest.fixture
def before() -> cs.Framework:
    """The edition that the return was made from: two standards of two criteria."""
    scale = one_standard().scale
    first, second = (small_standard(number, 1, [1, 1], scale) for number in (1, 2))
    return small_framework([first, second], [1], scale)


@pytest.fixture
def now(before: cs.Framework) -> cs.Framework:
    """The edition in use: 1.2 is dropped, 1.3 is new and 2.2 stands under a third standard."""
    first, second = before.standards
    kept, dropped = first.criteria
    new = evolve(dropped, id="1.3")
    third = small_standard(3, 1, [1], before.scale)
    return evolve(
        before,
        edition="2",
        standards=(
            evolve(first, criteria=(kept, new)),
            evolve(second, criteria=second.criteria[:1]),
            evolve(third, criteria=(second.criteria[1],)),
        ),
    )


@pytest.fixture
def sent(before: cs.Framework) -> bytes:
    """A return made from the edition before, all answered, with evidence for what is dropped."""
    answers = {each.id: 2 for each in before.criteria}
    evidence = [cs.Evidence("A survey", ("1.1", "1.2"))]
    return workbook_bytes(evolve(cs.assess(before, answers), evidence=evidence))


def notes(assessment: cs.Assessment) -> Told:
    """The code, criterion or cell, and finding of every note."""
    assert assessment.source is not None
    return [
        (each.code, each.place.item or each.place.cell, each.found)
        for each in assessment.source.notes
    ]


def test_answers_are_matched_by_criterion(sent: bytes, now: cs.Framework) -> None:
    """What is still asked keeps its answer, wherever it stands now; what is new is blank."""
    assessment = read_content(sent, "return.xlsx", now)
    answers = {each.criterion: each.level and each.level.value for each in assessment.ratings}

    assert answers == {"1.1": 2, "1.3": None, "2.1": 2, "2.2": 2}


def test_what_was_added_dropped_and_moved_is_told(sent: bytes, now: cs.Framework) -> None:
    """Whoever reads the return learns of every change that touches an answer."""
    told = notes(read_content(sent, "return.xlsx", now))

    assert told == [
        ("from-edition", "", "“1”"),
        ("criterion-dropped", "A7", "“1.2”"),
        ("criterion-added", "1.3", ""),
        ("answer-left-out", "H7", "“2 Level B”"),
        ("criterion-moved", "A9", "“2.2”"),
        ("reference-dropped", "B4", "“1.2”"),
    ]


def test_evidence_keeps_what_it_is_still_about(sent: bytes, now: cs.Framework) -> None:
    """A reference to what is no longer asked is left out, and the rest stays."""
    (evidence,) = read_content(sent, "return.xlsx", now).evidence

    assert evidence.about == ("1.1",)


def test_a_changed_wording_of_one_edition_is_told_alike(sent: bytes, now: cs.Framework) -> None:
    """Where only the wording changed, the edition is not blamed."""
    told = notes(read_content(sent, "return.xlsx", evolve(now, edition="1")))

    assert told[0] == ("other-wording", "", "")
    assert ("criterion-added", "1.3", "") in told


def test_what_is_wrong_in_the_return_itself_is_still_a_problem(
    sent: bytes, now: cs.Framework
) -> None:
    """Another edition excuses no answer that cannot be read."""
    book = openpyxl.load_workbook(BytesIO(sent))
    book["Domain 1"]["H6"] = "Quite good"
    changed = BytesIO()
    book.save(changed)

    with pytest.raises(cs.WorkbookError) as caught:
        read_content(changed.getvalue(), "return.xlsx", now)

    assert [each.code for each in caught.value.problems] == ["answer-not-allowed"]


def test_a_standard_that_was_only_renamed_has_not_moved(sent: bytes, before: cs.Framework) -> None:
    """A new title under the same number, or a new number with the same title, is no move."""
    first, second = before.standards
    renamed = evolve(first, title="Another title")
    renumbered = evolve(second, number=7)
    other = evolve(before, edition="2", standards=(renamed, renumbered))

    told = notes(read_content(sent, "return.xlsx", other))

    assert [code for code, *_ in told] == ["from-edition"]


def test_a_blank_that_is_dropped_is_no_loss(before: cs.Framework, now: cs.Framework) -> None:
    """A criterion that had no answer is told as dropped, and no answer as left out."""
    told = notes(read_content(workbook_bytes(cs.Assessment(before)), "return.xlsx", now))

    assert "answer-left-out" not in [code for code, *_ in told]
