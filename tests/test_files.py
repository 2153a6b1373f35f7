"""Files are read whole, and written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards.files import check_output, make_folder, read_bytes, write_bytes

LONG = "x" * 300


def refused(error: pytest.ExceptionInfo[cs.CommissioningError]) -> list[tuple[str, str]]:
    """The code and place of every problem of an error that was raised."""
    return [(each.code, str(each.place)) for each in error.value.problems]


def test_a_file_is_read_byte_for_byte(tmp_path: Path) -> None:
    """What stands in a file comes back unchanged, line ends included."""
    file = tmp_path / "return.xlsx"
    file.write_bytes(b"\x00one\r\ntwo\xff")
    expected = b"\x00one\r\ntwo\xff"
    actual = read_bytes(file, cs.WorkbookError)

    assert expected == actual


def test_a_path_may_be_text(tmp_path: Path) -> None:
    """A file may be named by a plain text."""
    (tmp_path / "a").write_bytes(b"one")
    expected = b"one"
    actual = read_bytes(str(tmp_path / "a"), cs.WorkbookError)

    assert expected == actual


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    """A file that is not there is a problem of the kind asked for, with the file's name."""
    with pytest.raises(cs.WorkbookError) as refusal:
        read_bytes(tmp_path / "none.xlsx", cs.WorkbookError)

    assert refused(refusal) == [("file-missing", "none.xlsx")]


def test_a_file_in_a_missing_folder_is_missing(tmp_path: Path) -> None:
    """A folder that is not there holds no file."""
    with pytest.raises(cs.AssessmentError) as refusal:
        read_bytes(tmp_path / "none" / "a.json", cs.AssessmentError)

    assert refused(refusal) == [("file-missing", "a.json")]


@pytest.mark.parametrize(("name", "code"), [("folder", "is-folder"), (LONG, "not-readable")])
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, code: str) -> None:
    """A folder in a file's place, or a name too long, is a problem and no crash."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(cs.WorkbookError) as refusal:
        read_bytes(tmp_path / name, cs.WorkbookError)

    assert [(code, name)] == refused(refusal)


def test_the_folder_one_is_in_is_named_too() -> None:
    """A dot is a folder without a name of its own, and is named as it was given."""
    with pytest.raises(cs.WorkbookError) as refusal:
        read_bytes(".", cs.WorkbookError)

    assert refused(refusal) == [("is-folder", ".")]


def test_why_a_file_cannot_be_read_is_told(tmp_path: Path) -> None:
    """The system's own reason is passed on."""
    with pytest.raises(cs.WorkbookError) as refusal:
        read_bytes(tmp_path / LONG, cs.WorkbookError)
    actual = [each.found for each in refusal.value.problems]

    assert [os.strerror(errno.ENAMETOOLONG)] == actual


def test_a_name_that_no_system_takes_is_told(tmp_path: Path) -> None:
    """A name with a null character in it is a problem and no crash."""
    with pytest.raises(cs.WorkbookError) as refusal:
        read_bytes(tmp_path / "a\0b", cs.WorkbookError)

    assert len(refused(refusal)) == 1


def test_a_new_name_may_be_written(tmp_path: Path) -> None:
    """A name that is free in a folder that is there is fit for output."""
    actual = check_output(str(tmp_path / "new.csv"), overwrite=False)

    assert tmp_path / "new.csv" == actual


def test_checking_makes_nothing(tmp_path: Path) -> None:
    """To check a name leaves the folder as it was."""
    check_output(tmp_path / "new.csv", overwrite=True)

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_fit_for_output(tmp_path: Path) -> None:
    """A file that is there may not be written, and the problem names it in full."""
    file = tmp_path / "old.csv"
    file.touch()
    with pytest.raises(cs.OutputError) as refusal:
        check_output(file, overwrite=False)

    assert [("output-exists", str(file))] == refused(refusal)


def test_a_file_that_may_be_replaced_is_fit_for_output(tmp_path: Path) -> None:
    """Where replacing is allowed, a file that is there is no problem."""
    file = tmp_path / "old.csv"
    file.touch()
    actual = check_output(file, overwrite=True)

    assert file == actual


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_folder_is_never_replaced(tmp_path: Path, *, overwrite: bool) -> None:
    """A folder in the way is a problem, even where replacing is allowed."""
    with pytest.raises(cs.OutputError) as refusal:
        check_output(tmp_path, overwrite=overwrite)

    assert [("output-is-folder", str(tmp_path))] == refused(refusal)


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_missing_folder_is_told(tmp_path: Path, *, overwrite: bool) -> None:
    """No folder is made in passing: the problem names the one that is missing."""
    with pytest.raises(cs.OutputError) as refusal:
        check_output(tmp_path / "none" / "a.csv", overwrite=overwrite)

    assert [("output-folder-missing", str(tmp_path / "none"))] == refused(refusal)


def test_a_file_in_a_folders_place_is_no_folder(tmp_path: Path) -> None:
    """A file cannot be written inside another file."""
    (tmp_path / "file").touch()
    with pytest.raises(cs.OutputError) as refusal:
        check_output(tmp_path / "file" / "a.csv", overwrite=False)

    assert [("output-folder-missing", str(tmp_path / "file"))] == refused(refusal)


def test_a_name_too_long_for_output_is_told(tmp_path: Path) -> None:
    """A name that the system cannot take is a problem before any work is done."""
    with pytest.raises(cs.OutputError) as refusal:
        check_output(tmp_path / LONG, overwrite=False)

    assert [("output-failed", str(tmp_path / LONG))] == refused(refusal)


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    """A folder to write to is made, however deep."""
    folder = make_folder(tmp_path / "one" / "two")

    assert (tmp_path / "one" / "two", True) == (folder, folder.is_dir())


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    """To make a folder that is there does nothing to what it holds."""
    (tmp_path / "kept").touch()
    make_folder(str(tmp_path))

    assert [tmp_path / "kept"] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["file", "file/below", LONG])
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, name: str) -> None:
    """A file in the way, or a name too long, is a problem and no crash."""
    (tmp_path / "file").touch()
    with pytest.raises(cs.OutputError) as refusal:
        make_folder(tmp_path / name)

    assert [("output-failed", str(tmp_path / name))] == refused(refusal)


def test_a_file_is_written_byte_for_byte(tmp_path: Path) -> None:
    """What is written is what was given, and nothing else is in the folder."""
    file = tmp_path / "new.csv"
    write_bytes(file, b"a\r\nb\x00")
    expected = {"new.csv": b"a\r\nb\x00"}
    actual = {each.name: each.read_bytes() for each in tmp_path.iterdir()}

    assert expected == actual


def test_an_empty_file_can_be_written(tmp_path: Path) -> None:
    """Nothing at all is content too."""
    write_bytes(str(tmp_path / "empty"), b"")

    assert (tmp_path / "empty").read_bytes() == b""


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    """Without being told to, writing leaves an existing file as it was, and nothing beside it."""
    file = tmp_path / "old.csv"
    file.write_bytes(b"old")
    with pytest.raises(cs.OutputError):
        write_bytes(file, b"new")
    expected = {"old.csv": b"old"}
    actual = {each.name: each.read_bytes() for each in tmp_path.iterdir()}

    assert expected == actual


def test_a_file_is_replaced_when_told(tmp_path: Path) -> None:
    """Where replacing is allowed, the new content stands alone in the old name."""
    file = tmp_path / "old.csv"
    file.write_bytes(b"a longer old content")
    write_bytes(file, b"new", overwrite=True)
    expected = {"old.csv": b"new"}
    actual = {each.name: each.read_bytes() for each in tmp_path.iterdir()}

    assert expected == actual


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    """A folder that has the name keeps it and all it holds."""
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "kept").touch()
    with pytest.raises(cs.OutputError):
        write_bytes(folder, b"new", overwrite=True)

    assert [folder / "kept"] == list(folder.iterdir())


def test_writing_into_a_missing_folder_makes_nothing(tmp_path: Path) -> None:
    """A folder that is missing stays missing."""
    with pytest.raises(cs.OutputError):
        write_bytes(tmp_path / "none" / "a.csv", b"new")

    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk fills up on the way, the old file stands and no part of the new is left."""
    file = tmp_path / "old.csv"
    file.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", _disk_full)
    with pytest.raises(cs.OutputError) as refusal:
        write_bytes(file, b"new", overwrite=True)
    left = {each.name: each.read_bytes() for each in tmp_path.iterdir()}

    assert ([("output-failed", str(file))], {"old.csv": b"old"}) == (refused(refusal), left)


def _disk_full(*_: object) -> None:
    raise OSError(28, os.strerror(28))


def test_a_trouble_without_a_reason_is_told_by_its_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A system that gives no reason still leaves something to look up."""
    monkeypatch.setattr(Path, "replace", _silent)
    with pytest.raises(cs.OutputError) as refusal:
        write_bytes(tmp_path / "new.csv", b"new")
    expected = ["TimeoutError"]
    actual = [each.found for each in refusal.value.problems]

    assert expected == actual


def _silent(*_: object) -> None:
    raise TimeoutError


def test_a_file_that_appears_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that somebody else writes while ours is under way is left as it is."""
    file = tmp_path / "new.csv"
    write = Path.write_bytes

    def with_company(path: Path, content: bytes) -> int:
        write(file, b"theirs")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", with_company)
    with pytest.raises(cs.OutputError):
        write_bytes(file, b"ours")
    expected = {"new.csv": b"theirs"}
    actual = {each.name: each.read_bytes() for each in tmp_path.iterdir()}

    assert expected == actual


def test_a_name_of_the_longest_length_can_be_written(tmp_path: Path) -> None:
    """Any name that the system takes can be written, however the way there is named."""
    file = tmp_path / ("x" * 251 + ".csv")
    write_bytes(file, b"new")
    actual = [each.name for each in tmp_path.iterdir()]

    assert [file.name] == actual


def test_a_null_character_in_the_name_is_told(tmp_path: Path) -> None:
    """A name that no system takes is a problem and no crash, and leaves nothing behind."""
    with pytest.raises(cs.OutputError):
        write_bytes(tmp_path / "a\0b", b"new")

    assert list(tmp_path.iterdir()) == []
