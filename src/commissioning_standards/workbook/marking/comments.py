"""What is said at a cell: our comments beside those that people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import count

from openpyxl.utils.cell import coordinate_to_tuple
from xlsxwriter import Workbook

from ..writing.measure import row_height
from .package import MAIN, RELATIONS, Package, relation_id
from .trees import Element, child

__all__ = ["FROM_THE_CHECK", "forget_comments", "write_comments"]

FROM_THE_CHECK = "From the check:"
AUTHOR = "The check"
NO_COMMENTS = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode()
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
FONT = {"font_name": "Arial", "font_size": 9}
WIDE = 300
WIDE_IN_CHARACTERS = 40.0
PIXELS_A_POINT = 4 / 3

# Programs differ in their prefixes, and these drawings need not even be well-formed.
SHAPE = re.compile(rb"<((?:\w+:)?)shape\s[^>]*[^>/]>.*?</\1shape>", re.DOTALL)
PLACE = re.compile(rb"<(?:\w+:)?(?:Row|Column)>\s*(\d+)")
NAMESPACES = re.compile(rb"(?: xmlns:\w+=\"[^\"]*\")+")
NUMBER = re.compile(rb"_x0000_s(\d+)")
FIRST_NUMBER = 1025
USUAL_PREFIX = b"xmlns:v="
# What stands after the drawing of comments in a sheet; Excel insists on the order.
AFTER = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "mc:AlternateContent",
    "webPublishItems",
    "tableParts",
    "extLst",
)


def write_comments(package: Package, part: str, sheet: Element, sayings: Mapping[str, str]) -> None:
    """Say something at cells of a sheet, below what people have said there.

    Args:
        package: of the workbook.
        part: of the sheet.
        sheet: its tree, which learns where its comments are drawn.
        sayings: what to say, by cell.
    """
    comments = _comments_part(package, part)
    tree = package.tree(comments)
    author = _author(child(tree, "authors"))
    every = child(tree, "commentList")
    texts = {cell: _say(every, cell, text, author) for cell, text in sayings.items()}
    package.store(comments, tree)
    _draw(package, part, sheet, _boxes(sheet, texts))


def _comments_part(package: Package, part: str) -> str:
    for each in package.related(part, "comments"):
        return each
    made = package.add("xl/comments{}.xml", NO_COMMENTS, COMMENTS_TYPE)
    package.relate(part, "comments", made)
    return made


def _author(authors: Element) -> str:
    names = [each.text for each in authors]
    if AUTHOR not in names:
        authors.append(Element("author"))
        authors[-1].text = AUTHOR
    return str([*names, AUTHOR].index(AUTHOR))


def _say(every: Element, cell: str, text: str, author: str) -> str:
    """Add to the comment of a cell, or make it; and say all that it says now."""
    comment = next((each for each in every if each.get("ref") == cell), None)
    if comment is None:
        comment = Element("comment", {"ref": cell, "authorId": author})
        comment.append(Element("text"))
        every.append(comment)
    body = child(comment, "text")
    _as_runs(body)
    before = _text(body)
    body.append(_run(f"\n\n{text}" if before else text))
    return _text(body)


def _as_runs(body: Element) -> None:
    """Text without a look of its own becomes a run, so that another can follow."""
    for position, each in enumerate(body):
        if each.tag == "t":
            body[position] = Element("r")
            body[position].append(each)


def _run(text: str) -> Element:
    run, look, words = Element("r"), Element("rPr"), Element("t", {"xml:space": "preserve"})
    look.append(Element("sz", {"val": str(FONT["font_size"])}))
    look.append(Element("rFont", {"val": str(FONT["font_name"])}))
    words.text = text
    run.extend([look, words])
    return run


def _text(body: Element) -> str:
    return "".join(each.text or "" for each in body.iter("t"))


def _boxes(sheet: Element, texts: Mapping[str, str]) -> bytes:
    """The drawing of comments on a sheet whose columns and rows are of these sizes."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet()
    for column in sheet.iterfind("cols/col"):
        first, last = (int(column.get(end, 1)) - 1 for end in ("min", "max"))
        page.set_column(first, last, float(column.get("width", 9)), None, _hidden(column))
    for row in sheet.iterfind("sheetData/row[@ht]"):
        page.set_row(int(row.get("r", 1)) - 1, float(row.get("ht", 0)), None, _hidden(row))
    for cell, text in texts.items():
        height = PIXELS_A_POINT * row_height([(text, WIDE_IN_CHARACTERS)])
        page.write_comment(cell, text, {"width": WIDE, "height": height, **FONT})
    book.close()
    return Package.read(buffer.getvalue()).parts["xl/drawings/vmlDrawing1.vml"]


def _hidden(line: Element) -> dict[str, bool]:
    return {"hidden": line.get("hidden") in {"1", "true"}}


def _draw(package: Package, part: str, sheet: Element, drawing: bytes) -> None:
    """Put the boxes into the sheet's drawing, in place of those at the same cells."""
    old = sheet.find("legacyDrawing")
    if old is None:
        made = package.add("xl/drawings/vmlDrawing{}.vml", drawing, DRAWING_TYPE)
        relation = package.relate(part, "vmlDrawing", made)
        names = {"xmlns:r": RELATIONS, "r:id": relation}
        before = [index for index, each in enumerate(sheet) if each.tag in AFTER]
        sheet.insert(min(before, default=len(sheet)), Element("legacyDrawing", names))
        return
    target = package.target(part, relation_id(old))
    package.parts[target] = _with_boxes(package.parts[target], drawing)


def _with_boxes(there: bytes, drawing: bytes) -> bytes:
    """A sheet's drawing with our boxes, which say what their prefixes mean if it does not."""
    shapes = [each[0] for each in SHAPE.finditer(drawing)]
    left = _without(there, set(map(_place, shapes)))
    used = [int(each) for each in NUMBER.findall(left)]
    numbers = count(max(used, default=FIRST_NUMBER - 1) + 1)
    (names,) = [b""] if USUAL_PREFIX in left else NAMESPACES.findall(drawing)
    start = b"<v:shape" + names
    fresh = [
        NUMBER.sub(b"_x0000_s%d" % next(numbers), each.replace(b"<v:shape", start, 1))
        for each in shapes
    ]
    head, end, tail = left.rpartition(b"</xml>")
    return b"".join([head, *fresh, end, tail])


def _place(shape: bytes) -> tuple[bytes, ...]:
    """The row and column, counted from 0, of the comment that a shape is the box of."""
    return tuple(PLACE.findall(shape)) if b'"Note"' in shape else ()


def _without(drawing: bytes, places: set[tuple[bytes, ...]]) -> bytes:
    return SHAPE.sub(lambda found: b"" if _place(found[0]) in places else found[0], drawing)


def forget_comments(package: Package, part: str, sheet: Element) -> None:
    """Take back what an earlier round of the check said on a sheet."""
    for comments in package.related(part, "comments"):
        tree = package.tree(comments)
        every = child(tree, "commentList")
        for comment in every:
            _forget(child(comment, "text"))
        silent = [each for each in every if not _text(each)]
        every[:] = [each for each in every if each not in silent]
        package.store(comments, tree)
        _undraw(package, part, sheet, [each.get("ref", "") for each in silent])


def _forget(body: Element) -> None:
    """Cut a comment off where ours begins, whatever runs it is written in."""
    left, found, _ = _text(body).partition(FROM_THE_CHECK)
    room = len(left.rstrip("\n")) if found else len(left)
    for each in body.iter("t"):
        each.text = (each.text or "")[:room]
        room -= len(each.text)


def _undraw(package: Package, part: str, sheet: Element, cells: Iterable[str]) -> None:
    places = {tuple(b"%d" % (each - 1) for each in coordinate_to_tuple(cell)) for cell in cells}
    for drawing in sheet.iterfind("legacyDrawing"):
        target = package.target(part, relation_id(drawing))
        package.parts[target] = _without(package.parts[target], places)
