"""Many files into one folder: whole or not there at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import commissioning_standards as cs
from commissioning_standards.folders import write_folder

TWO = {"a.txt": b"one", "charts/b.txt": b"two"}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its name within it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def refused(folder: Path, **options: bool | list[Path]) -> list[tuple[str, str]]:
    """The code and place of every problem of writing two files into a folder."""
    with pytest.raises(cs.OutputError) as refusal:
        write_folder(folder, TWO, **options)  # type: ignore[arg-type]
    return [(each.code, str(each.place)) for each in refusal.value.problems]


def test_a_new_folder_is_made_with_all_its_files(tmp_path: Path) -> None:
    """Folders above it and within it are made too, and nothing else is left."""
    made = write_folder(tmp_path / "up" / "pack", TWO)

    assert [each.name for each in made] == ["a.txt", "b.txt"]
    assert contents(tmp_path) == {f"up/pack/{name}": content for name, content in TWO.items()}


def test_other_files_of_a_folder_stay(tmp_path: Path) -> None:
    """What somebody else put into the folder is not touched."""
    (tmp_path / "notes.txt").write_bytes(b"mine")

    write_folder(tmp_path, TWO)

    assert contents(tmp_path) == {**TWO, "notes.txt": b"mine"}


def test_every_file_in_the_way_is_told_and_none_is_written(tmp_path: Path) -> None:
    """All files that are there are told at once, and nothing changes."""
    write_folder(tmp_path, TWO)
    (tmp_path / "a.txt").write_bytes(b"mine")
    paths = [str(tmp_path / name) for name in TWO]

    assert refused(tmp_path) == [("output-exists", path) for path in paths]
    assert (tmp_path / "a.txt").read_bytes() == b"mine"


def test_many_files_in_the_way_are_told_in_one_sentence(tmp_path: Path) -> None:
    """A whole pack that is there is one fault with a few of its names; others stand beside it."""
    many = {f"{number}.txt": b"old" for number in range(7)}
    write_folder(tmp_path, many)
    (tmp_path / "charts").write_bytes(b"mine")
    with pytest.raises(cs.OutputError) as refusal:
        write_folder(tmp_path, many | {"charts/b.txt": b"new"})
    first, other = refusal.value.problems

    assert (first.code, first.place.file, first.allowed) == ("outputs-exist", str(tmp_path), "2")
    assert "0.txt, 1.txt, 2.txt, 3.txt, 4.txt, and 2 more" in str(first)
    assert other.code == "output-is-file"
    assert (tmp_path / "0.txt").read_bytes() == b"old"


def test_files_that_may_be_replaced_are(tmp_path: Path) -> None:
    """Where replacing is allowed, the new content stands in place of the old."""
    write_folder(tmp_path, dict.fromkeys(TWO, b"old"))

    write_folder(tmp_path, TWO, overwrite=True)

    assert contents(tmp_path) == TWO


def test_what_is_read_is_never_replaced(tmp_path: Path) -> None:
    """A file that is read is refused as output, even where replacing is allowed."""
    write_folder(tmp_path, TWO)
    read = tmp_path / "a.txt"

    assert refused(tmp_path, inputs=[read], overwrite=True) == [("output-is-input", str(read))]


def test_a_file_in_a_folders_place_is_told(tmp_path: Path) -> None:
    """A file that has the name of the folder, or of one within it, is told once."""
    (tmp_path / "pack").touch()
    (tmp_path / "charts").touch()

    assert refused(tmp_path / "pack") == [("output-is-file", str(tmp_path / "pack"))]
    assert refused(tmp_path) == [("output-is-file", str(tmp_path / "charts"))]


def test_a_folder_in_a_files_place_is_told(tmp_path: Path) -> None:
    """A folder that has the name of a file is never replaced."""
    (tmp_path / "a.txt").mkdir()

    assert refused(tmp_path, overwrite=True) == [("output-is-folder", str(tmp_path / "a.txt"))]


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system refuses a file, no folder and no part of it is left."""
    write_one = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.name == "b.txt":
            raise OSError(28, "No space left on device")
        return write_one(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)

    assert refused(tmp_path / "pack") == [("output-failed", str(tmp_path / "pack"))]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("inputs", [[], ["return.xlsx"]])
def test_a_name_that_no_system_takes_is_told(tmp_path: Path, inputs: list[str]) -> None:
    """A folder's name with a null character is a problem and no crash."""
    with pytest.raises(cs.OutputError, match="could not be written"):
        write_folder(tmp_path / "a\0b", TWO, inputs=inputs)

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_too_long_to_hold_is_written_by_a_function(tmp_path: Path) -> None:
    """It is told where, beside those that were written before it."""

    def write(path: Path) -> None:
        path.write_bytes(path.with_name("first.txt").read_bytes() * 2)

    first, second = write_folder(tmp_path / "out", {"first.txt": b"1", "second.txt": write})

    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"11")


@pytest.fixture
def other_disk() -> Iterator[Path]:
    """A folder in memory where the system has one, which is a disk by itself."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder within it is a new one
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)


def test_a_folder_may_be_another_disk(tmp_path: Path, other_disk: Path) -> None:
    """Files are made where they can be moved from."""
    (tmp_path / "stick").symlink_to(other_disk, target_is_directory=True)

    write_folder(tmp_path / "stick", TWO)

    assert contents(other_disk) == TWO


def test_a_folder_will_do_where_the_one_above_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may write in a folder need not be allowed to write beside it."""
    seen: list[Path] = []

    def write(path: Path) -> None:
        seen.append(path.parent.parent)
        path.write_bytes(b"1")

    monkeypatch.setattr(os, "access", lambda *_: False)
    write_folder(tmp_path, {"a.txt": write})

    assert seen == [tmp_path]
    assert contents(tmp_path) == {"a.txt": b"1"}
