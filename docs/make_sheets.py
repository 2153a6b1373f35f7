"""Make the pictures of workbooks: run it as ``python docs/make_sheets.py``.

It needs LibreOffice with Calc, and pdftoppm, as the tests do. A test makes
them again and holds the kept ones to what it sees.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen
from PIL import Image, ImageChops
from pypdf import PdfReader

import commissioning_standards as cs
from commissioning_standards.examples.council import returned

HERE = Path(__file__).parent
IMAGES = HERE / "images"
RESOLUTION = 110
VIEWS = ("leaders", "carers", "providers")
WHITE, MARGIN, COLOURS = "white", 12, 64


@frozen
class Printed:
    """A picture of one printed page of a workbook.

    Args:
        name: the picture's file, without its ending.
        book: the workbook's name, without its ending.
        says: words that stand on the first page to show, and on none before it.
        share: how much of it to show, from the top down.
    """

    name: str
    book: str
    says: str
    share: float = 1


SHEETS = (
    Printed("workbook-start", "leaders", "How to fill it in", 0.93),
    Printed("workbook-domain", "leaders", "4.1", 0.62),
    Printed("workbook-results", "leaders", "The shape of the profile", 0.7),
    Printed("workbook-to-mend", "mend", "quite good", 0.4),
    Printed("meeting-agenda", "meeting", "stand apart", 0.6),
    Printed("meeting-agreed", "meeting", "Choose one rating for each line, and write", 0.6),
)


def main() -> None:
    """Make every picture again."""
    make(IMAGES)


def make(images: Path) -> None:
    """Make the workbooks of the examples, and the pictures of them in a folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _books(folder)
        for book in dict.fromkeys(each.book for each in SHEETS):
            _converted(folder / f"{book}.xlsx")
        for each in SHEETS:
            _sheet(each, folder, images)


def _books(folder: Path) -> None:
    for name, content in returned().items():
        (folder / name).write_bytes(content)
    views = [cs.read_workbook(folder / f"{each}.xlsx") for each in VIEWS]
    cs.write_meeting(cs.moderate(views), folder / "meeting.xlsx")
    cs.mark_up_workbook(folder / "faulty.xlsx", folder / "mend.xlsx")


def _converted(document: Path) -> Path:
    """A file as LibreOffice prints it."""
    profile = f"-env:UserInstallation={(document.parent / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(document.parent)]
    subprocess.run(  # noqa: S603 - LibreOffice, on a file of our own
        ["soffice", profile, *convert, str(document)],  # noqa: S607
        check=True,
        capture_output=True,
    )
    return document.with_suffix(".pdf")


def _page(printed: Path, number: int, picture: Path) -> None:
    page = ["-f", str(number), "-l", str(number), "-singlefile", "-r", str(RESOLUTION)]
    subprocess.run(["pdftoppm", "-png", *page, str(printed), str(picture)], check=True)  # noqa: S603, S607


def _sheet(wanted: Printed, folder: Path, images: Path) -> None:
    printed = folder / f"{wanted.book}.pdf"
    number = next(_pages_saying(wanted.says, printed), 0)
    if not number:
        raise SystemExit(f"{wanted.name}: no page of {wanted.book} says “{wanted.says}”")
    _page(printed, number, folder / wanted.name)
    with Image.open(folder / f"{wanted.name}.png") as page:
        shown = page.convert("RGB").crop((0, 0, page.width, round(page.height * wanted.share)))
    _trimmed(shown).quantize(COLOURS).save(images / f"{wanted.name}.png", optimize=True)


def _pages_saying(words: str, printed: Path) -> Iterator[int]:
    for number, page in enumerate(PdfReader(printed).pages, 1):
        if words in " ".join(page.extract_text().split()):
            yield number


def _trimmed(page: Image.Image) -> Image.Image:
    """A page without the white around it, but for a narrow margin."""
    inked = ImageChops.difference(page, Image.new("RGB", page.size, WHITE)).getbbox()
    left, top, right, bottom = inked or (0, 0, *page.size)
    return page.crop(
        (
            max(left - MARGIN, 0),
            max(top - MARGIN, 0),
            min(right + MARGIN, page.width),
            min(bottom + MARGIN, page.height),
        )
    )


if __name__ == "__main__":
    main()
