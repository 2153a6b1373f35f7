"""A sheet that says when it cannot hold what is written."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.workbook.reading.grid import Cell
from commissioning_standards.workbook.writing.measure import TALLEST_ROW, row_height
from commissioning_standards.workbook.writing.pen import Pen, Styles


def test_what_excel_cannot_hold_is_an_error_and_never_dropped() -> None:
    """A cell beyond Excel's last row is refused, with the sheet's name."""
    book = xlsxwriter.Workbook(BytesIO())
    pen = Pen(book, book.add_worksheet("Market"))

    with pytest.raises(cs.WorkbookError, match="sheet Market: It could not be written"):
        pen.number(1_048_576, 0, 1.0, Styles.count)


def test_dates_before_excels_calendar_are_kept_as_text() -> None:
    """Excel knows no day before 1900; such a date is written out."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    pen = Pen(book, book.add_worksheet("Evidence"))
    pen.day(0, 0, date(1834, 8, 14), Styles.entry_date)
    book.close()

    assert openpyxl.load_workbook(buffer)["Evidence"]["A1"].value == "1834-08-14"


def test_whole_numbers_read_as_people_write_them() -> None:
    """A number that a program stored as 4.0 is the text 4."""
    assert Cell(4.0, "n", cs.Place()).text == "4"


@given(st.text(max_size=300), st.floats(5, 80))
def test_more_text_never_needs_a_lower_row(text: str, width: float) -> None:
    """A row is at least as tall for a text with more added to it, and never over Excel's limit."""
    shorter, longer = row_height([(text, width)]), row_height([(f"{text}\nmore", width)])

    assert shorter <= longer <= TALLEST_ROW


def test_a_word_wider_than_its_column_takes_the_lines_it_needs() -> None:
    """A long link is broken over several lines, and the row is tall enough for them."""
    link = "https://www.borsetshire.example/" + "x" * 200

    assert row_height([(link, 20)]) > 8 * row_height([("x", 20)])


def test_a_row_is_as_tall_as_its_tallest_cell() -> None:
    """The cell that needs most lines decides."""
    cells = [("short", 10.0), ("one two three four five six", 10.0)]

    assert row_height(cells) == row_height(cells[1:]) > row_height(cells[:1])
