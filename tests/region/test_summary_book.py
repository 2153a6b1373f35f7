"""The region's own summary, as a workbook that people open."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve

import commissioning_standards as cs
from commissioning_standards.region.collating.summary_book import summary_book
from commissioning_standards.workbook.writing.list_book import ListSheet, list_book

from .made import broken, region, write_returns
from .test_collation import read

FIRST = 4


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    """Every sheet's rows from its headings on."""
    book = openpyxl.load_workbook(BytesIO(content))
    return {
        sheet.title: [list(row) for row in sheet.iter_rows(min_row=FIRST - 1, values_only=True)]
        for sheet in book
    }


@pytest.fixture(scope="module")
def collation(tmp_path_factory: pytest.TempPathFactory) -> cs.Collation:
    """Three councils, one of which has no view of its own, and files that cannot be read."""
    folder = tmp_path_factory.mktemp("summary")
    write_returns(folder, 3, (None, cs.Voice.CARERS))
    (folder / "0004.json").unlink()
    leaders = cs.Respondent("", cs.Voice.LEADERS)
    (first, *_) = region(1, (None,))
    for number, who in enumerate((leaders, cs.Respondent("Ann"))):
        own = evolve(first, council=f"Yet another {number}", respondent=who)
        (folder / f"own-{number}.json").write_text(cs.to_json(own), encoding="utf-8")
    broken(folder)
    return read(folder)


def test_each_council_has_a_line_with_its_own_view(collation: cs.Collation) -> None:
    """Whose view it is, how much was answered, and the scores by domain; none for the whole."""
    headings, first, _, third, *others = sheets(summary_book(collation))["Councils"]
    card = cs.score(region(1, (None,))[0])

    assert headings[6:] == [each.title for each in card.domains]
    assert first[:4] == ["Aldersetshire", "2026-27", "Agreed in moderation", 2]
    assert first[4:6] == [card.overall.rated, card.overall.open]
    assert first[6:] == pytest.approx([float(each.score or 0) for each in card.domains])
    assert third[2:] == ["None: see To look at", 1, *[None] * 6]
    assert [each[2] for each in others] == ["Leaders and commissioners", "No voice given"]


def test_standards_have_a_sheet_of_their_own(collation: cs.Collation) -> None:
    """Their numbers and titles stand over the columns."""
    headings, first, *_ = sheets(summary_book(collation))["Standards"]
    card = cs.score(region(1, (None,))[0])

    assert headings[2:] == [f"{each.number} {each.title}" for each in card.standards]
    assert first[2:] == [
        None if each.score is None else pytest.approx(float(each.score)) for each in card.standards
    ]


def test_what_has_to_be_decided_comes_first(tmp_path: Path) -> None:
    """Notes follow; what is of all returns says so."""
    write_returns(tmp_path, 2)
    (own,) = region(1, (None,))
    for number, period in enumerate(("2025-26", "")):
        (tmp_path / f"x{number}.json").write_text(cs.to_json(evolve(own, period=period)))
    _, first, second = sheets(summary_book(read(tmp_path)))["To look at"]

    assert first[0] == "x1.json"
    assert second[:2] == ["All returns", "The returns are of 2 rounds: 2025-26 (1), 2026-27 (2)."]


def test_files_that_need_a_word_are_listed(collation: cs.Collation) -> None:
    """A file that was refused says why, and what to do; one that was just read is no news."""
    _, *rows = sheets(summary_book(collation))["Files"]
    by_name = {row[0]: row[1:] for row in rows}

    assert list(by_name) == [each.file for each in collation.faults]
    assert by_name["empty.xlsx"][:3] == [
        "Refused",
        1,
        "This is an empty file, not an Excel workbook (.xlsx).",
    ]


def test_it_says_what_it_was_made_by(collation: cs.Collation) -> None:
    """Software, rule, standards and digest stand on the last sheet."""
    *_, about = sheets(summary_book(collation)).values()
    told = " ".join(str(cell) for row in about for cell in row)

    assert {cs.__version__, cs.load_framework("route-map").digest, "mean,"} <= set(told.split())


def test_other_standards_have_sheets_of_their_own(route_map: cs.Framework, tmp_path: Path) -> None:
    """A framework of one's own brings its words; one that is not at hand, its IDs."""
    own = evolve(route_map, id="ours")
    assessment = cs.assess(own, {}, council="Borsetshire", period="2026-27")
    (tmp_path / "own.json").write_text(cs.to_json(assessment), encoding="utf-8")
    ours = read(tmp_path, framework=own)
    (tmp_path / "own.json").unlink()
    write_returns(tmp_path, 1)
    both = evolve(ours, rounds=(*ours.rounds, *read(tmp_path).rounds))
    titled, by_id = sheets(summary_book(both, own)), sheets(summary_book(both))

    assert [name for name in titled if name.startswith(("C", "S"))] == [
        "Councils",
        "Standards",
        "Councils 2",
        "Standards 2",
    ]
    assert titled["Councils"][0] == titled["Councils 2"][0]
    assert by_id["Councils"][0][6:] == [each.id for each in route_map.domains]


def test_nothing_to_tell_is_a_workbook_too() -> None:
    """Without councils there is still what was read, and by what."""
    assert list(sheets(summary_book(read()))) == ["To look at", "Files", "About"]


def test_a_list_of_nothing_says_so() -> None:
    """Nobody takes an empty sheet for one that was not made."""
    book = openpyxl.load_workbook(BytesIO(summary_book(read())))
    told = [
        str(book[name]["A2"].value).partition("councils. ")[2] for name in ("To look at", "Files")
    ]

    assert told == [
        "Nothing was found of the returns together.",
        "Every file was read without a remark.",
    ]


def test_the_same_returns_give_the_same_bytes(collation: cs.Collation) -> None:
    """Nothing in it depends on the day."""
    assert summary_book(collation) == summary_book(collation)


def test_text_is_never_run_and_never_too_long() -> None:
    """What begins with a sign stays text; what no cell holds is cut and says so."""
    content = list_book(
        "T", [ListSheet("S", "Why", (("A", 9), ("B", 9)), [("=1+1", "x" * 40_000)])]
    )
    _, (first, second) = sheets(content)["S"]

    assert first == "=1+1"
    assert (len(second) < 32_767, second[-1]) == (True, "…")
