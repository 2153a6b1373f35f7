"""What is remembered between runs, and what happens where that fails."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.region.collating import cache as module
from commissioning_standards.region.collating.cache import Cache, cache_key

SUM = "0" * 64


def test_a_record_is_found_again(tmp_path: Path) -> None:
    """The next run finds what this one read."""
    path = tmp_path / "cache"
    with closing(Cache(path, "key")) as cache:
        cache.keep(SUM, ".xlsx", "record")
    with closing(Cache(path, "key")) as cache:
        assert cache.find(SUM, ".xlsx") == "record"
        assert cache.problems == ()


@pytest.mark.parametrize(
    ("reading", "sum_", "kind"),
    [("other", SUM, ".xlsx"), ("key", "1" * 64, ".xlsx"), ("key", SUM, ".json")],
)
def test_a_record_of_something_else_is_not_found(
    reading: str, sum_: str, kind: str, tmp_path: Path
) -> None:
    """Another content, another kind of file and another way of reading are other records."""
    path = tmp_path / "cache"
    with closing(Cache(path, "key")) as cache:
        cache.keep(SUM, ".xlsx", "record")
    with closing(Cache(path, reading)) as cache:
        assert cache.find(sum_, kind) is None


def test_without_a_file_nothing_is_remembered() -> None:
    """Nothing is kept, and nothing is wrong."""
    with closing(Cache(None, "key")) as cache:
        cache.keep(SUM, ".xlsx", "record")

        assert cache.find(SUM, ".xlsx") is None
        assert cache.problems == ()


def test_the_key_changes_with_whatever_changes_a_record(
    route_map: cs.Framework, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rule, framework and software each make another key; the same make the same."""
    keys = [
        cache_key(None, "mean"),
        cache_key(None, "gated"),
        cache_key(evolve(route_map, title="Ours"), "mean"),
    ]
    assert cache_key(None, "mean") == keys[0]
    monkeypatch.setattr(module, "VERSION", "9.9.9")
    keys.append(cache_key(None, "mean"))

    assert len(set(keys)) == 4


def test_a_damaged_file_is_told_and_done_without(tmp_path: Path) -> None:
    """Nothing is lost but time; the file is left for people to delete."""
    path = tmp_path / "cache"
    path.write_bytes(b"no database" * 1_000)
    with closing(Cache(path, "key")) as cache:
        cache.keep(SUM, ".xlsx", "record")
        (found,) = cache.problems

        assert cache.find(SUM, ".xlsx") is None
    assert "delete this file" in str(found)
    assert path.read_bytes().startswith(b"no database")


def test_a_file_in_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A place that cannot be written to is no reason to stop."""
    with closing(Cache(tmp_path / "gone" / "cache", "key")) as cache:
        assert [each.code for each in cache.problems] == ["cache-unusable"]


def test_a_file_that_somebody_holds_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run beside another one is not held up for long."""
    path = tmp_path / "cache"
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    with closing(Cache(path, "key")) as cache, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        cache.keep(SUM, ".xlsx", "record")

        assert "locked" in str(cache.problems[0])


def test_a_full_file_is_told(tmp_path: Path) -> None:
    """A disk without room costs what would have been remembered, and no more."""
    with closing(Cache(tmp_path / "cache", "key")) as cache:
        assert cache._base is not None
        cache._base.execute("PRAGMA max_page_count = 3")
        cache.keep(SUM, ".xlsx", "record" * 10_000)
        cache.keep(SUM, ".json", "record")

        assert "full" in str(cache.problems[0])


def test_what_is_no_text_is_not_believed(tmp_path: Path) -> None:
    """A record of another type was not written by this software."""
    path = tmp_path / "cache"
    with closing(Cache(path, "key")) as cache:
        cache.keep(SUM, ".xlsx", b"bytes")  # type: ignore[arg-type]

        assert cache.find(SUM, ".xlsx") is None
