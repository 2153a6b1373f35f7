"""What the corpus of returned files is made with: one filled-in workbook, and ways to change it."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
from attrs import evolve, frozen
from openpyxl.utils import get_column_letter

import commissioning_standards as cs
from commissioning_standards.answers import read_answer
from commissioning_standards.workbook.layout.names import COMMENT, FIRST_RATING_ROW, RATING
from commissioning_standards.workbook.layout.plan import Plan
from commissioning_standards.workbook.writing.writer import workbook_bytes

Parts = dict[str, bytes]
Make = Callable[[bytes], bytes]
Expected = Callable[[cs.Assessment], cs.Assessment]

WORKBOOK, STRINGS, STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
RATED = "4.2"


@frozen
class Kind:
    """One kind of file that comes back, and what must come of it.

    Args:
        name: what it is, in a few words.
        make: the file's bytes, from those of the filled-in workbook.
        codes: every problem it is refused with, in order; none where it is read.
        expected: what it is read as, from what was filled in.
        is_hostile: whether it could cost somebody's computer much time or memory.
    """

    name: str
    make: Make
    codes: tuple[str, ...] = ()
    expected: Expected = lambda filled: filled
    is_hostile: bool = False


@cache
def filled() -> cs.Assessment:
    """An assessment with every kind of answer, and something in every table."""
    framework = cs.load_framework("route-map")
    answers = (3, 1, "Not applicable", 4, None, 2, "Don't know", 3)
    ids = [criterion.id for criterion in framework.criteria]
    given: dict[str, object] = {each: answers[at % len(answers)] for at, each in enumerate(ids)}
    said = {each: f"What we say of {each}" for each in ids[::2]} | {"1.3": "No such service"}
    who = cs.Respondent("A & B <team>", cs.Voice.LEADERS)
    day = date(2026, 3, 31)
    whole = cs.assess(
        framework,
        given | {RATED: 2},
        comments=said,
        council="Borsetshire",
        period="2026-27",
        respondent=who,
        date=day,
    )
    evidence = (
        cs.Evidence("Survey of carers", ("4", "4.2"), date=day, public=True),
        cs.Evidence("Strategy", ("12",), cs.EvidenceCategory.OUTCOMES, owner="Policy"),
    )
    actions = (cs.Action("Ask again", ("4.2",), due=day, status=cs.Status.IN_PROGRESS),)
    return evolve(whole, evidence=evidence, actions=actions)


@cache
def sent() -> bytes:
    """The workbook of that assessment."""
    return workbook_bytes(filled())


def answered(answer: object, criterion: str = RATED) -> Expected:
    """All as it was filled in, but one answer."""

    def expected(whole: cs.Assessment) -> cs.Assessment:
        reading = read_answer(answer, whole.framework.scale)
        assert reading is not None
        return _changed(whole, criterion, answer=reading.answer)

    return expected


def commented(comment: str, criterion: str = RATED) -> Expected:
    """All as it was filled in, but one comment."""
    return lambda whole: _changed(whole, criterion, comment=comment)


def _changed(whole: cs.Assessment, criterion: str, **changes: Any) -> cs.Assessment:
    ratings = [
        evolve(each, **changes) if each.criterion == criterion else each for each in whole.ratings
    ]
    return evolve(whole, ratings=ratings)


def place(header: str, criterion: str = RATED) -> tuple[str, str]:
    """The sheet and cell of a criterion's answer, as they were sent out."""
    plan = Plan(filled().framework)
    sheet = plan.sheet_of(criterion)
    row = [each.id for _, each in sheet.lines].index(criterion) + FIRST_RATING_ROW + 1
    return sheet.name, f"{get_column_letter(plan.column(header) + 1)}{row}"


def edited(change: Callable[[Any], object]) -> Make:
    """The workbook as openpyxl saves it after somebody changed it."""

    def make(content: bytes) -> bytes:
        book = openpyxl.load_workbook(BytesIO(content))
        change(book)
        buffer = BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    return make


def unpacked(content: bytes) -> Parts:
    """Every part of an archive."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def part_of(parts: Parts, sheet: str) -> str:
    """The part in which a sheet stands, in a workbook as it was sent out."""
    names = re.findall(rb'<sheet name="([^"]*)"', parts[WORKBOOK])
    return f"xl/worksheets/sheet{names.index(escape(sheet).encode()) + 1}.xml"


def changed(name: str, pattern: str, new: str, count: int = 1) -> Make:
    """One part rewritten by a regular expression, which must be found in it.

    Args:
        name: of the part, or of a sheet.
        pattern: what to replace.
        new: what to put there.
        count: how often; 0 for everywhere.
    """

    def make(content: bytes) -> bytes:
        parts = unpacked(content)
        part = name if name in parts else part_of(parts, name)
        parts[part], found = re.subn(
            pattern.encode(), new.encode(), parts[part], count=count, flags=re.DOTALL
        )
        assert found, f"{pattern} is not in {part}"
        return packed(parts)

    return make


def replaced(name: str, content: bytes | None) -> Make:
    """One part put in the place of another, or taken out."""

    def make(original: bytes) -> bytes:
        parts = unpacked(original)
        part = name if "/" in name or "." in name else part_of(parts, name)
        parts.pop(part, None)
        return packed(parts if content is None else {**parts, part: content})

    return make


def in_turn(*makes: Make) -> Make:
    """Several changes, one after the other."""

    def make(content: bytes) -> bytes:
        for each in makes:
            content = each(content)
        return content

    return make


def cell(inner: str, attributes: str = "", header: str = RATING) -> Make:
    """What stands in an answer's cell, as XML."""
    sheet, where = place(header)
    old = rf'<c r="{where}"[^>]*?(/>|>.*?</c>)'
    return changed(sheet, old, f'<c r="{where}" {attributes}>{inner}</c>'.replace("\\", r"\\"))


def text(value: str, header: str = RATING) -> Make:
    """A text typed into an answer's cell."""
    inner = f'<is><t xml:space="preserve">{escape(value)}</t></is>'
    return cell(inner, 't="inlineStr"', header)


def number(value: str, style: int = 0) -> Make:
    """A number typed into an answer's cell, shown in one of Excel's own formats."""
    xf = f'<xf numFmtId="{style}" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    count = len(re.findall(b"<xf ", unpacked(sent())[STYLES].partition(b"<cellXfs")[2]))
    styled = changed(STYLES, "</cellXfs>", xf)
    return in_turn(styled, cell(f"<v>{value}</v>", f's="{count}"'))


def comment(value: str) -> Make:
    """A text typed into a comment's cell."""
    return text(value, COMMENT)


def more_rows(sheet: str, rows: str) -> Make:
    """Rows below those of a sheet, as XML."""
    return changed(sheet, "</sheetData>", f"{rows}</sheetData>")


def streamed(name: str, stream: bytes, size: int) -> Make:
    """A part put in as a ready stream, and the size that the archive says it has."""

    def make(content: bytes) -> bytes:
        every = {**unpacked(content), name: b""}
        body, directory = b"", b""
        for part, plain in every.items():
            squeezed = stream if part == name else _deflated(plain)
            length = size if part == name else len(plain)
            head = struct.pack(
                "<5H3L2H",
                *(20, 0, 8, 0, 33),
                *(zlib.crc32(plain), len(squeezed), length, len(part), 0),
            )
            directory += b"PK\x01\x02\x14\0" + head + struct.pack("<3H2L", 0, 0, 0, 0, len(body))
            directory += part.encode()
            body += b"PK\x03\x04" + head + part.encode() + squeezed
        counts = (0, 0, len(every), len(every), len(directory), len(body), 0)
        return body + directory + b"PK\x05\x06" + struct.pack("<4H2LH", *counts)

    return make


def _deflated(content: bytes) -> bytes:
    squeeze = zlib.compressobj(1, zlib.DEFLATED, -15)
    return squeeze.compress(content) + squeeze.flush()


def endless(megabytes: int) -> bytes:
    """A stream of a few kilobytes that unpacks to so many megabytes of spaces."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = squeeze.compress(b" " * 1_000_000) + squeeze.flush(zlib.Z_FULL_FLUSH)
    return block * megabytes + b"\x03\x00"
