"""The quick form: one plain statement a standard, beside the full form."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.forms import in_form
from commissioning_standards.workbook.reading.reader import read_content
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.small import one_standard


def run(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture(scope="module")
def quick(route_map: cs.Framework) -> cs.Framework:
    """The route map's quick form."""
    return cs.quick_form(route_map)


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A quick workbook as it goes out."""
    path = tmp_path / "quick.xlsx"
    assert run("new", "--form", "quick", "-o", path).exit_code == 0
    return path


def test_each_standard_is_rated_once_on_its_statement(
    route_map: cs.Framework, quick: cs.Framework
) -> None:
    """Each standard asks for its plain statement, and describes the levels in plain words."""
    asked = [(each.criteria[0].question, each.criteria[0].levels) for each in quick.standards]

    assert [len(each.criteria) for each in quick.standards] == [1] * len(route_map.standards)
    assert asked == [(each.statement, each.quick) for each in route_map.standards]


def test_the_rest_of_the_framework_is_the_same(
    route_map: cs.Framework, quick: cs.Framework
) -> None:
    """Scale, domains and standards are those of the full form, so that scores can be compared."""
    assert quick.scale == route_map.scale
    assert quick.domains == route_map.domains
    assert [(each.number, each.id, each.weight) for each in quick.standards] == [
        (each.number, each.id, each.weight) for each in route_map.standards
    ]


def test_the_two_forms_are_told_apart(route_map: cs.Framework, quick: cs.Framework) -> None:
    """The forms have names and digests of their own."""
    assert quick.form is cs.Form.QUICK
    assert quick.name == f"{route_map.title} (2014, quick form)"
    assert quick.digest != route_map.digest


def test_a_word_of_the_full_form_does_not_touch_the_quick_form(route_map: cs.Framework) -> None:
    """The quick form's digest is of its own words: a criterion it does not ask is not in it."""
    first = route_map.standards[0]
    changed = evolve(first, criteria=(evolve(first.criteria[0], question="What else?"),))
    other = evolve(route_map, standards=(changed, *route_map.standards[1:]))

    assert other.digest != route_map.digest
    assert cs.quick_form(other).digest == cs.quick_form(route_map).digest


def test_every_standard_without_quick_levels_is_told() -> None:
    """A framework that describes no quick levels has no quick form, and all that lack are named."""
    whole = one_standard()
    second = evolve(whole.standards[0], number=2, id="standard-2", criteria=())
    asked = evolve(whole.standards[0].criteria[0], id="2.1")
    two = evolve(whole, standards=(*whole.standards, evolve(second, criteria=(asked,))))

    with pytest.raises(cs.FrameworkError) as caught:
        cs.quick_form(two)

    assert [(each.code, each.place.item) for each in caught.value.problems] == [
        ("no-quick-levels", "standard 1"),
        ("no-quick-levels", "standard 2"),
    ]


def test_a_form_that_is_not_known_is_refused(route_map: cs.Framework) -> None:
    """A form that only somebody's file knows is told, with a near miss."""
    with pytest.raises(cs.FrameworkError, match=r"no form called .quik..*quick"):
        in_form(route_map, "quik")


def test_the_full_form_cannot_be_made_of_the_quick_form(quick: cs.Framework) -> None:
    """What the quick form leaves out cannot be asked for again."""
    with pytest.raises(cs.FrameworkError, match="full form, and the quick form was asked for"):
        in_form(quick, "full")


def test_the_quick_workbook_has_one_sheet_of_ratings(sent: Path, quick: cs.Framework) -> None:
    """All standards stand on one sheet, one a line."""
    book = openpyxl.load_workbook(sent)
    (table,) = book["Ratings"].tables.values()
    ids = [row[0].value for row in book["Ratings"][table.ref]][1:]

    assert ids == [each.id for each in quick.criteria]
    assert "Inclusive" not in book.sheetnames


def test_a_title_is_not_written_twice_on_a_line(sent: Path, quick: cs.Framework) -> None:
    """What to rate is the statement alone, for the standard's title stands beside it."""
    sheet = openpyxl.load_workbook(sent)["Ratings"]
    cells = {row[0].value: row[2].value for row in sheet.iter_rows()}

    assert cells["Q1"] == quick.standards[0].statement


def test_the_quick_workbook_is_read_as_one(sent: Path, quick: cs.Framework) -> None:
    """A quick return says itself which form it is, and is scored by the same rule."""
    book = openpyxl.load_workbook(sent)
    book["Ratings"]["H6"] = "3 Established"
    book.save(sent)
    assessment = cs.read_workbook(sent)
    card = cs.score(assessment)

    assert assessment.framework == quick
    assert [card[1].score, card["person-centred"].score] == [3, 3]
    assert card.rule.name == "mean"
    assert card.overall.open == len(quick.standards) - 1


def test_a_quick_return_of_ones_own_framework_is_read_with_its_folder(
    tmp_path: Path, route_map: cs.Framework
) -> None:
    """Whoever gives the whole framework need not know which form was filled in."""
    own = evolve(route_map, id="own")
    path = tmp_path / "own.xlsx"
    cs.write_workbook(cs.quick_form(own), path)

    assert cs.read_workbook(path, own).framework == cs.quick_form(own)


def test_a_return_of_the_other_form_is_refused(quick: cs.Framework) -> None:
    """Where only the quick form is given, a full return cannot be read, and that is said."""
    full = workbook_bytes(cs.Assessment(cs.load_framework("route-map")))

    with pytest.raises(cs.WorkbookError) as caught:
        read_content(full, "full.xlsx", quick)

    assert [each.code for each in caught.value.problems] == ["other-form"]
    assert caught.value.problems[0].place.file == "full.xlsx"


def test_a_quick_assessment_goes_through_json(quick: cs.Framework) -> None:
    """JSON says which form it is, and comes back in that form."""
    assessment = cs.assess(quick, {"Q4": 2}, council="Borsetshire")

    text = cs.to_json(assessment)

    assert json.loads(text)["form"] == "quick"
    assert cs.from_json(text) == assessment


def test_json_of_a_form_that_is_not_known_is_refused(quick: cs.Framework) -> None:
    """A form that nobody knows is one clear problem."""
    text = cs.to_json(cs.Assessment(quick)).replace('"form": "quick"', '"form": "long"')

    with pytest.raises(cs.AssessmentError) as caught:
        cs.from_json(text)

    assert [each.code for each in caught.value.problems] == ["unknown-form"]


def test_both_forms_are_scored_side_by_side(sent: Path, tmp_path: Path) -> None:
    """One command scores a full and a quick return, and every row says which it is."""
    full = tmp_path / "full.xlsx"
    run("new", "-o", full)

    cards = json.loads(run("score", "--format", "json", full, sent).stdout)
    rows = run("score", "--format", "csv", full, sent).stdout.splitlines()

    assert [each["form"] for each in cards] == ["full", "quick"]
    assert "form" in rows[0].split(",")
    assert [len(each["standards"]) for each in cards] == [len(cards[0]["standards"])] * 2


def test_a_chart_names_the_form_where_nothing_else_differs(
    route_map: cs.Framework, quick: cs.Framework
) -> None:
    """Two lines of one round, one voice and one person are told apart by their form."""
    full = cs.score(cs.Assessment(route_map, period="2026-27"))
    brief = cs.score(cs.Assessment(quick, period="2026-27"))

    chart = cs.radar(full, against=brief)

    assert "2026-27, quick form" in chart.alt_text
    assert "edition 2014, quick form" in chart.provenance


def test_the_front_sheet_speaks_plainly(sent: Path) -> None:
    """The quick form tells people what it is in words of their own."""
    sheet = openpyxl.load_workbook(sent)["Start here"]
    texts = [str(row[0].value) for row in sheet.iter_rows(max_col=1)]

    assert any(
        each.startswith(
            "Use this workbook to say how well care and support is planned and "
            "paid for where you live."
        )
        for each in texts
    )
