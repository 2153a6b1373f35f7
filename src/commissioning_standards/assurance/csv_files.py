"""CSV files as councils and departments save them, read row by row in a small, fixed memory."""

from __future__ import annotations

import codecs
import csv
import hashlib
import os
from collections.abc import Iterable, Iterator
from io import SEEK_CUR, BytesIO, TextIOWrapper
from pathlib import Path
from typing import IO

from attrs import frozen

from ..files import opened
from ..problems import AssessmentError, Place, problem
from .sieve import Sieve

__all__ = ["CsvFile", "survey"]

CHUNK = 1 << 16
# What people give by mistake, by how it begins.
OTHERS = {
    b"PK\x03\x04": "an Excel workbook or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF",
}
NO_TEXT = "no text that can be read here"
SEPARATORS = {";": "semicolons", "\t": "tabs"}
UTF_16 = "utf-16"
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@frozen
class CsvFile:
    """A CSV file that is there, and how it is written.

    Args:
        path: where it is.
        encoding: how its text is stored.
        sha256: of its bytes, in hexadecimal.
    """

    path: Path
    encoding: str
    sha256: str

    @property
    def name(self) -> str:
        """Its name without its folder."""
        return self.path.name

    def rows(self, sieve: Sieve | None = None) -> Iterator[tuple[int, list[str]]]:
        """Each row that holds anything, with the line on which it ends.

        Args:
            sieve: which rows are of use, where not all are; others may be left out.

        Raises:
            AssessmentError: it cannot be read any further, with the line.
        """
        with opened(self.path, AssessmentError) as content:
            try:
                if sieve and self.encoding != UTF_16:
                    yield from self._sifted(content, sieve)
                else:
                    yield from self._whole(content, 0)
            except UnicodeDecodeError:
                raise _no_csv(self.path, NO_TEXT) from None

    def _whole(self, content: IO[bytes], before: int) -> Iterator[tuple[int, list[str]]]:
        """Every row from here on, where a number of lines stands before these."""
        with TextIOWrapper(content, encoding=self.encoding, newline="") as text:
            yield from self._parted(text, before)

    def _parted(self, lines: Iterable[str], before: int) -> Iterator[tuple[int, list[str]]]:
        reader = csv.reader(lines)
        try:
            for row in reader:
                if row:
                    yield before + reader.line_num, row
        except csv.Error as error:
            place = Place(self.name, item=f"line {before + reader.line_num}")
            raise AssessmentError([problem("csv-damaged", place, found=error)]) from None

    def _sifted(self, content: IO[bytes], sieve: Sieve) -> Iterator[tuple[int, list[str]]]:
        """The rows that a sieve keeps; from where it cannot tell lines apart, every row."""
        before, rest = 0, b""
        while chunk := content.read(CHUNK):
            whole, end, rest = (rest + chunk).rpartition(b"\n")
            block = whole + end
            kept = sieve.kept(block, self.encoding) if block and len(rest) < CHUNK else None
            if kept is None:
                content.seek(-len(block) - len(rest), SEEK_CUR)
                yield from self._whole(content, before)
                return
            lines = [line.decode(self.encoding) for _, line in kept]
            for at, row in self._parted(lines, 0):
                yield before + kept[at - 1][0], row
            before += kept[-1][0]
        yield from self._whole(BytesIO(rest), before)


def survey(path: str | os.PathLike[str]) -> CsvFile:
    """Look through a file once: its digest, and how its text is stored.

    Text is UTF-8, with or without a mark in front, or UTF-16 with its mark;
    what is neither is read as Windows-1252, as Excel saves CSV in Britain.

    Raises:
        AssessmentError: it is not there, cannot be read, or is no CSV with commas.
    """
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding = ""
    with opened(path, AssessmentError) as content:
        _check_beginning(Path(path), content.peek(CHUNK))
        while chunk := content.read(CHUNK):
            digest.update(chunk)
            encoding = encoding or _unlike_utf_8(chunk, decoder)
    encoding = encoding or _unlike_utf_8(b"", decoder, final=True) or "utf-8-sig"
    _check_commas(Path(path), encoding)
    return CsvFile(Path(path), encoding, digest.hexdigest())


def _check_beginning(path: Path, content: bytes) -> None:
    """Refuse what is no text at all."""
    for beginning, kind in OTHERS.items():
        if content.startswith(beginning):
            raise _no_csv(path, kind)
    if b"\0" in content and not content.startswith(UTF_16_MARKS):
        raise _no_csv(path, NO_TEXT)


def _check_commas(path: Path, encoding: str) -> None:
    """Refuse a file whose first line has more of another separator than commas."""
    with path.open(encoding=encoding, errors="replace") as text:
        line = text.readline(CHUNK)
    for sign, name in SEPARATORS.items():
        if line.count(sign) > line.count(","):
            raise AssessmentError([problem("other-separator", Place(path.name), found=name)])


def _no_csv(path: Path, kind: str) -> AssessmentError:
    return AssessmentError([problem("not-csv", Place(path.name), found=kind)])


def _unlike_utf_8(chunk: bytes, decoder: codecs.IncrementalDecoder, *, final: bool = False) -> str:
    """Another encoding than UTF-8, where this part of a file shows that it is one."""
    if chunk.startswith(UTF_16_MARKS):
        return UTF_16
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return "cp1252"
    return ""
