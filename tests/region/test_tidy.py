"""The tidy table, as CSV and as Parquet."""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.region.collating import parquet as module
from commissioning_standards.region.collating.parquet import write_parquet
from commissioning_standards.region.collating.tidy import COLUMNS, write_csv

from .made import region, write_returns
from .test_collation import read

NUMBERS = ("score", "low", "high", "level_value")
COUNTS = ("rated", "open", "not_applicable", "rule_version")


@pytest.fixture(scope="module")
def collation(tmp_path_factory: pytest.TempPathFactory) -> cs.Collation:
    """Three councils in two voices, with a name that a spreadsheet would run."""
    folder = tmp_path_factory.mktemp("tidy")
    write_returns(folder, 3, (None, cs.Voice.CARERS))
    (last, _) = region(1, (None, cs.Voice.PEOPLE))
    odd = evolve(last, council='=1+1, "Borsetshire"\nCouncil', date=None)
    (folder / "odd.json").write_text(cs.to_json(odd), encoding="utf-8")
    return read(folder)


def rows(collation: cs.Collation, path: Path) -> list[dict[str, str]]:
    """The table as any program reads it."""
    write_csv(collation, path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_part_of_every_return_is_a_row(collation: cs.Collation, tmp_path: Path) -> None:
    """Score, range, level and counts are those of the return, exactly."""
    table = iter(rows(collation, tmp_path / "table.csv"))
    for summary in collation.summaries:
        for result, row in zip(summary.results, table, strict=False):
            assert (row["file"], row["part"], row["id"]) == (summary.file, result.part, result.id)
            assert (Fraction(row["exact"]) if row["exact"] else None) == result.score
            assert [float(row[each]) if row[each] else None for each in NUMBERS] == [
                None if each is None else float(each)
                for each in (result.score, result.low, result.high, result.level)
            ]

    assert list(table) == []


def test_the_columns_say_what_a_row_was_made_from(collation: cs.Collation, tmp_path: Path) -> None:
    """File, sum, framework, rule and software stand in each row, under the usual names."""
    (first, *_) = rows(collation, tmp_path / "table.csv")
    (card,) = (cs.score(each) for each in region(1, (None,)))

    assert tuple(first) == COLUMNS
    assert {"respondent", "scale_note", "number", "title", "domain", "standard", "shown"} >= (
        set(card.rows()[0]) - set(first) - {"level", "weight"}
    )


def test_nobodys_name_is_in_it(collation: cs.Collation, tmp_path: Path) -> None:
    """The respondent is not told."""
    write_csv(collation, tmp_path / "table.csv")

    assert "Agreed in moderation" not in (tmp_path / "table.csv").read_text("utf-8")


def test_a_row_says_whether_it_speaks_for_its_council(
    collation: cs.Collation, tmp_path: Path
) -> None:
    """The council's own view is marked, and carers' is not."""
    table = rows(collation, tmp_path / "table.csv")

    assert {(row["voice"], row["is_own_view"]) for row in table} == {
        ("", "true"),
        ("Unpaid carers", "false"),
    }


def test_no_cell_is_run_as_a_formula(collation: cs.Collation, tmp_path: Path) -> None:
    """A council's name that begins with a sign is marked as text, and stays one cell."""
    *_, last = rows(collation, tmp_path / "table.csv")

    assert last["council"].startswith('\'=1+1, "Borsetshire"')
    assert (last["council_key"], last["date"]) == ("1 1 borsetshire", "")


def typed(row: dict[str, str]) -> Iterator[tuple[str, Any]]:
    """The cells of a row of CSV with the types that Parquet gives them."""
    for name, text in row.items():
        match name:
            case "is_agreed" | "is_own_view":
                yield name, text == "true"
            case "date":
                yield name, datetime.date.fromisoformat(text) if text else None
            case _ if name in NUMBERS:
                yield name, float(text) if text else None
            case _ if name in COUNTS:
                yield name, int(text)
            case _:
                # Parquet runs no formulas, and knows no text from nothing by a mark.
                yield name, text.removeprefix("'") or None


@pytest.mark.parametrize("group", [2, 500])
def test_parquet_holds_the_same_table(
    group: int, collation: cs.Collation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each cell has its type, however many rows are written at a time."""
    monkeypatch.setattr(module, "GROUP", group)
    write_parquet(collation, tmp_path / "table.parquet")
    table = pyarrow.parquet.read_table(tmp_path / "table.parquet")
    expected = [dict(typed(row)) for row in rows(collation, tmp_path / "table.csv")]
    actual = [
        {key: None if value == "" else value for key, value in row.items()}
        for row in table.to_pylist()
    ]

    assert expected == actual


def test_parquet_says_what_it_was_made_by(collation: cs.Collation, tmp_path: Path) -> None:
    """Software, schema and rule stand in the file's own metadata."""
    write_parquet(collation, tmp_path / "table.parquet")
    metadata = pyarrow.parquet.read_schema(tmp_path / "table.parquet").metadata

    assert json.loads(metadata[b"commissioning-standards"]) == {
        "schema": "tidy table, version 1",
        "software": cs.__version__,
        "rule": "mean",
    }
    assert pyarrow.parquet.ParquetFile(tmp_path / "table.parquet").metadata.num_row_groups == 1


def test_a_table_without_returns_has_its_columns(tmp_path: Path) -> None:
    """Programs that read it find the header, and no rows."""
    empty = read()
    write_parquet(empty, tmp_path / "table.parquet")

    assert rows(empty, tmp_path / "table.csv") == []
    assert pyarrow.parquet.read_table(tmp_path / "table.parquet").num_rows == 0
