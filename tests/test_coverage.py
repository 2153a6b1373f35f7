"""What evidence covers by standard, kind and age, and how actions stand, on a given day."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.evidencing.ages import Age, age_on, months_after
from commissioning_standards.evidencing.coverage import CATEGORIES, MONTHS_UNTIL_OLD
from commissioning_standards.evidencing.tables import coverage_document, coverage_text
from commissioning_standards.parts import LookFor
from tests.small import small_framework, small_scale, small_standard
from tests.strategies import assessments, frameworks

PROCESSES, OUTCOMES = cs.EvidenceCategory.PROCESSES, cs.EvidenceCategory.OUTCOMES
ON = date(2026, 11, 24)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
WHOLE = frameworks().flatmap(assessments)


def held_by(
    evidence: Sequence[cs.Evidence] = (),
    actions: Sequence[cs.Action] = (),
    look_for: Sequence[LookFor] = (),
) -> cs.Assessment:
    """An assessment against two standards of two criteria, the first with evidence to look for."""
    scale = small_scale()
    first, second = (small_standard(number, 1, [1, 1], scale) for number in (1, 2))
    framework = small_framework([evolve(first, evidence=tuple(look_for)), second], [1], scale)
    return cs.Assessment(framework, evidence=tuple(evidence), actions=tuple(actions))


def ages(assessment: cs.Assessment, on: date = ON, months: int = 24) -> list[Age]:
    """The ages of the evidence for standard 1."""
    return [each.age for each in cs.coverage(assessment, on, months=months)[1].held]


def titles(records: Sequence[cs.Evidence | cs.Action]) -> list[str]:
    """What records are called."""
    return [each.title for each in records]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 15), 1, date(2027, 2, 15)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(9999, 12, 31), 1, date.max),
        (date(1, 1, 1), -1, date.min),
    ],
)
def test_months_are_those_of_the_calendar(day: date, months: int, expected: date) -> None:
    """A month later is the same day, or the last of a shorter month; the calendar has ends."""
    assert months_after(day, months) == expected


@given(DAYS, st.integers(0, 600))
def test_months_after_is_in_the_month_that_many_later(day: date, months: int) -> None:
    """Counted in months, the way there is exact, and the day is no later in its month."""
    later = months_after(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(1)).day == 1)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 8, 31), Age.FRESH),
        (date(2027, 2, 28), Age.FRESH),
        (date(2027, 3, 1), Age.OLD),
        (date(2026, 8, 30), Age.FUTURE),
    ],
)
def test_evidence_is_old_after_its_last_day(on: date, expected: Age) -> None:
    """Of 31 August and good for six months, it is fresh to the end of February and old in March."""
    assert age_on(on, date(2026, 8, 31), 6) is expected


def test_evidence_without_a_date_is_undated() -> None:
    """What has no date is neither fresh nor old."""
    assert age_on(ON, None, 6) is Age.UNDATED


@given(DAYS, DAYS, st.integers(0, 60))
def test_evidence_never_gets_fresher(day: date, on: date, months: int) -> None:
    """As days go by, evidence is first in the future, then fresh, then old, and stays old."""
    order = [Age.FUTURE, Age.FRESH, Age.OLD]
    today, tomorrow = (age_on(each, day, months) for each in (on, on + timedelta(1)))

    assert order.index(today) <= order.index(tomorrow)


@pytest.mark.parametrize(("about", "expected"), [("1", 1), ("1.2", 1), ("2", 0), ("2.1", 0)])
def test_evidence_counts_where_it_is_about(about: str, expected: int) -> None:
    """It counts for the standard whose number or criterion it names, and for no other."""
    assessment = held_by([cs.Evidence("Survey", about)])

    assert len(cs.coverage(assessment, ON)[1].held) == expected


def test_evidence_about_a_standard_twice_over_counts_once() -> None:
    """A piece that names a standard and two of its criteria is one piece."""
    assessment = held_by([cs.Evidence("Survey", ("1", "1.1", "1.2"))])

    assert len(cs.coverage(assessment, ON)[1].held) == 1


def test_evidence_about_two_standards_counts_for_both() -> None:
    """A provider survey may bear on two standards."""
    covered = cs.coverage(held_by([cs.Evidence("Survey", ("1", "2.1"))]), ON)

    assert [len(each.held) for each in covered.standards] == [1, 1]


def test_evidence_about_nothing_is_listed_apart() -> None:
    """A piece that names no standard counts for none, and is told."""
    covered = cs.coverage(held_by([cs.Evidence("Stray"), cs.Evidence("Survey", "1")]), ON)

    assert titles(covered.about_nothing) == ["Stray"]
    assert [len(each.held) for each in covered.standards] == [1, 0]


def test_evidence_from_the_future_is_flagged() -> None:
    """A date after the day looked on is told, and does not count as fresh."""
    assessment = held_by([cs.Evidence("Typed wrong", "1", date=ON + timedelta(1))])

    assert titles(cs.coverage(assessment, ON).future) == ["Typed wrong"]
    assert ages(assessment) == [Age.FUTURE]


def test_evidence_of_the_day_itself_is_fresh() -> None:
    """Today's evidence is not from the future."""
    assessment = held_by([cs.Evidence("Today's", "1", date=ON)])

    assert ages(assessment) == [Age.FRESH]
    assert cs.coverage(assessment, ON).future == ()


def test_the_shortest_of_several_limits_counts() -> None:
    """Where the framework gives a kind of evidence two limits, the stricter is meant."""
    look_for = [
        LookFor("Notes", PROCESSES, 12),
        LookFor("Minutes", PROCESSES, 6),
        LookFor("Figures", PROCESSES),
        LookFor("Results", OUTCOMES, 3),
    ]
    covered = cs.coverage(held_by(look_for=look_for), ON)[1]

    assert (covered.limit(PROCESSES), covered.limit(OUTCOMES)) == (6, 3)


def test_a_kind_without_a_limit_has_the_default() -> None:
    """Where the framework gives no limit it is 24 months, and the caller may say another."""
    assessment = held_by(look_for=[LookFor("Notes", PROCESSES), LookFor("Minutes", OUTCOMES, 6)])

    assert MONTHS_UNTIL_OLD == 24
    assert cs.coverage(assessment, ON)[1].limit(PROCESSES) == 24
    assert cs.coverage(assessment, ON, months=36)[1].limit(PROCESSES) == 36
    assert cs.coverage(assessment, ON)[2].limit(OUTCOMES) == 24


def test_a_limit_holds_for_its_own_standard() -> None:
    """One piece may be old for one standard and fresh for another."""
    piece = cs.Evidence("Survey", ("1", "2"), OUTCOMES, ON - timedelta(300))
    covered = cs.coverage(held_by([piece], look_for=[LookFor("Results", OUTCOMES, 6)]), ON)

    assert [each.held[0].age for each in covered.standards] == [Age.OLD, Age.FRESH]


def test_missing_kinds_are_named() -> None:
    """Of CQC's six kinds, those of which there is no evidence are told."""
    kinds = [each for each in cs.EvidenceCategory if each is not OUTCOMES]
    evidence = [cs.Evidence(each.value, "1", each) for each in kinds]
    covered = cs.coverage(held_by(evidence), ON)

    assert covered[1].missing == (OUTCOMES,)
    assert covered[2].missing == tuple(cs.EvidenceCategory)


def test_evidence_of_a_criterion_is_its_own_and_its_standards() -> None:
    """What is about 1.1 bears not on 1.2, and what is about 1 bears on both."""
    evidence = [cs.Evidence("One", "1.1"), cs.Evidence("Whole", "1")]
    covered = cs.coverage(held_by(evidence), ON)[1]
    bearing = [
        titles([each.evidence for each in covered.bearing_on(criterion)])
        for criterion in covered.standard.criteria
    ]

    assert bearing == [["One", "Whole"], ["Whole"]]


def test_an_unknown_standard_is_a_key_error() -> None:
    """Asking for a standard that is not there says so."""
    with pytest.raises(KeyError, match="no standard 9"):
        _ = cs.coverage(held_by(), ON)[9]


@pytest.mark.parametrize(
    ("status", "due", "expected"),
    [
        (None, ON - timedelta(1), True),
        (cs.Status.NOT_STARTED, ON - timedelta(1), True),
        (cs.Status.IN_PROGRESS, ON - timedelta(1), True),
        (cs.Status.DONE, ON - timedelta(1), False),
        (cs.Status.STOPPED, ON - timedelta(1), False),
        (None, ON, False),
        (None, None, False),
    ],
)
def test_an_action_is_overdue_after_its_day(
    status: cs.Status | None, due: date | None, *, expected: bool
) -> None:
    """Due before the day and neither done nor stopped is overdue; due on the day is not."""
    assessment = held_by(actions=[cs.Action("Act", due=due, status=status)])

    assert bool(cs.coverage(assessment, ON).actions.overdue) is expected


def test_what_an_action_lacks_is_told() -> None:
    """An action without a date, an owner or a measure is listed for each."""
    whole = cs.Action("Whole", owner="Ann", due=ON, measure="Seen", status=cs.Status.DONE)
    bare = cs.Action("Bare")
    actions = cs.coverage(held_by(actions=[whole, bare]), ON).actions
    lacking = [actions.undated, actions.unowned, actions.unmeasurable]

    assert lacking == [(bare,)] * 3
    assert actions.done == (whole,)


@given(WHOLE, DAYS)
def test_every_piece_is_about_something_or_nothing(assessment: cs.Assessment, on: date) -> None:
    """No piece of evidence is lost: each counts for a standard, or is about nothing."""
    covered = cs.coverage(assessment, on)
    counted = [held.evidence for each in covered.standards for held in each.held]
    found = [each for each in assessment.evidence if each in counted]

    assert len(found) + len(covered.about_nothing) == len(assessment.evidence)


@given(WHOLE, DAYS)
def test_kinds_and_ages_each_divide_the_evidence(assessment: cs.Assessment, on: date) -> None:
    """A standard's evidence is the sum of its kinds, and of its ages."""
    for each in cs.coverage(assessment, on).standards:
        by_kind = sum(len(each.of(kind)) for kind in CATEGORIES)
        by_age = sum(len(each.aged(age)) for age in Age)
        assert by_kind == by_age == len(each.held)


@given(WHOLE, DAYS)
def test_rows_hold_every_count(assessment: cs.Assessment, on: date) -> None:
    """There is a row for each standard and kind, and the rows add up to the evidence held."""
    covered = cs.coverage(assessment, on)
    rows = covered.rows()
    numbers = [row[age.name.lower()] for row in rows for age in Age]

    assert len(rows) == len(covered.standards) * len(CATEGORIES)
    assert sum(each for each in numbers if isinstance(each, int)) == sum(
        len(each.held) for each in covered.standards
    )


@given(WHOLE, DAYS)
def test_a_shorter_default_leaves_no_more_fresh(assessment: cs.Assessment, on: date) -> None:
    """A stricter limit never makes old evidence fresh."""
    fresh = [
        sum(len(each.aged(Age.FRESH)) for each in cs.coverage(assessment, on, months=n).standards)
        for n in (3, 24)
    ]

    assert fresh == sorted(fresh)


@given(WHOLE, DAYS)
def test_the_document_is_plain_data(assessment: cs.Assessment, on: date) -> None:
    """What goes out as JSON comes back the same."""
    document = coverage_document(cs.coverage(assessment, on))

    assert json.loads(coverage_text(cs.coverage(assessment, on), "json")) == document


@given(WHOLE, DAYS)
def test_the_table_is_safe_to_print(assessment: cs.Assessment, on: date) -> None:
    """Whatever people typed, no line of the table can steer a terminal or is broken by it."""
    text = coverage_text(cs.coverage(assessment, on), "table")

    assert all(line.isprintable() for line in text.split("\n"))


def worked() -> cs.Assessment:
    """Two standards: the first with evidence of every age, the second with none."""
    evidence = [
        cs.Evidence("Survey", "1", PROCESSES, date(2026, 6, 30)),
        cs.Evidence("Figures", "1.1", OUTCOMES, date(2024, 11, 23)),
        cs.Evidence("Notes", "1.2"),
        cs.Evidence("Plan", "1", OUTCOMES, date(2027, 1, 1)),
        cs.Evidence("Stray"),
    ]
    actions = [
        cs.Action("Ask again", "1", "Ann", date(2026, 9, 30), "Half answer"),
        cs.Action("Write it up", due=date(2026, 10, 31)),
        cs.Action("Meet", status=cs.Status.DONE),
    ]
    return held_by(evidence, actions)


def test_the_table_shows_a_worked_case_whole() -> None:
    """Counts by age for each standard and kind, then what to look at, in sentences."""
    overdue = "“Ask again” (due 2026-09-30, Ann); “Write it up” (due 2026-10-31, no owner)"

    assert coverage_text(cs.coverage(worked(), ON), "table").splitlines() == [
        "Self-assessment of an unnamed council: evidence on 2026-11-24.",
        "",
        "                 Fresh  Old  Undated  Dated in the future",
        "1 Standard 1         1    1        1                    1",
        "  Processes          1    0        0                    0",
        "  Outcomes           0    1        0                    1",
        "  Kind not said      0    0        1                    0",
        "2 Standard 2         0    0        0                    0",
        "",
        "Standards with no evidence: 2 Standard 2.",
        "About no standard: “Stray”.",
        "Dated in the future: “Plan” (2027-01-01).",
        f"Actions overdue: {overdue}.",
        "Actions with no due date: “Meet”.",
        "Actions without an owner: “Write it up”; “Meet”.",
        "Actions with no measure: “Write it up”; “Meet”.",
        "Actions done: 1 of 3.",
    ]


def test_stale_standards_are_told_in_a_sentence() -> None:
    """Evidence of which none is known to be fresh is not the same as none."""
    assessment = held_by([cs.Evidence("Notes", "1"), cs.Evidence("Survey", "2", date=ON)])

    assert cs.describe_coverage(cs.coverage(assessment, ON)) == (
        "Self-assessment of an unnamed council: evidence on 2026-11-24. "
        "Standards with evidence, none of it known to be fresh: 1 Standard 1. "
        "Actions overdue: none. Actions done: 0 of 0."
    )


def test_csv_has_a_line_for_each_row() -> None:
    """CSV says the same as the rows, kind for kind."""
    covered = cs.coverage(worked(), ON)
    lines = list(csv.DictReader(StringIO(coverage_text(covered, "csv"), newline="")))
    outcomes = next(each for each in lines if each["category"] == "Outcomes")

    assert len(lines) == len(covered.rows())
    assert [outcomes[age.name.lower()] for age in Age] == ["0", "1", "0", "1"]
    assert (outcomes["on"], outcomes["months"], outcomes["framework"]) == (
        "2026-11-24",
        "24",
        "small",
    )


def test_the_document_of_a_worked_case() -> None:
    """JSON names its schema, each piece with its age and limit, and the actions by state."""
    document = coverage_document(cs.coverage(worked(), ON))
    first = document["standards"][0]

    assert document["schema"] == "commissioning-standards/coverage/1"
    assert [(each["title"], each["age"], each["months"]) for each in first["evidence"]] == [
        ("Survey", "fresh", 24),
        ("Figures", "old", 24),
        ("Notes", "undated", 24),
        ("Plan", "future", 24),
    ]
    assert first["missing"] == [
        each.value for each in cs.EvidenceCategory if each not in (PROCESSES, OUTCOMES)
    ]
    assert [each["title"] for each in document["actions"]["overdue"]] == [
        "Ask again",
        "Write it up",
    ]
    assert [each["title"] for each in document["about_nothing"]] == ["Stray"]


def run(*arguments: str | Path) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def saved(tmp_path: Path, example: cs.Assessment) -> Path:
    """The invented council's assessment in a file."""
    path = tmp_path / "return.json"
    path.write_text(cs.to_json(example), encoding="utf-8")
    return path


def test_the_command_prints_coverage_and_overdue_actions(saved: Path) -> None:
    """On a day after one action was due, the table says so."""
    result = run("evidence", saved, "--on", "2027-02-01")

    assert result.exit_code == 0
    assert "Actions overdue: “Repeat the provider survey” (due 2027-01-31, Market team)." in (
        result.stdout
    )


def test_the_command_writes_only_json_where_asked(saved: Path) -> None:
    """Standard output is one JSON document."""
    document = json.loads(run("evidence", saved, "--on", "2027-02-01", "--format", "json").stdout)

    assert document["schema"] == "commissioning-standards/coverage/1"
    assert document["on"] == "2027-02-01"


def test_without_a_day_the_command_looks_on_today(saved: Path) -> None:
    """The command, and only the command, knows what day it is."""
    before = datetime.now().astimezone().date()
    document = json.loads(run("evidence", saved, "--format", "json").stdout)
    after = datetime.now().astimezone().date()

    assert before <= date.fromisoformat(document["on"]) <= after


def test_a_day_that_is_none_is_wrong_usage(saved: Path) -> None:
    """A date that could be two days is not guessed at."""
    assert run("evidence", saved, "--on", "03/04/2027").exit_code == 2


def test_the_quick_form_has_coverage_too(route_map: cs.Framework) -> None:
    """Evidence about a quick form's one criterion counts for its standard."""
    form = cs.quick_form(route_map)
    covered = cs.coverage(cs.Assessment(form, evidence=(cs.Evidence("Survey", "Q4"),)), ON)

    assert [each.standard.number for each in covered.standards if each.held] == [4]


def test_a_limit_below_zero_is_refused(example: cs.Assessment) -> None:
    """No evidence is old before its day."""
    with pytest.raises(ValueError, match="a limit of -24 months is below zero"):
        cs.coverage(example, ON, months=-24)
