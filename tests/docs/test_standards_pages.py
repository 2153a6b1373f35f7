"""The generated pages say what the framework says today."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import commissioning_standards as cs
from tests.docs.pages import DOCS, script

REMEDY = "run python docs/make_pages.py"
PAGES = sorted(DOCS.rglob("*.md"))


MADE: dict[str, str] = script("make_pages").pages(cs.load_framework("route-map"))


@pytest.mark.parametrize("name", MADE)
def test_the_generated_pages_are_current(name: str) -> None:
    """Each page is what would be made today."""
    assert (DOCS / name).read_text(encoding="utf-8") == MADE[name], REMEDY


def test_no_page_of_a_standard_is_left_over() -> None:
    """The folder of standards holds the pages of today's standards, and no other."""
    kept = {f"standards/{each.name}" for each in (DOCS / "standards").iterdir()}

    assert kept == {name for name in MADE if name.startswith("standards/")}


def test_the_making_of_pages_writes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The script writes every page, and leaves what stands around the glossary's table."""
    maker = script("make_pages")
    hand = "# Words\n\n<!-- from the framework -->\nold\n<!-- end -->\n\nBy hand.\n"
    (tmp_path / "glossary.md").write_text(hand, encoding="utf-8")
    for name, path in {"HERE": "", "PAGES": "standards", "GLOSSARY": "glossary.md"}.items():
        monkeypatch.setattr(maker, name, tmp_path / path)

    maker.main()

    glossary = (tmp_path / "glossary.md").read_text(encoding="utf-8")
    assert (tmp_path / "standards" / "04-coproduction.md").is_file()
    assert "Lived experience" in glossary
    assert "old" not in glossary.split("By hand.")[0].split("| **")[0]
    assert glossary.endswith("By hand.\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """A link within the documents leads to a file that is there."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []
