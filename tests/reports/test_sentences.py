"""The profile in sentences, each true of its figures, short, and made by a named rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given

import commissioning_standards as cs
from commissioning_standards.reports.account.builder import account_document, public_material
from commissioning_standards.reports.document import Document, Statement, Table
from commissioning_standards.reports.findings import about_held, strengths, thin
from commissioning_standards.reports.material import Material, Meeting, gather, meeting_of
from commissioning_standards.reports.pack.builder import pack_document
from commissioning_standards.reports.rules import WORD_RULES
from commissioning_standards.reports.sentences import (
    about_actions,
    about_agreement,
    about_changes,
    about_evidence,
    about_target,
    about_the_meeting,
    about_the_whole,
    about_voices,
    completeness,
    score_in_words,
)
from commissioning_standards.reports.telling import day, joined
from commissioning_standards.text import number_of
from tests.reports.papers import DAY, by_voice, last_round, peer_team, section, words_in
from tests.small import one_standard, small_framework, small_scale, small_standard
from tests.strategies import assessments, frameworks

LONGEST = 25


def told(statements: Iterable[Statement]) -> list[str]:
    """The sentences themselves."""
    return [each.text for each in statements]


def of(values: dict[str, object], criteria: int = 2) -> Material:
    """Material of one standard with these answers."""
    comments = {key: "No need" for key, value in values.items() if value == "n/a"}
    return gather(cs.assess(one_standard(criteria), values, comments=comments), on=DAY)


def several(*levels: object) -> Material:
    """Material of one standard for each level, of one criterion each."""
    scale = small_scale()
    standards = [small_standard(number, 1, [1], scale) for number in range(1, len(levels) + 1)]
    framework = small_framework(standards, [1], scale)
    answers = {f"{number}.1": level for number, level in enumerate(levels, 1)}
    return gather(cs.assess(framework, answers), on=DAY)


def test_the_profile_of_the_example(material: Material) -> None:
    """The invented council's profile says what its figures do."""
    assert told(about_the_whole(material)) == [
        "This is how Borsetshire County Council sees its own commissioning in 2026-27.",
        "The view is that of leaders and commissioners.",
        "Of 48 criteria, 40 are rated, 7 are open and 1 does not apply.",
        "The highest score is 3.25, for standard 2, “Promotes health and wellbeing”.",
        "The lowest score is 1.50, for standard 6, “Promotes equality”.",
        "Standard 3, “Delivers social value”, has no score, as nothing is rated.",
        (
            "Reached 3 Established: 2 Promotes health and wellbeing; 7 Well led; 8 A whole "
            "system approach."
        ),
        (
            "Reached 2 Developing: 1 Person-centred and focused on outcomes; 4 Coproduced with "
            "people, their carers and communities; 5 Positive engagement with providers; 9 "
            "Uses evidence about what works; 10 A diverse and sustainable market; 11 Provides "
            "value for money; 12 Develops the workforce."
        ),
        "Reached 1 Starting: 6 Promotes equality.",
        (
            "Open answers matter most to standard 3, “Delivers social value”: the score could "
            "be 1.00 to 4.00."
        ),
    ]


def test_nothing_is_made_up_for_a_blank_return() -> None:
    """With no council, period, voice or rating, no figure is told."""
    assert told(about_the_whole(of({}))) == [
        "This is how the council sees its own commissioning.",
        "Of 2 criteria, 0 are rated, 2 are open and 0 do not apply.",
        "Standard 1, “Standard 1”, has no score, as nothing is rated.",
        "Open answers matter most to standard 1, “Standard 1”: the score could be 1.00 to 4.00.",
    ]


def test_what_does_not_apply_is_told_so() -> None:
    """A standard in which nothing applies is not said to be unrated."""
    sentences = told(about_the_whole(of({"1.1": "n/a", "1.2": "n/a"})))

    assert "Standard 1, “Standard 1”, does not apply." in sentences


def test_equal_scores_are_told_together() -> None:
    """Standards that share an end are named by number, and equal scores have no ends."""
    apart, alike = told(about_the_whole(several(1, 1, 4))), told(about_the_whole(several(2, 2)))

    assert "The lowest score is 1.00, for these standards: 1 Standard 1; 2 Standard 2." in apart
    assert "Every standard that has a score has the same: 2.00." in alike
    assert not [each for each in alike if "highest" in each]


def test_open_answers_that_matter_alike_are_told_together() -> None:
    """Where two standards are open as far as each other, both are named."""
    assert told(about_the_whole(several(None, None, 2)))[-1] == (
        "Open answers matter most to these standards: 1 Standard 1; 2 Standard 2."
    )


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"1.1": 1, "1.2": 2}, ["All 2 criteria are rated."]),
        ({"1.1": 1, "1.2": "n/a"}, ["Of 2 criteria, 1 is rated, 0 are open and 1 does not apply."]),
        ({"1.1": 1}, ["Of 2 criteria, 1 is rated, 1 is open and 0 do not apply."]),
    ],
)
def test_completeness_counts_every_answer(answers: dict[str, object], said: list[str]) -> None:
    """Rated, open and not applicable are three different things."""
    assert told(completeness(of(answers).card.overall)) == said


def test_one_criterion_is_one() -> None:
    """A lone criterion is told in the singular."""
    assert told(completeness(several(2).card.overall)) == ["The one criterion is rated."]


def test_a_score_is_told_with_its_level_and_range() -> None:
    """A score is told with the level it reaches and what open answers could make of it."""
    assert told(score_in_words(of({"1.1": 3}).card[1])) == [
        "The score is 3.00, which reaches 3 Level C.",
        "With 1 open answer, the score could be 2.00 to 3.50.",
    ]


def test_changes_are_told_by_standard(filled: cs.Assessment) -> None:
    """What is higher, lower, alike and uncertain since last round is told by number."""
    found = told(about_changes(gather(filled, on=DAY, last=last_round(filled))))

    assert found == [
        (
            "Higher than last round: 1 Person-centred and focused on outcomes; 2 Promotes "
            "health and wellbeing."
        ),
        ("Lower than last round: 8 A whole system approach; 9 Uses evidence about what works."),
        (
            "As last round: 5 Positive engagement with providers; 6 Promotes equality; 11 "
            "Provides value for money; 12 Develops the workforce."
        ),
        (
            "Uncertain, as open answers could still turn it: 4 Coproduced with people, their "
            "carers and communities; 7 Well led; 10 A diverse and sustainable market."
        ),
        ("Not compared, as a score is missing: 3 Delivers social value."),
    ]


def test_without_last_round_nothing_has_changed(material: Material) -> None:
    """Where last round was not given, that is what is said."""
    assert told(about_changes(material)) == ["Last round's return was not given."]


def test_a_target_is_told_by_standard(filled: cs.Assessment, material: Material) -> None:
    """What is above, at and below a target is told by number; without one, nothing."""
    found = told(about_target(gather(filled, on=DAY, target=3)))

    assert found[:2] == [
        "The target is 3 for every standard.",
        "Above the target: 2 Promotes health and wellbeing.",
    ]
    assert told(about_target(material)) == []


def test_agreement_with_the_peer_team_is_told(filled: cs.Assessment, material: Material) -> None:
    """Where the council sees itself higher than the peer team does is told by number."""
    found = told(about_agreement(gather(filled, on=DAY, peers=peer_team(filled))))

    assert found[0] == (
        "The council sees itself higher than the peer team does: 1 Person-centred and "
        "focused on outcomes; 2 Promotes health and wellbeing; 5 Positive engagement with "
        "providers."
    )
    assert told(about_agreement(material)) == ["The peer team's own ratings were not given."]


def test_voices_are_counted(filled: cs.Assessment, material: Material) -> None:
    """How many returns, voices and differences there are."""
    assert told(about_voices(gather(by_voice(filled), on=DAY))) == [
        "There are 3 returns, in 3 voices.",
        "People differ on 15 of 48 criteria.",
    ]
    assert told(about_voices(material)) == [
        "One return was given, so there is no spread of voices to show."
    ]


def test_several_returns_without_a_meeting_rate_what_nobody_differs_on(
    filled: cs.Assessment, material: Material
) -> None:
    """The profile says at its start that only what nobody differs on is rated."""
    several = gather(by_voice(filled), on=DAY)

    assert told(about_the_whole(several))[1] == (
        "The ratings rest on the returns of 3 respondents. Only what nobody differs on is rated."
    )
    assert several.meeting == Meeting(3, is_held=False, undecided=15)
    assert told(about_the_meeting(material)) == []


def test_a_meeting_and_what_it_left_open_are_told(filled: cs.Assessment) -> None:
    """Who agreed, and on how many criteria nobody decided, is told in both papers."""
    returns = by_voice(filled)
    settled = gather(returns, on=DAY)
    agreed = evolve(
        settled.assessment,
        ratings=[
            cs.Rating(each.criterion, filled.rating(each.criterion).answer, comment="We agreed")
            for each in settled.assessment.ratings
        ],
    )
    material = gather(returns, on=DAY, agreed=agreed)
    assert settled.moderation
    left_open = meeting_of(settled.moderation, settled.assessment, is_held=True)
    some = evolve(material, meeting=left_open)
    one = evolve(material, meeting=Meeting(3, is_held=True, undecided=1))
    held = "People agreed the ratings in a meeting, on the returns of 3 respondents."

    assert told(about_the_meeting(material)) == [held]
    assert told(about_the_meeting(some)) == [
        held,
        "On 15 criteria they differ and decided nothing, so these stay open.",
    ]
    assert told(about_the_meeting(one))[1] == (
        "On 1 criterion they differ and decided nothing, so this stays open."
    )
    for document in documents(some):
        assert held in [said.text for _, said in document.statements][:3]


def test_evidence_is_counted(material: Material) -> None:
    """How much evidence there is, and which standards have none."""
    assert told(about_evidence(material)) == [
        "There are 6 pieces of evidence on 25 November 2026.",
        (
            "Standards with no evidence: 3 Delivers social value; 6 Promotes equality; 7 Well "
            "led; 8 A whole system approach; 9 Uses evidence about what works; 12 Develops the "
            "workforce."
        ),
    ]


def test_no_and_one_piece_of_evidence_are_told() -> None:
    """None is none, and one is one."""
    one = cs.Evidence("Survey", "1")
    assessment = evolve(of({}).assessment, evidence=[one])

    assert told(about_evidence(of({})))[0] == (
        "There are no pieces of evidence on 25 November 2026."
    )
    assert told(about_evidence(gather(assessment, on=DAY))) == [
        "There is 1 piece of evidence on 25 November 2026."
    ]


def test_overdue_actions_are_told_one_by_one(filled: cs.Assessment) -> None:
    """On a later day, each action that is late is named with its day."""
    late = told(about_actions(gather(filled, on=datetime.date(2027, 2, 1))))

    assert late == [
        "4 actions: 1 done and 0 stopped.",
        "1 is overdue on 1 February 2027.",
        "“Repeat the provider survey” was due on 31 January 2027, and is not done.",
    ]


def test_no_action_is_told() -> None:
    """Without actions, that is what is said."""
    assert told(about_actions(of({}))) == ["No action is given."]


def test_evidence_of_every_kind_lacks_none() -> None:
    """Where every kind of evidence is there, no kind is told as missing."""
    every = [cs.Evidence(each.value, "1", each, DAY) for each in cs.EvidenceCategory]
    material = gather(evolve(of({}).assessment, evidence=every), on=DAY)

    assert told(about_held(material, material.framework.standards[0])) == [
        "6 pieces of evidence: 6 fresh."
    ]


def test_what_is_strong_has_fresh_evidence(material: Material) -> None:
    """A high rating is a strength where fresh evidence bears on it, and thin where none does."""
    strong = [told(strengths(material, each)) for each in material.framework.standards]
    (weak,) = [told(thin(material, each)) for each in material.framework.standards[4:5]]

    assert strong[1] == [
        (
            "“Preventing, reducing and delaying need” (2.3) is rated 4 Leading, and fresh "
            "evidence bears on it."
        )
    ]
    assert weak == [
        "Confidence in “Sharing plans and needs early” (5.3) is low.",
        (
            "“Trust and solving problems” (5.4) is rated 3 Established, and none of its "
            "evidence is known to be fresh."
        ),
    ]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, ["“Name” (1.1) is blank."]),
        ("Don't know", ["“Name” (1.1) is not known."]),
        (1, ["“Name” (1.1) is rated 1 Level A, the lowest level."]),
        (2, []),
        (3, ["“Name” (1.1) is rated 3 Level C, and no evidence is given for it."]),
        ("n/a", []),
    ],
)
def test_what_is_thin_is_told_by_its_answer(answer: object, said: list[str]) -> None:
    """Open, lowest and unsupported answers are told; others are not."""
    material = of({"1.1": answer}, criteria=1)

    assert told(thin(material, material.framework.standards[0])) == said


def test_what_people_differ_on_is_not_called_blank(rich: Material) -> None:
    """Nobody left it blank: it is open until they decide, in the words and in the table."""
    standard = rich.framework.standards[3]
    table = next(
        each
        for each in section(pack_document(rich, {}), "standard-4-says").blocks
        if isinstance(each, Table)
    )

    assert told(thin(rich, standard))[0].endswith("(4.1) is open, as people differ on it.")
    assert table.rows[0][1] == "Open: people differ"


def test_what_nobody_answered_is_blank_among_several_returns_too() -> None:
    """Two returns that say nothing do not differ."""
    empty = cs.Assessment(one_standard(1))
    material = gather([empty, evolve(empty, respondent=cs.Respondent("Ann"))], on=DAY)

    assert told(thin(material, material.framework.standards[0])) == ["“Name” (1.1) is blank."]


def test_of_two_levels_the_upper_is_high() -> None:
    """On a scale of two levels the lower is the lowest, and not high."""
    assessment = cs.assess(one_standard(2, (0, 1)), {"1.1": 0, "1.2": 1})
    material = gather(assessment, on=DAY)

    assert told(thin(material, material.framework.standards[0])) == [
        "“Name” (1.1) is rated 0 Level A, the lowest level.",
        "“Name” (1.2) is rated 1 Level B, and no evidence is given for it.",
    ]


def test_small_words() -> None:
    """Counts, days and lists are written as people write them."""
    assert [number_of(1, "action"), number_of(2, "action")] == ["1 action", "2 actions"]
    assert [day(datetime.date(2026, 9, 1)), day(None)] == ["1 September 2026", "no date"]
    assert joined([str(each) for each in range(1, 15)]) == (
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 4 more"
    )


def documents(material: Material) -> list[Document]:
    """Both papers."""
    return [pack_document(material, {}), account_document(public_material(material), ())]


@pytest.mark.parametrize("name", ["material", "rich"])
def test_every_sentence_is_short(name: str, request: pytest.FixtureRequest) -> None:
    """No sentence that a rule makes is longer than 25 words; a name in quotes counts as one."""
    said = [
        sentence
        for document in documents(request.getfixturevalue(name))
        for _, each in document.statements
        if each.rule != "basis"
        for sentence in (*each.start.split(". "), *each.parts)
    ]

    assert [each for each in said if words_in(each) > LONGEST] == []


@given(frameworks().flatmap(assessments))
def test_sentences_stay_short_whatever_the_framework(assessment: cs.Assessment) -> None:
    """Any framework and answers give sentences of 25 words or fewer, by rules that are known."""
    material = gather(evolve(assessment, respondent=cs.Respondent()), on=DAY)
    said = [*about_the_whole(material), *about_actions(material), *about_evidence(material)]
    for each in assessment.framework.standards:
        said += [*strengths(material, each), *thin(material, each)]

    own_words = (assessment.council, assessment.period)
    assert [
        each
        for each in said
        if each.rule not in WORD_RULES
        or (words_in(each.start) > LONGEST and not any(own in each.text for own in own_words))
    ] == []


@pytest.mark.parametrize("name", ["material", "rich"])
def test_every_sentence_has_a_rule_that_is_listed(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Each sentence names a rule, and the paper's own appendix lists it."""
    for document in documents(request.getfixturevalue(name)):
        used = {said.rule for _, said in document.statements}
        (rules,) = (
            block
            for section in document.sections
            for block in section.blocks
            if getattr(block, "headers", ())[:1] == ("Rule",)
        )

        assert used == {str(row[0]) for row in getattr(rules, "rows", ())}


def met(material: Material) -> Material:
    """The same, where people met and left some criteria undecided."""
    return evolve(material, meeting=Meeting(3, is_held=True, undecided=2))


def test_every_rule_makes_a_sentence(rich: Material, material: Material) -> None:
    """No rule is listed that says nothing anywhere."""
    late = gather(material.assessment, on=datetime.date(2027, 2, 1))
    sides = [gather(cs.assess(one_standard(), {"1.1": 3}), on=DAY), met(rich)]
    used = {
        said.rule
        for each in (rich, material, late, *sides)
        for document in documents(each)
        for _, said in document.statements
    }

    assert set(WORD_RULES) - used == set()


def test_the_target_is_exact(filled: cs.Assessment) -> None:
    """A target is kept as the fraction that was meant."""
    assert gather(filled, on=DAY, target=2.1).target == Fraction(21, 10)
