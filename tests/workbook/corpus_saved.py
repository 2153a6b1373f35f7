"""Workbooks as one program or another saves them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

from commissioning_standards.workbook.layout.names import RATING
from tests.workbook.corpus_tools import (
    RELATIONS,
    STRINGS,
    STYLES,
    WORKBOOK,
    Kind,
    Make,
    Parts,
    changed,
    in_turn,
    packed,
    place,
    replaced,
    sent,
    unpacked,
)

__all__ = ["SAVED"]

SHEET = place(RATING)[0]
TYPES = "[Content_Types].xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml"
SHARED = re.compile(rb't="s"><v>(\d+)</v>')
SI = re.compile(rb"<si>(.*?)</si>", re.DOTALL)


def on_all(change: Callable[[bytes], bytes], *, sheets_only: bool = False) -> Make:
    """Every part rewritten, or every sheet."""

    def make(content: bytes) -> bytes:
        parts = unpacked(content)
        for name, part in parts.items():
            if name.endswith((".xml", ".rels")) and (not sheets_only or "worksheets/s" in name):
                parts[name] = change(part)
        return packed(parts)

    return make


def substituted(pattern: str, new: str) -> Callable[[bytes], bytes]:
    """A change by a regular expression."""
    return lambda part: re.sub(pattern.encode(), new.encode(), part, flags=re.DOTALL)


def rearranged(change: Callable[[Parts], Parts]) -> Make:
    """The archive made of other parts, or of the same in another order."""
    return lambda content: packed(change(unpacked(content)))


def strict(part: bytes) -> bytes:
    """The namespaces of the strict standard."""
    document = part.replace(DOCUMENT.encode(), f"{STRICT}/officeDocument/relationships".encode())
    return document.replace(MAIN.encode(), f"{STRICT}/spreadsheetml/main".encode())


def inline(content: bytes) -> bytes:
    """Every text in its own cell, and none shared."""
    parts = unpacked(content)
    texts = SI.findall(parts.pop(STRINGS))
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = SHARED.sub(
                lambda at: b't="inlineStr"><is>' + texts[int(at[1])] + b"</is>", parts[name]
            )
    parts[RELATIONS] = re.sub(rb'<Relationship [^>]*sharedStrings"[^>]*/>', b"", parts[RELATIONS])
    return packed(parts)


def swapped_case(parts: Parts) -> Parts:
    """Names in other letters than those by which the parts are called."""
    return {name.replace("xl/w", "xl/W").replace("sheet", "Sheet"): parts[name] for name in parts}


def streamed_out(content: bytes) -> bytes:
    """An archive that was written without going back: sizes follow the parts."""

    class OneWay(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    buffer = OneWay()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in unpacked(content).items():
            archive.writestr(name, part)
    return buffer.getvalue()


def added(name: str, content: bytes = b"\0\1 not XML") -> Make:
    """One part more."""
    return rearranged(lambda parts: {**parts, name: content})


def said_of(content_type: str) -> Make:
    """The workbook said to be of another type."""
    return changed(TYPES, r"application/[\w.-]*sheet\.main\+xml", content_type)


XLSM = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
XLTX = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"

READ: dict[str, Make] = {
    "nothing changed": lambda content: content,
    "saved in the strict standard": on_all(strict),
    "saved with a prefix before every name": on_all(
        lambda part: (
            substituted(r"<(/?)(?=[a-zA-Z])", r"<\1x:")(part).replace(b"xmlns=", b"xmlns:x=")
            if MAIN.encode() in part
            else part
        )
    ),
    "saved with every text in its own cell": inline,
    "saved without the places of rows and cells": changed(SHEET, r'(<(?:row|c)) r="\w+"', r"\1", 0),
    "saved without spans and heights": on_all(
        substituted(r' (spans|ht|customHeight)="[^"]*"', ""), sheets_only=True
    ),
    "saved with a wrong size of the sheet": on_all(
        substituted(r'<dimension ref="[^"]*"/>', '<dimension ref="A1:B2"/>'), sheets_only=True
    ),
    "saved with an enormous size of the sheet": on_all(
        substituted(r'<dimension ref="[^"]*"/>', '<dimension ref="A1:XFD1048576"/>'),
        sheets_only=True,
    ),
    "saved without the size of the sheet": on_all(
        substituted(r"<dimension [^>]*/>", ""), sheets_only=True
    ),
    "saved in UTF-16": on_all(
        lambda part: part.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    ),
    "saved with a mark before the XML": on_all(lambda part: b"\xef\xbb\xbf" + part),
    "saved with comments and instructions in the XML": on_all(
        substituted(r"(<sheetData>|<row |<si>)", r"<!-- <row r='7'/> --><?do this?>\1")
    ),
    "saved with line breaks in the XML": on_all(substituted("(<row |<c |</c>|</row>)", r"\n  \1")),
    "saved with places in full": changed(
        RELATIONS, 'Target="worksheets/', 'Target="/xl/worksheets/', 0
    ),
    "saved with steps up and down in places": changed(
        RELATIONS, 'Target="worksheets/', 'Target="../xl/./worksheets/', 0
    ),
    "saved with names in other letters": rearranged(swapped_case),
    "saved with its parts in another order": rearranged(
        lambda parts: dict(sorted(parts.items(), reverse=True))
    ),
    "saved without packing": lambda content: packed(unpacked(content), zipfile.ZIP_STORED),
    "saved as a stream": streamed_out,
    "saved with a sheet that no one names": added("xl/worksheets/sheet99.xml", b"<x/>"),
    "saved with macros (.xlsm)": in_turn(said_of(XLSM), added("xl/vbaProject.bin")),
    "saved as a template (.xltx)": said_of(XLTX),
    "saved with pictures, printers and labels": in_turn(
        added("xl/media/image1.png", b"\x89PNG" * 99_999), added("docProps/custom.xml")
    ),
    "saved with a folder for each part": added("xl/", b""),
    "saved with another return inside it": added("xl/embeddings/book.xlsx", sent()),
    "saved without a list of types": replaced(TYPES, None),
    "saved without a theme": replaced("xl/theme/theme1.xml", None),
    "saved with damaged properties": replaced("docProps/core.xml", b"<no"),
    "saved with damaged charts and tables": in_turn(
        replaced("xl/charts/chart1.xml", b"<no"), replaced("xl/tables/table1.xml", b"")
    ),
    "saved with names that lead nowhere": changed(
        WORKBOOK,
        "</definedNames>",
        '<definedName name="a" localSheetId="99">#REF!</definedName>\\g<0>',
    ),
    "saved with things that are newer than we know": in_turn(
        changed(SHEET, "</worksheet>", '<extLst><ext uri="{78C0D931}"><z/></ext></extLst>\\g<0>'),
        changed(STYLES, "</styleSheet>", '<extLst><ext uri="{EB79DEF2}"/></extLst>\\g<0>'),
        changed(WORKBOOK, "<sheets>", '<new colour="#fff"><thing/></new>\\g<0>'),
    ),
    "saved with styles that are not there": changed(
        SHEET, r'(<c r="[A-Z]+\d+") s="\d+"', r'\1 s="9999"', 0
    ),
    "saved with 64,000 styles": changed(
        STYLES, "</cellXfs>", '<xf numFmtId="0" fontId="0"/>' * 64_000 + "</cellXfs>"
    ),
    "saved with odd letters in a rating's styles": changed(
        STRINGS,
        "<t>2 Developing</t>",
        '<r><rPr><family val="99"/></rPr><t>2 </t></r><r><t>Developing</t></r>',
    ),
    "saved with paths that lead out of the archive": in_turn(
        added("../../../etc/passwd", b"x"), added("/etc/passwd", b"x"), added("C:\\x", b"x")
    ),
}

SAVED = tuple(Kind(name, make) for name, make in READ.items())
