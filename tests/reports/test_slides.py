"""The frame of the feedback presentation, and its file."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from attrs import evolve
from pptx import Presentation

import commissioning_standards as cs
from commissioning_standards.charts.palette import DARK_BLUE, DARK_PINK, ORANGE
from commissioning_standards.reports.as_slides import slide_file
from commissioning_standards.reports.material import Material, gather
from commissioning_standards.reports.slides import Slide, slides
from tests.reports.papers import DAY, peer_team
from tests.small import small_framework, small_scale, small_standard


def opened(plan: tuple[Slide, ...]) -> Any:
    """Slides as a program reads them."""
    return Presentation(BytesIO(slide_file("Feedback", plan, "#12436D", DAY)))


@pytest.fixture(scope="module")
def plan(rich: Material) -> tuple[Slide, ...]:
    """The slides of everything at once."""
    return slides(rich)


@pytest.fixture(scope="module")
def show(plan: tuple[Slide, ...]) -> Any:
    """The same as a file, opened."""
    return opened(plan)


def named(plan: tuple[Slide, ...], title: str) -> Slide:
    """A slide by its title."""
    return next(each for each in plan if each.title == title)


def graphics(show: Any, kind: str) -> list[Any]:
    """Every chart or table of a presentation."""
    return [each for slide in show.slides for each in slide.shapes if getattr(each, f"has_{kind}")]


def test_it_has_the_frame_of_a_feedback_presentation(plan: tuple[Slide, ...]) -> None:
    """From what the team looked at to what happens next."""
    assert [each.title for each in plan] == [
        "Peer challenge: feedback",
        "What we looked at",
        "The profile: score by standard",
        "The same scores as bars",
        "What stands out",
        "What stands out, continued",
        "Beside the target",
        "Strengths",
        "What is thin",
        "How others see the council",
        "Lines of enquiry",
        "What we read, heard and saw",
        "Evidence and actions",
        "Actions",
        "What happens next",
    ]


def test_every_slide_has_a_title(show: Any) -> None:
    """Titles are real, so that a screen reader can go from one to the next."""
    assert all(each.shapes.title.text_frame.text for each in show.slides)


def test_charts_can_be_edited(show: Any) -> None:
    """The radar and the bars are native, each with its figures in a workbook."""
    kinds = [each.chart.chart_type.name for each in graphics(show, "chart")]

    assert kinds == ["RADAR_MARKERS", "BAR_CLUSTERED"]


def test_charts_hold_the_scores_with_gaps(show: Any, rich: Material) -> None:
    """A missing score is a gap, and the peer team's line is there."""
    chart = graphics(show, "chart")[0].chart
    lines = {each.name: tuple(each.values) for each in chart.plots[0].series}
    scores = [each.score for each in rich.card.standards]

    assert list(lines) == ["Council", "Last round", "Peer team"]
    assert [each is None for each in lines["Council"]] == [each is None for each in scores]
    assert lines["Peer team"][0] == 1.25


def test_charts_have_the_councils_colour(plan: tuple[Slide, ...]) -> None:
    """The council's own line has its colour, and no other line has the like."""
    content = slide_file("Feedback", plan, DARK_PINK, DAY)
    chart = graphics(Presentation(BytesIO(content)), "chart")[1].chart
    colours = [str(each.format.fill.fore_color.rgb) for each in chart.plots[0].series]

    assert colours == [each[1:] for each in (DARK_PINK, ORANGE, DARK_BLUE)]


def test_the_target_stands_on_the_slides(plan: tuple[Slide, ...], material: Material) -> None:
    """Where one is given, what is above and below it is told; else no slide says so."""
    told = named(plan, "Beside the target").bullets

    assert told[:2] == (
        "The target is 3 for every standard.",
        "Above the target: 2 Promotes health and wellbeing.",
    )
    assert "Beside the target" not in {each.title for each in slides(material)}


def test_what_the_peer_team_found_stands_by_how_it_is_known(filled: cs.Assessment) -> None:
    """Each finding is told as read, heard or seen; where there are none, there is room for them."""
    findings = (
        cs.Finding("Carers were asked late", ("4.1",), cs.KnownBy.HEARD),
        cs.Finding("The strategy has no dates", ("1",)),
        cs.Finding("The plan is clear", ("7",), cs.KnownBy.READ),
    )
    peers = evolve(peer_team(filled), findings=findings)
    told, bare = (
        named(slides(gather(filled, on=DAY, **given)), "What we read, heard and saw").bullets  # type: ignore[arg-type]
        for given in ({"peers": peers}, {})
    )

    assert told == (
        "Read: The plan is clear (7 Well led)",
        "Heard: Carers were asked late (4 Coproduced with people, their carers and communities)",
        "Seen:",
        (
            "How it is known is not said: The strategy has no dates "
            "(1 Person-centred and focused on outcomes)"
        ),
    )
    assert bare == ("Read:", "Heard:", "Seen:")


def test_every_chart_and_table_has_words(show: Any) -> None:
    """Each says what it shows; the chart's words give every figure."""
    told = [
        each._element.nvGraphicFramePr.cNvPr.get("descr")
        for kind in ("chart", "table")
        for each in graphics(show, kind)
    ]

    assert all(told)
    assert "3 Delivers social value, no score" in told[0]


def test_every_chart_has_its_table_beside_it(show: Any) -> None:
    """The figures stand on the same slide."""
    for slide in show.slides:
        kinds = [shape.has_table for shape in slide.shapes if shape.has_chart or shape.has_table]
        assert kinds in ([], [False, True], [True])


def test_what_does_not_fit_is_counted(plan: tuple[Slide, ...]) -> None:
    """A slide says how many more there are and where they stand, and cuts no question."""
    thin, asked = named(plan, "What is thin").bullets, named(plan, "Lines of enquiry").bullets

    assert re.fullmatch(r"And \d+ more, in the pack, under “Standard by standard”\.", thin[-1])
    assert all(each.endswith("?") for each in asked[:-1])


def test_what_a_council_asks_goes_on_over_more_slides(material: Material) -> None:
    """Its scope and its questions are all there, on as many slides as they need."""
    asked = [f"Question {number}, of some length, " + "and more " * 12 for number in range(20)]
    words = evolve(material.settings.pack, key_questions=asked)
    plan = slides(evolve(material, settings=evolve(material.settings, pack=words)))
    parts = [each for each in plan if each.title.startswith("What we looked at")]
    said = [text for each in parts for text in each.bullets]

    assert {each.title for each in parts[1:]} == {"What we looked at, continued"}
    assert said[1:] == [f"Key question: {each.strip()}" for each in asked]


def test_a_text_longer_than_a_slide_says_where_the_whole_stands(material: Material) -> None:
    """Its start is there, cut between words, with the section of the pack that has it."""
    words = evolve(material.settings.pack, scope=["more and more " * 400])
    plan = slides(evolve(material, settings=evolve(material.settings, pack=words)))
    cut = named(plan, "What we looked at").bullets[0]

    assert cut.startswith("more and more ")
    assert cut.endswith("… (whole in the pack, under “Scope and key questions”)")


def test_a_section_that_the_council_dropped_is_not_named(material: Material) -> None:
    """Where the pack does not have a section, the data have it."""
    pack = evolve(material.settings.pack, sections=material.settings.pack.sections[:1])
    plan = slides(evolve(material, settings=evolve(material.settings, pack=pack)))

    assert named(plan, "What is thin").bullets[-1].endswith(" more, in the data of the pack.")


def test_the_table_has_the_figures_of_every_line(plan: tuple[Slide, ...]) -> None:
    """Last round's and the peer team's figures stand beside the council's."""
    table = named(plan, "The same scores as bars").table

    assert table is not None
    assert table.headers == ("Standard", "Score", "Could be", "Last round", "Peer team")
    assert table.rows[0][1:] == ("2.25", "", "1.25", "1.25")


def test_a_standard_that_others_do_not_have_has_no_figure(filled: cs.Assessment) -> None:
    """Where last round had other standards, the table says so."""
    fewer = evolve(filled.framework, standards=filled.framework.standards[:-1])
    kept = {each.id for each in fewer.criteria}
    ratings = [each for each in filled.ratings if each.criterion in kept]
    last = evolve(filled, framework=fewer, ratings=ratings, evidence=(), actions=())
    table = named(slides(gather(filled, on=DAY, last=last)), "The same scores as bars").table

    assert table is not None
    assert [row[-1] for row in table.rows][-2:] == ["2.50", "no score"]


def test_each_standard_comes_before_the_second_finding_of_any(plan: tuple[Slide, ...]) -> None:
    """What is thin in one standard does not push out the others."""
    found = named(plan, "What is thin").bullets

    assert [each.partition("(")[2].partition(".")[0] for each in found[:3]] == ["2", "3", "4"]


def test_what_nobody_wrote_is_not_given(material: Material) -> None:
    """Scope, questions and other views are told as not given."""
    plan = slides(material)

    assert named(plan, "What we looked at").bullets == (
        "Scope: not given.",
        "Key questions: not given.",
    )
    assert named(plan, "How others see the council").bullets[0] == (
        "The peer team's own ratings were not given."
    )


def test_a_blank_return_makes_slides(route_map: cs.Framework) -> None:
    """With nothing rated, each slide says so."""
    plan = slides(gather(cs.Assessment(route_map), on=DAY))

    assert named(plan, "Peer challenge: feedback").bullets[0] == "Council: not given"
    assert named(plan, "Strengths").bullets == ("No strength is found by rule.",)
    assert named(plan, "Lines of enquiry").bullets == (
        "The rules draft no line of enquiry from this.",
    )
    assert "Actions" not in {each.title for each in plan}


def test_a_return_with_nothing_thin_says_so() -> None:
    """Where no rule finds anything, that is what is said."""
    framework = small_framework([small_standard(1, 1, [1], small_scale())], [1], small_scale())
    plan = slides(gather(cs.assess(framework, {"1.1": 2}), on=DAY))

    assert named(plan, "What is thin").bullets == ("The rules find nothing thin.",)


def test_many_standards_and_actions_take_more_slides(example: cs.Assessment) -> None:
    """A table goes on over as many slides as it needs, each with its headers."""
    scale = small_scale()
    standards = [small_standard(number, 1, [1], scale) for number in range(1, 21)]
    actions = [cs.Action(f"Action {number}") for number in range(20)]
    framework = small_framework(standards, [1], scale)
    plan = slides(gather(cs.Assessment(framework, actions=actions), on=DAY))
    titles = [each.title for each in plan]

    assert titles.count("The scores, continued") == titles.count("Actions, continued") == 1
    assert [len(each.table.rows) for each in plan if each.table] == [16, 16, 4, 16, 4]
    assert example


def test_no_name_and_no_author_is_in_the_file(show: Any) -> None:
    """It has a title, a language and nobody's name."""
    about = show.core_properties

    assert (about.title, about.language, about.author) == ("Feedback", "en-GB", "")


def test_figures_behind_a_chart_run_nothing(example: cs.Assessment) -> None:
    """No text of the council's is in a chart's workbook, so that none can be a formula."""
    hostile = evolve(example, council="=cmd|'/c calc'!A1", period="=1+1")
    content = slide_file("F", slides(gather(hostile, on=DAY)), "#12436D", DAY)
    archive = ZipFile(BytesIO(content))
    books = [name for name in archive.namelist() if name.endswith(".xlsx")]
    cells = [
        cell
        for name in books
        for row in openpyxl.load_workbook(BytesIO(archive.read(name))).worksheets[0]
        for cell in row
    ]

    assert len(books) == 2
    assert {each.data_type for each in cells} <= {"s", "n"}


def test_the_same_slides_give_the_same_bytes(plan: tuple[Slide, ...]) -> None:
    """Nothing of the moment is in the file, nor in the workbooks within it."""
    assert slide_file("F", plan, "#12436D", DAY) == slide_file("F", plan, "#12436D", DAY)


def test_a_score_at_the_lowest_level_has_a_bar(example: cs.Assessment) -> None:
    """The axis starts a step below the lowest level, which is named; a missing score has no bar."""
    framework = example.framework
    low = cs.assess(framework, {each.id: 1 for each in framework.standards[0].criteria})
    chart = graphics(opened(slides(gather(low, on=DAY))), "chart")[1].chart
    axis, values = chart.value_axis, tuple(chart.plots[0].series[0].values)

    assert values[:2] == (1.0, None)
    assert (axis.minimum_scale, axis.maximum_scale, axis.major_unit) == (0.0, 4.0, 1.0)
    assert axis.tick_labels.number_format == '[<1]"";General'
