"""Which files are read, in which order, and what is passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards.region.collating.gathering import FoundFile, content_of, found_files
from commissioning_standards.workbook.reading.intake import LARGEST_FILE

from .made import mess, write_returns


def names(*paths: Path, without: tuple[Path, ...] = ()) -> list[str]:
    """What is found, by name."""
    return [each.file for each in found_files(paths, without)]


def code(path: Path) -> str:
    """What is wrong with a file."""
    with pytest.raises(cs.CommissioningError) as caught:
        content_of(FoundFile(path.name, path))
    (found,) = caught.value.problems
    return found.code


def test_a_folder_is_looked_through_in_the_order_of_names(tmp_path: Path) -> None:
    """Folders within count too, and the disk's own order does not."""
    write_returns(tmp_path / "b")
    write_returns(tmp_path / "a", 1)

    assert names(tmp_path) == ["a/0000.json", "b/0000.json", "b/0001.json", "b/0002.json"]


def test_files_come_in_the_order_given(tmp_path: Path) -> None:
    """Whoever names files chooses their order."""
    first, second, third = write_returns(tmp_path)

    assert names(third, first, second) == [str(third), str(first), str(second)]


def test_a_file_named_twice_is_one(tmp_path: Path) -> None:
    """A folder and a file in it are not two returns."""
    first, *_ = write_returns(tmp_path)

    assert len(names(tmp_path, first)) == 3


def test_files_of_several_folders_are_told_apart(tmp_path: Path) -> None:
    """Two folders can hold files of one name."""
    first, second = tmp_path / "a", tmp_path / "b"
    write_returns(first, 1)
    write_returns(second, 1)

    assert names(first, second) == [f"{first}/0000.json", f"{second}/0000.json"]


def test_links_lock_files_and_hidden_files_lead_nowhere(tmp_path: Path) -> None:
    """A link in a circle ends, and nothing hidden is read."""
    write_returns(tmp_path, 1)
    mess(tmp_path)
    (tmp_path / ".hidden").mkdir()
    write_returns(tmp_path / ".hidden", 1)

    assert names(tmp_path) == [
        "0000.json",
        "gone.xlsx",
        "minutes.docx",
        "pipe.xlsx",
        "self.xlsx",
        "strange [1] ‘name’/=1+1.JSON",
    ]


def test_other_kinds_of_file_are_told_from_returns(tmp_path: Path) -> None:
    """A Word file is no return; a spreadsheet saved wrongly is meant as one."""
    for name in ("a.docx", "b.ods", "c.XLS"):
        (tmp_path / name).write_bytes(b"x")

    assert [each.is_return for each in found_files([tmp_path])] == [False, True, True]


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    """Whoever names a file means it."""
    (tmp_path / "return.txt").write_bytes(b"x")

    assert [each.is_return for each in found_files([tmp_path / "return.txt"])] == [True]


def test_the_outputs_own_folder_is_passed_over(tmp_path: Path) -> None:
    """What a run wrote is not read by the next."""
    write_returns(tmp_path, 1)
    write_returns(tmp_path / "out", 1)

    assert names(tmp_path, without=(tmp_path / "out",)) == ["0000.json"]


def test_a_folder_without_returns_is_told(tmp_path: Path) -> None:
    """A slip in a folder's name does not pass for a region without councils."""
    (tmp_path / "minutes.docx").write_bytes(b"words")
    told, _ = found_files([tmp_path])

    assert told.problem
    assert told.problem.code == "no-returns-here"


def test_a_folder_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is in it may be returns: nobody should think that all were read."""
    write_returns(tmp_path, 1)
    (tmp_path / "shut").mkdir()
    whole = os.scandir

    def refusing(path: str) -> object:
        if path.endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return whole(path)

    monkeypatch.setattr(os, "scandir", refusing)
    _, told = found_files([tmp_path])

    assert (told.file, told.is_return) == ("shut", True)
    assert "Permission denied" in str(told.problem)


def test_a_name_that_no_text_can_hold_is_shown_safely(tmp_path: Path) -> None:
    """Bytes that are no letters do not break a message or a table."""
    (path,) = write_returns(tmp_path, 1)
    path.rename(os.fsdecode(os.fsencode(tmp_path) + b"/x\xfe.json"))

    assert names(tmp_path) == ["x .json"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gone.xlsx", "file-missing"),
        ("self.xlsx", "not-readable"),
        ("pipe.xlsx", "not-a-file"),
        ("null\0.xlsx", "not-readable"),
    ],
)
def test_what_is_no_file_is_refused_and_never_waited_for(
    name: str, expected: str, tmp_path: Path
) -> None:
    """A pipe that nobody fills, and links that lead nowhere, hold nothing up."""
    write_returns(tmp_path, 1)
    mess(tmp_path)

    assert code(tmp_path / name) == expected


def test_a_file_far_too_big_is_refused_unread(tmp_path: Path) -> None:
    """Nothing that size is taken into memory."""
    path = tmp_path / "big.xlsx"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)

    assert code(path) == "too-big"


def test_a_fault_that_is_known_is_told_again(tmp_path: Path) -> None:
    """What was found wrong with a folder stays its problem."""
    (told,) = found_files([tmp_path])

    with pytest.raises(cs.CommissioningError, match="no return in this folder"):
        content_of(told)
