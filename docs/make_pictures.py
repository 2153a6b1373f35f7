"""Make the pictures of the pack and the account: run it as ``python docs/make_pictures.py``.

It needs LibreOffice with Writer, pdftoppm and Chromium, as the tests do.
"""

from __future__ import annotations

import datetime
import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import commissioning_standards as cs

HERE = Path(__file__).parent
IMAGES = HERE / "images"
RETURN = HERE.parent / "workbooks" / "borsetshire-2026-27.xlsx"
SETTINGS = HERE.parent / "src" / "commissioning_standards" / "examples" / "borsetshire-papers.toml"
DAY = datetime.date(2026, 11, 25)
OVERVIEW_PAGE = 3


def main() -> None:
    """Make both papers of the kept example, and a picture of a page of each."""
    assessment, settings = cs.read_workbook(RETURN), cs.read_settings(SETTINGS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cs.build_pack(assessment, folder / "pack", on=DAY, settings=settings)
        cs.build_account(assessment, folder / "account", on=DAY, settings=settings)
        _printed(folder / "pack" / "pack.docx", IMAGES / "pack-overview")
        _seen(folder / "account" / "index.html", IMAGES / "account-top.png")


def _printed(document: Path, picture: Path) -> None:
    """One page of a Word file as LibreOffice prints it."""
    profile = f"-env:UserInstallation={(document.parent / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(document.parent)]
    subprocess.run(["soffice", profile, *convert, str(document)], check=True)  # noqa: S603, S607
    page = ["-f", str(OVERVIEW_PAGE), "-l", str(OVERVIEW_PAGE), "-singlefile", "-r", "70"]
    made = document.with_suffix(".pdf")
    subprocess.run(["pdftoppm", "-png", *page, str(made), str(picture)], check=True)  # noqa: S603, S607


def _seen(page: Path, picture: Path) -> None:
    """The top of a page as Chromium shows it."""
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        shown = browser.new_page(viewport={"width": 900, "height": 1100})
        shown.goto(page.as_uri())
        shown.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main()
