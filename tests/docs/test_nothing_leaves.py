"""The page on what is protected: what is read stays as it was, and nothing goes anywhere."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve, frozen
from click.testing import CliRunner

import commissioning_standards as cs
from commissioning_standards.cli import main
from tests.assurance.made import write_ascof
from tests.docs import offline
from tests.docs.marked import found_in, mark, marked
from tests.docs.pages import ROOT
from tests.region.made import write_returns

COUNCIL = "Council E06000001"
# A bad cell, and files that do not verify, end with 1; the region's returns are all good.
ENDS_WITH_ONE = {"check", "disclose", "verify"}
WRITE_NOTHING = {"cqc", "disclose", "enquire", "evidence", "show", "verify"}


@frozen
class Run:
    """What came of every verb.

    Args:
        ended: by verb: how it ended, how the second time, whether that changed
            nothing, and what it said.
        before: the files that were read, as they were.
        given: their folder.
        told: what was asked of the network.
        home: the user's own folder and the one for temporary files.
    """

    ended: dict[str, list[Any]]
    before: dict[Path, bytes]
    given: Path
    told: str
    home: Path


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Every verb has been run twice, in a process that has no network."""
    folder = tmp_path_factory.mktemp("offline")
    names = ("given", "out", "start", "home/temporary")
    given, out, start, temporary = (folder / each for each in names)
    for each in (given, out, start, temporary):
        each.mkdir(parents=True)
    _give(given)
    (start / "sitecustomize.py").write_text(offline.REFUSING, encoding="utf-8")
    log = folder / "told.txt"
    log.touch()
    before = offline.content(given)
    done = subprocess.run(
        [sys.executable, "-m", "tests.docs.offline", str(given), str(out)],
        check=False,
        cwd=ROOT,
        env=_environment(start, temporary, log),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return Run(json.loads(done.stdout), before, given, log.read_text(), folder / "home")


def _environment(start: Path, temporary: Path, log: Path) -> dict[str, str]:
    """A user of its own, for whom the network is refused from the start."""
    path = os.pathsep.join([str(start), *filter(None, sys.path)])
    own = {"PYTHONPATH": path, "TMPDIR": str(temporary), "HOME": str(temporary.parent)}
    return {**os.environ, **own, "TOLD": str(log)}


def _give(given: Path) -> None:
    own = evolve(marked(), council=COUNCIL, period="2026-27", findings=())
    views = {
        "own": own,
        "b": evolve(own, respondent=cs.Respondent("B", cs.Voice.PROVIDERS)),
        "peers": evolve(own, respondent=cs.Respondent("P", cs.Voice.PEER_TEAM)),
    }
    for name, each in views.items():
        (given / f"{name}.json").write_text(cs.to_json(each), encoding="utf-8")
    (given / "bad.json").write_text("{", encoding="utf-8")
    (given / "s.toml").write_text("[account]\nall_actions = true\n", encoding="utf-8")
    cs.write_workbook(own, given / "own.xlsx")
    _write_bad(given / "bad.xlsx", own)
    with (given / "cqc.csv").open("w", encoding="utf-8", newline="") as file:
        statements = [each.title for each in cs.load_scheme("cqc").statements]
        csv.writer(file).writerows([["council", *statements], [COUNCIL, *"233332332"]])
    write_ascof(given / "ascof-2024-25.csv", councils=20)
    write_returns(given / "region", 11)


def _write_bad(path: Path, own: cs.Assessment) -> None:
    """A workbook whose one comment, that explains why something does not apply, is gone."""
    cs.write_workbook(own, path)
    book = openpyxl.load_workbook(path)
    for cell in (each for sheet in book for row in sheet.iter_rows() for each in row):
        if cell.value == mark("reason"):
            cell.value = None
    book.save(path)


def test_every_verb_does_its_work_without_a_network(everything: Run) -> None:
    """Each ends as it does with one, and none has asked for any."""
    ended = {name: first for name, (first, *_) in everything.ended.items()}

    assert set(ended) == set(main.commands)
    assert ended == {name: int(name in ENDS_WITH_ONE) for name in ended}, everything.ended
    assert everything.told == "socket.getaddrinfo\n", "only the one that shows that it is refused"


def test_no_verb_changes_what_it_reads(everything: Run) -> None:
    """Files and folders that are read stay as they were, byte for byte, and nothing is added."""
    assert offline.content(everything.given) == everything.before


def test_no_verb_writes_over_what_is_there(everything: Run) -> None:
    """Asked for the same again, each that writes refuses, and leaves every file as it was."""
    for name, (_, again, same, said) in everything.ended.items():
        assert same, name
        assert name in WRITE_NOTHING or again == 2, (name, said)


def test_nothing_is_kept_elsewhere(everything: Run) -> None:
    """No word of a return stands in the user's own folder, and nothing temporary is left."""
    left = [each for each in everything.home.rglob("*") if each.is_file()]

    assert not [each for each in left if each.is_relative_to(everything.home / "temporary")]
    assert found_in(left) == set()


READ_AND_WRITTEN = (
    ("score", "own.json", "-o", "own.json"),
    ("score", "own.xlsx", "-o", "./own.xlsx"),
    ("score", "own.xlsx", "-o", "link.xlsx"),
    ("chart", "own.svg", "-o", "own.svg"),
    ("chart", "set/radar.svg", "--kind", "all", "-o", "set"),
    ("compare", "own.json", "--cqc", "c.svg", "--chart", "c.svg"),
    ("moderate", "own.xlsx", "own.json", "-o", "own.json"),
    ("new", "--from", "own.xlsx", "-o", "own.xlsx"),
    ("check", "own.xlsx", "--mark-up", "own.xlsx"),
    ("pack", "set/manifest.json", "--web-only", "-o", "set"),
    ("pack", "own.xlsx", "--last", "set/manifest.json", "--web-only", "-o", "set"),
    ("account", "set/manifest.json", "-o", "set"),
    ("collate", "region/confidential/manifest.json", "-o", "region"),
    ("buddies", "region/confidential/buddies.json", "-o", "region"),
    ("support", "region/confidential/support.json", "-o", "region"),
    ("ascof", "own.xlsx", "--council", "X", "--into", "own.xlsx", "-o", "own.xlsx"),
)


@pytest.fixture(scope="module")
def returns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Returns under the very names that verbs would write."""
    folder, before = tmp_path_factory.mktemp("read"), Path.cwd()
    os.chdir(folder)
    cs.write_workbook(marked(), "own.xlsx")
    Path("link.xlsx").symlink_to("own.xlsx")
    for name in ("own.svg", "c.svg", "set/radar.svg"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(Path("own.xlsx").read_bytes())
    kept = ("manifest", "buddies", "support")
    for name in ("own.json", *(f"region/confidential/{each}.json" for each in kept)):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(cs.to_json(marked()), encoding="utf-8")
    before_this = evolve(marked(), period="2025-26")
    Path("set/manifest.json").write_text(cs.to_json(before_this), encoding="utf-8")
    yield folder
    os.chdir(before)


@pytest.mark.parametrize("arguments", READ_AND_WRITTEN, ids=" ".join)
def test_a_file_that_is_read_is_never_written_over(
    returns: Path, arguments: tuple[str, ...]
) -> None:
    """Also with ``--force``, and however the file is named, it stays as it was."""
    before = offline.content(returns)
    result = CliRunner().invoke(main, [*arguments, "--force"], catch_exceptions=False)
    after = offline.content(returns)

    assert (result.exit_code, "is never replaced" in result.output) == (2, True), result.output
    assert {name: after.get(name) for name in before} == before
