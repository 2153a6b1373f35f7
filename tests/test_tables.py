"""Scorecards as tables: for a terminal, and for other programs."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.tables import csv_text, safe_cell, scores_text, table_text
from tests.small import one_standard
from tests.strategies import assessments, fills, frameworks

COLUMNS = ["Score", "Low", "High", "Level reached", "Rated", "Open", "N/A"]
FIGURES = ["shown", "exact", "score", "low", "high", "level_value", "weight"]


def table_lines(text: str) -> list[str]:
    """The table itself: from its header to the blank line below it."""
    return text.split("\n\n")[1].splitlines()


def parsed(text: str) -> list[dict[str, str]]:
    """CSV as another program reads it."""
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_table_shows_a_small_card_whole() -> None:
    """Above the table stands what it rests on; below it the scale and what it was made from."""
    assessment = cs.assess(
        one_standard(), {"1.1": 3}, council="Borsetshire", respondent=cs.Respondent("Ann")
    )

    digest = assessment.framework.digest[:10]
    lines = table_text(cs.score(assessment)).splitlines()
    made_from = " ".join(lines[9:])

    assert lines[:9] == [
        "Self-assessment of Borsetshire",
        "A small framework (1). Rule mean, version 1.",
        "",
        "                Score   Low  High  Level reached  Rated  Open  N/A",
        "Overall          3.00  2.00  3.50                     1     1    0",
        "Domain 1         3.00  2.00  3.50  Level C            1     1    0",
        "  1 Standard 1   3.00  2.00  3.50  Level C            1     1    0",
        "",
        "The scale runs from 1 Level A to 4 Level D.",
    ]
    assert made_from.startswith(
        f"Framework small, edition 1, digest {digest}; rule mean, version 1;"
    )
    assert made_from.endswith(f"commissioning-standards {cs.__version__}.")


def test_a_table_has_a_line_for_every_standard(card: cs.Scorecard) -> None:
    """The whole, then each domain followed by its own standards."""
    firsts = [
        line.split("  ")[0] or line.strip().split("  ")[0]
        for line in table_lines(table_text(card))[1:]
    ]
    expected = ["Overall"]
    for domain in card.domains:
        expected.append(domain.title)
        expected += [
            f"{each.number} {each.title}" for each in card.standards if each.domain == domain.id
        ]

    assert expected == firsts


@given(frameworks().flatmap(fills))
def test_a_tables_columns_are_aligned(assessment: cs.Assessment) -> None:
    """Every number stands right under its heading's last letter."""
    header, *lines = table_lines(table_text(cs.score(assessment)))
    ends = [header.index(name) + len(name) for name in COLUMNS if name != "Level reached"]
    after = [line.ljust(len(header) + 1)[end] for line in lines for end in ends]

    assert {" "} == set(after)
    assert {len(header)} == {len(line) for line in lines}


def test_a_table_prints_no_one_word_for_the_council(card: cs.Scorecard) -> None:
    """The line of the whole shows figures, and no level."""
    overall = table_lines(table_text(card))[1]

    assert overall.split() == ["Overall", "2.53", "2.28", "2.72", "40", "7", "1"]


def test_a_table_says_where_there_is_no_score(card: cs.Scorecard) -> None:
    """A standard with nothing rated shows no score and its range, never 0."""
    line = next(each for each in table_lines(table_text(card)) if "3 Delivers" in each)

    assert "no score  1.00  4.00" in line


def test_a_table_leaves_the_range_empty_where_nothing_applies() -> None:
    """What does not apply has neither score nor range."""
    answers = {"1.1": "n/a", "1.2": "n/a"}
    comments = {"1.1": "No such service", "1.2": "No such service"}
    card = cs.score(cs.assess(one_standard(), answers, comments=comments))

    assert table_lines(table_text(card))[1].split() == ["Overall", "no", "score", "0", "0", "2"]


def test_a_table_names_its_rule(example: cs.Assessment) -> None:
    """Rule and version stand above the scores they made."""
    assert "Rule gated, version 1." in table_text(cs.score(example, "gated"))


def test_a_table_keeps_its_notes_as_narrow_as_itself(card: cs.Scorecard) -> None:
    """Nothing below the table is wider than the table."""
    _, table, notes = table_text(card).split("\n\n")

    assert max(map(len, notes.splitlines())) <= len(table.splitlines()[0])


@given(frameworks().flatmap(assessments))
def test_csv_reads_back(assessment: cs.Assessment) -> None:
    """A CSV reader finds every row and every value, whatever people wrote."""
    card = cs.score(assessment)
    written = ["" if each is None else str(each) for row in card.rows() for each in row.values()]
    read = [each for row in parsed(csv_text([card])) for each in row.values()]

    assert len(written) == len(read)
    assert all(after in (before, f"'{before}") for before, after in zip(written, read, strict=True))


def test_csv_puts_several_cards_below_one_header(card: cs.Scorecard) -> None:
    """Several returns make one table, one after the other."""
    other = cs.score(evolve(card.assessment, council="Felpersham"))
    rows = parsed(csv_text([card, other]))
    size = len(card.parts)

    assert [row["council"] for row in rows] == [
        *["Borsetshire County Council"] * size,
        *["Felpersham"] * size,
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_csv_makes_formulas_safe(start: str) -> None:
    """Text that a spreadsheet would run is marked as text."""
    text = f"{start}HYPERLINK(1)"
    rows = parsed(csv_text([cs.score(cs.Assessment(one_standard(), council=text))]))

    assert {row["council"] for row in rows} == {f"'{text}"}


@pytest.mark.parametrize("text", ["\t=1+1", "\r=1+1", "=1+1"])
def test_a_cell_is_safe_also_behind_a_tab_or_a_return(text: str) -> None:
    """What a spreadsheet skips before a formula does not smuggle one in."""
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["Borsetshire", "a=1", "", None, -1, -0.5, 3])
def test_a_safe_cell_is_left_alone(value: object) -> None:
    """Numbers, and text that is no formula, are written as they are."""
    assert safe_cell(value) == value


def test_csv_keeps_scores_below_nought_as_numbers() -> None:
    """A figure below zero, on a scale that has such levels, is a figure and no formula."""
    framework = one_standard(values=(-2, -1, 0))
    row = parsed(csv_text([cs.score(cs.assess(framework, {"1.1": -2, "1.2": -1}))]))[0]

    assert [row[name] for name in FIGURES] == [
        "-1.50",
        "-3/2",
        "-1.5",
        "-1.5",
        "-1.5",
        "-2.0",
        "1.0",
    ]


def test_one_card_is_one_json_object(card: cs.Scorecard) -> None:
    """A script that scores one file gets one object."""
    assert (
        json.loads(scores_text([card], "json"))["schema"] == "commissioning-standards/scorecard/1"
    )


def test_several_cards_are_a_json_list(card: cs.Scorecard) -> None:
    """A script that scores several files gets a list, in their order."""
    other = cs.score(evolve(card.assessment, council="Felpersham"))
    documents = json.loads(scores_text([card, other], "json"))

    assert [each["assessment"]["council"] for each in documents] == [
        "Borsetshire County Council",
        "Felpersham",
    ]


def test_several_cards_are_tables_one_below_the_other(card: cs.Scorecard) -> None:
    """Tables of several returns are printed in their order, with a blank line between."""
    assert scores_text([card, card], "table") == f"{table_text(card)}\n\n{table_text(card)}\n"


def test_csv_is_offered_by_name(card: cs.Scorecard) -> None:
    """The form called csv is the CSV of all cards."""
    assert scores_text([card], "csv") == csv_text([card])


@given(st.sampled_from(["table", "csv", "json"]), frameworks().flatmap(assessments))
def test_every_form_ends_its_last_line(form: str, assessment: cs.Assessment) -> None:
    """Output can be joined with other output: it ends with a line's end, and only one."""
    text = scores_text([cs.score(assessment)], form)

    assert text.endswith("\n")
    assert not text.endswith("\n\n")
