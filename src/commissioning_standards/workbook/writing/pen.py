"""A worksheet that refuses what it cannot hold: nothing is dropped with a warning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from attrs import define, evolve, field, frozen
from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ...problems import Place, WorkbookError, problem
from ..layout.columns import Column, Kind
from .measure import row_height

__all__ = ["LONGEST_TEXT", "Pen", "Style", "Styles"]

LONGEST_TEXT = 32_767
FIRST_DATE = date(1900, 3, 1)
NAVY, PALE, LINE, GREY = "#12436D", "#FFF7DB", "#7F7F7F", "#F3F3F3"

PROTECTION = {
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
    "sort": True,
}


@frozen
class Style:
    """How a cell looks, and whether people may change it."""

    size: int = 10
    bold: bool = False
    colour: str = "#000000"
    fill: str = ""
    border: bool = False
    wrap: bool = False
    open_to_input: bool = False
    number_format: str = ""
    align: str = ""
    valign: str = "top"

    def properties(self) -> dict[str, Any]:
        """The style in XlsxWriter's words."""
        chosen = {
            "bg_color": self.fill,
            "num_format": self.number_format,
            "align": self.align,
            "border": int(self.border),
        }
        return {
            "font_name": "Arial",
            "font_size": self.size,
            "bold": self.bold,
            "font_color": self.colour,
            "border_color": LINE,
            "valign": self.valign,
            "text_wrap": self.wrap,
            "locked": not self.open_to_input,
            **{name: value for name, value in chosen.items() if value},
        }


class Styles:
    """The few styles of the workbook."""

    title = Style(size=16, bold=True, colour=NAVY)
    heading = Style(size=12, bold=True, colour=NAVY, valign="bottom")
    prose = Style(wrap=True)
    header = Style(bold=True, colour="#FFFFFF", fill=NAVY, border=True, wrap=True)
    cell = Style(border=True, wrap=True)
    strong = Style(border=True, wrap=True, bold=True)
    check = Style(border=True, wrap=True, fill=GREY)
    entry = Style(border=True, wrap=True, fill=PALE, open_to_input=True)
    entry_text = evolve(entry, number_format="@")
    entry_date = evolve(entry, number_format="dd/mm/yyyy", align="left")
    entry_number = evolve(entry, number_format="#,##0", align="left")
    progress = Style(bold=True, colour=NAVY, valign="vcenter")
    warning = Style(bold=True, colour="#7A1212", fill="#FBE3E1")
    total = Style(border=True, number_format="0", align="left")
    count = Style(border=True, number_format="0", align="center")
    figure = Style(border=True, number_format="0.00", align="center")
    weight = Style(border=True, number_format="General", align="center")


@define
class Pen:
    """Writes one worksheet; rows and columns are counted from 0.

    Raises:
        WorkbookError: from every method, where Excel could not hold what is
            written.
    """

    book: Workbook
    sheet: Worksheet
    _formats: dict[Style, Format] = field(factory=dict)

    def page(
        self, widths: Sequence[float], header_row: int | None = None, *, is_form: bool = True
    ) -> None:
        """Set column widths, printing on A4 landscape, and a form's protection: no password."""
        for column, width in enumerate(widths):
            self._checked(self.sheet.set_column(column, column, width))
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&L&A&RPage &P of &N")
        self.sheet.hide_gridlines(2)
        if header_row is not None:
            self.sheet.repeat_rows(header_row)
        if is_form:
            self.sheet.protect("", PROTECTION)

    def text(self, row: int, column: int, text: str, style: Style) -> None:
        """Write text as text, whatever it begins with; nothing for ``""``."""
        if text:
            self._checked(self.sheet.write_string(row, column, text, self._format(style)))
        else:
            self._checked(self.sheet.write_blank(row, column, None, self._format(style)))

    def titled(self, row: int, column: int, title: str, text: str, style: Style) -> None:
        """Write a cell whose first line is bold, where there is a title."""
        if not title:
            self.text(row, column, text, style)
            return
        bold = self._format(evolve(style, bold=True))
        plain, cell = self._format(evolve(style, bold=False)), self._format(style)
        # Neither part may be empty, whatever the framework says.
        rich = (bold, f"{title} ", plain, f"\n{text}")
        self._checked(self.sheet.write_rich_string(row, column, *rich, cell))

    def prose(self, row: int, text: str, style: Style, widths: Sequence[float]) -> None:
        """Write a text over as many columns as there are widths, in a row tall enough for it."""
        self._checked(self.sheet.merge_range(row, 0, row, len(widths) - 1, "", self._format(style)))
        self.text(row, 0, text, style)
        self.height(row, row_height([(text, sum(widths))]))

    def define(self, name: str, cells: str) -> None:
        """Give cells a name that formulas and lists can use."""
        self._checked(self.book.define_name(name, f"={cells}"))

    def number(self, row: int, column: int, number: float, style: Style) -> None:
        """Write a number."""
        self._checked(self.sheet.write_number(row, column, number, self._format(style)))

    def day(self, row: int, column: int, day: date | None, style: Style) -> None:
        """Write a date; one before Excel's calendar begins goes in as ISO text."""
        if day is None or day < FIRST_DATE:
            self.text(row, column, day.isoformat() if day else "", style)
            return
        moment = datetime.combine(day, time.min)
        self._checked(self.sheet.write_datetime(row, column, moment, self._format(style)))

    def formula(
        self, row: int, column: int, formula: str, value: float | str | None, style: Style
    ) -> None:
        """Write a live formula with the value it has now; None shows as empty."""
        shown = "" if value is None else value
        self._checked(self.sheet.write_formula(row, column, formula, self._format(style), shown))

    def link(self, row: int, column: int, sheet: str, style: Style) -> None:
        """Write a sheet's name as a link to it."""
        target = f"internal:{sheet}!A1"
        self._checked(self.sheet.write_url(row, column, target, self._format(style), string=sheet))

    def table(
        self, name: str, row: int, headers: Sequence[str], last_row: int, *, filters: bool = False
    ) -> None:
        """Make a real table with one header row; its cells are written separately."""
        columns = [
            {"header": header, "header_format": self._format(Styles.header)} for header in headers
        ]
        options = {"name": name, "columns": columns, "style": None, "autofilter": filters}
        self._checked(self.sheet.add_table(row, 0, last_row, len(headers) - 1, options))

    def chart(self, cell: tuple[int, int], chart: Chart, alt_text: str) -> None:
        """Put a chart's corner in a cell, with a text for those who do not see it."""
        options = {"description": alt_text, "object_position": 3}
        self._checked(self.sheet.insert_chart(*cell, chart, options))

    def break_before(self, row: int) -> None:
        """Start a new printed page at a row."""
        self.sheet.set_h_pagebreaks([row])

    def height(self, row: int, points: float) -> None:
        """Set how tall a row is."""
        self._checked(self.sheet.set_row(row, points))

    def offer(
        self, rows: tuple[int, int], column: int, source: str, allowed: str, title: str
    ) -> None:
        """Offer a list in cells, and stop any other entry with what is allowed."""
        self._validate(
            rows,
            column,
            {
                "validate": "list",
                "source": f"={source}",
                "input_title": title[:32],
                "input_message": "Choose from the list.",
                "error_title": "Not one of the choices",
                "error_message": _shortened(f"Choose from the list: {allowed}."),
            },
        )

    def guide(self, rows: tuple[int, int], column: int, spec: Column) -> None:
        """Say what belongs in cells; for dates and whole numbers, stop what is none."""
        message: dict[str, Any] = {
            "validate": "any",
            "input_title": spec.header[:32],
            "input_message": _shortened(spec.help),
        }
        if spec.kind is Kind.DATE:
            message |= {
                "validate": "date",
                "criteria": ">=",
                "value": FIRST_DATE,
                "error_title": "Not a date",
                "error_message": "Type a date such as 31/03/2027.",
            }
        if spec.kind is Kind.WHOLE_NUMBER:
            least, most = spec.limits
            message |= {
                "validate": "integer",
                "criteria": "between",
                "minimum": least,
                "maximum": most,
                "error_title": "Not a whole number",
                "error_message": f"Type a whole number from {least:,} to {most:,}.",
            }
        self._validate(rows, column, message)

    def warn(self, rows: tuple[int, int], column: int, when: str) -> None:
        """Make cells bold, red and pale red where a formula holds; relative to the first row."""
        first, last = rows
        look = self._format(Styles.warning)
        rule = {"type": "formula", "criteria": f"={when}", "format": look}
        self._checked(self.sheet.conditional_format(first, column, last, column, rule))

    def _validate(self, rows: tuple[int, int], column: int, options: dict[str, Any]) -> None:
        first, last = rows
        self._checked(self.sheet.data_validation(first, column, last, column, options))

    def _format(self, style: Style) -> Format:
        if style not in self._formats:
            self._formats[style] = self.book.add_format(style.properties())
        return self._formats[style]

    def _checked(self, result: int | None) -> None:
        """XlsxWriter tells of trouble by what it returns; here it cannot be missed."""
        if result:
            place = Place(sheet=str(self.sheet.name))
            raise WorkbookError([problem("output-failed", place, found=f"XlsxWriter {result}")])


def _shortened(message: str, most: int = 255) -> str:
    return message if len(message) <= most else message[: most - 1] + "…"
