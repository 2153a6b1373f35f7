"""LibreOffice as a person at a desk: it opens a workbook, types, recalculates and saves.

It runs a macro in a profile of its own, told to recalculate every workbook it
opens: otherwise it would show the values that we wrote, and agree with us
whatever they are.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")

# In CI nothing is skipped: there a missing LibreOffice is a failure.
needs_libreoffice = pytest.mark.skipif(
    OFFICE is None and not os.environ.get("CI"),
    reason="LibreOffice is not installed: apt-get install libreoffice-calc-nogui",
)

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
  <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
    <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Desk"
  script:language="StarBasic">
Sub Work(source As String, target As String, steps As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  number = FreeFile
  Open steps For Input As #number
  Do While Not EOF(number)
    Line Input #number, entry
    If entry &lt;&gt; "" Then
      Take(book, Split(entry, Chr(9)))
    End If
  Loop
  Close #number
  book.calculateAll()
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), saved())
  book.close(True)
End Sub

Sub Take(book, parts)
  sheet = book.Sheets.getByName(parts(1))
  Select Case parts(0)
    Case "type"
      sheet.getCellRangeByName(parts(2)).setString(parts(3))
    Case "unlock"
      book.unprotect("")
      sheet.unprotect("")
    Case "insert row"
      sheet.Rows.insertByIndex(CLng(parts(2)) - 1, 1)
    Case "insert column"
      sheet.Columns.insertByIndex(CLng(parts(2)) - 1, 1)
    Case "rename"
      sheet.Name = parts(2)
    Case "sort"
      Dim field(0) As New com.sun.star.table.TableSortField
      field(0).Field = CLng(parts(3)) - 1
      field(0).IsAscending = False
      Dim order(1) As New com.sun.star.beans.PropertyValue
      order(0).Name = "SortFields"
      order(0).Value = field()
      order(1).Name = "ContainsHeader"
      order(1).Value = False
      sheet.getCellRangeByName(parts(2)).sort(order())
  End Select
End Sub

Sub Measure(source As String, written As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  number = FreeFile
  Open written For Output As #number
  For Each sheet In book.Sheets
    sheet.unprotect("")
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    For index = 0 To cursor.RangeAddress.EndRow
      row = sheet.Rows.getByIndex(index)
      given = row.Height
      row.OptimalHeight = True
      Print #number, Join(Array(sheet.Name, index + 1, given, row.Height), Chr(9))
    Next
  Next
  Close #number
  book.close(True)
End Sub
</script:module>
"""

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
  library:readonly="false" library:passwordprotected="false">
  <library:element library:name="Desk"/>
</library:library>
"""


class Desk:
    """One LibreOffice profile in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.profile = folder / "profile"
        (self.profile / "user").mkdir(parents=True)
        (self.profile / "user" / "registrymodifications.xcu").write_text(SETTINGS)
        # Its first start makes an empty library of macros, over any that is there.
        self._run("--terminate_after_init")
        standard = self.profile / "user" / "basic" / "Standard"
        (standard / "script.xlb").write_text(LIBRARY)
        (standard / "Desk.xba").write_text(MACRO)

    def fill_in(self, source: Path, target: Path, typed: Mapping[tuple[str, str], str]) -> Path:
        """Type text into cells, by sheet and cell, and save under another name."""
        steps = [("type", sheet, cell, text) for (sheet, cell), text in typed.items()]
        return self.work(source, target, steps)

    def work(self, source: Path, target: Path, steps: Iterable[Sequence[object]]) -> Path:
        """Take steps one by one and save under another name.

        Each step is a word, a sheet and what it needs: ``("type", sheet, cell,
        text)``, ``("unlock", sheet)``, ``("insert row", sheet, row)``,
        ``("insert column", sheet, column)``, ``("rename", sheet, name)`` or
        ``("sort", sheet, cells, column)``, from highest to lowest.
        """
        entries = target.with_suffix(".txt")
        lines = ("\t".join(map(str, step)) for step in steps)
        entries.write_text("\n".join(lines), encoding="utf-8")
        self._run(f'macro:///Standard.Desk.Work("{source}","{target}","{entries}")')
        return target

    def measure(self, source: Path) -> dict[tuple[str, int], tuple[int, int]]:
        """The height of every row, as given and as LibreOffice would have it.

        Returns:
            By sheet and row, both in hundredths of a millimetre.
        """
        written = source.with_suffix(".heights.txt")
        self._run(f'macro:///Standard.Desk.Measure("{source}","{written}")')
        lines = [line.split("\t") for line in written.read_text("utf-8").splitlines()]
        return {(sheet, int(row)): (int(given), int(best)) for sheet, row, given, best in lines}

    def convert(self, source: Path, kind: str) -> Path:
        """Save a file as another kind, such as ``pdf``, beside it."""
        self._run("--convert-to", kind, "--outdir", str(source.parent), str(source))
        return source.with_suffix(f".{kind}")

    def _run(self, *arguments: str) -> None:
        options = [f"-env:UserInstallation={self.profile.as_uri()}", "--headless", "--norestore"]
        subprocess.run(
            [str(OFFICE), *options, *arguments], check=True, capture_output=True, timeout=180
        )


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk that the tests of one run share."""
    return Desk(tmp_path_factory.mktemp("libreoffice"))
