"""Every score can be worked out by hand from what its explanation lists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.explaining.explanation import LeftOut, explain_all
from commissioning_standards.explaining.sums import Sum, rounding
from commissioning_standards.explaining.words import explanations_text, working
from commissioning_standards.figures import shown
from commissioning_standards.problems import problem
from commissioning_standards.rules import RULES
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.small import Number, one_standard, small_framework, small_scale, small_standard
from tests.strategies import assessments, fills, frameworks

CARDS = st.builds(
    cs.score, frameworks().flatmap(fills), rule=st.sampled_from([rule.name for rule in RULES])
)
NUMBER = re.compile(r"\d+(\.\d+)?")
FLAT = (str, int, float, bool, type(None))


def run(*arguments: str | Path) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def times(text: str) -> str:
    """Text with a multiplication sign for every asterisk, as it is printed."""
    return text.replace("*", "\N{MULTIPLICATION SIGN}")


def every(explanation: cs.Explanation) -> Iterator[cs.Explanation]:
    """An explanation and all within it."""
    yield explanation
    for each in explanation.parts:
        yield from every(each)


def by_hand(rule: str, parts: list[tuple[Fraction, Fraction]]) -> Fraction:
    """The rule as the field's papers have it, with fractions added one by one."""
    if rule == "gated":
        return min(value for _, value in parts)
    total = sum((weight * value for weight, value in parts), Fraction(0))
    return total / sum((weight for weight, _ in parts), Fraction(0))


def worked_out(text: str) -> Fraction:
    """What the left side of a written sum comes to, worked out as it stands."""
    if text.startswith("the lowest of "):
        values, _, result = text.removeprefix("the lowest of ").partition(" is ")
        assert Fraction(result) == min(map(Fraction, values.split(", ")))
        return Fraction(result)
    left, _, right = text.partition(" = ")
    python = left.replace("÷", "/").replace("\N{MULTIPLICATION SIGN}", "*")
    value = eval(NUMBER.sub(r"Fraction('\g<0>')", python))  # noqa: S307 - our own digits and signs
    assert value == Fraction(right)
    return Fraction(value)


def rated(
    *answers: object,
    levels: tuple[Number, ...] = (1, 2, 3, 4),
    weights: tuple[Number, ...] = (),
    rule: str = "mean",
) -> cs.Explanation:
    """The explanation of one standard with these answers."""
    scale = small_scale(levels)
    standard = small_standard(1, 1, weights or [1] * len(answers), scale)
    framework = small_framework([standard], [1], scale)
    given_answers = {f"1.{index}": answer for index, answer in enumerate(answers, 1)}
    reasons = dict.fromkeys(given_answers, "Done by others")
    assessment = cs.assess(framework, given_answers, comments=reasons)
    return cs.explain(cs.score(assessment, rule), 1)


@given(CARDS)
def test_the_parts_listed_make_the_score(card: cs.Scorecard) -> None:
    """Worked out from the values and weights of what entered, every score is exact."""
    for each in every(cs.explain(card, "overall")):
        parts = [(part.score.weight, part.score.score) for part in each.entered]
        pairs = [(weight, value) for weight, value in parts if value is not None]
        expected = by_hand(card.rule.name, pairs) if pairs else None

        assert len(pairs) == len(parts)
        assert each.rating or each.score.score == expected
        assert (each.sum.result if each.sum else None) == expected


@given(CARDS)
def test_the_range_is_made_of_the_parts_ranges(card: cs.Scorecard) -> None:
    """Low and high are the same sums over the lows and highs of all that applies."""
    for each in every(cs.explain(card, "overall")):
        for figure, made in (("low", each.low_sum), ("high", each.high_sum)):
            parts = [(part.score.weight, getattr(part.score, figure)) for part in each.parts]
            pairs = [(weight, value) for weight, value in parts if value is not None]

            assert (made.result if made else None) == (
                by_hand(card.rule.name, pairs) if pairs else None
            )
            assert each.rating or getattr(each.score, figure) == (made and made.result)


@given(CARDS)
def test_a_written_sum_comes_to_what_it_says(card: cs.Scorecard) -> None:
    """Typed into a calculator as it is written, a sum gives the score, the low or the high."""
    for each in every(cs.explain(card, "overall")):
        for made in filter(None, (each.sum, each.low_sum, each.high_sum)):
            assert worked_out(str(made)) == made.result


@given(CARDS)
def test_every_rating_listed_is_in_the_assessment(card: cs.Scorecard) -> None:
    """What entered the whole is all that was rated, and each rating is the assessment's own."""
    overall = cs.explain(card, "overall")

    assert [each for each in card.assessment.ratings if each.level] == list(overall.ratings)
    assert [each for each in card.assessment.ratings if each.is_open] == list(overall.open_answers)


@given(CARDS)
def test_every_part_entered_or_was_left_out(card: cs.Scorecard) -> None:
    """Nothing is told twice and nothing is kept quiet: what did not enter has a reason."""
    for each in every(cs.explain(card, "overall")):
        assert sorted(part.score.id for part in (*each.entered, *each.left_out)) == sorted(
            part.score.id for part in each.parts
        )
        assert all(part.reason for part in each.left_out)
        assert not any(part.reason for part in each.entered)


@given(CARDS)
def test_what_is_within_the_whole_is_every_part(card: cs.Scorecard) -> None:
    """An explanation of the whole holds every score of the card once, as rows too."""
    overall = cs.explain(card, "overall")
    expected = sorted(each.id for each in card.parts)

    assert sorted(each.score.id for each in every(overall)) == expected
    assert sorted(str(row["id"]) for row in overall.rows()) == expected


@given(CARDS)
def test_every_part_is_explained_by_every_name(card: cs.Scorecard) -> None:
    """Whatever a scorecard can be asked for can be explained, and is that very score."""
    names = [each.id for each in card.parts] + [each.number for each in card.standards]

    assert [cs.explain(card, each or "").score for each in names] == [
        card[each or ""] for each in names
    ]


@given(CARDS)
def test_rows_are_flat_and_alike(card: cs.Scorecard) -> None:
    """Rows have one set of columns, and hold numbers, text, true or false, and nothing else."""
    rows = cs.explain(card, "overall").rows()

    assert {tuple(row) for row in rows} == {tuple(rows[0])}
    assert all(isinstance(value, FLAT) for row in rows for value in row.values())


@given(CARDS)
def test_the_plain_data_is_enough_to_work_it_out(card: cs.Scorecard) -> None:
    """Whoever has only the JSON can work every score out exactly from what entered."""
    waiting = [cs.explain(card, "overall").as_dict()]
    while waiting:
        each = waiting.pop()
        waiting += each["entered"]
        pairs = [(Fraction(one["weight_exact"]), Fraction(one["exact"])) for one in each["entered"]]

        assert not pairs or by_hand(card.rule.name, pairs) == Fraction(each["exact"])


@given(CARDS)
def test_the_plain_data_survives_json(card: cs.Scorecard) -> None:
    """Written as JSON and read again the plain data is the same."""
    document = cs.explain(card, "overall").as_dict()

    assert json.loads(json.dumps(document)) == document


@given(st.data())
def test_any_explanation_can_be_written(data: st.DataObject) -> None:
    """Whatever people wrote, the text says the score, and no comment breaks a line of it."""
    assessment = data.draw(frameworks().flatmap(assessments))
    card = cs.score(assessment)
    for part in card.parts:
        text = cs.explanation_text(cs.explain(card, part.id))

        assert part.score is None or f"shown as {shown(part.score)}." in " ".join(text.split())
        assert all(line.isprintable() for line in text.splitlines()[3:])


@given(CARDS)
def test_no_level_is_said_of_the_whole(card: cs.Scorecard) -> None:
    """A council is a profile: the explanation of the whole gives it no level."""
    assert "Level reached" not in cs.explanation_text(cs.explain(card, "overall"))


@pytest.mark.parametrize(
    ("explanation", "expected"),
    [
        (rated(3, 2, 3, None), "(3 + 2 + 3) ÷ 3 = 8/3, shown as 2.67."),
        (rated(3, 2, weights=(2, 1)), times("(2 * 3 + 1 * 2) ÷ (2 + 1) = 8/3, shown as 2.67.")),
        (rated(3, 2, 3, None, rule="gated"), "the lowest of 3, 2, 3 is 2, shown as 2.00."),
        (rated(4, "n/a"), "4 ÷ 1 = 4, shown as 4.00."),
        (rated(4, weights=("7/3",)), times("(7/3 * 4) ÷ (7/3) = 4, shown as 4.00.")),
        (rated(4, weights=(2,)), times("(2 * 4) ÷ 2 = 4, shown as 4.00.")),
        (
            rated(3, 2, weights=("7/3", "0.5")),
            times("(7/3 * 3 + 0.5 * 2) ÷ (7/3 + 0.5) = 48/17, shown as 2.82."),
        ),
        (
            rated(0, "0.5", 1, levels=(0, "1/2", 1)),
            "(0 + 0.5 + 1) ÷ 3 = 1/2, shown as 0.50.",
        ),
        (
            rated(0, "0.5", "0.5", levels=(0, "1/2", 1), rule="gated"),
            "the lowest of 0, 0.5, 0.5 is 0, shown as 0.00.",
        ),
        (rated(-1, -1, 2, levels=(-1, 0, 2)), "(-1 + (-1) + 2) ÷ 3 = 0, shown as 0.00."),
        (
            rated(-1, 2, levels=(-1, 0, 2), weights=(2, 1)),
            times("(2 * (-1) + 1 * 2) ÷ (2 + 1) = 0, shown as 0.00."),
        ),
        (rated("Level A", 1, levels=("1/3", 1)), "(1/3 + 1) ÷ 2 = 2/3, shown as 0.67."),
    ],
)
def test_a_sum_reads_as_a_person_would_write_it(explanation: cs.Explanation, expected: str) -> None:
    """Weights stand only where they count, odd numbers stay exact, and signs stand apart."""
    assert working(explanation) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("8/3", "up"), ("7/3", "down"), ("5/2", "exact"), ("-1/3", "up"), ("-2/3", "down")],
)
def test_the_way_of_rounding_is_told(value: str, expected: str) -> None:
    """A score shown above what it is was rounded up, also below zero."""
    assert rounding(Fraction(value)) == expected


def test_a_sum_of_scores_is_written_in_fractions() -> None:
    """Half a score is 1/2 and not 0.5, beside thirds that no decimal can write."""
    mean = RULES[0]
    pairs = [(Fraction(1), Fraction(5, 2)), (Fraction(1), Fraction(7, 3))]

    assert str(Sum(mean, pairs)) == "(5/2 + 7/3) ÷ 2 = 29/12"


def test_the_figures_of_a_standard(card: cs.Scorecard) -> None:
    """Standard 4 of the invented council is 8/3, shown rounded up, with its rule's version."""
    four = cs.explain(card, 4)

    assert (four.exact, four.shown, four.rounded) == ("8/3", "2.67", "up")
    assert (four.rule.name, four.rule.version) == ("mean", 1)
    assert [str(each) for each in (four.low_sum, four.high_sum)] == [
        "(3 + 2 + 3 + 1) ÷ 4 = 9/4",
        "(3 + 2 + 3 + 4) ÷ 4 = 3",
    ]


def test_a_score_that_is_missing_has_no_figures() -> None:
    """Nothing stands in for a score that is not there."""
    none = rated(None)

    assert (none.exact, none.shown, none.rounded, none.sum) == (None, None, None, None)
    assert none.low_sum is not None


def test_each_kind_of_leaving_out_has_its_reason() -> None:
    """Not applicable, blank and don't know are told apart, and so are the parts above them."""
    scale = small_scale()
    standards = [
        small_standard(1, 1, [1, 1, 1, 1], scale),
        small_standard(2, 1, [1], scale),
        small_standard(3, 1, [1], scale),
    ]
    framework = small_framework(standards, [1], scale)
    answers = {"1.1": "n/a", "1.2": None, "1.3": "Don't know", "1.4": 2, "2.1": "n/a"}
    reasons = {"1.1": "Done by others", "2.1": "Done by others"}
    card = cs.score(cs.assess(framework, answers, comments=reasons))

    assert {each.id: cs.explain(card, each.id).reason for each in card.parts} == {
        "overall": None,
        "domain-1": None,
        "standard-1": None,
        "1.1": LeftOut.NOT_APPLICABLE,
        "1.2": LeftOut.BLANK,
        "1.3": LeftOut.DONT_KNOW,
        "1.4": None,
        "standard-2": LeftOut.NOTHING_APPLIES,
        "2.1": LeftOut.NOT_APPLICABLE,
        "standard-3": LeftOut.NOTHING_RATED,
        "3.1": LeftOut.BLANK,
    }
    assert [working(cs.explain(card, each)) for each in ("1.1", "1.2", "1.3", 2, 3)] == [
        "No score, as it does not apply: “Done by others”.",
        "No score, as the answer is blank.",
        "No score, as the answer is “Don't know”.",
        "No score, as nothing in it applies.",
        "No score, as nothing in it is rated (1 open, 0 not applicable).",
    ]


def test_a_rating_is_told_with_its_cell(example: cs.Assessment, tmp_path: Path) -> None:
    """Each answer that entered is told with the file, sheet and cell it was read from."""
    (tmp_path / "return.xlsx").write_bytes(workbook_bytes(example))
    card = cs.score(cs.read_workbook(tmp_path / "return.xlsx"))
    first = cs.explain(card, 4).entered[0]

    assert str(first.origin) == "return.xlsx, sheet Inclusive, cell H6"
    assert "Its answers were read from return.xlsx." in cs.explanation_text(cs.explain(card, 4))
    assert "Its answer was read from return.xlsx, sheet Inclusive, cell H6." in cs.explanation_text(
        first
    )
    assert first.as_dict()["cell"] == "H6"


def test_an_answer_that_was_tidied_is_told_as_it_was_typed(card: cs.Scorecard) -> None:
    """Where a cell held another way of writing a level, both are told."""
    place = cs.Place("return.xlsx", "Inclusive", "H6")
    note = problem("tidied", evolve(place, item="4.1"), found="“ 3 ”", allowed="“3 Established”")
    other = problem("other-wording")
    ratings = [
        evolve(each, origin=place) if each.criterion == "4.1" else each
        for each in card.assessment.ratings
    ]
    source = cs.Source("return.xlsx", "ab" * 32, (note, other))
    tidied = cs.score(evolve(card.assessment, ratings=ratings, source=source))

    assert working(cs.explain(tidied, "4.1")) == (
        "3, the value of 3 Established, typed as “ 3 ”, shown as 3.00."
    )
    assert cs.explain(tidied, "4.2").typed == ""


def test_the_text_of_a_standard(card: cs.Scorecard) -> None:
    """The whole explanation of a standard reads from the sum down to what was left out."""
    text = cs.explanation_text(cs.explain(card, 4)).split("\n\n")

    assert text[:4] == [
        (
            "4 Coproduced with people, their carers and communities\n"
            "Self-assessment of Borsetshire County Council 2026-27, "
            "seen by leaders and commissioners\n"
            "Rule mean, version 1. A score is the weighted mean of the parts that have one."
        ),
        (
            "Score: (3 + 2 + 3) ÷ 3 = 8/3, shown as 2.67.\n"
            "It was rounded up to be shown; the score itself stays 8/3.\n"
            "Level reached: 2 Developing, the highest not above 8/3.\n"
            "Low: (3 + 2 + 3 + 1) ÷ 4 = 9/4, shown as 2.25.\n"
            "High: (3 + 2 + 3 + 4) ÷ 4 = 3, shown as 3.00.\n"
            "Low puts in 1 Starting, and high 4 Leading, for what is open: 4.4."
        ),
        (
            "What entered:\n"
            "  4.1 Who takes part: 3 Established.\n"
            "  4.2 A share in decisions: 2 Developing.\n"
            "  4.3 Support to take part: 3 Established."
        ),
        "What was left out:\n  4.4 Telling people what changed: left out, as the answer is blank.",
    ]


def test_weights_are_told_where_they_count() -> None:
    """Each part of a weighted sum is listed with its weight; of an even one, without."""
    weighted = cs.explanation_text(rated(3, 2, None, weights=("7/3", 1, 2)))

    assert "  1.1 Name (weight 7/3): 3 Level C." in weighted
    assert "  1.3 Name (weight 2): left out, as the answer is blank." in weighted
    assert "weight 1" not in cs.explanation_text(rated(3, 2))
    assert "(weight" not in cs.explanation_text(rated(3, 2, weights=(2, 1), rule="gated"))


def test_what_an_open_criterion_could_be_is_told() -> None:
    """A blank has no sum: its low and high are the two ends of the scale."""
    text = cs.explanation_text(rated(None).parts[0])

    assert (
        "No score, as the answer is blank.\nLow: 1, shown as 1.00.\nHigh: 4, shown as 4.00.\n"
        in text
    )


def test_where_nothing_applies_no_range_is_told() -> None:
    """A part that does not apply has neither low nor high."""
    text = cs.explanation_text(rated("n/a"))

    assert "No score, as nothing in it applies." in text
    assert "Low" not in text
    assert "low" not in text


def test_rows_say_what_entered_what() -> None:
    """A row names the part it is within, and why it was left out where it was."""
    rows = rated(3, None, "n/a").rows()
    names = ("id", "within", "entered", "reason", "answer", "comment", "sum")

    assert [tuple(row[name] for name in names) for row in rows] == [
        ("standard-1", None, True, None, None, None, "3 ÷ 1 = 3"),
        ("1.1", "standard-1", True, None, "3 Level C", "Done by others", None),
        ("1.2", "standard-1", False, "blank", None, "Done by others", None),
        (
            "1.3",
            "standard-1",
            False,
            "not applicable",
            "Not applicable",
            "Done by others",
            None,
        ),
    ]


def test_plain_data_says_what_it_was_made_from(card: cs.Scorecard) -> None:
    """The JSON carries rule, version, framework and return, the sums and what was put in."""
    document = cs.explain(card, 4).as_dict()

    assert document["schema"] == "commissioning-standards/explanation/1"
    assert document["scoring"] == {"rule": "mean", "version": 1}
    assert document["sums"]["score"] == "(3 + 2 + 3) ÷ 3 = 8/3"
    assert document["put_in"] == {"criteria": ["4.4"], "low": 1.0, "high": 4.0}
    assert [each["reason"] for each in document["left_out"]] == ["blank"]
    assert document["level"] == {"value": 2.0, "label": "Developing"}


def test_an_unknown_name_is_told_with_the_near_miss(card: cs.Scorecard) -> None:
    """Every name that is no part is told once, however many cards are asked."""
    with pytest.raises(cs.AssessmentError) as caught:
        explain_all([card, card], ["inclusiv", "4", "zzzz"])

    assert [each.found for each in caught.value.problems] == ["“inclusiv”", "“zzzz”"]
    assert caught.value.problems[0].hint == "Did you mean inclusive?"


def test_several_explanations_come_as_a_list(card: cs.Scorecard) -> None:
    """One explanation is an object of its own; several are a list in the order asked for."""
    several = explain_all([card], ["4", "inclusive", "4"])

    assert [each["id"] for each in json.loads(explanations_text(several, "json"))] == [
        "coproduction",
        "inclusive",
    ]
    assert json.loads(explanations_text(several[:1], "json"))["number"] == 4


@pytest.fixture
def workbook(example: cs.Assessment, tmp_path: Path) -> Path:
    """The invented council's workbook."""
    path = tmp_path / "return.xlsx"
    path.write_bytes(workbook_bytes(example))
    return path


def test_the_command_explains_what_is_named(workbook: Path) -> None:
    """Each part that is named is explained, one after the other, on standard output."""
    card = cs.score(cs.read_workbook(workbook))
    result = run("score", workbook, "--explain", "4", "--explain", "4.1")
    expected = [cs.explanation_text(cs.explain(card, name)) for name in (4, "4.1")]

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "\n".join(f"{each}\n" for each in expected)


def test_the_command_explains_by_the_rule_asked_for(workbook: Path) -> None:
    """With the gated rule the lowest is what is explained."""
    result = run("score", workbook, "--explain", "4", "--rule", "gated")

    assert "Score: the lowest of 3, 2, 3 is 2, shown as 2.00." in result.stdout


def test_the_command_explains_as_json_only(workbook: Path) -> None:
    """Asked for JSON, standard output holds the explanation and nothing else."""
    document = json.loads(run("score", workbook, "--explain", "4", "--format", "json").stdout)

    assert (document["id"], document["exact"]) == ("coproduction", "8/3")


def test_the_command_refuses_an_unknown_name(workbook: Path) -> None:
    """A name that is no part is wrong usage, told in one line with the near miss."""
    result = run("score", workbook, "--explain", "inclusiv")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "There is no score of “inclusiv” to explain. Did you mean inclusive? "
        "Name a domain, a standard's number, a criterion's ID, or overall.\n"
    )


@pytest.mark.parametrize(
    "options", [["--sensitivity"], ["--format", "csv"]], ids=["sensitivity", "csv"]
)
def test_the_command_explains_one_thing_at_a_time(workbook: Path, options: list[str]) -> None:
    """An explanation is text or JSON, and stands alone."""
    result = run("score", workbook, "--explain", "4", *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--explain and --sensitivity are" in result.stderr


def test_a_standard_of_the_worked_example() -> None:
    """A standard with nothing rated says what it could be, and lists every blank."""
    text = cs.explanation_text(cs.explain(cs.score(cs.Assessment(one_standard(2))), 1))

    assert "No score, as nothing in it is rated (2 open, 0 not applicable)." in text
    assert "Low: (1 + 1) ÷ 2 = 1, shown as 1.00." in text
    assert "What entered" not in text


def test_rows_give_the_comment_of_every_criterion(example: cs.Assessment) -> None:
    """A rated criterion's comment stands in its row, as does the reason of one left out."""
    rows = cs.explain(cs.score(example), "overall").rows()
    said = {row["id"]: row["comment"] for row in rows if row["comment"]}

    assert said == {each.criterion: each.comment for each in example.ratings if each.comment}
    assert any(each.level and each.comment for each in example.ratings)
