"""What a collation leaves for the region alone."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.region.collating.files import (
    check_collation,
    prepared_cache,
    write_collation,
    written_to,
)
from commissioning_standards.region.collating.words import collation_in_words, refused_in_words

from .made import broken, mess, region, write_returns
from .test_collation import read

NAMES = ["summary.xlsx", "table.csv", "problems.txt", "problems.csv", "manifest.json"]


@pytest.fixture
def collation(tmp_path: Path) -> cs.Collation:
    """Good and bad files, a copy and a Word file, and a return that names no round."""
    folder = tmp_path / "returns"
    write_returns(folder)
    broken(folder)
    mess(folder)
    (own,) = region(1, (None,))
    (folder / "odd.json").write_text(cs.to_json(evolve(own, period="")), encoding="utf-8")
    return read(folder)


def test_the_files_are_there_and_nothing_else(collation: cs.Collation, tmp_path: Path) -> None:
    """They are in a folder whose name says that they are not for others."""
    paths = write_collation(collation, tmp_path / "out")

    assert [each.name for each in paths] == NAMES
    assert sorted(NAMES) == sorted(each.name for each in (tmp_path / "out").rglob("*.*"))
    assert {each.parent for each in paths} == {tmp_path / "out" / "confidential"}


def test_every_problem_is_a_row_once(collation: cs.Collation, tmp_path: Path) -> None:
    """Files are told first, then what was found of them together; a copy is told once."""
    write_collation(collation, tmp_path)
    with (tmp_path / "confidential" / "problems.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["kind"], row["code"]) for row in csv.DictReader(file)]
    refused = [("refused", found.code) for each in collation.faults for found in each.problems]

    assert len(refused) == 9
    assert [each for each in rows if each[0] == "refused"] == refused
    assert [each for each in rows if each[0] != "refused"] == [
        ("left out", "left-out"),
        ("copy", "same-file-twice"),
        ("finding", "period-not-named"),
    ]


def test_every_problem_is_told_in_words(collation: cs.Collation, tmp_path: Path) -> None:
    """What to do comes before what is only worth knowing."""
    write_collation(collation, tmp_path)
    text = (tmp_path / "confidential" / "problems.txt").read_text("utf-8")

    assert text.startswith("Files that were refused: 9\n\ndamaged.xlsx: 1 problem\n")
    assert "To look at: 1\n\nodd.json: The return does not say which round" in text
    assert "Worth knowing: 2\n\nstrange [1] ‘name’/=1+1.JSON: It is a copy of 0000.json" in text


def test_a_run_without_problems_says_so(tmp_path: Path) -> None:
    """A list that is empty says that it is."""
    write_returns(tmp_path / "returns")
    write_collation(read(tmp_path / "returns"), tmp_path)

    assert (tmp_path / "confidential" / "problems.txt").read_text("utf-8") == (
        "Files that were refused: none\n\nTo look at: none\n\nWorth knowing: none\n"
    )


def test_the_manifest_names_every_file_and_its_sum(collation: cs.Collation, tmp_path: Path) -> None:
    """Whoever gets the folder can tell whether it is whole, and what it was made of."""
    *others, manifest = write_collation(collation, tmp_path)
    document = json.loads(manifest.read_text("utf-8"))
    sums = {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in others}

    assert {each["name"]: each["sha256"] for each in document["written"]} == sums
    assert [each["file"] for each in document["files"]] == [each.file for each in collation.files]
    assert document["counts"] == {"read": 4, "refused": 9, "copy": 1, "left out": 1}
    assert document["rounds"] == [{"period": "2026-27", "councils": 3}]
    assert [each["returns"] for each in document["frameworks"]] == [4]


def test_what_is_there_is_not_replaced_unasked(collation: cs.Collation, tmp_path: Path) -> None:
    """It is told before anything is read, and again before anything is written."""
    write_collation(collation, tmp_path)

    with pytest.raises(cs.OutputError, match="there already"):
        check_collation(tmp_path)
    with pytest.raises(cs.OutputError, match="there already"):
        write_collation(collation, tmp_path)
    check_collation(tmp_path, overwrite=True)
    assert len(write_collation(collation, tmp_path, overwrite=True)) == len(NAMES)


def test_a_file_that_was_read_is_never_replaced(tmp_path: Path) -> None:
    """A return that somebody put where the output goes stays, even where all may be replaced."""
    (path,) = write_returns(tmp_path / "confidential", 1)
    path = path.rename(path.with_name("manifest.json"))
    elsewhere = write_returns(tmp_path, 1)

    with pytest.raises(cs.OutputError, match="never replaced"):
        check_collation(tmp_path, inputs=[path, *elsewhere], overwrite=True)
    check_collation(tmp_path, inputs=elsewhere, overwrite=True)


def test_parquet_comes_where_it_is_asked_for(collation: cs.Collation, tmp_path: Path) -> None:
    """A table of an earlier run that would no longer fit goes with that run."""
    paths = write_collation(collation, tmp_path, parquet=True)
    table = tmp_path / "confidential" / "table.parquet"

    assert table in paths
    with pytest.raises(cs.OutputError, match=r"table\.parquet"):
        check_collation(tmp_path, parquet=True)
    write_collation(collation, tmp_path, overwrite=True)
    assert not table.exists()


def test_what_a_killed_run_left_is_taken_away(collation: cs.Collation, tmp_path: Path) -> None:
    """Its half-made folder goes, and nothing that anybody else put there."""
    half_made, other = tmp_path / ".0123456789abcdef.part", tmp_path / ".mine.part"
    half_made.mkdir()
    other.mkdir()
    write_collation(collation, tmp_path)

    assert not half_made.exists()
    assert other.exists()


def test_a_table_that_cannot_be_taken_away_is_told(collation: cs.Collation, tmp_path: Path) -> None:
    """Something else of its name stays, and somebody has to look."""
    (tmp_path / "confidential" / "table.parquet").mkdir(parents=True)

    with pytest.raises(cs.OutputError, match="could not be written"):
        write_collation(collation, tmp_path, overwrite=True)


def test_the_cache_has_its_place_and_can_be_forgotten(tmp_path: Path) -> None:
    """It is with the confidential files, and goes when it is asked to."""
    cache = prepared_cache(tmp_path / "out")
    cache.write_bytes(b"records")

    assert cache == tmp_path / "out" / "confidential" / "cache.sqlite"
    assert prepared_cache(tmp_path / "out").exists()
    assert not prepared_cache(tmp_path / "out", fresh=True).exists()


def test_a_cache_that_cannot_be_forgotten_is_told(tmp_path: Path) -> None:
    """A folder of its name is not taken away."""
    (tmp_path / "confidential" / "cache.sqlite").mkdir(parents=True)

    with pytest.raises(cs.OutputError, match="could not be written"):
        prepared_cache(tmp_path, fresh=True)


def test_an_output_within_the_returns_is_not_read(tmp_path: Path) -> None:
    """A second run over the same folder finds the same returns."""
    write_returns(tmp_path)
    first = read(tmp_path, without=written_to(tmp_path))
    write_collation(first, tmp_path)

    assert read(tmp_path, without=written_to(tmp_path)) == first
    assert read(tmp_path, without=written_to(tmp_path / "out")) != first


def test_an_account_says_how_many_and_what_to_look_at(collation: cs.Collation) -> None:
    """Files, councils and rounds are counted; decisions stand before notes."""
    lines = collation_in_words(collation, "all.txt").splitlines()

    assert lines[:3] == [
        "15 files: 4 returns, 9 refused, 1 copy, 1 left out. 0 remembered from before.",
        "Left out: minutes.docx.",
        "3 councils in 1 round. 2026-27: 3 councils, 3 with a view of their own.",
    ]
    assert [each[:20] for each in lines[3:]] == [
        "To look at:",
        "  odd.json: The retu",
        "Worth knowing:",
        "  strange [1] ‘name’",
    ]


def test_an_account_of_nothing_is_short() -> None:
    """No council and no finding has no line."""
    assert collation_in_words(read(), "all.txt") == (
        "0 files: 0 returns, 0 refused, 0 copies, 0 left out. 0 remembered from before."
    )


def test_long_lists_are_cut_and_say_where_the_rest_is(
    route_map: cs.Framework, tmp_path: Path
) -> None:
    """Ten are named; a file with several problems says how many more it has."""
    first, second, *_ = (each.id for each in route_map.criteria)
    text = cs.to_json(cs.assess(route_map, {first: 2, second: 2})).replace(
        'r": "2 Dev', 'r": "Dev!'
    )
    for number in range(12):
        (tmp_path / f"{number:02}.json").write_text(text + " " * number, encoding="utf-8")
    (_, one, *_, more) = refused_in_words(read(tmp_path).faults, "all.txt").splitlines()

    assert one.endswith("And 1 more.")
    assert more == "  And 2 more, in all.txt."
