"""What a document would give away, found before it is shared."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pytest
from attrs import evolve
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from PIL import Image
from pptx import Presentation

import commissioning_standards as cs
from commissioning_standards.reports.hidden.check import hidden_text_of
from commissioning_standards.reports.hidden.looks import Hidden
from commissioning_standards.reports.hidden.opened import LARGEST, open_content
from commissioning_standards.reports.making import pack_files
from commissioning_standards.reports.material import Material
from commissioning_standards.workbook.writing.writer import workbook_bytes

W = nsdecls("w")
TYPES = "[Content_Types].xml"


def found(path: Path) -> list[tuple[str, str]]:
    """The kind and content of everything that is found."""
    return [(each.kind, each.what) for each in cs.hidden_content(path)]


def changed(content: bytes, **parts: bytes) -> bytes:
    """An office file with parts added or replaced; ``__`` in a name stands for ``/``."""
    named = {name.replace("__", "/").replace("_dot_", "."): each for name, each in parts.items()}
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(buffer, "w", ZIP_DEFLATED) as made:
        for name in given.namelist():
            if name not in named:
                made.writestr(name, given.read(name))
        for name, each in named.items():
            made.writestr(name, each)
    return buffer.getvalue()


def save(path: Path, content: bytes) -> Path:
    """Write a file and say where."""
    path.write_bytes(content)
    return path


@pytest.fixture(scope="module")
def ours(material: Material) -> dict[str, bytes]:
    """The files of the pack."""
    return pack_files(material)


@pytest.mark.parametrize("name", ["pack.docx", "slides.pptx"])
def test_our_own_files_disclose_nothing(ours: dict[str, bytes], tmp_path: Path, name: str) -> None:
    """A pack as it is made holds nothing that is not seen."""
    assert found(save(tmp_path / name, ours[name])) == []


def test_a_word_file_tells_who_wrote_what(tmp_path: Path) -> None:
    """Authors, comments, tracked changes and hidden text are found, with their words."""
    document = docx.Document()
    document.core_properties.author = "Jane Officer"
    document.core_properties.comments = "Not for the peer team"
    paragraph = document.add_paragraph("Seen. ")
    document.add_comment(paragraph.runs, "Is this true?", author="Sam Manager")
    paragraph.add_run("Unseen").font.hidden = True
    paragraph._p.append(
        parse_xml(
            f'<w:del {W} w:id="9" w:author="Jo"><w:r><w:delText>Gone</w:delText></w:r></w:del>'
        )
    )
    style = document.styles.add_style("Secret", 1)
    style.font.hidden = True
    document.add_paragraph("By its style", style="Secret")
    document.save(str(tmp_path / "a.docx"))

    assert [
        each for each in found(tmp_path / "a.docx") if each[0] != "data of another program"
    ] == [
        ("author", "Jane Officer"),
        ("comments", "Not for the peer team"),
        ("comment", "Sam Manager: Is this true?"),
        ("tracked change", "deleted by Jo: Gone"),
        ("hidden text", "Unseen"),
        ("hidden text", "By its style"),
    ]


def hidden_by(tmp_path: Path, based: str, *, mid: bool | None = None) -> list[str]:
    """The texts told as hidden: one in a style on another on Normal, and one in none.

    Args:
        tmp_path: where the file is saved.
        based: what hides: ``"Normal"``, ``"Mid"``, or ``""`` for what holds for every style.
        mid: what the style in the middle says of itself.
    """
    document = docx.Document()
    document.core_properties.author = document.core_properties.comments = ""
    styles: Any = document.styles
    styles.add_style("Mid", 1).base_style = styles["Normal"]
    styles.add_style("Leaf", 1).base_style = styles["Mid"]
    styles["Mid"].font.hidden = mid
    if based:
        styles[based].font.hidden = True
    else:
        (usual,) = styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
        usual.append(parse_xml(f"<w:vanish {W}/>"))
    document.add_paragraph("In a leaf", style="Leaf")
    unstyled = document.add_paragraph("In none")
    unstyled._p.get_or_add_pPr()
    document.save(str(tmp_path / "a.docx"))
    return [what for kind, what in found(tmp_path / "a.docx") if kind == "hidden text"]


def test_text_hidden_by_the_usual_style_is_told(tmp_path: Path) -> None:
    """Paragraphs that name no style are of the usual one, and other styles are based on it."""
    assert hidden_by(tmp_path, "Normal") == ["In a leaf", "In none"]
    assert hidden_by(tmp_path, "") == ["In a leaf", "In none"]


def test_a_style_goes_by_the_nearest_that_says_anything(tmp_path: Path) -> None:
    """One that shows text is not hidden by what it is based on."""
    assert hidden_by(tmp_path, "Mid") == ["In a leaf"]
    assert hidden_by(tmp_path, "Normal", mid=False) == ["In none"]


def test_styles_in_a_ring_are_looked_through(tmp_path: Path) -> None:
    """Two styles that are based on each other hide nothing, and end nowhere else."""
    document = docx.Document()
    styles: Any = document.styles
    one, other = styles.add_style("One", 1), styles.add_style("Other", 1)
    one.base_style, other.base_style = other, one
    document.add_paragraph("Seen", style="One")
    document.save(str(tmp_path / "a.docx"))

    assert "hidden text" not in {kind for kind, _ in found(tmp_path / "a.docx")}


def test_text_that_is_not_hidden_is_not_told(tmp_path: Path) -> None:
    """A run that says that it is not hidden is seen."""
    document = docx.Document()
    document.core_properties.author = document.core_properties.comments = ""
    document.add_paragraph().add_run("Seen").font.hidden = False
    document.save(str(tmp_path / "a.docx"))

    assert "hidden text" not in {kind for kind, _ in found(tmp_path / "a.docx")}


def test_a_presentation_tells_its_notes_and_hidden_slides(tmp_path: Path) -> None:
    """Speaker notes, a hidden slide and a hidden shape are found."""
    show = Presentation()
    show.core_properties.author = ""
    slide = show.slides.add_slide(show.slide_layouts[0])
    slide.notes_slide.notes_text_frame.text = "Say nothing of this"
    slide.shapes.title.text_frame.text = "Later"
    slide.shapes.title._element.nvSpPr.cNvPr.set("hidden", "1")
    slide._element.set("show", "0")
    show.save(str(tmp_path / "a.pptx"))
    told = found(tmp_path / "a.pptx")

    assert ("hidden slide", "Later") in told
    assert ("hidden shape", "Title 1") in told
    assert [what for kind, what in told if kind == "speaker notes"] == ["Say nothing of this"]


def test_empty_notes_are_not_told(ours: dict[str, bytes], tmp_path: Path) -> None:
    """Notes with nothing in them disclose nothing."""
    content = changed(ours["slides.pptx"], ppt__notesSlides__a_dot_xml=b"<notes/>")

    assert found(save(tmp_path / "a.pptx", content)) == []


def test_a_workbook_tells_its_hidden_parts(tmp_path: Path) -> None:
    """Hidden sheets, rows, columns and names, and comments, are found."""
    book = openpyxl.Workbook()
    book.properties.creator = "Jane Officer"
    sheet = book.worksheets[0]
    sheet["A1"].comment = Comment("Check this", "Sam Manager")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("Workings").sheet_state = "veryHidden"
    name = openpyxl.workbook.defined_name.DefinedName("rate", attr_text="Sheet!$A$1", hidden=True)
    book.defined_names["rate"] = name
    book.save(tmp_path / "a.xlsx")
    told = found(tmp_path / "a.xlsx")

    assert ("author", "Jane Officer") in told
    assert ("person", "Sam Manager") in told
    assert ("hidden sheet", "Workings") in told
    assert ("hidden name", "rate: Sheet!$A$1") in told
    assert ("hidden rows", "1") in told
    assert ("hidden columns", "1") in told
    assert [what for kind, what in told if kind == "comment"] == ["Check this"]


def test_our_workbook_tells_its_hidden_sheet(example: cs.Assessment, tmp_path: Path) -> None:
    """A return holds a hidden sheet that says what it was made with, and that is told."""
    assert found(save(tmp_path / "a.xlsx", workbook_bytes(example))) == [
        ("hidden sheet", "About this file")
    ]


def test_what_else_a_file_can_hold_is_told(ours: dict[str, bytes], tmp_path: Path) -> None:
    """Macros, embedded and linked files, other programs' data, people and properties."""
    content = changed(
        ours["pack.docx"],
        word__vbaProject_dot_bin=b"macro",
        word__embeddings__a_dot_bin=b"file",
        customXml__item1_dot_xml=b"<a>Case 12345</a>",
        word__people_dot_xml=b'<p><person author="Jane"/></p>',
        docProps__custom_dot_xml=b'<P><property name="Client"><v>Mr A</v></property></P>',
        word___rels__x_dot_xml_dot_rels=(
            b'<R><r Type="a/attachedTemplate" Target="file:///x" TargetMode="External"/></R>'
        ),
    )

    assert found(save(tmp_path / "a.docx", content)) == [
        ("property of its own", "Client: Mr A"),
        ("person", "Jane"),
        ("linked file", "file:///x"),
        ("data of another program", "Case 12345"),
        ("embedded file", "a.bin"),
        ("macros", "vbaProject.bin"),
    ]


def test_what_a_camera_wrote_is_told(ours: dict[str, bytes], tmp_path: Path) -> None:
    """A photograph that says when and where it was taken is found; a broken one is passed by."""
    buffer, exif = BytesIO(), Image.Exif()
    exif[0x0132] = "2026:01:01 10:00:00"
    Image.new("RGB", (4, 4)).save(buffer, "JPEG", exif=exif)
    content = changed(
        ours["pack.docx"],
        word__media__photo_dot_jpg=buffer.getvalue(),
        word__media__broken_dot_jpg=b"nothing",
    )

    assert [kind for kind, _ in found(save(tmp_path / "a.docx", content))] == ["camera's data"]


def test_the_workbook_behind_a_chart_is_looked_through(
    ours: dict[str, bytes], tmp_path: Path
) -> None:
    """More sheets than a chart needs, and what is hidden in them, are found."""
    book = openpyxl.Workbook()
    book.create_sheet("All cases").sheet_state = "hidden"
    buffer = BytesIO()
    book.save(buffer)
    content = changed(ours["slides.pptx"], ppt__embeddings__x_dot_xlsx=buffer.getvalue())
    told = found(save(tmp_path / "a.pptx", content))

    assert ("hidden sheet", "All cases") in told
    assert ("more than a chart's figures", "2 sheets") in told


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04 broken"])
def test_a_file_of_another_kind_is_told(tmp_path: Path, content: bytes) -> None:
    """What is no office file of today is one clear problem."""
    with pytest.raises(cs.AssessmentError, match="not a Word, PowerPoint or Excel file"):
        cs.hidden_content(save(tmp_path / "a.docx", content))


@given(places=st.lists(st.floats(0, 0.999), min_size=1, max_size=4), byte=st.integers(0, 255))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_damaged_is_read_or_told(
    ours: dict[str, bytes], places: list[float], byte: int
) -> None:
    """A file with a few other bytes in it is looked through, or is one clear problem."""
    content = bytearray(ours["pack.docx"])
    for each in places:
        start = int(each * len(content))
        content[start : start + 20] = bytes([byte]) * 20

    assert outcome(bytes(content)) in {"Word file", "not-a-document"}


def outcome(content: bytes) -> str:
    """What kind of file it is, or the code of its one problem."""
    try:
        return open_content(content, "a.docx").kind
    except cs.AssessmentError as error:
        (found,) = error.problems
        return found.code


def test_a_part_that_does_not_unpack_is_told(tmp_path: Path) -> None:
    """The archive's list is whole, and what it lists is damaged."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>" * 2_000)
    content = bytearray(buffer.getvalue())
    content[60:80] = (each ^ 0xFF for each in content[60:80])

    with pytest.raises(cs.AssessmentError, match="not a Word"):
        cs.hidden_content(save(tmp_path / "a.docx", bytes(content)))


def test_an_archive_of_other_files_is_told(tmp_path: Path) -> None:
    """A zip archive that is no office file is refused."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "text")

    with pytest.raises(cs.AssessmentError, match="not a Word"):
        cs.hidden_content(save(tmp_path / "a.docx", buffer.getvalue()))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A name that leads nowhere is one clear problem."""
    with pytest.raises(cs.AssessmentError, match="no such file"):
        cs.hidden_content(tmp_path / "none.docx")


@pytest.mark.parametrize("part", [b"<a", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"\xff\xfe"])
def test_hostile_xml_is_refused(ours: dict[str, bytes], tmp_path: Path, part: bytes) -> None:
    """Broken XML, and XML that declares entities, is a problem and no crash."""
    content = changed(ours["pack.docx"], word__people_dot_xml=part)

    with pytest.raises(cs.AssessmentError, match="not a Word"):
        cs.hidden_content(save(tmp_path / "a.docx", content))


def test_a_file_that_would_fill_the_memory_is_refused(
    ours: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that unpacks to far more than papers need is not unpacked."""
    monkeypatch.setattr("commissioning_standards.reports.hidden.opened.LARGEST", 1_000)

    with pytest.raises(cs.AssessmentError, match="far larger"):
        cs.hidden_content(save(tmp_path / "a.docx", ours["pack.docx"]))
    assert LARGEST > 1_000


def test_what_was_found_is_written_for_people_and_programs() -> None:
    """A line for each thing, and the same as JSON."""
    one = Hidden("comment", "Is it?", "word/comments.xml")
    some = {"a.docx": [one], "b.docx": [], "c.docx": [one, evolve(one, what="No")]}
    text, document = hidden_text_of(some, "text"), json.loads(hidden_text_of(some, "json"))

    assert text == (
        "a.docx: would disclose 1 thing that is not seen at once.\n"
        "  comment: Is it? (word/comments.xml)\n"
        "b.docx: nothing hidden was found.\n"
        "c.docx: would disclose 2 things that are not seen at once.\n"
        "  comment: Is it? (word/comments.xml)\n"
        "  comment: No (word/comments.xml)\n"
    )
    assert document["files"][0] == {"file": "a.docx", "found": [one.row()]}
