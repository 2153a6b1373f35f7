"""What a returned workbook shows is what its ratings give, by the formulas that went out."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.returns import next_round
from commissioning_standards.version import VERSION
from commissioning_standards.workbook.layout.plan import Plan
from commissioning_standards.workbook.reading import intake
from commissioning_standards.workbook.verify.verifier import verify_content
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.desk import Desk, desk, needs_libreoffice
from tests.strategies import fills, frameworks
from tests.workbook.returned import (
    formula_in,
    put,
    recalculated_by_nobody,
    told,
    verified,
    with_text,
)
from tests.workbook.test_libreoffice import typed

__all__ = ["desk"]

STRINGS = "xl/sharedStrings.xml"
SCORE_OF_STANDARD_4, SCORE_OF_4_2, ABOUT = "D49", "D71", "About this file"


@pytest.fixture(scope="module")
def sent(example: cs.Assessment) -> bytes:
    """The filled example's workbook, with the values that its formulas have."""
    return workbook_bytes(example)


def test_a_workbook_as_it_goes_out_verifies(sent: bytes) -> None:
    """Nothing differs where nobody has changed anything, and much was compared."""
    found = verified(sent)

    assert (found.agrees, found.calculated, found.differences, found.notes) == (True, True, (), ())
    assert found.tally.values > found.tally.formulas > 500
    assert found.tally.same == found.tally.formulas


def test_a_file_is_verified_and_left_as_it_is(sent: bytes, tmp_path: Path) -> None:
    """The public function reads a file by its path, and names it; the file stays the same."""
    path = tmp_path / "return.xlsx"
    path.write_bytes(sent)

    found = cs.verify_workbook(path)

    assert (found.file, found.agrees) == ("return.xlsx", True)
    assert found.assessment == cs.read_workbook(path)
    assert path.read_bytes() == sent


@settings(max_examples=40)
@given(st.data())
def test_whatever_we_write_verifies(data: st.DataObject) -> None:
    """Any answers to any framework, in either form, show the scores that they give."""
    assessment = data.draw(fills(data.draw(frameworks())))

    found = verify_content(workbook_bytes(assessment), "return.xlsx", assessment.framework)

    assert (found.agrees, found.differences) == (True, ())


def test_the_quick_form_verifies(route_map: cs.Framework) -> None:
    """A quick form with some lines answered shows the scores that they give."""
    form = cs.quick_form(route_map)
    answers = {"Q1": 3, "Q2": "n/a", "Q3": "Don't know"}
    assessment = cs.assess(form, answers, comments={"Q2": "Not here"})

    assert verified(workbook_bytes(assessment)).agrees


def test_a_workbook_that_shows_last_round_verifies(example: cs.Assessment) -> None:
    """The column with last round's answers changes formulas, which are known by it."""
    content = workbook_bytes(next_round(example), example)

    assert verified(content).agrees


def test_a_score_typed_over_its_formula_is_found(sent: bytes) -> None:
    """The cell is named twice: for what it shows, and for the formula that is gone."""
    found = verified(put(sent, "Results", SCORE_OF_STANDARD_4, value="3.5"))

    assert told(found) == [
        ("shown-differs", "Results", SCORE_OF_STANDARD_4),
        ("formula-typed-over", "Results", SCORE_OF_STANDARD_4),
    ]
    assert (found.differences[0].found, found.differences[0].allowed) == ("3.5", "2.67")
    assert found.differences[0].place.item == "Standard 4, Score"
    assert found.tally.typed_over == 1


def test_the_right_score_typed_over_its_formula_is_found(sent: bytes) -> None:
    """A typed value is told even while it is right: it will not follow the ratings."""
    found = verified(put(sent, "Results", SCORE_OF_4_2, value="2"))

    assert told(found) == [("formula-typed-over", "Results", SCORE_OF_4_2)]


@settings(max_examples=15)
@given(row=st.integers(41, 105), column=st.sampled_from("DEFHIJ"))
def test_any_figure_typed_over_is_found(sent: bytes, row: int, column: str) -> None:
    """Whichever figure of the results is typed over, its cell is told, and no other."""
    cell = f"{column}{row}"

    found = verified(put(sent, "Results", cell, value="9"))

    assert {(sheet, where) for _, sheet, where in told(found)} == {("Results", cell)}


def test_a_formula_that_is_gone_is_found(sent: bytes) -> None:
    """An emptied cell shows nothing, and has no formula."""
    found = verified(put(sent, "Results", SCORE_OF_STANDARD_4))

    assert [each.code for each in found.differences] == ["shown-differs", "formula-missing"]
    assert found.differences[0].found == "nothing"


def test_a_weight_left_out_of_a_formula_is_found(sent: bytes) -> None:
    """A changed formula is told by its cell and the stretch that differs, whatever it shows."""
    formula = 'IF(SUMPRODUCT(K70:K73,--((H70:H73)>0))=0,"",SUM(D70:D73)/SUM(H70:H73))'
    content = put(sent, "Results", "D49", formula=formula, value="2.6666666666666665")

    found = verified(content)

    (difference,) = found.differences
    assert told(found) == [("formula-changed", "Results", "D49")]
    assert difference.found.startswith('“…,"",SUM(D70:D73)')
    assert difference.allowed.startswith('“…,"",SUMPRODUCT(K70:K73,D70:D73)')


@pytest.mark.parametrize(("cell", "kind", "value"), [("L3", "n", "4"), ("J3", "str", "2 Dev")])
def test_a_changed_hidden_list_is_found(sent: bytes, cell: str, kind: str, value: str) -> None:
    """What an answer counts is checked on the hidden sheet, cell by cell."""
    found = verified(put(sent, ABOUT, cell, value=value, kind=kind))

    assert told(found) == [("fixed-differs", ABOUT, cell)]


def test_a_weight_typed_anew_is_found(sent: bytes) -> None:
    """A weight that is not the framework's is told, with the one that went out."""
    (difference,) = verified(put(sent, "Results", "K49", value="2")).differences

    assert (difference.code, difference.found, difference.allowed) == ("fixed-differs", "2", "1")


def test_a_formula_where_none_went_out_is_found(sent: bytes) -> None:
    """A weight that is worked out could change later, whatever it is now."""
    found = verified(put(sent, "Results", "K49", formula="3-2", value="1"))

    assert told(found) == [("formula-added", "Results", "K49")]


def test_a_stale_value_is_found(sent: bytes) -> None:
    """Where a rating was changed and nothing recalculated, every score it bears on is told."""
    found = verified(put(sent, "Inclusive", "H7", value="1 Starting", kind="str"))

    cells = {each.place.cell for each in found.differences}
    assert {each.code for each in found.differences} == {"shown-differs"}
    assert {"D41", "D43", "D49", "D71", "E71", "F71", "G71", "L71", "Y4"} <= cells


def test_values_that_nobody_worked_out_are_neither_right_nor_wrong(sent: bytes) -> None:
    """A workbook that a script has saved holds no values: that is a note, and no difference."""
    found = verified(recalculated_by_nobody(sent))

    assert (found.calculated, found.agrees, found.differences) == (False, False, ())
    assert [note.code for note in found.notes] == ["not-calculated"]


def test_formulas_are_compared_without_their_values(sent: bytes) -> None:
    """Where nothing was worked out, what was typed over a formula is found all the same."""
    content = put(recalculated_by_nobody(sent), "Results", "D49", value="2.6666666666666665")

    assert told(verified(content)) == [("formula-typed-over", "Results", "D49")]


@pytest.mark.parametrize("value", ["2.6666666667", "2.66666666666667"])
def test_a_hairs_breadth_is_no_difference(sent: bytes, value: str) -> None:
    """Programs save fifteen digits or so, and mean the same."""
    content = put(sent, "Results", "D49", formula=formula_in(sent, "D49"), value=value)

    assert verified(content).agrees


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("n", "2.6667", ("2.6667", "2.66667")),
        ("n", "2.67", ("2.67", "2.66667")),
        ("n", "3", ("3", "2.67")),
        ("n", "1e400", ("“inf”", "2.67")),
        ("n", "9" * 401, ("“" + "9" * 59 + "…”", "2.67")),
        ("str", "2.67", ("“2.67”", "2.67")),
        ("b", "1", ("“True”", "2.67")),
        ("e", "#REF!", ("“#REF!”", "2.67")),
        ("n", None, ("nothing", "2.67")),
    ],
)
def test_what_is_shown_is_said_as_it_differs(
    sent: bytes, kind: str, value: str | None, said: tuple[str, str]
) -> None:
    """Figures have as many decimals as tell them apart, and what is no figure is quoted."""
    difference = verified(put(sent, "Results", "D49", value=value, kind=kind)).differences[0]

    assert (difference.found, difference.allowed) == said


def test_nought_is_not_nothing(sent: bytes) -> None:
    """Where no score can be made, a shown 0 is a difference."""
    difference = verified(put(sent, "Results", "D48", value="0")).differences[0]

    assert (difference.found, difference.allowed) == ("0", "nothing")


def test_true_is_no_count(sent: bytes) -> None:
    """A tick is not a count of one."""
    difference = verified(put(sent, "Results", "H71", value="1", kind="b")).differences[0]

    assert (difference.found, difference.allowed) == ("“True”", "1")


def test_an_answer_is_repeated_as_it_was_typed(sent: bytes) -> None:
    """Results repeats "developing", which is read as 2 Developing: that is as it should be."""
    content = put(sent, "Inclusive", "H7", value=" developing", kind="str")
    formula = formula_in(sent, "L71")
    content = put(content, "Results", "L71", formula=formula, value="developing", kind="str")

    assert verified(content).agrees


def test_changed_wording_is_noted(sent: bytes, route_map: cs.Framework) -> None:
    """Where a title has been reworded, it is not a difference that the chart has the old one."""
    first, *others = route_map.standards
    reworded = evolve(route_map, standards=(evolve(first, title="Centred on people"), *others))

    found = verify_content(sent, "return.xlsx", reworded)

    assert (found.agrees, [note.code for note in found.notes]) == (True, ["other-wording"])


def test_another_version_is_noted_where_formulas_differ(sent: bytes) -> None:
    """A formula may differ because another version wrote it, and then that is said."""
    old = with_text(sent, STRINGS, f">{VERSION}<", ">0.0.9<")

    changed = verified(put(old, "Results", "H46", formula="1", value="4"))

    assert [each.code for each in changed.notes] == ["other-version"]
    assert verified(old).notes == ()


def test_a_workbook_that_cannot_be_read_is_told_as_ever(sent: bytes) -> None:
    """Problems with the return itself are raised with their cells, and nothing is compared."""
    content = put(sent, "Inclusive", "H7", value="Great", kind="str")

    with pytest.raises(cs.WorkbookError) as caught:
        verified(content)

    assert [each.code for each in caught.value.problems] == ["answer-not-allowed"]


def test_a_huge_file_is_not_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The size of a file is looked at before it is read, as for every return."""
    (tmp_path / "return.xlsx").write_bytes(b"PK" * 9)
    monkeypatch.setattr(intake, "LARGEST_FILE", 9)
    with pytest.raises(cs.WorkbookError, match="far larger"):
        cs.verify_workbook(tmp_path / "return.xlsx")


@needs_libreoffice
def test_ratings_typed_in_libreoffice_verify(
    desk: Desk, example: cs.Assessment, tmp_path: Path
) -> None:
    """A blank workbook that a person filled in and saved shows what its ratings give."""
    cs.write_workbook(example.framework, tmp_path / "blank.xlsx")
    pasted = {("Inclusive", "H6"): " 3 – established ", ("Inclusive", "H11"): "Don’t know"}

    filled = desk.fill_in(
        tmp_path / "blank.xlsx", tmp_path / "filled.xlsx", typed(example) | pasted
    )

    found = cs.verify_workbook(filled)
    assert (found.agrees, found.differences) == (True, ())


@needs_libreoffice
def test_moved_and_renamed_things_verify(
    desk: Desk, example: cs.Assessment, tmp_path: Path
) -> None:
    """Rows and columns put in, lines sorted and sheets renamed leave all as it was."""
    cs.write_workbook(example, tmp_path / "sent.xlsx")
    sheets = [sheet.name for sheet in Plan(example.framework).rating_sheets]
    steps = [
        *(("unlock", sheet) for sheet in ("Start here", "Results", *sheets)),
        ("sort", "Person-centred", "A6:K17", 1),
        ("insert row", "Inclusive", 9),
        ("insert row", "Inclusive", 1),
        ("insert column", "Inclusive", 6),
        ("insert row", "Results", 71),
        ("insert row", "Results", 2),
        ("insert column", "Results", 5),
        ("insert row", "Start here", 1),
        ("rename", "Market", "Our market's care, 2027"),
        ("rename", "Results", "Scores"),
    ]

    found = cs.verify_workbook(desk.work(tmp_path / "sent.xlsx", tmp_path / "moved.xlsx", steps))

    assert (found.agrees, found.differences) == (True, ())
    assert found.tally.moved > 500
