"""Slides as a PowerPoint file, with charts that can be edited, and words for each picture."""

from __future__ import annotations

import datetime
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor as Colour
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from .document import Table
from .look import series_colours
from .slide_text import BESIDE, BODY, BREADTH, OPENING, cell_size, column_widths, row_height
from .slides import ChartPlan, Slide
from .steady import fitting_property, steady

__all__ = ["slide_file"]

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, TOP, DEPTH, GAP = Inches(0.6), Inches(1.45), Inches(5.5), Inches(0.2)
WHOLE, PART = Pt(BREADTH), Pt(BESIDE)
TITLE_TOP, TITLE_DEPTH = Inches(0.4), Inches(0.9)
FONT, LANGUAGE = "Arial", "en-GB"
TITLE_ONLY, TITLE_AND_CONTENT, TITLE_SLIDE = 5, 1, 0
Untyped: Any = CategoryChartData
KINDS = {"radar": XL_CHART_TYPE.RADAR_MARKERS, "bars": XL_CHART_TYPE.BAR_CLUSTERED}
# Dashes tell lines apart without colour.
DASHES = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.LONG_DASH_DOT)
LABEL, GRID = Pt(11), "#BFBFBF"


def slide_file(title: str, plan: tuple[Slide, ...], colour: str, on: datetime.date) -> bytes:
    """Slides as a PowerPoint file.

    Args:
        title: of the file.
        plan: what stands on which slide.
        colour: of titles, tables' headers and the council's own line, as ``#rrggbb``.
        on: the day that the file says it was made on.

    Returns:
        The file: the same plan and day give the same bytes.
    """
    show: Any = Presentation()
    show.slide_width, show.slide_height = WIDTH, HEIGHT
    for index, each in enumerate(plan):
        _write(show, each, colour, is_first=index == 0)
    _sign(show, title, on)
    _drop(show)
    buffer = BytesIO()
    show.save(buffer)
    return steady(buffer.getvalue(), on)


def _sign(show: Any, title: str, on: datetime.date) -> None:
    """Say what the file is, and name no author."""
    about = show.core_properties
    about.title = fitting_property(title)
    about.author = about.last_modified_by = about.comments = about.keywords = about.subject = ""
    about.language = LANGUAGE
    about.created = about.modified = datetime.datetime.combine(on, datetime.time())
    about.revision = 1


def _drop(show: Any) -> None:
    """Leave out what the library's own template brings: a picture, and a stranger's printer."""
    holders = {"thumbnail": show.part.package, "printerSettings": show.part}
    for each in list(show.part.package.iter_rels()):
        holder = holders.get(each.reltype.rpartition("/")[2])
        if holder:
            holder.drop_rel(each.rId)


def _write(show: Any, plan: Slide, colour: str, *, is_first: bool) -> None:
    layout = TITLE_SLIDE if is_first else TITLE_AND_CONTENT if plan.bullets else TITLE_ONLY
    slide = show.slides.add_slide(show.slide_layouts[layout])
    _title(slide, plan.title, colour, is_first=is_first)
    if plan.bullets:
        _bullets(slide.placeholders[1], plan.bullets, is_first=is_first)
    if plan.chart:
        _chart(slide, plan.chart, WHOLE - PART - GAP if plan.table else WHOLE, colour)
    if plan.table:
        _table(slide, plan.table, BESIDE if plan.chart else BREADTH, colour)


def _rgb(colour: str) -> Any:
    """A colour as the library has it, from ``#rrggbb``."""
    typed: Any = Colour
    return typed.from_string(colour[1:].upper())


def _title(slide: Any, text: str, colour: str, *, is_first: bool) -> None:
    title = slide.shapes.title
    if is_first:
        _place(title, LEFT, Inches(1.6), WHOLE, Inches(1.4))
    else:
        _place(title, LEFT, TITLE_TOP, WHOLE, TITLE_DEPTH)
    title.text_frame.text = text
    for paragraph in title.text_frame.paragraphs:
        paragraph.alignment = 1
        _style(paragraph, Pt(40) if is_first else Pt(30), colour, bold=True)


def _place(shape: Any, left: int, top: int, width: int, height: int) -> None:
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def _bullets(placeholder: Any, texts: tuple[str, ...], *, is_first: bool) -> None:
    top = Inches(3.2) if is_first else TOP
    _place(placeholder, LEFT, top, WHOLE, Inches(3) if is_first else DEPTH)
    frame = placeholder.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    for index, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.text = text
        paragraph.alignment = 1
        paragraph.space_after = Pt(8)
        _style(paragraph, Pt((OPENING if is_first else BODY).size), "#222222")


def _style(paragraph: Any, size: int, colour: str, *, bold: bool = False) -> None:
    for run in paragraph.runs:
        run.font.name, run.font.size, run.font.bold = FONT, size, bold
        run.font.color.rgb = _rgb(colour)
        run._r.get_or_add_rPr().set("lang", LANGUAGE)


def _chart(slide: Any, plan: ChartPlan, width: int, own: str) -> None:
    data: Any = Untyped(number_format="0.00")
    data.categories = plan.labels
    for line in plan.lines:
        data.add_series(line.name, line.values)
    frame = slide.shapes.add_chart(KINDS[plan.kind], LEFT, TOP, width, DEPTH, data)
    _name(frame, "Chart of the scores", plan.alt)
    chart = frame.chart
    chart.font.size, chart.font.name = LABEL, FONT
    chart.has_title = False
    chart.has_legend = len(plan.lines) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale = plan.lowest - plan.step, plan.highest
    axis.major_unit = plan.step
    # What is below the lowest level is no level, and has no figure.
    axis.tick_labels.number_format = f'[<{plan.lowest:g}]"";General'
    axis.tick_labels.number_format_is_linked = False
    axis.major_gridlines.format.line.color.rgb = _rgb(GRID)
    axis.format.line.color.rgb = _rgb(GRID)
    if plan.kind == "bars":
        _label_bars(chart)
    colours = series_colours(own)
    for series, colour, dash in zip(chart.plots[0].series, colours, DASHES, strict=False):
        _colour(series, colour, dash, is_line=plan.kind == "radar")


def _label_bars(chart: Any) -> None:
    """The first standard on top, every one named, and a lone bar with its figure."""
    axis = chart.category_axis
    axis.reverse_order, axis.tick_labels.font.size = True, Pt(10)
    axis._element.insert_element_before(_every_label(), "c:noMultiLvlLbl", "c:extLst")
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.has_data_labels = len(plot.series) == 1
    if not plot.has_data_labels:
        return
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "0.00", False
    plot.data_labels.show_value = True


def _every_label() -> Any:
    return parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')


def _colour(series: Any, colour: str, dash: Any, *, is_line: bool) -> None:
    if is_line:
        series.format.line.color.rgb = _rgb(colour)
        series.format.line.dash_style = dash
        series.format.line.width = Pt(2.5)
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = _rgb(colour)
    else:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _rgb(colour)


def _name(frame: Any, name: str, alt: str) -> None:
    words = frame._element.find(qn("p:nvGraphicFramePr")).find(qn("p:cNvPr"))
    words.set("name", name)
    words.set("descr", alt)


def _table(slide: Any, plan: Table, width: float, colour: str) -> None:
    rows = (plan.headers, *plan.rows)
    widths = column_widths(plan, width)
    heights = [Pt(row_height(each, widths)) for each in rows]
    place = (LEFT + WHOLE - Pt(width), TOP, Pt(width), sum(heights))
    frame = slide.shapes.add_table(len(rows), len(plan.headers), *place)
    _name(frame, "Table", plan.caption)
    table = frame.table
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Pt(wide)
    for index, (row, cells, high) in enumerate(zip(table.rows, rows, heights, strict=True)):
        row.height = high
        for cell, text in zip(row.cells, cells, strict=True):
            _cell(cell, str(text), Pt(cell_size(width)), colour if index == 0 else "")


def _cell(cell: Any, text: str, size: int, header: str) -> None:
    """Fill a cell in; one of headers has a colour behind it."""
    cell.text_frame.text = text
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    for paragraph in cell.text_frame.paragraphs:
        _style(paragraph, size, "#FFFFFF" if header else "#222222", bold=bool(header))
        # An empty cell is as low as the others only if its letters would be as small.
        paragraph._p.get_or_add_endParaRPr().set("sz", str(int(size / Pt(0.01))))
    cell.fill.solid()
    cell.fill.fore_color.rgb = _rgb(header or "#F3F3F3")
