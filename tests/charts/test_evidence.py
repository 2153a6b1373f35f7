"""What the evidence chart shows, and says."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.charts.chart import Chart
from tests.charts.look import letters, said
from tests.charts.samples import council, evidence

DAY = datetime.date(2026, 11, 25)


def drawn(*pieces: cs.Evidence) -> Chart:
    """The chart of some evidence."""
    return cs.evidence_chart(
        cs.coverage(evolve(council().assessment, evidence=pieces, actions=()), DAY)
    )


def piece(year: int | None, about: str = "1", **more: object) -> cs.Evidence:
    """A survey of some year."""
    date = datetime.date(year, 3, 1) if year else None
    given = {"category": cs.EvidenceCategory.PEOPLE, **more}
    return cs.Evidence("A survey", (about,) if about else (), date=date, **given)  # type: ignore[arg-type]


def row(chart: Chart, number: int, kind: str) -> dict[str, object]:
    """The figures of one cell."""
    (found,) = (each for each in chart.rows if (each["number"], each["kind"]) == (number, kind))
    return found


def test_each_kind_of_evidence_is_a_column() -> None:
    """The six kinds that CQC names stand over the columns."""
    words = letters(" ".join(said(cs.evidence_chart(evidence()))))

    assert all(letters(each.value) in words for each in cs.EvidenceCategory)
    assert letters("Kind not said") not in words


def test_evidence_of_no_kind_has_a_column_where_there_is_some() -> None:
    """A piece whose kind is not said is not lost."""
    chart = drawn(piece(2026, category=None))

    assert row(chart, 1, "Kind not said")["pieces"] == 1
    assert letters("Kind not said") in letters(" ".join(said(chart)))


@pytest.mark.parametrize(
    ("year", "age"), [(2026, "fresh"), (2020, "old"), (None, "undated"), (2027, "future")]
)
def test_ages_are_counted_and_named(year: int | None, age: str) -> None:
    """Each cell says how many pieces there are, and of what age."""
    chart = drawn(piece(year))
    name = "dated in the future" if age == "future" else age
    words = letters(" ".join(said(chart)))

    assert row(chart, 1, "People's experience")[age] == 1
    assert letters(f"1 1 {name}") in words
    assert f"People's experience: 1 (1 {name})" in chart.alt_text


def test_a_cell_with_anything_fresh_is_dark() -> None:
    """Some fresh evidence makes a cell dark, only old makes it light, and none leaves it white."""
    chart = drawn(piece(2026), piece(2019), piece(2019, about="2"))
    fills = {
        tuple(each.get_facecolor()[:3])  # type: ignore[attr-defined]
        for each in chart.artists
        if each.get_zorder() == pytest.approx(1.7)
    }

    assert len(fills) == 3
    assert row(chart, 1, "People's experience") == {
        "number": 1,
        "standard": "Person-centred and focused on outcomes",
        "domain": "person-centred",
        "kind": "People's experience",
        "pieces": 2,
        "fresh": 1,
        "old": 1,
        "undated": 0,
        "future": 0,
        "months": 24,
    }


def test_what_is_about_no_standard_is_told() -> None:
    """Evidence that no cell can hold is counted in a note."""
    assert "Not shown, as it is about no standard: 1." in said(drawn(piece(2026, about="")))


def test_the_day_and_the_limit_stand_under_the_title() -> None:
    """Whoever reads it knows on which day it was so, and when evidence counts as old."""
    words = letters(" ".join(said(drawn(piece(2026)))))

    assert letters("As it stood on 25 November 2026: 1 piece of evidence.") in words
    assert letters("Old after the months that the framework gives, else after 24.") in words


def test_without_evidence_every_cell_says_none() -> None:
    """No evidence is a chart that says so in each of 72 cells."""
    chart = drawn()

    assert said(chart).count("None") == 72 + 1
    assert letters("0 pieces of evidence") in letters(" ".join(said(chart)))
