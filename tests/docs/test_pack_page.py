"""The page on the pack and the account: its table of files, and its pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.docs.pages import DOCS, follow, page

NAME = "pack-and-account.md"


def test_the_table_names_what_the_pack_holds(begin: Callable[[str], Path]) -> None:
    """Each file and folder of the table is made, and there is no other."""
    folder = begin(NAME) / "commissioning-standards-demo" / "borsetshire-pack"
    follow(NAME)
    names = re.findall(r"^\| `([^`]+)` \|", page(NAME), flags=re.MULTILINE)

    assert sorted(each.rstrip("/") for each in names) == sorted(
        each.name for each in folder.iterdir()
    )


def width_of(path: Path) -> int:
    """How wide a picture is, in its own points."""
    with Image.open(path) as picture:
        return picture.width


def test_every_picture_is_there_and_has_words() -> None:
    """Each is as wide as can be read, and none is without words."""
    found = re.findall(r"!\[([^]]*)\]\(([^)]+)\)", page(NAME))
    widths = [width_of(DOCS / path) for _, path in found]

    assert len(found) == 8
    assert all(len(words) > 40 for words, _ in found)
    assert min(widths) >= 500
