"""The pictures of workbooks show what LibreOffice prints today, and drawings today's wording."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfWriter

import commissioning_standards as cs
from tests.desk import needs_libreoffice
from tests.docs.pages import DOCS, script

MAKER = script("make_sheets")
IMAGES = DOCS / "images"
NAMES = [each.name for each in MAKER.SHEETS]
DRAWN = sorted(each.relative_to(IMAGES).as_posix() for each in IMAGES.rglob("*.svg"))
SMALL = (240, 160)
REMEDY = "run python docs/make_sheets.py, and look at the pictures"
DRAWINGS = "run python workbooks/make.py and every docs/make_*.py, and look at the drawings"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pictures made anew."""
    folder = tmp_path_factory.mktemp("pictures")
    MAKER.make(folder)
    return folder


def test_words_that_stand_on_no_page_are_told(tmp_path: Path) -> None:
    """Whoever adds a picture is told which words were not found, and where."""
    printed = PdfWriter()
    printed.add_blank_page(100, 100)
    printed.write(tmp_path / "leaders.pdf")
    with pytest.raises(SystemExit, match="no page of leaders says “How to fill it in”"):
        MAKER._sheet(MAKER.SHEETS[0], tmp_path, tmp_path)


def unlike(one: Path, other: Path) -> float:
    """How far two pictures are apart, from 0 to 255, seen small and in grey."""
    shades = [Image.open(each).convert("L").resize(SMALL) for each in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*shades)).mean[0])


@needs_libreoffice
@pytest.mark.parametrize("name", NAMES)
def test_each_picture_is_current(made: Path, name: str) -> None:
    """Each kept picture looks as it would if it were made today."""
    assert unlike(made / f"{name}.png", IMAGES / f"{name}.png") < 2, REMEDY


@pytest.mark.parametrize("name", DRAWN)
def test_each_drawing_is_of_todays_wording(name: str) -> None:
    """Each kept drawing says from which wording of the standards it was made: the one there is."""
    digest = cs.load_framework("route-map").digest

    assert f"digest {digest}" in (IMAGES / name).read_text("utf-8"), DRAWINGS


def test_two_pictures_are_told_apart() -> None:
    """The check above would notice another sheet."""
    apart = [
        unlike(IMAGES / f"{one}.png", IMAGES / f"{other}.png") for one, other in pairwise(NAMES)
    ]

    assert min(apart) > 5


@pytest.mark.parametrize("name", NAMES)
def test_each_picture_is_shown_on_a_page(name: str) -> None:
    """No picture is kept that no page shows."""
    pages = "".join(each.read_text("utf-8") for each in (DOCS / "commission").glob("*.md"))

    assert f"../images/{name}.png" in pages
