"""What a notebook shows of things: small tables with a caption, sources, and nothing that runs."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.region.councils import council_rounds
from commissioning_standards.region.helping.buddies import Match, Reason, Unmet
from commissioning_standards.region.sharing.publishing import region_of
from commissioning_standards.region.summary import summarise
from commissioning_standards.shown import TELLERS
from tests.assurance.made import write_ascof
from tests.browser import browser
from tests.region.made import region, write_returns
from tests.strategies import assessments, frameworks

HOSTILE = "<img src=x onerror=alert(1)>\"'&\u202e$\\href{javascript:alert(1)}{x}$\n</table>"
DAY = datetime.date(2026, 11, 25)
SCORES = [2, 3, 3, 3, 3, 2, 3, 3, None]
LEVEL_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
TAGS = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "p"}


def peers(own: cs.Assessment) -> cs.Assessment:
    """The peer team's view: every criterion at the first level."""
    framework = own.framework
    team = cs.Respondent(own.respondent.name, cs.Voice.PEER_TEAM)
    rated = [cs.Rating(each.id, framework.scale.levels[0]) for each in framework.criteria]
    return cs.Assessment(framework, rated, own.council, own.period, team)


def of_one_council(own: cs.Assessment) -> Iterator[Any]:
    """All that can be shown of one council's return, beside a peer team's."""
    card, outside = cs.score(own), cs.score(peers(own))
    meeting = cs.moderate([own, outside.assessment])
    yield from (own.framework, own, card)
    yield from (cs.explain(card, each.id) for each in card.parts)
    yield cs.sensitivity(own)
    yield from (cs.compare(card, each) for each in (outside, 3, {1: 3}))
    yield cs.self_awareness(card, outside)
    yield from (meeting, cs.agenda(meeting), cs.coverage(own, DAY))


def of_others(own: cs.Assessment, folder: Path) -> Iterator[Any]:
    """What others say of a council, and what a region has of many."""
    judgement = cs.cqc(SCORES)
    yield judgement
    beside = cs.beside_cqc(cs.score(own), judgement)
    yield from (beside, cs.beside_view(beside), cs.peer_view(cs.score(own), cs.score(peers(own))))
    yield cs.ascof(write_ascof(folder / "ascof-2024-25.csv"), "E10000014")
    write_returns(folder / "returns")
    collation = cs.collate([folder / "returns"], jobs=1)
    yield collation
    first, second, *_ = collation.rounds
    standard = own.framework.standards[0]
    met, unmet = Match(first, second, standard), Unmet(second, standard, Reason.ALL_FULL)
    yield cs.Buddies("2026-27", (first, second), (met,), (unmet,), 2)
    yield cs.collate([folder / "returns" / "0000.json"], jobs=1)
    yield (shared := region_of(council_rounds(map(summarise, region(12, (None,))))))
    yield shared.levels.table


@pytest.fixture(scope="module")
def every(example: cs.Assessment, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """One or more of each kind that is shown."""
    source = cs.Source("borsetshire.xlsx", "a" * 64)
    own = evolve(example, source=source)
    return [*of_one_council(own), *of_others(own, tmp_path_factory.mktemp("shown"))]


def hostile(own: cs.Assessment) -> cs.Assessment:
    """The same return with hostile text wherever a return or a framework holds any."""
    standards = [evolve(each, title=HOSTILE) for each in own.framework.standards]
    domains = [evolve(each, title=HOSTILE) for each in own.framework.domains]
    levels = [evolve(each, label=f"{each.label} {HOSTILE}") for each in own.framework.scale]
    scale = cs.Scale(levels)
    framework = evolve(
        own.framework,
        title=HOSTILE,
        edition=HOSTILE,
        note=HOSTILE,
        scale=scale,
        domains=domains,
        standards=standards,
    )
    ratings = [
        cs.Rating(each.criterion, scale.levels[own.framework.scale.levels.index(each.level)])
        if each.level
        else evolve(each, comment=HOSTILE)
        for each in own.ratings
    ]
    return cs.Assessment(
        framework,
        ratings,
        council=HOSTILE,
        period=HOSTILE,
        respondent=cs.Respondent(HOSTILE, cs.Voice.STAFF),
        evidence=[cs.Evidence(HOSTILE, ("1",))],
        actions=[cs.Action(HOSTILE, ("1",), owner=HOSTILE, due=datetime.date(2026, 1, 1))],
        source=cs.Source(HOSTILE, "b" * 64),
    )


def parsed(shown: str) -> ET.Element:
    """What is shown, as strictly as XML reads it."""
    return ET.fromstring(f"<body>{shown}</body>")  # noqa: S314 - our own


def test_every_kind_is_among_the_samples(every: list[Any]) -> None:
    """Each class that shows itself is looked at below."""
    assert {type(each).__name__ for each in every} == set(TELLERS)


def test_each_shows_a_table_with_a_caption_and_headers(every: list[Any]) -> None:
    """Each table says what it is, and which header belongs to which cell."""
    for each in every:
        tables = parsed(each._repr_html_()).findall("div/table")
        for table in tables:
            assert table.findtext("caption")
            heads = table.findall("thead/tr/th")
            assert {head.get("scope") for head in heads} == {"col"}
            rows = table.findall("tbody/tr")
            assert {len(row) for row in rows} <= {len(heads)}
            assert {row[0].get("scope") for row in rows} <= {"row"}
        assert tables or isinstance(each, cs.OutsideView)


def test_each_says_what_it_was_made_from(every: list[Any]) -> None:
    """Below each stand the software's version, and the framework or the source."""
    for each in every:
        told = " ".join(parsed(each._repr_html_()).itertext())

        assert str(cs.__version__) in told or isinstance(each, cs.OutsideView)


def test_what_comes_of_a_return_names_its_file_and_digest(example: cs.Assessment) -> None:
    """Whatever was made from a file says which, and of which framework."""
    own = evolve(example, source=cs.Source("borsetshire.xlsx", "a" * 64))
    for each in list(of_one_council(own))[1:]:
        told = " ".join(parsed(each._repr_html_()).itertext())

        assert "borsetshire.xlsx, sha256 aaaaaaaaaa" in told
        assert own.framework.digest[:10] in told


def test_hostile_text_is_text(example: cs.Assessment) -> None:
    """Tags, quotes, line ends, mathematics and turned writing do nothing and break nothing."""
    for each in of_one_council(hostile(example)):
        shown = each._repr_html_()
        tree = parsed(shown)

        assert {node.tag for node in tree.iter()} - {"body"} <= TAGS
        assert {div.get("class") for div in tree} == {"tex2jax_ignore mathjax_ignore"}
        assert "\u202e" not in shown
        assert "<img src=x onerror=alert(1)>" in "".join(tree.itertext())


def test_hostile_names_of_others_are_text(example: cs.Assessment) -> None:
    """What stands in a file of CQC's scores or is named by a peer team is escaped too."""
    judgement = evolve(cs.cqc(SCORES), council=HOSTILE, source=HOSTILE)
    beside = cs.beside_cqc(cs.score(example), judgement)
    outside = cs.OutsideView(HOSTILE, [HOSTILE], [cs.ViewTable(HOSTILE, [HOSTILE], [[HOSTILE]])])
    for each in (judgement, beside, outside):
        assert {node.tag for node in parsed(each._repr_html_()).iter()} - {"body"} <= TAGS


@given(st.data())
def test_whatever_is_answered_can_be_shown(data: st.DataObject) -> None:
    """Any return against any framework shows a table that is well formed."""
    own = data.draw(assessments(data.draw(frameworks())))
    shown: tuple[Any, ...] = (own.framework, own, cs.score(own), cs.coverage(own, DAY))

    for each in shown:
        assert parsed(each._repr_html_()).find("div/table") is not None


def test_comments_are_not_shown_of_a_return(example: cs.Assessment) -> None:
    """A notebook that is passed on gives away no comment, and nobody's name."""
    who = cs.Respondent("Ann Other", cs.Voice.STAFF)
    ratings = [evolve(each, comment="In confidence") for each in example.ratings]
    own = evolve(example, ratings=ratings, respondent=who)
    shown = own._repr_html_() + cs.score(own)._repr_html_()

    assert "In confidence" not in shown
    assert "Ann Other" not in shown


def test_no_one_word_is_shown_for_the_whole(card: Any) -> None:
    """The row of the whole has no level, as in every other table."""
    first = parsed(card._repr_html_()).findall("div/table/tbody/tr")[0]

    assert [first[0].text, first[4].text] == ["Overall", None]


def test_an_agenda_of_nothing_says_so(example: cs.Assessment) -> None:
    """Where nobody differs, words say it."""
    alike = cs.moderate([example, evolve(example, respondent=cs.Respondent("Ann"))])

    assert "Nobody differs" in cs.agenda(alike)._repr_html_()


def test_a_long_agenda_is_cut_and_says_so(example: cs.Assessment) -> None:
    """The first twenty items are shown, and how many more there are."""
    framework = example.framework
    low, high = (
        cs.assess(framework, dict.fromkeys((each.id for each in framework.criteria), level))
        for level in (1, 4)
    )
    items = cs.agenda(cs.moderate([low, evolve(high, respondent=cs.Respondent("Ann"))]))
    shown = items._repr_html_()

    assert len(parsed(shown).findall("div/table/tbody/tr")) == 20
    assert f"{len(items) - 20} more are in its rows." in shown


def test_a_return_without_a_name_or_a_file_is_shown(route_map: cs.Framework) -> None:
    """A script's own assessment has no source, and a meeting of it no council."""
    own = cs.assess(route_map, {})
    meeting = cs.moderate([own, evolve(own, respondent=cs.Respondent("Ann"))])

    assert "an unnamed council" in meeting._repr_html_()
    assert "sha256" not in own._repr_html_()


def test_all_of_them_pass_an_accessibility_check(every: list[Any], tmp_path: Path) -> None:
    """On one page, axe finds no fault of level A or AA in any of them."""
    page = tmp_path / "page.html"
    one_of_each = {type(each): each for each in every}.values()
    shown = "".join(f"<section>{each._repr_html_()}</section>" for each in one_of_each)
    head = '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>All</title></head>'
    page.write_text(f"{head}<body><main>{shown}</main></body></html>", encoding="utf-8")
    with browser() as chromium:
        opened = chromium.new_page()
        opened.goto(page.as_uri())
        found = Axe().run(opened, options={"runOnly": {"type": "tag", "values": LEVEL_AA}})

    assert json.dumps(found.response["violations"]) == "[]"


def test_an_explanation_goes_down_to_the_cell(example: cs.Assessment, tmp_path: Path) -> None:
    """Each criterion has its level, the cell it was read from, and its comment."""
    cs.write_workbook(example, tmp_path / "return.xlsx")
    read = cs.read_workbook(tmp_path / "return.xlsx")
    rating = next(each for each in read.ratings if each.level and each.comment)
    table = ET.fromstring(cs.explain(cs.score(read), "overall")._repr_html_())  # noqa: S314
    heads = [each.text or "" for each in table.iter("th") if each.get("scope") == "col"]
    rows = {
        (row[0].text or "").split()[0]: dict(zip(heads, [each.text for each in row], strict=True))
        for row in table.iter("tr")
        if row[0].get("scope") == "row"
    }

    assert rating.level is not None
    assert rating.origin is not None
    found = rows[rating.criterion]
    assert (found["Level"], found["Comment"]) == (rating.level.choice, rating.comment)
    assert found["Read from"] == f"sheet {rating.origin.sheet}, cell {rating.origin.cell}"
    assert {each.id for each in example.framework.criteria} <= rows.keys()
