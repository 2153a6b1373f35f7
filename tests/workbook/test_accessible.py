"""What the page on accessibility says is done, held against the workbook itself."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from attrs import evolve
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

import commissioning_standards as cs
from commissioning_standards.workbook.layout.lists import RECORD_SHEETS
from commissioning_standards.workbook.writing.pen import Style, Styles
from commissioning_standards.workbook.writing.writer import workbook_bytes

PAGE = Path(__file__).parents[2] / "docs" / "accessibility.md"
LEAST_CONTRAST = 4.5
STYLES = {name: each for name, each in vars(Styles).items() if isinstance(each, Style)}


@pytest.fixture(scope="module", params=["full", "quick", "peer team", "carried over", "region"])
def content(request: pytest.FixtureRequest, example: cs.Assessment) -> bytes:
    """The example's workbook, a quick one, a peer team's, a region's, and one carried over."""
    match request.param:
        case "full":
            return workbook_bytes(example)
        case "quick":
            return workbook_bytes(cs.Assessment(cs.quick_form(example.framework)))
        case "peer team":
            peers = cs.Respondent("", cs.Voice.PEER_TEAM)
            return workbook_bytes(cs.Assessment(example.framework, respondent=peers))
        case "region":
            asked = cs.Helping(
                named=True, asks=("4", "10"), most=2, kind=cs.CouncilType.COUNTY, population=312_000
            )
            return workbook_bytes(evolve(example, helping=asked))
        case _:
            return workbook_bytes(example, example)


@pytest.fixture(scope="module")
def sheets(content: bytes) -> list[Worksheet]:
    """The sheets that people see."""
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    return [each for each in book.worksheets if each.sheet_state == "visible"]


def tables(sheet: Worksheet) -> list[tuple[int, int, int, int]]:
    """The bounds of every table: first column and row, last column and row."""
    found = [range_boundaries(table.ref) for table in sheet.tables.values()]
    return [(int(a or 0), int(b or 0), int(c or 0), int(d or 0)) for a, b, c, d in found]


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 works it out."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_table_has_a_name_that_says_something(sheets: list[Worksheet]) -> None:
    """Tables are called by what they hold, each differently."""
    names = [name for sheet in sheets for name in sheet.tables]

    assert len(set(names)) == len(names) >= 6
    assert not [name for name in names if name.startswith("Table")]


def test_a_table_begins_in_column_a_with_one_row_of_different_headers(
    sheets: list[Worksheet],
) -> None:
    """A screen reader can name the column of every cell."""
    for sheet in sheets:
        for left, top, right, _ in tables(sheet):
            headers = [sheet.cell(top, column).value for column in range(left, right + 1)]

            assert left == 1
            assert all(headers)
            assert len({str(each).casefold() for each in headers}) == len(headers)


def test_no_cell_of_a_table_is_merged(sheets: list[Worksheet]) -> None:
    """Merged cells stand above and below tables only."""
    for sheet in sheets:
        rows = {row for _, top, _, end in tables(sheet) for row in range(top, end + 1)}
        merged = {
            row
            for each in sheet.merged_cells.ranges
            for row in range(each.min_row, each.max_row + 1)
        }

        assert rows & merged == set()


def test_no_table_has_an_empty_row_but_those_to_fill_in(sheets: list[Worksheet]) -> None:
    """Only evidence and actions have lines that hold nothing yet, below those that do."""
    for sheet in sheets:
        for left, top, right, end in tables(sheet):
            held = [
                any(
                    sheet.cell(row, column).value not in (None, "")
                    for column in range(left, right + 1)
                )
                for row in range(top, end + 1)
            ]
            to_fill_in = sheet.title in {each.name for each in RECORD_SHEETS}

            assert all(held) or (to_fill_in and held == sorted(held, reverse=True)), sheet.title


def test_tables_on_a_sheet_stand_apart(sheets: list[Worksheet]) -> None:
    """Where a sheet has two tables, the second stands below the first under a heading."""
    for sheet in sheets:
        ordered = sorted(tables(sheet), key=lambda each: each[1])

        assert all(first[3] + 1 < second[1] for first, second in pairwise(ordered))


def test_the_title_of_each_sheet_is_in_a1(sheets: list[Worksheet]) -> None:
    """The first thing that is read on a sheet is what it is."""
    for sheet in sheets:
        assert isinstance(sheet["A1"].value, str)
        assert sheet["A1"].font.b


def test_nothing_on_a_sheet_is_hidden(sheets: list[Worksheet]) -> None:
    """No row or column is hidden from some people and read out to others."""
    for sheet in sheets:
        sizes = [*sheet.row_dimensions.values(), *sheet.column_dimensions.values()]

        assert not [each for each in sizes if each.hidden]


def test_text_is_wrapped(sheets: list[Worksheet]) -> None:
    """Every cell of a table that holds longer text wraps it."""
    for sheet in sheets:
        for left, top, right, end in tables(sheet):
            cells = [
                sheet.cell(row, column)
                for row in range(top, end + 1)
                for column in range(left, right + 1)
            ]
            unwrapped = [cell.coordinate for cell in cells if _is_long(cell)]

            assert unwrapped == [], sheet.title


def _is_long(cell: Cell | MergedCell) -> bool:
    return len(str(cell.value or "")) > 30 and not cell.alignment.wrapText


@pytest.mark.parametrize("name", STYLES)
def test_text_stands_out_from_its_ground(name: str) -> None:
    """Every style has a contrast of 4.5 to 1 or more."""
    style = STYLES[name]

    assert contrast(style.colour, style.fill or "#FFFFFF") >= LEAST_CONTRAST


def test_what_is_to_do_is_said_in_words(sheets: list[Worksheet]) -> None:
    """Each line to rate says in words whether it is done: colour is never alone."""
    words = {"Done", "To do", "As last time"}
    checks = {
        str(sheet.cell(row, right).value)
        for sheet in sheets
        for _, top, right, end in tables(sheet)
        if sheet.cell(top, right).value == "Check"
        for row in range(top + 1, end + 1)
    }

    assert checks
    assert checks <= words


def test_pictures_are_described_and_the_file_has_a_title(content: bytes) -> None:
    """Charts carry alternative text, and the document a title and a subject."""
    with ZipFile(BytesIO(content)) as parts:
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
    properties = openpyxl.load_workbook(BytesIO(content)).properties

    assert drawing.count("descr=") == drawing.count("<xdr:graphicFrame") == 2
    assert properties.title
    assert properties.subject


def test_the_page_on_accessibility_says_what_is_not_done() -> None:
    """Each rule on the page is done, done in part or not done, and all but the first say why."""
    rows = [line.split(" | ") for line in PAGE.read_text("utf-8").splitlines() if line[:2] == "| "]
    states = {row[0].strip("| "): (row[1].strip(), row[2].strip(" |")) for row in rows[2:]}

    assert {state for state, _ in states.values()} == {"Done", "In part", "Not done"}
    assert [rule for rule, (state, why) in states.items() if state != "Done" and not why] == []
