"""Every kind of returned file is read as what it says, or refused in plain sentences."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards.returns import read_returns
from commissioning_standards.wordings import WORDINGS
from tests.desk import Desk, desk, needs_libreoffice
from tests.workbook.corpus import KINDS, Outcome, codes_of, outcome
from tests.workbook.corpus_tools import filled, sent
from tests.workbook.corpus_typed import TYPED

__all__ = ["desk"]

ROOT = Path(__file__).parents[2]
BY_NAME = {kind.name: kind for kind in KINDS if not kind.is_hostile}
REFUSED = [name for name, kind in BY_NAME.items() if kind.codes]
UNREADABLE = [kind.name for kind in TYPED if kind.codes and "damaged" not in kind.codes]
HOSTILE = [kind for kind in KINDS if kind.is_hostile]
LONGEST_TOLD = 600


@cache
def content_of(name: str) -> bytes:
    """The bytes of one kind of file."""
    return BY_NAME[name].make(sent())


@cache
def outcome_of(name: str) -> Outcome:
    """What comes of one kind of file."""
    return outcome(content_of(name))


def test_the_corpus_is_large_and_its_names_differ() -> None:
    """There are well over a hundred kinds, each with a name of its own."""
    names = [kind.name for kind in KINDS]

    assert len(set(names)) == len(names) > 200


@pytest.mark.parametrize("name", BY_NAME)
def test_every_kind_comes_to_what_is_stated(name: str) -> None:
    """A file is read as what stands in it, or is refused with the very problems stated."""
    kind, found = BY_NAME[name], outcome_of(name)

    assert kind.codes == codes_of(found)
    assert kind.codes or kind.expected(filled()) == found


@pytest.mark.parametrize("name", REFUSED)
def test_every_refusal_is_in_plain_sentences(name: str) -> None:
    """Each problem is a line of the catalogue's sentences, with nothing of the program in it."""
    problems = outcome_of(name)

    assert isinstance(problems, tuple)
    for each in problems:
        said = str(each)
        assert said.startswith("return.xlsx")
        assert said.isprintable()
        assert len(said) <= LONGEST_TOLD
        assert not [word for word in ("Traceback", "Error(", " object at ", "{") if word in said]
        assert each.message.startswith(WORDINGS[each.code].message.partition("{")[0])
        assert (each.message[-1], each.remedy[-1]) in {(".", "."), ("?", ".")}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_was_typed_is_told_with_its_cell(name: str) -> None:
    """Whoever typed what cannot be read is led to the cell, and not only to the criterion."""
    problems = outcome_of(name)

    assert isinstance(problems, tuple)
    placed = [each for each in problems if each.place.cell or each.code == "row-missing"]
    assert placed == list(problems), "find it in workbook/reading/ as well, where the cell is known"


@pytest.mark.parametrize("name", ["a table sorted by its ratings", "two levels for a rating"])
def test_the_file_stays_as_it_is(name: str, tmp_path: Path) -> None:
    """Whether it is read or refused, neither the bytes nor the time of a file change."""
    path = tmp_path / "return.xlsx"
    path.write_bytes(content_of(name))
    before = path.stat()

    (found,) = read_returns([path])

    assert bool(BY_NAME[name].codes) == (found.assessment is None)
    assert path.read_bytes() == content_of(name)
    assert (path.stat().st_mtime_ns, path.stat().st_mode) == (before.st_mtime_ns, before.st_mode)


def refusal(path: Path) -> list[str]:
    """The problems that a path is refused with."""
    with pytest.raises(cs.WorkbookError) as caught:
        cs.read_workbook(path)
    return [each.code for each in caught.value.problems]


def test_a_folder_is_told(tmp_path: Path) -> None:
    """A folder given for a file is one sentence."""
    assert refusal(tmp_path) == ["is-folder"]


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    """A link to a file that is gone is one sentence."""
    (tmp_path / "return.xlsx").symlink_to(tmp_path / "gone.xlsx")

    assert refusal(tmp_path / "return.xlsx") == ["file-missing"]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """A file of a terabyte is refused by its size, and none of it is taken in."""
    with (tmp_path / "return.xlsx").open("wb") as file:
        file.truncate(10**12)

    assert refusal(tmp_path / "return.xlsx") == ["too-big"]


@pytest.mark.skipif(sys.platform == "win32", reason="it needs fork and limits")
def test_hostile_files_cost_little() -> None:
    """Each file that was made to do harm ends as stated, in a process with bounds."""
    command = [sys.executable, "-m", "tests.workbook.corpus"]
    done = subprocess.run(
        command, check=True, cwd=ROOT, capture_output=True, text=True, timeout=300
    )

    told = {each["name"]: each for each in map(json.loads, done.stdout.splitlines())}
    assert done.stderr == ""
    assert [kind.name for kind in HOSTILE] == list(told)
    assert {kind.name: list(kind.codes) for kind in HOSTILE} == {
        name: each["codes"] for name, each in told.items()
    }
    assert [name for name, each in told.items() if not each["is_right"]] == []


@needs_libreoffice
@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_what_libreoffice_saves_as_another_kind_is_told(
    desk: Desk, ending: str, tmp_path: Path
) -> None:
    """A real .ods or .xls file is refused with what to do."""
    path = tmp_path / "return.xlsx"
    path.write_bytes(sent())

    saved = desk.convert(path, ending)

    assert refusal(saved) == [{"ods": "not-a-workbook", "xls": "encrypted"}[ending]]


KEPT = (
    "nothing changed",
    "rows and columns inserted above and before a table",
    "a table sorted by its ratings",
    "a sheet renamed, moved to the end and another added in front",
    "a sheet duplicated",
    "a note below a table",
)


@needs_libreoffice
def test_what_libreoffice_saves_again_is_read_alike(desk: Desk, tmp_path: Path) -> None:
    """A workbook that somebody moved about in is the same after LibreOffice saved it."""
    for number, name in enumerate(KEPT):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(content_of(name))

        saved = desk.fill_in(path, tmp_path / f"{number}-saved.xlsx", {})

        assert filled() == outcome(saved.read_bytes()), name
