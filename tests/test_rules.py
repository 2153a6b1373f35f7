"""The rules that make one score of several."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.rules import RULES, rule_named

WEIGHTS = st.fractions(min_value=Fraction(1, 1000), max_value=1000, max_denominator=1000)
VALUES = st.fractions(min_value=-100, max_value=100, max_denominator=1000)
PAIRS = st.lists(st.tuples(WEIGHTS, VALUES), min_size=1, max_size=12)


@given(PAIRS)
def test_mean_is_the_plain_weighted_mean(pairs: list[tuple[Fraction, Fraction]]) -> None:
    """The fast sum in whole numbers gives the very fraction that the plain sum gives."""
    total = sum(weight * value for weight, value in pairs)
    expected = total / sum(weight for weight, _ in pairs)

    assert expected == rule_named("mean").pool(pairs)


@given(PAIRS)
def test_gated_is_the_lowest_value(pairs: list[tuple[Fraction, Fraction]]) -> None:
    """The gated rule gives the lowest value, whatever the weights."""
    expected = Fraction(min(value for _, value in pairs))

    assert expected == rule_named("gated").pool(pairs)


@given(PAIRS, WEIGHTS)
def test_mean_depends_on_the_proportions_of_weights_only(
    pairs: list[tuple[Fraction, Fraction]], factor: Fraction
) -> None:
    """Weights of 1 and 2 give the score that weights of 10 and 20 give."""
    mean = rule_named("mean").pool
    scaled = [(weight * factor, value) for weight, value in pairs]

    assert mean(pairs) == mean(scaled)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_single_value_is_its_own_score(rule: cs.Rule) -> None:
    """Of one part, either rule makes the score that the part has."""
    assert rule.pool([(Fraction(7), Fraction(8, 3))]) == Fraction(8, 3)


def test_rules_are_stamped_with_their_versions() -> None:
    """Names and versions stand on every paper, so a change of either is a change of contract."""
    assert [(rule.name, rule.version) for rule in RULES] == [("mean", 1), ("gated", 1)]


def test_every_rule_says_what_it_does() -> None:
    """Each rule can be told to people in one sentence."""
    assert all(rule.summary.endswith(".") for rule in RULES)


def test_an_unknown_rule_is_told_with_those_that_are_allowed(example: cs.Assessment) -> None:
    """A mistyped rule is told with the near miss and with every rule there is."""
    with pytest.raises(cs.AssessmentError) as caught:
        cs.score(example, rule="maen")

    assert str(caught.value) == (
        "There is no scoring rule “maen”. Did you mean mean? "
        "Allowed: mean, gated. Use an allowed rule."
    )
