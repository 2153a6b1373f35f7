"""The command, as a service manager types it and as a script runs it."""

from __future__ import annotations

import csv
import errno
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve
from click.testing import CliRunner, Result

import commissioning_standards as cs
from commissioning_standards import demo as demo_module
from commissioning_standards import tables
from commissioning_standards.cli import main
from commissioning_standards.guide import overview, show_part
from commissioning_standards.tables import table_text
from commissioning_standards.version import VERSION
from commissioning_standards.workbook.writing.writer import workbook_bytes

PROGRAM = "from commissioning_standards.cli import main; main()"
HEADER = """
id = "ours"
edition = "2026"
title = "Our own standards"

[[levels]]
id = "no"
value = 0
label = "No"

[[levels]]
id = "yes"
value = 1
label = "Yes"

[[domains]]
id = "all"
title = "All"
"""
STANDARD = """
number = 1
id = "listening"
domain = "all"
title = "Listening"
summary = "People are heard."
statement = "I am heard."

[[criteria]]
id = "1.1"
name = "Asked"
question = "Are people asked?"
levels = { no = "They are not.", yes = "They are." }
"""


def run(*arguments: str | Path) -> Result:
    """Run the command; a crash is a crash."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def workbook(example: cs.Assessment) -> bytes:
    """The invented council's workbook."""
    return workbook_bytes(example)


@pytest.fixture
def filled(folder: Path, workbook: bytes) -> Path:
    """A filled-in workbook."""
    path = folder / "return.xlsx"
    path.write_bytes(workbook)
    return path


@pytest.fixture
def second(folder: Path, example: cs.Assessment) -> Path:
    """Another council's return of the round before, as JSON."""
    path = folder / "second.json"
    other = evolve(example, council="Felpersham", period="2025-26", ratings=example.ratings[:20])
    path.write_text(cs.to_json(other), "utf-8")
    return path


@pytest.fixture
def bad(folder: Path) -> Path:
    """A file with two problems."""
    path = folder / "bad.json"
    document = {"schema": "commissioning-standards/assessment/1", "framework": "route-map"}
    path.write_text(json.dumps(document | {"council": 1, "period": 2}))
    return path


@pytest.fixture
def own(folder: Path) -> Path:
    """A council's own framework."""
    path = folder / "our own standards"
    path.mkdir()
    (path / "framework.toml").write_text(HEADER)
    (path / "listening.toml").write_text(STANDARD)
    return path


def test_it_runs_as_a_program(filled: Path) -> None:
    """Run as a process of its own it prints the table, and says by its status that it is done."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "score", filled], capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("Self-assessment of Borsetshire County Council")


def in_trouble(monkeypatch: pytest.MonkeyPatch, trouble: OSError, *arguments: Path) -> Result:
    """What becomes of it where the scores cannot be printed."""

    def fail(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(tables, "scores_text", fail)
    return CliRunner().invoke(main, ["score", *map(str, arguments)])


def test_a_full_disk_behind_the_output_is_told(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be printed is one sentence, and the status of what cannot be written."""
    result = in_trouble(monkeypatch, OSError(errno.ENOSPC, "No space left"), filled)

    assert result.exit_code == 2
    assert "standard output: It could not be written: No space left." in result.stderr


def test_a_pipe_that_was_closed_ends_quietly(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads only the first lines is told nothing."""
    result = in_trouble(monkeypatch, BrokenPipeError(errno.EPIPE, "Broken pipe"), filled)

    assert (result.exit_code, result.output) == (1, "")


def test_trouble_with_a_file_that_nobody_expected_is_not_hidden(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a fault of this software, and has to be seen."""
    result = in_trouble(monkeypatch, PermissionError(errno.EACCES, "No", "some.file"), filled)

    assert isinstance(result.exception, PermissionError)


def test_without_a_verb_it_says_what_there_is() -> None:
    """Somebody who types the bare name is shown where to start."""
    result = run()

    assert result.exit_code == 2
    assert "Start with: commissioning-standards demo" in result.output


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_every_verb_explains_itself(verb: str) -> None:
    """Help says what a verb does, and what each of its options is for."""
    result = run(verb, "--help")
    command = main.commands[verb]
    helps = [
        getattr(each, "help", None) for each in command.params if each.param_type_name == "option"
    ]

    assert (result.exit_code, result.stderr) == (0, "")
    assert command.get_short_help_str().rstrip(".") in " ".join(result.stdout.split())
    assert all(helps)


def test_help_lists_every_verb() -> None:
    """The verbs can be found without any paper."""
    listed = run("--help").stdout

    assert all(f"  {verb} " in listed for verb in main.commands)


def test_it_tells_its_version() -> None:
    """The version is told, for whoever reports a fault."""
    assert run("--version").stdout == f"commissioning-standards, version {VERSION}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["score"],
        ["check"],
        ["chart"],
        ["chart", "return.xlsx"],
        ["score", "return.xlsx", "--rule", "median"],
        ["score", "return.xlsx", "--format", "xml"],
        ["check", "return.xlsx", "--format", "csv"],
        ["chart", "return.xlsx", "-o", "radar.svg", "--target", "high"],
        ["new", "--voice", "Somebody"],
        ["demo", "here", "there"],
    ],
)
def test_wrong_usage_has_its_own_status(folder: Path, arguments: list[str]) -> None:
    """What is typed wrongly ends with status 2, is explained, and makes nothing."""
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr
    assert files_in(folder) == {}


def test_demo_does_the_whole_job_in_few_lines(folder: Path) -> None:
    """One command makes everything, and says in under ten lines what to open."""
    result = run("demo", "here")
    lines = result.stdout.splitlines()
    names = [path.name for path in (folder / "here").iterdir()]

    assert (result.exit_code, result.stderr) == (0, "")
    assert len(lines) < 10
    assert [name for name in names if name not in result.stdout] == []


def test_demo_says_what_would_make_the_papers(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra, one line says what to install for the pack and the account."""
    monkeypatch.setattr(demo_module, "missing_libraries", lambda: ["python-pptx"])
    result = run("demo", "here")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == (
        'For a peer team\'s pack and an account too: pip install ".[reports]"'
    )
    assert not (folder / "here" / "pack").exists()


def test_demo_needs_no_folder(folder: Path) -> None:
    """Without a folder the demonstration makes one, and says where."""
    result = run("demo")

    assert result.stdout.splitlines()[0] == f"Made in {folder / 'commissioning-standards-demo'}:"


def test_demo_of_a_region_says_what_is_next(folder: Path) -> None:
    """A region's returns are made, and the command that brings them together is told."""
    result = run("demo", "--region")
    *_, following = result.stdout.splitlines()

    assert (result.exit_code, result.stderr) == (0, "")
    assert "  returns: 46 returns of an invented region" in result.stdout
    assert following == "Next, there: commissioning-standards collate returns -o region"
    assert len(list((folder / "region-demo" / "returns").iterdir())) == 46


def test_demo_does_not_overwrite(folder: Path) -> None:
    """Files that are in its way are left, and named; nothing else is made."""
    (folder / "scores.txt").write_bytes(b"mine")
    (folder / "radar.svg").write_bytes(b"mine")
    result = run("demo", ".")

    assert (result.exit_code, result.stdout) == (2, "")
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        "scores.txt",
        "radar.svg",
    ]
    assert files_in(folder) == {"scores.txt": b"mine", "radar.svg": b"mine"}


def test_demo_replaces_files_when_told(folder: Path) -> None:
    """With --force files that are in its way are made anew."""
    (folder / "scores.txt").write_bytes(b"old")

    assert run("demo", ".", "--force").exit_code == 0
    assert (folder / "scores.txt").read_bytes() != b"old"


def test_the_demos_workbook_can_be_scored(folder: Path) -> None:
    """The command's scores of the filled workbook are those in the folder."""
    run("demo", "here")
    scored = run("score", Path("here") / "borsetshire-2026-27.xlsx").stdout

    assert scored == (folder / "here" / "scores.txt").read_text("utf-8")


def test_frameworks_are_listed() -> None:
    """The route map is listed with its name and size."""
    name = cs.load_framework("route-map").name
    listed = run("frameworks").stdout.splitlines()

    assert f"route-map: {name}, 12 standards in 4 domains" in listed


@pytest.mark.parametrize("arguments", [[], ["route-map"], ["--framework", "route-map"]])
def test_the_route_map_is_shown(arguments: list[str], route_map: cs.Framework) -> None:
    """The route map is what is shown unless another framework is asked for."""
    assert run("show", *arguments).stdout == f"{overview(route_map)}\n"


@pytest.mark.parametrize("part", ["inclusive", "4", "coproduction", "4.1"])
def test_a_part_is_shown(part: str, route_map: cs.Framework) -> None:
    """A domain, a standard and a criterion are shown by what they are called."""
    assert run("show", part).stdout == f"{show_part(route_map, part)}\n"


def test_an_unknown_part_is_wrong_usage() -> None:
    """A part that does not exist is told on standard error, with the near miss."""
    result = run("show", "inclusiv")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean inclusive?" in result.stderr


def test_a_framework_of_ones_own_is_shown(own: Path) -> None:
    """A folder is as good as an ID."""
    assert "1 Listening" in run("show", "--framework", own).stdout
    assert "  1 Yes: They are." in run("show", "1.1", "--framework", own).stdout


@pytest.mark.parametrize("verb", [["show"], ["new"], ["check", "x.xlsx"], ["score", "x.xlsx"]])
def test_an_unknown_framework_is_told(folder: Path, verb: list[str]) -> None:
    """A framework that is not there is told with those that are."""
    result = run(*verb, "--framework", "rout-map")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean route-map?" in result.stderr
    assert files_in(folder) == {}


def test_a_framework_with_an_endless_name_is_told() -> None:
    """A name too long for any file is unknown, like any other."""
    result = run("show", "--framework", "x" * 5000)

    assert (result.exit_code, result.stdout) == (2, "")


def test_every_fault_of_ones_own_framework_is_told(own: Path) -> None:
    """Whoever writes a framework learns of all its faults at once, with the file of each."""
    (own / "framework.toml").write_text(HEADER.replace('edition = "2026"', 'edition = ""'))
    (own / "listening.toml").write_text(STANDARD.replace("yes =", "ja ="))
    result = run("show", "--framework", own)

    assert result.exit_code == 1
    assert [line.split(" ")[0] for line in result.stderr.splitlines()] == [
        "framework.toml",
        "listening.toml",
        "listening.toml",
    ]


def test_new_makes_a_blank_workbook(folder: Path, route_map: cs.Framework) -> None:
    """Without any option there is a workbook to fill in, under a telling name."""
    result = run("new")

    assert (result.exit_code, result.stdout) == (0, "Made self-assessment.xlsx\n")
    assert cs.read_workbook(folder / "self-assessment.xlsx") == cs.Assessment(route_map)


def test_new_fills_in_who_answers() -> None:
    """Council, period, respondent and voice stand in the workbook, the voice in any case."""
    run(
        "new",
        "-o",
        "a.xlsx",
        "--council",
        "Borsetshire",
        "--period",
        "2026-27",
        "--respondent",
        "Ann",
        "--voice",
        "unpaid CARERS",
    )
    made = cs.read_workbook("a.xlsx")

    assert (made.council, made.period) == ("Borsetshire", "2026-27")
    assert made.respondent == cs.Respondent("Ann", cs.Voice.CARERS)


def test_new_names_the_voices_there_are() -> None:
    """A voice that is none is refused with all those that may be chosen."""
    result = run("new", "--voice", "Carer")

    assert all(each.value in result.stderr for each in cs.Voice)


def test_new_does_not_overwrite(folder: Path) -> None:
    """A filled-in workbook is never replaced by a blank one unasked."""
    (folder / "self-assessment.xlsx").write_bytes(b"mine")
    result = run("new")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--force" in result.stderr
    assert files_in(folder) == {"self-assessment.xlsx": b"mine"}


def test_new_overwrites_when_told(folder: Path) -> None:
    """With --force the file is replaced, and nothing else is left behind."""
    (folder / "self-assessment.xlsx").write_bytes(b"mine")

    assert run("new", "--force").exit_code == 0
    assert files_in(folder)["self-assessment.xlsx"].startswith(b"PK")
    assert len(files_in(folder)) == 1


def test_new_does_not_make_folders(folder: Path) -> None:
    """A folder that is not there is told, as it is mostly a slip."""
    result = run("new", "-o", "nowhere/a.xlsx")

    assert result.exit_code == 2
    assert result.stderr.startswith("nowhere: ")
    assert files_in(folder) == {}


def test_output_is_whole_or_not_there(folder: Path) -> None:
    """Where the output cannot be written, not even by force, nothing is left behind."""
    (folder / "taken.xlsx").mkdir()
    result = run("new", "-o", "taken.xlsx", "--force")

    assert result.exit_code == 2
    assert [each.name for each in folder.iterdir()] == ["taken.xlsx"]


def test_a_framework_of_ones_own_from_workbook_to_score(folder: Path, own: Path) -> None:
    """A council's own framework can be answered, checked and scored like the route map."""
    run("new", "-o", "blank.xlsx", "--framework", own)
    framework = cs.load_framework(own)
    cs.write_workbook(cs.assess(framework, {"1.1": "Yes"}), folder / "filled.xlsx")
    scored = run("score", "filled.xlsx", "--framework", own, "--format", "json")

    assert run("check", "blank.xlsx", "--framework", own).exit_code == 0
    assert json.loads(scored.stdout)["overall"]["exact"] == "1"


def test_a_return_of_another_framework_is_refused(filled: Path, own: Path) -> None:
    """A workbook made from the route map is not read with a framework of one's own."""
    result = run("score", filled, "--framework", own)

    assert result.exit_code == 1
    assert "It was made with the framework “route-map”, and cannot be set beside" in result.stderr


def test_check_says_that_a_return_can_be_read(filled: Path) -> None:
    """A sound return is told on standard output."""
    result = run("check", filled)

    assert (result.exit_code, result.stderr) == (0, "")
    assert f"{filled}: can be read." in result.stdout


def test_check_tells_everything_of_every_file(filled: Path, bad: Path) -> None:
    """Problems go to standard error, all of them, and sound files are still told."""
    result = run("check", bad, filled, "nothing.xlsx")

    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        str(bad),
        "  council",
        "  period",
        "nothing.xlsx",
        "  There is no such file or folder. Check the name and the folder.",
    ]
    assert "can be read" in result.stdout


def test_check_changes_nothing(folder: Path, filled: Path, bad: Path) -> None:
    """Checked files are the same as before, and no others are made."""
    before = files_in(folder)
    run("check", filled, bad)

    assert before == files_in(folder)


def test_check_gives_scripts_json_and_nothing_else(filled: Path, bad: Path) -> None:
    """With --format json standard output is JSON, and the status tells of problems."""
    result = run("check", filled, bad, "--format", "json")

    assert (result.exit_code, result.stderr) == (1, "")
    assert [each["ok"] for each in json.loads(result.stdout)] == [True, False]


def test_check_of_sound_files_in_json_is_done(filled: Path) -> None:
    """Where nothing is wrong the status is 0 in JSON too."""
    assert run("check", filled, "--format", "json").exit_code == 0


def test_score_prints_the_table(filled: Path) -> None:
    """Without options the scores are a table to look at."""
    card = cs.score(cs.read_workbook(filled))
    result = run("score", filled)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{table_text(card)}\n"


def test_score_of_one_file_is_one_object(filled: Path) -> None:
    """With --format json one file gives one object, and only JSON is printed."""
    result = run("score", filled, "--format", "json")

    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["assessment"]["file"] == "return.xlsx"


def test_score_of_several_files_is_a_list(filled: Path, second: Path) -> None:
    """With --format json several files give a list in their order, workbooks or not."""
    documents = json.loads(run("score", second, filled, "--format", "json").stdout)

    assert [each["assessment"]["council"] for each in documents] == [
        "Felpersham",
        "Borsetshire County Council",
    ]


def test_score_of_several_files_is_one_csv(filled: Path, second: Path, card: cs.Scorecard) -> None:
    """With --format csv several files make one table under one header."""
    text = run("score", filled, second, "--format", "csv").stdout
    rows = list(csv.DictReader(StringIO(text, newline="")))

    assert len(rows) == 2 * len(card.parts)


def test_score_by_the_gated_rule_says_so(filled: Path) -> None:
    """Another rule is used when asked for, and stamped on what comes out."""
    document = json.loads(run("score", filled, "--rule", "gated", "--format", "json").stdout)

    assert document["scoring"] == {"rule": "gated", "version": 1}
    assert document["standards"][3]["exact"] == "2"


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_score_prints_nothing_where_a_file_is_bad(filled: Path, bad: Path, form: str) -> None:
    """Half of the scores would pass for all: there are none, and all problems are told."""
    result = run("score", filled, bad, "nothing.xlsx", "--format", form)

    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == [
        "bad.json (council)",
        "bad.json (period)",
        "nothing.xlsx",
        (
            "Nothing was made of the other file, because of bad.json and nothing.xlsx. "
            "Mend what is told above, or give the command without bad.json and nothing.xlsx."
        ),
    ]


def test_score_says_how_many_files_wait(filled: Path, bad: Path) -> None:
    """The good files are counted; where there is none, nothing is said of the others."""
    several = run("score", filled, filled, bad).stderr.splitlines()

    assert several[-1].startswith("Nothing was made of the other 2 files, because of bad.json.")
    assert "Nothing was made" not in run("score", bad, "nothing.xlsx").stderr


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_score_writes_a_file(folder: Path, filled: Path, form: str) -> None:
    """What would be printed is in the file, and standard output stays empty."""
    result = run("score", filled, "--format", form, "-o", "scores.out")
    printed = run("score", filled, "--format", form)

    assert (result.exit_code, result.stdout) == (0, "")
    assert printed.stdout_bytes == (folder / "scores.out").read_bytes()


@pytest.mark.parametrize(
    ("name", "form"), [("a.csv", "csv"), ("a.JSON", "json"), ("a.txt", "table"), ("a", "table")]
)
def test_score_writes_what_the_name_ends_in(
    folder: Path, filled: Path, name: str, form: str
) -> None:
    """The form need not be said twice."""
    run("score", filled, "-o", name)

    assert (folder / name).read_bytes() == run("score", filled, "--format", form).stdout_bytes


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "scores.xlsx"], "end it in .txt, .json, .csv, or give --format"),
        (["-o", "scores.json", "--format", "csv"], "--format csv goes into no file that ends in"),
    ],
)
def test_score_writes_nothing_under_a_name_that_misleads(
    folder: Path, filled: Path, arguments: list[str], told: str
) -> None:
    """No text goes into what is called a workbook, and no CSV into what is called JSON."""
    result = run("score", filled, *arguments)

    assert (result.exit_code, told in result.stderr) == (2, True)
    assert not (folder / arguments[1]).exists()


def test_score_does_not_overwrite(folder: Path, filled: Path) -> None:
    """A file that is there is left, unless --force is given."""
    (folder / "scores.txt").write_bytes(b"mine")
    refused = run("score", filled, "-o", "scores.txt")
    left = (folder / "scores.txt").read_bytes()
    forced = run("score", filled, "-o", "scores.txt", "--force")

    assert (refused.exit_code, left, forced.exit_code) == (2, b"mine", 0)
    assert (folder / "scores.txt").read_text("utf-8").startswith("Self-assessment")


@pytest.mark.parametrize(
    ("name", "start"), [("r.svg", b"<?xml"), ("r.PNG", b"\x89PNG"), ("r.pdf", b"%PDF")]
)
def test_chart_draws_what_the_name_ends_in(
    folder: Path, filled: Path, name: str, start: bytes
) -> None:
    """The ending of the name chooses the kind of picture."""
    result = run("chart", filled, "-o", name)

    assert (result.exit_code, result.stdout) == (0, f"Made {name}\n")
    assert (folder / name).read_bytes().startswith(start)


def test_chart_draws_a_second_return(folder: Path, filled: Path, second: Path) -> None:
    """With two files a second line stands beside the first, and says whose it is."""
    run("chart", filled, second, "-o", "radar.svg")
    text = (folder / "radar.svg").read_text("utf-8")

    assert ">2026-27</text>" in text
    assert ">2025-26, Felpersham</text>" in text


def test_chart_draws_a_target(folder: Path, filled: Path) -> None:
    """A level to aim at is a second line."""
    run("chart", filled, "-o", "radar.svg", "--target", "3.5")

    assert ">Target</text>" in (folder / "radar.svg").read_text("utf-8")


def test_chart_writes_the_title_it_is_given(folder: Path, filled: Path) -> None:
    """The title stands above the picture and in its words, with its special characters."""
    run("chart", filled, "-o", "radar.svg", "--title", "Care & support <2026>")

    assert (folder / "radar.svg").read_text("utf-8").count("Care &amp; support &lt;2026&gt;") > 1


@pytest.mark.parametrize("more", [["second.json", "--target", "3"], ["second.json", "second.json"]])
def test_chart_has_three_lines_at_most(
    folder: Path, filled: Path, second: Path, more: list[str]
) -> None:
    """A fourth line would make a radar chart unreadable, and is refused."""
    result = run("chart", filled, second, *more, "-o", "radar.svg")

    assert result.exit_code == 2
    assert "3 series at most" in result.stderr
    assert not (folder / "radar.svg").exists()


@pytest.mark.parametrize("target", ["0.99", "4.01", "-3", "1e300"])
def test_chart_refuses_a_target_off_the_scale(filled: Path, target: str) -> None:
    """A target must be on the scale, and its ends are told."""
    result = run("chart", filled, "-o", "radar.svg", "--target", target)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "the scale, which runs from 1 Starting to 4 Leading" in result.stderr


@pytest.mark.parametrize("target", ["inf", "nan"])
def test_chart_refuses_a_target_that_is_no_figure(filled: Path, target: str) -> None:
    """What is a number to a computer only is refused in words that people use."""
    result = run("chart", filled, "-o", "radar.svg", "--target", target)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Fraction" not in result.stderr


def test_chart_tells_two_returns_of_one_round_apart(
    folder: Path, filled: Path, example: cs.Assessment
) -> None:
    """Two voices of the same council and period are two lines with two names."""
    carers = evolve(example, respondent=cs.Respondent("Carers' group", cs.Voice.CARERS))
    cs.write_workbook(carers, folder / "carers.xlsx")
    run("chart", filled, "carers.xlsx", "-o", "radar.svg")

    assert (folder / "radar.svg").read_text("utf-8").count(">2026-27</text>") < 2


def test_chart_refuses_two_scales(folder: Path, filled: Path, own: Path) -> None:
    """Returns on different scales are not drawn on one."""
    framework = cs.load_framework(own)
    text = cs.to_json(cs.assess(framework, {"1.1": "Yes"}))
    (folder / "ours.json").write_text(text)
    result = run("chart", filled, "ours.json", "-o", "radar.svg")

    assert result.exit_code == 1
    assert not (folder / "radar.svg").exists()


def test_chart_knows_its_endings_before_any_work(bad: Path) -> None:
    """An ending that cannot be made is told at once, with those that can."""
    result = run("chart", bad, "-o", "radar.gif")

    assert result.exit_code == 2
    assert "Allowed: .svg, .png, .pdf." in result.stderr


def test_chart_of_a_bad_file_is_none(folder: Path, bad: Path) -> None:
    """Where the return has problems they are told, and nothing is drawn."""
    result = run("chart", bad, "-o", "radar.svg")

    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 2
    assert not (folder / "radar.svg").exists()


def test_chart_does_not_overwrite(folder: Path, filled: Path) -> None:
    """A picture that is there is left, unless --force is given."""
    (folder / "radar.svg").write_bytes(b"mine")
    refused = run("chart", filled, "-o", "radar.svg")
    left = (folder / "radar.svg").read_bytes()
    forced = run("chart", filled, "-o", "radar.svg", "--force")

    assert (refused.exit_code, left, forced.exit_code) == (2, b"mine", 0)


def test_names_with_spaces_and_accents_are_fine(folder: Path, filled: Path) -> None:
    """Files are called what people call them."""
    path = filled.rename(folder / "Sir Gâr – our return (final).xlsx")
    result = run("check", path)

    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    "command", [("score", "-o"), ("score", "--format", "csv", "-o"), ("chart", "-o")]
)
def test_a_return_is_never_its_own_output(
    folder: Path, filled: Path, command: tuple[str, ...]
) -> None:
    """Naming a return as the output is refused, with force and by another spelling as well."""
    link = folder / "link.svg"
    link.symlink_to(filled)
    before = filled.read_bytes()
    verb, *options = command
    result = run(verb, filled, *options, link, "--force")

    assert result.exit_code == 2
    assert "never replaced" in result.stderr
    assert filled.read_bytes() == before


def test_score_tells_what_was_tidied(folder: Path, route_map: cs.Framework) -> None:
    """Notes go to standard error with the scores as well, for those who never check."""
    cs.write_workbook(route_map, folder / "blank.xlsx")
    book = openpyxl.load_workbook(folder / "blank.xlsx")
    book["Inclusive"]["H6"] = "established"
    book.save(folder / "typed.xlsx")
    result = run("score", "typed.xlsx", "--format", "json")

    assert result.exit_code == 0
    assert "“established” was read as “3 Established”" in result.stderr
    assert json.loads(result.stdout)["overall"]["rated"] == 1


@pytest.mark.parametrize("day", ["25/11/2026", "25.11.2026", "25 November 2026", "2026-11-25"])
def test_a_day_is_read_as_the_workbook_reads_it(filled: Path, day: str) -> None:
    """A day that can only be one is taken, however it is written."""
    result = run("evidence", filled, "--on", day, "--format", "json")

    assert (result.exit_code, json.loads(result.stdout)["on"]) == (0, "2026-11-25")


@pytest.mark.parametrize("day", ["03/04/2026", "2026-13-01", "soon"])
def test_a_day_that_is_not_certain_is_asked_for_again(filled: Path, day: str) -> None:
    """What could be two days, or is none, is refused with the way to write it."""
    result = run("evidence", filled, "--on", day)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "write it as 2026-11-25" in " ".join(result.stderr.split())


def test_a_folder_for_a_file_is_told_as_one(folder: Path) -> None:
    """A folder is named, with the remedy that helps."""
    told = run("score", folder).stderr

    assert told == f"{folder.name}: It is a folder. Name a file in it.\n"
