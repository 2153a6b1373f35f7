"""Make the pictures of the pack and the account: run it as ``python docs/make_pictures.py``.

The papers are made by the very commands of ``docs/pack-and-account.md``. It needs
LibreOffice with Writer and Impress, pdftoppm and Chromium, as the tests do.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from commissioning_standards.demo import make_demo

HERE = Path(__file__).parent
IMAGES = HERE / "images"
PAGE = HERE / "pack-and-account.md"
PROGRAM = "from commissioning_standards.cli import main; main()"
# The page of the Word file on which each of these lines stands, after the contents.
WORD_PAGES = {
    "pack-overview": "Overview",
    "pack-standard": "Standard 1: ratings and comments",
    "pack-actions": "Actions",
}
DENSITY, SMALL, ACROSS, GAP = 80, 30, 4, 8
WIDTH, HEIGHT, PARTS = 900, 1600, 3


def main() -> None:
    """Run the page's commands in the demonstration's folder, and picture what they make."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_demo(folder)
        for each in _commands():
            subprocess.run(["python", "-c", PROGRAM, *each], cwd=folder, check=True)  # noqa: S603, S607
        _word(_printed(folder / "borsetshire-pack" / "pack.docx"))
        _slides(_printed(folder / "borsetshire-pack" / "slides.pptx"))
        _pages(folder)


def _commands() -> list[list[str]]:
    typed = re.findall(r"^\$ commissioning-standards (.*)$", PAGE.read_text("utf-8"), re.MULTILINE)
    return [shlex.split(each) for each in typed]


def _printed(document: Path) -> Path:
    """A document as LibreOffice prints it."""
    profile = f"-env:UserInstallation={(document.parent / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(document.parent)]
    subprocess.run(["soffice", profile, *convert, str(document)], check=True)  # noqa: S603, S607
    return document.with_suffix(".pdf")


def _word(printed: Path) -> None:
    """The pages on which some headings stand; the last with each, as the contents have it too."""
    texts = [each.extract_text() for each in PdfReader(printed).pages]
    for name, heading in WORD_PAGES.items():
        *_, number = (at for at, text in enumerate(texts, 1) if heading in _lines(text))
        page = ["-f", str(number), "-l", str(number), "-singlefile", "-r", str(DENSITY)]
        _drawn(printed, IMAGES / name, page)


def _lines(text: str) -> list[str]:
    return [each.strip() for each in text.splitlines()]


def _drawn(printed: Path, picture: Path, options: list[str]) -> None:
    subprocess.run(["pdftoppm", "-png", *options, str(printed), str(picture)], check=True)  # noqa: S603, S607


def _slides(printed: Path) -> None:
    """All slides side by side."""
    _drawn(printed, printed.with_suffix(""), ["-r", str(SMALL)])
    slides = [Image.open(each) for each in sorted(printed.parent.glob("slides-*.png"))]
    wide, high = slides[0].width + GAP, slides[0].height + GAP
    rows = -(-len(slides) // ACROSS)
    sheet = Image.new("RGB", (wide * ACROSS + GAP, high * rows + GAP), "#767676")
    for at, each in enumerate(slides):
        sheet.paste(each, (GAP + at % ACROSS * wide, GAP + at // ACROSS * high))
    sheet.save(IMAGES / "pack-slides.png", optimize=True)


def _pages(folder: Path) -> None:
    """The top of the pack's page, and the account in parts, as Chromium shows them."""
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT // 2})
        page.goto((folder / "borsetshire-pack" / "pack.html").as_uri())
        page.screenshot(path=IMAGES / "pack-page.png")
        page.goto((folder / "borsetshire-account" / "index.html").as_uri())
        whole = folder / "account.png"
        page.screenshot(path=whole, full_page=True)
        browser.close()
    _parts(whole)


def _parts(whole: Path) -> None:
    """A long picture in parts of one height, as wide as a page."""
    with Image.open(whole) as picture:
        step = -(-picture.height // PARTS)
        for at in range(PARTS):
            part = picture.crop((0, at * step, WIDTH, min((at + 1) * step, picture.height)))
            part = part.convert("RGB").quantize(64)
            part.save(IMAGES / f"account-{at + 1}.png", optimize=True)


if __name__ == "__main__":
    main()
