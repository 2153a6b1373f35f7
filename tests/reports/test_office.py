"""The Word file and the slides in LibreOffice, as a council would open them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from commissioning_standards.reports.making import pack_files
from commissioning_standards.reports.material import Material
from tests.desk import Desk, desk, needs_libreoffice

__all__ = ["desk"]

pytestmark = needs_libreoffice
FEWEST_INK = 0.001


@pytest.fixture(scope="module")
def folder(rich: Material, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the richest pack's office files in it."""
    made = tmp_path_factory.mktemp("papers")
    contents = pack_files(rich)
    for name in ("pack.docx", "slides.pptx"):
        (made / name).write_bytes(contents[name])
    return made


def printed(desk: Desk, path: Path) -> tuple[list[str], list[Path]]:
    """A file's pages as LibreOffice prints them: their texts, and their pictures."""
    made = desk.convert(path, "pdf")
    command = ["pdftoppm", "-r", "30", "-png", "-gray", str(made), str(made.with_suffix(""))]
    subprocess.run(command, check=True)
    texts = [each.extract_text() for each in PdfReader(made).pages]
    return texts, sorted(path.parent.glob(f"{path.stem}-*.png"))


def ink(path: Path) -> float:
    """How much of a page is not white."""
    with Image.open(path) as page:
        counts = page.convert("L").histogram()
    return sum(counts[:200]) / sum(counts)


@pytest.mark.parametrize("name", ["pack.docx", "slides.pptx"])
def test_it_opens_and_no_page_is_empty(desk: Desk, folder: Path, name: str) -> None:
    """LibreOffice opens it, and every page it prints has something on it."""
    texts, pictures = printed(desk, folder / name)

    assert len(texts) == len(pictures) > 10
    assert [each.name for each in pictures if ink(each) < FEWEST_INK] == []


def test_the_word_file_says_all_on_paper(desk: Desk, folder: Path, rich: Material) -> None:
    """Titles, comments and questions are on the printed pages, and the pages are numbered."""
    texts, _ = printed(desk, folder / "pack.docx")
    said = " ".join(" ".join(texts).split())
    wanted = [
        *(each.heading for each in rich.framework.standards),
        *rich.settings.pack.key_questions,
        "How this pack was made",
    ]

    assert [each for each in wanted if each not in said] == []
    assert "Page 2" in texts[1]


def test_the_slides_show_their_titles_and_tables(desk: Desk, folder: Path) -> None:
    """Each slide has its title, and the figures stand beside the charts."""
    texts, _ = printed(desk, folder / "slides.pptx")

    assert "Peer challenge: feedback" in texts[0]
    assert all("3.25" in each for each in texts[2:4])
