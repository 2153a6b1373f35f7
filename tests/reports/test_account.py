"""The local account: plain, even-handed, and nothing in it but what may be published."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.reports.account.builder import account_document, public_material
from commissioning_standards.reports.account.preview import preview_text
from commissioning_standards.reports.account.publishing import left_out, public_copy
from commissioning_standards.reports.account.sides import ends
from commissioning_standards.reports.document import NOT_GIVEN, Document
from commissioning_standards.reports.material import Material, gather
from commissioning_standards.reports.settings import (
    AccountWords,
    Settings,
    standard_settings,
)
from tests.reports.papers import DAY, by_voice, last_round, section, table, texts
from tests.small import small_framework, small_scale, small_standard

PRIVATE = "Jane Officer says so"


def before(own: cs.Assessment) -> cs.Assessment:
    """The same answers, given at another time."""
    return evolve(own, date=DAY.replace(year=DAY.year - 1))


def account(
    assessment: cs.Assessment, settings: Settings | None = None, **options: object
) -> Document:
    """The account of a return."""
    material = gather(assessment, on=DAY, settings=settings, **options)  # type: ignore[arg-type]
    return account_document(public_material(material), ())


def with_words(**words: Any) -> Settings:
    """The settings that this software brings, with some of the council's words."""
    brought = standard_settings()
    return evolve(brought, account=evolve(brought.account, **words))


@pytest.fixture(scope="module")
def rich_account(filled: cs.Assessment, papers: Settings) -> Document:
    """The account of the invented council, with last round."""
    return account(filled, papers, last=last_round(filled))


@pytest.fixture(scope="module")
def bare_account(filled: cs.Assessment) -> Document:
    """The account of a return and nothing else."""
    return account(filled)


def test_what_is_not_good_enough_comes_before_what_is_strong(bare_account: Document) -> None:
    """The sections stand in an order that does not begin with achievements."""
    names = [each.id for each in bare_account.sections]

    assert names.index("not-yet") + 1 == names.index("strong")


def test_every_standard_is_told_in_plain_words(
    bare_account: Document, route_map: cs.Framework
) -> None:
    """Each standard has its statement, its score, and what people could say at its level."""
    for standard in route_map.standards:
        assert standard.statement in texts(section(bare_account, f"standard-{standard.number}"))

    assert texts(section(bare_account, "standard-6"))[1:] == [
        "What people should be able to say:",
        route_map.standards[5].statement,
        "The score is 1.50, which reaches 1 Starting.",
        "At the level of “1 Starting”, people could say:",
        route_map.standards[5].quick[0].text,
    ]


def test_a_framework_without_plain_levels_tells_the_level(filled: cs.Assessment) -> None:
    """Where a framework has no plain-language levels, the scale's own words are told, if any."""
    levels = [evolve(each, meaning="It is so.") for each in small_scale().levels]
    scale = cs.Scale(tuple(levels))
    found = [
        texts(
            section(
                account(
                    cs.assess(
                        small_framework([small_standard(1, 1, [1], each)], [1], each), {"1.1": 2}
                    )
                ),
                "standard-1",
            )
        )[-1]
        for each in (scale, small_scale())
    ]

    assert found == ["It is so.", "The score is 2.00, which reaches 2 Level B."]
    assert filled


def test_the_weakest_have_as_much_room_as_the_strongest(bare_account: Document) -> None:
    """As many standards on each side, told by the same sentences."""
    weak, strong = (section(bare_account, name) for name in ("not-yet", "strong"))
    rules = [
        [[said.rule for said in part.blocks[0].items if hasattr(said, "rule")] for part in side]  # type: ignore[union-attr]
        for side in (weak.sections, strong.sections)
    ]

    assert [each.heading for each in weak.sections] == [
        "6 Promotes equality",
        "9 Uses evidence about what works",
        "1 Person-centred and focused on outcomes",
    ]
    assert len(weak.sections) == len(strong.sections) == 3
    assert {"score", "good", "below-good"} <= set(rules[0][0]) & set(rules[1][0])


@given(st.lists(st.sampled_from([None, 1, 2, 3, 4]), min_size=1, max_size=12))
def test_both_sides_are_even_whatever_the_scores(levels: list[int | None]) -> None:
    """There are as many lowest as highest, none is both, and no lowest is above a highest."""
    scale = small_scale()
    standards = [small_standard(number, 1, [1], scale) for number in range(1, len(levels) + 1)]
    answers = {f"{number}.1": level for number, level in enumerate(levels, 1)}
    card = cs.score(cs.assess(small_framework(standards, [1], scale), answers))

    low, high = ends(card.standards)

    assert len(low) == len(high) == min(3, sum(each is not None for each in levels) // 2)
    assert {each.number for each in low}.isdisjoint({each.number for each in high})
    assert all((one.score or 0) <= (two.score or 0) for one in low for two in high)


def test_too_few_scores_have_no_ends() -> None:
    """One score stands out from nothing, and the account says so."""
    scale = small_scale()
    framework = small_framework([small_standard(1, 1, [1], scale)], [1], scale)
    document = account(cs.assess(framework, {"1.1": 4}))

    for name in ("not-yet", "strong"):
        assert texts(section(document, name))[1] == (
            "Too few standards have a score to tell which stand out."
        )


def test_it_begins_with_what_matters(rich_account: Document, bare_account: Document) -> None:
    """How many are good, which stand out, what has changed and what comes next, in short."""
    first = rich_account.sections[0]

    assert texts(first) == [
        "In short",
        (
            "Of 11 standards with a score, 3 are at 3 Established or above. "
            "1 has no score, as nothing is rated."
        ),
        (
            "Our lowest scores: 6 Promotes equality; 9 Uses evidence about what works; "
            "1 Person-centred and focused on outcomes."
        ),
        (
            "Our highest scores: 2 Promotes health and wellbeing; 8 A whole system approach; "
            "7 Well led."
        ),
        (
            "Since last time, of our standards 2 are higher, 2 are lower and 4 are alike. "
            "Of 4 we cannot tell."
        ),
        (
            "We publish 3 actions still to be done. "
            "The first is “Repeat the provider survey”, by 31 January 2027."
        ),
    ]
    assert "We publish no action that is still to be done." in texts(bare_account.sections[0])
    assert "We have no scores of last time to compare with." in texts(bare_account.sections[0])


def test_a_summary_of_one_score_and_of_no_day() -> None:
    """One score has no ends, and an action without a day no first."""
    scale = small_scale()
    framework = small_framework([small_standard(1, 1, [1], scale)], [1], scale)
    one = evolve(cs.assess(framework, {"1.1": 4}), actions=[cs.Action("A")])
    said = texts(account(one, with_words(all_actions=True), last=before(one)).sections[0])

    assert said[1:4] == [
        "Of 1 standard with a score, 1 is at 3 Level C or above.",
        "Since last time, of our standards 0 are higher, 0 are lower and 1 is alike.",
        "We publish 1 action still to be done.",
    ]


@pytest.mark.parametrize(
    ("due", "when"),
    [(DAY, "by 25 November 2026"), (DAY - datetime.timedelta(1), "which was due by 24")],
)
def test_a_first_action_that_is_late_is_told_as_late(due: datetime.date, when: str) -> None:
    """On its day it is not yet late, and on the next it is."""
    scale = small_scale()
    framework = small_framework([small_standard(1, 1, [1], scale)], [1], scale)
    late = evolve(cs.assess(framework, {"1.1": 4}), actions=[cs.Action("A", due=due)])
    said = texts(account(late, with_words(all_actions=True)).sections[0])

    assert said[-1].startswith(f"We publish 1 action still to be done. The first is “A”, {when}")


def test_every_standard_below_good_is_named(bare_account: Document) -> None:
    """Beside the three that are lowest, all others below the good level are listed by title."""
    weak, strong = (texts(section(bare_account, name)) for name in ("not-yet", "strong"))

    assert (
        "Also below 3 Established: 4 Coproduced with people, their carers and communities; "
        "5 Positive engagement with providers; 10 A diverse and sustainable market; "
        "11 Provides value for money; 12 Develops the workforce."
    ) in weak
    assert "No other standard with a score is at 3 Established or above." in strong


@given(st.lists(st.sampled_from([None, 1, 2, 3, 4]), min_size=1, max_size=12))
def test_no_standard_below_good_is_left_unnamed(levels: list[int | None]) -> None:
    """Whatever the scores, each that is below good stands in the section of what is not."""
    scale = small_scale()
    standards = [small_standard(number, 1, [1], scale) for number in range(1, len(levels) + 1)]
    answers = {f"{number}.1": level for number, level in enumerate(levels, 1)}
    document = account(cs.assess(small_framework(standards, [1], scale), answers))
    weak, strong = (" ".join(texts(section(document, each))) for each in ("not-yet", "strong"))

    for number, level in enumerate(levels, 1):
        if level is not None:
            assert re.search(rf"\b{number} Standard {number}\b", weak if level < 3 else strong)


def test_that_no_action_is_published_is_told_once(
    bare_account: Document, rich_account: Document
) -> None:
    """Where it holds for every standard of a section it stands once, and else with each."""
    bare, rich = (
        " ".join(texts(section(each, "not-yet"))) for each in (bare_account, rich_account)
    )

    assert bare.count("We publish no action") == 1
    assert rich.count("We publish no action on this standard") == 2


def test_how_it_was_made_is_folded_away(bare_account: Document) -> None:
    """It stands at the very end, and a press opens it."""
    assert [each.id for each in bare_account.sections if each.folded] == ["made"]
    assert bare_account.sections[-1].id == "made"


def test_what_nobody_rated_is_not_hidden(bare_account: Document) -> None:
    """A standard without a score stands with what is not yet good enough."""
    assert "We cannot say yet for standard 3, “Delivers social value”: nothing is rated." in texts(
        section(bare_account, "not-yet")
    )


def test_what_will_be_done_stands_beside_what_is_weak(rich_account: Document) -> None:
    """Actions still to be done are told with their day; those that are done are not promised."""
    said = texts(section(rich_account, "not-yet-6"))

    assert said[-1] == (
        "What we will do: “Ask for ethnicity at every first contact, and say why it is asked” "
        "(by 30 June 2027)."
    )


def test_last_rounds_figures_stand_beside_these(
    rich_account: Document, bare_account: Document
) -> None:
    """What has changed is told with both figures; without last round, that is told."""
    found = table(section(rich_account, "changed"))

    assert found.headers[1:3] == ("2026-27", "2025-26")
    assert texts(section(bare_account, "changed"))[1:] == ["Last round's return was not given."]


def test_two_rounds_of_one_name_are_told_apart(filled: cs.Assessment) -> None:
    """Where the periods are alike or missing, the columns still differ."""
    unnamed = evolve(filled, period="")
    found = [
        table(section(account(each, last=before(each)), "changed")).headers[1:3]
        for each in (filled, unnamed)
    ]

    assert found == [("2026-27", "Last time"), ("Now", "Last time")]


def test_what_the_council_did_not_write_is_not_given(bare_account: Document) -> None:
    """Aims, ways to have a say and sign-off are never made up."""
    assert texts(section(bare_account, "aims"))[1:] == [NOT_GIVEN]
    assert texts(section(bare_account, "say")).count(NOT_GIVEN) == 2
    assert texts(section(bare_account, "checked"))[1:] == [
        "Nobody is given as having checked this."
    ]
    assert texts(section(bare_account, "actions"))[1:] == ["We publish no action here."]


def test_without_words_of_people_it_says_so(filled: cs.Assessment) -> None:
    """Where nothing that people told is public, that is not given."""
    private = evolve(filled, evidence=())

    assert texts(section(account(private), "people"))[1:] == [NOT_GIVEN]


def test_what_the_council_wrote_stands_word_for_word(
    rich_account: Document, papers: Settings
) -> None:
    """Aims, what people said, ways to have a say and who signed off are as written."""
    said = texts(rich_account)
    words = papers.account

    wanted = (*words.aims, *words.people_said, *(each.text for each in words.have_your_say))
    assert set(wanted) <= set(said)
    assert table(section(rich_account, "checked")).rows[1] == (
        "Healthwatch Borsetshire",
        "23 November 2026",
        NOT_GIVEN,
    )


def test_what_people_told_is_public_evidence_of_that_kind(bare_account: Document) -> None:
    """A public survey of people is there by title and day."""
    assert texts(section(bare_account, "people"))[2:] == [
        "What people and carers said about taking part (15 September 2026)"
    ]


def test_actions_are_published_without_owners(rich_account: Document) -> None:
    """An action has its day, its measure and its state, and nobody's name."""
    found = table(section(rich_account, "actions"))

    assert found.headers == ("What we will do", "By when", "How it will be seen to work", "State")
    assert found.rows[3] == (
        "Publish the day services plan in Easy Read",
        "30 September 2026",
        "The coproduction group finds it clear",
        "Done",
    )


def test_actions_can_be_published_one_by_one(filled: cs.Assessment) -> None:
    """Only the actions that the settings name appear."""
    settings = with_words(actions=("Repeat the provider survey",))

    rows = table(section(account(filled, settings), "actions")).rows

    assert [row[0] for row in rows] == ["Repeat the provider survey"]


def test_an_action_that_is_not_there_is_told(filled: cs.Assessment) -> None:
    """A title that the return does not have is a problem, with the nearest that it has."""
    settings = with_words(actions=("Repeat provider survey",))

    with pytest.raises(cs.SettingsError, match="Did you mean Repeat the provider survey"):
        account(filled, settings)


def secretive(assessment: cs.Assessment) -> cs.Assessment:
    """The same with something private in every place where it can stand."""
    return evolve(
        assessment,
        ratings=[evolve(each, comment=PRIVATE) for each in assessment.ratings],
        respondent=cs.Respondent(PRIVATE, cs.Voice.LEADERS),
        evidence=[
            cs.Evidence("Open", "1", owner=PRIVATE, notes=PRIVATE, link=PRIVATE, public=True),
            cs.Evidence(PRIVATE, "2", public=False),
            cs.Evidence(f"{PRIVATE} too", "3"),
        ],
        actions=[
            cs.Action("Shown", "1", owner=PRIVATE, notes=PRIVATE),
            cs.Action(f"{PRIVATE} again", "1"),
        ],
        source=cs.Source(f"{PRIVATE}.xlsx", "ab" * 32),
    )


def test_nothing_private_is_in_it(filled: cs.Assessment) -> None:
    """No comment, name, note, unsafe link, file name or unmarked record appears anywhere."""
    private = secretive(filled)
    document = account(private, with_words(actions=("Shown",)), last=before(private))
    said = " ".join(texts(document))
    drawn = account_document(public_material(gather(private, on=DAY))).pictures
    pictures = b"".join(each.svg + each.png for each in drawn)

    assert PRIVATE not in said
    assert PRIVATE.encode() not in pictures
    assert {"Open (no date)", "Shown"} <= set(texts(document))


def test_everything_left_out_is_told_with_its_reason(filled: cs.Assessment) -> None:
    """Each private thing is on the list of what is left out, by kind."""
    private = secretive(filled)
    found = left_out(private, AccountWords(actions=("Shown",)))
    kinds = [each.kind for each in found if PRIVATE in each.what]

    assert {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)} == {
        "respondent": 1,
        "file name": 1,
        "comment": 48,
        "owner": 2,
        "notes": 2,
        "link": 1,
        "evidence": 2,
        "action": 1,
    }


@given(public=st.sampled_from([True, False, None]), every=st.booleans())
def test_a_record_appears_or_is_told_as_left_out(*, public: bool | None, every: bool) -> None:
    """No record of evidence or action is lost in silence."""
    scale = small_scale()
    framework = small_framework([small_standard(1, 1, [1], scale)], [1], scale)
    assessment = cs.Assessment(
        framework,
        evidence=(cs.Evidence("E", "1", public=public),),
        actions=(cs.Action("A", "1"),),
    )
    words = AccountWords(all_actions=every)
    copy, out = public_copy(assessment, words), left_out(assessment, words)

    kept = [*(each.title for each in copy.evidence), *(each.title for each in copy.actions)]
    assert sorted([*kept, *(each.what for each in out)]) == ["A", "E"]


def test_the_scores_are_those_of_the_whole_return(
    filled: cs.Assessment, rich_account: Document
) -> None:
    """Leaving out private text changes no figure."""
    shown = [row[1] for row in table(section(rich_account, "standards")).rows]

    assert shown[:3] == ["2.25", "3.25", "no score"]
    assert [row[0] for row in table(section(rich_account, "standards")).rows][2] == (
        "3 Delivers social value"
    )
    assert filled


def test_several_returns_make_an_account_of_what_is_agreed(filled: cs.Assessment) -> None:
    """Nobody's single rating is published where people differ."""
    material = public_material(gather(by_voice(filled), on=DAY))

    assert material.moderation is None
    assert material.card["4.1"].score is None
    assert "From the return: return 1, sha256" in " ".join(account_document(material, ()).made_from)


def test_a_preview_says_what_is_left_out_and_why(material: Material) -> None:
    """People read what stays out, under each reason."""
    said = preview_text(material, "text")

    assert said.startswith("The account leaves out ")
    assert "The return marks it as not public.\n  evidence: Yearly check of 40 support" in said
    assert "comment: 1.1: The yearly check read 40 plans in June." in said


def test_a_preview_can_be_read_by_programs(filled: cs.Assessment) -> None:
    """The same as JSON, last round's return included, each thing once."""
    last = evolve(filled, respondent=cs.Respondent("Last year's officer"))
    said = preview_text(gather(filled, on=DAY, last=last), "json")

    assert said.count('"what": "Yearly check of 40 support plans"') == 1
    assert said.count('"what": "Last year\'s officer"') == 1


def test_a_return_with_nothing_private_leaves_nothing_out(route_map: cs.Framework) -> None:
    """A blank return is whole in the account."""
    material = gather(cs.Assessment(route_map), on=DAY)

    assert preview_text(material, "text") == "The account leaves nothing out.\n"


def test_one_thing_is_told_in_the_singular(route_map: cs.Framework) -> None:
    """One thing is one thing."""
    assessment = cs.Assessment(route_map, respondent=cs.Respondent("Ann"))

    assert preview_text(gather(assessment, on=DAY), "text") == (
        "The account leaves out 1 thing:\n\nNames of people and teams are never published.\n"
        "  respondent: Ann\n"
    )


def test_a_council_without_a_name_has_an_account(route_map: cs.Framework) -> None:
    """Nobody's name is made up for the title."""
    assert account(cs.Assessment(route_map)).title == "Local account"


def test_overdue_actions_are_told_to_residents(filled: cs.Assessment, papers: Settings) -> None:
    """An action that is late is said to be late."""
    later = gather(filled, on=datetime.date(2027, 2, 1), settings=papers)
    rows = table(section(account_document(public_material(later), ()), "actions")).rows

    assert rows[2][3] == "Not started, overdue"
