"""Random frameworks and assessments, as odd as users' own."""

from __future__ import annotations

import string
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from commissioning_standards import (
    Action,
    Answer,
    Assessment,
    Confidence,
    CouncilType,
    Criterion,
    Domain,
    Evidence,
    EvidenceCategory,
    Finding,
    Framework,
    Helping,
    KnownBy,
    Level,
    Rating,
    Respondent,
    Scale,
    Standard,
    Status,
    Voice,
    quick_form,
)
from commissioning_standards.fitting import references, standard_numbers
from commissioning_standards.parts import Described
from commissioning_standards.records import COUNCILS_AT_ONCE, POPULATION
from commissioning_standards.text import tidy_text

HOSTILE = (
    "=1+1",
    "@SUM(A1)",
    "_x000D_",
    "-",
    "'",
    "#N/A",
    "TRUE",
    "3",
    "n/a",
    "Rating",
    "\u202eabc",
)

texts = st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE))
required_texts = texts.filter(lambda text: tidy_text(text) != "")
titles = st.text(string.ascii_letters + " '()[]:*?/\\&é", min_size=1, max_size=40).filter(str.strip)
weights = st.sampled_from(
    [Fraction(1), Fraction(1, 2), Fraction(2), Fraction(1, 10), Fraction(7, 3)]
)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """Two to five levels with rising values, not always whole or above zero."""
    values = draw(st.lists(st.integers(-4, 40), min_size=2, max_size=5, unique=True).map(sorted))
    unit = draw(st.sampled_from([Fraction(1), Fraction(1, 4), Fraction(1, 10)]))
    return Scale(
        tuple(
            Level(f"l{index}", value * unit, f"Level {string.ascii_uppercase[index]}")
            for index, value in enumerate(values)
        )
    )


@st.composite
def frameworks(draw: st.DrawFn, domains: tuple[int, int] = (1, 4)) -> Framework:
    """Up to four domains of up to three standards of up to four criteria, weighted.

    Half of them in the quick form. ``domains`` is the fewest and the most there are.
    """
    scale = draw(scales())
    of_domain = st.lists(st.integers(1, 4), min_size=1, max_size=3)
    sizes = draw(st.lists(of_domain, min_size=domains[0], max_size=domains[1]))
    parts: list[Domain] = []
    standards: list[Standard] = []
    for place, counts in enumerate(sizes):
        title = draw(titles)
        parts.append(Domain(f"d{place}", title, weight=draw(weights)))
        for count in counts:
            standards.append(_standard(draw, len(standards) + 1, f"d{place}", count, scale))
    whole = Framework("own", "1", "A framework of our own", scale, parts, tuple(standards))
    return quick_form(whole) if draw(st.booleans()) else whole


def _standard(draw: st.DrawFn, number: int, domain: str, count: int, scale: Scale) -> Standard:
    described = tuple(Described(level.id, f"At {level.label}") for level in scale)
    criteria = tuple(
        Criterion(
            f"{number}.{each}", f"Criterion {each}", "How far?", described, weight=draw(weights)
        )
        for each in range(1, count + 1)
    )
    return Standard(
        number,
        f"s{number}",
        domain,
        f"Standard {number}",
        "What it asks",
        "We are asked",
        criteria,
        quick=described,
        weight=draw(weights),
    )


def answers(scale: Scale) -> st.SearchStrategy[Level | Answer]:
    """Any answer, levels as often as the rest together."""
    return st.one_of(st.sampled_from(scale.levels), st.sampled_from(list(Answer)))


@st.composite
def ratings(draw: st.DrawFn, criterion: str, scale: Scale) -> Rating:
    """A rating with its reason where it needs one."""
    answer = draw(answers(scale))
    comment = draw(required_texts if answer is Answer.NOT_APPLICABLE else texts)
    confidence = draw(st.sampled_from([None, *Confidence]))
    return Rating(criterion, answer, confidence, comment)


@st.composite
def fills(draw: st.DrawFn, framework: Framework) -> Assessment:
    """Answers to every criterion, and nothing else."""
    given = {each.id: draw(answers(framework.scale)) for each in framework.criteria}
    rated = (
        Rating(key, answer, comment="As we said" if answer is Answer.NOT_APPLICABLE else "")
        for key, answer in given.items()
    )
    return Assessment(framework, tuple(rated))


def about(framework: Framework) -> st.SearchStrategy[tuple[str, ...]]:
    """Standards and criteria that something bears on."""
    known = references(framework)
    return st.lists(st.sampled_from(known), max_size=3, unique=True).map(tuple)


def optional(values: Sequence[object]) -> st.SearchStrategy[object]:
    """One of the values, or none."""
    return st.sampled_from([None, *values])


def evidence(framework: Framework) -> st.SearchStrategy[Evidence]:
    """A piece of evidence."""
    return st.builds(
        Evidence,
        required_texts,
        about(framework),
        optional(list(EvidenceCategory)),
        st.none() | st.dates(),
        texts,
        texts,
        optional([True, False]),
        texts,
    )


def actions(framework: Framework) -> st.SearchStrategy[Action]:
    """An action."""
    return st.builds(
        Action,
        required_texts,
        about(framework),
        texts,
        st.none() | st.dates(),
        texts,
        optional(list(Status)),
        texts,
    )


def findings(framework: Framework) -> st.SearchStrategy[Finding]:
    """A peer team's finding."""
    return st.builds(Finding, required_texts, about(framework), optional(list(KnownBy)), texts)


def helping(framework: Framework) -> st.SearchStrategy[Helping]:
    """What a council says of helping others."""
    return st.builds(
        Helping,
        optional([True, False]),
        st.lists(st.sampled_from(standard_numbers(framework)), max_size=3),
        st.none() | st.integers(*COUNCILS_AT_ONCE),
        optional(list(CouncilType)),
        st.none() | st.integers(*POPULATION),
    )


@st.composite
def assessments(draw: st.DrawFn, framework: Framework) -> Assessment:
    """A whole assessment, as people might give it."""
    given = [draw(ratings(each.id, framework.scale)) for each in framework.criteria]
    voice = draw(optional(list(Voice)))
    assert voice is None or isinstance(voice, Voice)
    return Assessment(
        framework,
        tuple(given),
        council=draw(texts),
        period=draw(texts),
        respondent=Respondent(draw(texts), voice),
        date=draw(st.none() | st.dates(min_value=date(1, 1, 1))),
        evidence=tuple(draw(st.lists(evidence(framework), max_size=3))),
        actions=tuple(draw(st.lists(actions(framework), max_size=3))),
        findings=tuple(draw(st.lists(findings(framework), max_size=2))),
        helping=draw(st.none() | helping(framework)),
    )
