"""Files that were made to do harm."""

from __future__ import annotations

import re

from commissioning_standards.workbook.layout.names import COMMENT, CONFIDENCE, ID, RATING, STANDARD
from tests.workbook.corpus_tools import (
    RELATIONS,
    STRINGS,
    STYLES,
    WORKBOOK,
    Kind,
    Make,
    changed,
    endless,
    in_turn,
    more_rows,
    packed,
    place,
    replaced,
    sent,
    streamed,
    unpacked,
)

__all__ = ["HOSTILE"]

SHEET = place(RATING)[0]
SHEETS_PART = "xl/worksheets/sheet3.xml"
TYPES, FIRST = "[Content_Types].xml", "_rels/.rels"
COLUMNS = {each: re.sub(r"\d", "", place(each)[1]) for each in (ID, STANDARD, RATING)}
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET_START, SHEET_END = f'<worksheet xmlns="{MAIN}"><sheetData>', "</sheetData></worksheet>"
STRING = '<c t="inlineStr"><is><t>{}</t></is></c>'
MANY = 60_000


def with_parts(count: int) -> Make:
    """A workbook with so many parts more."""
    return lambda content: packed(unpacked(content) | {f"x/{each}": b"" for each in range(count)})


def directory_of(count: int) -> Make:
    """An archive that is nearly all directory."""
    entry = packed({"a": b""})
    listed = entry[entry.index(b"PK\x01\x02") : entry.index(b"PK\x05\x06")]
    return lambda content: content + listed * count + entry[entry.index(b"PK\x05\x06") :]


def laughing(part: bytes) -> bytes:
    """A document type whose ten lines unfold to a thousand million words."""
    lines = (b'<!ENTITY a%d "%s">' % (at, b"&a%d;" % (at - 1) * 10) for at in range(1, 10))
    declared = b'<!DOCTYPE x [<!ENTITY a0 "ha">' + b"".join(lines) + b"]>"
    return re.sub(rb"(<[a-zA-Z])", declared + rb"\1", part, count=1).replace(b"</", b"&a9;</", 1)


def reaching_out(part: bytes) -> bytes:
    """A document type that asks for a file of this computer."""
    declared = rb'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\1'
    return re.sub(rb"(<[a-zA-Z])", declared, part, count=1).replace(b"</", b"&e;</", 1)


def typed_elsewhere(part: bytes) -> bytes:
    """A document type that stands in another file."""
    return re.sub(
        rb"(<[a-zA-Z])", rb'<!DOCTYPE x SYSTEM "http://example.org/x.dtd">\1', part, count=1
    )


def in_utf_16(part: bytes) -> bytes:
    """A document type in an encoding that a search for its letters would miss."""
    return laughing(part).decode().replace("UTF-8", "UTF-16").encode("utf-16")


DOCUMENT_TYPES = {
    "that unfolds": laughing,
    "that reaches out": reaching_out,
    "that stands elsewhere": typed_elsewhere,
    "that unfolds, in UTF-16": in_utf_16,
}


def rewritten(name: str, change: Make) -> Make:
    """One part rewritten."""

    def make(content: bytes) -> bytes:
        parts = unpacked(content)
        return packed(parts | {name: change(parts[name])})

    return make


def below(inner: str) -> Make:
    """A sheet of its own with this below its rows."""
    content = f"{SHEET_START}{SHEET_END}".replace("</worksheet>", f"{inner}</worksheet>")
    return replaced("Results", content.encode())


def rows(count: int, inner: str = "<c><v>1</v></c>") -> Make:
    """A sheet of its own with so many rows."""
    return replaced("Results", f"{SHEET_START}{f'<row>{inner}</row>' * count}{SHEET_END}".encode())


def sheet(inner: str) -> Make:
    """A sheet of its own with this in it."""
    return replaced("Results", f"{SHEET_START}{inner}{SHEET_END}".encode())


def filled_rows(numbers: range, cells: dict[str, str]) -> str:
    """Rows of a rating table, each with these texts by header."""
    return "".join(
        f'<row r="{row}">'
        + "".join(
            f'<c r="{COLUMNS[header]}{row}" t="inlineStr"><is><t>{text.format(row)}</t></is></c>'
            for header, text in sorted(cells.items(), key=lambda each: COLUMNS[each[0]])
        )
        + "</row>"
        for row in numbers
    )


def shared(text: str, count: int) -> Make:
    """One text, and a sheet whose cells all share it."""
    last = len(re.findall(b"<si>", unpacked(sent())[STRINGS]))
    return in_turn(
        changed(STRINGS, "</sst>", f"<si><t>{text}</t></si></sst>"),
        rows(count, f'<c t="s"><v>{last}</v></c>'),
    )


def records(cell: str, count: int) -> Make:
    """Evidence with this in the column that says what it is about."""
    lines = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>Survey</t></is></c>'
        f'<c r="B{row}" t="inlineStr"><is><t>{cell}</t></is></c></row>'
        for row in range(1_000, 1_000 + count)
    )
    return more_rows("Evidence", lines)


def many_sheets(content: bytes) -> bytes:
    """A workbook that names one empty sheet over and over."""
    more = "".join(f'<sheet name="{each}" sheetId="99" r:id="rId3"/>' for each in range(MANY))
    return changed(WORKBOOK, "</sheets>", f"{more}</sheets>")(content)


BOMBS: dict[str, tuple[Make, str]] = {
    "a sheet of 1 GB": (streamed(SHEETS_PART, endless(1_000), 10**9), "too-big"),
    "a sheet of 1 GB that says it is small": (
        streamed(SHEETS_PART, endless(1_000), 100_000),
        "damaged",
    ),
    "a sheet of 1 GB that says it is 11 MB": (
        streamed(SHEETS_PART, endless(1_000), 11_000_000),
        "too-big",
    ),
    "a sheet of 190 MB": (streamed(SHEETS_PART, endless(190), 190_000_000), "too-big"),
    "a list of sheets of 1 GB that says it is small": (
        streamed(RELATIONS, endless(1_000), 1_000),
        "damaged",
    ),
    "a label of 1 GB that says it is small": (streamed("mimetype", endless(1_000), 50), "damaged"),
    "a part that nobody reads of 1 GB": (streamed("x/y.xml", endless(1_000), 1_000), ""),
    "an archive in an archive in an archive": (
        lambda content: packed(
            unpacked(content) | {"xl/a.zip": packed({"b.zip": packed({"c": bytes(10**7)})})}
        ),
        "",
    ),
    "5,000 parts": (with_parts(5_000), "too-big"),
    "400,000 parts in the directory alone": (directory_of(400_000), "too-big"),
    "a million rows": (rows(1_000_000), "too-big"),
    "a million empty rows": (rows(1_000_000, ""), "too-big"),
    "30,000 rows": (rows(30_000), "too-big"),
    "19,000 rows that hold something": (rows(19_000), ""),
    "a row of a million cells": (rows(1, "<c/>" * 1_000_000), "too-big"),
    "100 rows up to the last column": (rows(100, "<c><v>1</v></c>" * 16_384), "too-big"),
    "a cell at the far corner alone": (sheet('<row r="1048576"><c r="XFD1048576"/></row>'), ""),
    "elements within elements": (below("<a>" * 80_000 + "</a>" * 80_000), ""),
    "elements within elements, more than may be": (
        below("<a>" * 10**6 + "</a>" * 10**6),
        "too-big",
    ),
    "an element with a million attributes": (
        below("<a " + " ".join(f'a{each}=""' for each in range(10**6)) + "/>"),
        "too-big",
    ),
    "an attribute of 11 MB": (below(f'<a b="{" " * 11_000_000}"/>'), "too-big"),
    "a comment in the XML of 11 MB": (below(f"<!--{' ' * 11_000_000}-->"), "too-big"),
    "a text of 11 MB": (
        sheet(f"<row><c t='inlineStr'><is><t>{'a' * 11_000_000}</t></is></c></row>"),
        "too-big",
    ),
    "a text of 1 MB that 50,000 cells share": (shared("a" * 10**6, 50_000), "too-big"),
    "an escaped text that 50,000 cells share": (shared("_x0041_" * 100_000, 50_000), "too-big"),
    "60,000 sheets": (many_sheets, "too-big"),
    "60,000 merged cells": (
        changed(SHEET, "<mergeCells[^>]*>", r"\g<0>" + '<mergeCell ref="A90:XFD99"/>' * MANY),
        "too-big",
    ),
    "900 merged cells across many rows": (
        in_turn(
            changed(SHEET, "<mergeCells[^>]*>", r"\g<0>" + '<mergeCell ref="L900:XFD9999"/>' * 900),
            more_rows(SHEET, filled_rows(range(900, 2_800), {ID: "4.2", RATING: "2 Developing"})),
        ),
        "",
    ),
    "60,000 styles and formats": (
        changed(STYLES, "</numFmts>", '<numFmt numFmtId="170" formatCode="d"/>' * MANY + r"\g<0>"),
        "",
    ),
    "a format of a million brackets": (
        changed(
            STYLES, "</numFmts>", f'<numFmt numFmtId="170" formatCode="{"[" * 10**6}"/>' + r"\g<0>"
        ),
        "",
    ),
    "60,000 names": (
        changed(
            WORKBOOK, "</definedNames>", '<definedName name="a">1</definedName>' * MANY + r"\g<0>"
        ),
        "",
    ),
    "a sheet's name of a million letters": (
        in_turn(rows(5_000), changed(WORKBOOK, 'name="Results"', f'name="{"a" * 10**6}"')),
        "",
    ),
    "1,900 rows of IDs that are not ours": (
        more_rows(SHEET, filled_rows(range(900, 2_800), {ID: "4.{0}", RATING: "3 Establised"})),
        "unknown-criterion",
    ),
    "IDs of 30,000 letters": (
        more_rows(SHEET, filled_rows(range(900, 970), {ID: "4." * 15_000})),
        "unknown-criterion",
    ),
    "1,900 rows of slips of the finger": (
        more_rows(SHEET, filled_rows(range(900, 2_800), {ID: "4.1", RATING: "3 Establise{0}"})),
        "answer-not-allowed row-twice",
    ),
    "4,000 rows of headings": (
        sheet(
            f"<row>{''.join(map(STRING.format, (ID, RATING, CONFIDENCE, COMMENT)))}</row>" * 4_000
        ),
        "",
    ),
    "headings of 30,000 letters": (rows(90, STRING.format("Rating" * 5_000)), ""),
    "30,000 spaces between two references": (
        records("4" + " " * 30_000 + "4", 90),
        "unknown-reference",
    ),
    "16,000 references in a cell": (records("x," * 16_000, 80), "unknown-reference"),
    "16,000 good references in a cell": (records("4," * 16_000, 80), ""),
    "1,900 pieces of evidence that are all alike": (records("4", 1_900), ""),
    "text that grows, in a return of another edition": (
        in_turn(
            more_rows(
                SHEET, filled_rows(range(900, 990), {ID: "4.2", STANDARD: "\ufdfa" * 30_000})
            ),
            changed(STRINGS, "<t>2014</t>", "<t>2013</t>"),
        ),
        "row-twice",
    ),
    "text that grows when letters are made alike": (
        more_rows(SHEET, filled_rows(range(900, 990), {ID: "4.2", RATING: "\ufdfa" * 30_000})),
        "answer-not-allowed row-twice",
    ),
}

HOSTILE = (
    *(
        Kind(f"{name}, {how}", rewritten(part, change), ("damaged",), is_hostile=True)
        for how, change in DOCUMENT_TYPES.items()
        for name, part in {
            "a document type in the workbook": WORKBOOK,
            "in a sheet": SHEETS_PART,
            "in shared text": STRINGS,
            "in the styles": STYLES,
            "in the list of parts": RELATIONS,
            "in the first list of parts": FIRST,
        }.items()
    ),
    Kind(
        "a document type in the list of types, which is not read",
        rewritten(TYPES, laughing),
        is_hostile=True,
    ),
    *(
        Kind(name, make, tuple(codes.split()), is_hostile=True)
        for name, (make, codes) in BOMBS.items()
    ),
)
