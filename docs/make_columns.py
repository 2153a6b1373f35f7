"""Make the page of columns: run it as ``python docs/make_columns.py``.

It runs each command that writes CSV, reads the headers of what comes out, and
those of the workbooks, and says of each column what ``columns.toml`` says. A
test holds the page to it, so run this whenever it says that it is old.
"""

from __future__ import annotations

import csv
import re
import shlex
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import chdir
from io import StringIO
from pathlib import Path

from click.testing import CliRunner
from openpyxl import load_workbook

import commissioning_standards as cs
from commissioning_standards.cli import main as command
from commissioning_standards.examples.council import returned
from commissioning_standards.examples.region import invented_region

HERE = Path(__file__).parent
PAGE = HERE / "columns.md"
EXAMPLES = HERE / "outside-views.md"
DAY = "--on 2026-11-25"
PRINTED = (
    "score leaders.xlsx --format csv",
    "compare leaders.xlsx peers.xlsx --format csv",
    "compare leaders.xlsx --cqc cqc.csv --format csv",
    "cqc cqc.csv --format csv",
    "ascof ascof-2024-25.csv --council Borsetshire --format csv",
    f"enquire leaders.xlsx {DAY} --format csv",
    f"evidence leaders.xlsx {DAY} --format csv",
)
WRITTEN = (
    f"pack leaders.xlsx --last last-year.xlsx {DAY} --web-only -o pack",
    f"account leaders.xlsx --last last-year.xlsx {DAY} -o account",
    "collate returns --mine returns/2026-27-0.json -o region",
    f"support returns {DAY} -o region",
)
COUNCILS, ROUNDS = 12, ("2025-26", "2026-27")
LEVELS = {each.choice for each in cs.load_framework("route-map").scale}
STATEMENTS = {each.id: each.title for each in cs.load_scheme().statements}

HEAD = """# Columns of CSV files and of the workbook

Every CSV file that this software writes, and every table of the workbook, column by column.

All CSV is UTF-8, with commas between cells and a header line. A missing figure is blank and
never nought. Text that a spreadsheet would run as a formula has an apostrophe in front.

Readers of the workbook find tables by their headers and lines by their IDs, and never by address.
"""


def main() -> None:
    """Write the page again."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The page, by running the commands in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        _files()
        parts = [HEAD, "## CSV files\n", *_csv_tables(), "## The workbook\n", *_sheets()]
    return _told("\n".join(parts))


def _told(text: str) -> str:
    """The page, if it says of every column what it holds."""
    unknown = re.findall(r"\| `(.*)` \|  \|", text)
    if unknown:
        raise SystemExit(f"say in columns.toml what these hold: {', '.join(unknown)}")
    return text


def meanings() -> dict[str, dict[str, str]]:
    """What each column holds, of CSV files and of the workbook."""
    return tomllib.loads((HERE / "columns.toml").read_text("utf-8"))


def _files() -> None:
    """The returns and the files that the commands read."""
    for name, content in returned().items():
        Path(name).write_bytes(content)
    saved = r"Save this as `(\S+)`.*?```csv\n(.*?)```"
    for name, content in re.findall(saved, EXAMPLES.read_text("utf-8"), re.DOTALL):
        Path(name).write_text(content, encoding="utf-8")
    Path("returns").mkdir()
    framework = cs.load_framework("route-map")
    for period in ROUNDS:
        for number, each in enumerate(_region(framework, period)):
            path = Path(f"returns/{period}-{number}.json")
            path.write_text(cs.to_json(each), encoding="utf-8")


def _region(framework: cs.Framework, period: str) -> Iterable[cs.Assessment]:
    return invented_region(framework, seed=1, councils=COUNCILS, period=period)


def _csv_tables() -> Iterator[str]:
    found = {_name(each): _run(each) for each in PRINTED}
    for each in WRITTEN:
        _run(each)
    for path in sorted(Path().rglob("*.csv")):
        if path.parent != Path():
            found[path.as_posix()] = path.read_text("utf-8-sig")
    shown: dict[tuple[str, ...], str] = {}
    for name, text in found.items():
        columns = tuple(next(csv.reader(StringIO(text))))
        alike = shown.setdefault(columns, name)
        same = f"The columns are those of `{alike}`.\n"
        yield f"### {name}\n\n{same if alike != name else _table(name, columns, 'csv')}"


def _name(typed: str) -> str:
    """A command as a heading: without the files that it reads, and the day."""
    words = [each for each in shlex.split(typed) if not re.search(r"\.(xlsx|csv)$|^20|--on", each)]
    return " ".join(words).replace(" --council Borsetshire", "")


def _run(typed: str) -> str:
    result = CliRunner().invoke(command, shlex.split(typed), catch_exceptions=False)
    if result.exit_code:
        raise SystemExit(f"{typed}: {result.output}")
    return str(result.stdout)


def _sheets() -> Iterator[str]:
    book = load_workbook("peers.xlsx")
    seen: set[tuple[str, ...]] = set()
    for sheet in book:
        for table in sheet.tables:
            columns = tuple(str(each.value) for each in sheet[sheet.tables[table].ref][0])
            if sheet.sheet_state == "visible" and columns not in seen:
                heading = f"### {sheet.title}, table {table}"
                yield f"{heading}\n\n{_table(sheet.title, columns, 'workbook')}"
            seen.add(columns)


def _table(name: str, columns: Iterable[str], kind: str) -> str:
    known = meanings()[kind]
    rows = (f"| `{each}` | {_meaning(known, each, name)} |" for each in columns)
    return "\n".join(["| column | what it holds |", "| --- | --- |", *rows, ""])


def _meaning(known: dict[str, str], column: str, name: str) -> str:
    special = (f"{column}, {place}" for place in (name, name.rpartition("/")[2]))
    told = (known[each] for each in (*special, column) if each in known)
    statement = STATEMENTS.get(column)
    if column in LEVELS:
        return "what this level looks like"
    if statement:
        return f"CQC's score of *{statement}*"
    return next(told, "")


if __name__ == "__main__":
    main()
