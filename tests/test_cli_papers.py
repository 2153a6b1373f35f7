"""The verbs that make papers, as a performance officer types them."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards.cli import main, reporting
from commissioning_standards.examples.council import example as invented_council
from commissioning_standards.reports import making
from tests.assurance.made import write_ascof
from tests.reports.papers import PAPERS, by_voice, last_round, peer_team

ON = ("--on", "2026-11-25")
STANDARDS = Path(__file__).parents[1] / "standards"


def run(*arguments: str | Path) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def saved(path: str, assessment: cs.Assessment) -> str:
    """A return as JSON in the folder."""
    Path(path).write_text(cs.to_json(evolve(assessment, source=None)), encoding="utf-8")
    return path


def files_in(name: str) -> int:
    """How many files there are below a folder."""
    return sum(each.is_file() for each in Path(name).rglob("*"))


@pytest.fixture
def filled(folder: Path) -> str:
    """The invented council's return."""
    assert folder.is_dir()
    return saved("return.json", invented_council())


def test_a_pack_is_made_of_one_return(filled: str) -> None:
    """One line makes the pack, and says what to open first."""
    result = run("pack", filled, "-o", "out", *ON)

    assert (result.exit_code, result.output) == (
        0,
        f"Made {files_in('out')} files in out; open pack.html first\n",
    )


def test_a_pack_takes_everything_beside_the_return(filled: str) -> None:
    """Last round, a target, the peer team and settings are read, and are in the manifest."""
    own = invented_council()
    last, peers = saved("last.json", last_round(own)), saved("peers.json", peer_team(own))
    more = ("--last", last, "--peers", peers, "--target", "3", "--settings", PAPERS)
    result = run("pack", filled, "-o", "out", "--web-only", *more, *ON)
    found = json.loads(Path("out/manifest.json").read_text())

    assert result.exit_code == 0
    assert [each["role"] for each in found["made_from"]] == [
        "the return",
        "last round",
        "the peer team",
    ]
    assert [each["file"] for each in found["inputs"]] == [filled, last, peers, PAPERS.name]
    assert "data/target.json" in {each["name"] for each in found["files"]}


def test_a_pack_is_made_of_several_returns(folder: Path) -> None:
    """Several returns stand side by side, and what people agreed is scored."""
    own = invented_council()
    names = [saved(f"{index}.json", each) for index, each in enumerate(by_voice(own))]
    agreed = evolve(
        own,
        respondent=cs.Respondent("Agreed in moderation"),
        ratings=[evolve(each, comment=each.comment or "Agreed") for each in own.ratings],
    )
    result = run("pack", *names, "-o", "out", "--agreed", saved("met.json", agreed), *ON)
    scores = json.loads((folder / "out/data/scores.json").read_text())

    assert result.exit_code == 0
    assert scores["overall"]["exact"] == str(cs.score(own).overall.score)
    assert (folder / "out/data/moderation.json").is_file()


def test_an_account_is_made(filled: str) -> None:
    """One line makes the account, of what may be published."""
    result = run("account", filled, "-o", "out", "--settings", PAPERS, *ON)

    assert (result.exit_code, result.output) == (
        0,
        f"Made {files_in('out')} files in out; open index.html first\n",
    )
    assert "Coproduction lead" not in Path("out/index.html").read_text(encoding="utf-8")


def test_periods_that_do_not_fit_are_told(filled: str) -> None:
    """A peer team's return of years ago is named with both periods, and stops nothing."""
    peers = saved("peers.json", evolve(peer_team(invented_council()), period="2019-20"))
    result = run("account", filled, "--peers", peers, "--preview", *ON)

    assert result.exit_code == 0
    assert "peers.json: Its period is “2019-20”, and that of the council's own" in result.stderr


def test_a_preview_writes_nothing(filled: str) -> None:
    """What is left out is listed, and no folder is made."""
    result = run("account", filled, "--preview", "-o", "out", *ON)

    assert result.exit_code == 0
    assert "Provider survey" in result.output
    assert not Path("out").exists()


def test_a_preview_is_json_where_asked_for(filled: str) -> None:
    """Only JSON stands on standard output."""
    result = run("account", filled, "--preview", "--format", "json", *ON)

    assert json.loads(result.stdout)["schema"] == "commissioning-standards/left-out/1"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("pack", "return.json"), "say where to: -o DIR"),
        (("account", "return.json"), "look first with --preview"),
        (("account", "return.json", "-o", "out", "--format", "json"), "how --preview is written"),
        (("pack", "return.json", "-o", "out", "--target", "9"), "off the scale"),
        (("pack", "return.json", "-o", "out", "--agreed", "return.json"), "several returns"),
    ],
)
def test_wrong_usage_is_told(filled: str, arguments: tuple[str, ...], told: str) -> None:
    """What cannot be meant ends with 2, and makes nothing."""
    result = run(*arguments)

    assert (result.exit_code, told in result.stderr) == (2, True)
    assert [each.name for each in Path().iterdir()] == [filled]


def test_every_problem_of_every_file_is_told(filled: str) -> None:
    """A return and settings that cannot be read are told together, and nothing is made."""
    Path("bad.toml").write_text('[council]\ncolour = "pink"')
    result = run("pack", filled, "none.json", "-o", "out", "--settings", "bad.toml")

    assert result.exit_code == 1
    assert "none.json" in result.stderr
    assert "bad.toml (council.colour)" in result.stderr
    assert not Path("out").exists()


def test_nothing_is_replaced_unless_forced(filled: str) -> None:
    """A pack that is there stays, unless it may be replaced."""
    arguments = ("account", filled, "-o", "out", *ON)
    run(*arguments)

    assert run(*arguments).exit_code == 2
    assert run(*arguments, "--force").exit_code == 0


def test_a_return_is_never_replaced(folder: Path) -> None:
    """A return that has the name of an output stays, even where replacing is allowed."""
    (folder / "out").mkdir()
    name = saved("out/manifest.json", invented_council())
    before = Path(name).read_bytes()
    result = run("account", name, "-o", "out", "--force", *ON)

    assert (result.exit_code, "never replaced" in result.stderr) == (2, True)
    assert Path(name).read_bytes() == before


def test_a_missing_extra_is_told_before_any_work(
    filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra, one line says what to install, or how to do without."""
    monkeypatch.setattr(making, "find_spec", lambda _: None)
    result = run("pack", filled, "-o", "out")

    assert result.exit_code == 2
    assert "python-docx and python-pptx" in result.stderr
    assert "--web-only" in result.stderr


def test_progress_is_told_at_a_terminal(
    filled: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever waits at a terminal sees what is being made; a script does not."""
    assert filled
    reporting._progress("Data")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    reporting._progress("Charts")

    assert capsys.readouterr().err == "Charts…\n"


def test_a_settings_file_is_made_and_kept(filled: str) -> None:
    """It can be given to both papers at once, and is not replaced unless it may be."""
    made = run("settings", "-o", "own.toml")
    again, forced = run("settings", "-o", "own.toml"), run("settings", "-o", "own.toml", "--force")
    used = run("account", filled, "-o", "out", "--settings", "own.toml", *ON)

    assert (made.exit_code, made.output) == (0, "Made own.toml\n")
    assert (again.exit_code, forced.exit_code, used.exit_code) == (2, 0, 0)


def test_what_a_file_discloses_is_listed(filled: str) -> None:
    """A pack discloses nothing, and a workbook its hidden sheet, which ends with 1."""
    run("pack", filled, "-o", "out", *ON)
    cs.write_workbook(invented_council(), "book.xlsx")
    clean, book = run("disclose", "out/pack.docx"), run("disclose", "book.xlsx")

    assert (clean.exit_code, clean.output) == (0, "out/pack.docx: nothing hidden was found.\n")
    assert (book.exit_code, "hidden sheet: About this file" in book.output) == (1, True)


def test_what_is_disclosed_is_json_where_asked_for(filled: str) -> None:
    """Only JSON stands on standard output."""
    run("pack", filled, "-o", "out", *ON)
    result = run("disclose", "out/slides.pptx", "--format", "json")

    assert json.loads(result.stdout)["files"] == [{"file": "out/slides.pptx", "found": []}]


def test_every_file_that_cannot_be_looked_through_is_told(filled: str) -> None:
    """All of them are told at once, and what the others disclose is listed all the same."""
    cs.write_workbook(invented_council(), "book.xlsx")
    result = run("disclose", filled, "book.xlsx", "none.docx")

    assert (result.exit_code, "hidden sheet: About this file" in result.stdout) == (1, True)
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == [
        "return.json",
        "none.docx",
    ]


def test_nothing_is_listed_where_no_file_can_be_looked_through(filled: str) -> None:
    """There is only what is wrong."""
    result = run("disclose", filled)

    assert (result.exit_code, result.stdout) == (1, "")


def test_outside_views_stand_in_the_pack(filled: str) -> None:
    """With CQC's scores and ASCOF given, the pack shows both beside the council's own view."""
    council = invented_council().council
    names = [each.title for each in cs.load_scheme("cqc").statements]
    lines = [["council", *names], [council, *"233332332"]]
    with Path("cqc.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    write_ascof(Path("ascof-2024-25.csv"), councils=9)
    text = Path("ascof-2024-25.csv").read_text("utf-8")
    Path("ascof-2024-25.csv").write_text(text.replace("Council E06000001", council), "utf-8")
    given = ("--cqc", "cqc.csv", "--ascof", "ascof-2024-25.csv")
    result = run("pack", filled, "-o", "out", "--web-only", *given, *ON)
    page = Path("out/pack.html").read_text("utf-8")

    assert result.exit_code == 0
    assert "ascof-2024-25.csv: The year 2024-25 is taken from the file's name." in result.stderr
    assert "Each of CQC&#39;s statements in both views" in page
    assert "The council&#39;s figures beside those of wider places" in page
    assert "cannot be used to make judgements" in page
    inputs = json.loads(Path("out/manifest.json").read_text("utf-8"))["inputs"]
    sums = {each["file"]: each["sha256"] for each in inputs}
    for name in ("cqc.csv", "ascof-2024-25.csv"):
        assert sums[name] == hashlib.sha256(Path(name).read_bytes()).hexdigest()


def test_a_council_of_an_unknown_place_can_be_set_beside_its_region(filled: str) -> None:
    """Where region and type are given, ASCOF's figures of both stand in the pack."""
    write_ascof(Path("ascof-2024-25.csv"), councils=9)
    text = Path("ascof-2024-25.csv").read_text("utf-8")
    named = text.replace("Council E06000001", invented_council().council)
    Path("ascof-2024-25.csv").write_text(named.replace("E06000001", "E06999999"), "utf-8")
    places = ("--region", "South West", "--type", "Shire county")
    command = ("pack", filled, "-o", "out", "--web-only", *ON)
    alone = run(*command, *places)
    result = run(*command, *places, "--ascof", "ascof-2024-25.csv")

    assert (alone.exit_code, "--region and --type go with --ascof" in alone.stderr) == (2, True)
    assert result.exit_code == 0
    assert "beside South West" in Path("out/pack.html").read_text("utf-8")


@pytest.mark.parametrize("verb", ["pack", "account"])
def test_a_council_may_be_called_otherwise_in_cqcs_file(filled: str, verb: str) -> None:
    """What to do about it is told, and works for each paper."""
    names = [each.title for each in cs.load_scheme("cqc").statements]
    with Path("cqc.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["council", *names], ["Borset", *"233332332"]])
    command = (verb, filled, "-o", "out", *ON, "--cqc", "cqc.csv")
    web = ("--web-only",) if verb == "pack" else ()
    refused = run(*command, *web)

    assert (refused.exit_code, "--council NAME" in refused.stderr) == (1, True)
    assert run(*command, *web, "--council", "Borset").exit_code == 0


def test_the_pack_takes_a_scheme_and_ties_of_ones_own(filled: str) -> None:
    """With another edition, the pack needs ties to it, and then names the edition."""
    council = invented_council().council
    names = [each.title for each in cs.load_scheme("cqc").statements]
    with Path("cqc.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["council", *names], [council, *"233332332"]])
    for name, path in {"cqc/2023": "next.toml", "crosswalks/route-map-cqc": "ties.toml"}.items():
        text = (STANDARDS / f"{name}.toml").read_text("utf-8")
        Path(path).write_text(text.replace('edition = "2023"', 'edition = "2027"'), "utf-8")
    command = ("pack", filled, "-o", "out", "--web-only", *ON, "--scheme", "next.toml")
    refused = run(*command, "--cqc", "cqc.csv")

    assert (refused.exit_code, Path("out").exists()) == (1, False)
    assert "(2027)" in refused.stderr
    assert run(*command).exit_code == 2
    assert run(*command, "--cqc", "cqc.csv", "--crosswalk", "ties.toml").exit_code == 0
    assert "Scheme cqc, edition 2027" in Path("out/pack.html").read_text("utf-8")


def test_outside_views_stand_in_the_account(filled: str) -> None:
    """With the peer team's return and CQC's scores, residents see both beside the council's."""
    own = invented_council()
    names = [each.title for each in cs.load_scheme("cqc").statements]
    with Path("cqc.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["council", *names], [own.council, *"233332332"]])
    given = ("--peers", saved("peers.json", peer_team(own)), "--cqc", "cqc.csv")
    result = run("account", filled, "-o", "out", *given, *ON)
    page = Path("out/index.html").read_text("utf-8")
    inputs = json.loads(Path("out/manifest.json").read_text())["inputs"]

    assert result.exit_code == 0
    assert "We see these as better than the peer team does" in page
    assert "Each of CQC&#39;s statements in both views" in page
    assert [each["file"] for each in inputs] == [
        "the return",
        "the peer team",
        "Beside CQC's scores",
    ]


def test_an_outside_view_that_cannot_be_read_makes_no_pack(filled: str) -> None:
    """A file of scores that is not there is one message, and no folder."""
    result = run("pack", filled, "-o", "out", "--web-only", "--cqc", "none.csv", *ON)

    assert result.exit_code == 1
    assert "none.csv" in result.stderr
    assert not Path("out").exists()
