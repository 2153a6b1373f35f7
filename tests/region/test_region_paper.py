"""What a region may give to anybody: a page, a workbook, rows and JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from axe_playwright_python.sync_playwright import Axe
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser

from commissioning_standards.region.sharing.paper import region_paper
from commissioning_standards.region.sharing.publishing import (
    PAPERS,
    Region,
    own_files,
    private_files,
    shared_files,
)
from commissioning_standards.region.sharing.questions import Measure
from commissioning_standards.region.sharing.table import SharedTable
from commissioning_standards.region.sharing.telling import HELD_BACK, NOT_PROTECTED, PROTECTED
from commissioning_standards.reports.document import Paragraph
from tests.browser import A4, BROKEN_WORDS
from tests.browser import browser as chromium

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs" / "schemas" / "region.schema.json"
LEVEL_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
MOST_WORDS = 25


@pytest.fixture(scope="module")
def files(region: Region) -> dict[str, bytes]:
    """Everything that may be shared, by name."""
    return shared_files(region)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the tests of this file."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="module", params=["region", "position"])
def address(
    request: pytest.FixtureRequest,
    region: Region,
    files: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """The address of the region's page, and of one council's."""
    own = region.chosen.now[0].own
    assert own is not None
    content = (
        files[PAPERS[0]]
        if request.param == "region"
        else own_files(region, own)["for-one-council/position.html"]
    )
    path: Path = tmp_path_factory.mktemp("region") / "page.html"
    path.write_bytes(content)
    return path.as_uri()


def test_no_word_of_a_table_is_broken_on_paper(browser: Browser, address: str) -> None:
    """Printed on A4, each column of each table is as wide as its longest word."""
    page = browser.new_context(viewport=A4).new_page()
    page.goto(address)
    page.emulate_media(media="print")

    assert page.evaluate(BROKEN_WORDS) == []
    assert page.evaluate(WIDER) is False


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_checker_finds_no_barrier(browser: Browser, address: str, scheme: Any) -> None:
    """Axe-core finds no violation of WCAG 2.2 at A and AA, by day and in the dark."""
    opened = browser.new_context(color_scheme=scheme, bypass_csp=True).new_page()
    opened.goto(address)
    found = Axe().run(opened, options={"runOnly": LEVEL_AA})

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_its_window(browser: Browser, address: str, width: int) -> None:
    """At 320 pixels only tables and pictures scroll."""
    opened = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    opened.goto(address)

    assert not opened.evaluate(WIDER)


def test_no_council_is_named_in_anything_that_is_shared(
    region: Region, files: dict[str, bytes]
) -> None:
    """Not in the page, not in the workbook, not in rows, JSON or the words of a picture."""
    names = {each.council for each in region.chosen.now}
    book = openpyxl.load_workbook(BytesIO(files[PAPERS[1]]))
    told = [
        *(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row),
        *(
            content.decode()
            for name, content in files.items()
            if not name.endswith((".png", ".xlsx"))
        ),
    ]

    assert [name for name in names for text in told if name in text] == []


def test_no_returns_digest_is_in_anything_that_is_shared(
    region: Region, files: dict[str, bytes]
) -> None:
    """What a table was made from is one digest of all: nobody can look for one return in it."""
    digests = {each.own.sha256 for each in region.chosen.now if each.own}

    assert [
        name
        for name, content in files.items()
        if any(each.encode() in content for each in digests if each)
    ] == []


def test_everything_shared_shows_the_same_counts(files: dict[str, bytes]) -> None:
    """Rows, JSON and workbook are of one table."""
    rows = list(csv.DictReader(StringIO(files[PAPERS[2]].decode())))
    document = json.loads(files[PAPERS[3]])
    book = openpyxl.load_workbook(BytesIO(files[PAPERS[1]]))
    of_rows = sorted(int(each["councils"]) for each in rows if each["councils"])
    of_json = sorted(
        group["councils"]
        for table in document["tables"]
        for row in table["rows"]
        for group in row["groups"]
    )
    of_book = sorted(
        cell.value for sheet in book for cell in sheet["C"] if isinstance(cell.value, int)
    )

    assert of_rows == of_json == of_book


def test_the_document_keeps_to_its_schema(files: dict[str, bytes]) -> None:
    """Programs can rely on what is published."""
    schema = json.loads(SCHEMA.read_text())
    Draft202012Validator.check_schema(schema)

    Draft202012Validator(schema).validate(json.loads(files[PAPERS[3]]))


def test_a_lowered_minimum_stands_in_every_row(files: dict[str, bytes]) -> None:
    """A row taken out of the table still says how small its groups may be."""
    rows = list(csv.DictReader(StringIO(files[PAPERS[2]].decode())))

    assert {(each["minimum"], each["lowered"]) for each in rows} == {("5", "False")}


def test_the_page_says_how_councils_are_protected_and_how_not(files: dict[str, bytes]) -> None:
    """Whoever is sent it can judge for themselves."""
    told = files[PAPERS[0]].decode()

    assert [each for each in (*PROTECTED, *NOT_PROTECTED) if each not in told] == []


def test_the_page_says_which_rows_are_held_back(region: Region, files: dict[str, bytes]) -> None:
    """A row is never left out in silence."""
    rows = [row for table in region.tables for row in table.rows if row.is_held_back]

    assert rows
    assert files[PAPERS[2]].decode().count(",True,") == len(rows)
    assert HELD_BACK in files[PAPERS[0]].decode()


def test_sentences_are_short() -> None:
    """Twenty-five words are enough for any of them."""
    sentences = [sentence for each in (*PROTECTED, *NOT_PROTECTED) for sentence in each.split(". ")]

    assert [each for each in sentences if len(each.split()) > MOST_WORDS] == []


def test_the_same_region_gives_the_same_bytes(region: Region, files: dict[str, bytes]) -> None:
    """Page, workbook, rows, JSON and pictures can be made again."""
    assert shared_files(region) == files


def test_exact_figures_are_for_the_region_alone(region: Region) -> None:
    """Quartiles, means and what was held back are in its own folder, and why."""
    files = private_files(region)
    held_back = files["confidential/held-back.csv"].decode()

    assert next(iter(files)) == "confidential/shared-before.json"
    assert {"confidential/quartiles.csv", "confidential/means.csv"} < set(files)
    assert "went together with its neighbours" in held_back
    assert "No two groups are large enough." in held_back


def test_a_region_without_a_round_before_has_no_change(country: Region) -> None:
    """Nothing is said of a change that nobody can know."""
    assert "confidential/means.csv" not in private_files(country)
    assert "What changed since" not in shared_files(country)[PAPERS[0]].decode()
    assert len(country.tables) == 1


def test_a_page_can_be_made_of_one_council(region: Region) -> None:
    """The council that asks is told about itself, with pictures."""
    own = region.chosen.now[3].own
    assert own is not None
    files = own_files(region, own)

    assert own.council in files["for-one-council/position.html"].decode()
    assert "for-one-council/charts/standard.svg" in files


def test_a_framework_without_a_note_needs_none(region: Region) -> None:
    """A framework of one's own may have nothing to say of its scale."""
    table = region.levels.table
    own = evolve(table, framework=evolve(table.framework, note=""))

    said, silent = (
        [each.said for each in region_paper([of]).sections[0].blocks if isinstance(each, Paragraph)]
        for of in (table, own)
    )

    assert said == [*silent, table.framework.note]


def said_of(table: SharedTable, section: str) -> tuple[list[str], int]:
    """The sentences of a section, and how many pictures and tables it has."""
    blocks = next(each.blocks for each in region_paper([table]).sections if each.id == section)
    told = [str(each.said) for each in blocks if isinstance(each, Paragraph)]
    return told, len(blocks) - len(told)


def held_back(table: SharedTable, shown: int) -> SharedTable:
    """A table of which only so many standards are shown."""
    kept = [each.question.id for each in table.of(Measure.LEVEL, "standard") if each.runs][:shown]
    rows = (each if each.question.id in kept else evolve(each, runs=()) for each in table.rows)
    return evolve(table, rows=tuple(rows))


def test_where_all_is_held_back_one_sentence_says_so(region: Region) -> None:
    """No chart and no table of nothing."""
    told = said_of(held_back(region.levels.table, 0), "standard")

    assert told == (["All 12 rows are held back, so there is nothing to show here."], 0)


def test_where_most_is_held_back_it_is_told_how_many(region: Region) -> None:
    """Somebody who sees little knows that it is so, and not a fault."""
    told, others = said_of(held_back(region.levels.table, 2), "standard")

    assert told == ["Of 12 rows, 10 are held back."]
    assert others == 4
