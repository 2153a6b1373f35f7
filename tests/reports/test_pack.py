"""The peer challenge pack: every part of it, from the data and nothing else."""

from __future__ import annotations

import re

from attrs import evolve
from hypothesis import HealthCheck, given, settings

import commissioning_standards as cs
from commissioning_standards.enquiring.parts import Citation, Cited
from commissioning_standards.reports.account.builder import account_document, public_material
from commissioning_standards.reports.document import NOT_GIVEN, Bullets, Document, Paragraph, Table
from commissioning_standards.reports.material import Material, gather
from commissioning_standards.reports.pack.builder import pack_document
from commissioning_standards.reports.pack.resting import rests_on
from commissioning_standards.reports.settings import SectionPlan, standard_settings
from tests.reports.papers import DAY, peer_team, section, table, texts
from tests.small import one_standard, small_framework, small_scale, small_standard
from tests.strategies import assessments, frameworks


def test_its_sections_stand_in_the_order_of_the_settings(pack: Document) -> None:
    """The pack has the sections that this software brings, in their order."""
    plans = standard_settings().pack.sections

    assert [(each.id, each.heading) for each in pack.sections] == [
        (each.id, each.heading) for each in plans
    ]


def test_a_council_changes_its_sections(filled: cs.Assessment) -> None:
    """A council's own order, headings and sections stand as it wrote them."""
    brought = standard_settings()
    plans = (
        SectionPlan("area", "Our area", ("Hills and a town.",)),
        SectionPlan("actions", "Our plans", ("In short.",)),
    )
    own = evolve(brought, pack=evolve(brought.pack, sections=plans))
    document = pack_document(gather(filled, on=DAY, settings=own), {})

    assert [each.heading for each in document.sections] == ["Our area", "Our plans"]
    assert document.sections[0].blocks == (Paragraph("Hills and a town."),)
    assert document.sections[1].blocks[0] == Paragraph("In short.")


def test_it_is_named_as_the_council_wants(rich_pack: Document, rich: Material) -> None:
    """Title, colour and period are the council's."""
    assert rich_pack.title == "Borsetshire County Council: peer challenge pack"
    assert rich_pack.subtitle == "Commissioning for Better Outcomes: a route map (2014), 2026-27"
    assert rich_pack.colour == rich.settings.council.colour


def test_every_part_has_the_councils_name_as_the_settings_give_it(rich: Material) -> None:
    """Titles, charts and their words name the council in one way, in both papers."""
    look = evolve(rich.settings.council, name="Greater Borset")
    renamed = evolve(rich, settings=evolve(rich.settings, council=look))
    for document in (pack_document(renamed), account_document(public_material(renamed))):
        drawn = "".join(each.svg.decode() for each in document.pictures)
        said = " ".join(texts(document))

        assert "Greater Borset" in drawn
        assert "Borsetshire County Council" not in said + drawn


def test_what_nobody_wrote_is_not_given(pack: Document) -> None:
    """Scope, questions and timetable are told as not given, and never filled in."""
    assert texts(section(pack, "scope")) == [
        "Scope and key questions",
        "What the challenge is about",
        NOT_GIVEN,
        "Key questions for the peer team",
        NOT_GIVEN,
        "Timetable",
        NOT_GIVEN,
    ]


def test_scope_and_questions_are_the_councils(rich_pack: Document, rich: Material) -> None:
    """What the council asks the team to look at stands first."""
    said = texts(section(rich_pack, "scope"))

    assert {*rich.settings.pack.scope, *rich.settings.pack.key_questions} <= set(said)


def test_it_says_how_scores_are_made(pack: Document) -> None:
    """The rule, its version and every level of the scale are told."""
    said = " ".join(texts(section(pack, "reading")))

    assert "Rule mean, version 1" in said
    assert all(label in said for label in ("1 Starting", "4 Leading", "no rating scale"))


def test_the_overview_has_words_and_pictures_and_its_table_comes_next(pack: Document) -> None:
    """The profile is told in sentences, drawn as dots and as a radar, and then given as figures."""
    overview, scores = section(pack, "overview"), section(pack, "scores")
    words, *pictures = overview.blocks

    assert isinstance(words, Bullets)
    assert [getattr(each, "name", "") for each in pictures] == ["dots", "radar"]
    assert (overview.is_one_page, overview.sections) == (True, ())
    assert table(scores).caption == "Scores by domain and standard"


def test_the_title_of_a_picture_is_told_once(rich_pack: Document) -> None:
    """A picture that shows its own title has no caption, and one that has a caption no title."""
    by_name = {each.name: each for each in rich_pack.pictures}
    dots, heat_map = by_name["dots"], by_name["heat-map"]

    assert dots.caption == dots.title
    assert f">{dots.title}</text>".encode() in dots.svg
    assert f">{dots.title}</text>".encode() not in dots.on_page[0]
    assert heat_map.caption == ""
    assert heat_map.on_page == (heat_map.svg, heat_map.png)


def test_every_standard_has_its_section(pack: Document, route_map: cs.Framework) -> None:
    """Each standard of each domain has what the council says, evidence, and what to ask."""
    for standard in route_map.standards:
        found = section(pack, f"standard-{standard.number}")
        assert found.heading == standard.heading
        assert [each.heading for each in found.sections] == [
            "What the council says",
            "Evidence",
            "Strengths",
            "What is thin",
            "Lines of enquiry",
        ]


def test_what_the_council_says_stands_word_for_word(pack: Document, filled: cs.Assessment) -> None:
    """Each comment is there in full, beside its rating, and a missing one is not given."""
    rows = table(section(pack, "standard-1-says")).rows

    assert rows[0] == (
        "1.1 What matters to each person",
        "3 Established",
        "High",
        filled.rating("1.1").comment,
    )
    assert rows[3][3] == NOT_GIVEN


def test_voices_are_shown_side_by_side(rich_pack: Document) -> None:
    """With several returns, each voice's median stands beside the others', never averaged."""
    rows = table(section(rich_pack, "standard-4-voices")).rows

    assert rows[0] == (
        "4.1 Who takes part",
        "1 step",
        (
            "People who draw on care and support: 2 Developing\nProviders: 3 Established\n"
            "Leaders and commissioners: 3 Established"
        ),
    )
    assert "People who draw on care and support or unpaid carers stand apart on 4.1." in texts(
        section(rich_pack, "standard-4-voices")
    )


def test_nobodys_rating_is_told_so(rich_pack: Document) -> None:
    """A criterion that nobody rated has no median."""
    assert table(section(rich_pack, "standard-3-voices")).rows[0][2] == "Nobody rated it"


def test_evidence_has_its_date_age_and_owner(pack: Document) -> None:
    """Old evidence is marked as old, in words."""
    assert table(section(pack, "standard-5-evidence")).rows == (
        ("Provider survey", "Feedback from partners", "20 November 2024", "Old", "Market team"),
    )


def test_lines_of_enquiry_say_what_they_rest_on(pack: Document) -> None:
    """Each question stands with the cell that it rests on and its rule."""
    (row,) = table(section(pack, "standard-9-ask")).rows

    assert "“Knowing local need” (9.1)" in str(row[0])
    assert (
        row[1] == "9.1: 3 Established, high confidence (borsetshire.xlsx, sheet Inclusive, cell H7)"
    )
    assert row[2] == "high-rating-no-evidence"


def test_ratings_of_one_sheet_that_a_question_rests_on_share_a_line(pack: Document) -> None:
    """The file and the sheet stand once, and every rating still has its cell."""
    rows = table(section(pack, "standard-2-ask")).rows

    assert rows[0][1] == (
        "borsetshire.xlsx, sheet Inclusive: 2.1 3 Established, medium confidence (H7); "
        "2.2 3 Established, high confidence (H7); 2.4 3 Established, high confidence (H7)"
    )


def test_ratings_of_others_are_told_by_whose_they_are() -> None:
    """Ratings of two people are not mixed, and what has no cell stands by itself."""
    place = cs.Place("a.xlsx", "Inclusive", "H7")
    cited = [
        Citation(Cited.RATING, "1.1", "3 C", "Ann", place),
        Citation(Cited.RATING, "1.2", "2 B", "Ann", evolve(place, cell="H8")),
        Citation(Cited.RATING, "1.1", "2 B", "", place),
        Citation(Cited.RATING, "1.2", "2 B", "Bob", cs.Place("b.xlsx")),
        Citation(Cited.VOICE, "Providers"),
    ]

    assert rests_on(cited).split("\n") == [
        "Ann: a.xlsx, sheet Inclusive: 1.1 3 C (H7); 1.2 2 B (H8)",
        "1.1: 2 B (a.xlsx, sheet Inclusive, cell H7)",
        "1.2: 2 B (Bob; b.xlsx)",
        "Providers",
    ]


def test_differences_that_cancel_out_are_told(rich_pack: Document, rich: Material) -> None:
    """A standard whose criteria people differ on is not said to be agreed on."""
    rows = table(section(rich_pack, "scores-voices")).rows
    told = {str(row[0]): str(row[1]) for row in rows}

    assert told["Standard 1 Person-centred and focused on outcomes"] == "All agree"
    assert told["Standard 6 Promotes equality"].endswith("; differ on 2 of 4 criteria")
    assert rich.moderation


def test_two_who_swap_their_ratings_have_one_score_and_differ(route_map: cs.Framework) -> None:
    """The same score of a standard hides two criteria, in the table and in the chart."""
    returns = [
        cs.assess(route_map, answers, council="C", period="P", respondent=who)
        for answers, who in (
            ({"1.1": 2, "1.2": 3}, cs.Respondent("Ann", cs.Voice.PEOPLE)),
            ({"1.1": 3, "1.2": 2}, cs.Respondent("Bob", cs.Voice.STAFF)),
        )
    ]
    material = gather(returns, on=DAY)
    document = pack_document(material)
    row = table(section(document, "scores-voices")).rows[0]
    chart = next(each for each in document.pictures if each.name == "spread")

    assert row[1] == "Same score; differ on 2 of 4 criteria"
    assert "Rated by 2 of 2. Same score, differ on 2 of 4 criteria, median 2.50" in chart.alt


def test_the_peer_teams_view_stands_beside_the_councils(rich_pack: Document) -> None:
    """Self-awareness is told standard by standard, with both figures."""
    rows = table(section(rich_pack, "awareness-peers")).rows

    assert rows[1] == (
        "1 Person-centred and focused on outcomes",
        "2.25",
        "1.25",
        "+1.00",
        "higher",
    )


def test_other_views_are_shown_as_they_are_given(rich_pack: Document, pack: Document) -> None:
    """A view from outside has its sentences, tables and source; none is told as none."""
    assert texts(section(rich_pack, "view-1")) == [
        "A regulator, invented",
        "It saw the council in March 2026.",
        "What it found",
        "Theme",
        "Score",
        "Safety",
        "3",
        "Source: An invented report, 2026",
    ]
    assert "No other view from outside was given." in texts(section(pack, "awareness"))


def test_an_empty_view_is_not_given(filled: cs.Assessment) -> None:
    """A view with a title and nothing else says so."""
    document = pack_document(gather(filled, on=DAY, views=[cs.OutsideView("A view")]), {})

    assert texts(section(document, "view-1")) == ["A view", NOT_GIVEN]


def test_changes_and_targets_stand_with_both_figures(rich_pack: Document) -> None:
    """Last round's and the target's figures stand beside this round's."""
    changes = table(section(rich_pack, "scores-changes"))
    target = table(section(rich_pack, "scores-target"))

    assert changes.headers == ("Part", "2026-27", "2025-26", "Gap", "How")
    assert target.rows[1][1:] == ("2.25", "3.00", "-0.75", "below")


def test_two_rounds_of_one_name_are_told_apart(filled: cs.Assessment) -> None:
    """Where both rounds have the same period, or none, the columns still differ."""
    same = pack_document(gather(filled, on=DAY, last=evolve(filled, date=None)), {})
    unnamed = evolve(filled, period="")
    none = pack_document(gather(unnamed, on=DAY, last=evolve(unnamed, date=None)), {})

    assert table(section(same, "scores-changes")).headers[1:3] == ("2026-27", "Last round")
    assert table(section(none, "scores-changes")).headers[1:3] == ("Now", "Last round")


def test_actions_have_owners_and_dates_and_late_ones_are_told(filled: cs.Assessment) -> None:
    """An overdue action is marked in words, and what is missing is not given."""
    notes = evolve(filled.actions[2], notes="Budget agreed", measure="", owner="")
    late = gather(evolve(filled, actions=(notes,)), on=DAY.replace(year=2027))
    (row,) = table(section(pack_document(late, {}), "actions")).rows

    assert row == (
        "Repeat the provider survey\nBudget agreed",
        "5, 11.2",
        NOT_GIVEN,
        "31 January 2027",
        NOT_GIVEN,
        "Not started, overdue",
    )


def test_the_index_lists_all_evidence(pack: Document, filled: cs.Assessment) -> None:
    """Every piece is there, with links that lead on where they are safe."""
    rows = table(section(pack, "evidence")).rows

    assert [getattr(row[0], "text", row[0]) for row in rows] == [
        each.title for each in filled.evidence
    ]
    assert str(getattr(rows[3][0], "href", "")) == "https://www.borsetshire.example/reablement"


def test_evidence_about_nothing_is_aged_by_the_limit_for_all(filled: cs.Assessment) -> None:
    """A piece that names no standard has an age all the same."""
    bare = evolve(filled, evidence=(cs.Evidence("Notes"), cs.Evidence("Survey", date=DAY)))
    rows = table(section(pack_document(gather(bare, on=DAY), {}), "evidence")).rows

    assert [row[1:5] for row in rows] == [
        (NOT_GIVEN, NOT_GIVEN, "no date", "Undated"),
        (NOT_GIVEN, NOT_GIVEN, "25 November 2026", "Fresh"),
    ]


def test_a_return_without_records_says_so(route_map: cs.Framework) -> None:
    """No evidence and no action are told, and no empty table stands there."""
    document = pack_document(gather(cs.Assessment(route_map), on=DAY), {})

    assert "No evidence is given." in texts(section(document, "evidence"))
    assert "No action is given." in texts(section(document, "actions"))


def test_every_rating_has_its_place(rich_pack: Document) -> None:
    """The appendix has every rating of every return, with file, sheet and cell."""
    blocks = section(rich_pack, "ratings").blocks
    tables = [each for each in blocks if isinstance(each, Table)]
    captions = [each.caption for each in tables]

    assert captions == [
        "Ratings by Agreed in moderation",
        "Ratings by Ann (People who draw on care and support)",
        "Ratings by Bob (Providers)",
        ("Ratings by Commissioning team, with the coproduction group (Leaders and commissioners)"),
        "Ratings by Peer team (Peer team)",
    ]
    assert tables[3].rows[0][4] == "borsetshire.xlsx, sheet Inclusive, cell H7"


def test_a_respondent_without_name_is_told_so(route_map: cs.Framework) -> None:
    """A return that says neither name nor voice, or a voice only, is still told apart."""
    voice = cs.Respondent("", cs.Voice.LEADERS)
    captions = [
        table(section(pack_document(gather(each, on=DAY), {}), "ratings")).caption
        for each in (cs.Assessment(route_map), cs.Assessment(route_map, respondent=voice))
    ]

    assert captions == [
        "Ratings by a respondent who gave no name",
        "Ratings by Leaders and commissioners",
    ]


def test_it_says_what_it_was_made_from(rich_pack: Document, route_map: cs.Framework) -> None:
    """Framework, digest, rule, version and the sum of every return stand on the paper."""
    said = " ".join(rich_pack.made_from)

    assert all(each in said for each in (route_map.digest, "mean, version 1", "ab" * 32))
    assert "From last round: last.xlsx, sha256 cdcd" in said
    assert "From the peer team: peers.xlsx, sha256 efef" in said


def test_no_word_is_printed_for_the_whole(rich_pack: Document) -> None:
    """The row of the whole has a figure, and no level."""
    row = table(section(rich_pack, "scores")).rows[0]

    assert (row[0], row[3]) == ("Overall", "")


def test_every_section_has_a_name_of_its_own(rich_pack: Document) -> None:
    """Links within the pack lead to one place each."""
    names = [each.id for each in rich_pack.walk()]

    assert len(set(names)) == len(names)


def test_a_framework_of_ones_own_makes_a_pack(filled: cs.Assessment) -> None:
    """A peer team of a council with its own standards is shown in the same way."""
    document = pack_document(gather(filled, on=DAY, peers=peer_team(filled)))

    assert [each.name for each in document.pictures].count("dots-peer-team") == 1


def test_two_standards_have_no_radar() -> None:
    """A radar needs three standards: of fewer, the dots stand alone."""
    document = pack_document(gather(cs.assess(one_standard(), {"1.1": 3}), on=DAY))

    assert [each.name for each in document.pictures] == ["dots", "evidence", "heat-map"]


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(frameworks().flatmap(assessments))
def test_any_framework_and_answers_make_a_pack(assessment: cs.Assessment) -> None:
    """Whatever the standards and the answers, there is a pack, and each comment is in it."""
    own = evolve(assessment, respondent=cs.Respondent())
    said = " ".join(texts(pack_document(gather(own, on=DAY), {})))

    assert [each.comment for each in assessment.ratings if each.comment not in said] == []


def test_what_the_peer_team_found_stands_in_the_pack(filled: cs.Assessment) -> None:
    """Each finding stands with its standard and how it is known; without any there is no table."""
    findings = (
        cs.Finding("Carers were asked late", ("4.1",), cs.KnownBy.HEARD, "In two groups"),
        cs.Finding("The strategy has no dates", ("1",)),
        cs.Finding("People were welcoming"),
    )
    peers = evolve(peer_team(filled), findings=findings)
    caption = "What the peer team found, and how it is known"
    with_them = section(pack_document(gather(filled, on=DAY, peers=peers)), "awareness-peers")
    without = section(
        pack_document(gather(filled, on=DAY, peers=peer_team(filled))), "awareness-peers"
    )
    found = {each.caption: each for each in with_them.blocks if isinstance(each, Table)}
    headings = {each.number: each.heading for each in filled.framework.standards}

    assert found[caption].rows == (
        (headings[1], NOT_GIVEN, "The strategy has no dates", ""),
        (headings[4], cs.KnownBy.HEARD.value, "Carers were asked late", "In two groups"),
        ("About no standard", NOT_GIVEN, "People were welcoming", ""),
    )
    assert caption not in {each.caption for each in without.blocks if isinstance(each, Table)}


def test_lines_of_enquiry_in_the_pack_use_what_the_peer_team_found(filled: cs.Assessment) -> None:
    """A finding that no evidence stands beside is asked about, and is cited with its file."""
    found = cs.Finding("Easy Read leaflets are out of date", ("9",), cs.KnownBy.SEEN)
    peers = evolve(peer_team(filled), findings=[found])
    asked = section(pack_document(gather(filled, on=DAY, peers=peers)), "standard-9-ask")
    cites = {str(row[2]): str(row[1]) for row in table(asked).rows}

    assert "finding-without-evidence" in cites
    cite = "“Easy Read leaflets are out of date”: seen (peer team; peers.xlsx)"
    assert cite in cites["finding-without-evidence"]


def test_many_standards_are_drawn_as_high_as_they_need() -> None:
    """Where no chart of a page's size holds them all, the dots take the room that they need."""
    scale = small_scale()
    standards = [small_standard(number, 1, [1], scale) for number in range(1, 41)]
    framework = small_framework(standards, [1], scale)
    document = pack_document(gather(cs.Assessment(framework), on=DAY))

    assert [each.name for each in document.pictures][:2] == ["dots", "radar"]


def test_the_radar_of_the_pack_has_its_figures(pack: Document, material: Material) -> None:
    """As in the account, each standard's score stands beside its name."""
    picture = next(each for each in pack.pictures if each.name == "radar")
    shown = re.findall(r">(\d\.\d\d)<", picture.on_page[0].decode())

    scores = (each.score for each in material.card.standards)
    assert sorted(shown) == sorted(f"{float(each):.2f}" for each in scores if each is not None)
