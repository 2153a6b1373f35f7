"""The page on what is protected: each paper holds the words that its row says, and no others."""

from __future__ import annotations

import hashlib
import html
import os
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve
from click.testing import CliRunner

import commissioning_standards as cs
from commissioning_standards.cli import main
from commissioning_standards.reports.hidden.check import hidden_content
from tests.docs.marked import FIELDS, found_in, found_in_text, mark, marked, texts_of
from tests.docs.pages import page

NAME = "what-is-protected.md"
ON = ("--on", "2026-11-25")
OWN = f"{mark('file')}.xlsx"
OTHER, PEERS, LAST = (f"{mark(f'{each}file')}.json" for each in ("other", "peers", "last"))
FILE = "file"
COUNCILS = 11
ABOUT = {"council", "period", FILE}
OTHERS = {f"other{field}" for field in FIELDS - {"council", "period"}}
PUBLIC = {"council", "period", "public", "publiclink"}
REGIONAL = ("region.html", "position.html")
POLICY = (
    "default-src 'none'; style-src 'sha256'; img-src data:; base-uri 'none'; form-action 'none'"
)
SETTINGS = "[account]\nall_actions = true\n"
MADE = (
    ("score", OWN, "-o", "scores.txt"),
    ("score", OWN, "--format", "csv", "-o", "scores.csv"),
    ("score", OWN, "--format", "json", "-o", "scores.json"),
    ("score", OWN, "--explain", "4", "-o", "explained.txt"),
    ("score", OWN, "--sensitivity", "-o", "sensitivity.txt"),
    ("moderate", OWN, OTHER, "-o", "meeting.xlsx"),
    ("chart", OWN, OTHER, "--kind", "all", "-o", "charts", *ON),
    ("chart", OWN, OTHER, "-o", "radar.pdf"),
    ("pack", OWN, "-o", "pack", *ON),
    ("account", OWN, "-o", "account", *ON),
    ("account", OWN, "--peers", PEERS, "--last", LAST, "-o", "more", "--settings", "s.toml", *ON),
    ("account", f"{mark('anotherfile')}.json", "-o", "same", *ON),
)


def run(*arguments: str, status: int = 0) -> str:
    """Run the command to its end, and give what it said."""
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == status, result.output
    return result.output


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in which every paper has been made of returns with a word in every field."""
    folder, before = tmp_path_factory.mktemp("papers"), Path.cwd()
    os.chdir(folder)
    cs.write_workbook(marked(), OWN)
    # The same voice, so that nothing but the name would tell the two apart.
    Path(OTHER).write_text(cs.to_json(marked("other", step=1)), encoding="utf-8")
    peers = marked("peers", voice=cs.Voice.PEER_TEAM, step=2)
    Path(PEERS).write_text(cs.to_json(peers), encoding="utf-8")
    Path(LAST).write_text(cs.to_json(marked("last", period="lastperiod")), encoding="utf-8")
    another = other_secrets(marked())
    Path(f"{mark('anotherfile')}.json").write_text(cs.to_json(another), encoding="utf-8")
    Path("s.toml").write_text(SETTINGS, encoding="utf-8")
    for each in MADE:
        run(*each)
    yield folder
    os.chdir(before)


def other_secrets(own: cs.Assessment) -> cs.Assessment:
    """The same return with other words in everything that is never published."""
    public, private = own.evidence
    return evolve(
        own,
        ratings=[
            evolve(each, comment="Something else", confidence=cs.Confidence.HIGH)
            for each in own.ratings
        ],
        respondent=cs.Respondent("Somebody else", own.respondent.voice),
        evidence=(
            evolve(public, owner="Somebody else", notes="Something else"),
            evolve(private, title="Something else", owner="", link="", notes=""),
        ),
        actions=[
            evolve(each, title="Something else", owner="Somebody else", measure="", notes="")
            for each in own.actions
        ],
        findings=(),
    )


def test_a_workbook_holds_everything(papers: Path) -> None:
    """It is for those who do the assessment: every word stands in it, with names."""
    assert found_in(papers / OWN) == FIELDS | {FILE}
    assert found_in([papers / OTHER]) == {"council", "period", "otherfile", *OTHERS}


def test_a_meeting_holds_everything_that_everybody_wrote(papers: Path) -> None:
    """Its workbook has all words of every return, and the names of their files."""
    assert found_in(papers / "meeting.xlsx") | {"doubt", "otherdoubt"} == FIELDS | OTHERS | {
        FILE,
        "otherfile",
    }


@pytest.mark.parametrize("name", ["scores.txt", "explained.txt", "sensitivity.txt"])
def test_scores_to_read_name_nobody(papers: Path, name: str) -> None:
    """As a table, scores say council, period, voice and file, and no more."""
    assert found_in(papers / name) == ABOUT
    assert "seen by leaders and commissioners" in (papers / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["scores.csv", "scores.json"])
def test_scores_for_programs_hold_no_comment(papers: Path, name: str) -> None:
    """As CSV and JSON they name the respondent as well, and no more."""
    assert found_in(papers / name) == {*ABOUT, "respondent"}
    assert "Leaders and commissioners" in (papers / name).read_text(encoding="utf-8")


def test_charts_name_no_respondent(papers: Path) -> None:
    """All kinds say council and period, and within each file from which return it is."""
    charts = sorted((papers / "charts").iterdir())
    kinds = {each.stem for each in charts}

    assert kinds == {
        *("index", "radar", "radar-by-domain", "dots", "dots-by-score", "multiples"),
        *("heat-map", "spread", "spread-of-criteria", "evidence"),
    }
    for each in (*charts, papers / "radar.pdf"):
        found = found_in(each)
        assert {"council", FILE} <= found <= {*ABOUT, "otherfile"}, each.name


def test_a_pack_holds_what_a_peer_team_needs(papers: Path) -> None:
    """Comments, evidence and actions stand in it, with owners and with who said so."""
    assert found_in(papers / "pack") == FIELDS - {"finding", "findingnotes"} | {FILE}


def test_charts_of_a_pack_can_be_given_on(papers: Path) -> None:
    """They hold no more than other charts do."""
    assert found_in(papers / "pack" / "charts") == ABOUT


def test_an_account_holds_nothing_that_is_not_public(papers: Path) -> None:
    """Of the words of a return, council, period and public evidence with its link stand in it."""
    assert found_in(papers / "account") == PUBLIC


def test_an_account_says_whose_view_it_is_and_from_which_return(papers: Path) -> None:
    """Voice, day and the sum of the return stand in it, as the page says."""
    told = " ".join(text for _, text in texts_of(papers / "account" / "index.html"))
    digest = hashlib.sha256((papers / OWN).read_bytes()).hexdigest()

    assert [each for each in ("staff", "1 November 2026", digest) if each not in told] == []


def test_an_account_with_other_views_holds_no_word_of_theirs(papers: Path) -> None:
    """Peers' and last round's words stay out; actions are in it where settings say so, unowned."""
    assert found_in(papers / "more") == {*PUBLIC, "action", "measure", "lastperiod"}


def test_an_account_does_not_depend_on_what_is_never_published(papers: Path) -> None:
    """Other secrets, and another file name, make the same account but for the return's sum."""
    sums = re.compile(r"\b[0-9a-f]{64}\b")

    def account(folder: str) -> list[tuple[str, str]]:
        paths = sorted(each for each in (papers / folder).rglob("*") if each.is_file())
        told = [unit for path in paths for unit in texts_of(path)]
        own = (f"papers0/{folder}/", f"{folder}/pictures/")
        return [(name, sums.sub("", text)) for name, text in told if not text.startswith(own)]

    one, two = account("account"), account("same")
    differing = [(mine, theirs) for mine, theirs in zip(one, two, strict=True) if mine != theirs]

    assert len(one) > 10
    assert differing == []


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What comes of the returns of eleven councils, one of which cannot be read."""
    folder = tmp_path_factory.mktemp("region")
    returns, out = folder / "returns", folder / "out"
    returns.mkdir()
    for number in range(COUNCILS):
        path = returns / f"{mark(f'file{number}')}.json"
        path.write_text(cs.to_json(of_council(number)), encoding="utf-8")
    bad = cs.to_json(marked("bad", council="badcouncil"))
    broken = bad.replace('"answer": "2 Developing"', f'"answer": "{mark("badcell")}"')
    (returns / f"{mark('badfile')}.json").write_text(broken, encoding="utf-8")
    mine = str(returns / f"{mark('file1')}.json")
    run("collate", str(returns), "-o", str(out), "--jobs", "1", "--mine", mine, status=1)
    run("buddies", str(returns), "-o", str(out), status=1)
    run("support", str(returns), "-o", str(out), *ON, status=1)
    return out


def of_council(number: int) -> cs.Assessment:
    """A council's own return; every other one is at the top of standard 3, and the rest ask."""
    own = marked(f"c{number}", voice=None, council=f"council{number}", step=number)
    levels = own.framework.scale.levels
    ratings = [
        evolve(each, answer=levels[-(number % 2)]) if each.criterion.startswith("3.") else each
        for each in own.ratings
    ]
    asks = () if number % 2 else ("3",)
    return evolve(own, ratings=ratings, helping=cs.Helping(named=True, asks=asks))


def test_what_a_region_shares_holds_the_round_and_no_other_word(region: Path) -> None:
    """No council's name, no file's name and no word of a return is in any file or its name."""
    assert found_in(region / "to-share") == {"period"}


def test_what_a_region_keeps_names_councils_and_files(region: Path) -> None:
    """Councils, rounds, files and the cell that could not be read; no answer in words."""
    councils = {f"council{number}" for number in range(COUNCILS)}
    files = {f"file{number}" for number in range(COUNCILS)}

    assert found_in(region / "confidential") == {
        *(*councils, *files, "period", "badfile", "badcell")
    }


def test_a_position_names_its_own_council_alone(region: Path) -> None:
    """The one who asked is named, with its file; no other council is."""
    assert found_in(region / "for-one-council") == {"council1", "file1", "period"}


def test_a_letter_names_the_two_and_nothing_else(region: Path) -> None:
    """Both councils' names and the round stand in it: no score, no file and no third name."""
    letters = list((region / "confidential" / "buddies").rglob("*.txt"))

    assert len(letters) >= 2
    for each in letters:
        pair = {each.stem, each.parent.name}
        assert {mark(field) for field in found_in(each)} == {*pair, mark("period")}


def test_a_return_that_was_taken_out_is_remembered_until_it_is_forgotten(tmp_path: Path) -> None:
    """It stays in the cache, as the page says, and is gone with ``--fresh``."""
    returns, out = tmp_path / "returns", tmp_path / "out"
    returns.mkdir()
    for number in range(2):
        path = returns / f"{number}.json"
        path.write_text(cs.to_json(of_council(number)), encoding="utf-8")
    asked = ("collate", str(returns), "-o", str(out), "--jobs", "1", "--force")
    run(*asked)
    (returns / "1.json").unlink()
    run(*asked)
    before = found_in(out / "confidential" / "cache.sqlite")
    run(*asked, "--fresh")
    after = found_in(out / "confidential" / "cache.sqlite")

    assert (before, after) == ({"council0", "council1", "period"}, {"council0", "period"})


def test_a_marked_up_copy_holds_the_whole_return(papers: Path) -> None:
    """It quotes what cannot be read, in a copy of all that was written."""
    book = openpyxl.load_workbook(papers / OWN)
    cells = (each for sheet in book for row in sheet.iter_rows() for each in row)
    next(each for each in cells if each.value == mark("reason")).value = None
    book.save(papers / "bad.xlsx")
    run("check", "bad.xlsx", "--mark-up", "mend.xlsx", status=1)

    assert found_in(papers / "mend.xlsx") == FIELDS - {"reason"}


@pytest.mark.parametrize(
    ("paper", "hidden"),
    [(OWN, 1), ("meeting.xlsx", 1), ("pack/pack.docx", 0), ("pack/slides.pptx", 0)],
)
def test_what_is_unseen_in_our_files_is_one_sheet(papers: Path, paper: str, hidden: int) -> None:
    """Authors, comments and hidden parts there are none, but for *About this file*."""
    found = hidden_content(papers / paper)

    assert [each.kind for each in found] == ["hidden sheet"] * hidden
    assert "About this file" in str(found) or not hidden


def test_a_meetings_hidden_sheet_names_nobody_who_is_not_seen(papers: Path) -> None:
    """The returns that it was made of are named there, and on the sheets that show."""
    book = openpyxl.load_workbook(papers / "meeting.xlsx")
    about = book["About this file"].iter_rows(max_col=2, values_only=True)
    unseen = {str(name): str(who) for name, who in about}
    seen = [sheet for sheet in book if sheet.sheet_state == "visible"]
    shown = " ".join(str(each.value) for sheet in seen for row in sheet.iter_rows() for each in row)
    named = [who for name, who in unseen.items() if re.fullmatch(r"Return \d+", name)]

    assert named
    assert [who for who in named if who not in shown] == []


@pytest.mark.parametrize("paper", ["confidential/summary.xlsx", "to-share/region.xlsx"])
def test_nothing_is_unseen_in_a_regions_workbooks(region: Path, paper: str) -> None:
    """They have no sheet that does not show, and nobody's name in their properties."""
    assert list(hidden_content(region / paper)) == []


def test_each_page_forbids_scripts(papers: Path, region: Path) -> None:
    """By its own policy a browser runs nothing, loads nothing and sends nothing from any page."""
    pages = [each for folder in (papers, region) for each in folder.rglob("*.html")]

    assert {each.name for each in pages} == {*("pack.html", "index.html"), *REGIONAL}
    for each in pages:
        text = each.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert policy, each
        allowed = html.unescape(policy[1])
        assert re.sub(r"sha256-[^']+", "sha256", allowed) == POLICY, each
        assert "<script" not in text, each


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("compare", OWN, PEERS), {"peersfile", "peersfinding"}),
        (("enquire", OWN, "--peers", PEERS, *ON), {"peersfile", "peersfinding", "private"}),
        (("evidence", OWN, *ON), {"action", "actionowner"}),
        (("moderate", OWN, OTHER), {"respondent", "otherrespondent"}),
        (("check", OWN), set()),
        (("verify", OWN), set()),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_what_is_printed_holds_no_comment(
    papers: Path, arguments: tuple[str, ...], named: set[str]
) -> None:
    """On the terminal, each verb names what it looks at: titles, and who is to do or settle it."""
    assert papers.is_dir()
    assert found_in_text(run(*arguments)) <= ABOUT | named


def test_a_preview_tells_all_that_is_left_out(papers: Path) -> None:
    """Each record, comment, note, name and file that the account leaves out is listed."""
    assert papers.is_dir()
    assert found_in_text(run("account", OWN, "--preview", *ON)) >= {
        *("respondent", FILE, "comment", "reason", "doubt", "publicowner", "publicnotes"),
        *("private", "action", "finding"),
    }


def test_no_name_is_needed(papers: Path) -> None:
    """A return that names nobody is read, scored, brought to a meeting and published."""
    own, other = (
        evolve(
            each,
            respondent=cs.Respondent("", each.respondent.voice),
            evidence=[evolve(one, owner="") for one in each.evidence],
            actions=[evolve(one, owner="") for one in each.actions],
        )
        for each in (marked(), marked(voice=cs.Voice.PROVIDERS, step=1))
    )
    for name, each in (("a.json", own), ("b.json", other)):
        (papers / name).write_text(cs.to_json(each), encoding="utf-8")

    run("check", "a.json", "b.json")
    run("moderate", "a.json", "b.json", "-o", "nameless.xlsx")
    run("account", "a.json", "-o", "nameless", *ON)
    assert not {each for each in found_in(papers / "nameless.xlsx") if "owner" in each}


def test_names_are_asked_for_in_three_fields(papers: Path) -> None:
    """Of all that a return is asked, these take the name of a person or a team."""
    named = {field for field in FIELDS if field.endswith(("respondent", "owner"))}
    asked = {
        str(cell.value)
        for sheet in openpyxl.load_workbook(papers / OWN)
        for row in sheet.iter_rows()
        for cell in row
    }

    # There are two pieces of evidence, one public and one not.
    assert named == {"respondent", "publicowner", "privateowner", "actionowner"}
    assert {"Respondent", "Owner", "Who fills this in: a name, a role or a group."} <= asked


ROWS = {
    "workbook, JSON": "all of them, with names",
    "meeting": "who said what, evidence and actions, with names; comments where people differ",
    "scores as a table": "council, period, voice and file name; no comments",
    "scores as CSV or JSON": "the same, and the respondent's name; no comments",
    "charts": (
        "council, period and voice, and within the file the return's file name; no comment, "
        "and no respondent's name"
    ),
    "peer challenge pack": (
        "ratings, comments, evidence with links and notes, actions, with owners; the "
        "respondent's name and the file name"
    ),
    "local account": "nothing that is not marked public; no names of people or teams",
    "region, `to-share`": "none but the name of the round, and no council's name",
    "region, `confidential`": (
        "names of councils, rounds and files, and cells that could not be read"
    ),
    "position of one council": "its own name, round and file name; no other council's name",
    "letter to one council": (
        "the names of the two, and the round; see "
        "[buddies and support](buddies-and-support.md#what-a-letter-gives-away)"
    ),
}


def test_the_page_promises_what_is_tested_here() -> None:
    """The table has the rows that the tests above hold to; whoever changes one looks here."""
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| ([^|]+) \|$", page(NAME), re.MULTILINE)

    assert dict(rows[2:]) == ROWS
