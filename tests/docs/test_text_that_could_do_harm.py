"""The page on what is protected: text, links and files of others do nothing in what is made."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest
from attrs import evolve
from click.testing import CliRunner
from pptx import Presentation

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.returns import read_return, return_from
from commissioning_standards.workbook.reading.intake import LARGEST_CONTENT, LARGEST_FILE
from tests.docs.marked import DAY, marked
from tests.docs.pages import page
from tests.reports.test_hostile import hostile
from tests.test_text import depth

NAME = "what-is-protected.md"
ON = ("--on", "2026-11-25")
TURNED = "a\u202eb\u2067c"
STEERING = "n\x1b[31m\x1b]0;t\x07\x9b\u202e"
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FORMULA = "=HYPERLINK(1)"
RUN_BY_A_SPREADSHEET = ("=", "+", "-", "@", "\t", "\r")
BAD_LINKS = (
    "file:///c:/a.exe",
    "file://a.example/a.exe",
    "ftp://a.example/a",
    "javascript:alert(1)",
    "ms-word:ofe|u|https://a.example/a.docm",
)
GOOD_LINKS = ("https://a.example/a", "mailto:a@a.example")


def run(*arguments: str) -> str:
    """Run the command, and give what it said, as a terminal would be sent it."""
    return CliRunner().invoke(main, arguments, color=True, catch_exceptions=False).output


def saved(name: str, assessment: cs.Assessment) -> str:
    """A return as JSON in the folder."""
    text = cs.to_json(evolve(assessment, source=None))
    Path(name).write_text(text, encoding="utf-8")
    return name


def views(text: str) -> tuple[str, str]:
    """Two returns of one council with a text in every field, which differ wherever they can."""
    own = hostile(cs.load_framework("route-map"), text)
    levels = own.framework.scale.levels
    other = evolve(
        own,
        respondent=cs.Respondent(f"{text}2", cs.Voice.PROVIDERS),
        ratings=[evolve(each, answer=levels[-1], comment=text) for each in own.ratings],
    )
    return saved("own.json", own), saved("other.json", other)


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Papers of a return in which every text turns the direction of writing."""
    folder, before = tmp_path_factory.mktemp("turned"), Path.cwd()
    os.chdir(folder)
    own, other = views(TURNED)
    run("pack", own, "-o", "pack", *ON)
    run("account", own, "-o", "account", *ON)
    run("chart", own, other, "--kind", "all", "-o", "charts", *ON)
    own_before = evolve(read_return(Path(own)), period=f"{TURNED}1")
    last = saved("last.json", own_before)
    for kind in ("radar", "dots", "heat-map", "multiples"):
        run("chart", own, last, "--kind", kind, "-o", f"rounds-{kind}.svg")
    run("moderate", own, other, "-o", "meeting.xlsx")
    Path("returns").mkdir()
    for each in (own, other):
        Path("returns", each).write_bytes(Path(each).read_bytes())
    run("collate", "returns", "-o", "region", "--jobs", "1")
    yield folder
    os.chdir(before)


class Words(HTMLParser):
    """The texts of a page, but those that an element of its own keeps apart from what follows."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.element = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notice where a text begins."""
        del attrs
        self.element = tag

    def handle_data(self, data: str) -> None:
        """Keep a text, unless it is somebody's own and isolated."""
        if (self.element, data) != ("bdi", TURNED):
            self.said.append(data)


def texts(path: Path) -> Iterator[str]:
    """Every text that somebody reads as one, in a paper of any kind."""
    match path.suffix:
        case ".docx":
            root = docx.Document(str(path)).element.body
            yield from ("".join(each.itertext()) for each in root.iter() if each.tag.endswith("}p"))
        case ".pptx":
            for slide in Presentation(str(path)).slides:
                paragraphs = (each for each in slide.element.iter() if each.tag.endswith("}p"))
                yield from ("".join(each.itertext()) for each in paragraphs)
        case ".svg":
            yield from (each.text or "" for each in ET.parse(path).iter())  # noqa: S314 - our own
        case ".xlsx":
            part = ZipFile(path).read("xl/sharedStrings.xml")
            cells = ("".join(each.itertext()) for each in ET.fromstring(part))  # noqa: S314
            # What ends with a cell turns nothing; words of ours stand in the other cells.
            yield from (each for each in cells if each != TURNED)
        case ".html":
            yield from Words(path.read_text(encoding="utf-8")).said
        case ".txt":
            yield path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "paper",
    [
        *("pack/pack.docx", "pack/slides.pptx", "pack/pack.html", "account/index.html"),
        *("charts/index.html", "charts/radar.svg", "charts/dots.svg", "charts/heat-map.svg"),
        *("charts/spread.svg", "charts/evidence.svg", "charts/multiples.svg"),
        *("rounds-radar.svg", "rounds-dots.svg", "rounds-heat-map.svg", "rounds-multiples.svg"),
        *("pack/charts/radar.txt", "meeting.xlsx", "region/confidential/problems.txt"),
    ],
)
def test_a_text_turns_nothing_after_it_in_a_paper(turned: Path, paper: str) -> None:
    """Where marks that turn direction stand in a paper, they end in the same line."""
    lines = [line for text in texts(turned / paper) for line in text.split("\n")]

    assert len(lines) >= 3
    assert [line for line in lines if depth(line)] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "own.json"),
        ("score", "own.json"),
        ("score", "own.json", "--explain", "4"),
        ("score", "own.json", "--sensitivity"),
        ("moderate", "own.json", "other.json"),
        ("compare", "own.json", "other.json"),
        ("enquire", "own.json", "--beside", "other.json", *ON),
        ("evidence", "own.json", *ON),
        ("account", "own.json", "--preview", *ON),
    ],
    ids=" ".join,
)
def test_a_text_turns_nothing_after_it_in_a_message(
    turned: Path, arguments: tuple[str, ...]
) -> None:
    """What is printed goes on in its own direction after a name."""
    assert turned.is_dir()
    said = run(*arguments)

    assert len(said) > 40
    assert [line for line in said.splitlines() if depth(line)] == []


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("start", ["", "bad", "none"])
def test_no_name_of_a_file_steers_a_terminal(here: Path, start: str) -> None:
    """Whether a return can be read, cannot, or is not there, its name is shown and does nothing."""
    name = f"{start}{STEERING}.json"
    saved(f"{STEERING}.json", marked())
    (here / f"bad{STEERING}.json").write_text("{")
    said = [
        run("check", name),
        run("check", name, "--mark-up", f"{name}.out.json"),
        run("verify", name),
        run("disclose", name),
        *(run("score", name, *each) for each in ((), ("--explain", "4"), ("--sensitivity",))),
        run("evidence", name),
        run("enquire", name),
        run("compare", name, f"{STEERING}.json"),
        run("moderate", name, "-o", f"{name}.xlsx"),
        run("account", name, "--preview"),
        run("account", name, "-o", f"{name}.account"),
        run("chart", name, "-o", f"{name}.svg"),
        run("new", "--from", name, "-o", f"{name}.new.xlsx"),
        run("collate", ".", "-o", f"{name}.region", "--jobs", "1"),
    ]

    assert [each for each in said if CONTROLS.search(each)] == []
    assert all(said)


def test_no_cell_of_any_csv_is_a_formula(here: Path) -> None:
    """Whichever verb writes it: text that a spreadsheet would run has an apostrophe in front."""
    own, other = views(FORMULA)
    printed = [
        run("score", own, "--format", "csv"),
        run("compare", own, other, "--format", "csv"),
        run("enquire", own, "--beside", other, "--format", "csv", *ON),
        run("evidence", own, "--format", "csv", *ON),
    ]
    run("pack", own, "--web-only", "-o", "pack", *ON)
    (here / "returns").mkdir()
    saved("returns/own.json", marked())
    for each in (own, other):
        Path("returns", f"=1+{each}").write_bytes((here / each).read_bytes())
    (here / "returns" / "=bad.json").write_text(f'{{"schema": "{FORMULA}"}}', encoding="utf-8")
    run("collate", "returns", "-o", "region", "--jobs", "1")
    run("support", "returns", "-o", "region", *ON)
    files = [each for each in here.rglob("*.csv") if each.parent.name != "returns"]
    tables = [*printed, *(each.read_text(encoding="utf-8") for each in files)]
    cells = [cell for each in tables for row in csv.reader(StringIO(each)) for cell in row]
    figure = re.compile(r"-?\d+([./]\d+)?")

    assert {"problems.csv", "table.csv", "support.csv", "actions.csv"} <= {e.name for e in files}
    assert [each for each in cells if f"'{FORMULA}" in each] != []
    assert [
        each
        for each in cells
        if each.startswith(RUN_BY_A_SPREADSHEET) and not figure.fullmatch(each)
    ] == []


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Papers of a return whose evidence has links of every kind."""
    folder, before = tmp_path_factory.mktemp("linked"), Path.cwd()
    os.chdir(folder)
    links = (*BAD_LINKS, *GOOD_LINKS)
    evidence = [cs.Evidence(f"No. {link}", "1", date=DAY, link=link, public=True) for link in links]
    own = evolve(marked(), evidence=evidence)
    cs.write_workbook(own, "own.xlsx")
    run("pack", saved("own.json", own), "-o", "pack", *ON)
    run("account", "own.json", "-o", "account", *ON)
    other = saved("b.json", marked("b", voice=cs.Voice.PROVIDERS))
    run("moderate", "own.json", other, "-o", "meeting.xlsx")
    yield folder
    os.chdir(before)


def leads_to(path: Path) -> set[str]:
    """Where a paper leads, beyond itself."""
    if path.suffix == ".html":
        found = re.findall(r'(?:href|src)="([^"]*)"', path.read_text(encoding="utf-8"))
        return {each for each in found if not each.startswith(("#", "data:image/"))}
    targets: set[str] = set()
    with ZipFile(BytesIO(path.read_bytes())) as archive:
        for name in (each for each in archive.namelist() if each.endswith(".rels")):
            relations = ET.fromstring(archive.read(name))  # noqa: S314 - our own
            away = (each for each in relations if each.get("TargetMode") == "External")
            targets |= {each.get("Target", "") for each in away}
    return targets


@pytest.mark.parametrize("paper", ["pack/pack.html", "pack/pack.docx", "account/index.html"])
def test_only_links_to_pages_and_addresses_stay_links(linked: Path, paper: str) -> None:
    """Web pages and e-mail addresses can be followed, and nothing else can."""
    assert leads_to(linked / paper) == set(GOOD_LINKS)


@pytest.mark.parametrize("paper", ["own.xlsx", "meeting.xlsx", "pack/slides.pptx"])
def test_other_papers_lead_nowhere(linked: Path, paper: str) -> None:
    """In workbooks and slides, what others gave as links is text."""
    assert leads_to(linked / paper) == set()


@pytest.mark.parametrize(
    "paper", ["own.xlsx", "meeting.xlsx", "pack/slides.pptx", "pack/pack.docx"]
)
def test_nothing_in_it_can_run(linked: Path, paper: str) -> None:
    """No macro, no control, no embedded program and no add-in is in an office file."""
    with ZipFile(linked / paper) as archive:
        names = [each for each in archive.namelist() if not each.endswith((".rels", "/"))]
    kinds = {Path(each).suffix for each in names}

    assert kinds <= {".xml", ".png", ".xlsx"}, kinds
    assert not [each for each in names if "vba" in each.lower() or "activex" in each.lower()]


def test_the_sizes_are_those_of_the_page() -> None:
    """The page says how much a return may hold, packed and unpacked."""
    told = re.findall(r"(\d+) MB", page(NAME))

    assert [int(each) * 10**6 for each in told] == [LARGEST_FILE, LARGEST_CONTENT]


@pytest.mark.parametrize("ending", ["xlsx", "json"])
def test_a_return_that_is_too_big_is_refused(here: Path, ending: str) -> None:
    """One byte more than the page says, and it is told in a sentence and not read."""
    with (here / f"return.{ending}").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)

    assert "The file is far larger than a return can be (20 MB)" in run("check", f"return.{ending}")


@pytest.mark.parametrize("over", [0, 1])
def test_json_in_memory_has_the_same_limit(over: int) -> None:
    """What a worker of a cluster was sent is held to it too, and no more strictly."""
    content = cs.to_json(marked()).encode()
    whole = content + b" " * (LARGEST_FILE + over - len(content))
    if over:
        with pytest.raises(cs.AssessmentError, match="far larger"):
            return_from(whole, "a.json")
    else:
        assert return_from(whole, "a.json").council == marked().council
