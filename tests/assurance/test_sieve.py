"""The quick look at lines of CSV: what it passes over is never wanted, and is never narrow."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import commissioning_standards as cs
from commissioning_standards.assurance import csv_files
from commissioning_standards.assurance.csv_files import CsvFile, survey
from commissioning_standards.assurance.sieve import Sieve, telling_words
from commissioning_standards.names import council_key, folded, is_same_council

WIDTH = 3
WORDS = ("ab",)
Row = tuple[int, list[str]]
# Few letters, so that marks, line ends and words meet in every way.
texts = st.text('aAbx,"\r\n á’ª–', max_size=60)
CELLS = st.sampled_from(["", "ab", "x", "1,000", "Ab, b", "é", 'a"b'])


def as_csv(rows: Sequence[Sequence[str]], line_end: str = "\r\n") -> str:
    """Rows as a program writes them."""
    text = StringIO()
    csv.writer(text, lineterminator=line_end).writerows(rows)
    return text.getvalue()


tables = st.lists(st.lists(CELLS)).map(as_csv)


def saved(folder: Path, text: str, encoding: str = "utf-8") -> CsvFile:
    """A file with this text."""
    path = folder / "table.csv"
    path.write_bytes(text.encode(encoding))
    return survey(path)


def is_needed(row: Row) -> bool:
    """Whether a row holds the word, however it is spelt, or is narrow."""
    return any("ab" in folded(cell) for cell in row[1]) or len(row[1]) < WIDTH


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all the files that a law draws."""
    return tmp_path_factory.mktemp("sieve")


@given(texts | tables, st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]), st.data())
@example('x,"ab\nab",x,x\nab,b,x\n', "utf-8", None)
@example('a"x,"b,b,b",x"\nx,x\n', "utf-8", None)
@example("x,x,x\rab,x,x\nx\n", "utf-8", None)
@example("a\u0301b,x,x\nx,x,x\n", "utf-8", None)
@example("x,x,ﬀ\nx,x,a\u0301b\nx,x,x\n", "utf-8-sig", None)
def test_nothing_that_is_needed_is_passed_over(
    folder: Path, text: str, encoding: str, data: st.DataObject | None
) -> None:
    """Of the rows of a plain reading, each that is needed comes, in order and with its line."""
    chunk = data.draw(st.integers(8, 64)) if data else 64
    file = saved(folder, text, encoding)
    every = list(file.rows())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_files, "CHUNK", chunk)
        kept = list(file.rows(Sieve(WORDS, WIDTH)))

    assert [row for row in every if is_needed(row)] == [row for row in kept if is_needed(row)]
    assert [row for row in every if row in kept] == kept


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_signs_beyond_ascii_are_no_letters(folder: Path, encoding: str) -> None:
    """Dashes and curly marks part words, so only lines with letters are taken apart for theirs."""
    lines = [["x", "y – z", "King’s"]] * 20 + [["x", "Café", "y"]] + [["x", "–", "y"]] * 20
    file = saved(folder, as_csv(lines), encoding)

    assert [line for line, _ in file.rows(Sieve(WORDS, WIDTH))] == [21, 41]


def test_rows_of_others_are_passed_over(folder: Path) -> None:
    """In a file as published, only rows with the word are taken apart, and each block's last."""
    rows = [["x", "1,000", "y"]] * 50 + [["Ab", "2", "y"]] + [["x", "3", "y"]] * 50
    file = saved(folder, as_csv(rows))

    assert [line for line, _ in file.rows(Sieve(WORDS, WIDTH))] == [51, 101]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_however_they_end(folder: Path, line_end: str) -> None:
    """The line that is told is the one on which the row stands."""
    file = saved(folder, as_csv([["x"] * 3] * 9 + [["ab"] * 3] + [["x"]], line_end))

    assert [row for row in file.rows(Sieve(WORDS, WIDTH)) if is_needed(row)] == [
        (10, ["ab"] * 3),
        (11, ["x"]),
    ]


def test_a_cell_that_never_ends_is_told(folder: Path) -> None:
    """A quotation mark that is not closed ends in one message with the line it was read to."""
    file = saved(folder, "x,x,x\n" * 9 + 'x,"' + "x,x,x\n" * 40_000)

    with pytest.raises(cs.AssessmentError, match="line"):
        list(file.rows(Sieve(WORDS, WIDTH)))


names = st.text("ab -&'é", min_size=1) | st.sampled_from(
    ["Stoke-on-Trent", "Kingston upon Hull, City of", "The City", "Bath & North East Somerset"]
)


@given(st.lists(names, min_size=1, max_size=4), st.data())
def test_each_name_holds_a_telling_word(every: list[str], data: st.DataObject) -> None:
    """Any spelling of a name in ASCII that counts as the same holds one of the words."""
    words = telling_words(every)
    spelt = data.draw(st.sampled_from(every)).replace(" ", data.draw(st.sampled_from("-_ ")))

    if words and spelt.isascii():
        assert any(word in spelt.lower() for word in words)
    assert words or any(set(folded(each).split()) <= {"and"} for each in every)


@given(names, names)
def test_a_council_is_never_missed_by_its_word(one: str, other: str) -> None:
    """Where two names are of one council, the word of one stands in the other."""
    words = telling_words([council_key(one)])

    if words and other.isascii() and is_same_council(one, other):
        assert words[0] in other.lower()
