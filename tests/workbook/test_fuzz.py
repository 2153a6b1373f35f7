"""Whatever is changed in a returned file, it is read rightly or refused, and nothing else."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.answers import choices, read_answer, written
from commissioning_standards.workbook.layout.names import ID, RATING, RATINGS
from commissioning_standards.workbook.writing.writer import workbook_bytes
from tests.workbook.corpus import codes_of, outcome
from tests.workbook.corpus_tools import (
    RELATIONS,
    STRINGS,
    STYLES,
    WORKBOOK,
    Parts,
    edited,
    filled,
    packed,
    part_of,
    unpacked,
)

# Each of these loads and saves a whole workbook with openpyxl.
FEW = 25

ANSWERS = (3, 1, "Not applicable", 4, None, 2, "Don't know", 3, 2, 4, 1, 2)


@cache
def quick() -> cs.Assessment:
    """A small assessment with every kind of answer."""
    framework = cs.quick_form(filled().framework)
    ids = [criterion.id for criterion in framework.criteria]
    answers = dict(zip(ids, ANSWERS, strict=True))
    comments = {ids[2]: "No such service", ids[3]: "We found more"}
    assessment = cs.assess(framework, answers, comments=comments, council="Borsetshire")
    return evolve(assessment, evidence=(cs.Evidence("Survey", ("4", "Q5")),))


@cache
def sent() -> bytes:
    """Its workbook."""
    return workbook_bytes(quick())


def read(content: bytes) -> cs.Assessment | None:
    """What a file holds; None where it is refused, as it may be, with its problems."""
    found = outcome(content)
    if isinstance(found, tuple):
        assert codes_of(found)
        assert all(str(each).isprintable() for each in found)
        return None
    scale = found.framework.scale
    assert all(isinstance(each.answer, cs.Answer) or each.answer in scale for each in found.ratings)
    assert [each.criterion for each in found.ratings] == [
        each.criterion for each in quick().ratings
    ]
    return found


@frozen
class Slip:
    """Some bytes of a file changed, put in or taken out."""

    at: int
    removed: int
    put: bytes

    def on(self, content: bytes) -> bytes:
        """The file with the slip."""
        at = self.at % len(content)
        return content[:at] + self.put + content[at + self.removed :]


slips = st.builds(Slip, st.integers(0, 10**6), st.integers(0, 8), st.binary(max_size=8))


@given(st.lists(slips, min_size=1, max_size=4))
def test_bytes_that_change_on_the_way_never_change_an_answer(each: list[Slip]) -> None:
    """A file whose bytes were changed is read as it was, or refused."""
    content = sent()
    for slip in each:
        content = slip.on(content)

    assert read(content) in (None, quick())


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_file_cut_anywhere_never_changes_an_answer(start: int, length: int) -> None:
    """A piece taken out of a file leaves what can be read as it was, or nothing."""
    at = start % len(sent())

    assert read(sent()[:at] + sent()[at + length % 99 + 1 :]) in (None, quick())


ANSWER = re.compile(r"[AHJ]\d+")
VALUES = (
    *("", "0", "1", "-1", "3", "3.0", "7", "9" * 5_000, "1E999", "0_3", "nan", "A1", "B6", "H6"),
    *("H7", "I6", "XFD1048576", "A0", "A1:XFD1048576", "s", "n", "b", "d", "e", "str", "inlineStr"),
    *("rId1", "rId2", "rId99", "worksheets/sheet1.xml", "../../../etc/passwd", "14", "165"),
    *("3 Established", "4 Leading", "n/a", "Q4", "Rating", "ID", "Comment", "=1+1", "#N/A"),
    *("_x0000_", "\u202e3", " ", "\n", "dd/mm/yyyy", "[h]", "1904-01-01", "true"),
)
NAMES = ("r", "s", "t", "ref", "name", "Id", "Target", "Type", "numFmtId", "date1904", "id", "new")


@frozen
class Edit:
    """One element of one part changed.

    Args:
        part: which part, of those that are read.
        at: which element in it.
        how: what is done.
        name: an attribute.
        value: a new value.
        other: another element, to take something from.
    """

    part: int
    at: int
    how: str
    name: str
    value: str
    other: int

    def on(self, parts: Parts) -> None:
        """Change the part."""
        names = read_parts(parts)
        part = names[self.part % len(names)]
        root = ET.fromstring(parts[part])  # noqa: S314 - it is our own
        every = list(root.iter())
        likely = [each for each in every if ANSWER.fullmatch(each.get("r", ""))]
        # Half of the changes are made where answers stand, in a sheet that has them.
        likely = [each for cell in likely for each in cell.iter()] if self.at % 2 else []
        node = (likely or every)[self.at // 2 % len(likely or every)]
        other = (likely or every)[self.other % len(likely or every)]
        parents = {child: parent for parent in every for child in parent}
        self._change(node, other, parents)
        parts[part] = ET.tostring(root, "utf-8")

    def _change(self, node: Any, other: Any, parents: Any) -> None:
        match self.how:
            case "drop" if node in parents:
                parents[node].remove(node)
            case "double" if node in parents:
                parents[node].insert(self.other % 9, deepcopy(node))
            case "put into" if node not in set(other.iter()):
                node.append(deepcopy(other))
            case "set":
                names = sorted({*node.attrib, self.name})
                node.set(names[self.other % len(names)], self.value)
            case "unset" if node.attrib:
                del node.attrib[sorted(node.attrib)[self.other % len(node.attrib)]]
            case "say":
                node.text = self.value
            case "swap":
                node.text, other.text = other.text, node.text
            case "copy":
                node.attrib.update(other.attrib)
            case "rename":
                node.tag = other.tag


def read_parts(parts: Parts) -> list[str]:
    """The parts that are read, that of the ratings as often as all others."""
    sheets = [name for name in sorted(parts) if name.startswith("xl/worksheets/sheet")]
    rest = ["_rels/.rels", RELATIONS, WORKBOOK, STRINGS, STYLES, *sheets]
    return [*rest, *[part_of(unpacked(sent()), RATINGS)] * len(rest)]


HOWS = ("drop", "double", "put into", "set", "unset", "say", "swap", "copy", "rename")
numbers = st.integers(0, 10**4)
edits = st.builds(
    Edit,
    numbers,
    numbers,
    st.sampled_from(HOWS),
    st.sampled_from(NAMES),
    st.sampled_from(VALUES),
    numbers,
)


def seen_by_openpyxl(content: bytes, ratings: Sequence[cs.Rating]) -> bool:
    """Whether another program finds each answer where we say it stands, in its criterion's row.

    What it cannot open it cannot gainsay.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(BytesIO(content))
        except Exception:  # noqa: BLE001 - damage raises a dozen unrelated types
            return True
    return all(_is_seen(book, each) for each in ratings)


def _is_seen(book: Any, rating: cs.Rating) -> bool:
    origin = rating.origin
    if origin is None:
        return False
    cell = book[origin.sheet][origin.cell]
    reading = read_answer(cell.value, quick().framework.scale)
    ids = {str(each.value).strip() for each in book[origin.sheet][cell.row]}
    return reading is not None and reading.answer == rating.answer and rating.criterion in ids


@given(st.lists(edits, min_size=1, max_size=3))
def test_edited_xml_is_read_as_it_stands_or_refused(each: list[Edit]) -> None:
    """Elements dropped, doubled, moved and changed are refused, or read as another program does."""
    parts = unpacked(sent())
    for edit in each:
        edit.on(parts)
    content = packed(parts)

    found = read(content)

    assert found is None or seen_by_openpyxl(content, found.ratings)


@cache
def first_row() -> int:
    """The row of the first answer, as it was sent out."""
    whole = read(sent())
    assert whole is not None
    origin = whole.ratings[0].origin
    assert origin is not None
    return int(re.sub(r"\D", "", origin.cell))


@settings(max_examples=FEW)
@given(st.data())
def test_rows_and_sheets_may_stand_in_any_order(data: st.DataObject) -> None:
    """Rows sorted anyhow, with rows and columns before them, and sheets in any order."""
    order = data.draw(st.permutations(range(len(quick().ratings))))
    sheets = data.draw(st.permutations(range(7)))
    above, beside = data.draw(st.integers(1, 9)), data.draw(st.integers(1, 9))

    def change(book: Any) -> None:
        sheet = book[RATINGS]
        top = first_row()
        rows = [
            [each.value for each in cells] for cells in sheet.iter_rows(top, top + len(order) - 1)
        ]
        for at, row in enumerate(order):
            for column, value in enumerate(rows[row], 1):
                sheet.cell(top + at, column).value = value
        sheet.insert_rows(1, above)
        sheet.insert_cols(1, beside)
        book._sheets = [book.worksheets[each] for each in sheets]

    assert read(edited(change)(sent())) == quick()


@settings(max_examples=FEW)
@given(st.integers(0, 11), st.sampled_from([*choices(filled().framework.scale), None]))
def test_a_second_answer_is_told_unless_it_is_the_same(at: int, answer: str | None) -> None:
    """A criterion's row that stands again is told wherever its answer is another one."""
    rating = quick().ratings[at]

    def change(book: Any) -> None:
        sheet = book.create_sheet("Once more")
        sheet.append([ID, RATING, "Confidence", "Comment"])
        sheet.append([rating.criterion, answer, None, rating.comment or None])

    found = read(edited(change)(sent()))

    is_same = (answer or "") == written(rating.answer)
    assert found == (quick() if is_same else None)
