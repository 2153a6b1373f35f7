"""What must hold for the scores of any assessment, under either rule."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from tests.small import one_standard, small_framework, small_scale, small_standard
from tests.strategies import assessments, fills, frameworks

FILLED = frameworks().flatmap(fills)
RULES = st.sampled_from(["mean", "gated"])
Pair = tuple[cs.Assessment, cs.Assessment]


def with_answer(
    assessment: cs.Assessment, criterion: str, answer: cs.Level | cs.Answer
) -> cs.Assessment:
    """The same assessment with another answer to one criterion."""
    ratings = [
        evolve(each, answer=answer, comment="A reason") if each.criterion == criterion else each
        for each in assessment.ratings
    ]
    return evolve(assessment, ratings=ratings)


def all_answered(framework: cs.Framework, answer: cs.Level | cs.Answer) -> cs.Assessment:
    """One answer to everything."""
    ratings = (cs.Rating(each.id, answer, comment="A reason") for each in framework.criteria)
    return cs.Assessment(framework, tuple(ratings))


def all_scores(card: cs.Scorecard) -> list[Fraction | None]:
    """Every score of a card, in order."""
    return [each.score for each in card.parts]


@st.composite
def raised(draw: st.DrawFn) -> Pair:
    """An assessment, and the same with one rating raised by a level or more."""
    assessment = draw(FILLED)
    levels = assessment.framework.scale.levels
    criterion = draw(st.sampled_from(assessment.ratings)).criterion
    lower, higher = sorted(
        draw(st.sets(st.sampled_from(range(len(levels))), min_size=2, max_size=2))
    )
    before = with_answer(assessment, criterion, levels[lower])
    return before, with_answer(assessment, criterion, levels[higher])


@st.composite
def answered(draw: st.DrawFn) -> Pair:
    """An assessment, and the same with one open criterion answered for good."""
    assessment = draw(FILLED)
    levels = assessment.framework.scale.levels
    criterion = draw(st.sampled_from(assessment.ratings)).criterion
    open_answer = draw(st.sampled_from([cs.Answer.BLANK, cs.Answer.DONT_KNOW]))
    final = draw(st.one_of(st.sampled_from(levels), st.just(cs.Answer.NOT_APPLICABLE)))
    before = with_answer(assessment, criterion, open_answer)
    return before, with_answer(assessment, criterion, final)


def within(inner: cs.Score, outer: cs.Score) -> bool:
    """Whether one range lies in another; what applies no more has none left."""
    if inner.low is None or inner.high is None:
        return True
    if outer.low is None or outer.high is None:
        return False
    return outer.low <= inner.low and inner.high <= outer.high


@given(FILLED, RULES)
def test_a_score_lies_in_its_range(assessment: cs.Assessment, rule: str) -> None:
    """No score is below its low or above its high."""
    card = cs.score(assessment, rule)
    ranges = [(each.low, each.score, each.high) for each in card.parts if each.score is not None]
    known = [[value for value in each if value is not None] for each in ranges]

    assert [sorted(each) for each in known] == known
    assert all(len(each) == 3 for each in known)


@given(FILLED, RULES)
def test_everything_stays_on_the_scale(assessment: cs.Assessment, rule: str) -> None:
    """Scores and ranges lie between the lowest and the highest level."""
    scale = assessment.framework.scale
    card = cs.score(assessment, rule)
    values = [each for part in card.parts for each in (part.low, part.score, part.high)]

    assert all(scale.lowest <= value <= scale.highest for value in values if value is not None)


@given(raised(), RULES)
def test_raising_a_rating_lowers_no_score(pair: Pair, rule: str) -> None:
    """A better rating never makes any score, low or high worse."""
    before, after = (cs.score(each, rule) for each in pair)
    changes = [
        (getattr(old, name), getattr(new, name))
        for old, new in zip(before.parts, after.parts, strict=True)
        for name in ("score", "low", "high")
    ]

    assert [(old, new) for old, new in changes if old is not None and new < old] == []


@given(answered(), RULES)
def test_answering_what_is_open_only_narrows_ranges(pair: Pair, rule: str) -> None:
    """An answer, also that it does not apply, leaves no score that was impossible before."""
    before, after = (cs.score(each, rule) for each in pair)
    widened = [
        new.id for old, new in zip(before.parts, after.parts, strict=True) if not within(new, old)
    ]

    assert widened == []


@given(FILLED, RULES)
def test_a_range_is_open_only_where_something_is_open(assessment: cs.Assessment, rule: str) -> None:
    """Where every criterion that applies is rated, low and high are the score itself."""
    card = cs.score(assessment, rule)
    settled = [each for each in card.parts if each.open == 0]

    assert all(each.low == each.score == each.high for each in settled)


@given(st.data(), RULES)
def test_the_order_of_ratings_does_not_matter(data: st.DataObject, rule: str) -> None:
    """However the ratings are ordered, the scores are the same."""
    assessment = data.draw(FILLED)
    shuffled = data.draw(st.permutations(assessment.ratings))
    again = cs.Assessment(assessment.framework, tuple(shuffled))

    assert cs.score(assessment, rule).parts == cs.score(again, rule).parts


@given(st.data(), RULES)
def test_only_ratings_make_a_score(data: st.DataObject, rule: str) -> None:
    """Comments, confidence, evidence, actions and who answers change no score."""
    assessment = data.draw(frameworks().flatmap(assessments))
    ratings = (
        cs.Rating(each.criterion, each.answer, comment="A reason") for each in assessment.ratings
    )
    bare = cs.Assessment(assessment.framework, tuple(ratings))

    assert cs.score(assessment, rule).parts == cs.score(bare, rule).parts


@given(FILLED, RULES)
def test_blank_and_dont_know_score_alike(assessment: cs.Assessment, rule: str) -> None:
    """Both are open: neither counts as a rating, and both widen the range."""
    blanks = assessment
    for each in assessment.ratings:
        if each.answer is cs.Answer.DONT_KNOW:
            blanks = with_answer(blanks, each.criterion, cs.Answer.BLANK)

    assert cs.score(assessment, rule).parts == cs.score(blanks, rule).parts


@given(frameworks(), RULES)
def test_not_applicable_everywhere_gives_no_score(framework: cs.Framework, rule: str) -> None:
    """A council to which nothing applies has no score and no range, and nothing breaks."""
    card = cs.score(all_answered(framework, cs.Answer.NOT_APPLICABLE), rule)

    assert {(each.score, each.low, each.high, each.level) for each in card.parts} == {
        (None, None, None, None)
    }


@given(frameworks(), RULES)
def test_an_empty_return_could_still_be_anything(framework: cs.Framework, rule: str) -> None:
    """With nothing answered there is no score, and the range is the whole scale."""
    scale = framework.scale
    card = cs.score(cs.Assessment(framework), rule)

    assert {(each.score, each.low, each.high) for each in card.parts} == {
        (None, scale.lowest, scale.highest)
    }


@given(st.data(), RULES)
def test_one_level_everywhere_is_that_score_everywhere(data: st.DataObject, rule: str) -> None:
    """If every criterion is at one level so is every part, whatever the weights."""
    framework = data.draw(frameworks())
    level = data.draw(st.sampled_from(framework.scale.levels))
    card = cs.score(all_answered(framework, level), rule)

    assert {(level.value, level)} == {(each.score, each.level) for each in card.parts}


@given(FILLED, RULES)
def test_counts_add_up_to_the_criteria(assessment: cs.Assessment, rule: str) -> None:
    """Rated, open and not applicable together are all the criteria of a part."""
    framework = assessment.framework
    card = cs.score(assessment, rule)
    sizes = {standard.number: len(standard.criteria) for standard in framework.standards}
    expected = [
        len(framework.criteria),
        *(
            sum(sizes[each.number] for each in framework.in_domain(domain))
            for domain in framework.domains
        ),
        *sizes.values(),
        *(1 for _ in framework.criteria),
    ]

    assert expected == [each.rated + each.open + each.not_applicable for each in card.parts]


@given(FILLED, RULES)
def test_a_level_is_reached_and_never_rounded_up_to(assessment: cs.Assessment, rule: str) -> None:
    """The level reached is the highest whose value is not above the score."""
    card = cs.score(assessment, rule)
    levels = assessment.framework.scale.levels
    expected = [
        None if score is None else [level for level in levels if level.value <= score][-1]
        for score in all_scores(card)
    ]

    assert expected == [each.level for each in card.parts]


@given(FILLED)
def test_the_gated_score_is_never_above_the_mean(assessment: cs.Assessment) -> None:
    """The lowest of several is not above their mean, at any step."""
    mean, gated = all_scores(cs.score(assessment)), all_scores(cs.score(assessment, "gated"))

    assert all(
        low <= middle
        for low, middle in zip(gated, mean, strict=True)
        if low is not None and middle is not None
    )


def test_the_mean_is_the_rule_unless_another_is_asked_for(example: cs.Assessment) -> None:
    """Scores are made by the mean rule, and say so."""
    assert cs.score(example).rule.name == "mean"


def test_scores_are_exact() -> None:
    """Three thirds make exactly three, as no sum of rounded thirds does."""
    scale = small_scale()
    standard = small_standard(1, 1, ["1/3", "1/3", "1/3"], scale)
    framework = small_framework([standard], [1], scale)
    assessment = cs.assess(framework, {"1.1": 4, "1.2": 3, "1.3": 2})

    assert cs.score(assessment).overall.score == Fraction(3)


def test_a_domain_is_found_by_its_id(card: cs.Scorecard) -> None:
    """A domain's score is looked up by the domain's ID."""
    assert (card["inclusive"].part, card["inclusive"].title) == ("domain", "Inclusive")


def test_a_standard_is_found_by_its_number(card: cs.Scorecard) -> None:
    """A standard's score is looked up by its number, as people call it."""
    assert (card[4].part, card[4].number) == ("standard", 4)


def test_a_standard_is_found_by_its_id_too(card: cs.Scorecard) -> None:
    """A standard's ID leads to the same score as its number."""
    assert card[4] is card["coproduction"]


def test_a_criterion_is_found_by_its_id(card: cs.Scorecard) -> None:
    """A criterion's score is looked up by its ID, and knows its standard and domain."""
    found = card["4.1"]

    assert (found.part, found.standard, found.domain) == ("criterion", 4, "inclusive")


def test_the_whole_is_found_by_name(card: cs.Scorecard) -> None:
    """The overall score is looked up as overall."""
    assert card["overall"] is card.overall


def test_a_mistyped_part_is_told_with_the_near_miss(card: cs.Scorecard) -> None:
    """Looking up a part that does not exist suggests the one that was meant."""
    with pytest.raises(KeyError, match=r"'inclusiv'. Did you mean inclusive\?"):
        card["inclusiv"]


@pytest.mark.parametrize("key", ["", "zzzzzz", "@#!", 1_000_000])
def test_an_unknown_part_is_an_error(card: cs.Scorecard, key: str | int) -> None:
    """A key like no part's is refused, and nothing is suggested in its place."""
    with pytest.raises(KeyError) as caught:
        card[key]

    assert caught.value.args[0] == f"no domain, standard or criterion {key!r}."


@pytest.mark.parametrize("key", [0, -1])
def test_standards_are_not_counted_from_nought_or_from_the_end(
    card: cs.Scorecard, key: int
) -> None:
    """A standard's number is its name: no other number leads to one."""
    with pytest.raises(KeyError):
        card[key]


def test_parts_come_in_the_frameworks_order(card: cs.Scorecard, route_map: cs.Framework) -> None:
    """The whole comes first, then domains, standards and criteria in the framework's order."""
    expected = [
        "overall",
        *(each.id for each in route_map.domains),
        *(each.id for each in route_map.standards),
        *(each.id for each in route_map.criteria),
    ]

    assert expected == [each.id for each in card.parts]


@given(FILLED)
def test_rows_hold_every_part_once(assessment: cs.Assessment) -> None:
    """There is one row for each part, so that nothing is lost on the way to a data frame."""
    card = cs.score(assessment)

    assert [each.id for each in card.parts] == [row["id"] for row in card.rows()]


@given(FILLED)
def test_rows_are_flat(assessment: cs.Assessment) -> None:
    """Every row has the same columns, and only numbers, text and nothing in them."""
    rows = cs.score(assessment).rows()

    assert {tuple(rows[0])} == {tuple(row) for row in rows}
    assert {type(value) for row in rows for value in row.values()} <= {int, float, str, type(None)}


def test_a_row_tells_whose_score_it_is_and_how_it_was_made(card: cs.Scorecard) -> None:
    """Rows of many returns can be put in one table and still be told apart."""
    expected = {
        "council": "Borsetshire County Council",
        "period": "2026-27",
        "respondent": "Commissioning team, with the coproduction group",
        "voice": "Leaders and commissioners",
        "framework": "route-map",
        "edition": "2014",
        "rule": "mean",
        "rule_version": 1,
    }

    assert expected.items() <= card.rows()[-1].items()


def test_a_row_shows_its_score_in_every_way(card: cs.Scorecard) -> None:
    """Standard 4 of the example is 8/3: as a float, exactly, and as it is shown."""
    row = next(row for row in card.rows() if row["number"] == 4)

    assert (row["score"], row["exact"], row["shown"]) == (8 / 3, "8/3", "2.67")


def test_a_row_names_the_level_reached(card: cs.Scorecard) -> None:
    """Standard 4 of the example reaches the second level: in its words, and as its value."""
    row = next(row for row in card.rows() if row["number"] == 4)

    assert (row["level"], row["level_value"]) == ("Developing", 2.0)


def test_the_whole_counts_once(card: cs.Scorecard) -> None:
    """Nothing stands above the whole, so its row says that it weighs 1."""
    assert card.rows()[0]["weight"] == 1


def test_a_row_without_a_score_holds_nothing_in_its_place() -> None:
    """No score is nothing, never 0 or text that a program could take for a figure."""
    row = cs.score(cs.Assessment(one_standard())).rows()[0]
    names = ("score", "exact", "shown", "level", "level_value", "voice")

    assert [row[name] for name in names] == [None] * len(names)


def test_a_part_applies_unless_all_of_it_does_not() -> None:
    """A part with an open criterion applies, and one with nothing but not applicable does not."""
    framework = one_standard()
    nothing = cs.score(all_answered(framework, cs.Answer.NOT_APPLICABLE))

    assert (cs.score(cs.Assessment(framework)).overall.applies, nothing.overall.applies) == (
        True,
        False,
    )
