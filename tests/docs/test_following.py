"""The pages for people who commission and for people who script, followed to the letter."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, follow, long_sentences, page

COMMISSION = sorted(f"commission/{each.name}" for each in (DOCS / "commission").glob("*.md"))
SCRIPT = sorted(f"script/{each.name}" for each in (DOCS / "script").glob("*.md"))
FOLLOWED = (
    "index.md",
    "set-up.md",
    "what-is-protected.md",
    "how-a-score-is-made.md",
    "pack-and-account.md",
    "outside-views.md",
    "many-councils.md",
    "buddies-and-support.md",
)
SCORES = "python workbooks/make.py"
OTHERS = (*FOLLOWED, "why.md", "reference/index.md")


@pytest.mark.parametrize("name", [*COMMISSION, *SCRIPT, *FOLLOWED])
def test_a_page_can_be_followed(name: str, begin: Callable[[str], Path]) -> None:
    """Each command and line of Python gives what the page shows, from top to bottom."""
    begin(name)

    faults = "".join(follow(name))
    assert not faults, f"{name} should show this (for scores, run {SCORES}):\n{faults}"


@pytest.mark.parametrize("name", COMMISSION)
def test_those_who_commission_meet_no_python(name: str) -> None:
    """No page for them has Python, and each has a picture of what they will see."""
    assert "```python" not in page(name)
    assert "```pycon" not in page(name)
    assert "](../images/" in page(name)


@pytest.mark.parametrize("name", [*COMMISSION, *SCRIPT, *OTHERS])
def test_every_sentence_is_short(name: str) -> None:
    """No sentence is longer than 25 words."""
    assert long_sentences(page(name)) == []


@pytest.mark.parametrize("name", [*COMMISSION, *SCRIPT, *OTHERS])
def test_every_picture_has_its_words(name: str) -> None:
    """Whoever does not see a picture is told what it shows."""
    assert [words for words in re.findall(r"!\[([^]]*)\]", page(name)) if len(words) < 20] == []


def test_a_command_that_prints_something_else_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The following above does notice a page that is not true."""
    monkeypatch.setattr("tests.docs.pages.DOCS", tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.md").write_text(
        "```console\n$ commissioning-standards --version\nanother\n```\n"
        "```python\n>>> 1 + 1\n3\n\n```\n"
    )

    assert len("".join(follow("page.md")).split("\n")) > 4
