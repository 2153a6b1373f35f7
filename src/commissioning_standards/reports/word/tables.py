"""Tables in a Word file: real ones, with headers that repeat, a name, and rows kept whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from ..document import Cell, Linked, Table
from .columns import ROOM, column_widths
from .pictures import add_caption
from .styles import SMALL
from .text import say, shrink

__all__ = ["add_table"]

HEADER_FILL = "E9EDF2"
LONG_ROW = 1_200
# A row as high as this is not lost when it stands alone on a page.
HIGH_ROW = 300


def add_table(file: Any, block: Table) -> None:
    """Put a table at a file's end, under its caption.

    Args:
        file: the Word file.
        block: the table.
    """
    add_caption(file, block.caption)
    table = file.add_table(rows=1 + len(block.rows), cols=len(block.headers))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.LEFT, False
    _describe(table, block.caption)
    widths = column_widths(block)
    rows = table._tbl.tr_lst
    for index, (row, cells) in enumerate(zip(rows, (block.headers, *block.rows), strict=True)):
        _keep_row(row, cells, is_header=index == 0)
        for cell, said, width in zip(row.tc_lst, cells, widths, strict=True):
            cell.width = width
            _fill(WordParagraph(cell.p_lst[0], file._body), said)
            if index == 0:
                _head(cell)
    for index in _joined(block):
        _keep_with_next(rows[index])
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = width
    _part(file)


def _joined(block: Table) -> set[int]:
    """The rows that stay with the one below: headers, and low ones that would else stand alone."""
    last = len(block.rows)
    heights = [sum(map(_length, cells)) for cells in (block.headers, *block.rows)]
    ends = {1, last - 1} if last > 1 else set()
    low = {index for index in ends if max(heights[index : index + 2]) < HIGH_ROW}
    return low | ({0} if last else set())


def _keep_with_next(row: Any) -> None:
    """Let no page end between a row and the one below it."""
    for cell in row.tc_lst:
        cell.p_lst[0].get_or_add_pPr().get_or_add_keepNext().val = True


def _part(file: Any) -> None:
    """A low line between a table and what comes next."""
    paragraph = file.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(SMALL)


def _fill(paragraph: Any, said: Cell) -> None:
    say(paragraph, said)
    paragraph.paragraph_format.space_after = Pt(0)
    for run in paragraph._p.iter(qn("w:r")):
        shrink(run, bold=False)


def _head(cell: Any) -> None:
    """Make a cell one of headers."""
    for run in cell.iter(qn("w:r")):
        shrink(run, bold=True)
    _shade(cell)


def _keep_row(row: Any, cells: Sequence[Cell], *, is_header: bool) -> None:
    """Repeat a header row on each page; let no row break over two that fits on one."""
    properties = row.get_or_add_trPr()
    if is_header or sum(map(_length, cells)) < LONG_ROW:
        properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))


def _length(cell: Cell) -> int:
    return len(cell.text if isinstance(cell, Linked) else cell)


def _describe(table: Any, caption: str) -> None:
    """The table's own name for those who do not see it, and which of its cells are headers."""
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    look.set(qn("w:firstRow"), "1")
    look.set(qn("w:firstColumn"), "1")
    properties.append(_margins())
    name = OxmlElement("w:tblCaption")
    name.set(qn("w:val"), caption)
    properties.append(name)


def _margins() -> Any:
    """Room around the text of each cell, in twentieths of a point."""
    margins = OxmlElement("w:tblCellMar")
    for side, room in (("top", "50"), ("left", str(ROOM)), ("bottom", "50"), ("right", str(ROOM))):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), room)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    return margins


def _shade(cell: Any) -> None:
    fill = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEADER_FILL)):
        fill.set(qn(f"w:{name}"), value)
    cell.get_or_add_tcPr().append(fill)
