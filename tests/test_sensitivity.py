"""Whether the picture would change: each variant is what scoring anew would give."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result
from hypothesis import given

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.explaining.variants import VARIANTS, PartSensitivity
from commissioning_standards.explaining.variants_table import (
    sensitivities_text,
    sensitivity_sentence,
)
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.small import Number, one_standard, small_framework, small_scale, small_standard
from tests.strategies import fills, frameworks

FILLED = frameworks().flatmap(fills)
FLAT = (str, int, float, bool, type(None))


def run(*arguments: str | Path) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def answered(assessment: cs.Assessment, answers: dict[str, cs.Level]) -> cs.Assessment:
    """The same assessment with other answers to some criteria."""
    ratings = [
        evolve(each, answer=answers.get(each.criterion, each.answer)) for each in assessment.ratings
    ]
    return evolve(assessment, ratings=ratings)


def lowered(assessment: cs.Assessment) -> Iterator[tuple[str, cs.Scorecard]]:
    """Every scorecard with one rating a level lower, each scored anew."""
    levels = assessment.framework.scale.levels
    for each in assessment.ratings:
        if each.level and each.level != levels[0]:
            below = levels[levels.index(each.level) - 1]
            yield each.criterion, cs.score(answered(assessment, {each.criterion: below}))


def of_standards(*standards: list[object], weights: tuple[Number, ...] = ()) -> cs.Sensitivity:
    """The sensitivity of one domain of standards with these answers."""
    scale = small_scale()
    made = [
        small_standard(number, 1, weights or [1] * len(answers), scale)
        for number, answers in enumerate(standards, 1)
    ]
    framework = small_framework(made, [1], scale)
    answers = {
        f"{number}.{place}": answer
        for number, of_one in enumerate(standards, 1)
        for place, answer in enumerate(of_one, 1)
    }
    reasons = dict.fromkeys(answers, "Done by others")
    return cs.sensitivity(cs.assess(framework, answers, comments=reasons))


@given(FILLED)
def test_gated_is_the_gated_rules_score(assessment: cs.Assessment) -> None:
    """Under the gated rule every part has the score and level that this rule gives."""
    gated = cs.score(assessment, "gated")

    for each in cs.sensitivity(assessment).parts:
        assert (each.gated.score, each.gated.level) == (
            gated[each.score.id].score,
            gated[each.score.id].level,
        )


@given(FILLED)
def test_flat_counts_every_rated_criterion_once(assessment: cs.Assessment) -> None:
    """The flat mean is that of all ratings in a part, whatever they weigh and stand under."""
    found = cs.sensitivity(assessment)
    for each in found.parts:
        within = [
            one
            for one in found.card.criteria
            if each.score.id in {"overall", one.domain} or each.score.number == one.standard
        ]
        values = [one.score for one in within if one.score is not None]
        expected = sum(values, Fraction(0)) / len(values) if values else None

        assert each.flat.score == expected


@given(FILLED)
def test_open_answers_are_filled_with_the_ends_of_the_scale(assessment: cs.Assessment) -> None:
    """Lowest and highest are the scores with every open answer at that level, scored anew."""
    found = cs.sensitivity(assessment)
    levels = assessment.framework.scale.levels
    for name, level in (("open_lowest", levels[0]), ("open_highest", levels[-1])):
        put_in = {each.criterion: level for each in assessment.ratings if each.is_open}
        card = cs.score(answered(assessment, put_in))
        expected = [(card[one.score.id].score, card[one.score.id].level) for one in found.parts]

        assert [(one.under(name).score, one.under(name).level) for one in found.parts] == expected


@given(FILLED)
def test_one_lower_is_the_worst_that_one_rating_can_do(assessment: cs.Assessment) -> None:
    """No single rating a level lower, scored anew, takes a part below what is told."""
    found = cs.sensitivity(assessment)
    cards = dict(lowered(assessment))
    for each in found.parts:
        scores = [card[each.score.id].score for card in cards.values()]
        values = [score for score in scores if score is not None]
        changed = [
            key for key, card in cards.items() if card[each.score.id].level != each.score.level
        ]

        assert each.one_lower.score == min(values, default=each.score.score)
        assert list(each.lowered_by) == changed
        assert each.moves("one_lower") == bool(changed)


@given(FILLED)
def test_every_lowering_says_what_it_lowers(assessment: cs.Assessment) -> None:
    """Each rating above the lowest is told with the parts whose level it would lower."""
    found = cs.sensitivity(assessment)
    expected = {
        key: {
            part.score.id: card[part.score.id].level
            for part in found.parts
            if card[part.score.id].level != part.score.level
        }
        for key, card in lowered(assessment)
    }

    assert {each.rating.criterion: dict(each.lowers) for each in found.lowerings} == expected
    assert all(assessment.rating(each.rating.criterion) is each.rating for each in found.lowerings)


@given(FILLED)
def test_rows_hold_every_part_under_every_variant(assessment: cs.Assessment) -> None:
    """Rows are flat and alike, and each part has one for each variant."""
    found = cs.sensitivity(assessment)
    rows = found.rows()

    assert [(row["id"], row["variant"]) for row in rows] == [
        (part.score.id, variant) for part in found.parts for variant in VARIANTS
    ]
    assert {tuple(row) for row in rows} == {tuple(rows[0])}
    assert all(isinstance(value, FLAT) for row in rows for value in row.values())


@given(FILLED)
def test_the_plain_data_survives_json(assessment: cs.Assessment) -> None:
    """Written as JSON and read again the plain data is the same."""
    document = cs.sensitivity(assessment).as_dict()

    assert json.loads(json.dumps(document)) == document


@given(FILLED)
def test_any_sensitivity_can_be_written(assessment: cs.Assessment) -> None:
    """The table has a line for the whole and for each domain and standard."""
    found = cs.sensitivity(assessment)
    text = cs.sensitivity_text(found)
    titles = [f"  {each.number} {each.title}" for each in found.card.standards]

    assert all(any(line.startswith(each) for line in text.splitlines()) for each in titles)


def test_the_sentence_counts_standards_by_hand() -> None:
    """Three standards: one falls under the gated rule and with one rating less, one is open.

    Standard 1 is 3, 2, 3: 8/3; gated 2, the same level; one less makes 7/3, the same.
    Standard 2 is 3, 3: 3; one less makes 5/2, a lower level; gated is 3, the same.
    Standard 3 is 4, 1 and blank: 5/2; gated 1, a lower level; 5/3 with the blank at 1,
    a lower level; one less makes 2, the same.
    """
    found = of_standards([3, 2, 3], [3, 3], [4, 1, None])

    assert sensitivity_sentence(found) == (
        "Under the gated rule 1 of 3 standards with a score reaches a lower level; counting every "
        "criterion the same would move none; open answers could move 1; one rating a level lower "
        "could move 1."
    )
    assert (found[2].lowered_by, found[3].moves("gated")) == (("2.1", "2.2"), True)


def test_flat_weights_can_move_a_standard() -> None:
    """Weighted 3 to 1, ratings of 3 and 1 make 5/2 and, each counting the same, 2."""
    found = of_standards([3, 1], weights=(3, 1))

    assert (found[1].score.score, found[1].flat.score) == (Fraction(5, 2), Fraction(2))


def test_standards_without_a_score_are_told_apart() -> None:
    """What is not answered yet and what does not apply have no level that could move."""
    some = sensitivity_sentence(of_standards([3], [None], ["n/a"], [None]))
    none = sensitivity_sentence(of_standards([None], ["n/a"], ["n/a"]))

    assert some.startswith(
        "Under the gated rule none of 1 standard with a score reaches a lower level;"
    )
    assert some.endswith(". 2 standards have no score yet. 1 standard does not apply.")
    assert none == (
        "No standard has a score, so none could move. 1 standard has no score yet. "
        "2 standards do not apply."
    )


def test_what_has_no_level_cannot_move() -> None:
    """A blank could be anything, but has not moved from any level."""
    found = of_standards([None])

    assert not found[1].moves(*VARIANTS)


def test_nothing_below_the_lowest_level_is_tried() -> None:
    """A rating at the lowest level cannot be lower, so its standard stays as it is."""
    found = of_standards([1, 1])

    assert (found.lowerings, found[1].one_lower.score) == ((), Fraction(1))


def test_parts_are_found_by_the_scorecards_names(example: cs.Assessment) -> None:
    """The whole, a domain and a standard are looked up as in a scorecard."""
    found = cs.sensitivity(example)

    assert [found[each].score.part for each in ("overall", "inclusive", 4, "coproduction")] == [
        "overall",
        "domain",
        "standard",
        "standard",
    ]


@pytest.mark.parametrize("key", ["4.1", "inclusiv"])
def test_what_has_no_variants_is_not_found(example: cs.Assessment, key: str) -> None:
    """A criterion is rated and not scored, so it has no variants; nor has a mistyped name."""
    with pytest.raises(KeyError):
        cs.sensitivity(example)[key]


def test_a_level_is_never_said_of_the_whole(example: cs.Assessment) -> None:
    """The whole's line holds scores alone, and no rating is said to lower the whole."""
    found = of_standards([3])
    (line,) = [each for each in cs.sensitivity_text(found).splitlines() if "Overall" in each]

    assert line.split() == ["Overall", *["3.00"] * 5, "2.00"]
    assert ("overall", found.card.assessment.framework.scale.levels[1]) in found.lowerings[0].lowers
    assert "Overall to" not in cs.sensitivity_text(cs.sensitivity(example))


def test_the_table_marks_another_level(example: cs.Assessment) -> None:
    """Standard 7, exactly Established, would be Developing with an answer at the lowest level."""
    lines = cs.sensitivity_text(cs.sensitivity(example)).splitlines()
    (line,) = [each for each in lines if each.startswith("  7 Well led ")]

    assert line.removeprefix("  7 Well led").split("  ")[-1].strip() == "2.67 (2)*"
    assert line.count("*") == 2
    assert "  7.1 from 3 Established to 2 Developing: 7 Well led to 2 Developing" in lines


def test_a_picture_that_no_rating_moves_lists_none() -> None:
    """Where no one rating would lower a level the list is left out."""
    text = cs.sensitivity_text(of_standards([1, 1], [4, 3, 3, 3]))

    assert "One rating a level lower would" not in text


def test_several_come_as_a_list() -> None:
    """One is an object of its own; several are a list, or texts one below the other."""
    one = cs.sensitivity(cs.Assessment(one_standard()))

    assert json.loads(sensitivities_text([one], "json"))["schema"] == (
        "commissioning-standards/sensitivity/1"
    )
    assert len(json.loads(sensitivities_text([one, one], "json"))) == 2
    assert sensitivities_text([one, one], "table").count(sensitivity_sentence(one)) == 2


@pytest.fixture
def workbook(example: cs.Assessment, tmp_path: Path) -> Path:
    """The invented council's workbook."""
    path = tmp_path / "return.xlsx"
    path.write_bytes(workbook_bytes(example))
    return path


def test_the_command_says_what_could_change(workbook: Path) -> None:
    """Asked for sensitivity, the command prints its table and its sentence."""
    result = run("score", workbook, "--sensitivity")
    found = cs.sensitivity(cs.read_workbook(workbook))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{cs.sensitivity_text(found)}\n"


def test_the_command_says_it_as_json_only(workbook: Path) -> None:
    """Asked for JSON, standard output holds that and nothing else."""
    document = json.loads(run("score", workbook, "--sensitivity", "--format", "json").stdout)

    assert [each["rule"] for each in document["rules"]] == ["mean", "gated"]
    assert document["parts"][0]["id"] == "overall"


def test_the_command_compares_from_the_mean_rule(workbook: Path) -> None:
    """Sensitivity has both rules in it, so that asking for one of them is wrong usage."""
    result = run("score", workbook, "--sensitivity", "--rule", "gated")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "leave out --rule" in result.stderr


def test_each_variant_has_a_name_of_its_own() -> None:
    """The variants listed are the fields that a part has."""
    fields = {each.name for each in PartSensitivity.__attrs_attrs__}

    assert set(VARIANTS) < fields
