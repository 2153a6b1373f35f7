"""Workbooks with something amiss that a program would have to guess at."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from commissioning_standards.workbook.layout.names import COMMENT, ID, RATING
from tests.workbook.corpus_tools import (
    RATED,
    RELATIONS,
    STRINGS,
    STYLES,
    WORKBOOK,
    Kind,
    Make,
    changed,
    more_rows,
    packed,
    place,
    replaced,
    unpacked,
)

__all__ = ["AMISS"]

SHEET, CELL = place(RATING)
ROW = re.sub(r"\D", "", CELL)
BELOW = place(RATING, "4.3")[1]
ID_COLUMN, RATING_COLUMN = (re.sub(r"\d", "", place(each)[1]) for each in (ID, RATING))
NEEDED = ("_rels/.rels", RELATIONS, WORKBOOK, STRINGS, STYLES, "xl/worksheets/sheet3.xml")


def twice(name: str) -> Make:
    """One part that stands twice in the archive."""

    def make(content: bytes) -> bytes:
        buffer = BytesIO(content)
        with zipfile.ZipFile(buffer, "a") as archive:
            # By another case, as Python warns of the same name.
            archive.writestr(name.swapcase(), unpacked(content)[name])
        return buffer.getvalue()

    return make


def merged_keeping(cells: str) -> Make:
    """Cells merged, and those that are hidden left as they are."""
    return changed(SHEET, "<mergeCells[^>]*>", rf'\g<0><mergeCell ref="{cells}"/>')


def again(number: int, level: str) -> str:
    """A row for the same criterion once more, as XML."""
    said = ((ID_COLUMN, RATED), (RATING_COLUMN, level))
    cells = [
        f'<c r="{column}{number}" t="inlineStr"><is><t>{each}</t></is></c>' for column, each in said
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


REFUSED: dict[str, tuple[Make, str]] = {
    "a rating that is said to be shared text, and is a number": (
        changed(SHEET, rf'(<c r="{CELL}"[^>]*) t="s"><v>\d+', r'\1 t="s"><v>3.0'),
        "damaged",
    ),
    "a rating merged with the one above, its own hidden": (
        merged_keeping(f"{CELL}:{BELOW}"),
        "merged",
    ),
    "cells merged without end": (merged_keeping("A:B"), "damaged"),
    "a row in something that we do not know": (
        changed(SHEET, rf'(<row r="{ROW}".*?</row>)', r"<z>\1</z>"),
        "damaged",
    ),
    "a rating in something that we do not know": (
        changed(SHEET, rf'(<c r="{CELL}".*?</c>)', r"<z>\1</z>"),
        "damaged",
    ),
    "a rating's text in something that we do not know": (
        changed(STRINGS, "<t>2 Developing</t>", r"<z>\g<0></z>"),
        "damaged",
    ),
    "a rating with two contents": (
        changed(SHEET, rf'(<c r="{CELL}".*?</v>)', r"\1<v>4</v>"),
        "damaged",
    ),
    "a row once more, with another rating": (
        more_rows(SHEET, again(900, "4 Leading")),
        "row-twice",
    ),
    "a row of the same number": (more_rows(SHEET, again(int(ROW), "4 Leading")), "damaged"),
    "a row beyond the last": (more_rows(SHEET, '<row r="1048577"/>'), "damaged"),
    "a row of an enormous number": (more_rows(SHEET, f'<row r="{"9" * 12}"/>'), "damaged"),
    "a row numbered nought": (changed(SHEET, '<row r="1"', '<row r="0"'), "damaged"),
    "rows out of order": (
        changed(SHEET, rf'(<row r="{ROW}".*?</row>)(.*)(</sheetData>)', r"\2\1\3"),
        "damaged",
    ),
    "a rating in another row than its own": (
        changed(SHEET, f'r="{CELL}"', f'r="{BELOW}"'),
        "damaged",
    ),
    "a rating that stands twice": (
        changed(SHEET, rf'<c r="{CELL}".*?</c>', rf'\g<0><c r="{CELL}"><v>4</v></c>'),
        "damaged",
    ),
    "cells out of order": (
        changed(SHEET, rf'(<c r="{CELL}".*?</c>)(<c .*?(?:/>|</c>))', r"\2\1"),
        "damaged",
    ),
    "a cell beyond the last column": (
        more_rows(SHEET, '<row r="99"><c r="XFE99"/></row>'),
        "damaged",
    ),
    "a cell whose place is none": (more_rows(SHEET, '<row r="99"><c r="99"/></row>'), "damaged"),
    "two sheets of one name": (changed(WORKBOOK, 'name="Market"', 'name="INCLUSIVE"'), "damaged"),
    "a sheet that leads nowhere": (changed(WORKBOOK, ':id="rId3"', ':id="rId999"'), "damaged"),
    "a sheet without a place": (changed(WORKBOOK, ' r:id="rId3"', ""), "damaged"),
    "a sheet on another computer": (
        changed(RELATIONS, 'Target="worksheets/sheet3.xml"', 'Target="https://example.org/3"'),
        "damaged",
    ),
    "a part that stands twice": (twice("xl/worksheets/sheet3.xml"), "damaged"),
    "two lists of shared text": (
        changed(
            RELATIONS,
            r'<Relationship Id="\w+"( [^>]*sharedStrings[^>]*/>)',
            r'\g<0><Relationship Id="z"\1',
        ),
        "damaged",
    ),
    "a part packed in an unusual way": (
        lambda content: packed(unpacked(content), zipfile.ZIP_BZIP2),
        "damaged",
    ),
    **{f"a workbook without {name}": (replaced(name, None), "damaged") for name in NEEDED},
    "a tag without end": (
        changed(SHEET, "</worksheet>", f'<a b="{" " * 2_000_000}"/>\\g<0>'),
        "too-big",
    ),
    "a comment merged down two rows": (
        merged_keeping(f"{place(COMMENT)[1]}:{place(COMMENT, '4.3')[1]}"),
        "merged",
    ),
    "a sheet cut short": (changed(SHEET, "</sheetData>.*", ""), "damaged"),
    "a sheet that is a picture": (replaced(SHEET, b"\x89PNG\r\n"), "damaged"),
    "an empty sheet's part": (replaced(SHEET, b""), "damaged"),
}

AMISS = tuple(Kind(name, make, (code,)) for name, (make, code) in REFUSED.items())
