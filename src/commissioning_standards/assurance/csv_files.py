"""CSV files as councils and departments save them, read row by row in a small, fixed memory."""

from __future__ import annotations

import codecs
import csv
import hashlib
import os
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path

from attrs import frozen

from ..files import opened
from ..problems import AssessmentError, Place, problem

__all__ = ["CsvFile", "survey"]

CHUNK = 1 << 16
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


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

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row that holds anything, with the line on which it ends.

        Raises:
            AssessmentError: it cannot be read any further, with the line.
        """
        with opened(self.path, AssessmentError) as content:
            text = TextIOWrapper(content, encoding=self.encoding, newline="")
            reader = csv.reader(text)
            try:
                for row in reader:
                    if row:
                        yield reader.line_num, row
            except csv.Error as error:
                place = Place(self.name, item=f"line {reader.line_num}")
                raise AssessmentError([problem("csv-damaged", place, found=error)]) from None


def survey(path: str | os.PathLike[str]) -> CsvFile:
    """Look through a file once: its digest, and how its text is stored.

    Text is UTF-8, with or without a mark in front, or UTF-16 with its mark;
    what is neither is read as Windows-1252, as Excel saves CSV in Britain.

    Raises:
        AssessmentError: it is not there, or cannot be read.
    """
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding = ""
    with opened(path, AssessmentError) as content:
        while chunk := content.read(CHUNK):
            digest.update(chunk)
            encoding = encoding or _unlike_utf_8(chunk, decoder)
    encoding = encoding or _unlike_utf_8(b"", decoder, final=True) or "utf-8-sig"
    return CsvFile(Path(path), encoding, digest.hexdigest())


def _unlike_utf_8(chunk: bytes, decoder: codecs.IncrementalDecoder, *, final: bool = False) -> str:
    """Another encoding than UTF-8, where this part of a file shows that it is one."""
    if chunk.startswith(UTF_16):
        return "utf-16"
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return "cp1252"
    return ""
