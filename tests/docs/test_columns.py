"""The page of columns lists what the commands write today, and says what each holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import page, script

MAKER = script("make_columns")
REMEDY = "run python docs/make_columns.py"


@pytest.fixture(scope="module")
def made() -> str:
    """The page as it would be made today."""
    return str(MAKER.page())


def test_the_page_is_current(made: str) -> None:
    """Every command's columns are on the page, as they are today."""
    assert page("columns.md") == made, REMEDY


def test_no_meaning_is_left_over(made: str) -> None:
    """Each meaning that is kept stands on the page."""
    known = [told for kind in MAKER.meanings().values() for told in kind.values()]

    assert [told for told in known if f"| {told} |" not in made] == []


def test_every_column_without_a_meaning_is_told() -> None:
    """Whoever adds columns is asked to say what each holds."""
    text = MAKER._table("a.csv", ["new", "council", "newer"], "csv")
    with pytest.raises(SystemExit, match="what these hold: new, newer"):
        MAKER._told(text)


def test_the_script_writes_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run by itself, it writes the page."""
    monkeypatch.setattr(MAKER, "PAGE", tmp_path / "columns.md")
    monkeypatch.setattr(MAKER, "page", lambda: "made\n")

    MAKER.main()

    assert (tmp_path / "columns.md").read_text("utf-8") == "made\n"
